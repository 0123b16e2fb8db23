"""The log of a møte, read from its first line to its last: how it stands.

The same line read twice changes nothing, a line that was taken back (ANGRET) counts for nothing, and
what no decision would write (a second yes to a place) is passed over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.plasser import ident, samme
from bot.domain.stilling import (
    Kall,
    Kalltilstand,
    Merke,
    Personstilling,
    Stedfortreder,
    Stilling,
    Svar,
)


def les_stilling(logg: Iterable[Frammoetelinje]) -> Stilling:
    """Lines that are given twice (the same `id`) are read once."""
    lesning = _Lesning()
    for linje in gjeldende(logg):
        lesning.les(linje)
    return Stilling(
        tuple(lesning.personer.values()), tuple(lesning.kall.values()), tuple(lesning.stedfortredere)
    )


def gjeldende(logg: Iterable[Frammoetelinje]) -> list[Frammoetelinje]:
    """The lines that count: once each, without what was taken back."""
    linjer = list(logg)
    angret = {linje.gjelder for linje in linjer if linje.slag is Slag.ANGRET}
    sett: set[int] = set()
    funnet = []
    for linje in linjer:
        if linje.slag is Slag.ANGRET or (linje.id is not None and linje.id in angret | sett):
            continue
        if linje.id is not None:
            sett.add(linje.id)
        funnet.append(linje)
    return funnet


MERKER = frozenset({Slag.SENT, Slag.TIDLIG, Slag.TEAMS})
_KALLSVAR = {
    Slag.VARA_JA: Kalltilstand.JA,
    Slag.VARA_NEI: Kalltilstand.NEI,
    Slag.UTLOEPT: Kalltilstand.UTLOEPT,
    Slag.KALL_TRUKKET: Kalltilstand.TRUKKET,
}


@dataclass
class _Lesning:
    personer: dict[int | str, Personstilling] = field(default_factory=dict)
    kall: dict[str, Kall] = field(default_factory=dict)
    stedfortredere: list[Stedfortreder] = field(default_factory=list)

    def les(self, linje: Frammoetelinje) -> None:
        if linje.slag in (Slag.FORFALL, Slag.KOMMER):
            self._svar(linje)
        elif linje.slag in MERKER:
            self._merke(linje)
        elif linje.slag in (Slag.KALT, Slag.PAA_TVERS):
            self._spurt(linje)
        elif linje.slag in _KALLSVAR:
            self._kallsvar(linje, _KALLSVAR[linje.slag])
        elif linje.slag is Slag.STEDFORTREDER:
            self._stedfortreder(linje)
        elif linje.slag is Slag.FLYTTET:
            self._flyttet()

    def _stand(self, hvem: Hvem) -> Personstilling:
        return self.personer.get(ident(hvem), Personstilling(hvem))

    def _svar(self, linje: Frammoetelinje) -> None:
        foer = self._stand(linje.person)
        forfall = linje.slag is Slag.FORFALL
        self.personer[ident(linje.person)] = Personstilling(
            linje.person,
            Svar.FORFALL if forfall else Svar.KOMMER,
            meldt_av=linje.av or linje.person,
            meldt=linje.at,
            sen=linje.sen,
            merker=() if forfall else foer.merker,
            runde=foer.runde + (forfall and not foer.borte),
        )

    def _merke(self, linje: Frammoetelinje) -> None:
        """Who comes late, comes; a forfall stands until it is taken back."""
        foer = self._stand(linje.person)
        if foer.borte:
            return
        andre = [m for m in foer.merker if m.slag is not linje.slag]
        merke = Merke(linje.slag, linje.klokke, linje.av, linje.at)
        self.personer[ident(linje.person)] = replace(foer, svar=Svar.KOMMER, merker=(*andre, merke))

    def _spurt(self, linje: Frammoetelinje) -> None:
        if linje.kall_id is None or linje.for_person is None or linje.organ_id is None:
            return
        kalt = linje.slag is Slag.KALT
        foer = self.kall.get(linje.kall_id)
        self.kall[linje.kall_id] = Kall(
            linje.kall_id,
            linje.organ_id,
            linje.person,
            linje.for_person,
            Kalltilstand.AAPENT if kalt else Kalltilstand.PAA_TVERS,
            at=linje.at,
            endret=linje.at,
            av=foer.av if foer else linje.av,
            frist=linje.frist,
            runde=self._stand(linje.for_person).runde,
            kalt=kalt,
        )

    def _kallsvar(self, linje: Frammoetelinje, tilstand: Kalltilstand) -> None:
        kall = self.kall.get(linje.kall_id or "")
        if kall is None or kall.tilstand is Kalltilstand.TRUKKET:
            return
        if tilstand is Kalltilstand.JA and self._tatt(kall):
            return
        self.kall[kall.id] = replace(kall, tilstand=tilstand, endret=linje.at)

    def _tatt(self, kall: Kall) -> bool:
        """By another vara; or the vara has another place in that body."""
        return any(
            k.id != kall.id
            and k.tilstand is Kalltilstand.JA
            and k.organ_id == kall.organ_id
            and (samme(k.for_person, kall.for_person) or samme(k.vara, kall.vara))
            for k in self.kall.values()
        )

    def _stedfortreder(self, linje: Frammoetelinje) -> None:
        if linje.for_person is not None and linje.organ_id is not None:
            runde = self._stand(linje.for_person).runde
            self.stedfortredere.append(Stedfortreder(linje.person, linje.for_person, linje.organ_id, runde))

    def _flyttet(self) -> None:
        """Nobody has answered for the new date; a call is closed, but for what the sekretariat has not
        decided.
        """
        for nokkel, p in self.personer.items():
            svar = Svar.FORFALL if p.borte else Svar.UBESVART
            self.personer[nokkel] = replace(p, svar=svar, maa_bekreftes=p.borte, merker=())
        for kall in list(self.kall.values()):
            if kall.tilstand is not Kalltilstand.PAA_TVERS:
                self.kall[kall.id] = replace(kall, tilstand=Kalltilstand.TRUKKET, foer_flytting=True)


def linje_med(logg: Sequence[Frammoetelinje], linje_id: int) -> Frammoetelinje | None:
    """The line, as long as it counts."""
    return next((linje for linje in gjeldende(logg) if linje.id == linje_id), None)
