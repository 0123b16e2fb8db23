"""The tables of what members register: who comes, and which saker they raise. Moments are UTC,
`klokke` is local (Oslo).
"""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from bot.domain.frammoete import Slag
from bot.domain.meldtsak import Sakslag, Sakstilstand
from storage import hvem
from storage.columns import Utc, flagg, metadata, noekkel, ordvalg, tall, tekst, tekster

# Rows are added and never changed.
frammoetelinje = Table(
    "frammoetelinje",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("moete_id", ForeignKey("moete.id", ondelete="CASCADE"), nullable=False, index=True),
    ordvalg("slag", Slag),
    Column("at", Utc, nullable=False),
    *hvem.columns("person", required=True),
    *hvem.columns("av"),
    tall("organ_id"),
    *hvem.columns("for"),
    tekst("kall_id"),
    Column("frist", Utc),
    Column("klokke", sa.Time),
    flagg("sen"),
    tall("gjelder"),
)

meldtsak = Table(
    "meldtsak",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organ_id", ForeignKey("organ.id"), nullable=False, index=True),
    Column("moete_id", ForeignKey("moete.id"), index=True),
    tekst("tittel", required=True),
    ordvalg("slag", Sakslag),
    *hvem.columns("av", required=True),
    Column("av_key", Text, nullable=False),
    Column("at", Utc, nullable=False),
    tekst("begrunnelse"),
    tall("minutter"),
    tekster("vedlegg"),
    ordvalg("tilstand", Sakstilstand),
    flagg("sen"),
    tekst("svar"),
    tall("versjon", required=True),
)

# A sak's log: rows are added and never changed.
sakslinje = Table(
    "sakslinje",
    metadata,
    Column("sak_id", ForeignKey("meldtsak.id", ondelete="CASCADE"), primary_key=True),
    *noekkel("plass"),
    tekst("hva", required=True),
    Column("at", Utc, nullable=False),
    *hvem.columns("av", required=True),
    tekst("foer"),
)
