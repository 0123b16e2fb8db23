"""Where the sammendrag stands: what is said of it is so, and a channel that lacks it can get it."""

from dataclasses import replace

import pytest

from bot.domain.sammendrag import Sammendragstilstand
from tests.dialogs.chat import kanal
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, OVE
from tests.dialogs.sammendragfolk import bygg_sammendrag

LEDELSEN = kanal("Ledelsen")


@pytest.fixture
async def s():
    return await bygg_sammendrag()


async def slett(s, i):
    svar = await s.si(OVE, "slett innlegget", i=i)
    if "Sammendrag" in svar.labels[0]:
        svar = await s.chat.trykk(OVE, svar.buttons[0], at=s.ref.naa(), i=i)
    await s.trykk(OVE, svar, "Ja", i=i)
    await s.chat.post()


async def test_before_it_has_come_there_it_is_said_that_it_is_on_its_way(s):
    await s.trykk(OVE, await s.hevet(), "Legg ut")
    assert "Til «Samarbeid» er det ikke kommet fram ennå" in await s.si(OVE, "legg ut sammendraget")
    await s.chat.post()
    assert "er lagt ut i «Samarbeid»" in await s.si(OVE, "legg ut sammendraget")


async def test_taken_back_when_the_channel_was_unlinked_it_can_be_put_out_again(s):
    await s.trykk(OVE, await s.hevet(), "Legg ut")
    await s.si(OVE, "koble denne kanalen fra ASU", i=ASUKANAL)
    assert "Ingen kanal får sammendrag" in await s.si(OVE, "legg ut sammendraget")
    await s.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    igjen = await s.si(OVE, "legg ut sammendraget")
    await s.trykk(OVE, igjen, "Legg ut")
    (post,) = [m for m in (await s.chat.post())[ASUKANAL.id] if "Sammendrag fra" in m.text]
    assert "Tas til orientering." in post.text


async def test_a_channel_that_is_linked_later_gets_it_alone(s):
    await s.lagt_ut()
    await s.si(OVE, "koble denne kanalen til ASU", i=LEDELSEN)
    await s.chat.post()
    assert "ikke lagt ut her" in await s.si(BERIT, "vis sammendraget", i=LEDELSEN)
    vist = await s.si(OVE, "legg ut sammendraget")
    assert "Det står i «Samarbeid».\nDet går til «Ledelsen»." in vist
    assert "legges nå ut i 1 kanal" in await s.trykk(OVE, vist, "Legg ut")
    post = await s.chat.post()
    assert list(post) == [LEDELSEN.id]
    assert s.chat.poster.endret == []
    await s.si(OVE, "endre punkt 1 til Utsettes.")
    await s.etter()
    assert {k for k, _, _ in s.chat.poster.endret} == {ASUKANAL.id, LEDELSEN.id}


async def test_taken_down_in_one_of_two_it_is_not_shown_there_and_can_come_back(s):
    await s.si(OVE, "koble denne kanalen til ASU", i=LEDELSEN)
    await s.chat.post()
    await s.lagt_ut()
    await slett(s, LEDELSEN)
    assert "Tas til orientering" not in (await s.si(BERIT, "vis sammendraget", i=LEDELSEN)).text
    assert "Tas til orientering." in await s.si(BERIT, "vis sammendraget", i=ASUKANAL)
    vist = await s.si(OVE, "legg ut sammendraget")
    assert "Det går til «Ledelsen»." in vist
    await s.trykk(OVE, vist, "Legg ut")
    assert list(await s.chat.post()) == [LEDELSEN.id]


async def test_put_out_again_it_is_as_it_was_shown(s):
    await s.lagt_ut()
    await s.si(OVE, "endre punkt 1 til Utsettes.")
    await s.etter()
    await slett(s, ASUKANAL)
    assert (await s.lagret()).tilstand is Sammendragstilstand.SLETTET
    vist = await s.si(OVE, "legg ut sammendraget")
    assert "Rettet" not in vist.text
    assert "ingen andre har sett" not in vist.text
    await s.trykk(OVE, vist, "Legg ut")
    (post,) = (await s.chat.post())[ASUKANAL.id]
    assert post.text.partition("\n")[2] in vist.text
    assert "Rettet" not in post.text


async def test_the_next_moete_is_called_off_and_is_no_longer_told_of(s):
    post = await s.lagt_ut()
    assert "Neste møte: onsdag 19. juni 2024" in post.text
    await s.trykk(OVE, await s.si(OVE, "avlys ASU 19. juni"), "Ja")
    (ny,) = await s.etter()
    assert "19. juni" not in ny.text
    assert "Rettet" not in ny.text
    assert await s.etter() == []


async def test_no_button_for_a_referat_that_is_refused(s):
    assert "Vis referatet" not in str((await s.lagt_ut()).card)


async def test_all_left_out_there_is_nothing_to_put_out(s):
    skjema = await s.trykk(OVE, await s.hevet(), "Endre")
    svar = await s.chat.trykk(OVE, skjema.knapp("Vis hvordan"), at=s.ref.naa())
    assert svar.labels == ["Endre", "Ikke nå"]
    assert "Alt er utelatt" in svar
    assert "ikke ført" not in svar.text


async def test_of_two_who_change_it_the_second_is_shown_what_the_first_wrote(s):
    vist = await s.hevet()
    oves, annes = await s.trykk(OVE, vist, "Endre"), await s.trykk(ANNE, vist, "Endre")
    valgt = {"sammendrag_linje_s2": "p1,p2"}
    knapp = oves.knapp("Vis hvordan")
    skrevet = {**knapp.data, **valgt, "sammendrag_innledning": "Takk fra Ove."}
    await s.chat.trykk(OVE, replace(knapp, data=skrevet), at=s.ref.naa())
    knapp = annes.knapp("Vis hvordan")
    svar = await s.chat.trykk(ANNE, replace(knapp, data={**knapp.data, **valgt}), at=s.ref.naa())
    assert "er endret siden du så det" in svar
    assert "Takk fra Ove." in str(svar.cards)
    assert (await s.lagret()).innledning == "Takk fra Ove."


async def test_a_vedtak_that_lacks_its_innspill_is_told_of_before_it_is_put_out(s):
    vist = await s.hevet("sak 3", "vedtatt som foreslått")
    assert "mangler innspill" in vist.text
