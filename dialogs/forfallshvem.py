"""Whom a line about forfall is about: the one who says it, or a member who is named."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.cards.moetetid import TID
from bot.cards.ord import organnavn
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.navn import norm
from bot.domain.organ import Medlem, Rolle
from bot.domain.register import Register
from bot.domain.rettigheter import Rett
from bot.language.fremmednavn import kan_vaere_navn
from bot.turn import Aspect, Meaning, Reply, Slots, Turn
from dialogs.oppslag import slaa_opp_foerst
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp, tall, videre
from dialogs.svar import si_setning, spoer

PERSON = "person_id"
"""In a button: who it is about."""
BEKREFTET = "bekreftet"
"""In a button: what was shown has been said yes to."""
KANDIDATER = "kandidater"
BEHOLDES = frozenset(
    {
        PERSON,
        KANDIDATER,
        "vara",
        "vara_id",
        "vara_ukjent",
        "moeter",
        "bekreftet",
        "hva",
        "klokke",
        "minutter",
        TID,
    }
)
"""What else of a line or a button is used; nothing more is put into buttons."""


@dataclass(frozen=True)
class Gjelder:
    """`organ_ids` are the bodies they sit in, `vara_ids` those in which they are vara and no more."""

    hvem: Hvem
    selv: bool
    organ_ids: frozenset[int]
    vara_ids: frozenset[int]

    @property
    def alle_ids(self) -> frozenset[int]:
        return self.organ_ids | self.vara_ids


def rene(turn: Turn, meaning: Meaning) -> Meaning:
    """Only what a line about forfall needs: no topic, and no word as a name that cannot be one."""
    slots = meaning.slots
    extra = {navn: verdi for navn, verdi in slots.extra.items() if navn in BEHOLDES}
    vara = extra.get("vara")
    if isinstance(vara, str) and not _kan_vaere(turn, vara):
        extra = {**_uten(extra, "vara"), "vara_ukjent": True}
    rent = replace(slots, sak=None, emne=None, aspect=Aspect.ALT, extra=extra)
    return replace(meaning, slots=rent)


def _kan_vaere(turn: Turn, navn: str) -> bool:
    """A member's name, or words that can be one."""
    alle = (m.navn for organ in turn.register.organer for m in organ.medlemmer)
    return kan_vaere_navn(navn) or any(_har_ordene(m, navn) for m in alle)


def den_det_gjelder(turn: Turn, meaning: Meaning) -> Gjelder | list[Reply]:
    """Else the reply that asks who, or says that it is nobody here. Raises UgyldigKnapp, IkkeLov."""
    slots = meaning.slots
    person_id = tall(slots, PERSON)
    if person_id is not None:
        return _gjelder(turn, hvem_er(turn.register, person_id))
    if slots.person is None:
        return _taleren(turn, slots)
    return _navngitt(turn, meaning, slots.person)


def _taleren(turn: Turn, slots: Slots) -> Gjelder | list[Reply]:
    """Who speaks; one whom no register knows has no place to be absent from."""
    if turn.aktoer.hvem.person_id is None:
        slaa_opp_foerst(turn)
        krev(turn, Rett.MELDE_FORFALL, slots.organ_ids or organer(turn.register))
        return si_setning(turn, turn.norsk.tekst("forfall.ukjent_deg"))
    return _gjelder(turn, turn.aktoer.hvem)


def _navngitt(turn: Turn, meaning: Meaning, navn: str) -> Gjelder | list[Reply]:
    ids = _hvor(turn, meaning.slots)
    funnet = med_navn(turn.register, ids, meaning.slots.extra.get(KANDIDATER), navn, turn)
    if len(funnet) == 1:
        return _gjelder(turn, funnet[0])
    krev(turn, Rett.MELDE_FORFALL_ANDRE, ids)
    if funnet:
        return _spoer(turn, meaning, funnet)
    return si_setning(turn, _ukjent(turn, navn, ids))


def _ukjent(turn: Turn, navn: str, organ_ids: Collection[int]) -> str:
    """What is no name is not said again: it may be why somebody is absent."""
    hvor = liste_av(turn, organ_ids)
    if not _kan_vaere(turn, navn):
        return turn.norsk.tekst("forfall.ukjent_ord", organ=hvor)
    return turn.norsk.tekst("forfall.ukjent_i", navn=navn, organ=hvor)


def _spoer(turn: Turn, meaning: Meaning, funnet: list[Hvem]) -> list[Reply]:
    uten = replace(meaning.slots, person=None, extra=_uten(meaning.slots.extra, KANDIDATER))
    knapper = [_velg(meaning, uten, hvem) for hvem in funnet]
    return spoer(turn, turn.norsk.tekst("forfall.hvem"), knapper)


def _velg(meaning: Meaning, slots: Slots, hvem: Hvem) -> Button:
    return videre(hvem.navn, meaning, replace(slots, extra={**slots.extra, PERSON: hvem.person_id}))


def med_navn(
    register: Register, organ_ids: Iterable[int], kandidater: object, navn: str, turn: Turn
) -> list[Hvem]:
    """The members of those bodies, now or from a later day on, whom the name fits: exactly so, else all
    whose name has its words.
    """
    dag = turn.incoming.at.date()
    alle = [m for o in organ_ids for m in register.organ(o).medlemmer if _framover(m, dag)]
    nevnt = [n for n in kandidater if isinstance(n, str)] if isinstance(kandidater, list) else [navn]
    helt = [m for m in alle if norm(m.navn) in {norm(n) for n in nevnt}]
    return _hver_for_seg(helt or [m for m in alle if _har_ordene(m.navn, navn)])


def _har_ordene(navn: str, skrevet: str) -> bool:
    return set(norm(skrevet).split()) <= set(norm(navn).split())


def _hver_for_seg(medlemmer: list[Medlem]) -> list[Hvem]:
    personer = {m.person_id: Hvem(m.navn, m.person_id) for m in medlemmer if m.person_id is not None}
    return list(personer.values())


def hvem_er(register: Register, person_id: int) -> Hvem:
    """Raises UgyldigKnapp for a person nobody is."""
    alle = (m for organ in register.organer for m in organ.medlemmer)
    navn = next((m.navn for m in alle if m.person_id == person_id), None)
    if navn is None:
        raise UgyldigKnapp
    return Hvem(navn, person_id)


def _gjelder(turn: Turn, hvem: Hvem) -> Gjelder:
    dag = turn.incoming.at.date()
    roller: dict[int, set[Rolle]] = {}
    for organ in turn.register.organer:
        for m in organ.medlemmer:
            if m.person_id == hvem.person_id and organ.id is not None and _framover(m, dag):
                roller.setdefault(organ.id, set()).add(m.rolle)
    bare_vara = frozenset(o for o, egne in roller.items() if egne == {Rolle.VARA})
    selv = hvem.person_id == turn.aktoer.hvem.person_id
    return Gjelder(hvem, selv, frozenset(roller) - bare_vara, bare_vara)


def _framover(medlem: Medlem, dag: date) -> bool:
    """Whether they sit there now or from a later day on."""
    return medlem.til is None or dag <= medlem.til


def _hvor(turn: Turn, slots: Slots) -> tuple[int, ...]:
    """The bodies in which a name is looked for."""
    hode = turn.register.hode(slots.moete_id) if slots.moete_id is not None else None
    if hode is not None:
        return hode.organ_ids
    return slots.organ_ids or _egne(turn) or organer(turn.register)


def _egne(turn: Turn) -> tuple[int, ...]:
    """Of an administrator's, all there are."""
    return () if turn.aktoer.admin else tuple(sorted(turn.aktoer.roller))


def organer(register: Register) -> tuple[int, ...]:
    return tuple(o.id for o in register.organer if o.id is not None)


def liste_av(turn: Turn, organ_ids: Collection[int]) -> str:
    return organnavn(turn.register, tuple(organ_ids), turn.incoming.at.date())


def _uten(extra: dict[str, object], navn: str) -> dict[str, object]:
    return {n: verdi for n, verdi in extra.items() if n != navn}
