"""The people a line names: by first name where only one of those who may be meant is called that."""

from collections.abc import Sequence

from bot.domain import boknavn
from bot.domain.bokfeil import FlereHeter
from bot.domain.frammoete import Hvem
from bot.domain.navn import norm
from bot.domain.navnetreff import treff
from bot.language import skriv
from bot.language.fremmednavn import er_fullt_navn
from bot.turn import Turn
from dialogs.bokfoer import Bok


def folket(turn: Turn, bok: Bok) -> tuple[Hvem, ...]:
    """Members, varaer, those in the list of the møte, and who presents a sak of it."""
    kjente = boknavn.folk(bok.stand, turn.register, bok.organ_ids, bok.hode.dato)
    navn = {norm(h.navn) for h in kjente}
    return (*kjente, *(h for h in _innledere(bok) if norm(h.navn) not in navn))


def _innledere(bok: Bok) -> list[Hvem]:
    """Persons by name; no bodies."""
    navn = (en.strip() for sak in bok.stand.saker for en in (sak.ansvarlig or "").split(","))
    return [Hvem(en) for en in dict.fromkeys(navn) if er_fullt_navn(en)]


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
    folk = folket(turn, bok)
    for fullt in navn:
        like = [folk[nr] for nr in treff([h.navn for h in folk], fullt.split()[0])] if fullt else []
        kjent = norm(fullt) in map(norm, (h.navn for h in like))
        if len(like) > 1 and kjent and _bare_fornavnet(fullt, linje):
            raise FlereHeter(fullt.split()[0], tuple(like))


def _bare_fornavnet(fullt: str, linje: str) -> bool:
    """Whether the line has the first name without anything else of the name behind it, or its initial."""
    fornavn, *resten = fullt.split()
    skrevet = f" {norm(linje)} "
    mer = [f" {norm(fornavn)} {bak} " for del_ in resten for bak in (norm(del_), norm(del_)[:1])]
    return f" {norm(fornavn)} " in skrevet and not any(en in skrevet for en in mer)


def ukjente(turn: Turn, hvem: Sequence[Hvem]) -> str:
    """A sentence about those nobody knows, to be put behind the receipt; empty where there are none."""
    navn = [h.navn for h in boknavn.ukjente(hvem)]
    if not navn:
        return ""
    return turn.norsk.tekst("foering.ukjente", navn=skriv.liste(navn))
