"""A referat as Word, in our form and in the committee's own template."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest

from bot.documents.writer import write_now
from bot.domain.errors import Unreadable
from bot.domain.maalform import Maalform
from bot.domain.utgave import Format, Utgave
from bot.language.tekster import Tekster
from tests.documents.utgaver import FULL, fakta, les, ventet

NB, NN = Tekster(Maalform.NB), Tekster(Maalform.NN)


def skrevet(utgave: Utgave, format_: Format, norsk=NB, mal=None) -> bytes:
    return write_now(utgave, norsk, format_, mal)


def med(**endret) -> Utgave:
    return replace(FULL, **endret)


def word(data: bytes):
    return docx.Document(io.BytesIO(data))


def test_docx_has_headings_language_title_and_page_numbers():
    data = skrevet(FULL, Format.DOCX, NN)
    made = word(data)

    assert [p.text for p in made.paragraphs if p.style.name == "Heading 1"] == [
        "Referat frå Fagråd for trygg overgang"
    ]
    assert (made.core_properties.language, made.core_properties.author) == (
        "nn-NO",
        "Fagråd for trygg overgang",
    )
    foot = made.sections[0].footer._element.xml
    assert 'w:instr="PAGE"' in foot
    assert 'w:val="nn-NO"' in made.styles.element.xml


def test_the_first_row_of_every_table_is_repeated():
    tables = word(skrevet(FULL, Format.DOCX)).tables

    assert len(tables) == 4
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in tables)


def mal(*avsnitt: str, stiler: bool = True) -> bytes:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Lia helsefellesskap"
    made.styles["Normal"].font.name = "Georgia"
    if not stiler:
        for name in ("Heading 4", "List Bullet"):
            made.styles[name].delete()
    for text in avsnitt:
        made.add_paragraph(text)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_the_bodys_own_template_gives_styles_and_header_and_the_place():
    data = skrevet(FULL, Format.DOCX, mal=mal("Vår logo", "{{referat}}", "Vennlig hilsen sekretariatet"))
    made = word(data)
    texts = [p.text for p in made.paragraphs]

    assert made.styles["Normal"].font.name == "Georgia"
    assert made.sections[0].header.paragraphs[0].text == "Lia helsefellesskap"
    assert texts[:2] == ["Vår logo", "Referat fra Fagråd for trygg overgang"]
    assert texts[-1] == "Vennlig hilsen sekretariatet"
    assert "{{referat}}" not in texts


def test_without_a_place_the_referat_stands_last():
    made = word(skrevet(FULL, Format.DOCX, mal=mal("Vår logo")))

    assert made.paragraphs[0].text == "Vår logo"


@pytest.mark.parametrize("stiler", [True, False])
def test_in_a_template_it_reads_back_the_same(stiler):
    data = skrevet(FULL, Format.DOCX, mal=mal("Brevhode", "{{referat}}", stiler=stiler))

    assert fakta(les(data).referat) == ventet(FULL)


def dotx() -> bytes:
    return _endret(mal("{{referat}}"), "[Content_Types].xml", b"document.main+xml", b"template.main+xml")


def _endret(data: bytes, navn: str, fra: bytes, til: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            part = archive.read(name)
            copy.writestr(name, part.replace(fra, til) if name == navn else part)
    return out.getvalue()


def test_a_dotx_is_a_template_too():
    assert fakta(les(skrevet(FULL, Format.DOCX, mal=dotx())).referat) == ventet(FULL)


def bombe() -> bytes:
    return _endret(
        mal(), "word/settings.xml", b"</w:settings>", b" " * (21 * 1024 * 1024) + b"</w:settings>"
    )


def doctype() -> bytes:
    return _endret(mal(), "word/header1.xml", b"<w:hdr", b'<!DOCTYPE x [<!ENTITY a "b">]><w:hdr')


def spenn() -> bytes:
    cell = b'<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr></w:tc>'
    grid = b"<w:tbl><w:tr>" + cell + b"</w:tr></w:tbl><w:sectPr"
    return _endret(mal(), "word/document.xml", b"<w:sectPr", grid)


def makro() -> bytes:
    return _endret(mal(), "[Content_Types].xml", b"document.main+xml", b"document.macroEnabled.main+xml")


def ikke_word() -> bytes:
    return b"%PDF-1.7 x"


def avkortet() -> bytes:
    return b"PK\x03\x04word/"


@pytest.mark.parametrize("data", [bombe, doctype, spenn, makro, ikke_word, avkortet])
def test_a_hostile_template_is_refused(data):
    with pytest.raises(Unreadable):
        skrevet(FULL, Format.DOCX, mal=data())


def test_a_template_that_points_at_another_one_does_so_no_more():
    link = b'<w:attachedTemplate r:id="rId9" xmlns:r="x"/></w:settings>'
    data = skrevet(FULL, Format.DOCX, mal=_endret(mal(), "word/settings.xml", b"</w:settings>", link))

    assert b"attachedTemplate" not in zipfile.ZipFile(io.BytesIO(data)).read("word/settings.xml")
