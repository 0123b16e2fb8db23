"""An open question: which of its buttons a written line stands for."""

import re
from datetime import datetime, timedelta

from bot.domain.conversation import Button, Question
from bot.domain.navn import norm
from dialogs.bekreft import AVBRYT, JA

STEDER = frozenset({"organ", "fellesskap", "fra_dag", "hvem"})
JA_ORD = frozenset(
    {*("ja", "jo", "jepp", "japp", "jada", "ok", "okei", "greit", "greitt", "gjerne", "bekreft", "stemmer")}
)
NEI_ORD = frozenset({"nei", "neida", "niks", "nope", "avbryt", "stopp", "vent"})
FYLL = frozenset(
    {*("takk", "gjerne", "det", "er", "kan", "du", "greit", "greitt", "fint", "stemmer", "rett", "riktig")}
)
"""A yes or a no is its word, alone or with these behind it."""
_ORD = re.compile(r"[^\W_]+")
AAPENT = timedelta(hours=1)
"""A question older than this is not answered by a written line any more; its buttons still work."""


def valgt(question: Question | None, linje: str, at: datetime) -> Button | None:
    """The button whose label the line is, whose number it is, or whose label alone begins with it; of
    bodies, helsefellesskap, people and days the only one that has all its words («søndre», «18. april»).
    """
    if question is None or not timedelta(0) <= at - question.asked <= AAPENT:
        return None
    skrevet = norm(linje)
    if len(skrevet) < 2 and not skrevet.isdecimal():
        return None
    like = [b for b in question.buttons if norm(b.label) == skrevet]
    if like:
        return like[0] if len(like) == 1 else None
    if skrevet.isdecimal():
        return _nummer(question.buttons, skrevet)
    svart = _ja_eller_nei(question.buttons, skrevet)
    if svart:
        return svart
    begynner = [b for b in question.buttons if norm(b.label).startswith(skrevet)]
    return begynner[0] if len(begynner) == 1 else _med_ordene(question.buttons, skrevet)


def _ja_eller_nei(buttons: list[Button], skrevet: str) -> Button | None:
    foerst, *resten = skrevet.split()
    if not FYLL.issuperset(resten):
        return None
    verb = JA if foerst in JA_ORD else AVBRYT if foerst in NEI_ORD else None
    svar = next((b for b in buttons if b.verb == verb), None)
    ordet = {JA: "ja", AVBRYT: "nei"}.get(verb or "")
    return svar or next((b for b in buttons if ordet and norm(b.label) == ordet), None)


def _med_ordene(buttons: list[Button], skrevet: str) -> Button | None:
    steder = [b for b in buttons if not STEDER.isdisjoint(b.data)]
    treff = [b for b in steder if set(skrevet.split()) <= set(_ORD.findall(norm(b.label)))]
    return treff[0] if len(treff) == 1 else None


def _nummer(buttons: list[Button], skrevet: str) -> Button | None:
    """«2» is the second button, unless another's label has that number in it («Fagråd 2»)."""
    plass = int(skrevet)
    valg = buttons[plass - 1] if 1 <= plass <= len(buttons) else None
    andre = [b for b in buttons if b is not valg and skrevet in norm(b.label).split()]
    if valg is None:
        return andre[0] if len(andre) == 1 else None
    return None if andre else valg
