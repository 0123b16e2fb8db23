"""«Er sammendraget lagt ut?»: where it stands, and since when."""

from bot.cards.melding import setning
from bot.cards.sammendragsforslag import navnene
from bot.clock import OSLO
from bot.domain.conversation import Button
from bot.turn import Reply, Turn
from bot.varsling.sammendragsforslag import hvor
from dialogs.bok import bokens_navn
from dialogs.sammendragfinn import Funnet
from dialogs.svar import si


async def status(turn: Turn, funnet: Funnet, vis: Button) -> list[Reply]:
    """To whoever may see it here. `vis` shows it."""
    stedene, moete = await hvor(turn.uow, funnet.kilde, funnet.s), bokens_navn(turn, funnet.hode)
    if not stedene.staar or funnet.s.lagt_ut is None:
        return si(turn, setning(turn.norsk.tekst("sammendrag.status_ikke", moete=moete), [vis]))
    kanaler = navnene(turn.norsk, stedene.staar)
    if stedene.paa_vei:
        venter = navnene(turn.norsk, stedene.paa_vei)
        linje = turn.norsk.tekst("sammendrag.paa_vei", moete=moete, kanaler=kanaler, venter=venter)
        return si(turn, setning(linje, [vis]))
    da = funnet.s.lagt_ut.astimezone(OSLO)
    naar = turn.norsk.tidsrom(da.date(), da.time())
    linje = turn.norsk.tekst("sammendrag.status_ute", moete=moete, kanaler=kanaler, naar=naar)
    return si(turn, setning(linje, [vis]))
