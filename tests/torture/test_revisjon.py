"""The audit of the torture sees what must not be: an auditor who is blind finds nothing either."""

from dataclasses import replace

from bot.domain.utboks import Operasjon, Utposttilstand, Varselslag
from tests.torture.audit import Seen, audit
from tests.torture.journal import Call, Did
from tests.torture.limits import full_until, most
from tests.torture.program import Kill
from tests.torture.rows import Row
from tests.torture.town import CHANNELS

KANAL = CHANNELS[0]


def row(number, **other):
    plain = Row(
        id=number,
        key=f"n{number}",
        where=KANAL,
        text=f"Post {number}",
        slag=Varselslag.SAK,
        state=Utposttilstand.SENDT,
        operation=Operasjon.NY,
        gjelder=None,
        attempts=1,
        in_doubt=0,
        reason=None,
    )
    return replace(plain, **other)


def call(number, at, did=Did.OK, *, seen=True, how="send", of=None, seconds=0.1):
    return Call(
        number=number,
        at=at,
        conversation=KANAL,
        how=how,
        target=None,
        of=of,
        text=f"Post {number}",
        did=did,
        delivered=at + seconds if seen else None,
        activity=f"s{number}" if seen else None,
        answered=at + seconds,
        vanished=False,
    )


def judged(rows, calls, kills=(), written=None):
    keys = [r.key for r in rows] if written is None else written
    return audit(Seen(calls, rows, kills, keys, wait=10))


def broken(*args, **kwargs):
    return judged(*args, **kwargs).broken


def test_all_well():
    report = judged([row(1), row(2)], [call(1, 10), call(2, 11)])
    assert report.broken == []
    assert (report.figures["posts queued"], report.figures["seen twice"]) == (2, 0)


def test_what_is_lost():
    assert broken([], [], written=["n1"]) == ["lost: never queued: n1"]
    assert broken([row(1, state=Utposttilstand.VENTER)], []) == ["lost: not sent in the end: n1"]
    assert broken([row(1)], []) == ["lost: called sent, never seen: n1"]
    assert broken([row(1, state=Utposttilstand.DOED, reason="400")], []) == ["lost: dead: n1 (400)"]


def test_a_change_of_what_never_came_is_let_go():
    ny = row(1, state=Utposttilstand.UVISS, in_doubt=2)
    endret = row(2, operation=Operasjon.ENDRE, gjelder="n1", state=Utposttilstand.DOED)
    told = row(3, key="drift:1:2", slag=Varselslag.DRIFT)
    assert broken([ny, endret, told], []) == []
    assert broken([ny, endret], []) == ["UVISS, and nobody told: n1"]


def test_a_deletion_is_seen_by_what_is_deleted():
    gone = row(2, text="", operation=Operasjon.SLETT, gjelder="n1")
    deleted = replace(call(9, 12), how="delete", text=None, of="Post 1")
    assert broken([row(1), gone], [call(1, 10), deleted]) == []
    assert broken([row(1), gone], [call(1, 10)]) == ["lost: called sent, never seen: n2"]


def test_out_of_order():
    assert broken([row(1), row(2)], [call(2, 10), call(1, 11)]) == ["out of order: n2 before n1"]


def test_a_double_needs_a_reason_and_is_counted():
    twice = [call(1, 10), call(1, 14)]
    assert "seen twice for no reason: n1" in broken([row(1)], twice)
    counted = [row(1, in_doubt=1)]
    behind_502 = [call(1, 10, Did.BAD_GATEWAY), call(1, 14)]
    assert broken(counted, behind_502) == []
    assert broken([row(1)], behind_502) == ["seen twice, not counted: n1"]
    assert broken(counted, [call(1, 10, Did.SLOW, seconds=12), call(1, 24)]) == []
    assert broken(counted, twice, kills=[Kill(0, 10.05, 12)]) == []
    assert "seen more than twice: n1" in broken(counted, [*behind_502, call(1, 17)])


def test_teams_limits_are_measured_over_all_that_is_sent():
    rows = [row(n) for n in range(7)]
    seven = [call(n, 10 + n * 0.1) for n in range(7)]
    answer = replace(call(99, 10.95), how="reply", conversation=f"{KANAL};messageid=7")
    assert broken(rows, seven) == []
    assert broken(rows, [*seven, answer]) == [f"more than 7 in 1 s: {KANAL}"]


def test_retry_after_is_heeded_but_by_who_never_heard_of_it():
    early = [call(1, 10, Did.THROTTLED, seen=False), call(1, 10.5, Did.HELD, seen=False), call(1, 14)]
    assert broken([row(1)], early) == ["impatient: Post 1"]
    assert broken([row(1)], early, kills=[Kill(0, 10.05, 10.4)]) == []


def test_the_limits_themselves():
    assert most([0, 0.5, 0.9, 1.0], 1.0) == 3
    assert full_until([n * 0.1 for n in range(6)], 0.9) is None
    assert full_until([n * 0.1 for n in range(7)], 0.9) == 1.0
