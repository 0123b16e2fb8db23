"""Who is a member on the day of a møte, counts for it, whatever they are today (8 May)."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.organ import Rolle
from tests.dialogs.chat import Chat
from tests.dialogs.forfallsfolk import ALLE, ANNE, Huset, bygg, installer, logg, medlem

NINA, TOR, EVA = "nina ny", "tor slutt", "eva senere"
ONSDAG = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat) -> Huset:
    """Nina begins before the møte of 15 May, Eva after it; Tor ends before it."""
    nina = replace(medlem(NINA, Rolle.MEDLEM, "Nes"), fra=date(2024, 5, 10))
    eva = replace(medlem(EVA, Rolle.MEDLEM, "Vik"), fra=date(2024, 6, 1))
    tor = replace(medlem(TOR, Rolle.MEDLEM, "Nes"), til=date(2024, 5, 9))
    huset = await bygg(chat, flere=[nina, eva, tor])
    await installer(chat, *ALLE, NINA, TOR, EVA)
    return huset


async def test_who_begins_before_the_møte_reports(chat, huset):
    svar = await chat.si(NINA, "kan ikke på onsdag")
    assert svar.foerst == f"Forfall er notert: {ONSDAG}."
    assert await logg(chat, huset.onsdag) == ["forfall Nina Ny"]


async def test_without_a_day_too_and_by_the_form(chat, huset):
    svar = await chat.si(NINA, "meld forfall til ASU")
    assert svar.foerst == f"Forfall er notert: {ONSDAG}."


async def test_the_leder_reports_for_them_by_name(chat, huset):
    vist = await chat.si(ANNE, "Nina kan ikke komme på onsdag")
    gjort = await chat.trykk(ANNE, vist.knapp("Ja"))
    assert gjort.foerst == f"Forfall er notert for Nina Ny: {ONSDAG}."


async def test_who_begins_after_it_has_nothing_to_report(chat, huset):
    svar = await chat.si(EVA, "kan ikke på onsdag")
    assert svar.text == "Du er ikke med i ASU før lørdag 1. juni 2024, så du trenger ikke å melde noe."
    neste = await chat.si(EVA, "meld forfall til ASU")
    assert neste.foerst == "Forfall er notert: ASU onsdag 19. juni 2024 kl. 12.00–15.00."
    assert await logg(chat, huset.onsdag) == []


async def test_who_ends_before_it_is_told_so(chat, huset):
    for linje in ("kan ikke på onsdag", "jeg kommer på onsdag", "meld forfall til ASU"):
        svar = await chat.si(TOR, linje)
        assert svar.text == (
            "Du er ikke lenger med i ASU onsdag 15. mai 2024, så du trenger ikke å melde noe. "
            "Er det feil, kan sekretariatet rette medlemslisten."
        )
    andre = await chat.si(ANNE, "Tor kan ikke komme på onsdag")
    assert andre.text.startswith("Tor Slutt er ikke lenger med i ASU onsdag 15. mai 2024.")
    assert await logg(chat, huset.onsdag) == []


async def test_in_nynorsk(chat, huset):
    await chat.si(TOR, "snakk nynorsk")
    assert "Du er ikkje lenger med i ASU onsdag 15. mai 2024" in await chat.si(TOR, "kan ikkje på onsdag")


async def test_before_they_begin_they_see_and_do_nothing_else(chat, huset):
    for linje in ("hvem kommer på ASU?", "hva er meldt til eventuelt i ASU?", "Anne kan ikke på onsdag"):
        assert "Det kan bare" in await chat.si(NINA, linje)
    assert await logg(chat, huset.onsdag) == []
