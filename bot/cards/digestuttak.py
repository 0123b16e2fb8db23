"""Takes out of a posted weekly digest what may no longer be read there. All else stands as it was posted.

A line is known by how the digest words it: «• Oppgave 3: …», under the heading of its body where there
are several.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.cards.element import tekstblokk

_PUNKT = "• "
_ETTER = re.compile(r"[:,]")
"""What stands behind the name in a line that tells of it; not in one that says that it was taken out."""


@dataclass(frozen=True)
class Uttak:
    """`navn` is how the line begins («Oppgave 3»), `organ` whose it is, `linje` what stands instead."""

    navn: str
    organ: str
    linje: str


def uten(melding: Mapping[str, Any], uttak: Iterable[Uttak]) -> dict[str, Any] | None:
    """The message as JSON without those lines; None where none of them stands in it."""
    borte = dict(_borte(melding["text"].split("\n"), list(uttak)))
    if not borte:
        return None
    linjer = {**borte, **{_i_kortet(fra): _i_kortet(til) for fra, til in borte.items()}}
    byttet: dict[str, Any] = _byttet(dict(melding), linjer)
    return byttet


def _i_kortet(linje: str) -> str:
    return str(tekstblokk(linje)["text"])


def _borte(linjer: Sequence[str], uttak: Sequence[Uttak]) -> Iterable[tuple[str, str]]:
    tittel = ""
    for foer, linje in zip(["", *linjer], linjer, strict=False):
        tittel = linje if not foer and not linje.startswith(_PUNKT) else tittel
        for u in uttak:
            if _gjelder(linje, u) and _under(tittel, u, linjer):
                yield linje, f"{_PUNKT}{u.linje}"


def _gjelder(linje: str, u: Uttak) -> bool:
    hode = f"{_PUNKT}{u.navn}"
    return linje.startswith(hode) and bool(_ETTER.match(linje[len(hode) :]))


def _under(tittel: str, u: Uttak, linjer: Sequence[str]) -> bool:
    """Where no heading names the body, it is the only one, or it had another name then."""
    egen = f"{u.organ}: "
    return tittel.startswith(egen) or not any(linje.startswith(egen) for linje in linjer)


def _byttet(verdi: Any, linjer: Mapping[str, str]) -> Any:
    """Everywhere it stands: in the text, in the card, and in what the card falls back to."""
    if isinstance(verdi, str):
        return "\n".join(linjer.get(linje, linje) for linje in verdi.split("\n"))
    if isinstance(verdi, dict):
        return {navn: _byttet(v, linjer) for navn, v in verdi.items()}
    return [_byttet(v, linjer) for v in verdi] if isinstance(verdi, list) else verdi
