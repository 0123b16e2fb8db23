"""A list of who is there or not: who is surely named, who may be several, and what was not understood."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.bokfeil import FlereHeter
from bot.domain.boknavn import Nevnt, finn, nevnt
from bot.domain.frammoete import Hvem
from bot.language import frammoetelinje
from bot.language.frammoetelinje import Frammoetefunn
from bot.turn import Meaning, Reply, Turn
from dialogs.bok import si_fra
from dialogs.bokfoer import Bok, Foert
from dialogs.bokfolk import folket
from dialogs.bokmoett import kvittering
from dialogs.bokord import fullt_navn_paa
from dialogs.bokspoer import spoer_hvem_av
from dialogs.slots import ord_
from dialogs.tjenester import Tjenester


@dataclass(frozen=True)
class Tvil:
    """One name that several have."""

    funn: Frammoetefunn
    feil: FlereHeter


@dataclass(frozen=True)
class Lest:
    """`uforstaatt`: parts of the list as they were written."""

    folk: tuple[Nevnt, ...]
    tvil: tuple[Tvil, ...]
    uforstaatt: tuple[str, ...]


def les_liste(turn: Turn, meaning: Meaning, bok: Bok, tekst: str) -> Lest:
    """Those the text names, with what stands in brackets, else with what the register knows."""
    sted = (turn.register, bok.hode.dato, bok.organ_ids)
    folk: list[Nevnt] = []
    tvil: list[Tvil] = []
    for funn in frammoetelinje.les(tekst, *sted):
        try:
            folk.append(_nevnt(turn, bok, _hvem(turn, meaning, bok, funn), funn))
        except FlereHeter as feil:
            tvil.append(Tvil(funn, feil))
    return Lest(tuple(folk), tuple(tvil), frammoetelinje.uforstaatt(tekst, *sted))


def _hvem(turn: Turn, meaning: Meaning, bok: Bok, funn: Frammoetefunn) -> Hvem:
    """The one that was chosen, where several could be meant. Raises FlereHeter."""
    valgt = ord_(meaning.slots, "hvem")
    try:
        return finn(folket(turn, bok), valgt if valgt and valgt in funn.kandidater else funn.navn)
    except FlereHeter as feil:
        valgte = [h for h in feil.kandidater if h.navn == valgt]
        if not valgte:
            raise
        return valgte[0]


def _nevnt(turn: Turn, bok: Bok, hvem: Hvem, funn: Frammoetefunn) -> Nevnt:
    kjent = nevnt(turn.register, bok.organ_ids, bok.hode.dato, hvem, funn.tilknytning)
    if not funn.vara_for:
        return kjent
    return replace(kjent, vara=True, vara_for=fullt_navn_paa(folket(turn, bok), funn.vara_for))


async def med_resten(
    turn: Turn, meaning: Meaning, foert: Foert, rest: Lest, tjenester: Tjenester
) -> list[Reply]:
    """The receipt of those who were noted; what was not understood is said, and of the first name that
    several have it is asked. The others of those are kept with the question.
    """
    hva = ord_(meaning.slots, "hva") or "liste"
    deler = [kvittering(turn, hva, foert)] if rest.folk else []
    if rest.uforstaatt:
        sitert = ", ".join(f"«{en}»" for en in rest.uforstaatt)
        deler.append(turn.norsk.tekst("boknavn.uforstaatt", tekst=sitert))
    if not rest.tvil:
        return si_fra(turn, "\n".join(deler))
    return await spoer_hvem_av(
        turn, _om(turn, meaning, hva, rest.tvil), rest.tvil[0].feil, tjenester, "\n".join(deler)
    )


def _om(turn: Turn, meaning: Meaning, hva: str, tvil: Sequence[Tvil]) -> Meaning:
    """The same list with those alone that are to be asked about."""
    tekst = ", ".join(_skrevet(turn, en.funn) for en in tvil)
    extra = {navn: verdi for navn, verdi in meaning.slots.extra.items() if navn != "hvem"}
    return replace(meaning, slots=replace(meaning.slots, extra={**extra, "hva": hva, "tekst": tekst}))


def _skrevet(turn: Turn, funn: Frammoetefunn) -> str:
    bak = turn.norsk.tekst("deltaker.vara_for", hvem=funn.vara_for) if funn.vara_for else funn.tilknytning
    return f"{funn.navn} ({bak})" if bak else funn.navn
