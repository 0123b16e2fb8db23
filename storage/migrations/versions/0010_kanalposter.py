"""How posts are sent and changed, what channels want, sammendrag, and oppdrag from one organ to another."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _utboks()
    _kanaler()
    _sending()
    _sammendrag()
    _oppdrag()


def downgrade() -> None:
    for table in ("oppdragslinje", "oppdrag", "sammendrag", "takt", "bane"):
        op.drop_table(table)
    op.drop_column("kanal_organ", "oensker")
    _words_of_before()
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("ix_utboks_noekkel_prefix", "utboks")
    for index in ("aktivitet", "conversation_id", "gjelder", "tilstand_foerst"):
        op.drop_index(f"ix_utboks_{index}", "utboks")
    op.create_index("ix_utboks_tilstand", "utboks", ["tilstand"])
    for column in ("operasjon", "gjelder", "aktivitet", "i_tvil", "siden"):
        op.drop_column("utboks", column)


def _words_of_before() -> None:
    """The program of before reads every row, and knows neither changes nor the new slag: what waits it can
    send all the same.
    """
    op.execute("DELETE FROM utboks WHERE operasjon <> 'ny'")
    op.execute("UPDATE utboks SET tilstand = 'doed' WHERE tilstand = 'uviss'")
    op.execute(
        "UPDATE utboks SET slag = 'sak'"
        " WHERE slag IN ('eventuelt', 'sammendrag', 'oppdrag', 'digest', 'drift')"
    )


def _utboks() -> None:
    op.add_column("utboks", sa.Column("operasjon", sa.String(20), nullable=False, server_default="ny"))
    op.add_column("utboks", sa.Column("gjelder", sa.Text))
    op.add_column("utboks", sa.Column("aktivitet", sa.Text))
    op.add_column("utboks", sa.Column("i_tvil", sa.Integer, nullable=False, server_default="0"))
    op.add_column("utboks", sa.Column("siden", _MOMENT))
    op.execute("UPDATE utboks SET siden = foerst")
    # A word of a post that has been deleted must not be taken for another's: no id comes again.
    with op.batch_alter_table("utboks", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("siden", existing_type=_MOMENT, nullable=False)
    for column in ("aktivitet", "conversation_id", "gjelder"):
        op.create_index(f"ix_utboks_{column}", "utboks", [column])
    op.drop_index("ix_utboks_tilstand", "utboks")
    claimed = ["tilstand", "foerst", "conversation_id", "id", "ikke_foer"]
    op.create_index("ix_utboks_tilstand_foerst", "utboks", claimed)
    if op.get_bind().dialect.name == "postgresql":
        by_bytes = {"noekkel": "text_pattern_ops"}
        op.create_index("ix_utboks_noekkel_prefix", "utboks", ["noekkel"], postgresql_ops=by_bytes)


def _kanaler() -> None:
    op.add_column("kanal_organ", sa.Column("oensker", sa.JSON))


def _sending() -> None:
    op.create_table(
        "bane",
        sa.Column("conversation_id", sa.Text, primary_key=True),
        sa.Column("neste", _MOMENT),
        sa.Column("leie", _MOMENT),
        sa.Column("holder", sa.Text),
        sa.Column("nylig", sa.JSON, nullable=False),
        sa.Column("stengt", _MOMENT),
    )
    op.execute(
        "INSERT INTO bane (conversation_id, nylig) SELECT lane.conversation_id, '{}'"
        " FROM (SELECT '' AS conversation_id UNION SELECT conversation_id FROM utboks) AS lane"
    )
    op.create_table(
        "takt",
        sa.Column("plan", sa.Text, primary_key=True),
        sa.Column("forfall", _MOMENT, primary_key=True),
        sa.Column("at", _MOMENT, nullable=False),
    )


def _sammendrag() -> None:
    moete_id = sa.ForeignKey("moete.id", ondelete="CASCADE")
    op.create_table(
        "sammendrag",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("moete_id", sa.Integer, moete_id, nullable=False, unique=True),
        sa.Column("tilstand", sa.String(20), nullable=False),
        sa.Column("innledning", sa.Text),
        sa.Column("utelatt", sa.JSON, nullable=False),
        sa.Column("vist", sa.JSON, nullable=False),
        sa.Column("vist_innledning", sa.Text),
        sa.Column("merke", sa.Text),
        sa.Column("lagt_ut", _MOMENT),
        sa.Column("lagt_ut_av_navn", sa.Text),
        sa.Column("lagt_ut_av_id", sa.Integer),
        sa.Column("rettet", _MOMENT),
        sa.Column("versjon", sa.Integer, nullable=False),
    )


def _oppdrag() -> None:
    til_organ_id = sa.ForeignKey("organ.id", name="fk_oppdrag_til_organ")
    op.create_table(
        "oppdrag",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("fra_organ_id", sa.Integer, sa.ForeignKey("organ.id"), nullable=False, index=True),
        sa.Column("til_organ_id", sa.Integer, til_organ_id, nullable=False),
        sa.Column("nr", sa.Integer, nullable=False),
        sa.Column("moete_id", sa.Integer, sa.ForeignKey("moete.id"), index=True),
        sa.Column("kilde", sa.Text, nullable=False),
        sa.Column("sak", sa.Text),
        sa.Column("tekst", sa.Text, nullable=False),
        sa.Column("frist", sa.Date),
        sa.Column("tilstand", sa.String(20), nullable=False),
        sa.Column("foreslaatt", _MOMENT, nullable=False),
        sa.Column("sendt", _MOMENT),
        sa.Column("svar", sa.Text),
        sa.Column("besvart", _MOMENT),
        sa.Column("versjon", sa.Integer, nullable=False),
        sa.UniqueConstraint("til_organ_id", "nr"),
        sa.UniqueConstraint("kilde", "til_organ_id"),
    )
    oppdrag_id = sa.ForeignKey("oppdrag.id", ondelete="CASCADE")
    op.create_table(
        "oppdragslinje",
        sa.Column("oppdrag_id", sa.Integer, oppdrag_id, primary_key=True),
        sa.Column("plass", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hva", sa.String(20), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("av_navn", sa.Text),
        sa.Column("av_id", sa.Integer),
        sa.Column("tekst", sa.Text),
    )
