"""Which other bodies a vedtak, a konklusjon or an oppfølging asks or tells to do something.

«ASU ber fagråd 1 om å lage en plan», «Jonas avklarer med Fagråd 3», «saken oversendes PSU»; not «viser til
fagråd 1 sitt møte», nor what one was asked for before. What is found is proposed to a person, who decides.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from bot.domain.register import Register
from bot.language.ord import FOLDER, Token, clean, composed, read_yaml, tokens
from bot.language.referanser import Organer, Organfunn

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÆØÅ«\d])|\n+")
_JOINED = re.compile(r"\s*(?:,|og|eller|samt|/|,\s*og)\s*", re.IGNORECASE)
_GENITIVE = re.compile(r"(?:[A-ZÆØÅ]{2,}|\d)['’]?s$|(?:[^\W\d_]+ets|[^\W\d_]+utvalgs)$")
_NUMBERS = re.compile(r"(?<=fagråd )(\d+(?: og \d+)*), (?=\d+\b)", re.IGNORECASE)
_NEAR = 9
"""A verb stands at most so many words before the name."""
_HERE = 4
MAKS_MULIGE = 4
"""A name that fits more bodies than this names none of them."""


class Nevnt(NamedTuple):
    """A body that is asked: the ones it may be (one, but where a name fits several), as it is written."""

    organ_ids: tuple[int, ...]
    navn: str


@dataclass(frozen=True)
class _Plass:
    """A name in a sentence: the words before it and behind, in small letters, and what is written there."""

    foer: tuple[str, ...]
    etter: tuple[str, ...]
    skrevet: str
    tegn_etter: str
    tegn_foer: str

    @property
    def foran(self) -> str:
        return self.foer[-1] if self.foer else ""


class Oppdragsord:
    """Reads the texts of one Register's bodies."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._organer = Organer(register)

    def bedt(self, tekst: str, egne: Collection[int], dag: date) -> list[Nevnt]:
        """Those that are asked in the text, each once, as it stands in a møte of the bodies `egne`; these
        are never among them. A name that several helsefellesskap have means the own one's.
        """
        funnet: dict[tuple[int, ...], Nevnt] = {}
        for skrevet in _SENTENCE.split(composed(tekst)):
            # «Fagråd 1, 2 og 3»
            setning = _NUMBERS.sub(r"\1 og ", skrevet)
            for funn, navn in self._i_setningen(setning, dag):
                mulige = self._mulige(funn, egne)
                if mulige:
                    funnet.setdefault(mulige, Nevnt(mulige, navn))
        return list(funnet.values())

    def _i_setningen(self, setning: str, dag: date) -> Iterator[tuple[Organfunn, str]]:
        ord_ = self._organer.split(tokens(clean(setning)))
        for gruppe in _grupper(setning, ord_, self._organer.find(setning, ord_, dag)):
            if _spurt(_plass(setning, ord_, gruppe)):
                yield from ((f, setning[ord_[f.fra].fra : ord_[f.til - 1].til]) for f in gruppe)

    def _mulige(self, funn: Organfunn, egne: Collection[int]) -> tuple[int, ...]:
        if not funn.organ_ids or set(funn.organ_ids) & set(egne):
            return ()
        hjemme = {self._register.organ(o).helsefellesskap_id for o in egne}
        naere = tuple(o for o in funn.organ_ids if self._register.organ(o).helsefellesskap_id in hjemme)
        mulige = naere or funn.organ_ids
        return tuple(sorted(mulige)) if len(mulige) <= MAKS_MULIGE else ()


def _grupper(setning: str, ord_: Sequence[Token], funn: Sequence[Organfunn]) -> list[list[Organfunn]]:
    """«Fagråd 1, 2 og 3» is asked together."""
    grupper = [[f] for f in funn[:1]]
    for a, b in pairwise(funn):
        mellom = setning[ord_[a.til - 1].til : ord_[b.fra].fra]
        if b.fra <= a.til or _JOINED.fullmatch(mellom) or not mellom.strip():
            grupper[-1].append(b)
        else:
            grupper.append([b])
    return grupper


def _plass(setning: str, ord_: Sequence[Token], gruppe: Sequence[Organfunn]) -> _Plass:
    fra, til = gruppe[0].fra, gruppe[-1].til
    begynner, slutter = ord_[fra].fra, ord_[til - 1].til
    return _Plass(
        tuple(t.text for t in ord_[:fra]),
        tuple(t.text for t in ord_[til:]),
        setning[begynner:slutter],
        setning[slutter:].lstrip()[:1],
        setning[:begynner].rstrip()[-1:],
    )


def _spurt(p: _Plass) -> bool:
    if _GENITIVE.search(p.skrevet) or (p.etter[:1] and p.etter[0] in _ord("eier")):
        return False
    if _bare_nevnt(p):
        return False
    return any(
        form(p) for form in (_bedt_om, _gjoer_det, _sendt_til, _lagt_for, _avklart, _svar_fra, _merket)
    )


def _bare_nevnt(p: _Plass) -> bool:
    """A reference, or what somebody else does."""
    return bool(_ord("viser") & set(p.foer)) or p.foran in _ord("bisetning")


def _bedt_om(p: _Plass) -> bool:
    """«ber fagråd 1 om å …», «gir også fagråd 1 i oppdrag å …»."""
    at = _foran(p.foer, _ord("ber") | _ord("gir"))
    if at is None or _forbehold(p.foer, at):
        return False
    if p.foer[at] in _ord("gir"):
        return bool(_ord("noe") & set(p.etter[:_HERE]))
    return True


def _gjoer_det(p: _Plass) -> bool:
    """«Fagråd 1 bes om …», «Fagråd 1 utarbeider …», «innen mai må fagråd 1 …»."""
    if p.foran in _ord("bes") and not _ord("ikke") & set(p.etter[:2]):
        return True
    etter = p.etter[:_HERE]
    if _ord("ikke") & set(etter[:2]) or _ord("møter") & set(etter) or _ord("bisetning") & set(p.foer):
        return False
    if p.foran in _ord("skal"):
        return bool(etter)
    if p.foran in _ord("i_vegen") or not etter:
        return False
    if etter[0] in _ord("bes") | _ord("skal"):
        return len(p.etter) > 1
    if etter[0] in _ord("blir"):
        return bool(_ord("bedt") & set(etter))
    return etter[0] in _ord("gjoer")


def _sendt_til(p: _Plass) -> bool:
    """«Saken oversendes PSU», «sendes på høring til fagråd 1», «bestilling til fagråd 1»."""
    if p.foran == "til" and len(p.foer) > 1 and p.foer[-2] in _ord("bestilling"):
        return not _ord("ikke") & set(p.foer)
    if p.foran != "til" and p.foran not in _ord("sendes"):
        return False
    at = _naer(p.foer, _ord("sendes"))
    return at is not None and not _forbehold(p.foer, at) and not _ord("papirer") & set(p.foer)


def _lagt_for(p: _Plass) -> bool:
    """«Legges frem for PSU», «tas opp i ASU», «oppgaven legges til fagråd 1»."""
    if p.foran in _ord("forelegges"):
        return not _forbehold(p.foer, len(p.foer) - 1)
    if p.foran not in ("for", "i", "til", "med") or _ord("felles") & set(p.foer[-2:-1]):
        return False
    at = _naer(p.foer, _ord("legges"))
    if at is None or _forbehold(p.foer, at):
        return False
    hva = p.foer[at] in _ord("forelegges") or _ord("legges_hva") & set(p.foer[at + 1 :])
    return bool(hva) and not (p.foran == "i" and "opp" not in p.foer and "fram" not in p.foer)


def _avklart(p: _Plass) -> bool:
    """«Jonas avklarer dette med fagråd 3», «tar kontakt med PSU»."""
    if p.foran not in ("med", "hos", "mot") or _ord("felles") & set(p.foer[-3:]):
        return False
    at = _naer(p.foer, _ord("avklarer"))
    if at is None or _forbehold(p.foer, at):
        return False
    return not p.foer[at].startswith(("ta", "tek")) or bool({"kontakt", "opp"} & set(p.foer[at:]))


def _svar_fra(p: _Plass) -> bool:
    """«Ber om innspill fra fagråd 1»."""
    if p.foran not in ("fra", "frå") or not _ord("innspill") & set(p.foer[-_HERE:]):
        return False
    at = _naer(p.foer, _ord("ber_om"))
    return at is not None and not _forbehold(p.foer, at)


def _merket(p: _Plass) -> bool:
    """«Fagråd 1: lager en plan», «Ansvarlig: fagråd 1»."""
    if p.tegn_foer == ":" and p.foran in _ord("merkelapp"):
        return True
    foerst = not p.foer or (p.foran == "til" and len(p.foer) <= 2)
    return foerst and p.tegn_etter == ":" and bool(p.etter) and not p.etter[0].startswith("oriente")


def _foran(foer: Sequence[str], verb: Collection[str]) -> int | None:
    """Where one of them stands right before the name, but for words that say nothing."""
    at = len(foer) - 1
    while at >= 0 and foer[at] not in verb and foer[at] in _ord("mellom"):
        at -= 1
    return at if at >= 0 and foer[at] in verb else None


def _naer(foer: Sequence[str], verb: Collection[str]) -> int | None:
    first = max(0, len(foer) - _NEAR)
    return next((at for at in range(len(foer) - 1, first - 1, -1) if foer[at] in verb), None)


def _forbehold(foer: Sequence[str], at: int) -> bool:
    """Whether it is not to be done, may be, or is told of in passing."""
    ikke = _ord("ikke") & set(foer[max(0, at - 2) : at + 3])
    kanskje = _ord("kanskje") & set(foer[max(0, at - 3) : at])
    return bool(ikke or kanskje or _ord("bisetning") & set(foer[:at]))


@cache
def _ord(navn: str) -> frozenset[str]:
    return frozenset(_lister()[navn].split())


@cache
def _lister() -> dict[str, str]:
    return dict(read_yaml(FOLDER / "oppdragsord.yaml"))
