"""What a meeting's card is to show now, and where it stands: read in one transaction."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from bot.cards.moetekort import moetechatkort
from bot.domain.boklesing import les
from bot.domain.conversation import Conversation
from bot.domain.kortstand import kortstand
from bot.domain.maalform import Maalform
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.moetekort import Moetekort
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode
from bot.language.tekster import tekster
from bot.turn import Message


@dataclass(frozen=True)
class Visning:
    """`til` is None where nothing is known of the chat. `kort_id` is the card that stands there (None: none
    yet). `merke` is one for each thing to show, `siste` the last line of the log that it shows.
    """

    bok: Moetebok
    hode: Moetehode
    til: Conversation | None
    kort_id: str | None
    melding: Message
    maalform: Maalform
    merke: str
    siste: int

    @property
    def stengt(self) -> bool:
        """The referat is not dictated to any more: the card is as it will stay."""
        return self.bok.tilstand is not Boktilstand.AAPEN


async def visning(uow: UnitOfWork, bok_id: int, kort: Moetekort, naa: datetime) -> Visning | None:
    """None where there is nothing to show, or nowhere."""
    bok = await uow.boeker.hent(bok_id)
    register = await uow.register()
    hode = register.hode(bok.moete_id) if bok else None
    if bok is None or hode is None or bok.conversation_id is None:
        return None
    linjer = await uow.boeker.les(bok_id)
    skrevet = linjer[-1].at if linjer else bok.aapnet
    maalform = await uow.kanaler.maalform(bok.conversation_id) or Maalform.NB
    vist = kortstand(les(linjer), naa, skrevet)
    melding = moetechatkort(tekster(maalform), register, hode, bok_id, vist)
    return Visning(
        bok=bok,
        hode=hode,
        til=await uow.conversation(bok.conversation_id),
        kort_id=bok.kort_id if kort.conversation_id == bok.conversation_id else None,
        melding=melding,
        maalform=maalform,
        merke=_merke(bok.conversation_id, melding),
        siste=vist.siste,
    )


def _merke(conversation_id: str, melding: Message) -> str:
    """Of all that is sent: the operations of the buttons move with the log too."""
    return hashlib.sha256(json.dumps([conversation_id, melding.text, melding.card]).encode()).hexdigest()
