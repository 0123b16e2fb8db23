"""«Hvilke frister har vi?», «når er høringsfristen?»."""

from bot.cards.liste import hendelsespost, liste, status
from bot.cards.ord import Tall
from bot.domain.hendelser import av_type
from bot.domain.innkalling import Hendelsestype
from bot.domain.register import Registrert
from bot.language import skriv
from bot.language.tekster import tekst
from bot.turn import Dialog, Meaning, Period, Reply, Turn
from dialogs.emne import hendelser_om
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester
from dialogs.utvalgt import Utvalgt, dager, finn_utvalgt, papirenes

FRISTER = frozenset({Hendelsestype.FRIST, Hendelsestype.MILEPAEL})


class Frister:
    intents = frozenset({"frist.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        utvalgt = finn_utvalgt(turn, meaning)
        if not isinstance(utvalgt, Utvalgt):
            return utvalgt
        alle = papirenes(turn, utvalgt, av_type(turn.register, FRISTER, *dager(turn, utvalgt.period)))
        emne = meaning.slots.emne or (meaning.slots.sak.emne if meaning.slots.sak else None)
        if emne:
            return _om_emnet(turn, emne, hendelser_om(emne, alle), alle)
        if not alle:
            return si_setning(turn, _ingen(utvalgt.period))
        return si(
            turn, liste(_linje(utvalgt.period, len(alle)), [hendelsespost(r, turn.register) for r in alle])
        )


def _om_emnet(turn: Turn, emne: str, treff: list[Registrert], alle: list[Registrert]) -> list[Reply]:
    poster = [hendelsespost(r, turn.register) for r in treff]
    if not treff:
        poster = [hendelsespost(r, turn.register) for r in alle]
        return si(turn, liste(tekst("frist.ingen_om", emne=emne), poster))
    if len(treff) == 1:
        staar = status(treff[0].hendelse)
        linje = tekst("frist.er", emne=emne, naar=poster[0].naar, status=f" ({staar})" if staar else "")
        return si(turn, liste(linje, poster))
    return si(turn, liste(tekst("frist.om", emne=emne, antall=Tall(len(treff))), poster))


def _linje(period: Period | None, antall: int) -> str:
    if period is None:
        return tekst("frist.framover", antall=Tall(antall))
    return tekst("frist.i_perioden", antall=Tall(antall), periode=skriv.periode(period.fra, period.til))


def _ingen(period: Period | None) -> str:
    if period is None:
        return tekst("frist.ingen")
    return tekst("frist.ingen_i_perioden", periode=skriv.periode(period.fra, period.til))


def lag(tjenester: Tjenester) -> Dialog:
    return Frister()
