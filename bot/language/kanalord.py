"""What a line says of a channel's posts: which kinds, whether they are wanted, how long before a møte.

Read from its own words: a line that no sentence fits is only near one, which may say the opposite.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain.kanaloensker import Kanalslag
from bot.language.lesning import Lesning
from bot.language.tegn import number_of
from bot.turn import Meaning

_SLAG = {
    "innkalling": Kanalslag.INNKALLING,
    "eventuelt": Kanalslag.EVENTUELT,
    "påminn": Kanalslag.PAAMINNELSE,
    "minn": Kanalslag.PAAMINNELSE,
    "sammendrag": Kanalslag.SAMMENDRAG,
    "referat": Kanalslag.GODKJENT,
    "oppgave": Kanalslag.OPPGAVER,
    "oppgåve": Kanalslag.OPPGAVER,
    "ukesoversikt": Kanalslag.DIGEST,
}
"""By the beginning of a word."""
_WEEK = 7
_NOT = re.compile(
    r"\b(?:ikke|ikkje|ikkj|itj|kje|ingen|slutt\w*|stopp\w*|stans\w*|dropp\w*|kutt\w*|demp\w*|færre|fjern\w*"
    r"|slett\w*|avslutt\w*|nok|slepp\w*|slipp\w*|ta(?:k)?k? nei)\b|\b(?:slå|skru)\w*\b.*\bav\b|\bav\W*$",
    re.IGNORECASE,
)
_POLITE_NOT = re.compile(
    r"^\W*(?:kan|kunne|vil|kainn|kunn)\s+(?:du\s+)?(?:ikke|ikkje|itj)\s+(?:du\s+)?", re.IGNORECASE
)
"""«Kan du ikke minne oss på møtet?» is a wish."""
_BUT = re.compile(r"\bmen\b", re.IGNORECASE)
_ASKS = re.compile(r"^\W*(?:hva|hvilke\w*|hvor\w*|når|kva|kvifor|kor|ka|koffer|er|har)\b", re.IGNORECASE)
_BEFORE = r"\s+(?:før|i\s+for(?:veien|vegen|kant)|i\s+førevegen|på\s+forh[åa]nd)"
_DAYS = re.compile(rf"(\w+)\s+(dag|dager|dagar|daga|uke|uker|veke|veker)(?:{_BEFORE})", re.IGNORECASE)
_THE_DAY = re.compile(rf"\bdagen(?:{_BEFORE})|\bkvelden\s+før", re.IGNORECASE)
_THE_WEEK = re.compile(rf"\b(?:uka|uken|veka)(?:{_BEFORE})", re.IGNORECASE)
_REMIND = re.compile(r"\bminn\b|\bminne\b|p[åa]min", re.IGNORECASE)
_NO_MOETE = re.compile(r"\bfrist|oppg[åa]v|referat|innkalling|\bsaks?\b|\bsaker|sakspap", re.IGNORECASE)
_HERE = frozenset({"her", "hit", "kanal"})
_MINE = re.compile(r"\b(?:meg|mæ|mei|mæg|min|mi|mine|mitt)\b", re.IGNORECASE)
_FROM_NOW_ON = re.compile(
    r"^\W*(?:kan du |vær så snill å |helsebot,? )?(?:legg\w*|lægg\w*)\s+(?:alltid\s+|gjerne\s+)?ut\s+"
    r"(?:alle\s+|nye\s+)?"
    r"(?P<hva>sammendrag|samandrag|referater|referata|referat)"
    r"\s+(?:her|hit|i\s+(?:denne\s+|den\s+)?kanalen?)(?:\s+igjen)?\W*$",
    re.IGNORECASE,
)
"""«Legg ut sammendrag her»; one of them is «sammendraget», or «et sammendrag»."""
_NOT_THIS = re.compile(
    r"^\W*(?:ikke|ikkje|itj)\s+\w+\s+(?:ut\s+)?(?:sammendraget|samandraget)\b(?!.*\bi\s+\w*\s*kanal)",
    re.IGNORECASE,
)
"""Of one sammendrag, not of what comes after every møte."""
_US = re.compile(
    r"\b(?:oss|vi|alle|folk|her|hit|kanalen?|gruppa|teamet|medlemmene|medlemene)\b", re.IGNORECASE
)
_ME = re.compile(r"\b(?:meg|mæ|mei|min|mine|mitt|jeg|eg|æ)\b", re.IGNORECASE)
_CHANNEL = re.compile(r"\b(?:kanal\w*|chatt?en|gruppa|teamet)\b", re.IGNORECASE)
_DELETE_THAT = re.compile(
    r"^\W*(?:kan du |vær så snill å |ver så snill å )?"
    r"(?:slett\w*|fjern\w*|ta (?:bort|vekk|ned)|trekk(?: tilbake)?)"
    r"(?: (?:det|dette|den|denne|innlegget|posten|meldinga|meldingen))?"
    r"(?: (?:her|igjen|takk|bort|ned|vekk))?\W*$",
    re.IGNORECASE,
)
PLAN, POST, SETTINGS = "sammendrag.plan", "sammendrag.post", "kanal.innstillinger"


def wanted(line: str) -> bool | None:
    """Whether the line is for something or against it; None where it is both («men ikke …»)."""
    line = _POLITE_NOT.sub("", line)
    against = {bool(_NOT.search(part)) for part in _BUT.split(line)}
    return None if len(against) > 1 else not against.pop()


def asks(line: str) -> bool:
    return bool(_ASKS.search(line))


def kinds(symbols: Sequence[str]) -> list[Kanalslag]:
    """Those that are named, each once."""
    found = (slag for symbol in symbols for word, slag in _SLAG.items() if symbol.startswith(word))
    return list(dict.fromkeys(found))


def days_before(line: str) -> int | None:
    """So many days before a møte; None where it does not say."""
    found = _DAYS.search(line)
    number = number_of([found[1].lower()]) if found else None
    if found and number is not None:
        return number * (_WEEK if found[2].lower().startswith(("uke", "vek")) else 1)
    if _THE_DAY.search(line):
        return 1
    return _WEEK if _THE_WEEK.search(line) else None


def for_all_here(line: str) -> bool:
    """«Minn oss»: not «minn meg»."""
    return bool(_US.search(line)) and not _ME.search(line)


def names_channel(line: str) -> bool:
    return bool(_CHANNEL.search(line))


def deletes_that(line: str) -> bool:
    """«Slett», «fjern dette»: what is meant must stand there to be pointed at."""
    return bool(_DELETE_THAT.match(line))


def about_moeter(line: str) -> bool:
    """Whether a reminder of møter is meant, not of a frist, an oppgave or a paper."""
    return bool(_REMIND.search(line)) and not _NO_MOETE.search(line)


def about_the_channel(line: str, symbols: Sequence[str]) -> dict[str, Any]:
    """`hva` and `ogsaa`: kinds; `paa`: whether they are wanted; `dager` before a møte. `hva` is None where
    the line does not say clearly what is to be done.
    """
    paa, named = wanted(line), [slag.value for slag in kinds(symbols)]
    if paa is None or not named or asks(line):
        return {"hva": None}
    dager = days_before(line) if Kanalslag.PAAMINNELSE.value in named else None
    more = {"ogsaa": named[1:]} if named[1:] else {}
    return {"hva": named[0], "paa": paa, **more, **({"dager": dager} if dager is not None else {})}


def to_the_channel(meaning: Meaning, lesning: Lesning) -> Meaning:
    """The meaning, or what it is of the channel's settings: a reminder that is wanted «her» is not the
    speaker's own, and «legg ut sammendrag her» is no one sammendrag.
    """
    line = lesning.line
    if meaning.intent == PLAN and _of_the_channel(lesning):
        return _settings(meaning, about_the_channel(line, ("påminn",)))
    if meaning.intent == SETTINGS and _of_the_speaker(meaning, lesning):
        own = {"hva": "paa" if meaning.slots.extra.get("paa") else "av"}
        return replace(meaning, intent=PLAN, slots=replace(meaning.slots, extra=own))
    if meaning.intent == SETTINGS and _NOT_THIS.match(line):
        return replace(meaning, intent=POST, slots=replace(meaning.slots, extra={"vil": "ikke"}))
    always = _FROM_NOW_ON.match(line) if meaning.intent == POST else None
    if always:
        return _settings(meaning, about_the_channel(line, (_spelled(always["hva"]),)))
    return meaning


def _of_the_channel(lesning: Lesning) -> bool:
    here = not _HERE.isdisjoint(lesning.symbols) and not _MINE.search(lesning.line)
    return here and about_moeter(lesning.line)


def _of_the_speaker(meaning: Meaning, lesning: Lesning) -> bool:
    """«Ikke send meg påminnelser her»."""
    reminder = meaning.slots.extra.get("hva") == Kanalslag.PAAMINNELSE.value
    return reminder and bool(_MINE.search(lesning.line)) and "kanal" not in lesning.symbols


def _spelled(word: str) -> str:
    return "referat" if word.lower().startswith("referat") else "sammendrag"


def _settings(meaning: Meaning, of_the_line: dict[str, Any]) -> Meaning:
    slots = replace(meaning.slots, period=None, tvil=(), extra=of_the_line)
    return replace(meaning, intent=SETTINGS, slots=slots)
