"""Which vara can be asked to take a place, and what stands in the way of the others."""

from bot.domain.frammoete import Hvem
from bot.domain.organ import Medlem
from bot.domain.plasser import Plass, hvem, samme
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kall, Kalltilstand, Svar
from bot.domain.utfall import Varahva
from bot.domain.varaliste import oppnevnte, samme_sete, varaer


def ledig(sit: Situasjon, plass: Plass) -> Medlem | None:
    """The first oppnevnt vara of the person or the seat who can be asked; never one of another seat.
    None also once the møte has begun.
    """
    if sit.begynt:
        return None
    liste = oppnevnte(sit.organ(plass.organ_id), plass, sit.hode.dato)
    return next((m for m in liste if _kan_spoerres(sit, plass, hvem(m))), None)


def _kan_spoerres(sit: Situasjon, plass: Plass, vara: Hvem) -> bool:
    """Nothing stands in the way, and they have not been asked in vain."""
    return (
        hindring(sit, plass, vara) is None
        and not _har_sagt_nei(sit, vara)
        and not any(
            samme(k.vara, vara) and k.tilstand is not Kalltilstand.TRUKKET
            for k in sit.stilling.kall_for(plass.organ_id, plass.hvem)
        )
    )


def _har_sagt_nei(sit: Situasjon, vara: Hvem) -> bool:
    """To any place: they cannot come. Saying later that they come undoes it."""
    stand = sit.stilling.person(vara)
    return any(
        k.tilstand is Kalltilstand.NEI
        and not (stand.svar is Svar.KOMMER and stand.meldt is not None and stand.meldt >= k.endret)
        for k in sit.stilling.kall_til(vara)
    )


def hindring(sit: Situasjon, plass: Plass, vara: Hvem) -> Varahva | None:
    """Why the vara cannot take the place, whoever asks. A member of a body is nobody's vara in it: they
    come themself, or are absent.
    """
    if samme(vara, plass.hvem):
        return Varahva.SEG_SELV
    if sit.plass(plass.organ_id, vara) is not None:
        return Varahva.HAR_PLASS
    if sit.stilling.person(vara).borte:
        return Varahva.BORTE
    return Varahva.OPPTATT if annet_kall(sit, plass, vara) else None


def annet_kall(sit: Situasjon, plass: Plass, vara: Hvem) -> Kall | None:
    """The other place of the same body that the vara has, or is asked to take."""
    return next(
        (
            k
            for k in sit.stilling.kall_til(vara)
            if k.organ_id == plass.organ_id
            and k.tilstand in (Kalltilstand.AAPENT, Kalltilstand.JA)
            and not samme(k.for_person, plass.hvem)
        ),
        None,
    )


def er_oppnevnt(sit: Situasjon, plass: Plass, vara: Hvem) -> bool:
    """Vara in that body, of whatever seat."""
    return bool(_rader(sit, plass, vara))


def er_for_setet(sit: Situasjon, plass: Plass, vara: Hvem) -> bool:
    organ = sit.organ(plass.organ_id)
    return any(samme_sete(organ, m, plass) for m in _rader(sit, plass, vara))


def _rader(sit: Situasjon, plass: Plass, vara: Hvem) -> list[Medlem]:
    alle = varaer(sit.organ(plass.organ_id), sit.hode.dato)
    return [m for m in alle if samme(hvem(m), vara)]
