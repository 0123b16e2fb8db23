"""Which oppdrag the speaker may see, here, and which of them a line means."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from bot.cards import oppdrag as kort
from bot.cards.oppdrag import OPPDRAG
from bot.cards.oppdragslinjer import Oppdragsvisning, navn
from bot.cards.ord import forkortet
from bot.domain.conversation import Button, ConversationKind
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppdragsregler import SENDTE, OppdragUkjent
from bot.domain.rettigheter import Rett
from bot.turn import Meaning, Reply, Slots, Turn
from dialogs.her import organer_her
from dialogs.oppslag import slaa_opp_foerst
from dialogs.rett import kan, vises_her
from dialogs.slots import UgyldigKnapp, tall, til_data
from dialogs.svar import si, spoer

VALG = 6


def visning(turn: Turn) -> Oppdragsvisning:
    return Oppdragsvisning(turn.norsk, turn.register, turn.incoming.at.date())


def ser(turn: Turn, o: Oppdrag) -> bool:
    """The members of both bodies, once it is sent; anyone where the referat is godkjent. What is only
    proposed is the sekretariat's, in 1:1: an utkast is in no channel.
    """
    if o.tilstand not in SENDTE and o.sendt is None:
        privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
        return privat and kan(turn, Rett.SENDE_OPPDRAG, [o.fra_organ_id])
    if _aapent(turn, o):
        return True
    begge = [o.fra_organ_id, o.til_organ_id]
    return vises_her(turn, begge) and kan(turn, Rett.SE_OPPDRAG, begge)


def _aapent(turn: Turn, o: Oppdrag) -> bool:
    """What stands in a referat that is godkjent, and is not answered: the answer stands in none."""
    hode = turn.register.hode(o.moete_id) if o.moete_id is not None else None
    return hode is not None and hode.har_referat and o.svar is None


def mine_organer(turn: Turn, rett: Rett) -> tuple[int, ...]:
    """Those of the place, else those the speaker has the right in."""
    alle = [o.id for o in turn.register.organer if o.id is not None]
    har = tuple(o for o in alle if kan(turn, rett, [o]))
    egne = tuple(o for o in har if o in turn.aktoer.roller)
    return tuple(o for o in organer_her(turn) if o in har) or egne or har


async def med_id(turn: Turn, oppdrag_id: int) -> Oppdrag:
    """What may be done with it is the caller's to ask. Raises UgyldigKnapp where there is none."""
    o = await turn.uow.oppdrag.hent(oppdrag_id)
    if o is None:
        raise UgyldigKnapp
    return o


def nummer(slots: Slots) -> int | None:
    """Raises UgyldigKnapp."""
    return tall(slots, "nr") or tall(slots, "tall")


async def forslag_som_venter(turn: Turn, til: Collection[int] = ()) -> list[Oppdrag]:
    """What waits for the speaker's yes or no; where bodies are named, what is to go to them."""
    alle = await turn.uow.oppdrag.fra_organ(mine_organer(turn, Rett.SENDE_OPPDRAG))
    venter = [o for o in alle if o.tilstand is Oppdragstilstand.FORESLAATT and ser(turn, o)]
    return [o for o in venter if not til or o.til_organ_id in til]


def vis_forslag(turn: Turn, venter: Sequence[Oppdrag], foerst: str = "") -> list[Reply]:
    """One may also be answered by a line with what its buttons say."""
    message = kort.forslag(visning(turn), venter, foerst)
    if len(venter) == 1:
        turn.asks = message.buttons
    return si(turn, message)


async def finn(
    turn: Turn,
    meaning: Meaning,
    rett: Rett,
    ny_id: Callable[[], str],
    i: Oppdragstilstand = Oppdragstilstand.SENDT,
) -> Oppdrag | list[Reply]:
    """The one a line means by its number, whatever became of it; without a number the only one that is
    `i` that state, else the last that was answered. Else the reply that asks which. Raises OppdragUkjent
    and UgyldigKnapp.
    """
    oppdrag_id = tall(meaning.slots, OPPDRAG)
    if oppdrag_id is not None:
        return await _kjent(turn, oppdrag_id)
    nr = nummer(meaning.slots)
    alle = await _alle(turn, meaning, rett)
    treff = _med_nr(alle, nr) if nr is not None else _i_tilstand(alle, i)
    if not treff:
        slaa_opp_foerst(turn)
        raise OppdragUkjent(nr, meaning.slots.organ_ids)
    return treff[0] if len(treff) == 1 else _hvilket(turn, meaning, treff, ny_id)


async def _kjent(turn: Turn, oppdrag_id: int) -> Oppdrag:
    """What was never sent is not there for those who might answer it. Raises UgyldigKnapp."""
    o = await med_id(turn, oppdrag_id)
    if o.sendt is None and not ser(turn, o):
        raise UgyldigKnapp
    return o


def _med_nr(alle: Sequence[Oppdrag], nr: int) -> list[Oppdrag]:
    """Several bodies may have one of that number: what is withdrawn only where there is no other."""
    med = [o for o in alle if o.nr == nr]
    return [o for o in med if o.tilstand in SENDTE] or med


def _i_tilstand(alle: Sequence[Oppdrag], i: Oppdragstilstand) -> list[Oppdrag]:
    treff = [o for o in alle if o.tilstand is i]
    besvart = [o for o in alle if o.besvart is not None and o.tilstand is Oppdragstilstand.BESVART]
    return treff or sorted(besvart, key=lambda o: o.besvart or o.foreslaatt)[-1:]


async def _alle(turn: Turn, meaning: Meaning, rett: Rett) -> list[Oppdrag]:
    """Those with the bodies the speaker has the right in; else those they may see. A body that is named
    is one of the two.
    """
    organer = mine_organer(turn, rett) or mine_organer(turn, Rett.SE_OPPDRAG)
    nevnt = set(meaning.slots.organ_ids)
    funnet = await turn.uow.oppdrag.til_organ(organer)
    egne = [o for o in funnet if ser(turn, o) and o.sendt is not None]
    return [o for o in egne if not nevnt or nevnt & {o.fra_organ_id, o.til_organ_id}]


def _hvilket(
    turn: Turn, meaning: Meaning, treff: Sequence[Oppdrag], ny_id: Callable[[], str]
) -> list[Reply]:
    op = ny_id()
    return spoer(
        turn, turn.norsk.tekst("oppdrag.hvilket"), [_valg(turn, meaning, o, op) for o in treff[:VALG]]
    )


def _valg(turn: Turn, meaning: Meaning, o: Oppdrag, op: str) -> Button:
    extra = {k: x for k, x in meaning.slots.extra.items() if k not in ("nr", "tall")}
    slots = replace(meaning.slots, organ_ids=(), organ_tekst=None, extra={**extra, OPPDRAG: o.id})
    label = f"{navn(visning(turn), o)}: {forkortet(' '.join(o.tekst.split()), 60)}"
    return Button(label, meaning.intent, {**til_data(slots), "op": op})
