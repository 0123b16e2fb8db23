"""The sammendrag in the channels: put out, changed in its place, and taken away."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from bot.cards.sammendrag import sammendragskort
from bot.domain.frammoete import Hvem
from bot.domain.kanaloensker import Kanalslag
from bot.domain.ports import UnitOfWork
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from bot.domain.sammendragsinnhold import Gruppe
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling import kanalposter
from bot.varsling.sammendragskilde import Kilde, kanalene
from bot.varsling.varsler import Varsel, Varsler

_NOEKKEL = re.compile(r"(?:sammendrag|sammendragdel):(\d+)[.:]")


def noekkelen(s: Sammendrag, gruppe: Gruppe) -> str:
    """What it is queued under for that group; anew where it was taken away and is put out again."""
    gang = int(s.lagt_ut.timestamp()) if s.lagt_ut else 0
    if gruppe.del_nr:
        return f"sammendragdel:{s.moete_id}.{gruppe.del_nr}:{gang}"
    return f"sammendrag:{s.moete_id}:{gang}"


async def legg_ut(
    uow: UnitOfWork, varsler: Varsler, kilde: Kilde, s: Sammendrag, at: datetime, av: Hvem
) -> int:
    """In each channel that wants it, at once; how many. Raises Conflict where somebody else was first:
    the caller runs again, and sees that it is out.
    """
    ute = replace(s, tilstand=Sammendragstilstand.LAGT_UT, lagt_ut=at.astimezone(UTC), lagt_ut_av=av)
    ute = replace(ute, rettet=None)
    ute = replace(ute, merke=kilde.merke(ute))
    await (uow.sammendrag.opprett(ute) if s.id is None else uow.sammendrag.lagre(ute))
    mottakere = await kanalene(uow, kilde)
    return sum([await varsler.til_kanal(kanal, _varsel(kilde, ute, gruppe)) for kanal, gruppe in mottakere])


async def rett(uow: UnitOfWork, kilde: Kilde, s: Sammendrag, at: datetime) -> None:
    """What stands in the channels says what the referat says now, and when it was corrected. Nothing is
    sent where it says the same.
    """
    naa, foer = kilde.merke(s), s.merke or ""
    if naa == foer:
        return
    _, ordene, tilstand = naa.split("|")
    endret = ordene != foer.split("|")[1]
    ny = replace(s, merke=naa, rettet=at.astimezone(UTC) if endret else s.rettet)
    lagret = await uow.sammendrag.lagre(ny)
    if endret or tilstand != foer.split("|")[2]:
        for gruppe in kilde.grupper:
            utgave = f"v{lagret.versjon}"
            await kanalposter.endre(uow, at, noekkelen(s, gruppe), utgave, _ordlegg(kilde, ny, gruppe))


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
    s = await uow.sammendrag.for_moete(int(funnet[1])) if funnet else None
    if s is None or s.tilstand is not Sammendragstilstand.LAGT_UT:
        return
    if not await _staar(uow, s):
        await uow.sammendrag.lagre(replace(s, tilstand=Sammendragstilstand.SLETTET))


async def _staar(uow: UnitOfWork, s: Sammendrag) -> bool:
    """In some channel, all of it or a part."""
    if await kanalposter.staar(uow, noekkelen(s, Gruppe(()))):
        return True
    deler = {p.noekkel.split(":")[1] for p in await uow.utboks.under(f"sammendragdel:{s.moete_id}.")}
    numre = [int(d.partition(".")[2]) for d in sorted(deler)]
    return any([await kanalposter.staar(uow, noekkelen(s, Gruppe((), nr))) for nr in numre])


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
        return sammendragskort(norsk, kilde.vist(s, gruppe))

    return ordlegg
