"""What a line says beside its sentence, for the intents that ask for more: a weekday, who asked whom,
what a channel is to get.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.domain.moetebok import Punktslag
from bot.language import kanalord
from bot.language.lesning import Lesning
from bot.language.referanser import Organfunn
from bot.language.tidsord import WEEKDAYS

Extra = dict[str, Any]
_ENDINGS = ("", "er", "ar", "ene", "ane", "en")
_DAYS = {word + ending: day for word, day in WEEKDAYS.items() for ending in _ENDINGS}
_AND = frozenset({"og", ","})
_FROM = frozenset({"fra", "av"})
_TO = frozenset({"til", "hos", "for"})
_ASKED = frozenset({"bedt", "bede", "bett", "ba", "bad", "spurt", "bestilt", "gitt", "sendt"})
_GOT = frozenset({"fått"})
_WE = frozenset({"vi", "oss", "jeg"})
_WAITS = frozenset({"venter", "ventar", "vente", "svar", "svart"})
_KINDS = (
    "en ",
    "et ",
    "ein ",
    "eit ",
    "oppgave",
    "oppgåve",
    "oppfølging",
    "protokoll",
    "merknad",
    *(slag.value for slag in Punktslag),
)
_FIRST = ""
_SIDES = {"fra": "fra_organ", _FIRST: "fra_organ", "til": "til_organ", "for": "til_organ"}
"""By the word before a body."""
_NR = re.compile(r"\boppdrag(?:et)?\s+(?:nr\.?\s*|nummer\s+)?(\d{1,4})\b", re.IGNORECASE)
_DONE, _ANSWER = "utfoert", "svar"
_SAYS_DONE = re.compile(
    r"^(?!.*\b(?:ikke|ikkje|itj|angre\w*|tilbake)\b).*\b(?:utfør|gjort|gjør|ferdig|løyst|løst"
    r"|fullført|ordn|levert|fulgt opp|unna|svart|besvart)",
    re.IGNORECASE,
)
_ON, _OFF = "paa", "av"
_OTHER_TAKT = re.compile(
    r"(?:hver|kvar) (?:dag|morgen|morgon|time|måned|månad|andre|annen|anna|tredje|fjortende|14\.?)\b[ \w]*"
    r"|annenhver \w+|annakvar \w+|daglig|dagleg|månedlig|månadleg"
    r"|to ganger i (?:uka|uken)|to gonger i veka",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:kl\.?|klokk[ae]n?) ?\d+(?:[.:]\d+)?", re.IGNORECASE)


def tillegg(intent: str, lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """Further slots of a line of this intent; `extra` are those of its sentence. Empty for most."""
    more = _BY_INTENT.get(intent)
    return more(lesning, extra) if more else {}


def _weekday(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """`dag`: 0 is Monday, the last that is named («flytt fra mandag til torsdag»)."""
    named = [_DAYS[word.text] for word in lesning.words if word.text in _DAYS]
    return {"dag": named[-1]} if named else {}


def _slag(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """As `kanalord.about_the_channel`, where something is to be changed."""
    return kanalord.about_the_channel(lesning.line, lesning.symbols) if "paa" in extra else {}


def _wish(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """`hva` as the words say, where a sentence that is only near may say the opposite."""
    if extra.get("hva") not in (_ON, _OFF):
        return {}
    return {"hva": _OFF if kanalord.wanted(lesning.line) is False else _ON}


def _digest(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """`dag`, and `hva` and `paa` as the words say; `takt`: wanted at other times than once a week;
    `klokke`: also one that there is not.
    """
    wish = _wish(lesning, extra)
    on = {**wish, "paa": wish["hva"] == _ON} if wish else {}
    takt = {"takt": found[0]} if (found := _OTHER_TAKT.search(lesning.line)) else {}
    clock = {"klokke": found[0]} if (found := _CLOCK.search(lesning.line)) and "klokke" not in extra else {}
    return {**on, **takt, **clock, **_weekday(lesning, extra)}


def _number(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """`nr`: also of a line that no sentence fits."""
    if "tall" in extra:
        return {"nr": extra["tall"]}
    found = _NR.search(lesning.line)
    return {"nr": int(found[1])} if found else {}


def _kind_or_text(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """«Gjør om punkt 1 til vedtak» is of its kind; «… til Blir utsatt.» is its text."""
    text = lesning.line.partition(" til ")[2].strip()
    if extra.get("hva") != "slag" or not text or text.lower().startswith(_KINDS):
        return {}
    return {"hva": "endre", "tekst": text}


def _sent(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """`nr`, the text behind a colon, and `fra_organ` and `til_organ`: ids of the two that are named."""
    before, _, behind = lesning.line.partition(":")
    text = extra.get("tekst") or behind.strip()
    found: Extra = {"tekst": text} if text else {}
    places = [at for at, symbol in enumerate(lesning.symbols) if symbol == "{organ}"]
    for at, funn in zip(places, lesning.organs, strict=False):
        side = _SIDES.get(lesning.symbols[at - 1] if at else _FIRST)
        if side and len(funn.organ_ids) == 1 and lesning.words[funn.fra].fra < len(before):
            found.setdefault(side, funn.organ_ids[0])
    both = {"fra_organ", "til_organ"} <= found.keys()
    return {
        **({} if extra.get("hva") else found if both else {k: v for k, v in found.items() if k == "tekst"}),
        **_number(lesning, extra),
    }


def _answer(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """`nr`, and the text behind a colon; `hva` is «utfoert» only where no other answer is given and the
    line says that it is.
    """
    text = extra.get("tekst") or lesning.line.partition(":")[2].strip()
    done = not text and bool(_SAYS_DONE.search(lesning.line))
    hva = {"hva": _DONE if done else _ANSWER} if extra.get("hva") in (_DONE, _ANSWER) else {}
    return {**_number(lesning, extra), **({"tekst": text} if text else {}), **hva}


def _who_asked_whom(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """`fra` and `til`: ids of bodies, as lists, only of those that are named; `vi`: which of the two
    «vi» is.
    """
    found: Extra = {}
    places = [at for at, symbol in enumerate(lesning.symbols) if symbol == "{organ}"]
    side = "til"
    for at, funn in zip(places, lesning.organs, strict=False):
        before = lesning.symbols[at - 1] if at else ""
        side = side if before in _AND else _side(lesning.symbols, at)
        found[side] = [*found.get(side, []), *_ids(funn)]
    spoken = next((at for at, symbol in enumerate(lesning.symbols) if symbol in _WE), None)
    if spoken is not None:
        found["vi"] = _side(lesning.symbols, spoken)
    return {**found, **_number(lesning, extra)}


def _ids(funn: Organfunn) -> list[int]:
    return list(funn.organ_ids)


def _side(symbols: Sequence[str], at: int) -> str:
    """What the body there is to the oppdrag: it is from one that asks, to one that has it."""
    before = symbols[at - 1] if at else ""
    if before in _FROM:
        return "til" if _WAITS & set(symbols[:at]) else "fra"
    if before == "for" and symbols[at] == "oss":
        return "fra"
    asks = not _ASKED.isdisjoint(symbols[at + 1 :]) and before not in _TO
    return "fra" if asks and _GOT.isdisjoint(symbols) and not _passive(symbols) else "til"


def _passive(symbols: Sequence[str]) -> bool:
    """«Hva er vi bedt om»."""
    return symbols[:2] in (("hva", "er"), ("hva", "ble"))


_BY_INTENT: Mapping[str, Callable[[Lesning, Mapping[str, Any]], Extra]] = {
    "digest.plan": _digest,
    "kanal.innstillinger": _slag,
    "referat.rett": _kind_or_text,
    "sammendrag.plan": _wish,
    "oppdrag.liste": _who_asked_whom,
    "oppdrag.svar": _answer,
    "oppdrag.send": _sent,
}
