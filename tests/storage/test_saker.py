"""Meldte saker: kept with their log, changed by one at a time."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.errors import Conflict
from bot.domain.frammoete import Hvem
from bot.domain.meldtsak import MeldtSak, Sakslag, Sakslinje, Sakstilstand
from tests.storage import samples
from tests.storage.test_samtidig import igjen

ANNE, BO = Hvem("Anne Li", 1), Hvem("Bo Ås", 2)


def sak(organ_id: int, moete_id: int | None = None, **endret) -> MeldtSak:
    plain = MeldtSak(
        organ_id,
        "Bruk av rapporten",
        Sakslag.EVENTUELT,
        ANNE,
        "aad-anne",
        samples.NAA,
        moete_id,
        logg=(Sakslinje("meldt", samples.NAA, ANNE),),
    )
    return replace(plain, **endret)


async def lagre(store, ny: MeldtSak) -> MeldtSak:
    async with store.turn() as uow:
        lagret = await uow.saker.lagre(ny)
        await uow.commit()
    return lagret


async def hent(store, sak_id: int) -> MeldtSak | None:
    async with store.turn() as uow:
        return await uow.saker.hent(sak_id)


async def moete(store) -> tuple[int, int]:
    hf, [asu] = await samples.fellesskap(store)
    return asu, (await samples.lagre(store, samples.moete(hf, asu))).id


async def test_en_sak_kommer_tilbake_som_den_var(store):
    asu, moete_id = await moete(store)
    full = sak(
        asu,
        moete_id,
        slag=Sakslag.ORDINAER,
        av=Hvem("Gjest Uten Id"),
        begrunnelse="<b>Fordi</b> «det» trengs\n@alle",
        minutter=20,
        vedlegg=("notat.pdf", "https://vikvaag.example/plan"),
        tilstand=Sakstilstand.AVSLAATT,
        sen=True,
        svar="Tas i neste møte",
        logg=(Sakslinje("meldt", samples.NAA, ANNE), Sakslinje("endret", samples.NAA, BO, "Gammel tittel")),
    )

    lagret = await lagre(store, full)

    assert await hent(store, lagret.id) == lagret
    assert replace(lagret, id=None, versjon=0) == full
    assert lagret.versjon == 1


async def test_saker_staar_i_den_rekkefoelgen_de_ble_meldt(store):
    asu, moete_id = await moete(store)
    foerst = await lagre(store, sak(asu, moete_id))
    uten_moete = await lagre(store, sak(asu))
    trukket = await lagre(
        store, sak(asu, moete_id, tilstand=Sakstilstand.TRUKKET, at=samples.NAA - timedelta(1))
    )

    async with store.turn() as uow:
        assert await uow.saker.for_moeter([asu], [moete_id]) == [foerst, uten_moete, trukket]
        assert await uow.saker.for_moeter([asu], []) == [uten_moete]
        assert await uow.saker.for_moeter([4711], [moete_id]) == []
        assert await uow.saker.for_moeter([], [moete_id]) == []
        assert await uow.saker.for_organ(asu) == [foerst, uten_moete, trukket]
        assert await uow.saker.for_organ(4711) == []
        assert await uow.saker.hent(4711) is None


async def test_en_endring_legger_en_linje_til_loggen(store):
    asu, moete_id = await moete(store)
    foerst = await lagre(store, sak(asu, moete_id))
    hf = (await samples.hent(store, moete_id)).helsefellesskap_id
    neste = await samples.lagre(store, samples.moete(hf, asu, dato=date(2024, 6, 19)))
    logg = (*foerst.logg, Sakslinje("flyttet", samples.NAA, BO, str(moete_id)))
    flyttet = await lagre(store, replace(foerst, moete_id=neste.id, tittel="Ny tittel", logg=logg))

    assert await hent(store, foerst.id) == flyttet
    assert (flyttet.versjon, flyttet.logg) == (2, logg)
    async with store.turn() as uow:
        assert await uow.saker.for_moeter([asu], [moete_id]) == []


async def test_det_som_staar_i_loggen_skrives_ikke_om(store):
    asu, _ = await moete(store)
    foerst = await lagre(store, sak(asu))
    omskrevet = (Sakslinje("aldri meldt", samples.NAA, BO), Sakslinje("endret", samples.NAA, BO))
    await lagre(store, replace(foerst, logg=omskrevet))

    assert (await hent(store, foerst.id)).logg == (foerst.logg[0], omskrevet[1])


async def test_uten_commit_er_ingenting_lagret_og_ingen_versjon_flytter_seg(store):
    asu, moete_id = await moete(store)
    async with store.read() as archive:
        foer = (await archive.register()).versjon
    async with store.turn() as uow:
        lagret = await uow.saker.lagre(sak(asu, moete_id))
        assert await uow.saker.for_moeter([asu], [moete_id]) == [lagret]
    assert await hent(store, lagret.id) is None

    await lagre(store, sak(asu, moete_id))
    async with store.read() as archive:
        assert (await archive.register()).versjon == foer


async def test_to_som_endrer_samme_sak_gir_en_konflikt(store):
    asu, _ = await moete(store)
    foerst = await lagre(store, sak(asu))

    utfall = await asyncio.gather(
        *(lagre(store, replace(foerst, tittel=tittel)) for tittel in ("En", "En annen")),
        return_exceptions=True,
    )

    assert sorted(type(u).__name__ for u in utfall) == ["Conflict", "MeldtSak"]
    assert await hent(store, foerst.id) == next(u for u in utfall if isinstance(u, MeldtSak))


async def test_en_sak_som_ikke_finnes_kan_ikke_endres(store):
    asu, _ = await moete(store)

    with pytest.raises(Conflict):
        await lagre(store, sak(asu, id=4711, versjon=1))


async def test_tjue_som_melder_paa_en_gang_blir_tjue_saker(store):
    asu, moete_id = await moete(store)

    async def meld(n: int):
        await lagre(store, sak(asu, moete_id, tittel=f"Sak {n}"))

    await asyncio.gather(*(igjen(lambda n=n: meld(n)) for n in range(20)))

    async with store.turn() as uow:
        saker = await uow.saker.for_moeter([asu], [moete_id])
    assert {s.tittel for s in saker} == {f"Sak {n}" for n in range(20)}
    assert all(len(s.logg) == 1 for s in saker)


async def test_den_som_laaser_organet_ser_det_den_foran_lagret(store):
    asu, _ = await moete(store)

    async def meld_om_ingen(tittel: str):
        async with store.turn() as uow:
            await uow.saker.laas(asu)
            if not await uow.saker.for_organ(asu):
                await uow.saker.lagre(sak(asu, tittel=tittel))
            await uow.commit()

    await asyncio.gather(*(igjen(lambda n=n: meld_om_ingen(f"Sak {n}")) for n in range(5)))

    async with store.turn() as uow:
        assert len(await uow.saker.for_organ(asu)) == 1


async def test_et_organ_som_ikke_finnes_kan_ikke_laases(store):
    async with store.turn() as uow:
        with pytest.raises(LookupError):
            await uow.saker.laas(4711)
