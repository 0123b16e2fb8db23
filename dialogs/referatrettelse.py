"""«Rettelse»: what is visibly corrected in a referat that is approved, and so locked."""

from collections.abc import Collection
from dataclasses import replace

from bot.cards.godkjenning import sitatkort
from bot.cards.melding import knapp, skriveknapp
from bot.cards.merknader import FELT, Tekstskjema, tekstskjema
from bot.domain import bokgodkjenning, bokrett
from bot.domain.aktoer import Aktoer
from bot.domain.bokfeil import IkkeGodkjent
from bot.domain.bokstand import Bokstand
from bot.domain.conversation import Button
from bot.domain.indeks import indekser_bok
from bot.domain.moetebok import Boktilstand
from bot.domain.organvalg import Rekkefoelge
from bot.domain.register import Moetehode
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling.godkjenning import om_rettelse
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import bokens_navn, i_boken, si_fra
from dialogs.bokfoer import Bok, hold, noter
from dialogs.bokvern import krev_uten_nummer, vern
from dialogs.godkjenningsbok import BOK, den_nevnte, som_sak
from dialogs.moetet import finn_moete, papirene
from dialogs.slots import ord_, tall
from dialogs.svar import si
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

RETTELSE = "referat.rettelse"


def krev_rette(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> None:
    """Who leads the møte, and who keeps its referat. Raises IkkeLov."""
    if not bokrett.kan_godkjenne(aktoer, stand, organ_ids):
        bokrett.krev_foere(aktoer, stand, organ_ids)


def rettelse_knapp(turn: Turn, bok_id: int) -> Button:
    return knapp(turn.norsk.tekst("godkjenning.knapp_rettelse"), RETTELSE, bok=bok_id)


class ReferatRettelse:
    intents = frozenset({RETTELSE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: self._svar(turn, meaning))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """One that is guessed is shown in the form, where nothing is stored before «Send»."""
        return None

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        bok = await self._finn(turn, meaning)
        if not isinstance(bok, Bok):
            return bok
        tekst = ord_(meaning.slots, FELT) or ord_(meaning.slots, "tekst") or ""
        krev_uten_nummer(tekst)
        if bok.stand.tilstand is not Boktilstand.GODKJENT:
            raise IkkeGodkjent
        if not tekst.strip() or not meaning.strict:
            return self._skjema(turn, bok, tekst, tall(meaning.slots, "punkt"))
        return await self._noter(turn, meaning, tekst)

    async def _finn(self, turn: Turn, meaning: Meaning) -> Bok | list[Reply]:
        """The last referat of the body, or the one of that day; one from a paper is not kept here."""
        if BOK in meaning.slots.extra:
            return await den_nevnte(turn, meaning, krev_rette)
        hode = await finn_moete(turn, meaning, lambda h: h.har_referat, Rekkefoelge.SISTE)
        if not isinstance(hode, Moetehode):
            return hode
        bok = await turn.uow.boeker.for_moete(hode.id)
        if bok is None:
            navn = bokens_navn(turn, hode)
            return si_fra(turn, turn.norsk.tekst("godkjenning.foeres_ikke_her", moete=navn))
        slots = replace(meaning.slots, extra={**meaning.slots.extra, BOK: bok.id})
        return await den_nevnte(turn, replace(meaning, slots=slots), krev_rette)

    def _skjema(self, turn: Turn, bok: Bok, fylt: str, punkt: int | None) -> list[Reply]:
        norsk = turn.norsk
        send = skriveknapp(
            norsk.tekst("godkjenning.knapp_foer_rettelsen"),
            RETTELSE,
            self._tjenester.ny_id(),
            bok=bok.id,
            punkt=punkt,
        )
        foerst = norsk.tekst("godkjenning.hva_skal_rettes", moete=bokens_navn(turn, bok.hode))
        felt = norsk.tekst("godkjenning.felt_rettelse")
        ellers = norsk.tekst("godkjenning.rettelse_ellers")
        return si(turn, tekstskjema(Tekstskjema(foerst, felt, send, fylt, ellers)))

    async def _noter(self, turn: Turn, meaning: Meaning, tekst: str) -> list[Reply]:
        extra = {n: v for n, v in meaning.slots.extra.items() if n != FELT}
        slots = replace(meaning.slots, extra={**extra, "tekst": tekst, BOK: turn.bok_id})
        stoppet = vern(turn, replace(meaning, slots=slots), tekst, self._tjenester)
        if stoppet:
            return stoppet
        bok = await hold(turn, krev=krev_rette)
        punkt = tall(meaning.slots, "punkt")
        foert = await noter(turn, bok, bokgodkjenning.rettelse(bok.stand, bok.akt, tekst, punkt))
        await indekser_bok(turn.uow, foert.bok, foert.etter, await papirene(turn, foert.hode))
        await om_rettelse(varsler(turn, self._tjenester), som_sak(turn, bok, foert), bok.akt.id)
        linje = turn.norsk.tekst("godkjenning.rettet", moete=bokens_navn(turn, bok.hode))
        return si(turn, sitatkort(linje, tekst))


def lag(tjenester: Tjenester) -> Dialog:
    return ReferatRettelse(tjenester)
