"""The people a line names: by first name where only one of those who may be meant is called that."""

from collections.abc import Sequence

from bot.domain import boknavn
from bot.domain.frammoete import Hvem
from bot.language import skriv
from bot.turn import Turn
from dialogs.bokfoer import Bok


def folket(turn: Turn, bok: Bok) -> tuple[Hvem, ...]:
    """Members, varaer, and those in the list of the møte."""
    return boknavn.folk(bok.stand, turn.register, bok.hode.organ_ids, bok.hode.dato)


def finn_folk(turn: Turn, bok: Bok, navn: Sequence[str]) -> tuple[Hvem, ...]:
    """Who is there is meant before who is not; one nobody knows is kept as written. Raises FlereHeter."""
    folk, her = folket(turn, bok), boknavn.til_stede(bok.stand)
    funnet = [boknavn.finn(folk, n, her) for n in navn]
    return tuple(dict.fromkeys(funnet))


def kjent_av(turn: Turn, bok: Bok, navn: str) -> Hvem | None:
    """The one known who is called that; None where nobody is. Raises FlereHeter."""
    funnet = finn_folk(turn, bok, [navn])[0]
    return funnet if funnet in folket(turn, bok) else None


def ukjente(turn: Turn, hvem: Sequence[Hvem]) -> str:
    """A sentence about those nobody knows, to be put behind the receipt; empty where there are none."""
    navn = [h.navn for h in boknavn.ukjente(hvem)]
    if not navn:
        return ""
    return turn.norsk.tekst("foering.ukjente", navn=skriv.liste(navn))
