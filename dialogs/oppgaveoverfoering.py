"""What comes back on a body's next saksliste: open oppgaver under their sak, and saker that were postponed.

Only for those who may see it, and not where others read along.
"""

from collections.abc import Sequence

from bot.cards.eventueltmoete import Overfoert
from bot.cards.oppgavelinjer import fra_forrige, kort
from bot.domain.innkalling import Agendapunkt, Agendatype
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand
from bot.domain.moeter import Tilstand, tilstand
from bot.domain.oppgave import Oppgave
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.language.overfoering import overfoering, samme_sak
from bot.turn import Turn
from dialogs.bokutsatt import Utsatt, utsatte
from dialogs.oppgavesyn import IKKE_SENDT, aapne
from dialogs.rett import kan, vises_her

VIST = 5
"""As many stand under one sak, and below the list."""


async def overfoert(turn: Turn, hode: Moetehode, moete: Moete) -> Overfoert:
    """Nothing of a møte that is over or avlyst."""
    over = tilstand(hode, turn.incoming.at) is Tilstand.OVER
    if over or hode.avlyst or not vises_her(turn, hode.organ_ids):
        return Overfoert()
    agenda = moete.innkalling.agenda if moete.innkalling else []
    saker = [(p.saksnr, p.tittel) for p in agenda if p.type is Agendatype.SAK]
    sett = await aapne(turn, hode.organ_ids)
    funnet = overfoering(turn.register, hode, saker, sett.oppgaver)
    under = dict(zip(_plasser(agenda), (_linjer(turn, o) for o in funnet.under), strict=True))
    return Overfoert(
        under=tuple((plass, linjer) for plass, linjer in under.items() if linjer),
        resten=tuple(kort(turn.norsk, o, turn.incoming.at.date()) for o in funnet.resten),
        utsatt=await _utsatt(turn, hode, saker),
    )


def _plasser(agenda: Sequence[Agendapunkt]) -> list[int]:
    return [n for n, p in enumerate(agenda) if p.type is Agendatype.SAK]


def _linjer(turn: Turn, oppgaver: Sequence[Oppgave]) -> tuple[str, ...]:
    linjer = fra_forrige(turn.norsk, oppgaver[:VIST], turn.incoming.at.date())
    rest = len(oppgaver) - VIST
    return (*linjer, *([turn.norsk.tekst("liste.flere", antall=rest)] if rest > 0 else []))


async def _utsatt(turn: Turn, hode: Moetehode, saker: Sequence[tuple[str | None, str]]) -> tuple[str, ...]:
    """Those that are not on the saksliste already."""
    funnet = await utsatte(turn.uow, turn.register, hode)
    if not _ser(turn, hode, funnet.tilstand):
        return ()
    egne = kan(turn, Rett.SE_REFERAT, hode.organ_ids)
    ses = [u for u in funnet.saker if egne or not u.hjemmel]
    return tuple(_navn(u) for u in ses if not any(_er(u, sak, hode) for sak in saker))


def _ser(turn: Turn, hode: Moetehode, tilstand_: Boktilstand | None) -> bool:
    if tilstand_ in (None, Boktilstand.GODKJENT):
        return True
    return kan(turn, Rett.SE_UTKAST if tilstand_ in IKKE_SENDT else Rett.SE_REFERAT, hode.organ_ids)


def _er(u: Utsatt, sak: tuple[str | None, str], hode: Moetehode) -> bool:
    return samme_sak((u.saksnr, u.tittel), sak, hode.dato.year)


def _navn(u: Utsatt) -> str:
    return " ".join(d for d in (u.saksnr, u.tittel.rstrip(" .")) if d)
