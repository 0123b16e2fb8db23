"""Who sits in a body."""

from datetime import date

from bot.cards.liste import Post, liste
from bot.cards.ord import Tall, organnavn, stor
from bot.domain.organ import Medlem, Organ, Rolle
from bot.domain.register import Register
from bot.turn import Message, Norsk


def medlemskort(norsk: Norsk, register: Register, organ: Organ, dag: date) -> Message:
    """The leader first, then in the order of the roles, as they are stored within each."""
    rekke = list(Rolle)
    medlemmer = sorted(organ.medlemmer, key=lambda m: rekke.index(m.rolle))
    navn = organnavn(register, (organ.id or 0,), dag)
    foerst = stor(norsk.tekst("medlem.antall", antall=Tall(len(medlemmer)), organ=navn))
    return liste(norsk, foerst, [_post(norsk, m) for m in medlemmer])


def _post(norsk: Norsk, medlem: Medlem) -> Post:
    rolle = norsk.tekst(f"rolle.{medlem.rolle.value}")
    return Post(medlem.navn, ", ".join(ledd for ledd in (rolle, medlem.representerer) if ledd))
