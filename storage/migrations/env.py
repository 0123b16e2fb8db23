"""Run by Alembic for every command; storage/migrate.py opens the connection and its transaction."""

from alembic import context

from storage import (
    bok_tables,
    log_tables,
    maler,
    paper_tables,
    post_tables,
    soek_tables,
    teams_tables,
    teamsmoete_tables,
)
from storage.columns import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    include_name=lambda name, kind, _parents: (
        not soek_tables.utenom(name, kind) and name != teams_tables.NOEKKEL_PREFIX
    ),
)
for table in (
    paper_tables.innkalling,
    log_tables.meldtsak,
    teams_tables.utboks,
    bok_tables.moetebok,
    soek_tables.soekbart,
    teamsmoete_tables.moetekort,
    maler.organmal,
    post_tables.oppdrag,
):
    assert table.metadata is metadata
with context.begin_transaction():
    context.run_migrations()
