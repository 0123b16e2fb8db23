"""What a referat from a paper asks other bodies for, also when the paper is read anew over the old one."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from bot.cards import oppdrag as kort
from bot.cards.oppdragslinjer import Oppdragsvisning
from bot.clock import OSLO
from bot.domain import oppdragsregler as regler
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppdragskilder import av_papiret
from bot.domain.oppdragsregler import SENDTE, Innhold
from bot.domain.oppgaver import Handling
from bot.domain.organ import Rolle
from bot.domain.ports import UnitOfWork
from bot.domain.referat import Referat
from bot.domain.register import Moetehode, Register
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.oppdrag import bedte, legg_fram, si_fra_om_endring
from bot.varsling.varsler import Varsel, Varsler

PAPIR_ALDER = timedelta(days=60)
"""What an older paper asks for has been seen to, or forgotten: it is not brought up by an import."""
Bedt = tuple[str, int]


async def foreslaa_papir(
    varsler: Varsler, uow: UnitOfWork, register: Register, hode: Moetehode, referat: Referat, h: Handling
) -> list[Oppdrag]:
    """Proposes what is new; the new ones. What the paper said before and words otherwise now is the same
    oppdrag, with its new words. What it no longer says is no proposal any more, and of what was sent
    the sekretariat is told: a person withdraws it, since a reader may have missed it.
    """
    kilder = av_papiret(referat, hode.id)
    asked = bedte(register, hode, {}, kilder)
    alle = await uow.oppdrag.fra_organ(hode.organ_ids)
    gamle = [o for o in alle if o.kilde.startswith(f"papir:{hode.id}:")]
    par = _par(gamle, asked, kilder)
    for o in gamle:
        await _foelg(varsler, uow, register, o, kilder.get(par.get(o.id or 0, ("", 0))[0]), h)
    nye = [a for a in asked if a not in par.values()]
    if h.at.astimezone(OSLO).date() - hode.dato > PAPIR_ALDER:
        return []
    return await legg_fram(varsler, uow, register, hode, kilder, nye, h)


def _par(
    gamle: Sequence[Oppdrag], asked: Collection[Bedt], kilder: Mapping[str, Innhold]
) -> dict[int, Bedt]:
    """By oppdrag what it is in the paper now: of the same words, else the next of the same sak and body."""
    par: dict[int, Bedt] = {}
    for lik in (_samme_ord, _samme_sak):
        for o in gamle:
            ledige = [a for a in asked if a not in par.values() and lik(o, a, kilder[a[0]])]
            if ledige and o.id not in par:
                par[o.id or 0] = ledige[0]
    return par


def _samme_ord(o: Oppdrag, bedt: Bedt, innhold: Innhold) -> bool:
    return o.til_organ_id == bedt[1] and (o.kilde == bedt[0] or o.tekst == innhold.tekst)


def _samme_sak(o: Oppdrag, bedt: Bedt, innhold: Innhold) -> bool:
    """Not of what a person has said no to or withdrawn: other words are asked about anew."""
    lever = o.tilstand in SENDTE or o.tilstand is Oppdragstilstand.FORESLAATT
    return lever and o.til_organ_id == bedt[1] and o.sak is not None and o.sak == innhold.sak


async def _foelg(
    varsler: Varsler,
    uow: UnitOfWork,
    register: Register,
    o: Oppdrag,
    innhold: Innhold | None,
    h: Handling,
) -> None:
    if innhold is None and o.tilstand in SENDTE:
        await varsler.til_roller([o.fra_organ_id], [Rolle.SEKRETARIAT], _borte(register, o, h))
        return
    ny = regler.bortfalt(o, h) if innhold is None else regler.fulgt(o, innhold, h)
    if ny != o:
        await si_fra_om_endring(varsler, uow, register, await uow.oppdrag.lagre(ny), h.at)


def _borte(register: Register, o: Oppdrag, h: Handling) -> Varsel:
    """With the button that withdraws it, to the sekretariat of who sent it."""

    def ordlegg(norsk: Norsk) -> Message:
        v = Oppdragsvisning(norsk, register, h.at.astimezone(OSLO).date())
        return kort.kvittering(v, norsk.tekst("oppdrag.borte_i_papiret"), o, [kort.trekknapp(v, o)])

    return Varsel(f"oppdragborte:{o.id}:{o.versjon}", Varselslag.OPPDRAG, ordlegg)
