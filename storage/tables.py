"""The tables of organs, møter and conversations. `plass` is a row's place in its list, from 0.

Moments are UTC; a møte's date and clock times are local (Oslo). What Teams names (conversations,
persons, activities) is kept by Teams' own ids without foreign keys: those rows come and go.
A change here needs a migration; tests/storage/test_migrate.py holds the two together.
"""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from bot.domain.conversation import ConversationKind
from bot.domain.maalform import Maalform
from bot.domain.organ import Navneslag, Rolle, Side
from storage.columns import Utc, dag, flagg, metadata, noekkel, ordvalg, start_slutt, tall, tekst, tekster

# One row, moved by every write that shows in the Register.
register_version = Table("register_version", metadata, *noekkel("id"), tall("versjon", required=True))

helsefellesskap = Table(
    "helsefellesskap",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("navn", Text, nullable=False, unique=True),
)

organ = Table(
    "organ",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("helsefellesskap_id", ForeignKey("helsefellesskap.id"), nullable=False, index=True),
    tall("frist_dager"),
    tall("quorum"),
    tall("varafrist_timer", required=True),
    tall("paaminnelse_dager", required=True),
    tall("merknadsfrist_dager", required=True),
    flagg("godkjenn_ved_taushet"),
    flagg("vurderingsskjema"),
)

organnavn = Table(
    "organnavn",
    metadata,
    Column("organ_id", ForeignKey("organ.id", ondelete="CASCADE"), primary_key=True),
    *noekkel("plass"),
    tekst("navn", required=True),
    ordvalg("slag", Navneslag),
    dag("fra"),
    dag("til"),
    tekst("vedtak"),
)

# Who somebody is, in whichever organs and roles they sit.
person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    tekst("navn", required=True),
    tekst("epost"),
    tekst("aad_id"),
    tekst("arbeidsgiver"),
)

medlem = Table(
    "medlem",
    metadata,
    Column("organ_id", ForeignKey("organ.id", ondelete="CASCADE"), primary_key=True),
    *noekkel("plass"),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    ordvalg("rolle", Rolle),
    tekst("representerer"),
    tekst("vara_for"),
    tall("rekkefoelge"),
    tekst("sete"),
    ordvalg("side", Side, required=False),
    dag("fra"),
    dag("til"),
)

# `organnoekkel` is the sorted organ ids («1,4»): a møte is (helsefellesskap, organer, dato).
moete = Table(
    "moete",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("helsefellesskap_id", ForeignKey("helsefellesskap.id"), nullable=False),
    tekst("organnoekkel", required=True),
    dag("dato", required=True),
    *start_slutt(),
    tekst("sted"),
    tekst("arkivsak"),
    Column("ics_noekkel", Text, nullable=False, unique=True),
    tall("ics_sekvens", required=True),
    flagg("avlyst"),
    Column("sendt", Utc),
    dag("flyttet_fra"),
    tall("versjon", required=True),
    UniqueConstraint("helsefellesskap_id", "organnoekkel", "dato"),
)

moete_organ = Table(
    "moete_organ",
    metadata,
    Column("moete_id", ForeignKey("moete.id", ondelete="CASCADE"), primary_key=True),
    *noekkel("plass"),
    Column("organ_id", ForeignKey("organ.id"), nullable=False, index=True),
)

# The columns that begin with `context_` are what was shown last.
conversation = Table(
    "conversation",
    metadata,
    Column("id", Text, primary_key=True),
    ordvalg("kind", ConversationKind),
    tekst("service_url", required=True),
    tekst("tenant_id"),
    tekst("bot_id"),
    tekst("team_id"),
    tekst("name"),
    flagg("installed"),
    flagg("greeted"),
    tall("context_organ_id"),
    tall("context_moete_id"),
    tekst("context_saksnr"),
    Column("context_shown", Utc),
)

# A turn is noted under each of its keys; `turn_key` is the one whose row holds the replies.
handled_turn = Table(
    "handled_turn",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    tekst("turn_key", required=True),
    Column("replies", sa.JSON(none_as_null=True)),
    flagg("sent"),
    Column("at", Utc, nullable=False, index=True),
)

# `stored` is when the row was, by the store's clock: what is kept for a day is counted from there.
open_question = Table(
    "open_question",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("person_id", Text, primary_key=True),
    Column("buttons", sa.JSON, nullable=False),
    Column("asked", Utc, nullable=False),
    Column("stored", Utc, nullable=False),
)

# What is kept of somebody's målform, under the person's key or the channel's id: what was chosen,
# and what a person last wrote in.
maalform = Table(
    "maalform",
    metadata,
    Column("eier", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    ordvalg("valgt", Maalform, required=False),
    ordvalg("sist", Maalform, required=False),
)

# Lines that were not understood. Nothing here leads to a person, a conversation or a time of day, and
# nothing may: `id` is random, `dag` a UTC date.
fraser_til_gjennomsyn = Table(
    "fraser_til_gjennomsyn",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tekst", Text, nullable=False, unique=True),
    tekster("forslag"),
    tekst("valgt"),
    Column("dag", sa.Date, nullable=False, index=True),
    tall("antall", required=True),
)

import_draft = Table(
    "import_draft",
    metadata,
    Column("id", Text, primary_key=True),
    tekst("person_id", required=True),
    tekst("conversation_id", required=True),
    tekst("filename", required=True),
    tekst("reading", required=True),
    Column("created", Utc, nullable=False),
    Column("stored", Utc, nullable=False),
)
