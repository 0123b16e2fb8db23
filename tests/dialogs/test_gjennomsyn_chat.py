"""What is kept of what was not understood: nothing where it is off, and little where it is on."""

import asyncio

import pytest

from bot.domain.conversation import Button
from bot.domain.organ import Medlem
from bot.turn import SAY, Kind, Meaning, Suggestion
from storage.store import open_store
from tests.dialogs import eksempel
from tests.dialogs.chat import TOLK, Chat, kanal

FORSLAG = (
    Suggestion("moete.neste", "neste ASU"),
    Suggestion("moete.saksliste", "saksliste ASU"),
    Suggestion("hjelp", "hjelp"),
)


class Nykommer:
    """A tolk that understands what it suggests itself, and nothing else that is written here."""

    def __init__(self, forslag=FORSLAG) -> None:
        self._forslag = forslag

    def understand(self, text, **mer) -> Meaning:
        if text in [forslag.text for forslag in FORSLAG]:
            return TOLK.understand(text, **mer)
        return Meaning("hjelp", sure=False, suggestions=self._forslag)


async def bot(*, paa: bool = True, forslag=FORSLAG, store=None) -> Chat:
    return Chat(keep_phrases=paa, tolk=Nykommer(forslag), store=store)


@pytest.fixture
async def paa() -> Chat:
    chat = await bot()
    await chat.har(eksempel.lest_innkalling())
    return chat


async def lista(chat: Chat) -> list[tuple[str, str | None, int]]:
    async with chat.store.turn() as uow:
        return [(linje.tekst, linje.valgt, linje.antall) for linje in await uow.fraser.all()]


async def test_off_nothing_is_kept():
    av = await bot(paa=False)
    svar = await av.si("anne", "hva med bilen")
    await av.trykk("anne", svar.knapp("neste ASU"))

    assert await lista(av) == []
    assert [b.data for b in svar.buttons[:3]] == [{"tekst": f.text, "hensikt": f.intent} for f in FORSLAG]


async def test_it_is_off_unless_it_is_turned_on():
    chat = Chat(tolk=Nykommer())
    await chat.si("anne", "hva med bilen")

    assert await lista(chat) == []


async def test_a_line_and_what_was_pressed(paa):
    svar = await paa.si("anne", "hva med bilen")
    assert await lista(paa) == [("hva med bilen", None, 1)]

    trykket = await paa.trykk("anne", svar.knapp("saksliste ASU"))
    assert trykket.foerst.startswith("Saksliste for ASU")
    assert await lista(paa) == [("hva med bilen", "moete.saksliste", 1)]


async def test_an_answer_in_writing_is_not_noted_for_nothing_stored_leads_from_a_person_to_a_line(paa):
    await paa.si("anne", "hva med bilen")
    svar = await paa.si("anne", "2")

    assert svar.foerst.startswith("Saksliste for ASU")
    assert await lista(paa) == [("hva med bilen", None, 1)]


async def test_the_real_tolk_suggests_and_the_press_is_noted():
    chat = Chat(keep_phrases=True)
    await chat.har(eksempel.lest_innkalling())
    svar = await chat.si("anne", "hva med bilen")
    assert svar.foerst.startswith("Det forstod jeg ikke.")
    [(tekst, valgt, antall)] = await lista(chat)
    assert (tekst, valgt, antall) == ("hva med bilen", None, 1)

    await chat.trykk("anne", svar.buttons[0])
    [(_, valgt, _)] = await lista(chat)
    assert valgt in TOLK.intents


async def test_help_tells_nothing_about_the_line(paa):
    svar = await paa.si("anne", "hva med bilen")
    await paa.trykk("anne", svar.knapp("Hjelp"))

    assert await lista(paa) == [("hva med bilen", None, 1)]


@pytest.mark.parametrize(
    "linje",
    [
        "æ e dårli å kjæm itj",
        "snakka med torgunn om bilen",
        "be Xylander ordne bilen",
        "bilen til anne",
        "ring 99 88 77 66 om bilen",
        "jeg når ikke bilen",
        "hva med bilen 🤒",
    ],
)
async def test_some_lines_are_never_kept(paa, linje):
    async with paa.store.turn() as uow:
        [asu] = (await uow.register()).organer
        asu.medlemmer.append(Medlem("Torgunn Bekkestua"))
        await uow.save_organ(asu)
        await uow.commit()
    svar = await paa.si("anne", linje)

    assert svar.foerst.startswith("Det forstod jeg ikke.")
    assert await lista(paa) == []
    assert all("linje" not in knapp.data for knapp in svar.buttons)


@pytest.mark.parametrize("linje", ["æ e dårli å kjæm itj", "må melde rfofall", "kjæm nok itj på torsdag"])
async def test_the_real_tolk_and_somebody_who_is_not_coming(linje):
    chat = Chat(keep_phrases=True)
    await chat.har(eksempel.lest_innkalling())
    await chat.si("anne", linje)

    assert await lista(chat) == []


async def test_nothing_is_kept_where_forfall_was_suggested():
    forslag = (*FORSLAG[:2], Suggestion("forfall.meld", "Meld forfall til neste møte"))
    chat = await bot(forslag=forslag)
    await chat.si("anne", "hva med bilen")

    assert await lista(chat) == []


async def test_what_is_understood_is_not_kept(paa):
    await paa.si("anne", "neste ASU")

    assert await lista(paa) == []


async def test_a_message_or_a_press_that_comes_twice_counts_once(paa):
    melding = paa.melding("anne", "hva med bilen")
    svar = await paa.gi(melding)
    await paa.gi(melding)
    trykk = paa.melding("anne", "", kind=Kind.PRESS, button=svar.knapp("neste ASU"), wants_body=True)
    await paa.gi(trykk)
    await paa.gi(trykk)

    assert await lista(paa) == [("hva med bilen", "moete.neste", 1)]


async def test_a_line_is_one_line_whoever_writes_it_and_however_it_is_spaced(paa):
    await paa.si("anne", "hva med bilen")
    await paa.si("odd", " hva  med bilen ", i=kanal("ASU"))

    assert await lista(paa) == [("hva med bilen", None, 2)]


@pytest.mark.parametrize("linje_id", ["finnes ikke", 7, None, ["x"]])
async def test_a_button_that_nobody_made_changes_nothing(paa, linje_id):
    await paa.si("anne", "hva med bilen")
    knapp = Button("neste ASU", SAY, {"tekst": "neste ASU", "linje": linje_id})

    assert (await paa.trykk("odd", knapp)).foerst.startswith("Neste møte i ASU")
    assert await lista(paa) == [("hva med bilen", None, 1)]


async def test_two_at_once_in_two_processes_make_one_line_that_counts_two(database_url):
    stores = [open_store(database_url) for _ in range(2)]
    boter = [await bot(store=store) for store in stores]
    svar = await asyncio.gather(
        boter[0].si("anne", "hva med bilen"), boter[1].si("odd", "hva med bilen", i=kanal("ASU"))
    )
    await asyncio.gather(
        *(b.trykk(hvem, s.knapp("hjelp")) for b, hvem, s in zip(boter, ("anne", "odd"), svar, strict=True))
    )

    assert await lista(boter[0]) == [("hva med bilen", "hjelp", 2)]
    for store in stores:
        await store.close()


async def test_personvern_tells_that_it_is_off():
    chat = Chat()
    svar = await chat.si("anne", "hva lagrer du om meg")

    assert "Meldingene dine lagrer jeg ikke." in svar
    assert "90 dager" not in svar


async def test_personvern_tells_that_it_is_on_what_is_kept_and_how_long():
    chat = Chat(keep_phrases=True)
    svar = await chat.si("anne", "hva lagrer du om meg")

    assert "tar vare på linjer jeg ikke forstår" in svar
    assert "ikke hvem som skrev den" in svar
    assert "innen 90 dager" in svar
    assert "Meldingene dine lagrer jeg ikke." not in svar


async def test_nobodys_lines_can_be_found_again_to_be_deleted():
    slett = "slett alt du har om meg"
    assert "Derfor kan jeg ikke finne igjen" in await Chat(keep_phrases=True).si("anne", slett)
    assert "Derfor kan jeg ikke finne igjen" not in await Chat().si("anne", slett)
