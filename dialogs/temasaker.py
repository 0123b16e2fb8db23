"""The saker of the møter around a day, as topics; and what is also up elsewhere, in one line."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.cards.fellestema import Temavisning, linje
from bot.domain.fellestema import PERIODE, Felles, Tema, felles
from bot.domain.innkalling import Agendatype
from bot.domain.moete import Moete
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.language.temaord import temaord
from bot.turn import Turn
from dialogs.rett import kan


def av_moetet(moete: Moete) -> list[Tema]:
    """Its saker on the saksliste, else in the referat, that have a topic."""
    saker: list[tuple[str | None, str]] = []
    if moete.innkalling is not None:
        saker = [(p.saksnr, p.tittel) for p in moete.innkalling.agenda if p.type is Agendatype.SAK]
    elif moete.referat is not None:
        saker = [(s.saksnr, s.tittel) for d in moete.referat.deler[:1] for s in d.saker]
    organer, moete_id = tuple(moete.organ_ids), moete.id or 0
    temaer = [Tema(moete_id, organer, moete.dato, t, temaord(t), nr) for nr, t in saker]
    return [t for t in temaer if t.ord]


async def rundt(turn: Turn, dag: date, fellesskap: Iterable[int]) -> list[Tema]:
    """Those of every body of the helsefellesskap, up to twice `PERIODE` from the day: a felles møte is held
    within one.
    """
    naere = set(fellesskap)
    hoder = [h for h in turn.register.moeter if _teller(h, dag) and h.helsefellesskap_id in naere]
    funnet: list[Tema] = []
    for hode in hoder:
        moete = await turn.uow.moete(hode.id)
        funnet += av_moetet(moete) if moete else []
    return funnet


def _teller(hode: Moetehode, dag: date) -> bool:
    papirer = hode.har_innkalling or hode.har_referat
    return papirer and not hode.avlyst and abs(hode.dato - dag) <= 2 * PERIODE


async def ogsaa_oppe(turn: Turn, moete: Moete) -> list[Felles]:
    """What of the møte's saker others have up in the same period, for its sekretariat; else nothing."""
    if not moete.organ_ids or not kan(turn, Rett.SENDE_INNKALLING, moete.organ_ids):
        return []
    egne = av_moetet(moete)
    alle = await rundt(turn, moete.dato, [moete.helsefellesskap_id]) if egne else []
    andre = [t for t in alle if t.moete_id != moete.id]
    return felles(egne, [*egne, *andre])


def som_linjer(turn: Turn, treff: Sequence[Felles]) -> list[str]:
    """One line, or none."""
    sagt = linje(visning(turn), treff)
    return [sagt] if sagt else []


def visning(turn: Turn) -> Temavisning:
    return Temavisning(turn.norsk, turn.register, turn.incoming.at.date())
