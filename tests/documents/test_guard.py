"""Every hostile file ends in a refusal that says why, and no good file does."""

import resource
from collections.abc import Callable

import pytest

from bot.documents.extract import rows
from bot.documents.limits import LIMITS
from bot.domain.errors import Unreadable
from tests.documents import hostile

REFUSED = {
    hostile.gigabyte_page: "bombe",
    hostile.zip_bomb: "bombe",
    hostile.entity_bomb: "bombe",
    hostile.many_entries: "bombe",
    hostile.words_on_a_page: "for_komplisert",
    hostile.lines_on_a_page: "for_komplisert",
    hostile.forms_of_forms: "for_komplisert",
    hostile.wide_cell: "for_komplisert",
    hostile.nested_tables: "for_komplisert",
    hostile.ring_of_pages: "oedelagt",
    hostile.broken_pdf: "oedelagt",
    hostile.broken_docx: "oedelagt",
    hostile.truncated_pdf: "avkortet",
    hostile.truncated_docx: "avkortet",
    hostile.encrypted_pdf: "passord",
    hostile.locked_docx: "passord",
    hostile.many_pages: "for_mange_sider",
    hostile.scanned_pdf: "skannet",
    hostile.png: "skannet",
    hostile.nameless_letters: "uleselig",
    hostile.blank_pdf: "tom",
    hostile.ring_of_forms: "tom",
    hostile.empty_docx: "tom",
    bytes: "tom",
    lambda: b" \r\n \n": "tom",
    hostile.old_doc: "gammel_doc",
    hostile.outlook_message: "feil_type",
    hostile.web_page: "feil_type",
    hostile.rtf: "feil_type",
    hostile.odt: "feil_type",
    hostile.other_zip: "feil_type",
    hostile.random_bytes: "feil_type",
}


@pytest.mark.parametrize(("make", "code"), REFUSED.items(), ids=lambda v: getattr(v, "__name__", str(v)))
def test_hostile_file_is_refused_with_its_reason(make: Callable[[], bytes], code: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Unreadable) as refused:
        rows(make())
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert refused.value.code == code
    assert grown < 200 * 1024, "kilobytes"


def test_the_type_of_a_file_is_told_when_it_is_wrong() -> None:
    with pytest.raises(Unreadable) as refused:
        rows(hostile.odt())
    assert refused.value.facts == {"type": "ODT"}


@pytest.mark.parametrize(
    "make",
    [
        hostile.good_pdf,
        hostile.good_docx,
        hostile.locked_but_open_pdf,
        lambda: b"Innkalling\nSak 1/24",
    ],
)
def test_good_file_is_read(make: Callable[[], bytes]) -> None:
    assert any("Sak 1/24" in row.text for row in rows(make()))


def test_a_page_may_be_as_full_as_the_limit_says() -> None:
    words = LIMITS.pdf_page_chars // 6 - 100
    assert len(rows(hostile.words_on_a_page(words))) == words // 100


def test_a_cell_may_be_as_wide_as_the_limit_says() -> None:
    assert rows(hostile.wide_cell(LIMITS.docx_grid_span))[0].text == "Sak"


def test_two_hundred_pages_are_not_too_many() -> None:
    with pytest.raises(Unreadable) as refused:
        rows(hostile.many_pages(LIMITS.pdf_pages))
    assert refused.value.code == "tom"
