"""Lines of a referent of which no word may be lost, and none may do something else than it says."""

import pytest

from tests.dialogs import forfallsfolk as folk
from tests.dialogs.chat import Chat, privat
from tests.dialogs.forfallsfolk import ANNE

UNDER_MOETET = "2024-05-15T12:05"


@pytest.fixture
async def si():
    chat = Chat(admins=set())
    chat.huset = await folk.bygg(chat)
    await folk.installer(chat, *folk.ALLE)

    async def si(linje):
        return await chat.si(ANNE, linje, at=UNDER_MOETET, i=privat(ANNE))

    si.chat = chat
    for linje in ("start referat for ASU", "bekreft frammøtet", "sak 3"):
        await si(linje)
    return si


@pytest.mark.parametrize("linje", ["forfall", "fravær", "Forfallslisten?"])
async def test_forfall_alone_shows_the_list_and_is_nobodys_own(si, linje):
    await si("forfall: siri haug")
    assert "Forfall: Siri Haug" in await si(linje)
    assert "forfall Anne Vik" not in await folk.logg(si.chat, si.chat.huset.onsdag)


@pytest.mark.parametrize(
    ("linje", "skrevet"),
    [
        (
            "innspill fra nordre region: dette må vi se på",
            "1. innspill: Nordre region: dette må vi se på",
        ),
        ("innspill jonas: dette må vi se på", "1. innspill (Jonas Moe): Dette må vi se på"),
        ("i: Berit: vi trenger mer tid", "1. innspill (Berit Nes): Vi trenger mer tid"),
        ("innspill: viktig: vi må ha penger", "1. innspill: Viktig: vi må ha penger"),
        ("vedtak 1: ASU sier nei", "1. vedtak: ASU sier nei"),
    ],
)
async def test_all_words_are_kept(si, linje, skrevet):
    await si(linje)
    assert skrevet in await si("vis punktene")


async def test_a_vedtak_with_a_number_answers_that_forslag(si):
    await si("vedtak 1: ASU sier nei")
    svar = await si("hva mangler")
    assert "ikke svar" not in svar or "forslag 1" not in svar
    assert "forslag 9" in await si("vedtak 9: ASU sier ja")
    await si("sak 5")
    assert (await si("vedtak 1: ASU sier ja")).foerst == "05/24 · vedtak 2"


@pytest.mark.parametrize("linje", ["sak 1 heter nå Krise", "sak 1 skal hete «Krise»"])
async def test_a_sak_is_renamed(si, linje):
    assert "Sak 01/24 Krise" in await si(linje)
    assert "03/24 · konklusjon 1" in await si("k: tas til orientering")


@pytest.mark.parametrize(
    "linje",
    ["unntatt offentlighet offl § 23", "Unntatt offentlighet (offl § 23)", "saken er unntatt offentlighet"],
)
async def test_unntatt_is_noted_at_once(si, linje):
    svar = await si(linje)
    assert "Sak 03/24" in svar
    assert "er unntatt offentlighet" in svar
    assert not svar.labels
    assert "ikke lenger unntatt" in await si("ikke unntatt offentlighet likevel")


async def test_what_is_unntatt_is_told_when_the_moete_is_closed(si):
    await si("k: avtale med leverandør")
    await si("unntatt offentlighet offl § 23")
    await si("sak 5")
    await si("k: tas til orientering")
    await si("punkt 2 er unntatt offentlighet")
    svar = await si("møtet er hevet")
    assert "Unntatt offentlighet (2): sak 03/24 og punkt 2." in svar


@pytest.mark.parametrize("linje", ["endre punkt -1 til hallo", "stryk punkt -1", "rett punkt -2: hei"])
async def test_a_number_that_is_no_point_changes_nothing(si, linje):
    await si("k: tas til orientering")
    assert "Hvilket punkt" in await si(linje)
    assert "1. konklusjon: Tas til orientering" in await si("vis punktene")


async def test_what_is_unntatt_is_told_before_it_is_sent(si):
    await si("k: avtale med leverandør")
    await si("møtet er hevet")
    assert "Ingen saker eller punkter er unntatt offentlighet." in await si(
        "send referatet til godkjenning"
    )
    await si("sak 3 er unntatt offentlighet")
    assert "Unntatt offentlighet (1): sak 03/24." in await si("send referatet til godkjenning")


@pytest.mark.parametrize("linje", ["i: ring 01 01 70 12345", "i: kontonr 1234.56.78901"])
async def test_eleven_digits_are_never_kept_however_they_are_written(si, linje):
    assert "innspill 1" not in await si(linje)
    assert (await si("i: ring 22 33 44 55 før 15.5.2024 12.20")).foerst == "03/24 · innspill 1"
