"""Saker that the sekretariat has put on the saksliste stand in the innkalling that is written out."""

from datetime import UTC, date, datetime

import pytest

from bot.cli import demo
from bot.domain.frammoete import Hvem
from bot.domain.innkallingsutgave import fra_moete
from bot.domain.meldtsak import MeldtSak, Sakslag, Sakstilstand
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.domain.utgave import Format
from tests.documents.innkallinger import UTVALG, lest
from tests.documents.utgaver import les

AT = datetime(2026, 3, 1, tzinfo=UTC)
REGISTER = Register(1, (Helsefellesskap("Lia", 1),), (Organ(1, [Organnavn(UTVALG, Navneslag.NAVN)], id=1),))


def meldt(tittel: str, **mer) -> MeldtSak:
    return MeldtSak(
        1, tittel, Sakslag.ORDINAER, Hvem("Siri Li"), "aad-siri", AT, tilstand=Sakstilstand.GODTATT, **mer
    )


def utgaven(*meldte: MeldtSak):
    innkalling = les(demo.innkalling(date(2026, 3, 2))).innkalling
    moete = Moete(1, [1], innkalling.dato, innkalling.start, innkalling=innkalling, id=7)
    return fra_moete(moete, REGISTER, meldte).innkalling


def titler(*meldte: MeldtSak) -> list[str]:
    return [punkt.tittel for punkt in utgaven(*meldte).agenda]


def test_they_stand_before_eventuelt_in_the_order_they_were_raised():
    assert titler(meldt("Ny avtale"), meldt("Øvelse")) == [
        *titler()[:-1],
        "Ny avtale",
        "Øvelse",
        "Eventuelt",
    ]


def test_one_that_the_paper_has_already_is_not_put_there_twice():
    assert titler(meldt("felles vaktordning for øyekommunene")) == titler()


@pytest.mark.parametrize("format_", [Format.DOCX, Format.PDF])
def test_the_row_is_read_back_the_same(format_):
    innkalling = utgaven(meldt("Ny avtale", minutter=20), meldt("Øvelse"))

    assert lest(innkalling, format_).innkalling.agenda == innkalling.agenda
