"""What may be kept for review, and above all what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.gjennomsyn import may_be_kept, one_line
from bot.language.ord import FOLDER, ordbok, read_yaml

FORSLAG = ("moete.saksliste", "hjelp", "sak.vis")
MEDLEMMER = ("Torgunn Bekkestua", "Åshild van Rijn", "Li Bjørkheim", "Ove Kalvå")
UTVALG = ("ASU", "Strategisk samarbeidsutvalg", "Rådet")

DATA = read_yaml(FOLDER / "gjennomsyn.yaml")
HELSE = sorted(
    {*ordbok().helse, *DATA["helse"].split(), *DATA["helse_ord"].split(), *DATA["helse_inni"].split()}
)
NAVNEDELER = [del_ for navn in MEDLEMMER for del_ in navn.split() if del_ != "van"]
HVERDAG = st.lists(
    st.sampled_from(
        [
            "hva",
            "med",
            "bilen",
            "kor",
            "e",
            "den",
            "lista",
            "om",
            "det",
            "nye",
            "bygget",
            "når",
            "går",
            "ferga",
        ]
    )
)
SKILLE = st.sampled_from([" ", ", ", "-", "/", "! ", " 7", "\t", "\n", "…"])


def kept(linje: str, *forslag: str, **mer) -> bool:
    return may_be_kept(linje, forslag or FORSLAG, MEDLEMMER, UTVALG, **mer)


def linje(foer: list[str], skille: str, ord_: str, etter: list[str]) -> str:
    return f"{' '.join(foer)}{skille}{ord_}{skille}{' '.join(etter)}"


@pytest.mark.parametrize(
    "skrevet",
    [
        "hva med bilen",
        "Hva med bilen",
        "hvor parkerer man",
        "kem tar med kake",
        "ta den lista igjen",
        "trenger dokumentgreiene",
        "hva skjer i ASU på torsdag",
        "Når møtes Strategisk samarbeidsutvalg da",
        "  få   lest\ngreia ",
        "kan du ordne skyss?",
        "har Teams krøll i dag",
    ],
)
def test_a_plain_line_is_kept(skrevet):
    assert kept(skrevet)


@pytest.mark.parametrize(
    "skrevet",
    [
        "æ e dårli å kjæm itj",
        "har vondt i hodet",
        "daarlig i dag",
        "er syyyk",
        "sjukmeld til over jul",
        "sykmedlt ut uka",
        "krank, men møter",
        "har time hos lege på torsdag",
        "skal opereres i morgen",
        "gravid i uke 30",
        "hva med brystkreft",
        "angst igjen",
        "tar medisin før møtet",
        "sykehusinnleggelse torsdag",
        "SYK",
        "s\u00adyk i dag",
        "ｓｙｋ i dag",
        "trenger ny resept",
        "dattera er innlagt",
        "trøtt i dag",
    ],
)
def test_a_line_about_health_is_not(skrevet):
    assert not kept(skrevet)


@pytest.mark.parametrize(
    "skrevet",
    [
        "snakka med kari",
        "Kari fikser det",
        "be Truls om det",
        "hva med torgunn",
        "hva med torgun",
        "TORGUNN fikser det",
        "lista til bekkestua",
        "karis liste",
        "anne-lises liste",
        "hva med hansen",
        "spør persen",
        "Bjørn fikser det",
        "Bull ordner lista",
        "Xylander ordner lista",
        "be Xylander om det",
        "spør ho emeli",
        "hva med rognstad",
        "han heter noe rart",
        "Анна fikser det",
        "åshild",
        "ashild",
        "A\u030ashild",
        "li",
        "mannen min fikser det",
    ],
)
def test_a_line_with_somebodys_name_is_not(skrevet):
    assert not kept(skrevet)


@pytest.mark.parametrize(
    "skrevet",
    [
        "ring 12345",
        "ring 99 88 77 66",
        "010190 12345",
        "010190-12345",
        "ring 1 2 3 4 5",
        "ring ni ni åtte fire to",
        "skriv til meg@example.no",
        "se https://example.no/liste",
        "se www.example.no",
        "se example.no",
    ],
)
def test_a_line_with_a_long_number_or_an_address_is_not(skrevet):
    assert not kept(skrevet)


@pytest.mark.parametrize(
    "skrevet",
    [
        "jeg kommer ikke",
        "eg kjem ikkje",
        "æ kjæm itj",
        "e kan itj møt",
        "vi rekker ikke fram",
        "me når ikkje ferga",
        "kan ikke komme",
        "rekk itj",
        "dukke ikkje opp",
        "kommer'ke i morra",
        "kan iikke kome på onsdag",
        "melder avbud",
        "må meleavbud",
        "for fall fra meg",
        "er forhindret",
        "må melde pass",
        "trekker meg",
        "er bortreist",
        "vara møter for meg",
        "sitter hjemme",
    ],
)
def test_a_line_of_somebody_who_is_not_coming_is_not(skrevet):
    assert not kept(skrevet)


@pytest.mark.parametrize("skrevet", ["", "  \n", "bil " * 60, "hva med bilen 🤒", "hva\x00med bilen"])
def test_a_line_that_is_empty_long_or_strange_is_not(skrevet):
    assert not kept(skrevet)


def test_nothing_is_kept_while_a_referat_is_open():
    assert not kept("hva med bilen", referat_open=True)


@pytest.mark.parametrize("forfall", ["forfall.meld", "forfall.trekk", "forfall.liste"])
def test_nothing_is_kept_that_may_be_about_forfall(forfall):
    assert not kept("hva med bilen", "sak.vis", "hjelp", forfall)


def test_nothing_is_kept_where_nothing_tells_what_it_was_near():
    assert not may_be_kept("hva med bilen", ())


def test_a_line_is_written_as_one():
    assert one_line("  hva\u200b med\n bile\u006e ") == "hva med bilen"


@given(HVERDAG, SKILLE, st.sampled_from(HELSE), st.text("abdeikmnst", max_size=4), HVERDAG)
def test_no_line_with_a_health_word_is_kept(foer, skille, ord_, ende, etter):
    hele_ord = ord_ in DATA["helse_ord"].split()
    for skrevet in (ord_, ord_.upper(), ord_.capitalize()):
        assert not kept(linje(foer, skille, skrevet if hele_ord else skrevet + ende, etter))


@given(HVERDAG, SKILLE, st.sampled_from(DATA["helse_inni"].split()), HVERDAG)
def test_no_line_with_a_compound_of_health_is_kept(foer, skille, ord_, etter):
    assert not kept(linje(foer, skille, f"bil{ord_}greia", etter))


@given(HVERDAG, SKILLE, st.sampled_from(NAVNEDELER), st.sampled_from(["lower", "upper", "title"]), HVERDAG)
def test_no_line_with_a_members_name_is_kept(foer, skille, navn, form, etter):
    skrevet = getattr(navn, form)()
    assert not kept(linje(foer, skille, skrevet, etter))
    assert not kept(linje(foer, skille, skrevet + "s", etter))


@given(st.lists(st.sampled_from("0123456789"), min_size=5, max_size=12), st.data())
def test_no_line_with_five_digits_or_more_is_kept(sifre, data):
    biter = [data.draw(st.sampled_from(["", " ", "-", ".", " bil "])) + siffer for siffer in sifre]
    assert not kept("ring " + "".join(biter))


@given(st.text(max_size=250))
def test_whatever_is_kept_is_short_plain_and_without_numbers(skrevet):
    if kept(skrevet):
        tekst = one_line(skrevet)
        assert 0 < len(tekst) <= 200
        assert "\n" not in tekst
        assert "@" not in tekst
        assert sum(c.isdigit() for c in tekst) < 5


@given(st.lists(st.text(st.characters(codec="latin-1"), min_size=1, max_size=12), max_size=6))
def test_a_capital_letter_inside_a_line_is_a_name(ord_):
    skrevet = " ".join(["hva med", *ord_, "Qvamme"])
    assert not kept(skrevet)
