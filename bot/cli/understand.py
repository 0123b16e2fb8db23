"""`helsebot understand`: what lines mean, a JSON object in and one out for each, for measuring."""

import asyncio
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any

import typer

from bot.cli.lines import asked, moment
from bot.cli.program import Program
from bot.clock import in_oslo
from bot.domain.ports import NotReady
from bot.domain.register import Register
from bot.turn import Period, SakRef, Slots


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help='Les linjer ({"text": …} på hver) og skriv hva hver av dem betyr.')
    def understand(
        at: Annotated[str, typer.Option(help="Som om det var da, for eksempel 2026-03-11T09:00.")] = "",
        body: Annotated[str, typer.Option(help="Utvalget som kanalen hører til.")] = "",
        referat: Annotated[bool, typer.Option("--referat", help="Som om et referat er åpent.")] = False,
    ) -> None:
        now = in_oslo(moment(at)) if at else program.clock.now()
        register = asyncio.run(_register(program))
        _Understand(register, now, body, referat).run()


async def _register(program: Program) -> Register:
    """The stored bodies; none where there is no database to ask."""
    try:
        async with program.store() as store, store.read() as archive:
            return await archive.register()
    except NotReady:
        return Register(0)


class _Understand:
    def __init__(self, register: Register, at: datetime, body: str, referat: bool) -> None:
        from bot.language.tolk import Tolk

        self._tolk = Tolk()
        self._register = register
        self._at = at
        self._referat = referat
        self._body = body
        self._hint = self._bodies()

    def run(self) -> None:
        """One line out for each line in."""
        for line in asked():
            moment = in_oslo(line.at) if line and line.at else self._at
            typer.echo(json.dumps(self._answer(line.text if line else "", moment), ensure_ascii=False))

    def _answer(self, text: str, at: datetime) -> dict[str, Any]:
        meaning = self._tolk.understand(
            text, register=self._register, at=at, organ_hint=self._hint, referat=self._referat
        )
        likely = self._tolk.likely(text, register=self._register, at=at, referat=self._referat)
        slots = dict(_slots(meaning.slots, self._register, at.date()))
        here = {"organ": self._body} if self._body and "organ" not in slots else {}
        return {
            "intent": meaning.intent,
            "sure": meaning.sure,
            "suggestions": likely,
            "slots": {**here, **slots},
        }

    def _bodies(self) -> tuple[int, ...]:
        if not self._body:
            return ()
        named = self._tolk.understand(self._body, register=self._register, at=self._at).slots.organ_ids
        if not named:
            typer.echo(f"«{self._body}» er ikke lagret som utvalg her.", err=True)
        return named


def _slots(slots: Slots, register: Register, day: date) -> Iterator[tuple[str, Any]]:
    """What is named, as words that a person can read."""
    if slots.organ_ids or slots.organ_tekst:
        named = [register.organ(i).kort(day) for i in slots.organ_ids] or [slots.organ_tekst or ""]
        yield "organ", named[0] if len(named) == 1 else named
    if slots.sak:
        yield "sak", _sak(slots.sak)
    if slots.period:
        yield "tid", _period(slots.period)
    for name, value in _words(slots):
        if value:
            yield name, value


def _words(slots: Slots) -> list[tuple[str, Any]]:
    side = None if slots.aspect.value == "alt" else slots.aspect.value
    return [("person", slots.person), ("emne", slots.emne), ("side", side), *slots.extra.items()]


def _sak(sak: SakRef) -> str | dict[str, Any]:
    if sak.nummer is None:
        return {"emne": sak.emne} if sak.emne else {"plass": sak.plass}
    return f"{sak.nummer:02d}/{sak.aar % 100:02d}" if sak.aar else str(sak.nummer)


def _period(period: Period) -> dict[str, str | None]:
    fra, til = (day.isoformat() if day else None for day in (period.fra, period.til))
    return {"fra": fra, "til": til}
