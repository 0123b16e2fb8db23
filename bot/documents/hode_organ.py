"""The body where no label names it: in the title or in a sentence."""

import re

from bot.documents.ordforraad import Ordforraad, normalise
from bot.documents.rows import Row
from bot.domain import datoer

_SETNING = re.compile(
    r"\b(?:\w*møtet?|innkalling|innkalles|kalla inn|inviterer)\b(?:\s+til\s+(?:\w+\s+)?møte)?"
    r"\s+(?:i|for|til|med)\s+"
    r"(?P<organ>(?:[^.,:;!?]|,(?=\s[a-zæøå]))+?)"
    r"(?=\s+(?:den|på|kl|om|i\s+morgen|mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag)\b|,(?!\s[a-zæøå])|[.:;!?]|$)",
    re.IGNORECASE,
)
_SKILLE = re.compile(r"\s+[–|-]\s+|[|:]\s+|,\s+(?![a-zæøå])")
_VERB = re.compile(
    r"\s+(?:innkalles|kalles inn|kallast inn|vert kalla inn|inviteres|møtes|møtest|samles|samlast"
    r"|har møte|held møte|holder møte|skal ha møte)\b"
)
_MOETE = re.compile(r"(?<=^[A-ZÆØÅ]{3})[- ]?møtet?\b.*$", re.IGNORECASE)
_UNNEVNT = re.compile(r"[a-zæøå]+(?:et|a|en|ene|ane)")
_KANT = " \t.,:;–-|"


def body_of_line(row: Row, words: Ordforraad) -> str | None:
    """The body that a title («Innkalling til møte i fagråd 2, 3. mai 2024») or a sentence names."""
    text = _without_date(row.text)
    if match := _SETNING.search(text):
        organ = match["organ"].strip(_KANT)
        if is_body(organ, words):
            return organ
    text = _VERB.split(text, maxsplit=1)[0].strip(_KANT)
    if len(text) > 90 or row.marker:
        return None
    for part in _SKILLE.split(text):
        part = _MOETE.sub("", _without_opening(part.strip(_KANT), words))
        if part and is_body(part, words) and not part[0].islower():
            return part
    return None


def is_unnamed(body: str) -> bool:
    """«møte i utvalget» speaks of the body, but gives no name."""
    return _UNNEVNT.fullmatch(body) is not None


def is_body(text: str, words: Ordforraad) -> bool:
    """Whether the text is called what bodies are called: «… utvalg», «Fagråd for …», «ASU»."""
    parts = normalise(text).split()
    slag = words.words("organ", "slag")
    long_endings = tuple(word for word in slag if len(word) > 3)
    if not parts or len(parts) > 12 or words.meaning("felt", text) or words.contains("organ", "ikke", text):
        return False
    return any(part in slag or part.endswith(long_endings) for part in parts)


def _without_opening(text: str, words: Ordforraad) -> str:
    opening = words.starts_with("organ", "foran", text)
    rest = text[len(opening) :].strip(_KANT) if opening else text
    return _without_opening(rest, words) if opening and rest else rest


def _without_date(text: str) -> str:
    """The text up to its first date."""
    found = datoer.find(text)
    return text[: found[0].fra].strip(_KANT) if found and found[0].fra > 0 else text
