"""What a referent writes in a hurry while the referat is kept: nothing is lost, and nothing guessed."""

import pytest

from tests.dialogs import forfallsfolk as folk
from tests.dialogs.chat import Chat, privat
from tests.dialogs.forfallsfolk import ANNE

UNDER_MOETET = "2024-05-15T12:05"


@pytest.fixture
async def si():
    chat = Chat(admins=set())
    await folk.bygg(chat)
    await folk.installer(chat, *folk.ALLE)

    async def si(linje):
        return await chat.si(ANNE, linje, at=UNDER_MOETET, i=privat(ANNE))

    for linje in ("start referat for ASU", "bekreft frammøtet", "sak 3"):
        await si(linje)
    return si


@pytest.mark.parametrize(
    "linje",
    [
        "kommunene er uenige om fordelingen",
        "sak 4 trukket",
        "liv tenker på noe helt annet",
    ],
)
async def test_an_unclear_line_is_asked_about_and_not_lost(si, linje):
    svar = await si(linje)
    assert linje in svar
    assert svar.labels[:2] in (["Notat", "Innspill"], ["Notat", "Innspel"])


@pytest.mark.parametrize("linje", ["neste ASU", "hvem kommer", "hva mangler?", "når er min sak?"])
async def test_a_question_is_answered(si, linje):
    assert "Skal dette inn i referatet" not in await si(linje)


@pytest.mark.parametrize(
    ("linje", "kvittering"),
    [
        ("konklusjon saksliste godkjent", "03/24 · konklusjon 1"),
        ("noen må sjekke dette med fylket", "03/24 · oppfølging 1"),
        ("siri har forfall", "Forfall: Siri Haug."),
        ("fråverande siri", "Forfall: Siri Haug."),
        ("fortsett referatet fra 15. mai", "Du fører nå referatet fra ASU onsdag 15. mai 2024."),
    ],
)
async def test_what_is_clear_is_noted(si, linje, kvittering):
    assert (await si(linje)).foerst.startswith(kvittering)


async def test_a_point_is_named_in_many_ways(si):
    await si("k: tas til orientering")
    await si("i: kommunene vil ha mer tid")
    assert (await si("endra punkt 1 til saken utsettes")).foerst.endswith("«Saken utsettes»")
    svar = await si("endre siste konklusjon til godkjent med merknad")
    assert svar.foerst == "03/24 · konklusjon 1: «Godkjent med merknad»"
    assert "03/24 · konklusjon 1" in await si("historikk punkt 1")
    assert "Anne Vik" in await si("hvem skrev punkt 2")
    assert "strøket" in await si("angre punkt 2")
    assert "Skal dette inn i referatet" in await si("bytt ut Malvik med Melhus")


async def test_what_is_missing_can_be_asked_for_again(si):
    svar = await si("hva mangler")
    assert svar.foerst.startswith("Referatet slik det står nå. Dette mangler:")
    assert "Dette manglar" in await si("kva manglar")


async def test_a_deadline_of_the_last_one(si):
    await si("jonas avklarer med fylket")
    assert "har fått ny frist" in await si("frist på siste er 3. juni")


async def test_no_felles_moete_is_over_that_never_began(si):
    assert "ikke noe felles møte" in await si("fellesmøtet er slutt")
    assert "ikke noe felles møte" in await si("tilbake til ASU")
    assert (await si("k: tas til orientering")).foerst == "03/24 · konklusjon 1"


@pytest.mark.parametrize(
    ("linje", "slag"),
    [
        ("konklusjonen er at vi går videre", "konklusjon"),
        ("saka blir teken til vitande", "konklusjon"),
        ("vi konkluderer med at dette er bra", "konklusjon"),
        ("Ingen merknader", "konklusjon"),
        ("Innkalling og saksliste godkjent. Ingen merknader.", "konklusjon"),
        ("asu støtter forslaget", "vedtak"),
        ("jonas sier at de ikke er klare for dette før til høsten", "innspill"),
        ("berit sa at de er uenige", "innspill"),
        ("aksjon berit lager plan til 1. juni", "oppfølging"),
        ("berit avklarar med kommunane innan 29. mai", "oppfølging"),
        ("oppgave til berit: lag plan, frist 1/6", "oppfølging"),
        ("siri er inhabil i sak 3", "notat"),
    ],
)
async def test_each_kind_is_told_by_how_it_is_said(si, linje, slag):
    assert (await si(linje)).foerst.startswith(f"03/24 · {slag} 1")


@pytest.mark.parametrize("linje", ["vi er ferdige", "konklusjonen ble utsatt"])
async def test_what_may_mean_two_things_is_not_done(si, linje):
    svar = await si(linje)
    assert "hevet kl." not in svar
    assert "· konklusjon" not in svar.foerst
