"""Calls to varaer that were still waiting to be sent when their time was out."""

from collections.abc import Iterable

from bot.domain.frammoete import Frammoetelinje, Slag
from bot.domain.utfall import Beskjedslag
from bot.varsling.varsler import Varsler


async def trekk_utloepte(varsler: Varsler, moete_id: int, linjer: Iterable[Frammoetelinje]) -> None:
    """They never leave: the next is asked instead."""
    for linje in linjer:
        if linje.slag is Slag.UTLOEPT and linje.person.person_id is not None:
            await varsler.trekk(f"{Beskjedslag.KALT}:{moete_id}:{linje.kall_id}", linje.person.person_id)
