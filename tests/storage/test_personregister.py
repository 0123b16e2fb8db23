"""Whose the members are: one person in several organs and roles is one, and stays the one."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.errors import Conflict
from bot.domain.organ import Medlem, Navneslag, Organ, Organnavn, Rolle, Side
from storage.store import open_store
from tests.storage import samples
from tests.storage.test_samtidig import igjen

KARI = Medlem("Kari Nes", Rolle.LEDER, "Nesdal kommune", epost="kari@nesdal.example", aad_id="aad-kari")
ODD = Medlem("Odd Vik")


async def to_organer(store) -> tuple[int, int]:
    _, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    return asu, psu


async def organ(store, organ_id: int) -> Organ:
    async with store.read() as archive:
        return (await archive.register()).organ(organ_id)


async def sett(store, organ_id: int, *medlemmer: Medlem, **endret) -> list[Medlem]:
    """The organ's members become these; as they were stored."""
    async with store.turn() as uow:
        her = (await uow.register()).organ(organ_id)
        lagret = await uow.save_organ(replace(her, medlemmer=list(medlemmer), **endret))
        await uow.commit()
    assert await organ(store, organ_id) == lagret
    return lagret.medlemmer


async def test_alt_om_et_medlem_kommer_tilbake(store):
    asu, _ = await to_organer(store)
    vara = Medlem(
        "Liv Strand",
        Rolle.VARA,
        "Klinikk for helse",
        vara_for="Kari Nes",
        rekkefoelge=2,
        sete="Klinikken",
        side=Side.HELSEFORETAK,
        arbeidsgiver="Vikvåg sykehus",
        epost="liv@vikvaag.example",
        aad_id="aad-liv",
        fra=date(2024, 1, 1),
        til=date(2027, 12, 31),
    )

    [lagret] = await sett(store, asu, vara)

    assert lagret.person_id is not None
    assert replace(lagret, person_id=None) == vara


async def test_det_et_organ_er_kommer_tilbake(store):
    asu, psu = await to_organer(store)
    navn = [Organnavn("SSU", Navneslag.KORT, fra=date(2026, 1, 1), vedtak="ASU 12/25")]
    await sett(store, asu, navneliste=navn, frist_dager=5, quorum=7, varafrist_timer=8, paaminnelse_dager=0)

    endret, urort = await organ(store, asu), await organ(store, psu)

    assert endret.navneliste == navn
    assert (endret.frist_dager, endret.quorum, endret.varafrist_timer, endret.paaminnelse_dager) == (
        5,
        7,
        8,
        0,
    )
    assert (urort.frist_dager, urort.quorum, urort.varafrist_timer, urort.paaminnelse_dager) == (
        None,
        None,
        24,
        3,
    )


async def test_den_samme_i_to_organer_er_en_person(store):
    asu, psu = await to_organer(store)
    [i_asu] = await sett(store, asu, KARI)
    [i_psu] = await sett(store, psu, Medlem("Kari A. Nes", Rolle.VARA, epost="KARI@nesdal.example"))

    assert i_psu.person_id == i_asu.person_id


async def test_det_som_endres_ett_sted_er_endret_alle_steder(store):
    asu, psu = await to_organer(store)
    await sett(store, asu, KARI)
    [i_psu] = await sett(store, psu, replace(KARI, rolle=Rolle.MEDLEM))
    await sett(store, psu, replace(i_psu, navn="Kari Nes Berg", epost=None, arbeidsgiver="Nesdal kommune"))

    [i_asu] = (await organ(store, asu)).medlemmer
    assert (i_asu.navn, i_asu.epost, i_asu.aad_id) == ("Kari Nes Berg", None, "aad-kari")
    assert (i_asu.arbeidsgiver, i_asu.rolle) == ("Nesdal kommune", Rolle.LEDER)


async def test_et_medlem_som_lagres_igjen_er_den_samme_personen(store):
    asu, _ = await to_organer(store)
    foer = await sett(store, asu, KARI, ODD)

    etter = await sett(store, asu, ODD, KARI)

    assert [m.person_id for m in etter] == [foer[1].person_id, foer[0].person_id]


async def test_et_navn_uten_mer_tar_ikke_bort_det_man_vet(store):
    asu, _ = await to_organer(store)
    await sett(store, asu, KARI)

    [igjen_] = await sett(store, asu, Medlem("kari nes"))

    assert (igjen_.navn, igjen_.epost, igjen_.aad_id) == ("kari nes", KARI.epost, KARI.aad_id)


async def test_samme_navn_med_en_annen_epost_er_en_annen(store):
    asu, _ = await to_organer(store)

    en, annen = await sett(store, asu, KARI, replace(KARI, epost="kari@annet.example", aad_id="aad-2"))

    assert en.person_id != annen.person_id


async def test_samme_navn_i_et_annet_helsefellesskap_er_en_annen(store):
    _, [her] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU")
    _, [der] = await samples.fellesskap(store, "Lia helsefellesskap", "ASU")

    assert (await sett(store, her, ODD))[0].person_id != (await sett(store, der, ODD))[0].person_id


async def test_to_roller_i_samme_organ_er_en_person_ogsaa_naar_den_er_ny(store):
    asu, _ = await to_organer(store)

    medlem, referent = await sett(store, asu, ODD, replace(ODD, rolle=Rolle.REFERENT))
    assert medlem.person_id == referent.person_id

    endret = await sett(store, asu, replace(medlem, epost="odd@vik.example"), referent)
    assert [m.epost for m in endret] == ["odd@vik.example"] * 2


async def test_en_person_id_som_ikke_er_noens_avvises(store):
    asu, _ = await to_organer(store)

    with pytest.raises(LookupError):
        await sett(store, asu, replace(ODD, person_id=4711))
    assert len((await organ(store, asu)).medlemmer) == 2


async def test_en_som_tas_ut_og_inn_igjen_med_sin_id_er_den_samme(store):
    asu, _ = await to_organer(store)
    [odd] = await sett(store, asu, ODD)
    await sett(store, asu)

    assert await sett(store, asu, odd) == [odd]


async def test_tjue_som_legger_til_hver_sin_paa_en_gang_mister_ingen(store):
    asu, _ = await to_organer(store)

    async def legg_til(n: int):
        async with store.turn() as uow:
            her = (await uow.register()).organ(asu)
            await asyncio.sleep(0)
            await uow.save_organ(replace(her, medlemmer=[*her.medlemmer, Medlem(f"Medlem {n}")]))
            await uow.commit()

    await asyncio.gather(*(igjen(lambda n=n: legg_til(n)) for n in range(20)))

    navn = {m.navn for m in (await organ(store, asu)).medlemmer}
    assert navn == {"Turid Havn", "Per Skog", *(f"Medlem {n}" for n in range(20))}


async def test_to_prosesser_som_legger_til_den_samme_i_hvert_sitt_organ_faar_en_person(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    organer = await to_organer(stores[0])

    await asyncio.gather(
        *(
            igjen(lambda s=store, o=o: sett_uten_kontroll(s, o))
            for store, o in zip(stores, organer, strict=True)
        )
    )

    ider = {m.person_id for o in organer for m in (await organ(stores[0], o)).medlemmer}
    assert len(ider) == 1
    for store in stores:
        await store.close()


async def sett_uten_kontroll(store, organ_id: int) -> None:
    async with store.turn() as uow:
        her = (await uow.register()).organ(organ_id)
        await uow.save_organ(replace(her, medlemmer=[KARI]))
        await uow.commit()


async def test_et_organ_laget_av_et_gammelt_bilde_lagres_ikke(sql_store, database_url):
    """Also where this transaction has stored something else since it read."""
    asu, psu = await to_organer(sql_store)
    annen = open_store(database_url)
    if "postgres" in database_url:
        async with sql_store.turn() as uow:
            her = (await uow.register()).organ(asu)
            await sett_uten_kontroll(annen, psu)
            await uow.save_moete(samples.moete(her.helsefellesskap_id, asu))
            with pytest.raises(Conflict):
                await uow.save_organ(her)
    await annen.close()
