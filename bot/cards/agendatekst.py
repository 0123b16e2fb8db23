"""The saksliste as a table of plain text, for a terminal."""

from collections.abc import Sequence
from io import StringIO

from bot.cards.agenda import minutter
from bot.cards.ord import klokkeslett, person
from bot.domain.innkalling import Agendapunkt
from bot.turn import Norsk

SMALEST = 80
"""Columns of a terminal; a narrower one wraps the table itself."""


def agendatekst(norsk: Norsk, punkter: Sequence[Agendapunkt], bredde: int) -> str:
    """Clock, saksnummer, title with its bullets, ansvarlige and minutes, `bredde` columns wide. Long
    cells go on over several lines; nothing is cut.
    """
    # Rich is imported late: only the command line draws tables.
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tabell = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for navn in _hode(norsk):
        tabell.add_column(Text(navn), overflow="fold")
    tabell.columns[-1].justify = "right"
    for p in punkter:
        tabell.add_row(*(Text(celle) for celle in _celler(p)))
    ut = StringIO()
    Console(file=ut, width=max(bredde, SMALEST), color_system=None, legacy_windows=False).print(tabell)
    return "\n".join(linje.rstrip() for linje in ut.getvalue().strip("\n").split("\n") if linje.strip())


def _hode(norsk: Norsk) -> list[str]:
    return [
        norsk.tekst("saksliste.kl"),
        norsk.tekst("saksliste.saksnr"),
        norsk.tekst("saksliste.sak"),
        norsk.tekst("saksliste.ansvarlig_hode"),
        norsk.tekst("saksliste.min"),
    ]


def _celler(p: Agendapunkt) -> tuple[str, str, str, str, str]:
    sak = "\n".join([p.tittel, *(f"• {punkt}" for punkt in p.punkter)])
    hvem = "\n".join(person(a) for a in p.ansvarlige)
    return klokkeslett(p.start, p.slutt), p.saksnr or "", sak, hvem, str(minutter(p) or "")
