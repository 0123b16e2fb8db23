"""«Send referatet til godkjenning»: shown first, and then each gets what concerns them."""

import pytest

from bot.domain.bokakt import Akt
from bot.domain.bokframmoete import til_stede
from bot.domain.boklesing import les
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Boktilstand
from tests.dialogs.chat import kl, privat
from tests.dialogs.godkjenningsfolk import (
    ANNE,
    BERIT,
    DAGEN_ETTER,
    LIV,
    OLGA,
    OVE,
    SIRI,
    UKJENT,
    bygg_bok,
)


async def test_it_is_shown_first_with_what_is_missing_and_who_gets_it():
    hus = await bygg_bok()
    svar = await hus.si(OVE, "send referatet til godkjenning")
    assert svar.foerst == "Skal jeg sende referatet fra ASU onsdag 15. mai 2024 til godkjenning?"
    assert "Saker uten konklusjon: " in svar
    assert "Forslag uten vedtak: sak " in svar
    assert "Oppfølging uten frist: punkt 3 og 4." in svar
    assert "Referatet går til 5 personer." in svar
    assert "i stedet vite hva de gikk glipp av: Berit Nes." in svar
    assert "Merknadsfristen blir mandag 3. juni 2024." in svar
    assert svar.labels == ["Ja, send", "Avbryt"]
    assert (await hus.stand()).tilstand is Boktilstand.UTKAST


async def test_on_yes_each_gets_what_concerns_them():
    hus = await bygg_bok()
    await hus.chat.si(SIRI, "hei", i=privat(SIRI))
    svar = await hus.send()
    assert svar.foerst.startswith("Referatet fra ASU onsdag 15. mai 2024 er sendt til 5 personer.")
    bok, _, _ = await hus.bok()
    assert (bok.tilstand, str(bok.merknadsfrist)) == (Boktilstand.TIL_GODKJENNING, "2024-06-03")
    post = await hus.chat.post()
    siri = post[SIRI][0]
    assert siri.text.startswith("Referatet fra ASU onsdag 15. mai 2024 er til godkjenning\n")
    assert "Merknadsfrist: mandag 3. juni 2024" in siri.text
    assert "Dine oppgaver\n• Siri skriver brevet" in siri.text
    assert "Sak 02/24 Digital hjemmeoppfølging – status: Tas til orientering." in siri.text
    assert [b.label for b in siri.buttons] == ["Les referatet", "Jeg har en merknad", "Ingen merknader"]
    assert "Dine oppgaver" not in post[ANNE][0].text
    berit = post[BERIT][0]
    assert berit.text.startswith("Dette gikk du glipp av i ASU onsdag 15. mai 2024\n")
    assert "Liv Strand møtte som vara for deg." in berit.text
    assert "• Nordre region finner en kontakt" in berit.text
    assert [len(post[h]) for h in (LIV, OVE, OLGA)] == [1, 0, 0]
    assert post[LIV][0].text.startswith("Referatet fra ASU onsdag 15. mai 2024 er til godkjenning\n")


async def test_what_one_missed_heeds_the_night_too():
    hus = await bygg_bok()
    await hus.send(at="2024-05-15T21:00")
    assert (await hus.chat.post(at="2024-05-15T21:05"))[BERIT] == []
    [melding] = (await hus.chat.post(at="2024-05-16T07:01"))[BERIT]
    assert melding.text.startswith("Dette gikk du glipp av")


async def test_who_cannot_be_reached_is_named():
    hus = await bygg_bok()
    svar = await hus.send()
    assert "er sendt til 4 personer" in svar
    assert "Siri Haug" in svar


async def test_what_was_said_in_an_evening_comes_in_the_morning():
    hus = await bygg_bok()
    await hus.send(at="2024-05-15T21:00")
    assert (await hus.chat.post(at="2024-05-15T21:05"))[ANNE] == []
    assert len((await hus.chat.post(at="2024-05-16T07:01"))[ANNE]) == 1


async def test_who_has_had_two_things_about_the_moete_gets_it_all_the_same():
    hus = await bygg_bok()
    svar = await hus.chat.si(OVE, "send innkallingen til ASU")
    await hus.chat.trykk(OVE, svar.knapp("Ja"))
    await hus.chat.plan("2024-05-13T09:00")
    assert len((await hus.chat.post(at="2024-05-13T09:01"))[ANNE]) >= 1
    await hus.send()
    assert len((await hus.chat.post())[ANNE]) == 1


async def test_without_the_right():
    hus = await bygg_bok()
    for hvem in (BERIT, OLGA, UKJENT):
        svar = await hus.si(hvem, "send referatet til godkjenning")
        assert "Ja, send" not in svar.labels, hvem
    knapp = (await hus.si(OVE, "send referatet til godkjenning")).knapp("Ja")
    await hus.trykk(BERIT, knapp)
    assert (await hus.stand()).tilstand is Boktilstand.UTKAST


async def test_twice_and_after_it_is_locked():
    hus = await bygg_bok(send=True)
    assert "Ja, send" not in (await hus.si(OVE, "send referatet til godkjenning")).labels
    await hus.godkjenn()
    assert "Ja, send" not in (await hus.si(OVE, "send referatet til godkjenning")).labels
    assert (await hus.stand()).tilstand is Boktilstand.GODKJENT


async def test_a_redelivered_yes_sends_once():
    hus = await bygg_bok()
    svar = await hus.si(OVE, "send referatet til godkjenning")
    for _ in range(2):
        await hus.trykk(OVE, svar.knapp("Ja"))
    assert len((await hus.chat.post())[ANNE]) == 1
    assert sum(x.slag == "sendt" for x in (await hus.bok())[2]) == 1


async def test_nynorsk():
    hus = await bygg_bok()
    await hus.chat.si(ANNE, "svar på nynorsk", i=privat(ANNE))
    await hus.send()
    tekst = (await hus.chat.post())[ANNE][0].text
    assert tekst.startswith("Referatet frå ASU onsdag 15. mai 2024 er til godkjenning\n")


async def test_what_did_i_miss():
    hus = await bygg_bok()
    foer = await hus.si(BERIT, "hva gikk jeg glipp av")
    assert "er ikke sendt ut ennå" in foer
    await hus.send()
    svar = await hus.si(BERIT, "hva gikk jeg glipp av")
    assert svar.foerst == "Dette gikk du glipp av i ASU onsdag 15. mai 2024"
    assert "Liv Strand møtte som vara for deg." in svar
    assert "Jeg finner ikke noe møte du hadde forfall til." in await hus.si(ANNE, "hva gikk jeg glipp av")


async def test_with_a_frist_of_its_own():
    hus = await bygg_bok()
    svar = await hus.si(OVE, "send referatet til godkjenning med frist 12. juni")
    assert "Merknadsfristen blir onsdag 12. juni 2024." in svar
    await hus.trykk(OVE, svar.knapp("Ja"))
    assert str((await hus.stand()).merknadsfrist) == "2024-06-12"


async def test_a_frist_in_the_past_is_asked_about():
    hus = await bygg_bok()
    svar = await hus.si(OVE, "send referatet til godkjenning med frist 2. mai 2024")
    assert "Ja, send" not in svar.labels
    assert "2. mai 2024" in svar


@pytest.mark.parametrize("teams", [False, True])
async def test_a_guest_and_whom_only_teams_tells_of_get_nothing_before_it_is_approved(teams):
    hus = await bygg_bok()
    async with hus.chat.store.turn() as uow:
        register = await uow.register()
        psu = next(o for o in register.organer if any(m.navn.lower() == OLGA for m in o.medlemmer))
        olga = next(m for m in psu.medlemmer if m.navn.lower() == OLGA)
        hvem, akt = Hvem(olga.navn, olga.person_id), Akt(None, kl(DAGEN_ETTER), "teams:1")
        stand = les(await uow.boeker.les(hus.bok_id))
        await uow.boeker.noter(hus.bok_id, til_stede(stand, akt, [hvem], teams=teams))
        await uow.commit()
    await hus.chat.si(OLGA, "hei", i=privat(OLGA))
    assert "Referatet går til 5 personer." in await hus.si(OVE, "send referatet til godkjenning")
    await hus.send()
    assert (await hus.chat.post())[OLGA] == []
