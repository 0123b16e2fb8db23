"""Which målform a line is in and which one it asks for; and nynorsk suggestions that are understood."""

import re
from itertools import product
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.maalform import Maalform, Maalformer
from bot.language import maalform
from bot.language.maalform import Foreign, chosen, foreign, guess, in_maalform
from bot.language.tekster import Tekster
from tests.yamlfiler import SAFE, lest

NB, NN = Maalform.NB, Maalform.NN
SETNINGER = Path(maalform.__file__).parent / "setninger"
LISTS = lest(Path(maalform.__file__).with_suffix(".yaml"))
SHARED = "møte møtet neste sak saker saksliste sakslista referat referatet vedtak vedlegg forfall når er "
SHARED += "på i dag til om kan du vil skal har fått siste første juni onsdag ASU fagråd 12/24 hei takk"


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("hva står på sakslisten?", NB),
        ("kva står på sakslista?", NN),
        ("Jeg kommer ikke på onsdag", NB),
        ("Eg kan ikkje kome på onsdag", NN),
        ("kven har meldt forfall?", NN),
        ("når møtest ASU?", NN),
        ("kor mange er de ditte vekas møte gjeld", NN),
        ("hvilke frister har vi", NB),
        ("kva fristar har vi", NN),
        ("neste ASU", None),
        ("saksliste", None),
        ("sak 12", None),
        ("møte i dag?", None),
        ("", None),
        ("when is the next meeting", None),
        ("ka e saklista", None),
        ("kæm kjæm på onsdag", None),
        ("æ kjem itj på møtet", None),
        ("korti e neste møte, æ vet ikke", None),
        ("kva er forslaget i «Hvordan bruke fristene»?", NN),
        ("kva er forslaget i hvordan bruke fristene", None),
        ("kva seier dei om korleis vi skal gjere det i hva nå", NN),
    ],
)
def test_a_line_is_taken_for_the_malform_its_words_show(line, written):
    assert guess(line) == written


@pytest.mark.parametrize("word", SHARED.split())
def test_a_line_of_one_word_that_both_have_tells_nothing(word):
    assert guess(word) is None


def test_no_word_shows_two_things():
    shows = [set(LISTS[name].split()) for name in ("bokmaal", "nynorsk", "dialekt")]
    assert [a & b for a, b in product(shows, shows) if a is not b] == [set()] * 6


@given(st.lists(st.sampled_from(SHARED.split()), max_size=6), st.sampled_from(LISTS["nynorsk"].split()))
def test_one_telling_word_among_others_is_enough(around, word):
    assert guess(" ".join(around)) is None
    assert guess(" ".join([*around, word])) is NN


@given(st.text(max_size=40))
def test_whatever_is_written_can_be_looked_at(text):
    assert guess(text) in (NB, NN, None)
    assert chosen(text) in (NB, NN, None)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("snakk nynorsk", NN),
        ("Bytt til bokmål!", NB),
        ("kan du svare meg på nynorsk heretter", NN),
        ("bytt fra nynorsk til bokmål", NB),
        ("byt frå bokmål til nynorsk", NN),
        ("ikke nynorsk, men bokmål", NB),
        ("Hvorfor svarer du på nynorsk? Jeg skriver bokmål.", NB),
        ("æ skjønne itj nynorsk så godt, ta det på bokmål", NB),
        ("skriv bokmål i denne kanalen", NB),
        ("byt til nynrosk", NN),
        ("bokmål eller nynorsk?", None),
        ("ikke nynorsk", None),
        ("speak english", None),
        ("", None),
    ],
)
def test_the_malform_that_is_asked_for(line, wanted):
    assert chosen(line) == wanted


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("can you speak English?", Foreign.ENGLISH),
        ("kan du svare på engelsk", Foreign.ENGLISH),
        ("finnes du på samisk?", Foreign.OTHER),
        ("sørsamisk?", Foreign.OTHER),
        ("kan du snakk trøndersk", Foreign.OTHER),
        ("bytt språk", None),
    ],
)
def test_another_language_is_known_as_such(line, language):
    assert foreign(line) == language


@pytest.mark.parametrize(
    ("known", "line", "answer"),
    [
        (Maalformer(), None, NB),
        (Maalformer(), NN, NN),
        (Maalformer(sist=NN), None, NN),
        (Maalformer(sist=NN), NB, NB),
        (Maalformer(valgt=NN, sist=NB), NB, NN),
        (Maalformer(valgt=NB), NN, NB),
        (Maalformer(kanal=NN), None, NN),
        (Maalformer(kanal=NN, valgt=NB), NB, NN),
    ],
)
def test_a_choice_holds_and_a_line_that_tells_comes_before_the_last_one(known, line, answer):
    assert known.svar(line) is answer


def suggested() -> list[tuple[str, str]]:
    """Every line that the sentences suggest, with its intent."""
    found = []
    for path in sorted(SETNINGER.glob("*.yaml")):
        for lines in re.findall(r"forslag: (\[.*\])", path.read_text("utf-8")):
            found += [
                (path.stem, line.format(organ="ASU", sak="sak 12/24")) for line in yaml.load(lines, SAFE)
            ]
    return found


@pytest.mark.parametrize(("intent", "line"), suggested())
def test_a_suggestion_in_nynorsk_is_nynorsk_and_understood_as_the_same(intent, line, tolk, register, now):
    assert in_maalform(NB, line) == line
    nynorsk = in_maalform(NN, line)
    assert guess(nynorsk) is not NB
    meant = tolk.understand(nynorsk, register=register, at=now)
    assert meant.intent == tolk.understand(line, register=register, at=now).intent


def promised(katalog: Tekster) -> list[str]:
    """Every line that the help shows between guillemets, and the examples."""
    keys = [key for key in sorted(katalog.keys) if key.startswith(("hjelp.", "eksempel."))]
    said = [katalog.forms(key)[0].format(organ="ASU") for key in keys if key.startswith("hjelp.")]
    lines = [line for text in said for line in re.findall(r"«([^»…]+)»", text)]
    return lines + [katalog.tekst(key, organ="ASU") for key in keys if key.startswith("eksempel.")]


@pytest.mark.parametrize("line", [line for m in Maalform for line in promised(Tekster(m))])
def test_what_the_help_says_one_can_write_is_understood(line, tolk, register, now):
    said = (
        tolk.understand(line, register=register, at=now, referat=dictated) for dictated in (False, True)
    )
    assert any(meaning.sure for meaning in said)
