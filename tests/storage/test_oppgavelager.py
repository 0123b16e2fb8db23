"""Oppgaver: numbered by body, with their log, changed by one at a time."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.errors import Conflict
from bot.domain.frammoete import Hvem
from bot.domain.oppgave import Oppgave, Oppgavehendelse, Oppgavelinje, Oppgavetilstand
from storage.store import open_store
from tests.storage import samples
from tests.storage.boeker import ANNE, BO, aapne
from tests.storage.test_samtidig import igjen

LAGET = Oppgavelinje(Oppgavehendelse.LAGET, samples.NAA, ANNE)
FRISTEN = date(2024, 5, 2)


async def to_organer(store) -> tuple[int, int, int]:
    """Two bodies, and a møte of theirs."""
    hf, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    return asu, psu, (await samples.lagre(store, samples.moete(hf, asu, psu))).id


def oppgave(organ_id: int, moete_id: int, hva: str = "Avklarer med fagrådet", **felt) -> Oppgave:
    return replace(Oppgave(organ_id, moete_id, hva, logg=(LAGET,)), **felt)


async def lagre(store, ny: Oppgave) -> Oppgave:
    async with store.turn() as uow:
        lagret = await uow.oppgaver.lagre(ny)
        await uow.commit()
    return lagret


async def hent(store, oppgave_id: int) -> Oppgave | None:
    async with store.turn() as uow:
        return await uow.oppgaver.hent(oppgave_id)


async def test_en_oppgave_kommer_tilbake_som_den_var(store):
    asu, _, moete_id = await to_organer(store)
    bok = await aapne(store, moete_id)
    full = oppgave(
        asu,
        moete_id,
        "<b>Avklarer</b> «planen»\n@alle",
        sak="12/24",
        sak_tittel="Felles plan",
        ansvarlige=(BO, Hvem("En Gjest"), ANNE, BO),
        frist=FRISTEN,
        frister=(date(2024, 12, 4), date(2024, 4, 1)),
        tilstand=Oppgavetilstand.BORTFALT,
        bok_id=bok.id,
        punkt=14,
        hjemmel="offl. § 13",
        logg=(LAGET, Oppgavelinje(Oppgavehendelse.FRIST, samples.NAA, None, "2024-12-04", "2024-04-01")),
    )
    lagret = await lagre(store, full)
    naken = await lagre(store, Oppgave(asu, moete_id, "Sender lysarkene"))

    assert await hent(store, lagret.id) == lagret == replace(full, id=lagret.id, nr=1, versjon=1)
    assert await hent(store, naken.id) == naken
    assert replace(naken, id=None, nr=0, versjon=0) == Oppgave(asu, moete_id, "Sender lysarkene")
    assert await hent(store, 4711) is None


async def test_hvert_organ_har_sine_nummer(store):
    asu, psu, moete_id = await to_organer(store)

    numre = [(await lagre(store, oppgave(organ, moete_id))).nr for organ in (asu, asu, psu, asu)]

    assert numre == [1, 2, 1, 3]


async def test_tjue_oppgaver_paa_en_gang_faar_tjue_nummer(store):
    asu, _, moete_id = await to_organer(store)

    await asyncio.gather(
        *(igjen(lambda n=n: lagre(store, oppgave(asu, moete_id, f"Oppgave {n}"))) for n in range(20))
    )

    async with store.turn() as uow:
        alle = await uow.oppgaver.for_organ(asu)
    assert [en.nr for en in alle] == list(range(1, 21))
    assert {en.hva for en in alle} == {f"Oppgave {n}" for n in range(20)}


async def test_flere_prosesser_gir_ikke_samme_nummer(database_url):
    stores = [open_store(database_url) for _ in range(4)]
    asu, _, moete_id = await to_organer(stores[0])

    alle = await asyncio.gather(
        *(igjen(lambda n=n: lagre(stores[n % 4], oppgave(asu, moete_id))) for n in range(20))
    )

    assert sorted(en.nr for en in alle) == list(range(1, 21))
    for store in stores:
        await store.close()


async def test_et_nummer_som_ble_rullet_tilbake_er_ikke_brukt(store):
    asu, _, moete_id = await to_organer(store)
    async with store.turn() as uow:
        borte = [await uow.oppgaver.lagre(oppgave(asu, moete_id)) for _ in range(2)]
        assert await uow.oppgaver.for_organ(asu) == borte
    assert await hent(store, borte[0].id) is None

    assert (await lagre(store, oppgave(asu, moete_id))).nr == 1


async def test_en_endring_legger_til_loggen_og_bytter_de_ansvarlige(store):
    asu, _, moete_id = await to_organer(store)
    foerst = await lagre(store, oppgave(asu, moete_id, ansvarlige=(ANNE, BO), frist=FRISTEN))
    utsatt = FRISTEN + timedelta(days=30)
    logg = (*foerst.logg, Oppgavelinje(Oppgavehendelse.FRIST, samples.NAA, BO, str(FRISTEN), str(utsatt)))
    endret = await lagre(
        store, replace(foerst, frist=utsatt, frister=(FRISTEN,), ansvarlige=(BO,), logg=logg)
    )

    assert await hent(store, foerst.id) == endret
    assert (endret.versjon, endret.nr, endret.logg) == (2, foerst.nr, logg)
    async with store.turn() as uow:
        assert await uow.oppgaver.for_person(1) == []
        assert await uow.oppgaver.for_person(2) == [endret]


async def test_det_som_staar_i_loggen_skrives_ikke_om(store):
    asu, _, moete_id = await to_organer(store)
    foerst = await lagre(store, oppgave(asu, moete_id))
    ferdig = Oppgavelinje(Oppgavehendelse.FERDIG, samples.NAA, BO)
    await lagre(
        store, replace(foerst, logg=(Oppgavelinje(Oppgavehendelse.ENDRET, samples.NAA, BO), ferdig))
    )

    assert (await hent(store, foerst.id)).logg == (LAGET, ferdig)


async def test_nummeret_og_organet_til_en_oppgave_staar_fast(store):
    asu, psu, moete_id = await to_organer(store)
    foerst = await lagre(store, oppgave(asu, moete_id))
    await lagre(store, replace(foerst, nr=99, organ_id=psu))

    lest = await hent(store, foerst.id)
    assert (lest.nr, lest.organ_id) == (1, asu)


async def test_to_som_endrer_samme_oppgave_gir_en_konflikt(store):
    asu, _, moete_id = await to_organer(store)
    foerst = await lagre(store, oppgave(asu, moete_id))

    utfall = await asyncio.gather(
        *(lagre(store, replace(foerst, hva=hva)) for hva in ("En ting", "En annen")), return_exceptions=True
    )

    assert sorted(type(u).__name__ for u in utfall) == ["Conflict", "Oppgave"]
    assert await hent(store, foerst.id) == next(u for u in utfall if isinstance(u, Oppgave))
    with pytest.raises(Conflict):
        await lagre(store, oppgave(asu, moete_id, id=4711, versjon=1))


async def test_hver_liste_har_sine_oppgaver_etter_organ_og_nummer(store):
    asu, psu, moete_id = await to_organer(store)
    bok = await aapne(store, moete_id)
    sen = FRISTEN + timedelta(days=9)
    hos_psu = await lagre(store, oppgave(psu, moete_id, ansvarlige=(ANNE,), frist=FRISTEN))
    uten_frist = await lagre(store, oppgave(asu, moete_id, ansvarlige=(BO, ANNE, ANNE)))
    senere = await lagre(store, oppgave(asu, moete_id, ansvarlige=(BO,), frist=sen, bok_id=bok.id, punkt=2))
    ferdig = await lagre(
        store,
        oppgave(
            asu,
            moete_id,
            ansvarlige=(ANNE,),
            frist=FRISTEN,
            tilstand=Oppgavetilstand.FERDIG,
            bok_id=bok.id,
            punkt=1,
        ),
    )
    async with store.turn() as uow:
        oppgaver = uow.oppgaver
        assert await oppgaver.for_organ(asu) == [uten_frist, senere, ferdig]
        assert await oppgaver.aapne([psu, asu, 4711]) == [uten_frist, senere, hos_psu]
        assert await oppgaver.aapne([psu]) == [hos_psu]
        assert await oppgaver.aapne([]) == []
        assert await oppgaver.for_person(1) == [uten_frist, hos_psu]
        assert await oppgaver.for_person(4711) == []
        assert await oppgaver.for_bok(bok.id) == [senere, ferdig]
        assert await oppgaver.med_frist(FRISTEN, sen) == [senere, hos_psu]
        assert await oppgaver.med_frist(FRISTEN, FRISTEN) == [hos_psu]
        assert await oppgaver.med_frist(sen + timedelta(1), sen + timedelta(9)) == []


async def test_den_som_laaser_organet_ser_det_den_foran_lagret(store):
    asu, _, moete_id = await to_organer(store)

    async def lag_om_ingen():
        async with store.turn() as uow:
            await uow.oppgaver.laas(asu)
            if not await uow.oppgaver.for_organ(asu):
                await uow.oppgaver.lagre(oppgave(asu, moete_id))
            await uow.commit()

    await asyncio.gather(*(igjen(lag_om_ingen) for _ in range(5)))

    async with store.turn() as uow:
        assert len(await uow.oppgaver.for_organ(asu)) == 1


async def test_et_organ_som_ikke_finnes_kan_verken_laases_eller_faa_oppgaver(store):
    _, _, moete_id = await to_organer(store)
    for arbeid in (lambda o: o.laas(4711), lambda o: o.lagre(oppgave(4711, moete_id))):
        async with store.turn() as uow:
            with pytest.raises(LookupError):
                await arbeid(uow.oppgaver)


async def test_oppgaver_staar_naar_noen_glemmes_og_naar_det_ryddes(store):
    asu, _, moete_id = await to_organer(store)
    lagret = await lagre(store, oppgave(asu, moete_id, ansvarlige=(ANNE,)))

    async with store.turn() as uow:
        await uow.brukere.glem("aad-anne")
        await uow.purge(timedelta(seconds=-1))
        await uow.commit()

    assert await hent(store, lagret.id) == lagret
