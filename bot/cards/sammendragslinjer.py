"""What a sammendrag says, line by line, and as much of it as one reads on a phone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.cards.ord import sakstittel
from bot.cards.tekstflyt import Linje
from bot.domain import setninger
from bot.domain.sammendragsinnhold import Innhold, Linjeslag, Sammendragslinje, Sammendragssak
from bot.language import skriv
from bot.turn import Norsk

LINJE = (180, 120, 80)
"""As much of a vedtak or an oppgave is seen before «Vis alt»: the first that lets all of them be seen."""
KORT = 1100
"""As much of all of them."""
_MER = "\u00a0…"
"""On the same line as the word before it."""
_MINST = 0.4
"""A cut that keeps less than this of the room is made between words instead of between sentences."""


def innholdslinjer(norsk: Norsk, innhold: Innhold, tomt: str) -> list[Linje]:
    """Sak by sak, then the oppgaver, then the rettelser; where there is nothing, `tomt` (the key of a text,
    "" for none).
    """
    linjer = [linje for part in innhold.deler for linje in _del(norsk, part.tittel, part.saker)]
    linjer += _under(norsk.tekst("sammendrag.oppgaver"), _oppgaver(norsk, innhold))
    linjer += _under(norsk.tekst("sammendrag.rettelser"), _rettelser(norsk, innhold))
    return linjer or ([Linje(norsk.tekst(tomt))] if tomt else [])


def kortet_ned(norsk: Norsk, linjer: Sequence[Linje]) -> list[Linje]:
    """Each of them cut, and as many as there is room for; the same ones where all is short."""
    for tegn in LINJE:
        korte = [replace(x, tekst=kuttet(x.tekst, tegn)) for x in linjer]
        if sum(len(x.tekst) for x in korte) <= KORT:
            return korte
    vist = _som_faar_plass(korte)
    igjen = sum(not x.tittel for x in linjer[len(vist) :])
    return [*vist, Linje(norsk.tekst("sammendrag.flere", antall=igjen))]


def _som_faar_plass(linjer: Sequence[Linje]) -> list[Linje]:
    """At least one, and no heading at the end."""
    brukt = 0
    vist: list[Linje] = []
    for linje in linjer:
        brukt += len(linje.tekst)
        if vist and brukt > KORT:
            break
        vist.append(linje)
    while len(vist) > 1 and vist[-1].tittel:
        vist.pop()
    return vist


def kuttet(tekst: str, tegn: int) -> str:
    """On one line where it is too long: whole sentences, else whole words, and «…»."""
    if len(tekst) <= tegn:
        return tekst
    ett = " ".join(tekst.split())
    if len(ett) <= tegn:
        return ett
    hele = _hele_setninger(ett, tegn - 2)
    if len(hele) >= _MINST * tegn:
        return f"{hele}{_MER}"
    return f"{ett[: tegn - 1].rpartition(' ')[0].rstrip(' ,;:–-') or ett[: tegn - 2]}{_MER}"


def linjens_tekst(norsk: Norsk, linje: Sammendragslinje) -> str:
    """«Vedtak: …»; an oppgave as «Siri Haug: …»."""
    if linje.slag is Linjeslag.OPPGAVE:
        return _oppgave(norsk, linje, None)
    ord_ = norsk.tekst(f"sammendrag.slag_{linje.slag.value}", tekst=linje.tekst.rstrip())
    return "\n".join([ord_, *(f"– {i}" for i in linje.innspill)])


def _hele_setninger(tekst: str, tegn: int) -> str:
    vist = ""
    for setning in setninger.split(tekst):
        neste = f"{vist} {setning}".strip()
        if len(neste) > tegn:
            break
        vist = neste
    return vist


def _del(norsk: Norsk, tittel: str | None, saker: Iterable[Sammendragssak]) -> Iterator[Linje]:
    konkluderte = [(s, [x for x in s.linjer if x.slag is not Linjeslag.OPPGAVE]) for s in saker]
    if tittel and any(linjer for _, linjer in konkluderte):
        yield Linje(tittel, tittel=True)
    for sak, linjer in konkluderte:
        if linjer:
            yield Linje(sakstittel(sak.saksnr, sak.tittel), tittel=True)
        yield from (Linje(linjens_tekst(norsk, linje)) for linje in linjer)


def _oppgaver(norsk: Norsk, innhold: Innhold) -> list[str]:
    return [
        f"• {_oppgave(norsk, linje, sak)}"
        for sak in innhold.saker
        for linje in sak.linjer
        if linje.slag is Linjeslag.OPPGAVE
    ]


def _oppgave(norsk: Norsk, linje: Sammendragslinje, sak: Sammendragssak | None) -> str:
    """«Siri Haug: Skriver brevet (frist: mandag 3. juni 2024, sak 02/24)»."""
    dag = linje.frist if linje.frist and not _nevnt(norsk, linje.frist, linje.tekst) else None
    frist = norsk.tekst("oppfoelging.frist", dato=norsk.dato(dag)) if dag else ""
    hvor = norsk.tekst("oppfoelging.sak", sak=sak.saksnr) if sak and sak.saksnr else ""
    med = ", ".join(ledd for ledd in (frist, hvor) if ledd)
    return f"{_hvem_hva(linje)}{f' ({med})' if med else ''}"


def _nevnt(norsk: Norsk, dag: date, tekst: str) -> bool:
    """Whether the text says it itself («innen 29. april»)."""
    navn = norsk.dato(dag).partition(" ")[2].rpartition(" ")[0]
    return bool(re.search(rf"(?<!\d){re.escape(navn)}\b", tekst))


def _hvem_hva(linje: Sammendragslinje) -> str:
    """A text that begins with who does it («Siri skriver …», «Siri: …») names them once, in full."""
    hva, navn = linje.tekst.rstrip(" ."), skriv.liste(list(linje.hvem))
    if not navn or hva.startswith(navn):
        return hva
    fornavn = navn.partition(" ")[0]
    if len(linje.hvem) == 1 and hva.startswith((f"{fornavn} ", f"{fornavn}:")):
        return f"{navn}{hva.removeprefix(fornavn)}"
    return f"{navn}: {hva}"


def _rettelser(norsk: Norsk, innhold: Innhold) -> list[str]:
    return [f"• {_stor(norsk.dato(r.dato))}: {r.tekst}" for r in innhold.rettelser]


def _stor(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _under(tittel: str, linjer: Sequence[str]) -> list[Linje]:
    return [Linje(tittel, tittel=True), *map(Linje, linjer)] if linjer else []
