"""The card where the sekretariat sets what a body is called and how it works."""

from datetime import date

import pytest

from bot.domain.conversation import Button
from bot.domain.organ import Navneslag, Organ
from tests.dialogs.chat import Chat, Svar, kanal
from tests.dialogs.folk import legg_inn


@pytest.fixture
async def bot() -> Chat:
    chat = Chat(admins={"aad-admin"})
    chat.roster.epost_til["anne"] = "anne@nord.example"
    await legg_inn(chat)
    return chat


def asu(bot: Chat) -> Organ:
    return bot.store.data.organer[min(bot.store.data.organer)]


async def kortet(bot: Chat) -> Svar:
    liste = await bot.si("anne", "hvem sitter i ASU")
    return await bot.trykk("anne", liste.knapp("Innstillinger"))


async def fyll(bot: Chat, svar: Svar, hvem: str = "anne", **felt: object) -> Svar:
    """Presses «Lagre» with these fields, as Teams merges them into the data of the button."""
    knapp = svar.knapp("Lagre")
    skrevet = {f"felt_{navn}": verdi for navn, verdi in felt.items()}
    return await bot.trykk(hvem, Button(knapp.label, knapp.verb, {**knapp.data, **skrevet}))


ALT = {"frist_dager": "5", "quorum": "", "varafrist_timer": "16", "paaminnelse_dager": "2"}


async def test_the_form_shows_what_is_and_stores_what_is_filled_in(bot):
    svar = await kortet(bot)
    assert svar.foerst == "Innstillinger for ASU"
    assert "Navn: Administrativt samarbeidsutvalg" in svar
    felt = {e["id"]: e.get("value") for e in svar.cards[0]["body"] if e["type"].startswith("Input.")}
    assert felt == {
        "felt_frist_dager": None,
        "felt_quorum": None,
        "felt_varafrist_timer": 24,
        "felt_paaminnelse_dager": 3,
        "felt_merknadsfrist_dager": 10,
        "felt_godkjenn_ved_taushet": "false",
        "felt_vurderingsskjema": "false",
        "felt_navn": None,
        "felt_kort": None,
        "felt_fra": None,
        "felt_vedtak": None,
    }
    lagret = await fyll(bot, svar, **ALT)
    assert lagret.foerst == "Lagret for ASU."
    assert lagret.outcome.replies[0].in_place
    organ = asu(bot)
    assert (organ.frist_dager, organ.quorum, organ.varafrist_timer, organ.paaminnelse_dager) == (
        5,
        None,
        16,
        2,
    )
    await fyll(bot, lagret, **{**ALT, "frist_dager": "", "quorum": 7, "paaminnelse_dager": ""})
    organ = asu(bot)
    assert (organ.frist_dager, organ.quorum, organ.paaminnelse_dager) == (None, 7, 0)


async def test_how_a_referat_is_approved(bot):
    svar = await kortet(bot)
    paa = {"godkjenn_ved_taushet": "true", "vurderingsskjema": "true", "merknadsfrist_dager": "5"}
    lagret = await fyll(bot, svar, **paa)
    organ = asu(bot)
    assert (organ.merknadsfrist_dager, organ.godkjenn_ved_taushet, organ.vurderingsskjema) == (
        5,
        True,
        True,
    )
    assert "Vurderingsskjema: ja" in lagret
    feil = await fyll(bot, lagret, merknadsfrist_dager="0")
    assert "fra 1 til 60" in feil
    await fyll(bot, lagret, vurderingsskjema="false")
    assert (asu(bot).godkjenn_ved_taushet, asu(bot).vurderingsskjema) == (True, False)


@pytest.mark.parametrize(
    ("linje", "tittel"),
    [
        ("vis organkort for ASU", "Innstillinger for ASU"),
        ("innstillinger for ASU", "Innstillinger for ASU"),
        ("vis innstillingar for ASU", "Innstillingar for ASU"),
    ],
)
async def test_it_is_shown_for_the_asking(bot, linje, tittel):
    svar = await bot.si("anne", linje)
    assert svar.foerst == tittel
    assert svar.labels == ["Lagre"]
    nektet = await bot.si("petter", linje)
    assert "sekretariatet i ASU" in nektet
    assert nektet.labels == []


async def test_a_new_name_from_a_date_by_a_vedtak_and_the_old_one_is_still_understood(bot):
    svar = await kortet(bot)
    nytt = {
        "navn": "Strategisk samarbeidsutvalg",
        "kort": "SSU",
        "fra": "2025-01-01",
        "vedtak": "ASU 12/24",
    }
    svar = await fyll(bot, svar, **ALT, **nytt)
    assert "Navn: Administrativt samarbeidsutvalg (til 31.12.2024)" in svar
    assert "Kortnavn: SSU (fra 01.01.2025, vedtak ASU 12/24)" in svar
    assert asu(bot).kort(date(2024, 12, 31)) == "ASU"
    for navn in ("ASU", "SSU"):
        liste = await bot.si("ola li", f"hvem sitter i {navn}", at="2025-02-03T09:00")
        assert liste.foerst == "Fire er med i SSU:"


@pytest.mark.parametrize(
    ("felt", "sagt"),
    [
        ({"frist_dager": "snart"}, "Feltet «frist for eventuelt (arbeidsdager)» må ha et helt tall fra 0"),
        ({"quorum": "0"}, "Feltet «beslutningsdyktig med» må ha et helt tall fra 1 til 99."),
        ({"varafrist_timer": ""}, "Feltet «svarfrist for vara (arbeidstimer)» må ha"),
        ({"navn": "Nytt utvalg"}, "Skriv datoen det nye navnet gjelder fra."),
        ({"fra": "2025-01-01"}, "Skriv det nye navnet, eller tøm feltene for dato og vedtak."),
        ({"navn": "administrativt samarbeidsutvalg", "fra": "2025-01-01"}, "Utvalget heter allerede"),
        ({"navn": "x" * 121, "fra": "2025-01-01"}, "Navn og vedtak kan ha høyst 120 tegn."),
    ],
)  # fmt: skip
async def test_what_is_filled_in_wrong_is_shown_again_and_nothing_is_stored(bot, felt, sagt):
    foer = bot.store.data.organer
    svar = await fyll(bot, await kortet(bot), **{**ALT, **felt})
    assert svar.text.startswith(sagt)
    assert bot.store.data.organer == foer
    assert svar.labels == ["Lagre"]


async def test_the_same_again_changes_nothing_and_says_so(bot):
    svar = await fyll(bot, await kortet(bot), varafrist_timer="24")
    assert svar.foerst == "Ingenting er endret for ASU."


async def test_a_card_that_is_older_than_a_change_is_shown_anew(bot):
    gammelt = await kortet(bot)
    await fyll(bot, await kortet(bot), **ALT)
    svar = await fyll(bot, gammelt, **{**ALT, "frist_dager": "9"})
    assert svar.foerst == "ASU er endret siden kortet ble laget. Slik er det nå."
    assert asu(bot).frist_dager == 5


@pytest.mark.parametrize("hvem", ["ola li", "petter"])
async def test_others_are_shown_no_settings_and_cannot_press_them(bot, hvem):
    liste = await bot.si(hvem, "hvem sitter i ASU")
    assert liste.labels == []
    assert "@" not in liste.text
    svar = await fyll(bot, await kortet(bot), hvem, **ALT)
    assert svar.text.startswith("Det kan bare sekretariatet i ASU gjøre.")
    assert asu(bot).frist_dager is None


async def test_emails_are_shown_to_the_sekretariat_alone_and_never_in_a_channel(bot):
    assert "kari.nes@nes.example" in await bot.si("anne", "hvem sitter i ASU")
    i_kanalen = await bot.si("anne", "hvem sitter i ASU", i=kanal("ASU"))
    assert "@" not in i_kanalen.text
    assert i_kanalen.labels == []


@pytest.mark.parametrize(
    "data", [{}, {"organ": 99}, {"organ": "1"}, {"felt_quorum": [1]}, {"felt_quorum": True}]
)
async def test_a_forged_button(bot, data):
    knapp = (await kortet(bot)).knapp("Lagre")
    med = {**knapp.data, **data} if data else {"op": "x"}
    svar = await bot.trykk("anne", Button("", knapp.verb, med))
    assert svar.text.startswith("Den knappen kan jeg ikke bruke lenger.")


async def test_a_body_without_members_has_settings_too(bot):
    psu = max(bot.store.data.organer)
    async with bot.store.turn() as uow:
        organ = (await uow.register()).organ(psu)
        organ.medlemmer.clear()
        organ.navneliste.append(type(organ.navneliste[0])("Politikerne", Navneslag.ALIAS))
        await uow.save_organ(organ)
        await uow.commit()
    svar = await bot.si("admin", "hvem sitter i PSU")
    assert svar.text.startswith("Jeg har ikke fått noen medlemsliste for PSU.")
    assert svar.labels == ["Innstillinger"]
    assert "Også kalt: Politikerne" in await bot.trykk("admin", svar.knapp("Innstillinger"))


async def test_without_a_body_it_is_asked_which_of_ones_own(bot):
    svar = await bot.trykk("admin", Button("", "organ.kort", {}))
    assert svar.labels == ["ASU", "PSU"]
    assert (await bot.trykk("admin", svar.knapp("PSU"))).foerst == "Innstillinger for PSU"
    nei = await bot.trykk("petter", Button("", "organ.kort", {}))
    assert nei.text.startswith("Det kan bare sekretariatet")


async def test_in_nynorsk(bot):
    await bot.si("anne", "snakk nynorsk")
    liste = await bot.si("anne", "kven sit i ASU")
    svar = await bot.trykk("anne", liste.knapp("Innstillingar"))
    assert (await fyll(bot, svar, **ALT)).foerst == "Lagra for ASU."
