"""Who and what the torture's posts go to: eight channels and four people, and how Teams speaks for them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.cli import demo
from bot.clock import OSLO
from tests.teams.chat import BOT, TENANT, melding
from tests.wire.folk import aad

START = datetime(2024, 4, 10, 9, 0, tzinfo=OSLO)
"""A Wednesday forenoon: nothing waits for the morning."""
ASU, PSU = "Administrativt samarbeidsutvalg", "Politisk samarbeidsutvalg"
LEDER, SEKRETAER, MEDLEM, ANNEN = "Astrid Fjellvang", "Frode Lyngmo", "Borgar Nesdal", "Pia Strand"
PEOPLE = (LEDER, SEKRETAER, MEDLEM, ANNEN)
CHANNELS = tuple(f"19:tortur{number:02}@thread.tacv2" for number in range(8))
DOOR_CHANNELS = CHANNELS[-2:]
"""What comes here is what the program itself decides to tell: they are ASU's, the others PSU's."""
HOT = CHANNELS[0]
"""Gets so much at once that its limits are what holds it back."""

_BODIES = f"helsefellesskap;navn;kort;frist_dager\nFjord og fjell;{ASU};ASU;3\nFjord og fjell;{PSU};PSU;\n"
_MEMBERS = "organ;navn;rolle;aad_id\n" + "".join(
    f"{organ};{name};{role};{aad(name)}\n"
    for organ, name, role in [
        (ASU, LEDER, "leder"),
        (ASU, MEDLEM, "medlem"),
        (ASU, SEKRETAER, "sekretariat"),
        (PSU, ANNEN, "medlem"),
        (PSU, SEKRETAER, "sekretariat"),
    ]
)


@dataclass(frozen=True)
class Papers:
    bodies: Path
    members: Path
    paper: Path


def papers(folder: Path) -> Papers:
    """What the program is given before it begins."""
    made = Papers(folder / "organer.csv", folder / "medlemmer.csv", folder / "april.txt")
    made.bodies.write_text(_BODIES, "utf-8")
    made.members.write_text(_MEMBERS, "utf-8")
    made.paper.write_bytes(demo.innkalling(date(2024, 4, 1)))
    return made


def chat(name: str) -> str:
    return f"a:1{name}"


def targets() -> tuple[str, ...]:
    """The twelve conversations."""
    return (*CHANNELS, *(chat(name) for name in PEOPLE))


def said(line: str, where: str, name: str, elapsed: float) -> dict[str, Any]:
    """What that person writes there, that long after the beginning; in a channel it is a new thread."""
    at = (START + timedelta(seconds=elapsed)).isoformat()
    sender = {"id": f"29:{name}", "name": name, "aadObjectId": aad(name)}
    if where.startswith("a:"):
        there = {"id": where, "conversationType": "personal", "tenantId": TENANT}
        return melding(line, **{"from": sender, "conversation": there, "timestamp": at})
    there = {
        "id": f"{where};messageid={int(elapsed * 1000) + 1712800000000}",
        "conversationType": "channel",
        "isGroup": True,
        "tenantId": TENANT,
    }
    mention = {"type": "mention", "mentioned": BOT, "text": "<at>Helsebot</at>"}
    data = {
        "tenant": {"id": TENANT},
        "team": {"id": "19:team@thread.tacv2", "name": "Samarbeid"},
        "channel": {"id": where, "name": "Kanal"},
    }
    more = {"from": sender, "conversation": there, "timestamp": at, "channelData": data}
    return melding(f"<at>Helsebot</at> {line}", entities=[mention], **more)


def who_writes_in(where: str) -> str:
    """Who brings a closed conversation back to life."""
    return where.removeprefix("a:1") if where.startswith("a:") else SEKRETAER
