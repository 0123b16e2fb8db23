"""Options that several commands have, each worded once."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

Out = Annotated[Path, typer.Option(metavar="FIL", help="Filen som skal skrives.")]
Mal = Annotated[
    Path | None, typer.Option(metavar="FIL", help="Utvalgets egen Word-mal (.docx eller .dotx).")
]
Maalformvalg = Annotated[str, typer.Option(help="nb eller nn.")]
At = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"], help="Som om det var da."),
]
"""As of when; without an offset it is Oslo (`bot.clock.in_oslo`)."""
