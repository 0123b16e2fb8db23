"""An innkalling that is written as DOCX or PDF is read again with the same facts."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot.cli import demo
from bot.domain.innkalling import Forslag, Underpunkt
from bot.domain.maalform import Maalform
from bot.domain.utgave import Format
from tests.documents.innkallinger import innkallinger, lest
from tests.documents.utgaver import les

FORMATER = [Format.DOCX, Format.PDF]
SEED = Path(__file__).parents[3] / "shared/seeds/innkalling-asu-2024-04-17"


def _demo():
    return les(demo.innkalling(date(2026, 3, 2))).innkalling


@pytest.mark.parametrize("maalform", Maalform)
@pytest.mark.parametrize("format_", FORMATER)
def test_the_invented_innkalling(format_, maalform):
    reading = lest(_demo(), format_, maalform)

    assert reading.innkalling == _demo()
    assert reading.ikke_tolket == []


@pytest.mark.parametrize("format_", FORMATER)
def test_forslag_keep_their_numbers_letters_and_open_places(format_):
    innkalling = _demo()
    innkalling.saksfremlegg[1].forslag_til_vedtak = [
        Forslag(
            "Planen vedtas.", 1, [Underpunkt("a", "Fra kommunene."), Underpunkt("b", "Fra foretaket.")]
        ),
        Forslag("Saken sendes videre med følgende innspill:", 2, aapent_for_innspill=True),
    ]

    assert lest(innkalling, format_).innkalling == innkalling


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(innkallinger())
def test_any_innkalling_as_docx(innkalling):
    assert lest(innkalling, Format.DOCX).innkalling == innkalling


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(innkallinger())
def test_any_innkalling_as_pdf(innkalling):
    assert lest(innkalling, Format.PDF, Maalform.NN).innkalling == innkalling


@pytest.mark.parametrize("format_", FORMATER)
def test_a_lettered_list_keeps_its_letters_and_a_numbered_one_its_numbers(format_):
    innkalling = _demo()
    tekst = "Spørsmålene er:\na. Hvem gjør det?\n• Og når?\nb. Hva koster det?\n1. Lite.\n2. Mye."
    innkalling.saksfremlegg[0].seksjoner[0].tekst = tekst

    read = lest(innkalling, format_).innkalling
    assert read.saksfremlegg[0].seksjoner == innkalling.saksfremlegg[0].seksjoner


@pytest.mark.skipif(not SEED.with_suffix(".docx").exists(), reason="the seeds lie beside the checkout")
@pytest.mark.parametrize("maalform", Maalform)
@pytest.mark.parametrize("format_", FORMATER)
@pytest.mark.parametrize("kilde", [".docx", ".txt"])
def test_the_seed_written_out_and_read_again(format_, maalform, kilde):
    innkalling = les(SEED.with_suffix(kilde).read_bytes()).innkalling

    assert lest(innkalling, format_, maalform).innkalling == innkalling
