"""How long it takes to write a referat of 60 saker and 500 points, and how much memory at most.

Beside it, in the same run, the bare library given the same text: python-docx adding the paragraphs one by
one, and typst on the same lines as markup. Each in a process of its own, Python's start included; one that
writes nothing shows what that start and the imports cost. `python -m bench.documents`.
"""

import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from datetime import time as clock

from bench.processes import ROOT
from bot.domain.maalform import Maalform
from bot.domain.utgave import (
    Format,
    Utgave,
    Utgavedel,
    Utgavedeltaker,
    Utgaveoppgave,
    Utgavesak,
    Utgavetilstand,
    Ytring,
)

SAKER, POINTS, PEOPLE, RUNS = 60, 500, 25, 2
TEXT = (
    "Viktig å koble på fastlegen tidlig – for å få til gode løp, et godt samarbeid og et godt tilbud "
    "til pasienten, og for at kommunene og helseforetaket skal vite om hverandre"
)


def utgave() -> Utgave:
    """Of the points, a tenth are oppgaver and a tenth conclusions; the rest are innspill and text."""
    saker = tuple(_sak(nr) for nr in range(1, SAKER + 1))
    people = tuple(Utgavedeltaker(f"Kari Nes {n}", ("Lia kommune",)) for n in range(PEOPLE))
    return Utgave(
        ("Fagråd for overgang",),
        date(2026, 1, 29),
        clock(9),
        clock(15),
        "Storsalen",
        moeteleder="Kari Nes",
        tilstede=people,
        deler=(Utgavedel(None, saker),),
        tilstand=Utgavetilstand.UTKAST,
    )


def _sak(nr: int) -> Utgavesak:
    points = POINTS // SAKER + (nr <= POINTS % SAKER)
    saksnr = f"{nr:02}/26"
    oppgaver = (Utgaveoppgave(saksnr, f"{TEXT} {nr}", "Ola Ås", date(2026, 3, 1)),) if nr > 10 else ()
    innspill = tuple(Ytring(f"{TEXT} ({nr}.{n})", ("Siri Li",)) for n in range(points - 2 - len(oppgaver)))
    return Utgavesak(
        f"Sak nummer {nr} om samarbeid",
        saksnr,
        tekst=(TEXT,),
        konklusjon=(f"{TEXT}.",),
        innspill=innspill,
        oppgaver=oppgaver,
    )


def ours(format_: Format) -> bytes:
    from bot.documents.writer import write_now
    from bot.language.tekster import Tekster

    return write_now(utgave(), Tekster(Maalform.NB), format_)


def bare_docx() -> bytes:
    """The lines alone, each a paragraph: no labels, headings, tables, language or numbers."""
    import docx

    document = docx.Document()
    for line in _lines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def bare_typst() -> bytes:
    """The lines alone, as a string of typst: neither tagged nor promised to be PDF/UA."""
    import typst

    made: bytes = typst.compile("\n\n".join(_lines()).encode(), format="pdf", pdf_tags=False)
    return made


def _lines() -> list[str]:
    text = ours(Format.TXT).decode().replace("#", "").replace("@", "")
    return [line for line in text.splitlines() if line.strip(" =-")]


def nothing() -> bytes:
    import docx
    import typst

    return f"{docx.__name__}{typst.__name__}".encode()


WAYS: dict[str, Callable[[], bytes]] = {
    "start and imports alone": nothing,
    "DOCX, helsebot": lambda: ours(Format.DOCX),
    "DOCX, bare python-docx": bare_docx,
    "PDF/UA, helsebot": lambda: ours(Format.PDF),
    "PDF, bare typst": bare_typst,
    "HTML, helsebot": lambda: ours(Format.HTML),
    "JSON, helsebot": lambda: ours(Format.JSON),
}


def run() -> None:
    print(f"\nwriting a referat of {SAKER} saker and {POINTS} points (best of {RUNS})")
    print(f"{'':28}  with start s   writing s   peak MB      KB")
    for name in WAYS:
        costs = [_measured(name) for _ in range(RUNS)]
        seconds, inside, peak, size = (min(column) for column in zip(*costs, strict=True))
        print(f"  {name:26} {seconds:13.2f} {inside:11.2f} {peak:9.0f} {size:7.0f}", flush=True)


def _measured(name: str) -> tuple[float, float, float, float]:
    """Seconds with and without Python's start, peak MB (resident), KB written."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "bench.documents", name], cwd=ROOT, capture_output=True, check=True
    )
    seconds = time.perf_counter() - began
    inside, peak, size = map(float, done.stdout.split())
    return seconds, inside, peak, size


def _one(name: str) -> None:
    began = time.perf_counter()
    data = WAYS[name]()
    inside = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(inside, peak, len(data) / 1024)


if __name__ == "__main__":
    _one(sys.argv[1]) if len(sys.argv) > 1 else run()
