"""Phrases found by a word: those that mean one word, and those that say nothing where they stand."""

from collections.abc import Mapping, Sequence

Phrase = tuple[tuple[str, ...], str]
"""The words of a phrase, and the word that it means."""
Fillers = dict[str, list[tuple[str, ...]]]
"""Phrases by their first word, or by their last; the longest first."""


def inner(words: Sequence[str], before: Fillers, behind: Fillers) -> tuple[int, int]:
    """Where the words begin and end once the phrases before and behind them are taken away. `before`
    is by first word, `behind` by last.
    """
    start, end = 0, len(words)
    while start < end and (length := starts(before, words, start, end)):
        start += length
    while start < end and (length := _ends(behind, words, start, end)):
        end -= length
    return start, end


def starts(table: Fillers, words: Sequence[str], start: int, end: int) -> int:
    """How many words the phrase at `start` has, none of them from `end` on; 0 where there is none."""
    for phrase in table.get(words[start], ()):
        if tuple(words[start : min(end, start + len(phrase))]) == phrase:
            return len(phrase)
    return 0


def _ends(table: Fillers, words: Sequence[str], start: int, end: int) -> int:
    for phrase in table.get(words[end - 1], ()):
        if tuple(words[max(start, end - len(phrase)) : end]) == phrase:
            return len(phrase)
    return 0


def by_first_word(fraser: list[Phrase], former: Mapping[str, str]) -> dict[str, list[Phrase]]:
    """The longest first. `former` brings the words to one spelling."""
    table: dict[str, list[Phrase]] = {}
    for words, one in sorted(fraser, key=lambda phrase: -len(phrase[0])):
        spelled = tuple(former.get(word, word) for word in words)
        table.setdefault(spelled[0], []).append((spelled, one))
    return table


def fillers(listed: str, former: Mapping[str, str], key: int) -> Fillers:
    """The phrases of a list parted by commas, by their word at `key`: 0 the first, -1 the last."""
    phrases = {tuple(former.get(word, word) for word in phrase.split()) for phrase in listed.split(",")}
    table: Fillers = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        table.setdefault(phrase[key], []).append(phrase)
    return table
