"""Several people or clocks in one line of frammøte: all of it is noted, or shown first."""

import pytest

from tests.dialogs import forfallsfolk as folk
from tests.dialogs.chat import Chat, privat
from tests.dialogs.forfallsfolk import ANNE

UNDER_MOETET = "2024-05-15T14:05"


@pytest.fixture
async def ref():
    chat = Chat(admins=set())
    await folk.bygg(chat)
    await folk.installer(chat, *folk.ALLE)

    class Ref:
        async def si(self, linje):
            return await chat.si(ANNE, linje, at=UNDER_MOETET, i=privat(ANNE))

        async def trykk(self, knapp):
            return await chat.trykk(ANNE, knapp, at=UNDER_MOETET, i=privat(ANNE))

    ref = Ref()
    for linje in ("start referat for ASU", "bekreft frammøtet", "sak 3"):
        await ref.si(linje)
    return ref


@pytest.mark.parametrize(
    ("linje", "kvittering"),
    [
        ("siri og jonas kom 12.20", "Kom: Jonas Moe (12.20) og Siri Haug (12.20)."),
        ("jonas kom 12.20 siri 12.30", "Kom: Jonas Moe (12.20) og Siri Haug (12.30)."),
        ("jonas kom kl 12:20 og gikk 13:00", "Til stede: Jonas Moe (kom 12.20, gikk 13.00)."),
        (
            "jonas kom 12.20 og siri gikk 13.00",
            "Til stede: Jonas Moe (kom 12.20) og Siri Haug (gikk 13.00).",
        ),
        ("siri og jonas gikk 14", "Gikk: Jonas Moe (14.00) og Siri Haug (14.00)."),
    ],
)
async def test_all_of_it_is_noted_and_shown_first_where_it_is_asked(ref, linje, kvittering):
    svar = await ref.si(linje)
    assert kvittering in svar
    if svar.labels:
        svar = await ref.trykk(svar.knapp("Ja"))
        assert kvittering in svar
    frammoete = (await ref.si("vis frammøtet")).text
    for klokke in [k for k in kvittering.replace("(", " ").replace(")", " ").split() if k[0].isdigit()]:
        assert klokke.strip(".,") in frammoete


async def test_what_is_asked_tells_what_will_be_noted(ref):
    svar = await ref.si("jonas kom 12.20 siri 12.30")
    assert "Jeg forstår det slik: frammøte" not in svar
    assert "12.30" in svar


async def test_nothing_is_asked_that_the_rules_say_no_to(ref):
    assert (await ref.si("jonas kom 12.20")).foerst == "Kom: Jonas Moe (12.20)."
    svar = await ref.si("jonas og siri gikk 12.10")
    assert not svar.labels
    assert "Jonas Moe" in svar
