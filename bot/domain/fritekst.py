"""What people write that is kept word for word: a title, a reason, names of attachments.

Nothing is cut silently: what is too long is refused. HTML, Markdown and mentions are kept as they are
written; whoever shows them shows them as text (`bot.cards.element.escape`).
"""

import re
import unicodedata
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.siffer import elleve_siffer_i

TITTEL_MAKS = 500
BEGRUNNELSE_MAKS = 2000
MINUTTER_MAKS = 240
PUNKT_MAKS = 4000
"""Of a point of a referat, and of a merknad to it."""
INNLEDNING_MAKS = 500
"""Of what stands on top of a sammendrag."""
OPPDRAG_MAKS = 1000
"""Of an oppdrag that somebody writes to the bot, and of an answer to one: both stand in a channel."""
VEDLEGG_MAKS = 10
"""As many attachments are named; each is at most as long as a title."""


class Felt(StrEnum):
    """Which text it is."""

    TITTEL = "tittel"
    BEGRUNNELSE = "begrunnelse"
    MINUTTER = "minutter"
    VEDLEGG = "vedlegg"
    PUNKT = "punkt"
    MERKNAD = "merknad"
    INNLEDNING = "innledning"
    OPPDRAG = "oppdrag"
    SVAR = "svar"


class Feil(StrEnum):
    """ELLEVE_SIFFER: it may be a fødselsnummer, which is never kept, whatever its checksum."""

    TOM = "tom"
    FOR_LANG = "for_lang"
    FOR_MANGE = "for_mange"
    IKKE_TALL = "ikke_tall"
    ELLEVE_SIFFER = "elleve_siffer"


class UgyldigTekst(Refusal):
    """`antall` is how long it was (or how many there were), `maks` how long it may be; 0 where that is
    not what is wrong.
    """

    def __init__(self, felt: Felt, feil: Feil, antall: int = 0, maks: int = 0) -> None:
        super().__init__(felt, feil, antall, maks)
        self.felt = felt
        self.feil = feil
        self.antall = antall
        self.maks = maks


_USYNLIGE = frozenset("\u00ad\u200b\u200e\u200f\u2060\ufeff") | {
    chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFFF9, 0xFFFC))
}
"""What shows as nothing and may turn the text around; a joiner of letters or emojis is no such."""
_FJERNES = frozenset({"Cc", "Cs"})
_LINJESKIFT = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_BLANKE = re.compile(r"[^\S\n]+")
_TOMME_LINJER = re.compile(r"\n{3,}")
_STREKER = re.compile(r"[\u2010-\u2015\u2212]")


def tittel(skrevet: str) -> str:
    """On one line. Raises UgyldigTekst."""
    return _gyldig(" ".join(renset(skrevet).split()), Felt.TITTEL, TITTEL_MAKS)


def begrunnelse(skrevet: str | None) -> str | None:
    """With its line breaks; None where nothing is said. Raises UgyldigTekst."""
    ren = renset(skrevet or "")
    return _gyldig(ren, Felt.BEGRUNNELSE, BEGRUNNELSE_MAKS) if _sier_noe(ren) else None


def punkt(skrevet: str) -> str:
    """A point of a referat, with its line breaks. Raises UgyldigTekst."""
    return _gyldig(renset(skrevet), Felt.PUNKT, PUNKT_MAKS)


def merknad(skrevet: str) -> str:
    """What a member has to say about a referat. Raises UgyldigTekst."""
    return _gyldig(renset(skrevet), Felt.MERKNAD, PUNKT_MAKS)


def oppdrag(skrevet: str) -> str:
    """What another body is asked for, with its line breaks. Raises UgyldigTekst."""
    return _gyldig(renset(skrevet), Felt.OPPDRAG, OPPDRAG_MAKS)


def svar(skrevet: str) -> str:
    """The answer to an oppdrag, with its line breaks. Raises UgyldigTekst."""
    return _gyldig(renset(skrevet), Felt.SVAR, OPPDRAG_MAKS)


def innledning(skrevet: str | None) -> str | None:
    """On top of a sammendrag, with its line breaks; None where nothing is said. Raises UgyldigTekst."""
    ren = renset(skrevet or "")
    return _gyldig(ren, Felt.INNLEDNING, INNLEDNING_MAKS) if _sier_noe(ren) else None


def vedlegg(skrevet: str | None) -> tuple[str, ...]:
    """Names or addresses, parted by line breaks, semicolons or commas. Raises UgyldigTekst."""
    deler = [" ".join(d.split()) for d in re.split(r"[\n;]|,\s", renset(skrevet or ""))]
    navn = tuple(_gyldig(d, Felt.VEDLEGG, TITTEL_MAKS) for d in deler if _sier_noe(d))
    if len(navn) > VEDLEGG_MAKS:
        raise UgyldigTekst(Felt.VEDLEGG, Feil.FOR_MANGE, len(navn), VEDLEGG_MAKS)
    return navn


def renset(skrevet: str) -> str:
    """Without control characters and what cannot be seen; line breaks are kept, at most one empty line
    between two.
    """
    linjer = _BLANKE.sub(" ", _LINJESKIFT.sub("\n", skrevet))
    synlig = "".join(tegn for tegn in linjer if tegn == "\n" or not _fjernes(tegn))
    return _TOMME_LINJER.sub("\n\n", "\n".join(linje.strip() for linje in synlig.split("\n"))).strip()


def elleve_siffer(tekst: str) -> bool:
    """Eleven digits in a row, or parted in a way a fødselsnummer or an account number is written."""
    lik = _STREKER.sub("-", unicodedata.normalize("NFKC", renset(tekst)))
    return elleve_siffer_i(lik)


def _fjernes(tegn: str) -> bool:
    return tegn in _USYNLIGE or unicodedata.category(tegn) in _FJERNES


def _gyldig(ren: str, felt: Felt, maks: int) -> str:
    if not _sier_noe(ren):
        raise UgyldigTekst(felt, Feil.TOM)
    if elleve_siffer(ren):
        raise UgyldigTekst(felt, Feil.ELLEVE_SIFFER)
    if len(ren) > maks:
        raise UgyldigTekst(felt, Feil.FOR_LANG, len(ren), maks)
    return ren


def _sier_noe(ren: str) -> bool:
    """Whether there is a letter or a digit in it, or a sign that stands for something (an emoji)."""
    return any(tegn.isalnum() or unicodedata.category(tegn) == "So" for tegn in ren)
