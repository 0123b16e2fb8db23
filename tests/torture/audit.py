"""What the torture came to: the connector's journal held against the rows of the outbox."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.domain.utboks import Operasjon, Utposttilstand, Varselslag
from tests.torture.journal import REPLY, Call, Did
from tests.torture.limits import PER_CONVERSATION, most
from tests.torture.program import Kill
from tests.torture.rows import UNDER_WAY, Row
from tests.torture.town import CHANNELS

TOTAL = 20
"""Posts a second that the program sends at most, as it is delivered."""
AFTERMATH = 1.5
"""So many seconds after an answer its result may not have been written down when the kill comes."""
HOW = {Operasjon.NY: "send", Operasjon.ENDRE: "update", Operasjon.SLETT: "delete"}


@dataclass(frozen=True)
class Seen:
    """All that happened. `written` are the keys that were committed; `wait` is how long the program waits
    for an answer. `sekretariat`: there is one that can be told.
    """

    calls: Sequence[Call]
    rows: Sequence[Row]
    kills: Sequence[Kill]
    written: Sequence[str]
    wait: float
    sekretariat: bool = True


@dataclass
class Report:
    """`figures` by what they are; `broken` is what must not be, in words."""

    figures: dict[str, object] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sent:
    """A row with all calls made for it, in order."""

    row: Row
    calls: tuple[Call, ...]

    @property
    def seen(self) -> tuple[Call, ...]:
        return tuple(call for call in self.calls if call.delivered is not None)

    @property
    def first(self) -> float | None:
        return min((call.delivered for call in self.seen if call.delivered is not None), default=None)


def audit(seen: Seen) -> Report:
    report = Report()
    posts = [post for post in sent(seen) if post.row.slag is not Varselslag.DRIFT]
    _state(report, seen, posts)
    _lost(report, seen, posts)
    _order(report, seen, posts)
    _doubles(report, seen, posts)
    _uncertain(report, seen, posts)
    _rates(report, seen.calls)
    _patience(report, seen)
    return report


def sent(seen: Seen) -> list[Sent]:
    """By what was said where: the connector knows no keys."""
    texts = {row.key: row.text for row in seen.rows}
    calls: defaultdict[tuple[str, str, str], list[Call]] = defaultdict(list)
    for call in seen.calls:
        said = call.of if call.how == "delete" else call.text
        calls[call.how, call.channel, _plain(said or "")].append(call)
    return [Sent(row, tuple(calls[_place(row, texts)])) for row in seen.rows]


def _place(row: Row, texts: dict[str, str]) -> tuple[str, str, str]:
    said = texts.get(row.gjelder or "", "") if row.operation is Operasjon.SLETT else row.text
    return HOW[row.operation], row.where, _plain(said)


def _plain(text: str) -> str:
    return " ".join(text.replace("\\", "").split())


def _state(report: Report, seen: Seen, posts: Sequence[Sent]) -> None:
    answers = [call.did for call in seen.calls if call.how != REPLY]
    report.figures |= {
        "posts queued": len(posts),
        "  of these changes and deletions": sum(p.row.operation is not Operasjon.NY for p in posts),
        "conversations": len({p.row.where for p in posts}),
        "kills": len(seen.kills),
        "calls (posts)": len(answers),
        "calls (answers to people)": len(seen.calls) - len(answers),
        **{f"  answered {did.value}": answers.count(did) for did in Did},
        "posts under way at a kill": sum(any(_killed(c, seen.kills) for c in p.calls) for p in posts),
    }


def _lost(report: Report, seen: Seen, posts: Sequence[Sent]) -> None:
    """A change of what is in doubt or gone is let go: what it changes is told of itself."""
    there = {row.key for row in seen.rows}
    gone = {p.row.key for p in posts if p.row.state in (Utposttilstand.UVISS, Utposttilstand.DOED)}
    missing = [key for key in seen.written if key not in there]
    late = [p.row.key for p in posts if p.row.state in UNDER_WAY]
    unseen = [p.row.key for p in posts if p.row.state is Utposttilstand.SENDT and not p.seen]
    dead = [p for p in posts if p.row.state is Utposttilstand.DOED]
    idle = [p for p in dead if p.row.gjelder in gone]
    dropped = [f"{p.row.key} ({p.row.reason})" for p in dead if p not in idle]
    _must(report, "lost: never queued", missing)
    _must(report, "lost: not sent in the end", late)
    _must(report, "lost: called sent, never seen", unseen)
    _must(report, "lost: dead", dropped)
    report.figures["let go with what they change"] = len(idle)


def _order(report: Report, seen: Seen, posts: Sequence[Sent]) -> None:
    """By the first time each was seen, in the order the writer queued them, a transaction after the other:
    nothing that the program may have moved. What people caused meanwhile has no such order.
    """
    lanes: defaultdict[str, list[Sent]] = defaultdict(list)
    by_key = {post.row.key: post for post in posts if post.first is not None}
    for post in (by_key[key] for key in seen.written if key in by_key):
        lanes[post.row.where].append(post)
    wrong = [
        f"{after.row.key} before {before.row.key}"
        for lane in lanes.values()
        for before, after in pairwise(lane)
        if (after.first or 0) < (before.first or 0)
    ]
    _must(report, "out of order", wrong)


def _doubles(report: Report, seen: Seen, posts: Sequence[Sent]) -> None:
    doubles = [p for p in posts if len(p.seen) > 1 and p.row.operation is Operasjon.NY]
    again = [p for p in posts if len(p.seen) > 1 and p.row.operation is not Operasjon.NY]
    causes = [_cause(p, seen) for p in doubles]
    report.figures["seen twice"] = len(doubles)
    for cause in ("kill", "502", "timeout"):
        report.figures[f"  after a {cause}"] = causes.count(cause)
    _must(
        report,
        "seen twice for no reason",
        [p.row.key for p, c in zip(doubles, causes, strict=True) if c is None],
    )
    _must(report, "seen more than twice", [p.row.key for p in doubles if len(p.seen) > 2])
    _must(report, "seen twice, not counted", [p.row.key for p in doubles if not p.row.in_doubt])
    unsure = [p for p in posts if p.row.in_doubt > 1 and p.row.state is not Utposttilstand.UVISS]
    _must(report, "in doubt twice, and not UVISS", [p.row.key for p in unsure])
    report.figures["changes and deletions made twice (all the same)"] = len(again)
    report.figures["counted in doubt by the program"] = sum(p.row.in_doubt > 0 for p in posts)


def _uncertain(report: Report, seen: Seen, posts: Sequence[Sent]) -> None:
    """Of a channel's the sekretariat is told; whose chat it is are not all theirs."""
    uncertain = [p for p in posts if p.row.state is Utposttilstand.UVISS]
    told = [row for row in seen.rows if row.slag is Varselslag.DRIFT]
    channels = [p.row for p in uncertain if p.row.where in CHANNELS] if seen.sekretariat else []
    hidden = [row.key for row in channels if not any(t.key.startswith(f"drift:{row.id}:") for t in told)]
    report.figures["UVISS (in doubt twice, not sent again)"] = len(uncertain)
    report.figures["  of these had arrived"] = sum(bool(p.seen) for p in uncertain)
    report.figures["  of these in channels"] = sum(p.row.where in CHANNELS for p in uncertain)
    report.figures["told to the sekretariat"] = len(told)
    _must(report, "UVISS, and nobody told", hidden)
    _must(report, "not told in the end", [r.key for r in told if r.state is not Utposttilstand.SENDT])


def _rates(report: Report, calls: Sequence[Call]) -> None:
    """Of all calls, answers to people among them."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    for call in calls:
        times[call.channel].append(call.at)
    for count, seconds in PER_CONVERSATION:
        worst = max((most(each, seconds) for each in times.values()), default=0)
        report.figures[f"most in a conversation in {seconds:.0f} s (limit {count})"] = worst
        _must(
            report,
            f"more than {count} in {seconds:.0f} s",
            [name for name, each in times.items() if most(each, seconds) > count],
        )
    total = most([call.at for call in calls if call.how != REPLY], 1.0)
    report.figures[f"most posts in 1 s (limit {TOTAL})"] = total
    report.figures["most calls in 1 s"] = most([call.at for call in calls], 1.0)
    if total > TOTAL:
        report.broken.append(f"{total} posts in a second")


def _patience(report: Report, seen: Seen) -> None:
    """What came before Retry-After had run out, and not because who was told so was killed."""
    told = {call.channel: [c for c in seen.calls if c.channel == call.channel] for call in seen.calls}
    early = [call for call in seen.calls if call.did is Did.HELD and call.how != REPLY]
    excused = [call for call in early if _told_the_dead(call, told[call.channel], seen.kills)]
    report.figures["before Retry-After had run out"] = len(early)
    report.figures["  of these after a kill"] = len(excused)
    _must(report, "impatient", [f"{c.text or c.of}" for c in early if c not in excused])


def _told_the_dead(call: Call, calls: Iterable[Call], kills: Sequence[Kill]) -> bool:
    before = [c for c in calls if c.did is Did.THROTTLED and c.at < call.at]
    return bool(before) and _killed(before[-1], kills)


def _cause(post: Sent, seen: Seen) -> str | None:
    for call in post.seen[:-1]:
        if call.did is Did.BAD_GATEWAY:
            return "502"
        if call.answered - call.at > seen.wait:
            return "timeout"
        if _killed(call, seen.kills):
            return "kill"
    return None


def _killed(call: Call, kills: Sequence[Kill]) -> bool:
    return any(call.at - 0.1 <= kill.at <= call.answered + AFTERMATH for kill in kills)


def _must(report: Report, what: str, found: Sequence[str]) -> None:
    """None of it."""
    report.figures[what] = len(found)
    if found:
        report.broken.append(f"{what}: {', '.join(found[:5])}")
