"""«Klargjør referatet for nett»: the public PDF of an approved referat, and what to look at first. A person
puts it on the web.
"""

from bot.cards.nett import nettkort
from bot.domain.bokstand import Boksak, Punkt
from bot.domain.conversation import ConversationKind
from bot.domain.nettklar import epostadresser, interne_lenker, utelatt
from bot.domain.register import Moetehode
from bot.domain.utgave import Format
from bot.turn import Dialog, Meaning, Norsk, Reply, Turn
from dialogs.fil import bare_privat, finn_referatet, tilbud
from dialogs.filinnhold import NETT, Holdt, IngenFil, offentlig
from dialogs.moetet import moetenavn
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester


class Nett:
    intents = frozenset({"referat.nett"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if turn.incoming.conversation.kind is not ConversationKind.PERSONAL:
            return bare_privat(turn, NETT)
        hode = await finn_referatet(turn, meaning)
        if not isinstance(hode, Moetehode):
            return hode
        husk(turn, hode)
        try:
            holdt = await offentlig(turn, hode)
            fil = await tilbud(turn, hode, NETT, Format.PDF.value)
        except IngenFil as feil:
            return si_setning(turn, turn.norsk.tekst(feil.key, moete=moetenavn(turn, hode)))
        return [*_sjekk(turn, hode, holdt), fil]


def _sjekk(turn: Turn, hode: Moetehode, holdt: Holdt) -> list[Reply]:
    lister = (
        ("nett.epost", epostadresser(holdt.utgave)),
        ("nett.lenker", interne_lenker(holdt.utgave)),
        ("nett.utelatt", [_linje(turn.norsk, *funn) for funn in utelatt(holdt.bok.stand)]),
    )
    foerst = turn.norsk.tekst("nett.klar", moete=moetenavn(turn, hode))
    return si(turn, nettkort(turn.norsk, foerst, lister))


def _linje(norsk: Norsk, sak: Boksak, punkt: Punkt | None, hjemmel: str) -> str:
    """Which, and by what paragraph: never what it says."""
    navn = sak.saksnr or sak.tittel
    if punkt is None:
        return norsk.tekst("nett.utelatt_sak", sak=navn, hjemmel=hjemmel)
    return norsk.tekst("nett.utelatt_punkt", nr=punkt.nr, sak=navn, hjemmel=hjemmel)


def lag(tjenester: Tjenester) -> Dialog:
    return Nett()
