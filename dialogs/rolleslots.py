"""Which body, which role and whom a line about roles means; else the question or sentence instead."""

from dataclasses import dataclass, replace

from bot.domain.conversation import Button
from bot.domain.folk import Kjent, som_heter
from bot.domain.navn import norm
from bot.domain.organ import Organ, Rolle
from bot.domain.organvalg import fersk, velg_organ
from bot.domain.rettigheter import Rett
from bot.language.rolleord import meg, tells_of_coming, tells_of_leaving
from bot.turn import Meaning, Reply, Slots, Turn
from dialogs import ingen_moeter
from dialogs.her import organer_her
from dialogs.moetet import spoer_organ
from dialogs.rett import kan, krev
from dialogs.slots import UgyldigKnapp, ord_, tall, videre
from dialogs.svar import linjen, si_setning, spoer

BEKREFTET = "bekreftet"
MOETELEDER = "moeteleder"
TILBUD = (Rolle.LEDER, Rolle.NESTLEDER, Rolle.MEDLEM, Rolle.VARA, Rolle.REFERENT, Rolle.SEKRETARIAT)
"""Roles that are asked between."""


@dataclass(frozen=True)
class Oenske:
    """`person` is to have the role in the body, or to lose it (`ta`)."""

    organ: Organ
    rolle: Rolle
    person: Kjent
    ta: bool


def finn_organet(turn: Turn, meaning: Meaning) -> Organ | list[Reply]:
    """One where the speaker may grant roles. Raises IkkeLov."""
    slots = meaning.slots
    if slots.organ_tekst and not slots.organ_ids:
        return si_setning(turn, ingen_moeter.ukjent_organ(turn, slots.organ_tekst))
    vist = fersk(turn.conversation.context, turn.incoming.at).organ_id
    valgt = velg_organ(turn.register, slots.organ_ids, organer_her(turn), vist)
    alle = [o.id for o in turn.register.organer if o.id is not None]
    krev(turn, Rett.GI_ROLLE, valgt or alle)
    egne = tuple(o for o in valgt or alle if kan(turn, Rett.GI_ROLLE, [o]))
    return turn.register.organ(egne[0]) if len(egne) == 1 else spoer_organ(turn, meaning, egne)


def velg_rollen(turn: Turn, meaning: Meaning, organ: Organ) -> Rolle | list[Reply]:
    skrevet = ord_(meaning.slots, "rolle")
    if skrevet == MOETELEDER:
        navn = organ.kort(turn.incoming.at.date())
        return si_setning(turn, turn.norsk.tekst("rollegi.moeteleder", organ=navn))
    try:
        return Rolle(skrevet) if skrevet else _spoer_rolle(turn, meaning, organ)
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _spoer_rolle(turn: Turn, meaning: Meaning, organ: Organ) -> list[Reply]:
    slots = replace(meaning.slots, organ_ids=(organ.id or 0,))
    knapper = [
        videre(turn.norsk.tekst(f"rolle.{r.value}"), meaning, _med(slots, rolle=r.value)) for r in TILBUD
    ]
    return spoer(turn, turn.norsk.tekst("rollegi.hvilken_rolle"), knapper)


def skal_ta(turn: Turn, meaning: Meaning) -> bool | list[Reply]:
    """Whether a role is to be taken. A line that is no known sentence is asked for by its own words; one
    with two changes in it is asked to be written as two.
    """
    if meaning.strict:
        return ord_(meaning.slots, "hva") == "ta"
    linje = linjen(turn)
    if tells_of_leaving(linje) and tells_of_coming(linje):
        return si_setning(turn, turn.norsk.tekst("rollegi.en_om_gangen"))
    return tells_of_leaving(linje)


def finn_personen(turn: Turn, meaning: Meaning, alle: list[Kjent], *, tar: bool) -> Kjent | list[Reply]:
    """Somebody who is a member of something; nobody is guessed. Raises UgyldigKnapp."""
    person_id = tall(meaning.slots, "person_id")
    navn = meaning.slots.person
    if person_id is None and navn is None and meg(linjen(turn)):
        person_id = turn.aktoer.hvem.person_id
        if person_id is None:
            return si_setning(turn, turn.norsk.tekst("rollegi.ukjent_meg"))
    if person_id is not None:
        funnet = [k for k in alle if k.person_id == person_id]
        if not funnet:
            raise UgyldigKnapp
        return funnet[0]
    if not navn:
        return si_setning(turn, turn.norsk.tekst("rollegi.hvem"))
    treff = som_heter(alle, _skrevet(turn, navn))
    if not treff:
        kode = "rollegi.ukjent_her" if tar else "rollegi.ukjent_person"
        return si_setning(turn, turn.norsk.tekst(kode, navn=navn))
    return treff[0] if len(treff) == 1 else _spoer_hvem(turn, meaning, treff)


def _skrevet(turn: Turn, navn: str) -> str:
    """As much of the name as the line says: «Kari» may be more people than the one who was found."""
    sagt = set(norm(linjen(turn)).split())
    return " ".join(ord_ for ord_ in navn.split() if norm(ord_) in sagt) or navn


def _spoer_hvem(turn: Turn, meaning: Meaning, treff: list[Kjent]) -> list[Reply]:
    return spoer(turn, turn.norsk.tekst("rollegi.hvem_av"), [_knapp(turn, meaning, k) for k in treff])


def _knapp(turn: Turn, meaning: Meaning, kjent: Kjent) -> Button:
    slots = _med(replace(meaning.slots, person=None), person_id=kjent.person_id)
    rolle = turn.norsk.tekst(f"rolle.{kjent.medlem.rolle.value}")
    organ = kjent.organ.kort(turn.incoming.at.date())
    label = turn.norsk.tekst("rollegi.person", navn=kjent.medlem.navn, rolle=rolle, organ=organ)
    return videre(label, meaning, slots)


def _med(slots: Slots, **extra: object) -> Slots:
    return replace(slots, extra={**slots.extra, **extra})
