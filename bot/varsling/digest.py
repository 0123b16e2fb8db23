"""Posts the weekly digest in the channels that have asked for it: once a week, from whichever replica is
first.

The tick of each body and the post are one transaction: a replica that dies in between has done neither. One
that comes late says so; later than `Runde.seint` there is none that week.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.cards.digest import Digestvisning, digestkort
from bot.cards.melding import knapp
from bot.domain.conversation import Button
from bot.domain.digestfakta import Fakta, Tidspunkt
from bot.domain.digestinnhold import Digest, lag
from bot.domain.kanaloensker import Kanalslag
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.digestplan import (
    Oppsett,
    Oppsettdel,
    forbi,
    legges_ut,
    les_fakta,
    oppsettene,
    takt,
    tidspunktet,
)
from bot.varsling.runde import Runde
from bot.varsling.tider import natt
from bot.varsling.varsler import Varsel

SLAKK = timedelta(minutes=15)
"""So late is on time: the round before it took a while, or there are many channels."""
VIS = "digest.vis"


@dataclass(frozen=True)
class Forfalt:
    """A post that is due, with the facts that all of the round share."""

    oppsett: Oppsett
    tidspunkt: Tidspunkt
    fakta: Fakta

    @property
    def kanal_id(self) -> str:
        return self.oppsett.kanal.id


async def forfalte(runde: Runde) -> list[Forfalt]:
    """What is due now, and nobody has seen to."""
    if natt(runde.naa):
        return []
    alle = [(o, tidspunktet(o.tid, runde.naa)) for o in oppsettene(await runde.uow.kanaler.med_digest())]
    aktuelle = [(o, t) for o, t in alle if _i_tide(runde, t)]
    if not aktuelle:
        return []
    tatte = await runde.uow.takter.tatte(min(t.uke.foerst for _, t in aktuelle))
    ventende = [(replace(o, deler=_ventende(o, t, tatte)), t) for o, t in aktuelle]
    igjen = [(o, t) for o, t in ventende if o.deler]
    if not igjen:
        return []
    organ_ids = sorted({organ_id for o, _ in igjen for organ_id in o.organ_ids})
    fakta = await les_fakta(runde.uow, runde.register, organ_ids, [t for _, t in igjen])
    return [Forfalt(o, t, fakta) for o, t in igjen]


async def legg_ut(runde: Runde, forfalt: Forfalt) -> None:
    """A step of the plan: takes the ticks, and queues the post where there is anything to tell."""
    oppsett = await _naa(runde, forfalt)
    if oppsett is None:
        return
    t, kanal_id = forfalt.tidspunkt, forfalt.kanal_id
    egne = [d for d in oppsett.deler if d[0] in forfalt.oppsett.organ_ids]
    if lag(forfalt.fakta, t, egne).tom:
        # Seen to at this time; who chooses another that week gets what there is then.
        for organ_id, _ in egne:
            await runde.uow.takter.ta(forbi(kanal_id, organ_id, oppsett.tid), t.uke.foerst)
        return
    deler = [d for d in egne if await runde.uow.takter.ta(takt(kanal_id, d[0]), t.uke.foerst)]
    digest = lag(forfalt.fakta, t, deler)
    if digest.tom:
        return
    organ_ids = [organ_id for organ_id, _ in deler]
    noekkel = f"digest:{t.uke}:{'+'.join(map(str, organ_ids))}"
    varsel = Varsel(
        noekkel,
        Varselslag.DIGEST,
        lambda norsk: _melding(runde, norsk, digest),
        kanalslag=Kanalslag.DIGEST,
    )
    await runde.varsler.til_kanal(oppsett.kanal, varsel)


def vis_alt(norsk: Norsk, digest: Digest) -> Button:
    """All of that digest, for whoever presses in the channel."""
    organer = [d.organ_id for d in digest.deler]
    return knapp(
        norsk.tekst("knapp.vis_alt"), VIS, organer=organer, uke=str(digest.tidspunkt.uke), alt=True
    )


def _melding(runde: Runde, norsk: Norsk, digest: Digest) -> Message:
    forsinket = runde.naa - legges_ut(digest.tidspunkt) > SLAKK
    visning = Digestvisning(norsk, runde.register, forsinket)
    return digestkort(visning, digest, vis_alt(norsk, digest))


def _ventende(oppsett: Oppsett, t: Tidspunkt, tatte: set[tuple[str, datetime]]) -> tuple[Oppsettdel, ...]:
    """Its bodies that have had none that week, and whose time was not over when it was chosen."""
    kanal_id = oppsett.kanal.id
    return tuple(
        d
        for d in oppsett.deler
        if (takt(kanal_id, d[0]), t.uke.foerst) not in tatte
        and (forbi(kanal_id, d[0], oppsett.tid), t.uke.foerst) not in tatte
    )


def _i_tide(runde: Runde, tidspunkt: Tidspunkt) -> bool:
    """From when it is to be posted, and until it is too late."""
    return timedelta() <= runde.naa - legges_ut(tidspunkt) <= max(runde.seint, SLAKK)


async def _naa(runde: Runde, forfalt: Forfalt) -> Oppsett | None:
    """What the channel wants at that time now; None where that has changed."""
    koblinger = await runde.uow.kanaler.her(forfalt.kanal_id)
    alle = oppsettene(k for k in koblinger if k.kanal.installed)
    return next((o for o in alle if o.tid == forfalt.oppsett.tid), None)
