"""The list of eventuelt of a møte, as the one who asks may see and press it."""

from collections.abc import Sequence

from bot.cards.eventuelt import Liste, Rad, listekort
from bot.cards.melding import knapp, skriveknapp
from bot.cards.ord import Tall, stor
from bot.domain.conversation import Button
from bot.domain.eventuelt import aapent, har_begynt, min_egen
from bot.domain.meldtsak import MeldtSak, Sakstilstand
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Message, Turn
from dialogs.eventuelt_lager import fra_forrige, til_eventuelt
from dialogs.moetet import moetenavn
from dialogs.rett import kan
from dialogs.tjenester import Tjenester

Igjen = tuple[Moetehode, int] | None
"""A møte that is over, and how many of its saker were left."""


async def eventueltliste(
    turn: Turn, hode: Moetehode, tjenester: Tjenester, fra: int = 0, foerst: str = ""
) -> Message:
    """The rights are the caller's to ask for. Once the møte has begun, who leads it may take up or push
    each sak; before, everyone may open their own. `foerst` is said before it.

    This is what is shown to the møteleder when the first sak is opened.
    """
    saker, rest = await til_eventuelt(turn, hode), await fra_forrige(turn, hode)
    leder = kan(turn, Rett.LEDE_EVENTUELT, hode.organ_ids)
    rader = [
        Rad(n, s, _knapper(turn, hode, (n, s), tjenester, leder=leder)) for n, s in enumerate(saker, 1)
    ]
    liste = Liste(
        foerst=" ".join([*([foerst] if foerst else []), _antall(turn, hode, saker)]),
        rader=rader,
        etterord=" ".join(_etterord(turn, rest, vedtak=bool(leder and saker))),
        moete_id=hode.id,
        knapper=(*_under(turn, hode), *_forrige(turn, rest)),
    )
    return listekort(turn.norsk, liste, fra)


def _antall(turn: Turn, hode: Moetehode, saker: Sequence[MeldtSak]) -> str:
    moete = moetenavn(turn, hode)
    if not saker:
        return turn.norsk.tekst("eventuelt.ingen_meldt", moete=moete)
    return turn.norsk.tekst("eventuelt.liste", antall=Tall(len(saker)), moete=moete)


def _etterord(turn: Turn, rest: Igjen, *, vedtak: bool) -> list[str]:
    """What was left of the møte before is told of: it is on no list any more."""
    sagt = [turn.norsk.tekst("eventuelt.ikke_vedtak")] if vedtak else []
    if rest:
        forrige, antall = rest
        dato = turn.norsk.dato(forrige.dato)
        sagt.append(stor(turn.norsk.tekst("eventuelt.igjen", antall=Tall(antall), dato=dato)))
    return sagt


def _forrige(turn: Turn, rest: Igjen) -> tuple[Button, ...]:
    if not rest:
        return ()
    label = turn.norsk.tekst("knapp.forrige_eventuelt")
    return (knapp(label, "eventuelt.liste", moete=rest[0].id),)


def _under(turn: Turn, hode: Moetehode) -> tuple[Button, ...]:
    kan_melde = aapent(hode, turn.incoming.at) and kan(turn, Rett.MELDE_EVENTUELT, hode.organ_ids)
    meld = knapp(turn.norsk.tekst("knapp.meld_sak"), "eventuelt.skjema", moete=hode.id)
    return (meld,) if kan_melde else ()


def _knapper(
    turn: Turn, hode: Moetehode, nummerert: tuple[int, MeldtSak], tjenester: Tjenester, *, leder: bool
) -> tuple[Button, ...]:
    """Each label has the number, for those who hear or read the buttons alone."""
    tekst, (nr, sak) = turn.norsk.tekst, nummerert
    if sak.tilstand is not Sakstilstand.MELDT:
        return ()
    if leder and har_begynt(hode, turn.incoming.at):
        op = tjenester.ny_id()
        return (
            skriveknapp(tekst("knapp.ta_opp", nr=nr), "eventuelt.ta_opp", op, meldt=sak.id),
            skriveknapp(tekst("knapp.skyv", nr=nr), "eventuelt.skyv", op, meldt=sak.id, moete=hode.id),
        )
    if min_egen(sak, turn.aktoer) or kan(turn, Rett.ENDRE_ANDRES_SAK, (sak.organ_id,)):
        return (knapp(tekst("knapp.aapne_nr", nr=nr), "eventuelt.vis", meldt=sak.id),)
    return ()
