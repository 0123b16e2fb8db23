"""What stands in channels: changed in its place, taken down, or looked up.

A post is known by the key it was queued under (`Varsel.noekkel`); behind it stands the channel's id.
The caller commits.
"""

import json
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any

from bot.cards.melding import setning
from bot.domain.conversation import channel_of
from bot.domain.maalform import Maalform
from bot.domain.ports import UnitOfWork
from bot.domain.register import Register
from bot.domain.utboks import Operasjon, Utpost, Utposttilstand
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from bot.varsling.brev import legg_i
from bot.varsling.foreldet import merket_som

Ordlegg = Callable[[Norsk], Message]
_SLETT = "slett"
VENTENDE = 200
"""So many of a channel's posts are looked at: a night's worth and more."""


async def staar(uow: UnitOfWork, noekkel: str) -> list[Utpost]:
    """The posts of that key that stand in channels or are on their way there: not those that could not
    be sent, nor those that were taken down. In the order they were queued.
    """
    return _staaende(await uow.utboks.under(f"{noekkel}:"), noekkel)


async def endre(
    uow: UnitOfWork,
    at: datetime,
    noekkel: str,
    utgave: str,
    ordlegg: Ordlegg,
    organ_ids: Collection[int] | None = None,
) -> int:
    """Each of those says this from now on, in its channel's målform; how many are changed by it. `utgave`
    is unique a change: the same twice is once. One that waits is replaced; of one that has left, the
    last change alone is sent, at once (nobody's phone rings for it). One that could not be sent says
    this if somebody tries it again. Nothing new comes into a channel that is linked to none of those bodies
    any more (None: to none at all): it says only that.
    """
    alle = await uow.utboks.under(f"{noekkel}:")
    for post in _doede(alle, noekkel):
        ord_ = await _ordene(uow, post, ordlegg, organ_ids)
        await uow.utboks.ret_doed(post.noekkel, await _melding(uow, post, ord_))
    endret = 0
    for post in _staaende(alle, noekkel):
        ord_ = await _ordene(uow, post, ordlegg, organ_ids)
        endret += await _endre(uow, at, post, utgave, ord_, alle)
    return endret


async def legg_vekk(uow: UnitOfWork, noekkel: str, conversation_ids: Collection[str]) -> None:
    """What could not be sent to those channels is not tried again."""
    for post in _doede(await uow.utboks.under(f"{noekkel}:"), noekkel):
        if post.conversation_id in conversation_ids:
            await uow.utboks.ret_doed(post.noekkel, None)


async def siste(uow: UnitOfWork, conversation_ids: Collection[str], antall: int) -> list[Utpost]:
    """The newest posts that stand in those channels or are on their way there, the newest first."""
    kanaler = {channel_of(i) for i in conversation_ids}
    nyeste = await uow.utboks.siste(sorted(kanaler), 3 * antall)
    noekler = [f"{post.noekkel}:{_SLETT}" for post in nyeste]
    slettet = await uow.utboks.finnes(noekler) - await uow.utboks.doede(noekler)
    return [post for post in nyeste if f"{post.noekkel}:{_SLETT}" not in slettet][:antall]


async def slett(uow: UnitOfWork, at: datetime, noekkel: str) -> int:
    """Takes each of those down; how many. One that waits is taken back, and its key is free again; one that
    could not be sent is not tried again.
    """
    alle = await uow.utboks.under(f"{noekkel}:")
    for post in _doede(alle, noekkel):
        await uow.utboks.ret_doed(post.noekkel, None)
    return sum([await slett_post(uow, at, post) for post in _staaende(alle, noekkel)])


async def er_slettet(uow: UnitOfWork, post: Utpost) -> bool:
    """Whether it has been taken down, or is about to be: not where that could not be done."""
    noekler = [f"{post.noekkel}:{_SLETT}"]
    return bool(await uow.utboks.finnes(noekler) - await uow.utboks.doede(noekler))


async def slett_post(uow: UnitOfWork, at: datetime, post: Utpost) -> bool:
    """That one; False where it was taken down already. Where that could not be done it is tried again."""
    if await uow.utboks.trekk(post.noekkel):
        return True
    bort = _om(post, at, _SLETT, Operasjon.SLETT, {})
    if await uow.utboks.legg(bort):
        return True
    for foer in await uow.utboks.under(bort.noekkel):
        if foer.noekkel == bort.noekkel and foer.tilstand is Utposttilstand.DOED and foer.id:
            return await uow.utboks.proev_igjen(foer.id, at.astimezone(UTC))
    return False


async def trekk_ventende(
    uow: UnitOfWork, register: Register, conversation_id: str, organ_ids: Collection[int]
) -> int:
    """Takes back what waits to be posted in the channel and is of those bodies, which it is no longer
    linked to, and of none that it is; how many. What tells no møte goes when it is linked to none.
    """
    koblet = {k.organ_id for k in await uow.kanaler.her(conversation_id)}
    venter = [
        post
        for post in await uow.utboks.siste([channel_of(conversation_id)], VENTENDE)
        if post.tilstand is Utposttilstand.VENTER and not _gjelder(post, register) & koblet
    ]
    borte = [p for p in venter if _gjelder(p, register) & set(organ_ids) or not koblet]
    return sum([await uow.utboks.trekk(post.noekkel) for post in borte])


def _gjelder(post: Utpost, register: Register) -> frozenset[int]:
    hode = register.hode(post.moete_id) if post.moete_id is not None else None
    return frozenset(hode.organ_ids) if hode else frozenset()


async def _endre(
    uow: UnitOfWork, at: datetime, post: Utpost, utgave: str, ordlegg: Ordlegg, alle: list[Utpost]
) -> bool:
    melding = await _melding(uow, post, ordlegg)
    endringer = [p for p in alle if p.operasjon is Operasjon.ENDRE and p.gjelder == post.noekkel]
    if _sier_det(endringer[-1] if endringer else post, melding):
        return False
    if await uow.utboks.erstatt(post.noekkel, melding):
        return True
    ny = _om(post, at, utgave, Operasjon.ENDRE, melding)
    if await uow.utboks.finnes([ny.noekkel]):
        return False
    for eldre in endringer:
        await uow.utboks.trekk(eldre.noekkel)
    return await uow.utboks.legg(ny)


async def _ordene(
    uow: UnitOfWork, post: Utpost, ordlegg: Ordlegg, organ_ids: Collection[int] | None
) -> Ordlegg:
    koblet = {k.organ_id for k in await uow.kanaler.her(post.conversation_id)}
    if koblet and (organ_ids is None or koblet & set(organ_ids)):
        return ordlegg
    return _frakoblet


def _frakoblet(norsk: Norsk) -> Message:
    return setning(norsk.tekst("kanalposter.frakoblet"))


async def _melding(uow: UnitOfWork, post: Utpost, ordlegg: Ordlegg) -> dict[str, Any]:
    maalform = await uow.kanaler.maalform(post.conversation_id) or Maalform.NB
    return {**legg_i(ordlegg(tekster(maalform)), maalform), **merket_som(post.melding)}


def _sier_det(sist: Utpost, melding: dict[str, Any]) -> bool:
    """Whether that is what was said last, as far as is still known."""
    return json.dumps(sist.melding, sort_keys=True) == json.dumps(melding, sort_keys=True)


def _om(post: Utpost, at: datetime, hale: str, operasjon: Operasjon, melding: dict[str, Any]) -> Utpost:
    """A row about one that has left. Due at its own hour, so that the night does not hold it."""
    return Utpost(
        noekkel=f"{post.noekkel}:{hale}",
        conversation_id=post.conversation_id,
        melding=melding,
        slag=post.slag,
        ikke_foer=at.astimezone(UTC),
        moete_id=post.moete_id,
        operasjon=operasjon,
        gjelder=post.noekkel,
    )


def _staaende(alle: list[Utpost], noekkel: str) -> list[Utpost]:
    borte = {
        p.gjelder for p in alle if p.operasjon is Operasjon.SLETT and p.tilstand is not Utposttilstand.DOED
    }
    mine = _innlegg(alle, noekkel)
    return [p for p in mine if p.tilstand is not Utposttilstand.DOED and p.noekkel not in borte]


def _doede(alle: list[Utpost], noekkel: str) -> list[Utpost]:
    return [p for p in _innlegg(alle, noekkel) if p.tilstand is Utposttilstand.DOED and p.melding]


def _innlegg(alle: list[Utpost], noekkel: str) -> list[Utpost]:
    return [
        p for p in alle if p.operasjon is Operasjon.NY and p.noekkel == f"{noekkel}:{p.conversation_id}"
    ]
