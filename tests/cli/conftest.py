"""The command line as a person meets it: the real program on a database of its own."""

import shutil
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app import Helsebot
from bot import cli
from bot.cli import demo
from bot.documents.reader import Reader
from bot.domain.reading import Reading
from bot.settings import Settings

TODAY = date(2026, 3, 2)
"""The invented innkalling is then for Wednesday 18 March 2026."""


class Remembering:
    """The real reader, which is not asked twice of the same file: it starts a process for each."""

    def __init__(self) -> None:
        self._readings: dict[tuple[bytes, str], Reading] = {}

    async def read(self, data: bytes, filename: str) -> Reading:
        if (data, filename) not in self._readings:
            self._readings[data, filename] = await Reader().read(data, filename)
        return deepcopy(self._readings[data, filename])


READER = Remembering()


class Program(Helsebot):
    def reader(self) -> Remembering:
        return READER


class Terminal:
    """Runs commands; `database` is a file that does not exist yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "helsebot.db"
        self.settings = Settings(database_url=f"sqlite+aiosqlite:///{self.database}")

    def run(self, *words: str, typed: str = ""):
        """The result of one command. What app.main would print on standard error is in `said`."""
        result = CliRunner().invoke(cli.build(Program(self.settings)), list(words), input=typed)
        result.said = str(result.exception) if result.exit_code and result.exception else ""
        return result

    def ok(self, *words: str, typed: str = "") -> str:
        result = self.run(*words, typed=typed)
        assert result.exit_code == 0, (result.output, result.exception)
        return result.output

    def ask(self, question: str, at: str = "2026-03-02T09:00") -> str:
        return self.ok("ask", question, "--at", at)

    def paper(self, name: str = "innkalling.txt", **changed: str) -> str:
        """The path of the invented innkalling, with some words in it changed."""
        text = demo.innkalling(TODAY).decode()
        for old, new in changed.items():
            text = text.replace(*new) if isinstance(new, tuple) else text.replace(old, new)
        (self.folder / name).write_text(text, encoding="utf-8")
        return str(self.folder / name)


@pytest.fixture
def terminal(tmp_path):
    return Terminal(tmp_path)


@pytest.fixture(scope="session")
def database_with_innkalling(tmp_path_factory) -> Path:
    """To be copied: an import reads the paper in a process of its own, which takes its time."""
    first = Terminal(tmp_path_factory.mktemp("innkalling"))
    first.ok("import", first.paper(), "--yes")
    return first.database


@pytest.fixture
def with_innkalling(terminal, database_with_innkalling) -> Terminal:
    """The invented innkalling is imported."""
    shutil.copy(database_with_innkalling, terminal.database)
    return terminal
