"""Which stored replies are being sent right now, so that a redelivery does not send them too."""

import asyncio
from datetime import timedelta

from bot.domain.ports import HandledTurn

FRIST = 20.0
"""Seconds. A send gives up after ten; what is not marked by then was lost and may be sent again."""


ANDRES_FRIST = timedelta(seconds=12)
"""The same of what another process noted, from when it did: then it is here that it is sent."""
SER_IGJEN = 0.25
"""Seconds until it is looked whether the other has sent."""


class AndreSender(Exception):
    """Another process has done that turn just now, and is most likely sending its replies."""


def andre_sender(handled: HandledTurn) -> bool:
    return handled.siden is not None and handled.siden < ANDRES_FRIST


class Underveis:
    """Those of this process; of another's the database tells when they were noted."""

    def __init__(self) -> None:
        self._frister: dict[tuple[str, str], float] = {}

    def begynn(self, conversation_id: str, noekkel: str) -> None:
        naa = asyncio.get_running_loop().time()
        self._frister = {n: frist for n, frist in self._frister.items() if frist > naa}
        self._frister[conversation_id, noekkel] = naa + FRIST

    def er(self, conversation_id: str, noekkel: str) -> bool:
        frist = self._frister.get((conversation_id, noekkel), 0.0)
        return frist > asyncio.get_running_loop().time()

    def ferdig(self, conversation_id: str, noekkel: str) -> None:
        self._frister.pop((conversation_id, noekkel), None)
