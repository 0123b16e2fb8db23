"""A title as it is said, and who opens the sak: «Rekruttering v/ Kari Nes»."""

import re
from collections.abc import Sequence

from bot.language.fremmednavn import er_fullt_navn

_BY = re.compile(
    r"^(.+?)[\s,;–(-]+(v/|v\.|v(?=\s)|ved|innleder(?: er)?|innleiar(?: er)?)\s*:?\s*([^,;()]+?)\)?\s*$",
    re.IGNORECASE,
)


def del_tittel(tekst: str, navn: Sequence[str] = ()) -> tuple[str, str | None]:
    """The title, and the name behind «v/» as written. «Ved» counts only before one of these full names
    or what is a given name and a surname with capitals: «Rekruttering ved sykehuset» is a title.
    """
    match = _BY.match(tekst.strip())
    if match is None:
        return tekst.strip(), None
    title, word, who = match[1].strip(), match[2].lower(), match[3].strip()
    known = next((n for n in navn if n.lower() == who.lower()), None)
    named = known or (who if _is_name(who, sure=word == "ved") else None)
    return (title, named) if named else (tekst.strip(), None)


def _is_name(who: str, *, sure: bool) -> bool:
    words = who.split()
    capitals = all(word[0].isupper() for word in words)
    return er_fullt_navn(who) and capitals if sure else capitals and len(words) <= 4
