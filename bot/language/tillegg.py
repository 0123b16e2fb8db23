"""What a line says beside its sentence, for the intents that ask for more: a weekday, who asked whom,
what a channel is to get.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.domain.kanaloensker import Kanalslag
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
_SLAG = {
    "innkalling": Kanalslag.INNKALLING,
    "innkallinger": Kanalslag.INNKALLING,
    "eventuelt": Kanalslag.EVENTUELT,
    "eventueltsak": Kanalslag.EVENTUELT,
    "påminn": Kanalslag.PAAMINNELSE,
    "sammendrag": Kanalslag.SAMMENDRAG,
    "referat": Kanalslag.GODKJENT,
    "oppgave": Kanalslag.OPPGAVER,
    "oppgåve": Kanalslag.OPPGAVER,
}
"""By the beginning of a word."""


def tillegg(intent: str, lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """Further slots of a line of this intent; `extra` are those of its sentence. Empty for most."""
    more = _BY_INTENT.get(intent)
    return more(lesning, extra) if more else {}


def _weekday(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """`dag`: 0 is Monday, the last that is named («flytt fra mandag til torsdag»)."""
    named = [_DAYS[word.text] for word in lesning.words if word.text in _DAYS]
    return {"dag": named[-1]} if named else {}


def _slag(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    """`hva`: what the channel is or is not to get; None where the line does not say."""
    if "paa" not in extra:
        return {}
    named = (slag for symbol in lesning.symbols for word, slag in _SLAG.items() if symbol.startswith(word))
    slag = next(named, None)
    return {"hva": slag.value if slag else None}


def _number(lesning: Lesning, extra: Mapping[str, Any]) -> Extra:
    return {"nr": extra["tall"]} if "tall" in extra else {}


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
        return "fra"
    asks = not _ASKED.isdisjoint(symbols[at + 1 :]) and before not in _TO
    return "fra" if asks and _GOT.isdisjoint(symbols) and not _passive(symbols) else "til"


def _passive(symbols: Sequence[str]) -> bool:
    """«Hva er vi bedt om»."""
    return symbols[:2] in (("hva", "er"), ("hva", "ble"))


_BY_INTENT: Mapping[str, Callable[[Lesning, Mapping[str, Any]], Extra]] = {
    "digest.plan": _weekday,
    "kanal.innstillinger": _slag,
    "oppdrag.liste": _who_asked_whom,
    "oppdrag.svar": _number,
}
