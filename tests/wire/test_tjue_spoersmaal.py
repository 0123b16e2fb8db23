"""Twenty questions over Teams' own protocol, as of 10 April 2024, after the seed innkalling is imported.

The real program in a process of its own, activities posted to its endpoint, replies caught by a
loopback connector. The seed names real people: what a name or sentence of it must be, is taken
from the file when the test runs.
"""

import re
import urllib.request
from pathlib import Path

import pytest

from tests.teams.chat import i_kanal, melding, trykk
from tests.wire.conftest import running, words

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
PDF, TEXT = (SEEDS / f"innkalling-asu-2024-04-17.{ending}" for ending in ("pdf", "txt"))

pytestmark = pytest.mark.skipif(not PDF.exists(), reason="the seeds are not on this machine")

QUESTIONS = {
    "neste ASU": ["onsdag 17. april 2024", "13.00", "møterom 1930, 30M11 | 1930, 30M11"],
    "når er neste møte?": ["onsdag 17. april 2024", "13.00–17.00"],
    "kva tid er neste ASU-møte": ["onsdag 17. april 2024", "13.00"],
    "hvor er neste ASU": ["1930, 30M11"],
    "møter i april": ["17. april 2024"],
    "saksliste ASU": ["09/24", "17/24", "14.20", "15.40", "elleve", "240"],
    "når er det pause": ["14.20–14.30", "15.40–15.50"],
    "hvor mange saker er det på ASU": ["elleve | 11", "240"],
    "sak tolv": ["12/24", "14.30–15.20", "50 minutter"],
    "når kommer Helseplattformen opp": ["10/24", "13.10"],
    "hvem har ansvar for sak 10/24": ["10/24", "{ansvarlig 10/24}"],
    "hvem presenterer sak 16": ["16/24", "{ansvarlig 16/24}"],
    "forslag til vedtak i sak 14": ["14/24", "{forslag 14/24}"],
    "kva er framlegget til vedtak i sak 12": ["12/24", "ope for innspel"],
    "hvor lang tid er satt av til forskning": ["25 minutter", "14/24"],
    "vedlegg til sak 16": ["16/24", "{vedlegg 16/24}"],
    "når er dialogmøtene": ["12. juni 2024", "14. juni 2024", "21. juni 2024", "utsatt", "ikke fastsatt"],
    "hvilke frister har vi": ["1. juni 2024", "foreslått", "19. juni 2024"],
    "neste PSU": ["20. juni 2024", "13.00–15.00"],
    "siste sak": ["17/24", "16.55–17.00"],
    "neste møte i fagråd 7": ["!onsdag 17. april"],
}
"""Question → what must stand in the answer («a | b» is either, «!a» must not)."""


@pytest.fixture(scope="module")
def facts():
    """Names and sentences of the seed, found by where they stand in it."""
    text = TEXT.read_text("utf-8")
    paper = text[text.index("Sak: 14/24") : text.index("Sak: 15/24")]
    annex = text[text.index("Sak: 16/24") :]
    return {
        "ansvarlig 10/24": _found(r"10/24.*?\n([A-ZÆØÅ]\w+ [A-ZÆØÅ]\w+),", text),
        "ansvarlig 16/24": _found(r"16/24.*?\n([A-ZÆØÅ]\w+ [A-ZÆØÅ]\w+ [A-ZÆØÅ]\w+),", text),
        "forslag 14/24": _found(r"\n3\. ([^\n]+)", paper),
        "vedlegg 16/24": _found(r"o (Flyt\w+ [^\n]+?) ?\n", annex),
    }


def _found(pattern, text):
    match = re.search(pattern, text, re.DOTALL)
    assert match, pattern
    return match[1]


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """`helsebot serve` with the seed imported; its address."""
    with running(tmp_path_factory.mktemp("wire"), str(PDF)) as address:
        yield address


def _holds(said, expected):
    if expected.startswith("!"):
        return expected[1:] not in said
    return any(" ".join(choice.split()).casefold() in said.casefold() for choice in expected.split(" | "))


@pytest.mark.parametrize("question", QUESTIONS)
async def test_the_right_fact(teams, facts, question):
    caught = await teams(melding(question, fra=f"spør {question}"))

    said = words(caught.activity)
    for expected in QUESTIONS[question]:
        wanted = facts[expected[1:-1]] if expected.startswith("{") else expected
        assert _holds(said, wanted), (wanted, said)


async def test_a_card_has_no_text_beside_it_and_can_be_heard_and_read_without(teams):
    caught = await teams(melding("neste ASU"))

    assert caught.text is None
    assert "onsdag 17. april 2024" in caught.card["speak"]
    assert "onsdag 17. april 2024" in caught.card["fallbackText"]
    assert caught.card["version"] == "1.5"


async def test_with_a_mention_in_a_channel(teams):
    caught = await teams(i_kanal("{bot} neste ASU"))

    assert "onsdag 17. april 2024" in words(caught.activity)


async def test_a_button_of_the_card_answers_in_its_place(teams):
    card = (await teams(melding("neste ASU", fra="trykker"))).card
    button = next(a for a in card["actions"] if a["title"] == "Saksliste")
    body = await teams(trykk(button["verb"], button["data"]))

    assert body["type"] == "application/vnd.microsoft.card.adaptive"
    assert "Forskning" in words(body)


async def test_the_calendar_link_gives_the_moete(teams, program):
    card = (await teams(melding("neste ASU", fra="kalender"))).card
    link = next(a["url"] for a in card["actions"] if a["type"] == "Action.OpenUrl")
    with urllib.request.urlopen(link.replace("https://bot.example.no", program), timeout=5) as answer:
        calendar = answer.read().decode()

    assert "DTSTART;TZID=Europe/Oslo:20240417T130000" in calendar


async def test_after_the_moete_it_says_what_it_knows_and_no_more(teams):
    activity = melding("neste ASU", fra="senere")
    activity["timestamp"] = "2024-04-20T07:00:00Z"
    said = words((await teams(activity)).activity)

    assert "ikke fått innkalling til flere ASU-møter" in said
    assert "19. juni 2024" in said
    assert "12/24" in said
