"""What a referent answers in writing is taken, and a question is answered once."""

import pytest

from tests.dialogs import forfallsfolk as folk
from tests.dialogs.chat import Chat, privat
from tests.dialogs.forfallsfolk import ANNE

UNDER_MOETET = "2024-05-15T12:05"


class Ref:
    def __init__(self, chat):
        self.chat = chat

    async def si(self, *linjer):
        for linje in linjer:
            svar = await self.chat.si(ANNE, linje, at=UNDER_MOETET, i=privat(ANNE))
        return svar

    async def trykk(self, knapp):
        return await self.chat.trykk(ANNE, knapp, at=UNDER_MOETET, i=privat(ANNE))


@pytest.fixture
async def ref():
    chat = Chat(admins=set())
    await folk.bygg(chat)
    await folk.installer(chat, *folk.ALLE)
    ref = Ref(chat)
    await ref.si("start referat for ASU", "sak 3")
    return ref


async def test_a_written_day_is_the_frist(ref):
    svar = await ref.si("o: berit leverer innen 1. januar 2020")
    assert "Hvilken frist skal det være?" in svar
    svar = await ref.si("1. juni")
    assert svar.foerst == "03/24 · oppfølging 1 · Berit Nes · frist lørdag 1. juni 2024"


async def test_another_line_is_no_frist(ref):
    await ref.si("o: berit leverer innen 1. januar 2020")
    assert (await ref.si("k: tas til orientering")).foerst == "03/24 · konklusjon 1"


async def test_a_long_text_without_blanks_is_told_its_length(ref):
    svar = await ref.si("i: " + "x" * 10_000)
    assert "10000 tegn" in svar.text.replace("\xa0", "").replace("10 000", "10000")


async def test_what_is_to_be_written_again_is_not_noted_after_that(ref):
    svar = await ref.si("i: 87-åring fra Frosta har ligget på gangen med hoftebrudd")
    assert svar.labels == ["Før det inn likevel", "Skriv om"]
    await ref.trykk(svar.knapp("Skriv om"))
    await ref.trykk(svar.knapp("Før det inn likevel"))
    assert "innspill 1" in await ref.si("i: kommunene vil ha mer tid")


async def test_members_are_offered_before_the_frammoete_is_confirmed(ref):
    svar = await ref.si("det må avklares hvem som betaler")
    assert svar.labels == ["Anne Vik", "Berit Nes", "Jonas Moe", "Siri Haug", "La stå åpent"]


async def test_a_frist_that_was_not_understood_is_told(ref):
    svar = await ref.si("o: jonas leverer innen 31. februar")
    assert "Jeg forstod ikke fristen." in svar
    assert "forstod ikke fristen" not in await ref.si("o: jonas leverer innen 3. juni")
    assert "forstod ikke fristen" not in await ref.si("o: jonas leverer")


async def test_a_new_sak_is_told_as_one(ref):
    assert (await ref.si("ny sak: Parkering ved sykehuset")).foerst == "Ny sak er åpnet:"


async def test_now_there_is_a_pause(ref):
    assert "pause" in (await ref.si("nå er det pause")).foerst.lower()
    assert "Saksliste" not in (await ref.si("vi er tilbake")).labels
