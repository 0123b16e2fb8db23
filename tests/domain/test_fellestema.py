"""Topics that two bodies have up in the same period: the pairs of fellestema.yaml, and how fast."""

from datetime import date, timedelta
from itertools import count
from pathlib import Path
from time import perf_counter

import pytest

from bot.domain.fellestema import PERIODE, Tema, felles
from bot.language.temaord import temaord
from tests.yamlfiler import lest

DAG = date(2025, 3, 12)
PAR = lest(Path(__file__).parent / "fellestema.yaml")
NR = count(1)


def tema(tittel: str, organ: int, dag: date = DAG) -> Tema:
    return Tema(next(NR), (organ,), dag, tittel, temaord(tittel))


FYLL = [
    tema(tittel, 10 + n) for n, tittel in enumerate(t for par in (*PAR["like"], *PAR["ulike"]) for t in par)
]


def like(en: str, annen: str) -> bool:
    """As they are found among all the others."""
    egen, andre = tema(en, 1), tema(annen, 2)
    fyll = [t for t in FYLL if t.tittel not in (en, annen)]
    return bool([f for f in felles([egen], [egen, andre, *fyll]) if f.annen is andre])


def test_precision_and_recall():
    funnet = [par for par in PAR["like"] if like(*par)]
    feil = [par for par in PAR["ulike"] if like(*par)]
    presisjon = len(funnet) / (len(funnet) + len(feil))
    print(f"presisjon {presisjon:.2f}, dekning {len(funnet) / len(PAR['like']):.2f}")
    print([par for par in PAR["like"] if par not in funnet])
    print(feil)
    assert presisjon >= 0.95
    assert len(funnet) >= 0.9 * len(PAR["like"])


@pytest.mark.parametrize(
    "tittel", ["Eventuelt", "Status", "Orientering", "Godkjenning av referat", "", "12/24"]
)
def test_what_every_moete_has_is_no_topic(tittel):
    assert not temaord(tittel)


def test_only_others_and_only_near_in_time():
    egen = tema("Rusbehandling", 1)
    sent = tema("Rusbehandling", 2, DAG + PERIODE + timedelta(1))
    eget = tema("Rusbehandling", 1)
    naer = tema("Rus hos eldre", 2, DAG - PERIODE)
    assert [f.annen for f in felles([egen], [egen, sent, eget, naer])] == [naer]


def test_each_body_is_named_once_for_a_sak_and_the_most_alike_first():
    egen = tema("Rus og selvmord", 1)
    ett, to = tema("Selvmord", 2), tema("Rus og selvmord hos unge", 2)
    tredje = tema("Rus", 3)
    treff = felles([egen], [egen, ett, to, tredje])
    assert [f.annen for f in treff] == [to, tredje]
    assert treff[0].ord == ("rus", "selvmord")


def test_a_word_in_every_title_tells_little():
    mange = [tema(f"Kreft og {n}", 3 + n) for n in range(40)]
    assert felles([tema("Kreft", 1)], mange) == []


def test_two_hundred_moeter_of_ten_saker_take_under_twenty_milliseconds():
    titler = [t for par in (*PAR["like"], *PAR["ulike"]) for t in par]
    alle = [
        tema(f"{titler[(m * 7 + s) % len(titler)]} {m % 9}", m % 12, DAG + timedelta(m % 80 - 40))
        for m in range(200)
        for s in range(10)
    ]
    egne = alle[:10]
    felles(egne, alle)
    tider = []
    for _ in range(5):
        start = perf_counter()
        felles(egne, alle)
        tider.append(perf_counter() - start)
    print(f"{min(tider) * 1000:.1f} ms")
    assert min(tider) < 0.02
