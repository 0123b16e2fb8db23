"""One turn: what came in, its dialog, the commit, and only then what is said."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from bot.cards.melding import setning
from bot.domain.conversation import Button, Question
from bot.domain.errors import Conflict
from bot.domain.ports import Clock, Store, TurnStart
from bot.domain.rettigheter import Rettigheter
from bot.edges import DocumentReader, FileFetcher, Roster
from bot.turn import Incoming, Kind, Outcome, ReadFile, Reply, Turn
from dialogs.begynn import begynn
from dialogs.bekreft import ForSent, IkkeSpurt, ordlagt
from dialogs.besvar import besvar
from dialogs.bruker import husk_bruker
from dialogs.filer import Filer
from dialogs.gjennomsyn import noter_valget, uten_linje
from dialogs.identitet import si_hvem
from dialogs.kanskje import det_som_menes
from dialogs.laas import Laaser
from dialogs.lagrede_svar import fra_json, til_json
from dialogs.meninger import Meninger, Tolk, trykket
from dialogs.oppdag import alle_dialoger, etter_intent
from dialogs.oppslag import IngenRoster, Oppslag, SlaaOpp
from dialogs.rettsvar import AVSLAG, Avslag, avslaa
from dialogs.slots import UgyldigKnapp
from dialogs.svarspraak import husk_skrevet, norsk_til, norsk_uten_tur
from dialogs.tjenester import Tjenester
from dialogs.underveis import SER_IGJEN, AndreSender, Underveis, andre_sender

OMKJOERINGER = 5
"""How many times a turn is run again after somebody else wrote first."""
VENT = 0.03
"""Seconds, doubled each time and with jitter."""

INGEN_ROSTER = IngenRoster()

log = structlog.get_logger("helsebot.samtale")


@dataclass
class Stand:
    """What the earlier runs of a turn have come to."""

    filer: tuple[ReadFile, ...] | None = None
    slaa_opp: bool = False
    avslag: Avslag | None = None


class Samtale:
    """Implements `bot.turn.Listener`. `handle` never raises: what goes wrong is said and logged.

    `admin_ids` are the aad ids of the first administrators; with `open_access` (neither an app id nor
    an administrator) everybody is one. `roster` is Teams' own, where a speaker's e-mail is looked up.
    `public_url` is where calendars are served; `helsefellesskap` whose files are taken in.
    With `keep_phrases` lines that are not understood are kept for review (`dialogs.gjennomsyn`).
    """

    def __init__(
        self,
        store: Store,
        tolk: Tolk,
        reader: DocumentReader,
        fetcher: FileFetcher,
        *,
        clock: Clock,
        roster: Roster = INGEN_ROSTER,
        admin_ids: frozenset[str] = frozenset(),
        open_access: bool = False,
        public_url: str = "",
        helsefellesskap: str = "",
        keep_phrases: bool = False,
    ) -> None:
        rettigheter = Rettigheter(admin_ids, open_access)
        tjenester = Tjenester(clock, rettigheter, public_url, helsefellesskap, keep_phrases)
        self._tjenester = tjenester
        self._store = store
        self._dialoger = etter_intent(alle_dialoger(tjenester))
        self._meninger = Meninger(tolk, frozenset(self._dialoger))
        self._filer = Filer(store, reader, fetcher, rettigheter)
        self._oppslag = Oppslag(store, INGEN_ROSTER if open_access else roster)
        self._laaser = Laaser()
        self._underveis = Underveis()

    async def handle(self, incoming: Incoming) -> Outcome:
        """The turn, in its place after those of the same conversation."""
        try:
            async with self._laaser.hold(incoming.conversation.id):
                return await self._til_det_gaar(incoming)
        except Exception as feil:
            _logg(incoming, feil)
            return _bare_si(incoming, "feil")

    async def sent(self, outcome: Outcome) -> None:
        """Marks the stored replies of the outcome as sent. Never raises: what is not marked is at
        worst sent once more.
        """
        if outcome.stored_under is None:
            return
        try:
            async with self._store.turn() as uow:
                await uow.mark_sent(outcome.conversation_id, outcome.stored_under)
                await uow.commit()
            self._underveis.ferdig(outcome.conversation_id, outcome.stored_under)
        except Exception as feil:
            log.error("turn.not_marked", error=type(feil).__name__)

    async def _til_det_gaar(self, incoming: Incoming) -> Outcome:
        stand = Stand()
        for forsoek in range(OMKJOERINGER + 1):
            try:
                return await self._forsoek(incoming, stand)
            except SlaaOpp:
                stand.slaa_opp = True
            except AVSLAG as avslag:
                # Worded in a transaction of its own: what the dialog wrote before it is not stored.
                stand.avslag = avslag
            except Conflict:
                await asyncio.sleep(VENT * 2**forsoek * random.SystemRandom().uniform(0.5, 1.5))
        log.warning("turn.conflict", turn=incoming.activity_id)
        return _bare_si(incoming, "opptatt")

    async def _forsoek(self, incoming: Incoming, stand: Stand) -> Outcome:
        if stand.slaa_opp:
            await self._oppslag.slaa_opp(incoming)
            # Who was not known to may import perhaps may now; what was read is not read again.
            stand.slaa_opp, stand.filer = False, stand.filer or None
        if stand.filer is None:
            stand.filer = await self._filer.les(incoming)
        while True:
            try:
                return await self._en_gang(incoming, stand.filer, stand.avslag)
            except AndreSender:
                await asyncio.sleep(SER_IGJEN)

    async def _en_gang(
        self, incoming: Incoming, filer: tuple[ReadFile, ...], avslag: Avslag | None
    ) -> Outcome:
        noekler = _noekler(incoming)
        async with self._store.turn() as uow:
            person = incoming.person
            start = await uow.begin_turn(incoming.conversation.id, person.id, noekler, person.key)
            foer = self._svart_foer(incoming, start, noekler)
            if foer is not None:
                return replace(foer, maalform=norsk_til(incoming, start).maalform)
            start = replace(start, bruker=await husk_bruker(uow, incoming, start.bruker))
            tjenester = self._tjenester
            turn = await begynn(uow, incoming, start, tjenester.rettigheter, filer, tjenester.bokminne)
            self._oppslag.uten_grunn(turn)
            await husk_skrevet(turn, start)
            if avslag is None:
                svar = await self._svar(turn, start.question)
                svar += await si_hvem(turn, self._tjenester)
                gjort = _operasjon(incoming, trykket(turn, start.question))
                await _noter(turn, start.question, [*noekler, *gjort], svar)
            else:
                # The button's operation is not noted: it was not done, and may be allowed later.
                svar, noekler = await avslaa(turn, avslag, self._tjenester), noekler[:1]
                await _noter(turn, start.question, noekler, svar, avslag)
            await uow.commit()
        ut = self._ut(incoming, noekler, svar, lagret=turn.writes)
        return replace(ut, maalform=turn.norsk.maalform)

    async def _svar(self, turn: Turn, question: Question | None) -> list[Reply]:
        try:
            mening = self._meninger.av(turn, question)
            if self._tjenester.keep_phrases:
                await noter_valget(turn, trykket(turn, question), mening)
            mening = await det_som_menes(turn, mening, question)
            return await besvar(turn, mening, self._dialoger[mening.intent], self._tjenester.ny_id)
        except UgyldigKnapp:
            return [Reply(setning(turn.norsk.tekst("knapp.ugyldig")))]
        except (IkkeSpurt, ForSent) as avslag:
            return ordlagt(turn, avslag)

    def _svart_foer(self, incoming: Incoming, start: TurnStart, noekler: Sequence[str]) -> Outcome | None:
        """What a turn that has been done comes to; None for one to be run.

        A button that only asked runs again: its answer was not kept, and asking does no harm. Raises
        AndreSender where it is to be seen first whether another process sends it.
        """
        if start.handled is None:
            return None
        if start.handled.replies is None:
            return None if incoming.kind is Kind.PRESS else Outcome((), incoming.conversation.id)
        svar = fra_json(start.handled.replies)
        kroppen = [r for r in svar if r.in_place and incoming.wants_body]
        if start.handled.sent or self._underveis.er(incoming.conversation.id, noekler[-1]):
            return Outcome(tuple(kroppen), incoming.conversation.id)
        if len(kroppen) < len(svar) and andre_sender(start.handled):
            raise AndreSender
        return self._ut(incoming, noekler, svar, lagret=True)

    def _ut(
        self, incoming: Incoming, noekler: Sequence[str], svar: Sequence[Reply], *, lagret: bool
    ) -> Outcome:
        if not lagret:
            return Outcome(tuple(svar), incoming.conversation.id)
        self._underveis.begynn(incoming.conversation.id, noekler[-1])
        return Outcome(tuple(svar), incoming.conversation.id, noekler[-1])


def _noekler(incoming: Incoming) -> list[str]:
    """The activity, and the operation of a writing button: for that person, since twenty people
    may press the same button.
    """
    return [incoming.activity_id, *_operasjon(incoming, incoming.button)]


def _operasjon(incoming: Incoming, button: Button | None) -> list[str]:
    op = button.data.get("op") if button else None
    return [f"{op}:{incoming.person.id}"] if isinstance(op, str) and op else []


async def _noter(
    turn: Turn,
    question: Question | None,
    noekler: Sequence[str],
    svar: list[Reply],
    avslag: Avslag | None = None,
) -> None:
    hvem = turn.incoming.conversation.id, turn.incoming.person.id
    if turn.asks:
        knapper = [uten_linje(knapp) for knapp in turn.asks]
        await turn.uow.set_question(*hvem, Question(knapper, turn.incoming.at))
    elif question and (avslag or not _staar(question, turn)):
        await turn.uow.set_question(*hvem, None)
    if turn.writes:
        await turn.uow.note_turn(turn.conversation, noekler, til_json(svar))
    else:
        lest = turn.incoming.kind is not Kind.PRESS
        await turn.uow.note_turn(turn.conversation, noekler[:1] if lest else [], None)


def _staar(question: Question, turn: Turn) -> bool:
    """A paper that waits to be stored stays open over other talk; all else is for the next line only."""
    return not turn.writes and any("utkast" in button.data for button in question.buttons)


def _bare_si(incoming: Incoming, key: str) -> Outcome:
    norsk = norsk_uten_tur(incoming)
    return Outcome((Reply(setning(norsk.tekst(key))),), incoming.conversation.id, maalform=norsk.maalform)


def _logg(incoming: Incoming, feil: Exception) -> None:
    """Where it went wrong and never what was said: a message may stand in the exception's text."""
    ledd = feil.__traceback__
    while ledd and ledd.tb_next:
        ledd = ledd.tb_next
    sted = f"{ledd.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{ledd.tb_lineno}" if ledd else ""
    log.error("turn.failed", turn=incoming.activity_id, error=type(feil).__name__, where=sted)
