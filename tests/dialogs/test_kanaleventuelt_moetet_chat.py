"""What a channel is told of saker til eventuelt follows the møte: moved, called off, held after all."""

from dataclasses import replace

import pytest

from tests.dialogs.chat import Chat, privat
from tests.dialogs.moetefolk import ASUKANAL, BERIT, OVE, Huset, bygg
from tests.dialogs.test_kanalposter_chat import INGENTING, i_kanalen, koble


@pytest.fixture
async def huset() -> Huset:
    huset = await bygg(Chat(admins=set()))
    await koble(huset, ASUKANAL, replace(INGENTING, eventuelt=True))
    await huset.chat.si(BERIT, "meld til eventuelt: Parkering ved sykehuset", i=privat(BERIT))
    await huset.chat.post("2024-05-08T09:01")
    return huset


async def endret(huset: Huset) -> list[str]:
    return [m.text for _, _, m in huset.chat.poster.endret]


async def test_a_moved_moete_has_its_new_day_in_the_post(huset):
    await huset.ja(OVE, "flytt ASU 15. mai til 22. mai", at="2024-05-08T09:05")
    assert not [t for t in await i_kanalen(huset, "2024-05-08T09:06") if "eventuelt" in t]
    assert await endret(huset) == [
        "Saker meldt til eventuelt i ASU onsdag 22. mai 2024 kl. 12.00–15.00:\n1. Parkering ved sykehuset"
    ]


async def test_called_off_the_post_says_so_and_the_next_moete_has_what_was_raised(huset):
    svar = await huset.ja(OVE, "avlys ASU 15. mai", at="2024-05-08T09:05")
    nye = [t for t in await i_kanalen(huset, "2024-05-08T09:06") if "eventuelt" in t]
    assert nye == [
        "Saker meldt til eventuelt i ASU onsdag 19. juni 2024 kl. 12.00–15.00:\n1. Parkering ved sykehuset"
    ]
    assert await endret(huset) == [
        "Møtet i ASU onsdag 15. mai 2024 kl. 12.00–15.00 er avlyst. "
        "Det som var meldt til eventuelt, tas opp i neste møte."
    ]
    await huset.chat.trykk(OVE, svar.knapp("Angre"), at="2024-05-08T09:10")
    await huset.chat.post("2024-05-08T09:11")
    assert sorted((await endret(huset))[1:]) == [
        "Det er ikke lenger noen saker til eventuelt i ASU onsdag 19. juni 2024 kl. 12.00–15.00.",
        "Saker meldt til eventuelt i ASU onsdag 15. mai 2024 kl. 12.00–15.00:\n1. Parkering ved sykehuset",
    ]
