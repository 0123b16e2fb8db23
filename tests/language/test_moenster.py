"""The small language of sentences."""

import pytest

from bot.domain.likhet import distance
from bot.language.moenster import Line
from bot.language.moensterleser import compile_sentence
from bot.language.ord import ordbok
from bot.language.rettskriving import Rettskriving
from bot.language.setninger import Setninger

BINDING = frozenset({"er", "det"})


def _any_but_not(kind, part, places) -> bool:
    return "ikke" not in part


def match(sentence: str, line: str) -> bool:
    symbols = line.split()
    compiled = compile_sentence(sentence, list)
    found = compiled.match(Line(symbols, range(len(symbols)), _any_but_not), BINDING)
    return compiled.may_match(frozenset(symbols)) and found is not None


@pytest.mark.parametrize(
    ("sentence", "yes", "no"),
    [
        ("når er møte", ["når er møte"], ["møte er når", "når er møte nå", "når"]),
        ("når er [det] møte", ["når er møte", "når er det møte"], ["når er det det møte"]),
        ("når er (møte|neste samling)", ["når er møte", "når er neste samling"], ["når er samling"]),
        ("[vis|hva er] {sak}", ["{sak}", "vis {sak}", "hva er {sak}"], ["{sak} vis", "hva {sak}"]),
        ("når + møte", ["når møte", "møte når", "møte er det når"], ["når", "når møte ikke"]),
        ("når + (møte|{organ})", ["når {organ}", "når møte"], ["møte {organ}"]),
        ("når + møte + [neste]", ["neste møte når"], ["neste når"]),
        (
            "når kommer {emne} opp",
            ["når kommer barn og unge opp"],
            ["når kommer opp", "når kommer han ikke opp"],
        ),
        ("noter {tekst}", ["noter at vi venter"], ["noter"]),
        ("møte {tid}", ["møte {dag}", "møte {periode}"], ["møte {sak}"]),
        ("møte {dag}", ["møte {dag}"], ["møte {periode}"]),
        ("bytt {gammel} med {ny}", ["bytt mars med siste april"], ["bytt med april", "bytt mars"]),
        ("<det må avklares [{resten}]>", ["det må avklares", "det må avklares nå"], ["må avklares"]),
        ("k : {tekst}", [], ["k vi venter"]),
        ("{navn} er vara for {annen}", ["liv er vara for per olav"], ["liv er vara for"]),
    ],
)
def test_a_sentence_matches_these_lines_and_not_those(sentence, yes, no):
    assert [line for line in yes if not match(sentence, line)] == []
    assert [line for line in no if match(sentence, line)] == []


def test_a_text_begins_behind_the_colon_where_there_is_one():
    def text(line: str, labelled: set[int]) -> str:
        symbols = line.split()
        found = compile_sentence("eventuelt [{organ}] {tekst}", list).match(
            Line(symbols, range(len(symbols)), _any_but_not, frozenset(labelled)), BINDING
        )
        assert found is not None
        return " ".join(symbols[found[-1].fra : found[-1].til])

    assert text("eventuelt {organ} har flyttet", set()) == "har flyttet"
    assert text("eventuelt {organ} har flyttet", {1}) == "{organ} har flyttet"


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "[når]",
        "(når",
        "når)",
        "når|hva",
        "{noe}",
        "når + {tekst}",
        "når + {navn}",
        "{emne}",
        "når [er",
        "<når",
        "noter {tekst} {tekst}",
        "noter {emne} {tekst}",
        "<noter {resten}> {tekst}",
    ],
)
def test_a_sentence_that_is_not_well_formed_is_an_error(sentence):
    with pytest.raises(ValueError, match=r"."):
        compile_sentence(sentence, list)


def test_a_sentence_that_writes_must_be_a_whole_line(tmp_path):
    (tmp_path / "forfall.meld.yaml").write_text(
        "intent: forfall.meld\nskriver: true\ngrupper:\n  - setninger:\n      - melde + forfall\n", "utf-8"
    )
    with pytest.raises(ValueError, match="whole lines"):
        Setninger(ordbok(), tmp_path)


def test_a_file_is_about_the_intent_it_is_named_for(tmp_path):
    (tmp_path / "hjelp.yaml").write_text("intent: annet\ngrupper: []\n", "utf-8")
    with pytest.raises(ValueError, match="annet"):
        Setninger(ordbok(), tmp_path)


def test_a_spelling_stands_under_one_word():
    ordlista = ordbok()
    assert ordlista.spell(["kva", "tid", "møtest", "me"]) == ["når", "møtes", "me"]
    assert ordlista.spell(["kor", "lang", "tid"]) == ["hvorlenge"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nesste", "neste"),
        ("saksilste", "saksliste"),
        ("refeart", "referat"),
        ("helseplattformen", "helseplattformen"),
        ("møter", "møter"),
        ("neste", "neste"),
        ("nest", "nest"),
        ("synes", "synes"),
        ("innkalilngen", "innkallingen"),
    ],
)
def test_a_slip_is_corrected_and_another_word_is_not(written, meant):
    spelling = Rettskriving(
        ["neste", "saksliste", "referat", "møte", "syne", "innkallingen"], ["møter"], {}
    )
    assert spelling.correct(written) == meant


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("møte", "møte", 0),
        ("møte", "møtte", 1),
        ("møte", "mtøe", 1),
        ("møte", "møter", 1),
        ("møte", "saken", 3),
    ],
)
def test_a_swap_is_one_slip_and_what_is_far_is_only_far(one, other, expected):
    assert distance(one, other, 2) == expected
