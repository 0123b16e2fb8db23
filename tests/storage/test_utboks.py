"""The outbox: what is due, in which order, taken back, tried again, forgotten."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.utboks import Operasjon, Utpost, Utposttilstand, Varselslag
from storage import migrate
from storage.store import open_store
from storage.utboks_tilsyn import under
from tests.fakes import FakeClock, FakeStore
from tests.storage import samples

NAA = samples.NAA
LEIE = timedelta(seconds=30)
INGEN_TID = timedelta(0)
"""A lease that has run out at once: the process has been killed."""


def post(noekkel: str, samtale: str = "19:a", **endret) -> Utpost:
    return replace(Utpost(noekkel, samtale, {"text": f"Hei – {noekkel}"}, Varselslag.VARA, NAA), **endret)


async def legg(store, *poster: Utpost) -> list[bool]:
    async with store.turn() as uow:
        svar = [await uow.utboks.legg(p) for p in poster]
        await uow.commit()
    return svar


async def ta(store, naa: datetime = NAA, antall: int = 100, leie: timedelta = LEIE) -> list[Utpost]:
    async with store.turn() as uow:
        tatt = await uow.utboks.ta(naa, leie, antall)
        await uow.commit()
    return tatt


def noekler(poster: list[Utpost]) -> list[str]:
    return [p.noekkel for p in poster]


async def gjoer(store, metode: str, *argumenter, **valg):
    async with store.turn() as uow:
        svar = await getattr(uow.utboks, metode)(*argumenter, **valg)
        await uow.commit()
    return svar


async def test_en_post_kommer_tilbake_som_den_var(store):
    full = post(
        "a", "a:1", melding={"text": "æ", "card": {"body": [1, None]}}, person_key="aad-anne", moete_id=3
    )
    await legg(store, full)

    [tatt] = await ta(store)

    assert replace(tatt, id=None) == replace(
        full, tilstand=Utposttilstand.SENDER, leie=tatt.leie, forsoek=1, foerst=NAA, siden=NAA
    )


async def test_samme_noekkel_legges_en_gang(store):
    assert await legg(store, post("a"), post("a", "19:b"), post("b")) == [True, False, True]
    assert await legg(store, post("a")) == [False]
    [a] = await ta(store)
    await gjoer(store, "sendt", a.id)

    assert await legg(store, post("a")) == [False]
    assert noekler(await ta(store)) == ["b"]


async def test_hvilke_noekler_som_er_lagt_ogsaa_av_det_som_er_sendt(store):
    await legg(store, post("a"), post("b", "19:b"))
    [a, _] = await ta(store)
    await gjoer(store, "sendt", a.id)

    assert await gjoer(store, "finnes", ["a", "b", "c"]) == {"a", "b"}
    assert await gjoer(store, "finnes", []) == set()


async def test_hvilke_som_ikke_kunne_sendes(store):
    await legg(store, post("a"), post("b", "19:b"), post("c", "19:c"))
    a, b, _ = await ta(store)
    await gjoer(store, "sendt", a.id)
    await gjoer(store, "doed", b.id, "403")

    assert await gjoer(store, "doede", ["a", "b", "c", "d"]) == {"b"}
    assert await gjoer(store, "doede", []) == set()


async def test_det_som_ikke_er_forfalt_venter(store):
    await legg(store, post("senere", ikke_foer=NAA + timedelta(hours=1)), post("naa"))

    [naa] = await ta(store)
    assert naa.noekkel == "naa"
    await gjoer(store, "sendt", naa.id)
    assert await ta(store) == []
    assert noekler(await ta(store, NAA + timedelta(hours=1))) == ["senere"]


async def test_en_om_gangen_i_en_samtale_og_den_eldste_foerst(store):
    await legg(store, post("a1"), post("b1", "19:b"), post("a2"), post("c1", "19:c"), post("a3"))

    foerst = await ta(store, antall=2)
    assert noekler(foerst) == ["a1", "b1"]
    assert noekler(await ta(store)) == ["c1"]
    await gjoer(store, "sendt", foerst[0].id)
    assert noekler(await ta(store)) == ["a2"]


async def test_ingenting_tas_mens_en_annen_i_samtalen_sendes_ogsaa_om_den_er_eldre(store):
    await legg(store, post("a1", ikke_foer=NAA + timedelta(seconds=10)), post("a2"))
    [a2] = await ta(store)

    assert await ta(store, NAA + timedelta(seconds=10)) == []
    await gjoer(store, "doed", a2.id, "403")
    assert noekler(await ta(store, NAA + timedelta(seconds=10))) == ["a1"]


async def test_en_leie_som_gaar_ut_gir_posten_til_den_neste(store):
    await legg(store, post("a1"), post("a2"))
    await ta(store, leie=timedelta(seconds=0.3))

    assert await ta(store, NAA + timedelta(days=1)) == []
    await asyncio.sleep(0.4)
    [igjen_] = await ta(store)
    assert (igjen_.noekkel, igjen_.forsoek, igjen_.i_tvil) == ("a1", 2, 1)


async def test_det_som_skal_proeves_igjen_venter_til_da(store):
    await legg(store, post("a1"))
    [a1] = await ta(store)
    await gjoer(store, "igjen", a1.id, NAA + timedelta(minutes=5))

    assert await ta(store, NAA + timedelta(minutes=4)) == []
    [igjen_] = await ta(store, NAA + timedelta(minutes=5))
    assert (igjen_.forsoek, igjen_.foerst) == (2, NAA)


async def test_det_som_er_sendt_eller_doedt_sendes_ikke(store):
    await legg(store, post("a"), post("b", "19:b"))
    a, b = await ta(store)
    await gjoer(store, "sendt", a.id)
    await gjoer(store, "doed", b.id, "404")

    assert await ta(store, NAA + timedelta(days=1)) == []


@pytest.mark.parametrize("sent", [("igjen", NAA), ("doed", "404"), ("uviss", "timeout"), ("steng", "403")])
async def test_det_som_kommer_for_sent_gjoer_ikke_det_sendte_usendt(store, sent):
    """The lease ran out, another sent it, and now the first has an answer too."""
    await legg(store, post("a1"), post("a2"))
    [a1] = await ta(store, leie=INGEN_TID)
    [igjen_] = await ta(store)
    await gjoer(store, "sendt", a1.id, forsoek=igjen_.forsoek)
    metode, argument = sent
    assert not await gjoer(store, metode, a1.id, argument, forsoek=a1.forsoek)

    assert noekler(await ta(store)) == ["a2"]


@pytest.mark.parametrize("sent", [("igjen", NAA), ("doed", "404"), ("utsett", NAA), ("sendt", "p1")])
async def test_den_som_kommer_for_sent_slipper_ikke_samtalen_for_den_som_har_den(store, sent):
    await legg(store, post("a1"), post("a2"))
    [a1] = await ta(store, leie=INGEN_TID)
    [igjen_] = await ta(store)
    metode, argument = sent
    await gjoer(store, metode, a1.id, argument, forsoek=a1.forsoek)
    assert await ta(store) == []

    await gjoer(store, "sendt", a1.id, forsoek=igjen_.forsoek)
    assert noekler(await ta(store)) == ["a2"]


async def test_det_som_er_sendt_er_sendt_ogsaa_om_en_annen_vil_proeve_igjen(store):
    await legg(store, post("a1"))
    [a1] = await ta(store, leie=INGEN_TID)
    [igjen_] = await ta(store)
    await gjoer(store, "igjen", a1.id, NAA, forsoek=igjen_.forsoek)
    await gjoer(store, "sendt", a1.id, forsoek=a1.forsoek)

    assert await ta(store, NAA + timedelta(days=1)) == []


async def test_det_som_ikke_er_sendt_kan_trekkes(store):
    await legg(store, post("a"), post("b"))

    assert await gjoer(store, "trekk", "a")
    assert not await gjoer(store, "trekk", "a")
    [b] = await ta(store)
    assert not await gjoer(store, "trekk", "b")
    await gjoer(store, "sendt", b.id)
    assert not await gjoer(store, "trekk", "b")

    assert await legg(store, post("a")) == [True]


async def test_det_som_venter_om_et_moete_trekkes_for_folk_og_kanaler(store):
    om = {"slag": Varselslag.INNKALLING, "moete_id": 1}
    await legg(
        store,
        post("sendes", **om),
        post("anne", "19:b", person_key="aad-anne", **om),
        post("kanal", "19:c", **om),
        post("avlyst", "19:d", slag=Varselslag.AVLYST, moete_id=1),
        post("annet", "19:e", slag=Varselslag.INNKALLING, moete_id=2),
    )
    assert noekler(await ta(store, antall=1)) == ["sendes"]

    assert await gjoer(store, "trekk_om", 1, [Varselslag.INNKALLING, Varselslag.PAAMINNELSE]) == 2
    assert await gjoer(store, "trekk_om", 1, [Varselslag.INNKALLING]) == 0
    assert noekler(await ta(store)) == ["avlyst", "annet"]


async def test_bare_meldingene_trekkes_og_det_som_endrer_dem(store):
    om = {"slag": Varselslag.INNKALLING, "moete_id": 1}
    await legg(store, post("ute", **om))
    [ute] = await ta(store)
    await gjoer(store, "sendt", ute.id, "p1")
    endre = {"operasjon": Operasjon.ENDRE, **om}
    await legg(
        store,
        post("rettet", gjelder="ute", **endre),
        post("venter", **om),
        post("venter:2", gjelder="venter", **endre),
    )

    assert await gjoer(store, "trekk_om", 1, [Varselslag.INNKALLING]) == 1
    assert noekler(await gjoer(store, "under", "")) == ["ute", "rettet"]


async def test_ingen_id_kommer_igjen(store):
    await legg(store, post("a", "a:1", person_key="aad-anne"))
    [a] = await ta(store)
    await gjoer(store, "igjen", a.id, NAA)
    await gjoer(store, "trekk", "a")
    await legg(store, post("b", "a:2"))
    await gjoer(store, "sendt", a.id, "p1", forsoek=a.forsoek)

    assert noekler(await ta(store)) == ["b"]


@pytest.mark.parametrize("hvordan", ["doed", "uviss"])
async def test_det_som_er_tatt_bort_proeves_ikke_igjen(store, hvordan):
    await legg(store, post("a"), post("b", "19:b"))
    a, b = await ta(store)
    await gjoer(store, hvordan, a.id, "502")
    await gjoer(store, hvordan, b.id, "502")
    await legg(store, post("a:slett", operasjon=Operasjon.SLETT, gjelder="a", melding={}))

    assert not await gjoer(store, "proev_igjen", a.id, NAA)
    assert await gjoer(store, "proev_igjen", b.id, NAA)
    assert noekler(await ta(store)) == ["b", "a:slett"]


async def test_det_som_er_endret_sier_det_naar_det_proeves_igjen(store):
    await legg(store, post("a"))
    [a] = await ta(store)
    await gjoer(store, "uviss", a.id, "502")
    endre = {"operasjon": Operasjon.ENDRE, "gjelder": "a"}
    await legg(store, post("a:2", melding={"text": "to"}, **endre))
    await legg(store, post("a:3", melding={"text": "tre"}, **endre))
    senere = NAA + timedelta(minutes=1)

    assert await gjoer(store, "proev_igjen", a.id, senere)
    [foerst] = await ta(store, senere)
    assert (foerst.noekkel, foerst.melding) == ("a", {"text": "tre"})


async def test_det_som_venter_beholder_plassen_naar_noen_ber_om_det(store):
    await legg(store, post("a"), post("b"))
    [a] = await ta(store)
    await gjoer(store, "igjen", a.id, NAA + timedelta(hours=1))
    await legg(store, post("a:slett", operasjon=Operasjon.SLETT, gjelder="b", melding={}))
    senere = NAA + timedelta(minutes=1)

    assert await gjoer(store, "proev_igjen", a.id, senere)
    sendt = []
    while tatt := await ta(store, senere):
        sendt += noekler(tatt)
        await gjoer(store, "sendt", tatt[0].id)
    assert sendt == ["a", "b", "a:slett"]


async def test_det_som_er_stoppet_sendes_aldri_og_noekkelen_er_brukt(store):
    await legg(store, post("a"), post("b", "19:b"))
    assert await gjoer(store, "stopp", "a")
    assert not await gjoer(store, "stopp", "a")
    assert not await gjoer(store, "trekk", "a")
    await legg(store, post("a"))
    (b,) = await ta(store)
    assert b.noekkel == "b"
    assert not await gjoer(store, "stopp", "b")
    (a,) = await gjoer(store, "under", "a")
    assert (a.tilstand, a.grunn, a.melding) == (Utposttilstand.DOED, "stopped", None)
    assert not await gjoer(store, "proev_igjen", a.id, NAA)
    assert (await gjoer(store, "maal", NAA)).doede == 0


async def test_teksten_i_det_som_er_gitt_opp_kan_rettes_eller_tas_bort(store):
    await legg(store, post("a"), post("b", "19:b"))
    a, b = await ta(store)
    await gjoer(store, "doed", a.id, "400")
    await gjoer(store, "doed", b.id, "400")

    assert await gjoer(store, "ret_doed", "a", {"text": "rettet"})
    assert await gjoer(store, "ret_doed", "b", None)
    assert not await gjoer(store, "ret_doed", "b", {"text": "rettet"})
    assert [await gjoer(store, "proev_igjen", p.id, NAA) for p in (a, b)] == [True, False]
    assert [p.melding for p in await ta(store)] == [{"text": "rettet"}]


@pytest.mark.parametrize("prefiks", ["k:1:", "k:", "æ%", "_", ""])
async def test_noekler_slaas_opp_paa_begynnelsen(store, prefiks):
    alle = ["k:1:a", "k:1:_", "k:10:a", "K:1:a", "æ%b", "æb", "_", "k:1"]
    await legg(store, *(post(n) for n in alle))

    assert noekler(await gjoer(store, "under", prefiks)) == [n for n in alle if n.startswith(prefiks)]


async def test_postgresql_slaar_dem_opp_i_en_indeks(postgres_url):
    store = open_store(postgres_url)

    def plan(conn) -> str:
        spurt = []
        sa.event.listen(conn, "before_cursor_execute", lambda *om: spurt.append(om[2:4]))
        under(conn, "k:1:")
        statement, values = spurt[0]
        conn.exec_driver_sql("SET LOCAL enable_seqscan = off")
        return str(conn.exec_driver_sql(f"EXPLAIN {statement}", values).all())

    async with store.turn() as uow:
        vist = await uow._session.run(plan)
    await store.close()
    assert "ix_utboks_noekkel_prefix" in vist


async def test_hvor_mange_en_person_har_faatt_om_et_moete(store):
    slag = [Varselslag.INNKALLING, Varselslag.PAAMINNELSE]
    anne = {"person_key": "aad-anne", "moete_id": 1}
    await legg(
        store,
        post("a", slag=Varselslag.INNKALLING, **anne),
        post("b", "19:b", slag=Varselslag.PAAMINNELSE, **anne),
        post("c", "19:c", slag=Varselslag.VARA, **anne),
        post("d", "19:d", slag=Varselslag.INNKALLING, person_key="aad-anne", moete_id=2),
        post("e", "19:e", slag=Varselslag.INNKALLING, person_key="aad-bo", moete_id=1),
    )
    a, b, *_ = await ta(store)
    await gjoer(store, "sendt", a.id)
    assert await gjoer(store, "antall", "aad-anne", 1, slag) == 2

    await gjoer(store, "doed", b.id, "403")
    assert await gjoer(store, "antall", "aad-anne", 1, slag) == 1


async def test_uten_commit_er_ingenting_lagt_og_ingenting_tatt(store):
    async with store.turn() as uow:
        await uow.utboks.legg(post("a"))
        assert noekler(await uow.utboks.ta(NAA, LEIE, 1)) == ["a"]
    assert await ta(store) == []

    await legg(store, post("a"))
    async with store.turn() as uow:
        await uow.utboks.ta(NAA, LEIE, 1)
    assert noekler(await ta(store)) == ["a"]


@pytest.fixture
async def aapnet(store_url):
    """A store whose clock the test sets."""
    klokke = FakeClock(NAA)
    store = FakeStore(klokke.now) if store_url is None else open_store(store_url, klokke.now)
    yield store, klokke
    await store.close()


async def rydd(store) -> int:
    async with store.turn() as uow:
        antall = await uow.purge(timedelta(days=1))
        await uow.commit()
    return antall


async def test_teksten_glemmes_etter_et_doegn_og_resten_etter_et_halvt_aar(aapnet):
    store, klokke = aapnet
    await legg(store, post("a", person_key="p", moete_id=1), post("b", "19:b"), post("c", "19:c"))
    a, b, _ = await ta(store, leie=INGEN_TID)
    await gjoer(store, "sendt", a.id)
    await gjoer(store, "doed", b.id, "403")
    assert await rydd(store) == 0

    klokke.at += timedelta(days=1, seconds=1)
    assert [await rydd(store), await rydd(store)] == [1, 0]
    klokke.at += timedelta(days=30)
    assert await rydd(store) == 1
    assert await legg(store, post("a"), post("b", "19:b")) == [False, True]
    assert await gjoer(store, "antall", "p", 1, [Varselslag.VARA]) == 1

    klokke.at += timedelta(days=150)
    assert await rydd(store) == 1
    assert noekler(await ta(store, klokke.at)) == ["c", "b"]


async def test_teksten_er_tom_i_tabellen(database_url):
    klokke = FakeClock(NAA)
    store = open_store(database_url, klokke.now)
    await legg(store, post("a"))
    [a] = await ta(store)
    await gjoer(store, "sendt", a.id)
    klokke.at += timedelta(days=2)
    await rydd(store)
    await store.close()

    melding = await migrate.run(
        database_url,
        lambda config: (
            config.attributes["connection"].execute(sa.text("SELECT melding FROM utboks")).scalar()
        ),
    )
    assert melding is None
