"""Organs, møter and conversations. Names of keys come from the naming convention in columns.py."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _register_version()
    _organs()
    _meetings()
    _conversations()


def downgrade() -> None:
    for table in (
        "import_draft",
        "open_question",
        "handled_turn",
        "conversation",
        "moete_organ",
        "moete",
        "medlem",
        "organnavn",
        "organ",
        "helsefellesskap",
        "register_version",
    ):
        op.drop_table(table)


def _register_version() -> None:
    table = op.create_table(
        "register_version",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("versjon", sa.Integer, nullable=False),
    )
    op.bulk_insert(table, [{"id": 1, "versjon": 1}])


def _organs() -> None:
    op.create_table(
        "helsefellesskap",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("navn", sa.Text, nullable=False, unique=True),
    )
    op.create_table(
        "organ",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "helsefellesskap_id",
            sa.Integer,
            sa.ForeignKey("helsefellesskap.id"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "organnavn",
        sa.Column("organ_id", sa.Integer, sa.ForeignKey("organ.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("plass", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("navn", sa.Text, nullable=False),
        sa.Column("slag", sa.String(20), nullable=False),
        sa.Column("fra", sa.Date),
        sa.Column("til", sa.Date),
    )
    op.create_table(
        "medlem",
        sa.Column("organ_id", sa.Integer, sa.ForeignKey("organ.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("plass", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("navn", sa.Text, nullable=False),
        sa.Column("rolle", sa.String(20), nullable=False),
        sa.Column("representerer", sa.Text),
    )


def _meetings() -> None:
    op.create_table(
        "moete",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("helsefellesskap_id", sa.Integer, sa.ForeignKey("helsefellesskap.id"), nullable=False),
        sa.Column("organnoekkel", sa.Text, nullable=False),
        sa.Column("dato", sa.Date, nullable=False),
        sa.Column("start", sa.Time),
        sa.Column("slutt", sa.Time),
        sa.Column("sted", sa.Text),
        sa.Column("arkivsak", sa.Text),
        sa.Column("ics_noekkel", sa.Text, nullable=False, unique=True),
        sa.Column("ics_sekvens", sa.Integer, nullable=False),
        sa.Column("versjon", sa.Integer, nullable=False),
        sa.UniqueConstraint("helsefellesskap_id", "organnoekkel", "dato"),
    )
    op.create_table(
        "moete_organ",
        sa.Column("moete_id", sa.Integer, sa.ForeignKey("moete.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("plass", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("organ_id", sa.Integer, sa.ForeignKey("organ.id"), nullable=False, index=True),
    )


def _conversations() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "conversation",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("service_url", sa.Text, nullable=False),
        sa.Column("tenant_id", sa.Text),
        sa.Column("bot_id", sa.Text),
        sa.Column("team_id", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("installed", sa.Boolean, nullable=False),
        sa.Column("greeted", sa.Boolean, nullable=False),
        sa.Column("context_organ_id", sa.Integer),
        sa.Column("context_moete_id", sa.Integer),
        sa.Column("context_saksnr", sa.Text),
        sa.Column("context_shown", moment),
    )
    op.create_table(
        "handled_turn",
        sa.Column("conversation_id", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("turn_key", sa.Text, nullable=False),
        sa.Column("replies", sa.JSON),
        sa.Column("sent", sa.Boolean, nullable=False),
        sa.Column("at", moment, nullable=False, index=True),
    )
    op.create_table(
        "open_question",
        sa.Column("conversation_id", sa.Text, primary_key=True),
        sa.Column("person_id", sa.Text, primary_key=True),
        sa.Column("buttons", sa.JSON, nullable=False),
        sa.Column("asked", moment, nullable=False),
        sa.Column("stored", moment, nullable=False),
    )
    op.create_table(
        "import_draft",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("person_id", sa.Text, nullable=False),
        sa.Column("conversation_id", sa.Text, nullable=False),
        sa.Column("filename", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.Column("created", moment, nullable=False),
        sa.Column("stored", moment, nullable=False),
    )
