"""The chain of varaer: who is asked when one cannot come, and what a yes and a no lead to.

It is the reporter's press, or the name they gave, that begins a chain; from then on the bot asks the
next by itself.
"""

from dataclasses import replace

from bot.domain.forloep import Forloep, ledelse
from bot.domain.frammoete import Hvem, Slag
from bot.domain.ledig import ledig
from bot.domain.plasser import Plass, hvem, samme
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kall
from bot.domain.utfall import Beskjedslag
from bot.domain.varaliste import oppnevnte


def fortsett(f: Forloep) -> None:
    """Every chain that is begun and stands still goes on to the next who is free. Where there is nobody
    (any more), who reported, the leder and the sekretariat are told.
    """
    for plass in f.sit.plasser:
        if _staar_stille(f.sit, plass):
            neste = ledig(f.sit, plass)
            if neste is not None:
                f.kall(plass, hvem(neste))
            elif not _staar_stille(f.foer, plass):
                si_ingen(f, plass)


def _staar_stille(sit: Situasjon, plass: Plass) -> bool:
    kall = sit.stilling.kall_for(plass.organ_id, plass.hvem)
    begynt = any(k.kalt for k in kall)
    return begynt and sit.stilling.person(plass.hvem).borte and not er_i_gang(sit, plass)


def sto_tom(sit: Situasjon, plass: Plass) -> bool:
    """Whether there was at any time of the present forfall nobody (any more) to ask, so that leder,
    sekretariat and who reported were told of it.
    """
    stand = sit.stilling.person(plass.hvem)
    tider = [replace(sit, logg=sit.logg[:n], naa=sit.logg[n - 1].at) for n in range(1, len(sit.logg) + 1)]
    lokale = [replace(t, naa=t.naa.astimezone(sit.naa.tzinfo)) for t in tider]
    egne = [t for t in lokale if t.stilling.person(plass.hvem).runde == stand.runde]
    return any(_er_tom(t, plass) for t in egne)


def _er_tom(sit: Situasjon, plass: Plass) -> bool:
    har_vara = bool(oppnevnte(sit.organ(plass.organ_id), plass, sit.hode.dato))
    borte = sit.stilling.person(plass.hvem).borte and not er_i_gang(sit, plass)
    return borte and (har_vara or _staar_stille(sit, plass)) and ledig(sit, plass) is None


def si_likevel(f: Forloep, person: Hvem) -> None:
    """To those who were told that the person does not come, or that nobody comes instead."""
    stand = f.foer.stilling.person(person)
    for plass in f.sit.plasser_til(person):
        mottakere: tuple[Hvem | None, ...] = ()
        if sto_tom(f.foer, plass):
            mottakere = (*ledelse(f.sit, plass.organ_id, person), stand.meldt_av or person)
        elif stand.sen:
            mottakere = ledelse(f.sit, plass.organ_id, person)
        elif f.foer.stilling.stedfortreder(plass.organ_id, person):
            mottakere = (None,)
        andre = [m for m in mottakere if m is None or not samme(m, person)]
        f.si(Beskjedslag.LIKEVEL, andre, person, plass.organ_id)


def er_i_gang(sit: Situasjon, plass: Plass) -> bool:
    """Somebody has the place, or has been asked and not answered."""
    stilling = sit.stilling
    return bool(
        stilling.dekket_av(plass.organ_id, plass.hvem) or stilling.spurt(plass.organ_id, plass.hvem)
    )


def si_ingen(f: Forloep, plass: Plass) -> None:
    melder = f.sit.stilling.person(plass.hvem).meldt_av
    mottakere = (*ledelse(f.sit, plass.organ_id, plass.hvem), *((melder,) if melder else ()))
    f.si(Beskjedslag.INGEN_VARA, mottakere, plass.hvem, plass.organ_id)


def ta_plassen(f: Forloep, plass: Plass, kall: Kall) -> None:
    """A yes: the others who were asked are told that the place is covered, the reporter who comes; the
    leder and the sekretariat where they have been told that somebody was lacking.
    """
    f.svar(Slag.VARA_JA, kall)
    for annet in f.sit.stilling.kall_for(plass.organ_id, plass.hvem):
        if annet.id != kall.id and annet.lever:
            f.trekk(annet, Beskjedslag.DEKKET)
    stand = f.sit.stilling.person(plass.hvem)
    mottakere: list[Hvem | None] = [stand.meldt_av] if stand.meldt_av else []
    if stand.sen or sto_tom(f.foer, plass):
        mottakere += ledelse(f.sit, plass.organ_id, plass.hvem)
    fakta = {"vara": kall.vara, "kall_id": kall.id}
    f.si(Beskjedslag.VARA_KOMMER, mottakere, plass.hvem, plass.organ_id, **fakta)


def si_sent(f: Forloep, person: Hvem, organ_ids: list[int], vara_for: Hvem | None = None) -> None:
    """Leder and sekretariat of the bodies are told at once."""
    for organ_id in organ_ids:
        mottakere = ledelse(f.sit, organ_id, person)
        f.si(Beskjedslag.SEN_FORFALL, mottakere, person, organ_id, vara=vara_for)
