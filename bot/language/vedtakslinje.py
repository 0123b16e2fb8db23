"""What a line says became of a forslag: «vedtatt som foreslått», «forslag 2 vedtatt med tillegg …»."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.language.tall import number
from bot.language.votering import Votering
from bot.language.votering import les as les_votering

_WORD = re.compile(r"[^\W_]+")
_PROPOSAL = re.compile(
    r"\b(?:forslag(?:et|a)?|framlegg(?:et)?|innstilling(?:en|a)?|vedtakspunkt|punkt)\s+(?:(?:nr|nummer)\.?\s+)?"
    r"((?:[^\W_]+\s*){1,3})",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"\b(?:vedtatt|vedtas|vedteke|vedtek|vedtatte|vedtok|vedtar|godkjent|bifalt|tilrådd)\b", re.IGNORECASE
)
_FELL = re.compile(
    r"\b(?:falt|falle|fall|fell|faller|forkastet|forkasta|forkastes|avvist|avvises|nedstemt|nedstemmes|"
    r"ikke vedtatt|ikkje vedteke|ikke godkjent)\b",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(
    r"\b(?:som (?:foreslått|foreslege|innstilt|(?:i )?innstillingen|innstillinga|det står)|uendr(?:et|a)|"
    r"i (?:samsvar|tråd) med (?:forslaget|forslag|innstillingen|innstillinga)|i henhold til forslaget)\b",
    re.IGNORECASE,
)
_TASK = re.compile(r"\boppg[aå]ve\b", re.IGNORECASE)
"""«Oppgave 3 faller bort» is a vedtak of its own: it answers no forslag."""
_ADDED = re.compile(
    r"\bmed (?:følgende |følgjande |slikt |dette |denne |ett |et |eit )?"
    r"(?:tillegg(?:et|a)?|endring(?:en|er|a|ar)?|merknad|presisering|tilføyelse|tilleggspunkt)"
    r"\s*(?:om at|om|at|kolon|[:–-])*\s*",
    re.IGNORECASE,
)


class Vedtaksutfall(StrEnum):
    VEDTATT = "vedtatt"
    FALT = "falt"


@dataclass(frozen=True)
class Vedtakslinje:
    """`forslag`: the number of the one that is answered; None: none is named. `utfall` None: the text is
    a vedtak of its own. `uendret`: as proposed. `tillegg`: what was added to it, as it was said.
    """

    forslag: int | None = None
    utfall: Vedtaksutfall | None = None
    uendret: bool = False
    tillegg: str | None = None
    votering: Votering | None = None


def les(tekst: str) -> Vedtakslinje:
    """What the text of a point of kind vedtak says of the forslag it answers."""
    added = _ADDED.search(tekst)
    head = tekst[: added.start()] if added else tekst
    short = _answers(head)
    return Vedtakslinje(
        _number(head),
        _outcome(head) if short else None,
        uendret=short and bool(_UNCHANGED.search(head)),
        tillegg=(tekst[added.end() :].strip(" .") or None) if added and short else None,
        votering=les_votering(tekst),
    )


_LONGEST = 14
"""A text of more words than this is a vedtak of its own, not an answer to a forslag."""


def _answers(head: str) -> bool:
    is_short = len(_WORD.findall(head)) <= _LONGEST and not _TASK.search(head)
    return is_short and _outcome(head) is not None


def _outcome(head: str) -> Vedtaksutfall | None:
    if _FELL.search(head):
        return Vedtaksutfall.FALT
    alone = {word.lower() for word in _WORD.findall(head)} <= {"enstemmig", "samrøystes", "einstemmig"}
    passed = _PASSED.search(head) or _UNCHANGED.search(head) or (alone and head.strip())
    return Vedtaksutfall.VEDTATT if passed else None


def _number(head: str) -> int | None:
    match = _PROPOSAL.search(head)
    found = number([word.lower() for word in _WORD.findall(match[1])], 0) if match else None
    return found[0] if found and 0 < found[0] < 100 else None
