"""People stand in Danish order on every database; those who are there get their place."""

from django.db import migrations, models

from takt.foundation.people.sorting import danish_sort_key


def place(apps, schema_editor):
    person = apps.get_model("people", "Person")
    for one in person.objects.all():
        one.sort_key = danish_sort_key(one.name)
        one.save(update_fields=["sort_key"])


class Migration(migrations.Migration):
    dependencies = [("people", "0003_a_unit_has_an_edition")]

    operations = [
        migrations.AddField(
            "person",
            "sort_key",
            models.CharField(db_index=True, default="", editable=False, max_length=360),
            preserve_default=False,
        ),
        migrations.RunPython(place, migrations.RunPython.noop),
        migrations.AlterModelOptions("person", {"ordering": ["sort_key", "id"], "verbose_name": "person"}),
    ]
