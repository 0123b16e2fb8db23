"""A sak to eventuelt is withdrawn, worded anew, moved and promoted: who may, who is told, what is kept."""

import asyncio

import pytest

from bot.domain.conversation import Button
from bot.domain.meldtsak import Sakslag, Sakstilstand
from bot.turn import SakRef
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.eventueltfolk import ANNE, BERIT, JONAS, KARI, OVE, PER, bygg, saker
from tests.dialogs.tolker import Innvidd, gjettet

MAI, JUNI = "ASU onsdag 15. mai 2024 kl. 12.00–15.00", "ASU onsdag 19. juni 2024 kl. 12.00–15.00"
SENERE = "2024-05-12T09:30"


@pytest.fixture
async def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def hos(chat):
    """Berit has raised one and Kari another, to the møte in May."""
    hos = await bygg(chat)
    await chat.si(BERIT, "meld sak til eventuelt: Tolk")
    await chat.si(KARI, "meld sak til eventuelt: Skyss")
    await chat.post()
    return hos


async def den(chat, hos, tittel: str = "Tolk"):
    return next(s for s in await saker(chat, hos.asu) if tittel in s.tittel)


async def kortet(chat, hvem: str, tittel: str = "Tolk"):
    """The sak opened from the list."""
    liste = await chat.si(hvem, "hva er meldt til eventuelt")
    aapne = [b for b in liste.buttons if b.verb == "eventuelt.vis"]
    for knapp in aapne:
        svar = await chat.trykk(hvem, knapp)
        if svar.foerst == tittel:
            return svar
    raise LookupError(tittel)


async def test_my_own_is_withdrawn_in_one_line_and_the_rest_is_numbered_anew(chat, hos):
    svar = await chat.si(BERIT, "trekk saken min fra eventuelt")
    assert svar.foerst == f"Saken er trukket fra {MAI}: «Tolk»."
    liste = await chat.si(ANNE, "hva er meldt til eventuelt")
    assert "1. Skyss" in liste
    assert "Tolk" not in liste
    sak = await den(chat, hos)
    assert [(linje.hva, linje.av.navn) for linje in sak.logg] == [
        ("meldt", "Berit Nes"),
        ("trukket", "Berit Nes"),
    ]


async def test_of_several_it_asks_which(chat, hos):
    await chat.si(BERIT, "meld sak til eventuelt: Følgetjeneste")
    spurt = await chat.si(BERIT, "trekk saken min fra eventuelt")
    assert (spurt.foerst, spurt.labels) == ("Hvilken sak mener du?", ["Tolk", "Følgetjeneste"])
    assert "Følgetjeneste" in await chat.trykk(BERIT, spurt.knapp("Følge"))
    assert "Tolk" in await chat.si(ANNE, "hva er meldt til eventuelt")


async def test_the_words_of_the_title_say_which(chat, hos):
    await chat.si(BERIT, "meld sak til eventuelt: Følgetjeneste i helgene")
    svar = await chat.si(BERIT, "trekk saken min fra eventuelt om følgetjeneste")
    assert "«Følgetjeneste i helgene»" in svar.foerst


async def test_without_one_it_says_how_to_see_them_all(chat, hos):
    svar = await chat.si(JONAS, "trekk saken min fra eventuelt")
    assert svar.foerst.startswith("Du har ingen sak til eventuelt som venter.")


async def test_another_members_is_not_mine_to_withdraw(chat, hos):
    svar = await chat.si(BERIT, "trekk sak 2 fra eventuelt")
    assert "lederen, nestlederen og sekretariatet" in svar
    assert (await den(chat, hos, "Skyss")).tilstand is Sakstilstand.MELDT


async def test_the_leader_withdraws_anybodys_by_its_number_and_they_are_told(chat, hos):
    spurt = await chat.si(ANNE, "trekk sak 2 fra eventuelt")
    assert spurt.text == f"Skal jeg trekke denne saken fra {MAI}?\n«Skyss» (Kari Dahl)"
    assert (await den(chat, hos, "Skyss")).tilstand is Sakstilstand.MELDT
    assert "«Skyss»" in await chat.si(ANNE, "ja")
    (melding,) = (await chat.post())[f"aad-{KARI}"]
    assert melding.text == f"Anne Vik har trukket saken din fra eventuelt i {MAI}: «Skyss»."


@pytest.mark.parametrize("nummer", ["3", "99"])
async def test_a_number_that_is_not_on_the_list(chat, hos, nummer):
    svar = await chat.si(ANNE, f"trekk sak {nummer} fra eventuelt")
    assert svar.foerst == f"Det er bare to saker på listen til eventuelt i {MAI}."


async def test_a_forged_button_of_somebody_who_may_not(chat, hos):
    sak = await den(chat, hos)
    for hvem in (PER, KARI, JONAS):
        for verb, mer in (("eventuelt.trekk", {}), ("eventuelt.endre", {"hva": "flytt"})):
            await chat.trykk(hvem, Button("", verb, {"meldt": sak.id, "op": "1", **mer}))
    assert (await den(chat, hos)).logg == sak.logg
    ugyldige = ({"meldt": 999}, {"meldt": "1"}, {"meldt": sak.id, "hva": "slett"})
    for data in ugyldige:
        svar = await chat.trykk(BERIT, Button("", "eventuelt.endre", {**data, "op": "2"}))
        assert svar.foerst.startswith("Den knappen")


async def test_a_new_wording_in_one_line_is_kept_with_the_old(chat, hos):
    svar = await chat.si(BERIT, "endre saken min til Tolk i helgene", at=SENERE)
    assert svar.foerst == f"Ordlyden i saken til {MAI} er endret. Nå står det: «Tolk i helgene»."
    vist = await kortet(chat, BERIT, "Tolk i helgene")
    assert "Meldt av Berit Nes 8. mai kl. 09.00." in vist
    assert "Endret av Berit Nes 12. mai kl. 09.30. Før sto det «Tolk»." in vist


async def test_a_new_wording_on_the_card(chat, hos):
    skjema = await chat.trykk(BERIT, (await kortet(chat, BERIT)).knapp("Endre ordlyden"))
    felt = next(e for e in skjema.cards[0]["body"] if e["type"] == "Input.Text")
    assert (felt["id"], felt["value"]) == ("skjema_tittel", "Tolk")
    svar = await chat.trykk(BERIT, _fylt(skjema.knapp("Lagre"), skjema_tittel="Tolk på legevakta"))
    assert "«Tolk på legevakta»" in svar.foerst


def _fylt(knapp: Button, **felt: str) -> Button:
    """As Teams merges the inputs of a card into the button's data."""
    return Button(knapp.label, knapp.verb, {**knapp.data, **felt})


@pytest.mark.parametrize(
    ("ny", "svaret"),
    [
        ("", "Saken mangler en tittel."),
        ("x" * 501, "Tittelen er på 501 tegn"),
        ("01017012345", "Jeg tar ikke vare på elleve sifre"),
        ("Tolk", "Det står slik allerede"),
    ],
)
async def test_a_wording_that_cannot_be_kept_changes_nothing(chat, hos, ny, svaret):
    skjema = await chat.trykk(BERIT, (await kortet(chat, BERIT)).knapp("Endre ordlyden"))
    svar = await chat.trykk(BERIT, _fylt(skjema.knapp("Lagre"), skjema_tittel=ny))
    assert svar.foerst.startswith(svaret)
    assert "01017012345" not in str(svar.cards)
    assert (await den(chat, hos)).tittel == "Tolk"


async def test_it_is_moved_to_the_next_moete(chat, hos):
    svar = await chat.si(BERIT, "flytt saken min til neste møte")
    assert svar.foerst == f"Flyttet til {JUNI}: «Tolk»."
    assert "1. Skyss" in await chat.si(ANNE, "hva er meldt til eventuelt")
    assert "1. Tolk" in await chat.si(ANNE, "hva er meldt til eventuelt i ASU 19. juni")


async def test_where_no_moete_is_known_it_waits_for_the_next(chat, hos):
    await chat.si(BERIT, "flytt saken min til neste møte")
    svar = await chat.si(BERIT, "flytt saken min til neste møte")
    assert svar.foerst == "Flyttet til neste møte i ASU (datoen er ikke satt): «Tolk»."
    assert (await den(chat, hos)).moete_id is None


async def test_the_sekretariat_makes_it_an_ordinary_sak(chat, hos):
    spurt = await chat.si(OVE, "gjør sak 1 på eventuelt til ordinær sak")
    assert spurt.foerst == "Hvilken saksliste skal «Tolk» stå på?"
    assert spurt.labels == [MAI, JUNI]
    svar = await chat.trykk(OVE, spurt.knapp(JUNI))
    assert svar.foerst == f"«Tolk» er nå en ordinær sak på sakslisten for {JUNI}."
    sak = await den(chat, hos)
    assert (sak.slag, sak.tilstand, sak.moete_id) == (
        Sakslag.ORDINAER,
        Sakstilstand.GODTATT,
        hos.juni,
    )
    (melding,) = (await chat.post())[f"aad-{BERIT}"]
    assert melding.text == (
        f"Ove Bakk har gjort saken din til en ordinær sak på sakslisten for {JUNI}: «Tolk»."
    )
    assert "Meldt til sakslisten:\n• Tolk (Berit Nes)" in await chat.si(BERIT, "saksliste ASU 19. juni")


async def test_only_the_sekretariat_does(chat, hos):
    for hvem in (ANNE, BERIT):
        svar = await chat.si(hvem, "gjør sak 1 på eventuelt til ordinær sak")
        assert "bare sekretariatet" in svar
        assert "Gjør til ordinær sak" not in (await kortet(chat, BERIT)).labels
    assert "Gjør til ordinær sak" in (await kortet(chat, OVE)).labels
    assert (await den(chat, hos)).slag is Sakslag.EVENTUELT


async def test_what_is_done_with_cannot_be_done_again(chat, hos):
    vist = await kortet(chat, BERIT)
    await chat.trykk(BERIT, vist.knapp("Trekk"))
    flytt = await chat.trykk(BERIT, vist.knapp("Flytt"))
    assert flytt.foerst == f"«Tolk» er trukket fra {MAI}. Meld den gjerne på nytt."
    assert flytt.outcome.replies[0].in_place


async def test_after_the_moete_nothing_is_changed(chat, hos):
    vist = await kortet(chat, BERIT)
    svar = await chat.trykk(BERIT, vist.knapp("Trekk"), at="2024-05-16T09:00")
    assert svar.foerst.startswith(f"{MAI} er over, så «Tolk» kan ikke endres.")
    assert (await den(chat, hos)).tilstand is Sakstilstand.MELDT


async def test_a_button_pressed_twice_is_done_once(chat, hos):
    trekk = (await kortet(chat, ANNE)).knapp("Trekk")
    svar = await asyncio.gather(chat.trykk(ANNE, trekk), chat.trykk(ANNE, trekk))
    assert len({s.text for s in svar if s.text}) == 1
    assert len((await den(chat, hos)).logg) == 2
    assert len((await chat.post())[f"aad-{BERIT}"]) == 1


async def test_two_who_change_it_at_once_both_stand_in_the_log(chat, hos):
    sak = await den(chat, hos)
    knapp = Button("", "eventuelt.endre", {"meldt": sak.id, "hva": "flytt", "op": "a"})
    ordlyd = Button("", "eventuelt.endre", {"meldt": sak.id, "skjema_tittel": "Tolk i helgene", "op": "b"})
    await asyncio.gather(chat.trykk(BERIT, knapp), chat.trykk(ANNE, ordlyd))
    naa = await den(chat, hos)
    assert sorted(linje.hva for linje in naa.logg) == ["endret", "flyttet", "meldt"]
    assert (naa.tittel, naa.moete_id) == ("Tolk i helgene", hos.juni)


async def test_in_a_foreign_channel_it_is_not_shown(chat, hos):
    for linje in ("hva er meldt til eventuelt i ASU", "trekk sak 1 fra eventuelt i ASU"):
        svar = await chat.si(ANNE, linje, i=kanal("PSU"))
        assert "Tolk" not in svar
    assert "Tolk" in await chat.si(ANNE, "hva er meldt til eventuelt", i=kanal("ASU"))


async def test_a_line_that_only_seems_to_say_so_is_confirmed_first(hos, chat):
    sagt = Innvidd(
        den_saken_min_kan_gå=gjettet("eventuelt.trekk"),
        den_andre_også=gjettet("eventuelt.endre", extra={"hva": "flytt"}, sak=SakRef(nummer=1)),
    )
    ny = Chat(admins=set(), store=chat.store, tolk=sagt)
    spurt = await ny.si(BERIT, "den saken min kan gå")
    assert spurt.text == f"Skal jeg trekke denne saken fra {MAI}?\n«Tolk»"
    assert spurt.labels == ["Ja, trekk saken", "Avbryt"]
    assert (await den(chat, hos)).tilstand is Sakstilstand.MELDT
    assert "Saken er trukket" in await ny.trykk(BERIT, spurt.knapp("Ja"))
    spurt = await ny.si(KARI, "den andre også")
    assert spurt.foerst == f"Skal jeg flytte denne saken fra {MAI} til møtet etter?"
    assert "Flyttet til" in await ny.si(KARI, "ja")
