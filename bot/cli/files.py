"""Files that commands read and write: looked at before anything is made, a sentence where they fail."""

from pathlib import Path

from bot.cli.program import Stop
from bot.documents.limits import LIMITS
from bot.domain.maalform import Maalform
from bot.language.tekster import tekst


def target(out: Path) -> Path:
    """Where a file is to be written. Raises Stop."""
    if out.is_dir():
        raise Stop(tekst("referatfil.er_mappe", fil=str(out)))
    if not out.parent.is_dir():
        raise Stop(tekst("referatfil.ingen_mappe", mappe=str(out.parent)))
    return out


def template(mal: Path | None) -> bytes | None:
    """A byte more than is allowed, at most: the guard says it is too large. Raises Stop."""
    if mal is None:
        return None
    if mal.is_dir():
        raise Stop(tekst("terminal.er_mappe", fil=mal.name))
    try:
        with mal.open("rb") as opened:
            return opened.read(LIMITS.file_bytes + 1)
    except FileNotFoundError as trouble:
        raise Stop(tekst("terminal.finnes_ikke", fil=str(mal))) from trouble
    except OSError as trouble:
        raise Stop(tekst("terminal.kan_ikke_aapnes", fil=str(mal))) from trouble


def save(out: Path, data: bytes) -> None:
    """Raises Stop."""
    try:
        out.write_bytes(data)
    except OSError as trouble:
        raise Stop(tekst("referatfil.kan_ikke_skrives", fil=str(out))) from trouble


def maalform_of(text: str) -> Maalform:
    """Raises Stop."""
    if text not in list(Maalform):
        raise Stop(tekst("referatfil.ukjent_maalform", maalform=text))
    return Maalform(text)
