"""Finding in a text the saker it refers to, with the body and the møte that stand beside each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.henvisning import Henvisning, Oppslag, merknader, slaa_opp, tekstene
from bot.domain.importering import Importplan
from bot.domain.moete import Moete
from bot.domain.ports import Archive
from bot.domain.reading import Merknad
from bot.domain.register import Register
from bot.domain.saksnummer import full_year
from bot.domain.saksoek import saker
from bot.language.ord import Token, tokens
from bot.language.referanser import Organer, Organfunn
from bot.language.saksreferanser import SakFunn, find_saker

_LINJE = re.compile(r"\n+|(?<=[.!?])\s+(?=[A-ZÆØÅ])")
_DATO = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d{2}|\d{2})(?![\d.]?\d)")
_NAER, _LETTERS = 4, 60
"""Words between a sak and its body, letters between it and its møte."""


def finn(tekst: str, register: Register, dag: date) -> list[Henvisning]:
    """Those with a number and a year, from left to right. `dag` tells the names that bodies have."""
    organer = Organer(register)
    return [funn for linje in _LINJE.split(tekst) for funn in _i_linjen(linje, organer, dag)]


async def i_moetet(arkiv: Archive, moete: Moete, tekster: Iterable[str] | None = None) -> Oppslag:
    """What the papers of a møte refer to, or (`tekster`) what is said in it."""
    register = await arkiv.register()
    if tekster is None:
        tekster = [tekst for sak in saker(moete) for tekst in tekstene(sak)]
    funnet = [funn for tekst in tekster for funn in finn(tekst, register, moete.dato)]
    return await slaa_opp(arkiv, funnet, moete.organ_ids, moete)


async def manglende(arkiv: Archive, moete: Moete, tekster: Iterable[str] | None = None) -> list[Merknad]:
    """The merknader of what is referred to and not there (`bot.cards.merknad` words them)."""
    return merknader(await i_moetet(arkiv, moete, tekster))


async def med_henvisninger(arkiv: Archive, plan: Importplan) -> Importplan:
    """The plan, with a merknad for each sak that its paper refers to and that is not there."""
    nye = await manglende(arkiv, plan.moete)
    if not nye:
        return plan
    lest = plan.reading
    return replace(plan, reading=replace(lest, merknader=[*lest.merknader, *nye]))


def _i_linjen(linje: str, organer: Organer, dag: date) -> Iterator[Henvisning]:
    if "sak" not in linje.lower():
        return
    ord_ = organer.split(tokens(linje))
    nevnte = [funn for funn in organer.find(linje, ord_, dag) if funn.organ_ids]
    sakene = [funn for funn in find_saker([token.text for token in ord_]) if _skrevet_helt(funn)]
    dager = _dagene(linje, ord_, sakene)
    for funn in sakene:
        yield _henvisning(linje, ord_, nevnte, funn, dager.get(funn))


def _skrevet_helt(funn: SakFunn) -> bool:
    """«04-25» alone may be anything."""
    return bool(funn.sak.nummer and funn.sak.aar) and ("/" in funn.sak.tekst or "sak" in funn.sak.tekst)


def _dagene(linje: str, ord_: Sequence[Token], sakene: Sequence[SakFunn]) -> dict[SakFunn, re.Match[str]]:
    """The day of each sak's møte: a day belongs to one sak, the nearest before it."""
    dager: dict[SakFunn, re.Match[str]] = {}
    for dato in _DATO.finditer(linje):
        naer = [funn for funn in sakene if funn not in dager and _hoerer_til(linje, ord_, funn, dato)]
        if naer and _moetets(linje, dato):
            dager[naer[-1]] = dato
    return dager


def _hoerer_til(linje: str, ord_: Sequence[Token], funn: SakFunn, dato: re.Match[str]) -> bool:
    """«sak 13/24 i møte 26.11.24», «i møte 26.11.24 sak 13/24»."""
    mellom = linje[ord_[funn.til - 1].til : dato.start()]  # nothing, where the day stands first
    if mellom:
        return "møte" in mellom.lower() and len(mellom) <= _LETTERS
    return linje[dato.end() : ord_[funn.fra].fra].strip(" ,:") in ("", "i", "under")


def _henvisning(
    linje: str,
    ord_: Sequence[Token],
    nevnte: Sequence[Organfunn],
    funn: SakFunn,
    moete: re.Match[str] | None,
) -> Henvisning:
    fra, til = ord_[funn.fra].fra, ord_[funn.til - 1].til
    organ = next((o for o in nevnte if _ved_siden(ord_, o, funn)), None)
    ender = [(fra, til)]
    ender += [(ord_[organ.fra].fra, ord_[organ.til - 1].til)] if organ else []
    ender += [moete.span()] if moete else []
    skrevet = linje[min(e[0] for e in ender) : max(e[1] for e in ender)]
    aar, nummer = full_year(str(funn.sak.aar)), funn.sak.nummer or 0
    return Henvisning(skrevet, nummer, aar, _dag(moete), organ.organ_ids if organ else ())


def _ved_siden(ord_: Sequence[Token], organ: Organfunn, funn: SakFunn) -> bool:
    """«sak 04/25 i PSU», «PSU-sak 04/25», «i PSU sak 04/25»."""
    if organ.fra >= funn.til:
        mellom = [token.text for token in ord_[funn.til : organ.fra]]
        return len(mellom) <= _NAER and bool({"i", "fra", "frå", "til", "for"}.intersection(mellom[-2:]))
    return 0 <= funn.fra - organ.til <= 1


def _moetets(linje: str, dato: re.Match[str]) -> bool:
    """The word «møte» stands before the day."""
    return "møte" in linje[max(0, dato.start() - 30) : dato.start()].lower() and _dag(dato) is not None


def _dag(dato: re.Match[str] | None) -> date | None:
    if dato is None:
        return None
    try:
        return date(full_year(dato[3]), int(dato[2]), int(dato[1]))
    except ValueError:
        return None
