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
_BAKERST = re.compile(
    rf"(?:\s+[–—-]\s*|\s*[,;]\s*|\.\s+|\s*\()(?:ca\.?\s*)?{_MIN}\s*\)?\s*$", re.IGNORECASE
)
_LINJE = re.compile(rf"\s*[–—-]?\s*(?:ca\.?\s*)?{_MIN}\s*", re.IGNORECASE)
_GRUNN = re.compile(
    r"(?:\s*[.,;–—]|\s-)\s*(?:(?:begrunnelse|grunngiving|grunngjeving)\s*:\s*"
    r"|(?=(?:fordi|ettersom|av\sdi)\s+\w))",
    re.IGNORECASE,
)
"""A word alone is no sign of it: «Fordi vi kan» and «Krav om begrunnelse: nytt» are titles."""
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
    """The first line is the title, perhaps with the minutes wanted («… – 10 min») and the reason, where
    it is plain where that begins («…, fordi …», «… Begrunnelse: …»); a further line may be minutes or
    «Vedlegg: …»; the rest is the reason.
    """
    foerste, _, resten = renset(skrevet).partition("\n")
    foerste, wanted = _uten_minutter(foerste)
    tittelen, sagt = _uten_grunn(foerste)
    if not wanted:
        tittelen, wanted = _uten_minutter(tittelen)
    grunn, vedlagt = [sagt] if sagt else [], list[str]()
    for linje in resten.split("\n"):
        alene = _LINJE.fullmatch(linje)
        if alene and not wanted:
            wanted = alene["antall"]
        elif _VEDLEGG.match(linje):
            vedlagt.append(_VEDLEGG.sub("", linje, count=1))
        else:
            grunn.append(linje)
    return Innhold(tittelen.strip(), "\n".join(grunn).strip(), wanted, "\n".join(vedlagt))


def _uten_minutter(linje: str) -> tuple[str, str]:
    treff = _BAKERST.search(linje)
    return (linje[: treff.start()], treff["antall"]) if treff else (linje, "")


def _uten_grunn(linje: str) -> tuple[str, str]:
    """The title and the reason; a line without a title, or without a reason, is left whole."""
    treff = _GRUNN.search(linje)
    if treff is None:
        return linje, ""
    tittelen, grunn = linje[: treff.start()].strip(), linje[treff.end() :].strip()
    return (tittelen, grunn) if tittelen and grunn else (linje, "")
