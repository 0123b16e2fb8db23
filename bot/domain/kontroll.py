"""What does not add up in a paper: merknader, shown under «Sjekk dette». They never stop an import.

Pure rules over what was read. `kode` names the rule: minutter, hull, overlapp, saksnr, tittel,
dato, arkivsak, navn, mangler_fremlegg, mangler_i_saksliste, utvalg_mangler, dato_mangler.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain import kontroll_dato, kontroll_navn, kontroll_saksnr, kontroll_tid, kontroll_tittel
from bot.domain.datoer import Datofunn
from bot.domain.innkalling import Innkalling
from bot.domain.reading import Merknad
from bot.domain.referat import Referat


@dataclass(frozen=True)
class Papir:
    """What the paper shows and an Innkalling or Referat does not hold.

    `tomt_arkivsak`: the label is there with nothing behind it. `moetedato`: the møte's date as written.
    """

    tomt_arkivsak: bool = False
    moetedato: Datofunn | None = None


def check_innkalling(innkalling: Innkalling, papir: Papir) -> list[Merknad]:
    """Everything to check in an innkalling, in the order a reader would come upon it."""
    return [
        *_body(innkalling, "innkalling"),
        *_day(innkalling, papir),
        *_head(papir),
        *kontroll_tid.check(innkalling),
        *kontroll_saksnr.check_saksliste(innkalling),
        *kontroll_tittel.check(innkalling),
        *kontroll_dato.check_innkalling(innkalling),
        *kontroll_navn.check(kontroll_navn.people_of_innkalling(innkalling)),
    ]


def check_referat(referat: Referat, papir: Papir) -> list[Merknad]:
    """Everything to check in a referat."""
    return [
        *_body(referat, "referat"),
        *_head(papir),
        *kontroll_saksnr.check_referat(referat),
        *kontroll_dato.check_referat(referat),
        *kontroll_navn.check(kontroll_navn.people_of_referat(referat)),
    ]


def _body(paper: Innkalling | Referat, slag: str) -> Iterator[Merknad]:
    if not paper.utvalg:
        yield Merknad("utvalg_mangler", slag)


def _day(innkalling: Innkalling, papir: Papir) -> Iterator[Merknad]:
    if innkalling.dato is None and papir.moetedato is None:
        yield Merknad("dato_mangler", "dag")
    elif innkalling.dato is None and papir.moetedato and papir.moetedato.finnes:
        yield Merknad("dato_mangler", "aar", {"skrevet": papir.moetedato.skrevet})


def _head(papir: Papir) -> Iterator[Merknad]:
    if papir.tomt_arkivsak:
        yield Merknad("arkivsak", "tom")
    if papir.moetedato:
        yield from kontroll_dato.check_written(papir.moetedato)
