"""The sammendrag in the channels: put out, changed in its place, and taken away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.cards.sammendrag import sammendragskort
from bot.domain.conversation import Conversation
from bot.domain.frammoete import Hvem
from bot.domain.kanaloensker import Kanalslag
from bot.domain.ports import UnitOfWork
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from bot.domain.sammendragsutvalg import Gruppe, noekler, uten
from bot.domain.utboks import Utpost, Varselslag
from bot.turn import Message, Norsk
from bot.varsling import kanalposter
from bot.varsling.sammendragskilde import Kilde, kanalene
from bot.varsling.sammendragsmerke import les
from bot.varsling.varsler import Varsel, Varsler

_NOEKKEL = re.compile(r"((?:sammendrag|sammendragdel):(\d+)(?:\.(\d+))?:\d+):")


@dataclass(frozen=True)
class Stilling:
    """Where it stands or is on its way, and who wants it and has it not."""

    staar: tuple[Utpost, ...]
    mangler: tuple[tuple[Conversation, Gruppe], ...]


def noekkelen(s: Sammendrag, gruppe: Gruppe) -> str:
    """What it is queued under for that group; anew where it is put out again."""
    gang = int(s.lagt_ut.timestamp()) if s.lagt_ut else 0
    if gruppe.del_nr:
        return f"sammendragdel:{s.moete_id}.{gruppe.del_nr}:{gang}"
    return f"sammendrag:{s.moete_id}:{gang}"


async def stillingen(uow: UnitOfWork, kilde: Kilde, s: Sammendrag) -> Stilling:
    staar = await staaende(uow, s.moete_id)
    har = {post.conversation_id for post in staar}
    alle = await kanalene(uow, kilde, s.utelatt)
    return Stilling(tuple(staar), tuple((k, g) for k, g in alle if k.id not in har))


async def staaende(uow: UnitOfWork, moete_id: int) -> list[Utpost]:
    """In channels or on their way there, all of it or a part, whenever it was put out."""
    alle = [await kanalposter.staar(uow, noekkel) for noekkel in await _noeklene(uow, moete_id)]
    return [post for poster in alle for post in poster]


async def legg_ut(
    uow: UnitOfWork, varsler: Varsler, kilde: Kilde, s: Sammendrag, at: datetime, av: Hvem
) -> int:
    """As it is to be, at once: in each channel that wants it and has it not (how many), and what stands is
    changed in its place. Raises Conflict where somebody else was first: the caller runs again, and sees
    that it is out.
    """
    stilling, endres = await stillingen(uow, kilde, s), kilde.endres(s)
    rettet = None
    if stilling.staar:
        rettet = at.astimezone(UTC) if endres else s.rettet
    ute = replace(
        s,
        tilstand=Sammendragstilstand.LAGT_UT,
        lagt_ut=at.astimezone(UTC),
        lagt_ut_av=av,
        vist=tuple(sorted(noekler(uten(kilde.innhold, s.utelatt)))),
        vist_innledning=s.innledning,
        rettet=rettet,
    )
    if stilling.staar:
        ute = replace(ute, merke=kilde.merke(ute, at.astimezone(UTC)).tekst())
    else:
        ute = replace(ute, merke=kilde.merke(replace(ute, merke=None), None).tekst())
    lagret = await (uow.sammendrag.opprett(ute) if s.id is None else uow.sammendrag.lagre(ute))
    await _endre(uow, kilde, lagret, at)
    await _legg_vekk(uow, s.moete_id, [kanal.id for kanal, _ in stilling.mangler])
    return sum([await varsler.til_kanal(k, _varsel(kilde, lagret, g)) for k, g in stilling.mangler])


async def rett(uow: UnitOfWork, kilde: Kilde, s: Sammendrag, at: datetime) -> None:
    """What stands in the channels says what the referat says now, and when it was corrected. Nothing is
    sent where it says the same, and nothing that is new: that is for who keeps the referat to put out.
    """
    klokka = at.astimezone(UTC)
    naa, foer = kilde.merke(s, klokka), les(s.merke)
    if naa == foer:
        return
    endret = naa.ordene != foer.ordene
    ny = replace(s, merke=naa.tekst(), rettet=klokka if endret else s.rettet)
    lagret = await uow.sammendrag.lagre(ny)
    if not naa.likt(foer) or naa.deler != foer.deler:
        await _endre(uow, kilde, lagret, at)


async def rett_straks(uow: UnitOfWork, kilde: Kilde, at: datetime) -> None:
    """In the transaction that changed it: what has become unntatt goes out of the channels at once."""
    s = await uow.sammendrag.for_moete(kilde.hode.id)
    if s is not None and s.tilstand is Sammendragstilstand.LAGT_UT:
        await rett(uow, kilde, s, at)


async def slettet(uow: UnitOfWork, noekkel: str) -> None:
    """A post with that key was taken down. When no channel has the sammendrag any more, it is SLETTET and
    is not changed again; a key of something else is no matter.
    """
    funnet = _NOEKKEL.match(noekkel)
    s = await uow.sammendrag.for_moete(int(funnet[2])) if funnet else None
    if s is None or s.tilstand is not Sammendragstilstand.LAGT_UT:
        return
    if not await staaende(uow, s.moete_id):
        await uow.sammendrag.lagre(replace(s, tilstand=Sammendragstilstand.SLETTET))


async def _endre(uow: UnitOfWork, kilde: Kilde, s: Sammendrag, at: datetime) -> None:
    """Also a part that has nothing left, or is there no more, and what waits to be tried again."""
    for noekkel, del_nr in (await _noeklene(uow, s.moete_id)).items():
        gruppe = kilde.gruppe(del_nr)
        ordlegg = _ordlegg(kilde, s, gruppe)
        await kanalposter.endre(uow, at, noekkel, f"v{s.versjon}", ordlegg, gruppe.organ_ids or None)


async def _legg_vekk(uow: UnitOfWork, moete_id: int, kanaler: Sequence[str]) -> None:
    """What did not come out there is not tried again: it is put out anew."""
    for noekkel in await _noeklene(uow, moete_id):
        await kanalposter.legg_vekk(uow, noekkel, kanaler)


async def _noeklene(uow: UnitOfWork, moete_id: int) -> dict[str, int]:
    """What it has been queued under, each with the number of its part."""
    hele = await uow.utboks.under(f"sammendrag:{moete_id}:")
    deler = await uow.utboks.under(f"sammendragdel:{moete_id}.")
    funnet = [_NOEKKEL.match(post.noekkel) for post in (*hele, *deler)]
    return {m[1]: int(m[3] or 0) for m in funnet if m}


def _varsel(kilde: Kilde, s: Sammendrag, gruppe: Gruppe) -> Varsel:
    return Varsel(
        noekkelen(s, gruppe),
        Varselslag.SAMMENDRAG,
        _ordlegg(kilde, s, gruppe),
        kilde.hode.id,
        kanalslag=Kanalslag.SAMMENDRAG,
        straks=True,
    )


def _ordlegg(kilde: Kilde, s: Sammendrag, gruppe: Gruppe) -> kanalposter.Ordlegg:
    def ordlegg(norsk: Norsk) -> Message:
        return sammendragskort(norsk, kilde.ute(s, gruppe))

    return ordlegg
