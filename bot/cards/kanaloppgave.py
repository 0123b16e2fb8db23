"""An oppgave in a post for all to read: what its text says itself is not said once more behind it."""

import re
from dataclasses import replace
from datetime import date

from bot.domain.oppgave import Oppgave
from bot.domain.oppgaver import forfalt
from bot.turn import Norsk


def uten_gjentak(norsk: Norsk, o: Oppgave, dag: date) -> Oppgave:
    """Without the frist that it names («innen 29. april»), unless that is over, and without the name that
    it begins with; «Berit: sjekker tallene» gets all of the name.
    """
    if o.frist and not o.frister and not forfalt(o, dag) and _nevnt(norsk, o.frist, o.hva):
        o = replace(o, frist=None)
    navn = o.ansvarlige[0].navn if len(o.ansvarlige) == 1 else ""
    fornavn = f"{navn.partition(' ')[0]}:"
    if navn and o.hva.startswith(fornavn):
        return replace(o, hva=f"{navn}:{o.hva.removeprefix(fornavn)}", ansvarlige=())
    return replace(o, ansvarlige=()) if navn and o.hva.startswith(navn) else o


def _nevnt(norsk: Norsk, dag: date, tekst: str) -> bool:
    navn = norsk.dato(dag).partition(" ")[2].rpartition(" ")[0]
    return bool(re.search(rf"(?<!\d){re.escape(navn)}\b", tekst))
