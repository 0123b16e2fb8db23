"""One member in one line: «Kari Nes, vara nr. 1 for HNT, Nes kommune (kommuner), fra 01.01.2026»."""

from collections.abc import Iterator

from bot.domain.navn import likt
from bot.domain.organ import Medlem, Rolle
from bot.turn import Norsk


def medlemslinje(norsk: Norsk, medlem: Medlem, *, med_kontakt: bool = False) -> str:
    """`med_kontakt` only where the sekretariat alone sees it."""
    return ", ".join([medlem.navn, *opplysninger(norsk, medlem, med_kontakt=med_kontakt)])


def opplysninger(norsk: Norsk, medlem: Medlem, *, med_kontakt: bool = False) -> list[str]:
    """What there is to say besides the name."""
    return [
        _rolle(norsk, medlem),
        *_plass(norsk, medlem),
        *_tid(norsk, medlem),
        *([medlem.epost] if med_kontakt and medlem.epost else []),
    ]


def _rolle(norsk: Norsk, medlem: Medlem) -> str:
    rolle = norsk.tekst(f"rolle.{medlem.rolle.value}")
    if medlem.rolle is not Rolle.VARA:
        return rolle
    nummer = norsk.tekst("medlem.vara_nr", nr=medlem.rekkefoelge) if medlem.rekkefoelge else rolle
    return norsk.tekst("medlem.vara_for", vara=nummer, hvem=medlem.vara_for) if medlem.vara_for else nummer


def _plass(norsk: Norsk, medlem: Medlem) -> Iterator[str]:
    side = norsk.tekst(f"side.{medlem.side.value}") if medlem.side else ""
    nevnt = medlem.vara_for if medlem.rolle is Rolle.VARA else None
    steder = dict.fromkeys((medlem.sete, medlem.representerer))
    hvor = [navn for navn in steder if navn and not (nevnt and likt(navn, nevnt))]
    if hvor and side:
        hvor[-1] = f"{hvor[-1]} ({side})"
    yield from hvor or ([side] if side else [])
    if medlem.arbeidsgiver and medlem.arbeidsgiver not in (medlem.sete, medlem.representerer):
        yield medlem.arbeidsgiver


def _tid(norsk: Norsk, medlem: Medlem) -> Iterator[str]:
    if medlem.fra and medlem.til:
        yield f"{medlem.fra:%d.%m.%Y}–{medlem.til:%d.%m.%Y}"
    elif medlem.fra:
        yield norsk.tekst("medlem.fra", dato=f"{medlem.fra:%d.%m.%Y}")
    elif medlem.til:
        yield norsk.tekst("medlem.til", dato=f"{medlem.til:%d.%m.%Y}")
