"""Which møte «start referat» is about: the meeting whose chat it is, the body's møte today, else asked."""

from datetime import date, datetime, timedelta

from bot.cards.ord import organnavn
from bot.clock import OSLO
from bot.domain.conversation import Button
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Meaning, Reply, Turn
from dialogs.bok import bokens_navn, si_fra
from dialogs.her import organer_her
from dialogs.rett import kan, krev
from dialogs.svar import si_setning, spoer
from dialogs.teamsmoete import moete_i_samtalen
from dialogs.tjenester import Tjenester

FOER, ETTER = timedelta(minutes=45), timedelta(hours=2)
"""A møte is under way from so long before it begins until so long after it should end."""
NAERE = timedelta(days=7)
NAERE_VIST, NYE_VIST = 3, 3


async def finn_moetet(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> Moetehode | list[Reply]:
    """Else the reply that asks. Raises IkkeLov."""
    slots = meaning.slots
    if slots.moete_id is not None:
        return turn.register.hode(slots.moete_id) or si_setning(turn, turn.norsk.tekst("moete.borte"))
    if slots.organ_tekst and not slots.organ_ids:
        return si_fra(turn, turn.norsk.tekst("foering.ukjent_utvalg", utvalg=slots.organ_tekst))
    i_chatten = await moete_i_samtalen(turn)
    if i_chatten is not None and not slots.organ_ids:
        return turn.register.hode(i_chatten) or si_setning(turn, turn.norsk.tekst("moete.borte"))
    organer = _organer(turn, meaning)
    dag = slots.period.fra if slots.period and slots.period.fra else turn.incoming.at.date()
    return _paa_dagen(turn, organer, dag) or _spoer(turn, organer, dag, tjenester)


def _organer(turn: Turn, meaning: Meaning) -> tuple[int, ...]:
    """Those that are named, or that it is said in the chat of; else those whose referat the speaker
    keeps. Raises IkkeLov where that is none.
    """
    alle = tuple(o.id for o in turn.register.organer if o.id is not None)
    nevnt = meaning.slots.organ_ids or organer_her(turn)
    egne = tuple(o for o in nevnt or alle if kan(turn, Rett.FOERE_REFERAT, (o,)))
    if not egne and not nevnt:
        krev(turn, Rett.FOERE_REFERAT, alle)
    return egne or nevnt


def _paa_dagen(turn: Turn, organer: tuple[int, ...], dag: date) -> Moetehode | None:
    """The only one of that day, or the only one of them that is under way."""
    moeter = _moeter(turn, organer, dag, dag)
    if len(moeter) > 1:
        moeter = [m for m in moeter if _er_i_gang(m, turn.incoming.at)]
    return moeter[0] if len(moeter) == 1 else None


def _er_i_gang(hode: Moetehode, at: datetime) -> bool:
    if hode.start is None:
        return True
    start = datetime.combine(hode.dato, hode.start, OSLO)
    slutt = datetime.combine(hode.dato, hode.slutt, OSLO) if hode.slutt else start
    return start - FOER <= at <= slutt + ETTER


def _spoer(turn: Turn, organer: tuple[int, ...], dag: date, tjenester: Tjenester) -> list[Reply]:
    """Several on the day: which. None: those near it, and a new one today."""
    paa_dagen = _moeter(turn, organer, dag, dag)
    if paa_dagen:
        return spoer(turn, turn.norsk.tekst("foering.hvilket_moete"), [_knapp(turn, m) for m in paa_dagen])
    naere = _moeter(turn, organer, dag - NAERE, dag + NAERE)
    naere.sort(key=lambda m: abs(m.dato - dag))
    nye = _nye(turn, organer, tjenester) if dag == turn.incoming.at.date() else []
    knapper = [*(_knapp(turn, m) for m in naere[:NAERE_VIST]), *nye]
    if not knapper:
        return si_fra(turn, turn.norsk.tekst("foering.hvilket_utvalg"))
    navn = organnavn(turn.register, organer, dag) if len(organer) <= NYE_VIST else ""
    dato = turn.norsk.dato(dag)
    if not navn:
        return spoer(turn, turn.norsk.tekst("foering.intet_moete", dato=dato), knapper)
    return spoer(turn, turn.norsk.tekst("foering.intet_moete_i", organ=navn, dato=dato), knapper)


def _nye(turn: Turn, organer: tuple[int, ...], tjenester: Tjenester) -> list[Button]:
    if len(organer) > NYE_VIST:
        return []
    dag, op = turn.incoming.at.date(), tjenester.ny_id()
    return [
        Button(
            turn.norsk.tekst("foering.knapp_opprett", organ=organnavn(turn.register, (o,), dag)),
            "referat.opprett",
            {"organ": o, "op": op},
        )
        for o in organer
    ]


def _knapp(turn: Turn, hode: Moetehode) -> Button:
    return Button(bokens_navn(turn, hode), "referat.start", {"moete": hode.id})


def _moeter(turn: Turn, organer: tuple[int, ...], fra: date, til: date) -> list[Moetehode]:
    return [
        m
        for m in turn.register.moeter
        if fra <= m.dato <= til and not m.avlyst and set(m.organ_ids) & set(organer)
    ]
