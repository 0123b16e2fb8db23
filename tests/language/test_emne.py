"""Members name a sak by what it is about, in their own inflection and spelling."""

from time import process_time
from timeit import repeat

import pytest

from bot.language.emne import rank, velg

SAKER = [
    ["Godkjenning av innkalling og saksliste", "Saker til eventuelt"],
    ["Journalsystemet Fjordjournal", "Status for innføringen"],
    ["Nasjonal helse – og samhandlingsplan for øyriket", "Hovedlinjene i planen"],
    ["Forhandlingsgruppa – status avtalerevidering og fagrådsstruktur", "Oppsummering fra workshop"],
    ["Kompetansegruppa - status", "Tiltaksplan med prioritet", "Eget utskrivningsteam"],
    ["Forskning i helsefellesskapet – Tallgruppa", "Felles forskning", "Samhandlingsdashboard"],
    ["Prosjekter i fagråd", "Pakkeforløp hjem", "Bedre samhandling om barn og unge"],
    ["Eventuelt"],
]
GODKJENNING, JOURNAL, PLAN, STRUKTUR, KOMPETANSE, FORSKNING, PROSJEKTER, EVENTUELT = range(len(SAKER))


@pytest.mark.parametrize(
    ("emne", "sak"),
    [
        ("forskning", FORSKNING),
        ("forskningssaken", FORSKNING),
        ("forskinga", FORSKNING),
        ("dashbordet", FORSKNING),
        ("tallgruppen", FORSKNING),
        ("fjordjournalen", JOURNAL),
        ("fjordjurnal", JOURNAL),
        ("journalsystem", JOURNAL),
        ("samhandlingsplanen", PLAN),
        ("nasjonal helse- og samhandlingsplan", PLAN),
        ("strukturen", STRUKTUR),
        ("fagrådstruktur", STRUKTUR),
        ("avtalerevideringen", STRUKTUR),
        ("kompetansegruppen", KOMPETANSE),
        ("utskrivningsteamet", KOMPETANSE),
        ("barn og unge", PROSJEKTER),
        ("pakkeforløp", PROSJEKTER),
        ("godkjenning av saksliste", GODKJENNING),
        ("eventuelt", EVENTUELT),
    ],
)
def test_a_topic_finds_its_sak(emne, sak):
    assert velg(emne, SAKER) == [sak]


def test_several_that_fit_are_all_given_so_that_one_can_ask():
    assert set(velg("status", SAKER)) == {STRUKTUR, KOMPETANSE}
    assert set(velg("planen", SAKER)) >= {PLAN}


@pytest.mark.parametrize(
    "emne", ["helikopterlandingsplass", "helsekompetanse", "bussen", "om det", "", "12", "?"]
)
def test_a_topic_of_none_of_them_finds_nothing(emne):
    assert velg(emne, SAKER) == []


def test_the_title_counts_for_more_than_a_bullet():
    ranked = dict(rank("forskning", [["Forskning"], ["Prosjekter", "Felles forskning"], ["Økonomi"]]))
    assert ranked[0] > ranked[1] > 0
    assert 2 not in ranked


def test_a_rare_word_decides_where_a_common_one_does_not():
    saker = [["Status økonomi"], ["Status bemanning"], ["Status beredskap"]]
    assert velg("status for beredskapen", saker) == [2]


def test_ranking_twelve_saker_takes_less_than_two_milliseconds():
    spent = repeat(lambda: rank("samhandlingsdasboard i fagrådene", SAKER), timer=process_time, number=10)
    assert min(spent) / 10 < 0.002
