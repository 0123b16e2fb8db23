"""Meldte saker read and stored, a møte at a time."""

from dataclasses import dataclass, replace
from datetime import UTC

from bot.cards.ord import organnavn
from bot.domain import eventuelt, meldtsak
from bot.domain.frammoete import Hvem
from bot.domain.meldtsak import MeldtSak, Sakslag, Sakstilstand
from bot.domain.moeter import Tilstand, tilstand
from bot.domain.register import Moetehode
from bot.domain.saksinnhold import Gyldig
from bot.turn import Turn
from bot.varsling import kanaleventuelt
from dialogs.eventuelt_hvor import Hvor
from dialogs.moetet import moetenavn
from dialogs.slots import UgyldigKnapp

NAERE = 3
"""So many møter back are read for what was left: those that are avlyst between count too."""


@dataclass(frozen=True)
class Notert:
    """A sak as it is stored, its number on the list now, and whether it stood there before."""

    sak: MeldtSak
    nr: int
    foer: bool = False


async def saker_i(turn: Turn, hode: Moetehode) -> list[MeldtSak]:
    """All of its bodies that may stand on it, whatever became of them: also those raised to a møte that
    is avlyst, or to none.
    """
    avlyste = [m.id for o in hode.organ_ids for m in turn.register.moeter_i(o) if m.avlyst]
    return await turn.uow.saker.for_moeter(hode.organ_ids, {hode.id, *avlyste})


async def til_eventuelt(turn: Turn, hode: Moetehode) -> list[MeldtSak]:
    """The list of eventuelt of that møte."""
    return eventuelt.til_eventuelt(turn.register, await saker_i(turn, hode), hode)


async def fra_forrige(turn: Turn, hode: Moetehode) -> tuple[Moetehode, int] | None:
    """Where `hode` is to come: the møte before it that is over, and how many of its saker were left."""
    at = turn.incoming.at
    foer = [m for o in hode.organ_ids for m in turn.register.moeter_i(o) if m.dato < hode.dato]
    if tilstand(hode, at) is Tilstand.OVER or not foer:
        return None
    siste = sorted(foer, key=lambda m: m.dato)[-NAERE * len(hode.organ_ids) :]
    saker = await turn.uow.saker.for_moeter(hode.organ_ids, {m.id for m in siste})
    igjen = eventuelt.ikke_tatt_opp(turn.register, saker, hode)
    return igjen if igjen and tilstand(igjen[0], at) is Tilstand.OVER else None


async def noter(turn: Turn, hvor: Hvor, innhold: Gyldig, av: Hvem) -> Notert:
    """To eventuelt of that møte. The møte is locked, so that numbers hold and the same words twice at
    once are one sak.
    """
    await turn.uow.frammoete.laas(hvor.hode.id)
    ny = _ny(turn, hvor.organ_id, innhold, av, Sakslag.EVENTUELT)
    sen = eventuelt.er_sen(turn.register, hvor.organ_id, hvor.hode, turn.incoming.at)
    liste = await til_eventuelt(turn, hvor.hode)
    like = eventuelt.samme(liste, ny)
    if like is not None:
        return Notert(like, eventuelt.plass(liste, like), foer=True)
    lagret = await _lagre(turn, replace(ny, moete_id=hvor.hode.id, sen=sen))
    return Notert(lagret, eventuelt.plass(await til_eventuelt(turn, hvor.hode), lagret))


async def noter_ordinaer(
    turn: Turn, organ_id: int, hode: Moetehode | None, innhold: Gyldig, av: Hvem
) -> Notert:
    """To the sekretariat's list. The body's saker are locked, so that the same words twice at once are
    one sak.
    """
    await turn.uow.saker.laas(organ_id)
    ny = _ny(turn, organ_id, innhold, av, Sakslag.ORDINAER)
    like = eventuelt.samme(await turn.uow.saker.for_organ(organ_id), ny)
    if like is not None:
        return Notert(like, 0, foer=True)
    return Notert(await _lagre(turn, replace(ny, moete_id=hode.id if hode else None)), 0)


def _ny(turn: Turn, organ_id: int, innhold: Gyldig, av: Hvem, slag: Sakslag) -> MeldtSak:
    sak = MeldtSak(
        organ_id=organ_id,
        tittel=innhold.tittel,
        slag=slag,
        av=av,
        av_key=turn.aktoer.key,
        at=turn.incoming.at.astimezone(UTC),
        begrunnelse=innhold.begrunnelse,
        minutter=innhold.minutter,
        vedlegg=innhold.vedlegg,
    )
    return meldtsak.meldt(sak, turn.aktoer.hvem)


async def _lagre(turn: Turn, sak: MeldtSak) -> MeldtSak:
    """What channels show of a list is worded under the lock of its møte: of two who change it at once the
    second sees what the first did.
    """
    turn.writes = True
    vises = [hode for hode in _listene(turn, sak) if await kanaleventuelt.angaar(turn.uow, hode)]
    for hode in sorted(vises, key=lambda hode: hode.id):
        await turn.uow.frammoete.laas(hode.id)
    lagret = await turn.uow.saker.lagre(sak)
    for hode in vises:
        saker = await til_eventuelt(turn, hode)
        await kanaleventuelt.vis(turn.uow, turn.register, hode, saker, lagret, turn.incoming.at)
    return lagret


def _listene(turn: Turn, sak: MeldtSak) -> list[Moetehode]:
    """Of the møter still to be held whose list of eventuelt it has just changed."""
    siste = sak.logg[-1]
    flyttet = siste.hva in (meldtsak.FLYTTET, meldtsak.FORFREMMET)
    foer = turn.register.hode(int(siste.foer)) if flyttet and siste.foer else None
    naa = moetet(turn, sak) if sak.slag is Sakslag.EVENTUELT else None
    return [hode for hode in (foer, naa) if hode and eventuelt.aapent(hode, turn.incoming.at)]


async def endre(turn: Turn, sak: MeldtSak) -> MeldtSak:
    """Stores what `bot.domain.meldtsak` made of it. Raises Conflict."""
    return await _lagre(turn, sak)


async def hent(turn: Turn, sak_id: int) -> MeldtSak:
    """The sak a button carries. Raises UgyldigKnapp."""
    sak = await turn.uow.saker.hent(sak_id)
    if sak is None:
        raise UgyldigKnapp
    return sak


def moetet(turn: Turn, sak: MeldtSak) -> Moetehode | None:
    return eventuelt.moetet(turn.register, sak)


def er_over(turn: Turn, sak: MeldtSak) -> bool:
    """Whether its møte is; what waits for the sekretariat is never over."""
    if venter_paa_sekretariatet(sak):
        return False
    hode = moetet(turn, sak)
    return hode is not None and tilstand(hode, turn.incoming.at) is Tilstand.OVER


def venter_paa_sekretariatet(sak: MeldtSak) -> bool:
    return sak.slag is Sakslag.ORDINAER and sak.tilstand is Sakstilstand.MELDT


def stedet(turn: Turn, sak: MeldtSak) -> str:
    """«ASU onsdag 15. mai 2024 kl. 12.00–15.00», or the body's next møte where none is known yet; of one
    for the sekretariat that names no møte, the body.
    """
    organ = organnavn(turn.register, (sak.organ_id,), turn.incoming.at.date())
    if sak.slag is Sakslag.ORDINAER and sak.moete_id is None and sak.tilstand is not Sakstilstand.GODTATT:
        return organ
    hode = moetet(turn, sak)
    if hode is not None:
        return moetenavn(turn, hode)
    return turn.norsk.tekst("eventuelt.neste_ukjent", organ=organ)
