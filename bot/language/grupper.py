"""The sentences of every intent, from `setninger/*.yaml`.

A file holds `intent`, `grupper`, and for the whole file: `tar` (slots that may stand beside any
sentence without {tekst}), `skriver` (a group that only asks may say that it does not), `i_referat`
(only while a referat is open; a group may say so for itself), `utenom_referat` (only while the speaker
dictates to none), `fortid` (times are past), `biter` (parts that sentences share: «$naar» stands for
what `naar` holds; a group may have its own). A group holds `setninger`, `forslag`, and what it means:
`hva`, `side`, `emne`, `plass`, `peker`, `kanskje`, `ordrett` (only its own sentences, never by
likeness), `frist` (a time in the text counts), `ekstra` (slots that the sentences do not say
themselves). Slots of one intent alone are added by `tillegg`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.language.moenster import EMNE, Moenster
from bot.language.moensterleser import compile_sentence
from bot.language.ord import Ordbok, read_yaml
from bot.turn import Aspect

_ASIDE = {"organ": ("{organ}",), "tid": ("{dag}", "{periode}"), "sak": ("{sak}",), "klokke": ("{klokke}",)}
_PART = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class Gruppe:
    """Sentences that mean the same. `forslag` are lines to suggest, the fullest first; one with a
    slot is left out where nothing fills it.
    """

    intent: str
    hva: str | None
    side: Aspect
    emne: str | None
    plass: int | None
    """The topic or the place of the sak that is meant, where the sentences do not say it themselves."""
    forslag: tuple[str, ...]
    writes: bool
    in_referat: bool
    """Understood as a sentence only while a referat is open."""
    not_in_referat: bool
    """Understood only where the speaker dictates to no referat."""
    past: bool
    points: bool
    """«den», «det»: what was just shown may be meant."""
    perhaps: bool
    """Meant only where the papers, or what was just shown, bear it out."""
    literal: bool
    """Meant only by one of its sentences, never by likeness."""
    deadline: bool
    """A time in the text counts."""
    extra: Mapping[str, str | int]
    also: frozenset[str]
    """Slots that may stand anywhere beside the sentence."""
    sentences: tuple[Moenster, ...] = field(repr=False)

    def may_be_said(self, referat: bool) -> bool:
        """Whether it is understood as a sentence; `referat`: the speaker dictates to an open one."""
        return not self.not_in_referat if referat else not self.in_referat


def read_groups(folder: Path, ordbok: Ordbok) -> tuple[Gruppe, ...]:
    """All groups of the files there. Raises ValueError where one is not well formed."""
    return tuple(gruppe for path in sorted(folder.glob("*.yaml")) for gruppe in _read(path, ordbok))


def _read(path: Path, ordbok: Ordbok) -> list[Gruppe]:
    data = read_yaml(path)
    if data["intent"] != path.stem:
        raise ValueError(f"{path.name} is about {data['intent']}")
    return [_gruppe(data, part, ordbok) for part in data["grupper"]]


def _gruppe(data: Mapping[str, Any], part: Mapping[str, Any], ordbok: Ordbok) -> Gruppe:
    parts = {**data.get("biter", {}), **part.get("biter", {})}
    gruppe = Gruppe(
        intent=data["intent"],
        hva=part.get("hva"),
        side=Aspect(part.get("side", "alt")),
        emne=part.get("emne"),
        plass=part.get("plass"),
        forslag=tuple(part.get("forslag", ())),
        writes=part.get("skriver", data.get("skriver", False)),
        in_referat=part.get("i_referat", data.get("i_referat", False)),
        not_in_referat=data.get("utenom_referat", False),
        past=data.get("fortid", False),
        points=part.get("peker", False),
        perhaps=part.get("kanskje", False),
        literal=part.get("ordrett", False),
        deadline=part.get("frist", False),
        extra=part.get("ekstra", {}),
        also=frozenset(symbol for name in data.get("tar", ()) for symbol in _ASIDE[name]),
        sentences=tuple(compile_sentence(_filled(s, parts), ordbok.spell) for s in part["setninger"]),
    )
    _check(gruppe)
    return gruppe


def _check(gruppe: Gruppe) -> None:
    if gruppe.writes and any(s.loose or EMNE in s.words for s in gruppe.sentences):
        raise ValueError(f"{gruppe.intent} writes: its sentences must be whole lines")
    if gruppe.writes and gruppe.perhaps:
        raise ValueError(f"{gruppe.intent} writes: it is never meant perhaps")
    if not gruppe.perhaps and any(s.loose and EMNE in s.words for s in gruppe.sentences):
        raise ValueError(f"{gruppe.intent}: + with a topic is only for a group that is «kanskje»")


def _filled(source: str, parts: Mapping[str, str]) -> str:
    """Raises KeyError for a part that the file does not have."""
    return _PART.sub(lambda match: _filled(parts[match[1]], parts), source)
