"""Gold against answer, fact by fact.

A fact is one non-empty leaf of the --json form. Its verdict is FOUND, MISSING (gold has it, the
answer nothing), or WRONG (the answer says something else, or something that gold has not).
`false` is no fact: a flag counts where it is set.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

SIMILAR = 0.95
LONG = 60
_MARKER = re.compile(r"^\s*(?:[•▪◦o*–-]|\d{1,2}[.)]|[a-z][.)])\s+", re.M)
_MINUTES = ("innhold", "innledning", "konklusjon", "punkter")
_LOOSE = ("hva", "status", "sted")
_TEXTS = ("tekst", "innledning", "konklusjon", "punkter", "forslag", "vedlegg")


class Verdict(StrEnum):
    FOUND = "found"
    MISSING = "missing"
    WRONG = "wrong"


@dataclass(frozen=True)
class Fact:
    path: str
    verdict: Verdict
    gold: Any = None
    answer: Any = None
    surplus: bool = False  # a WRONG that gold has nothing for

    @property
    def field(self) -> str:
        return re.sub(r"\[[^\]]*\]", "", self.path)


def compare(gold: dict[str, Any], answer: dict[str, Any]) -> list[Fact]:
    """All facts of `gold`, and what `answer` says beyond it. Merknader are not compared here."""
    skip = ("merknader", "ikke_tolket")
    keys = [k for k in [*gold, *(k for k in answer if k not in gold)] if k not in skip]
    return [f for k in keys for f in _any(k, gold.get(k), answer.get(k))]


def _any(path: str, gold: Any, answer: Any) -> Iterator[Fact]:
    if gold == "*":
        return
    if isinstance(gold, list) and path.rsplit(".", 1)[-1] == "tekst":
        gold = "\n".join(gold)
    if _is_rows(gold) or _is_rows(answer):
        yield from _rows(path, gold or [], answer or [])
    elif isinstance(gold, list) or isinstance(answer, list):
        yield from _strings(path, _as_list(gold), _as_list(answer))
    elif isinstance(gold, dict) or isinstance(answer, dict):
        yield from _fields(path, gold or {}, answer or {})
    else:
        yield from _scalar(path, gold, answer)


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(v, dict) for v in value)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if _empty(value) else [value]


def _fields(path: str, gold: dict[str, Any], answer: dict[str, Any]) -> Iterator[Fact]:
    if path.rsplit("[", 1)[0].endswith(".saker"):
        yield from _minutes(path, gold, answer)
        gold, answer = ({k: v for k, v in d.items() if k not in _MINUTES} for d in (gold, answer))
    for key in [*gold, *(k for k in answer if k not in gold)]:
        if key != "valgfri":
            yield from _any(f"{path}.{key}", gold.get(key), answer.get(key))


def _minutes(path: str, gold: dict[str, Any], answer: dict[str, Any]) -> Iterator[Fact]:
    """The texts of a referatsak. How they are cut into paragraphs is not compared, only which words stand
    where; `innhold` is what may stand in any of the three lists."""
    said = {k: squeezed("\n".join(map(str, answer.get(k) or []))) for k in _MINUTES[1:]}
    wanted = [(k, w) for k in _MINUTES for w in gold.get(k) or []]
    for key, text in wanted:
        optional = text.startswith("~")
        options = [squeezed(w) for w in text.removeprefix("~").split("||")]
        places = list(said) if key == "innhold" or optional else [key]
        spot = next(((p, o) for p in places for o in options if o in said[p]), None)
        if spot:
            said[spot[0]] = said[spot[0]].replace(spot[1], "\0", 1)
            yield Fact(f"{path}.{key}", Verdict.FOUND, text, text)
        elif not optional:
            yield Fact(f"{path}.{key}", Verdict.MISSING, text)
    for key, rest in said.items():
        for left in rest.split("\0"):
            if len(left) > 2:
                yield Fact(f"{path}.{key}", Verdict.WRONG, None, left, surplus=True)


def squeezed(text: str) -> str:
    """Letters and figures alone, so that neither marker nor line nor hyphen matters."""
    return "".join(re.findall(r"\w", fold(text).casefold()))


def _empty(value: Any) -> bool:
    return value in (None, "", [], {}, False) or str(value).lower() in ("false", "null", "~")


def _scalar(path: str, gold: Any, answer: Any) -> Iterator[Fact]:
    wanted = [w.strip() for w in str(gold).split("||")] if not _empty(gold) else ["~"]
    if _empty(answer):
        if "~" not in wanted:
            yield Fact(path, Verdict.MISSING, gold)
    elif any(w != "~" and same(path, w, answer) for w in wanted):
        yield Fact(path, Verdict.FOUND, gold, answer)
    else:
        yield Fact(path, Verdict.WRONG, gold, answer, surplus="~" in wanted)


def _strings(path: str, gold: list[Any], answer: list[Any]) -> Iterator[Fact]:
    left = list(answer)
    for wanted in gold:
        optional = str(wanted).startswith("~")
        options = [w.strip() for w in str(wanted).removeprefix("~").split("||")]
        hit = next((a for a in left if any(same(path, w, a) for w in options)), None)
        if hit is not None:
            left.remove(hit)
            yield Fact(path, Verdict.FOUND, wanted, hit)
        elif not optional:
            yield Fact(path, Verdict.MISSING, wanted)
    yield from (Fact(path, Verdict.WRONG, None, a, surplus=True) for a in left)


def _rows(path: str, gold: list[Any], answer: list[Any]) -> Iterator[Fact]:
    likeness = next((f for end, f in _LIKENESS.items() if path.endswith(end)), _by_title)
    pairs = _align(gold, answer, likeness)
    for i, g in enumerate(gold):
        spot = f"{path}[{g.get('saksnr') or g.get('navn') or g.get('nr') or i}]"
        if i in pairs:
            yield from _fields(spot, g, answer[pairs[i]])
        elif "valgfri" not in g:
            yield from _fields(spot, g, {})
    for j, a in enumerate(answer):
        if j not in pairs.values():
            yield from _fields(f"{path}[+{j}]", {}, a)


Likeness = Callable[[dict[str, Any], dict[str, Any]], float]


def _align(gold: list[Any], answer: list[Any], likeness: Likeness) -> dict[int, int]:
    """Gold index to answer index: the likest pairs first, each used once, those in order preferred."""
    scored = [
        (likeness(g, a) - 0.01 * abs(i - j), i, j) for i, g in enumerate(gold) for j, a in enumerate(answer)
    ]
    pairs: dict[int, int] = {}
    for score, i, j in sorted(scored, key=lambda s: -s[0]):
        if score >= 0.4 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _first(row: dict[str, Any], key: str) -> str:
    return fold(str(row.get(key) or "").split("||")[0]).casefold()


def _ratio(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio() if a and b else 0.0


def _equal(g: dict[str, Any], a: dict[str, Any], key: str) -> float:
    return float(
        bool(_first(g, key)) and _first(g, key).replace(" ", "") == _first(a, key).replace(" ", "")
    )


def _by_title(g: dict[str, Any], a: dict[str, Any]) -> float:
    own = next(
        (_ratio(_first(g, k), _first(a, k)) for k in ("tittel", "overskrift", "tekst") if k in g), 0.0
    )
    return 0.6 * _equal(g, a, "saksnr") + 0.6 * own + 0.2 * _equal(g, a, "start") + 0.1 * _equal(g, a, "nr")


def _by_name(g: dict[str, Any], a: dict[str, Any]) -> float:
    ratio = _ratio(_first(g, "navn"), _first(a, "navn"))
    return ratio if ratio > 0.75 else 0.0


def _by_event(g: dict[str, Any], a: dict[str, Any]) -> float:
    both = 0.3 if _empty(g.get("dato")) and _empty(a.get("dato")) else 0.6 * _equal(g, a, "dato")
    return both + 0.3 * _overlap(_first(g, "hva"), _first(a, "hva")) if both else 0.0


def _by_task(g: dict[str, Any], a: dict[str, Any]) -> float:
    return 0.3 * _equal(g, a, "sak") + 0.9 * _overlap(_first(g, "hva"), _first(a, "hva"))


def _by_letter(g: dict[str, Any], a: dict[str, Any]) -> float:
    return 0.3 * _equal(g, a, "bokstav") + 0.5 * _ratio(_first(g, "tekst")[:200], _first(a, "tekst")[:200])


def _by_part(g: dict[str, Any], a: dict[str, Any]) -> float:
    if _empty(g.get("tittel")) or _empty(a.get("tittel")):
        return 0.5 if _empty(g.get("tittel")) and _empty(a.get("tittel")) else 0.41
    return _ratio(_first(g, "tittel"), _first(a, "tittel"))


_LIKENESS: dict[str, Likeness] = {
    "ansvarlige": _by_name,
    "tilstede": _by_name,
    "forfall": _by_name,
    "hendelser": _by_event,
    "oppfoelging": _by_task,
    "underpunkter": _by_letter,
    "deler": _by_part,
}


def _overlap(a: str, b: str) -> float:
    wanted, given = (set(re.findall(r"\w{3,}|\d+", t)) for t in (a, b))
    return len(wanted & given) / len(wanted) if wanted else 0.0


def fold(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u00a0", " ")
    text = re.sub(r"[–—−‑]", "-", text).replace("“", '"').replace("”", '"').replace("’", "'")
    return " ".join(_MARKER.sub("", text).split())


def same(path: str, wanted: Any, given: Any) -> bool:
    """Whether two leaves are the same fact. Names are strict; free texts of a hendelse are loose."""
    field = path.rsplit(".", 1)[-1]
    a, b = fold(str(wanted)), fold(str(given))
    if field == "navn" or field in ("referenter", "moeteleder", "saksansvarlig", "saksbehandler"):
        return a == b
    a, b = (re.sub(r"\s*([-/])\s*", r"\1", t).casefold().strip(" .:;,") for t in (a, b))
    if field == "saksnr":
        return a.replace(" ", "") == b.replace(" ", "")
    if field in _LOOSE:
        return a == b or _overlap(a, b) >= 0.6
    return a == b or (field in _TEXTS and max(len(a), len(b)) > LONG and similar(a, b))


def similar(a: str, b: str) -> bool:
    """By characters where short enough for that, else by words."""
    x, y = (a, b) if len(a) + len(b) < 600 else (a.split(), b.split())
    matcher = SequenceMatcher(None, x, y, autojunk=False)
    return (
        matcher.real_quick_ratio() >= SIMILAR
        and matcher.quick_ratio() >= SIMILAR
        and matcher.ratio() >= SIMILAR
    )
