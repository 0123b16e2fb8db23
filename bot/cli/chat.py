"""`helsebot chat`: the same conversation as in Teams, in the terminal."""

import asyncio
import os
import threading
from concurrent.futures import Future
from datetime import datetime
from typing import Annotated

import typer

from bot.cli.program import Program
from bot.cli.terminal import as_text, buttons, incoming
from bot.clock import RunningClock
from bot.domain.conversation import Button
from bot.domain.ports import Clock
from bot.edges import Listener

INTERRUPTED = 130
ENDS = frozenset({"slutt", "avslutt", "exit", "quit"})


def add(app: typer.Typer, program: Program) -> None:
    @app.command(help="Snakk med Helsebot i terminalen.")
    def chat(
        at: Annotated[
            datetime | None,
            typer.Option(formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d"], help="Begynn på dette tidspunktet."),
        ] = None,
        name: Annotated[str, typer.Option("--as", help="Hvem du er.")] = "Terminal",
    ) -> None:
        typer.echo("Skriv til Helsebot. Trykk på en knapp med nummeret dens. «slutt» avslutter.")
        try:
            asyncio.run(_chat(program, RunningClock(at) if at else program.clock, name))
        except KeyboardInterrupt:
            typer.echo()
            # All is closed by now but the thread that waits for a line, and Python's own end may stumble
            # over that.
            os._exit(INTERRUPTED)


async def _chat(program: Program, clock: Clock, name: str) -> None:
    async with program.listener() as listener:
        offered: list[Button] = []
        while (line := await _line()) is not None:
            if line:
                offered = await _turn(listener, clock, name, line, offered)


async def _line() -> str | None:
    """What is typed next; None at the end."""
    typed: Future[str | None] = Future()
    # A daemon: a thread of the loop's pool is waited for at the end, and Ctrl-C would hang until Enter.
    threading.Thread(target=_read, args=(typed,), daemon=True).start()
    return await asyncio.wrap_future(typed)


def _read(typed: Future[str | None]) -> None:
    try:
        line = _typed()
    except Exception as fault:
        typed.set_exception(fault)
    else:
        typed.set_result(line)


def _typed() -> str | None:
    try:
        line = input("> ").strip()
    except EOFError:
        return None
    return None if line.casefold() in ENDS else line


async def _turn(
    listener: Listener, clock: Clock, name: str, line: str, offered: list[Button]
) -> list[Button]:
    pressed = offered[int(line) - 1] if line.isdecimal() and 0 < int(line) <= len(offered) else None
    text = "" if pressed else line
    outcome = await listener.handle(incoming(name, clock.now(), text, pressed))
    typer.echo(f"{as_text(outcome)}\n")
    return buttons(outcome)
