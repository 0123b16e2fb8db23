"""In whose Norwegian the bot answers."""

from dataclasses import replace

from bot.domain.conversation import Button, ConversationKind
from bot.domain.maalform import Maalform
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat, kanal, privat

TRAAD = replace(kanal("asu;messageid=1"), name=None)
ANNEN_TRAAD = replace(kanal("asu;messageid=2"), name=None)
GRUPPE = replace(kanal("gruppe"), kind=ConversationKind.GROUP)


async def test_a_line_in_nynorsk_is_answered_in_nynorsk(chat):
    svar = await chat.si("anne", "kva står på sakslista til ASU?")
    assert "Seks saker og éin pause, sju postar på til saman 180 minutt." in svar
    assert "Ansvarleg: Astrid Fjellvang." in svar


async def test_a_line_in_bokmaal_is_answered_in_bokmaal(chat):
    svar = await chat.si("anne", "hva står på sakslisten til ASU?")
    assert "Seks saker og én pause, sju poster på til sammen 180 minutter." in svar


async def test_a_line_that_does_not_tell_is_answered_as_the_person_last_wrote(chat):
    assert "Ansvarlig:" in await chat.si("anne", "saksliste ASU")
    await chat.si("anne", "kven er ansvarleg for sak 3?")
    assert "Ansvarleg:" in await chat.si("anne", "saksliste ASU")
    assert "Ansvarlig:" in await chat.si("ola", "saksliste ASU")
    await chat.si("anne", "hvem er ansvarlig for sak 3?")
    assert "Ansvarlig:" in await chat.si("anne", "saksliste ASU")


async def test_what_a_person_writes_is_known_wherever_she_writes_next(chat):
    await chat.si("anne", "kva fristar har vi?")
    assert "Ansvarleg:" in await chat.si("anne", "saksliste ASU", i=kanal("asu"))


async def test_a_button_is_pressed_in_the_language_of_its_card(chat):
    kort = await chat.si("anne", "når møtest ASU?")
    assert "Ansvarleg:" in await chat.trykk("anne", kort.knapp("Saksliste"))


async def test_dialect_is_answered_in_bokmaal_unless_nynorsk_is_chosen(chat):
    assert "Ansvarlig:" in await chat.si("anne", "ka e saklista te ASU")
    await chat.si("anne", "snakk nynorsk")
    assert "Ansvarleg:" in await chat.si("anne", "ka e saklista te ASU")


async def test_a_choice_holds_whatever_the_lines_look_like(chat):
    svar = await chat.si("anne", "snakk nynorsk")
    assert svar.text.startswith("Frå no av svarar eg deg på nynorsk.")
    assert "til saman" in await chat.si("anne", "hva står på sakslisten til ASU?")

    svar = await chat.si("anne", "bytt til bokmål")
    assert svar.text.startswith("Fra nå av svarer jeg deg på bokmål.")
    assert "til sammen" in await chat.si("anne", "kva står på sakslista til ASU?")
    assert "til saman" in await chat.si("ola", "kva står på sakslista til ASU?")


async def test_a_channel_has_its_own_setting_in_all_its_threads(chat):
    svar = await chat.si("anne", "snakk nynorsk", i=TRAAD)
    assert svar.text == "Frå no av svarar eg på nynorsk her i kanalen."
    assert "til saman" in await chat.si("ola", "hva står på sakslisten til ASU?", i=ANNEN_TRAAD)
    assert "til sammen" in await chat.si("ola", "hva står på sakslisten til ASU?")
    assert "til sammen" in await chat.si("anne", "hva står på sakslisten til ASU?")
    assert "til sammen" in await chat.si("ola", "saksliste ASU", i=kanal("psu"))


async def test_in_a_channel_the_channel_s_setting_comes_before_the_person_s(chat):
    await chat.si("anne", "snakk nynorsk")
    assert (await chat.si("ola", "bytt til bokmål", i=TRAAD)).text.endswith("her i kanalen.")
    assert "til sammen" in await chat.si("anne", "saksliste ASU", i=TRAAD)
    assert "til saman" in await chat.si("anne", "saksliste ASU")


async def test_a_group_chat_chooses_for_itself(chat):
    svar = await chat.si("anne", "snakk nynorsk", i=GRUPPE)
    assert svar.text == "Frå no av svarar eg på nynorsk her i gruppa."
    assert "til saman" in await chat.si("ola", "saksliste ASU", i=GRUPPE)


async def test_another_language_is_declined_with_what_there_is(chat):
    for linje, sagt in (
        (
            "kan du svare på engelsk",
            "Jeg svarer bare på norsk, på bokmål eller nynorsk. I can only answer in",
        ),
        ("finnes du på samisk?", "Jeg kan bare bokmål og nynorsk. Hva vil du ha?"),
    ):
        svar = await chat.trykk("anne", _velg(tekst=linje))
        assert svar.text.startswith(sagt)
        assert svar.labels == ["Bokmål", "Nynorsk"]
    await chat.si("anne", "kva fristar har vi?")
    svar = await chat.trykk("anne", _velg(tekst="finst du på samisk?"))
    assert svar.text == "Eg kan berre bokmål og nynorsk. Kva vil du ha?"


async def test_the_buttons_and_the_names_choose(chat):
    spurt = await chat.trykk("anne", _velg())
    assert spurt.text == "Nå svarer jeg på bokmål. Jeg kan både bokmål og nynorsk. Hva vil du ha?"
    svar = await chat.trykk("anne", spurt.knapp("Nynorsk"))
    assert svar.text.startswith("Frå no av svarar eg deg på nynorsk.")
    assert svar.outcome.replies[0].in_place

    spurt = await chat.trykk("anne", _velg())
    assert spurt.text == "No svarar eg på nynorsk. Eg kan både bokmål og nynorsk. Kva vil du ha?"
    assert (await chat.si("anne", "bokmål")).text.startswith("Fra nå av svarer jeg deg på bokmål.")


async def test_a_button_with_a_language_there_is_not_changes_nothing(chat):
    svar = await chat.trykk("anne", _velg(maalform="en"))
    assert svar.text.startswith("Den knappen kan jeg ikke bruke lenger.")


async def test_a_choice_delivered_twice_is_made_once(chat):
    valgt = chat.melding("anne", "snakk nynorsk")
    await chat.gi(valgt, sent=False)
    await chat.si("anne", "bytt til bokmål")
    igjen = await chat.gi(valgt)
    assert "nynorsk" in igjen or igjen.text == ""
    assert "til sammen" in await chat.si("anne", "saksliste ASU")


async def test_what_is_not_understood_is_said_in_nynorsk_with_lines_that_are_understood(chat):
    svar = await chat.si("anne", "kvifor flyr ikkje fisken")
    assert svar.foerst == "Det forstod eg ikkje. Meinte du noko av dette?"
    for knapp in svar.buttons[:-1]:
        assert "Det forstod" not in await chat.trykk("anne", knapp)


async def test_what_is_added_on_the_way_is_in_the_maalform_of_the_answer(chat):
    assert (await chat.si("anne", "saksliste ASU")).outcome.maalform is Maalform.NB
    valgt = chat.melding("anne", "snakk nynorsk")
    assert (await chat.gi(valgt)).outcome.maalform is Maalform.NN
    assert (await chat.gi(valgt)).outcome.maalform is Maalform.NN
    assert (await chat.si("anne", "saksliste ASU")).outcome.maalform is Maalform.NN


async def test_a_person_without_an_aad_id_chooses_too(chat):
    uten = chat.melding("anne", "snakk nynorsk")
    await chat.gi(replace(uten, person=replace(uten.person, aad_id=None)))
    neste = chat.melding("anne", "saksliste ASU")
    assert "til saman" in await chat.gi(replace(neste, person=replace(neste.person, aad_id=None)))


async def test_the_preview_of_a_paper_is_in_the_person_s_norwegian():
    chat = Chat(helsefellesskap="Helsefellesskapet Nordre Fjordfylke")
    chat.files.readings["papir.pdf"] = eksempel.lest_innkalling()
    await chat.si("anne", "snakk nynorsk")
    svar = await chat.slipp("anne", "papir.pdf")
    assert "Sjekk dette:\n• Sak 03/24 heiter «Felles vaktordning» på sakslista og «Vaktordning»" in svar
    kvittering = await chat.trykk("anne", svar.knapp("Lagre"))
    assert kvittering.text == "Lagra: innkalling til ASU onsdag 15. mai 2024 kl. 12.00–15.00."


async def test_the_same_person_in_another_chat_is_the_same_person(chat):
    await chat.si("anne", "snakk nynorsk")
    assert "til saman" in await chat.si("anne", "saksliste ASU", i=replace(privat("anne"), id="a:annen"))


def _velg(**data) -> Button:
    return Button("Målform", "maalform.velg", data)
