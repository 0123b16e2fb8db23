"""The tables of meetings in Teams, who was in them, and the cards in their chats. Moments are UTC.

What Teams names is kept by Teams' own ids without foreign keys.
"""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from storage.columns import Utc, flagg, metadata, tall, tekst

teamsmoete = Table(
    "teamsmoete",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    tekst("meeting_id", required=True),
    tekst("tittel", required=True),
    Column("start", Utc, nullable=False),
    Column("slutt", Utc),
    Column("moete_id", ForeignKey("moete.id", ondelete="SET NULL"), index=True),
)

# `stored` is when the row was, by the store's clock: what is kept for a month is counted from there.
teamsdeltaker = Table(
    "teamsdeltaker",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("conversation_id", Text, nullable=False, index=True),
    tekst("navn", required=True),
    Column("at", Utc, nullable=False),
    flagg("inne"),
    tekst("aad_id"),
    Column("stored", Utc, nullable=False, index=True),
)

# `leie` is until when somebody holds it.
moetekort = Table(
    "moetekort",
    metadata,
    Column("bok_id", Integer, primary_key=True, autoincrement=False),
    tekst("conversation_id"),
    tekst("merke"),
    Column("ikke_foer", Utc),
    tall("forsoek", required=True),
    Column("feilet", Utc),
    flagg("fortalt"),
    flagg("ferdig"),
    Column("leie", Utc),
)
