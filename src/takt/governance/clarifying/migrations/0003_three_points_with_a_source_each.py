from typing import Any

from django.db import migrations, models
from django.db.models import F, Max, Min

MONEY = ("investment", "running", "benefit")


def keep_what_was_said(apps: Any, schema_editor: Any) -> None:
    """One number is its own low and high, and a line builds on what the whole estimate built on."""
    estimates, efforts = apps.get_model("clarifying", "Estimate"), apps.get_model("clarifying", "Effort")
    impacts = apps.get_model("clarifying", "Impact")
    estimates.objects.update(**{f"{what}_source": F("source") for what in (*MONEY, "training")})
    efforts.objects.update(low_days=F("days"), high_days=F("days"))
    for pk, source in estimates.objects.values_list("initiative_id", "source").iterator():
        efforts.objects.filter(initiative_id=pk).update(source=source)
    hours = (
        impacts.objects.order_by()
        .values_list("initiative_id")
        .annotate(least=Min("training_hours"), most=Max("training_hours"))
    )
    for pk, least, most in list(hours):
        estimates.objects.filter(initiative_id=pk).update(
            training_low_hours=least, training_hours=(least + most + 1) // 2, training_high_hours=most
        )


def field(verbose_name: str) -> models.CharField:
    return models.CharField(blank=True, default="", max_length=200, verbose_name=verbose_name)


def hours(verbose_name: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(default=0, verbose_name=verbose_name)


def days(verbose_name: str) -> models.PositiveIntegerField:
    return models.PositiveIntegerField(default=0, verbose_name=verbose_name)


class Migration(migrations.Migration):
    dependencies = [("clarifying", "0002_questions_answers_and_who_has_the_case")]

    operations = [
        migrations.AddField("estimate", "training_low_hours", hours("oplæring, lavt skøn")),
        migrations.AddField("estimate", "training_hours", hours("oplæring, sandsynligt skøn")),
        migrations.AddField("estimate", "training_high_hours", hours("oplæring, højt skøn")),
        migrations.AddField(
            "estimate", "investment_source", field("anlæg bygger på"), preserve_default=False
        ),
        migrations.AddField("estimate", "running_source", field("drift bygger på"), preserve_default=False),
        migrations.AddField("estimate", "benefit_source", field("gevinst bygger på"), preserve_default=False),
        migrations.AddField(
            "estimate", "training_source", field("oplæring bygger på"), preserve_default=False
        ),
        migrations.AddField("effort", "low_days", days("dage, lavt skøn"), preserve_default=False),
        migrations.AddField("effort", "high_days", days("dage, højt skøn"), preserve_default=False),
        migrations.AddField("effort", "source", field("bygger på"), preserve_default=False),
        migrations.RunPython(keep_what_was_said, migrations.RunPython.noop),
    ]
