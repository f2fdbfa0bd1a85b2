"""The database itself refuses to change or delete an event, whoever asks."""

from django.db import migrations

SQLITE = [
    f"""CREATE TRIGGER ledger_event_no_{action.lower()} BEFORE {action} ON ledger_event
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"""
    for action in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    """CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$""",
    """CREATE TRIGGER ledger_event_append_only BEFORE UPDATE OR DELETE ON ledger_event
       FOR EACH ROW EXECUTE FUNCTION ledger_append_only()""",
]


def protect(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unprotect(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER ledger_event_no_update")
        schema_editor.execute("DROP TRIGGER ledger_event_no_delete")
    else:
        schema_editor.execute("DROP TRIGGER ledger_event_append_only ON ledger_event")
        schema_editor.execute("DROP FUNCTION ledger_append_only()")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(protect, unprotect)]
