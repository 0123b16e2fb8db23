"""Møtebøker: one for a møte, with a log that comes back as it was written."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.conversation import ConversationKind
from bot.domain.errors import Conflict
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag, Moetebok
from storage.boklager import Boklager
from tests.storage import samples
from tests.storage.boeker import ANNE, BO, aapne, hent, les, linje, moete, noter
from tests.storage.test_samtidig import igjen

CHAT = "19:meeting_abc@thread.v2"


async def test_et_hode_kommer_tilbake_som_det_var(store):
    moete_id = await moete(store)
    naken = await aapne(store, moete_id)
    assert await hent(store, naken.id) == naken
    assert replace(naken, id=None) == Moetebok(moete_id, samples.NAA)

    full = Moetebok(
        await moete(store, "Lia helsefellesskap"),
        samples.NAA,
        Boktilstand.TIL_GODKJENNING,
        CHAT,
        "kort-1",
        7,
        9,
        date(2024, 5, 2),
        samples.NAA + timedelta(days=3),
    )
    async with store.turn() as uow:
        lagret = await uow.boeker.opprett(full)
        await uow.commit()
    assert await hent(store, lagret.id) == lagret == replace(full, id=lagret.id)


async def test_et_moete_har_en_moetebok(store):
    bok = await aapne(store)

    with pytest.raises(Conflict):
        await aapne(store, bok.moete_id)

    async with store.turn() as uow:
        assert await uow.boeker.for_moete(bok.moete_id) == bok
        assert await uow.boeker.for_moete(4711) is None
        assert await uow.boeker.hent(4711) is None


async def test_tjue_som_starter_referatet_paa_en_gang_faar_det_samme(store):
    moete_id = await moete(store)

    async def start() -> int:
        async with store.turn() as uow:
            bok = await uow.boeker.for_moete(moete_id)
            bok = bok or await uow.boeker.opprett(Moetebok(moete_id, samples.NAA))
            await uow.commit()
        return bok.id

    assert len(set(await asyncio.gather(*(igjen(start) for _ in range(20))))) == 1


async def test_en_linje_kommer_tilbake_som_den_var(store):
    bok = await aapne(store)
    full = Foering(
        Foeringsslag.ENDRET,
        samples.NAA,
        BO,
        "a17",
        nr=4,
        sak=12,
        tekst="<b>Innspill</b> til «planen»\n@alle 🙂",
        verdier={"hvem": [["Kari Nes", 3], ["Ola", None]], "frist": None, "aapent": True, "ny": {"a": 1.5}},
        gjelder=3,
    )
    naken = Foering(Foeringsslag.PAUSE, samples.NAA, None, "a17")

    lagret = await noter(store, bok.id, full, naken)

    assert await les(store, bok.id) == lagret
    assert [replace(en, id=None) for en in lagret] == [full, naken]
    assert (await les(store, bok.id))[0].at == datetime(2024, 4, 10, 7, 0, tzinfo=UTC)


async def test_linjene_staar_i_den_rekkefoelgen_de_ble_skrevet_og_hodet_vet_den_siste(store):
    bok = await aapne(store)
    await noter(store, bok.id, linje("Sist i alfabetet"), linje("Annen"), linje("Ørsmå ting"))
    mange = [linje(f"Punkt {n}", akt="a2", nr=n) for n in range(200)]
    await noter(store, bok.id, *mange)

    lest = await les(store, bok.id)

    assert [en.tekst for en in lest[:4]] == ["Sist i alfabetet", "Annen", "Ørsmå ting", "Punkt 0"]
    assert [en.nr for en in lest[3:]] == list(range(200))
    ider = [en.id for en in lest]
    assert ider == sorted(set(ider))
    assert (await hent(store, bok.id)).siste == ider[-1]


async def test_laas_gir_hodet_og_loggen(store):
    bok = await aapne(store)
    [lagret] = await noter(store, bok.id, linje())

    async with store.turn() as uow:
        assert await uow.boeker.laas(bok.id) == (replace(bok, siste=lagret.id), [lagret])
        [ny] = await uow.boeker.noter(bok.id, [linje("Ny")])
        assert await uow.boeker.les(bok.id) == [lagret, ny]
        assert await uow.boeker.laas(bok.id) == (replace(bok, siste=ny.id), [lagret, ny])


async def test_en_moetebok_som_ikke_finnes_kan_verken_laases_eller_skrives_i(store):
    async with store.turn() as uow:
        with pytest.raises(LookupError):
            await uow.boeker.laas(4711)
    async with store.turn() as uow:
        with pytest.raises(LookupError):
            await uow.boeker.noter(4711, [linje()])
    assert await les(store, 4711) == []


async def test_ingen_linjer_er_ingen_endring(store):
    bok = await aapne(store)
    [lagret] = await noter(store, bok.id, linje())

    assert await noter(store, bok.id) == []
    assert (await hent(store, bok.id)).siste == lagret.id


async def test_uten_commit_er_ingenting_notert_heller_ikke_i_minnet(store):
    bok = await aapne(store)
    [foerst] = await noter(store, bok.id, linje("Blir"))
    async with store.turn() as uow:
        await uow.boeker.laas(bok.id)
        [borte] = await uow.boeker.noter(bok.id, [linje("Rulles tilbake")])
        assert await uow.boeker.les(bok.id) == [foerst, borte]
        assert (await uow.boeker.laas(bok.id))[1] == [foerst, borte]

    assert await les(store, bok.id) == [foerst]
    [neste] = await noter(store, bok.id, linje("Kom etter"))
    assert await les(store, bok.id) == [foerst, neste]
    assert (await hent(store, bok.id)).siste == neste.id


async def test_en_moetebok_som_ble_rullet_tilbake_har_ingen_linjer(store):
    moete_id = await moete(store)
    async with store.turn() as uow:
        borte = await uow.boeker.opprett(Moetebok(moete_id, samples.NAA))
        await uow.boeker.noter(borte.id, [linje("Rulles tilbake")])
        assert len(await uow.boeker.les(borte.id)) == 1

    assert await les(store, borte.id) == []
    bok = await aapne(store, moete_id)
    [lagret] = await noter(store, bok.id, linje())
    assert await les(store, bok.id) == [lagret]


async def test_den_som_faar_loggen_kan_ikke_endre_den_for_andre(store):
    bok = await aapne(store)
    lagret = await noter(store, bok.id, linje("En"), linje("To"))

    (await les(store, bok.id)).clear()

    assert await les(store, bok.id) == lagret


async def test_hodet_lagres_uten_aa_roere_det_andre_skriver(store):
    bok = await aapne(store, conversation_id=CHAT)
    async with store.turn() as uow:
        laast, _ = await uow.boeker.laas(bok.id)
        [lagret] = await uow.boeker.noter(bok.id, [linje()])
        await uow.boeker.vist(bok.id, "kort-1", lagret.id)
        endret = replace(
            laast,
            tilstand=Boktilstand.GODKJENT,
            conversation_id=None,
            merknadsfrist=date(2024, 5, 2),
            godkjent=samples.NAA,
        )
        await uow.boeker.lagre(endret)
        await uow.commit()

    assert await hent(store, bok.id) == replace(
        endret, siste=lagret.id, kort_id="kort-1", kort_vist=lagret.id
    )


async def test_hodet_lagres_bare_av_den_som_har_laasen(store):
    bok = await aapne(store)
    async with store.turn() as uow:
        with pytest.raises(RuntimeError):
            await uow.boeker.lagre(bok)
    moete_id = await moete(store, "Lia helsefellesskap")
    async with store.turn() as uow:
        ny = await uow.boeker.opprett(Moetebok(moete_id, samples.NAA))
        await uow.boeker.lagre(replace(ny, conversation_id=CHAT))
        await uow.commit()
    assert await hent(store, ny.id) == replace(ny, conversation_id=CHAT)


async def test_boeker_i_en_tilstand_kommer_som_de_ble_aapnet(store):
    hf, [asu] = await samples.fellesskap(store)
    ider = [
        (await samples.lagre(store, samples.moete(hf, asu, dato=date(2024, 4, dag)))).id
        for dag in range(1, 5)
    ]
    boeker = [
        await aapne(store, moete_id, tilstand=tilstand)
        for moete_id, tilstand in zip(ider, Boktilstand, strict=True)
    ]
    async with store.turn() as uow:
        assert await uow.boeker.i_tilstand([Boktilstand.UTKAST, Boktilstand.AAPEN]) == boeker[:2]
        assert await uow.boeker.i_tilstand(list(Boktilstand)) == boeker
        assert await uow.boeker.i_tilstand([]) == []


async def test_i_moetets_chat_er_det_den_aapne(store):
    hf, [asu] = await samples.fellesskap(store)
    eldre, nyere, annen = [
        await aapne(
            store,
            (await samples.lagre(store, samples.moete(hf, asu, dato=date(2024, 4, dag)))).id,
            conversation_id=chat,
        )
        for dag, chat in ((1, CHAT), (2, CHAT), (3, "19:annen"))
    ]
    async with store.turn() as uow:
        assert await uow.boeker.i_samtale(CHAT) == nyere
        assert await uow.boeker.i_samtale("19:annen") == annen
        assert await uow.boeker.i_samtale("19:ingen") is None

    await lukk(store, nyere.id)
    async with store.turn() as uow:
        assert await uow.boeker.i_samtale(CHAT) == eldre


async def lukk(store, bok_id: int) -> None:
    async with store.turn() as uow:
        bok, _ = await uow.boeker.laas(bok_id)
        await uow.boeker.lagre(replace(bok, tilstand=Boktilstand.UTKAST))
        await uow.commit()


async def sett_foerer(store, key: str, bok_id: int | None) -> None:
    async with store.turn() as uow:
        await uow.boeker.sett_foerer(key, bok_id)
        await uow.commit()


async def foerer(store, key: str) -> int | None:
    async with store.turn() as uow:
        return await uow.boeker.foerer(key)


async def test_den_som_foerer_foerer_en_av_gangen_og_bare_den_som_er_aapen(store):
    en, annen = await aapne(store), await aapne(store, await moete(store, "Lia helsefellesskap"))
    assert await foerer(store, "aad-anne") is None
    await sett_foerer(store, "aad-anne", en.id)
    await sett_foerer(store, "aad-bo", en.id)
    await sett_foerer(store, "aad-anne", annen.id)
    assert (await foerer(store, "aad-anne"), await foerer(store, "aad-bo")) == (annen.id, en.id)

    await lukk(store, annen.id)
    await sett_foerer(store, "aad-bo", None)
    assert (await foerer(store, "aad-anne"), await foerer(store, "aad-bo")) == (None, None)


async def test_den_som_glemmes_foerer_ingen_men_det_de_foerte_staar(store):
    bok = await aapne(store)
    lagret = await noter(store, bok.id, linje(av=ANNE))
    await sett_foerer(store, "aad-anne", bok.id)
    await sett_foerer(store, "aad-bo", bok.id)

    async with store.turn() as uow:
        await uow.brukere.glem("aad-anne")
        await uow.commit()

    assert (await foerer(store, "aad-anne"), await foerer(store, "aad-bo")) == (None, bok.id)
    assert await les(store, bok.id) == lagret


async def begynn(
    store, samtale_id: str, kind: ConversationKind, person_key: str = "aad-anne"
) -> int | None:
    """The møtebok of a second turn there: by the first the conversation is known."""
    for n in range(2):
        async with store.turn() as uow:
            start = await uow.begin_turn(samtale_id, "29:a", [f"a{n}"], person_key)
            if start.conversation is None:
                await uow.note_turn(samples.samtale(samtale_id, kind=kind), [f"a{n}"], [])
            await uow.commit()
    return start.bok_id


async def test_turen_begynner_med_boken_til_moetets_chat(store):
    bok = await aapne(store, conversation_id=CHAT)

    assert await begynn(store, CHAT, ConversationKind.GROUP) == bok.id
    assert await begynn(store, CHAT, ConversationKind.GROUP, "aad-bo") == bok.id
    assert await begynn(store, "19:annen", ConversationKind.GROUP) is None
    await lukk(store, bok.id)
    assert await begynn(store, CHAT, ConversationKind.GROUP) is None


async def test_turen_i_en_privat_samtale_begynner_med_den_en_foerer(store):
    bok = await aapne(store, conversation_id=CHAT)
    await sett_foerer(store, "aad-anne", bok.id)

    assert await begynn(store, "a:anne", ConversationKind.PERSONAL) == bok.id
    assert await begynn(store, "a:bo", ConversationKind.PERSONAL, "aad-bo") is None
    assert await begynn(store, "19:annen", ConversationKind.GROUP) is None
    assert await begynn(store, "19:kanal", ConversationKind.CHANNEL) is None
    await lukk(store, bok.id)
    assert await begynn(store, "a:anne", ConversationKind.PERSONAL) is None


async def test_ingenting_av_dette_ryddes_bort(store):
    bok = await aapne(store)
    lagret = await noter(store, bok.id, linje())
    await sett_foerer(store, "aad-anne", bok.id)

    async with store.turn() as uow:
        await uow.purge(timedelta(seconds=-1))
        await uow.commit()

    assert (await les(store, bok.id), await foerer(store, "aad-anne")) == (lagret, bok.id)


async def test_registerets_versjon_staar_stille_mens_det_foeres(store):
    bok = await aapne(store)
    async with store.read() as archive:
        foer = (await archive.register()).versjon
    await noter(store, bok.id, linje())
    await lukk(store, bok.id)

    async with store.read() as archive:
        assert (await archive.register()).versjon == foer


def kjente(fra: int, til: int) -> list[Foering]:
    return [linje(id=n) for n in range(fra, til)]


def test_det_som_huskes_er_det_som_ble_lest_sist():
    lager = Boklager(most=10)
    for bok_id in (1, 2):
        lager.behold(bok_id, kjente(1, 5))
    lager.behold(1, kjente(1, 5))
    lager.behold(3, kjente(1, 6))

    assert [len(lager.linjer(bok_id)) for bok_id in (1, 2, 3, 4)] == [4, 0, 5, 0]


def test_det_lengste_som_er_lest_staar():
    lager = Boklager()
    lager.behold(1, kjente(1, 9))
    lager.behold(1, kjente(1, 5))

    assert len(lager.linjer(1)) == 8


def test_en_moetebok_som_er_for_stor_huskes_ikke():
    lager = Boklager(most=3)
    lager.behold(1, kjente(1, 9))
    lager.behold(2, kjente(1, 3))

    assert [len(lager.linjer(bok_id)) for bok_id in (1, 2)] == [0, 2]
