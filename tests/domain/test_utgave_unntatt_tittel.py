"""A sak that is left out for the public says why in the place of its title."""

from bot.domain.bokstand import Boksakslag
from bot.domain.utgave import Utgavesak
from bot.domain.utgave_referat import _som_sak


def test_what_stands_for_the_title():
    sak = _som_sak(Utgavesak("", "05/24", Boksakslag.SAK, hjemmel="offl. § 13"))
    assert (sak.saksnr, sak.tittel) == ("05/24", "unntatt offentlighet, jf. offl. § 13")
    assert [*sak.innledning, *sak.konklusjon, *sak.punkter] == []
