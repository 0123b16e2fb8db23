"""A møte's papers: innkalling and referat, a table for each kind of list in them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _hendelse()
    _innkalling()
    _saksfremlegg()
    _referat()


def downgrade() -> None:
    for table in (
        "oppfoelging",
        "referatsak",
        "referatdel",
        "deltaker",
        "referat",
        "seksjon",
        "vedlegg",
        "underpunkt",
        "forslag",
        "saksfremlegg",
        "ansvarlig",
        "agendapunkt",
        "innkalling",
        "hendelse",
    ):
        op.drop_table(table)


def _paper(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("moete_id", sa.Integer, sa.ForeignKey("moete.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("utvalg", sa.Text),
        sa.Column("moetested", sa.Text),
        sa.Column("arkivsak", sa.Text),
        sa.Column("dato", sa.Date),
        sa.Column("start", sa.Time),
        sa.Column("slutt", sa.Time),
        *columns,
    )


def _rows(name: str, under: str, places: dict[str, str], *columns: sa.Column[Any]) -> None:
    """`places`: the key columns that name the row in `under`, and what they are called there."""
    here = ["moete_id", *places]
    there = [f"{under}.{column}" for column in ("moete_id", *places.values())]
    op.create_table(
        name,
        *(sa.Column(n, sa.Integer, primary_key=True, autoincrement=False) for n in (*here, "plass")),
        *columns,
        sa.ForeignKeyConstraint(here, there, ondelete="CASCADE"),
    )


def _hendelse() -> None:
    op.create_table(
        "hendelse",
        sa.Column("moete_id", sa.Integer, sa.ForeignKey("moete.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kilde", sa.Text, primary_key=True),
        sa.Column("plass", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("type", sa.String(20), nullable=False),
        sa.Column("hva", sa.Text, nullable=False),
        sa.Column("dato", sa.Date),
        sa.Column("start", sa.Time),
        sa.Column("slutt", sa.Time),
        sa.Column("sted", sa.Text),
        sa.Column("status", sa.String(20)),
        sa.Column("saksnr", sa.Text),
        sa.Column("organ", sa.Text),
    )


def _innkalling() -> None:
    _paper("innkalling")
    _rows(
        "agendapunkt",
        "innkalling",
        {},
        sa.Column("type", sa.String(20), nullable=False),
        sa.Column("tittel", sa.Text, nullable=False),
        sa.Column("saksnr", sa.Text),
        sa.Column("start", sa.Time),
        sa.Column("slutt", sa.Time),
        sa.Column("minutter", sa.Integer),
        sa.Column("punkter", sa.JSON, nullable=False),
    )
    _rows(
        "ansvarlig",
        "agendapunkt",
        {"agenda_plass": "plass"},
        sa.Column("navn", sa.Text, nullable=False),
        sa.Column("tilknytning", sa.Text),
        sa.Column("rolle", sa.Text),
    )


def _saksfremlegg() -> None:
    fremlegg = {"fremlegg_plass": "plass"}
    _rows(
        "saksfremlegg",
        "innkalling",
        {},
        sa.Column("saksnr", sa.Text, nullable=False),
        sa.Column("tittel", sa.Text, nullable=False),
        sa.Column("utvalg", sa.Text),
        sa.Column("dato", sa.Date),
        sa.Column("saksansvarlig", sa.JSON, nullable=False),
        sa.Column("saksbehandler", sa.JSON, nullable=False),
    )
    _rows(
        "forslag",
        "saksfremlegg",
        fremlegg,
        sa.Column("tekst", sa.Text, nullable=False),
        sa.Column("nr", sa.Integer),
        sa.Column("aapent_for_innspill", sa.Boolean, nullable=False),
    )
    _rows(
        "underpunkt",
        "forslag",
        {"fremlegg_plass": "fremlegg_plass", "forslag_plass": "plass"},
        sa.Column("bokstav", sa.Text, nullable=False),
        sa.Column("tekst", sa.Text, nullable=False),
    )
    _rows("vedlegg", "saksfremlegg", fremlegg, sa.Column("tekst", sa.Text, nullable=False))
    _rows(
        "seksjon",
        "saksfremlegg",
        fremlegg,
        sa.Column("overskrift", sa.Text, nullable=False),
        sa.Column("tekst", sa.Text, nullable=False),
    )


def _referat() -> None:
    _paper("referat", sa.Column("moeteleder", sa.Text), sa.Column("referenter", sa.JSON, nullable=False))
    op.create_table(
        "deltaker",
        sa.Column(
            "moete_id", sa.Integer, sa.ForeignKey("referat.moete_id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("liste", sa.Text, primary_key=True),
        sa.Column("plass", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("navn", sa.Text, nullable=False),
        sa.Column("tilknytning", sa.JSON, nullable=False),
        sa.Column("rolle", sa.Text),
        sa.Column("vara", sa.Boolean, nullable=False),
        sa.Column("vara_for", sa.Text),
    )
    _rows("referatdel", "referat", {}, sa.Column("tittel", sa.Text))
    _rows(
        "referatsak",
        "referatdel",
        {"del_plass": "plass"},
        sa.Column("saksnr", sa.Text),
        sa.Column("tittel", sa.Text, nullable=False),
        sa.Column("saksnr_rettet", sa.Text),
        sa.Column("innleder", sa.Text),
        sa.Column("innledning", sa.JSON, nullable=False),
        sa.Column("konklusjon", sa.JSON, nullable=False),
        sa.Column("punkter", sa.JSON, nullable=False),
    )
    _rows(
        "oppfoelging",
        "referat",
        {},
        sa.Column("sak", sa.Text, nullable=False),
        sa.Column("hva", sa.Text, nullable=False),
        sa.Column("ansvarlig", sa.Text),
        sa.Column("frist", sa.Date),
        sa.Column("del_tittel", sa.Text),
    )
