"""The list of what is missing: grouped, few buttons, and forms that show what they are about."""

import pytest

from tests.dialogs import forfallsfolk as folk
from tests.dialogs.chat import Chat, privat
from tests.dialogs.forfallsfolk import ANNE

UNDER_MOETET = "2024-05-15T12:05"


@pytest.fixture
async def ref():
    chat = Chat(admins=set())
    await folk.bygg(chat)
    await folk.installer(chat, *folk.ALLE)

    class Ref:
        async def si(self, *linjer):
            for linje in linjer:
                svar = await chat.si(ANNE, linje, at=UNDER_MOETET, i=privat(ANNE))
            return svar

        async def trykk(self, knapp):
            return await chat.trykk(ANNE, knapp, at=UNDER_MOETET, i=privat(ANNE))

    ref = Ref()
    await ref.si("start referat for ASU", "bekreft frammøtet", "sak 3")
    return ref


async def test_forslag_of_a_sak_are_one_row_and_the_form_shows_them(ref):
    svar = await ref.si("møtet er hevet")
    assert "Forslag 1–3 i 03/24 mangler vedtak." in svar
    skjema = await ref.trykk(next(b for b in svar.buttons if b.data.get("hva") == "vedtak"))
    assert "1. ASU gir sin tilslutning til en felles vaktordning." in skjema
    assert "3. ASU gir følgende innspill:" in skjema


async def test_one_forslag_is_shown_alone(ref):
    await ref.si("forslag 1 vedtatt", "forslag 3 falt")
    svar = await ref.si("møtet er hevet")
    skjema = await ref.trykk(next(b for b in svar.buttons if b.data.get("hva") == "vedtak"))
    assert "2. ASU ber Fagråd 1" in skjema
    assert "1. ASU gir" not in skjema


async def test_many_points_are_one_row(ref):
    await ref.si(*(f"o: jonas sjekker punkt nummer {n}" for n in range(1, 12)))
    svar = await ref.si("møtet er hevet")
    assert "Ingen frist: oppfølging 1–11." in svar
    assert len([b for b in svar.buttons if b.verb == "referat.fyll"]) <= 12
    assert "har fått ny frist" in await ref.si("sett frist på punkt 1 til 3. juni")


async def test_a_locked_referat_opens_no_form(ref):
    svar = await ref.si("k: tas til orientering", "møtet er hevet")
    knapp = next(b for b in svar.buttons if b.data.get("hva") == "konklusjon")
    svar = await ref.si("send referatet til godkjenning")
    await ref.trykk(svar.knapp("Ja"))
    for _ in range(3):
        svar = (
            await ref.si("godkjenn referatet")
            if not svar.labels
            else await ref.trykk(
                next((b for b in svar.buttons if b.label.startswith(("Ja", "Godkjenn"))), svar.buttons[0])
            )
        )
    svar = await ref.trykk(knapp)
    assert "låst" in svar


async def test_many_saker_and_nothing_promised(ref):
    await ref.si(*(f"ny sak: Tema nummer {n}" for n in range(1, 13)))
    svar = await ref.si("møtet er hevet")
    assert "Sak 01/24" in svar
    assert "Ingen frist" not in svar
