"""The people a line names: by first name where only one of those who may be meant is called that."""

from collections.abc import Sequence

from bot.domain import boknavn
from bot.domain.bokfeil import FlereHeter
from bot.domain.frammoete import Hvem
from bot.domain.navn import norm
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


def krev_entydig(turn: Turn, bok: Bok, linje: str, navn: Sequence[str]) -> None:
    """A first name that was taken for the only member's may be a guest's too. Raises FlereHeter."""
    for fullt in navn:
        fornavn = norm(fullt).split()[:1]
        like = [h for h in folket(turn, bok) if norm(h.navn).split()[:1] == fornavn]
        if (
            len(like) > 1
            and norm(fullt) in map(norm, (h.navn for h in like))
            and norm(fullt) not in norm(linje)
        ):
            raise FlereHeter(fullt.split()[0], tuple(like))


def ukjente(turn: Turn, hvem: Sequence[Hvem]) -> str:
    """A sentence about those nobody knows, to be put behind the receipt; empty where there are none."""
    navn = [h.navn for h in boknavn.ukjente(hvem)]
    if not navn:
        return ""
    return turn.norsk.tekst("foering.ukjente", navn=skriv.liste(navn))
