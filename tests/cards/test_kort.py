"""What holds for every card: it is valid, fits, and shows what people wrote as they wrote it."""

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.agenda import minutter, omfang
from bot.cards.element import escape
from bot.cards.melding import MAKS_BYTE
from bot.cards.moete import Ramme, moetekort, saksliste
from bot.cards.ord import Tall, i_perioden, moeter_i
from bot.cards.sak import Saksvisning, sakskort
from bot.cards.tekstflyt import Utsnitt
from bot.domain.innkalling import Agendapunkt, Agendatype, Ansvarlig, Innkalling, Saksfremlegg, Seksjon
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.domain.saksoek import saker
from bot.language.tekster import bokmaal
from bot.turn import Aspect, Period
from tests.cards.kort import elementer, sjekk, tekster

NB = bokmaal()
REGISTER = Register(1, (Helsefellesskap("Nord", 1),), (Organ(1, [Organnavn("ASU", Navneslag.KORT)], id=1),))
STYGT = "*fet* _kursiv_ [her](http://x) `kode` <at>Alle</at> # 1. ~ | \\ {{DATE(2024-01-01)}}"


def moete(agenda=(), saksfremlegg=()) -> Moete:
    papir = Innkalling(agenda=list(agenda), saksfremlegg=list(saksfremlegg))
    return Moete(1, [1], date(2024, 5, 15), innkalling=papir, id=7)


def punkter(antall: int, tittel: str = "Sak") -> list[Agendapunkt]:
    hvem = [Ansvarlig("Kari Nes", "Nes kommune")]
    return [
        Agendapunkt(Agendatype.SAK, tittel, f"{n:02}/24", time(9), time(9, 10), 10, ["Punkt"], hvem)
        for n in range(1, antall + 1)
    ]


@pytest.mark.parametrize(
    ("skrevet", "vist"),
    [
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("[her](http://x)", "\\[her\\](http://x)"),
        ("1. punkt", "1\\. punkt"),
        ("17. april", "17\\. april"),
        ("- strek", "\\- strek"),
        ("a - b, kl. 13.00–14.00", "a - b, kl. 13.00–14.00"),
        ("# tittel", "\\# tittel"),
        ("<at>Alle</at>", "\\<at\\>Alle\\</at\\>"),
        ("{{DATE()}}", "{ {DATE()}}"),
    ],
)
def test_markdown_is_shown_and_not_obeyed(skrevet, vist):
    assert escape(skrevet) == vist


@given(st.text(max_size=60))
def test_nothing_is_lost_by_escaping(tekst):
    assert escape(tekst).replace("\\", "").replace("{ {", "{{") == tekst.replace("\\", "")


def test_what_people_wrote_is_never_markup():
    agenda = [Agendapunkt(Agendatype.SAK, STYGT, "01/24", punkter=[STYGT], ansvarlige=[Ansvarlig(STYGT)])]
    m = moete(agenda, [Saksfremlegg("01/24", "x", vedlegg=[STYGT], seksjoner=[Seksjon(STYGT, STYGT)])])
    visning = Saksvisning(NB, saker(m)[0], m, REGISTER)
    kortene = [saksliste(STYGT, m, Ramme(NB, REGISTER)), *(sakskort(visning, a, Utsnitt()) for a in Aspect)]
    for message in kortene:
        sjekk(message)
        assert message.card is not None
        lest_som_markdown = [e for e in elementer(message.card) if e["type"] in ("TextBlock", "FactSet")]
        for tekst in (t for e in lest_som_markdown for t in tekster(e)):
            assert "*fet*" not in tekst
            assert "[her]" not in tekst
            assert "{{" not in tekst


@pytest.mark.parametrize("antall", [1, 31, 100])
@pytest.mark.parametrize("tittel", ["Sak", "Æøå " * 80])
def test_a_long_agenda_fits_and_the_rest_is_a_press_away(antall, tittel):
    m = moete(punkter(antall, tittel))
    sjekk(moetekort("Linje", m, Ramme(NB, REGISTER)))
    vist, fra = 0, 0
    while True:
        message = saksliste("Linje", m, Ramme(NB, REGISTER), fra)
        assert message.card is not None
        assert len(json.dumps(message.card)) < MAKS_BYTE
        (tabell,) = [e for e in message.card["body"] if e["type"] == "Table"]
        vist += len(tabell["rows"]) - 1
        flere = [b for b in message.buttons if b.label == "Vis flere"]
        if not flere:
            break
        fra = flere[0].data["fra"]
    assert vist == antall


def test_a_long_text_is_read_to_its_end_by_pressing_more():
    avsnitt = [f"Avsnitt {n}. {'Ordet «æ» er * viktig. ' * 20}" for n in range(60)]
    m = moete(punkter(1), [Saksfremlegg("01/24", "x", seksjoner=[Seksjon("Bakgrunn", "\n".join(avsnitt))])])
    visning = Saksvisning(NB, saker(m)[0], m, REGISTER)
    sett, utsnitt = "", Utsnitt()
    for _ in range(20):
        message = sakskort(visning, Aspect.BAKGRUNN, utsnitt)
        sjekk(message)
        sett += message.text
        mer = [b for b in message.buttons if b.data.get("alt")]
        if not mer:
            break
        utsnitt = Utsnitt(True, mer[0].data.get("fra", 0))
    assert all(f"Avsnitt {n}." in sett for n in range(60))


def test_one_paragraph_longer_than_a_card_is_cut_between_words():
    m = moete(punkter(1), [Saksfremlegg("01/24", "x", seksjoner=[Seksjon("B", "ordet " * 20_000)])])
    message = sakskort(Saksvisning(NB, saker(m)[0], m, REGISTER), Aspect.BAKGRUNN, Utsnitt(True))
    sjekk(message)
    assert len(json.dumps(message.card)) < MAKS_BYTE
    assert "Vis mer" in [b.label for b in message.buttons]


def test_minutes_are_said_only_where_all_are_known():
    uten = [*punkter(2), Agendapunkt(Agendatype.SAK, "Eventuelt", "03/24")]
    assert omfang(NB, punkter(2)) == "to saker på til sammen 20 minutter"
    assert omfang(NB, uten) == "tre saker"


def test_minutes_come_from_the_clock_where_they_are_not_written():
    assert minutter(Agendapunkt(Agendatype.SAK, "x", start=time(9, 50), slutt=time(10, 35))) == 45
    assert minutter(Agendapunkt(Agendatype.SAK, "x", start=time(9, 50))) is None


def test_small_numbers_are_words():
    assert [f"{Tall(n)}" for n in (0, 1, 12, 13)] == ["ingen", "én", "tolv", "13"]


@pytest.mark.parametrize(
    ("fra", "til", "ord_"),
    [
        (date(2024, 6, 1), date(2024, 7, 1), "i juni 2024"),
        (date(2024, 1, 1), date(2025, 1, 1), "i 2024"),
        (date(2024, 6, 5), date(2024, 6, 6), "onsdag 5. juni 2024"),
        (date(2024, 5, 1), date(2024, 6, 16), "i perioden 1. mai–15. juni 2024"),
        (date(2024, 5, 1), None, "fra 1. mai 2024"),
    ],
)
def test_a_period_stands_in_a_sentence(fra, til, ord_):
    assert i_perioden(NB, Period(fra, til)) == ord_


def test_a_short_name_takes_a_hyphen_and_a_long_one_does_not():
    assert moeter_i(NB, "ASU") == "ASU-møter"
    assert moeter_i(NB, "Fagråd 1") == "møter i Fagråd 1"
