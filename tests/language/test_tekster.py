"""Every sentence the code asks for exists, is asked for, and has what it needs to be filled in."""

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

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
    return Tekster("nb")


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


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.po")), ids=lambda p: p.name)
def test_a_catalogue_is_sorted_names_each_key_once_and_does_not_shout(path):
    lines = path.read_text("utf-8").splitlines()
    keys = [line.split('"')[1] for line in lines if line.startswith("msgid ")]
    assert keys == sorted(set(keys))
    said = [line for line in lines if line.startswith("msgstr")]
    assert [line for line in said if "!" in line or "oops" in line.lower()] == []


def test_an_unknown_key_and_a_missing_value_are_errors(tmp_path):
    (tmp_path / "nb.po").write_text('msgid "hilsen"\nmsgstr "God dag, {navn}."\n', "utf-8")
    katalog = Tekster("nb", tmp_path)
    assert katalog.tekst("hilsen", navn="Kari") == "God dag, Kari."
    with pytest.raises(KeyError):
        katalog.tekst("hilsen")
    with pytest.raises(KeyError):
        tekst("finnes.ikke")


def test_a_sentence_with_a_number_agrees_with_it(tmp_path):
    (tmp_path / "nb.po").write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "saker"\nmsgid_plural "saker"\nmsgstr[0] "{antall} sak"\nmsgstr[1] "{antall} saker"\n',
        "utf-8",
    )
    katalog = Tekster("nb", tmp_path)
    assert katalog.tekst("saker", antall=1) == "1 sak"
    assert katalog.tekst("saker", antall=11) == "11 saker"
