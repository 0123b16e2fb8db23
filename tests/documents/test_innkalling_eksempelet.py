"""The real innkalling the project began with, in its four forms. It lies outside the repository."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.documents import extract, innkalling
from bot.documents.serial import json_form
from bot.domain.reading import Reading

MAPPE = Path(__file__).parents[3] / "shared" / "seeds"
TEKST = next(iter(sorted(MAPPE.glob("innkalling-*.txt"))), MAPPE / "innkalling.txt")
FORMER = (".txt", ".docx", ".pdf", "-uten-rutenett.pdf")

pytestmark = pytest.mark.skipif(not TEKST.exists(), reason="the seed documents are not here")


@pytest.fixture(scope="module")
def lest() -> dict[str, Reading]:
    stamme = str(TEKST)[: -len(".txt")]
    return {form: innkalling.read(extract.rows(Path(stamme + form).read_bytes())) for form in FORMER}


def facts(value: Any, path: str = "") -> dict[str, str]:
    """Every leaf with its path. What the forms themselves write differently is evened out: blanks,
    dashes, and the markers of lists.
    """
    if isinstance(value, dict):
        return {k: v for key, one in value.items() for k, v in facts(one, f"{path}.{key}").items()}
    if isinstance(value, list):
        return {k: v for i, one in enumerate(value) for k, v in facts(one, f"{path}[{i}]").items()}
    return {path: re.sub(r"(?m)^(?:•|\d+[.)]|[a-z][.)])|\s|–|-", "", str(value))}


def test_all_four_forms_say_the_same(lest):
    forms = {form: facts(json_form(reading, repr)) for form, reading in lest.items()}
    assert forms[".docx"] == forms[".pdf"]
    assert forms[".docx"] == forms["-uten-rutenett.pdf"]
    differing = {k for k, v in forms[".docx"].items() if forms[".txt"].get(k) != v} | (
        forms[".txt"].keys() - forms[".docx"].keys()
    )
    assert differing == set()


def test_everything_was_placed(lest):
    assert [reading.ikke_tolket for reading in lest.values()] == [[], [], [], []]


def test_eleven_slots_of_240_minutes_and_the_closing(lest):
    agenda = lest[".pdf"].innkalling.agenda
    timed = [row for row in agenda if row.start and row.slutt]
    assert len(timed) == 11
    assert sum(row.minutter for row in timed) == 240
    assert [row.type.value for row in agenda].count("pause") == 2
    assert [row.type.value for row in agenda][-1] == "avslutning"


def test_the_saksnumre_are_those_of_the_text(lest):
    written = list(dict.fromkeys(re.findall(r"(?m)^Sak: (\d\d/\d\d)", TEKST.read_text("utf-8"))))
    paper = lest[".pdf"].innkalling
    assert [row.saksnr for row in paper.agenda if row.saksnr] == written
    assert [one.saksnr for one in paper.saksfremlegg] == written
    assert written[0] == "09/24"


def test_the_minutes_of_each_row_are_those_of_the_text(lest):
    """In the text the minutes end the last line of a row, so they stand alone or behind a name."""
    table = TEKST.read_text("utf-8").split("SAKSFREMLEGG")[0]
    written = [
        int(n) for n in re.findall(r"(?m)(?:^|[^\d\W] +)(\d{1,2}) *$", table.split("Ansvarlig Tid")[1])
    ]
    rows = [row for row in lest[".pdf"].innkalling.agenda if row.minutter]
    assert sum(row.minutter for row in rows) == 240
    assert set(written) >= {row.minutter for row in rows}


def test_every_heading_of_the_papers_is_kept(lest):
    text = TEKST.read_text("utf-8")
    for fremlegg in lest[".pdf"].innkalling.saksfremlegg:
        for seksjon in fremlegg.seksjoner:
            assert seksjon.overskrift.split(",")[0] in text
    titles = [s.overskrift for f in lest[".pdf"].innkalling.saksfremlegg for s in f.seksjoner]
    assert titles.count("Bakgrunn og saksopplysninger") == len(re.findall(r"(?m)^Bakgrunn og saks", text))
    assert titles.count("Vurdering og anbefaling") == len(
        re.findall(r"(?m)^ ?Vurdering og anbefaling", text)
    )


def test_open_places_letters_and_vedlegg(lest):
    papers = {one.saksnr: one for one in lest[".docx"].innkalling.saksfremlegg}
    open_places = {
        nr: [f.nr for f in p.forslag_til_vedtak if f.aapent_for_innspill] for nr, p in papers.items()
    }
    assert {nr: numbers for nr, numbers in open_places.items() if numbers} == {
        "11/24": [2],
        "12/24": [2, 3],
        "13/24": [2, 3, 4],
    }
    (lettered,) = [f for f in papers["16/24"].forslag_til_vedtak if f.underpunkter]
    assert [under.bokstav for under in lettered.underpunkter] == ["a", "b", "c"]
    assert len(papers["16/24"].vedlegg) == 9


def test_the_other_dates(lest):
    found = [
        (h.type.value, h.dato and h.dato.isoformat(), h.status and h.status.value)
        for h in lest[".pdf"].innkalling.hendelser
    ]
    assert found == [
        ("moete", "2024-06-20", "planlagt"),
        ("dialogmoete", "2024-06-12", "planlagt"),
        ("dialogmoete", "2024-06-14", "planlagt"),
        ("dialogmoete", "2024-06-21", "planlagt"),
        ("dialogmoete", "2024-04-18", "utsatt"),
        ("dialogmoete", None, "ikke_fastsatt"),
        ("frist", "2024-06-01", "foreslaatt"),
        ("milepael", "2024-06-19", "foreslaatt"),
    ]


def test_what_does_not_add_up(lest):
    found = [m.kode for m in lest[".pdf"].merknader]
    assert found == ["arkivsak", *["tittel"] * 6, "dato", "navn"]
    assert any("20.12.24" in m.fakta.get("utdrag", "") for m in lest[".pdf"].merknader)
