"""Which målform a person or a channel has chosen, and what a person last wrote in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "maalform",
        sa.Column("eier", sa.Text, primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("valgt", sa.String(20)),
        sa.Column("sist", sa.String(20)),
    )


def downgrade() -> None:
    op.drop_table("maalform")
