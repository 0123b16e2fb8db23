"""«Mine oppgaver», «hva har Jonas lovet?», «oppgavene i ASU», «hva gjenstår fra forrige møte?»."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.cards.melding import knapp, skriveknapp
from bot.cards.oppgavelinjer import Oppgavevisning, navn
from bot.cards.oppgaver import kvittering, oppgaveliste
from bot.cards.ord import Tall, i_perioden, organnavn, sakstittel, stor
from bot.cards.tekstflyt import MerKnapp, Utsnitt
from bot.domain.conversation import Button, ConversationKind
from bot.domain.navnebokstaver import med_stor
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.oppgaver import OppgaveUkjent, kan_endre
from bot.domain.saksoek import har_navn
from bot.language.oppgaveord import om_forfalte
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs import ingen_moeter
from dialogs.oppgaveeier import flere_som_heter, spoer_hvem_sine
from dialogs.oppgavefinner import OPPGAVE, finn_oppgave
from dialogs.oppgavesvar import avslag
from dialogs.oppgavesyn import aapne, mine, organene
from dialogs.oppslag import slaa_opp_foerst
from dialogs.sak import SakDialog
from dialogs.slots import ord_, tall, til_data
from dialogs.svar import linjen, si, si_setning
from dialogs.tjenester import Tjenester

LISTE, MINE, FORFALT = "oppgave.liste", "mine", "forfalt"
_MINE = re.compile(r"\b(?:jeg|eg|æ|min|mi|mine|meg|mæ|mitt)\b", re.IGNORECASE)
_FORRIGE = re.compile(r"\b(?:forrige|førre|siste|sist)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Funn:
    """The oppgaver that are asked for, and whose they are. `skjult`: there are others that the speaker
    may not see, or not here.
    """

    oppgaver: Sequence[Oppgave]
    hvem: str
    skjult: bool = False


class Oppgaver:
    intents = frozenset({LISTE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._ny_id = tjenester.ny_id

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        slots = meaning.slots
        if slots.sak:
            return await SakDialog().answer(turn, meaning)
        if slots.organ_tekst and not slots.organ_ids:
            return si_setning(turn, ingen_moeter.ukjent_organ(turn, slots.organ_tekst))
        if tall(slots, "tall") is not None:
            return await self._den_ene(turn, meaning)
        if _spoer_om_mine(turn, slots):
            egne = [
                o for o in await mine(turn) if not _bare_forfalte(turn, slots) or _over_fristen(turn, o)
            ]
            return _vis(turn, slots, _Funn(egne, MINE), {"hva": MINE})
        funn = await _alle(turn, slots)
        flere = flere_som_heter(turn, slots, funn.oppgaver)
        if flere:
            return spoer_hvem_sine(turn, slots, flere)
        if not funn.oppgaver and funn.skjult:
            slaa_opp_foerst(turn)
        return _vis(turn, slots, funn, {"hva": FORFALT} if _bare_forfalte(turn, slots) else {})

    async def _den_ene(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """«Vis oppgave 3»: as it stands, whatever became of it."""
        try:
            funnet = await finn_oppgave(turn, meaning, self._ny_id)
        except OppgaveUkjent as nei:
            return avslag(turn, nei)
        if not isinstance(funnet, Oppgave):
            return funnet
        ferdig = _ferdigknapp(turn, funnet, self._ny_id())
        v = Oppgavevisning(turn.norsk, turn.register, turn.incoming.at.date(), organ=True)
        return si(turn, kvittering(_saken(funnet) or navn(v, funnet), v, funnet, ferdig))


def _saken(o: Oppgave) -> str:
    """«Sak 12/24 Vaktordning»."""
    nummer = o.sak if o.sak and any(tegn.isdigit() for tegn in o.sak) else None
    return sakstittel(nummer, o.sak_tittel or ("" if nummer else o.sak or ""))


def _ferdigknapp(turn: Turn, o: Oppgave, op: str) -> list[Button]:
    if o.tilstand is not Oppgavetilstand.AAPEN or not kan_endre(o, turn.aktoer):
        return []
    v = Oppgavevisning(turn.norsk, turn.register, turn.incoming.at.date())
    label = turn.norsk.tekst("knapp.oppgave_ferdig", oppgave=navn(v, o))
    return [skriveknapp(label, "oppgave.ferdig", op, **{OPPGAVE: o.id})]


def _spoer_om_mine(turn: Turn, slots: Slots) -> bool:
    """A button says so; a line says «jeg» or «mine»."""
    linje = linjen(turn)
    if not linje:
        return ord_(slots, "hva") == MINE
    return slots.person is None and bool(_MINE.search(linje))


async def _alle(turn: Turn, slots: Slots) -> _Funn:
    organ_ids = organene(turn, slots.organ_ids)
    sett = await aapne(turn, organ_ids)
    utvalgte = [o for o in sett.oppgaver if _passer(turn, slots)(o)]
    if _FORRIGE.search(linjen(turn)) and not slots.period:
        utvalgte = _fra_siste_moete(turn, utvalgte)
    return _Funn(utvalgte, _hvem(turn, slots, organ_ids), skjult=sett.skjult > 0)


def _passer(turn: Turn, slots: Slots) -> Callable[[Oppgave], bool]:
    def passer(o: Oppgave) -> bool:
        riktig = slots.person is None or any(har_navn(a.navn, slots.person) for a in o.ansvarlige)
        moetet = slots.moete_id in (None, o.moete_id)
        return (
            riktig and moetet and _i_perioden(turn, slots, o) and (not forfalte or _over_fristen(turn, o))
        )

    forfalte = _bare_forfalte(turn, slots)
    return passer


def _bare_forfalte(turn: Turn, slots: Slots) -> bool:
    return ord_(slots, "hva") == FORFALT or om_forfalte(linjen(turn))


def _over_fristen(turn: Turn, o: Oppgave) -> bool:
    return o.frist is not None and o.frist < turn.incoming.at.date()


def _i_perioden(turn: Turn, slots: Slots, o: Oppgave) -> bool:
    """A time that is past is that of the møte, one to come the frist (or before it)."""
    period, hode = slots.period, turn.register.hode(o.moete_id)
    if period is None or hode is None:
        return True
    if period.til is None or period.til > turn.incoming.at.date():
        return period.til is None or (o.frist is not None and o.frist < period.til)
    return (period.fra is None or period.fra <= hode.dato) and hode.dato < period.til


def _fra_siste_moete(turn: Turn, oppgaver: list[Oppgave]) -> list[Oppgave]:
    hoder = [h for h in (turn.register.hode(o.moete_id) for o in oppgaver) if h]
    siste = {organ: h.id for h in sorted(hoder, key=lambda h: h.dato) for organ in h.organ_ids}
    return [o for o in oppgaver if siste.get(o.organ_id) == o.moete_id]


def _hvem(turn: Turn, slots: Slots, organ_ids: tuple[int, ...]) -> str:
    """Whose they are: a person, one body, or "" for all that there are."""
    if slots.person:
        return med_stor(slots.person)
    return organnavn(turn.register, organ_ids, turn.incoming.at.date()) if len(organ_ids) == 1 else ""


def _vis(turn: Turn, slots: Slots, funn: _Funn, data: dict[str, object]) -> list[Reply]:
    etterord = turn.norsk.tekst("oppgave.skjult") if funn.skjult else ""
    if not funn.oppgaver:
        return si_setning(turn, " ".join(d for d in (_ingen(turn, slots, funn), etterord) if d))
    utsnitt = Utsnitt(slots.extra.get("alt") is True, max(0, tall(slots, "fra") or 0))
    flere = len({o.organ_id for o in funn.oppgaver}) > 1 or _privat(turn)
    v = Oppgavevisning(turn.norsk, turn.register, turn.incoming.at.date(), organ=flere)
    knapper = [] if funn.hvem == MINE or not _har_mine(turn, funn) else [_mine(turn)]
    foerst = stor(_antall(turn, slots, funn))
    message = oppgaveliste(foerst, v, funn.oppgaver, _mer(slots, data), utsnitt, knapper, etterord)
    return si(turn, message)


def _antall(turn: Turn, slots: Slots, funn: _Funn) -> str:
    """«Jonas har to åpne oppgaver:»."""
    hvem, verdier = _verdier(turn, slots, funn)
    return turn.norsk.tekst(f"oppgave.antall{hvem}", antall=Tall(len(funn.oppgaver)), **verdier)


def _ingen(turn: Turn, slots: Slots, funn: _Funn) -> str:
    hvem, verdier = _verdier(turn, slots, funn)
    return turn.norsk.tekst(f"oppgave.ingen{hvem}", **verdier)


def _verdier(turn: Turn, slots: Slots, funn: _Funn) -> tuple[str, dict[str, str]]:
    """How the key ends, and what fills the sentence in."""
    tid = f" {turn.norsk.tekst('oppgave.bare_over')}" if _bare_forfalte(turn, slots) else ""
    if funn.hvem == MINE:
        return "_mine", {"tid": tid}
    tid += f" ({i_perioden(turn.norsk, slots.period)})" if slots.period else ""
    return ("_hos", {"navn": funn.hvem, "tid": tid}) if funn.hvem else ("", {"tid": tid})


def _mer(slots: Slots, data: dict[str, object]) -> MerKnapp:
    """The same list, another part of it."""
    utvalg = {k: v for k, v in til_data(slots).items() if k not in ("alt", "fra")}
    return lambda label, utsnitt: knapp(
        label, LISTE, **{**utvalg, **data, "alt": True, "fra": utsnitt.fra or None}
    )


def _mine(turn: Turn) -> Button:
    return knapp(turn.norsk.tekst("knapp.mine_oppgaver"), LISTE, hva=MINE)


def _har_mine(turn: Turn, funn: _Funn) -> bool:
    person = turn.aktoer.hvem.person_id
    egne = [o for o in funn.oppgaver if any(a.person_id == person for a in o.ansvarlige)]
    return person is not None and 0 < len(egne) < len(funn.oppgaver)


def _privat(turn: Turn) -> bool:
    return turn.incoming.conversation.kind is ConversationKind.PERSONAL


def lag(tjenester: Tjenester) -> Dialog:
    return Oppgaver(tjenester)
