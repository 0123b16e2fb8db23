"""«Meldte saker»: what waits for the sekretariat, put on a saksliste or declined; and «mine saker»."""

from collections.abc import Sequence

from bot.cards.eventuelt import Liste, Rad, kvittering, listekort
from bot.cards.eventueltskjema import SVAR, svarskjema
from bot.cards.eventueltvarsler import avgjoer, avslag
from bot.cards.melding import knapp, skriveknapp
from bot.cards.ord import Tall, organnavn, stor
from bot.domain import meldtsak
from bot.domain.conversation import Button
from bot.domain.fritekst import UgyldigTekst, begrunnelse
from bot.domain.meldtsak import MeldtSak, Sakslag, Sakstilstand
from bot.domain.rettigheter import Rett, krev_privat
from bot.domain.utboks import Varselslag
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling import Naadd, Varsel
from dialogs.eventuelt_finn import kan_vises, mine_saker
from dialogs.eventuelt_gjort import ferdig_med, naa, velg_saksliste
from dialogs.eventuelt_hvor import mine_utvalg
from dialogs.eventuelt_lager import endre, er_over, hent, stedet, venter_paa_sekretariatet
from dialogs.eventuelt_sak import si_fra
from dialogs.fritekstsvar import ordlegg
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si, si_paa_kortet
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

LISTE, SETT_PAA, AVSLAA, SEND_AVSLAG = "sak.liste", "sak.sett_paa", "sak.avslaa", "sak.send_avslag"
MINE = "mine"


class MeldteSaker:
    intents = frozenset({LISTE, SETT_PAA, AVSLAA, SEND_AVSLAG})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.intent == LISTE:
            mine = ord_(meaning.slots, "hva") == MINE
            return await (self._mine(turn, meaning) if mine else self._liste(turn, meaning))
        sak = await self._saken(turn, meaning)
        if not isinstance(sak, MeldtSak):
            return sak
        if meaning.intent == SETT_PAA:
            return await self._sett_paa(turn, meaning, sak)
        return await self._avslaa(turn, meaning, sak)

    async def _saken(self, turn: Turn, meaning: Meaning) -> MeldtSak | list[Reply]:
        sak_id = tall(meaning.slots, "meldt")
        if sak_id is None:
            raise UgyldigKnapp
        sak = await hent(turn, sak_id)
        krev(turn, Rett.AVGJOERE_SAK, (sak.organ_id,))
        krev_privat(turn.conversation.kind)
        ferdig = ferdig_med(turn, sak) if sak.tilstand is not Sakstilstand.MELDT else ""
        if not ferdig and sak.slag is not Sakslag.ORDINAER:
            raise UgyldigKnapp
        return si_paa_kortet(turn, ferdig) if ferdig else sak

    async def _liste(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        organer = mine_utvalg(turn, meaning.slots, Rett.AVGJOERE_SAK)
        krev_privat(turn.conversation.kind)
        saker = [
            s for o in organer for s in await turn.uow.saker.for_organ(o) if venter_paa_sekretariatet(s)
        ]
        flere = len(organer) > 1
        rader = [
            Rad(n, s, tuple(self._knapper(turn, n, s)), stedet(turn, s) if flere or s.moete_id else "")
            for n, s in enumerate(saker, 1)
        ]
        navn = organnavn(turn.register, organer, turn.incoming.at.date())
        if saker:
            foerst = stor(turn.norsk.tekst("sak.liste", antall=Tall(len(saker)), organ=navn))
        else:
            foerst = turn.norsk.tekst("sak.ingen_venter", organ=navn)
        return si(turn, listekort(turn.norsk, Liste(foerst, rader, intent=LISTE), _fra(meaning)))

    async def _mine(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        saker = [s for s in await mine_saker(turn) if kan_vises(turn, s.organ_id)]
        saker = [s for s in saker if not er_over(turn, s)]
        rader = [Rad(n, s, (_aapne(turn, n, s),), stedet(turn, s)) for n, s in enumerate(saker, 1)]
        if saker:
            foerst = turn.norsk.tekst("sak.mine", antall=Tall(len(saker)))
        else:
            foerst = turn.norsk.tekst("sak.ingen_egne")
        return si(turn, listekort(turn.norsk, Liste(foerst, rader, intent=LISTE, hva=MINE), _fra(meaning)))

    def _knapper(self, turn: Turn, nr: int, sak: MeldtSak) -> Sequence[Button]:
        return [_aapne(turn, nr, sak), *avgjoer(turn.norsk, sak, self._tjenester.ny_id(), nr)]

    async def _sett_paa(self, turn: Turn, meaning: Meaning, sak: MeldtSak) -> list[Reply]:
        valgt = velg_saksliste(turn, meaning, sak, self._tjenester)
        if isinstance(valgt, list):
            return valgt
        til = valgt.id if valgt else None
        ny = await endre(turn, meldtsak.satt_paa(sak, til, turn.aktoer.hvem, naa(turn)))
        svart = await si_fra(turn, ny, self._tjenester)
        linje = turn.norsk.tekst("sak.satt_paa", tittel=ny.tittel, moete=stedet(turn, ny))
        return si(turn, kvittering([linje, *_fikk_vite(turn, ny, svart)]))

    async def _avslaa(self, turn: Turn, meaning: Meaning, sak: MeldtSak) -> list[Reply]:
        """Asked why first, which need not be said."""
        skrevet = ord_(meaning.slots, SVAR)
        if meaning.intent == AVSLAA:
            return self._skjema(turn, sak)
        try:
            svar = begrunnelse(skrevet)
        except UgyldigTekst as feil:
            return self._skjema(turn, sak, skrevet if feil.maks else "", ordlegg(turn, feil))
        ny = await endre(turn, meldtsak.avslaatt(sak, svar, turn.aktoer.hvem, naa(turn)))
        ordene = avslag(turn.register, turn.aktoer.hvem.navn, ny)
        varsel = Varsel(f"sak:{ny.id}:{len(ny.logg)}", Varselslag.SAK, ordene, ny.moete_id)
        svart = await varsler(turn, self._tjenester).til_key(ny.av_key, varsel)
        linje = turn.norsk.tekst("sak.avslaatt", tittel=ny.tittel)
        return si(turn, kvittering([linje, *_fikk_vite(turn, ny, svart)]))

    def _skjema(self, turn: Turn, sak: MeldtSak, fylt: str | None = "", feil: str = "") -> list[Reply]:
        send = skriveknapp(
            turn.norsk.tekst("knapp.avslaa"), SEND_AVSLAG, self._tjenester.ny_id(), meldt=sak.id
        )
        foerst = turn.norsk.tekst("sak.avslaa_hvorfor", tittel=sak.tittel, navn=sak.av.navn)
        return si(turn, svarskjema(turn.norsk, foerst, fylt or "", send, feil))


def _fra(meaning: Meaning) -> int:
    return max(0, tall(meaning.slots, "fra") or 0)


def _aapne(turn: Turn, nr: int, sak: MeldtSak) -> Button:
    return knapp(turn.norsk.tekst("knapp.aapne_nr", nr=nr), "eventuelt.vis", meldt=sak.id)


def _fikk_vite(turn: Turn, sak: MeldtSak, svart: Naadd) -> list[str]:
    """Whether the one who raised it is told."""
    key = "sak.har_faatt_svar" if svart.vet else "sak.faar_ikke_svar"
    return [] if svart is Naadd.SELV else [turn.norsk.tekst(key, navn=sak.av.navn)]


def lag(tjenester: Tjenester) -> Dialog:
    return MeldteSaker(tjenester)
