"""Free text: what is refused, what is taken out, and that the rest stands as it was written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.fritekst import (
    BEGRUNNELSE_MAKS,
    TITTEL_MAKS,
    Feil,
    UgyldigTekst,
    begrunnelse,
    elleve_siffer,
    renset,
    tittel,
    vedlegg,
)


@pytest.mark.parametrize("tom", ["", "   ", "\n\t", "\x00", "…", "–", "\u200b", "..."])
def test_an_empty_title_is_refused(tom):
    with pytest.raises(UgyldigTekst) as feil:
        tittel(tom)
    assert feil.value.feil is Feil.TOM


def test_five_hundred_characters_are_a_title_and_one_more_is_not():
    assert tittel("å" * TITTEL_MAKS) == "å" * TITTEL_MAKS
    with pytest.raises(UgyldigTekst) as feil:
        tittel("å" * (TITTEL_MAKS + 1))
    assert (feil.value.feil, feil.value.antall, feil.value.maks) == (Feil.FOR_LANG, 501, 500)


def test_a_reason_may_be_longer_and_keeps_its_lines():
    assert begrunnelse("Først dette.\r\n\r\n\r\nSå dette.\x07") == "Først dette.\n\nSå dette."
    assert begrunnelse("x" * BEGRUNNELSE_MAKS)
    assert begrunnelse("  ") is None
    assert begrunnelse(None) is None
    with pytest.raises(UgyldigTekst):
        begrunnelse("x" * (BEGRUNNELSE_MAKS + 1))


@pytest.mark.parametrize(
    "skrevet",
    [
        "gjelder 01017012345",
        "01017012345",
        "gjelder 010170 12345",
        "010170-12345.",
        "010170.12345",
        "010170 – 12345",
        "010170\u00a012345",
        "0101\u200b7012345",
        "０１０１７０１２３４５",
        "00000000000",
        "nr 12345678901234",
    ],
)
def test_eleven_digits_are_refused_whatever_they_are(skrevet):
    assert elleve_siffer(skrevet)
    with pytest.raises(UgyldigTekst) as feil:
        tittel(f"Om {skrevet}")
    assert feil.value.feil is Feil.ELLEVE_SIFFER
    with pytest.raises(UgyldigTekst):
        begrunnelse(skrevet)


@pytest.mark.parametrize(
    "skrevet",
    ["ring 73 86 40 00", "+47 73864000", "15.05.2024 kl. 12.00", "24/12345-1", "2024-05-15 12:00"],
)
def test_other_numbers_are_kept(skrevet):
    assert tittel(skrevet) == skrevet


@pytest.mark.parametrize(
    "skrevet",
    [
        "<b>fet</b> & <script>alert(1)</script>",
        "**fet** [x](http://y)",
        "<at>Ola</at> `kode` 👩‍⚕️",
        "{{x}} $y",
    ],
)
def test_markup_is_kept_as_it_is_written(skrevet):
    assert tittel(skrevet) == skrevet


def test_attachments_are_names_and_addresses():
    assert vedlegg("plan.pdf, https://x.example/a,b\nnotat.docx;") == (
        "plan.pdf",
        "https://x.example/a,b",
        "notat.docx",
    )
    assert vedlegg(None) == ()
    with pytest.raises(UgyldigTekst) as feil:
        vedlegg("\n".join(f"{n}.pdf" for n in range(11)))
    assert feil.value.feil is Feil.FOR_MANGE


@given(st.text())
def test_what_is_kept_has_no_control_characters_and_is_done_once(skrevet):
    ren = renset(skrevet)
    assert not [t for t in ren if t != "\n" and unicodedata.category(t) in ("Cc", "Cs")]
    assert "\x00" not in ren
    assert renset(ren) == ren
    assert ren.encode("utf-8").decode("utf-8") == ren


@given(st.text())
def test_a_title_is_one_line_within_bounds_and_nothing_that_is_seen_is_lost(skrevet):
    try:
        ren = tittel(skrevet)
    except UgyldigTekst:
        return
    assert 0 < len(ren) <= TITTEL_MAKS
    assert "\n" not in ren
    assert [t for t in ren if t.isalnum()] == [t for t in skrevet if t.isalnum()]


@given(st.text(alphabet="0123456789", min_size=11, max_size=11), st.sampled_from(["", " ", ".", "-", "–"]))
def test_any_eleven_digits(sifre, skille):
    assert elleve_siffer(f"{sifre[:6]}{skille}{sifre[6:]}")
