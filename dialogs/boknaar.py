"""«Når er min sak?» while the møte is on: when it can be expected, by how the møte goes."""

from collections.abc import Sequence

from bot.cards.ord import sakstittel
from bot.domain.bokfeil import FlereSaker, SakFinnesIkke
from bot.domain.boksaker import finn_sak, saker_for
from bot.domain.bokstand import Boksak
from bot.domain.boktid import Forventet, Saksstand, etter_planen, forventet
from bot.domain.rettigheter import Rett
from bot.language import skriv
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bok import i_boken, si_fra
from dialogs.bokfinn import finn_mitt_utvalgs
from dialogs.bokfoer import Bok, IngenBok, se
from dialogs.boksakvis import NEVNES, etter
from dialogs.rett import kan, krev, krev_her, vises_her
from dialogs.slots import ord_
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

NAAR = "moete.naar"


class BokNaar:
    intents = frozenset({NAAR})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: naar(turn, meaning))


async def naar(turn: Turn, meaning: Meaning) -> list[Reply]:
    """Raises IkkeLov and IkkeHer: it is for those of the body, where the saksliste may be told."""
    bok = await _boken(turn)
    if bok is None:
        return si_fra(turn, turn.norsk.tekst("foering.ingen_i_gang"))
    krev_her(turn, bok.hode.organ_ids)
    krev(turn, Rett.SE_FRAMMOETE, bok.hode.organ_ids)
    if meaning.slots.sak is None and ord_(meaning.slots, "hva") == "loep":
        return si_setning(turn, _loep(turn, bok))
    saker = _sakene(turn, meaning, bok)
    if not saker:
        return si_setning(turn, f"{turn.norsk.tekst('foering.ingen_min_sak')} {_loep(turn, bok)}")
    ventet = [forventet(bok.stand, s.key, turn.incoming.at) for s in saker]
    return si_setning(turn, "\n".join(_sagt(turn, v) for v in ventet))


async def naar_i_moetet(turn: Turn, meaning: Meaning) -> list[Reply] | None:
    """«Når er sak 14?» while that møte is on; None where it is about another, or none is."""
    bok = await _boken(turn)
    if bok is None or not vises_her(turn, bok.hode.organ_ids):
        return None
    if not kan(turn, Rett.SE_FRAMMOETE, bok.hode.organ_ids) or not _gjelder(meaning, bok):
        return None
    try:
        return await naar(turn, meaning)
    except (SakFinnesIkke, FlereSaker):
        return None


def _gjelder(meaning: Meaning, bok: Bok) -> bool:
    """Not where the line names another body or another time."""
    slots = meaning.slots
    nevnt = set(slots.organ_ids)
    return not slots.period and (not nevnt or bool(nevnt & set(bok.hode.organ_ids)))


async def _boken(turn: Turn) -> Bok | None:
    """The open referat here; else the only open one of a body the speaker is in."""
    if turn.bok_id is None:
        await finn_mitt_utvalgs(turn)
    try:
        return await se(turn)
    except IngenBok:
        return None


def _sakene(turn: Turn, meaning: Meaning, bok: Bok) -> Sequence[Boksak]:
    if meaning.slots.sak is not None:
        return [finn_sak(bok.stand, meaning.slots.sak, bok.hode.dato.year)]
    return saker_for(bok.stand, turn.aktoer.hvem.navn)


def _loep(turn: Turn, bok: Bok) -> str:
    """Which sak is open, and how far behind the møte is."""
    norsk, stand = turn.norsk, bok.stand
    if stand.hevet is not None:
        return norsk.tekst("foering.er_hevet")
    if stand.aapen is None:
        return norsk.tekst("foering.ikke_begynt")
    sak = stand.sak(stand.aapen)
    aapen = norsk.tekst("foering.aapen_sak", sak=sakstittel(sak.saksnr, sak.tittel))
    over = etter(turn, stand)
    return f"{aapen} {_bak(turn, bok)}".strip() if not over else f"{aapen} ({over})"


def _bak(turn: Turn, bok: Bok) -> str:
    bak = etter_planen(bok.stand, turn.incoming.at)
    return turn.norsk.tekst("foering.moetet_ligger", antall=bak) if bak and bak >= NEVNES else ""


def _sagt(turn: Turn, v: Forventet) -> str:
    """«14/24 kl. 15.50. Møtet ligger 12 min etter, regn med ca. 16.02.»"""
    norsk, navn = turn.norsk, v.sak.saksnr or v.sak.tittel
    if v.staar is not Saksstand.KOMMER:
        return norsk.tekst(f"foering.naar_{v.staar.value}", sak=navn)
    if v.start is None:
        return norsk.tekst("foering.naar_uten_tid", sak=navn)
    planlagt = norsk.tekst("foering.naar", sak=navn, klokke=skriv.klokke(v.start))
    if not v.etter or v.etter < NEVNES or v.ventet is None:
        return planlagt
    sent = norsk.tekst("foering.naar_ventet", antall=v.etter, klokke=skriv.klokke(v.ventet))
    return f"{planlagt} {sent}"


def lag(tjenester: Tjenester) -> Dialog:
    return BokNaar(tjenester)
