"""The tables of the referater that are kept here, and of what people have taken on.

Moments are UTC. What was dictated and what was promised is the committee's: it stands, whatever
becomes of those who said it (`storage.hvem`).
"""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from bot.domain.moetebok import Boktilstand, Foeringsslag
from bot.domain.oppgave import Oppgavehendelse, Oppgavetilstand
from storage import hvem
from storage.columns import Utc, dag, metadata, noekkel, ordvalg, tall, tekst, tekster

# One for a møte. Ids are never used again: `storage.boklager` remembers lines by them.
moetebok = Table(
    "moetebok",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("moete_id", ForeignKey("moete.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("aapnet", Utc, nullable=False),
    Column("tilstand", ordvalg("tilstand", Boktilstand).type, nullable=False, index=True),
    Column("conversation_id", Text, index=True),
    tekst("kort_id"),
    tall("kort_vist", required=True),
    tall("siste", required=True),
    dag("merknadsfrist"),
    Column("godkjent", Utc),
    sqlite_autoincrement=True,
)

# The log: rows are added and never changed. `id` tells the order within a møtebok.
foering = Table(
    "foering",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("bok_id", ForeignKey("moetebok.id", ondelete="CASCADE"), nullable=False),
    ordvalg("slag", Foeringsslag),
    Column("at", Utc, nullable=False),
    *hvem.columns("av"),
    tekst("akt", required=True),
    tall("nr"),
    tall("sak"),
    tekst("tekst"),
    Column("verdier", sa.JSON, nullable=False),
    tall("gjelder"),
    Index("ix_foering_bok_id", "bok_id", "id"),
    sqlite_autoincrement=True,
)

# Which møtebok somebody dictates to from the 1:1 conversation.
foerer = Table(
    "foerer",
    metadata,
    Column("person_key", Text, primary_key=True),
    Column("bok_id", ForeignKey("moetebok.id", ondelete="CASCADE"), nullable=False, index=True),
)

oppgave = Table(
    "oppgave",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organ_id", ForeignKey("organ.id"), nullable=False),
    tall("nr", required=True),
    Column("moete_id", ForeignKey("moete.id"), nullable=False, index=True),
    tekst("hva", required=True),
    tekst("sak"),
    tekst("sak_tittel"),
    Column("frist", sa.Date, index=True),
    tekster("frister"),
    ordvalg("tilstand", Oppgavetilstand),
    Column("bok_id", ForeignKey("moetebok.id"), index=True),
    tall("punkt"),
    tekst("hjemmel"),
    tall("versjon", required=True),
    UniqueConstraint("organ_id", "nr"),
)

oppgaveansvarlig = Table(
    "oppgaveansvarlig",
    metadata,
    Column("oppgave_id", ForeignKey("oppgave.id", ondelete="CASCADE"), primary_key=True),
    *noekkel("plass"),
    tekst("person_navn", required=True),
    Column("person_id", Integer, index=True),
)

# An oppgave's log: rows are added and never changed.
oppgavelinje = Table(
    "oppgavelinje",
    metadata,
    Column("oppgave_id", ForeignKey("oppgave.id", ondelete="CASCADE"), primary_key=True),
    *noekkel("plass"),
    ordvalg("hva", Oppgavehendelse),
    Column("at", Utc, nullable=False),
    *hvem.columns("av"),
    tekst("foer"),
    tekst("etter"),
)
