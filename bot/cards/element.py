"""The elements cards are built of. What people have written never becomes markup.

A TextBlock and a Fact read Markdown, so text is escaped there; a RichTextBlock does not, so what
must stand word for word goes into one. No colours are fixed: dark and light follow the client.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

Element = dict[str, Any]

_TEGN = re.compile(r"([\\`*_\[\]<>~|])")
_LINJESTART = re.compile(r"^(\s*)([#+\-=]|\d+(?=[.)]))", re.MULTILINE)
_FUNKSJON = re.compile(r"\{(?=\{)")


def escape(tekst: str) -> str:
    """Shows as `tekst` where Markdown is read."""
    tekst = _TEGN.sub(r"\\\1", tekst)
    tekst = _LINJESTART.sub(_skjerm, tekst)
    return _FUNKSJON.sub("{ ", tekst)


def _skjerm(treff: re.Match[str]) -> str:
    blank, tegn = treff.groups()
    return f"{blank}{tegn}\\" if tegn.isdigit() else f"{blank}\\{tegn}"


def tekstblokk(innhold: str, *, fet: bool = False, dempet: bool = False, liten: bool = False) -> Element:
    return {
        "type": "TextBlock",
        "text": escape(_paa_linje(innhold)),
        "wrap": True,
        **({"weight": "Bolder"} if fet else {}),
        **({"isSubtle": True} if dempet else {}),
        **({"size": "Small"} if liten else {}),
    }


def tekstlinjer(innhold: str) -> list[Element]:
    """One element for each line: in one of its own, a line's end would be a space."""
    return [tekstblokk(linje) for linje in innhold.split("\n") if linje.strip()]


def overskrift(innhold: str) -> Element:
    """The first line of a card: what was asked for, answered."""
    return {**tekstblokk(innhold, fet=True), "size": "Medium", "style": "heading"}


def mellomtittel(innhold: str) -> Element:
    return {**tekstblokk(innhold, fet=True), "spacing": "Medium", "separator": True}


def avsnitt(innhold: str, *, innrykk: bool = False, tett: bool = True) -> list[Element]:
    """Word for word, one element for each line."""
    linjer = [linje for linje in innhold.split("\n") if linje.strip()]
    return [_loeper(f"\u2003{linje}" if innrykk else linje, tett) for linje in linjer]


def _loeper(linje: str, tett: bool) -> Element:
    run = {"type": "TextRun", "text": linje}
    return {"type": "RichTextBlock", "inlines": [run], "spacing": "Small" if tett else "Default"}


def fakta(par: Iterable[tuple[str, str]]) -> list[Element]:
    """Names with their values; nothing where there are none."""
    rader = [{"title": escape(navn), "value": escape(_paa_linje(verdi))} for navn, verdi in par if verdi]
    return [{"type": "FactSet", "facts": rader}] if rader else []


def tabell(
    bredder: Sequence[int | str], hode: Sequence[str], rader: Iterable[Sequence[list[Element]]]
) -> Element:
    """The first row is the heading (also for screen readers). A width is a weight or «60px»."""
    topp = _rad([[tekstblokk(navn, fet=True, liten=True)] for navn in hode])
    return {
        "type": "Table",
        "columns": [{"width": bredde} for bredde in bredder],
        "showGridLines": False,
        "spacing": "Medium",
        "rows": [topp, *(_rad(rad) for rad in rader)],
    }


def _rad(celler: Sequence[list[Element]]) -> Element:
    return {"type": "TableRow", "cells": [{"type": "TableCell", "items": celle} for celle in celler]}


def tett(element: Element) -> Element:
    """Close under what stands above it."""
    return {**element, "spacing": "None"}


def _paa_linje(innhold: str) -> str:
    return " ".join(innhold.split())
