"""Every example means what its file says, but for the known faults, which may only become fewer."""

import pytest

from bot.language.tolk import NOTHING
from tests.language.linjer import HERE, Linje, examples
from tests.yamlfiler import lest
from training.corpus import FOLDER

FILES = sorted((HERE / "eksempler").glob("*.yaml"))
EXAMPLES = [linje for path in FILES for linje in examples(path)]
KNOWN = {(row["i"], row["t"]) for row in lest(HERE / "kjente_feil.yaml") or ()}
MOST = 8
"""As many known faults as there may be: lower it when one is mended, never raise it."""


@pytest.mark.parametrize("linje", EXAMPLES, ids=lambda linje: f"{linje.intent}: {linje.text}")
def test_an_example_means_what_its_file_says(linje: Linje, tolk, register, now):
    wrong = linje.wrong(tolk.understand(linje.text, register=register, at=now, referat=linje.referat))
    if (linje.intent, linje.text) in KNOWN:
        assert wrong, "mended: take it out of kjente_feil.yaml"
    else:
        assert wrong == []


def test_every_phrase_file_has_its_example_file():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {path.stem for path in FILES}
    assert NOTHING in {path.stem for path in FILES}


def test_the_known_faults_are_examples_and_not_more_than_they_were():
    assert {(linje.intent, linje.text) for linje in EXAMPLES} >= KNOWN
    assert len(KNOWN) <= MOST
