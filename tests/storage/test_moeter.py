"""A møte with its papers is stored and comes back as it was."""

from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from datetime import date, time

import pytest

from bot.domain.errors import Conflict
from storage import papers
from tests.storage import samples


async def test_en_innkalling_kommer_tilbake_som_den_var(store):
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu))

    hentet = await samples.hent(store, lagret.id)

    assert hentet == lagret
    assert hentet.innkalling == samples.innkalling()
    assert hentet.versjon == 1


async def test_et_referat_kommer_tilbake_som_det_var(store):
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu, referat=samples.referat()))

    hentet = await samples.hent(store, lagret.id)

    assert hentet.referat == samples.referat()
    assert hentet.innkalling == samples.innkalling()


async def test_et_moete_uten_papirer_har_ingen(store):
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu, innkalling=None, start=None, sted=None))

    hentet = await samples.hent(store, lagret.id)

    assert (hentet.innkalling, hentet.referat, hentet.start, hentet.sted) == (None, None, None, None)


async def test_et_felles_moete_holder_paa_rekkefoelgen_av_organene(store):
    hf, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    lagret = await samples.lagre(store, samples.moete(hf, psu, asu))

    assert (await samples.hent(store, lagret.id)).organ_ids == [psu, asu]


async def test_ny_innkalling_holder_paa_id_og_kalenderlenke(store):
    hf, [asu] = await samples.fellesskap(store)
    foerste = await samples.lagre(store, samples.moete(hf, asu))
    async with store.turn() as uow:
        endret = await uow.load_moete(foerste.id)
        endret.sted = "Havnerommet"
        endret.ics_noekkel = "en annen"
        endret.ics_sekvens += 1
        endret.innkalling.agenda.pop(0)
        endret.innkalling.saksfremlegg[0].forslag_til_vedtak.clear()
        lagret = await uow.save_moete(endret)
        await uow.commit()

    hentet = await samples.hent(store, foerste.id)

    assert hentet == lagret
    assert (hentet.id, hentet.ics_noekkel) == (foerste.id, foerste.ics_noekkel)
    assert (hentet.versjon, hentet.ics_sekvens, hentet.sted) == (2, 1, "Havnerommet")
    assert [p.tittel for p in hentet.innkalling.agenda] == ["Pause", "Eventuelt", "Hvordan har møtet vært?"]
    assert hentet.innkalling.saksfremlegg[0].forslag_til_vedtak == []


async def test_et_papir_kan_tas_bort(store):
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu, referat=samples.referat()))
    await samples.lagre(store, replace(lagret, referat=None))

    hentet = await samples.hent(store, lagret.id)

    assert hentet.referat is None
    assert hentet.innkalling == samples.innkalling()


async def test_uten_commit_er_ingenting_lagret(store):
    hf, [asu] = await samples.fellesskap(store)
    async with store.turn() as uow:
        lagret = await uow.save_moete(samples.moete(hf, asu))
        assert await uow.moete(lagret.id) == lagret

    assert await samples.hent(store, lagret.id) is None
    async with store.read() as archive:
        assert (await archive.register()).moeter == ()


async def test_det_en_tur_lot_ligge_foelger_ikke_med_den_neste(store):
    hf, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    async with store.turn() as uow:
        await uow.save_moete(samples.moete(hf, asu))
    lagret = await samples.lagre(store, samples.moete(hf, psu))

    async with store.read() as archive:
        assert [m.id for m in (await archive.register()).moeter] == [lagret.id]


async def test_en_gammel_versjon_blir_ikke_lagret(store):
    hf, [asu] = await samples.fellesskap(store)
    foerste = await samples.lagre(store, samples.moete(hf, asu))
    await samples.lagre(store, replace(foerste, sted="Havnerommet"))

    with pytest.raises(Conflict):
        await samples.lagre(store, replace(foerste, sted="Loftet"))

    assert (await samples.hent(store, foerste.id)).sted == "Havnerommet"


async def test_samme_organer_samme_dag_er_samme_moete(store):
    hf, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    await samples.lagre(store, samples.moete(hf, asu, psu))

    with pytest.raises(Conflict):
        await samples.lagre(store, samples.moete(hf, psu, asu))
    await samples.lagre(store, samples.moete(hf, psu))
    await samples.lagre(store, samples.moete(hf, asu, psu, dato=date(2024, 4, 18)))

    async with store.read() as archive:
        assert len((await archive.register()).moeter) == 3


async def test_et_moete_kan_flyttes_men_ikke_oppaa_et_annet(store):
    hf, [asu] = await samples.fellesskap(store)
    april = await samples.lagre(store, samples.moete(hf, asu))
    await samples.lagre(store, samples.moete(hf, asu, dato=date(2024, 6, 19)))

    with pytest.raises(Conflict):
        await samples.lagre(store, replace(april, dato=date(2024, 6, 19)))
    flyttet = await samples.lagre(store, replace(april, dato=date(2024, 4, 24), start=time(9, 0)))

    assert (await samples.hent(store, april.id)).dato == flyttet.dato == date(2024, 4, 24)


async def test_kalenderlenken_finner_moetet(store):
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu))

    async with store.read() as archive:
        assert await archive.moete_ved_ics(lagret.ics_noekkel) == lagret
        assert await archive.moete_ved_ics("gjettet") is None


async def test_det_som_hentes_for_aa_endres_er_ens_eget(store):
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu))
    before = deepcopy(await samples.hent(store, lagret.id))

    async with store.turn() as uow:
        endret = await uow.load_moete(lagret.id)
        endret.innkalling.agenda.clear()

    assert await samples.hent(store, lagret.id) == before


def _lister(node):
    yield node
    for child in node.lists:
        yield from _lister(child)


@pytest.mark.parametrize(
    "node", [*_lister(papers.INNKALLING), *_lister(papers.REFERAT)], ids=lambda node: node.attr
)
def test_hvert_felt_i_et_papir_har_en_kolonne(node):
    if is_dataclass(node.make):
        named = set(node.fields) | {child.attr for child in node.lists}
        assert named == {field.name for field in fields(node.make)}
