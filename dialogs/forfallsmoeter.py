"""Which møter a line about forfall means: of the bodies one sits in, or is called to as vara."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.cards.ord import i_perioden as i_ord
from bot.domain.moeter import Tilstand, avlyste, i_perioden, kommende, tilstand
from bot.domain.navn import inneholder, norm
from bot.domain.organ import Medlem
from bot.domain.organvalg import fersk
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Period, Slots, Turn
from bot.varsling.frammoete import les
from dialogs import ingen_moeter
from dialogs.forfallshvem import Gjelder, liste_av
from dialogs.her import organer_her
from dialogs.moetet import moetenavn
from dialogs.rett import kan
from dialogs.svar import linjen

Krav = Callable[[Moetehode], bool]


@dataclass(frozen=True)
class Funnet:
    """`moeter` by date; `feil` is the sentence that says why there is none. `alle`: the line names a time
    of several days, or several bodies, and so all of them are meant.
    """

    moeter: tuple[Moetehode, ...] = ()
    feil: str = ""
    alle: bool = False


async def finn(turn: Turn, slots: Slots, gjelder: Gjelder) -> Funnet:
    """Never one that is over or avlyst. For another, where no body is named, those the speaker may report
    to are meant before the others.
    """
    der = _der_en_kan(turn, slots, gjelder)
    funnet = await _finn(turn, slots, der)
    if funnet.feil and der != gjelder:
        funnet = await _finn(turn, slots, gjelder)
    return paa_dagen(turn, gjelder, funnet)


def paa_dagen(turn: Turn, gjelder: Gjelder, funnet: Funnet) -> Funnet:
    """Those on whose day they are in the body; where there is none, why not."""
    med = tuple(m for m in funnet.moeter if er_med(turn, gjelder, m))
    if med or not funnet.moeter:
        return replace(funnet, moeter=med)
    return Funnet(feil=_ikke_da(turn, gjelder, funnet.moeter[0]))


def _der_en_kan(turn: Turn, slots: Slots, gjelder: Gjelder) -> Gjelder:
    if gjelder.selv or slots.organ_ids or slots.moete_id is not None:
        return gjelder
    egne = {o for o in gjelder.alle_ids if kan(turn, Rett.MELDE_FORFALL_ANDRE, (o,))}
    return replace(gjelder, organ_ids=gjelder.organ_ids & egne, vara_ids=gjelder.vara_ids & egne)


async def _finn(turn: Turn, slots: Slots, gjelder: Gjelder) -> Funnet:
    if slots.moete_id is not None:
        hode = turn.register.hode(slots.moete_id)
        return _aapne(turn, [hode], gjelder) if hode else Funnet(feil=turn.norsk.tekst("moete.borte"))
    if slots.organ_tekst and not slots.organ_ids:
        return Funnet(feil=ingen_moeter.ukjent_organ(turn, slots.organ_tekst))
    nevnte = slots.organ_ids or tuple(o for o in organer_her(turn) if o in gjelder.alle_ids)
    if nevnte and not gjelder.alle_ids & set(nevnte):
        return Funnet(feil=_ikke_med(turn, gjelder, nevnte))
    aktuelle = await _egne(turn, gjelder, nevnte)
    if slots.period:
        return _i_tiden(turn, aktuelle, _som_vara(turn, gjelder, nevnte), slots.period, gjelder)
    if flere := _flere_nevnt(turn, slots):
        return _neste_i_hvert(turn, aktuelle, flere, gjelder)
    return _neste(turn, aktuelle, nevnte or sorted(gjelder.alle_ids), gjelder)


def _neste_i_hvert(
    turn: Turn, aktuelle: list[Moetehode], organ_ids: Sequence[int], gjelder: Gjelder
) -> Funnet:
    """All or none: what is said of one body is not to be lost behind the other."""
    foran = kommende(aktuelle, turn.incoming.at)
    neste = {o: next((m for m in foran if o in m.organ_ids), None) for o in organ_ids}
    uten = [o for o, moete in neste.items() if moete is None]
    ikke_med = [o for o in uten if o not in gjelder.alle_ids]
    if ikke_med:
        return Funnet(feil=_ikke_med(turn, gjelder, ikke_med))
    if uten:
        return Funnet(feil=_ingen_kommende(turn, [], uten))
    return Funnet(tuple(m for m in foran if m in neste.values()), alle=True)


def _flere_nevnt(turn: Turn, slots: Slots) -> tuple[int, ...]:
    """The bodies of «ASU og PSU»; none where it is one name that fits several."""
    navn = {o: _navnet_i(turn, o) for o in slots.organ_ids}
    ulike = len({norm(n) for n in navn.values()}) == len(navn)
    return tuple(navn) if len(navn) > 1 and ulike and all(navn.values()) else ()


def _navnet_i(turn: Turn, organ_id: int) -> str:
    """The longest of its names that stands in the line."""
    navneliste = turn.register.organ(organ_id).navneliste
    return max((n.navn for n in navneliste if inneholder(linjen(turn), n.navn)), key=len, default="")


async def _egne(turn: Turn, gjelder: Gjelder, nevnte: Sequence[int]) -> list[Moetehode]:
    """The møter of those bodies that are theirs: as a member; else as one who is called; else as vara."""
    valgt = set(nevnte) or gjelder.alle_ids
    alle = [m for m in turn.register.moeter if valgt & set(m.organ_ids)]
    egne = [m for m in alle if gjelder.organ_ids & set(m.organ_ids)]
    vara = _som_vara(turn, gjelder, nevnte)
    kalt = [m for m in kommende(vara, turn.incoming.at) if await er_kalt(turn, gjelder, m)]
    return sorted([*egne, *kalt], key=turn.register.moeter.index) or vara


def _som_vara(turn: Turn, gjelder: Gjelder, nevnte: Sequence[int]) -> list[Moetehode]:
    """Those of the bodies in which they are vara and no more."""
    valgt = gjelder.vara_ids & (set(nevnte) or gjelder.alle_ids)
    alle = [m for m in turn.register.moeter if valgt & set(m.organ_ids)]
    return [m for m in alle if not gjelder.organ_ids & set(m.organ_ids)]


async def er_kalt(turn: Turn, gjelder: Gjelder, hode: Moetehode) -> bool:
    """Whether they are asked to come as vara, or have said yes."""
    situasjon = await les(turn.uow, hode.id, turn.incoming.at)
    return any(kall.lever for kall in situasjon.stilling.kall_til(gjelder.hvem))


def _i_tiden(
    turn: Turn, aktuelle: list[Moetehode], vara: list[Moetehode], period: Period, gjelder: Gjelder
) -> Funnet:
    """A vara can have forfall too, asked or not: where none of their own møter is meant."""
    inne = i_perioden(aktuelle, period.fra, period.til) or i_perioden(vara, period.fra, period.til)
    if inne:
        funnet = _aapne(turn, inne, gjelder)
        return Funnet(funnet.moeter, funnet.feil, alle=not _en_dag(period))
    return Funnet(feil=_ingen_da(turn, aktuelle, period, gjelder))


def _neste(turn: Turn, aktuelle: list[Moetehode], organ_ids: Sequence[int], gjelder: Gjelder) -> Funnet:
    """What was just shown; else the next of each body."""
    foran = kommende(aktuelle, turn.incoming.at)
    foran = [m for m in foran if er_med(turn, gjelder, m)] or foran
    vist = fersk(turn.conversation.context, turn.incoming.at).moete_id
    pekt = [m for m in foran if m.id == vist]
    if pekt:
        return Funnet(tuple(pekt))
    neste = {m.organ_ids: m for m in reversed(foran)}
    if neste:
        return Funnet(tuple(m for m in foran if m in neste.values()))
    return Funnet(feil=_ingen_kommende(turn, aktuelle, organ_ids))


def _aapne(turn: Turn, moeter: Sequence[Moetehode], gjelder: Gjelder) -> Funnet:
    """Those to which something can be reported; else why it cannot."""
    utenfor = [m for m in moeter if not gjelder.alle_ids & set(m.organ_ids)]
    if utenfor:
        return Funnet(feil=_ikke_med(turn, gjelder, utenfor[0].organ_ids))
    aapne = tuple(kommende(moeter, turn.incoming.at))
    if aapne:
        return Funnet(aapne)
    foerste = moeter[0]
    over = tilstand(foerste, turn.incoming.at) is Tilstand.OVER
    noekkel = "forfall.over" if over else "forfall.avlyst"
    return Funnet(feil=turn.norsk.tekst(noekkel, moete=moetenavn(turn, foerste)))


def er_med(turn: Turn, gjelder: Gjelder, hode: Moetehode) -> bool:
    """Whether they are in one of its bodies on the day of the møte."""
    return any(m.gjelder(hode.dato) for m in _sitter(turn, gjelder, hode))


def _sitter(turn: Turn, gjelder: Gjelder, hode: Moetehode) -> list[Medlem]:
    alle = [m for o in hode.organ_ids for m in turn.register.organ(o).medlemmer]
    return [m for m in alle if m.person_id is not None and m.person_id == gjelder.hvem.person_id]


def _ikke_da(turn: Turn, gjelder: Gjelder, hode: Moetehode) -> str:
    """No longer in the body on the day of the møte, or not yet."""
    norsk, organ = turn.norsk, liste_av(turn, hode.organ_ids)
    fra = [m.fra for m in _sitter(turn, gjelder, hode) if m.fra and m.fra > hode.dato]
    navn = {} if gjelder.selv else {"navn": gjelder.hvem.navn}
    deg = "_deg" if gjelder.selv else ""
    if fra:
        return norsk.tekst(f"forfall.begynner{deg}", organ=organ, fra=norsk.dato(min(fra)), **navn)
    return norsk.tekst(f"forfall.sluttet{deg}", organ=organ, dato=norsk.dato(hode.dato), **navn)


def _en_dag(period: Period) -> bool:
    return bool(period.fra and period.til and period.til - period.fra <= timedelta(days=1))


def _ingen_da(turn: Turn, aktuelle: list[Moetehode], period: Period, gjelder: Gjelder) -> str:
    naar = i_ord(turn.norsk, period)
    ingen = (
        turn.norsk.tekst("forfall.ingen_da", periode=naar)
        if gjelder.selv
        else turn.norsk.tekst("forfall.ingen_da_for", navn=gjelder.hvem.navn, periode=naar)
    )
    neste = kommende(aktuelle, turn.incoming.at)
    if not neste:
        return ingen
    return f"{ingen} {turn.norsk.tekst('forfall.det_neste', moete=moetenavn(turn, neste[0]))}"


def _ingen_kommende(turn: Turn, aktuelle: Sequence[Moetehode], organ_ids: Sequence[int]) -> str:
    """Of those bodies alone; that what they were to come to is avlyst, where it is."""
    borte = avlyste(aktuelle, turn.incoming.at)
    if borte:
        return turn.norsk.tekst("forfall.avlyst", moete=moetenavn(turn, borte[0]))
    return turn.norsk.tekst("forfall.ingen_kommende", organ=liste_av(turn, organ_ids))


def _ikke_med(turn: Turn, gjelder: Gjelder, organ_ids: Sequence[int]) -> str:
    hvor = liste_av(turn, organ_ids)
    if gjelder.selv:
        return turn.norsk.tekst("forfall.du_ikke_med", organ=hvor)
    return turn.norsk.tekst("forfall.ukjent_i", navn=gjelder.hvem.navn, organ=hvor)
