"""Two users of Teams with the name of one member: neither is taken for them."""

from dataclasses import replace

import pytest

from bot.domain.conversation import Button
from bot.domain.organ import Medlem, Rolle
from bot.turn import Kind, Person
from tests.dialogs.chat import Chat, Svar, privat
from tests.dialogs.forfallsfolk import OVE, bygg, installer, logg

EVA = "eva lie"
GJEST = "eva-gjest"


@pytest.fixture
def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def huset(chat):
    huset = await bygg(chat, flere=[Medlem("Eva Lie", Rolle.MEDLEM, representerer="Nes")])
    await installer(chat, OVE, EVA)
    return huset


async def gjesten(chat: Chat, linje: str, button: Button | None = None) -> Svar:
    kind = Kind.PRESS if button else Kind.MESSAGE
    melding = chat.melding(GJEST, linje, i=privat(GJEST), kind=kind, button=button, wants_body=bool(button))
    return await chat.gi(replace(melding, person=Person(f"29:{GJEST}", "Eva Lie", f"aad-{GJEST}")))


async def test_neither_is_the_member_and_the_sekretariat_is_asked_about_both(chat, huset):
    await gjesten(chat, "hei")
    for svar in (await gjesten(chat, "kan ikke på onsdag"), await chat.si(EVA, "kan ikke på onsdag")):
        assert svar.text == (
            "Flere i Teams heter Eva Lie, og jeg vet ikke hvem av dem som er medlem. Derfor har jeg ikke "
            "gjort noe. Jeg har spurt sekretariatet i ASU, og sier fra når de har svart."
        )
    assert await logg(chat, huset.onsdag) == []
    spurt = [b for m in (await chat.post())[OVE] for b in m.buttons if b.label == "Stemmer"]
    assert {b.data["bruker"] for b in spurt} == {f"aad-{EVA}", f"aad-{GJEST}"}


async def test_the_one_who_is_confirmed_is_the_member_and_the_other_is_not(chat, huset):
    await gjesten(chat, "hei")
    await chat.si(EVA, "kan ikke på onsdag")
    post = (await chat.post())[OVE]
    knapp = next(
        b for m in post for b in m.buttons if b.label == "Stemmer" and b.data["bruker"] == f"aad-{EVA}"
    )
    await chat.trykk(OVE, knapp)
    assert "Forfall er notert" in await chat.si(EVA, "kan ikke på onsdag")
    assert "Flere i Teams heter Eva Lie" in await gjesten(chat, "jeg kommer på onsdag")
    assert await logg(chat, huset.onsdag) == ["forfall Eva Lie"]


async def test_who_says_it_is_not_them_leaves_the_name_to_the_other(chat, huset):
    notert = await chat.si(EVA, "kan ikke på onsdag")
    assert "Forfall er notert" in notert
    ikke_meg = replace(notert.knapp("Det er ikke meg"), data={**notert.knapp("Det er ikke meg").data})
    await gjesten(chat, "hei")
    egen = replace(ikke_meg, data={**ikke_meg.data, "hvem": f"29:{GJEST}", "op": "op-gjest"})
    assert "Da tar jeg deg ikke lenger for Eva Lie." in await gjesten(chat, "", egen)
    assert "Notert: Du kommer" in await chat.si(EVA, "jeg kommer på onsdag")


async def test_in_nynorsk(chat, huset):
    await gjesten(chat, "hei")
    await chat.si(EVA, "snakk nynorsk")
    assert (await chat.si(EVA, "kan ikkje på onsdag")).text.startswith("Fleire i Teams heiter Eva Lie")


async def test_another_of_the_name_who_is_known_as_somebody_else_is_no_matter(chat):
    sikker = Medlem("Eva Lie", Rolle.MEDLEM, representerer="Nes", aad_id=f"aad-{EVA}")
    huset = await bygg(chat, flere=[sikker])
    await installer(chat, EVA)
    await gjesten(chat, "hei")
    assert "Forfall er notert" in await chat.si(EVA, "kan ikke på onsdag")
    assert await logg(chat, huset.onsdag) == ["forfall Eva Lie"]
