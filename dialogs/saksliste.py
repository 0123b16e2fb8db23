"""«Saksliste ASU», «når er pausene?», «hvor mange saker er det?», «hvem innleder?»."""

from bot.cards.agenda import av_type, omfang
from bot.cards.melding import knapp
from bot.cards.moete import moetekort, saksliste
from bot.cards.ord import Tall, klokkeslett
from bot.cards.referat import Referatvisning, referatkort
from bot.cards.tekstflyt import Utsnitt
from bot.cards.valg import spoersmaal
from bot.domain.innkalling import Agendatype, Innkalling
from bot.domain.moete import Moete
from bot.domain.register import Moetehode
from bot.language import skriv
from bot.language.tekster import tekst
from bot.turn import Dialog, Meaning, Message, Reply, Turn
from dialogs.moetet import finn_moete, moetenavn, papirene
from dialogs.slots import ord_, tall
from dialogs.svar import husk, si
from dialogs.tjenester import Tjenester


class Saksliste:
    intents = frozenset({"moete.saksliste"})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hva = ord_(meaning.slots, "hva")
        hode = await finn_moete(turn, meaning, lambda h: h.har_innkalling or (h.har_referat and not hva))
        if not isinstance(hode, Moetehode):
            return hode
        husk(turn, hode)
        moete = await papirene(turn, hode)
        return si(turn, self._vis(turn, meaning, hode, moete))

    def _vis(self, turn: Turn, meaning: Meaning, hode: Moetehode, moete: Moete) -> Message:
        if moete.innkalling is None or not moete.innkalling.agenda:
            return _uten_agenda(turn, moete)
        navn = moetenavn(turn, hode)
        ramme = self._tjenester.ramme(turn.register)
        match ord_(meaning.slots, "hva"):
            case "pauser":
                return _pauser(navn, hode, moete.innkalling)
            case "varighet":
                linje = tekst("saksliste.omfang", moete=navn, omfang=omfang(moete.innkalling.agenda))
                return moetekort(linje, moete, ramme)
            case "innledere":
                return moetekort(tekst("saksliste.innledere", moete=navn), moete, ramme)
        fra = max(0, tall(meaning.slots, "fra") or 0)
        return saksliste(tekst("saksliste.for", moete=navn), moete, ramme, fra)


def _pauser(navn: str, hode: Moetehode, innkalling: Innkalling) -> Message:
    pauser = av_type(innkalling.agenda, Agendatype.PAUSE)
    alle = knapp(tekst("knapp.saksliste"), "moete.saksliste", moete=hode.id)
    if not pauser:
        return spoersmaal(tekst("saksliste.ingen_pauser", moete=navn), [alle])
    klokker = [klokkeslett(p.start, p.slutt) for p in pauser if p.start]
    linje = tekst("saksliste.pauser", antall=Tall(len(pauser)), moete=navn)
    naar_ = (
        tekst("saksliste.pauser_naar", klokker=skriv.liste([f"kl. {k}" for k in klokker]))
        if klokker
        else ""
    )
    return spoersmaal(f"{linje}{naar_}.", [alle])


def _uten_agenda(turn: Turn, moete: Moete) -> Message:
    if moete.referat:
        return referatkort(Referatvisning(moete, moete.referat, turn.register), Utsnitt())
    return spoersmaal(tekst("saksliste.tom"), [])


def lag(tjenester: Tjenester) -> Dialog:
    return Saksliste(tjenester)
