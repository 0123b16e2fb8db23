"""Lines with what they mean, from the YAML files, and whether the Tolk reads them so."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.turn import Meaning, SakRef
from tests.yamlfiler import lest

HERE = Path(__file__).parent
IDS = {"ASU": 1, "PSU": 2, "Fagråd 1": 3, "Fagråd 2": 4}
NOTHING = "ingen"


@dataclass(frozen=True)
class Linje:
    """`writer` is the kind of person; `expected` holds the key slots as the files write them.

    `referat`: the line is said while a referat is open. `sure`: the bot acts, or shows what it would
    do; `strict`: it may do it at once.
    """

    text: str
    intent: str
    writer: str
    expected: dict[str, Any]
    referat: bool = False
    sure: bool = False
    strict: bool = False

    def wrong(self, meaning: Meaning) -> list[str]:
        """What is not as it should be; empty where all is right. Slots count where the bot is sure."""
        if self.intent == NOTHING:
            return [f"answered as {meaning.intent}"] if meaning.sure else []
        if meaning.intent != self.intent or meaning.sure < self.sure or meaning.strict < self.strict:
            return [f"{meaning.intent}, sure {meaning.sure}, strict {meaning.strict}"]
        seen = {name: _seen(name, meaning) for name in self.expected} if meaning.sure else {}
        return [f"{name}: {value}" for name, value in seen.items() if not _same(self.expected[name], value)]


def examples(path: Path) -> list[Linje]:
    rows = lest(path)
    return [_linje(path.stem, "", row) for row in rows]


def heldout(name: str = "heldout.yaml") -> list[Linje]:
    kinds = lest(HERE / name)
    return [_linje(row.pop("i"), writer, row) for writer, rows in kinds.items() for row in rows]


def _linje(intent: str, writer: str, row: dict[str, Any]) -> Linje:
    states = {state: row.pop(state, False) for state in ("referat", "sure", "strict")}
    return Linje(row.pop("t"), intent, writer, row, **states)


def _seen(name: str, meaning: Meaning) -> object:
    slots = meaning.slots
    period = slots.period
    known = {
        "organ": slots.organ_ids,
        "ukjent": None if slots.organ_ids else slots.organ_tekst,
        "sak": slots.sak,
        "side": slots.aspect.value,
        "emne": slots.emne,
        "person": slots.person,
        "fra": period and period.fra,
        "til": period and period.til,
        "fra_organ": slots.extra.get("fra"),
        "til_organ": slots.extra.get("til"),
    }
    return known[name] if name in known else slots.extra.get(name)


def _same(expected: str | date, seen: object) -> bool:
    if isinstance(seen, SakRef):
        return _same_sak(str(expected), seen)
    if isinstance(seen, tuple):
        return seen == (IDS[str(expected)],)
    return seen == expected


def _same_sak(expected: str, sak: SakRef) -> bool:
    kind, _, value = expected.partition(" ")
    if kind == "emne":
        return value in (sak.emne or "").lower()
    if kind == "plass":
        return sak.plass == int(value)
    number, _, year = expected.partition("/")
    return sak.nummer == int(number) and (not year or sak.aar == 2000 + int(year))
