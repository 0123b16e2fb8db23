"""Which referat is shown of a møte, to whom and where: the one that is kept here, as far as it has come and
the speaker may see it, else the møte's own.

An utkast is shown to those who keep it, in 1:1. One that is to be approved is shown to the bodies' own, in
1:1 and in the bodies' channels. One that is approved is everybody's, but for what is unntatt offentlighet.
"""

from collections.abc import Iterable

from bot.cards.godkjenning import merknadsknapper
from bot.cards.melding import knapp
from bot.cards.merknader import rettelseslinje
from bot.cards.referat import Referatvisning
from bot.cards.vurdering import resultat
from bot.clock import OSLO
from bot.domain import bokrett
from bot.domain.bokdeler import andres
from bot.domain.boklesing import les
from bot.domain.bokreferat import til_referat
from bot.domain.bokstand import Bokstand, Rettelse
from bot.domain.conversation import Button, ConversationKind
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand
from bot.domain.register import Moetehode
from bot.domain.rettigheter import IkkeHer, Rett
from bot.turn import Turn
from dialogs.bokfoer import Bok, akten
from dialogs.boksynlig import ikke_godkjente, status, vises_boken_her
from dialogs.godkjenningsbok import LUKKET, krev_bok
from dialogs.merknadsvar import svarknapp
from dialogs.moetet import papirene
from dialogs.referatrettelse import rettelse_knapp
from dialogs.rett import kan, krev_her


async def synlige_boeker(turn: Turn) -> frozenset[int]:
    """The møter whose referat is closed and not approved, and that the speaker may see here."""
    return frozenset(moete for moete, bok in (await ikke_godkjente(turn)).items() if bok.tilstand in LUKKET)


async def visning(turn: Turn, hode: Moetehode) -> Referatvisning | None:
    """None where there is no referat of it. Raises IkkeLov and IkkeHer for one that is not the speaker's to
    see yet, where there is no other.
    """
    moete = await papirene(turn, hode)
    bok = await turn.uow.boeker.for_moete(hode.id)
    if bok is not None and (bok.tilstand is not Boktilstand.GODKJENT or moete.referat is not None):
        holdt = Bok(bok, hode, (), les(await turn.uow.boeker.les(bok.id or 0)), akten(turn))
        if moete.referat is None:
            _krev(turn, holdt)
        if vises_boken_her(turn, bok, hode) and bokrett.kan_se(turn.aktoer, holdt.stand, hode.organ_ids):
            return _av_boken(turn, holdt, moete)
    if moete.referat is None:
        return None
    return Referatvisning(turn.norsk, moete, moete.referat, turn.register)


async def delvisning(turn: Turn, hode: Moetehode, nr: int) -> Referatvisning | None:
    """A part that is another body's too, for that body's own, in 1:1, from it is sent. None where there is
    no such part, or not for the speaker.
    """
    bok = await turn.uow.boeker.for_moete(hode.id)
    if bok is None or turn.incoming.conversation.kind is not ConversationKind.PERSONAL:
        return None
    stand = les(await turn.uow.boeker.les(bok.id or 0))
    deres = andres(stand, hode.organ_ids, nr)
    sendt = stand.tilstand in (Boktilstand.TIL_GODKJENNING, Boktilstand.GODKJENT)
    if not sendt or not deres or not kan(turn, Rett.SE_REFERAT, deres):
        return None
    moete = await papirene(turn, hode)
    referat = til_referat(stand, moete, turn.register, del_nr=nr)
    merke = merknadsknapper(turn.norsk, bok.id or 0) if bokrett.kan_merke(turn.aktoer, deres) else []
    knapper = tuple(merke) if stand.tilstand is Boktilstand.TIL_GODKJENNING else ()
    return Referatvisning(
        turn.norsk, moete, referat, turn.register, status(turn.norsk, stand), (), knapper, nr
    )


def _av_boken(turn: Turn, bok: Bok, moete: Moete) -> Referatvisning:
    stand, eget = bok.stand, _er_eget(turn, bok)
    referat = til_referat(stand, moete, turn.register, offentlig=not eget)
    tillegg = [rettelseslinje(turn.norsk, r, _dag(turn, r)) for r in _rettelser(stand, eget)]
    snitt = resultat(turn.norsk, stand.vurderinger) if eget else ""
    return Referatvisning(
        turn.norsk,
        moete,
        referat,
        turn.register,
        status(turn.norsk, stand),
        (*tillegg, *([snitt] if snitt else [])),
        tuple(_knapper(turn, bok)),
    )


def _er_eget(turn: Turn, bok: Bok) -> bool:
    """Whether what is unntatt is shown too: to the bodies' own, in 1:1; nobody knows who else reads a
    chat or a channel.
    """
    privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    egne = kan(turn, Rett.SE_REFERAT, bok.hode.organ_ids)
    foerer = bokrett.kan_foere(turn.aktoer, bok.stand, bok.hode.organ_ids)
    return privat and (egne or foerer)


def _krev(turn: Turn, bok: Bok) -> None:
    krev_bok(turn, bokrett.krev_se, bok)
    if not vises_boken_her(turn, bok.bok, bok.hode):
        krev_her(turn, bok.hode.organ_ids)
        raise IkkeHer(bok.hode.organ_ids)


def _rettelser(stand: Bokstand, eget: bool) -> Iterable[Rettelse]:
    return (r for r in stand.rettelser if eget or not _unntatt(stand, r.nr))


def _unntatt(stand: Bokstand, nr: int | None) -> bool:
    punkt = stand.punkter.get(nr) if nr is not None else None
    return punkt is not None and bool(punkt.hjemmel or stand.sak(punkt.sak).hjemmel)


def _dag(turn: Turn, r: Rettelse) -> str:
    return turn.norsk.dato(r.at.astimezone(OSLO).date())


def _knapper(turn: Turn, bok: Bok) -> list[Button]:
    """What the speaker can do with it, as it stands; in 1:1 only."""
    if turn.incoming.conversation.kind is not ConversationKind.PERSONAL:
        return []
    foerer = bokrett.kan_foere(turn.aktoer, bok.stand, bok.hode.organ_ids)
    leder = bokrett.kan_godkjenne(turn.aktoer, bok.stand, bok.hode.organ_ids)
    if bok.stand.tilstand is Boktilstand.GODKJENT:
        return [rettelse_knapp(turn, bok.id)] if foerer or leder else []
    if bok.stand.tilstand is Boktilstand.UTKAST:
        send = knapp(turn.norsk.tekst("godkjenning.knapp_til_godkjenning"), "referat.send", bok=bok.id)
        return [send] if foerer else []
    if bok.stand.tilstand is Boktilstand.AAPEN:
        return []
    merke = (
        merknadsknapper(turn.norsk, bok.id) if bokrett.kan_merke(turn.aktoer, bok.hode.organ_ids) else []
    )
    svar = [svarknapp(turn, bok.id)] if foerer and bok.stand.merknader else []
    godkjenn = knapp(turn.norsk.tekst("godkjenning.knapp_godkjenn"), "referat.godkjenn", bok=bok.id)
    return [*([godkjenn] if leder else []), *svar, *merke]
