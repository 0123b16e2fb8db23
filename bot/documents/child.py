"""The process that opens other people's files: `python -m bot.documents.child`.

Bytes in on standard input, one JSON object out on standard output: either {"reading": …} or
{"trouble": code, "facts": {…}}. It limits itself before it looks at anything, writes no file, and
never prints what a document says.
"""

import gc
import json
import logging
import sys
import traceback
from collections.abc import Callable
from typing import Any

from bot.documents.limits import LIMITS, Limits
from bot.domain.errors import Unreadable

GARBAGE = 25_000
"""New objects between two looks for garbage."""


def main() -> None:
    """Reads one file and answers."""
    limit(LIMITS)
    # One file and then the end: looking for garbage all the time is a tenth of the work.
    gc.set_threshold(GARBAGE)
    logging.disable(logging.CRITICAL)
    data = sys.stdin.buffer.read(LIMITS.file_bytes + 1)
    sys.stdout.buffer.write(answer(data).encode())


def limit(limits: Limits) -> None:
    """No more memory and time than the limits say, and no file writing, where the system can."""
    try:
        import resource
    except ImportError:
        # Windows has no such limits; the wall clock of the parent still holds.
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.child_memory),
        (resource.RLIMIT_CPU, limits.child_cpu),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def read(data: bytes) -> str:
    """The reading of a file as JSON. Raises Unreadable."""
    from bot.documents import extract, serial

    rows = extract.rows(data)
    # Imported after the rows are there: a file that is refused needs no vocabulary.
    from bot.documents.interpret import interpret

    return '{"reading": ' + serial.to_json(interpret(rows)) + "}"


def answer(data: bytes, read: Callable[[bytes], str] = read) -> str:
    """What `read` makes of a file, or why it cannot be read, as JSON."""
    try:
        return read(data)
    except Unreadable as trouble:
        return json.dumps({"trouble": trouble.code, "facts": trouble.facts}, ensure_ascii=False)
    except MemoryError:
        return json.dumps({"trouble": "bombe", "facts": {}})
    except RecursionError:
        return json.dumps({"trouble": "for_komplisert", "facts": {}})
    except Exception as fault:
        return json.dumps({"trouble": "intern_feil", "facts": {"sted": _place(fault)}})


def _place(fault: Exception) -> str:
    """Where it went wrong, without the message: that may hold text from the document."""
    last: Any = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} {last.filename.rpartition('/')[2]}:{last.lineno}"


if __name__ == "__main__":
    main()
