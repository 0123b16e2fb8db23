"""Moving through the møte: neste sak, «sak 12», eventuelt, a new sak, a felles møte, a pause."""

import re
from collections.abc import Callable, Sequence

from bot.cards.ord import fullt_navn, sakstittel
from bot.domain import bokloep, boksaker, saksnummer
from bot.domain.bokakt import klokke_av
from bot.domain.bokfeil import IngenEventuelt, SakFinnesIkke
from bot.domain.bokstand import Boksak, Boksakslag
from bot.domain.fritekst import Feil, Felt, UgyldigTekst
from bot.domain.moetebok import Foering
from bot.language import diktat, saktittel, skriv
from bot.language.klokkeslett import clock_of
from bot.turn import Dialog, Meaning, Reply, SakRef, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import i_boken, kvitter
from dialogs.bokbekreft import forhaandsvis
from dialogs.bokfoer import Bok, Foert, foer
from dialogs.bokfoerst import foerste_sak
from dialogs.bokfolk import finn_folk, folket
from dialogs.boksakvis import vis_sak
from dialogs.boksammen import sammen_med
from dialogs.bokventer import foer_ventende
from dialogs.bokvern import vern
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.tjenester import Tjenester

SAK = "referat.sak"
_V = re.compile(r"\s+(?:v/|ved:)\s*(?=\S)", re.IGNORECASE)
"""What parts a title from who presents it."""
_OG = re.compile(r"\s+(?:og|samt|&)\s+|\s*[,/]\s*", re.IGNORECASE)
ENDRER = frozenset({"omdoep", "nummer", "innleder"})
Linjer = Sequence[Foering]


class BokSak:
    intents = frozenset({SAK})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: flytt(turn, meaning, self._tjenester))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        return await forhaandsvis(turn, meaning)


async def flytt(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    hva = ord_(meaning.slots, "hva") or ("gaa" if meaning.slots.sak else "neste")
    if hva not in _GJOER:
        raise UgyldigKnapp
    stoppet = vern(turn, meaning, ord_(meaning.slots, "tekst") or "", tjenester)
    if stoppet:
        return stoppet
    foert = await foer(turn, lambda bok: _GJOER[hva](turn, meaning, bok))
    svar = await _svar(turn, hva, foert, tall(meaning.slots, "sammen"))
    svar += await foer_ventende(turn, hva, foert, tjenester)
    return [*svar, *await foerste_sak(turn, foert, tjenester)]


async def _svar(turn: Turn, hva: str, foert: Foert, med: int | None) -> list[Reply]:
    norsk, klokke = turn.norsk, skriv.klokke(turn.incoming.at.time().replace(second=0, microsecond=0))
    if hva == "pause":
        return kvitter(turn, _pausen(turn, foert, klokke))
    if hva in ENDRER:
        return kvitter(turn, norsk.tekst("foering.omdoept", saker=_endrede(foert)))
    if hva == "felles":
        return kvitter(turn, norsk.tekst("foering.ny_del", tittel=foert.etter.deler[-1].tittel or ""))
    if foert.etter.aapen is None:
        return kvitter(turn, norsk.tekst("foering.del_slutt"))
    foerst = norsk.tekst("foering.tilbake", klokke=klokke) if hva == "tilbake" else ""
    if hva == "ny" and foert.etter.sak(foert.etter.aapen).saksnr is None:
        foerst = norsk.tekst("diktat.ny_sak")
    return await vis_sak(turn, foert, foert.etter.aapen, foerst or sammen_med(turn, foert, med))


def _pausen(turn: Turn, foert: Foert, klokke: str) -> str:
    """With its end, where that was said."""
    til = klokke_av(foert.linjer[-1].verdier.get("til"))
    if til is None:
        return turn.norsk.tekst("foering.pause", klokke=klokke)
    return turn.norsk.tekst("foering.pause_til", klokke=klokke, slutt=skriv.klokke(til))


def _endrede(foert: Foert) -> str:
    foer = {s.key: s for s in foert.foer.saker}
    nye = [s for s in foert.etter.saker if foer.get(s.key) != s]
    return skriv.liste([_navnet(s) for s in nye])


def _navnet(sak: Boksak) -> str:
    navn = sakstittel(sak.saksnr, sak.tittel)
    return f"{navn} ({sak.ansvarlig})" if sak.ansvarlig else navn


def _gaa(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    key = tall(meaning.slots, "key")
    if key is None:
        key = _funnet(bok, meaning.slots.sak or SakRef()).key
    return bokloep.aapne_sak(bok.stand, bok.akt, key)


def _funnet(bok: Bok, ref: SakRef) -> Boksak:
    return boksaker.finn_sak(bok.stand, ref, bok.hode.dato.year)


def _neste(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    return bokloep.aapne_sak(bok.stand, bok.akt, boksaker.neste(bok.stand).key)


def _forrige(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    return bokloep.aapne_sak(bok.stand, bok.akt, boksaker.forrige(bok.stand).key)


def _eventuelt(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    """A saksliste without one gets it."""
    try:
        return bokloep.aapne_sak(bok.stand, bok.akt, boksaker.eventuelt(bok.stand).key)
    except IngenEventuelt:
        tittel = turn.norsk.tekst("foering.eventuelt")
        return bokloep.ny_sak(bok.stand, bok.akt, tittel, slag=Boksakslag.EVENTUELT)


def _ny(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    """One that stands on the saksliste is opened instead, where the line may have meant that."""
    ref = meaning.slots.sak
    if ref is not None and meaning.slots.extra.get("betinget"):
        try:
            return bokloep.aapne_sak(bok.stand, bok.akt, _funnet(bok, ref).key)
        except SakFinnesIkke:
            pass
    tittel, innledere = _delt(_tittel(turn, meaning), [h.navn for h in folket(turn, bok)])
    folk = finn_folk(turn, bok, innledere)
    return bokloep.ny_sak(
        bok.stand,
        bok.akt,
        tittel,
        saksnr=_saksnr(bok, ref),
        ansvarlig=", ".join(h.navn for h in folk) or None,
    )


def _delt(skrevet: str, navn: Sequence[str]) -> tuple[str, list[str]]:
    """The title, and who opens it; «v/ Kari Nes og Ola Vik» are two.

    «v/ Kari Nes, lege og leder for Nes» is one.
    """
    tittel, v, innledere = _V.sub("\n", skrevet, count=1).partition("\n")
    if v:
        navnene = [n for n in _OG.split(innledere) if n]
        med_tittel = len({n[0].isupper() for n in navnene}) > 1
        return tittel, [innledere] if med_tittel else navnene
    tittel, innleder = saktittel.del_tittel(skrevet, navn)
    return tittel, [innleder] if innleder else []


def _tittel(turn: Turn, meaning: Meaning) -> str:
    skrevet = (ord_(meaning.slots, "tekst") or "").strip()
    if not skrevet:
        raise UgyldigTekst(Felt.TITTEL, Feil.TOM)
    navn = diktat.navn_i(turn.register, turn.incoming.at.date())
    return diktat.skrift(skrevet, navn).rstrip(".")


def _saksnr(bok: Bok, ref: SakRef | None) -> str | None:
    """As it was written («2/25»); «03/25», of the year of the møte, where no year was."""
    if ref is None or ref.nummer is None:
        return None
    if ref.aar and saksnummer.parse(ref.tekst, bok.hode.dato.year):
        return saksnummer.strip_sak(ref.tekst)
    return f"{ref.nummer:02d}/{(ref.aar or bok.hode.dato.year) % 100:02d}"


def _felles(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    organer = tuple(o for o in meaning.slots.organ_ids if o not in bok.hode.organ_ids)
    skrevet = (ord_(meaning.slots, "tekst") or meaning.slots.organ_tekst or "").strip()
    if organer:
        navn = fullt_navn(turn.register, organer, bok.hode.dato)
        tittel = turn.norsk.tekst("foering.felles_tittel", organ=navn)
    elif skrevet:
        tittel = turn.norsk.tekst("foering.felles_tittel", organ=skrevet)
    else:
        tittel = turn.norsk.tekst("foering.felles")
    alle = (*bok.hode.organ_ids, *organer) if organer else ()
    return bokloep.ny_del(bok.stand, bok.akt, tittel, alle)


def _vanlig(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    """Back to the møte's own."""
    return bokloep.gaa_til_del(bok.stand, bok.akt)


def _omdoep(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    return bokloep.endre_sak(bok.stand, bok.akt, _nevnt(meaning, bok), tittel=_tittel(turn, meaning))


def _nummer(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    nytt = ord_(meaning.slots, "ny") or ""
    return bokloep.endre_sak(bok.stand, bok.akt, _nevnt(meaning, bok), saksnr=nytt.strip(" ."))


def _innleder(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    """Who presents it, by full name where that is a member's."""
    navn = meaning.slots.person or ""
    hvem = ", ".join(h.navn for h in finn_folk(turn, bok, [navn])) if navn else ""
    return bokloep.endre_sak(bok.stand, bok.akt, _nevnt(meaning, bok), ansvarlig=hvem)


def _nevnt(meaning: Meaning, bok: Bok) -> int:
    """The sak that is named, else the open one."""
    ref = meaning.slots.sak
    return _funnet(bok, ref).key if ref else boksaker.den_aapne(bok.stand).key


def _pause(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    klokke = ord_(meaning.slots, "klokke")
    naa = turn.incoming.at
    til = clock_of(klokke, naa.date()) if klokke else None
    return bokloep.pause(bok.stand, bok.akt, til if til and til > naa.time() else None)


def _tilbake(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    return bokloep.tilbake(bok.stand, bok.akt)


_GJOER: dict[str, Callable[[Turn, Meaning, Bok], Linjer]] = {
    "neste": _neste,
    "forrige": _forrige,
    "gaa": _gaa,
    "eventuelt": _eventuelt,
    "pause": _pause,
    "tilbake": _tilbake,
    "ny": _ny,
    "felles": _felles,
    "vanlig": _vanlig,
    "omdoep": _omdoep,
    "nummer": _nummer,
    "innleder": _innleder,
}


def lag(tjenester: Tjenester) -> Dialog:
    return BokSak(tjenester)
