"""Finding the person a name means, among all who are members of something."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.navn import norm
from bot.domain.organ import Medlem, Organ
from bot.domain.register import Register


@dataclass(frozen=True)
class Kjent:
    """A person, one of their rows (one that holds, where there is one), and the body it is in."""

    person_id: int
    medlem: Medlem
    organ: Organ


def kjente(register: Register, helsefellesskap_id: int, dag: date) -> list[Kjent]:
    """Each person of the helsefellesskap once, in the order they are stored."""
    funnet: dict[int, Kjent] = {}
    for organ, m in _alle(register, helsefellesskap_id):
        if m.person_id is not None:
            foer = funnet.get(m.person_id)
            if foer is None or (m.gjelder(dag) and not foer.medlem.gjelder(dag)):
                funnet[m.person_id] = Kjent(m.person_id, m, organ)
    return list(funnet.values())


def som_heter(alle: list[Kjent], navn: str) -> list[Kjent]:
    """Those called exactly that; else those whose name has all its words («Kari» is «Kari Nes»)."""
    like = [k for k in alle if norm(k.medlem.navn) == norm(navn)]
    ord_ = set(norm(navn).split())
    return like or [k for k in alle if ord_ and ord_ <= set(norm(k.medlem.navn).split())]


def plass_eller_navn(organ: Organ, skrevet: str, dag: date) -> str | None:
    """Whom or which seat of the body a vara is for, as it is stored: a member's name, or a seat. None
    where it is neither, or could be several.
    """
    sitter = [m for m in organ.medlemmer if m.gjelder(dag)]
    seter = {norm(m.plass): m.plass for m in sitter if m.plass}
    if norm(skrevet) in seter:
        return seter[norm(skrevet)]
    ord_ = set(norm(skrevet).split())
    navn = {norm(m.navn): m.navn for m in sitter}
    treff = [navn[norm(skrevet)]] if norm(skrevet) in navn else []
    treff = treff or [n for n in navn.values() if ord_ and ord_ <= set(norm(n).split())]
    return treff[0] if len(treff) == 1 else None


def _alle(register: Register, helsefellesskap_id: int) -> Iterator[tuple[Organ, Medlem]]:
    for organ in register.organer:
        if organ.helsefellesskap_id == helsefellesskap_id:
            for medlem in organ.medlemmer:
                yield organ, medlem
