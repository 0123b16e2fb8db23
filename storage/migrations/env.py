"""Run by Alembic for every command; storage/migrate.py opens the connection and its transaction."""

from alembic import context

from storage import paper_tables
from storage.columns import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
assert paper_tables.innkalling.metadata is metadata
with context.begin_transaction():
    context.run_migrations()
