"""«Innstillinger for kanalen»: what is posted there of a body. Shown to anybody, set by the sekretariat."""

from dataclasses import dataclass, replace
from typing import Any

from bot.cards.kanalinnstillinger import naar, paaminnelse, slagnavn
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


class Kanalinnstillinger:
    intents = frozenset({INNSTILLINGER, LAGRE})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        endring = _endring(meaning.slots)
        if endring and endring.hva is Kanalslag.OPPDRAG:
            return svar(turn, turn.norsk.tekst("kanal.oppdrag_alltid"))
        kobling = await kobling_her(turn, meaning)
        if not isinstance(kobling, Kanalkobling):
            return kobling
        if meaning.intent == LAGRE:
            return await lagre_kortet(turn, meaning, kobling)
        if endring:
            return await _endre(turn, kobling, endring)
        overskrift = turn.norsk.tekst("kanal.overskrift", organ=navnet(turn, kobling.organ_id))
        return vis_kortet(turn, kobling, overskrift)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        endring = _endring(meaning.slots)
        if meaning.intent == LAGRE or endring is None or endring.hva is Kanalslag.OPPDRAG:
            return None
        kobling = await kobling_her(turn, meaning)
        if not isinstance(kobling, Kanalkobling):
            return None
        krev(turn, Rett.KOBLE_KANAL, [kobling.organ_id])
        if endring.av(kobling.oensker) == kobling.oensker:
            return None
        return Forhaandsvisning(
            spoersmaal=_tekst(turn, "skal_paa" if endring.paa else "skal_av", kobling, endring.hva),
            ja=turn.norsk.tekst("kanal.ja_paa" if endring.paa else "kanal.ja_av"),
            meaning=replace(meaning, slots=Slots(organ_ids=(kobling.organ_id,), extra=meaning.slots.extra)),
        )


async def _endre(turn: Turn, kobling: Kanalkobling, endring: Endring) -> list[Reply]:
    """Raises IkkeLov."""
    krev(turn, Rett.KOBLE_KANAL, [kobling.organ_id])
    oensker = endring.av(kobling.oensker)
    if oensker == kobling.oensker:
        return svar(turn, _tekst(turn, "paa_foer" if endring.paa else "av_foer", kobling, endring.hva))
    await oensk(turn, kobling, oensker)
    return svar(turn, _endret(turn, kobling, endring, oensker))


def _endret(turn: Turn, kobling: Kanalkobling, endring: Endring, oensker: Kanaloensker) -> str:
    navn = navnet(turn, kobling.organ_id)
    if endring.hva is Kanalslag.PAAMINNELSE and endring.paa:
        naar_ = paaminnelse(turn.norsk, oensker.paaminnelse)
        return turn.norsk.tekst("kanal.paaminnelse_paa", organ=navn, naar=naar_)
    if oensker.digest and endring.hva is Kanalslag.DIGEST:
        return turn.norsk.tekst("kanal.digest_paa", organ=navn, naar=naar(turn.norsk, oensker.digest))
    return _tekst(turn, "slaatt_paa" if endring.paa else "slaatt_av", kobling, endring.hva)


def _tekst(turn: Turn, kode: str, kobling: Kanalkobling, hva: Kanalslag) -> str:
    navn = navnet(turn, kobling.organ_id)
    return turn.norsk.tekst(f"kanal.{kode}", hva=slagnavn(turn.norsk, hva), organ=navn)


def _endring(slots: Slots) -> Endring | None:
    """None where nothing is to be changed. Raises UgyldigKnapp."""
    hva, paa, dager = ord_(slots, "hva"), slots.extra.get("paa"), tall(slots, "dager")
    if hva is None or paa is None:
        return None
    if not isinstance(paa, bool) or hva not in set(Kanalslag) or not 1 <= (dager or 1) <= MAKS_DAGER:
        raise UgyldigKnapp
    om_moeter = hva == Kanalslag.PAAMINNELSE.value
    return Endring(Kanalslag(hva), paa, dager if om_moeter else None)


def lag(tjenester: Tjenester) -> Dialog:
    return Kanalinnstillinger()
