"""Lines that were not understood, for review: text only, with a date and a count."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fraser_til_gjennomsyn",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("tekst", sa.Text, nullable=False, unique=True),
        sa.Column("forslag", sa.JSON, nullable=False),
        sa.Column("valgt", sa.Text),
        sa.Column("dag", sa.Date, nullable=False, index=True),
        sa.Column("antall", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("fraser_til_gjennomsyn")
