"""Who came and went, and when, of several: «Siri og Jonas kom 12.20», «Jonas kom 12.20 og gikk 13.00»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.domain.register import Register
from bot.language import frammoetelinje
from bot.language.frammoetelinje import Frammoetefunn
from bot.language.talttid import med_klokker
from bot.language.tid import find

KOM, GIKK = "kom", "gikk"
_VERB = re.compile(
    r"\b(?:(?P<kom>kom|kommer|kjem|ankom|kommet|komen)|"
    r"(?P<gikk>gikk|gjekk|går|forlot|forlét|forlater|dro|drog|drar|fratrådte))\b",
    re.IGNORECASE,
)
_BARE_HOUR = re.compile(
    rf"({_VERB.pattern}\s+)(?P<hour>\d{{1,2}})(?=\s*(?:$|[,.;]?\s+\D|[,;]))", re.IGNORECASE
)
"""«Gikk 14» is a time of the day."""
_CLOCK = re.compile(r"(?<![\d./:])(?:kl\.?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d./:]*\d)", re.IGNORECASE)
"""«12.10» is no day in October here."""
_FILLER = re.compile(
    r"\b(?:og|samt|men|så|kl|klokka|klokken|inn|ut|igjen|att|i|fra|frå|møtet|møte|da|har|er)\b\.?|[,;:.]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ankomst:
    """What one of them did. `klokke` None: none was said. `funn` is who, as in a line of frammøte."""

    funn: Frammoetefunn
    slag: str
    klokke: time | None


@dataclass(frozen=True)
class _Leser:
    """How far a line is read: who the next verb or clock is about, and what is still to be told of them."""

    folk: tuple[Frammoetefunn, ...] = ()
    slag: str | None = None
    sagt: bool = True
    funnet: tuple[Ankomst, ...] = ()

    def med_folk(self, folk: tuple[Frammoetefunn, ...]) -> "_Leser":
        ferdig = self.avsluttet()
        return replace(ferdig, folk=folk, sagt=False)

    def med_verb(self, slag: str) -> "_Leser":
        """A second one of the same people without a clock is about the same («kom … fra»)."""
        ferdig = self if self.sagt or self.slag is None or not self._nytt(slag) else self.avsluttet()
        return replace(ferdig, slag=slag, sagt=not ferdig.folk)

    def _nytt(self, slag: str) -> bool:
        return slag != self.slag and any(a.funn in self.folk for a in self.funnet)

    def med_klokke(self, klokke: time) -> "_Leser":
        nye = tuple(Ankomst(f, self.slag or KOM, klokke) for f in self.folk)
        return replace(self, sagt=True, funnet=(*self.funnet, *nye))

    def avsluttet(self) -> "_Leser":
        """Of those who were named with a verb and no clock."""
        if self.sagt or self.slag is None:
            return self
        nye = tuple(Ankomst(f, self.slag, None) for f in self.folk)
        return replace(self, sagt=True, funnet=(*self.funnet, *nye))


def les(tekst: str, register: Register, dag: date, organ_ids: Sequence[int] = ()) -> tuple[Ankomst, ...]:
    """Every coming and going that the line tells, in its order. Empty where something in it is neither a
    name, a verb nor a time of the day: then nothing is taken for understood.
    """
    leser = _Leser()
    for slag, del_ in _deler(_med_kl(med_klokker(tekst)), dag):
        if slag == "klokke":
            klokke = frammoetelinje.klokken(del_, dag)
            leser = leser.med_klokke(klokke) if klokke else leser
        elif slag in (KOM, GIKK):
            leser = leser.med_verb(slag)
        elif _FILLER.sub("", del_).strip():
            folk = frammoetelinje.les(del_, register, dag, organ_ids)
            if not folk:
                return ()
            leser = leser.med_folk(folk)
    return leser.avsluttet().funnet


def _med_kl(tekst: str) -> str:
    return _CLOCK.sub(r"kl. \1:\2", _BARE_HOUR.sub(r"\g<1>kl. \g<hour>", tekst))


def _deler(tekst: str, dag: date) -> list[tuple[str, str]]:
    """The line parted: what stands between, each verb, each time of the day."""
    klokker = [t for t in find(tekst, datetime.combine(dag, time(6))) if t.grain in ("hour", "minute")]
    deler: list[tuple[str, str]] = []
    fra = 0
    for tid in klokker:
        deler += [*_med_verb(tekst[fra : tid.start]), ("klokke", tekst[tid.start : tid.slutt])]
        fra = tid.slutt
    return [*deler, *_med_verb(tekst[fra:])]


def _med_verb(tekst: str) -> list[tuple[str, str]]:
    deler: list[tuple[str, str]] = []
    fra = 0
    for verb in _VERB.finditer(tekst):
        deler += [("navn", tekst[fra : verb.start()]), (str(verb.lastgroup), verb[0])]
        fra = verb.end()
    return [*deler, ("navn", tekst[fra:])]
