"""One post that was claimed: what is done with it, and what came of it."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from bot.domain.conversation import Conversation
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.register import Register
from bot.domain.utboks import I_TVIL, Aarsak, Operasjon, Utpost, Utposttilstand, er_uviss
from bot.jobs.results import Result, again, closed, dead, put_off, sent, uncertain
from bot.varsling.brev import ta_ut
from bot.varsling.foreldet import OM_TIDEN, for_gammel, foreldet
from bot.varsling.poster import Gone, NotAccepted, Oppslag, Poster, TryLater, Unreachable
from bot.varsling.tider import ved_sending

LONGEST_PAUSE = 300.0
LONGEST_WAIT = 3600.0
GIVES_UP = timedelta(hours=24)
TRIES = 20
"""At least so many, which is more than an hour: what lay for a day in a closed conversation, behind another
or in a service that was down is not given up because of one 429.
"""
IN_DOUBT_WAITS = 60.0
"""Seconds before what may have arrived is sent once more, which is the last time: by then what is wrong may
be over."""

log = structlog.get_logger("helsebot.jobs")


@dataclass(frozen=True)
class Claimed:
    """A post that is ours until its lease runs out, and where it goes (None: nowhere any more).
    `register` tells whether what it says is still so. `original`: what became of the message that it
    changes, where its id is not known.
    """

    post: Utpost
    to: Conversation | None
    register: Register | None = None
    original: Utposttilstand | None = None


async def claimed(uow: UnitOfWork, post: Utpost) -> Claimed:
    """What is needed of the database to send it."""
    register = await uow.register() if post.slag in OM_TIDEN else None
    to, original = await uow.conversation(post.conversation_id), None
    if post.operasjon is not Operasjon.NY and post.aktivitet is None and post.gjelder is not None:
        found = [p.tilstand for p in await uow.utboks.under(post.gjelder) if p.noekkel == post.gjelder]
        original = found[0] if found else None
    return Claimed(post, to, register, original)


@dataclass(frozen=True)
class Sending:
    """`in_doubt_waits`: seconds. `oppslag` looks for what may have arrived; without one it is sent once
    more, and no more than that.
    """

    poster: Poster
    clock: Clock
    oppslag: Oppslag | None = None
    in_doubt_waits: float = IN_DOUBT_WAITS

    async def send(self, claimed: Claimed) -> Result:
        """What came of it; whatever went wrong is a result too."""
        post = claimed.post
        try:
            return self._not_sent(claimed) or await self._send(claimed)
        except Gone:
            return sent()
        except Unreachable as reason:
            log.warning("outbox.closed", post=post.id, slag=post.slag.value, reason=str(reason))
            return closed(str(reason))
        except NotAccepted as reason:
            return _dropped(post, str(reason), dead(str(reason)))
        except TryLater as reason:
            return self._later(post, str(reason), reason.after, tvil=reason.tvil)
        except Exception as fault:
            return self._later(post, type(fault).__name__, None, tvil=True)

    def _not_sent(self, claimed: Claimed) -> Result | None:
        """What is decided without asking anybody."""
        post, naa = claimed.post, self._now()
        if self.oppslag is None and er_uviss(post):
            return _dropped(post, Aarsak.I_TVIL, uncertain(Aarsak.I_TVIL))
        late = claimed.register is not None and foreldet(post, claimed.register, self.clock.now())
        if late or for_gammel(post, naa):
            # That a møte has another time by now is no trouble; that its post did not come out in time is.
            told = not late or post.grunn is not None
            return _dropped(post, Aarsak.GAMMEL, dead(Aarsak.GAMMEL, told=told))
        if (allowed := ved_sending(naa, post.foerst or post.ikke_foer)) > naa:
            return put_off(allowed)
        if claimed.to is None:
            return _dropped(post, Aarsak.BORTE, dead(Aarsak.BORTE))
        if post.operasjon is not Operasjon.NY and post.aktivitet is None:
            return _nothing_to_change(claimed)
        return None

    async def _send(self, claimed: Claimed) -> Result:
        post, to = claimed.post, claimed.to
        if to is None:
            return dead(Aarsak.BORTE)
        if post.operasjon is Operasjon.SLETT:
            await self.poster.remove(to, post.aktivitet or "")
            return _sent(post, None)
        if post.operasjon is Operasjon.ENDRE:
            await self.poster.change(to, post.aktivitet or "", *ta_ut(post.melding))
            return _sent(post, None)
        if (found := await self._found(post, to)) is not None:
            return _sent(post, found)
        return _sent(post, await self.poster.post(to, *ta_ut(post.melding)))

    async def _found(self, post: Utpost, to: Conversation) -> str | None:
        """Where it stands already, if it may have arrived and somebody can look."""
        if self.oppslag is None or not post.i_tvil:
            return None
        return await self.oppslag.ligger_der(to, post)

    def _later(self, post: Utpost, reason: str, after: float | None, *, tvil: bool) -> Result:
        naa, doubt = self._now(), tvil and post.operasjon is Operasjon.NY
        over = post.forsoek >= TRIES and naa - (post.siden or post.ikke_foer) >= GIVES_UP
        if over and not doubt and not post.i_tvil:
            return _dropped(post, reason, dead(f"{Aarsak.DOEGN}:{reason}"))
        if over or (doubt and self.oppslag is None and post.i_tvil >= I_TVIL):
            return _dropped(post, reason, uncertain(reason, tvil=doubt))
        log.warning("outbox.later", post=post.id, reason=reason, tries=post.forsoek, in_doubt=doubt)
        seconds = self._wait(post, after, doubt=doubt)
        return again(naa + timedelta(seconds=seconds), reason, tvil=doubt)

    def _wait(self, post: Utpost, after: float | None, *, doubt: bool) -> float:
        if after:  # «0» would be tried again and again
            return min(after, LONGEST_WAIT)
        return max(pause(post.forsoek), self.in_doubt_waits * _jitter()) if doubt else pause(post.forsoek)

    def _now(self) -> datetime:
        return self.clock.now().astimezone(UTC)


def pause(tries: int) -> float:
    """Seconds before the next try after so many (1 or more): 1, 2, 4 … 300, more or less."""
    return float(min(2.0 ** min(tries - 1, 20), LONGEST_PAUSE) * _jitter())


def _jitter() -> float:
    return random.uniform(0.8, 1.2)  # noqa: S311


def _nothing_to_change(claimed: Claimed) -> Result:
    """It was never sent, and somebody has been told; or it stands there, or may, and cannot be reached."""
    never = claimed.original in (None, Utposttilstand.DOED)
    if never and claimed.post.operasjon is Operasjon.SLETT:
        return sent()
    told = claimed.original in (Utposttilstand.SENDT, Utposttilstand.UVISS)
    return _dropped(claimed.post, Aarsak.UTEN_ID, dead(Aarsak.UTEN_ID, told=told))


def _sent(post: Utpost, aktivitet: str | None) -> Result:
    log.info(
        "outbox.sent", post=post.id, slag=post.slag.value, tries=post.forsoek, what=post.operasjon.value
    )
    return sent(aktivitet)


def _dropped(post: Utpost, reason: str, result: Result) -> Result:
    log.error("outbox.dropped", post=post.id, slag=post.slag.value, reason=reason, tries=post.forsoek)
    return result
