"""Who is there while the referat is kept, and who leads and writes."""

from collections.abc import Callable, Sequence
from datetime import time

from bot.domain import bokframmoete, bokloep, bokmoetet
from bot.domain.bokfeil import FlereHeter
from bot.domain.boknavn import Nevnt, finn
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering
from bot.language import frammoetelinje
from bot.language.folkeord import er_alle, er_ingen, unntatt
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import i_boken, kvitter
from dialogs.bokankomst import ankomster
from dialogs.bokbekreft import forhaandsvis
from dialogs.bokfoer import Bok, hold, noter
from dialogs.bokfolk import finn_folk, folket
from dialogs.bokframmoetevist import vist_frammoete
from dialogs.boklinjer import skrevet
from dialogs.boklister import Lest, les_liste, med_resten
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
        bok = await hold(turn)
        nye = frammoetelinjer(turn, meaning, bok)
    except FlereHeter as feil:
        return await spoer_hvem_av(turn, meaning, feil, tjenester)
    rest = _rest(turn, meaning, hva, bok)
    foert = await noter(turn, bok, nye)
    if hva == "referent":
        await si_til_referentene(turn, foert, tjenester)
    if rest is not None and (rest.tvil or rest.uforstaatt):
        return await med_resten(turn, meaning, foert, rest, tjenester)
    return kvitter(turn, kvittering(turn, hva, foert))


def _rest(turn: Turn, meaning: Meaning, hva: str, bok: Bok) -> Lest | None:
    """What such a list says beside those who are noted; None where the line is no list."""
    if hva not in ("liste", "forfall", "teams") or meaning.slots.person or er_alle(_teksten(turn, meaning)):
        return None
    return les_liste(turn, meaning, bok, _teksten(turn, meaning))


def frammoetelinjer(turn: Turn, meaning: Meaning, bok: Bok) -> Linjer:
    """What such a line gives. Raises UgyldigKnapp, FlereHeter and what the rules raise."""
    hva = ord_(meaning.slots, "hva") or "liste"
    if hva not in _GJOER:
        raise UgyldigKnapp
    return _GJOER[hva](turn, meaning, bok)


def _teksten(turn: Turn, meaning: Meaning) -> str:
    return ord_(meaning.slots, "tekst") or linjen(turn)


def _lest(turn: Turn, meaning: Meaning, bok: Bok) -> Sequence[Nevnt]:
    """Those whom the line surely names; of those who may be several it is asked afterwards. Raises
    FlereHeter where it names nobody surely.
    """
    lest = les_liste(turn, meaning, bok, _teksten(turn, meaning))
    if lest.tvil and not lest.folk:
        raise lest.tvil[0].feil
    return lest.folk


def _en(turn: Turn, bok: Bok, navn: str) -> Hvem:
    """Who is there already is not meant before others of that name. Raises FlereHeter."""
    return finn(folket(turn, bok), navn)


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
    borte_tekst = unntatt(_teksten(turn, meaning))
    folk = frammoetelinje.les(borte_tekst, turn.register, bok.hode.dato, bok.organ_ids)
    borte = finn_folk(turn, bok, [f.navn for f in folk])
    return bokframmoete.alle_til_stede(bok.stand, bok.akt, borte, del_nr=_del(bok))


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
    navngitt = ord_(meaning.slots, "hvem") or meaning.slots.person
    folk = [_navngitt(turn, meaning, bok)] if navngitt else _lest(turn, meaning, bok)
    return bokframmoete.til_stede(bok.stand, bok.akt, folk, teams=True, del_nr=_del(bok))


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
