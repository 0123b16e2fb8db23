"""`helsebot phrases`: what was not understood, ready for the phrase files."""

import asyncio
import json

import pytest
import yaml

from app import Helsebot
from bot.settings import Settings
from tests.cli.conftest import Terminal


@pytest.fixture
def on(tmp_path) -> Terminal:
    terminal = Terminal(tmp_path)
    terminal.settings = Settings(database_url=terminal.settings.database_url, keep_phrases=True)
    return terminal


async def keep(terminal, *lines: tuple[str, str | None]) -> None:
    async with Helsebot(terminal.settings).store() as store, store.turn() as uow:
        for line, chosen in lines:
            line_id = await uow.fraser.keep(line, ["moete.neste", "hjelp", "sak.vis"])
            if chosen:
                await uow.fraser.choose(line_id, chosen)
        await uow.commit()


@pytest.fixture
def kept(on) -> Terminal:
    lines = [("hva med bilen", "moete.sted"), ('den "nye" lista #1', None), ("hva med bilen", None)]
    asyncio.run(keep(on, *lines))
    return on


def test_off_and_empty_is_said_plainly(terminal):
    out = terminal.ok("phrases")

    assert "HELSEBOT_KEEP_PHRASES er av" in out
    assert "Ingen linjer venter på gjennomsyn." in out


def test_on_and_empty_is_said_plainly(on):
    assert on.ok("phrases").strip() == "Ingen linjer venter på gjennomsyn."


def test_lines_are_ready_for_the_phrase_files(kept):
    out = kept.ok("phrases")

    assert out.splitlines() == [
        "# moete.neste.yaml",
        '  - "den \\"nye\\" lista #1"  # 1 gang, ingenting trykket, foreslått: moete.neste, hjelp, sak.vis',
        "# moete.sted.yaml",
        '  - "hva med bilen"  # 2 ganger, trykket: moete.sted',
    ]
    assert yaml.safe_load(out) == ['den "nye" lista #1', "hva med bilen"]


def test_as_json(kept):
    found = json.loads(kept.ok("phrases", "--json"))

    assert [(line["intent"], line["text"], line["count"], line["chosen"]) for line in found] == [
        ("moete.neste", 'den "nye" lista #1', 1, None),
        ("moete.sted", "hva med bilen", 2, "moete.sted"),
    ]
    assert found[0].keys() == {"intent", "text", "count", "chosen", "suggestions", "day"}


def test_json_is_json_also_where_it_is_off(terminal):
    result = terminal.run("phrases", "--json")

    assert json.loads(result.stdout) == []
    assert "HELSEBOT_KEEP_PHRASES er av" in result.stderr


def test_delete_asks_first(kept):
    assert "Slette 2 linjer" in kept.ok("phrases", "--delete", typed="n\n")
    assert "hva med bilen" in kept.ok("phrases")

    assert "2 linjer er slettet." in kept.ok("phrases", "--delete", typed="y\n")
    assert kept.ok("phrases").strip() == "Ingen linjer venter på gjennomsyn."


def test_delete_of_nothing_does_not_ask(on):
    assert on.ok("phrases", "--delete").strip() == "Ingen linjer venter på gjennomsyn."


def test_what_is_written_in_the_terminal_is_kept_where_it_is_on(on):
    on.ok("ask", "hva med bilen")

    assert '- "hva med bilen"  # 1 gang' in on.ok("phrases")


def test_the_setting_is_off_until_it_is_turned_on(monkeypatch):
    assert Settings().keep_phrases is False
    monkeypatch.setenv("HELSEBOT_KEEP_PHRASES", "ja")
    with pytest.raises(ValueError, match="keep_phrases"):
        Settings()
    monkeypatch.setenv("HELSEBOT_KEEP_PHRASES", "true")
    assert Settings().keep_phrases is True
