"""Who is there while the referat is kept, and who leads and writes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time

from bot.domain import bokframmoete, bokloep, bokmoetet
from bot.domain.bokfeil import FlereHeter
from bot.domain.boknavn import Nevnt, finn, nevnt
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering
from bot.language import frammoetelinje
from bot.language.folkeord import er_alle, er_ingen
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import i_boken, kvitter
from dialogs.bokankomst import ankomster
from dialogs.bokbekreft import forhaandsvis
from dialogs.bokfoer import Bok, foer
from dialogs.bokfolk import finn_folk, folket
from dialogs.bokframmoetevist import vist_frammoete
from dialogs.boklinjer import skrevet
from dialogs.bokmoett import ingen_med, kvittering, vis_frammoete
from dialogs.bokord import fullt_navn_paa, venter_paa
from dialogs.bokreferent import si_til_referentene
from dialogs.bokspoer import spoer_hvem_av
from dialogs.bokvern import vern
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import linjen
from dialogs.tjenester import Tjenester

FRAMMOETE = "referat.frammoete"
Linjer = Sequence[Foering]


class BokFrammoete:
    intents = frozenset({FRAMMOETE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: frammoete(turn, meaning, self._tjenester))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        vist = await forhaandsvis(turn, meaning)
        return await vist_frammoete(turn, meaning, vist, frammoetelinjer)


async def frammoete(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    hva = ord_(meaning.slots, "hva") or "liste"
    if ord_(meaning.slots, "hva") == "vis":
        return await vis_frammoete(turn)
    if hva in ("liste", "forfall") and er_ingen(_teksten(turn, meaning)):
        return await ingen_med(turn, hva)
    stoppet = vern(turn, meaning, _teksten(turn, meaning), tjenester)
    if stoppet:
        return stoppet
    try:
        foert = await foer(turn, lambda bok: frammoetelinjer(turn, meaning, bok))
    except FlereHeter as feil:
        return await spoer_hvem_av(turn, meaning, feil, tjenester)
    if hva == "referent":
        await si_til_referentene(turn, foert, tjenester)
    return kvitter(turn, kvittering(turn, hva, foert))


def frammoetelinjer(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    """What such a line gives. Raises UgyldigKnapp, FlereHeter and what the rules raise."""
    hva = ord_(meaning.slots, "hva") or "liste"
    if hva not in _GJOER:
        raise UgyldigKnapp
    return _GJOER[hva](turn, meaning, bok)


def _teksten(turn: Turn, meaning: Meaning) -> str:
    return ord_(meaning.slots, "tekst") or linjen(turn)


def _lest(turn: Turn, meaning: Meaning, bok: Bok) -> list[Nevnt]:
    """Those the line names, with what stands in brackets, else with what the register knows."""
    funnet = frammoetelinje.les(_teksten(turn, meaning), turn.register, bok.hode.dato, bok.hode.organ_ids)
    return [_nevnt(turn, bok, _en(turn, bok, _valgt(meaning, f)), f) for f in funnet]


def _nevnt(turn: Turn, bok: Bok, hvem: Hvem, funn: frammoetelinje.Frammoetefunn) -> Nevnt:
    kjent = nevnt(turn.register, bok.hode.organ_ids, bok.hode.dato, hvem, funn.tilknytning)
    if not funn.vara_for:
        return kjent
    return replace(kjent, vara=True, vara_for=fullt_navn_paa(folket(turn, bok), funn.vara_for))


def _en(turn: Turn, bok: Bok, navn: str) -> Hvem:
    """Who is there already is not meant before others of that name. Raises FlereHeter."""
    return finn(folket(turn, bok), navn)


def _valgt(meaning: Meaning, funn: frammoetelinje.Frammoetefunn) -> str:
    """The one that was chosen, where several could be meant."""
    valgt = ord_(meaning.slots, "hvem")
    return valgt if valgt and valgt in funn.kandidater else funn.navn


def _navngitt(turn: Turn, meaning: Meaning, bok: Bok) -> Hvem:
    """The one the line is about. Raises UgyldigKnapp where it names nobody."""
    navn = ord_(meaning.slots, "hvem") or meaning.slots.person
    if not navn:
        lest = _lest(turn, meaning, bok)
        if not lest:
            raise UgyldigKnapp
        return lest[0].hvem
    return _en(turn, bok, navn)


def _liste(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    if er_alle(_teksten(turn, meaning)):
        return _alle(turn, meaning, bok)
    return bokframmoete.til_stede(bok.stand, bok.akt, _lest(turn, meaning, bok), del_nr=_del(bok))


def _del(bok: Bok) -> int:
    """A felles møte has an attendance of its own."""
    return bok.stand.aapen_del


def _alle(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    rest = _teksten(turn, meaning)
    _, skille, unntatt = _delt(rest)
    folk = frammoetelinje.les(unntatt, turn.register, bok.hode.dato, bok.hode.organ_ids) if skille else ()
    borte = finn_folk(turn, bok, [f.navn for f in folk])
    return bokframmoete.alle_til_stede(bok.stand, bok.akt, borte, del_nr=_del(bok))


def _delt(linje: str) -> tuple[str, str, str]:
    for ordet in ("unntatt", "utenom", "bortsett", "utanom", "unnateke"):
        foer, skille, etter = linje.partition(f" {ordet} ")
        if skille:
            return foer, skille, etter.removeprefix("fra ").removeprefix("frå ")
    return linje, "", ""


def _forfall(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    if meaning.slots.person:
        folk: Sequence[Hvem | Nevnt] = [_navngitt(turn, meaning, bok)]
    else:
        folk = _lest(turn, meaning, bok)
    return bokframmoete.forfall(bok.stand, bok.akt, folk, del_nr=_del(bok))


def _gang(regel: Callable[..., Linjer]) -> Callable[[Turn, Meaning, Bok], Linjer]:
    """Somebody came or went, or several did."""

    def linjer(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
        klokke = frammoetelinje.klokken(_klokketekst(turn, meaning), bok.akt.dag)
        return ankomster(turn, meaning, bok) or regel(
            bok.stand, bok.akt, _navngitt(turn, meaning, bok), klokke, del_nr=_del(bok)
        )

    return linjer


def _klokketekst(turn: Turn, meaning: Meaning) -> str:
    return ord_(meaning.slots, "klokke") or linjen(turn)


def _paa_teams(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    hvem = _navngitt(turn, meaning, bok)
    return bokframmoete.til_stede(bok.stand, bok.akt, [hvem], teams=True, del_nr=_del(bok))


def _moeteleder(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    return bokloep.sett_moeteleder(bok.stand, bok.akt, _navngitt(turn, meaning, bok))


def _referent(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    navn = [n for n in (meaning.slots.person, ord_(meaning.slots, "annen")) if n]
    valgt = ord_(meaning.slots, "hvem")
    hvem = finn_folk(turn, bok, _byttet(navn, valgt))
    return bokloep.sett_referenter(bok.stand, bok.akt, hvem)


def _byttet(navn: list[str], valgt: str | None) -> list[str]:
    """The full name that was chosen, in the place of the one that several have."""
    if not valgt:
        return navn
    return [valgt if valgt.casefold().startswith(n.casefold()) else n for n in navn] or [valgt]


def _vara(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    """Whoever is stood in for has forfall, unless it is said that they are there."""
    hvem = _navngitt(turn, meaning, bok)
    for_ = fullt_navn_paa(folket(turn, bok), ord_(meaning.slots, "annen") or "")
    borte = [f.person for f in venter_paa(bok.stand, _del(bok)) if f.person.navn == for_ != hvem.navn]
    return (
        *bokframmoete.som_vara(bok.stand, bok.akt, hvem, for_, del_nr=_del(bok)),
        *(bokframmoete.forfall(bok.stand, bok.akt, borte, del_nr=_del(bok)) if borte else ()),
    )


def _ikke_med(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    hvem = [_navngitt(turn, meaning, bok)]
    return bokframmoete.ikke_med(bok.stand, bok.akt, hvem, del_nr=_del(bok))


def _bekreft(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    return bokframmoete.bekreft(bok.stand, bok.akt, del_nr=_del(bok))


def _sted(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    """«Møtet er på Teams» names it without more."""
    tekst = ord_(meaning.slots, "tekst") or ("Teams" if "teams" in linjen(turn).lower() else "")
    return bokmoetet.sett_sted(bok.stand, bok.akt, skrevet(turn, tekst).rstrip("."))


def _start(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    return bokmoetet.sett_start(bok.stand, bok.akt, _sagt_klokke(turn, meaning, bok))


def _slutt(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    return bokmoetet.sett_slutt(bok.stand, bok.akt, _sagt_klokke(turn, meaning, bok))


def _sagt_klokke(turn: Turn, meaning: Meaning, bok: Bok) -> time:
    """Raises UgyldigKnapp where the line tells none."""
    klokke = frammoetelinje.klokken(_klokketekst(turn, meaning), bok.akt.dag)
    if klokke is None:
        raise UgyldigKnapp
    return klokke


_GJOER: dict[str, Callable[[Turn, Meaning, Bok], Linjer]] = {
    "liste": _liste,
    "alle": _alle,
    "forfall": _forfall,
    "kom": _gang(bokframmoete.kom),
    "gikk": _gang(bokframmoete.gikk),
    "teams": _paa_teams,
    "moeteleder": _moeteleder,
    "referent": _referent,
    "vara": _vara,
    "ikke_med": _ikke_med,
    "bekreft": _bekreft,
    "sted": _sted,
    "start": _start,
    "slutt": _slutt,
}


def lag(tjenester: Tjenester) -> Dialog:
    return BokFrammoete(tjenester)
