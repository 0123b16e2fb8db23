"""The form for a sak, shown: to eventuelt, or to the sekretariat."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.cards import eventueltskjema as felt
from bot.cards.eventueltskjema import Skjema, Valg, meldeskjema
from bot.cards.melding import skriveknapp
from bot.cards.ord import organnavn
from bot.domain.eventuelt import aapent
from bot.domain.fritekst import TITTEL_MAKS, elleve_siffer, renset
from bot.domain.moeter import innenfor
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.saksinnhold import Innhold
from bot.turn import Kind, Meaning, Period, Reply, Slots, Turn
from dialogs.angreord import kan_avbrytes
from dialogs.eventuelt_hvor import ingen, mine_utvalg, steder, ukjent_utvalg
from dialogs.eventuelt_tittel import SAKSSKJEMA, SKJEMA, vent_paa_tittel
from dialogs.moetet import moetenavn
from dialogs.slots import ord_
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester

SAKSORD = re.compile(r"eventuelt|\bsak\b", re.IGNORECASE)
SEND, SEND_SAK = "eventuelt.send", "sak.send"
MAKS_STEDER = 15


def vis_skjema(
    turn: Turn,
    meaning: Meaning,
    tjenester: Tjenester,
    innhold: Innhold | None = None,
    *,
    feil: str = "",
    valgt: str = "",
) -> list[Reply]:
    """For eventuelt: every møte to come of the bodies that may be meant. Raises IkkeLov."""
    slots = meaning.slots
    if slots.organ_tekst and not slots.organ_ids:
        return si_setning(turn, ukjent_utvalg(turn, slots.organ_tekst))
    organer = mine_utvalg(turn, slots, Rett.MELDE_EVENTUELT)
    moeter = _kommende(turn, organer, slots.period)
    if not moeter:
        return si_setning(turn, ingen(turn, organer, slots.period))
    foerst = next(iter(steder(turn, organer, slots.period)), moeter[0])
    skjema = Skjema(
        foerst=turn.norsk.tekst("skjema.eventuelt"),
        send=skriveknapp(turn.norsk.tekst("knapp.meld_saken"), SEND, tjenester.ny_id()),
        steder=[Valg(moetenavn(turn, m), str(m.id)) for m in moeter],
        valgt=valgt or str(slots.moete_id or foerst.id),
        innhold=innhold or _fra_linjen(turn, meaning),
        feil=feil,
    )
    kan_avbrytes(turn, tjenester)
    if skjema.innhold == Innhold():
        vent_paa_tittel(turn, SKJEMA, meaning)
    return si(turn, meldeskjema(turn.norsk, skjema))


def vis_saksskjema(
    turn: Turn,
    meaning: Meaning,
    tjenester: Tjenester,
    innhold: Innhold | None = None,
    *,
    feil: str = "",
    valgt: str = "",
) -> list[Reply]:
    """For an ordinary sak: to the sekretariat of one of the bodies. Raises IkkeLov."""
    slots = meaning.slots
    if slots.organ_tekst and not slots.organ_ids:
        return si_setning(turn, ukjent_utvalg(turn, slots.organ_tekst))
    organer = mine_utvalg(turn, slots, Rett.MELDE_SAK)
    skjema = Skjema(
        foerst=turn.norsk.tekst("skjema.sak"),
        send=skriveknapp(turn.norsk.tekst("knapp.send_saken"), SEND_SAK, tjenester.ny_id()),
        steder=[Valg(organnavn(turn.register, (o,), turn.incoming.at.date()), str(o)) for o in organer],
        valgt=valgt or str(organer[0]),
        innhold=innhold or _fra_linjen(turn, meaning),
        feil=feil,
        vedlegg=True,
    )
    kan_avbrytes(turn, tjenester)
    if skjema.innhold == Innhold():
        vent_paa_tittel(turn, SAKSSKJEMA, meaning)
    return si(turn, meldeskjema(turn.norsk, skjema))


def _kommende(turn: Turn, organer: Sequence[int], period: Period | None) -> list[Moetehode]:
    fra, til = (period.fra, period.til) if period else (None, None)
    mine = set(organer)
    return [
        m
        for m in turn.register.moeter
        if mine.intersection(m.organ_ids) and aapent(m, turn.incoming.at) and innenfor(m.dato, fra, til)
    ][:MAKS_STEDER]


def _fra_linjen(turn: Turn, meaning: Meaning) -> Innhold:
    """What was written and is no known sentence stands as the title, to be mended; without what comes
    before a colon, where that says what to do with the rest («eventuelt i Brannrådet: Skyss»).
    """
    linje = renset(turn.incoming.text)
    foerst, _, resten = linje.partition(":")
    linje = resten.strip() if resten.strip() and SAKSORD.search(foerst) else linje
    skrevet = turn.incoming.kind is Kind.MESSAGE and not meaning.strict
    brukes = skrevet and len(linje) <= TITTEL_MAKS and not elleve_siffer(linje)
    return Innhold(" ".join(linje.split())) if brukes else Innhold()


def uten_tittel(turn: Turn, meaning: Meaning) -> bool:
    """«Meld sak til eventuelt:» with nothing behind it."""
    return meaning.strict and ":" in turn.incoming.text


def fylt_ut(slots: Slots) -> Innhold:
    """What came back from the form. Raises UgyldigKnapp for what is no text."""
    return Innhold(
        ord_(slots, felt.TITTEL) or "",
        ord_(slots, felt.BEGRUNNELSE) or "",
        ord_(slots, felt.MINUTTER) or "",
        ord_(slots, felt.VEDLEGG) or "",
    )


def til_retting(innhold: Innhold) -> Innhold:
    """As it was filled in, but for what is never to be sent again."""
    ledd = {"tittel": innhold.tittel, "begrunnelse": innhold.begrunnelse, "vedlegg": innhold.vedlegg}
    return replace(innhold, **{navn: "" for navn, verdi in ledd.items() if elleve_siffer(verdi)})
