"""Longer texts, word for word, cut to what one reads on a phone, with the rest a press away."""

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.cards.element import Element, avsnitt, fakta, mellomtittel, overskrift
from bot.cards.melding import knapp, kort
from bot.cards.moete import saa_mye_som_faar_plass
from bot.domain.conversation import Button
from bot.turn import Message, Norsk

KORT = 1500
ALT = 12_000
LINJE = 1500


@dataclass(frozen=True)
class Linje:
    """A line of the text: a heading (`tittel`), or a paragraph, perhaps one step in."""

    tekst: str
    tittel: bool = False
    innrykk: bool = False


@dataclass(frozen=True)
class Utsnitt:
    """Which part is shown: the beginning, or (`alt`) all from line `fra` that a card can hold."""

    alt: bool = False
    fra: int = 0


MerKnapp = Callable[[str, Utsnitt], Button]
"""Makes the button that shows another part, from its label."""


def avsnittslinjer(tekst: str, *, innrykk: bool = False) -> list[Linje]:
    """One Linje for each line of the text; a very long one is cut between words."""
    return [
        Linje(bit, innrykk=innrykk) for linje in tekst.split("\n") if linje.strip() for bit in _biter(linje)
    ]


def _biter(linje: str) -> list[str]:
    return [linje] if len(linje) <= LINJE else textwrap.wrap(linje, LINJE, break_on_hyphens=False)


def flyt(
    norsk: Norsk,
    foerst: str,
    par: Sequence[tuple[str, str]],
    linjer: Sequence[Linje],
    knapper: Sequence[Button],
    mer: MerKnapp,
    utsnitt: Utsnitt,
) -> Message:
    """`foerst` answers; `par` are facts by name; then as many of `linjer` as there is room for."""
    igjen = linjer[utsnitt.fra :]

    def bygg(antall: int) -> Message:
        vist = igjen[:antall]
        kropp = [overskrift(foerst), *fakta(par), *_elementer(vist)]
        neste = utsnitt.fra + len(vist) if utsnitt.alt else 0
        flere = [mer(_mer_ord(norsk, utsnitt), Utsnitt(True, neste))] if len(vist) < len(igjen) else []
        faktalinjer = [f"{navn}: {verdi}" for navn, verdi in par if verdi]
        samlet = "\n".join([foerst, *faktalinjer, *_tekstlinjer(vist)])
        return kort(samlet, kropp, [*flere, *knapper], uttale=foerst)

    return saa_mye_som_faar_plass(bygg, _antall(igjen, ALT if utsnitt.alt else KORT))


def sakens_mer(verb: str, **data: object) -> MerKnapp:
    """The «mer» button of one sak or møte."""
    return lambda label, utsnitt: knapp(label, verb, **data, alt=True, fra=utsnitt.fra or None)


def _mer_ord(norsk: Norsk, utsnitt: Utsnitt) -> str:
    return norsk.tekst("knapp.vis_mer") if utsnitt.alt else norsk.tekst("knapp.vis_alt")


def _antall(linjer: Sequence[Linje], grense: int) -> int:
    """As many lines as stay within `grense` characters, at least one, and never ending in a heading."""
    brukt, antall = 0, 0
    for linje in linjer:
        brukt += len(linje.tekst)
        if antall and brukt > grense:
            break
        antall += 1
    while 1 < antall < len(linjer) and linjer[antall - 1].tittel:
        antall -= 1
    return antall


def _elementer(linjer: Iterable[Linje]) -> list[Element]:
    kropp: list[Element] = []
    for linje in linjer:
        kropp += (
            [mellomtittel(linje.tekst)] if linje.tittel else avsnitt(linje.tekst, innrykk=linje.innrykk)
        )
    return kropp


def _tekstlinjer(linjer: Iterable[Linje]) -> Iterable[str]:
    for linje in linjer:
        yield f"\n{linje.tekst}" if linje.tittel else f"{'   ' if linje.innrykk else ''}{linje.tekst}"
