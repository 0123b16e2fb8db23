"""Persons, who comes, meldte saker, those in Teams, the outbox and channels; what an organ is."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_OLD_MEMBERS = sa.text(
    "SELECT organ_id, plass, navn, rolle, representerer, helsefellesskap_id"
    " FROM medlem JOIN organ ON organ.id = organ_id ORDER BY organ_id, plass"
)
_NEW_MEMBERS = sa.text(
    "SELECT organ_id, plass, navn, rolle, representerer FROM medlem JOIN person ON person.id = person_id"
)


def upgrade() -> None:
    _columns()
    _persons()
    _frammoete()
    _saker()
    _teams()


def downgrade() -> None:
    for table in ("utboks", "kanal_organ", "teamsbruker", "sakslinje", "meldtsak", "frammoetelinje"):
        op.drop_table(table)
    _persons_down()
    for table, *columns in (
        ("moete", "avlyst", "sendt", "flyttet_fra"),
        ("organnavn", "vedtak"),
        ("organ", "frist_dager", "quorum", "varafrist_timer", "paaminnelse_dager"),
    ):
        for column in columns:
            op.drop_column(table, column)


def _columns() -> None:
    op.add_column("organ", sa.Column("frist_dager", sa.Integer))
    op.add_column("organ", sa.Column("quorum", sa.Integer))
    op.add_column("organ", sa.Column("varafrist_timer", sa.Integer, nullable=False, server_default="24"))
    op.add_column("organ", sa.Column("paaminnelse_dager", sa.Integer, nullable=False, server_default="3"))
    op.add_column("organnavn", sa.Column("vedtak", sa.Text))
    op.add_column("moete", sa.Column("avlyst", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("moete", sa.Column("sendt", _MOMENT))
    op.add_column("moete", sa.Column("flyttet_fra", sa.Date))


def _persons() -> None:
    """A member becomes the person of that name in its helsefellesskap."""
    before = _rows(_OLD_MEMBERS)
    person = op.create_table(
        "person",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("navn", sa.Text, nullable=False),
        sa.Column("epost", sa.Text),
        sa.Column("aad_id", sa.Text),
        sa.Column("arbeidsgiver", sa.Text),
    )
    ids: dict[tuple[int, str], int] = {}
    for row in before:
        key = (row["helsefellesskap_id"], _norm(row["navn"]))
        if key not in ids:
            new = op.get_bind().execute(sa.insert(person).returning(person.c.id), {"navn": row["navn"]})
            ids[key] = new.scalar_one()
        row["person_id"] = ids[key]
    op.drop_table("medlem")
    _fill(_new_medlem(), before)


def _norm(navn: str) -> str:
    return " ".join(navn.casefold().split())


def _new_medlem() -> sa.Table:
    return op.create_table(
        "medlem",
        *_place(),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False, index=True),
        sa.Column("rolle", sa.String(20), nullable=False),
        sa.Column("representerer", sa.Text),
        sa.Column("vara_for", sa.Text),
        sa.Column("rekkefoelge", sa.Integer),
        sa.Column("sete", sa.Text),
        sa.Column("side", sa.String(20)),
        sa.Column("fra", sa.Date),
        sa.Column("til", sa.Date),
    )


def _persons_down() -> None:
    before = _rows(_NEW_MEMBERS)
    op.drop_table("medlem")
    op.drop_table("person")
    table = op.create_table(
        "medlem",
        *_place(),
        sa.Column("navn", sa.Text, nullable=False),
        sa.Column("rolle", sa.String(20), nullable=False),
        sa.Column("representerer", sa.Text),
    )
    _fill(table, before)


def _place() -> Sequence[sa.Column[Any]]:
    organ_id = sa.ForeignKey("organ.id", ondelete="CASCADE")
    return (
        sa.Column("organ_id", sa.Integer, organ_id, primary_key=True),
        sa.Column("plass", sa.Integer, primary_key=True, autoincrement=False),
    )


def _rows(query: sa.TextClause) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in op.get_bind().execute(query)]


def _fill(table: sa.Table, rows: list[dict[str, Any]]) -> None:
    names = set(table.c.keys())
    op.bulk_insert(table, [{name: row[name] for name in names & row.keys()} for row in rows])


def _hvem(prefix: str, *, required: bool = False) -> Sequence[sa.Column[Any]]:
    return (
        sa.Column(f"{prefix}_navn", sa.Text, nullable=not required),
        sa.Column(f"{prefix}_id", sa.Integer),
    )


def _frammoete() -> None:
    moete_id = sa.ForeignKey("moete.id", ondelete="CASCADE")
    op.create_table(
        "frammoetelinje",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("moete_id", sa.Integer, moete_id, nullable=False, index=True),
        sa.Column("slag", sa.String(20), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        *_hvem("person", required=True),
        *_hvem("av"),
        sa.Column("organ_id", sa.Integer),
        *_hvem("for"),
        sa.Column("kall_id", sa.Text),
        sa.Column("frist", _MOMENT),
        sa.Column("klokke", sa.Time),
        sa.Column("sen", sa.Boolean, nullable=False),
        sa.Column("gjelder", sa.Integer),
    )


def _saker() -> None:
    op.create_table(
        "meldtsak",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("organ_id", sa.Integer, sa.ForeignKey("organ.id"), nullable=False, index=True),
        sa.Column("moete_id", sa.Integer, sa.ForeignKey("moete.id"), index=True),
        sa.Column("tittel", sa.Text, nullable=False),
        sa.Column("slag", sa.String(20), nullable=False),
        *_hvem("av", required=True),
        sa.Column("av_key", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("begrunnelse", sa.Text),
        sa.Column("minutter", sa.Integer),
        sa.Column("vedlegg", sa.JSON, nullable=False),
        sa.Column("tilstand", sa.String(20), nullable=False),
        sa.Column("sen", sa.Boolean, nullable=False),
        sa.Column("svar", sa.Text),
        sa.Column("versjon", sa.Integer, nullable=False),
    )
    sak_id = sa.ForeignKey("meldtsak.id", ondelete="CASCADE")
    op.create_table(
        "sakslinje",
        sa.Column("sak_id", sa.Integer, sak_id, primary_key=True),
        sa.Column("plass", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hva", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        *_hvem("av", required=True),
        sa.Column("foer", sa.Text),
    )


def _teams() -> None:
    op.create_table(
        "teamsbruker",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("channel_id", sa.Text, nullable=False),
        sa.Column("navn", sa.Text, nullable=False),
        sa.Column("epost", sa.Text),
        sa.Column("epost_sjekket", _MOMENT),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("ikke", sa.JSON, nullable=False),
        sa.Column("tatt_for", sa.Integer),
        sa.Column("stemmer", sa.JSON, nullable=False),
        sa.Column("conversation_id", sa.Text),
        sa.Column("paaminnelser", sa.Boolean, nullable=False),
    )
    organ_id = sa.ForeignKey("organ.id", ondelete="CASCADE")
    op.create_table(
        "kanal_organ",
        sa.Column("conversation_id", sa.Text, primary_key=True),
        sa.Column("organ_id", sa.Integer, organ_id, primary_key=True),
    )
    op.create_table(
        "utboks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("noekkel", sa.Text, nullable=False, unique=True),
        sa.Column("conversation_id", sa.Text, nullable=False),
        sa.Column("melding", sa.JSON),
        sa.Column("slag", sa.String(20), nullable=False),
        sa.Column("ikke_foer", _MOMENT, nullable=False),
        sa.Column("foerst", _MOMENT, nullable=False),
        sa.Column("person_key", sa.Text, index=True),
        sa.Column("moete_id", sa.Integer),
        sa.Column("tilstand", sa.String(20), nullable=False, index=True),
        sa.Column("forsoek", sa.Integer, nullable=False),
        sa.Column("leie", _MOMENT),
        sa.Column("grunn", sa.Text),
        sa.Column("ferdig", _MOMENT),
    )
