"""Which body, and which møte, a line means: never a guess. What fits twice is asked about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.conversation import Context, Conversation, ConversationKind
from bot.domain.moeter import avholdte, avlyste, i_perioden, kommende
from bot.domain.navn import inneholder, norm
from bot.domain.register import Moetehode, Register

HUSKES = timedelta(minutes=10)
"""How long «der» and «møtet» point back to what was shown last in the conversation."""

Krav = Callable[[Moetehode], bool]


class Rekkefoelge(StrEnum):
    """NESTE: one that is not over, or none. NAERMESTE: the next, else the latest. SISTE: the latest
    that is over, else the next.
    """

    NESTE = "neste"
    NAERMESTE = "naermeste"
    SISTE = "siste"


@dataclass(frozen=True)
class Oenske:
    """What a line says about the møte it means. `krav`: what the møte must have."""

    organ_ids: tuple[int, ...] = ()
    fellesskap_id: int | None = None
    fra: date | None = None
    til: date | None = None
    krav: Krav = lambda moete: True
    rekkefoelge: Rekkefoelge = Rekkefoelge.NAERMESTE
    """Holds where no period is said."""
    peker_tilbake: bool = True
    """What was just shown is meant where nothing else is said. «Neste møte» never points back."""

    @property
    def har_periode(self) -> bool:
        return self.fra is not None or self.til is not None


@dataclass(frozen=True)
class Moetevalg:
    """`moete` is chosen, or one of the others holds what to ask between; all empty: nothing found."""

    moete: Moetehode | None = None
    organer: tuple[int, ...] = ()
    fellesskap: tuple[int, ...] = ()
    moeter: tuple[Moetehode, ...] = ()
    organ_id: int | None = None
    """The body that was meant, also where it has no such møte."""


def fersk(context: Context, at: datetime) -> Context:
    """What may still be pointed back to at `at`; an empty context otherwise."""
    if context.shown is None or not timedelta(0) <= at - context.shown <= HUSKES:
        return Context()
    return context


def organer_i_navnet(register: Register, conversation: Conversation) -> tuple[int, ...]:
    """The bodies the channel's or chat's name names. A name inside a longer one does not count."""
    if conversation.kind is ConversationKind.PERSONAL or not conversation.name:
        return ()
    treff = {
        (o.id, norm(n.navn))
        for o in register.organer
        for n in o.navneliste
        if o.id is not None and inneholder(conversation.name, n.navn)
    }
    lengste = [t for t in treff if not any(t[1] != a[1] and inneholder(a[1], t[1]) for a in treff)]
    return tuple(sorted({organ_id for organ_id, _ in lengste}))


def velg_organ(
    register: Register, nevnte: tuple[int, ...], i_navnet: tuple[int, ...], sist_vist: int | None
) -> tuple[int, ...]:
    """One body: it is meant. Several: ask. None: nothing points at one.

    A name that fits several bodies is narrowed by where it is said and by what was just shown.
    """
    if nevnte:
        for snevrere in (i_navnet, (sist_vist,)):
            felles = tuple(o for o in nevnte if o in snevrere)
            if len(nevnte) > 1 and len(felles) == 1:
                return felles
        return nevnte
    if i_navnet:
        return i_navnet
    return tuple(o.id for o in register.organer if o.id is not None) if len(register.organer) == 1 else ()


def velg_moete(
    register: Register, oenske: Oenske, i_navnet: tuple[int, ...], context: Context, at: datetime
) -> Moetevalg:
    """The møte a line means. `context` is what is still fresh (`fersk`).

    A named body or period decides; else what was just shown; else the channel's body; else the
    only body; else the nearest møte of any body in the helsefellesskap.
    """
    vist = _vist(register, oenske, context)
    if vist:
        return Moetevalg(vist, organ_id=context.organ_id)
    organer = velg_organ(register, oenske.organ_ids, i_navnet, context.organ_id)
    if len(organer) > 1:
        return Moetevalg(organer=organer)
    if organer:
        return _blant(register.moeter_i(organer[0]), oenske, at, organer[0])
    fellesskap = velg_fellesskap(register, oenske, context)
    if len(fellesskap) > 1:
        return Moetevalg(fellesskap=fellesskap)
    return _blant([m for m in register.moeter if m.helsefellesskap_id in fellesskap], oenske, at, None)


def velg_fellesskap(register: Register, oenske: Oenske, context: Context) -> tuple[int, ...]:
    """Those a line without a body may mean: the chosen one, that of what was just shown, or all."""
    if oenske.fellesskap_id is not None:
        return (oenske.fellesskap_id,)
    if context.organ_id is not None and any(o.id == context.organ_id for o in register.organer):
        return (register.organ(context.organ_id).helsefellesskap_id,)
    return tuple(h.id for h in register.helsefellesskap if h.id is not None)


def _vist(register: Register, oenske: Oenske, context: Context) -> Moetehode | None:
    hode = register.hode(context.moete_id) if context.moete_id is not None else None
    if hode is None or not oenske.peker_tilbake or oenske.har_periode or not oenske.krav(hode):
        return None
    passer = not oenske.organ_ids or bool(set(oenske.organ_ids) & set(hode.organ_ids))
    return hode if passer else None


def _blant(moeter: Iterable[Moetehode], oenske: Oenske, at: datetime, organ_id: int | None) -> Moetevalg:
    aktuelle = [m for m in moeter if oenske.krav(m)]
    if oenske.har_periode:
        i_tiden = i_perioden(aktuelle, oenske.fra, oenske.til)
        if oenske.rekkefoelge is Rekkefoelge.NESTE and i_tiden:
            foran = kommende(i_tiden, at) or i_tiden
            i_tiden = [m for m in foran if _samtidig(m, foran[0])]
        return _ett_eller_spoer(i_tiden, organ_id)
    foran, bak = kommende(aktuelle, at), avholdte(aktuelle, at)
    rekke = {
        Rekkefoelge.NESTE: foran,
        Rekkefoelge.NAERMESTE: foran + avlyste(aktuelle, at) + bak,
        Rekkefoelge.SISTE: bak + foran,
    }[oenske.rekkefoelge]
    return _ett_eller_spoer([m for m in rekke if _samtidig(m, rekke[0])], organ_id)


def _ett_eller_spoer(moeter: list[Moetehode], organ_id: int | None) -> Moetevalg:
    if len(moeter) > 1:
        return Moetevalg(moeter=tuple(moeter), organ_id=organ_id)
    return Moetevalg(moeter[0] if moeter else None, organ_id=organ_id)


def _samtidig(moete: Moetehode, annet: Moetehode) -> bool:
    return (moete.dato, moete.start) == (annet.dato, annet.start)
