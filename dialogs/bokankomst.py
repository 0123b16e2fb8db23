"""Several who came or went, or one who did both, in one line: all of it is noted, in one act."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain import bokframmoete
from bot.domain.boklesing import les
from bot.domain.boknavn import finn
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering
from bot.language import ankomst, frammoetelinje
from bot.turn import Meaning, Turn
from dialogs.bokfoer import Bok
from dialogs.bokfolk import folket
from dialogs.slots import ord_
from dialogs.svar import linjen


def ankomster(turn: Turn, meaning: Meaning, bok: Bok) -> Sequence[Foering]:
    """Empty where the line tells of one alone, and no time of the day. Raises FlereHeter, and
    what the rules raise.
    """
    lest = _lest(turn, meaning, bok)
    nye: list[Foering] = []
    for en in lest:
        linjer = _foert(turn, meaning, bok, en)
        nye += linjer
        bok = replace(bok, stand=les([*bok.linjer, *linjer], bok.stand), linjer=(*bok.linjer, *linjer))
    return nye


def _lest(turn: Turn, meaning: Meaning, bok: Bok) -> Sequence[ankomst.Ankomst]:
    """Of a pasted note the line is not known, only what was read of it."""
    tekst = ord_(meaning.slots, "tekst") or linjen(turn)
    if "\n" in tekst.strip():
        return ()
    lest = ankomst.les(tekst, turn.register, bok.akt.dag, bok.organ_ids)
    if not lest:
        lest = _sammen(turn, meaning, bok, tekst)
    return lest if len(lest) > 1 or any(en.klokke for en in lest) else ()


def _sammen(turn: Turn, meaning: Meaning, bok: Bok, tekst: str) -> tuple[ankomst.Ankomst, ...]:
    """«Siri og Jonas gikk før sak 4»: those known did the same, at the same time."""
    hva = ord_(meaning.slots, "hva") or ankomst.KOM
    folk = frammoetelinje.les(tekst, turn.register, bok.hode.dato, bok.organ_ids)
    klokke = frammoetelinje.klokken(tekst, bok.akt.dag)
    return tuple(ankomst.Ankomst(f, hva, klokke) for f in folk if f.kjent or f.kandidater)


def _foert(turn: Turn, meaning: Meaning, bok: Bok, en: ankomst.Ankomst) -> tuple[Foering, ...]:
    gjoer = bokframmoete.gikk if en.slag == ankomst.GIKK else bokframmoete.kom
    hvem = _hvem(turn, meaning, bok, en.funn)
    return gjoer(bok.stand, bok.akt, hvem, en.klokke, del_nr=bok.stand.aapen_del)


def _hvem(turn: Turn, meaning: Meaning, bok: Bok, funn: frammoetelinje.Frammoetefunn) -> Hvem:
    valgt = ord_(meaning.slots, "hvem")
    return finn(folket(turn, bok), valgt if valgt and valgt in funn.kandidater else funn.navn)
