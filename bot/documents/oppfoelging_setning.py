"""What one sentence promises, and who does it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.documents.frammoete_del import is_person
from bot.documents.ordforraad import normalise
from bot.documents.referat_ord import either, load

_SETNING = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«\"])")
_FORKORTELSE = re.compile(
    r"\b(?i:st|kl|ca|nr|jf|bl\.a|f\.eks|dr|pkt|mv|evt|ev|m\.m|prof|avd|ass|adm|tlf|vedr|inkl|ang|etc|osv)\.$"
    r"|(?:^|\b[A-ZÆØÅ][\w-]*\s)[A-ZÆØÅ]\.$"
)
_LEDD = re.compile(r"(?:,\s+(?:og|men|så)\s+|;\s+|\s+[–—]\s+|:\s+)")
_ANSVARLIG = re.compile(
    r"(?:\(\s*|^|(?<=[.;!?)–-]\s)|(?<=\w\s)(?=[A-Z]))[Aa]nsv(?:arlig|arleg|ar)?\.?\s*:?\s+"
    r"(?P<hvem>[A-ZÆØÅ][^.();:]*?)\s*(?:[,;]?\s*(?=[Ff]rist|innen|innan)|[).;]|$)"
)


@dataclass(frozen=True)
class Loefte:
    """A promise: the words that make it, and the owner as written (None where nobody is named).

    `med_frist` is where its deadline is looked for, where that is more than `hva`.
    """

    hva: str
    hvem: str | None = None
    med_frist: str = ""


def sentences(text: str) -> list[str]:
    """Running text in sentences; «St. Olavs» and «17. februar» do not end one."""
    out: list[str] = []
    for part in _SETNING.split(text):
        if out and _FORKORTELSE.search(out[-1]):
            out[-1] += f" {part}"
        else:
            out.append(part)
    return [part.strip() for part in out if part.strip()]


def is_task(text: str, owner: str) -> bool:
    """Whether the text lays a task on `owner`, or on nobody in particular: «Notatet sendes ut»."""
    reader = Loefteleser([owner], ())
    for one in sentences(text):
        found = reader.read(one, False, True)
        asked = load().contains("loefte", "passiv", one) or load().contains("loefte", "ber_om", one)
        if (found and (found.hvem is None or owner in found.hvem)) or (asked and not found):
            return True
    return False


class Loefteleser:
    """Reads promises, given the people and bodies that may make them."""

    def __init__(self, people: Sequence[str], own_bodies: Sequence[str]) -> None:
        self._people = list(dict.fromkeys(people))
        self._own = [re.escape(body) for body in own_bodies]
        self._person = self._person_pattern()

    def read(self, sentence: str, loose: bool, decided: bool) -> Loefte | None:
        """The first promise of a sentence. `loose`: an opinion under «Innspill», where only persons
        promise. `decided`: it stands in the conclusion, where a body may lay it on another.
        """
        if match := _ANSVARLIG.search(sentence):
            return Loefte(
                sentence[: match.start()].strip(" .,;()–-") or sentence, match["hvem"].strip(" ,"), sentence
            )
        clauses = _clauses(sentence)
        for clause in clauses:
            if found := self._by_subject(clause, loose) or (self._laid_on(clause) if decided else None):
                return found
        return None if loose else next(filter(None, map(_passive, reversed(clauses))), None)

    def owner_first(self, text: str) -> Loefte | None:
        """«Siri: sender ut …», «Siri – sender ut …», «Sende ut … (Siri)» under a heading «Oppfølging»."""
        match = re.match(
            rf"(?P<hvem>{self._subject()}(?:(?:\s+og\s+|,\s*|/){self._subject()})*)\s*(?::|\s[–-])\s+(?P<hva>.+)$",
            text,
        )
        if match:
            return Loefte(match["hva"].strip(" ."), match["hvem"])
        match = re.search(rf"^(?P<hva>.+?)\s*(?:\(|\s[–-]\s)(?P<hvem>{self._subject()})\)?\.?$", text)
        return Loefte(match["hva"].strip(" ."), match["hvem"]) if match else None

    def _person_pattern(self) -> str:
        """Full names, and first names of one word or two, of those known; longest first."""
        known: set[str] = set()
        for name in self._people:
            words = name.split()
            known.update({name, words[0]} | ({" ".join(words[:2])} if len(words) > 2 else set()))
        return either(tuple(known)) if known else r"(?!)"

    def _subject(self) -> str:
        return rf"(?:(?:{self._person})|{self._groups()}|[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w.-]+)+)(?![\w-])"

    def _groups(self) -> str:
        """Bodies and groups, and roles: «Sekretæren», «Prosjektleder»."""
        roles = rf"(?:{either(load().words('navn', 'rolle'))})(?:en|n|et|ene|ane)?"
        named = "|".join(["AU", *self._own])
        return rf"(?:(?i:{either(load().words('loefte', 'grupper'))}|{roles})|{named})"

    def _by_subject(self, clause: str, loose: bool) -> Loefte | None:
        words = load()
        never = either(words.words("loefte", "ikke_imellom"))
        between = rf"(?:(?:\s+|/|,\s*)(?!(?:{never})\b)[\w./()-]+){{0,9}}?"
        verbs = either((*words.words("loefte", "verb"), *words.words("loefte", "plikt")))
        pattern = rf"(?P<hvem>{self._subject()}{between})\s+(?P<verb>{verbs})\b(?P<rest>.*)$"
        match = re.match(pattern, clause)
        if match is None or not self._may_own(match["hvem"], loose):
            return None
        rest = re.sub(r"^\s*(?:også|da|så|deretter|nå|no|vidare|videre)\b", "", match["rest"]).strip()
        promised = rest and self._promises(match["verb"], rest)
        return Loefte(clause.strip(" ."), match["hvem"].strip(" ,")) if promised else None

    def _may_own(self, who: str, loose: bool) -> bool:
        first = re.match(self._person, who)
        if first or is_person(who):
            return True
        return re.match(rf"{self._groups()}(?!\w)", who) is not None and not loose

    def _promises(self, verb: str, rest: str) -> bool:
        """Whether verb and what follows are a promise, not a report of what happened or how things are."""
        words, verb = load(), normalise(verb)
        if verb in words.words("loefte", "plikt"):
            return words.starts_with("loefte", "tilstand", rest) is None
        if words.contains("loefte", "til_orientering", rest):
            return False
        if verb not in words.words("loefte", "fortellende"):
            return True
        follows = words.grupper["fortsettelse"].get(verb)
        return follows is not None and words.starts_with("fortsettelse", verb, rest) is not None

    def _laid_on(self, clause: str) -> Loefte | None:
        """«Fagrådet ber sekretariatet om å lage …»: the one asked is the owner."""
        words = load()
        asks = either(words.words("loefte", "ber"))
        match = re.match(
            rf"\S+(?:\s\S+){{0,3}}?\s+(?:{asks})\s+(?P<hvem>{self._subject()}(?:\s[\w/-]+){{0,5}}?)\s+(?:(?:om|til)\s+å|å)\s+(?P<hva>.+)$",
            clause,
        )
        return Loefte(clause.strip(" ."), match["hvem"]) if match else None


def _passive(clause: str) -> Loefte | None:
    """«Det må avklares …», «rapporteringen blir gjort 17. februar»: nobody is named."""
    words = load()
    passive = either(words.words("loefte", "passiv"))
    if re.match(rf"^(?:[A-ZÆØÅ]\S*(?:\s\S+){{0,4}}?)\s+(?:må|skal|bør)\s+(?:{passive})\b", clause):
        return Loefte(clause.strip(" ."))
    done = either(words.words("loefte", "blir_gjort"))
    when = r"(?:(?:den|innen|innan|senest|seinast)\s+)?\d{1,2}\.?\s?(?:\d|[a-z])"
    return Loefte(clause.strip(" .")) if re.search(rf"\b(?:{done})\s+{when}", clause) else None


def _clauses(sentence: str) -> list[str]:
    """The sentence, then its later main clauses: «…, og Siri sender listen»."""
    starts = [0, *(match.end() for match in _LEDD.finditer(sentence))]
    return [sentence[start:] for start in starts]
