"""«Saksliste ASU», «når er pausene?», «hvor mange saker er det?», «hvem innleder?»."""

from dataclasses import replace

from bot.cards.agenda import av_type, omfang
from bot.cards.element import overskrift
from bot.cards.melding import knapp, kort, setning
from bot.cards.moete import avlyst_foerst, moetekort, saksliste
from bot.cards.ord import Tall, klokkeslett
from bot.cards.referat import Referatvisning, referatkort
from bot.cards.tekstflyt import Utsnitt
from bot.domain.conversation import Button
from bot.domain.innkalling import Agendatype, Innkalling
from bot.domain.moete import Moete
from bot.domain.register import Moetehode
from bot.language import skriv
from bot.turn import Dialog, Meaning, Message, Norsk, Reply, Turn
from dialogs.minne import Minne
from dialogs.moetestatus import moetestatus
from dialogs.moetet import finn_moete, moetenavn, papirene
from dialogs.oppgaveoverfoering import overfoert
from dialogs.slots import ord_, tall
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester

SIDER = frozenset({"pauser", "varighet", "innledere"})
"""Other questions than for the whole saksliste."""
SAKSLISTE, EGEN = "moete.saksliste", "egen"
"""The intent, and in a button: a message of its own, since the card that was pressed is needed still."""


class Saksliste:
    intents = frozenset({SAKSLISTE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester
        self._minne = Minne()

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hva = ord_(meaning.slots, "hva")
        hode = await finn_moete(turn, meaning, lambda h: h.har_innkalling or (h.har_referat and not hva))
        if not isinstance(hode, Moetehode):
            return hode
        husk(turn, hode)
        moete = await papirene(turn, hode)
        fra = max(0, tall(meaning.slots, "fra") or 0)
        if moete.innkalling is None or not moete.innkalling.agenda:
            return _uten_agenda(turn, hode, moete, hva)
        innkalling = moete.innkalling
        if hva not in SIDER:
            return self._vist(turn, meaning, await self._hele(turn, hode, moete, fra))
        noekkel = (turn.norsk.maalform, turn.register.versjon, moete.id, moete.versjon, hva)
        return si(turn, self._minne.husk(noekkel, lambda: self._vis(turn, hode, moete, innkalling, hva)))

    def _vist(self, turn: Turn, meaning: Meaning, hele: Message) -> list[Reply]:
        return [Reply(hele)] if meaning.slots.extra.get(EGEN) is True else si(turn, hele)

    async def _hele(self, turn: Turn, hode: Moetehode, moete: Moete, fra: int) -> Message:
        ramme = self._tjenester.ramme(turn)
        status = replace(await moetestatus(turn, hode), overfoert=await overfoert(turn, hode, moete))
        linje = turn.norsk.tekst("saksliste.for", moete=moetenavn(turn, hode))
        noekkel = (turn.norsk.maalform, turn.register.versjon, moete.id, moete.versjon, fra, status)
        return self._minne.husk(noekkel, lambda: saksliste(linje, moete, ramme, fra, status))

    def _vis(
        self, turn: Turn, hode: Moetehode, moete: Moete, innkalling: Innkalling, hva: str | None
    ) -> Message:
        navn = moetenavn(turn, hode)
        ramme = self._tjenester.ramme(turn)
        match hva:
            case "pauser":
                return _pauser(turn.norsk, navn, hode, innkalling)
            case "varighet":
                linje = turn.norsk.tekst(
                    "saksliste.omfang", moete=navn, omfang=omfang(turn.norsk, innkalling.agenda)
                )
                return moetekort(linje, moete, ramme)
        noen = any(p.ansvarlige for p in innkalling.agenda)
        linje = turn.norsk.tekst("saksliste.innledere" if noen else "saksliste.ingen_innledere", moete=navn)
        return moetekort(linje, moete, ramme)


def _pauser(norsk: Norsk, navn: str, hode: Moetehode, innkalling: Innkalling) -> Message:
    pauser = av_type(innkalling.agenda, Agendatype.PAUSE)
    alle = knapp(norsk.tekst("knapp.saksliste"), "moete.saksliste", moete=hode.id)
    if not pauser:
        ingen = norsk.tekst("saksliste.ingen_pauser", moete=navn)
        return _linje(avlyst_foerst(norsk, hode, ingen), [alle])
    klokker = [klokkeslett(p.start, p.slutt) for p in pauser if p.start]
    linje = norsk.tekst("saksliste.pauser", antall=Tall(len(pauser)), moete=navn)
    naar_ = (
        norsk.tekst("saksliste.pauser_naar", klokker=skriv.liste([f"kl. {k}" for k in klokker]))
        if klokker
        else ""
    )
    return _linje(avlyst_foerst(norsk, hode, f"{linje}{naar_}."), [alle])


def _linje(linje: str, knapper: list[Button]) -> Message:
    return kort(linje, [overskrift(linje)], knapper)


def _uten_agenda(turn: Turn, hode: Moetehode, moete: Moete, hva: str | None) -> list[Reply]:
    """Which paper has not come, or has no saksliste; then the saker of the referat, where there is one."""
    mangler = "saksliste.tom" if moete.innkalling else "uten.innkalling"
    linje = avlyst_foerst(turn.norsk, hode, turn.norsk.tekst(mangler, moete=moetenavn(turn, hode)))
    if moete.referat is None or hva:
        return si_setning(turn, linje)
    vist = referatkort(Referatvisning(turn.norsk, moete, moete.referat, turn.register), Utsnitt())
    return [*si(turn, vist), Reply(setning(linje))]


def lag(tjenester: Tjenester) -> Dialog:
    return Saksliste(tjenester)
