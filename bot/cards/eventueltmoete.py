"""What has been raised and reported since the innkalling, on the card of a møte and in its saksliste."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.cards.element import Element, tekstblokk, tett
from bot.cards.ord import forkortet
from bot.domain.innkalling import Agendapunkt, Agendatype
from bot.domain.navn import norm
from bot.turn import Norsk

VIST = 5
"""As many saker stand on the card of a møte; the rest is on the list of eventuelt."""
TEGN = 160
"""As much of a title: it stands whole on the list."""
EVENTUELT = "eventuelt"


@dataclass(frozen=True)
class Overfoert:
    """What comes back from earlier møter, in words: `under` by the place of the sak in the agenda, `resten`
    what belongs under no sak, `utsatt` the saker that were postponed and are not on the list.
    """

    under: tuple[tuple[int, tuple[str, ...]], ...] = ()
    resten: tuple[str, ...] = ()
    utsatt: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.under or self.resten or self.utsatt)


@dataclass(frozen=True)
class Moetestatus:
    """In words, and only what the one who sees it may see. `forfall` is one line; `eventuelt` and
    `saker` are the titles of what was raised, with who did; `overfoert` stands on the saksliste only.
    """

    forfall: str = ""
    eventuelt: tuple[str, ...] = ()
    saker: tuple[str, ...] = ()
    overfoert: Overfoert = Overfoert()

    def __bool__(self) -> bool:
        return bool(self.forfall or self.eventuelt or self.saker or self.overfoert)


def utfylt(agenda: Sequence[Agendapunkt], status: Moetestatus) -> list[Agendapunkt]:
    """The saksliste with what comes back from earlier møter under its saker, and what was raised under
    its last Eventuelt.
    """
    under = dict(status.overfoert.under)
    med = [replace(p, punkter=[*p.punkter, *under[n]]) if n in under else p for n, p in enumerate(agenda)]
    return med_eventuelt(med, status)


def med_eventuelt(agenda: Sequence[Agendapunkt], status: Moetestatus) -> list[Agendapunkt]:
    """The saksliste with what was raised under its last Eventuelt."""
    plass = _plassen(agenda)
    if plass is None or not status.eventuelt:
        return list(agenda)
    punkt = agenda[plass]
    nye = [forkortet(t, TEGN) for t in status.eventuelt]
    med = replace(punkt, punkter=[*punkt.punkter, *nye])
    return [*agenda[:plass], med, *agenda[plass + 1 :]]


def _plassen(agenda: Sequence[Agendapunkt]) -> int | None:
    steder = [n for n, p in enumerate(agenda) if p.type is Agendatype.SAK and er_eventuelt(p.tittel)]
    return steder[-1] if steder else None


def er_eventuelt(tittel: str) -> bool:
    """«Eventuelt», «Eventuelt / saker fra medlemmene»."""
    return norm(tittel).startswith(EVENTUELT)


def under_sakslisten(norsk: Norsk, agenda: Sequence[Agendapunkt], status: Moetestatus) -> list[str]:
    """What the saksliste itself has no row for."""
    uten_rad = status.eventuelt if _plassen(agenda) is None else ()
    forfall = [status.forfall] if status.forfall else []
    return [
        *forfall,
        *_meldt(norsk, "moetestatus.meldte", status.saker),
        *_til_eventuelt(norsk, uten_rad),
        *_meldt(norsk, "oppgave.utsatte_saker", status.overfoert.utsatt),
        *_meldt(norsk, "oppgave.fra_tidligere", status.overfoert.resten),
    ]


def paa_kortet(norsk: Norsk, status: Moetestatus) -> list[str]:
    """For the card of a møte, whose saksliste is short: a line of forfall, then what was raised."""
    forfall = [status.forfall] if status.forfall else []
    return [
        *forfall,
        *_meldt(norsk, "moetestatus.meldte", status.saker),
        *_til_eventuelt(norsk, status.eventuelt),
    ]


def _til_eventuelt(norsk: Norsk, titler: Sequence[str]) -> list[str]:
    return _meldt(norsk, "moetestatus.eventuelt", titler)


def _meldt(norsk: Norsk, key: str, titler: Sequence[str]) -> list[str]:
    if not titler:
        return []
    rest = len(titler) - VIST
    flere = [norsk.tekst("liste.flere", antall=rest)] if rest > 0 else []
    return [f"{norsk.tekst(key)}:", *(f"• {forkortet(t, TEGN)}" for t in titler[:VIST]), *flere]


def elementer(linjer: Sequence[str]) -> list[Element]:
    """Heading lines with some air, the rest close under."""
    return [tett(tekstblokk(linje)) if linje.startswith("• ") else tekstblokk(linje) for linje in linjer]
