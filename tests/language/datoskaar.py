"""Scores the grammar on a set of date lines, by the same rules as ../shared/dates/score_dates.py."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from bot.language.tid import Tid, find

FOLDER = Path(__file__).parent / "datoer"


class Skaar(NamedTuple):
    """`right` of `lines` that hold a time; `wrong` are those that failed, `false` those that hold none."""

    right: int
    lines: int
    wrong: list[str]
    false: list[str]


def score(path: Path) -> Skaar:
    data = json.loads(path.read_text("utf-8"))
    at = datetime.fromisoformat(data["reference"])
    wrong: list[str] = []
    false: list[str] = []
    for row in data["examples"]:
        found = find(row["text"], at)
        if row["kind"] == "none":
            false += [row["text"]] if found else []
        elif not (found and _right(row, max(found, key=lambda tid: tid.slutt - tid.start))):
            wrong.append(row["text"])
    lines = sum(row["kind"] != "none" for row in data["examples"])
    return Skaar(lines - len(wrong), lines, wrong, false)


def _right(row: dict, tid: Tid) -> bool:
    grain = row["grain"]
    if row["kind"] == "interval":
        fine = grain if grain in ("minute", "second", "hour") else "day"
        til = tid.til + timedelta(minutes=1) if tid.til and tid.clock_range else tid.til
        starts = tid.kind == "interval" and _same(tid.fra, row["from"], fine)
        return starts and any(_same(til, to, fine) for to in [row["to"], *row.get("to_alts", [])])
    if row["kind"] == "point" and tid.kind not in ("point", "interval"):
        return False
    if row["kind"] != "point" and tid.kind not in ("point", row["kind"]):
        return False
    moment = tid.value or tid.fra
    return any(_same(moment, value, grain) for value in [row["value"], *row.get("alts", [])])


def _same(moment: datetime, wanted: str, grain: str) -> bool:
    other = datetime.fromisoformat(wanted)
    return _cut(moment, grain) == (other.replace(hour=0) if grain == "partofday" else _cut(other, grain))


def _cut(moment: datetime, grain: str) -> object:
    if grain in ("minute", "second"):
        return moment.replace(second=0, microsecond=0)
    if grain == "hour":
        return moment.replace(minute=0, second=0, microsecond=0)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if grain == "week":
        return day - timedelta(days=day.weekday())
    return {
        "month": (day.year, day.month),
        "quarter": (day.year, (day.month - 1) // 3),
        "year": day.year,
    }.get(grain, day)
