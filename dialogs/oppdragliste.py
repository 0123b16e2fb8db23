"""«Hvilke oppdrag har fagråd 3 fra ASU?», «ubesvarte oppdrag», «hva har vi bedt fagråd 3 om?»."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards import oppdrag as kort
from bot.cards.melding import knapp
from bot.cards.oppdrag import FORSLAG, HVA, LISTE, OPPDRAG
from bot.cards.ord import organnavn
from bot.cards.tekstflyt import MerKnapp, Utsnitt
from bot.domain.conversation import Button
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppdragsregler import SENDTE, OppdragUkjent, aapne
from bot.domain.rettigheter import Rett, krev_privat
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling.oppdragkanal import mangler
from dialogs import ingen_moeter
from dialogs.oppdragsavslag import avslag
from dialogs.oppdragsyn import forslag_som_venter, mine_organer, nummer, ser, vis_forslag, visning
from dialogs.oppslag import slaa_opp_foerst
from dialogs.rett import kan, krev
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester

AAPNE, FRA, TIL, VI = "aapne", "fra", "til", "vi"


@dataclass(frozen=True)
class _Spurt:
    """From which bodies, and to which; of neither all is asked that one of `egne` has to do with."""

    fra: tuple[int, ...]
    til: tuple[int, ...]
    egne: tuple[int, ...] = ()


class Oppdragsliste:
    intents = frozenset({LISTE})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        slots = meaning.slots
        if slots.organ_tekst and not slots.organ_ids:
            return si_setning(turn, ingen_moeter.ukjent_organ(turn, slots.organ_tekst))
        hva = ord_(slots, HVA)
        if hva == FORSLAG:
            return await _forslagene(turn, slots)
        spurt = _spurt(turn, slots)
        funnet = await _finn(turn, spurt)
        nr = nummer(slots)
        if nr is not None:
            return await _den_ene(turn, nr, funnet)
        return _vis(turn, slots, spurt, funnet, bare_aapne=hva == AAPNE)


async def _forslagene(turn: Turn, slots: Slots) -> list[Reply]:
    """What waits for the sekretariat's yes or no. Raises IkkeLov and IkkePrivat."""
    fra = _ids(turn, slots, FRA) or mine_organer(turn, Rett.SENDE_OPPDRAG) or _alle(turn)
    krev(turn, Rett.SENDE_OPPDRAG, fra)
    krev_privat(turn.incoming.conversation.kind)
    venter = [o for o in await forslag_som_venter(turn) if o.fra_organ_id in fra]
    if not venter:
        return si_setning(turn, turn.norsk.tekst("oppdrag.ingen_forslag"))
    return vis_forslag(turn, venter)


def _alle(turn: Turn) -> tuple[int, ...]:
    return tuple(o.id for o in turn.register.organer if o.id is not None)


def _spurt(turn: Turn, slots: Slots) -> _Spurt:
    """As the line says; «vi» is the body of the place, else the speaker's own. A body that is named
    without a side may be either.
    """
    fra, til, vi = _ids(turn, slots, FRA), _ids(turn, slots, TIL), ord_(slots, VI)
    egne = mine_organer(turn, Rett.SE_OPPDRAG)
    if vi == FRA:
        fra = fra or egne
    if vi == TIL:
        til = til or egne
    if fra or til:
        return _Spurt(fra, til)
    return _Spurt((), (), slots.organ_ids or egne)


async def _finn(turn: Turn, spurt: _Spurt) -> list[Oppdrag]:
    """By number, the newest first; those that were sent."""
    uow = turn.uow
    if spurt.til:
        alle = await uow.oppdrag.til_organ(spurt.til)
        alle = [o for o in alle if not spurt.fra or o.fra_organ_id in spurt.fra]
    elif spurt.fra:
        alle = await uow.oppdrag.fra_organ(spurt.fra)
    else:
        begge = [*await uow.oppdrag.til_organ(spurt.egne), *await uow.oppdrag.fra_organ(spurt.egne)]
        alle = list({o.id: o for o in begge}.values())
    sett = [o for o in alle if o.sendt is not None and ser(turn, o)]
    if not sett and alle:
        slaa_opp_foerst(turn)
    return sorted(sett, key=lambda o: (o.sendt or o.foreslaatt, o.id or 0), reverse=True)


async def _den_ene(turn: Turn, nr: int, funnet: Sequence[Oppdrag]) -> list[Reply]:
    """«Vis oppdrag 3»: as it stands, whatever became of it."""
    treff = [o for o in funnet if o.nr == nr]
    if not treff:
        return avslag(turn, OppdragUkjent(nr))
    if len(treff) > 1:
        foerst = turn.norsk.tekst("oppdrag.flere_med_nr", nr=nr)
        return si(turn, kort.liste(visning(turn), foerst, treff, _mer({}), Utsnitt(True)))
    o = treff[0]
    linje = turn.norsk.tekst(f"oppdrag.vist_{o.tilstand.value}")
    return si(turn, kort.kvittering(visning(turn), linje, o, await _knapper(turn, o)))


async def _knapper(turn: Turn, o: Oppdrag) -> list[Button]:
    """What the speaker may do with it: answer it, take the answer back, post it where it is missing,
    withdraw it.
    """
    v = visning(turn)
    svarer = kan(turn, Rett.SVARE_OPPDRAG, [o.til_organ_id])
    tilbake = [kort.gjenaapneknapp(v, o)] if svarer and o.tilstand is Oppdragstilstand.BESVART else []
    trekker = o.tilstand in SENDTE and kan(turn, Rett.SENDE_OPPDRAG, [o.fra_organ_id])
    if not trekker:
        return [*_svarknapper(turn, [o]), *tilbake]
    label = turn.norsk.tekst("oppdrag.knapp_legg_ut")
    ut = [knapp(label, kort.SEND, oppdrag=o.id, hva=kort.LEGG_UT)] if await mangler(turn.uow, o) else []
    return [*_svarknapper(turn, [o]), *tilbake, *ut, kort.trekknapp(v, o)]


def _vis(
    turn: Turn, slots: Slots, spurt: _Spurt, funnet: Sequence[Oppdrag], *, bare_aapne: bool
) -> list[Reply]:
    vist = aapne(funnet, turn.incoming.at.date()) if bare_aapne else list(funnet)
    hale = "_aapne" if bare_aapne else ""
    hvem = _hvem(turn, spurt)
    if not vist:
        return si_setning(turn, turn.norsk.tekst(f"oppdrag.ingen{hale}", hvem=hvem))
    data = {HVA: slots.extra.get(HVA), FRA: list(spurt.fra) or None, TIL: list(spurt.til) or None}
    utsnitt = Utsnitt(slots.extra.get("alt") is True, max(0, tall(slots, "fra_linje") or 0))
    foerst = _antall(turn, vist, hale, hvem)
    knapper = _svarknapper(turn, vist)
    return si(turn, kort.liste(visning(turn), foerst, vist, _mer(data), utsnitt, knapper))


def _antall(turn: Turn, vist: Sequence[Oppdrag], hale: str, hvem: str) -> str:
    return turn.norsk.tekst(f"oppdrag.antall{hale}", antall=len(vist), hvem=hvem)


def _hvem(turn: Turn, spurt: _Spurt) -> str:
    """« til Fagråd 3 fra ASU»; nothing where all are meant."""
    dag, norsk = turn.incoming.at.date(), turn.norsk
    til = norsk.tekst("oppdrag.hvem_til_organ", organ=organnavn(turn.register, spurt.til, dag))
    fra = norsk.tekst("oppdrag.hvem_fra_organ", organ=organnavn(turn.register, spurt.fra, dag))
    return (til if 0 < len(spurt.til) <= 3 else "") + (fra if 0 < len(spurt.fra) <= 3 else "")


def _svarknapper(turn: Turn, vist: Sequence[Oppdrag]) -> list[Button]:
    """Of one that waits for the speaker's answer."""
    mine = [
        o
        for o in vist
        if o.tilstand is Oppdragstilstand.SENDT and kan(turn, Rett.SVARE_OPPDRAG, [o.til_organ_id])
    ]
    if len(mine) != 1:
        return []
    return [knapp(turn.norsk.tekst("oppdrag.knapp_svar"), kort.SVAR, **{OPPDRAG: mine[0].id})]


def _mer(data: dict[str, object]) -> MerKnapp:
    return lambda label, utsnitt: knapp(label, LISTE, **data, alt=True, fra_linje=utsnitt.fra or None)


def _ids(turn: Turn, slots: Slots, navn: str) -> tuple[int, ...]:
    """Raises UgyldigKnapp for what is no list of bodies' ids."""
    verdi = slots.extra.get(navn)
    if verdi is None:
        return ()
    kjente = {o.id for o in turn.register.organer}
    if not isinstance(verdi, list | tuple) or not all(type(en) is int and en in kjente for en in verdi):
        raise UgyldigKnapp
    return tuple(verdi)


def lag(tjenester: Tjenester) -> Dialog:
    return Oppdragsliste()
