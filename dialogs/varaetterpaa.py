"""«Liv stiller som vara», «spør Liv»: whom to ask, said in the line after one's forfall was noted."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.domain.conversation import Question
from bot.domain.frammoete import Slag
from bot.domain.logglesing import linje_med
from bot.domain.register import Moetehode
from bot.domain.varaliste import navngitt
from bot.language.fremmednavn import er_fullt_navn
from bot.turn import Kind, Meaning, Slots, Turn
from bot.varsling.frammoete import les
from dialogs.forfallshvem import BEKREFTET, PERSON
from dialogs.forfallssvar import ANGRE, ANGRES
from dialogs.forfallsvara import VARA
from dialogs.spoersmaal import AAPENT

_ORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
OM_VARA = frozenset(
    {
        *("vara", "varaen", "stiller", "stille", "møter", "møte", "spør", "spørr", "spørre", "spørje"),
        *("tar", "tek", "ta", "ring", "kall"),
    }
)
"""One of these must stand there, unless the line is a member's name and nothing else."""
SMAAORD = frozenset(
    {
        *("er", "kan", "som", "for", "meg", "min", "plassen", "plass", "det", "den", "i", "stedet"),
        *("staden", "heller", "da", "då", "du", "vil", "gjerne", "til", "om", "inn", "ham", "henne"),
        *("han", "ho"),
    }
)


async def vara_etterpaa(turn: Turn, meaning: Meaning, question: Question | None) -> Meaning:
    """The meaning itself, but for a line with a name (and nothing but words about a vara) right after the
    receipt of one forfall: the same forfall, with that vara.
    """
    incoming = turn.incoming
    notert = _den_noterte(question) if incoming.kind is Kind.MESSAGE else None
    if question is None or notert is None or not timedelta(0) <= incoming.at - question.asked <= AAPENT:
        return meaning
    hode = turn.register.hode(notert[0])
    navn = _navnet(turn, hode, incoming.text) if hode else ""
    if hode is None or not navn:
        return meaning
    logg = (await les(turn.uow, hode.id, incoming.at)).logg
    linje = linje_med(logg, notert[1])
    if linje is None or linje.slag is not Slag.FORFALL or linje.person.person_id is None:
        return meaning
    extra = {VARA: navn, PERSON: linje.person.person_id, BEKREFTET: True}
    slots = Slots(moete_id=hode.id, extra=extra)
    return replace(meaning, intent="forfall.meld", sure=True, strict=True, slots=slots, perhaps=(), also=())


def _den_noterte(question: Question | None) -> tuple[int, int] | None:
    """Møte and line of the receipt that stands open, where it is of one møte."""
    angre = next((b for b in question.buttons if b.verb == ANGRE), None) if question else None
    par = angre.data.get(ANGRES) if angre else None
    return (par[0][0], par[0][1]) if isinstance(par, list) and len(par) == 1 else None


def _navnet(turn: Turn, hode: Moetehode, linje: str) -> str:
    """The name, where the line has one of those bodies' people, or a whole name and what they do."""
    if "?" in linje.rstrip("?") or len(linje) > 100:
        return ""
    ord_ = _ORD.findall(linje)
    if len(ord_) != len(linje.split()):
        return ""
    resten = [o for o in ord_ if o.casefold() not in OM_VARA | SMAAORD]
    om_vara = any(o.casefold() in OM_VARA for o in ord_)
    if not resten or len(resten) > 4 or not (om_vara or len(resten) == len(ord_)):
        return ""
    navn = " ".join(resten)
    kjent = navngitt([turn.register.organ(o) for o in hode.organ_ids], hode.dato, navn)
    return navn if kjent or (om_vara and er_fullt_navn(navn)) else ""
