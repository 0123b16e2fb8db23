"""A pasted note: ten lines become ten points, shown once before they are noted, in one act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.cards.bok import Punktgruppe, punktkort
from bot.cards.ord import sakstittel
from bot.domain.bokfeil import Bokfeil, FristIFortiden, Laast
from bot.domain.boklesing import les
from bot.domain.moete import Moete
from bot.domain.moetebok import Foering, Punktslag
from bot.turn import Dialog, Meaning, Message, Reply, Turn
from dialogs import bokkladd
from dialogs.bok import i_boken, kvitter
from dialogs.bokavslag import avslag_ord
from dialogs.bokfoer import Bok, Foert, hold, noter
from dialogs.bokframmoete import frammoetelinjer
from dialogs.boklimtsak import UkjentOverskrift, er_overskrift, hoerer_i, med_sak, spoer_hvor
from dialogs.boklinje import LIMT, PUNKT
from dialogs.boklinjer import punktlinjer, skrevet
from dialogs.bokpunkt import slag_i
from dialogs.bokvern import vern
from dialogs.moetet import papirene
from dialogs.slots import UgyldigKnapp, fra_data, ord_
from dialogs.svar import si
from dialogs.tjenester import Tjenester

JA = "ja"


@dataclass(frozen=True)
class Linje:
    """One line of the note: what it means, the lines of the log it gives, and what is to be said of it."""

    meaning: Meaning
    nye: tuple[Foering, ...]
    sak: int | None
    merknad: str = ""


class BokLimt:
    intents = frozenset({LIMT})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: noter_limt(turn, meaning, self._tjenester))


async def noter_limt(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    """Shown first; noted on «Før inn alle»."""
    stoppet = vern(turn, meaning, ord_(meaning.slots, "tekst") or "", tjenester)
    if stoppet:
        return stoppet
    bok = await hold(turn)
    moete = await papirene(turn, bok.hode)
    try:
        linjer = _alle(turn, meaning, bok, moete)
    except UkjentOverskrift as feil:
        return await spoer_hvor(turn, meaning, bok, feil.navn, tjenester)
    if meaning.slots.extra.get(JA) is not True:
        return await _vis(turn, meaning, bok, linjer, tjenester)
    foert = await noter(turn, bok, [ny for linje in linjer for ny in linje.nye])
    return kvitter(turn, _kvittering(turn, foert))


def _kvittering(turn: Turn, foert: Foert) -> str:
    antall, nre = len(foert.nye_punkter), foert.nye_punkter
    if not nre:
        return turn.norsk.tekst("foering.limt_frammoete")
    return turn.norsk.tekst("foering.limt", antall=antall, fra=nre[0], til=nre[-1])


def _alle(turn: Turn, meaning: Meaning, bok: Bok, moete: Moete) -> list[Linje]:
    """Each is decided on how it stands after those before it. Raises UgyldigKnapp, UkjentOverskrift."""
    lagret = meaning.slots.extra.get("linjer")
    if not isinstance(lagret, list):
        raise UgyldigKnapp
    linjer: list[Linje] = []
    for en in lagret:
        mening = _mening(en)
        if er_overskrift(en, mening, bok):
            continue
        if mening.intent == PUNKT:
            mening = med_sak(mening, bok, hoerer_i(meaning))
        linje = _linje(turn, mening, bok, moete)
        linjer.append(linje)
        bok = _etter(bok, linje.nye)
    return linjer


def _mening(lagret: Any) -> Meaning:
    if not isinstance(lagret, dict) or not isinstance(lagret.get("slots"), dict):
        raise UgyldigKnapp
    return Meaning(str(lagret["hensikt"]), sure=True, strict=True, slots=fra_data(lagret["slots"]))


def _etter(bok: Bok, nye: Sequence[Foering]) -> Bok:
    alle = (*bok.linjer, *nye)
    return replace(bok, linjer=alle, stand=les(alle, bok.stand)) if nye else bok


def _linje(turn: Turn, mening: Meaning, bok: Bok, moete: Moete) -> Linje:
    """What the rules say no to as what it is, becomes a notat where that can be."""
    if mening.intent != PUNKT:
        return Linje(mening, tuple(frammoetelinjer(turn, mening, bok)), None)
    try:
        return _punkt(turn, mening, bok, moete, "")
    except FristIFortiden as feil:
        merknad = avslag_ord(turn.norsk, feil)
        return _punkt(turn, _med(mening, frist="ingen"), bok, moete, merknad)
    except Laast:
        raise
    except Bokfeil as feil:
        return _som_notat(turn, mening, bok, moete, avslag_ord(turn.norsk, feil))


def _punkt(turn: Turn, mening: Meaning, bok: Bok, moete: Moete, merknad: str) -> Linje:
    nye = tuple(punktlinjer(turn, mening, slag_i(mening) or Punktslag.NOTAT, bok, moete))
    if not merknad and mening.slots.extra.get("uforstaatt"):
        merknad = turn.norsk.tekst("foering.limt_som_notat")
    return Linje(mening, nye, nye[0].sak, merknad)


def _som_notat(turn: Turn, mening: Meaning, bok: Bok, moete: Moete, merknad: str) -> Linje:
    return _punkt(turn, _med(mening, hva=Punktslag.NOTAT.value), bok, moete, merknad)


def _med(mening: Meaning, **extra: Any) -> Meaning:
    return replace(mening, slots=replace(mening.slots, extra={**mening.slots.extra, **extra}))


async def _vis(
    turn: Turn, meaning: Meaning, bok: Bok, linjer: Sequence[Linje], tjenester: Tjenester
) -> list[Reply]:
    kladd = await bokkladd.legg(turn, tjenester, meaning)
    knapper = (
        bokkladd.valg(_foer_inn(turn, linjer), kladd, ja=True, bok=turn.bok_id),
        bokkladd.forkast(turn.norsk.tekst("foering.knapp_forkast"), kladd),
    )
    turn.asks = knapper
    return si(turn, _kort(turn, bok, linjer, knapper))


def _foer_inn(turn: Turn, linjer: Sequence[Linje]) -> str:
    return turn.norsk.tekst("foering.knapp_alle" if len(linjer) > 1 else "foering.knapp_foer_inn")


def _kort(turn: Turn, bok: Bok, linjer: Sequence[Linje], knapper: Sequence[Any]) -> Message:
    punkter = sum(linje.sak is not None for linje in linjer)
    foerst = turn.norsk.tekst("foering.limt_spoer", antall=punkter)
    grupper = [Punktgruppe(_sakslinje(turn, bok, linje.sak), (_vist(turn, linje),)) for linje in linjer]
    return punktkort(turn.norsk, foerst, grupper, knapper)


def _sakslinje(turn: Turn, bok: Bok, key: int | None) -> str:
    if key is None:
        return turn.norsk.tekst("foering.frammoete")
    sak = bok.stand.sak(key)
    return sakstittel(sak.saksnr, sak.tittel)


def _vist(turn: Turn, linje: Linje) -> str:
    """«innspill: Flere plasser. (Jeg skjønte ikke linjen, så den blir et notat.)»"""
    tekst = skrevet(turn, ord_(linje.meaning.slots, "tekst") or "")
    if linje.sak is not None:
        slag = Punktslag(str(linje.nye[0].verdier.get("slag", Punktslag.NOTAT.value)))
        tekst = f"{turn.norsk.tekst(f'foering.slag_{slag.value}')}: {linje.nye[0].tekst or tekst}"
    return f"{tekst} ({linje.merknad})" if linje.merknad else tekst


def lag(tjenester: Tjenester) -> Dialog:
    return BokLimt(tjenester)
