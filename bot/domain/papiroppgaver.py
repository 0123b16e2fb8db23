"""The oppfølginger of an imported referat become oppgaver, once; a paper that is imported again changes
what it says otherwise than it did.

What somebody has said of the oppgave since (a new frist, another ansvarlig, done) is not undone by the
paper that was read before it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from difflib import SequenceMatcher

from bot.domain import oppgaver
from bot.domain.folk import kjente, som_heter
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.navn import norm
from bot.domain.oppgave import Oppgave, Oppgavehendelse, Oppgavetilstand
from bot.domain.oppgaver import Handling
from bot.domain.ports import UnitOfWork
from bot.domain.referat import Oppfoelging, Referat
from bot.domain.register import Register

SAMME = 0.7
"""As much alike are two wordings of one oppfølging."""
_OG = re.compile(r"\s*(?:,|;|/|&|\bog\b)\s*")


async def fra_papir(uow: UnitOfWork, moete: Moete, at: datetime | None, av: Hvem | None) -> list[Oppgave]:
    """After the møte is stored with its referat: the oppgaver that were made or changed. None of a møte
    with a møtebok, which has its own. `at`: None is the day of the møte.
    """
    if moete.referat is None or moete.id is None or await uow.boeker.for_moete(moete.id):
        return []
    foer = await _lagrede(uow, moete)
    nye = moete.referat.oppfoelging
    if not nye and not foer:
        return []
    register, h = await uow.register(), _handling(moete, at, av)
    oensket = [_oppgave(register, moete, moete.referat, o) for o in nye]
    endret = [o for o in flett(foer, oensket, h) if o not in foer]
    return [await uow.oppgaver.lagre(o) for o in endret]


async def _lagrede(uow: UnitOfWork, moete: Moete) -> list[Oppgave]:
    await uow.oppgaver.laas(moete.organ_ids[0])
    alle = await uow.oppgaver.for_organ(moete.organ_ids[0])
    return [o for o in alle if o.moete_id == moete.id and o.bok_id is None]


def flett(foer: Sequence[Oppgave], oensket: Sequence[Oppgave], h: Handling) -> list[Oppgave]:
    """What is stored of a paper, as it is to be after the paper was read again: the same, changed, new,
    and withdrawn where the paper has it no more.
    """
    igjen, resultat = list(foer), []
    for ny in sorted(oensket, key=lambda o: not _likt(o, igjen)):
        gammel = _motstykke(ny, igjen)
        if gammel is not None:
            igjen.remove(gammel)
        resultat.append(_endret(gammel, ny, h) if gammel else oppgaver.laget(ny, h))
    borte = [oppgaver.trukket(o, h) for o in igjen]
    nye = sorted((o for o in resultat if o.id is None), key=lambda o: _plass(oensket, o))
    return [*(o for o in resultat if o.id is not None), *nye, *borte]


def _plass(oensket: Sequence[Oppgave], ny: Oppgave) -> int:
    """In the order of the paper, so are they numbered."""
    return next(n for n, o in enumerate(oensket) if o.hva == ny.hva and o.sak == ny.sak)


def _likt(ny: Oppgave, foer: Sequence[Oppgave]) -> bool:
    return any(norm(o.hva) == norm(ny.hva) for o in foer)


def _motstykke(ny: Oppgave, foer: Sequence[Oppgave]) -> Oppgave | None:
    """The one with the same words, else in the same sak with nearly the same."""
    like = [o for o in foer if norm(o.hva) == norm(ny.hva)]
    if like:
        return next((o for o in like if o.sak == ny.sak), like[0])
    likhet = {_likhet(o, ny): o for o in foer if o.sak == ny.sak}
    best = max(likhet, default=0.0)
    return likhet[best] if best >= SAMME else None


def _likhet(en: Oppgave, annen: Oppgave) -> float:
    return SequenceMatcher(None, norm(en.hva), norm(annen.hva)).ratio()


def _endret(gammel: Oppgave, ny: Oppgave, h: Handling) -> Oppgave:
    o = oppgaver.med_tekst(gammel, ny.hva, h)
    if o.tilstand is Oppgavetilstand.TRUKKET:
        o = oppgaver.gjenaapnet(o, h)
    if ny.frist and ny.frist != o.frist and ny.frist not in o.frister:
        o = oppgaver.med_frist(o, ny.frist, h)
    if ny.ansvarlige != o.ansvarlige and not _var(o, ny):
        o = oppgaver.med_ansvarlige(o, ny.ansvarlige, h)
    return replace(o, sak=ny.sak, sak_tittel=ny.sak_tittel)


def _var(oppgave: Oppgave, ny: Oppgave) -> bool:
    """Somebody else has taken it since the paper said who."""
    foer = [linje.foer for linje in oppgave.logg if linje.hva is Oppgavehendelse.ANSVARLIG]
    return oppgaver.navnene(ny) in foer


def _handling(moete: Moete, at: datetime | None, av: Hvem | None) -> Handling:
    return oppgaver.handling(av, at or datetime.combine(moete.dato, time(12), UTC))


def _oppgave(register: Register, moete: Moete, referat: Referat, o: Oppfoelging) -> Oppgave:
    tittel = next((s.tittel for d in referat.deler for s in d.saker if o.sak in (s.saksnr, s.tittel)), None)
    return Oppgave(
        moete.organ_ids[0],
        moete.id or 0,
        o.hva,
        sak=o.sak,
        sak_tittel=tittel,
        ansvarlige=ansvarlige(register, moete.helsefellesskap_id, moete.dato, o.ansvarlig),
        frist=o.frist,
    )


def ansvarlige(
    register: Register, helsefellesskap_id: int, dag: date, skrevet: str | None
) -> tuple[Hvem, ...]:
    """Those a paper names, each tied to the one member who is called that; else as it is written."""
    alle = kjente(register, helsefellesskap_id, dag)

    def hvem(navn: str) -> Hvem:
        treff = som_heter(alle, navn)
        return Hvem(treff[0].medlem.navn, treff[0].person_id) if len(treff) == 1 else Hvem(navn)

    return tuple(hvem(navn) for navn in _OG.split(skrevet or "") if navn.strip())
