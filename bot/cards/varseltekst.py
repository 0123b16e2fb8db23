"""What every message about who comes is worded from."""

from dataclasses import dataclass

from bot.cards.melding import knapp
from bot.cards.ord import naar, organnavn
from bot.domain.conversation import Button
from bot.domain.moete import Moete
from bot.domain.plasser import samme
from bot.domain.register import Register
from bot.domain.situasjon import Situasjon
from bot.domain.utfall import Beskjed
from bot.turn import Norsk


@dataclass(frozen=True)
class Grunnlag:
    """How it stands when it is told; `moete` with its saksliste, where there is one. `uhoert`: neither
    leder nor sekretariat can be told of it.
    """

    sit: Situasjon
    register: Register
    moete: Moete | None = None
    uhoert: bool = False


@dataclass(frozen=True)
class Varseltekst:
    """One message to one person."""

    norsk: Norsk
    b: Beskjed
    g: Grunnlag

    def si(self, key: str, **mer: object) -> str:
        """With whose place it is, the body and the møte filled in."""
        return self.norsk.tekst(key, **self.om_moetet, **mer)

    @property
    def om_moetet(self) -> dict[str, str]:
        hode = self.g.sit.hode
        organ = organnavn(self.g.register, (self.b.organ_id,), hode.dato)
        return {"organ": organ, "naar": naar(self.norsk, hode), "person": self.b.person.navn}

    @property
    def vara(self) -> str:
        return self.b.vara.navn if self.b.vara else ""

    @property
    def av(self) -> str:
        """Who has answered for the vara."""
        return self.b.av.navn if self.b.av else ""

    @property
    def til_den_det_gjelder(self) -> bool:
        return self.b.til is not None and samme(self.b.til, self.b.person)

    @property
    def frist(self) -> str:
        """«tirsdag 14. mai 2024 kl. 14.00», Oslo."""
        if self.b.frist is None:
            return ""
        lokal = self.b.frist.astimezone(self.g.sit.naa.tzinfo)
        return self.norsk.tidsrom(lokal.date(), lokal.time().replace(second=0, microsecond=0))

    def knapp(self, label: str, verb: str, **data: object) -> Button:
        """Without an operation id: the rules know what has been answered, so a press twice is done once,
        and somebody who says yes, no and yes again on one card is heard each time.
        """
        return knapp(label, verb, moete=self.g.sit.hode.id, **data)
