"""The tables of who talks to the bot in Teams, and of what is to be said to them and in channels.

Moments are UTC. What Teams names is kept by Teams' own ids without foreign keys.
"""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from bot.domain.utboks import Operasjon, Utposttilstand, Varselslag
from storage.columns import Utc, flagg, metadata, ordvalg, tall, tekst

teamsbruker = Table(
    "teamsbruker",
    metadata,
    Column("key", Text, primary_key=True),
    tekst("channel_id", required=True),
    tekst("navn", required=True),
    tekst("epost"),
    Column("epost_sjekket", Utc),
    Column("person_id", ForeignKey("person.id")),
    Column("ikke", sa.JSON, nullable=False),
    Column("tatt_for", sa.Integer),
    Column("stemmer", sa.JSON, nullable=False),
    tekst("conversation_id"),
    flagg("paaminnelser"),
)

# `oensker` is what the channel wants of that body; none: what a new channel gets.
kanal_organ = Table(
    "kanal_organ",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("organ_id", ForeignKey("organ.id", ondelete="CASCADE"), primary_key=True),
    Column("oensker", sa.JSON(none_as_null=True)),
)

# `ferdig` is when it was sent or given up, by the store's clock; `melding` is emptied a day later, and
# the row stays a while: its key and whom it was for tell what has been said already. No id comes again: a
# word of a post that has been deleted is not to be taken for another's.
utboks = Table(
    "utboks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("noekkel", Text, nullable=False, unique=True),
    Column("conversation_id", Text, nullable=False, index=True),
    Column("melding", sa.JSON(none_as_null=True)),
    ordvalg("slag", Varselslag),
    Column("ikke_foer", Utc, nullable=False),
    Column("foerst", Utc, nullable=False),
    Column("siden", Utc, nullable=False),
    Column("person_key", Text, index=True),
    tall("moete_id"),
    Column("tilstand", ordvalg("tilstand", Utposttilstand).type, nullable=False),
    tall("forsoek", required=True),
    Column("leie", Utc),
    tekst("grunn"),
    Column("ferdig", Utc),
    ordvalg("operasjon", Operasjon),
    Column("gjelder", Text, index=True),
    Column("aktivitet", Text, index=True),
    tall("i_tvil", required=True),
    # All that is asked of what is to be sent, without the messages.
    sa.Index("ix_utboks_tilstand_foerst", "tilstand", "foerst", "conversation_id", "id", "ikke_foer"),
    sqlite_autoincrement=True,
)
NOEKKEL_PREFIX = "ix_utboks_noekkel_prefix"
"""PostgreSQL's index of how keys begin; on SQLite the index of the keys does for that too."""
