"""«Send meg referatet som Word»: offered in 1:1, and made when somebody says yes."""

import pytest

from bot.domain.conversation import Button
from bot.domain.innkallingsutgave import Innkallingsutgave
from bot.domain.utgave import Format, Utgave, Utgavetilstand
from bot.turn import Fil, Filsvar, Filtilbud, Kind
from tests.dialogs.chat import Chat
from tests.dialogs.eksempel import lest_innkalling as papir
from tests.dialogs.godkjenningsfolk import ANNE, ASUKANAL, DAGEN_ETTER, OVE, SIRI, UKJENT, bygg_bok

STED = Filsvar("https://lia-my.sharepoint.com/opp", "https://lia", "u1", "docx")


def tilbudet(svar) -> Filtilbud:
    return next(r.message.fil for r in svar.outcome.replies if isinstance(r.message.fil, Filtilbud))


def filen(svar) -> Fil | None:
    return next((r.message.fil for r in svar.outcome.replies if isinstance(r.message.fil, Fil)), None)


async def godta(hus, hvem, data, *, sted=STED):
    knapp = Button("", "fil.hent", data)
    return await hus.chat.gi(
        hus.chat.melding(hvem, "", DAGEN_ETTER, None, kind=Kind.PRESS, button=knapp, filsvar=sted)
    )


async def test_who_kept_it_gets_the_draft_as_word():
    hus = await bygg_bok()

    svar = await hus.si(OVE, "send meg referatet som word")

    assert "Referatet fra ASU onsdag 15. mai 2024" in svar
    assert "som fil: Word. Det er et utkast som ikke er godkjent." in svar
    tilbud = tilbudet(svar)
    assert tilbud.navn.startswith("referat-")
    assert tilbud.navn.endswith("-15.05.24.docx")

    fil = filen(await godta(hus, OVE, tilbud.data))
    assert fil.navn == tilbud.navn
    assert fil.format is Format.DOCX
    assert fil.sted == STED
    assert isinstance(fil.innhold, Utgave)
    assert fil.innhold.tilstand is Utgavetilstand.UTKAST


async def test_without_a_format_it_is_asked_and_the_answer_may_be_written():
    hus = await bygg_bok()

    svar = await hus.si(OVE, "send meg referatet som fil")
    assert svar.labels == ["Word", "PDF", "Nettside (HTML)", "Ren tekst", "Data (JSON)"]

    assert tilbudet(await hus.trykk(OVE, svar.knapp("PDF"))).navn.endswith(".pdf")
    await hus.si(OVE, "send meg referatet som fil")
    assert tilbudet(await hus.si(OVE, "PDF")).navn.endswith(".pdf")


async def test_a_draft_is_no_members():
    hus = await bygg_bok()

    svar = await hus.trykk(SIRI, Button("", "referat.fil", {"moete": hus.moete.id, "format": "docx"}))
    assert filen(svar) is None
    assert not any(r.message.fil for r in svar.outcome.replies)

    forfalsket = await godta(hus, SIRI, {"hva": "referat", "moete": hus.moete.id, "format": "docx"})
    assert filen(forfalsket) is None


async def test_once_it_is_sent_the_members_have_it_and_strangers_do_not():
    hus = await bygg_bok(send=True)
    data = {"hva": "referat", "moete": hus.moete.id, "format": "pdf"}

    fil = filen(await godta(hus, SIRI, data))
    assert fil.innhold.tilstand is Utgavetilstand.TIL_GODKJENNING
    assert filen(await godta(hus, UKJENT, data)) is None


async def test_what_is_approved_is_everybodys():
    hus = await bygg_bok(send=True)
    await hus.godkjenn()

    svar = await hus.si(UKJENT, "send meg referatet fra ASU som pdf")

    assert "utkast" not in svar
    assert filen(await godta(hus, UKJENT, tilbudet(svar).data)).innhold.tilstand is Utgavetilstand.GODKJENT


async def test_in_a_channel_it_is_said_where():
    hus = await bygg_bok(send=True)

    svar = await hus.si(ANNE, "send meg referatet som word", i=ASUKANAL)

    assert "bare i en samtale med meg alene" in svar
    assert "«send meg referatet som Word»" in svar


@pytest.mark.parametrize(
    "data",
    [
        {"hva": "alt", "moete": 1, "format": "docx"},
        {"hva": "referat", "moete": "1", "format": "docx"},
        {"hva": "referat", "moete": 99999, "format": "docx"},
        {"hva": "innkalling", "format": "html"},
        {},
    ],
)
async def test_a_forged_yes_gives_nothing(data):
    hus = await bygg_bok()
    svar = await godta(hus, OVE, data)

    assert svar.text
    assert filen(svar) is None


async def test_the_yes_is_no_button_of_a_card():
    hus = await bygg_bok(send=True)
    data = {"hva": "referat", "moete": hus.moete.id, "format": "docx"}

    assert filen(await godta(hus, OVE, data, sted=None)) is None


async def test_a_no_is_heard():
    hus = await bygg_bok()
    knapp = Button("", "fil.nei", {})

    svar = await hus.chat.gi(
        hus.chat.melding(OVE, "", DAGEN_ETTER, kind=Kind.PRESS, button=knapp, filsvar=Filsvar())
    )

    assert svar.text == "Greit, da lager jeg ingen fil. Spør igjen når du vil ha den."


async def test_in_nynorsk():
    hus = await bygg_bok()
    await hus.si(OVE, "svar på nynorsk")

    svar = await hus.si(OVE, "send meg referatet som word")

    assert "Referatet frå ASU" in svar
    assert "Det er eit utkast som ikkje er godkjent." in svar


async def test_the_innkalling_as_word_pdf_and_calendar():
    chat = Chat()
    await chat.har(papir())

    svar = await chat.si("anne", "send meg innkallingen til ASU som pdf")
    assert "Innkallingen til ASU onsdag 15. mai 2024" in svar
    data = tilbudet(svar).data

    async def hent(format_):
        knapp = Button("", "fil.hent", {**data, "format": format_})
        return filen(await chat.gi(chat.melding("anne", "", kind=Kind.PRESS, button=knapp, filsvar=STED)))

    assert isinstance((await hent("docx")).innhold, Innkallingsutgave)
    ics = await hent("ics")
    assert ics.navn.endswith("-15.05.24.ics")
    assert b"BEGIN:VEVENT" in ics.innhold


async def test_the_bodys_own_template_goes_with_the_word_file():
    from bot.domain.malports import Organmal
    from tests.dialogs.chat import kl

    hus = await bygg_bok()
    async with hus.chat.store.turn() as uow:
        await uow.maler.lagre(Organmal(hus.moete.organ_ids[0], "mal.dotx", b"PK", kl(DAGEN_ETTER)))
        await uow.commit()
    data = {"hva": "referat", "moete": hus.moete.id}

    assert filen(await godta(hus, OVE, {**data, "format": "docx"})).mal == b"PK"
    assert filen(await godta(hus, OVE, {**data, "format": "pdf"})).mal is None
