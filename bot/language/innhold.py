"""What a line that is understood says: its slots."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.register import Register
from bot.language.fremmednavn import kan_vaere_navn
from bot.language.fritt import FreeWords, free_words
from bot.language.kanalord import to_the_channel
from bot.language.lesning import Lesning
from bot.language.setninger import Gruppe, Treff
from bot.language.tid import Tidsfunn, find_times
from bot.language.tillegg import tillegg
from bot.language.varaen import named_vara
from bot.turn import Meaning, SakRef, Slots

_ABOUT_A_SAK = frozenset({"sak.vis", "referat.vis"})
_SEVERAL = "kandidater"
_OTHERS = frozenset({"vara", "annen"})
"""Persons that a sentence has a place of their own for."""
_ABSENT, _VARA = "forfall.meld", "vara"
_WHO_COMES = frozenset({_ABSENT, "forfall.trekk", "frammoete.meld"})


def meaning(
    lesning: Lesning, treff: Treff, day: date, register: Register, hint: tuple[int, ...]
) -> Meaning:
    """A sure Meaning of this sentence. `hint` decides between organs of the same name."""
    gruppe, free = treff.gruppe, _with_vara(lesning, treff, free_words(lesning, treff))
    emne = gruppe.emne or free.emne
    sak = _sak(lesning, gruppe, free)
    organs = [funn for funn in lesning.organs if funn.fra not in free.words]
    ids = tuple(dict.fromkeys(i for funn in organs for i in _hinted(funn.organ_ids, hint, register)))
    time = _time(lesning, day, gruppe.past, range(0) if gruppe.deadline else free.words)
    person, several = _person(lesning, free)
    extra = {**({"hva": gruppe.hva} if gruppe.hva else {}), **gruppe.extra, **free.extra, **several}
    slots = Slots(
        organ_ids=ids,
        organ_tekst=" og ".join(dict.fromkeys(funn.navn for funn in organs)) or None,
        ukjente_organer=tuple(dict.fromkeys(f.navn for f in organs if not f.organ_ids)),
        sak=sak,
        aspect=gruppe.side,
        period=time.period if time else None,
        tvil=time.strid if time else (),
        person=person,
        emne=None if sak and sak.emne else emne,
        extra={**extra, **tillegg(gruppe.intent, lesning, extra)},
    )
    return to_the_channel(Meaning(gruppe.intent, True, slots, points=gruppe.points), lesning)


def _with_vara(lesning: Lesning, treff: Treff, free: FreeWords) -> FreeWords:
    """Who comes instead, where a line about forfall names one and no sentence has found it. What stands
    where a name should, and is none, may be why somebody is absent: it is not kept.
    """
    if treff.gruppe.intent not in _WHO_COMES:
        return free
    free = _only_names(lesning, free)
    if treff.gruppe.intent != _ABSENT or treff.free:
        return free
    funn = named_vara(lesning)
    return replace(free, extra={**free.extra, _VARA: funn.tekst}) if funn else free


def _only_names(lesning: Lesning, free: FreeWords) -> FreeWords:
    known = {funn.tekst.lower() for funn in lesning.persons if funn.kandidater}

    def is_name(tekst: object) -> bool:
        return isinstance(tekst, str) and (tekst.lower() in known or kan_vaere_navn(tekst))

    extra = {kind: value for kind, value in free.extra.items() if kind != _VARA or is_name(value)}
    return replace(free, person=free.person if is_name(free.person) else None, extra=extra)


def about(meaning: Meaning, emne: str | None) -> Meaning:
    """The meaning with this topic, where it names no sak and no topic itself."""
    if emne is None or meaning.slots.sak or meaning.slots.emne:
        return meaning
    named = {"sak": SakRef(emne=emne, tekst=emne)} if meaning.intent in _ABOUT_A_SAK else {"emne": emne}
    return replace(meaning, slots=replace(meaning.slots, **named))


def _sak(lesning: Lesning, gruppe: Gruppe, free: FreeWords) -> SakRef | None:
    emne = gruppe.emne or free.emne
    if emne and gruppe.intent in _ABOUT_A_SAK:
        return SakRef(emne=emne, tekst=emne)
    if gruppe.plass:
        return SakRef(plass=gruppe.plass)
    return next((funn.sak for funn in lesning.saker if funn.fra not in free.words), None)


def _person(lesning: Lesning, free: FreeWords) -> tuple[str | None, dict[str, list[str]]]:
    """The member's full name where one is meant; as written where none is known, or several are, whose
    names are then given.
    """
    others = {str(free.extra[kind]).lower() for kind in _OTHERS & free.extra.keys()}
    outside = [f for f in lesning.persons if f.fra not in free.words and f.tekst.lower() not in others]
    wanted = free.person.lower() if free.person else None
    funn = next((f for f in outside if wanted is None or f.tekst.lower() == wanted), None)
    if funn is None:
        return free.person, {}
    names = [kandidat.navn for kandidat in funn.kandidater]
    return funn.navn, {_SEVERAL: names} if len(names) > 1 else {}


def _time(lesning: Lesning, day: date, past: bool, inside: Sequence[int]) -> Tidsfunn | None:
    """The first time that is not inside the words of a text."""
    first = next((funn for funn in lesning.times if funn.fra not in inside), None)
    if first and past:
        for funn in find_times([word.text for word in lesning.words], day, past=True):
            if funn.fra < first.til and first.fra < funn.til:
                return funn
    return first


def _hinted(ids: tuple[int, ...], hint: tuple[int, ...], register: Register) -> tuple[int, ...]:
    """Of several organs the ones hinted at, else those of the same helsefellesskap."""
    homes = {organ.helsefellesskap_id for organ in register.organer if organ.id in hint}
    same = tuple(i for i in ids if i in hint)
    near = tuple(i for i in ids if register.organ(i).helsefellesskap_id in homes)
    return (same or near or ids) if len(ids) > 1 else ids
