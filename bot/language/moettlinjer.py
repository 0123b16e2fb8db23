"""Lines of a referent about who is there that name only people who are known: «alle unntatt Siri», «Jonas
og Siri på Teams», «Siri kom tolv tjue».
"""

import re
from datetime import date

from bot.domain.register import Register
from bot.language import ankomst, frammoetelinje
from bot.language.folkeord import er_alle, unntatt
from bot.language.talttid import med_klokker
from bot.turn import Meaning, Slots

FRAMMOETE = "referat.frammoete"
_TEAMS = re.compile(
    r"(?P<navn>\S.*?)\s+(?:(?:er|var|deltar|deltek|deltok|møter|møtte|sitter|sit)\s+)?(?:med\s+)?(?:på|via|over)\s+teams[.\s]*",
    re.IGNORECASE | re.DOTALL,
)


def les(linje: str, register: Register, dag: date) -> Meaning | None:
    """What it means, for sure; None for every other line."""
    bar = linje.strip()
    if er_alle(bar) and unntatt(bar) and _kjente(unntatt(bar), register, dag):
        return _mening("alle", bar)
    teams = _TEAMS.fullmatch(bar)
    if teams and _kjente(teams["navn"], register, dag):
        return _mening("teams", teams["navn"])
    skrevet = med_klokker(bar)
    return _kom(skrevet, register, dag) if skrevet != bar else None


def _kjente(tekst: str, register: Register, dag: date) -> bool:
    funnet = frammoetelinje.les(tekst, register, dag)
    kjent = all(f.kjent or f.kandidater for f in funnet)
    return bool(funnet) and kjent and not frammoetelinje.uforstaatt(tekst, register, dag)


def _kom(skrevet: str, register: Register, dag: date) -> Meaning | None:
    lest = ankomst.les(skrevet, register, dag)
    if not lest or not all(en.klokke and (en.funn.kjent or en.funn.kandidater) for en in lest):
        return None
    return _mening(lest[0].slag, skrevet)


def _mening(hva: str, tekst: str) -> Meaning:
    return Meaning(FRAMMOETE, sure=True, strict=True, slots=Slots(extra={"hva": hva, "tekst": tekst}))
