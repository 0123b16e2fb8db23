"""«Hvordan har møtet vært?», asked of each who was there, where the body has chosen so.

Nobody is to be known by their answer:
- an answer is a line of the log without a person, with an act of its own that leads to nobody, and with
  the time the møte was closed, not the time it was given;
- that somebody has answered is kept apart, as a hash under a secret of that møte, in a set without order
  or times, and goes away with its secret after a day (`bot/jobs/purge`), when no more answers are taken;
- the press itself is not noted as done (the turn does not write): a redelivery is told from the mark;
- how it stands is shown from five answers up, to the nearest half and without a count.
What is left: whoever reads the live database while people answer can see the lines come one by one.
"""

import hashlib
import hmac
import json
import secrets
from datetime import UTC, datetime, timedelta

from bot.cards.vurdering import skjema
from bot.clock import OSLO
from bot.domain.bokakt import Akt
from bot.domain.bokforeslaatt import vurder
from bot.domain.boklesing import les
from bot.domain.bokmottakere import som_moette
from bot.domain.bokstand import Bokstand
from bot.domain.conversation import ImportDraft
from bot.domain.moetebok import Boktilstand
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode, Register
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.runde import Runde
from bot.varsling.varsler import Varsel

TAR_IMOT = timedelta(hours=20)
"""From the møte is closed; shorter than a draft is kept (24 hours), so that nobody answers twice."""
LUKKET = (Boktilstand.UTKAST, Boktilstand.TIL_GODKJENNING, Boktilstand.GODKJENT)


async def moeter(runde: Runde) -> list[int]:
    """The møtebøker of the last two days that are closed, where the form is switched on."""
    boeker = await runde.uow.boeker.i_tilstand(LUKKET[:2])
    siden = runde.naa.date() - timedelta(days=1)
    hoder = [(b.id, runde.register.hode(b.moete_id)) for b in boeker]
    return [i for i, h in hoder if i and h and h.dato >= siden and oensket(runde.register, h)]


def oensket(register: Register, hode: Moetehode | None) -> bool:
    return hode is not None and any(register.organ(o).vurderingsskjema for o in hode.organ_ids)


async def spoer(runde: Runde, bok_id: int) -> None:
    """A step of the plan: each once, as long as answers are taken."""
    bok = await runde.uow.boeker.hent(bok_id)
    hode = runde.register.hode(bok.moete_id) if bok else None
    stand = les(await runde.uow.boeker.les(bok_id))
    if hode is None or not tas_imot(stand, runde.naa):
        return

    def ordlegg(norsk: Norsk) -> Message:
        return skjema(norsk, runde.register, hode, bok_id)

    varsel = Varsel(f"vurdering:{bok_id}", Varselslag.GODKJENNING, ordlegg, hode.id)
    moett = [h.person_id for h in som_moette(stand, hode) if h.person_id is not None]
    await runde.varsler.til_personer(moett, varsel)


def tas_imot(stand: Bokstand, naa: datetime) -> bool:
    return stand.hevet is not None and naa - stand.hevet.astimezone(OSLO) <= TAR_IMOT


async def svar(uow: UnitOfWork, bok_id: int, hvem: int, tallet: int, naa: datetime) -> bool:
    """Notes the answer of that person (by the register's id); False where they have answered. Raises
    UgyldigVurdering. The caller has seen that they were there, and that answers are taken.
    """
    _, linjer = await uow.boeker.laas(bok_id)
    stand = les(linjer)
    merker = await uow.load_import_draft(_noekkel(bok_id))
    hemmelig, svart = _merkene(merker)
    merke = hmac.new(hemmelig.encode(), str(hvem).encode(), hashlib.sha256).hexdigest()
    if merke in svart:
        return False
    nye = vurder(Akt(None, stand.hevet or naa.astimezone(UTC), secrets.token_hex(16)), tallet)
    await uow.boeker.noter(bok_id, nye)
    lest = json.dumps({"hemmelig": hemmelig, "svart": sorted([*svart, merke])})
    skrevet = ImportDraft(_noekkel(bok_id), "", "", "", lest, naa.astimezone(UTC))
    if merker:
        await uow.delete_import_draft(merker.id)
    await uow.save_import_draft(skrevet)
    return True


def _merkene(merker: ImportDraft | None) -> tuple[str, list[str]]:
    """The secret of the møte, and who has answered."""
    if merker is None:
        return secrets.token_hex(16), []
    lest = json.loads(merker.reading)
    return lest["hemmelig"], lest["svart"]


def _noekkel(bok_id: int) -> str:
    return f"vurdering-{bok_id}"
