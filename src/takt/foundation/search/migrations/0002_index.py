"""The index of each database, kept up to date by the database itself."""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE search_index USING fts5(title_terms, body_terms, ending_terms,
       content='search_document', content_rowid='id', tokenize="unicode61 remove_diacritics 0", prefix='2 3 4')""",
    """CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
       INSERT INTO search_index(rowid, title_terms, body_terms, ending_terms)
       VALUES (new.id, new.title_terms, new.body_terms, new.ending_terms); END""",
    """CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN
       INSERT INTO search_index(search_index, rowid, title_terms, body_terms, ending_terms)
       VALUES ('delete', old.id, old.title_terms, old.body_terms, old.ending_terms); END""",
    """CREATE TRIGGER search_document_changed AFTER UPDATE ON search_document BEGIN
       INSERT INTO search_index(search_index, rowid, title_terms, body_terms, ending_terms)
       VALUES ('delete', old.id, old.title_terms, old.body_terms, old.ending_terms);
       INSERT INTO search_index(rowid, title_terms, body_terms, ending_terms)
       VALUES (new.id, new.title_terms, new.body_terms, new.ending_terms); END""",
]
POSTGRESQL = [
    """ALTER TABLE search_document ADD COLUMN vector tsvector GENERATED ALWAYS AS (
       setweight(to_tsvector('simple', title_terms), 'A') || setweight(to_tsvector('simple', body_terms), 'C')
       || setweight(to_tsvector('simple', ending_terms), 'D')) STORED""",
    "CREATE INDEX search_document_vector ON search_document USING gin (vector)",
]


def build(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for trigger in ("added", "removed", "changed"):
            schema_editor.execute(f"DROP TRIGGER search_document_{trigger}")
        schema_editor.execute("DROP TABLE search_index")
    else:
        schema_editor.execute("ALTER TABLE search_document DROP COLUMN vector")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(build, remove)]
