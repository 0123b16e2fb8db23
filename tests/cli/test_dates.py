"""`helsebot dates`: JSON lines in, JSON lists out."""

import json

import pytest


def dates(terminal, *texts: str, at: str = "2026-03-11T09:00:00+01:00") -> list[list[dict]]:
    typed = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    result = terminal.run("dates", "--at", at, typed=typed)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_day_is_written_with_its_kind_and_what_was_said(terminal):
    assert dates(terminal, "Har vi møte torsdag 16. april?") == [
        [{"kind": "point", "grain": "day", "value": "2026-04-16T00:00:00", "body": "torsdag 16. april"}]
    ]


def test_a_range_has_two_ends_and_no_value(terminal):
    [[found]] = dates(terminal, "samling 10.–12. juni")

    assert (found["from"], found["to"]) == ("2026-06-10T00:00:00", "2026-06-13T00:00:00")
    assert found["kind"] == "interval"
    assert "value" not in found


def test_the_minute_that_ends_a_clock_range_is_in_it(terminal):
    [[found]] = dates(terminal, "kl 10.00–11.30 i morgen")

    assert found["to"] == "2026-03-12T11:31:00"


def test_a_deadline_is_before(terminal):
    [[found]] = dates(terminal, "innspill innen fredag kl 12")

    assert (found["kind"], found["value"]) == ("before", "2026-03-13T12:00:00")


def test_a_line_without_a_time_is_an_empty_list(terminal):
    assert dates(terminal, "sak 12/26 utsettes", "hei") == [[], []]


def test_local_in_and_local_out_whatever_the_offset(terminal):
    with_offset = dates(terminal, "i morgen", at="2026-03-11T23:30:00-05:00")

    assert with_offset[0][0]["value"] == "2026-03-12T00:00:00"
    assert with_offset == dates(terminal, "i morgen", at="2026-03-11T23:30:00")


@pytest.mark.parametrize("line", ["ikke json", "[1]", '{"tekst": "i dag"}', '{"text": 3}', "", "[" * 3000])
def test_a_bad_line_is_told_of_and_the_next_is_read(terminal, line):
    typed = f'{line}\n{{"text": "i dag"}}\n'
    result = terminal.run("dates", "--at", "2026-03-11T09:00", typed=typed)

    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    assert first == "[]"
    assert json.loads(second)[0]["body"] == "i dag"
    assert "Linje 1 er ikke JSON" in result.stderr


@pytest.mark.parametrize("at", ["i morgen", "2026-13-01", "9999-12-31T23:59:59", "0001-01-01"])
def test_what_is_no_time_to_stand_at_is_refused(terminal, at):
    result = terminal.run("dates", "--at", at)

    assert result.exit_code == 1
    assert "er ikke et tidspunkt" in result.said


def test_without_at_it_is_now(terminal):
    result = terminal.run("dates", typed='{"text": "i dag"}\n')

    assert json.loads(result.stdout)[0]["grain"] == "day"


def test_the_database_is_left_alone(terminal):
    dates(terminal, "i dag")

    assert not terminal.database.exists()
