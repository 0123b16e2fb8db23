"""An oppdrag that was sent is withdrawn, when somebody has said yes to that."""

from bot.cards.melding import knapp
from bot.cards.oppdrag import HVA, OPPDRAG, SEND, TREKK, TREKK_JA
from bot.cards.oppdragslinjer import navn, navn_i_setning
from bot.cards.ord import forkortet
from bot.domain import oppdragsregler as regler
from bot.domain.oppdrag import Oppdrag
from bot.domain.oppgaver import handling
from bot.domain.rettigheter import Rett
from bot.turn import Meaning, Reply, Slots, Turn
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.oppdragsyn import mine_organer, nummer, ser, visning
from dialogs.rett import krev
from dialogs.svar import spoer
from dialogs.tjenester import Tjenester

VALG, TEGN = 6, 60


def spoer_foerst(turn: Turn, o: Oppdrag, tjenester: Tjenester) -> list[Reply]:
    """It cannot be sent again. Raises AlleredeAvgjort where there is nothing to withdraw."""
    regler.trukket(o, handling(None, turn.incoming.at))
    v = visning(turn)
    meaning = Meaning(SEND, sure=True, slots=Slots(extra={OPPDRAG: o.id, HVA: TREKK_JA}), strict=True)
    spoersmaal = turn.norsk.tekst(
        "oppdrag.skal_trekke", oppdrag=navn_i_setning(v, o), til=v.organ(o.til_organ_id)
    )
    vist = Forhaandsvisning(spoersmaal, turn.norsk.tekst("oppdrag.ja_trekk"), meaning)
    return be_om_ja(turn, vist, tjenester.ny_id)


async def etter_linja(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    """«Trekk oppdrag 1»: numbers are the receiver's, so several bodies may have one of that number. Raises
    IkkeLov, OppdragUkjent and AlleredeAvgjort.
    """
    egne = mine_organer(turn, Rett.SENDE_OPPDRAG)
    if not egne:
        krev(turn, Rett.SENDE_OPPDRAG, [o.id for o in turn.register.organer if o.id is not None])
    nr, nevnt = nummer(meaning.slots), set(meaning.slots.organ_ids)
    alle = [o for o in await turn.uow.oppdrag.fra_organ(egne) if ser(turn, o)]
    med_nr = [o for o in alle if nr is None or o.nr == nr]
    treff = [o for o in med_nr if not nevnt or nevnt & {o.til_organ_id}]
    sendte = [o for o in treff if o.tilstand in regler.SENDTE]
    treff = sendte or (treff if nr is not None else [])
    if not treff:
        raise regler.OppdragUkjent(nr, meaning.slots.organ_ids)
    return spoer_foerst(turn, treff[0], tjenester) if len(treff) == 1 else _hvilket(turn, treff)


def _hvilket(turn: Turn, treff: list[Oppdrag]) -> list[Reply]:
    v = visning(turn)
    knapper = [
        knapp(f"{navn(v, o)}: {forkortet(' '.join(o.tekst.split()), TEGN)}", SEND, oppdrag=o.id, hva=TREKK)
        for o in treff[:VALG]
    ]
    return spoer(turn, turn.norsk.tekst("oppdrag.hvilket"), knapper)
