"""Meetings in Teams: which møte each is, who came and went, and the card in its chat."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    moete_id = sa.ForeignKey("moete.id", ondelete="SET NULL")
    op.create_table(
        "teamsmoete",
        sa.Column("conversation_id", sa.Text, primary_key=True),
        sa.Column("meeting_id", sa.Text, nullable=False),
        sa.Column("tittel", sa.Text, nullable=False),
        sa.Column("start", _MOMENT, nullable=False),
        sa.Column("slutt", _MOMENT),
        sa.Column("moete_id", sa.Integer, moete_id, index=True),
    )
    op.create_table(
        "teamsdeltaker",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("conversation_id", sa.Text, nullable=False, index=True),
        sa.Column("navn", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("inne", sa.Boolean, nullable=False),
        sa.Column("aad_id", sa.Text),
        sa.Column("stored", _MOMENT, nullable=False, index=True),
    )
    op.create_table(
        "moetekort",
        sa.Column("bok_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("conversation_id", sa.Text),
        sa.Column("merke", sa.Text),
        sa.Column("ikke_foer", _MOMENT),
        sa.Column("forsoek", sa.Integer, nullable=False),
        sa.Column("feilet", _MOMENT),
        sa.Column("fortalt", sa.Boolean, nullable=False),
        sa.Column("ferdig", sa.Boolean, nullable=False),
        sa.Column("leie", _MOMENT),
    )


def downgrade() -> None:
    for table in ("moetekort", "teamsdeltaker", "teamsmoete"):
        op.drop_table(table)
