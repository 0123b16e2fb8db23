"""Killed while one møtebok approves another: both are written, with the referat of the møte, or none."""

import asyncio
import json
import sys

from bot.domain.boklesing import les
from bot.domain.moetebok import Boktilstand
from storage.store import open_store
from tests.dialogs.chat import Chat
from tests.dialogs.godkjenningsfolk import OVE, bygg_bok, foert

JUNI = "2024-06-19T12:05"
FOER_COMMIT = [("noter", 1), ("save_moete", 1), ("note_turn", 1)]


async def drept(url, skriving, knapp) -> int:
    navn, nummer = skriving
    data = json.dumps(dict(knapp.data))
    prosess = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.dialogs.drept_godkjenning",
        url, navn, str(nummer), knapp.label, knapp.verb, data, JUNI,
    )  # fmt: skip
    return await asyncio.wait_for(prosess.wait(), 60)


async def staar(hus, juni_id):
    """The state of the older, its referat, the points of the open one, and the rows of the older."""
    async with hus.chat.store.turn() as uow:
        bok = await uow.boeker.hent(hus.bok_id)
        linjer = await uow.boeker.les(hus.bok_id)
        moete = await uow.load_moete(hus.moete.id)
        juni = les(await uow.boeker.les(juni_id))
    godkjent = [x for x in linjer if x.slag == "godkjent"]
    return bok.tilstand, len(godkjent), moete.referat is not None, len(juni.punkter)


async def test_killed_between_the_lines_and_the_commit_and_right_after_it(database_url):
    store = open_store(database_url)
    hus = await bygg_bok(Chat(admins={"aad-kontoret"}, store=store), send=True)
    juni = await foert(hus.huset, hus.huset.juni, "2024-06-19", hev=False)
    async with store.turn() as uow:
        await uow.boeker.sett_foerer(f"aad-{OVE}", juni.id)
        await uow.commit()
    knapp = (await hus.si(OVE, "godkjent", at=JUNI)).buttons[0]
    ingen = (Boktilstand.TIL_GODKJENNING, 0, False, 0)
    begge = (Boktilstand.GODKJENT, 1, True, 1)
    for skriving in FOER_COMMIT:
        assert await drept(database_url, skriving, knapp) == -9, skriving
        assert await staar(hus, juni.id) == ingen, skriving
    assert await drept(database_url, ("commit", 1), knapp) == -9
    assert await staar(hus, juni.id) == begge
    await hus.trykk(OVE, knapp, at=JUNI)
    assert await staar(hus, juni.id) == begge
    await store.close()
