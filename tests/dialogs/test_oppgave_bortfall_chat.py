"""A vedtak or a konklusjon that drops an oppgave closes it, and opens it again where it is taken back."""

import pytest

from bot.domain.oppgave import Oppgavehendelse, Oppgavetilstand
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    """Oppgave 1 and 2 of ASU are dictated; sak 5 is open."""
    ref = await aapnet(Chat(admins=set()))
    await ref.si(
        OVE, "sak 2", "o: Siri ringer kommunene innen 3. juni", "o: Berit leier lokale innen 10. juni"
    )
    await ref.si(OVE, "sak 5")
    return ref


async def staar(ref) -> list[Oppgavetilstand]:
    async with ref.chat.store.read() as uow:
        return [o.tilstand for o in await uow.oppgaver.for_bok(ref.bok_id)]


AAPEN, BORTFALT = Oppgavetilstand.AAPEN, Oppgavetilstand.BORTFALT


@pytest.mark.parametrize(
    "linje",
    [
        "k: oppgave 2 faller bort",
        "k: Oppgave nr. 2 utgår, siden lokalet er funnet.",
        "v: oppgåve 2 fell bort",
    ],
)
async def test_it_is_dropped_with_the_sak_it_was_dropped_in(ref, linje):
    svar = await ref.si(OVE, linje)
    assert svar.foerst.startswith("05/24 · "), svar.text
    assert await staar(ref) == [AAPEN, BORTFALT]
    async with ref.chat.store.read() as uow:
        siste = (await uow.oppgaver.for_bok(ref.bok_id))[1].logg[-1]
    assert (siste.hva, siste.etter) == (Oppgavehendelse.BORTFALT, "05/24")
    assert "Oppgave 2" not in await ref.si(OVE, "oppgavene i ASU")


async def test_taken_back_it_is_open_again(ref):
    await ref.si(OVE, "k: oppgave 2 faller bort")
    await ref.si(OVE, "angre")
    assert await staar(ref) == [AAPEN, AAPEN]
    await ref.si(OVE, "k: oppgave 2 faller bort", "endre siste til oppgave 1 faller bort")
    assert await staar(ref) == [BORTFALT, AAPEN]


async def test_what_is_no_decision_and_what_is_not_there_drops_nothing(ref):
    await ref.si(OVE, "i: oppgave 2 faller bort", "k: oppgave 22 faller bort", "k: oppgave 2 følges opp")
    assert await staar(ref) == [AAPEN, AAPEN]
