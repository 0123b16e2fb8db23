"""Lists from a spreadsheet, as CSV: bytes to rows, and rows to bytes.

Read in this process: it is short text and no format. What Excel writes is understood (semicolons or
commas, UTF-8 with or without a mark, or Windows' own letters). What is written opens in Excel, and
no cell in it is a formula (CSV injection).
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.documents.kinds import ZIP
from bot.domain.errors import Unreadable
from bot.domain.tabell import Tabell, Tabellrad, kolonnenavn

MAKS_BYTE = 1024 * 1024
MAKS_RADER = 2000
MAKS_TEGN = 1000
"""In one cell."""
ENDELSER = (".csv",)
REGNEARK = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers")
SKILLE = (";", ",", "\t")
_SEP = re.compile(r'"?sep=(.)"?\r?\n')
_FORMEL = re.compile(r"'*[=+\-@]")
_SKJERMET = re.compile(r"'+[=+\-@]")


def er_csv(filnavn: str) -> bool:
    return filnavn.casefold().endswith(ENDELSER)


def er_regneark(filnavn: str) -> bool:
    """Whether it is a spreadsheet that is to be saved as CSV first."""
    return filnavn.casefold().endswith(REGNEARK)


def les(data: bytes) -> Tabell:
    """Raises Unreadable: `regneark`, `csv_stor`, `csv_rader`, `csv_celle`, `csv_tegn` or `csv_tom`."""
    if len(data) > MAKS_BYTE:
        raise Unreadable("csv_stor")
    if data.startswith(ZIP):
        raise Unreadable("regneark")
    tekst = _tekst(data)
    skille, tekst = _skille(tekst)
    rader = _rader(tekst, skille)
    if not rader:
        raise Unreadable("csv_tom")
    _, hode = rader[0]
    while hode and not hode[-1]:
        hode.pop()
    kolonner = tuple(kolonnenavn(celle) for celle in hode)
    return Tabell(kolonner, tuple(_rad(nr, kolonner, celler) for nr, celler in rader[1:]), tuple(hode))


def skriv(kolonner: Sequence[str], rader: Iterable[Mapping[str, str]]) -> bytes:
    """UTF-8 with a mark and semicolons, as a Norwegian Excel opens it."""
    ut = io.StringIO()
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerow(kolonner)
    for rad in rader:
        skriver.writerow([_skjermet(rad.get(kolonne, "")) for kolonne in kolonner])
    return ut.getvalue().encode("utf-8-sig")


def _skjermet(celle: str) -> str:
    """No spreadsheet takes it for a formula; `les` gives the cell back as it was."""
    paa_linje = " ".join(celle.split())
    return f"'{paa_linje}" if _FORMEL.match(paa_linje) else paa_linje


def _tekst(data: bytes) -> str:
    for koding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            tekst = data.decode(koding)
        except UnicodeDecodeError:
            continue
        if any(ord(tegn) < 32 and tegn not in "\t\r\n" for tegn in tekst):
            break
        return tekst
    raise Unreadable("csv_tegn")


def _skille(tekst: str) -> tuple[str, str]:
    """What parts the cells, and the text without Excel's own line about it."""
    sep = _SEP.match(tekst)
    if sep:
        return sep[1], tekst[sep.end() :]
    hode = next((linje for linje in tekst.splitlines() if linje.strip()), "")
    return max(SKILLE, key=hode.count), tekst


def _rader(tekst: str, skille: str) -> list[tuple[int, list[str]]]:
    """Those that say something, numbered as a spreadsheet numbers them."""
    funnet: list[tuple[int, list[str]]] = []
    try:
        for nummer, celler in enumerate(_lest(tekst, skille), 1):
            if any(celler):
                funnet.append((nummer, celler))
            if len(funnet) > MAKS_RADER + 1:
                raise Unreadable("csv_rader", antall=str(MAKS_RADER))
    except csv.Error as feil:
        raise Unreadable("csv_tegn") from feil
    return funnet


def _lest(tekst: str, skille: str) -> Iterator[list[str]]:
    for rad in csv.reader(io.StringIO(tekst, newline=""), delimiter=skille):
        if any(len(celle) > MAKS_TEGN for celle in rad):
            raise Unreadable("csv_celle", antall=str(MAKS_TEGN))
        yield [_celle(celle) for celle in rad]


def _celle(skrevet: str) -> str:
    celle = " ".join(skrevet.replace("\u00a0", " ").split())
    return celle[1:] if _SKJERMET.match(celle) else celle


def _rad(nummer: int, kolonner: tuple[str, ...], celler: list[str]) -> Tabellrad:
    fylt = [*celler, *[""] * (len(kolonner) - len(celler))]
    felt = {navn: celle for navn, celle in zip(kolonner, fylt, strict=False) if navn}
    return Tabellrad(nummer, felt, any(celler[len(kolonner) :]))
