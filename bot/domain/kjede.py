"""The chain of varaer: who is asked when one cannot come, and what a yes and a no lead to.

It is the reporter's press, or the name they gave, that begins a chain; from then on the bot asks the
next by itself.
"""

from bot.domain.forloep import Forloep, ledelse
from bot.domain.frammoete import Hvem, Slag
from bot.domain.ledig import ledig
from bot.domain.plasser import Plass, hvem
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kall
from bot.domain.utfall import Beskjedslag


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
    if stand.sen or _staar_stille(f.foer, plass):
        mottakere += ledelse(f.sit, plass.organ_id, plass.hvem)
    fakta = {"vara": kall.vara, "kall_id": kall.id}
    f.si(Beskjedslag.VARA_KOMMER, mottakere, plass.hvem, plass.organ_id, **fakta)


def si_sent(f: Forloep, person: Hvem, organ_ids: list[int], vara_for: Hvem | None = None) -> None:
    """Leder and sekretariat of the bodies are told at once."""
    for organ_id in organ_ids:
        mottakere = ledelse(f.sit, organ_id, person)
        f.si(Beskjedslag.SEN_FORFALL, mottakere, person, organ_id, vara=vara_for)
