"""Spoken words made written: «tas til orientering punktum» is «Tas til orientering.».

Only a text that was dictated is rewritten, and only its signs, capitals and dates: no word of it is lost,
moved or put right. What was typed, with signs of its own, stands as it is.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.register import Register
from bot.language.diktatnavn import Navneskrift
from bot.language.talttegn import AFTER, CLOSE, ENDS, JOINS, LINE, OPEN, talte_tegn

_WORD = re.compile(r"\n+|[^\s]+")
_SIGNS = re.compile(r"[,;:!?()«»\"“”]|\.(?=\s|$)|\s[–-]\s")
_NUMBERED = re.compile(r"\b\d{1,3}\.(?=\s)")
_FILLERS = frozenset({"eh", "ehh", "ehm", "ehmm", "øh", "øhm", "øm", "hm", "hmm", "altså", "altsaa"})
_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan|feb|okt|nov|des"
)
_DATE = re.compile(rf"(?<![\d/.,])\b([1-9]|[12]\d|3[01]) (?=(?:{_MONTHS})\b)", re.IGNORECASE)
_CLOCK = re.compile(r"\b(kl|klokka|klokken)\.? ([01]?\d|2[0-3])[ :]([0-5]\d)\b", re.IGNORECASE)


def skrift(tekst: str, navn: Sequence[str] = (), talt: bool | None = None) -> str:
    """The text as it is written in a referat. Written once more it does not change.

    `navn` are full names of persons and bodies; where the text has no capitals of its own they get
    theirs. `talt` says whether it was spoken; None: judged by the text (`er_talt`).
    """
    stripped = tekst.strip()
    spoken = er_talt(stripped) if talt is None else talt
    written = _written(stripped).strip() if spoken else stripped
    if not any(letter.isupper() for letter in written[1:]) or spoken:
        written = Navneskrift(navn).skriv(written)
    return written[:1].upper() + written[1:]


def er_talt(tekst: str) -> bool:
    """Whether it looks spoken: no signs of its own, or a spoken full stop or question mark at the end.
    A colon may have been spoken, and written already, where another sign is still a word.
    """
    own = set(_SIGNS.findall(_NUMBERED.sub("", tekst)))
    if not own:
        return True
    spoken = [sign for _, sign in talte_tegn(tekst.split())]
    ends = bool(spoken) and spoken[-1] in ENDS
    return ends or (own == {":"} and tekst == tekst.lower() and not ENDS.isdisjoint(spoken))


def navn_i(register: Register, dag: date) -> tuple[str, ...]:
    """The names that `skrift` gives capitals: members and bodies, as they are called on that day."""
    people = (medlem.navn for organ in register.organer for medlem in organ.medlemmer)
    bodies = (n.navn for organ in register.organer for n in organ.navneliste if n.gjelder(dag))
    return tuple(dict.fromkeys([*people, *bodies]))


def med_tegn(tekst: str) -> str:
    """The text with its spoken signs written, and else as it was spoken (no capitals, no dates)."""
    return _signed(_WORD.findall(tekst))


def _written(tekst: str) -> str:
    words = _WORD.findall(tekst)
    while words and words[0].lower().strip(",.…") in _FILLERS:
        words = words[1:]
    return _CLOCK.sub(_clock, _DATE.sub(r"\1. ", _signed(words, capitals=True)))


def _signed(words: Sequence[str], *, capitals: bool = False) -> str:
    """The words, with the signs that some of them tell in their place. `capitals`: behind a full stop."""
    out, glued, begins = "", True, False
    for text, sign in talte_tegn(words):
        close = glued or sign in CLOSE or sign in AFTER or sign in JOINS or (sign or "").startswith(LINE)
        piece = sign or (text[:1].upper() + text[1:] if begins and capitals else text)
        out += piece if close else f" {piece}"
        glued = sign is not None and (sign in OPEN or sign in JOINS or sign.startswith(LINE))
        begins = sign is not None and (sign in ENDS or sign.startswith(LINE) or (begins and sign in OPEN))
    return out


def _clock(match: re.Match[str]) -> str:
    word = f"{match[1]}." if match[1].lower() == "kl" else match[1]
    return f"{word} {match[2]}.{match[3]}"
