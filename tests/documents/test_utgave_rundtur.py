"""What is written as DOCX and as PDF is read again with the same facts."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot.domain.maalform import Maalform
from bot.domain.moete import Moete
from bot.domain.utgave import Format, Utgavedel, Utgavesak, Ytring
from bot.domain.utgave_referat import av_referat
from tests.documents.utgaver import FULL, STATUS, fakta, les, lest, utgaver, ventet

FORMATER = [Format.DOCX, Format.PDF]
SEED = Path(__file__).parents[3] / "shared/seeds/referat-fagraad-2025-01-30.docx"


@pytest.mark.parametrize("maalform", Maalform)
@pytest.mark.parametrize("format_", FORMATER)
def test_everything_at_once(format_, maalform):
    reading = lest(FULL, format_, maalform)

    assert fakta(reading.referat) == ventet(FULL)
    assert reading.ikke_tolket == []


@pytest.mark.parametrize("format_", FORMATER)
@pytest.mark.parametrize(
    "sak", [Utgavesak("", "03/26", hjemmel="offl. § 13"), replace(STATUS, skjermes="offl. § 13")]
)
def test_the_mark_of_what_is_unntatt_is_no_text_of_the_sak(sak, format_):
    utgave = replace(FULL, deler=(Utgavedel(None, (sak,)),), offentlig=True)

    assert fakta(lest(utgave, format_).referat) == ventet(utgave)


UBEHANDLET = Utgavesak("Ny plan", "04/26", ubehandlet=True)


@pytest.mark.parametrize("maalform", Maalform)
@pytest.mark.parametrize("format_", FORMATER)
def test_a_sak_the_møte_never_came_to_reads_back_without_a_text(format_, maalform):
    utgave = replace(FULL, deler=(Utgavedel(None, (UBEHANDLET, STATUS)),))

    assert fakta(lest(utgave, format_, maalform).referat) == ventet(utgave)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(utgaver())
def test_any_referat_as_docx(utgave):
    assert fakta(lest(utgave, Format.DOCX).referat) == ventet(utgave)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(utgaver())
def test_any_referat_as_pdf(utgave):
    assert fakta(lest(utgave, Format.PDF, Maalform.NN).referat) == ventet(utgave)


@pytest.mark.parametrize("format_", FORMATER)
def test_sixty_saker_over_many_pages(format_):
    long = (
        "Et innspill som er langt nok til å gå over flere linjer, med komma, (parentes) og bindestrek-ord. "
        * 3
    )
    saker = tuple(
        Utgavesak(
            f"Sak nummer {n} med en tittel", f"{n:02}/26", tekst=(long,), innspill=(Ytring(long),) * 4
        )
        for n in range(1, 61)
    )
    utgave = replace(FULL, deler=(Utgavedel(None, saker),))

    assert fakta(lest(utgave, format_).referat) == ventet(utgave)


@pytest.mark.skipif(not SEED.exists(), reason="the seeds lie beside the checkout")
@pytest.mark.parametrize("del_nr", [None, 0, 1])
@pytest.mark.parametrize("format_", FORMATER)
def test_the_seed_written_out_and_read_again(format_, del_nr):
    referat = les(SEED.read_bytes()).referat
    moete = Moete(1, [1], referat.dato)
    utgave = av_referat(referat, ["Et fagråd"], moete, del_nr)

    again = lest(utgave, format_).referat

    if del_nr is None:
        assert again.deler == referat.deler
        assert (again.tilstede, again.forfall) == (referat.tilstede, referat.forfall)
        assert (again.moeteleder, again.referenter) == (referat.moeteleder, referat.referenter)
        assert sorted(map(repr, again.oppfoelging)) == sorted(map(repr, referat.oppfoelging))
    assert fakta(again) == ventet(utgave)
