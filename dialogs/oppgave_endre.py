"""«Oppgave 3 er ferdig», «ny frist for oppgave 3 er 17. februar», «oppgave 3 er bortfalt», «Jonas tar
oppgave 3», and taking the last of it back.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.domain import oppgaver
from bot.domain.frammoete import Hvem
from bot.domain.oppgave import Oppgave
from bot.domain.oppgaver import Handling, handling, kan_endre, krev_endre
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling.kanalreferat import rett_oppgaver
from dialogs.bekreft import Forhaandsvisning
from dialogs.bokfoer import se
from dialogs.oppgavebortfall import BORTFALL, be_om, maa_be
from dialogs.oppgavefinner import OPPGAVE, finn_oppgave
from dialogs.oppgavefolk import den_som_tar_den
from dialogs.oppgavesvar import AVSLAG, avslag, hva_skal_gjoeres, kvittert
from dialogs.oppslag import slaa_opp_foerst
from dialogs.rett import kan
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

FERDIG, FRIST, ANSVARLIG = "oppgave.ferdig", "oppgave.frist", "oppgave.ansvarlig"
ANGRE, GJENAAPNE = "oppgave.angre", "gjenaapne"
NY_FRIST, TIL = "ny_frist", "til"
"""In a button: the frist as ISO, and the person's id."""

Regel = Callable[[Oppgave, Handling], Oppgave]


class Oppgaveendring:
    intents = frozenset({FERDIG, FRIST, BORTFALL, ANSVARLIG, ANGRE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        try:
            return await self._svar(turn, meaning)
        except AVSLAG as nei:
            return avslag(turn, nei)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """Where it is clear which and what, and they may; else the dialog asks or refuses."""
        if meaning.intent == ANGRE:
            return None
        try:
            funnet = await self._finn(turn, meaning)
            if not isinstance(funnet, Oppgave):
                return None
            extra = {**_innhold(turn, meaning, funnet), OPPGAVE: funnet.id}
            self._krev(turn, meaning, funnet)
            if meaning.intent == BORTFALL and maa_be(turn, funnet):
                return None
        except AVSLAG:
            return None
        spoersmaal, ja = hva_skal_gjoeres(turn, meaning.intent, funnet, extra)
        slots = replace(meaning.slots, organ_ids=(), person=None, period=None, extra=extra)
        return Forhaandsvisning(spoersmaal, ja, replace(meaning, slots=slots))

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        funnet = await self._finn(turn, meaning)
        if not isinstance(funnet, Oppgave):
            return funnet
        self._krev(turn, meaning, funnet)
        if meaning.intent == BORTFALL and maa_be(turn, funnet):
            return await be_om(turn, meaning.slots, funnet, self._tjenester)
        if meaning.intent == ANGRE:
            return await self._angre(turn, meaning, funnet)
        extra = _innhold(turn, meaning, funnet)
        if extra is MANGLER:
            return si_setning(turn, turn.norsk.tekst("oppgave.hvilken_frist", nr=funnet.nr))
        hvorfor = await _i_saken(turn) if meaning.intent == BORTFALL else None
        regel = _regel(turn, meaning.intent, extra, hvorfor)
        return await self._gjoer(turn, funnet, meaning.intent, regel)

    async def _finn(self, turn: Turn, meaning: Meaning) -> Oppgave | list[Reply]:
        lukket = ord_(meaning.slots, "hva") == GJENAAPNE
        return await finn_oppgave(turn, meaning, self._tjenester.ny_id, lukket=lukket)

    def _krev(self, turn: Turn, meaning: Meaning, o: Oppgave) -> None:
        """Whoever takes an oppgave nobody has, may: they are of the body, and surely so."""
        if _tar_selv(turn, meaning, o):
            return
        if not kan_endre(o, turn.aktoer):
            slaa_opp_foerst(turn)
        krev_endre(o, turn.aktoer)

    async def _gjoer(self, turn: Turn, o: Oppgave, intent: str, regel: Regel) -> list[Reply]:
        """Read again under the lock: of two who do it at once the second is told how it stands."""
        await turn.uow.oppgaver.laas(o.organ_id)
        foer = await turn.uow.oppgaver.hent(o.id or 0) or o
        etter = regel(foer, handling(turn.aktoer.hvem, turn.incoming.at))
        if etter != foer:
            etter = await turn.uow.oppgaver.lagre(etter)
            await rett_oppgaver(turn.uow, turn.register, [etter], turn.incoming.at)
            turn.writes = True
        return await kvittert(turn, self._tjenester, intent, foer, etter)

    async def _angre(self, turn: Turn, meaning: Meaning, o: Oppgave) -> list[Reply]:
        versjon = tall(meaning.slots, "versjon")

        def tilbake(naa: Oppgave, h: Handling) -> Oppgave:
            if naa.versjon != versjon:
                raise oppgaver.EndretSiden(naa)
            return oppgaver.angret(naa, h, lambda navn: _folk(turn, naa, navn))

        return await self._gjoer(turn, o, ANGRE, tilbake)


MANGLER: dict[str, object] = {}
"""What a line without the new frist holds."""


def _innhold(turn: Turn, meaning: Meaning, o: Oppgave) -> dict[str, object]:
    """What is to become of it, as a button keeps it. Raises UgyldigKnapp, Ukjent."""
    slots = meaning.slots
    if meaning.intent == FRIST:
        frist = _frist(turn, meaning)
        return {NY_FRIST: frist.isoformat()} if frist else MANGLER
    if meaning.intent == ANSVARLIG:
        til = tall(slots, TIL)
        return {TIL: til if til is not None else den_som_tar_den(turn, slots.person, o).person_id}
    hva = ord_(slots, "hva")
    return {"hva": hva if hva == GJENAAPNE else "gjort"}


def _frist(turn: Turn, meaning: Meaning) -> date | None:
    """The last day of what was said."""
    skrevet, period = ord_(meaning.slots, NY_FRIST), meaning.slots.period
    if skrevet:
        try:
            return date.fromisoformat(skrevet)
        except ValueError as feil:
            raise UgyldigKnapp from feil
    if period is None:
        return None
    return period.til - timedelta(days=1) if period.til else period.fra


async def _i_saken(turn: Turn) -> str | None:
    """The sak that is open («sak 12/24»), of who keeps the referat: what is dropped in it, it drops."""
    if not turn.foerer or turn.bok_id is None:
        return None
    stand = (await se(turn)).stand
    saksnr = stand.sak(stand.aapen).saksnr if stand.aapen is not None else None
    return turn.norsk.tekst("oppfoelging.sak", sak=saksnr) if saksnr else None


def _regel(turn: Turn, intent: str, extra: dict[str, object], hvorfor: str | None) -> Regel:
    dag = turn.incoming.at.date()
    if intent == FRIST:
        frist = date.fromisoformat(str(extra[NY_FRIST]))
        return lambda o, h: oppgaver.ny_frist(o, frist, dag, h)
    if intent == ANSVARLIG:
        hvem = _person(turn, extra[TIL])
        return lambda o, h: oppgaver.nye_ansvarlige(o, [hvem], h)
    if intent == BORTFALL:
        return lambda o, h: oppgaver.bortfalt(o, h, hvorfor)
    return oppgaver.gjenaapnet if extra["hva"] == GJENAAPNE else oppgaver.ferdig


def _person(turn: Turn, person_id: object) -> Hvem:
    alle = (m for organ in turn.register.organer for m in organ.medlemmer)
    navn = next((m.navn for m in alle if m.person_id == person_id), None)
    if navn is None or not isinstance(person_id, int):
        raise UgyldigKnapp
    return Hvem(navn, person_id)


def _tar_selv(turn: Turn, meaning: Meaning, o: Oppgave) -> bool:
    if meaning.intent != ANSVARLIG or o.ansvarlige:
        return False
    til = tall(meaning.slots, TIL)
    til = til if til is not None else den_som_tar_den(turn, meaning.slots.person, o).person_id
    return til == turn.aktoer.hvem.person_id and kan(turn, Rett.SE_REFERAT, [o.organ_id])


def _folk(turn: Turn, o: Oppgave, navn: str) -> Hvem:
    """Who it was, by the name that stands in the log."""
    medlemmer = [m for m in turn.register.organ(o.organ_id).medlemmer if m.navn == navn]
    return Hvem(navn, medlemmer[0].person_id if medlemmer else None)


def lag(tjenester: Tjenester) -> Dialog:
    return Oppgaveendring(tjenester)
