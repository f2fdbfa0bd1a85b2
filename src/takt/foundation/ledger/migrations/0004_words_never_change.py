"""What somebody wrote is never changed. It may be removed; the ledger then says by whom and why."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER ledger_words_no_update BEFORE UPDATE ON ledger_words
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"""
]
POSTGRESQL = [
    """CREATE TRIGGER ledger_words_no_update BEFORE UPDATE ON ledger_words
       FOR EACH ROW EXECUTE FUNCTION ledger_append_only()"""
]


def protect(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unprotect(apps, schema_editor):
    on_table = "" if schema_editor.connection.vendor == "sqlite" else " ON ledger_words"
    schema_editor.execute(f"DROP TRIGGER ledger_words_no_update{on_table}")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_words")]
    operations = [migrations.RunPython(protect, unprotect)]
