"""What stands in a file that is asked for, as far as the speaker may see it: looked up when it is offered,
and again when it is made.
"""

from dataclasses import dataclass, replace

from bot.cards.kalender import kalendernavn
from bot.documents.ics import calendar_of
from bot.domain import bokrett
from bot.domain.boklesing import les
from bot.domain.errors import Refusal
from bot.domain.filnavn import filnavn
from bot.domain.innkallingsutgave import fra_moete
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.utgave import Format, Utgave, Utgavetilstand
from bot.domain.utgave_bok import fra_bok
from bot.domain.utgave_referat import fra_referat
from bot.turn import Fil, Turn
from dialogs.bokfoer import Bok, akten
from dialogs.godkjenningsbok import krev_bok
from dialogs.moetestatus import paa_sakslisten
from dialogs.moetet import papirene
from dialogs.rett import kan
from dialogs.slots import UgyldigKnapp

ICS = "ics"
REFERAT, INNKALLING, NETT = "referat", "innkalling", "nett"
FORMATER = {
    REFERAT: tuple(f.value for f in Format),
    INNKALLING: (Format.DOCX.value, Format.PDF.value, ICS),
    NETT: (Format.PDF.value,),
}
"""What each can be had as."""


class IngenFil(Refusal):
    """There is nothing to make it of. `key` is the sentence that says so, with the møte's name."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True)
class Holdt:
    """The referat that is kept of a møte, as the speaker may see it."""

    bok: Bok
    utgave: Utgave


async def innholdet(turn: Turn, hode: Moetehode, hva: str, format_: str) -> Fil:
    """The file, not made yet. Raises IngenFil, IkkeLov, and UgyldigKnapp for what cannot be had."""
    if format_ not in FORMATER.get(hva, ()):
        raise UgyldigKnapp
    moete = await papirene(turn, hode)
    navn = await _navn(turn, moete, hva, format_)
    if format_ == ICS:
        return Fil(navn, calendar_of(moete, kalendernavn(moete, turn.register)), turn.norsk)
    if hva == INNKALLING:
        if moete.innkalling is None:
            raise IngenFil("filer.ingen_innkalling")
        utgave = fra_moete(moete, turn.register, await paa_sakslisten(turn, hode))
        fil = Fil(navn, utgave, turn.norsk, Format(format_))
    elif hva == NETT:
        fil = Fil(navn, (await offentlig(turn, hode)).utgave, turn.norsk, Format.PDF)
    else:
        fil = Fil(navn, await referatet(turn, hode, moete), turn.norsk, Format(format_))
    return replace(fil, mal=await _mal(turn, hode)) if fil.format is Format.DOCX else fil


async def referatet(turn: Turn, hode: Moetehode, moete: Moete) -> Utgave:
    """The one that is kept here where the speaker may see it, else the møte's own. Raises IkkeLov where
    there is only one that is not theirs to see, IngenFil where there is none.
    """
    bok = await _boken(turn, hode)
    if bok is not None and moete.referat is None:
        krev_bok(turn, bokrett.krev_se, bok)
    if bok is not None and bokrett.kan_se(turn.aktoer, bok.stand, hode.organ_ids):
        return await _utgave(turn, bok, moete, offentlig=not _eget(turn, bok))
    if moete.referat is None:
        raise IngenFil("filer.ingen_referat")
    return fra_referat(moete, turn.register)


async def offentlig(turn: Turn, hode: Moetehode) -> Holdt:
    """The public version of one that is approved, for those who may put it on the web. Raises IkkeLov and
    IngenFil.
    """
    moete = await papirene(turn, hode)
    bok = await _boken(turn, hode)
    if bok is None:
        raise IngenFil("nett.importert" if moete.referat else "filer.ingen_referat")
    if not bokrett.kan_godkjenne(turn.aktoer, bok.stand, hode.organ_ids):
        krev_bok(turn, bokrett.krev_foere, bok)
    if bok.stand.tilstand is not Boktilstand.GODKJENT:
        raise IngenFil("nett.ikke_godkjent")
    return Holdt(bok, await _utgave(turn, bok, moete, offentlig=True))


async def _boken(turn: Turn, hode: Moetehode) -> Bok | None:
    bok: Moetebok | None = await turn.uow.boeker.for_moete(hode.id)
    if bok is None:
        return None
    linjer = await turn.uow.boeker.les(bok.id or 0)
    return Bok(bok, hode, tuple(linjer), les(linjer), akten(turn))


async def _utgave(turn: Turn, bok: Bok, moete: Moete, *, offentlig: bool) -> Utgave:
    oppgaver = await turn.uow.oppgaver.for_bok(bok.id)
    return fra_bok(moete, bok.stand, turn.register, oppgaver, offentlig=offentlig)


def _eget(turn: Turn, bok: Bok) -> bool:
    """Whether what is unntatt stands in it: for the bodies' own, and those who keep it."""
    foerer = bokrett.kan_foere(turn.aktoer, bok.stand, bok.hode.organ_ids)
    return foerer or kan(turn, Rett.SE_REFERAT, bok.hode.organ_ids)


async def _mal(turn: Turn, hode: Moetehode) -> bytes | None:
    mal = await turn.uow.maler.for_moete(hode.organ_ids)
    return mal.innhold if mal else None


async def _navn(turn: Turn, moete: Moete, hva: str, format_: str) -> str:
    organ = " og ".join(turn.register.organ(o).navn(moete.dato) for o in moete.organ_ids)
    return filnavn(INNKALLING if hva == INNKALLING else REFERAT, organ, moete.dato, format_)


def tilstanden(utgave: Utgave) -> str | None:
    """The sentence that says it is not approved; None where there is nothing to say."""
    if utgave.tilstand is Utgavetilstand.UTKAST:
        return "filer.utkast"
    return "filer.til_godkjenning" if utgave.tilstand is Utgavetilstand.TIL_GODKJENNING else None
