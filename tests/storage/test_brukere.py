"""Those who talk to the bot in Teams, and which channels are which bodies'."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.maalform import Maalform
from bot.domain.organ import Medlem
from bot.domain.teamsbruker import Teamsbruker
from tests.storage import samples
from tests.storage.test_utboks import legg, post, ta

HER = "19:a@thread.tacv2"
ANNE = Teamsbruker("aad-anne", "29:anne", "Anne Li")


async def lagre(store, *brukere: Teamsbruker) -> None:
    async with store.turn() as uow:
        for bruker in brukere:
            await uow.brukere.lagre(bruker)
        await uow.commit()


async def hent(store, key: str) -> Teamsbruker | None:
    async with store.turn() as uow:
        return await uow.brukere.hent(key)


async def begynn(store, person_key: str, samtale: str = HER):
    async with store.turn() as uow:
        return await uow.begin_turn(samtale, "29:noen", ["ukjent"], person_key)


async def person(store) -> int:
    hf, [asu] = await samples.fellesskap(store)
    async with store.turn() as uow:
        organ = await uow.save_organ(replace(samples.organ(hf), id=asu, medlemmer=[Medlem("Anne Li")]))
        await uow.commit()
    return organ.medlemmer[0].person_id


async def test_en_bruker_kommer_tilbake_som_den_var(store):
    full = Teamsbruker(
        "aad-anne",
        "29:anne",
        "Anne Li (gjest)",
        epost="anne@vikvaag.example",
        epost_sjekket=samples.NAA,
        person_id=await person(store),
        ikke=(4, 7),
        conversation_id="a:1",
        tatt_for=8,
        stemmer=((3, 1), (3, 2)),
        paaminnelser=False,
    )
    await lagre(store, full)

    assert await hent(store, "aad-anne") == full
    assert (await begynn(store, "aad-anne")).bruker == full


async def test_en_ukjent_har_ingen_bruker(store):
    await lagre(store, ANNE)

    assert await hent(store, "aad-ola") is None
    assert (await begynn(store, "aad-ola")).bruker is None
    assert (await begynn(store, "")).bruker is None


async def test_den_siste_som_skriver_gjelder(store):
    await lagre(store, ANNE, replace(ANNE, conversation_id="a:1"), replace(ANNE, ikke=(3,)))

    assert await hent(store, "aad-anne") == replace(ANNE, ikke=(3,))


async def test_to_som_endrer_hver_sitt_paa_en_gang_mister_ingenting(store):
    """The sekretariat presses «Stemmer» while the outbox finds that the bot was taken away."""
    await lagre(store, replace(ANNE, conversation_id="a:1"))
    person_id = await person(store)

    async def stemmer() -> None:
        async with store.turn() as uow:
            bruker = await uow.brukere.hent("aad-anne")
            await uow.brukere.lagre(replace(bruker, person_id=person_id))
            await uow.commit()

    async with store.turn() as uow:
        bruker = (await uow.begin_turn(HER, "29:anne", ["a1"], "aad-anne")).bruker
        annen = asyncio.create_task(stemmer())
        await asyncio.sleep(0.2)
        await uow.brukere.lagre(replace(bruker, conversation_id=None))
        await uow.commit()
    await annen

    assert await hent(store, "aad-anne") == replace(ANNE, person_id=person_id)


async def test_alle_staar_etter_navn(store):
    bo, aase = Teamsbruker("2", "29:2", "bo Ås"), Teamsbruker("1", "29:1", "Cecilie Vik")
    await lagre(store, aase, bo, ANNE)

    async with store.turn() as uow:
        assert await uow.brukere.alle() == [ANNE, bo, aase]


async def test_maalformen_er_den_valgte_ellers_den_sist_skrevne(store):
    await lagre(store, ANNE)
    assert (await hent(store, "aad-anne")).maalform is Maalform.NB

    async with store.turn() as uow:
        await uow.note_written_maalform("aad-anne", Maalform.NN)
        await uow.commit()
    assert (await begynn(store, "aad-anne")).bruker.maalform is Maalform.NN

    async with store.turn() as uow:
        await uow.choose_person_maalform("aad-anne", Maalform.NB)
        await uow.commit()
    async with store.turn() as uow:
        assert [b.maalform for b in await uow.brukere.alle()] == [Maalform.NB]


async def test_den_som_glemmes_er_borte_med_det_som_ventet(store):
    await lagre(store, ANNE, replace(ANNE, key="aad-bo"))
    await legg(store, post("a", person_key="aad-anne"), post("b", "19:b", person_key="aad-bo"))
    async with store.turn() as uow:
        await uow.choose_person_maalform("aad-anne", Maalform.NN)
        await uow.commit()
    async with store.turn() as uow:
        await uow.brukere.glem("aad-anne")
        await uow.commit()

    assert await hent(store, "aad-anne") is None
    async with store.turn() as uow:
        start = await uow.begin_turn("a:anne", "29:anne", ["x"], "aad-anne")
        assert (start.bruker, start.maalformer.valgt) == (None, None)
    assert await hent(store, "aad-bo") is not None
    assert [p.noekkel for p in await ta(store)] == ["b"]


async def koble(store, conversation_id: str, *organ_ids: int, fra: bool = False) -> list[bool]:
    async with store.turn() as uow:
        gjoer = uow.kanaler.koble_fra if fra else uow.kanaler.koble
        svar = [await gjoer(conversation_id, organ_id) for organ_id in organ_ids]
        await uow.commit()
    return svar


async def kanaler(store, organ_id: int) -> list[str]:
    async with store.turn() as uow:
        return [c.id for c in await uow.kanaler.for_organ(organ_id)]


async def kjent(store, samtale) -> None:
    async with store.turn() as uow:
        await uow.begin_turn(samtale.id, "29:noen", [])
        await uow.note_turn(samtale, [], None)
        await uow.commit()


async def test_en_kanal_kobles_fra_en_traad_og_gjelder_alle_traadene(store):
    _, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    await kjent(store, samples.samtale(HER))

    assert await koble(store, f"{HER};messageid=1", psu, asu) == [True, True]
    assert await koble(store, HER, asu) == [False]

    for samtale in (HER, f"{HER};messageid=99"):
        assert (await begynn(store, "", samtale)).kanal_organ_ids == (asu, psu)
    assert (await begynn(store, "", "19:b")).kanal_organ_ids == ()
    assert await kanaler(store, asu) == await kanaler(store, psu) == [HER]


async def test_en_kanal_kan_kobles_fra(store):
    _, [asu] = await samples.fellesskap(store)
    await kjent(store, samples.samtale(HER))
    await koble(store, HER, asu)

    assert await koble(store, f"{HER};messageid=1", asu, asu, fra=True) == [True, False]
    assert (await begynn(store, "")).kanal_organ_ids == ()
    assert await kanaler(store, asu) == []


async def test_en_kanal_boten_bare_kjenner_traader_i_er_ogsaa_en_kanal(store):
    _, [asu] = await samples.fellesskap(store)
    await kjent(store, samples.samtale(f"{HER};messageid=1", tenant_id="t2"))
    await koble(store, f"{HER};messageid=1", asu)

    async with store.turn() as uow:
        [kanal] = await uow.kanaler.for_organ(asu)
        assert await uow.conversation(HER) == kanal
        assert await uow.conversation(HER.upper()) is None
    assert kanal == samples.samtale(HER, tenant_id="t2")


async def test_en_kanal_boten_er_tatt_bort_fra_faar_ingenting(store):
    _, [asu] = await samples.fellesskap(store)
    await koble(store, HER, asu)
    await kjent(store, samples.samtale(HER, installed=False))
    await koble(store, "19:ukjent", asu)

    assert await kanaler(store, asu) == []


@pytest.mark.parametrize("kjente", [[HER], [f"{HER};messageid=1"], [HER, f"{HER};messageid=1"]])
async def test_en_kanal_som_er_stengt_faar_ingenting_foer_den_kobles_igjen(store, kjente):
    _, [asu] = await samples.fellesskap(store)
    for samtale in (*kjente, "19:b"):
        await kjent(store, samples.samtale(samtale))
    await koble(store, HER, asu)
    await koble(store, "19:b", asu)

    async with store.turn() as uow:
        await uow.kanaler.stengt(HER)
        await uow.commit()
    assert await kanaler(store, asu) == ["19:b"]
    assert await koble(store, f"{HER};messageid=1", asu) == [False]
    assert await kanaler(store, asu) == sorted([HER, "19:b"])


async def test_en_samtale_kan_leses_uten_laas(store):
    await kjent(store, samples.samtale(HER))
    async with store.turn() as uow:
        assert await uow.conversation(HER) == samples.samtale(HER)
        assert await uow.conversation("19:a") is None


async def test_maalformen_som_er_valgt_for_en_kanal(store):
    async with store.turn() as uow:
        await uow.choose_channel_maalform(f"{HER};messageid=1", Maalform.NN)
        await uow.commit()

    async with store.turn() as uow:
        assert await uow.kanaler.maalform(HER) is Maalform.NN
        assert await uow.kanaler.maalform("19:b") is None
