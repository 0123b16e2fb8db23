"""The sekretariat drops a Word file with the words «mal for ASU»."""

import io
from dataclasses import replace

import docx
import pytest

from bot.turn import Kind, OfferedFile
from dialogs.organmal import malens_organ
from tests.dialogs.godkjenningsfolk import OVE, SIRI, bygg_bok


def mal() -> bytes:
    word, ut = docx.Document(), io.BytesIO()
    word.add_paragraph("Brevhode")
    word.save(ut)
    return ut.getvalue()


async def slipp(hus, hvem, ord_, data=None):
    hus.chat.files.contents["mal.docx"] = mal() if data is None else data
    melding = hus.chat.melding(hvem, ord_, "2024-05-16T09:00")
    files = (OfferedFile("mal.docx", "https://files.example/mal.docx"),)
    return await hus.chat.gi(replace(melding, kind=Kind.FILE, files=files))


async def lagret(hus):
    async with hus.chat.store.turn() as uow:
        return await uow.maler.for_moete(hus.moete.organ_ids)


async def test_it_is_kept_once_it_has_been_tried():
    hus = await bygg_bok()

    svar = await slipp(hus, OVE, "mal for ASU")

    assert "mal.docx er malen til" in svar
    assert (await lagret(hus)).innhold == hus.chat.files.contents["mal.docx"]


async def test_what_is_no_template_is_refused():
    hus = await bygg_bok()

    svar = await slipp(hus, OVE, "Her er malen til ASU", b"hei")

    assert svar.text.startswith("mal.docx: Filen kan ikke brukes som mal. Bruk en vanlig Word-fil")
    assert await lagret(hus) is None


async def test_a_body_that_is_not_known():
    hus = await bygg_bok()

    assert "Jeg finner ikke utvalget «Fagråd 99»." in await slipp(hus, OVE, "mal for Fagråd 99")


async def test_a_member_gives_no_template_and_nothing_is_fetched():
    hus = await bygg_bok()

    await slipp(hus, SIRI, "mal for ASU")

    assert await lagret(hus) is None
    assert hus.chat.files.fetched == []


@pytest.mark.parametrize(
    ("tekst", "organ"),
    [
        ("mal for ASU", "ASU"),
        ("Her er Word-malen til PSU.", "PSU"),
        ("referatmal åt Fagråd 3", "Fagråd 3"),
        ("innkallingen til ASU", None),
        ("formål for ASU", None),
        ("", None),
    ],
)
def test_what_is_said_to_be_a_template(tekst, organ):
    assert malens_organ(tekst) == organ
