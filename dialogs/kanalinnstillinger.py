"""«Innstillinger for kanalen»: what is posted there of a body. Shown to anybody, set by the sekretariat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.cards.kanalinnstillinger import naar, paaminnelse, slagnavn
from bot.domain.errors import Refusal
from bot.domain.kanaloensker import Digesttid, Kanalkobling, Kanaloensker, Kanalslag
from bot.domain.oenskekodek import MAKS_DAGER
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.kanalkort import INNSTILLINGER, LAGRE, lagre_kortet, oensk, vis_kortet
from dialogs.kanalsted import kobling_her, navnet
from dialogs.moetemelding import svar
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.tjenester import Tjenester

STANDARD_DAGER = 3
"""Before the møte, where a line asks for reminders and does not say how long."""


@dataclass(frozen=True)
class Endring:
    """One thing turned on or off. `dager` before a møte, of reminders."""

    hva: Kanalslag
    paa: bool
    dager: int | None = None

    def av(self, oensker: Kanaloensker) -> Kanaloensker:
        """What is wanted with it."""
        if self.paa == oensker.vil_ha(self.hva) and self.dager is None:
            return oensker
        return replace(oensker, **{self.hva.value: self._verdi()})

    def _verdi(self) -> Any:
        if self.hva is Kanalslag.PAAMINNELSE:
            return (self.dager or STANDARD_DAGER) if self.paa else None
        if self.hva is Kanalslag.DIGEST:
            return Digesttid() if self.paa else None
        return self.paa


class ForTidlig(Refusal):
    """A reminder so many days before a møte cannot be had."""


class Kanalinnstillinger:
    intents = frozenset({INNSTILLINGER, LAGRE})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        try:
            endringer = _endringer(meaning.slots)
        except ForTidlig:
            return svar(turn, turn.norsk.tekst("kanal.for_mange_dager", antall=MAKS_DAGER))
        if any(e.hva is Kanalslag.OPPDRAG for e in endringer):
            return svar(turn, turn.norsk.tekst("kanal.oppdrag_alltid"))
        kobling = await kobling_her(turn, meaning)
        if not isinstance(kobling, Kanalkobling):
            return kobling
        if meaning.intent == LAGRE:
            return await lagre_kortet(turn, meaning, kobling)
        if endringer:
            return await _endre(turn, kobling, endringer)
        overskrift = turn.norsk.tekst("kanal.overskrift", organ=navnet(turn, kobling.organ_id))
        return vis_kortet(turn, kobling, overskrift)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        try:
            endringer = _endringer(meaning.slots)
        except ForTidlig:
            return None
        if meaning.intent == LAGRE or not endringer or any(e.hva is Kanalslag.OPPDRAG for e in endringer):
            return None
        kobling = await kobling_her(turn, meaning)
        if not isinstance(kobling, Kanalkobling):
            return None
        krev(turn, Rett.KOBLE_KANAL, [kobling.organ_id])
        if _oensket(kobling.oensker, endringer) == kobling.oensker:
            return None
        paa = endringer[0].paa
        return Forhaandsvisning(
            spoersmaal=_tekst(turn, "skal_paa" if paa else "skal_av", kobling, endringer),
            ja=turn.norsk.tekst("kanal.ja_paa" if paa else "kanal.ja_av"),
            meaning=replace(meaning, slots=Slots(organ_ids=(kobling.organ_id,), extra=meaning.slots.extra)),
        )


async def _endre(turn: Turn, kobling: Kanalkobling, endringer: Sequence[Endring]) -> list[Reply]:
    """Raises IkkeLov."""
    krev(turn, Rett.KOBLE_KANAL, [kobling.organ_id])
    oensker = _oensket(kobling.oensker, endringer)
    if oensker == kobling.oensker:
        return svar(turn, _tekst(turn, "paa_foer" if endringer[0].paa else "av_foer", kobling, endringer))
    await oensk(turn, kobling, oensker)
    return svar(turn, " ".join(_endret(turn, kobling, endringer, oensker)))


def _oensket(oensker: Kanaloensker, endringer: Sequence[Endring]) -> Kanaloensker:
    for endring in endringer:
        oensker = endring.av(oensker)
    return oensker


def _endret(
    turn: Turn, kobling: Kanalkobling, endringer: Sequence[Endring], oensker: Kanaloensker
) -> Iterator[str]:
    """A sentence for what has a time, and one for all the rest."""
    navn = navnet(turn, kobling.organ_id)
    med_tid = [e for e in endringer if e.paa and e.hva in (Kanalslag.PAAMINNELSE, Kanalslag.DIGEST)]
    resten = [e for e in endringer if e not in med_tid]
    if resten:
        yield _tekst(turn, "slaatt_paa" if resten[0].paa else "slaatt_av", kobling, resten)
    if any(e.hva is Kanalslag.INNKALLING and not e.paa for e in resten):
        yield turn.norsk.tekst("kanal.uten_innkalling")
    if any(e.hva is Kanalslag.PAAMINNELSE for e in med_tid):
        naar_ = paaminnelse(turn.norsk, oensker.paaminnelse)
        yield turn.norsk.tekst("kanal.paaminnelse_paa", organ=navn, naar=naar_)
    if oensker.digest and any(e.hva is Kanalslag.DIGEST for e in med_tid):
        yield turn.norsk.tekst("kanal.digest_paa", organ=navn, naar=naar(turn.norsk, oensker.digest))


def _tekst(turn: Turn, kode: str, kobling: Kanalkobling, endringer: Sequence[Endring]) -> str:
    navn = navnet(turn, kobling.organ_id)
    *foerst, sist = [slagnavn(turn.norsk, e.hva) for e in endringer]
    hva = " og ".join([*([", ".join(foerst)] if foerst else []), sist])
    return turn.norsk.tekst(f"kanal.{kode}", hva=hva, organ=navn)


def _endringer(slots: Slots) -> list[Endring]:
    """Empty where nothing is to be changed. Raises UgyldigKnapp and ForTidlig."""
    hva, paa, dager = ord_(slots, "hva"), slots.extra.get("paa"), tall(slots, "dager")
    if hva is None or paa is None:
        return []
    slagene = [hva, *_ogsaa(slots)]
    if not isinstance(paa, bool) or not set(slagene) <= set(Kanalslag):
        raise UgyldigKnapp
    if not 1 <= (1 if dager is None else dager) <= MAKS_DAGER:
        raise ForTidlig
    return [Endring(Kanalslag(s), paa, dager if s == Kanalslag.PAAMINNELSE else None) for s in slagene]


def _ogsaa(slots: Slots) -> list[str]:
    """What else a line names."""
    ogsaa = slots.extra.get("ogsaa") or []
    if not isinstance(ogsaa, list) or not all(isinstance(en, str) for en in ogsaa):
        raise UgyldigKnapp
    return ogsaa


def lag(tjenester: Tjenester) -> Dialog:
    return Kanalinnstillinger()
