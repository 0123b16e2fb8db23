"""What stands in the channels follows the referat: ten edits in a row are one change there."""

from datetime import datetime, timedelta

from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.register import Moetehode
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from bot.domain.sammendragsinnhold import neste_moete
from bot.varsling.runde import Runde
from bot.varsling.sammendragsforslag import foreslaa_nytt
from bot.varsling.sammendragskilde import Kilde, kilden, nestespor, sporet
from bot.varsling.sammendragsmerke import les
from bot.varsling.sammendragsposter import rett

STILLE = timedelta(minutes=1)
"""Nobody has touched the referat for so long."""
LENGST = timedelta(minutes=10)
"""So long after the first change it is shown, also where somebody is still at it."""


FOELGER = timedelta(days=200)
"""So long after a møte its next one is looked at."""


async def endrede(runde: Runde) -> list[int]:
    """Those in channels whose møte, or the one after it, may have changed since."""
    utlagte = await runde.uow.sammendrag.utlagte()
    if not utlagte:
        return []
    boeker = {b.moete_id: b for b in await runde.uow.boeker.i_tilstand(tuple(Boktilstand))}
    hoder = {m.id: m for m in runde.register.moeter}
    par = [(s, hoder.get(s.moete_id)) for s in utlagte]
    return [s.id for s, h in par if s.id and h and _flyttet(runde, s, h, boeker.get(h.id))]


async def rett_opp(runde: Runde, sammendrag_id: int) -> None:
    """Not while the møte is open again, and not in the middle of somebody's edits. What is new is shown to
    who keeps the referat, and put out when they say so.
    """
    s = await runde.uow.sammendrag.hent(sammendrag_id)
    if s is None or s.tilstand is not Sammendragstilstand.LAGT_UT:
        return
    kilde = await kilden(runde.uow, runde.register, s.moete_id)
    if kilde is None or kilde.aapen or not _ferdig(kilde, s, runde.naa):
        return
    await rett(runde.uow, kilde, s, runde.naa)
    await foreslaa_nytt(runde.uow, runde.varsler, kilde, s)


def _flyttet(runde: Runde, s: Sammendrag, hode: Moetehode, bok: Moetebok | None) -> bool:
    merke = les(s.merke)
    if merke.spor != sporet(hode, bok):
        return True
    if runde.naa.date() - hode.dato > FOELGER:
        return False
    return merke.neste != nestespor(neste_moete(runde.register, hode))


def _ferdig(kilde: Kilde, s: Sammendrag, naa: datetime) -> bool:
    sett = les(s.merke).sett
    nye = [linje.at for linje in kilde.linjer if (linje.id or 0) > sett]
    return not nye or naa - max(nye) >= STILLE or naa - min(nye) >= LENGST
