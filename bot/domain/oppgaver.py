"""What may be done with an oppgave, by whom, and how its history is kept. All of it is pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.errors import Refusal
from bot.domain.frammoete import Hvem
from bot.domain.navn import norm
from bot.domain.oppgave import Oppgave, Oppgavehendelse, Oppgavelinje, Oppgavetilstand
from bot.domain.plasser import samme, samme_person
from bot.domain.rettigheter import IkkeLov, Mangler, Rett, har


class OppgaveUkjent(Refusal):
    """No oppgave has that number in any of the bodies."""

    def __init__(self, nr: int | None, organ_ids: Iterable[int]) -> None:
        super().__init__(nr, tuple(organ_ids))
        self.nr = nr
        self.organ_ids = tuple(organ_ids)


class AlleredeLukket(Refusal):
    """It is done, dropped or withdrawn already; the last line of its log says when and by whom."""

    def __init__(self, oppgave: Oppgave) -> None:
        super().__init__(oppgave.id)
        self.oppgave = oppgave


class AlleredeAapen(Refusal):
    """There is nothing to open again."""

    def __init__(self, oppgave: Oppgave) -> None:
        super().__init__(oppgave.id)
        self.oppgave = oppgave


class IkkeDin(Refusal):
    """It is somebody else's, and the speaker does not keep the body's referat."""

    def __init__(self, oppgave: Oppgave) -> None:
        super().__init__(oppgave.id)
        self.oppgave = oppgave


class FristIFortid(Refusal):
    """A new frist is not before the day it is set."""

    def __init__(self, frist: date) -> None:
        super().__init__(frist)
        self.frist = frist


class EndretSiden(Refusal):
    """Something else was done with it since."""

    def __init__(self, oppgave: Oppgave) -> None:
        super().__init__(oppgave.id)
        self.oppgave = oppgave


@dataclass(frozen=True)
class Handling:
    """Who does it, and when (UTC)."""

    av: Hvem | None
    at: datetime


def handling(av: Hvem | None, at: datetime) -> Handling:
    """`at` in any zone."""
    return Handling(av, at.astimezone(UTC))


def er_min(oppgave: Oppgave, person: Hvem) -> bool:
    """Whether the person is one of its ansvarlige, as far as names tell: for what is shown."""
    return any(samme(a, person) or _likt_navn(a, person) for a in oppgave.ansvarlige)


def _likt_navn(ansvarlig: Hvem, person: Hvem) -> bool:
    """A name that a paper gave, and nobody has tied to a member."""
    return ansvarlig.person_id is None and norm(ansvarlig.navn) == norm(person.navn)


def kan_endre(oppgave: Oppgave, aktoer: Aktoer) -> bool:
    """The ansvarlige themselves (surely they, not a name alone), and who keeps the body's referat."""
    egen = any(samme_person(a, aktoer.hvem) for a in oppgave.ansvarlige)
    sikker = aktoer.sikkerhet is Sikkerhet.SIKKER
    return (egen and sikker) or har(aktoer, Rett.FOERE_REFERAT, [oppgave.organ_id])


def krev_endre(oppgave: Oppgave, aktoer: Aktoer) -> None:
    """Raises IkkeLov where only the name fits, IkkeDin of who is somebody else."""
    if kan_endre(oppgave, aktoer):
        return
    if aktoer.sikkerhet is Sikkerhet.NAVN and er_min(oppgave, aktoer.hvem):
        raise IkkeLov(Rett.FOERE_REFERAT, [oppgave.organ_id], Mangler.KNYTNING)
    raise IkkeDin(oppgave)


def laget(oppgave: Oppgave, h: Handling) -> Oppgave:
    """A new one, with who made it as its first line."""
    return replace(oppgave, logg=(Oppgavelinje(Oppgavehendelse.LAGET, h.at, h.av),))


def ferdig(oppgave: Oppgave, h: Handling) -> Oppgave:
    """Raises AlleredeLukket."""
    return _lukk(oppgave, Oppgavetilstand.FERDIG, Oppgavehendelse.FERDIG, h)


def bortfalt(oppgave: Oppgave, h: Handling, hvorfor: str | None = None) -> Oppgave:
    """Dropped; `hvorfor` names the vedtak. Raises AlleredeLukket."""
    return _lukk(oppgave, Oppgavetilstand.BORTFALT, Oppgavehendelse.BORTFALT, h, hvorfor)


def trukket(oppgave: Oppgave, h: Handling) -> Oppgave:
    """Its point is no more. What is done or dropped stays so."""
    if oppgave.tilstand is not Oppgavetilstand.AAPEN:
        return oppgave
    return _lukk(oppgave, Oppgavetilstand.TRUKKET, Oppgavehendelse.TRUKKET, h)


def gjenaapnet(oppgave: Oppgave, h: Handling) -> Oppgave:
    """Raises AlleredeAapen."""
    if oppgave.tilstand is Oppgavetilstand.AAPEN:
        raise AlleredeAapen(oppgave)
    aapen = replace(oppgave, tilstand=Oppgavetilstand.AAPEN)
    return _noter(aapen, Oppgavehendelse.GJENAAPNET, h, oppgave.tilstand.value, None)


def med_tekst(oppgave: Oppgave, hva: str, h: Handling) -> Oppgave:
    if hva == oppgave.hva:
        return oppgave
    return _noter(replace(oppgave, hva=hva), Oppgavehendelse.ENDRET, h, oppgave.hva, hva)


def med_ansvarlige(oppgave: Oppgave, ansvarlige: Sequence[Hvem], h: Handling) -> Oppgave:
    if tuple(ansvarlige) == oppgave.ansvarlige:
        return oppgave
    ny = replace(oppgave, ansvarlige=tuple(ansvarlige))
    return _noter(ny, Oppgavehendelse.ANSVARLIG, h, navnene(oppgave), navnene(ny))


def med_frist(oppgave: Oppgave, frist: date | None, h: Handling) -> Oppgave:
    """The frist it had is kept."""
    if frist == oppgave.frist:
        return oppgave
    foer = (oppgave.frist,) if oppgave.frist else ()
    return _med_frister(oppgave, frist, (*oppgave.frister, *foer), h)


def uten_siste_frist(oppgave: Oppgave, frist: date | None, h: Handling) -> Oppgave:
    """The last change of frist is taken back: the one before holds again, as if it had not been."""
    if frist == oppgave.frist:
        return oppgave
    foer = oppgave.frister[:-1] if oppgave.frister[-1:] == (frist,) else oppgave.frister
    return _med_frister(oppgave, frist, foer, h)


def ny_frist(oppgave: Oppgave, frist: date, dag: date, h: Handling) -> Oppgave:
    """What somebody asks for on `dag`. Raises AlleredeLukket and FristIFortid."""
    if oppgave.tilstand is not Oppgavetilstand.AAPEN:
        raise AlleredeLukket(oppgave)
    if frist < dag:
        raise FristIFortid(frist)
    return med_frist(oppgave, frist, h)


def nye_ansvarlige(oppgave: Oppgave, ansvarlige: Sequence[Hvem], h: Handling) -> Oppgave:
    """Raises AlleredeLukket."""
    if oppgave.tilstand is not Oppgavetilstand.AAPEN:
        raise AlleredeLukket(oppgave)
    return med_ansvarlige(oppgave, ansvarlige, h)


def angret(oppgave: Oppgave, h: Handling, hvem: Callable[[str], Hvem]) -> Oppgave:
    """The last that was done with it is taken back, and noted so; `hvem` finds who it was by a name of
    the log. Raises EndretSiden where the last is nothing one does with an oppgave.
    """
    linje = sist(oppgave)
    match linje.hva if linje else None:
        case Oppgavehendelse.FERDIG | Oppgavehendelse.BORTFALT:
            return gjenaapnet(oppgave, h)
        case Oppgavehendelse.GJENAAPNET if linje:
            lukk = bortfalt if linje.foer == Oppgavetilstand.BORTFALT.value else ferdig
            return lukk(oppgave, h)
        case Oppgavehendelse.FRIST if linje:
            return uten_siste_frist(oppgave, date.fromisoformat(linje.foer) if linje.foer else None, h)
        case Oppgavehendelse.ANSVARLIG if linje:
            navn = linje.foer.split(", ") if linje.foer else []
            return med_ansvarlige(oppgave, [hvem(n) for n in navn], h)
    raise EndretSiden(oppgave)


def forfalt(oppgave: Oppgave, dag: date) -> bool:
    """Whether it is open and its frist is past on that day."""
    aapen = oppgave.tilstand is Oppgavetilstand.AAPEN
    return aapen and oppgave.frist is not None and oppgave.frist < dag


def etter_frist(oppgaver: Iterable[Oppgave]) -> list[Oppgave]:
    """The earliest frist first (so what is overdue), those without one last; then as they were made."""
    return sorted(oppgaver, key=lambda o: (o.frist or date.max, o.organ_id, o.nr))


def navnene(oppgave: Oppgave) -> str | None:
    """«Kari Nes, Ola Vik»; None where nobody is named."""
    return ", ".join(a.navn for a in oppgave.ansvarlige) or None


def sist(oppgave: Oppgave) -> Oppgavelinje | None:
    return oppgave.logg[-1] if oppgave.logg else None


def _lukk(
    oppgave: Oppgave,
    tilstand: Oppgavetilstand,
    hva: Oppgavehendelse,
    h: Handling,
    etter: str | None = None,
) -> Oppgave:
    if oppgave.tilstand is not Oppgavetilstand.AAPEN:
        raise AlleredeLukket(oppgave)
    return _noter(replace(oppgave, tilstand=tilstand), hva, h, None, etter)


def _med_frister(oppgave: Oppgave, frist: date | None, frister: tuple[date, ...], h: Handling) -> Oppgave:
    ny = replace(oppgave, frist=frist, frister=frister)
    foer = oppgave.frist.isoformat() if oppgave.frist else None
    return _noter(ny, Oppgavehendelse.FRIST, h, foer, frist.isoformat() if frist else None)


def _noter(
    oppgave: Oppgave, hva: Oppgavehendelse, h: Handling, foer: str | None, etter: str | None
) -> Oppgave:
    return replace(oppgave, logg=(*oppgave.logg, Oppgavelinje(hva, h.at, h.av, foer, etter)))
