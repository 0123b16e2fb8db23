"""What can be searched follows what is stored: papers as they are saved, rows in the place of rows."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.referat import Referat, Referatdel, Referatsak
from bot.domain.soekbart import Soek, Soekbart, Soekeslag, foerste, rekkefoelge, siste
from bot.language.soekeord import spoerreord
from tests.storage import samples

NYERE = date(2025, 2, 5)


async def finn(store, tekst: str, **snevrere) -> list[Soekbart]:
    async with store.turn() as uow:
        return await uow.soek.finn(Soek(spoerreord(tekst), **snevrere))


def et_referat(tekst: str) -> Referat:
    return Referat(deler=[Referatdel([Referatsak("10/24", "Felles plan", konklusjon=[tekst])])])


async def test_papirene_kan_soekes_i_naar_de_er_lagret(store):
    hf, [asu] = await samples.fellesskap(store)
    moete = await samples.lagre(store, samples.moete(hf, asu, referat=samples.referat()))

    [rad] = await finn(store, "sendes ut", slag=(Soekeslag.KONKLUSJON,))
    assert (rad.kilde, rad.saksnr, rad.dato) == (f"papir:{moete.id}", "10/24", moete.dato)
    assert [r.slag for r in await finn(store, "høring")] == [Soekeslag.SAK]
    assert {r.del_tittel for r in await finn(store, "åpninger")} == {"Felles møte med PSU"}
    assert [r.tekst for r in await finn(store, "tidsplan Tveit")] == ["Avklarer tidsplanen (Per Tveit)"]


async def test_nye_papirer_staar_i_stedet_for_de_gamle(store):
    hf, [asu] = await samples.fellesskap(store)
    moete = await samples.lagre(store, samples.moete(hf, asu, referat=et_referat("Ambulansebasen blir.")))
    assert len(await finn(store, "ambulansebase")) == 1
    moete = await samples.lagre(store, replace(moete, referat=et_referat("Legevakta flyttes.")))
    assert await finn(store, "ambulansebase") == []
    assert len(await finn(store, "legevakt")) == 1
    await samples.lagre(store, replace(moete, dato=NYERE))
    assert [rad.dato for rad in await finn(store, "legevakt")] == [NYERE]


async def test_nyeste_foerst_saa_slik_de_staar(store):
    hf, [asu] = await samples.fellesskap(store)
    await samples.lagre(store, samples.moete(hf, asu, referat=samples.referat()))
    await samples.lagre(store, samples.moete(hf, asu, dato=NYERE, referat=samples.referat()))
    funnet = await finn(store, "felles plan")
    assert [rad.dato for rad in funnet] == sorted((rad.dato for rad in funnet), reverse=True)
    assert [rad.slag for rad in funnet[:2]] == [Soekeslag.SAK, Soekeslag.KONKLUSJON]
    assert {rad.dato for rad in await finn(store, "felles plan", til=date(2024, 12, 31))} == {
        date(2024, 4, 17)
    }
    assert {rad.dato for rad in await finn(store, "felles plan", fra=NYERE)} == {NYERE}
    assert len(await finn(store, "felles plan", antall=3)) == 3


async def test_bare_organets_egne_ser_det_som_ikke_er_aapent(store):
    hf, [asu, psu] = await samples.fellesskap(store, "Vik", "ASU", "PSU")
    moete = await samples.lagre(store, samples.moete(hf, asu))
    lukket = Soekbart(
        "bok:1", Soekeslag.PUNKT, moete.id, (asu,), moete.dato, "Sak", "Kvernstein", aapen=False
    )
    annet = await samples.lagre(store, samples.moete(hf, asu, dato=NYERE))
    utkast = replace(lukket, kilde="bok:2", moete_id=annet.id, dato=NYERE, utkast=True)
    async with store.turn() as uow:
        await uow.soek.legg("bok:1", [lukket])
        await uow.soek.legg("bok:2", [utkast])
        await uow.commit()

    assert await finn(store, "kvernstein") == []
    assert await finn(store, "kvernstein", ser=frozenset({psu}), ser_utkast=frozenset({psu})) == []
    assert [r.kilde for r in await finn(store, "kvernstein", ser=frozenset({asu}))] == ["bok:1"]
    assert [r.kilde for r in await finn(store, "kvernstein", ser_utkast=frozenset({asu}))] == ["bok:2"]
    assert len(await finn(store, "kvernstein", alt=True)) == 2


async def test_det_som_ble_angret_er_ikke_der(store):
    hf, [asu] = await samples.fellesskap(store)
    async with store.turn() as uow:
        await uow.save_moete(samples.moete(hf, asu))
    assert await finn(store, "felles plan") == []


async def test_en_kilde_kan_toemmes(store):
    hf, [asu] = await samples.fellesskap(store)
    moete = await samples.lagre(store, samples.moete(hf, asu))
    async with store.turn() as uow:
        await uow.soek.legg(f"papir:{moete.id}", [])
        await uow.commit()
    assert await finn(store, "felles plan") == []


async def test_saksnummeret_finnes_hvordan_det_enn_er_skrevet(store):
    hf, [asu, psu] = await samples.fellesskap(store, "Vik", "ASU", "PSU")
    await samples.lagre(store, samples.moete(hf, asu, referat=samples.referat()))
    funnet = await finn(store, "", saksnr=(10, 2024), organ_ids=(asu,))
    assert {rad.saksnr for rad in funnet} == {"10/24"}
    assert await finn(store, "", saksnr=(10, 2024), organ_ids=(psu,)) == []
    assert await finn(store, "", saksnr=(10, 2023)) == []


@pytest.mark.parametrize(
    "ordene", [("",), ("|",), ('"',), ("a\x00b",), ("' | 'x",), ("*",), ("_o1 OR x",), ("a" * 3000,)]
)
async def test_rare_ord_finner_ingenting_og_gjoer_ingen_skade(store, ordene):
    hf, [asu] = await samples.fellesskap(store)
    await samples.lagre(store, samples.moete(hf, asu))
    async with store.turn() as uow:
        assert await uow.soek.finn(Soek(ordene)) == []
    assert len(await finn(store, "felles plan")) >= 1


def test_rekkefoelgen_staar_i_nummeret():
    rad = Soekbart("papir:7", Soekeslag.SAK, 7, (1,), NYERE, "", "")
    numre = [
        rekkefoelge(rad, 0),
        rekkefoelge(rad, 1),
        rekkefoelge(replace(rad, kilde="bok:3"), 0),
        rekkefoelge(replace(rad, moete_id=8), 0),
        rekkefoelge(replace(rad, dato=date(2025, 2, 4)), 0),
    ]
    assert numre == sorted(set(numre))
    assert foerste(NYERE) <= numre[0] < numre[3] < siste(NYERE) <= numre[4]
    assert max(numre) < 2**63
    with pytest.raises(ValueError, match="more than"):
        rekkefoelge(rad, 1 << 16)


async def test_bare_det_som_er_nytt_skrives_naar_en_kilde_legges_paa_nytt(store):
    hf, [asu] = await samples.fellesskap(store)
    moete = await samples.lagre(store, samples.moete(hf, asu, referat=et_referat("Ambulansebasen blir.")))
    rader = [
        Soekbart(f"bok:{n}", Soekeslag.PUNKT, moete.id, (asu,), moete.dato, "Plan", f"ambulanse nummer {n}")
        for n in (1, 1, 1, 1)
    ]
    tekster = [replace(rad, tekst=f"legevakt {n}") for n, rad in enumerate(rader)]
    steg = [
        tekster,
        [tekster[0], replace(tekster[1], tekst="legevakt ni"), *tekster[2:]],
        [tekster[0], tekster[2], tekster[3]],
        [replace(tekster[3], aapen=False), replace(tekster[1], organ_ids=()), tekster[0], tekster[2]],
        [],
    ]
    for rader in steg:
        async with store.turn() as uow:
            await uow.soek.legg("bok:1", rader)
            await uow.commit()
        funnet = await finn(store, "legevakt", alt=True)
        assert [(r.tekst, r.aapen, r.organ_ids) for r in funnet] == [
            (r.tekst, r.aapen, r.organ_ids) for r in rader
        ]
        assert [r.id for r in funnet] == [rekkefoelge(r, plass) for plass, r in enumerate(rader)]
