"""Which members are the same person, in whichever organ and role they sit."""

from collections import defaultdict
from collections.abc import Iterable

from bot.domain.navn import norm
from bot.domain.organ import Medlem, Organ


class Personregister:
    """All persons that sit somewhere, found by what is written of somebody.

    The aad object id decides, in every helsefellesskap; then the e-mail, unless the aad ids contradict
    it; then the same name within the helsefellesskap, where neither aad id nor e-mail contradicts.
    """

    def __init__(self, organer: Iterable[Organ] = ()) -> None:
        self._epost: dict[int, str] = {}
        self._aad: dict[int, str] = {}
        self._ved: defaultdict[tuple[int | str, str], set[int]] = defaultdict(set)
        for organ in organer:
            for medlem in organ.medlemmer:
                self.noter(medlem, organ.helsefellesskap_id)

    def noter(self, medlem: Medlem, helsefellesskap_id: int) -> None:
        """Known from now on; nothing for one without a `person_id`."""
        if medlem.person_id is None:
            return
        self._ved[helsefellesskap_id, norm(medlem.navn)].add(medlem.person_id)
        for slag, kjente, verdi in (
            ("epost", self._epost, medlem.epost),
            ("aad", self._aad, medlem.aad_id),
        ):
            if verdi:
                kjente[medlem.person_id] = verdi.casefold()
                self._ved[slag, verdi.casefold()].add(medlem.person_id)

    def finn(self, ny: Medlem, helsefellesskap_id: int) -> frozenset[int]:
        """The `person_id`s that fit equally well; none for somebody new."""
        epost, aad = (ny.epost or "").casefold(), (ny.aad_id or "").casefold()
        if aad and (ved_aad := self._ved.get(("aad", aad))):
            return frozenset(ved_aad)
        ved_epost = self._ved.get(("epost", epost), set()) if epost else set()
        ved_navn = self._ved.get((helsefellesskap_id, norm(ny.navn)), set())
        samme_aad = {p for p in ved_epost if not _ulik(self._aad.get(p), aad)}
        samme_alt = {
            p for p in ved_navn if not _ulik(self._aad.get(p), aad) and not _ulik(self._epost.get(p), epost)
        }
        return frozenset(samme_aad or samme_alt)

    def den_ene(self, ny: Medlem, helsefellesskap_id: int) -> int | None:
        """The `person_id` that `ny`, who is to sit in a body of that helsefellesskap, belongs to; None
        for somebody new, and where several fit equally well: nobody is ever guessed to be another.
        """
        if ny.person_id is not None:
            return ny.person_id
        funnet = self.finn(ny, helsefellesskap_id)
        return next(iter(funnet)) if len(funnet) == 1 else None


def _ulik(en: str | None, annen: str) -> bool:
    """Both are said, and not the same."""
    return bool(en and annen) and en != annen
