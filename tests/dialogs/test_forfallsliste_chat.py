"""Who comes: present, absent, vara for whom, unanswered; for those of the body, and in its channel."""

import pytest

from bot.domain.conversation import Button
from bot.domain.organ import Rolle
from bot.domain.reading import Reading
from bot.turn import Meaning, Slots
from tests.cards.kort import sjekk
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.forfallsfolk import ALLE, ANNE, BERIT, JONAS, KARI, SIRI, Huset, bygg, installer, medlem

ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


async def det_skjer(chat: Chat) -> None:
    """Anne and Jonas come, Jonas by Teams; Kari comes for Berit; Wenche is asked for Siri."""
    await chat.si(ANNE, "jeg kommer på onsdag")
    await chat.si(JONAS, "jeg deltar på Teams på onsdag")
    await chat.si(BERIT, "kan ikke på onsdag, Kari stiller som vara")
    ja = (await chat.post())[f"aad-{KARI}"][0].buttons[0]
    await chat.trykk(KARI, ja)
    await chat.si(SIRI, "kan ikke på onsdag, Wenche stiller som vara")


async def test_all_of_it(chat, huset):
    await det_skjer(chat)
    svar = await chat.si(BERIT, "hvem kommer på ASU?")
    assert svar.text.split("\n") == [
        f"{ONSDAG}: 3 av 4 har sagt at de kommer.",
        "Kommuner: 2 av 2",
        "Helseforetak: 1 av 2",
        "",
        "Kommer: 2",
        "• Anne Vik (leder, Ledelsen)",
        "• Jonas Moe (Søndre region): på Teams",
        "",
        "Vara: 1",
        "• Kari Dahl, vara for Berit Nes (Nordre region)",
        "",
        "Forfall: 2",
        "• Berit Nes (Nordre region)",
        "• Siri Haug (Klinikk Fjord): Wenche Lund er spurt",
        "",
        "Plasser",
        "• Ledelsen: 1 av 1",
        "• Nordre region: 1 av 1",
        "• Søndre region: 1 av 1",
        "• Klinikk Fjord: 0 av 1",
    ]
    sjekk(svar.outcome.replies[0].message)


@pytest.mark.parametrize(
    "linje",
    [
        "hvem kommer?",
        "hvem har meldt forfall",
        "er vi vedtaksføre",
        "hvem kommer ikke på ASU",
        "kven kjem?",
    ],
)
async def test_however_it_is_asked(chat, huset, linje):
    assert ONSDAG in (await chat.si(BERIT, linje)).foerst


async def test_who_has_not_answered_is_offered_to(chat, huset):
    svar = await chat.si(SIRI, "hvem kommer?")
    assert svar.labels == ["Jeg kommer", "Meld forfall"]
    assert (await chat.trykk(SIRI, svar.knapp("Meld forfall"))).foerst == f"Forfall er notert: {ONSDAG}."
    assert (await chat.si(SIRI, "hvem kommer?")).labels == []


async def test_a_body_without_quorum_says_so_only_when_asked(chat, huset):
    assert "krav" not in await chat.si(ANNE, "hvem kommer?")
    svar = await chat.si(ANNE, "er vi beslutningsdyktige?")
    assert "ASU har ikke noe krav til hvor mange som må møte" in svar


async def test_a_quorum_that_is_not_sure_then_is_then_is_not(chat):
    await bygg(chat, quorum=3)
    await installer(chat, *ALLE)
    assert "er ikke avklart: 3 til må komme" in await chat.si(ANNE, "er vi beslutningsdyktige?")
    for hvem in (ANNE, BERIT, SIRI):
        await chat.si(hvem, "jeg kommer på onsdag")
    assert "ASU er beslutningsdyktig: minst 3 må møte." in await chat.si(ANNE, "hvem kommer?")
    for hvem in (ANNE, BERIT):
        await chat.si(hvem, "kan ikke på onsdag")
    assert "ASU er ikke beslutningsdyktig" in await chat.si(JONAS, "hvem kommer på ASU?")


async def test_that_it_was_late_is_for_the_ledelse(chat, huset):
    om_dagen = "2024-05-15T08:00"
    await chat.si(BERIT, "kan ikke komme i dag", at=om_dagen)
    assert "meldt sent" in await chat.si(ANNE, "hvem kommer?", at=om_dagen)
    assert "meldt sent" not in await chat.si(SIRI, "hvem kommer?", at=om_dagen)


async def test_it_is_not_for_others(chat, huset):
    for hvem, linje in (("per ukjent", "hvem kommer på ASU?"), (BERIT, "hvem kommer på PSU?")):
        svar = await chat.si(hvem, linje)
        assert "Det kan bare" in svar
        assert "Anne Vik (" not in svar


async def test_it_is_shown_in_the_bodys_channel_and_no_other(chat, huset):
    await chat.si(BERIT, "meld forfall")
    assert "Berit Nes" in await chat.si(SIRI, "hvem kommer?", i=kanal("ASU"))
    andre = await chat.si(SIRI, "hvem kommer på ASU?", i=kanal("Fagråd 7"))
    assert "Berit Nes" not in andre


async def test_a_held_one_is_as_its_referat_says(chat, huset):
    await chat.har(Reading(referat=eksempel.referat()))
    svar = await chat.si(BERIT, "hvem hadde forfall i fagråd for pasientsamarbeid")
    assert "Odd Strand" in svar


async def test_a_long_list_goes_on_by_a_button(chat):
    mange = [medlem(f"person nummer{n}", Rolle.MEDLEM, f"Kommune {n}") for n in range(40)]
    await bygg(chat, flere=mange)
    await installer(chat, ANNE)
    svar = await chat.si(ANNE, "hvem kommer?")
    assert "Vis alt" in svar.labels
    mer = await chat.trykk(ANNE, svar.knapp("Vis alt"))
    assert "Person Nummer39" in svar.text + mer.text


async def test_in_nynorsk(chat, huset):
    await det_skjer(chat)
    svar = await chat.si(BERIT, "kven kjem på ASU?")
    assert svar.foerst == f"{ONSDAG}: 3 av 4 har sagt at dei kjem."
    assert "• Siri Haug (Klinikk Fjord): Wenche Lund er spurd" in svar


async def test_a_forged_button_shows_nothing(chat, huset):
    svar = await chat.trykk(BERIT, Button("x", "forfall.liste", {"moete": huset.torsdag.id}))
    assert "Det kan bare" in svar


async def test_who_is_absent_is_answered_first(chat, huset):
    assert (
        await chat.si(ANNE, "hvem har meldt forfall?")
    ).foerst == f"Ingen har meldt forfall til {ONSDAG}."
    await det_skjer(chat)
    svar = await chat.si(ANNE, "hvem har meldt forfall?")
    assert svar.foerst == f"Berit Nes og Siri Haug har meldt forfall til {ONSDAG}."
    titler = [linje for linje in svar.text.split("\n") if linje[:7] in ("Forfall", "Vara: 1", "Kommer:")]
    assert titler == ["Forfall: 2", "Vara: 1", "Kommer: 2"]
    assert (await chat.si(ANNE, "kven har meldt forfall?")).foerst.startswith("Berit Nes og Siri Haug")


async def test_a_quorum_is_answered_with_yes_or_no(chat):
    await bygg(chat, quorum=2)
    await installer(chat, *ALLE)
    await det_skjer(chat)
    svar = await chat.si(ANNE, "er vi beslutningsdyktige?")
    assert svar.foerst.startswith("Ja. ASU er beslutningsdyktig: minst 2 må møte.")


async def test_an_observer_has_no_vara_to_wait_for(chat):
    await bygg(chat, flere=[medlem("oda obs", Rolle.OBSERVATOER, "KS")])
    await installer(chat, *ALLE, "oda obs")
    await chat.si("oda obs", "kan ikke på onsdag")
    svar = await chat.si(ANNE, "hvem kommer?")
    assert "• Oda Obs (observatør, KS) – forfall" in svar


async def test_the_same_words_in_the_list_and_to_the_leder(chat, huset):
    await chat.si(BERIT, "jeg kommer for sent")
    assert "kommer sent" in (await chat.post())[ANNE][0].text
    assert "Berit Nes (Nordre region): kommer sent" in await chat.si(ANNE, "hvem kommer?")


class Mine:
    """A Tolk that reads everything as «hva har jeg meldt forfall til?»."""

    def understand(self, text, **mer):
        return Meaning("forfall.liste", sure=True, strict=True, slots=Slots(extra={"hva": "mine"}))


async def mine(chat: Chat, i=None):
    """The same store, asked for one's own; what a line means is tested in tests/language."""
    return await Chat(admins=set(), store=chat.store, tolk=Mine()).si(
        JONAS, "hva har jeg meldt forfall til?", i=i
    )


async def test_all_of_ones_own_are_shown(chat, huset):
    assert (await mine(chat)).text == "Du har ikke meldt forfall til noe møte som kommer."
    await chat.si(JONAS, "kan ikke på onsdag")
    await chat.si(JONAS, "kan ikke 23. mai")
    await chat.si(BERIT, "kan ikke på onsdag")
    svar = await mine(chat)
    assert svar.text.split("\n") == [
        "Dette har du meldt forfall til.",
        f"{ONSDAG}.",
        "PSU torsdag 23. mai 2024 kl. 12.00–15.00.",
    ]
    assert svar.labels[1].startswith("Jeg kommer likevel: PSU")
    assert "Notert: Du kommer til PSU" in await chat.trykk(JONAS, svar.buttons[1])
    assert "PSU" not in (await mine(chat)).text
    assert ONSDAG not in (await mine(chat, kanal("Fagråd 7"))).text
