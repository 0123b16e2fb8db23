"""Who sits in a body on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.liste import Post, liste
from bot.cards.medlemslinje import opplysninger
from bot.cards.ord import Tall, organnavn, stor
from bot.domain.conversation import Button
from bot.domain.organ import Medlem, Organ, Rolle
from bot.domain.register import Register
from bot.turn import Message, Norsk


@dataclass(frozen=True)
class Medlemsvisning:
    """`med_kontakt` only where nobody but the sekretariat reads it: it shows the e-mails."""

    norsk: Norsk
    register: Register
    organ: Organ
    dag: date
    med_kontakt: bool = False


def medlemskort(visning: Medlemsvisning, knapper: Sequence[Button] = ()) -> Message:
    """Those who are members that day, each once: the leader first, then in the order of the roles, the
    varaer by seat and number.
    """
    personer = _personer([m for m in visning.organ.medlemmer if m.gjelder(visning.dag)])
    navn = organnavn(visning.register, (visning.organ.id or 0,), visning.dag)
    foerst = stor(visning.norsk.tekst("medlem.antall", antall=Tall(len(personer)), organ=navn))
    return liste(visning.norsk, foerst, [_post(visning, alle) for alle in personer], knapper)


def _personer(medlemmer: Sequence[Medlem]) -> list[list[Medlem]]:
    """Each person's roles, in the order they come first."""
    funnet: dict[int | str, list[Medlem]] = {}
    for m in sorted(medlemmer, key=_rekke):
        funnet.setdefault(m.person_id or m.navn, []).append(m)
    return list(funnet.values())


def _rekke(medlem: Medlem) -> tuple[int, str, int]:
    rolle = list(Rolle).index(medlem.rolle)
    if medlem.rolle is not Rolle.VARA:
        return rolle, "", 0
    return rolle, medlem.vara_for or medlem.plass or "", medlem.rekkefoelge or 0


def _post(visning: Medlemsvisning, roller: Sequence[Medlem]) -> Post:
    hva = "; ".join(", ".join(opplysninger(visning.norsk, m)) for m in roller)
    kontakt = next((m.epost for m in roller if m.epost), None) if visning.med_kontakt else None
    return Post(roller[0].navn, hva, kontakt or "")
