"""«Trekk saken min», «endre saken min til …», «flytt den til neste møte», «gjør den til ordinær sak»."""

from dataclasses import replace

from bot.cards.eventuelt import kvittering
from bot.cards.eventueltskjema import TITTEL, endreskjema
from bot.cards.melding import skriveknapp
from bot.domain import meldtsak
from bot.domain.eventuelt import min_egen
from bot.domain.fritekst import UgyldigTekst, tittel
from bot.domain.meldtsak import MeldtSak, Sakslag
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.bokvern import spoer_om_pasient
from dialogs.eventuelt_finn import finn_sak
from dialogs.eventuelt_gjort import ferdig_med, flytt, naa, velg_saksliste
from dialogs.eventuelt_lager import endre, stedet
from dialogs.eventuelt_sak import krev_endre, sakens_knapper, si_fra
from dialogs.fritekstsvar import ordlegg
from dialogs.rett import krev, krev_her
from dialogs.slots import UgyldigKnapp, ord_, tall
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
        if _andres_i_en_linje(turn, meaning, sak):
            return be_om_ja(turn, self._skal(turn, meaning, sak), self._tjenester.ny_id)
        gjoer = {TREKKES: self._trekk, ORDLYD: self._ordlyd, FLYTT: self._flytt, FORFREM: self._forfrem}
        return await gjoer[_hva(meaning)](turn, meaning, sak)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """A new wording is asked for in a form, and for which møte with buttons: neither writes yet."""
        hva = _hva(meaning)
        sak = await self._saken(turn, meaning)
        if not isinstance(sak, MeldtSak) or hva in (ORDLYD, FORFREM):
            return None
        return self._skal(turn, meaning, sak)

    def _skal(self, turn: Turn, meaning: Meaning, sak: MeldtSak) -> Forhaandsvisning:
        hva = _hva(meaning)
        extra = {"meldt": sak.id, **({"hva": hva} if meaning.intent == ENDRE else {})}
        egen = min_egen(sak, turn.aktoer)
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst(f"eventuelt.skal_{hva}", moete=stedet(turn, sak)),
            ja=turn.norsk.tekst(f"eventuelt.ja_{hva}"),
            meaning=replace(meaning, slots=Slots(extra=extra)),
            linjer=(f"«{sak.tittel}»" if egen else f"«{sak.tittel}» ({sak.av.navn})",),
        )

    async def _saken(self, turn: Turn, meaning: Meaning) -> MeldtSak | list[Reply]:
        """One that still waits, and that the speaker may change. Raises IkkeLov and UgyldigKnapp."""
        alle = _hva(meaning) == FORFREM
        sak = await finn_sak(turn, meaning, _soek(meaning), self._tjenester.ny_id, alle=alle)
        if not isinstance(sak, MeldtSak):
            return sak
        if alle:
            krev(turn, Rett.AVGJOERE_SAK, (sak.organ_id,))
            krev_her(turn, (sak.organ_id,))
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
        spurt = spoer_om_pasient(turn, meaning, ny_tittel, self._tjenester)
        if spurt:
            return spurt
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
        """Also one that was raised as an ordinary sak, and waits."""
        valgt = velg_saksliste(turn, meaning, sak, self._tjenester)
        if isinstance(valgt, list):
            return valgt
        til, ordinaer = valgt.id if valgt else None, sak.slag is Sakslag.ORDINAER
        sett = meldtsak.satt_paa if ordinaer else meldtsak.forfremmet
        ny = await endre(turn, sett(sak, til, turn.aktoer.hvem, naa(turn)))
        return await self._gjort(turn, ny, "sak.satt_paa" if ordinaer else "eventuelt.forfremmet")

    async def _gjort(self, turn: Turn, sak: MeldtSak, key: str) -> list[Reply]:
        await si_fra(turn, sak, self._tjenester)
        linje = turn.norsk.tekst(key, tittel=sak.tittel, moete=stedet(turn, sak))
        return si(turn, kvittering([linje], sakens_knapper(turn, sak, self._tjenester)))


def _soek(meaning: Meaning) -> str | None:
    """The words that say which sak; of one that is to be worded anew the other words are the new ones."""
    emne = meaning.slots.sak.emne if meaning.slots.sak else None
    ny_ordlyd = meaning.intent == ENDRE and _hva(meaning) == ORDLYD
    return emne or (None if ny_ordlyd else ord_(meaning.slots, "tekst"))


def _andres_i_en_linje(turn: Turn, meaning: Meaning, sak: MeldtSak) -> bool:
    """Whether another's is to leave the list by a line: it cannot be undone, and a number may be of
    another list than one thinks. A button is its own yes.
    """
    nevnt = tall(meaning.slots, "meldt") is None
    return nevnt and _hva(meaning) in (TREKKES, FLYTT) and not min_egen(sak, turn.aktoer)


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
