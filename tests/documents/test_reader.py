"""The child process: what it may use, what it may not, and what its death is called."""

import asyncio
import json
import os
import sys
import time
from dataclasses import replace

import psutil
import pytest

from bot.documents.child import answer
from bot.documents.limits import LIMITS, MB
from bot.documents.reader import Reader
from bot.domain.errors import Unreadable
from tests.documents import hostile

INNKALLING = """INNKALLING

Utvalg: Nemnda for strandsoner
Møtedato: 17.04.2024 kl. 13.00 – 14.00
Møtested: Storsalen

Sak 1/24 Godkjenning av innkalling
Sak 2/24 Eventuelt
"""


def reader(script: str, **limits: int) -> Reader:
    """A Reader whose child runs this script within the child's own limits."""
    start = (
        "from bot.documents.child import limit\n"
        "from bot.documents.limits import Limits\n"
        f"limit(Limits(child_memory={limits.get('memory', LIMITS.child_memory)},"
        f" child_cpu={limits.get('cpu', LIMITS.child_cpu)}))\n"
    )
    few = replace(LIMITS, child_wall=limits.get("wall", 10), children=limits.get("children", 2))
    return Reader(few, (sys.executable, "-c", start + script))


def refusal(of: Reader, data: bytes = b"x", filename: str = "møte.pdf") -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        of.read_now(data, filename)
    return refused.value


async def test_a_file_is_read_in_the_child() -> None:
    reading = await Reader().read(INNKALLING.encode(), "innkalling.txt")
    assert reading.innkalling is not None
    assert reading.innkalling.moetested == "Storsalen"
    assert [punkt.saksnr for punkt in reading.innkalling.agenda] == ["1/24", "2/24"]


def test_the_command_line_waits_for_the_same_answer() -> None:
    assert Reader().read_now(INNKALLING.encode(), "x.pdf").innkalling is not None


def test_a_pdf_named_docx_is_read_as_the_pdf_it_is() -> None:
    reading = Reader().read_now(hostile.good_pdf(), "innkalling.docx")
    assert reading.innkalling is not None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (hostile.gigabyte_page(), "bombe"),
        (hostile.encrypted_pdf(), "passord"),
        (b"Oppskrift\n\nTa to egg og litt melk.", "ukjent_dokument"),
    ],
)
async def test_a_refusal_in_the_child_is_a_refusal_here(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        await Reader().read(data, "fil.pdf")
    assert refused.value.code == code
    assert refused.value.facts["navn"] == "fil.pdf"


def test_a_file_over_twenty_megabytes_is_not_even_given_to_the_child() -> None:
    refused = refusal(Reader(command=("/finnes/ikke",)), bytes(20 * MB + 1))
    assert (refused.code, refused.facts) == ("for_stor", {"navn": "møte.pdf", "mb": "20"})


def test_a_child_that_uses_up_its_time_is_too_complicated() -> None:
    assert refusal(reader("while True: pass", cpu=1)).code == "for_komplisert"


def test_a_child_that_uses_up_its_memory_is_a_bomb() -> None:
    script = (
        "from bot.documents.child import answer\n"
        "print(answer(b'x', lambda data: str(bytearray(300 * 1024 * 1024))))"
    )
    assert refusal(reader(script, memory=200 * MB)).code == "bombe"


def test_a_child_that_hangs_is_stopped_by_the_clock_on_the_wall() -> None:
    assert refusal(reader("import time; time.sleep(60)", wall=1)).code == "tidsavbrudd"


async def test_a_hanging_child_is_stopped_and_gone() -> None:
    before = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        await reader("import time; time.sleep(60)", wall=1).read(b"x", "x")
    assert refused.value.code == "tidsavbrudd"
    assert time.monotonic() - before < 5


async def test_whoever_stops_waiting_leaves_no_child_behind() -> None:
    waiting = asyncio.create_task(reader("import time; time.sleep(60)").read(b"x", "x"))
    await asyncio.sleep(0.3)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not any("time.sleep(60)" in " ".join(child.cmdline()) for child in psutil.Process().children())


def test_the_child_can_write_no_file(tmp_path: os.PathLike[str]) -> None:
    place = os.path.join(tmp_path, "ut.txt")
    script = f"file = open({place!r}, 'wb', buffering=0)\nfile.write(b'x')"
    assert refusal(reader(script)).code == "intern_feil"
    assert os.path.getsize(place) == 0


async def test_no_more_than_two_children_at_a_time() -> None:
    script = 'import time; time.sleep(0.5); print(\'{"trouble": "tom", "facts": {}}\')'
    two = reader(script)
    before = time.monotonic()
    answers = await asyncio.gather(*(two.read(b"x", "x") for _ in range(3)), return_exceptions=True)
    assert [getattr(answer, "code", None) for answer in answers] == ["tom"] * 3
    assert time.monotonic() - before > 1.0


async def test_the_event_loop_goes_on_meanwhile() -> None:
    reading = asyncio.create_task(Reader().read(INNKALLING.encode(), "x.txt"))
    turns = 0
    while not reading.done():
        await asyncio.sleep(0.01)
        turns += 1
    assert turns > 5


def test_the_child_is_given_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELSEBOT_APP_SECRET", "s3kr3t")
    script = (
        'import json, os; print(json.dumps({"trouble": "tom", "facts": {"alt": str(dict(os.environ))}}))'
    )
    assert "s3kr3t" not in refusal(reader(script)).facts["alt"]


def test_a_fault_tells_where_and_never_what() -> None:
    def read(data: bytes) -> str:
        raise ValueError("Kari Nordmann har meldt forfall")

    given = json.loads(answer(b"x", read))
    assert given["trouble"] == "intern_feil"
    assert given["facts"]["sted"].startswith("ValueError test_reader.py:")
    assert "Kari" not in str(given)


def test_a_child_that_cannot_start_is_our_own_fault() -> None:
    assert refusal(reader("raise SystemExit(3)")).code == "intern_feil"
