"""Which sak a line means: one's own, or for leder and sekretariat anybody's, by number or by words."""

from dataclasses import replace

import pytest

from bot.domain.conversation import Button
from bot.domain.meldtsak import Sakslag, Sakstilstand
from bot.domain.organ import Medlem
from bot.turn import SakRef
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.eventueltfolk import ANNE, BERIT, JONAS, KARI, OVE, bygg, saker
from tests.dialogs.tolker import Innvidd, gjettet

MAI, JUNI = "ASU onsdag 15. mai 2024 kl. 12.00–15.00", "ASU onsdag 19. juni 2024 kl. 12.00–15.00"

SAGT = Innvidd(
    trekk_eventueltsak_1=gjettet("eventuelt.trekk", sak=SakRef(nummer=1)),
    trekk_den=gjettet("eventuelt.trekk"),
    trekk_saken_om_parkering=gjettet("eventuelt.trekk", extra={"tekst": "parkering"}),
    trekk_saka_om_parkeringa=gjettet("eventuelt.trekk", extra={"tekst": "saka om parkeringa"}),
    trekk_saken_om_ambulanse=gjettet("eventuelt.trekk", extra={"tekst": "ambulanse"}),
    flytt_saken_om_parkering=gjettet("eventuelt.endre", extra={"hva": "flytt", "tekst": "parkering"}),
    endre_saken_om_parkering=gjettet(
        "eventuelt.endre", sak=SakRef(emne="parkering"), extra={"tekst": "Parkering om natten"}
    ),
    sett_Parkering_på_sakslista=gjettet("eventuelt.endre", extra={"hva": "forfrem", "tekst": "Parkering"}),
    sett_Ny_avtale_på_sakslista=gjettet("eventuelt.endre", extra={"hva": "forfrem", "tekst": "Ny avtale"}),
)


@pytest.fixture
async def chat() -> Chat:
    return Chat(admins=set(), tolk=SAGT)


@pytest.fixture
async def hos(chat):
    """Berit has raised one, and Kari two."""
    hos = await bygg(chat)
    await chat.si(BERIT, "meld sak til eventuelt: Tolk")
    await chat.si(KARI, "meld sak til eventuelt: Skyss")
    await chat.si(KARI, "meld sak til eventuelt: Parkering ved sykehuset")
    return hos


async def den(chat, hos, tittel: str):
    return next(s for s in await saker(chat, hos.asu) if tittel in s.tittel)


@pytest.mark.parametrize("linje", ["trekk eventueltsak 1", "trekk sak 1 under eventuelt"])
async def test_the_sekretariat_withdraws_anybodys_by_its_number(chat, hos, linje):
    spurt = await chat.si(OVE, linje)
    assert spurt.text == f"Skal jeg trekke denne saken fra {MAI}?\n«Tolk» (Berit Nes)"
    assert spurt.labels == ["Ja, trekk saken", "Avbryt"]
    assert await chat.si(OVE, "ja")
    assert (await den(chat, hos, "Tolk")).tilstand is Sakstilstand.TRUKKET


@pytest.mark.parametrize("linje", ["trekk saken om parkering", "trekk saka om parkeringa"])
async def test_and_by_its_words(chat, hos, linje):
    spurt = await chat.si(OVE, linje)
    assert "«Parkering ved sykehuset» (Kari Dahl)" in spurt
    await chat.trykk(OVE, spurt.knapp("Ja"))
    assert (await den(chat, hos, "Parkering")).tilstand is Sakstilstand.TRUKKET


async def test_ones_own_by_its_words(chat, hos):
    spurt = await chat.si(KARI, "trekk saken om parkering")
    assert "«Parkering ved sykehuset»" in spurt
    assert "Kari" not in spurt


async def test_without_any_of_ones_own_the_others_are_shown_and_none_is_taken(chat, hos):
    spurt = await chat.si(OVE, "trekk den")
    assert spurt.foerst == "Du har ingen egen sak til eventuelt som venter. Er det en av disse?"
    assert spurt.labels == ["Tolk", "Skyss", "Parkering ved sykehuset"]
    assert "Saken er trukket" in await chat.si(OVE, "2")
    assert (await den(chat, hos, "Skyss")).tilstand is Sakstilstand.TRUKKET


@pytest.mark.parametrize("linje", ["trekk saken om ambulanse", "trekk saken min om ambulanse"])
async def test_the_only_one_is_not_taken_where_the_words_are_not_in_it(chat, hos, linje):
    spurt = await chat.si(BERIT, linje)
    assert spurt.foerst == "Jeg finner ingen sak til eventuelt med de ordene. Er det en av disse?"
    assert spurt.labels == ["Tolk"]
    assert (await den(chat, hos, "Tolk")).tilstand is Sakstilstand.MELDT


async def test_another_members_is_neither_found_nor_shown(chat, hos):
    for hvem in (BERIT, JONAS):
        svar = await chat.si(hvem, "trekk saken om parkering")
        assert "Parkering" not in svar
        assert "Skyss" not in svar


async def test_in_a_foreign_channel_the_sekretariat_finds_none(chat, hos):
    svar = await chat.si(OVE, "trekk den", i=kanal("PSU"))
    assert "Tolk" not in svar
    assert "Tolk" not in str(svar.labels)


async def test_it_is_moved_and_worded_anew_by_its_words(chat, hos):
    spurt = await chat.si(ANNE, "flytt saken om parkering")
    assert spurt.foerst == f"Skal jeg flytte denne saken fra {MAI} til møtet etter?"
    assert f"Flyttet til {JUNI}" in await chat.si(ANNE, "ja")
    svar = await chat.si(KARI, "endre saken om parkering")
    assert svar.foerst.endswith("Nå står det: «Parkering om natten».")


async def test_the_leader_is_asked_before_anothers_is_moved_in_one_line(chat, hos):
    spurt = await chat.si(ANNE, "flytt sak 2 under eventuelt til neste møte")
    assert "«Skyss» (Kari Dahl)" in spurt
    assert (await den(chat, hos, "Skyss")).moete_id == hos.mai


async def test_by_its_words_it_is_put_on_a_saksliste_whichever_kind_it_is(chat, hos):
    await chat.si(BERIT, "meld en sak til ASU: Ny avtale")
    for tittel in ("Parkering", "Ny avtale"):
        spurt = await chat.si(OVE, f"sett {tittel} på sakslista")
        assert spurt.labels == [MAI, JUNI]
        await chat.trykk(OVE, spurt.knapp(JUNI))
        sak = await den(chat, hos, tittel)
        assert (sak.slag, sak.tilstand) == (Sakslag.ORDINAER, Sakstilstand.GODTATT)
    for hvem in (ANNE, BERIT):
        assert "bare sekretariatet" in await chat.si(hvem, "sett Parkering på sakslista")


async def test_ones_own_are_not_listed_in_a_foreign_channel(chat, hos):
    for linje in ("trekk saken min", "trekk saken om parkering", "flytt saken min til neste møte"):
        svar = await chat.si(KARI, linje, i=kanal("PSU"))
        assert "Skyss" not in svar.text + str(svar.labels)
        assert "Parkering" not in svar.text + str(svar.labels)
    assert (await chat.si(KARI, "trekk saken min", i=kanal("ASU"))).labels == [
        "Skyss",
        "Parkering ved sykehuset",
    ]


async def test_anothers_is_neither_shown_nor_changed_from_a_foreign_channel(chat, hos):
    sak = await den(chat, hos, "Skyss")
    await chat.si(BERIT, "meld en sak til ASU: Ny avtale")
    meldt = await den(chat, hos, "Ny avtale")
    for verb, sak_id, mer in (
        ("eventuelt.trekk", sak.id, {}),
        ("eventuelt.endre", sak.id, {"hva": "forfrem"}),
        ("eventuelt.endre", sak.id, {}),
        ("sak.sett_paa", meldt.id, {"moete": hos.mai}),
        ("sak.avslaa", meldt.id, {}),
    ):
        knapp = Button("", verb, {"meldt": sak_id, "op": verb, **mer})
        svar = await chat.trykk(OVE, knapp, i=kanal("PSU"))
        assert "Skyss" not in svar
        assert "Ny avtale" not in svar
    assert (await den(chat, hos, "Skyss")).logg == sak.logg
    assert (await den(chat, hos, "Ny avtale")).logg == meldt.logg


async def test_of_two_with_one_name_the_one_that_is_pressed(chat, hos):
    async with chat.store.turn() as uow:
        asu = (await uow.register()).organ(hos.asu)
        to = [Medlem("Per Berg", representerer=sete, epost=f"{sete}@x.example") for sete in ("Nes", "Moe")]
        await uow.save_organ(replace(asu, medlemmer=[*asu.medlemmer, *to]))
        await uow.commit()
    spurt = await chat.si(ANNE, "meld sak til eventuelt for Per Berg: Skyss om natten")
    assert spurt.labels == ["Per Berg (Nes)", "Per Berg (Moe)"]
    svar = await chat.trykk(ANNE, spurt.knapp("Per Berg (Moe)"))
    assert svar.foerst.startswith("Saken er meldt for Per Berg til eventuelt")


async def test_in_nynorsk(chat, hos):
    await chat.si(OVE, "svar meg på nynorsk")
    await chat.si(BERIT, "svar meg på nynorsk")
    spurt = await chat.si(OVE, "trekk den")
    assert spurt.foerst == "Du har inga eiga sak til eventuelt som ventar. Er det ei av desse?"
    spurt = await chat.si(BERIT, "trekk saken om ambulanse")
    assert spurt.foerst == "Eg finn inga sak til eventuelt med dei orda. Er det ei av desse?"
