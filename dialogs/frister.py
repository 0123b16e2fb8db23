"""«Hvilke frister har vi?», «når er høringsfristen?», milepæler."""

from bot.cards.liste import hendelsespost, hendelsestid, liste, status
from bot.cards.ord import Tall, i_perioden
from bot.domain.hendelser import av_type, kilde
from bot.domain.innkalling import Hendelsestype
from bot.domain.register import Registrert
from bot.domain.saksoek import med_saksnr, saker
from bot.language.tekster import tekst
from bot.turn import Dialog, Meaning, Message, Period, Reply, Turn
from dialogs.emne import passer
from dialogs.moetet import papirene
from dialogs.slots import ord_
from dialogs.svar import si
from dialogs.tjenester import Tjenester
from dialogs.utvalgt import Utvalgt, dager, finn_utvalgt

FRISTER = frozenset({Hendelsestype.FRIST, Hendelsestype.MILEPAEL})
HOERING, MILEPAEL = "hoeringsfrist", "milepael"
TYPER = {HOERING: frozenset({Hendelsestype.FRIST}), MILEPAEL: frozenset({Hendelsestype.MILEPAEL})}


class Frister:
    intents = frozenset({"frist.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        utvalgt = finn_utvalgt(turn, meaning)
        if not isinstance(utvalgt, Utvalgt):
            return utvalgt
        hva = ord_(meaning.slots, "hva") or ""
        alle = _kjente(turn, utvalgt, hva)
        emne = meaning.slots.emne or (tekst("frist.hoering") if hva == HOERING else None)
        if emne is None or not alle:
            return si(turn, _liste(turn, _linje(utvalgt.period, len(alle)), alle))
        treff = [r for r in alle if await _om(turn, emne, r)]
        return si(turn, _liste(turn, _om_emnet(emne, treff), treff or alle))


def _kjente(turn: Turn, utvalgt: Utvalgt, hva: str) -> list[Registrert]:
    typer = TYPER.get(hva, FRISTER)
    alle = av_type(turn.register, typer, utvalgt.fellesskap_id, *dager(turn, utvalgt.period))
    if hva != HOERING:
        return alle
    return [r for r in alle if "høring" in r.hendelse.hva.casefold()] or alle


async def _om(turn: Turn, emne: str, registrert: Registrert) -> bool:
    """The words of the frist itself, or the title of the sak it stands under."""
    moete = await papirene(turn, kilde(turn.register, registrert))
    sak = med_saksnr(saker(moete), registrert.hendelse.saksnr, None, None)
    return passer(emne, registrert.hendelse.hva) or bool(sak and passer(emne, sak.tittel))


def _liste(turn: Turn, linje: str, funnet: list[Registrert]) -> Message:
    return liste(linje, [hendelsespost(r, turn.register) for r in funnet])


def _om_emnet(emne: str, treff: list[Registrert]) -> str:
    if not treff:
        return tekst("frist.ingen_om", emne=emne)
    if len(treff) > 1:
        return tekst("frist.om", emne=emne, antall=Tall(len(treff)))
    staar = status(treff[0].hendelse)
    naar = hendelsestid(treff[0].hendelse)
    return tekst("frist.er", emne=emne, naar=naar, status=f" ({staar})" if staar else "")


def _linje(period: Period | None, antall: int) -> str:
    if period is None:
        return tekst("frist.framover", antall=Tall(antall)) if antall else tekst("frist.ingen")
    periode = i_perioden(period)
    if not antall:
        return tekst("frist.ingen_i_perioden", periode=periode)
    return tekst("frist.i_perioden", antall=Tall(antall), periode=periode)


def lag(tjenester: Tjenester) -> Dialog:
    return Frister()
