"""Bodies by every name they go by."""

from datetime import date

import pytest

from bot.language.ord import clean, tokens
from bot.language.referanser import Organer
from tests.language.conftest import (
    ASU,
    ASU_SOENDRE,
    FAGRAAD_1,
    FAGRAAD_1_SOENDRE,
    FAGRAAD_2,
    NOW,
    PSU,
    renamed,
)

DAY = NOW.date()


def named(register, line: str, weak: bool = False, day: date = DAY) -> list[tuple[int, ...]]:
    organer = Organer(register)
    text = clean(line)
    return [funn.organ_ids for funn in organer.find(text, organer.split(tokens(text)), day, weak)]


@pytest.mark.parametrize(
    "line",
    [
        "ASU",
        "asu",
        "ASUs møte",
        "ASU's møte",
        "ASU sin saksliste",
        "ASU-møte",
        "asumøtet",
        "a s u",
        "A.S.U.",
        "asuen",
        "aasu",
        "Administrativt samarbeidsutvalg",
        "det administrative samarbeidsutvalet",
        "administrativt samarbeids utvalg",
        "adminstrativt samarbeidsutvalg",
        "administrativt samarbeidsutvlag",
        "ASU-en",
        "as u",
        "det administrative samarbeids utvalet",
    ],
)
def test_asu_however_it_is_written(register, line):
    assert named(register, line) == [(ASU,)]


@pytest.mark.parametrize(
    "line",
    [
        "Fagråd 1",
        "fagråd1",
        "fagråd en",
        "fagråd nr 1",
        "fagråd nummer én",
        "fagrådsmøte 1",
        "fagrådsmøtet 1",
        "FPS",
        "fagråd for pasientsamarbeid",
        "fagrådet for pasientsamarbeidet",
        "fagråd pasientsamarbeid",
        "fagråd for pasient samarbeid",
        "fagråd for pasientsamarbied",
        "fagård 1",
        "fagrd 1",
        "fagraad 1",
        "fag råd en",
        "fag rådet for pasient samarbeid",
        "1. fagråd",
        "pasientsamarbeidsfagrådet",
    ],
)
def test_a_fagraad_by_number_and_by_what_it_is_for(register, line):
    assert named(register, line) == [(FAGRAAD_1,)]


def test_the_distinctive_word_alone_is_an_organ_only_where_nothing_else_fits(register):
    assert named(register, "pasientsamarbeid") == []
    assert named(register, "pasientsamarbeid", weak=True) == [(FAGRAAD_1,)]


@pytest.mark.parametrize("line", ["legesamarbeidet", "lege samarbeid", "legesamarbied"])
def test_the_distinctive_word_however_it_is_written(register, line):
    assert named(register, line, weak=True) == [(FAGRAAD_2,)]


@pytest.mark.parametrize("line", ["fagrådet", "fagrådene", "fagrådan", "fagråda", "fagård"])
def test_fagraadet_is_each_of_them(register, line):
    assert named(register, line) == [(FAGRAAD_1, FAGRAAD_2)]


@pytest.mark.parametrize("line", ["samarbeidsutvalget", "samarbeidsutvalet"])
def test_samarbeidsutvalget_is_each_of_them(register, line):
    assert named(register, line) == [(ASU, PSU)]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("fagråd 1 og 2", [(FAGRAAD_1,), (FAGRAAD_2,)]),
        ("møter i fagråd en og to", [(FAGRAAD_1,), (FAGRAAD_2,)]),
        ("fagråd 1 og 2 møter", [(FAGRAAD_1,)]),
        ("fagråd 1 og 7", [(FAGRAAD_1,)]),
        ("fagråd en gang til", [(FAGRAAD_1, FAGRAAD_2)]),
        ("fagråd II", [(FAGRAAD_2,)]),
    ],
)
def test_the_numbers_of_several_fagraad(register, line, ids):
    assert named(register, line) == ids


@pytest.mark.parametrize(
    "line",
    [
        "sau",
        "pus",
        "usa",
        "ausu",
        "forråd 1",
        "utvalget i dag",
        "",
        "asurblå",
        "samarbeidsavtalen",
        "utvalget",
        "dialogmøte",
        "vi kjem au",
    ],
)
def test_a_common_word_is_no_organ(register, line):
    assert named(register, line, weak=True) == []


@pytest.mark.parametrize(
    ("line", "navn"),
    [
        ("neste SSU", "SSU"),
        ("Strategisk samarbeidsutval", "SSU"),
        ("AU", "AU"),
        ("au-møtet", "AU"),
        ("fagråd 7", "Fagråd 7"),
        ("fagråd for rus og psykiatri", "Fagråd for rus og psykiatri"),
        ("partnerskapsmøtet", "Partnerskapsmøte"),
    ],
)
def test_a_committee_that_is_not_stored_is_known_by_name(register, line, navn):
    organer = Organer(register)
    found = organer.find(line, organer.split(tokens(line)), DAY)
    assert [(funn.organ_ids, funn.navn) for funn in found] == [((), navn)]


def test_two_bodies_in_a_line_are_two(register):
    assert named(register, "møter i ASU og PSU") == [(ASU,), (PSU,)]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("ASU", (ASU, ASU_SOENDRE)),
        ("ASU i nordre", (ASU,)),
        ("ASU søndre fjordfylke", (ASU_SOENDRE,)),
        ("nordre sitt ASU", (ASU,)),
        ("ASU i Helsefellesskapet Søndre Fjordfylke", (ASU_SOENDRE,)),
        ("ASU sør", (ASU_SOENDRE,)),
        ("fagråd 1 i nord", (FAGRAAD_1,)),
        ("fagråd for barn og unge", (FAGRAAD_1_SOENDRE,)),
        ("PSU i søndre", ()),
    ],
)
def test_the_helsefellesskap_decides_between_bodies_of_one_name(two, line, ids):
    assert named(two, line) == [ids]


def test_a_helsefellesskap_alone_is_all_its_bodies(two):
    assert named(two, "møter i helsefellesskapet søndre fjordfylke") == [(ASU_SOENDRE, FAGRAAD_1_SOENDRE)]
    assert named(two, "møter i søndre") == []
    assert named(two, "møter i søndre", weak=True) == [(ASU_SOENDRE, FAGRAAD_1_SOENDRE)]


@pytest.mark.parametrize("line", ["ASU", "SSU", "strategisk samarbeidsutvalg"])
def test_a_renamed_body_goes_by_both_names_and_is_called_by_the_one_of_the_day(line):
    register = renamed(date(2024, 9, 1))
    for day, navn in ((date(2024, 6, 1), "ASU"), (date(2024, 10, 1), "SSU")):
        funn = Organer(register).find(line, tokens(line), day)
        assert [(f.organ_ids, f.navn) for f in funn] == [((ASU,), navn)]
