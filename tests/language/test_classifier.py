"""The phrases, and the weights that were learnt from them."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.classifier import WEIGHTS, Classifier, read_weights, write_weights
from bot.language.tolk import NOTHING
from tests.language.linjer import HERE
from tests.yamlfiler import lest
from training.corpus import FOLDER, Reader, digest, phrases

PHRASES = phrases()
WEIGHED = read_weights()
READER = Reader()
KINDS = {"bokmaal", "nynorsk", "dialekt", "skrivefeil", "diktert"}


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier(WEIGHED)


def test_the_weights_were_learnt_from_the_phrases_as_they_stand():
    """Where this fails: `make vekter`."""
    assert WEIGHED.phrases == digest(PHRASES)


def test_every_intent_has_its_phrases_and_so_has_what_is_none(tolk):
    count = Counter(phrase.intent for phrase in PHRASES)
    assert set(count) == tolk.intents | {NOTHING} == set(WEIGHED.intents)
    assert min(count.values()) >= 30
    assert count[NOTHING] >= 150


def test_every_intent_has_phrases_in_every_way_of_writing():
    written = {(phrase.intent, phrase.kind) for phrase in PHRASES}
    assert written == {(path.stem, kind) for path in FOLDER.glob("*.yaml") for kind in KINDS}


def test_no_phrase_stands_twice_nor_is_also_a_test():
    said = Counter(_plain(phrase.text) for phrase in PHRASES)
    assert [text for text, count in said.items() if count > 1] == []
    tests = [*HERE.glob("heldout*.yaml"), *(HERE / "eksempler").glob("*.yaml")]
    assert len(tests) > 40
    # How many, and not which: nobody shall learn from the held-out lines.
    assert sum(line in said for path in tests for line in _lines(path) if line[:1].isalnum()) == 0


def test_a_slip_of_the_thumb_seldom_changes_what_is_meant(classifier):
    first = [_first(classifier, phrase.text) for phrase in PHRASES[::40]]
    slipped = [_first(classifier, _doubled(phrase.text)) for phrase in PHRASES[::40]]
    same = sum(one == other for one, other in zip(first, slipped, strict=True))
    assert same >= 0.9 * len(first)


def test_weights_are_read_as_they_were_written(tmp_path):
    write_weights(WEIGHED, tmp_path / "vekter.bin")
    assert read_weights(tmp_path / "vekter.bin") == WEIGHED


def test_half_a_file_of_weights_is_told(tmp_path):
    half = tmp_path / "vekter.bin"
    half.write_bytes(WEIGHTS.read_bytes()[:-1000])
    with pytest.raises(ValueError, match="not whole"):
        read_weights(half)


@given(line=st.text(max_size=400))
def test_any_line_gets_a_score_for_every_intent(classifier, line):
    assert len(classifier.scores(READER.features(line))) == len(WEIGHED.intents)


def _first(classifier: Classifier, text: str) -> str:
    scores = classifier.scores(READER.features(text))
    return classifier.intents[scores.index(max(scores))]


def _doubled(text: str) -> str:
    """The text with the middle letter of its longest word written twice."""
    word = max(text.split(), key=len)
    return text.replace(word, word[: len(word) // 2] + word[len(word) // 2 - 1] + word[len(word) // 2 :], 1)


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.lower()).strip() or text


def _lines(path: Path) -> list[str]:
    rows = lest(path)
    listed = rows if isinstance(rows, list) else [row for kind in rows.values() for row in kind]
    return [_plain(str(row["t"])) for row in listed]
