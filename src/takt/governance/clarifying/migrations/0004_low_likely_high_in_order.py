from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """Apart from 0003: PostgreSQL alters no table in the transaction that has just filled it."""

    dependencies = [("clarifying", "0003_three_points_with_a_source_each")]

    operations = [
        migrations.AddConstraint(
            "estimate",
            models.CheckConstraint(
                condition=Q(training_low_hours__lte=F("training_hours"))
                & Q(training_hours__lte=F("training_high_hours")),
                name="training_low_likely_high_in_order",
            ),
        ),
        migrations.AddConstraint(
            "effort",
            models.CheckConstraint(
                condition=Q(low_days__lte=F("days")) & Q(days__lte=F("high_days")),
                name="days_low_likely_high_in_order",
            ),
        ),
    ]
