"""«Trekk saken min», «endre saken min til …», «flytt den til neste møte», «gjør den til ordinær sak»."""

from dataclasses import replace

from bot.cards.eventuelt import kvittering
from bot.cards.eventueltskjema import TITTEL, endreskjema
from bot.cards.melding import skriveknapp
from bot.domain import meldtsak
from bot.domain.fritekst import UgyldigTekst, tittel
from bot.domain.meldtsak import MeldtSak, Sakslag
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.eventuelt_finn import finn_sak
from dialogs.eventuelt_gjort import ferdig_med, flytt, naa, velg_saksliste
from dialogs.eventuelt_lager import endre, stedet
from dialogs.eventuelt_sak import krev_endre, sakens_knapper, si_fra
from dialogs.fritekstsvar import ordlegg
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si, si_paa_kortet, si_setning
from dialogs.tjenester import Tjenester

TREKK, ENDRE = "eventuelt.trekk", "eventuelt.endre"
TREKKES, ORDLYD, FLYTT, FORFREM = "trekk", "ordlyd", "flytt", "forfrem"


class EventueltEndre:
    intents = frozenset({TREKK, ENDRE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        sak = await self._saken(turn, meaning)
        if not isinstance(sak, MeldtSak):
            return sak
        gjoer = {TREKKES: self._trekk, ORDLYD: self._ordlyd, FLYTT: self._flytt, FORFREM: self._forfrem}
        return await gjoer[_hva(meaning)](turn, meaning, sak)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """A new wording is asked for in a form, and for which møte with buttons: neither writes yet."""
        hva = _hva(meaning)
        sak = await self._saken(turn, meaning)
        if not isinstance(sak, MeldtSak) or hva in (ORDLYD, FORFREM):
            return None
        extra = {"meldt": sak.id, **({"hva": hva} if meaning.intent == ENDRE else {})}
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst(f"eventuelt.skal_{hva}", moete=stedet(turn, sak)),
            ja=turn.norsk.tekst(f"eventuelt.ja_{hva}"),
            meaning=replace(meaning, slots=Slots(extra=extra)),
            linjer=(f"«{sak.tittel}»",),
        )

    async def _saken(self, turn: Turn, meaning: Meaning) -> MeldtSak | list[Reply]:
        """One that still waits, and that the speaker may change. Raises IkkeLov and UgyldigKnapp."""
        soek = ord_(meaning.slots, "tekst") if meaning.intent == TREKK else None
        alle = _hva(meaning) == FORFREM
        sak = await finn_sak(turn, meaning, soek, self._tjenester.ny_id, alle=alle)
        if not isinstance(sak, MeldtSak):
            return sak
        if alle:
            krev(turn, Rett.AVGJOERE_SAK, (sak.organ_id,))
        else:
            krev_endre(turn, sak)
        ferdig = ferdig_med(turn, sak)
        return si_paa_kortet(turn, ferdig) if ferdig else sak

    async def _trekk(self, turn: Turn, meaning: Meaning, sak: MeldtSak) -> list[Reply]:
        ny = await endre(turn, meldtsak.trukket(sak, turn.aktoer.hvem, naa(turn)))
        return await self._gjort(turn, ny, "eventuelt.trukket")

    async def _ordlyd(self, turn: Turn, meaning: Meaning, sak: MeldtSak) -> list[Reply]:
        fra_skjema = ord_(meaning.slots, TITTEL)
        skrevet = ord_(meaning.slots, "tekst") if fra_skjema is None else fra_skjema
        if skrevet is None:
            return self._skjema(turn, sak, sak.tittel)
        try:
            ny_tittel = tittel(skrevet)
        except UgyldigTekst as avslag:
            feil = ordlegg(turn, avslag)
            if fra_skjema is None:
                return si_setning(turn, feil)
            return self._skjema(turn, sak, sak.tittel if avslag.maks == 0 else skrevet, feil)
        if ny_tittel == sak.tittel:
            return si_paa_kortet(turn, turn.norsk.tekst("eventuelt.uendret", tittel=sak.tittel))
        ny = await endre(turn, meldtsak.endret(sak, ny_tittel, turn.aktoer.hvem, naa(turn)))
        return await self._gjort(turn, ny, "eventuelt.endret")

    def _skjema(self, turn: Turn, sak: MeldtSak, verdi: str, feil: str = "") -> list[Reply]:
        label, op = turn.norsk.tekst("knapp.lagre_ordlyden"), self._tjenester.ny_id()
        send = skriveknapp(label, ENDRE, op, meldt=sak.id)
        foerst = turn.norsk.tekst("skjema.ny_ordlyd", moete=stedet(turn, sak))
        return si(turn, endreskjema(turn.norsk, foerst, verdi, send, feil))

    async def _flytt(self, turn: Turn, meaning: Meaning, sak: MeldtSak) -> list[Reply]:
        if sak.slag is not Sakslag.EVENTUELT:
            raise UgyldigKnapp
        ny = await flytt(turn, sak)
        return await self._gjort(turn, ny, "eventuelt.flyttet")

    async def _forfrem(self, turn: Turn, meaning: Meaning, sak: MeldtSak) -> list[Reply]:
        if sak.slag is not Sakslag.EVENTUELT:
            raise UgyldigKnapp
        valgt = velg_saksliste(turn, meaning, sak, self._tjenester)
        if isinstance(valgt, list):
            return valgt
        til = valgt.id if valgt else None
        ny = await endre(turn, meldtsak.forfremmet(sak, til, turn.aktoer.hvem, naa(turn)))
        return await self._gjort(turn, ny, "eventuelt.forfremmet")

    async def _gjort(self, turn: Turn, sak: MeldtSak, key: str) -> list[Reply]:
        await si_fra(turn, sak, self._tjenester)
        linje = turn.norsk.tekst(key, tittel=sak.tittel, moete=stedet(turn, sak))
        return si(turn, kvittering([linje], sakens_knapper(turn, sak, self._tjenester)))


def _hva(meaning: Meaning) -> str:
    """Raises UgyldigKnapp."""
    if meaning.intent == TREKK:
        return TREKKES
    hva = ord_(meaning.slots, "hva") or ORDLYD
    if hva not in (ORDLYD, FLYTT, FORFREM):
        raise UgyldigKnapp
    return hva


def lag(tjenester: Tjenester) -> Dialog:
    return EventueltEndre(tjenester)
