"""What the sammendrag of a møte is written from, as it stands now."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.sammendrag import Visning
from bot.domain.boklesing import les
from bot.domain.bokstand import Bokstand
from bot.domain.conversation import Conversation
from bot.domain.kanaloensker import Kanalslag
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Foering, Moetebok
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode, Register
from bot.domain.sammendrag import Sammendrag
from bot.domain.sammendragsinnhold import (
    Gruppe,
    Innhold,
    av_boken,
    av_referat,
    for_gruppe,
    grupper,
    merke,
    neste_moete,
    uten,
)
from bot.varsling.kanalvalg import som_vil_ha


@dataclass(frozen=True)
class Kilde:
    """`bok`, `linjer` and `stand` of a møte whose referat is kept here; else it came as a paper."""

    register: Register
    hode: Moetehode
    innhold: Innhold
    bok: Moetebok | None = None
    stand: Bokstand | None = None
    linjer: Sequence[Foering] = ()

    @property
    def aapen(self) -> bool:
        """The møte goes on."""
        return self.bok is not None and self.bok.tilstand is Boktilstand.AAPEN

    @property
    def spor(self) -> str:
        """Moves whenever something may have changed."""
        return sporet(self.hode, self.bok)

    @property
    def grupper(self) -> tuple[Gruppe, ...]:
        return grupper(self.innhold, self.hode.organ_ids)

    def vist(self, s: Sammendrag, gruppe: Gruppe | None = None) -> Visning:
        """What is shown of it to that group; without one, all of it."""
        alt = uten(self.innhold, s.utelatt)
        return Visning(
            self.register,
            self.hode,
            for_gruppe(alt, gruppe) if gruppe else alt,
            s.innledning if not (gruppe and gruppe.del_nr) else None,
            s.rettet,
            neste_moete(self.register, self.hode),
            gruppe.del_nr if gruppe else 0,
        )

    def ord_merke(self, s: Sammendrag) -> str:
        """What it says, in brief: the same as long as nothing of it has changed."""
        return merke(uten(self.innhold, s.utelatt), s.innledning)

    def sett(self, s: Sammendrag) -> str:
        """What whoever decides has seen: other words are another, and so is what was taken away since."""
        return f"{self.ord_merke(s)}.{int(s.lagt_ut.timestamp()) if s.lagt_ut else 0}"

    def merke(self, s: Sammendrag) -> str:
        """What the channels are shown now, for `Sammendrag.merke`."""
        return "|".join([self.spor, self.ord_merke(s), "f" if self.innhold.foreloepig else "g"])


def sporet(hode: Moetehode, bok: Moetebok | None) -> str:
    return f"m{hode.versjon}" if bok is None else f"b{bok.siste}"


async def kilden(uow: UnitOfWork, register: Register, moete_id: int) -> Kilde | None:
    """None where the møte has neither a referat that is kept here nor one from a paper."""
    hode, moete = register.hode(moete_id), await uow.moete(moete_id)
    if hode is None or moete is None:
        return None
    bok = await uow.boeker.for_moete(moete_id)
    if bok is not None:
        return av_bok(register, hode, moete, bok, await uow.boeker.les(bok.id or 0))
    return Kilde(register, hode, av_referat(moete)) if moete.referat else None


def av_bok(
    register: Register,
    hode: Moetehode,
    moete: Moete,
    bok: Moetebok,
    linjer: Sequence[Foering],
    stand: Bokstand | None = None,
) -> Kilde:
    """`stand` is what the log folds into, where that is known."""
    lest = stand or les(list(linjer))
    return Kilde(register, hode, av_boken(lest, moete), bok, lest, linjer)


async def kanalene(uow: UnitOfWork, kilde: Kilde) -> list[tuple[Conversation, Gruppe]]:
    """Who wants it, each once, with what is theirs: one that several groups share gets it all."""
    funnet: dict[str, tuple[Conversation, Gruppe]] = {}
    for gruppe in kilde.grupper:
        for kanal in await som_vil_ha(uow, gruppe.organ_ids, Kanalslag.SAMMENDRAG):
            funnet.setdefault(kanal.id, (kanal, gruppe))
    return list(funnet.values())
