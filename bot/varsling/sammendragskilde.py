"""What the sammendrag of a møte is written from, as it stands now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cards.sammendrag import TATT_BORT, Visning
from bot.domain.boklesing import les
from bot.domain.bokstand import Bokstand
from bot.domain.conversation import Conversation
from bot.domain.kanaloensker import Kanalslag
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag, Moetebok
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode, Register
from bot.domain.sammendrag import Sammendrag
from bot.domain.sammendragsinnhold import Innhold, av_boken, av_referat, neste_moete
from bot.domain.sammendragsutvalg import Gruppe, bare, for_gruppe, grupper, merke, noekler, uten
from bot.varsling.kanalvalg import som_vil_ha
from bot.varsling.sammendragsmerke import Delmerke, Merke
from bot.varsling.sammendragsmerke import les as les_merke

_AAPNER = frozenset({Foeringsslag.GJENAAPNET, Foeringsslag.ANGRET})


@dataclass(frozen=True)
class Kilde:
    """`bok`, `linjer` and `stand` of a møte whose referat is kept here; else it came as a paper.
    `innhold` is all of it as it stands now, `lukket` as much as channels may be shown: of a møte that is
    open again what stood when it was closed, and is there still.
    """

    register: Register
    hode: Moetehode
    innhold: Innhold
    lukket: Innhold
    bok: Moetebok | None = None
    stand: Bokstand | None = None
    linjer: Sequence[Foering] = ()

    @property
    def aapen(self) -> bool:
        """The møte goes on."""
        return self.bok is not None and self.bok.tilstand is Boktilstand.AAPEN

    @property
    def neste(self) -> Moetehode | None:
        return neste_moete(self.register, self.hode)

    @property
    def grupper(self) -> tuple[Gruppe, ...]:
        return grupper(self.innhold, self.hode.organ_ids)

    def gruppe(self, del_nr: int) -> Gruppe:
        """Also of a part that has nothing to tell, or is there no more (then of no bodies)."""
        alle = grupper(self.innhold, self.hode.organ_ids, tomme=True)
        return next((g for g in alle if g.del_nr == del_nr), Gruppe((), del_nr))

    def vist(self, s: Sammendrag) -> Visning:
        """All of it as it is to be, for who decides."""
        return Visning(
            self.register, self.hode, uten(self.innhold, s.utelatt), s.innledning, neste=self.neste
        )

    def ute(self, s: Sammendrag, gruppe: Gruppe) -> Visning:
        """What is shown to that group: never more than who put it out was shown."""
        egen = gruppe.del_nr
        return Visning(
            self.register,
            self.hode,
            bare(for_gruppe(self.lukket, gruppe), s.vist, egen),
            None if egen else s.vist_innledning,
            self._rettet(s, egen),
            self.neste,
            egen,
            tomt=TATT_BORT if s.vist else "",
        )

    def nytt(self, s: Sammendrag) -> bool:
        """Whether there is something to tell that nobody has been asked about since it was put out."""
        return not noekler(uten(self.innhold, s.utelatt)) <= set(s.vist)

    def ord_merke(self, s: Sammendrag) -> str:
        """What it is to say, in brief: the same as long as nothing of it has changed."""
        return merke(uten(self.innhold, s.utelatt), s.innledning)

    def sett(self, s: Sammendrag) -> str:
        """What whoever decides has seen: other words are another, and so is what was done with it since."""
        return f"{self.ord_merke(s)}.{int(s.lagt_ut.timestamp()) if s.lagt_ut else 0}"

    def endres(self, s: Sammendrag) -> bool:
        """Whether what stands in channels would say something else if it were put out now."""
        ute = merke(bare(self.lukket, s.vist), s.vist_innledning)
        return self.ord_merke(s) != ute or self.nytt(s)

    def merke(self, s: Sammendrag, rettet: datetime | None) -> Merke:
        """What the channels are shown now. Of a part: `rettet` where it has changed."""
        foer = les_merke(s.merke).deler
        deler = {}
        for g in grupper(self.lukket, self.hode.organ_ids, tomme=True)[1:]:
            ordene = merke(bare(for_gruppe(self.lukket, g), s.vist, g.del_nr))
            sist = foer.get(g.del_nr)
            deler[g.del_nr] = sist if sist and sist.ordene == ordene else Delmerke(ordene, rettet)
        return Merke(
            sporet(self.hode, self.bok),
            nestespor(self.neste),
            merke(bare(self.lukket, s.vist), s.vist_innledning),
            "u" if self.innhold.utkast else "f" if self.innhold.foreloepig else "g",
            deler,
        )

    def _rettet(self, s: Sammendrag, del_nr: int) -> datetime | None:
        """Another body is not told that something was changed in what is not theirs."""
        if not del_nr:
            return s.rettet
        delen = les_merke(s.merke).deler.get(del_nr)
        return delen.rettet if delen else None


def sporet(hode: Moetehode, bok: Moetebok | None) -> str:
    """Moves whenever something may have changed."""
    return f"m{hode.versjon}" if bok is None else f"b{bok.siste}"


def nestespor(neste: Moetehode | None) -> str:
    """Moves when what is told of it may have."""
    return f"{neste.id}.{neste.versjon}" if neste else ""


async def kilden(uow: UnitOfWork, register: Register, moete_id: int) -> Kilde | None:
    """None where the møte has neither a referat that is kept here nor one from a paper."""
    hode, moete = register.hode(moete_id), await uow.moete(moete_id)
    if hode is None or moete is None:
        return None
    bok = await uow.boeker.for_moete(moete_id)
    if bok is not None:
        return av_bok(register, hode, moete, bok, await uow.boeker.les(bok.id or 0))
    if moete.referat is None:
        return None
    innhold = av_referat(moete)
    return Kilde(register, hode, innhold, innhold)


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
    innhold = av_boken(lest, moete)
    lukket = innhold
    if bok.tilstand is Boktilstand.AAPEN:
        foer = _da_det_var_lukket(linjer)
        lukket = bare(av_boken(foer, moete), noekler(innhold)) if foer else Innhold()
    return Kilde(register, hode, innhold, lukket, bok, lest, linjer)


def _da_det_var_lukket(linjer: Sequence[Foering]) -> Bokstand | None:
    """Before it was opened again, or its closing taken back. None where it never was closed."""
    for n in range(len(linjer) - 1, -1, -1):
        if linjer[n].slag in _AAPNER:
            stand = les(list(linjer[:n]))
            if stand.tilstand is not Boktilstand.AAPEN:
                return stand
    return None


async def kanalene(
    uow: UnitOfWork, kilde: Kilde, utelatt: Collection[str] = ()
) -> list[tuple[Conversation, Gruppe]]:
    """Who wants it, each once, with what is theirs: one that several groups share gets it all. Of a part
    that is left out, none.
    """
    funnet: dict[str, tuple[Conversation, Gruppe]] = {}
    for gruppe in grupper(uten(kilde.innhold, utelatt), kilde.hode.organ_ids):
        for kanal in await som_vil_ha(uow, gruppe.organ_ids, Kanalslag.SAMMENDRAG):
            funnet.setdefault(kanal.id, (kanal, gruppe))
    return list(funnet.values())
