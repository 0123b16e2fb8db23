"""Forfall: one's own at once, what is not so clear is shown first, and others' by those who may."""

from datetime import date

import pytest

from bot.domain.organ import Rolle
from tests.dialogs.chat import NAA, Chat, kanal, senere
from tests.dialogs.forfallsfolk import (
    ALLE,
    ANNE,
    BERIT,
    JONAS,
    KARI,
    OVE,
    SIRI,
    Huset,
    bygg,
    installer,
    logg,
    medlem,
    moete,
)

ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"
JUNI = "ASU onsdag 19. juni 2024 kl. 12.00–15.00"
TORSDAG = "PSU torsdag 23. mai 2024 kl. 12.00–15.00"
INGEN_GRUNN = "Du trenger ikke oppgi grunn."


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    huset = await bygg(chat)
    await installer(chat, *ALLE)
    return huset


@pytest.mark.parametrize(
    "linje",
    [
        "meld forfall",
        "kan ikke komme",
        "må melde forfall til onsdag",
        "jeg kan ikke møte på ASU",
        "forfall 15. mai",
        "æ kjæm itj på ASU",
        "jeg har ferie i uke 20",
    ],
)
async def test_ones_own_that_fits_one_moete_is_noted_at_once(chat, huset, linje):
    svar = await chat.si(BERIT, linje)
    assert svar.foerst == f"Forfall er notert: {ONSDAG}."
    assert INGEN_GRUNN in svar
    assert svar.labels == ["Angre", "Spør Kari Dahl"]
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_the_next_one_is_meant_where_no_day_is_said_and_any_day_can_be(chat, huset):
    assert (await chat.si(BERIT, "meld forfall til 19. juni")).foerst == f"Forfall er notert: {JUNI}."
    assert await logg(chat, huset.onsdag) == []


async def test_the_first_vara_of_the_seat_is_proposed_and_asked_by_the_button(chat, huset):
    svar = await chat.si(BERIT, "meld forfall")
    assert "Kari Dahl er vara for Nordre region. Skal jeg spørre?" in svar
    assert not await chat.post()
    spurt = await chat.trykk(BERIT, svar.knapp("Spør"))
    assert "Kari Dahl er spurt om å møte som vara." in spurt
    assert spurt.outcome.replies[0].in_place
    assert [*await chat.post()] == [f"aad-{KARI}"]


async def test_a_seat_without_a_vara_says_so(chat, huset):
    svar = await chat.si(JONAS, "må melde forfall til onsdag")
    assert "Det er ingen vara å spørre for Søndre region." in svar
    assert svar.labels == ["Angre"]


async def test_angre_takes_it_back_once(chat, huset):
    angre = (await chat.si(BERIT, "meld forfall")).knapp("Angre")
    svar = await chat.trykk(BERIT, angre)
    assert svar.text == f"Angret. Det du meldte om {ONSDAG}, gjelder ikke lenger."
    assert (await chat.trykk(BERIT, angre)).text == svar.text
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", "angret Berit Nes"]
    assert "0 av 4 har sagt at de kommer" in await chat.si(ANNE, "hvem kommer?")


async def test_angre_is_only_for_the_one_who_said_it(chat, huset):
    angre = (await chat.si(BERIT, "meld forfall")).knapp("Angre")
    assert "Det kan bare lederen" in await chat.trykk(SIRI, angre)
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_said_twice_is_noted_once(chat, huset):
    await chat.si(BERIT, "meld forfall")
    svar = await chat.si(BERIT, "kan ikke komme")
    assert svar.foerst == f"Forfallet ditt til {ONSDAG} er allerede notert."
    assert svar.labels == ["Spør Kari Dahl", "Jeg kommer likevel"]
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_what_is_not_a_known_sentence_is_shown_first(chat, huset):
    svar = await chat.si(BERIT, "dessverre, alt for mye å gjøre så jeg må melde forfall til onsdag")
    assert svar.text == f"Skal jeg notere forfall til dette møtet?\n{ONSDAG}\n{INGEN_GRUNN}"
    assert await logg(chat, huset.onsdag) == []
    assert (await chat.si(BERIT, "ja")).foerst == f"Forfall er notert: {ONSDAG}."
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_all_meetings_of_a_holiday_are_listed_and_then_noted(chat, huset):
    svar = await chat.si(JONAS, "jeg har ferie i mai")
    assert svar.text == "\n".join(
        ["Skal jeg notere forfall til disse to møtene?", ONSDAG, TORSDAG, INGEN_GRUNN]
    )
    gjort = await chat.trykk(JONAS, svar.knapp("Ja"))
    assert f"Forfall er notert: {ONSDAG}.\nForfall er notert: {TORSDAG}." in gjort
    assert await logg(chat, huset.onsdag) == await logg(chat, huset.torsdag) == ["forfall Jonas Moe"]
    assert await logg(chat, huset.juni) == []
    await chat.trykk(JONAS, gjort.knapp("Angre"))
    assert "angret Jonas Moe" in await logg(chat, huset.torsdag)


async def test_two_moeter_on_one_day_are_asked_about(chat, huset):
    fellesskap = huset.psu.helsefellesskap_id
    await moete(chat, fellesskap, huset.psu, date(2024, 5, 15))
    svar = await chat.si(JONAS, "kan ikke på onsdag")
    assert svar.foerst == "Hvilket møte gjelder det?"
    assert len(svar.buttons) == 2
    assert await logg(chat, huset.onsdag) == []
    valgt = await chat.trykk(JONAS, svar.knapp("ASU"))
    assert valgt.foerst == f"Forfall er notert: {ONSDAG}."
    assert await logg(chat, huset.onsdag) == ["forfall Jonas Moe"]


async def test_which_moete_may_be_answered_in_words_too(chat, huset):
    await moete(chat, huset.psu.helsefellesskap_id, huset.psu, date(2024, 5, 15))
    await chat.si(JONAS, "kan ikke på onsdag")
    assert (await chat.si(JONAS, "ASU")).foerst == f"Forfall er notert: {ONSDAG}."


async def test_the_leder_reports_for_another_after_a_yes(chat, huset):
    svar = await chat.si(ANNE, "Siri Haug kan ikke møte på ASU, Wenche er vara")
    assert svar.text == "\n".join(
        [
            "Skal jeg notere forfall for Siri Haug til dette møtet?",
            ONSDAG,
            "Vara: Wenche Lund",
            INGEN_GRUNN,
        ]
    )
    assert await logg(chat, huset.onsdag) == []
    gjort = await chat.trykk(ANNE, svar.knapp("Ja"))
    assert gjort.foerst == f"Forfall er notert for Siri Haug: {ONSDAG}."
    assert "Wenche Lund er spurt om å møte som vara." in gjort
    assert await logg(chat, huset.onsdag) == ["forfall Siri Haug", "kalt Wenche Lund"]


@pytest.mark.parametrize("hvem", [BERIT, KARI])
async def test_others_may_not_report_for_another_and_are_told_who_can(chat, huset, hvem):
    svar = await chat.si(hvem, "Siri Haug kan ikke møte på ASU")
    assert "Det kan bare lederen, nestlederen og sekretariatet i ASU gjøre." in svar
    assert "Anne Vik" in svar
    assert await logg(chat, huset.onsdag) == []


async def test_a_yes_that_is_forged_does_not_give_the_right(chat, huset):
    ja = (await chat.si(ANNE, "Siri Haug kan ikke møte på ASU")).knapp("Ja")
    data = {**ja.data, "hvem": f"29:{BERIT}"}
    assert "Det kan bare lederen" in await chat.trykk(BERIT, type(ja)(ja.label, ja.verb, data))
    assert await logg(chat, huset.onsdag) == []


async def test_ones_own_name_is_oneself(chat, huset):
    svar = await chat.si(BERIT, "Berit Nes kan ikke møte på ASU")
    assert svar.foerst == f"Forfall er notert: {ONSDAG}."


async def test_of_several_with_the_name_it_is_asked_who(chat):
    fra_ola = [medlem("siri ås", Rolle.MEDLEM, "Klinikk Vest")]
    huset = await bygg(chat, flere=fra_ola)
    await installer(chat, *ALLE)
    svar = await chat.si(ANNE, "Siri kan ikke møte på ASU")
    assert svar.foerst == "Flere har det navnet. Hvem gjelder det?"
    assert sorted(svar.labels) == ["Siri Haug", "Siri Ås"]
    vist = await chat.trykk(ANNE, svar.knapp("Siri Haug"))
    assert vist.foerst == "Skal jeg notere forfall for Siri Haug til dette møtet?"
    await chat.trykk(ANNE, vist.knapp("Ja"))
    assert await logg(chat, huset.onsdag) == ["forfall Siri Haug"]


@pytest.mark.parametrize(
    ("linje", "svar", "linjer"),
    [
        ("kan ikke på onsdag, Liv stiller som vara", "Liv Strand er spurt", ["kalt Liv Strand"]),
        (
            "kan ikke på onsdag, Wenche Lund stiller for meg",
            "Wenche Lund er ikke vara for Nordre region. Sekretariatet må si ja før jeg spør.",
            ["paa_tvers Wenche Lund"],
        ),
        (
            "kan ikke på onsdag, Ola Nordmann stiller for meg",
            "Ola Nordmann er notert som stedfortreder, ikke oppnevnt. Sekretariatet får beskjed.",
            ["stedfortreder Ola Nordmann"],
        ),
        ("kan ikke på onsdag, Siri Haug stiller for meg", "Siri Haug har selv en plass i møtet", []),
        ("kan ikke på onsdag, Emeli stiller som vara", "Jeg finner ingen vara med det navnet.", []),
    ],
)
async def test_a_vara_who_is_named(chat, huset, linje, svar, linjer):
    sagt = await chat.si(BERIT, linje)
    assert sagt.foerst == f"Forfall er notert: {ONSDAG}."
    assert svar in sagt
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", *linjer]


async def test_a_vara_may_be_named_afterwards(chat, huset):
    await chat.si(BERIT, "meld forfall")
    assert "Liv Strand er spurt" in await chat.si(BERIT, "Liv stiller for meg")
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", "kalt Liv Strand"]


async def test_comes_after_all_at_once_and_the_vara_is_told(chat, huset):
    await chat.si(BERIT, "kan ikke på onsdag, Liv stiller som vara")
    await chat.post()
    svar = await chat.si(BERIT, "kommer likevel")
    assert svar.foerst == f"Notert: Du kommer til {ONSDAG}."
    assert "Liv Strand trengs ikke lenger som vara." in svar
    assert [*await chat.post()] == ["aad-liv strand"]
    assert (await logg(chat, huset.onsdag))[-2:] == ["kommer Berit Nes", "kall_trukket Liv Strand"]


async def test_nothing_to_take_back_is_said(chat, huset):
    assert "så her er det ingenting å trekke" in await chat.si(BERIT, "kommer likevel")
    assert await logg(chat, huset.onsdag) == []


async def test_of_two_forfall_it_is_asked_which(chat, huset):
    await chat.si(BERIT, "meld forfall til 15. mai")
    await chat.si(BERIT, "meld forfall til 19. juni")
    svar = await chat.si(BERIT, "trekk forfallet mitt", at=senere(NAA, 30))
    assert svar.labels == [ONSDAG, JUNI]
    assert "Notert: Du kommer" in await chat.trykk(BERIT, svar.knapp(JUNI))
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes"]


async def test_taking_back_anothers_is_shown_first(chat, huset):
    await chat.si(SIRI, "meld forfall")
    svar = await chat.si(ANNE, "Siri kommer likevel")
    assert svar.foerst == "Skal jeg trekke forfallet for Siri Haug til dette møtet?"
    assert "Notert: Siri Haug kommer til" in await chat.trykk(ANNE, svar.knapp("Ja"))


async def test_nobody_else_takes_back_anothers(chat, huset):
    await chat.si(SIRI, "meld forfall")
    assert "Det kan bare lederen" in await chat.si(BERIT, "Siri kommer likevel")
    assert await logg(chat, huset.onsdag) == ["forfall Siri Haug"]


async def test_a_late_one_is_told_at_once(chat, huset):
    svar = await chat.si(BERIT, "kan ikke komme i dag", at="2024-05-15T08:00")
    assert "så lederen og sekretariatet får beskjed med en gang" in svar
    post = await chat.post()
    assert {f"aad-{ANNE}", f"aad-{OVE}"} <= set(post)


async def test_in_another_bodys_channel_it_is_not_taken(chat, huset):
    svar = await chat.si(JONAS, "må melde forfall til ASU", i=kanal("PSU"))
    assert "Forfall er notert" not in svar
    assert await logg(chat, huset.onsdag) == []
    assert "Forfall er notert" in await chat.si(JONAS, "må melde forfall til ASU", i=kanal("ASU"))


async def test_in_nynorsk(chat, huset):
    svar = await chat.si(BERIT, "eg kan diverre ikkje kome på onsdag")
    assert svar.text == "\n".join(
        [
            f"Forfall er notert: {ONSDAG}.",
            "Kari Dahl er vara for Nordre region. Skal eg spørje?",
            "Du treng ikkje oppgi grunn.",
        ]
    )
    assert (await chat.si(BERIT, "eg kjem likevel")).foerst == f"Notert: Du kjem til {ONSDAG}."


async def test_the_vara_of_an_unreachable_seat_is_told_by_the_one_who_reports(chat):
    huset = await bygg(chat)
    svar = await chat.si(BERIT, "kan ikke på onsdag, Liv stiller som vara")
    assert "Jeg får ikke spurt Liv Strand, for jeg når ikke Liv Strand i Teams. Spør selv" in svar
    assert "Liv Strand er spurt" not in svar
    assert svar.labels == ["Angre", "Liv kan møte", "Liv kan ikke møte"]
    sagt = await chat.trykk(BERIT, svar.knapp("Liv kan møte"))
    assert sagt.foerst == f"Notert: Liv Strand møter som vara for Berit Nes: {ONSDAG}."
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", "kalt Liv Strand", "vara_ja Liv Strand"]


async def test_both_where_there_are_two(chat, huset):
    svar = await chat.si(JONAS, "melder forfall til begge møtene")
    assert svar.foerst == "Skal jeg notere forfall til disse to møtene?"
    await chat.si(JONAS, "ja")
    assert await logg(chat, huset.onsdag) == await logg(chat, huset.torsdag) == ["forfall Jonas Moe"]


async def test_a_span_of_days_holds_the_moete_in_the_middle_of_it(chat, huset):
    svar = await chat.si(BERIT, "jeg er bortreist 13.-17. mai")
    assert ONSDAG in svar
    assert "har ikke noe møte" not in svar


async def test_the_vara_who_is_named_for_another_is_kept(chat, huset):
    assert "Vara: Kari Dahl" in await chat.si(ANNE, "Berit kommer ikke onsdag, Kari stiller for henne")
    await chat.si(ANNE, "ja")
    assert await logg(chat, huset.onsdag) == ["forfall Berit Nes", "kalt Kari Dahl"]


@pytest.mark.parametrize("linje", ["forfall asu og psu", "kan ikke komme på ASU og PSU"])
async def test_two_bodies_that_are_named_are_both_meant(linje):
    chat = Chat(admins=set())
    await bygg(chat)
    await chat.si(JONAS, "meld forfall til ASU")
    svar = await chat.si(JONAS, linje)
    assert svar.foerst == "Skal jeg notere forfall til disse to møtene?"
    assert (ONSDAG in svar, "PSU torsdag 23. mai" in svar) == (True, True)
    gjort = await chat.trykk(JONAS, svar.knapp("Ja"))
    assert "Forfall er notert: PSU torsdag 23. mai" in gjort


async def test_of_two_bodies_neither_is_lost_where_one_is_not_theirs():
    chat = Chat(admins=set())
    await bygg(chat)
    svar = await chat.si(BERIT, "forfall asu og psu")
    assert svar.foerst.startswith("Du står ikke oppført i PSU")
    assert "0 av 4" in await chat.si(ANNE, "hvem kommer til ASU?")
    assert "Forfall: 1" not in await chat.si(ANNE, "hvem kommer til ASU?")


async def test_of_several_moeter_each_line_about_a_vara_says_which():
    chat = Chat(admins=set())
    await bygg(chat)
    svar = await chat.trykk(JONAS, (await chat.si(JONAS, "forfall til ASU og PSU")).knapp("Ja"))
    ingen = "Det er ingen vara å spørre for"
    assert f"ASU onsdag 15. mai 2024: {ingen} Søndre region." in svar
    assert f"PSU torsdag 23. mai 2024: {ingen} Nordre region." in svar
