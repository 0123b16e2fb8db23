"""The oppgaver of a referat in tables: one for each part, since parts have numberings of their own."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.documents.blokker import Blokk, Overskrift, Tabell
from bot.domain.utgave import Utgave, Utgaveoppgave, linje
from bot.turn import Norsk

PIL = " → "
_MAANEDER = (
    "jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des.",
)  # fmt: skip
"""Short months, alike in both målformer (CLDR)."""


def oppgaver(utgave: Utgave, norsk: Norsk) -> Iterator[Blokk]:
    for part in utgave.deler:
        own = [oppgave for oppgave in utgave.oppgaver if oppgave.del_nr == part.nr]
        if own:
            yield Overskrift(_tittel(part.tittel, norsk), 2)
            yield _tabell(own, norsk)


def frist(oppgave: Utgaveoppgave) -> str:
    """«4. des. 2024 → 17. feb. 2025»: those it had before, and the one that holds («–»: none any more).
    Empty where it never had one.
    """
    naa = _dag(oppgave.frist) if oppgave.frist else "–"
    return PIL.join((*map(_dag, oppgave.frister), naa)) if oppgave.frister or oppgave.frist else ""


def _tittel(part: str | None, norsk: Norsk) -> str:
    if part:
        return norsk.tekst("dokument.oppgaver_i", hva=part)
    return norsk.tekst("dokument.oppgaver")


def _tabell(oppgaver: Sequence[Utgaveoppgave], norsk: Norsk) -> Tabell:
    """With a column of numbers where the body has given them."""
    numbered = any(oppgave.nr for oppgave in oppgaver)
    hode = (
        norsk.tekst("dokument.sak_kort"),
        norsk.tekst("dokument.oppgave"),
        norsk.tekst("dokument.ansvarlig"),
        norsk.tekst("dokument.frist"),
    )
    rader = [(linje(o.sak), linje(o.hva), linje(o.ansvarlig or "–"), frist(o) or "–") for o in oppgaver]
    if not numbered:
        return Tabell(hode, tuple(rader), (0.14, 0.44, 0.24, 0.18))
    numre = [str(o.nr or "–") for o in oppgaver]
    with_nr = tuple((nr, *rad) for nr, rad in zip(numre, rader, strict=True))
    return Tabell((norsk.tekst("dokument.nr"), *hode), with_nr, (0.06, 0.13, 0.4, 0.23, 0.18))


def _dag(dag: date) -> str:
    return f"{dag.day}. {_MAANEDER[dag.month - 1]} {dag.year}"
