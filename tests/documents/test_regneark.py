"""CSV as spreadsheets write it, and back without formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents import regneark
from bot.domain.errors import Unreadable


def felt(data: bytes) -> list[dict[str, str]]:
    return [dict(rad.felt) for rad in regneark.les(data).rader]


LISTE = "organ;navn\r\nASU;Åse Bø\r\n"


@pytest.mark.parametrize(
    "data",
    [
        LISTE.encode(),
        LISTE.encode("utf-8-sig"),
        LISTE.encode("cp1252"),
        LISTE.encode("utf-16"),
        LISTE.replace(";", ",").encode(),
        LISTE.replace(";", "\t").encode(),
        b"sep=;\r\n" + LISTE.encode(),
        LISTE.replace("\r\n", "\n").encode(),
        ("\r\n" + LISTE + ";\r\n").encode(),
        LISTE.replace("organ;navn", " ORGAN ; Navn ;").encode(),
    ],
)
def test_what_excel_writes_is_understood(data):
    assert felt(data) == [{"organ": "ASU", "navn": "Åse Bø"}]


def test_cells_with_quotes_blanks_and_line_breaks():
    data = b'navn;representerer\n"Bo ""Bob"" Li";" Nes;\nkommune "\n'
    assert felt(data) == [{"navn": 'Bo "Bob" Li', "representerer": "Nes; kommune"}]


def test_rows_have_the_numbers_of_the_spreadsheet_and_too_many_cells_are_noticed():
    tabell = regneark.les(b"organ;navn\n\nASU;Liv;og mer\nASU;Per\n")
    assert [(r.nummer, r.for_mange) for r in tabell.rader] == [(3, True), (4, False)]


@pytest.mark.parametrize(
    ("skrevet", "navn"),
    [
        ("Rekkefølge", "rekkefoelge"),
        ("E-post", "epost"),
        ("AAD ID", "aad_id"),
        ("aad-id", "aad_id"),
        ("Utvalg", "organ"),
        ("namn", "navn"),
    ],
)
def test_headings_may_be_written_as_people_write_them(skrevet, navn):
    assert regneark.les(f"{skrevet};x\n".encode()).kolonner[0] == navn


@pytest.mark.parametrize(
    ("data", "kode"),
    [
        (b"", "csv_tom"),
        (b"\n ; \n", "csv_tom"),
        (b"a" * (regneark.MAKS_BYTE + 1), "csv_stor"),
        (b"a;b\n" + b"1;2\n" * (regneark.MAKS_RADER + 1), "csv_rader"),
        (b"a;b\n" + b"x" * 1001 + b";2\n", "csv_celle"),
        (b"a;b\n\x00\x01\x02;2\n", "csv_tegn"),
        (b"PK\x03\x04xl/worksheets", "regneark"),
    ],
)
def test_what_is_no_list_is_refused(data, kode):
    with pytest.raises(Unreadable) as avslag:
        regneark.les(data)
    assert avslag.value.code == kode


@pytest.mark.parametrize("celle", ["=1+1", "+47 12", "-x", "@cmd", "'=1", "=cmd|' /C calc'!A0"])
def test_no_cell_that_is_written_is_a_formula(celle):
    skrevet = regneark.skriv(["navn"], [{"navn": celle}]).decode("utf-8-sig")
    assert skrevet.splitlines()[1].lstrip('"')[0] == "'"
    assert felt(skrevet.encode()) == [{"navn": celle}]


tekst = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40)


@given(st.lists(st.tuples(tekst, tekst), min_size=1, max_size=8))
def test_what_is_written_is_read_again(rader):
    ryddet = [{"a": " ".join(a.split()), "b": " ".join(b.split()) or "x"} for a, b in rader]
    assert felt(regneark.skriv(["a", "b"], ryddet)) == ryddet
