"""The sammendrag is shown to those who keep the referat before anybody else sees it."""

from collections.abc import Iterable
from dataclasses import replace

from bot.cards.sammendragsforslag import forslagskort
from bot.domain.frammoete import Hvem
from bot.domain.organ import Rolle
from bot.domain.ports import UnitOfWork
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.sammendragskilde import Kilde, kanalene
from bot.varsling.varsler import Naadd, Varsel, Varsler

VENTER = frozenset({Sammendragstilstand.FORESLAATT, Sammendragstilstand.IKKE_NAA})


async def ved_heving(uow: UnitOfWork, varsler: Varsler, kilde: Kilde, lukker: str) -> None:
    """In the transaction that closed the møte. `lukker` is the Teams key of who did. Nothing where there
    is nothing to tell, nobody wants it, or it has been put out before.
    """
    if not kilde.innhold.linjer or not await kanalene(uow, kilde):
        return
    s = await _foreslaa(uow, kilde)
    if s is None:
        return
    varsel = await varslet(uow, kilde, s, f"{kilde.linjer[-1].id}")
    naadde = [await varsler.til_key(lukker, varsel)]
    referenter = kilde.stand.referenter if kilde.stand else ()
    naadde += await varsler.til_personer(_personer(referenter), varsel)
    for rolle in (Rolle.LEDER, Rolle.SEKRETARIAT):
        if not any(n.vet for n in naadde):
            naadde += await varsler.til_roller(kilde.hode.organ_ids, [rolle], varsel)


async def til_en(
    uow: UnitOfWork, varsler: Varsler, kilde: Kilde, s: Sammendrag, key: str, gang: str
) -> Naadd:
    """To that one in 1:1, who has asked for it where others read along."""
    return await varsler.til_key(key, await varslet(uow, kilde, s, gang))


async def trekk(uow: UnitOfWork, moete_id: int) -> None:
    """The møte goes on: what was shown of it and has not left is taken back."""
    for post in await uow.utboks.under(f"sammendragvis:{moete_id}:"):
        await uow.utboks.trekk(post.noekkel)


async def varslet(uow: UnitOfWork, kilde: Kilde, s: Sammendrag, gang: str) -> Varsel:
    kanaler = [(kanal, gruppe.del_nr) for kanal, gruppe in await kanalene(uow, kilde)]

    def ordlegg(norsk: Norsk) -> Message:
        return forslagskort(norsk, kilde.vist(s), kanaler, kilde.sett(s))

    noekkel = f"sammendragvis:{kilde.hode.id}:{gang}"
    return Varsel(noekkel, Varselslag.SAMMENDRAG, ordlegg, kilde.hode.id, haster=True)


async def _foreslaa(uow: UnitOfWork, kilde: Kilde) -> Sammendrag | None:
    """None where it has been out. Raises Conflict where somebody else was first."""
    s = await uow.sammendrag.for_moete(kilde.hode.id)
    if s is None:
        return await uow.sammendrag.opprett(Sammendrag(kilde.hode.id))
    if s.tilstand is Sammendragstilstand.IKKE_NAA:
        return await uow.sammendrag.lagre(replace(s, tilstand=Sammendragstilstand.FORESLAATT))
    return s if s.tilstand is Sammendragstilstand.FORESLAATT else None


def _personer(folk: Iterable[Hvem]) -> list[int]:
    return [hvem.person_id for hvem in folk if hvem.person_id is not None]
