"""Who the rows of a list of members are: somebody known, somebody new, or nobody can tell."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.medlemmer import Personregister
from bot.domain.medlemsrad import PERSONENS, LestRad
from bot.domain.navn import likt
from bot.domain.organ import Medlem, Organ
from bot.domain.register import Register
from bot.domain.tabell import Radfeil

KNYTTER = ("navn", "epost", "aad_id")
"""What ties a person to somebody in Teams, and so to the rights they have in every body."""


@dataclass
class _Skrevet:
    """What the file says of somebody, and the row that says it first."""

    nummer: int
    verdier: dict[str, Any] = field(default_factory=dict)


class Personfinner:
    """New persons get negative ids, so that two rows of the same new person are of one."""

    def __init__(self, register: Register, rader: Iterable[LestRad]) -> None:
        self._eposter = {str(r.verdier["epost"]).casefold() for r in rader if "epost" in r.verdier}
        self._personer = Personregister(register.organer)
        self._ider: dict[int, int] = {}
        self._skrevet: dict[int, _Skrevet] = {}
        self._nye = 0

    def legg_til(self, lest: LestRad, organ: Organ) -> None:
        """Finds the person of the row, and notes what is wrong: several fit, or two rows disagree."""
        verdier = {felt: lest.verdier[felt] for felt in PERSONENS if felt in lest.verdier}
        probe = Medlem(lest.navn, epost=verdier.get("epost"), aad_id=verdier.get("aad_id"))
        alle = self._personer.finn(probe, organ.helsefellesskap_id)
        her = alle & {m.person_id for m in organ.medlemmer}
        if len(alle) > 1 and len(her) != 1:
            lest.feil.append(Radfeil("flere_personer", {"navn": lest.navn}))
            return
        person_id = next(iter(her or alle), None) or self._med_ny_epost(probe, organ) or self._ny_id()
        self._ider[lest.nummer] = person_id
        self._personer.noter(replace(probe, person_id=person_id), organ.helsefellesskap_id)
        self._noter(person_id, lest, verdier)

    def id_for(self, lest: LestRad) -> int | None:
        return self._ider.get(lest.nummer)

    def samme_overalt(self, medlem: Medlem) -> Medlem:
        """With what the file says of the person, in whichever row."""
        skrevet = self._skrevet.get(medlem.person_id or 0)
        return replace(medlem, **skrevet.verdier) if skrevet else medlem

    def knyttes_om(self, register: Register) -> tuple[int, ...]:
        """The bodies where somebody sits who gets another name or another tie to Teams."""
        return tuple(
            o.id
            for o in register.organer
            if o.id is not None and any(_ulike(m, self.samme_overalt(m)) for m in o.medlemmer)
        )

    def _med_ny_epost(self, probe: Medlem, organ: Organ) -> int | None:
        """The one of that name in the same body, where no row has the e-mail they had."""
        funnet = {
            m.person_id
            for m in organ.medlemmer
            if likt(m.navn, probe.navn)
            and (m.epost or "").casefold() not in self._eposter
            and (not m.aad_id or not probe.aad_id or m.aad_id == probe.aad_id)
        }
        return next(iter(funnet)) if len(funnet) == 1 else None

    def _ny_id(self) -> int:
        self._nye -= 1
        return self._nye

    def _noter(self, person_id: int, lest: LestRad, verdier: dict[str, Any]) -> None:
        skrevet = self._skrevet.setdefault(person_id, _Skrevet(lest.nummer, {"navn": lest.navn}))
        for felt, verdi in {**verdier, "navn": lest.navn}.items():
            foer = skrevet.verdier.setdefault(felt, verdi)
            if not _samme(felt, foer, verdi):
                lest.feil.append(Radfeil(f"ulik_{felt}", {"rad": str(skrevet.nummer)}))


def _ulike(foer: Medlem, etter: Medlem) -> bool:
    return any(getattr(foer, felt) != getattr(etter, felt) for felt in KNYTTER)


def _samme(felt: str, en: str, annen: str) -> bool:
    return likt(en, annen) if felt in ("navn", "arbeidsgiver") else en.casefold() == annen.casefold()
