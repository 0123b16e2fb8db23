"""The facts that weekly digests are made of, for any number of channels at once, by body."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain.digesttid import Uke, dagen, forfall, uke_av
from bot.domain.innkalling import Agendapunkt, Hendelsestype
from bot.domain.kanaloensker import Digesttid
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.oppdrag import Oppdrag
from bot.domain.oppgave import Oppgave
from bot.domain.register import Moetehode, Register, Registrert

IKKE_SENDT = frozenset({Boktilstand.AAPEN, Boktilstand.UTKAST})
FRISTER = frozenset({Hendelsestype.FRIST, Hendelsestype.MILEPAEL})


@dataclass(frozen=True)
class Tidspunkt:
    """Which digest: its body's wish, and its week. `at` (UTC) is when it is due."""

    tid: Digesttid
    uke: Uke

    @property
    def at(self) -> datetime:
        return forfall(self.tid, self.uke)

    @property
    def fra(self) -> date:
        return dagen(self.tid, self.uke)

    @property
    def til(self) -> date:
        """The day of the next digest: what is on that day, that one tells of."""
        return dagen(self.tid, self.uke.neste)

    @property
    def forrige(self) -> datetime:
        return forfall(self.tid, uke_av(self.uke.mandag - timedelta(days=7)))


@dataclass(frozen=True)
class Fakta:
    """All that is known, for any number of channels. `skjult` are the møtebøker nobody has been sent,
    `hoering` those that are to be approved; `agenda` the saksliste of møter whose innkalling is new.
    """

    register: Register
    oppgaver: Mapping[int, Sequence[Oppgave]] = field(default_factory=dict)
    oppdrag: Mapping[int, Sequence[Oppdrag]] = field(default_factory=dict)
    skjult: frozenset[int | None] = frozenset()
    hoering: tuple[Moetebok, ...] = ()
    agenda: Mapping[int, Sequence[Agendapunkt]] = field(default_factory=dict)
    hoder: Mapping[int, Sequence[Moetehode]] = field(default_factory=dict)
    hendelser: Mapping[int, Sequence[Registrert]] = field(default_factory=dict)


def hoder_av(register: Register) -> dict[int, list[Moetehode]]:
    """Each body's møter."""
    funnet: dict[int, list[Moetehode]] = defaultdict(list)
    for hode in register.moeter:
        for organ_id in hode.organ_ids:
            funnet[organ_id].append(hode)
    return funnet


def hendelser_av(register: Register, fra: date, til: date) -> dict[int, list[Registrert]]:
    """Frister and milepæler in the papers of each body, from `fra` up to `til`."""
    hoder = {hode.id: hode for hode in register.moeter}
    funnet: dict[int, list[Registrert]] = defaultdict(list)
    for r in register.hendelser:
        dag = r.hendelse.dato
        if r.hendelse.type in FRISTER and dag and fra <= dag < til:
            for organ_id in hoder[r.moete_id].organ_ids:
                funnet[organ_id].append(r)
    return funnet


def nylig_innkalt(register: Register, organ_ids: Collection[int], fra: datetime) -> list[int]:
    """The møter of those bodies whose innkalling was sent after `fra`: their saksliste is needed."""
    egne = set(organ_ids)
    return [
        hode.id
        for hode in register.moeter
        if hode.sendt and hode.sendt > fra and not hode.avlyst and egne & set(hode.organ_ids)
    ]


def samlet(oppgaver: Iterable[Oppgave]) -> dict[int, list[Oppgave]]:
    """By body."""
    funnet: dict[int, list[Oppgave]] = defaultdict(list)
    for o in oppgaver:
        funnet[o.organ_id].append(o)
    return funnet


def samlede_oppdrag(oppdrag: Iterable[Oppdrag]) -> dict[int, list[Oppdrag]]:
    """By the body that has them."""
    funnet: dict[int, list[Oppdrag]] = defaultdict(list)
    for o in oppdrag:
        funnet[o.til_organ_id].append(o)
    return funnet
