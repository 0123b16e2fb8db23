"""A møte with its bodies, its members and its log: rules are run against it one after another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.organ import Medlem, Navneslag, Organ, Organnavn, Rolle, Side
from bot.domain.register import Moetehode
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kall
from bot.domain.utfall import Beskjed, Beskjedslag, Utfall

OSLO = ZoneInfo("Europe/Oslo")
ASU, PSU = 1, 2
DAGEN = date(2024, 5, 16)
"""A Thursday; Friday is 17 May."""
NAA = datetime(2024, 5, 6, 9, 0, tzinfo=OSLO)
"""A Monday, ten days before."""
K, H = Side.KOMMUNER, Side.HELSEFORETAK


def kl(tid: str) -> datetime:
    return datetime.fromisoformat(tid).replace(tzinfo=OSLO)


def medlem(navn: str, nr: int, rolle: Rolle = Rolle.MEDLEM, sete: str | None = None, **mer) -> Medlem:
    return Medlem(navn, rolle, sete=sete, person_id=nr, **mer)


def folk() -> list[Medlem]:
    return [
        medlem("Anne Vik", 1, Rolle.LEDER, "Ledelsen", side=H),
        medlem("Berit Nes", 2, Rolle.NESTLEDER, "Nordre", side=K),
        medlem("Jonas Moe", 3, Rolle.MEDLEM, "Nordre", side=K),
        medlem("Siri Haug", 4, Rolle.MEDLEM, "Klinikk Fjord", side=H),
        medlem("Ove Bakk", 5, Rolle.SEKRETARIAT),
        medlem("Kari Dahl", 11, Rolle.VARA, "Nordre", side=K, rekkefoelge=1),
        medlem("Liv Strand", 12, Rolle.VARA, "Nordre", side=K, rekkefoelge=2),
        medlem("Wenche Lund", 13, Rolle.VARA, "Klinikk Fjord", side=H, rekkefoelge=1),
        medlem("Per Li", 14, Rolle.VARA, "Nordre", side=K, vara_for="Jonas Moe", rekkefoelge=1),
    ]


def organ(organ_id: int, kort: str, medlemmer: list[Medlem], **mer) -> Organ:
    return Organ(1, [Organnavn(kort, Navneslag.KORT)], medlemmer, id=organ_id, **mer)


def hode(organ_ids: tuple[int, ...] = (ASU,), dato: date = DAGEN, **mer) -> Moetehode:
    felter = {"start": time(9), "slutt": time(12), **mer}
    return Moetehode(
        7, 1, organ_ids, dato, sted=None, har_innkalling=False, har_referat=False, versjon=1, **felter
    )


class Bord:
    """`naa` is moved by hand. What was told last is in `sagt`, all of it in `alt_sagt`."""

    def __init__(self, *organer: Organ, moete: Moetehode | None = None, naa: datetime = NAA) -> None:
        self.organer = organer or (organ(ASU, "ASU", folk()),)
        self.hode = moete or hode(tuple(o.id for o in self.organer))
        self.naa = naa
        self.logg: list[Frammoetelinje] = []
        self.sagt: tuple[Beskjed, ...] = ()
        self.alt_sagt: list[Beskjed] = []

    @property
    def sit(self) -> Situasjon:
        return Situasjon(self.hode, self.organer, tuple(self.logg), self.naa)

    def __getitem__(self, fornavn: str) -> Hvem:
        """Somebody of the bodies by given name; a name nobody has is a stranger."""
        for o in self.organer:
            for m in o.medlemmer:
                if m.navn.split()[0].casefold() == fornavn.casefold():
                    return Hvem(m.navn, m.person_id)
        return Hvem(fornavn)

    def gjoer(self, regel: Callable[..., Utfall], *args, **mer) -> Utfall:
        utfall = regel(self.sit, *args, **mer)
        foerste = len(self.logg) + 1
        self.logg += [replace(x, id=foerste + i) for i, x in enumerate(utfall.linjer)]
        self.sagt = utfall.beskjeder
        self.alt_sagt += utfall.beskjeder
        return utfall

    def til(self, fornavn: str | None) -> list[Beskjedslag]:
        """What that person (None: the sekretariat) was told last."""
        hvem = self[fornavn] if fornavn else None
        return [b.slag for b in self.sagt if b.til == hvem]

    def kall(self, fornavn: str) -> Kall:
        """The last call to that vara."""
        return self.sit.stilling.kall_til(self[fornavn])[-1]

    def dekker(self, fornavn: str, organ_id: int = ASU) -> str | None:
        kall = self.sit.stilling.dekket_av(organ_id, self[fornavn])
        return kall.vara.navn if kall else None

    def spurt(self, fornavn: str, organ_id: int = ASU) -> list[str]:
        return [k.vara.navn for k in self.sit.stilling.spurt(organ_id, self[fornavn])]

    def linjer(self, slag: Slag) -> list[Frammoetelinje]:
        return [x for x in self.logg if x.slag is slag]
