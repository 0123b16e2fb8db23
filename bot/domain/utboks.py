"""What the bot is going to say unasked: rows written with what caused them, sent after the commit."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Varselslag(StrEnum):
    """Why something is said. The first four are what nobody has asked for: they count against the
    limit of two a person a møte.
    """

    INNKALLING = "innkalling"
    PAAMINNELSE = "paaminnelse"
    REFERAT = "referat"
    FLYTTET = "flyttet"
    AVLYST = "avlyst"
    VARA = "vara"
    FORFALL = "forfall"
    FRAMMOETE = "frammoete"
    SAK = "sak"
    TILKNYTNING = "tilknytning"
    ROLLE = "rolle"
    MOETEKORT = "moetekort"
    OPPGAVE = "oppgave"
    OPPGAVE_ENDRET = "oppgave_endret"
    GODKJENNING = "godkjenning"
    EVENTUELT = "eventuelt"
    SAMMENDRAG = "sammendrag"
    OPPDRAG = "oppdrag"
    DIGEST = "digest"
    DRIFT = "drift"


UOPPFORDRET = frozenset(
    {Varselslag.INNKALLING, Varselslag.PAAMINNELSE, Varselslag.REFERAT, Varselslag.FLYTTET}
)
MAKS_UOPPFORDRET = 2
"""Of these, as many a person a møte; a FLYTTET is always sent, the others give way to it."""


class Utposttilstand(StrEnum):
    """SENDER: somebody has taken it, until `leie` runs out. DOED: it can never be sent. UVISS: it was sent
    again once because nobody knew whether it had arrived, and nobody knows of the second time either;
    it is not sent a third time by itself.
    """

    VENTER = "venter"
    SENDER = "sender"
    SENDT = "sendt"
    DOED = "doed"
    UVISS = "uviss"


class Aarsak(StrEnum):
    """Why a post was given up, where that is no status of Teams'. DOEGN has the last status behind it.
    STOPPET: somebody wanted it so.
    """

    GAMMEL = "out_of_date"
    BORTE = "no_conversation"
    UTEN_ID = "no_id"
    DOEGN = "gave_up"
    I_TVIL = "in_doubt"
    STOPPET = "stopped"


class Operasjon(StrEnum):
    """NY: a new message. ENDRE, SLETT: of the message that `Utpost.gjelder` names, in its place."""

    NY = "ny"
    ENDRE = "endre"
    SLETT = "slett"


@dataclass(frozen=True)
class Utpost:
    """A message to a conversation. `noekkel` is unique: queued twice is sent once. `melding` is a
    Message as JSON (text, card), in the målform of the one who gets it. All moments are UTC.
    `person_key` is who it is for (None: a channel). `leie` tells until when somebody has it.

    `foerst` is its place in its conversation, before its id: when it was first due, or to what morning it
    was put off. A try that failed does not move it. `siden` is when it was first due, whatever became of
    it since. The store sets both where they are None.

    `gjelder`: the `noekkel` of the post that is changed or deleted (it is sent before this one, or never).
    `aktivitet`: the id Teams gave the message. `i_tvil`: how often nobody knew whether it had
    arrived; one that is in doubt is sent once more, and that is all. `grunn`: the last error.
    """

    noekkel: str
    conversation_id: str
    melding: dict[str, Any]
    slag: Varselslag
    ikke_foer: datetime
    person_key: str | None = None
    moete_id: int | None = None
    tilstand: Utposttilstand = Utposttilstand.VENTER
    forsoek: int = 0
    leie: datetime | None = None
    foerst: datetime | None = None
    siden: datetime | None = None
    operasjon: Operasjon = Operasjon.NY
    gjelder: str | None = None
    aktivitet: str | None = None
    i_tvil: int = 0
    grunn: str | None = None
    id: int | None = None


I_TVIL = 1
"""So often one that may have arrived is sent again by itself."""


def er_uviss(post: Utpost) -> bool:
    """Whether nobody can know any more how often it stands there. To change or delete a message twice
    comes to the same, so that is never in doubt.
    """
    return post.operasjon is Operasjon.NY and post.i_tvil > I_TVIL


@dataclass(frozen=True)
class Utboksmaal:
    """How the outbox is. `eldste`: seconds for which the oldest of what is due has waited, without what
    lies in conversations that take nothing. `i_tvil`: how many posts were sent again although they may
    have arrived. `forsoek`: how often posts were taken to be sent. `stengte`: conversations that take
    nothing. Counted over the rows that are kept (180 days).
    """

    venter: int = 0
    eldste: float = 0.0
    sender: int = 0
    sendt: int = 0
    uviss: int = 0
    doede: int = 0
    i_tvil: int = 0
    forsoek: int = 0
    stengte: int = 0
