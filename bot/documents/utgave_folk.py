"""Those present and absent on one line: «Kari Nes (leder; Lia kommune); Per Moe (vara for HNT)»."""

from collections.abc import Iterator, Sequence
from datetime import time

from bot.domain.utgave import Utgavedeltaker, linje
from bot.turn import Norsk


def folk(deltakere: Sequence[Utgavedeltaker], norsk: Norsk) -> str:
    """Semicolons between people and between what is said of one: commas stand inside."""
    return "; ".join(linje(_deltaker(deltaker, norsk)) for deltaker in deltakere)


def klokke(tid: time) -> str:
    return f"{tid:%H.%M}"


def _deltaker(deltaker: Utgavedeltaker, norsk: Norsk) -> str:
    said = "; ".join(_ett_ledd(ledd) for ledd in _om(deltaker, norsk) if ledd)
    return f"{deltaker.navn} ({said})" if said else deltaker.navn


def _ett_ledd(ledd: str) -> str:
    """Nothing in it is taken for the end of it."""
    plain = ledd.replace(";", ",")
    return plain if _balansert(plain) else plain.replace("(", "[").replace(")", "]")


def _balansert(tekst: str) -> bool:
    depth = 0
    for tegn in tekst:
        depth += (tegn == "(") - (tegn == ")")
        if depth < 0:
            return False
    return depth == 0


def _om(deltaker: Utgavedeltaker, norsk: Norsk) -> Iterator[str]:
    yield deltaker.rolle or ""
    yield ", ".join(deltaker.tilknytning)
    if deltaker.vara_for:
        yield norsk.tekst("dokument.vara_for", hvem=deltaker.vara_for)
    elif deltaker.vara:
        yield norsk.tekst("dokument.vara")
    if deltaker.kom:
        yield norsk.tekst("dokument.kom", kl=klokke(deltaker.kom))
    for fra, til in deltaker.borte:
        yield norsk.tekst("dokument.borte", fra=klokke(fra), til=klokke(til))
    if deltaker.gikk:
        yield norsk.tekst("dokument.gikk", kl=klokke(deltaker.gikk))
