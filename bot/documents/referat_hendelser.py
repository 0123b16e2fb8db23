"""The next meeting, where a referat names it; and a guess at the body where no label does."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from bot.documents import klokke
from bot.documents.oppfoelging_frist import coming_date
from bot.documents.oppfoelging_setning import sentences
from bot.documents.referat_blokk import Delutkast
from bot.domain import datoer
from bot.domain.innkalling import Hendelse, Hendelsesstatus, Hendelsestype

NESTE_MOETE = re.compile(r"^(?:neste|nytt)\s+(?:[\w-]+\s+)?[\w-]*(?:møte|møtet)\b", re.IGNORECASE)
_STED = re.compile(r"^[\s,;.:–-]*(?:(?:i|på|ved|hos)\s+)(?P<sted>[^.!?]+)")
_ORGAN = re.compile(
    r"\b(?:fagråd|samarbeidsråd|samarbeidsutvalg|samarbeidsutval|arbeidsutvalg|utvalg|utval)\w*"
    r"\s+for\s+[a-zæøå]+(?:(?:,| og)\s[a-zæøå]+)?",
    re.IGNORECASE,
)
_SLAG = re.compile(
    r"^(fagråd|samarbeidsråd|samarbeidsutvalg|samarbeidsutval|arbeidsutvalg|utvalg|utval)\w*", re.IGNORECASE
)


def find_hendelser(
    lines: Sequence[str], deler: Iterable[Delutkast], moetedato: date | None
) -> list[Hendelse]:
    """«Neste møte …» among the loose `lines` and in the saker, each date once."""
    said: list[tuple[str, str | None]] = [(line, None) for line in lines]
    said += [
        (sentence, sak.hode.saksnr)
        for part in deler
        for sak in part.saker
        for blokk in sak.blokker
        if not blokk.sitat
        for sentence in sentences(blokk.tekst)
        if NESTE_MOETE.match(sentence)
    ]
    found: dict[date, Hendelse] = {}
    for text, saksnr in said:
        hendelse = _next_meeting(text, saksnr, moetedato)
        if hendelse and hendelse.dato:
            found.setdefault(hendelse.dato, hendelse)
    return list(found.values())


def guess_body(deler: Sequence[Delutkast]) -> str | None:
    """The body that the text speaks of most, and that no part of the meeting was shared with."""
    text = "\n".join(
        line
        for part in deler
        for sak in part.saker
        for line in (sak.hode.tittel, *(b.tekst for b in sak.blokker))
    )
    shared = " ".join(part.tittel or "" for part in deler).lower()
    named = Counter(_plain(match[0]) for match in _ORGAN.finditer(text))
    own = [(name, count) for name, count in named.most_common() if name.lower() not in shared]
    if not own or (len(own) > 1 and own[0][1] == own[1][1]):
        return None
    return own[0][0]


def _next_meeting(text: str, saksnr: str | None, moetedato: date | None) -> Hendelse | None:
    dato = coming_date(text, moetedato)
    if dato is None or (moetedato and dato <= moetedato):
        return None
    funn = datoer.find(text)[0]
    tid = next((one for one in klokke.find(text) if one.fra >= funn.fra), None)
    place = _STED.match(text[max(funn.til, tid.til if tid else 0) :])
    return Hendelse(
        Hendelsestype.MOETE,
        text.strip(" ."),
        dato,
        tid.start if tid else None,
        tid.slutt if tid else None,
        place["sted"].strip(" ,") if place else None,
        Hendelsesstatus.PLANLAGT,
        saksnr,
    )


def _plain(name: str) -> str:
    """«fagrådet for psykisk helse» → «Fagråd for psykisk helse»."""
    name = _SLAG.sub(lambda match: match[1], " ".join(name.split()))
    return name[:1].upper() + name[1:]
