"""A Bokstand while its log is read: the same fields, open for change (`bot.domain.boklesing`)."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.domain.bokstand import (
    Aapnet,
    Bokdel,
    Boksak,
    Bokstand,
    Foreslaatt,
    Frammoett,
    Punkt,
    Referatmerknad,
    Rettelse,
    Teller,
)
from bot.domain.frammoete import Hvem
from bot.domain.innkalling import Forslag
from bot.domain.moetebok import Boktilstand
from bot.domain.plasser import ident


@dataclass
class Kladd:
    tilstand: Boktilstand = Boktilstand.AAPEN
    deler: dict[int, Bokdel] = field(default_factory=lambda: {0: Bokdel(0)})
    saker: list[Boksak] = field(default_factory=list)
    punkter: dict[int, Punkt] = field(default_factory=dict)
    frammoete: dict[tuple[int, int | str], Frammoett] = field(default_factory=dict)
    moeteleder: Hvem | None = None
    referenter: tuple[Hvem, ...] = ()
    aapen: int | None = None
    aapen_del: int = 0
    loep: list[Aapnet] = field(default_factory=list)
    pause: datetime | None = None
    hevet: datetime | None = None
    sendt: datetime | None = None
    merknadsfrist: date | None = None
    merknader: dict[int, Referatmerknad] = field(default_factory=dict)
    godkjent: datetime | None = None
    godkjent_av: Hvem | None = None
    godkjent_i: str | None = None
    rettelser: list[Rettelse] = field(default_factory=list)
    foreslaatt: dict[int, Foreslaatt] = field(default_factory=dict)
    vurderinger: list[int] = field(default_factory=list)
    teller: dict[str, int] = field(default_factory=dict)
    skrev: dict[tuple[int | str, int], int] = field(default_factory=dict)
    siste: int = 0
    keys: set[int] = field(default_factory=set)
    """Of `saker`."""
    sted: str | None = None
    start: time | None = None
    slutt: time | None = None
    forslag: dict[int, tuple[Forslag, ...]] = field(default_factory=dict)

    def plass(self, key: int | None) -> int | None:
        """Where in `saker` it stands; None where it is not there."""
        return next((i for i, sak in enumerate(self.saker) if sak.key == key), None)


def kladd_av(stand: Bokstand) -> Kladd:
    """Which is changed on its own: the Bokstand stays as it is."""
    return Kladd(
        stand.tilstand,
        {d.nr: d for d in stand.deler},
        list(stand.saker),
        dict(stand.punkter),
        {(f.del_nr, ident(f.person)): f for f in stand.frammoete},
        stand.moeteleder,
        stand.referenter,
        stand.aapen,
        stand.aapen_del,
        list(stand.loep),
        stand.pause,
        stand.hevet,
        stand.sendt,
        stand.merknadsfrist,
        {m.nr: m for m in stand.merknader},
        stand.godkjent,
        stand.godkjent_av,
        stand.godkjent_i,
        list(stand.rettelser),
        {f.nr: f for f in stand.foreslaatt},
        list(stand.vurderinger),
        vars(stand.teller).copy(),
        dict(stand.skrev),
        stand.siste,
        {sak.key for sak in stand.saker},
        stand.sted,
        stand.start,
        stand.slutt,
        dict(stand.forslag),
    )


def stand_av(kladd: Kladd) -> Bokstand:
    return Bokstand(
        tilstand=kladd.tilstand,
        deler=tuple(kladd.deler.values()),
        saker=tuple(kladd.saker),
        punkter=kladd.punkter,
        frammoete=tuple(kladd.frammoete.values()),
        moeteleder=kladd.moeteleder,
        referenter=kladd.referenter,
        aapen=kladd.aapen,
        aapen_del=kladd.aapen_del,
        loep=tuple(kladd.loep),
        pause=kladd.pause,
        hevet=kladd.hevet,
        sendt=kladd.sendt,
        merknadsfrist=kladd.merknadsfrist,
        merknader=tuple(kladd.merknader.values()),
        godkjent=kladd.godkjent,
        godkjent_av=kladd.godkjent_av,
        godkjent_i=kladd.godkjent_i,
        rettelser=tuple(kladd.rettelser),
        foreslaatt=tuple(kladd.foreslaatt.values()),
        vurderinger=tuple(kladd.vurderinger),
        teller=Teller(**kladd.teller),
        skrev=kladd.skrev,
        siste=kladd.siste,
        sted=kladd.sted,
        start=kladd.start,
        slutt=kladd.slutt,
        forslag=kladd.forslag,
    )
