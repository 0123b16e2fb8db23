"""«Neste ASU?», «møte i dag?»."""

from bot.cards.melding import setning
from bot.cards.moete import moetekort
from bot.cards.moetevarsler import skulle_vaert
from bot.cards.ord import moeter_i, naar, organnavn
from bot.domain.moeter import Tilstand, kommende, tilstand
from bot.domain.organvalg import Rekkefoelge
from bot.domain.register import Moetehode
from bot.language.peker import points_at_moete
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs import ingen_moeter
from dialogs.minne import Minne
from dialogs.moetestatus import moetestatus
from dialogs.moetet import finn_moete, papirene
from dialogs.sakfinner import kontekst
from dialogs.slots import ord_
from dialogs.svar import husk, linjen, si, si_setning
from dialogs.tjenester import Tjenester

FORRIGE = "forrige"


class Neste:
    intents = frozenset({"moete.neste"})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester
        self._minne = Minne()

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        forrige = ord_(meaning.slots, "hva") == FORRIGE
        funnet = await (_forrige(turn, meaning) if forrige else _neste(turn, meaning))
        if not isinstance(funnet, Moetehode):
            return funnet
        linje, etterord = _linje(turn, funnet, meaning), _etterord(turn, funnet, meaning)
        husk(turn, funnet)
        moete = await papirene(turn, funnet)
        ramme, status = self._tjenester.ramme(turn), await moetestatus(turn, funnet)
        noekkel = (
            turn.norsk.maalform,
            turn.register.versjon,
            moete.id,
            moete.versjon,
            linje,
            etterord,
            status,
        )
        kort = self._minne.husk(noekkel, lambda: moetekort(linje, moete, ramme, etterord, status=status))
        return [*si(turn, kort), *_ogsaa_nevnt(turn, meaning)]


async def _neste(turn: Turn, meaning: Meaning) -> Moetehode | list[Reply]:
    return await finn_moete(
        turn, meaning, rekkefoelge=Rekkefoelge.NESTE, peker_tilbake=_peker(turn, meaning)
    )


def _peker(turn: Turn, meaning: Meaning) -> bool:
    """«Når er det?» is asked of the møte that was just shown, «neste møte?» never is."""
    return not meaning.slots.organ_ids and (meaning.points or points_at_moete(linjen(turn)))


async def _forrige(turn: Turn, meaning: Meaning) -> Moetehode | list[Reply]:
    """The latest that is over; where no paper tells of one, that is said."""

    def over(hode: Moetehode) -> bool:
        return tilstand(hode, turn.incoming.at) is Tilstand.OVER

    funnet = await finn_moete(turn, meaning, over, Rekkefoelge.SISTE, peker_tilbake=False)
    if isinstance(funnet, Moetehode) or turn.asks or not turn.register.moeter:
        return funnet
    organ = meaning.slots.organ_tekst if meaning.slots.organ_ids else None
    ingen = (
        turn.norsk.tekst("forrige.ingen_i", moeter=moeter_i(turn.norsk, organ))
        if organ
        else turn.norsk.tekst("forrige.ingen")
    )
    return si_setning(turn, " ".join([ingen, *ingen_moeter.neste_kjente(turn, _aktuelle(turn, meaning))]))


def _aktuelle(turn: Turn, meaning: Meaning) -> list[Moetehode]:
    nevnte = set(meaning.slots.organ_ids)
    return [m for m in turn.register.moeter if not nevnte or nevnte & set(m.organ_ids)]


def _ogsaa_nevnt(turn: Turn, meaning: Meaning) -> list[Reply]:
    """«ASU og PSU»: what there is to say of a body that no møte is registered for."""
    if not meaning.slots.organ_ids:
        return []
    return [Reply(setning(ingen_moeter.for_ukjent(turn, n))) for n in meaning.slots.ukjente_organer]


def _linje(turn: Turn, hode: Moetehode, meaning: Meaning) -> str:
    organ = organnavn(turn.register, hode.organ_ids, hode.dato)
    if hode.avlyst:
        return skulle_vaert(turn.norsk, organ, hode)
    staar = tilstand(hode, turn.incoming.at)
    if staar is Tilstand.PAAGAAR:
        return turn.norsk.tekst("neste.paagaar", organ=organ, naar=naar(turn.norsk, hode))
    if hode.dato == turn.incoming.at.date() and staar is not Tilstand.OVER:
        return turn.norsk.tekst("neste.i_dag", organ=organ, naar=naar(turn.norsk, hode))
    if ord_(meaning.slots, "hva") == FORRIGE:
        return turn.norsk.tekst("forrige.var", organ=organ, naar=naar(turn.norsk, hode))
    vist = _peker(turn, meaning) and kontekst(turn).moete_id == hode.id
    if vist or meaning.slots.period or meaning.slots.moete_id or staar is Tilstand.OVER:
        return turn.norsk.tekst("neste.den_dagen", organ=organ, naar=naar(turn.norsk, hode))
    return turn.norsk.tekst("neste.er", organ=organ, naar=naar(turn.norsk, hode))


def _etterord(turn: Turn, hode: Moetehode, meaning: Meaning) -> str:
    """Of the next one which before it are avlyst; what comes after one that is on now or began today."""
    return " ".join([*_avlyste_foer(turn, hode, meaning), *_deretter(turn, hode)])


def _avlyste_foer(turn: Turn, hode: Moetehode, meaning: Meaning) -> list[str]:
    if meaning.slots.period or meaning.slots.moete_id:
        return []
    foer = [m for m in _samme_organ(turn, hode) if m.dato <= hode.dato and m.id != hode.id]
    return ingen_moeter.er_avlyst(turn, foer)


def _samme_organ(turn: Turn, hode: Moetehode) -> list[Moetehode]:
    return [m for m in turn.register.moeter if set(m.organ_ids) & set(hode.organ_ids)]


def _deretter(turn: Turn, hode: Moetehode) -> list[str]:
    if tilstand(hode, turn.incoming.at) in (Tilstand.KOMMER, Tilstand.OVER):
        return []
    organ = organnavn(turn.register, hode.organ_ids, hode.dato)
    senere = [
        m for m in kommende(turn.register.moeter_i(hode.organ_ids[0]), turn.incoming.at) if m.id != hode.id
    ]
    if senere:
        return [turn.norsk.tekst("neste.deretter", naar=naar(turn.norsk, senere[0]))]
    return [turn.norsk.tekst("ingen.flere", moeter=moeter_i(turn.norsk, organ))]


def lag(tjenester: Tjenester) -> Dialog:
    return Neste(tjenester)
