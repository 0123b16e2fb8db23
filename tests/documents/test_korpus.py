"""The korpus holds together, and the reader does not fall below what it has reached on it."""

from itertools import combinations
from typing import Any

import pytest

from tests.documents.korpus.compare import Verdict, compare, squeezed
from tests.documents.korpus.model import ROOT, SPLITS, Document, documents
from tests.documents.korpus.render import FORMATS, render
from tests.documents.korpus.score import scores, total
from tests.yamlfiler import lest

ALLE = [d for split in SPLITS for d in documents(split)]


def ideal(gold: Any) -> Any:
    """An answer that says all that gold asks for, and nothing else."""
    if isinstance(gold, dict):
        return {k: ideal(v) for k, v in gold.items() if v != "*"}
    if isinstance(gold, list):
        kept = [g for g in gold if not (isinstance(g, dict) and "valgfri" in g)]
        return [ideal(g) for g in kept if not (isinstance(g, str) and g.startswith("~"))]
    first = gold.split("||")[0].strip()
    return None if first == "~" else first


def whole(document: Document) -> dict[str, Any]:
    """The ideal answer with a section's paragraphs as one text."""
    answer: dict[str, Any] = ideal(document.gold)
    for paper in answer.get("saksfremlegg", []):
        for part in paper.get("seksjoner", []):
            part["tekst"] = "\n".join(part["tekst"]) if isinstance(part["tekst"], list) else part["tekst"]
    for sak in (s for part in answer.get("deler", []) for s in part["saker"]):
        sak["innledning"] = sak.get("innledning", []) + sak.pop("innhold", [])
    return answer


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [t for k, v in value.items() if k in WRITTEN.split() for t in texts(v)]
    if isinstance(value, list):
        return [t for v in value for t in texts(v)]
    return [value] if value else []


WRITTEN = """utvalg moetested arkivsak agenda saksfremlegg tittel punkter ansvarlige navn saksansvarlig
saksbehandler forslag_til_vedtak underpunkter tekst vedlegg seksjoner overskrift moeteleder referenter
tilstede forfall deler saker innleder innledning konklusjon innhold"""


@pytest.mark.parametrize("document", ALLE, ids=lambda d: f"{d.split}-{d.name}")
def test_gold_scores_full_against_itself(document: Document) -> None:
    facts = compare(document.gold, whole(document))
    assert facts
    assert [f.path for f in facts if f.verdict is not Verdict.FOUND] == []


@pytest.mark.parametrize("document", ALLE, ids=lambda d: f"{d.split}-{d.name}")
def test_what_gold_says_stands_on_the_paper(document: Document) -> None:
    paper = squeezed(render(document, "txt-mail").decode())
    missing = [t for t in texts(whole(document)) if squeezed(t) not in paper]
    assert missing == []
    assert set(document.formats) <= set(FORMATS)


FLOORS = lest(ROOT / "golv.yaml")


@pytest.mark.parametrize("split", FLOORS)
def test_the_reader_holds_what_it_has_reached(split: str) -> None:
    floor = FLOORS[split]
    results = list(scores(split))
    found, wrong = total(results)
    assert [s.name for s in results if s.fault] == []
    assert found >= floor["funnet"], f"{split}: found {found:.4f}"
    assert wrong <= floor["feil"], f"{split}: wrong {wrong:.4f}"


def test_the_parts_of_the_korpus_share_no_text() -> None:
    """Nobody may learn the holdout from dev: not one long text stands in both."""
    parts = [{t for d in ALLE if d.split == s for t in texts(whole(d)) if len(t) > 60} for s in SPLITS]
    assert [a & b for a, b in combinations(parts, 2) if a & b] == []
