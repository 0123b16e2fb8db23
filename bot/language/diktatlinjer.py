"""Lines of a referent that are read as they stand, before the Tolk: each form is whole, and keeps every
word of the text («innspill fra nordre region: …», «sak 1 heter nå Krise»).
"""

import re
from collections.abc import Callable

from bot.turn import Meaning, SakRef, Slots

PUNKT, SAK, FRAMMOETE, UNNTATT = "referat.punkt", "referat.sak", "referat.frammoete", "referat.unntatt"
RETT = "referat.rett"
_SAK = r"(?P<sak>sak\s+(?P<nr>\d{1,3})(?:/(?P<aar>\d{2,4}))?)"
_LISTE = re.compile(
    r"(?:vis\s+|sjå\s+|se\s+)?(?:forfall(?:et|a|ene)?|forfallsliste[na]?|fravær(?:et)?)", re.I
)
_PAUSE = re.compile(
    r"(?:(?:nå|no|da|så)\s+)?(?:er\s+det|det\s+er|blir\s+det)\s+pause(?:\s+(?:nå|no))?", re.I
)
_ALT = re.compile(
    r"(?:slett|slette|fjern|fjerne|stryk|stryke|visk\s+ut|ta\s+bort|ta\s+vekk)\s+"
    r"(?:alt|alle)(?:\s+(?:sammen|saman|punkt(?:ene|a)?|det\s+der))?",
    re.I,
)
_SAMMEN = re.compile(
    rf"(?:(?:da|så|nå|no)\s+)?(?:(?:vi\s+)?(?:tar|tek|behandler|behandlar|drøfter|drøftar|ser)\s+(?:vi\s+)?)?{_SAK}\s+og\s+"
    r"(?:sak\s+)?(?P<med>\d{1,3})(?:/\d{2,4})?\s+"
    r"(?:(?:blir|vert|skal)\s+)?(?:(?:behandles|behandlast|behandlet|behandla|tas|takast|tatt|drøftes|drøftast|sees|ses)\s+)?"
    r"(?:sammen|saman|samlet|samla|under\s+ett|under\s+eitt|i\s+sammenheng|i\s+samanheng)",
    re.I,
)
_NESTE_MOETE = re.compile(
    r"(?:neste|næste)\s+(?:fagråds?|utvalgs?|utvals?)?møte[t]?\b[^?]*\b\d{1,2}\s*[./]\s*(?:\d{1,2}\b|[a-zæøå]{3,})[^?]*",
    re.I,
)
"""«Neste møte 12. juni»: a referent says when it is, and does not ask."""
_HETER = re.compile(
    rf"{_SAK}\s+(?:(?:heter|heiter)\s+(?:nå|no|heretter|heretter|i\s+stedet|i\s+staden)|skal\s+(?:hete|heite)|"
    r"(?:skifter|bytter|byter)\s+(?:navn|namn|tittel)\s+til)\s*:?\s+(?P<tittel>\S.*)",
    re.I | re.S,
)
_OFFENTLIGHET = r"(?:offentlig(?:het(?:en)?|\s+innsyn)|offentleg(?:heit(?:a)?|\s+innsyn)|innsyn)"
_UNNTAS = re.compile(
    rf"(?:(?:{_SAK}|(?:denne\s+|den\s+)?saken?|saka|denne\s+saka)\s+)?(?:(?:er|skal\s+være|skal\s+vere|blir|vert)\s+)?"
    rf"(?P<ikke>ikke\s+|ikkje\s+)?(?:unntatt|untatt|unnateke|unntas)\s+(?:fra\s+|frå\s+)?{_OFFENTLIGHET}"
    r"(?P<likevel>\s+(?:likevel|lenger|lengre))?"
    r"(?:[\s,.:(–-]*(?:etter|jf\.?|jfr\.?|hjemmel:?|heimel:?|i\s+medhold\s+av|med\s+hjemmel\s+i)?\s*"
    r"(?P<hjemmel>(?:offl|offentl|fvl|forv|pasient|helse|komm|arkiv|taushet)\S*.*|§.*))?[\s.)]*",
    re.I,
)
_INNSPILL = re.compile(
    r"(?:innspill|inspill|innspel)\s+(?P<fra>(?:fra\s+|frå\s+)?[^\s:][^:]{0,58}?)\s*:\s+(?P<tekst>\S.*)",
    re.I | re.S,
)
_VEDTAK = re.compile(
    rf"(?:{_SAK}\s+)?(?:vedtak|v)\s+(?P<punkt>\d{{1,2}})\s*[:.]\s+(?P<tekst>\S.*)", re.I | re.S
)
_IKKE_NUMMER = re.compile(
    r"(?P<verb>endre|endra|rett|bytt|stryk|slett|fjern)\s+(?:punkt|pkt\.?)\s*[-–−]\s*\d+\b.*", re.I | re.S
)
_ENDRER = frozenset({"endre", "endra", "rett", "bytt"})
_ANNET = re.compile(r"(?:(?:til|i|på|om)\s+)?sak\s+\d|(?:til|i|på|om|er|at)\b", re.I)
"""Behind «innspill»: not whose it is, but where it belongs."""


def les(linje: str) -> Meaning | None:
    """What it means, for sure; None for every other line."""
    bar = linje.strip()
    return next((mening for les_ in _FORMER if (mening := les_(bar))), None)


def _liste(bar: str) -> Meaning | None:
    """«Forfall» alone asks for the list: it is never the speaker's own."""
    return _mening(FRAMMOETE, hva="vis") if _LISTE.fullmatch(bar.rstrip(" ?.")) else None


def _pause(bar: str) -> Meaning | None:
    """«Nå er det pause»: while a referat is kept that is no question."""
    return _mening(SAK, hva="pause") if _PAUSE.fullmatch(bar.rstrip(" .!")) else None


def _alt(bar: str) -> Meaning | None:
    """«Slett alt» strikes nothing: which point is asked."""
    return _mening(RETT, hva="stryk") if _ALT.fullmatch(bar.rstrip(" .!")) else None


def _sammen(bar: str) -> Meaning | None:
    """«Sak 3 og 4 behandles sammen»: the first is opened, and the other goes along."""
    treff = _SAMMEN.fullmatch(bar.rstrip(" .!"))
    if not treff or treff["med"] == treff["nr"]:
        return None
    return _mening(SAK, _sak(treff), hva="gaa", sammen=int(treff["med"]))


def _neste_moete(bar: str) -> Meaning | None:
    return _mening(PUNKT, hva="notat", tekst=bar) if _NESTE_MOETE.fullmatch(bar) else None


def _heter(bar: str) -> Meaning | None:
    treff = _HETER.fullmatch(bar)
    if not treff:
        return None
    return _mening(SAK, _sak(treff), hva="omdoep", tekst=treff["tittel"].strip("«»\"' ."))


def _unntas(bar: str) -> Meaning | None:
    treff = _UNNTAS.fullmatch(bar)
    if not treff:
        return None
    if treff["ikke"]:
        return _mening(UNNTATT, _sak(treff), hva="offentlig")
    hjemmel = (treff["hjemmel"] or "").strip(" .()")
    return (
        None if treff["likevel"] else _mening(UNNTATT, _sak(treff), hva="unntatt", **_satt(tekst=hjemmel))
    )


def _innspill(bar: str) -> Meaning | None:
    treff = _INNSPILL.fullmatch(bar)
    if not treff or _ANNET.match(treff["fra"]):
        return None
    fra = re.sub(r"^(?:fra|frå)\s+", "", treff["fra"], flags=re.I)
    return _mening(PUNKT, hva="innspill", tekst=f"{fra}: {treff['tekst']}")


def _vedtak(bar: str) -> Meaning | None:
    treff = _VEDTAK.fullmatch(bar)
    if not treff:
        return None
    return _mening(PUNKT, _sak(treff), hva="vedtak", svarer=int(treff["punkt"]), tekst=treff["tekst"])


def _uten_nummer(bar: str) -> Meaning | None:
    """«Punkt -1» is no point: which one is asked."""
    treff = _IKKE_NUMMER.fullmatch(bar)
    if not treff:
        return None
    return _mening(RETT, hva="endre" if treff["verb"].lower() in _ENDRER else "stryk")


def _mening(intent: str, sak: SakRef | None = None, **extra: object) -> Meaning:
    return Meaning(intent, sure=True, strict=True, slots=Slots(sak=sak, extra=extra))


def _satt(**extra: str) -> dict[str, str]:
    return {navn: verdi for navn, verdi in extra.items() if verdi}


def _sak(treff: re.Match[str]) -> SakRef | None:
    if not treff["sak"]:
        return None
    aar = int(treff["aar"]) if treff["aar"] else None
    return SakRef(
        int(treff["nr"]), aar + 2000 if aar is not None and aar < 100 else aar, tekst=treff["sak"]
    )


_FORMER: tuple[Callable[[str], Meaning | None], ...] = (
    _liste,
    _pause,
    _alt,
    _sammen,
    _neste_moete,
    _heter,
    _unntas,
    _innspill,
    _vedtak,
    _uten_nummer,
)
