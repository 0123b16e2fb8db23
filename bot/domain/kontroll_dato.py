"""Dates that cannot be: no such day, another weekday, a past that lies ahead."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from bot.domain import datoer, setninger
from bot.domain.datoer import Datofunn
from bot.domain.innkalling import Innkalling, Saksfremlegg
from bot.domain.reading import Merknad
from bot.domain.referat import Referat

_FORTID = re.compile(
    r"\b(?:ble|blei|vart|var|hadde|ga|gav|vedtok|orienterte|drøftet|drøfta|behandlet|behandla|startet|starta"
    r"|har\s+(?:\S+\s+){0,8}?(?:gjennomført|hatt|vært|vore|holdt|halde|avholdt|fått|utarbeidet|utarbeidd"
    r"|arbeidet|arbeidd|gjort|sendt|behandlet|behandla|drøftet|drøfta|levert|lagt))\b",
    re.IGNORECASE,
)
_FRAMTID = re.compile(
    r"\b(?:skal|vil|bør|må|kan|planlegg\w*|planlagt\w*|planlag\w*|foreslå\w*|føreslå\w*|anbefal\w*|tilrår|\w*frist\w*"
    r"|innen|innan|senest|seinast|gjelder|gjeld|gjelde|trer|kraft|starter|startar|neste|kommende|komande|utsatt"
    r"|utsett|flyttet|flytta|innkalt|kalla inn|kalt inn|fastsatt|satt til|sett til|fram til|frem til"
    r"|til og med|fra og med|frå og med|målsetting|settes|vert|blir|videreføres|vidareført"
    r"|forlenget|forlenga)\b",
    re.IGNORECASE,
)
_RUNDT = 30
_NAER = 250
_MANGE = 20


def check_written(funn: Datofunn) -> Iterator[Merknad]:
    """The møte's own date as written: whether there is such a day, and that its weekday is right."""
    if not funn.finnes:
        yield Merknad("dato", "moetet_finnes_ikke", {"skrevet": funn.skrevet})
    elif funn.feil_ukedag and funn.dato:
        yield Merknad("dato", "moetet_ukedag", {"skrevet": funn.skrevet, "dato": funn.dato.isoformat()})


def check_innkalling(innkalling: Innkalling) -> Iterator[Merknad]:
    yield from _papers_of_other_days(innkalling)
    for row in innkalling.agenda:
        sted = {"saksnr": row.saksnr} if row.saksnr else {}
        yield from _texts((row.tittel, *row.punkter), sted, innkalling.dato)
    for fremlegg in innkalling.saksfremlegg:
        yield from _texts(_texts_of(fremlegg), {"saksnr": fremlegg.saksnr}, innkalling.dato)


def check_referat(referat: Referat) -> Iterator[Merknad]:
    for part in referat.deler:
        for sak in part.saker:
            texts = (sak.tittel, *sak.innledning, *sak.konklusjon, *sak.punkter)
            sted = {"saksnr": sak.saksnr} if sak.saksnr else {"tittel": sak.tittel}
            yield from _texts(texts, sted, referat.dato)


def _texts_of(fremlegg: Saksfremlegg) -> Iterator[str]:
    yield fremlegg.tittel
    for forslag in fremlegg.forslag_til_vedtak:
        yield forslag.tekst
        yield from (under.tekst for under in forslag.underpunkter)
    yield from fremlegg.vedlegg
    yield from (seksjon.tekst for seksjon in fremlegg.seksjoner)


def _texts(texts: Iterable[str], sted: dict[str, str], moetedato: date | None) -> Iterator[Merknad]:
    """`sted` has the saksnr or the title the texts stand under; neither means the saksliste."""
    for text in texts:
        for sentence in setninger.split(text):
            found = [funn for funn in datoer.find(sentence)[:_MANGE] if funn.har_aar]
            # In «startet 01.02.24 og varer til 31.12.24» the past belongs to the other date.
            has_past = moetedato and any(funn.dato and funn.dato <= moetedato for funn in found)
            for funn in found:
                yield from _inside(funn, sentence, sted, None if has_past else moetedato)


def _inside(
    funn: Datofunn, sentence: str, sted: dict[str, str], moetedato: date | None
) -> Iterator[Merknad]:
    fakta = {**sted, "utdrag": _around(sentence, funn)}
    if not funn.finnes:
        yield Merknad("dato", "finnes_ikke", fakta)
    elif funn.feil_ukedag and funn.dato:
        yield Merknad("dato", "ukedag", {**fakta, "dato": funn.dato.isoformat()})
    elif moetedato and funn.dato and funn.dato > moetedato and _is_told_as_past(_near(sentence, funn)):
        yield Merknad("dato", "fortid", {**fakta, "moetedato": moetedato.isoformat()})


def _is_told_as_past(sentence: str) -> bool:
    return _FORTID.search(sentence) is not None and _FRAMTID.search(sentence) is None


def _near(sentence: str, funn: Datofunn) -> str:
    return sentence[max(0, funn.fra - _NAER) : funn.til + _NAER]


def _papers_of_other_days(innkalling: Innkalling) -> Iterator[Merknad]:
    """A saksfremlegg for another day than the møte, where others have the møte's own day."""
    if not any(fremlegg.dato == innkalling.dato for fremlegg in innkalling.saksfremlegg):
        return
    for fremlegg in innkalling.saksfremlegg:
        if fremlegg.dato and innkalling.dato and fremlegg.dato != innkalling.dato:
            dager = {"dato": fremlegg.dato.isoformat(), "moetedato": innkalling.dato.isoformat()}
            yield Merknad("dato", "fremlegget", {"saksnr": fremlegg.saksnr, **dager})


def _around(sentence: str, funn: Datofunn) -> str:
    """The date with the words in front of it."""
    before = sentence[: funn.fra]
    start = 0 if len(before) <= _RUNDT else before.rfind(" ", 0, len(before) - _RUNDT // 2) + 1
    return ("…" if start else "") + f"{before[start:]}{funn.skrevet}".strip()
