"""Points edited, moved, struck, brought back and undone; and two referents who edit the same one."""

import pytest

from bot.domain.bokstand import Bokstand
from bot.domain.conversation import Button
from bot.domain.utgave_bok import fra_bok
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "neste sak", "i: Malvik tar saken videre", "k: tas til orientering")
    return ref


@pytest.mark.parametrize(
    ("linje", "svar"),
    [
        ("endre punkt 1 til Melhus avklarer", "01/24 · innspill 1: «Melhus avklarer»"),
        ("bytt ut Malvik med Melhus i punkt 1", "01/24 · innspill 1: «Melhus tar saken videre»"),
        ("rett siste til utsatt", "01/24 · konklusjon 2: «Utsatt»"),
        ("flytt punkt 1 til sak 3", "03/24 · innspill 1, flyttet hit: «Malvik tar saken videre»"),
        ("stryk punkt 1", "01/24 · innspill 1, strøket: «Malvik tar saken videre»"),
        ("gjør punkt 1 om til notat", "01/24 · notat 1: «Malvik tar saken videre»"),
        ("Berit tar punkt 1", "01/24 · innspill 1 har fått ny ansvarlig: «Malvik tar saken videre»"),
    ],
)
async def test_any_point_can_be_edited(ref, linje, svar):
    assert (await ref.si(OVE, linje)).text == svar


async def test_what_was_struck_comes_back_under_its_number(ref):
    await ref.si(OVE, "stryk punkt 1")
    assert sorted(await ref.tekster()) == [2]
    assert (await ref.si(OVE, "stryk punkt 1")).text.startswith("Punkt 1 er strøket:")
    svar = await ref.si(OVE, "hent tilbake punkt 1")
    assert svar.text == "01/24 · innspill 1, hentet tilbake: «Malvik tar saken videre»"
    assert (await ref.si(OVE, "i: og et til")).text == "01/24 · innspill 3"


async def test_a_new_frist_keeps_the_old_one(ref):
    await ref.si(OVE, "o: Berit sjekker avtalen innen 1. juni")
    svar = await ref.si(OVE, "endre fristen i punkt 3 til 15. juni")
    assert svar.text.startswith("01/24 · oppfølging 3 har fått ny frist")
    punkt = (await ref.stand()).punkter[3]
    assert [str(d) for d in (*punkt.frister, punkt.frist)] == ["2024-06-01", "2024-06-15"]


@pytest.mark.parametrize(
    ("linje", "svar"),
    [
        ("bytt ut Levanger med Melhus i punkt 1", "«Levanger» står ikke i punkt 1"),
        ("endre punkt 9 til noe", "Det finnes ikke noe punkt 9."),
        ("hent tilbake punkt 1", "Punkt 1 er ikke strøket"),
        ("endre punkt 2 til tas til orientering", "Punkt 2 er slik allerede"),
        ("flytt punkt 1 til sak 44", "Jeg finner ikke sak 44 på sakslisten"),
        ("endre fristen i punkt 1 til 15. juni", "Punkt 1 er ingen oppfølging"),
    ],
)
async def test_what_cannot_be_edited_is_said_in_a_sentence(ref, linje, svar):
    assert (await ref.si(OVE, linje)).text.startswith(svar)


async def test_all_revisions_are_kept_with_who_and_when(ref):
    await ref.si(OVE, "endre punkt 1 til andre versjon", "endre punkt 1 til tredje versjon")
    svar = await ref.si(OVE, "vis punkt 1")
    assert svar.text.splitlines() == [
        "01/24 · innspill 1",
        "Ove Bakk, onsdag 15. mai 2024 kl. 12.05",
        "Tredje versjon",
        "Ove Bakk, onsdag 15. mai 2024 kl. 12.04",
        "Andre versjon",
        "Ove Bakk, onsdag 15. mai 2024 kl. 12.02",
        "Malvik tar saken videre",
    ]


async def test_angre_takes_back_the_last_thing_whatever_it_was_several_times(ref):
    await ref.si(OVE, "Siri kom 13.20", "neste sak", "endre punkt 1 til noe annet")
    assert (await ref.si(OVE, "angre")).text == "Angret: endringen av 01/24 · innspill 1."
    svar = await ref.si(OVE, "angre 3 ganger")
    assert svar.text.splitlines() == [
        "Angret: åpningen av Sak 02/24 Digital hjemmeoppfølging – status.",
        "Angret: Siri Haug kom.",
        "Angret: 01/24 · konklusjon 2.",
    ]
    assert await ref.tekster() == {1: "Malvik tar saken videre"}


async def test_the_number_of_what_was_undone_is_never_used_again(ref):
    await ref.si(OVE, "angre")
    assert (await ref.si(OVE, "k: på nytt")).text == "01/24 · konklusjon 3"


async def test_there_is_an_end_to_undoing(ref):
    await ref.si(OVE, "angre 20 ganger")
    svar = await ref.si(OVE, "angre")
    assert svar.text == "Det er ingenting igjen å angre: referatet er bare åpnet."


async def test_one_undoes_ones_own_only(ref):
    await ref.si(ANNE, "start referat for ASU")
    svar = await ref.si(ANNE, "angre")
    assert svar.text == "Du har ikke ført noe som kan angres."
    await ref.si(ANNE, "i: mitt innspill")
    assert (await ref.si(OVE, "angre")).text == "Angret: 01/24 · konklusjon 2."


async def test_two_edits_of_one_point_show_the_second_writer_the_first_ones_text(ref):
    await ref.si(ANNE, "start referat for ASU")
    await ref.si(OVE, "endre punkt 1 til Oves tekst")
    svar = await ref.si(ANNE, "endre punkt 1 til Annes tekst")
    assert svar.text == "Ove Bakk har endret punkt 1 siden du så det. Nå står det:\n«Oves tekst»"
    assert svar.labels == ["Bytt til mitt", "Behold"]
    assert (await ref.trykk(ANNE, svar, "Behold")).text == "Teksten står som den var."
    assert (await ref.tekster())[1] == "Oves tekst"
    svar = await ref.trykk(ANNE, svar, "Bytt til mitt")
    assert svar.text == "01/24 · innspill 1: «Annes tekst»"
    stand: Bokstand = await ref.stand()
    assert [r.tekst for r in stand.punkter[1].revisjoner][-2:] == ["Oves tekst", "Annes tekst"]


async def test_an_edit_that_arrives_twice_is_made_once(ref):
    linje = ref.chat.melding(OVE, "endre punkt 1 til noe annet", at=ref.naa())
    await ref.chat.gi(linje, sent=False)
    await ref.chat.gi(linje)
    assert len((await ref.stand()).punkter[1].revisjoner) == 2


async def test_what_is_unntatt_offentlighet(ref):
    svar = await ref.si(OVE, "punkt 1 er unntatt offentlighet etter offl § 13")
    assert svar.text.startswith("01/24 · innspill 1 er unntatt offentlighet (")
    assert "§ 13" in ((await ref.stand()).punkter[1].hjemmel or "")
    await ref.si(OVE, "punkt 1 er offentlig")
    assert (await ref.stand()).punkter[1].hjemmel is None


async def test_another_line_of_mine_is_not_that_i_have_seen_it(ref):
    await ref.si(OVE, "endre punkt 1 til Oves viktige tekst")
    await ref.si(ANNE, "start referat", "sak 2", "n: noe annet")
    svar = await ref.si(ANNE, "endre punkt 1 til Annes tekst")
    assert "«Oves viktige tekst»" in svar.text
    assert (await ref.tekster())[1] == "Oves viktige tekst"


async def test_who_was_shown_it_once_is_let_through(ref):
    await ref.si(ANNE, "start referat")
    await ref.si(OVE, "endre punkt 1 til Oves tekst")
    svar = await ref.si(ANNE, "endre punkt 1 til Annes tekst")
    await ref.trykk(ANNE, svar, "Behold")
    svar = await ref.si(ANNE, "endre punkt 1 til Noe nytt")
    assert svar.text == "01/24 · innspill 1: «Noe nytt»"


async def test_to_be_shown_it_is_nothing_to_undo(ref):
    await ref.si(ANNE, "start referat", "n: Annes notat")
    await ref.si(OVE, "endre punkt 1 til Oves tekst")
    await ref.si(ANNE, "endre punkt 1 til Annes tekst")
    assert "notat 3" in (await ref.si(ANNE, "angre")).text


async def test_the_votes_do_not_repeat_what_was_decided(ref):
    await ref.si(OVE, "v: Firma Skjult velges. 5 for, 2 mot", "punkt 3 er unntatt offentlighet")
    assert (await ref.tekster())[4] == "5 for, 2 mot"
    async with ref.chat.store.turn() as uow:
        moete = await uow.moete(ref.hus.mai.id)
        offentlig = fra_bok(moete, await ref.stand(), await uow.register(), offentlig=True)
    assert "Skjult" not in str(offentlig)
    assert "5 for" not in str(offentlig)


async def test_two_who_press_one_button_undo_only_their_own(ref):
    knapp = Button("Neste", "referat.sak", {"bok": ref.bok_id, "hva": "neste", "op": "kort-1"})
    await ref.chat.trykk(OVE, knapp, at=ref.naa())
    await ref.chat.trykk(ANNE, knapp, at=ref.naa())
    await ref.si(ANNE, "angre")
    assert (await ref.stand()).aapen == 2
