"""What the bot says: one gettext catalogue for each målform, looked up by key."""

from datetime import date, time
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

from bot.domain.maalform import Maalform
from bot.language import skriv

FOLDER = Path(__file__).parent / "tekster"


class Tekster:
    """What the bot says in one målform: implements `bot.turn.Norsk`.

    A catalogue is a folder of files, one a subject. Raises FileNotFoundError where `folder` has none
    for the målform, ValueError where two files have the same key.
    """

    def __init__(self, maalform: Maalform = Maalform.NB, folder: Path = FOLDER) -> None:
        self.maalform = maalform
        self._forms = _read(folder / maalform)

    def tekst(self, key: str, /, **values: object) -> str:
        """The sentence with its placeholders filled in by `str.format`.

        A sentence with a plural takes its form from `antall`. Raises KeyError for an unknown
        key or a placeholder without a value.
        """
        forms = self._forms[key]
        form = forms[0] if len(forms) == 1 or values["antall"] == 1 else forms[1]
        return form.format(**values)

    def dato(self, dag: date) -> str:
        return skriv.dato(dag, self.maalform)

    def tidsrom(self, dag: date, start: time | None = None, slutt: time | None = None) -> str:
        return skriv.tidsrom(dag, start, slutt, self.maalform)

    def varighet(self, minutter: int) -> str:
        return skriv.varighet(minutter, self.maalform)

    def periode(self, fra: date | None, til: date | None) -> str:
        return skriv.periode(fra, til, self.maalform)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._forms)

    def forms(self, key: str) -> tuple[str, ...]:
        """The sentence with its placeholders: one form, or one and several. Raises KeyError."""
        return self._forms[key]

    def placeholders(self, key: str) -> frozenset[str]:
        """The names between braces, of all forms together."""
        named = (name for form in self._forms[key] for _, name, _, _ in Formatter().parse(form))
        return frozenset(name for name in named if name)


@cache
def tekster(maalform: Maalform) -> Tekster:
    """The catalogue of that målform, read from the package once."""
    return Tekster(maalform)


def bokmaal() -> Tekster:
    """For what is said outside a turn: in the terminal, on pages, in calendar files."""
    return tekster(Maalform.NB)


def tekst(key: str, /, **values: object) -> str:
    """A sentence outside a turn."""
    return bokmaal().tekst(key, **values)


def _read(folder: Path) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.po")):
        part = _read_file(path)
        if twice := sorted(found.keys() & part.keys()):
            raise ValueError(f"{path.name} has what another file has: {twice}")
        found |= part
    if not found:
        raise FileNotFoundError(folder)
    return found


def _read_file(path: Path) -> dict[str, tuple[str, ...]]:
    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    return {_key(message.id): _forms(message.string) for message in catalogue if message.id}


def _key(msgid: str | tuple[str, ...] | list[str]) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]


def _forms(msgstr: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (msgstr,) if isinstance(msgstr, str) else tuple(msgstr or ())
