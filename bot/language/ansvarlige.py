"""Who is named as the one to do something: before the verb, behind «ansvarlig», or «av …»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.domain.navnebokstaver import med_stor
from bot.domain.register import Register
from bot.language.ansvarligforan import Foran
from bot.language.ord import FOLDER, Token, clean, ordbok, read_yaml, tokens
from bot.language.personer import Personer
from bot.language.personfunn import Personfunn
from bot.language.referanser import Organer

_LABEL = re.compile(
    r"[\s,;.(–-]*\b(?:ansvarlege?|ansvarlige?|ansvarsperson|ansvar)(?:\s+(?:er|for dette er))?\s*"
    r"(?:kolon\b|[:–-]|(?<=er)\s|\s)\s*",
    re.IGNORECASE,
)
_ENDS_LABEL = re.compile(r"[;.)\n]|,?\s*\b(?:frist|innen|innan|senest)\b|,\s*(?=[a-zæøå])")
_AND = re.compile(r"\s*(?:,|&|/|\+|\bog\b|,\s*og\b|\bsamt\b)\s*", re.IGNORECASE)
_DATA = read_yaml(FOLDER / "ansvarlige.yaml")
_GROUP = re.compile(
    rf"(?:(?:{'|'.join(_DATA['foran'].split())})\s+)?\b(?:{'|'.join(_DATA['grupper'].split())})\b",
    re.IGNORECASE,
)
_DOES = frozenset(_DATA["gjoer"].split())
_BY = re.compile(r"\bav\s+$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b\w{3,}(?:es|ast)\b|\b(?:blir|vert)\s+\w+t\b", re.IGNORECASE)
_TO = re.compile(r"^(?:oppgaven?\s+)?(?:til|for)\s+$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:[\s@*•–-]*|(?:oppfølging|oppgave|oppf|o)\s*[:–-]?\s*|(?:at|så|da|og|men|her)\s+)*$", re.IGNORECASE
)
_I = re.compile(r"(?:jeg|eg|æ|e|i)\s+(?=\w)(?!alle|dag|morgen|mai)", re.IGNORECASE)


_LONGEST = 8
"""As many words may stand between a group and what it does."""


@dataclass(frozen=True)
class Navngitt:
    """A name, in full where one member is meant; `kandidater` are the members that fit."""

    navn: str
    kandidater: tuple[str, ...] = ()


@dataclass(frozen=True)
class Funnet:
    folk: tuple[Navngitt, ...] = ()
    taler: bool = False


class Ansvarlige:
    """Of one register, on one day. `organ_ids` are the bodies whose members are meant first."""

    def __init__(self, register: Register, dag: date, organ_ids: Sequence[int] = ()) -> None:
        self._dag = dag
        self._organ_ids = organ_ids
        self._personer = Personer(register)
        self._organer = Organer(register)
        self._foran = Foran(register, organ_ids)

    def i(self, tekst: str) -> tuple[str, Funnet]:
        """The text without a label that names them, and who they are."""
        label = _LABEL.search(tekst)
        if label:
            found = self._labelled(tekst, label)
            if found:
                return found
        foran = self._foran.i(tekst, _DOES)
        if foran:
            skrevet, folk = foran
            return skrevet, Funnet(tuple(Navngitt(navn, kandidater) for navn, kandidater in folk))
        return tekst, self._subject(tekst)

    def _labelled(self, tekst: str, label: re.Match[str]) -> tuple[str, Funnet] | None:
        lists = ((self._list(tekst[label.end() : til]), til) for til in _ends(tekst, label.end()))
        folk, til = next((pair for pair in lists if pair[0]), ((), 0))
        if not folk:
            return None
        left, right = tekst[: label.start()], tekst[til:].lstrip(" ,;.)")
        return f"{left}{'. ' if left and right else ''}{right}".strip(), Funnet(folk)

    def _list(self, tekst: str) -> tuple[Navngitt, ...]:
        """Names parted by commas and «og», all of them known or looking like names."""
        folk: list[Navngitt] = []
        for piece in (part.strip(" .,") for part in _AND.split(tekst)):
            named = self._one(piece) if piece else None
            if piece and named is None:
                return ()
            folk += [named] if named else []
        return tuple(folk)

    def _one(self, piece: str) -> Navngitt | None:
        known = self._foran.medlemmer.finn(piece)
        if known:
            return Navngitt(known[0] if len(known) == 1 else med_stor(piece), known)
        _, people, bodies = self._read(piece)
        if people:
            return _named(people[0])
        if bodies or _GROUP.fullmatch(piece):
            return Navngitt(_capital(piece))
        return Navngitt(med_stor(piece)) if _looks_like_a_name(piece) else None

    def _subject(self, tekst: str) -> Funnet:
        words, people, bodies = self._read(tekst)
        if _I.match(tekst):
            return Funnet(taler=True)
        owners = self._owners(tekst, words, people, bodies)
        first = next((at for at, (fra, _, _) in enumerate(owners) if _LEAD.match(tekst[:fra])), None)
        if first is None:
            first = next((at for at, o in enumerate(owners) if self._does(tekst, o[0])), None)
        if first is None:
            return Funnet()
        chain = [owners[first]]
        for before, owner in pairwise(owners[first:]):
            if not _AND.fullmatch(tekst[before[1] : owner[0]]):
                break
            chain.append(owner)
        whole = _whole_group(tekst, chain) if not any(navn.kandidater for _, _, navn in chain) else None
        return Funnet((whole,) if whole else tuple(navn for _, _, navn in chain))

    def _does(self, tekst: str, fra: int) -> bool:
        """«Innen mai sender Kari …», «følges opp av Kari», «til Kari: …»."""
        before = tekst[:fra]
        words = before.lower().split()
        if _BY.search(before):
            return bool(_PASSIVE.search(before))
        return bool(_TO.match(before)) or (
            bool(words) and words[-1] in _DOES and words[0] not in ("det", "dette", "vi")
        )

    def _read(self, tekst: str) -> tuple[list[Token], list[Personfunn], list[tuple[int, int]]]:
        words = self._organer.split(tokens(clean(tekst)))
        bodies = self._organer.find(tekst, words, self._dag)
        taken = {at for funn in bodies for at in range(funn.fra, funn.til)}
        people = self._personer.find(tekst, words, self._organ_ids, taken)
        return words, people, [(words[f.fra].fra, words[f.til - 1].til) for f in bodies]

    def _owners(
        self,
        tekst: str,
        words: Sequence[Token],
        people: Sequence[Personfunn],
        bodies: Sequence[tuple[int, int]],
    ) -> list[tuple[int, int, Navngitt]]:
        """Everybody and everything that can be the one who does it, with their places, as they stand."""
        found = [(words[p.fra].fra, words[p.til - 1].til, _named(p)) for p in people]
        found += [(fra, til, Navngitt(_capital(tekst[fra:til]))) for fra, til in bodies]
        taken = {at for fra, til, _ in found for at in range(fra, til)}
        for match in _GROUP.finditer(tekst):
            if match.start() not in taken:
                found.append((match.start(), match.end(), Navngitt(_capital(match[0]))))
        return sorted(found, key=lambda owner: owner[0])


def _ends(tekst: str, fra: int) -> list[int]:
    """Where the names behind a label may end, the farthest first: «dag, mai og siri» are three."""
    ends: list[int] = []
    for end in _ENDS_LABEL.finditer(tekst, fra):
        ends.append(end.start())
        if not end[0].startswith(",") or end[0].strip(", "):
            return ends[::-1]
    return [len(tekst), *ends[::-1]]


def _whole_group(tekst: str, chain: Sequence[tuple[int, int, Navngitt]]) -> Navngitt | None:
    """«Sekretariatet og ledere i fagrådene følger opp»: all that stands before what is done."""
    behind = tekst[chain[-1][1] :]
    verb = next((m for m in re.finditer(r"\w+", behind) if m[0].lower() in _DOES), None)
    between = behind[: verb.start()].strip() if verb else ""
    if (
        not between
        or not re.match(r"(?:og|i|for|fra|frå|samt|,|/)(?!\w)", between)
        or len(between.split()) > _LONGEST
    ):
        return None
    return Navngitt(
        _capital(tekst[chain[0][0] : chain[-1][1] + len(behind[: verb.start()].rstrip())]) if verb else ""
    )


def _named(funn: Personfunn) -> Navngitt:
    return Navngitt(funn.navn, tuple(kandidat.navn for kandidat in funn.kandidater))


def _looks_like_a_name(piece: str) -> bool:
    words = piece.split()
    known = 0 < len(words) <= 4 and all(word.replace("-", "").isalpha() for word in words)
    return known and all(
        word[0].isupper() or ordbok().given_name(word.lower(), capital=True) for word in words
    )


def _capital(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
