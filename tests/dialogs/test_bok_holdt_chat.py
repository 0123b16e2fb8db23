"""A referat that was sent shows the forslag as they stood, whatever the innkalling says later."""

from dataclasses import replace

import pytest

from bot.domain.innkalling import Forslag
from bot.domain.utgave_bok import fra_bok
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet

FORSLAG = "ASU gir sin tilslutning til en felles vaktordning."


@pytest.fixture
async def ref():
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "sak 3", "v: Utsettes til høsten")
    return ref


async def _les_ny_innkalling(ref) -> None:
    """The forslag of every sak is another, and the møte elsewhere."""
    async with ref.chat.store.turn() as uow:
        moete = await uow.moete(ref.hus.mai.id)
        for fremlegg in moete.innkalling.saksfremlegg:
            fremlegg.forslag_til_vedtak = [Forslag("Noe helt annet", 1)]
        await uow.save_moete(replace(moete, sted="Et annet sted"))
        await uow.commit()


async def _utgave(ref):
    async with ref.chat.store.turn() as uow:
        moete, register = await uow.moete(ref.hus.mai.id), await uow.register()
    return fra_bok(moete, await ref.stand(), register)


def _forslag(utgave) -> list[str]:
    return [f.tekst for d in utgave.deler for s in d.saker for f in s.forslag]


async def test_while_the_moete_is_on_the_papers_of_now_hold(ref):
    await _les_ny_innkalling(ref)
    assert set(_forslag(await _utgave(ref))) == {"Noe helt annet"}


async def test_after_the_close_those_of_then(ref):
    await ref.si(OVE, "møtet er hevet")
    await _les_ny_innkalling(ref)
    assert FORSLAG in _forslag(await _utgave(ref))
    assert "Noe helt annet" not in _forslag(await _utgave(ref))


async def test_opened_again_the_papers_of_now(ref):
    await ref.si(OVE, "møtet er hevet")
    await _les_ny_innkalling(ref)
    await ref.si(OVE, "gjenåpne referatet")
    assert set(_forslag(await _utgave(ref))) == {"Noe helt annet"}


async def test_what_was_sent_is_held_whole(ref):
    await ref.si(OVE, "møtet er hevet")
    svar = await ref.si(OVE, "send referatet til godkjenning")
    await ref.trykk(OVE, svar, "Ja")
    foer = await _utgave(ref)
    await _les_ny_innkalling(ref)
    assert await _utgave(ref) == foer
