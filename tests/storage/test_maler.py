"""The bodies' own Word templates, on each database."""

from dataclasses import replace

from bot.domain.malports import Organmal
from tests.storage import samples


async def gjoer(store, hva):
    async with store.turn() as uow:
        svar = await hva(uow.maler)
        await uow.commit()
    return svar


async def test_a_body_has_the_template_it_was_given_last(store):
    _, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    mal = Organmal(asu, "mal.dotx", b"PK\x00\xff", samples.NAA)
    assert await gjoer(store, lambda m: m.for_moete([asu])) is None

    await gjoer(store, lambda m: m.lagre(mal))
    ny = replace(mal, filnavn="ny.docx", innhold=b"PK2")
    await gjoer(store, lambda m: m.lagre(ny))

    assert await gjoer(store, lambda m: m.for_moete([psu, asu])) == ny
    assert await gjoer(store, lambda m: m.for_moete([psu])) is None


async def test_it_can_be_taken_away(store):
    _, [asu] = await samples.fellesskap(store)
    await gjoer(store, lambda m: m.lagre(Organmal(asu, "mal.dotx", b"PK", samples.NAA)))

    assert await gjoer(store, lambda m: m.slett(asu))
    assert not await gjoer(store, lambda m: m.slett(asu))
    assert await gjoer(store, lambda m: m.for_moete([asu])) is None
