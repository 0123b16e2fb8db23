"""From phrases to weights: one linear support vector machine an intent, pruned and rounded."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from bot.language.classifier import Weights
from bot.language.features import WORD, Features
from training.corpus import Phrase, Reader
from training.slips import slipped

_FOLDS = 5
_LEAST = 2
"""A feature of one phrase alone tells nothing of the next."""
_MANY = 22
"""A word of so many intents is a word of any line."""
_SLIPPED = 0.5
"""What a phrase with slips counts for beside the phrase as it stands."""
_TOP = 127
_ZERO = 128
_FEATURES = 30_000
"""The most telling ones; more of them tell no more."""
_FLOORS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Report:
    """`first` and `among_three` are shares of phrases that were not learnt from. `by_confidence`:
    a floor, the share of lines above it, and the share of those that were right.
    """

    weights: Weights
    first: float
    among_three: float
    by_confidence: list[tuple[float, float, float]]


def learn(phrases: Sequence[Phrase], reader: Reader, digest: str) -> Report:
    """Same phrases, same weights."""
    rows = [reader.features(phrase.text) for phrase in phrases]
    slips = [reader.features(slipped(phrase.text)) for phrase in phrases]
    wanted = np.array([phrase.intent for phrase in phrases])
    scores, intents = _unseen(rows, slips, wanted)
    sure, first, three, table = _confidence(scores, intents, wanted)
    weights = replace(_weights([*rows, *slips], wanted, digest, sure), common=_common(rows, wanted))
    return Report(weights, first, three, table)


def _unseen(
    rows: Sequence[Features], slips: Sequence[Features], wanted: npt.NDArray[np.str_]
) -> tuple[Floats, npt.NDArray[np.str_]]:
    """The scores of every phrase by a machine that has not seen it."""
    intents = np.unique(wanted)
    scores = np.zeros((len(rows), len(intents)))
    for known, unknown in StratifiedKFold(_FOLDS, shuffle=True, random_state=0).split(rows, wanted):
        seen = [rows[at] for at in known] + [slips[at] for at in known]
        places = _places(seen)
        machine = _machine(_matrix(seen, places), wanted[known])
        scores[unknown] = machine.decision_function(_matrix([rows[at] for at in unknown], places))
    return scores, intents


def _confidence(
    scores: Floats, intents: npt.NDArray[np.str_], wanted: npt.NDArray[np.str_]
) -> tuple[tuple[float, float, float], float, float, list[tuple[float, float, float]]]:
    order = np.argsort(-scores, axis=1)
    right = intents[order[:, 0]] == wanted
    among = (intents[order[:, :3]] == wanted[:, None]).any(axis=1)
    best, second = np.sort(scores, axis=1)[:, -1], np.sort(scores, axis=1)[:, -2]
    signs = np.column_stack([best, best - second])
    judge = LogisticRegression(C=1e6).fit(signs, right)
    share = judge.predict_proba(signs)[:, 1]
    table = [(f, float(np.mean(share >= f)), float(np.mean(right[share >= f]))) for f in _FLOORS]
    size, lead = judge.coef_[0]
    sure = (round(float(size), 4), round(float(lead), 4), round(float(judge.intercept_[0]), 4))
    return sure, float(np.mean(right)), float(np.mean(among)), table


def _weights(
    rows: Sequence[Features],
    wanted: npt.NDArray[np.str_],
    digest: str,
    sure: tuple[float, float, float],
) -> Weights:
    places = _places(rows)
    machine = _machine(_matrix(rows, places), wanted)
    scale = float(np.abs(machine.coef_).max()) / _TOP
    rounded = np.rint(machine.coef_.T / scale).astype(np.int16)
    telling = np.argsort(-np.linalg.norm(rounded, axis=1), kind="stable")[:_FEATURES]
    names = list(places)
    kept = sorted(int(at) for at in telling)
    return Weights(
        tuple(str(name) for name in machine.classes_),
        tuple(float(bias) for bias in machine.intercept_),
        scale,
        sure,
        digest,
        (),
        tuple(names[at] for at in kept),
        (rounded[kept] + _ZERO).astype(np.uint8).tobytes(),
    )


def _common(rows: Sequence[Features], wanted: npt.NDArray[np.str_]) -> tuple[str, ...]:
    """Words that stand in phrases of many intents."""
    holders: dict[str, set[str]] = {}
    for groups, intent in zip(rows, wanted, strict=True):
        for feature in groups[1]:
            if feature.startswith(WORD):
                holders.setdefault(feature.removeprefix(WORD), set()).add(str(intent))
    return tuple(sorted(word for word, intents in holders.items() if len(intents) >= _MANY))


def _machine(matrix: sp.csr_matrix, wanted: npt.NDArray[np.str_]) -> LinearSVC:
    """`matrix` has the phrases as they stand, then each with slips."""
    weights = np.repeat([1.0, _SLIPPED], len(wanted))
    return LinearSVC(C=0.7, random_state=0).fit(matrix, np.tile(wanted, 2), sample_weight=weights)


def _places(rows: Sequence[Features]) -> dict[str, int]:
    counts = Counter(feature for groups in rows for group in groups for feature in group)
    return {name: at for at, name in enumerate(sorted(n for n, count in counts.items() if count >= _LEAST))}


def _matrix(rows: Sequence[Features], places: dict[str, int]) -> sp.csr_matrix:
    lines: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for line, groups in enumerate(rows):
        for group in groups:
            known = [places[feature] for feature in group if feature in places]
            lines += [line] * len(known)
            columns += known
            values += [1 / math.sqrt(len(group) or 1)] * len(known)
    return sp.csr_matrix((values, (lines, columns)), shape=(len(rows), len(places)))
