"""The commands, one file each. `build` puts them together over what app.py has wired."""

import typer

from bot.cli import (
    ask,
    bodies,
    chat,
    dates,
    db,
    importer,
    innkalling,
    members,
    outbox,
    package,
    phrases,
    referat,
    search,
    serve,
    template,
    understand,
)
from bot.cli.program import Program

COMMANDS = (
    serve,
    importer,
    bodies,
    members,
    ask,
    chat,
    understand,
    dates,
    phrases,
    referat,
    innkalling,
    template,
    search,
    package,
    outbox,
    db,
)


def build(program: Program) -> typer.Typer:
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="Helsebot: møteassistent for utvalgene i et helsefellesskap.",
    )
    for command in COMMANDS:
        command.add(app, program)
    return app
