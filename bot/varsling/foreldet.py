"""What has lain in the outbox so long that it is no longer so: it is not sent.

Whoever moves a møte or calls it off takes back what waits. Left are posts that somebody was about to
send then, and those of a service that was down until the møte had begun.
"""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.moeter import begynt
from bot.domain.register import Moetehode, Register
from bot.domain.utboks import Operasjon, Utpost, Varselslag
from bot.domain.utboksport import GAMMEL

OM_TIDEN = frozenset({Varselslag.INNKALLING, Varselslag.PAAMINNELSE})
"""They say when a møte is to be held, and nothing else that is worth knowing when it is not."""
OM_DAGEN = frozenset({Varselslag.PAAMINNELSE, Varselslag.DIGEST})
"""They tell of the day they were written for."""
_DAGEN = timedelta(days=1)
_TID = "moetetid"


def tidsmerke(register: Register, slag: Varselslag, moete_id: int | None) -> dict[str, Any]:
    """What a message of that kind carries with it: the time it tells of."""
    hode = register.hode(moete_id) if moete_id is not None else None
    return {_TID: _tid(hode)} if slag in OM_TIDEN and hode else {}


def merket_som(foer: dict[str, Any] | None) -> dict[str, Any]:
    """What a message carries on from the one it takes the place of."""
    return {_TID: foer[_TID]} if foer and _TID in foer else {}


def foreldet(post: Utpost, register: Register, naa: datetime) -> bool:
    """Whether the møte has begun at `naa` (Oslo), is avlyst, or has another time than the post says."""
    if post.slag not in OM_TIDEN or post.moete_id is None or post.operasjon is Operasjon.SLETT:
        return False
    hode = register.hode(post.moete_id)
    if hode is None or hode.avlyst or begynt(hode, naa):
        return True
    return bool(post.melding.get(_TID, _tid(hode)) != _tid(hode))


def for_gammel(post: Utpost, naa: datetime) -> bool:
    """Whether it has waited so long for its channel (closed, or the service was down) that it is nothing
    new any more. What concerns a person is said whenever.
    """
    return post.person_key is None and naa - (post.siden or post.ikke_foer) >= (
        _DAGEN if post.slag in OM_DAGEN else GAMMEL
    )


def _tid(hode: Moetehode) -> str:
    return f"{hode.dato.isoformat()} {hode.start.isoformat() if hode.start else ''}"
