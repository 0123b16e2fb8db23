"""The bodies' own Word templates."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    organ_id = sa.ForeignKey("organ.id", ondelete="CASCADE")
    op.create_table(
        "organmal",
        sa.Column("organ_id", sa.Integer, organ_id, primary_key=True, autoincrement=False),
        sa.Column("filnavn", sa.Text, nullable=False),
        sa.Column("innhold", sa.LargeBinary, nullable=False),
        sa.Column("lagret", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("organmal")
