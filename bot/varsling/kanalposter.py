"""What stands in channels: changed in its place, taken down, or looked up.

A post is known by the key it was queued under (`Varsel.noekkel`); behind it stands the channel's id.
The caller commits.
"""

import json
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any

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


async def endre(uow: UnitOfWork, at: datetime, noekkel: str, utgave: str, ordlegg: Ordlegg) -> int:
    """Each of those says this from now on, in its channel's målform; how many are changed by it. `utgave`
    is unique a change: the same twice is once. One that waits is replaced; of one that has left, the
    last change alone is sent, at once (nobody's phone rings for it).
    """
    alle = await uow.utboks.under(f"{noekkel}:")
    return sum([await _endre(uow, at, post, utgave, ordlegg, alle) for post in _staaende(alle, noekkel)])


async def siste(uow: UnitOfWork, conversation_ids: Collection[str], antall: int) -> list[Utpost]:
    """The newest posts that stand in those channels or are on their way there, the newest first."""
    kanaler = {channel_of(i) for i in conversation_ids}
    nyeste = await uow.utboks.siste(sorted(kanaler), 3 * antall)
    slettet = await uow.utboks.finnes([f"{post.noekkel}:{_SLETT}" for post in nyeste])
    return [post for post in nyeste if f"{post.noekkel}:{_SLETT}" not in slettet][:antall]


async def slett(uow: UnitOfWork, at: datetime, noekkel: str) -> int:
    """Takes each of those down; how many. One that waits is taken back, and its key is free again."""
    return sum([await slett_post(uow, at, post) for post in await staar(uow, noekkel)])


async def er_slettet(uow: UnitOfWork, post: Utpost) -> bool:
    return bool(await uow.utboks.finnes([f"{post.noekkel}:{_SLETT}"]))


async def slett_post(uow: UnitOfWork, at: datetime, post: Utpost) -> bool:
    """That one; False where it was taken down already."""
    if await uow.utboks.trekk(post.noekkel):
        return True
    return await uow.utboks.legg(_om(post, at, _SLETT, Operasjon.SLETT, {}))


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
    maalform = await uow.kanaler.maalform(post.conversation_id) or Maalform.NB
    melding = {**legg_i(ordlegg(tekster(maalform)), maalform), **merket_som(post.melding)}
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
    borte = {p.gjelder for p in alle if p.operasjon is Operasjon.SLETT}
    return [
        post
        for post in alle
        if post.operasjon is Operasjon.NY
        and post.noekkel == f"{noekkel}:{post.conversation_id}"
        and post.tilstand is not Utposttilstand.DOED
        and post.noekkel not in borte
    ]
