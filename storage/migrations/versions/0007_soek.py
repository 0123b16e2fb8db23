"""What can be searched: one table, an index over its words as each database makes them.

What is stored already is indexed by «helsebot search --rebuild».
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_OLD = "INSERT INTO soekbart_fts(soekbart_fts, rowid, ord) VALUES ('delete', old.id, old.ord);"
_NEW = "INSERT INTO soekbart_fts(rowid, ord) VALUES (new.id, new.ord);"
# Words are given as they are to be found, parted by blanks: neither database is to take them apart.
_SQLITE = (
    "CREATE VIRTUAL TABLE soekbart_fts USING fts5("
    "ord, content='soekbart', content_rowid='id', detail=none, tokenize=\"ascii tokenchars '_'\")",
    f"CREATE TRIGGER soekbart_ny AFTER INSERT ON soekbart BEGIN {_NEW} END",
    f"CREATE TRIGGER soekbart_bort AFTER DELETE ON soekbart BEGIN {_OLD} END",
    f"CREATE TRIGGER soekbart_endret AFTER UPDATE ON soekbart BEGIN {_OLD} {_NEW} END",
)
_POSTGRES = (
    "ALTER TABLE soekbart ADD COLUMN vektor tsvector"
    " GENERATED ALWAYS AS (array_to_tsvector(string_to_array(ord, ' '))) STORED",
    "CREATE INDEX ix_soekbart_vektor ON soekbart USING gin (vektor)",
    "ALTER TABLE soekbart ALTER COLUMN vektor SET STATISTICS 1000",
)


def upgrade() -> None:
    op.create_table(
        "soekbart",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("kilde", sa.String(40), nullable=False, index=True),
        sa.Column("slag", sa.String(20), nullable=False),
        sa.Column(
            "moete_id",
            sa.Integer,
            sa.ForeignKey("moete.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("organer", sa.Text, nullable=False),
        sa.Column("dato", sa.Date, nullable=False),
        sa.Column("tittel", sa.Text, nullable=False),
        sa.Column("tekst", sa.Text, nullable=False),
        sa.Column("saksnr", sa.Text),
        sa.Column("del_tittel", sa.Text),
        sa.Column("aapen", sa.Boolean, nullable=False),
        sa.Column("utkast", sa.Boolean, nullable=False),
        sa.Column("ord", sa.Text, nullable=False),
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRES:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE soekbart_fts")
    op.drop_table("soekbart")
