"""The tables of how posts are sent, of what is posted, and of what one body has asked another for.

Moments are UTC. What Teams names is kept by Teams' own ids without foreign keys.
"""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from bot.domain.oppdrag import Oppdragshendelse, Oppdragstilstand
from bot.domain.sammendrag import Sammendragstilstand
from storage import hvem
from storage.columns import Utc, dag, metadata, ordvalg, tall, tekst, tekster

# One for a conversation that is sent to; under the lock of that of the empty id all are counted. Nothing is
# sent before `neste` (what the limits say), nor before `leie`, until when `holder` has it or when the last
# who had it was done. `nylig` is what was sent before that, for the limits. All three by the database's
# own clock. `stengt`: since when it takes nothing.
bane = Table(
    "bane",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("neste", Utc),
    Column("leie", Utc),
    tekst("holder"),
    Column("nylig", sa.JSON, nullable=False),
    Column("stengt", Utc),
)

# That the time `forfall` of the plan `plan` has been seen to, by whoever was first.
takt = Table(
    "takt",
    metadata,
    Column("plan", Text, primary_key=True),
    Column("forfall", Utc, primary_key=True),
    Column("at", Utc, nullable=False),
)

# One for a møte: what is to be posted of it, and what became of it. `utelatt` are the lines that are
# left out, by their keys, of what it is to be; `vist` are the keys of what is in channels, with
# `vist_innledning` on top; `merke` tells what the channels were last shown.
sammendrag = Table(
    "sammendrag",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("moete_id", ForeignKey("moete.id", ondelete="CASCADE"), nullable=False, unique=True),
    ordvalg("tilstand", Sammendragstilstand),
    tekst("innledning"),
    tekster("utelatt"),
    tekster("vist"),
    tekst("vist_innledning"),
    tekst("merke"),
    Column("lagt_ut", Utc),
    *hvem.columns("lagt_ut_av"),
    Column("rettet", Utc),
    tall("versjon", required=True),
)

oppdrag = Table(
    "oppdrag",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fra_organ_id", ForeignKey("organ.id"), nullable=False, index=True),
    Column("til_organ_id", ForeignKey("organ.id", name="fk_oppdrag_til_organ"), nullable=False),
    tall("nr", required=True),
    Column("moete_id", ForeignKey("moete.id"), index=True),
    tekst("kilde", required=True),
    tekst("sak"),
    tekst("tekst", required=True),
    dag("frist"),
    ordvalg("tilstand", Oppdragstilstand),
    Column("foreslaatt", Utc, nullable=False),
    Column("sendt", Utc),
    tekst("svar"),
    Column("besvart", Utc),
    tall("versjon", required=True),
    UniqueConstraint("til_organ_id", "nr"),
    UniqueConstraint("kilde", "til_organ_id"),
)

oppdragslinje = Table(
    "oppdragslinje",
    metadata,
    Column("oppdrag_id", ForeignKey("oppdrag.id", ondelete="CASCADE"), primary_key=True),
    Column("plass", Integer, primary_key=True, autoincrement=False),
    ordvalg("hva", Oppdragshendelse),
    Column("at", Utc, nullable=False),
    *hvem.columns("av"),
    tekst("tekst"),
)
