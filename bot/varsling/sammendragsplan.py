"""What stands in the channels follows the referat: ten edits in a row are one change there."""

from datetime import datetime, timedelta

from bot.domain.moetebok import Boktilstand
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from bot.varsling.runde import Runde
from bot.varsling.sammendragskilde import Kilde, kilden, sporet
from bot.varsling.sammendragsposter import rett

STILLE = timedelta(minutes=1)
"""Nobody has touched the referat for so long."""
LENGST = timedelta(minutes=10)
"""So long after the first change it is shown, also where somebody is still at it."""


async def endrede(runde: Runde) -> list[int]:
    """Those in channels whose møte may have changed since."""
    utlagte = await runde.uow.sammendrag.utlagte()
    if not utlagte:
        return []
    boeker = {b.moete_id: b for b in await runde.uow.boeker.i_tilstand(tuple(Boktilstand))}
    par = [(s, runde.register.hode(s.moete_id)) for s in utlagte]
    return [s.id for s, h in par if s.id and h and _spor(s) != sporet(h, boeker.get(h.id))]


async def rett_opp(runde: Runde, sammendrag_id: int) -> None:
    """Not while the møte is open again, and not in the middle of somebody's edits."""
    s = await runde.uow.sammendrag.hent(sammendrag_id)
    if s is None or s.tilstand is not Sammendragstilstand.LAGT_UT:
        return
    kilde = await kilden(runde.uow, runde.register, s.moete_id)
    if kilde is not None and not kilde.aapen and _ferdig(kilde, s, runde.naa):
        await rett(runde.uow, kilde, s, runde.naa)


def _ferdig(kilde: Kilde, s: Sammendrag, naa: datetime) -> bool:
    sett = int(_spor(s)[1:] or 0)
    nye = [linje.at for linje in kilde.linjer if (linje.id or 0) > sett]
    return not nye or naa - max(nye) >= STILLE or naa - min(nye) >= LENGST


def _spor(s: Sammendrag) -> str:
    return (s.merke or "b0|").partition("|")[0]
