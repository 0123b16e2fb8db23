"""Referater that are kept here (møtebøker and their log) and oppgaver; how an organ approves."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _organ()
    _moetebok()
    _foering()
    _oppgave()


def downgrade() -> None:
    for table in ("oppgavelinje", "oppgaveansvarlig", "oppgave", "foerer", "foering", "moetebok"):
        op.drop_table(table)
    for column in ("merknadsfrist_dager", "godkjenn_ved_taushet", "vurderingsskjema"):
        op.drop_column("organ", column)


def _organ() -> None:
    op.add_column(
        "organ", sa.Column("merknadsfrist_dager", sa.Integer, nullable=False, server_default="10")
    )
    for flag in ("godkjenn_ved_taushet", "vurderingsskjema"):
        op.add_column("organ", sa.Column(flag, sa.Boolean, nullable=False, server_default=sa.false()))


def _moetebok() -> None:
    moete_id = sa.ForeignKey("moete.id", ondelete="CASCADE")
    op.create_table(
        "moetebok",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("moete_id", sa.Integer, moete_id, nullable=False, unique=True),
        sa.Column("aapnet", _MOMENT, nullable=False),
        sa.Column("tilstand", sa.String(20), nullable=False, index=True),
        sa.Column("conversation_id", sa.Text, index=True),
        sa.Column("kort_id", sa.Text),
        sa.Column("kort_vist", sa.Integer, nullable=False),
        sa.Column("siste", sa.Integer, nullable=False),
        sa.Column("merknadsfrist", sa.Date),
        sa.Column("godkjent", _MOMENT),
        sqlite_autoincrement=True,
    )


def _foering() -> None:
    op.create_table(
        "foering",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("bok_id", sa.Integer, _bok(), nullable=False),
        sa.Column("slag", sa.String(20), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        *_hvem("av"),
        sa.Column("akt", sa.Text, nullable=False),
        sa.Column("nr", sa.Integer),
        sa.Column("sak", sa.Integer),
        sa.Column("tekst", sa.Text),
        sa.Column("verdier", sa.JSON, nullable=False),
        sa.Column("gjelder", sa.Integer),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_foering_bok_id", "foering", ["bok_id", "id"])
    op.create_table(
        "foerer",
        sa.Column("person_key", sa.Text, primary_key=True),
        sa.Column("bok_id", sa.Integer, _bok(), nullable=False, index=True),
    )


def _oppgave() -> None:
    op.create_table(
        "oppgave",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("organ_id", sa.Integer, sa.ForeignKey("organ.id"), nullable=False),
        sa.Column("nr", sa.Integer, nullable=False),
        sa.Column("moete_id", sa.Integer, sa.ForeignKey("moete.id"), nullable=False, index=True),
        sa.Column("hva", sa.Text, nullable=False),
        sa.Column("sak", sa.Text),
        sa.Column("sak_tittel", sa.Text),
        sa.Column("frist", sa.Date, index=True),
        sa.Column("frister", sa.JSON, nullable=False),
        sa.Column("tilstand", sa.String(20), nullable=False),
        sa.Column("bok_id", sa.Integer, sa.ForeignKey("moetebok.id"), index=True),
        sa.Column("punkt", sa.Integer),
        sa.Column("hjemmel", sa.Text),
        sa.Column("versjon", sa.Integer, nullable=False),
        sa.UniqueConstraint("organ_id", "nr"),
    )
    op.create_table(
        "oppgaveansvarlig",
        *_place(),
        sa.Column("person_navn", sa.Text, nullable=False),
        sa.Column("person_id", sa.Integer, index=True),
    )
    op.create_table(
        "oppgavelinje",
        *_place(),
        sa.Column("hva", sa.String(20), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        *_hvem("av"),
        sa.Column("foer", sa.Text),
        sa.Column("etter", sa.Text),
    )


def _bok() -> sa.ForeignKey:
    return sa.ForeignKey("moetebok.id", ondelete="CASCADE")


def _place() -> Sequence[sa.Column[Any]]:
    oppgave_id = sa.ForeignKey("oppgave.id", ondelete="CASCADE")
    return (
        sa.Column("oppgave_id", sa.Integer, oppgave_id, primary_key=True),
        sa.Column("plass", sa.Integer, primary_key=True, autoincrement=False),
    )


def _hvem(prefix: str) -> Sequence[sa.Column[Any]]:
    return (sa.Column(f"{prefix}_navn", sa.Text), sa.Column(f"{prefix}_id", sa.Integer))
