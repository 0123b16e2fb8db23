"""Persons in lines: members however they are written, unknown people, and words that are no people."""

from statistics import median
from time import process_time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.domain.organ import Medlem, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.language.ord import clean, tokens
from bot.language.personer import Personer
from bot.language.personnavn import fold, navneord

ASU, PSU, FAGRAAD = 1, 2, 3
I_ASU = (
    "Kari Nordli",
    "Jonas Hagelund",
    "Ann-Kristin Moe Solvang",
    "Tor Bull",
    "Mai Vestad",
    "Liv Bergstø",
    "Ann Sissel Brekke",
    "Per Olav Dahl",
    "Bente Kvamsdal",
    "Håkon Sørli",
)
I_PSU = (
    "Kari Strandmo",
    "Dag Even Stein",
    "Vår Lindgård",
    "Tor Bull",
    "Kristin Helgestad",
    "Maria Fossnes",
    "Odd Lie",
    "Olav Ekrheim",
    "Bo Nes",
)
I_FAGRAAD = ("Torill Vangsnes", "Bjørn Steinsvik", "Annlaug Øverås", "Sigmund Bratteng")
EVERYBODY = tuple(dict.fromkeys(I_ASU + I_PSU + I_FAGRAAD))


def organ(organ_id: int, navn: str, folk: tuple[str, ...]) -> Organ:
    return Organ(1, [Organnavn(navn, Navneslag.NAVN)], [Medlem(navn) for navn in folk], organ_id)


PERSONER = Personer(
    Register(
        1,
        organer=(
            organ(ASU, "Administrativt samarbeidsutvalg", I_ASU),
            organ(PSU, "Politisk samarbeidsutvalg", I_PSU),
            organ(FAGRAAD, "Fagråd for pasientsamarbeid", I_FAGRAAD),
        ),
    )
)


def found(line: str, *organ_ids: int) -> list[list[str]]:
    """The members that each person in the line may be; none for an unknown one."""
    text = clean(line)
    return [[k.navn for k in f.kandidater] for f in PERSONER.find(text, tokens(text), organ_ids)]


def written(line: str) -> list[str]:
    text = clean(line)
    return [funn.tekst for funn in PERSONER.find(text, tokens(text))]


@pytest.mark.parametrize(
    ("line", "navn"),
    [
        ("Kari Nordli kommer ikke", "Kari Nordli"),
        ("kari nordli kan ikke møte", "Kari Nordli"),
        ("KARI NORDLI KAN IKKE MØTE", "Kari Nordli"),
        ("hvem er vara for jonas", "Jonas Hagelund"),
        ("jonas' vara", "Jonas Hagelund"),
        ("Torills vara", "Torill Vangsnes"),
        ("Ann-Kristin kommer sent", "Ann-Kristin Moe Solvang"),
        ("ann kristin kommer", "Ann-Kristin Moe Solvang"),
        ("Annkristin kommer", "Ann-Kristin Moe Solvang"),
        ("ann-kristin solvang", "Ann-Kristin Moe Solvang"),
        ("ann sissel kan ikke møte", "Ann Sissel Brekke"),
        ("Ann-Sissel møter", "Ann Sissel Brekke"),
        ("per olav er syk", "Per Olav Dahl"),
        ("Per Dahl møter", "Per Olav Dahl"),
        ("hakon sorli", "Håkon Sørli"),
        ("haakon soerli", "Håkon Sørli"),
        ("Krsitin kan ikke møte", "Kristin Helgestad"),
        ("hva sa Kristn", "Kristin Helgestad"),
        ("kristin hegestad", "Kristin Helgestad"),
        ("hva sa Hagelund", "Jonas Hagelund"),
        ("Sigmund avklarer med fagråd 3 innen 29. april", "Sigmund Bratteng"),
        ("jonas sin sak", "Jonas Hagelund"),
    ],
)
def test_a_member_however_it_is_written(line, navn):
    assert found(line) == [[navn]]


def test_a_first_name_that_several_have_is_all_of_them_and_the_body_decides():
    assert found("Karis vara") == [["Kari Nordli", "Kari Strandmo"]]
    assert found("Karis vara", ASU) == [["Kari Nordli"]]
    assert found("Karis vara", PSU) == [["Kari Strandmo"]]
    assert found("Karis vara", FAGRAAD) == [["Kari Nordli", "Kari Strandmo"]]


def test_one_person_in_two_bodies_is_one_person_with_both():
    (funn,) = PERSONER.find("Tor Bull", tokens("Tor Bull"))
    assert [(k.navn, k.organ_ids) for k in funn.kandidater] == [("Tor Bull", (ASU, PSU))]


def test_several_persons_in_a_line_are_each_found():
    assert found("til stede: Kari Nordli, Jonas og Odd Lie") == [
        ["Kari Nordli"],
        ["Jonas Hagelund"],
        ["Odd Lie"],
    ]
    assert found("til stede jonas torill og maria") == [
        ["Jonas Hagelund"],
        ["Torill Vangsnes"],
        ["Maria Fossnes"],
    ]


@pytest.mark.parametrize(
    ("line", "navn"),
    [
        ("Liv kom 13.20", ["Liv Bergstø"]),
        ("Tor må gå klokka to", ["Tor Bull"]),
        ("Tor og Liv kommer ikke", ["Tor Bull", "Liv Bergstø"]),
        ("referent: Odd", ["Odd Lie"]),
        ("til stede: Jonas, Liv og Tor", ["Jonas Hagelund", "Liv Bergstø", "Tor Bull"]),
        ("forfall: Jonas, tor 18. april", ["Jonas Hagelund"]),
    ],
)
def test_words_that_are_names_in_the_lines_of_a_meeting(line, navn):
    assert [first for (first,) in found(line)] == navn


@pytest.mark.parametrize(
    ("line", "navn"),
    [
        ("Tor kan ikke komme", "Tor Bull"),
        ("tor kan ikke møte", "Tor Bull"),
        ("hvem er vara for tor", "Tor Bull"),
        ("Mai kan ikke komme", "Mai Vestad"),
        ("Liv kommer ikke", "Liv Bergstø"),
        ("sett Liv som referent", "Liv Bergstø"),
        ("sett liv som referent", "Liv Bergstø"),
        ("gi Dag rollen som leder", "Dag Even Stein"),
        ("gjør Per til leder", "Per Olav Dahl"),
        ("har odd meldt forfall", "Odd Lie"),
        ("er det Bo som kommer", "Bo Nes"),
        ("bjørn stiller", "Bjørn Steinsvik"),
        ("Vår møter for meg", "Vår Lindgård"),
        ("Bull kommer ikke", "Tor Bull"),
        ("tor bull", "Tor Bull"),
        ("dag stein kommer", "Dag Even Stein"),
    ],
)
def test_a_word_is_a_name_where_the_shape_says_so(line, navn):
    assert found(line) == [[navn]]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "?",
        "tor 18. april",
        "på tor",
        "tor kommer vi ikke",
        "møte i mai",
        "17. Mai",
        "i Mai",
        "liv er viktig",
        "saken om Liv og helse",
        "vår leder er syk",
        "i vår",
        "hver dag kommer vi",
        "en dag kommer ikke",
        "tre timer per dag",
        "odde tall og even",
        "stein er hardt",
        "finn leder for fagråd 1",
        "bo i kommunen",
        "vente på svar",
        "vente kommer",
        "hente referatet",
        "Helse Nord kommer",
        "Helseplattformen kommer i mai",
        "Oslo kommune kommer ikke",
        "Microsoft Teams",
        "God Jul",
        "Politisk Samarbeidsutvalg",
        "hva sa Administrativt samarbeidsutvalg",
        "På Torsdag",
        "Neste Møte I Asu",
        "St. Olavs hospital",
        "hvem er vara for Kommunedirektøren",
        "flytt det til Stord",
        "vara for Verdal",
        "ein annan dag",
        "anne kristin kommer",
        "kari hansen kan ikke komme",
    ],
)
def test_no_person_is_invented(line):
    assert written(line) == []


@pytest.mark.parametrize(
    ("line", "tekst"),
    [
        ("Ragna Bekkelund", "Ragna Bekkelund"),
        ("hva sa Ragna Bekkelund?", "Ragna Bekkelund"),
        ("Ragna Bekkelunds vara", "Ragna Bekkelund"),
        ("Sett Sigrun Bratholm som referent", "Sigrun Bratholm"),
        ("Marit kommer ikke", "Marit"),
        ("kan Marit komme", "Marit"),
        ("vara for Yrsaline", "Yrsaline"),
        ("Kari Moe kan ikke komme", "Kari Moe"),
        ("er Jonas Olav med i ASU", "Jonas Olav"),
        ("Ordfører Bjørnar Lund deltok", "Bjørnar Lund"),
        ("Tor Bekkelund kommer", "Tor Bekkelund"),
        ("Kari-Anne kommer", "Kari-Anne"),
    ],
)
def test_somebody_whom_no_register_knows(line, tekst):
    assert (written(line), found(line)) == ([tekst], [[]])


@pytest.mark.parametrize("line", ["ragna bekkelund", "marit kommer ikke", "Marit"])
def test_an_unknown_name_without_its_shape_is_none(line):
    assert found(line) == []


def test_what_is_something_else_is_no_person():
    line = "Tor Bull og Kari Nordli"
    assert [f.navn for f in PERSONER.find(line, tokens(line), taken={0, 1})] == ["Kari Nordli"]


CASES = [str, str.lower, str.upper, str.title]
FRAMES = ["{}", "{} kan ikke møte", "hvem er vara for {}?", "jeg snakket med {} i går", "hei, {} kommer"]


@settings(deadline=None)
@given(st.sampled_from(EVERYBODY), st.sampled_from(CASES), st.sampled_from(FRAMES))
def test_any_member_by_full_name_in_any_case(navn, case, frame):
    assert found(frame.format(case(navn))) == [[navn]]


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A member, and the name with a letter added, dropped, changed or swapped in a word of six or more."""
    navn = draw(st.sampled_from([n for n in EVERYBODY if any(len(word) > 5 for word in n.split())]))
    words = navn.split()
    at = draw(st.sampled_from([i for i, word in enumerate(words) if len(word) > 5 and "-" not in word]))
    word, letter = words[at], draw(st.sampled_from("abdefghijklmnoprstuvyæøå"))
    place = draw(st.integers(0, len(word) - 1))
    before, behind = word[:place], word[place + 1 :]
    kind = draw(st.sampled_from(["add", "drop", "change", "swap"]))
    wrong = {
        "add": before + letter + word[place] + behind,
        "drop": before + behind,
        "change": before + letter + behind,
        "swap": before + behind[:1] + word[place] + behind[1:],
    }[kind]
    # «Brekke» without its first letter is another word.
    kjent, short = navneord(), fold(wrong.lower())
    assume(len(short) > 5 or not (kjent.common(short) or short in kjent.fornavn | kjent.lignende))
    return navn, " ".join([*words[:at], wrong, *words[at + 1 :]])


@settings(deadline=None)
@given(slips(), st.sampled_from([str, str.lower]), st.sampled_from(FRAMES))
def test_any_member_with_one_slip_in_a_long_word(slip, case, frame):
    navn, wrong = slip
    assert found(frame.format(case(wrong))) == [[navn]]


_COMMON = """
    møte møter sak saken referat og i på til for med av er har kan ikke jeg vi neste onsdag mai tor liv dag
    vår per odd even stein bjørn bo siv hans roy bull når hva hvem hvor helse kommune vedtak frist vente
    hente sende tone linje line are endre finn det den en et som så nå fagråd asu april må skal vil leder
    """
COMMON = _COMMON.split()
PAIRS = {tuple(navn.lower().split()) for navn in EVERYBODY}
VERBS = {"er", "har", "kan", "møter", "leder", "må", "skal", "vil", "for", "finn", "som"}


@settings(deadline=None)
@given(st.lists(st.sampled_from([word for word in COMMON if word not in VERBS]), max_size=10))
def test_no_person_in_lines_of_common_words(words):
    assume(
        not any(
            pair in PAIRS
            for size in (2, 3)
            for pair in zip(*(words[i:] for i in range(size)), strict=False)
        )
    )
    assert found(" ".join(words)) == []


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_and_what_is_found_stands_there(text):
    line = clean(text)
    words = tokens(line)
    for funn in PERSONER.find(line, words):
        assert funn.tekst in line
        assert 0 <= funn.fra < funn.til <= len(words)


def test_a_line_takes_less_than_a_tenth_of_a_millisecond():
    lines = [frame.format(navn) for navn in EVERYBODY for frame in FRAMES]
    lines += [" ".join(COMMON[i : i + 9]) for i in range(len(COMMON))]
    read = [(clean(line), tokens(clean(line))) for line in lines]
    taken = []
    for line, words in read:
        start = process_time()
        PERSONER.find(line, words)
        taken.append(process_time() - start)
    assert median(taken) < 0.0001, f"{median(taken) * 1000:.3f} ms"
