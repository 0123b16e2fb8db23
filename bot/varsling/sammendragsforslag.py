"""The sammendrag is shown to those who keep the referat before anybody else sees it."""

from collections.abc import Iterable
from dataclasses import replace

from bot.cards.sammendragsforslag import Hvor, forslagskort
from bot.domain.frammoete import Hvem
from bot.domain.organ import Rolle
from bot.domain.ports import UnitOfWork
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from bot.domain.utboks import Utposttilstand, Varselslag
from bot.turn import Message, Norsk
from bot.varsling.sammendragskilde import Kilde, kanalene
from bot.varsling.sammendragsposter import staaende, stillingen
from bot.varsling.varsler import Naadd, Varsel, Varsler

_PAA_VEI = (Utposttilstand.VENTER, Utposttilstand.SENDER)


async def ved_heving(uow: UnitOfWork, varsler: Varsler, kilde: Kilde, lukker: str) -> None:
    """In the transaction that closed the møte. `lukker` is the Teams key of who did. Nothing where there
    is nothing to tell, nobody wants it, or all of it has been put out before.
    """
    if not kilde.innhold.linjer or not await kanalene(uow, kilde):
        return
    s = await _foreslaa(uow, kilde)
    if s is not None:
        gang = _nytt(kilde, s) if s.tilstand is Sammendragstilstand.LAGT_UT else f"{kilde.linjer[-1].id}"
        await _si(varsler, kilde, await varslet(uow, kilde, s, gang), s, lukker)


async def foreslaa_nytt(uow: UnitOfWork, varsler: Varsler, kilde: Kilde, s: Sammendrag) -> None:
    """What is new in the referat since it was put out, where nobody has been asked about it."""
    gang = _nytt(kilde, s)
    spurt = await uow.utboks.under(f"sammendragvis:{kilde.hode.id}:{gang}:")
    if kilde.nytt(s) and not spurt and await staaende(uow, s.moete_id):
        await _si(varsler, kilde, await varslet(uow, kilde, s, gang), s)


async def til_en(
    uow: UnitOfWork, varsler: Varsler, kilde: Kilde, s: Sammendrag, key: str, gang: str
) -> Naadd:
    """To that one in 1:1, who has asked for it where others read along."""
    return await varsler.til_key(key, await varslet(uow, kilde, s, gang))


async def trekk(uow: UnitOfWork, moete_id: int) -> None:
    """The møte goes on: what was shown of it and has not left is taken back."""
    for post in await uow.utboks.under(f"sammendragvis:{moete_id}:"):
        await uow.utboks.trekk(post.noekkel)


async def hvor(uow: UnitOfWork, kilde: Kilde, s: Sammendrag) -> Hvor:
    """Where it goes, and where it is already."""
    stilling = await stillingen(uow, kilde, s)
    kanaler = {p.conversation_id: await uow.conversation(p.conversation_id) for p in stilling.staar}
    venter = {p.conversation_id for p in stilling.staar if p.tilstand in _PAA_VEI}
    return Hvor(
        tuple((kanal, gruppe.del_nr) for kanal, gruppe in stilling.mangler),
        tuple(kanal for kanal in kanaler.values() if kanal),
        s.lagt_ut is not None,
        bool(kanaler) and kilde.endres(s),
        tuple(kanal for kanal in kanaler.values() if kanal and kanal.id in venter),
    )


async def varslet(uow: UnitOfWork, kilde: Kilde, s: Sammendrag, gang: str) -> Varsel:
    stedene = await hvor(uow, kilde, s)

    def ordlegg(norsk: Norsk) -> Message:
        return forslagskort(norsk, kilde.vist(s), stedene, kilde.sett(s))

    noekkel = f"sammendragvis:{kilde.hode.id}:{gang}"
    return Varsel(noekkel, Varselslag.SAMMENDRAG, ordlegg, kilde.hode.id, haster=True)


async def _si(
    varsler: Varsler, kilde: Kilde, varsel: Varsel, s: Sammendrag, lukker: str | None = None
) -> None:
    """To who closed it, else who put it out, and to those who keep the referat; where none of them can be
    told, to the leder, and then to the sekretariat.
    """
    naadde = [await varsler.til_key(lukker, varsel)] if lukker else []
    referenter = kilde.stand.referenter if kilde.stand else ()
    lagt_ut_av = [s.lagt_ut_av] if s.lagt_ut_av and not lukker else []
    naadde += await varsler.til_personer(_personer([*lagt_ut_av, *referenter]), varsel)
    for rolle in (Rolle.LEDER, Rolle.SEKRETARIAT):
        if not any(n.vet for n in naadde):
            naadde += await varsler.til_roller(kilde.hode.organ_ids, [rolle], varsel)


async def _foreslaa(uow: UnitOfWork, kilde: Kilde) -> Sammendrag | None:
    """None where it has been out, and nothing is new. Raises Conflict where somebody else was first."""
    s = await uow.sammendrag.for_moete(kilde.hode.id)
    if s is None:
        return await uow.sammendrag.opprett(Sammendrag(kilde.hode.id))
    if s.tilstand is Sammendragstilstand.IKKE_NAA:
        return await uow.sammendrag.lagre(replace(s, tilstand=Sammendragstilstand.FORESLAATT))
    if s.tilstand is Sammendragstilstand.LAGT_UT and kilde.nytt(s) and await staaende(uow, s.moete_id):
        return s
    return s if s.tilstand is Sammendragstilstand.FORESLAATT else None


def _nytt(kilde: Kilde, s: Sammendrag) -> str:
    """One for all the new there is: who has been asked about it is not asked again."""
    return f"nytt{kilde.ord_merke(s)}"


def _personer(folk: Iterable[Hvem]) -> list[int]:
    return [hvem.person_id for hvem in folk if hvem.person_id is not None]
