"""The same question gives the same rows in the same order on SQLite, on PostgreSQL and in the fake."""

import asyncio
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.moete import Moete
from bot.domain.soekbart import Soek, Soekbart, Soekeslag
from bot.language.soekeord import spoerreord
from storage.store import open_store
from tests.fakes import FakeStore
from tests.storage import samples

ORD = [
    "Samhandlingsdashboardet",
    "dashboard",
    "vedtaka",
    "årsak",
    "Helseplattforma",
    "sjukehus",
    "sykehusene",
    "«ÆØÅ»",
    "e-meldinger",
    "Öberg",
    "24/25",
    "og",
    "AND",
    "NEAR(a)",
    "o'hare",
    '"',
    "pasient",
    "pasientforløp",
    "_o1",
    "İ",
]
ORGANER = 3
DAGER = [date(2015, 1, 1) + timedelta(days=400 * n) for n in range(8)]

tekster = st.lists(st.sampled_from(ORD), min_size=1, max_size=5).map(" ".join)
organer = st.lists(st.integers(0, ORGANER - 1), min_size=1, max_size=2, unique=True)
rader = st.tuples(
    st.integers(0, len(DAGER) - 1),
    st.sampled_from(Soekeslag),
    organer,
    tekster,
    tekster,
    st.sampled_from([None, "1/24", "01/2024", "12/15", "Eventuelt"]),
    st.booleans(),
    st.booleans(),
)
spoersmaal = st.fixed_dictionaries(
    {
        "tekst": st.one_of(st.just(""), st.sampled_from(ORD), tekster),
        "organer": st.one_of(st.just([]), st.just([]), organer),
        "ser": st.sets(st.integers(0, ORGANER - 1)),
        "ser_utkast": st.sets(st.integers(0, ORGANER - 1)),
        "alt": st.booleans(),
        "fra": st.one_of(st.none(), st.none(), st.sampled_from(DAGER)),
        "til": st.one_of(st.none(), st.none(), st.sampled_from(DAGER)),
        "slag": st.lists(st.sampled_from(Soekeslag), unique=True, max_size=2),
        "antall": st.integers(0, 30),
        "saksnr": st.one_of(
            st.none(), st.none(), st.none(), st.sampled_from([(1, 2024), (12, 2015), (9, 2024)])
        ),
    }
)


class Lager:
    """One store with eight møter, filled anew for each example."""

    def __init__(self, store) -> None:
        self.store = store
        self.organ_ids: list[int] = []
        self.moete_ids: list[int] = []

    async def bygg(self) -> "Lager":
        fellesskap, self.organ_ids = await samples.fellesskap(self.store, "Vik", *"ABC")
        for dag in DAGER:
            moete = await samples.lagre(self.store, Moete(fellesskap, self.organ_ids[:1], dag))
            self.moete_ids.append(moete.id)
        return self

    def rad(self, verdier) -> Soekbart:
        plass, slag, organene, tittel, tekst, saksnr, aapen, utkast = verdier
        return Soekbart(
            f"papir:{self.moete_ids[plass]}",
            slag,
            self.moete_ids[plass],
            tuple(self.organ_ids[i] for i in organene),
            DAGER[plass],
            tittel,
            tekst,
            saksnr,
            aapen=aapen and not utkast,
            utkast=utkast,
        )

    def soek(self, v) -> Soek:
        ids = self.organ_ids
        return Soek(
            spoerreord(v["tekst"]),
            tuple(ids[i] for i in v["organer"]),
            frozenset(ids[i] for i in v["ser"]),
            frozenset(ids[i] for i in v["ser_utkast"]),
            v["alt"],
            v["fra"],
            v["til"],
            tuple(v["slag"]),
            v["antall"],
            v["saksnr"],
        )

    async def svar(self, alle, sporsmaalene):
        """What each question gives, without the ids that each database counts for itself."""
        async with self.store.turn() as uow:
            await uow.soek.toem()
            nye = [self.rad(v) for v in alle]
            for moete_id in self.moete_ids:
                kilde = f"papir:{moete_id}"
                await uow.soek.legg(kilde, [rad for rad in nye if rad.kilde == kilde])
            await uow.commit()
        async with self.store.turn() as uow:
            return [
                [self.uten_ider(rad) for rad in await uow.soek.finn(self.soek(s))] for s in sporsmaalene
            ]

    def uten_ider(self, rad: Soekbart):
        hvor = tuple(self.organ_ids.index(i) for i in rad.organ_ids)
        return (rad.dato, rad.slag, hvor, rad.tittel, rad.tekst, rad.saksnr, rad.aapen, rad.utkast)


@pytest.fixture
def lagrene(sqlite_url, postgres_url):
    with asyncio.Runner() as runner:
        stores = [FakeStore(), open_store(sqlite_url), open_store(postgres_url)]
        yield runner, [runner.run(Lager(store).bygg()) for store in stores]
        for store in stores:
            runner.run(store.close())


def test_alle_svarer_likt(lagrene):
    runner, alle = lagrene
    traff = 0

    @settings(
        max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
    )
    @given(st.lists(rader, max_size=25), st.lists(spoersmaal, min_size=1, max_size=8))
    def proev(innhold, sporsmaalene):
        nonlocal traff
        fasit, sqlite, postgres = [runner.run(lager.svar(innhold, sporsmaalene)) for lager in alle]
        assert sqlite == fasit
        assert postgres == fasit
        traff += sum(map(len, fasit))

    proev()
    assert traff > 200
