"""The vocabulary of a referat: the common one, with what `ordforraad_referat.yaml` adds."""

import re
from functools import cache, lru_cache
from pathlib import Path

from bot.documents import ordforraad
from bot.documents.ordforraad import Ordforraad, normalise

_FIL = Path(__file__).with_name("ordforraad_referat.yaml")
_PERSON = {"organisasjon": ("organisasjon",), "rolle": ("rolle", "titteldel")}


@cache
def load() -> Ordforraad:
    """The merged vocabulary; read once."""
    felles, egne = ordforraad.load().grupper, ordforraad.read(_FIL).grupper
    grupper = {navn: dict(meninger) for navn, meninger in {**felles, **egne}.items()}
    grupper["felt"] = _merged(felles["felt"], egne["felt"])
    person = egne["person"]
    ekstra = {kind: tuple(word for own in owns for word in person[own]) for kind, owns in _PERSON.items()}
    grupper["navn"] = _merged(felles["navn"], ekstra)
    return Ordforraad(grupper)


def _merged(
    first: dict[str, tuple[str, ...]], second: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    keys = dict.fromkeys([*first, *second])
    return {key: tuple(dict.fromkeys((*first.get(key, ()), *second.get(key, ())))) for key in keys}


@lru_cache(maxsize=128)
def either(words: tuple[str, ...]) -> str:
    """A regular expression for any of the words, the longest first, blanks as they may be printed."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def seksjon(text: str) -> tuple[str, str] | None:
    """A heading inside a sak: its meaning and what stands behind it on the line, else None.

    «Vedtak», «Vedtak:», «Vedtak: Godkjent.» and «Konklusjon/oppfølging» are; «Vedtaket følges» is not.
    """
    words = load()
    whole = words.meaning("seksjon", text)
    if whole and len(text) < 60:
        return whole, ""
    head, colon, rest = text.partition(":")
    mening = words.meaning("seksjon", head) if colon and len(head) < 60 else None
    return (mening, rest.strip()) if mening else None


def is_one_of(gruppe: str, mening: str, text: str) -> bool:
    return normalise(text) in load().words(gruppe, mening)


def column_words(line: str) -> set[str]:
    """What the columns hold where a line is nothing but words of a header row; else empty."""
    parts = line.split()
    if not parts or len(parts) > 12:
        return set()
    return _columns_from(parts) or set()


def _columns_from(parts: list[str]) -> set[str] | None:
    """The meanings of all the words, taken one, two or three together; None where some have none."""
    if not parts:
        return set()
    for length in (3, 2, 1):
        here = load().meanings("kolonne", " ".join(parts[:length]))
        below = _columns_from(parts[length:]) if here and length <= len(parts) else None
        if below is not None:
            return {*here, *below}
    return None
