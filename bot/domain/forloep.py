"""A decision while it is made: what is written so far, who is told, and how it stands after that."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.organ import Rolle
from bot.domain.plasser import Plass, ident, samme
from bot.domain.situasjon import Situasjon, varafrist
from bot.domain.stilling import Kall, Kalltilstand
from bot.domain.utfall import Beskjed, Beskjedslag, Utfall

OM_PERSONEN = frozenset({Beskjedslag.SEN_FORFALL, Beskjedslag.LIKEVEL, Beskjedslag.FRAMMOETE})
"""Said once to each, however many of the møte's bodies it concerns."""


class Forloep:
    """`av` is who decides (None: the bot itself); they are not told of it."""

    def __init__(self, sit: Situasjon, av: Hvem | None) -> None:
        self.foer = sit
        self.sit = sit
        self.av = av
        self._linjer: list[Frammoetelinje] = []
        self._beskjeder: list[Beskjed] = []
        self._kalt: list[str] = []
        self._trukket: list[Kall] = []

    def skriv(self, slag: Slag, person: Hvem, **felt: Any) -> None:
        linje = Frammoetelinje(slag, self.sit.utc, person, self.av, **felt)
        self._linjer.append(linje)
        self.sit = replace(self.sit, logg=(*self.sit.logg, linje))

    def si(
        self,
        slag: Beskjedslag,
        mottakere: Iterable[Hvem | None],
        person: Hvem,
        organ_id: int,
        **fakta: Any,
    ) -> None:
        """The key holds for this decision alone: every decision that writes makes the log longer."""
        hva = fakta.get("kall_id") or ident(person)
        del_ = "" if slag in OM_PERSONEN else f":{organ_id}"
        noekkel = f"{slag}:{self.sit.hode.id}:{len(self.foer.logg)}:{hva}{del_}"
        for til in mottakere:
            b = Beskjed(slag, til, noekkel, person, organ_id, **fakta)
            if not self._vet(b):
                self._beskjeder.append(b)

    def _vet(self, b: Beskjed) -> bool:
        """It is they who decide, or they have been told in this decision. The sekretariat (None) of
        another body is another.
        """
        if b.til is None:
            return any(
                s.til is None and (s.noekkel, s.organ_id) == (b.noekkel, b.organ_id)
                for s in self._beskjeder
            )
        vet = [self.av, *(s.til for s in self._beskjeder if s.noekkel == b.noekkel)]
        return any(hvem is not None and samme(hvem, b.til) for hvem in vet)

    def kall(
        self, plass: Plass, vara: Hvem, kall_id: str | None = None, melder: Hvem | None = None
    ) -> None:
        """Asks the vara. `kall_id` is given for a call that is there already, `melder` where another
        than who reported is to know that the vara cannot be reached.
        """
        kall_id = kall_id or self.nytt_kall()
        frist = varafrist(self.sit, plass.organ_id)
        self.skriv(
            Slag.KALT,
            vara,
            organ_id=plass.organ_id,
            for_person=plass.hvem,
            kall_id=kall_id,
            frist=frist,
        )
        self._kalt.append(kall_id)
        melder = melder or self.sit.stilling.person(plass.hvem).meldt_av
        kall = self.sit.stilling.kall_med(kall_id)
        if kall is not None:
            self._beskjeder.append(kallbeskjed(self.sit.hode.id, kall, melder))

    def nytt_kall(self) -> str:
        """Unique in the møte: the log of a møte is written by one at a time."""
        brukt = {linje.kall_id for linje in self.sit.logg if linje.kall_id}
        return f"k{len(brukt) + 1}"

    def trekk(self, kall: Kall, hvorfor: Beskjedslag = Beskjedslag.TRUKKET) -> None:
        """Takes the call back. A vara who was never asked is told nothing."""
        self.skriv(
            Slag.KALL_TRUKKET,
            kall.vara,
            organ_id=kall.organ_id,
            for_person=kall.for_person,
            kall_id=kall.id,
        )
        self.si_trukket(kall, hvorfor)

    def si_trukket(self, kall: Kall, hvorfor: Beskjedslag = Beskjedslag.TRUKKET) -> None:
        self._trukket.append(kall)
        if kall.tilstand is not Kalltilstand.PAA_TVERS:
            melder = self.foer.stilling.person(kall.for_person).meldt_av
            fakta = {"vara": kall.vara, "kall_id": kall.id, "melder": melder}
            self.si(hvorfor, [kall.vara], kall.for_person, kall.organ_id, **fakta)

    def svar(self, slag: Slag, kall: Kall) -> None:
        """VARA_JA, VARA_NEI or UTLOEPT; KALL_TRUKKET of a no that counts no more."""
        self.skriv(slag, kall.vara, organ_id=kall.organ_id, for_person=kall.for_person, kall_id=kall.id)

    def utfall(self, **fakta: Any) -> Utfall:
        kalt = [self.sit.stilling.kall_med(kall_id) for kall_id in self._kalt]
        return Utfall(
            tuple(self._linjer),
            tuple(self._beskjeder),
            kalt=tuple(k for k in kalt if k is not None),
            trukket=tuple(self._trukket),
            **fakta,
        )


def kallbeskjed(moete_id: int, kall: Kall, melder: Hvem | None = None) -> Beskjed:
    """What the vara is asked; one call is told once."""
    noekkel = f"{Beskjedslag.KALT}:{moete_id}:{kall.id}"
    return Beskjed(
        Beskjedslag.KALT,
        kall.vara,
        noekkel,
        kall.for_person,
        kall.organ_id,
        kall.vara,
        kall.id,
        kall.frist,
        melder,
    )


def ledelse(sit: Situasjon, organ_id: int, om: Hvem) -> tuple[Hvem | None, ...]:
    """Who is told what is urgent about `om`: the one who chairs, and the sekretariat (None)."""
    return (*moeteleder(sit, organ_id, om), None)


def moeteleder(sit: Situasjon, organ_id: int, om: Hvem) -> tuple[Hvem, ...]:
    """The leder; the nestleder where the leder has forfall, or is the one it is about; nobody where
    that does not help either.
    """
    for rolle in (Rolle.LEDER, Rolle.NESTLEDER):
        funnet = tuple(
            p.hvem
            for p in sit.plasser
            if p.organ_id == organ_id
            and p.medlem.rolle is rolle
            and not samme(p.hvem, om)
            and not sit.stilling.person(p.hvem).borte
        )
        if funnet:
            return funnet
    return ()
