"""Which intents a line is most like: a linear classifier over its features, with shipped weights.

The weights are learnt from the phrases in `fraser/` (`make vekter`); nothing is learnt at run time.
"""

import json
import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

WEIGHTS = Path(__file__).parent / "vekter.bin"


@dataclass(frozen=True)
class Weights:
    """Of each feature the intents it speaks for or against, by number, and how much (−127 … 127).

    `bias` has one number an intent; `scale` turns a sum of weights into a score. `sure` turns the
    best score and its lead into a log-odds of being right. `phrases` is the digest of what they were
    learnt from.
    """

    intents: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    sure: tuple[float, float, float]
    phrases: str
    features: tuple[str, ...]
    sizes: bytes
    columns: bytes
    values: bytes


def write_weights(weights: Weights, path: Path = WEIGHTS) -> None:
    """One line of JSON, and the numbers and names behind it."""
    head = {
        "intents": weights.intents,
        "bias": [round(bias, 5) for bias in weights.bias],
        "scale": weights.scale,
        "sure": weights.sure,
        "phrases": weights.phrases,
        "features": len(weights.features),
        "nonzero": len(weights.values),
    }
    numbers = weights.sizes + weights.columns + weights.values
    path.write_bytes(json.dumps(head).encode() + b"\n" + numbers + "\n".join(weights.features).encode())


def read_weights(path: Path = WEIGHTS) -> Weights:
    """Raises FileNotFoundError; ValueError where the file is not whole."""
    line, _, body = path.read_bytes().partition(b"\n")
    head = json.loads(line)
    count, nonzero = head["features"], head["nonzero"]
    names = tuple(body[count + 2 * nonzero :].decode().split("\n"))
    if len(names) != count:
        raise ValueError(f"{path.name} is not whole")
    return Weights(
        tuple(head["intents"]),
        tuple(head["bias"]),
        head["scale"],
        (head["sure"][0], head["sure"][1], head["sure"][2]),
        head["phrases"],
        names,
        body[:count],
        body[count : count + nonzero],
        body[count + nonzero : count + 2 * nonzero],
    )


class Classifier:
    """Same features, same answer. `intents` are all that it knows, «ingen» among them."""

    def __init__(self, weights: Weights) -> None:
        self.intents = weights.intents
        self._bias = weights.bias
        self._scale = weights.scale
        self._sure = weights.sure
        ends = [0, *accumulate(weights.sizes)]
        self._place = {
            name: slice(ends[at], ends[at + 1]) for at, name in enumerate(weights.features)
        }
        self._columns = weights.columns
        self._values = array("b", weights.values)

    def scores(self, groups: Sequence[Sequence[str]]) -> list[float]:
        """How much the line is like each of `intents`: above 0 for one that it is."""
        scores = list(self._bias)
        for group in groups:
            weight = self._scale / math.sqrt(len(group) or 1)
            for column, total in enumerate(self._sums(group)):
                scores[column] += weight * total
        return scores

    def confidence(self, best: float, second: float) -> float:
        """The likelihood, from 0 to 1, that the best score is the right intent."""
        size, lead, start = self._sure
        return 1 / (1 + math.exp(-(size * best + lead * (best - second) + start)))

    def _sums(self, group: Sequence[str]) -> list[int]:
        sums = [0] * len(self.intents)
        place, columns, values = self._place, self._columns, self._values
        for feature in group:
            here = place.get(feature)
            if here:
                for column, value in zip(columns[here], values[here], strict=True):
                    sums[column] += value
        return sums
