"""How much of the korpus the reader finds.

    .venv/bin/python -m tests.documents.korpus.score [dev|holdout|fersk] [--only NAME] [--form FORM] [-v]

`dev/` is for whoever writes the reader. `holdout/` is not to be opened by them: it is what stands in
for the documents nobody here has seen, and it only works unread. On holdout the command prints
figures and the names of fields, never a text. `fersk/` was written by somebody who had read neither the
reader nor the other two, to measure it when both were used up.
"""

import argparse
import gc
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bot.documents.child import GARBAGE

from .compare import Fact, Verdict, compare
from .model import SPLITS, Document, documents
from .render import file_name, render


@dataclass
class Score:
    """One file. `false_alarms` are merknader raised that gold does not have."""

    name: str
    facts: list[Fact] = field(default_factory=list)
    alarms: Counter[str] = field(default_factory=Counter)
    false_alarms: list[str] = field(default_factory=list)
    fault: str = ""
    unread: list[str] = field(default_factory=list)

    @property
    def in_gold(self) -> int:
        return sum(not f.surplus for f in self.facts)

    def count(self, verdict: Verdict) -> int:
        return sum(f.verdict is verdict for f in self.facts)


def answer(data: bytes) -> dict[str, Any]:
    """What the reader makes of a file, in the --json form; in this process, without the limits."""
    from bot.documents.extract import rows
    from bot.documents.interpret import interpret
    from bot.documents.serial import json_form

    return json_form(interpret(rows(data)), lambda merknad: merknad.kode)


def score(document: Document, form: str) -> Score:
    out = Score(f"{document.name}.{form}")
    try:
        given = answer(render(document, form))
    except Exception:
        out.fault, given = traceback.format_exc(), {}
    out.facts = compare(document.gold, given)
    _merknader(out, document.gold.get("merknader"), given.get("merknader", []))
    out.unread = given.get("ikke_tolket", [])
    return out


def _merknader(out: Score, wanted: Any, given: list[dict[str, str]]) -> None:
    codes = [m["kode"] for m in given]
    for code in wanted if isinstance(wanted, list) else []:
        options = [c.strip() for c in code.removeprefix("~").split("||")]
        hit = next((c for c in codes if c in options), None)
        if not (hit is None and code.startswith("~")):
            verdict = Verdict.FOUND if hit else Verdict.MISSING
            out.facts.append(Fact(f"merknader.{options[0]}", verdict, code, hit))
        codes = [c for c in codes if c not in options]
    out.false_alarms = [] if wanted == "*" else codes


def _seldom() -> None:
    """As the child that reads a file in earnest: looking for garbage is a tenth of the work."""
    gc.set_threshold(GARBAGE)


def scores(split: str, only: str | None = None, form: str | None = None) -> Iterator[Score]:
    """Every file of the split, read by as many processes as there are cores, in the order of the names."""
    tasks = [(d, f) for d in documents(split, only) for f in d.formats if form in (None, f)]
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_seldom) as pool:
        yield from pool.map(score, [d for d, _ in tasks], [f for _, f in tasks], chunksize=4)


def total(results: list[Score]) -> tuple[float, float]:
    """Shares of the facts in gold: found, and wrong."""
    gold = sum(s.in_gold for s in results) or 1
    return tuple(sum(s.count(v) for s in results) / gold for v in (Verdict.FOUND, Verdict.WRONG))  # type: ignore[return-value]


def _line(s: Score) -> str:
    gold = s.in_gold
    share = 100 * s.count(Verdict.FOUND) / (gold or 1)
    wrong = s.count(Verdict.WRONG)
    extra = f"  merknader for mye: {len(s.false_alarms)}" if s.false_alarms else ""
    fault = f"  FAULT {s.fault.strip().splitlines()[-1][:90]}" if s.fault else ""
    return f"{s.name:42} {s.count(Verdict.FOUND):4}/{gold:<4} {share:5.1f} %  wrong {wrong:3}{extra}{fault}"


def _fields(s: Score) -> str:
    bad = Counter((f.field, f.verdict.value) for f in s.facts if f.verdict is not Verdict.FOUND)
    return "  ".join(f"{name} {verdict} {n}" for (name, verdict), n in bad.most_common())


def _details(s: Score) -> Iterator[str]:
    for f in s.facts:
        if f.verdict is not Verdict.FOUND:
            yield f"    {f.verdict.value:8} {f.path}"
            yield f"        gold   {_short(f.gold)}"
            yield f"        answer {_short(f.answer)}"
    yield from (f"    merknad for mye: {code}" for code in s.false_alarms)
    yield from (f"    ikke tolket: {_short(line)}" for line in s.unread)


def _short(value: Any) -> str:
    words = repr(value)
    return words if len(words) <= 400 else words[:250] + " … " + words[-120:]


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("split", nargs="?", choices=SPLITS, default="dev")
    parser.add_argument("--only", help="part of a document's name")
    parser.add_argument("--form", help="one format")
    parser.add_argument("--write", type=Path, help="also write the rendered files into this folder")
    parser.add_argument(
        "-v", action="store_true", help="every fact that is not found (but on holdout with its text)"
    )
    options = parser.parse_args(argv)
    if options.write:
        _write(options)
    results = []
    for s in scores(options.split, options.only, options.form):
        results.append(s)
        print(_line(s))
        if options.split == "holdout":
            print("    " + _fields(s)) if _fields(s) else None
        elif options.v:
            print("\n".join(_details(s)), s.fault, sep="\n")
    found, wrong = total(results)
    print(f"{options.split}: {len(results)} files, found {100 * found:.2f} %, wrong {100 * wrong:.2f} %")
    return 0


def _write(options: argparse.Namespace) -> None:
    options.write.mkdir(parents=True, exist_ok=True)
    for document in documents(options.split, options.only):
        for form in document.formats:
            name = f"{document.name}.{form}.{file_name(document, form).rsplit('.', 1)[1]}"
            (options.write / name).write_bytes(render(document, form))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
