"""All that docs/referenten.md tells a referent to write is understood, in the order it stands."""

import re
from pathlib import Path

from bot.domain.moetebok import Boktilstand
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, OVE, bygg
from tests.dialogs.referatfolk import START, Referatet

SIDEN = Path(__file__).parents[2] / "docs/referenten.md"
LINJENE = [
    linje
    for rad in re.findall(r"^\| (`.*?) \|", SIDEN.read_text("utf-8"), re.MULTILINE)
    for linje in re.findall(r"`([^`]+)`", rad)
]
IKKE = ("forstod", "ikke ført", "Mente du", "Hvilke", "Hva skal stå", "finner ikke", "Skal jeg føre")
MED_KVITTERING = {
    "k: Innkallingen er godkjent": "01/24 · konklusjon 1",
    "sak 2 i: Kommunene må høres": "02/24 · innspill 11",
    "sak to konklusjon tas til orientering punktum": "02/24 · konklusjon 12",
    "angre": "Angret: 03/24 · innspill 13.",
    "saken utsettes": "Parkering ved sykehuset · utsatt 14",
}


async def test_every_line_of_the_page_is_understood():
    hus = await bygg(Chat(admins=set()))
    ref, svarene = Referatet(hus), dict[str, str]()
    assert len(LINJENE) > 40
    for linje in LINJENE:
        hvem = ANNE if linje == "godkjenn referatet" else OVE
        svar = await hus.chat.si(hvem, linje, at=ref.naa() if svarene else START)
        svarene[linje] = svar.text
        if svar.labels and svar.labels[0].startswith("Ja"):
            await hus.chat.trykk(hvem, svar.knapp("Ja"), at=ref.naa())
    assert {x: svar for x, svar in svarene.items() if any(ordene in svar for ordene in IKKE)} == {}
    assert {x: svarene[x].split("\n")[0] for x in MED_KVITTERING} == MED_KVITTERING
    async with hus.chat.store.turn() as uow:
        bok = await uow.boeker.for_moete(hus.mai.id or 0)
    assert bok is not None
    assert bok.tilstand is Boktilstand.GODKJENT
