"""Which stored body a name in a list means."""

from bot.domain.navn import likt, norm
from bot.domain.organ import Navneslag, Organ
from bot.domain.register import Register
from bot.domain.tabell import Radfeil


class Organoppslag:
    """`helsefellesskap` is whose bodies are meant where a row does not say ("" for all)."""

    def __init__(self, register: Register, helsefellesskap: str = "") -> None:
        self._register = register
        self._fast = helsefellesskap
        self._navn: dict[str, list[Organ]] = {}
        for organ in register.organer:
            for skrevet in dict.fromkeys(norm(n.navn) for n in organ.navneliste):
                self._navn.setdefault(skrevet, []).append(organ)

    def finn(self, navn: str, helsefellesskap: str) -> Organ | Radfeil:
        """By any name the body has or has had."""
        fellesskap = helsefellesskap or self._fast
        alle = self._navn.get(norm(navn), [])
        her = [o for o in alle if not fellesskap or likt(self._fellesskap(o), fellesskap)]
        # The setting is only a help: a body that is found nowhere else is still that body.
        her = her or ([] if helsefellesskap else alle)
        if not her:
            return Radfeil("ukjent_organ", {"organ": navn})
        if len(her) > 1:
            hvor = dict.fromkeys(self._fellesskap(o) for o in her)
            kode = "flere_fellesskap" if len(hvor) > 1 else "flere_organ"
            return Radfeil(kode, {"organ": navn, "hvor": ", ".join(hvor)})
        return her[0]

    def navn_paa(self, organ: Organ, helsefellesskap: str) -> str:
        """A name of it that `finn` finds it by, a short one first; any of them, if none does."""
        alle = [n.navn for n in sorted(organ.navneliste, key=lambda n: n.slag is not Navneslag.KORT)]
        return next((n for n in alle if self.finn(n, helsefellesskap) is organ), alle[0] if alle else "")

    def _fellesskap(self, organ: Organ) -> str:
        return self._register.fellesskap(organ.helsefellesskap_id).navn
