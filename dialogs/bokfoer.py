"""The one door into the log of a møtebok: its lock, how it stands, may this person, the lines, and what
follows from them.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC

from bot.domain import bokrett
from bot.domain.aktoer import Aktoer
from bot.domain.bokakt import Akt
from bot.domain.bokdeler import organer_naa
from bot.domain.bokendret import endrer_sendt
from bot.domain.bokgodkjenning import hode_etter
from bot.domain.bokholdt import krever_papirer, med_papirene
from bot.domain.boklesing import les
from bot.domain.bokstand import Bokstand
from bot.domain.errors import Refusal
from bot.domain.moetebok import Foering, Moetebok
from bot.domain.oppgave import Oppgave
from bot.domain.register import Moetehode
from bot.domain.rettigheter import IkkeLov
from bot.turn import Turn
from bot.varsling.kanalreferat import rett_oppgaver
from dialogs.bokindeks import indekser
from dialogs.bokoppgaver import synk
from dialogs.moetet import papirene
from dialogs.oppdragfoelg import foelg_oppdragene
from dialogs.oppslag import slaa_opp_foerst
from dialogs.sammendragskjul import skjul_unntatte


class IngenBok(Refusal):
    """There is no møtebok here, or no longer."""


@dataclass(frozen=True)
class Bok:
    """A møtebok that is held: its head, whose møte it is, its whole log and how it stands. `akt` is for
    the lines of this turn.
    """

    bok: Moetebok
    hode: Moetehode
    linjer: tuple[Foering, ...]
    stand: Bokstand
    akt: Akt

    @property
    def id(self) -> int:
        return self.bok.id or 0

    @property
    def organ_ids(self) -> tuple[int, ...]:
        """Whose people a line may name: the møte's bodies, and the part's that goes on."""
        return organer_naa(self.stand, self.hode.organ_ids)


@dataclass(frozen=True)
class Foert:
    """What was noted: how it stood, how it stands, the lines, and the oppgaver that changed with them."""

    bok: Moetebok
    hode: Moetehode
    foer: Bokstand
    etter: Bokstand
    linjer: tuple[Foering, ...]
    oppgaver: tuple[Oppgave, ...] = ()

    @property
    def nye_punkter(self) -> tuple[int, ...]:
        """The numbers of the points that were not there before."""
        return tuple(nr for nr in self.etter.punkter if nr not in self.foer.punkter)


Handling = Callable[[Bok], Sequence[Foering]]
Krav = Callable[[Aktoer, Bokstand, Collection[int]], None]
"""Raises IkkeLov."""


async def foer(turn: Turn, handling: Handling, *, krev: Krav = bokrett.krev_foere) -> Foert:
    """Notes the lines that the handling gives, in `turn.bok_id`. Raises IngenBok, IkkeLov, and what the
    handling raises; then nothing is noted.
    """
    bok = await hold(turn, krev=krev)
    return await noter(turn, bok, handling(bok))


async def hold(turn: Turn, *, krev: Krav = bokrett.krev_foere) -> Bok:
    """Takes its lock, for an act that must look before it decides. Raises IngenBok and IkkeLov."""
    if turn.bok_id is None:
        raise IngenBok
    try:
        bok, linjer = await turn.uow.boeker.laas(turn.bok_id)
    except LookupError as feil:
        raise IngenBok from feil
    hode = turn.register.hode(bok.moete_id)
    if hode is None:
        raise IngenBok
    stand = turn.bokminne.les(turn.bok_id, linjer, husk=not turn.writes)
    _krev(turn, krev, stand, hode)
    return Bok(bok, hode, tuple(linjer), stand, akten(turn))


async def noter(turn: Turn, bok: Bok, nye: Sequence[Foering]) -> Foert:
    """Adds them to what is held, with what follows: the head, and the oppgaver."""
    turn.writes = True
    turn.sendt_endret |= endrer_sendt(bok.stand, nye)
    if krever_papirer(nye):
        nye = med_papirene(nye, bok.stand, await papirene(turn, bok.hode))
    lagret = await turn.uow.boeker.noter(bok.id, nye)
    etter = les([*bok.linjer, *lagret], bok.stand)
    hodet = replace(hode_etter(bok.bok, etter), siste=etter.siste)
    if hodet != replace(bok.bok, siste=etter.siste):
        await turn.uow.boeker.lagre(hodet)
    await indekser(turn, hodet, bok.hode, bok.stand, etter)
    await skjul_unntatte(turn, bok.hode, hodet, [*bok.linjer, *lagret], bok.stand, etter)
    oppgaver = await synk(turn.uow, hodet, bok.hode, bok.stand, etter, turn.aktoer.hvem, turn.incoming.at)
    if oppgaver:
        await rett_oppgaver(turn.uow, turn.register, oppgaver, turn.incoming.at)
    await foelg_oppdragene(turn, hodet, bok.hode, bok.stand, etter)
    return Foert(hodet, bok.hode, bok.stand, etter, tuple(lagret), tuple(oppgaver))


async def se(turn: Turn) -> Bok:
    """How it stands, without its lock. Whose right it takes is the caller's to ask. Raises IngenBok."""
    bok = await turn.uow.boeker.hent(turn.bok_id) if turn.bok_id is not None else None
    hode = turn.register.hode(bok.moete_id) if bok else None
    if bok is None or hode is None:
        raise IngenBok
    linjer = await turn.uow.boeker.les(bok.id or 0)
    stand = turn.bokminne.les(bok.id or 0, linjer, husk=False)
    return Bok(bok, hode, tuple(linjer), stand, akten(turn))


def akten(turn: Turn) -> Akt:
    """One for a turn: the operation of the button that was pressed, else the activity."""
    incoming = turn.incoming
    op = incoming.button.data.get("op") if incoming.button else None
    akt_id = op if isinstance(op, str) and op else incoming.activity_id
    return Akt(turn.aktoer.hvem, incoming.at.astimezone(UTC), akt_id)


def _krev(turn: Turn, krev: Krav, stand: Bokstand, hode: Moetehode) -> None:
    """Where Teams' roster may know better who it is, it is asked first and the turn run again."""
    try:
        krev(turn.aktoer, stand, hode.organ_ids)
    except IkkeLov:
        slaa_opp_foerst(turn)
        raise
