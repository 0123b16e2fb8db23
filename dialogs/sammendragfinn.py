"""Which møte's sammendrag is meant, and what there is of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.cards.ord import organnavn
from bot.domain import bokrett
from bot.domain.moetebok import Boktilstand
from bot.domain.organvalg import Rekkefoelge
from bot.domain.register import Moetehode
from bot.domain.rettigheter import IkkeLov, Rett
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from bot.turn import Meaning, Reply, Slots, Turn
from bot.varsling.sammendragskilde import Kilde, kilden
from dialogs.bok import bokens_navn
from dialogs.moetet import finn_moete
from dialogs.oppslag import slaa_opp_foerst
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp
from dialogs.svar import si_setning


@dataclass(frozen=True)
class Funnet:
    """`s` is not stored yet where its `id` is None."""

    kilde: Kilde
    s: Sammendrag

    @property
    def hode(self) -> Moetehode:
        return self.kilde.hode

    @property
    def ute(self) -> bool:
        return self.s.tilstand is Sammendragstilstand.LAGT_UT


async def finn(turn: Turn, meaning: Meaning) -> Funnet | list[Reply]:
    """Of the last møte with a referat that fits the line; else the reply that asks, or says that there is
    none.
    """
    hode = await finn_moete(turn, meaning, await _krav(turn, meaning), Rekkefoelge.SISTE, ingen=_ingen)
    if not isinstance(hode, Moetehode):
        return hode
    funnet = await hent(turn, hode.id)
    return funnet or si_setning(
        turn, turn.norsk.tekst("sammendrag.uten_referat", moete=bokens_navn(turn, hode))
    )


async def den_nevnte(turn: Turn, meaning: Meaning) -> Funnet:
    """The one a button names. Raises UgyldigKnapp."""
    funnet = await hent(turn, meaning.slots.moete_id or 0)
    if funnet is None:
        raise UgyldigKnapp
    return funnet


async def laas_boken(turn: Turn, meaning: Meaning) -> None:
    """Its møtebok is not changed between what is read of it now and what is written."""
    bok = await turn.uow.boeker.for_moete(meaning.slots.moete_id or 0)
    if bok is not None and bok.id is not None:
        await turn.uow.boeker.laas(bok.id)


async def hent(turn: Turn, moete_id: int) -> Funnet | None:
    kilde = await kilden(turn.uow, turn.register, moete_id)
    if kilde is None:
        return None
    return Funnet(kilde, await turn.uow.sammendrag.for_moete(moete_id) or Sammendrag(moete_id))


def krev_foere(turn: Turn, kilde: Kilde) -> None:
    """Whoever keeps its referat decides. Where Teams' roster may know better who it is, it is asked
    first. Raises IkkeLov.
    """
    if kilde.stand is None:
        krev(turn, Rett.FOERE_REFERAT, kilde.hode.organ_ids)
        return
    try:
        bokrett.krev_foere(turn.aktoer, kilde.stand, kilde.hode.organ_ids)
    except IkkeLov:
        slaa_opp_foerst(turn)
        raise


async def _krav(turn: Turn, meaning: Meaning) -> Callable[[Moetehode], bool]:
    """What was closed today is the last one, also before the hour it was to end."""
    boeker = {b.moete_id: b for b in await turn.uow.boeker.i_tilstand(tuple(Boktilstand))}
    dag = turn.incoming.at.date()
    lukket = {i for i, b in boeker.items() if b.tilstand is not Boktilstand.AAPEN}
    i_dag = {o for m in turn.register.moeter if m.id in lukket and m.dato == dag for o in m.organ_ids}

    def eldre(hode: Moetehode) -> bool:
        return meaning.slots.period is None and _foer(hode, dag) and bool(i_dag & set(hode.organ_ids))

    return lambda hode: (hode.har_referat or hode.id in boeker) and not eldre(hode)


def _foer(hode: Moetehode, dag: date) -> bool:
    return hode.dato < dag


def _ingen(turn: Turn, slots: Slots, organ_id: int | None) -> str:
    hvem = organnavn(turn.register, (organ_id,), turn.incoming.at.date()) if organ_id else slots.organ_tekst
    if hvem:
        return turn.norsk.tekst("sammendrag.ingen_i", organ=hvem)
    return turn.norsk.tekst("sammendrag.ingen")
