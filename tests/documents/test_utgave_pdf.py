"""A referat as PDF: tagged, and text is never code."""

import io
from dataclasses import replace

import pdfplumber
import pytest
from pypdf import PdfReader

from bot.documents.writer import write_now
from bot.domain.maalform import Maalform
from bot.domain.utgave import Format, Utgave, Utgavedel, Utgavesak, Ytring
from bot.language.tekster import Tekster
from tests.documents.utgaver import FULL, STATUS, fakta, les, ventet

NB, NN = Tekster(Maalform.NB), Tekster(Maalform.NN)


def skrevet(utgave: Utgave, format_: Format, norsk=NB, mal=None) -> bytes:
    return write_now(utgave, norsk, format_, mal)


def med(**endret) -> Utgave:
    return replace(FULL, **endret)


def test_pdf_is_tagged_and_says_what_it_is():
    reader = PdfReader(io.BytesIO(skrevet(FULL, Format.PDF, NN)))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nn"
    assert reader.metadata.title == "Referat frå Fagråd for trygg overgang torsdag 29. januar 2026"
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_a_sign_that_no_font_has_costs_the_promise_and_not_the_file():
    data = skrevet(med(sted="Rom \U000131f5"), Format.PDF)

    assert (
        b"pdfuaid:part"
        not in PdfReader(io.BytesIO(data)).trailer["/Root"]["/Metadata"].get_object().get_data()
    )
    assert les(data).referat.deler == fakta(les(data).referat).deler


def test_text_is_never_code():
    sak = Utgavesak(
        '#panic("x") $x^2$ @ref <lab> \\ // *b* _i_ = h', "02/26", tekst=('#read("/etc/passwd")', "= nei")
    )
    utgave = med(deler=(Utgavedel(None, (sak,)),))

    assert fakta(les(skrevet(utgave, Format.PDF)).referat) == ventet(utgave)


@pytest.mark.parametrize("format_", list(Format))
def test_signs_that_no_file_can_hold_are_left_out(format_):
    sak = Utgavesak("Tit\x00tel\ud800", "02/26", tekst=("a\x07b\ufffe",), innspill=(Ytring("\x1b[31m"),))

    assert skrevet(med(deler=(Utgavedel(None, (sak,)),), sted="\x0b"), format_)


def test_a_long_address_stays_on_the_page():
    address = "https://lia.example/" + "/".join(["langt-navn-på-en-mappe"] * 12)
    data = skrevet(med(deler=(Utgavedel(None, (replace(STATUS, tekst=(address,)),)),)), Format.PDF)

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        assert all(char["x1"] < page.width - 40 for page in pdf.pages for char in page.chars)
