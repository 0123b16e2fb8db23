"""The lanes of the outbox: order, doubt, limits, what is closed, and what is changed in place."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.budsjett import Grense, Grenser
from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.utboks import Operasjon, Utposttilstand, er_uviss
from bot.domain.utboksport import GAMMEL
from tests.storage.test_utboks import INGEN_TID, LEIE, NAA, gjoer, legg, noekler, post, ta

KANAL = "19:fag@thread.tacv2"
TRAAD = f"{KANAL};messageid=1"
MORGEN = NAA + timedelta(hours=12)
ENDRE = {"operasjon": Operasjon.ENDRE, "gjelder": "a"}
SLETT = {"operasjon": Operasjon.SLETT, "gjelder": "a"}


async def ta_med(store, grenser, antall=100):
    async with store.turn() as uow:
        tatt = await uow.utboks.ta(NAA, LEIE, antall, grenser)
        await uow.commit()
    return tatt


async def send(store, *, naa=NAA, aktivitet=None):
    """Whatever may be sent, sent: in which order."""
    sendt = []
    while tatt := await ta(store, naa):
        for p in tatt:
            sendt.append(p.noekkel)
            await gjoer(store, "sendt", p.id, aktivitet, forsoek=p.forsoek)
    return sendt


async def skriver(store, hvor=KANAL, noekkel="hei", svar=None, **felt):
    """Somebody writes to the bot there."""
    async with store.turn() as uow:
        await uow.begin_turn(hvor, "29:x", [noekkel])
        samtale = Conversation(hvor, ConversationKind.CHANNEL, "https://smba.example/", **felt)
        await uow.note_turn(samtale, [noekkel], svar)
        await uow.commit()


async def test_det_som_skal_proeves_igjen_holder_igjen_dem_bak_seg(store):
    await legg(store, post("a1"), post("a2"), post("b1", "19:b"))
    a1, b1 = await ta(store)
    await gjoer(store, "sendt", b1.id)
    await gjoer(store, "igjen", a1.id, NAA + timedelta(seconds=5), grunn="429")

    assert await ta(store) == []
    assert await send(store, naa=NAA + timedelta(seconds=5)) == ["a1", "a2"]


async def test_det_som_er_utsatt_til_morgenen_slipper_fram_det_som_haster(store):
    await legg(store, post("a1"), post("haster"))
    [a1] = await ta(store)
    await gjoer(store, "utsett", a1.id, MORGEN)

    assert await send(store) == ["haster"]
    assert await send(store, naa=MORGEN) == ["a1"]
    a1 = await gjoer(store, "hent", a1.id)
    assert (a1.foerst, a1.siden) == (MORGEN, NAA)


async def test_den_som_forfalt_foerst_gaar_foerst_ogsaa_om_den_er_lagt_sist(store):
    await legg(store, post("sist", ikke_foer=NAA), post("foerst", ikke_foer=NAA - timedelta(minutes=1)))

    assert await send(store) == ["foerst", "sist"]


async def test_i_tvil_telles_bare_naar_leien_gikk_ut(store):
    await legg(store, post("a"))
    [a] = await ta(store)
    await gjoer(store, "igjen", a.id, NAA)
    [a] = await ta(store, leie=INGEN_TID)
    assert a.i_tvil == 0

    [a] = await ta(store, leie=INGEN_TID)
    assert (a.i_tvil, er_uviss(a)) == (1, False)
    [a] = await ta(store)
    assert (a.i_tvil, er_uviss(a)) == (2, True)
    assert await gjoer(store, "uviss", a.id, "in doubt", forsoek=a.forsoek)
    assert await ta(store) == []


async def test_det_som_kan_ha_kommet_fram_trekkes_og_endres_ikke(store):
    await legg(store, post("a"), post("b", "19:b"))
    for p in await ta(store):
        await gjoer(store, "igjen", p.id, NAA, tvil=p.noekkel == "a")

    assert [await gjoer(store, "erstatt", n, {"text": "ny"}) for n in "abc"] == [False, True, False]
    assert [await gjoer(store, "trekk", n) for n in "ab"] == [False, True]
    [a] = await ta(store)
    assert (a.i_tvil, a.melding["text"]) == (1, "Hei – a")


async def test_en_endring_kommer_etter_det_den_endrer_og_vet_hvilken_melding(store):
    await legg(store, post("a", KANAL), post("endre", KANAL, **ENDRE), post("slett", KANAL, **SLETT))
    [a] = await ta(store)
    assert (a.noekkel, a.aktivitet) == ("a", None)
    await gjoer(store, "sendt", a.id, "p1", forsoek=1)

    for noekkel in ("endre", "slett"):
        [p] = await ta(store)
        assert (p.noekkel, p.aktivitet) == (noekkel, "p1")
        await gjoer(store, "sendt", p.id)


async def test_en_endring_gaar_ikke_forbi_det_som_er_utsatt(store):
    await legg(store, post("a"), post("e1", **ENDRE), post("annet"))
    [a] = await ta(store)
    await gjoer(store, "utsett", a.id, MORGEN)
    await legg(store, post("e2", **ENDRE))

    assert await send(store) == ["annet"]
    assert await send(store, naa=MORGEN) == ["a", "e1", "e2"]


async def test_en_endring_er_aldri_i_tvil(store):
    await legg(store, post("a"))
    await send(store, aktivitet="p1")
    await legg(store, post("e", **ENDRE))
    for _ in range(4):
        [e] = await ta(store, leie=INGEN_TID)
    assert (e.i_tvil, e.forsoek, er_uviss(e)) == (0, 4, False)


async def test_hvilken_post_en_melding_er(store):
    await legg(store, post("a", KANAL), post("b", "19:b"))
    await send(store, aktivitet="p1")
    await legg(store, post("e", KANAL, **ENDRE))
    await send(store)

    assert (await gjoer(store, "ved_aktivitet", TRAAD, "p1")).noekkel == "a"
    assert (await gjoer(store, "ved_aktivitet", "19:b", "p1")).noekkel == "b"
    assert await gjoer(store, "ved_aktivitet", KANAL, "p2") is None


async def test_alt_under_en_noekkel_og_det_siste_i_noen_kanaler(store):
    await legg(store, post("s:1:x"), post("s:12:x", "19:b"), post("s:1:y", "19:b"), post("e", **ENDRE))
    _, b = await ta(store)
    await gjoer(store, "doed", b.id, "400")

    assert noekler(await gjoer(store, "under", "s:1:")) == ["s:1:x", "s:1:y"]
    assert noekler(await gjoer(store, "under", "s_1")) == []
    assert noekler(await gjoer(store, "siste", ["19:a", "19:b"], 5)) == ["s:1:y", "s:1:x"]
    assert noekler(await gjoer(store, "siste", ["19:a", "19:b"], 1)) == ["s:1:y"]


async def test_en_stengt_samtale_venter_til_noen_skriver_der(store):
    await legg(store, post("a1", KANAL), post("a2", KANAL), post("b", "19:b"))
    a1, _ = await ta(store)
    await gjoer(store, "steng", a1.id, "403", forsoek=a1.forsoek)

    assert await ta(store, NAA + timedelta(days=3)) == []
    assert (await gjoer(store, "maal", NAA)).stengte == 1
    await skriver(store, TRAAD)
    assert (await gjoer(store, "maal", NAA)).stengte == 0
    assert await send(store) == ["a1", "a2"]


async def test_den_aapnes_ikke_av_at_boten_fjernes_og_ikke_av_en_annen_kanal(store):
    await legg(store, post("a", KANAL))
    [a] = await ta(store)
    await gjoer(store, "steng", a.id, "403", forsoek=1)
    await skriver(store, KANAL, installed=False)
    await skriver(store, f"{KANAL}2")

    assert await ta(store) == []


async def test_en_kanal_som_aapnes_er_installert_igjen(store):
    await skriver(store)
    async with store.turn() as uow:
        await uow.kanaler.stengt(KANAL)
        await uow.commit()
    async with store.turn() as uow:
        await uow.kanaler.aapnet(TRAAD)
        await uow.commit()
    async with store.turn() as uow:
        assert (await uow.conversation(KANAL)).installed


async def test_av_en_stengt_samtale_tas_bare_det_som_er_for_gammelt(store):
    await legg(store, post("a1", KANAL), post("a2", KANAL, ikke_foer=NAA + timedelta(days=1)))
    [a1] = await ta(store)
    await gjoer(store, "steng", a1.id, "403", forsoek=1)

    assert await ta(store, NAA + GAMMEL - timedelta(seconds=1)) == []
    [a1] = await ta(store, NAA + GAMMEL)
    assert a1.noekkel == "a1"
    await gjoer(store, "doed", a1.id, "out of date", forsoek=a1.forsoek)
    assert await ta(store, NAA + GAMMEL) == []


async def sendt_innen(store, antall, grenser, seconds):
    """How many of the posts leave within that time, sent as soon as they may."""
    sendt, slutt = 0, asyncio.get_running_loop().time() + seconds
    while sendt < antall and asyncio.get_running_loop().time() < slutt:
        for p in await ta_med(store, grenser):
            await gjoer(store, "sendt", p.id, forsoek=p.forsoek)
            sendt += 1
        await asyncio.sleep(0.01)
    return sendt


async def test_ikke_flere_til_en_samtale_enn_grensen_sier(store):
    await legg(store, *(post(f"a{n}") for n in range(4)), post("b1", "19:b"))
    grenser = Grenser(samtale=(Grense(2, 3),))

    assert await sendt_innen(store, 5, grenser, 1.5) == 3
    async with store.read() as archive:
        assert not await archive.post_venter(NAA)
    assert await sendt_innen(store, 2, grenser, 6) == 2


async def test_det_som_ble_svart_der_teller_med_ogsaa_i_traadene(store):
    await skriver(store, KANAL, "en")
    await skriver(store, TRAAD, "to")
    await skriver(store, f"{KANAL}2;messageid=3", "tre")
    await legg(store, post("a", KANAL), post("b", "19:b"))

    assert noekler(await ta_med(store, Grenser(samtale=(Grense(2, 3600),)))) == ["b"]
    assert noekler(await ta_med(store, Grenser(samtale=(Grense(3, 3600),)))) == []


async def test_hvert_svar_teller_for_seg(store):
    await skriver(store, KANAL, svar=[{"text": "en"}, {"text": "to"}, {"text": "tre"}])
    await legg(store, post("a", KANAL))

    assert await ta_med(store, Grenser(samtale=(Grense(3, 3600),))) == []


async def test_ogsaa_tre_svar_gir_plass_til_en_til(store):
    await skriver(store, KANAL, svar=[{"text": "en"}, {"text": "to"}, {"text": "tre"}])
    await legg(store, post("a", KANAL))

    assert noekler(await ta_med(store, Grenser(samtale=(Grense(4, 3600),)))) == ["a"]


async def test_det_andre_som_sendes_dit_teller_med(store):
    await gjoer(store, "noter", "19:a")
    await legg(store, post("a"), post("b", "19:b"))

    assert noekler(await ta_med(store, Grenser(samtale=(Grense(1, 3600),)))) == ["b"]


async def test_ikke_flere_i_alt_enn_det_er_sagt(store):
    await legg(store, *(post(f"{n}", f"19:{n}") for n in range(9)))
    grenser = Grenser(i_alt=4)

    assert len(await ta_med(store, grenser)) == 4
    assert await ta_med(store, grenser) == []
    await asyncio.sleep(2.1)
    assert len(await ta_med(store, grenser, 3)) == 3
    assert len(await ta_med(store, grenser)) == 1


async def test_hvordan_det_staar_til(store):
    await legg(
        store,
        post("a", ikke_foer=NAA - timedelta(minutes=2)),
        *(post(n, f"19:{n}") for n in "bcd"),
        post("e", "19:e", ikke_foer=NAA + timedelta(days=1)),
    )
    a, b, c, d = await ta(store)
    await gjoer(store, "igjen", a.id, NAA, tvil=True)
    await gjoer(store, "sendt", b.id)
    await gjoer(store, "doed", c.id, "400")
    maal = await gjoer(store, "maal", NAA)

    assert (maal.venter, maal.sender, maal.sendt, maal.doede, maal.uviss) == (2, 1, 1, 1, 0)
    assert (maal.eldste, maal.forsoek, maal.i_tvil, maal.stengte) == (120, 4, 1, 0)
    await gjoer(store, "uviss", d.id, "timeout")
    liste = await gjoer(store, "liste", [Utposttilstand.DOED, Utposttilstand.UVISS], 5)
    assert [(p.noekkel, p.grunn) for p in liste] == [("c", "400"), ("d", "timeout")]
    assert noekler(await gjoer(store, "liste", list(Utposttilstand), 2)) == ["a", "b"]


@pytest.mark.parametrize("hvordan", ["doed", "uviss", "steng"])
async def test_det_som_noen_ber_om_aa_proeve_igjen_sendes_naa(store, hvordan):
    await legg(store, post("a"))
    [a] = await ta(store)
    await gjoer(store, hvordan, a.id, "403", forsoek=1)
    senere = NAA + timedelta(days=30)
    assert await gjoer(store, "proev_igjen", a.id, senere)

    [igjen] = await ta(store, senere)
    assert (igjen.noekkel, igjen.siden, igjen.forsoek) == ("a", senere, 2)
    assert not await gjoer(store, "proev_igjen", a.id, senere)
    await gjoer(store, "sendt", a.id)
    assert not await gjoer(store, "proev_igjen", a.id, senere)
    assert not await gjoer(store, "proev_igjen", 10_000, senere)


async def test_om_noe_kan_sendes(store):
    async def venter(naa=NAA):
        async with store.read() as archive:
            return await archive.post_venter(naa)

    assert not await venter()
    await legg(store, post("a", ikke_foer=NAA + timedelta(minutes=1)))
    assert [await venter(), await venter(NAA + timedelta(minutes=1))] == [False, True]
    await ta(store, NAA + timedelta(minutes=1))
    assert not await venter(NAA + timedelta(minutes=1))
