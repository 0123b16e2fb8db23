"""What a turn starts from and leaves behind: conversation, noted turn, open question, draft."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.conversation import Button, Context, ConversationKind, ImportDraft, Question
from bot.domain.errors import Conflict
from bot.domain.maalform import Maalform, Maalformer
from bot.domain.ports import HandledTurn
from bot.jobs.purge import purge
from storage.store import open_store
from tests.fakes import FakeClock, FakeStore
from tests.storage import samples

HER = samples.samtale().id


async def tur(store, *keys, person="anne", samtale=None, svar=None, question=None):
    """One whole turn; what it started from."""
    async with store.turn() as uow:
        start = await uow.begin_turn(HER, person, keys)
        if question is not None:
            await uow.set_question(HER, person, question)
        await uow.note_turn(samtale or start.conversation or samples.samtale(), keys, svar)
        await uow.commit()
    return start


async def se(store, person="anne", *keys):
    async with store.turn() as uow:
        return await uow.begin_turn(HER, person, keys or ("ukjent",))


async def test_den_foerste_meldingen_starter_fra_ingenting(store):
    start = await tur(store, "a1")

    assert (start.conversation, start.handled, start.question) == (None, None, None)


async def test_samtalen_kommer_tilbake_som_den_var(store):
    vist = datetime(2024, 4, 10, 9, 30, 15, 250_000, tzinfo=ZoneInfo("Europe/Oslo"))
    samtale = replace(
        samples.samtale(),
        kind=ConversationKind.PERSONAL,
        bot_id="28:helsebot",
        team_id="19:team",
        installed=False,
        greeted=True,
        context=Context(3, 7, "10/24", vist),
    )
    await tur(store, "a1", samtale=samtale)

    assert (await se(store)).conversation == samtale


async def test_en_traad_kjenner_navnet_paa_kanalen_sin(store):
    await tur(store, "a1", samtale=replace(samples.samtale(), name="ASU Fjorden"))

    async with store.turn() as uow:
        traad = await uow.begin_turn(f"{HER};messageid=17", "anne", ["a2"])
    async with store.turn() as uow:
        annen = await uow.begin_turn("19:annen;messageid=17", "anne", ["a2"])

    assert (traad.conversation, traad.channel_name) == (None, "ASU Fjorden")
    assert (annen.conversation, annen.channel_name) == (None, None)
    assert (await se(store)).channel_name == "ASU Fjorden"


async def test_det_som_ble_vist_sist_huskes_til_neste_tur(store):
    await tur(store, "a1")
    start = await se(store)
    start.conversation.context = Context(organ_id=1, moete_id=2, shown=samples.NAA)
    await tur(store, "a2", samtale=start.conversation)

    assert (await se(store)).conversation.context == Context(1, 2, None, samples.NAA)


async def test_et_tidspunkt_uten_sone_blir_ikke_lagret(sql_store):
    naken = samples.samtale(context=Context(shown=datetime(2024, 4, 10, 9, 0)))

    with pytest.raises(Exception, match="offset"):
        await tur(sql_store, "a1", samtale=naken)

    assert (await se(sql_store)).conversation is None


async def test_en_melding_som_leveres_igjen_kjennes_igjen(store):
    await tur(store, "a1", svar=[{"text": "Lagret – «ASU»"}])

    assert (await se(store, "anne", "a1")).handled == HandledTurn([{"text": "Lagret – «ASU»"}], sent=False)
    assert (await se(store, "anne", "a2")).handled is None


async def test_et_knappetrykk_kjennes_igjen_paa_begge_noekler(store):
    await tur(store, "a1", "op-1", svar=[{"text": "Lagret"}])

    for key in ("a1", "op-1"):
        assert (await se(store, "anne", key)).handled == HandledTurn([{"text": "Lagret"}], sent=False)
    assert (await se(store, "anne", "a9", "op-1")).handled == HandledTurn([{"text": "Lagret"}], sent=False)
    assert (await se(store, "anne", "a1", "op-1")).handled == HandledTurn([{"text": "Lagret"}], sent=False)


@pytest.mark.parametrize("key", ["a1", "op-1"])
async def test_svar_som_er_sendt_er_merket(store, key):
    await tur(store, "a1", "op-1", svar=[{"text": "Lagret"}])
    async with store.turn() as uow:
        await uow.mark_sent(HER, key)
        await uow.commit()

    assert (await se(store, "anne", "op-1")).handled == HandledTurn([{"text": "Lagret"}], sent=True)


async def test_bare_der_flere_kan_vaere_i_gang_sies_hvor_lenge_siden_en_tur_ble_gjort(
    sql_store, database_url
):
    await tur(sql_store, "a1", svar=[{"text": "Lagret"}])

    siden = (await se(sql_store, "anne", "a1")).handled.siden
    flere = database_url.startswith("postgresql")
    assert (siden is not None and siden < timedelta(minutes=1)) if flere else siden is None


async def test_et_spoersmaal_har_ingen_lagrede_svar(store):
    await tur(store, "a1")

    assert (await se(store, "anne", "a1")).handled == HandledTurn(None, sent=False)


async def test_samme_tur_kan_ikke_noteres_to_ganger(store):
    await tur(store, "a1")

    with pytest.raises(Conflict):
        await tur(store, "a1")


async def test_samme_noekkel_i_en_annen_samtale_er_en_annen_tur(store):
    await tur(store, "a1")
    async with store.turn() as uow:
        start = await uow.begin_turn("19:annen", "anne", ["a1"])
        await uow.note_turn(samples.samtale("19:annen"), ["a1"], None)
        await uow.commit()

    assert start.handled is None


async def test_et_aapent_spoersmaal_er_til_en_person(store):
    spoersmaal = Question(
        [Button("ASU i Vikvåg", "velg", {"organ": 1}), Button("PSU", "velg")], samples.NAA
    )
    await tur(store, "a1", question=spoersmaal)

    assert (await se(store, "anne")).question == spoersmaal
    assert (await se(store, "odd")).question is None


async def test_et_nytt_spoersmaal_erstatter_det_gamle_og_kan_lukkes(store):
    await tur(store, "a1", question=Question([Button("Ja", "ja")], samples.NAA))
    nytt = Question([Button("Nei", "nei")], samples.NAA + timedelta(minutes=1))
    await tur(store, "a2", question=nytt)
    assert (await se(store)).question == nytt

    async with store.turn() as uow:
        await uow.set_question(HER, "anne", None)
        await uow.commit()

    assert (await se(store)).question is None


async def test_en_lest_fil_venter_til_den_lagres_eller_forkastes(store):
    utkast = ImportDraft("d1", "anne", HER, "innkalling æøå.pdf", '{"innkalling": null}', samples.NAA)
    async with store.turn() as uow:
        await uow.save_import_draft(utkast)
        await uow.commit()

    async with store.turn() as uow:
        assert await uow.load_import_draft("d1") == utkast
        await uow.delete_import_draft("d1")
        await uow.commit()

    async with store.turn() as uow:
        assert await uow.load_import_draft("d1") is None


@pytest.fixture
async def aapnet(store_url):
    """A store with a clock of its own that the test sets."""
    klokke = FakeClock(samples.NAA)
    store = FakeStore(klokke.now) if store_url is None else open_store(store_url, klokke.now)
    yield store, klokke
    await store.close()


async def legg_inn(store, navn, naar):
    """An open question and a draft that say they are from `naar`."""
    await tur(store, f"a-{navn}", person=navn, question=Question([], naar))
    async with store.turn() as uow:
        await uow.save_import_draft(ImportDraft(navn, navn, HER, "f.pdf", "{}", naar))
        await uow.commit()


async def utkast(store, navn):
    async with store.turn() as uow:
        return await uow.load_import_draft(navn)


async def test_det_som_er_eldre_enn_et_doegn_ryddes_bort(aapnet):
    store, klokke = aapnet
    await legg_inn(store, "anne", samples.NAA)
    klokke.at += timedelta(hours=24)
    await legg_inn(store, "odd", samples.NAA)
    klokke.at += timedelta(hours=1)

    assert await purge(store) == 3
    assert (await se(store, "anne", "a-anne")).handled is None
    assert (await se(store, "anne")).question is None
    assert await utkast(store, "anne") is None
    assert (await se(store, "odd", "a-odd")).handled is not None
    assert (await se(store, "odd")).question is not None
    assert await utkast(store, "odd") is not None


@pytest.mark.parametrize("aar", [2020, 2099])
async def test_et_doegn_regnes_fra_det_ble_lagret_og_ikke_fra_tiden_meldingen_sier(aapnet, aar):
    store, klokke = aapnet
    await legg_inn(store, "anne", samples.NAA.replace(year=aar))

    assert await purge(store) == 0
    klokke.at += timedelta(hours=25)
    assert await purge(store) == 3


async def test_gamle_turer_ryddes_bort_men_samtalen_staar(store):
    await tur(store, "a1", "op-1", svar=[{"text": "Lagret"}])

    async with store.turn() as uow:
        assert await uow.purge(timedelta(seconds=-1)) == 2
        await uow.commit()

    start = await se(store, "anne", "a1", "op-1")
    assert start.handled is None
    assert start.conversation == samples.samtale()


async def test_begin_turn_kommer_foerst(store):
    async with store.turn() as uow:
        await uow.register()
        with pytest.raises(RuntimeError):
            await uow.begin_turn(HER, "anne", ["a1"])
    async with store.turn() as uow:
        with pytest.raises(RuntimeError):
            await uow.note_turn(samples.samtale(), ["a1"], None)


async def test_et_trykk_som_bare_leser_noteres_ikke_men_samtalen_huskes(store):
    """A press on a reading button has no key to note (dialogs.samtale)."""
    await tur(store, "a1")
    start = await se(store)
    start.conversation.context = Context(organ_id=1, moete_id=2, shown=samples.NAA)
    await tur(store, samtale=start.conversation)

    assert (await se(store)).conversation.context.moete_id == 2


async def valg(store, person_key="aad-anne", samtale=HER):
    async with store.turn() as uow:
        return (await uow.begin_turn(samtale, "anne", ["ukjent"], person_key)).maalformer


async def test_ingen_har_valgt_maalform_foer_de_gjoer_det(store):
    assert await valg(store) == Maalformer()


async def test_en_person_velger_for_seg_og_en_kanal_for_alle_traadene_sine(store):
    async with store.turn() as uow:
        await uow.begin_turn(HER, "anne", ["a1"], "aad-anne")
        await uow.choose_channel_maalform(f"{HER};messageid=17", Maalform.NN)
        await uow.choose_person_maalform("aad-anne", Maalform.NB)
        await uow.note_written_maalform("aad-anne", Maalform.NN)
        await uow.commit()

    assert await valg(store) == Maalformer(kanal=Maalform.NN, valgt=Maalform.NB, sist=Maalform.NN)
    assert await valg(store, "aad-ola", f"{HER};messageid=99") == Maalformer(kanal=Maalform.NN)
    assert await valg(store, "aad-anne", "19:annen") == Maalformer(valgt=Maalform.NB, sist=Maalform.NN)
    assert await valg(store, "", "19:annen") == Maalformer()


async def test_det_som_velges_sist_gjelder_og_roerer_ikke_det_som_sist_ble_skrevet(store):
    for valgt in (Maalform.NN, Maalform.NB):
        async with store.turn() as uow:
            await uow.begin_turn(HER, "anne", ["a1"], "aad-anne")
            await uow.note_written_maalform("aad-anne", Maalform.NN)
            await uow.choose_person_maalform("aad-anne", valgt)
            await uow.commit()

    assert await valg(store) == Maalformer(valgt=Maalform.NB, sist=Maalform.NN)


async def test_et_valg_som_ikke_ble_ferdig_er_ikke_gjort(store):
    async with store.turn() as uow:
        await uow.begin_turn(HER, "anne", ["a1"], "aad-anne")
        await uow.choose_person_maalform("aad-anne", Maalform.NN)

    assert await valg(store) == Maalformer()
