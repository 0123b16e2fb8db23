"""A list of members or bodies as a file in the 1:1 chat."""

import asyncio
import json
from datetime import timedelta

import pytest

from bot.domain.conversation import Button
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.folk import MEDLEMMER, ORGANER, legg_inn

FIL = "medlemmer.csv"
NY = "organ;navn;rolle;epost\nASU;Kari Nes;medlem;kari@nes.example\nASU;Ny Dal;observatør;\n"


@pytest.fixture
async def bot() -> Chat:
    chat = Chat(admins={"aad-admin", "aad-berit"})
    chat.roster.epost_til["anne"] = "anne@nord.example"
    await legg_inn(chat)
    chat.files.contents[FIL] = NY.encode("cp1252")
    return chat


def navn(bot: Chat) -> list[str]:
    return [m.navn for o in bot.store.data.organer.values() for m in o.medlemmer]


async def test_preview_save_and_the_same_file_again(bot):
    svar = await bot.slipp("anne", FIL)
    assert svar.foerst == "medlemmer.csv har disse radene: én ny og én endret."
    assert "• Rad 3: ASU: Ny Dal, observatør" in svar
    assert "• Rad 2: ASU: Kari Nes; e-post: kari.nes@nes.example → kari@nes.example" in svar
    assert "Står ikke i filen, og blir stående som før:\n• ASU: Anne, sekretariat" in svar
    assert svar.labels == ["Lagre", "Forkast"]
    assert "Ny Dal" not in navn(bot)
    lagret = await bot.trykk("anne", svar.knapp("Lagre"))
    assert lagret.text == "Lagret fra medlemmer.csv: én ny og én endret."
    assert navn(bot).count("Ny Dal") == 1
    igjen = await bot.slipp("anne", FIL)
    assert igjen.text.startswith(
        "medlemmer.csv har disse radene: to uendret. Det er ingenting nytt å lagre."
    )
    assert igjen.labels == []


async def test_it_may_be_written_and_discarded(bot):
    await bot.slipp("anne", FIL)
    assert (await bot.si("anne", "forkast")).text == "Forkastet. Ingenting er lagret fra medlemmer.csv."
    assert bot.store.data.drafts == {}
    await bot.slipp("anne", FIL)
    assert (await bot.si("anne", "lagre")).text.startswith("Lagret fra medlemmer.csv")


async def test_wrong_rows_have_no_button(bot):
    bot.files.contents[FIL] = b"organ;navn;rolle\nASU;Kari Nes;sjef\n"
    svar = await bot.slipp("anne", FIL)
    assert "• Rad 2: Kari Nes: «sjef» er ikke en rolle jeg kjenner." in svar
    assert svar.labels == []
    assert bot.store.data.drafts == {}


async def test_pressed_twice_at_once_is_stored_once(bot):
    knapp = (await bot.slipp("anne", FIL)).knapp("Lagre")
    svar = await asyncio.gather(bot.trykk("anne", knapp), bot.trykk("anne", knapp))
    assert svar[0].text == svar[1].text
    assert navn(bot).count("Ny Dal") == 1


async def test_changed_while_the_preview_waited_it_is_shown_again(bot):
    knapp = (await bot.slipp("anne", FIL)).knapp("Lagre")
    await bot.si("admin", "gi Kari Nes rollen referent i ASU")
    svar = await bot.trykk("anne", knapp)
    assert svar.text.startswith("Listen er endret siden forhåndsvisningen. Se over den på nytt.")
    assert "Ny Dal" not in navn(bot)
    assert (await bot.trykk("anne", svar.knapp("Lagre"))).text.startswith("Lagret")


async def test_the_draft_is_ones_own_and_lasts_a_day(bot):
    knapp = (await bot.slipp("admin", FIL)).knapp("Lagre")
    annen = await bot.trykk("berit", knapp)
    assert annen.text == "Bare den som la ved filen, kan lagre eller forkaste den."
    bot.clock.at += timedelta(days=1, minutes=1)
    assert (await bot.trykk("admin", knapp)).text.startswith("Denne forhåndsvisningen gjelder ikke lenger.")


async def test_a_list_is_no_paper_and_a_paper_no_list(bot):
    bot.files.readings["innkalling.pdf"] = eksempel.lest_innkalling()
    liste = (await bot.slipp("admin", FIL)).knapp("Lagre")
    papir = (await bot.slipp("admin", "innkalling.pdf")).knapp("Lagre")
    for knapp, verb in ((liste, papir.verb), (papir, liste.verb)):
        svar = await bot.trykk("admin", Button("", verb, {**knapp.data, "op": f"x{verb}"}))
        assert svar.text.startswith("Den knappen kan jeg ikke bruke lenger.")
    assert "Ny Dal" not in navn(bot)


@pytest.mark.parametrize(("hvem", "rom"), [("kari nes", None), ("petter", None), ("anne", kanal("ASU"))])
async def test_others_and_other_places_get_nothing_read(bot, hvem, rom):
    svar = await bot.slipp(hvem, FIL, i=rom)
    assert svar.text.startswith(
        ("Det er sekretariatet som legger inn", "Send meg filen i en privat samtale")
    )
    assert bot.files.fetched == []


@pytest.mark.parametrize(
    ("maalform", "svart"),
    [
        ("bokmål", "Det er sekretariatet som legger inn medlemslister og utvalg. Be dem sende meg filen."),
        ("nynorsk", "Det er sekretariatet som legg inn medlemslister og utval. Be dei sende meg fila."),
    ],
)
async def test_a_list_is_refused_as_a_list(bot, maalform, svart):
    await bot.si("petter", f"skriv {maalform}")
    assert (await bot.slipp("petter", FIL)).text.startswith(svart)


async def test_the_sekretariat_of_one_body_changes_no_other(bot):
    bot.files.contents[FIL] = b"organ;navn\nPSU;Ny Dal\n"
    svar = await bot.slipp("anne", FIL)
    assert svar.text.startswith("Det kan bare sekretariatet i PSU gjøre.")
    assert bot.store.data.drafts == {}
    assert (await bot.slipp("admin", FIL)).labels == ["Lagre", "Forkast"]


async def test_the_sekretariat_of_one_body_ties_nobody_of_another_to_an_account(bot):
    """A person is the same in every body: whose e-mail it is says who has the rights there."""
    for felt, verdi in (("epost", "anne.selv@nord.example"), ("aad_id", f"{0:08}-0000-4000-8000-{7:012}")):
        bot.files.contents[FIL] = f"organ;navn;rolle;{felt}\nASU;Petter;observatør;{verdi}\n".encode()
        svar = await bot.slipp("anne", FIL)
        assert svar.text.startswith("Det kan bare sekretariatet i PSU gjøre.")
        assert (await bot.slipp("admin", FIL)).labels == ["Lagre", "Forkast"]
    bot.files.contents[FIL] = "organ;navn;rolle\nASU;Petter;observatør\n".encode()
    assert (await bot.slipp("anne", FIL)).labels == ["Lagre", "Forkast"]


async def test_bodies_as_a_file(bot):
    organer = ORGANER + "Helsefellesskapet Nordre Fjordfylke;Fagråd for rus;Fagråd 2\n"
    bot.files.contents["organer.csv"] = organer.encode()
    svar = await bot.slipp("anne", "organer.csv")
    assert svar.foerst == "organer.csv har disse radene: én ny og to uendret."
    await bot.trykk("anne", svar.knapp("Lagre"))
    assert len(bot.store.data.organer) == 3
    bot.files.contents["organer.csv"] = organer.replace("Nordre", "Vestre").encode()
    nei = await bot.slipp("anne", "organer.csv")
    assert nei.text.startswith("Det kan bare")
    assert (await bot.slipp("admin", "organer.csv")).labels == ["Lagre", "Forkast"]


@pytest.mark.parametrize(
    ("fil", "data", "sagt"),
    [
        ("m.xlsx", b"PK", "m.xlsx: Regneark leser jeg bare som CSV. Velg Fil > Lagre som"),
        ("m.csv", b"PK\x03\x04", "m.csv: Regneark leser jeg bare som CSV."),
        ("m.csv", b"", "m.csv: Filen er tom."),
        ("m.csv", b"x" * 1_100_000, "m.csv: Filen er større enn 1 MB."),
        ("m.csv", b"organ;navn\n" + b"ASU;x\n" * 2001, "m.csv: Filen har mer enn 2000 rader."),
        ("m.csv", b"navn;rolle\nKari;leder\n", "m.csv: I første rad finner jeg ikke organ."),
        ("m.csv", b"rolle\nleder\n", "m.csv: I første rad finner jeg ikke organ og navn."),
        ("m.csv", b"organ;navn;Navn\nASU;Kari;Kari\n", "m.csv: Kolonnen navn står to ganger."),
        ("m.csv", b"organ;navn\n", "m.csv har ingen rader under overskriften."),
    ],
)
async def test_a_file_that_is_no_list(bot, fil, data, sagt):
    bot.files.contents[fil] = data
    svar = await bot.slipp("anne", fil)
    assert svar.text.startswith(sagt)
    assert bot.store.data.drafts == {}


async def test_markup_in_a_list_is_shown_as_text(bot):
    bot.files.contents[FIL] = b"organ;navn\nASU;<at>Alle</at> **Ny** [Dal](http://x)\n"
    svar = await bot.slipp("anne", FIL)
    kort = json.dumps(svar.cards[0], ensure_ascii=False)
    assert "<at>" not in kort.replace("\\\\<at", "")
    assert "\\\\*\\\\*Ny" in kort


async def test_in_nynorsk(bot):
    await bot.si("anne", "snakk nynorsk")
    assert (await bot.slipp("anne", FIL)).foerst == "medlemmer.csv har desse radene: éi ny og éi endra."


async def test_old_lists_mean_the_same_as_new_ones(bot):
    bot.files.contents[FIL] = MEDLEMMER.encode()
    svar = await bot.slipp("admin", FIL)
    assert svar.foerst.startswith("medlemmer.csv har disse radene: seks uendret.")
