"""Which stored replies are being sent right now, so that a redelivery does not send them too."""

import asyncio

FRIST = 20.0
"""Seconds. A send gives up after ten; what is not marked by then was lost and may be sent again."""


class Underveis:
    """Within this process; across processes the redelivery comes seconds later and finds the mark."""

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
