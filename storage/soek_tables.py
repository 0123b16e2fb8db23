"""The table of what can be searched.

Beside it, made by the migration alone and kept by the databases themselves: on SQLite the FTS5 table
`soekbart_fts` over `ord` (with its shadow tables and triggers), on PostgreSQL the generated column
`vektor` with a GIN index. `utenom` tells them from the tables this program describes.
"""

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Table

from bot.domain.soekbart import Soekeslag
from storage.columns import dag, flagg, metadata, ordvalg, tekst

FTS = "soekbart_fts"
VEKTOR = "vektor"

# `id` tells the order (`bot.domain.soekbart.rekkefoelge`); `organer` as «,1,2,». `ord` also holds
# «_o1» for each body and «_s12_2024» for the number of the sak, so that one index narrows by all.
soekbart = Table(
    "soekbart",
    metadata,
    Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("kilde", sa.String(40), nullable=False, index=True),
    ordvalg("slag", Soekeslag),
    Column("moete_id", ForeignKey("moete.id", ondelete="CASCADE"), nullable=False, index=True),
    tekst("organer", required=True),
    dag("dato", required=True),
    tekst("tittel", required=True),
    tekst("tekst", required=True),
    tekst("saksnr"),
    tekst("del_tittel"),
    flagg("aapen"),
    flagg("utkast"),
    tekst("ord", required=True),
)


def utenom(name: str | None, kind: str) -> bool:
    """Whether a table, column or index found in the database is one of those."""
    if kind == "table":
        return bool(name) and str(name).startswith(FTS)
    return name in (VEKTOR, f"ix_soekbart_{VEKTOR}")
