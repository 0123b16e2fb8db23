"""«Hva er også oppe i andre utvalg?», «hvem andre jobber med rus?»: candidates for a felles møte."""

from bot.cards.fellestema import om_emnet, par
from bot.domain.fellestema import PERIODE, Felles, Tema, felles
from bot.domain.rettigheter import Rett
from bot.language.temaord import emneord
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.oppdragsyn import mine_organer
from dialogs.svar import si, si_setning
from dialogs.temasaker import rundt, visning
from dialogs.tjenester import Tjenester

FELLES = "tema.felles"
VIST = 12


class FellesTema:
    """Only what stands in papers that anyone may ask for is shown."""

    intents = frozenset({FELLES})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        egne = meaning.slots.organ_ids or mine_organer(turn, Rett.SE_OPPDRAG)
        egne = egne or tuple(o.id for o in turn.register.organer if o.id is not None)
        fellesskap = {turn.register.organ(o).helsefellesskap_id for o in egne}
        dag = turn.incoming.at.date()
        alle = await rundt(turn, dag, fellesskap)
        if meaning.slots.emne:
            return _om(turn, meaning.slots.emne, alle)
        mine = [t for t in alle if set(t.organ_ids) & set(egne) and abs(t.dato - dag) <= PERIODE]
        treff = _uten_speil(felles(mine, alle))
        if not treff:
            return si_setning(turn, turn.norsk.tekst("tema.ingen"))
        return si(turn, par(visning(turn), treff[:VIST]))


def _om(turn: Turn, emne: str, alle: list[Tema]) -> list[Reply]:
    """Every body that has it up; the nearest in time first."""
    ord_, dag = emneord(emne), turn.incoming.at.date()
    treff = [t for t in alle if ord_ & t.ord.keys() and abs(t.dato - dag) <= PERIODE]
    if not treff:
        return si_setning(turn, turn.norsk.tekst("tema.ingen_emne", emne=emne))
    return si(turn, om_emnet(visning(turn), emne, sorted(treff, key=lambda t: abs(t.dato - dag))[:VIST]))


def _uten_speil(treff: list[Felles]) -> list[Felles]:
    """Where both bodies are the speaker's, each pair is there once."""
    sett: set[frozenset[tuple[int, str]]] = set()
    ut: list[Felles] = []
    for f in treff:
        to = frozenset({(f.egen.moete_id, f.egen.tittel), (f.annen.moete_id, f.annen.tittel)})
        if to not in sett:
            sett.add(to)
            ut.append(f)
    return ut


def lag(tjenester: Tjenester) -> Dialog:
    return FellesTema()
