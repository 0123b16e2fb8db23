"""The merknader to a referat, for those who keep it: taken in, or not and why."""

from dataclasses import replace

from bot.cards.godkjenning import sitatkort
from bot.cards.melding import knapp, skriveknapp
from bot.cards.merknader import (
    FELT,
    IKKE_TA_INN,
    LISTE,
    RETT_FRAMMOETE,
    TA_INN,
    Tekstskjema,
    merknadsliste,
    tekstskjema,
)
from bot.domain import bokrett
from bot.domain.bokfeil import Laast, MerknadFinnesIkke
from bot.domain.bokgodkjenning import svar_merknad
from bot.domain.boklesing import les
from bot.domain.bokstand import Referatmerknad
from bot.domain.conversation import Button
from bot.domain.fritekst import UgyldigTekst
from bot.domain.moetebok import Boktilstand, Foering
from bot.domain.rettigheter import krev_privat
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling import godkjenning
from dialogs.bok import bokens_navn, i_boken, si_fra
from dialogs.bokavslag import tekstfeil
from dialogs.bokfoer import Bok, hold, noter
from dialogs.bokvern import vern
from dialogs.godkjenningsbok import den_nevnte, finn_bok, som_sak
from dialogs.merknadsframmoete import frammoetet, rettet_ord
from dialogs.referatmerknad import uten_merknader
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si, si_paa_kortet
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

FERDIG = "ferdig"


class Merknadsvar:
    intents = frozenset({LISTE, TA_INN, IKKE_TA_INN, RETT_FRAMMOETE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: self._svar(turn, meaning))

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """In 1:1: who had which merknad is not for all who read along. Raises IkkePrivat."""
        krev_privat(turn.incoming.conversation.kind)
        if meaning.intent == LISTE:
            return await self._liste(turn, meaning)
        bok = await den_nevnte(turn, meaning, bokrett.krev_foere)
        m = _merknaden(bok, tall(meaning.slots, "nr"))
        if meaning.intent == RETT_FRAMMOETE:
            return await self._rett_frammoete(turn, m)
        if meaning.intent == IKKE_TA_INN:
            return await self._ikke(turn, meaning, bok, m)
        if meaning.slots.extra.get(FERDIG) is True:
            return await self._besvar(turn, m, True, None)
        return self._rett_foerst(turn, bok, m)

    async def _liste(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        bok = await finn_bok(turn, meaning, (Boktilstand.TIL_GODKJENNING,), bokrett.krev_foere)
        if not isinstance(bok, Bok):
            return bok or si_fra(turn, turn.norsk.tekst("godkjenning.ingen_venter"))
        merknader, uten = bok.stand.merknader, len(uten_merknader(bok.linjer))
        foerst = turn.norsk.tekst(
            "godkjenning.merknadene", antall=len(merknader), moete=bokens_navn(turn, bok.hode), uten=uten
        )
        godkjenn = knapp(turn.norsk.tekst("godkjenning.knapp_godkjenn"), "referat.godkjenn", bok=bok.id)
        kan = bokrett.kan_godkjenne(turn.aktoer, bok.stand, bok.hode.organ_ids)
        return si(turn, merknadsliste(turn.norsk, foerst, bok.id, merknader, [godkjenn] if kan else []))

    def _rett_foerst(self, turn: Turn, bok: Bok, m: Referatmerknad) -> list[Reply]:
        """What is taken in is edited like anything else; then it is answered."""
        if bok.stand.tilstand is Boktilstand.GODKJENT:
            raise Laast(bok.stand.godkjent)
        ferdig = skriveknapp(
            turn.norsk.tekst("godkjenning.knapp_tatt_inn"),
            TA_INN,
            self._tjenester.ny_id(),
            bok=bok.id,
            nr=m.nr,
            ferdig=True,
        )
        vis = knapp(turn.norsk.tekst("godkjenning.knapp_punktene"), "referat.utkast", bok=bok.id, hva="alt")
        foerst = turn.norsk.tekst("godkjenning.rett_foerst", nr=m.nr)
        return si(
            turn, sitatkort(foerst, m.tekst, [ferdig, vis], [turn.norsk.tekst("godkjenning.slik_rettes")])
        )

    async def _ikke(self, turn: Turn, meaning: Meaning, bok: Bok, m: Referatmerknad) -> list[Reply]:
        grunn = ord_(meaning.slots, FELT) or ord_(meaning.slots, "tekst")
        if grunn is None:
            return self._hvorfor(turn, bok, m)
        stoppet = vern(turn, _med_tekst(meaning, grunn), grunn, self._tjenester)
        if stoppet:
            return stoppet
        try:
            return await self._besvar(turn, m, False, grunn)
        except UgyldigTekst as feil:
            return self._hvorfor(turn, bok, m, tekstfeil(turn, feil))

    def _hvorfor(self, turn: Turn, bok: Bok, m: Referatmerknad, feil: str = "") -> list[Reply]:
        op = self._tjenester.ny_id()
        send = skriveknapp(
            turn.norsk.tekst("godkjenning.knapp_ikke_ta_inn"), IKKE_TA_INN, op, bok=bok.id, nr=m.nr
        )
        foerst = feil or turn.norsk.tekst("godkjenning.hvorfor_ikke", nr=m.nr, navn=m.av.navn)
        felt = turn.norsk.tekst("godkjenning.felt_grunn")
        return si(turn, tekstskjema(Tekstskjema(foerst, felt, send, om=m.tekst)))

    async def _rett_frammoete(self, turn: Turn, m: Referatmerknad) -> list[Reply]:
        """Who wrote it is present, and it is taken in: one act."""
        return await self._besvar(turn, m, True, None, frammoete=True)

    async def _besvar(
        self, turn: Turn, m: Referatmerknad, inn: bool, grunn: str | None, *, frammoete: bool = False
    ) -> list[Reply]:
        bok = await hold(turn)
        foert = await noter(turn, bok, _linjer(bok, m, inn, grunn, frammoete))
        ny = (
            _merknaden(bok, m.nr)
            if not foert.linjer
            else next(x for x in foert.etter.merknader if x.nr == m.nr)
        )
        sak = som_sak(turn, bok, foert)
        naadd = await godkjenning.svart_paa(varsler(turn, self._tjenester), sak, ny, bok.akt.id)
        noekkel = "godkjenning.svar_tatt_inn" if inn else "godkjenning.svar_ikke_tatt_inn"
        linjer = [turn.norsk.tekst(noekkel, nr=m.nr, navn=m.av.navn)]
        linjer += [rettet_ord(turn.norsk, foert.etter, m.av)] if frammoete else []
        if not naadd.vet:
            linjer.append(turn.norsk.tekst("godkjenning.si_fra_selv", navn=m.av.navn))
        igjen = [x for x in foert.etter.merknader if x.tatt_inn is None]
        if igjen:
            linjer.append(turn.norsk.tekst("godkjenning.igjen", antall=len(igjen)))
        return si_paa_kortet(turn, " ".join(linjer))


def _linjer(
    bok: Bok, m: Referatmerknad, inn: bool, grunn: str | None, frammoete: bool
) -> tuple[Foering, ...]:
    _merknaden(bok, m.nr)
    rettet = frammoetet(bok, m) if frammoete else ()
    stand = les([*bok.linjer, *rettet]) if rettet else bok.stand
    return (*rettet, *svar_merknad(stand, bok.akt, m.nr, inn, grunn))


def _merknaden(bok: Bok, nr: int | None) -> Referatmerknad:
    if nr is None:
        raise UgyldigKnapp
    funnet = next((m for m in bok.stand.merknader if m.nr == nr), None)
    if funnet is None:
        raise MerknadFinnesIkke(nr)
    return funnet


def _med_tekst(meaning: Meaning, tekst: str) -> Meaning:
    extra = {navn: verdi for navn, verdi in meaning.slots.extra.items() if navn != FELT}
    return replace(meaning, slots=replace(meaning.slots, extra={**extra, "tekst": tekst}))


def svarknapp(turn: Turn, bok_id: int) -> Button:
    """«Svar på merknadene»."""
    return knapp(turn.norsk.tekst("godkjenning.knapp_svar"), LISTE, bok=bok_id)


def lag(tjenester: Tjenester) -> Dialog:
    return Merknadsvar(tjenester)
