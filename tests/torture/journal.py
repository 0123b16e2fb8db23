"""What the connector of the torture notes of each call, and how it is handed over."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

REPLY = "reply"


class Did(StrEnum):
    """What it answered. LIMIT: 429 because Teams' limits were passed; THROTTLED: 429 for no reason; HELD:
    429 because it came before the Retry-After of an earlier one had run out. SLOW: 200 after a long
    silence. GONE: 404, there is no such message (any more).
    """

    OK = "ok"
    SLOW = "slow"
    THROTTLED = "throttled"
    HELD = "held"
    LIMIT = "limit"
    BAD_GATEWAY = "bad gateway"
    CLOSED = "closed"
    GONE = "gone"


@dataclass(frozen=True)
class Call:
    """One request. `how` is send, reply, update or delete; `target` the activity in its address, and `of`
    the text of the message that is. Moments are seconds of CLOCK_MONOTONIC, the same for all processes
    of the machine: `at` when it came, `delivered` when people could see it (None: never), `answered` when
    the answer was written. `vanished`: whoever asked was no longer there to hear.
    """

    number: int
    at: float
    conversation: str
    how: str
    target: str | None
    of: str | None
    text: str | None
    did: Did
    delivered: float | None
    activity: str | None
    answered: float
    vanished: bool

    @property
    def channel(self) -> str:
        """Where it was said, whichever thread."""
        return self.conversation.split(";")[0]


def line(call: Call) -> str:
    return json.dumps(asdict(call), ensure_ascii=False)


def read(path: Path) -> list[Call]:
    """In the order they came."""
    return sorted(_calls(path.read_text("utf-8").splitlines()), key=lambda call: call.at)


def _calls(lines: Iterable[str]) -> Iterable[Call]:
    for one in lines:
        told = json.loads(one)
        yield Call(**{**told, "did": Did(told["did"])})
