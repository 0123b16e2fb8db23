"""What a dictated line begins with, as it would be typed: «eh k kolon tas …» is «k: tas …»."""

import re

_FILLERS = re.compile(r"^\s*(?:(?:eh+m?|øh+m?|hm+|altså)\b[\s,.…]*)+(?=\w)", re.IGNORECASE)
_SAK = r"(?:(?:i |på )?sak(?:en|a)?\s+[\w/-]+(?:\s+[\w/-]+){0,3}\s+)?"
_LABEL = (
    r"(?:[kviøon]|konklusjon(?:en)?|vedtak(?:et)?|innspill|orientering|oppfølging(?:a|en)?|oppgave|notat|utsatt"
    r"|votering|avstemning|avstemming|protokolltilførsel|til ?stede|til ?stades|tilstede|frammøte|fremmøte"
    r"|forfall|fravær|møteleder|møteleiar|referent(?:er)?|ansvarlig|ansvarleg|frist|(?:ny|ekstra|egen) sak"
    r"|rettelse|merknad|eventuelt)"
)
_WHOSE = r"(?:\s+(?:fra|frå|i|til|ved|av)(?:\s+[\w/-]+){1,4}?)?"
_SPOKEN = re.compile(rf"^({_SAK}{_LABEL}{_WHOSE})\s+kolon\b\s*", re.IGNORECASE)


def med_merke(line: str) -> str:
    """The line without what it says only to begin («eh»), and with a spoken colon behind a label written.
    All else stands as it was said.
    """
    return _SPOKEN.sub(r"\1: ", _FILLERS.sub("", line))
