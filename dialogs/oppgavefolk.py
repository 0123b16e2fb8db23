"""Who takes an oppgave over: a member of the body, or of another of its helsefellesskap."""

from bot.domain.errors import Refusal
from bot.domain.folk import kjente, som_heter
from bot.domain.frammoete import Hvem
from bot.domain.oppgave import Oppgave
from bot.domain.plasser import hvem
from bot.turn import Turn

JEG = frozenset({"jeg", "eg", "æ", "meg"})


class Ukjent(Refusal):
    """No member is called that, or `flere` are."""

    def __init__(self, navn: str, flere: tuple[str, ...] = ()) -> None:
        super().__init__(navn, flere)
        self.navn = navn
        self.flere = flere


def den_som_tar_den(turn: Turn, navn: str | None, o: Oppgave) -> Hvem:
    """The speaker where nobody else is named. Raises Ukjent."""
    if navn is None or navn.casefold() in JEG:
        return _taleren(turn)
    dag, organ = turn.incoming.at.date(), turn.register.organ(o.organ_id)
    alle = kjente(turn.register, organ.helsefellesskap_id, dag)
    sitter_her = {m.person_id for m in organ.medlemmer if m.gjelder(dag)}
    egne = som_heter([k for k in alle if k.person_id in sitter_her], navn)
    treff = egne or som_heter(alle, navn)
    if len(treff) != 1:
        raise Ukjent(navn, tuple(k.medlem.navn for k in treff))
    return hvem(treff[0].medlem)


def _taleren(turn: Turn) -> Hvem:
    if turn.aktoer.hvem.person_id is None:
        raise Ukjent(turn.aktoer.hvem.navn)
    return turn.aktoer.hvem
