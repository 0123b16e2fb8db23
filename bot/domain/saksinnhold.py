"""A sak as somebody words it in a line or a form: title, reason, minutes wanted, attachments."""

import re
from dataclasses import dataclass

from bot.domain.fritekst import (
    MINUTTER_MAKS,
    Feil,
    Felt,
    UgyldigTekst,
    begrunnelse,
    renset,
    tittel,
    vedlegg,
)

_TALLORD = {"fem": 5, "ti": 10, "femten": 15, "tjue": 20, "tretti": 30}
_ANTALL = rf"(?P<antall>[0-9]{{1,4}}|{'|'.join(_TALLORD)})"
_TALL = rf"{_ANTALL}\s*(?:minutter|minutt|minutta|min)?"
_MIN = rf"{_ANTALL}\s*(?:minutter|minutt|minutta|min)\b\.?"
_BAKERST = re.compile(rf"(?:\s+[–—-]\s*|\s*[,;]\s*|\s*\()(?:ca\.?\s*)?{_MIN}\s*\)?\s*$", re.IGNORECASE)
_LINJE = re.compile(rf"\s*[–—-]?\s*(?:ca\.?\s*)?{_MIN}\s*", re.IGNORECASE)
_VEDLEGG = re.compile(r"\s*vedlegg\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Innhold:
    """What somebody wants raised, as they wrote it; `gyldig` says whether it can be."""

    tittel: str = ""
    begrunnelse: str = ""
    minutter: str = ""
    vedlegg: str = ""


@dataclass(frozen=True)
class Gyldig:
    """The same as it is kept."""

    tittel: str
    begrunnelse: str | None = None
    minutter: int | None = None
    vedlegg: tuple[str, ...] = ()


def gyldig(innhold: Innhold) -> Gyldig:
    """Raises UgyldigTekst."""
    return Gyldig(
        tittel(innhold.tittel),
        begrunnelse(innhold.begrunnelse),
        minutter(innhold.minutter),
        vedlegg(innhold.vedlegg),
    )


def minutter(skrevet: str) -> int | None:
    """«10», «ti», «10 min»; None where nothing is written. Raises UgyldigTekst."""
    ren = renset(skrevet)
    treff = re.fullmatch(_TALL, ren.removesuffix(".").lower())
    if not ren:
        return None
    if treff is None:
        raise UgyldigTekst(Felt.MINUTTER, Feil.IKKE_TALL, maks=MINUTTER_MAKS)
    antall = _TALLORD.get(treff["antall"]) or int(treff["antall"])
    if not 0 < antall <= MINUTTER_MAKS:
        raise UgyldigTekst(Felt.MINUTTER, Feil.IKKE_TALL, antall, MINUTTER_MAKS)
    return antall


def del_opp(skrevet: str) -> Innhold:
    """The first line is the title, perhaps with the minutes wanted («… – 10 min»); a further line may be
    minutes or «Vedlegg: …»; the rest is the reason.
    """
    foerste, _, resten = renset(skrevet).partition("\n")
    bakerst = _BAKERST.search(foerste)
    wanted = bakerst["antall"] if bakerst else ""
    grunn, vedlagt = list[str](), list[str]()
    for linje in resten.split("\n"):
        alene = _LINJE.fullmatch(linje)
        if alene and not wanted:
            wanted = alene["antall"]
        elif _VEDLEGG.match(linje):
            vedlagt.append(_VEDLEGG.sub("", linje, count=1))
        else:
            grunn.append(linje)
    tittelen = foerste[: bakerst.start()] if bakerst else foerste
    return Innhold(tittelen.strip(), "\n".join(grunn).strip(), wanted, "\n".join(vedlagt))
