"""Where a line wants a møte moved to. Said on Wednesday 8 May 2024 at nine."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import OSLO
from bot.language.flytting import Oensket, les_flytting

AT = datetime(2024, 5, 8, 9, tzinfo=OSLO)
NAVN = ["ASU", "PSU", "Fagråd 1"]
BITER = [
    "flytt",
    "ASU",
    "fra",
    "til",
    "15. mai",
    "fredag",
    "kl. 10",
    "10–12",
    "uke 22",
    "i",
    "Oslo",
    "rom",
    "en uke",
    ",",
]


def lest(linje: str) -> Oensket:
    return les_flytting(linje, AT, NAVN)


def mai(dag: int) -> date:
    return date(2024, 5, dag)


@pytest.mark.parametrize(
    ("linje", "ventet"),
    [
        ("flytt ASU til 24. mai kl. 10", Oensket(dag=mai(24), start=time(10))),
        ("flytt ASU til 24. mai kl. 10–12", Oensket(dag=mai(24), start=time(10), slutt=time(12))),
        ("flytt ASU til 22. mai fra 10 til 12", Oensket(dag=mai(22), start=time(10), slutt=time(12))),
        ("flytt ASU til 22. mai, kl 1030", Oensket(dag=mai(22), start=time(10, 30))),
        ("flytt møtet til fredag", Oensket(dag=mai(10), ukedag=True)),
        ("legg møtet til tirsdag i uke 22", Oensket(dag=mai(28))),
        ("flytt ASU til kl. 8", Oensket(start=time(8))),
        ("flytt møtet fra kl. 12 til kl. 13", Oensket(start=time(13))),
        ("møtet 15. mai starter 13.00 i stedet for 12.00", Oensket(fra=mai(15), start=time(13))),
        ("kan vi ta ASU på fredag i stedet", Oensket(uviss=mai(10))),
    ],
)
def test_the_new_day_and_clock(linje, ventet):
    assert lest(linje) == ventet


@pytest.mark.parametrize(
    ("linje", "ventet"),
    [
        ("flytt ASU fra 15. mai til 22. mai kl. 10", Oensket(fra=mai(15), dag=mai(22), start=time(10))),
        ("møtet 22. mai flyttes til 23. mai", Oensket(fra=mai(22), dag=mai(23))),
        ("flytt møtet frå torsdag til fredag", Oensket(fra=mai(9), dag=mai(10), ukedag=True)),
        (
            "flytt møtet på torsdag til fredag klokka ti",
            Oensket(fra=mai(9), dag=mai(10), start=time(10), ukedag=True),
        ),
        ("flytt ASU fra 12. til 19. november", Oensket(fra=date(2024, 11, 12), dag=date(2024, 11, 19))),
        ("flytt møtet 15. mai til kl. 13", Oensket(fra=mai(15), start=time(13))),
        ("flytt ASU 22. mai til Teams", Oensket(fra=mai(22), sted="Teams")),
    ],
)
def test_which_moete_and_where_to(linje, ventet):
    assert lest(linje) == ventet


@pytest.mark.parametrize(
    ("linje", "sted"),
    [
        ("flytt møtet til Rådhuset", "Rådhuset"),
        ("flytt ASU til Teams og kl. 13", "Teams"),
        ("vi møtes i Storsalen i stedet", "Storsalen"),
        ("flytt ASU til 22. mai kl. 10 i Fjordsalen", "Fjordsalen"),
        ("flytt ASU til 24. mai kl. 10, sted Fjordsalen", "Fjordsalen"),
        ("bytt rom til Fjordsalen for møtet på torsdag", "Fjordsalen"),
        ("nytt møtested for ASU er Lille sal i rådhuset", "Lille sal i rådhuset"),
        ("flytt møtet i Fagråd 1 til Storsalen", "Storsalen"),
        ("vi tar PSU på teams i stedet for på rådhuset", "Teams"),
    ],
)
def test_the_new_place(linje, sted):
    assert lest(linje).sted == sted


@pytest.mark.parametrize("linje", ["flytt ASU til 24. mai", "utsett PSU", "flytt møtet til mandag 13. mai"])
def test_a_body_or_a_day_is_no_place(linje):
    assert lest(linje).sted is None


@pytest.mark.parametrize(
    ("linje", "skyv"),
    [
        ("utsett møtet en uke", timedelta(weeks=1)),
        ("utset møtet to veker", timedelta(weeks=2)),
        ("flytt møtet en halvtime", timedelta(minutes=30)),
        ("framskynd møtet med to dager", timedelta(days=-2)),
        ("flytt ASU 30 minutter tidligere", timedelta(minutes=-30)),
        ("flytt møtet en uke fram", None),
    ],
)
def test_later_or_earlier_by_so_much(linje, skyv):
    """«Fram» may be either way, so it is asked about."""
    assert lest(linje).skyv == skyv


def test_a_week_fram_is_a_week():
    assert lest("flytt møtet en uke fram").fram == timedelta(weeks=1)


@pytest.mark.parametrize("linje", ["flytt ASU til kl. 14-13", "flytt ASU til kl. 14–13"])
def test_a_clock_the_wrong_way_round(linje):
    assert (lest(linje).start, lest(linje).slutt) == (time(14), time(13))


@given(st.lists(st.sampled_from(BITER), max_size=8).map(" ".join) | st.text(max_size=80))
def test_any_line_is_read_or_not_and_a_place_is_a_part_of_it(linje):
    sted = lest(linje).sted
    assert sted is None or sted == "Teams" or sted in linje


def test_a_week_is_no_day_yet():
    omtrent = lest("flytt ASU til uke 22").omtrent
    assert omtrent is not None
    assert omtrent.fra == mai(27)


def test_a_day_that_may_be_the_old_one_or_the_new():
    assert lest("flytt møtet på torsdag") == Oensket(uviss=mai(9))
