"""Members by a written name, where it is known that a name stands there and no word («dag», «mai»)."""

from collections.abc import Sequence

from bot.domain.navn import norm
from bot.domain.navnetreff import Grad, treff
from bot.domain.register import Register


class Medlemsnavn:
    """The members of one register; those of the bodies `organ_ids` are meant before others."""

    def __init__(self, register: Register, organ_ids: Sequence[int] = ()) -> None:
        egne: dict[str, str] = {}
        andre: dict[str, str] = {}
        for organ in register.organer:
            for medlem in organ.medlemmer:
                (egne if organ.id in organ_ids else andre).setdefault(norm(medlem.navn), medlem.navn)
        self._egne = tuple(egne.values())
        self._alle = tuple((andre | egne).values())

    def finn(self, skrevet: str, til: Grad = Grad.DEL) -> tuple[str, ...]:
        """Full names of those it fits best; of the møte's own bodies where it fits any as well there."""
        alle = [self._alle[nr] for nr in treff(self._alle, skrevet, til)]
        egne = [navn for navn in alle if navn in self._egne]
        return tuple(egne or alle)
