"""Every sentence the code asks for exists, is asked for, and has what it needs to be filled in."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.domain.maalform import Maalform
from bot.language.ord import read_yaml
from bot.language.tekster import FOLDER, Tekster, tekst

ROOT = Path(__file__).parents[2]
CODE = [
    p for room in ("bot", "dialogs") for p in sorted((ROOT / room).rglob("*.py")) if p.stem != "tekster"
]


class Call(NamedTuple):
    """A place that says something: which keys it may say, and what it fills in (None: a dict)."""

    where: str
    keys: tuple[str, ...]
    prefix: str | None
    values: frozenset[str] | None


def constants(node: ast.expr) -> tuple[str, ...]:
    if isinstance(node, ast.IfExp):
        return constants(node.body) + constants(node.orelse)
    return (node.value,) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ()


def prefix(node: ast.expr) -> str | None:
    first = node.values[0] if isinstance(node, ast.JoinedStr) else None
    return first.value if isinstance(first, ast.Constant) else None


@cache
def nodes() -> list[tuple[Path, ast.AST]]:
    return [(path, node) for path in CODE for node in ast.walk(ast.parse(path.read_text("utf-8")))]


@cache
def calls() -> list[Call]:
    return [
        Call(
            f"{path.relative_to(ROOT)}:{node.lineno}",
            constants(node.args[0]),
            prefix(node.args[0]),
            None
            if any(k.arg is None for k in node.keywords)
            else frozenset(str(k.arg) for k in node.keywords),
        )
        for path, node in nodes()
        if isinstance(node, ast.Call) and node.args and called(node) == "tekst"
    ]


def called(node: ast.Call) -> str | None:
    return getattr(node.func, "attr", getattr(node.func, "id", None))


def words_in_code() -> set[str]:
    return {n.value for _, n in nodes() if isinstance(n, ast.Constant) and isinstance(n.value, str)}


@pytest.fixture(scope="module")
def nb() -> Tekster:
    return Tekster(Maalform.NB)


def test_every_key_in_the_code_has_a_sentence(nb):
    missing = [f"{c.where} {key}" for c in calls() for key in c.keys if key not in nb.keys]
    assert missing == []


def test_every_placeholder_is_filled_in(nb):
    wrong = [
        f"{c.where} {key}: {sorted(nb.placeholders(key) ^ c.values)}"
        for c in calls()
        for key in c.keys
        if key in nb.keys and c.values is not None and nb.placeholders(key) != c.values
    ]
    assert wrong == []


def test_no_sentence_is_left_unused(nb):
    written = words_in_code()
    families = tuple(c.prefix for c in calls() if c.prefix)
    unused = [key for key in sorted(nb.keys) if key not in written and not key.startswith(families)]
    assert unused == []


@pytest.fixture(scope="module")
def nn() -> Tekster:
    return Tekster(Maalform.NN)


def test_both_catalogues_say_the_same_things(nb, nn):
    assert nb.keys == nn.keys
    assert [key for key in sorted(nb.keys) if nb.placeholders(key) != nn.placeholders(key)] == []
    assert [key for key in sorted(nb.keys) if len(nb.forms(key)) != len(nn.forms(key))] == []


BOKMAAL_ONLY = frozenset(
    [
        "møter",
        "dialogmøter",
        "dialogmøtene",
        "referatene",
        "uten",
        "filen",
        "filene",
        "meldingen",
        "gruppen",
        "vises",
        "lagres",
        "lagret",
        "endret",
        "skrevet",
        "nevnt",
        "nevner",
        "riktig",
        "riktige",
        "noens",
        "ennå",
        "hentet",
        "funnet",
        "sendes",
        "legges",
        "åpent",
        "påminnelser",
        "sammendrag",
        "sammendraget",
        "navn",
        "navnene",
        "årstallet",
        "numrene",
        "klokkeslettene",
        "eget",
        "hvordan",
        "tidligere",
        "feilet",
        "drifter",
        "åpner",
        "finner",
        "leser",
        "tar",
        "svarer",
        "høringene",
        "milepælene",
        "utkastene",
        "forfallene",
        "vennligst",
        "vedlagt",
        "gjennomgå",
    ]
)
NYNORSK_ONLY = frozenset(
    [
        "namn",
        "namnet",
        "namna",
        "saksframlegg",
        "fila",
        "meldinga",
        "gruppa",
        "saka",
        "sakslista",
        "innkallinga",
    ]
)


def words(forms: tuple[str, ...]) -> set[str]:
    """What is said, without what is filled in and without options of the command line."""
    said = re.sub(r"\{\w+\}|--[\w-]+", " ", " ".join(forms))
    return set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", said.casefold()))


@pytest.mark.parametrize(
    ("maalform", "others"),
    [("nn", ("bokmaal", BOKMAAL_ONLY)), ("nb", ("nynorsk", NYNORSK_ONLY))],
)
def test_a_catalogue_has_no_words_of_the_other(maalform, others):
    listed, more = others
    lists = read_yaml(FOLDER.parent / "maalform.yaml")
    alien = {*lists[listed].split(), *more}
    katalog = Tekster(Maalform(maalform))
    found = {key: words(katalog.forms(key)) & alien for key in sorted(katalog.keys)}
    assert {key: left for key, left in found.items() if left} == {}


def test_in_nynorsk_one_is_written_out_with_its_gender(nn):
    singular = [nn.forms(key)[0] for key in nn.keys if len(nn.forms(key)) == 2]
    assert [form for form in singular if "{antall}" in form] == []


SPOKEN = [p for room in ("bot/cards", "dialogs") for p in sorted((ROOT / room).glob("*.py"))]
SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")


def said_in(path: Path) -> list[str]:
    """The strings of a file that read as a sentence: no docstrings, and not what is raised or logged."""
    tree = ast.parse(path.read_text("utf-8"))
    inner = [n for n in ast.walk(tree) if isinstance(n, ast.Expr | ast.Raise)]
    aside = {id(c) for n in inner for c in ast.walk(n) if not isinstance(n, ast.Expr) or is_aside(n)}
    strings = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [n.value for n in strings if id(n) not in aside and SENTENCE.search(n.value)]


def is_aside(node: ast.Expr) -> bool:
    return isinstance(node.value, ast.Constant) or ast.unparse(node).startswith("log.")


@pytest.mark.parametrize("path", SPOKEN, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_sentence_is_said_past_the_catalogue(path):
    assert said_in(path) == []


MERKNADER = [
    (path.name, *(a.value for a in node.args[:2] if isinstance(a, ast.Constant)))
    for path in sorted((ROOT / "bot/domain").glob("kontroll*.py"))
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.Call) and called(node) == "Merknad"
]


@pytest.mark.parametrize(("where", "kode", "slag"), [m for m in MERKNADER if len(m) == 3])
def test_every_merknad_has_words(nb, where, kode, slag):
    assert f"merknad.{kode}_{slag}" in nb.keys


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.po")), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_catalogue_is_sorted_names_each_key_once_and_does_not_shout(path):
    lines = path.read_text("utf-8").splitlines()
    keys = [line.split('"')[1] for line in lines if line.startswith("msgid ")]
    assert keys == sorted(set(keys))
    said = [line for line in lines if line.startswith("msgstr")]
    assert [line for line in said if "!" in line or "oops" in line.lower()] == []


def test_an_unknown_key_and_a_missing_value_are_errors(tmp_path):
    (tmp_path / "nb").mkdir()
    (tmp_path / "nb" / "felles.po").write_text('msgid "hilsen"\nmsgstr "God dag, {navn}."\n', "utf-8")
    katalog = Tekster(Maalform.NB, tmp_path)
    assert katalog.tekst("hilsen", navn="Kari") == "God dag, Kari."
    with pytest.raises(KeyError):
        katalog.tekst("hilsen")
    with pytest.raises(KeyError):
        tekst("finnes.ikke")


def test_a_key_stands_in_one_file_only(tmp_path):
    (tmp_path / "nb").mkdir()
    for name in ("a.po", "b.po"):
        (tmp_path / "nb" / name).write_text('msgid "hilsen"\nmsgstr "God dag."\n', "utf-8")
    with pytest.raises(ValueError, match="hilsen"):
        Tekster(Maalform.NB, tmp_path)


def test_a_sentence_with_a_number_agrees_with_it(tmp_path):
    (tmp_path / "nb").mkdir()
    (tmp_path / "nb" / "felles.po").write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "saker"\nmsgid_plural "saker"\nmsgstr[0] "{antall} sak"\nmsgstr[1] "{antall} saker"\n',
        "utf-8",
    )
    katalog = Tekster(Maalform.NB, tmp_path)
    assert katalog.tekst("saker", antall=1) == "1 sak"
    assert katalog.tekst("saker", antall=11) == "11 saker"
