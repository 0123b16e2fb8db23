"""Which intents a line is most like: a linear classifier over its features, with shipped weights.

The weights are learnt from the phrases in `fraser/` (`make vekter`); nothing is learnt at run time.
"""

import json
import math
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WEIGHTS = Path(__file__).parent / "vekter.bin"


_LANE = 2
"""Bytes that each intent has in a sum of weights."""
_AT_ONCE = 256
"""So many weights of one byte never run over their two."""
_ZERO = 128
"""The byte that stands for a weight of nothing."""


@dataclass(frozen=True)
class Weights:
    """Of each feature how much it speaks for or against each intent: one byte an intent, less 128.

    `bias` has one number an intent; `scale` turns a sum of weights into a score. `sure` turns the
    best score and its lead into a log-odds of being right. `phrases` is the digest of what they were
    learnt from, `common` the words that stand in phrases of many intents.
    """

    intents: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    sure: tuple[float, float, float]
    phrases: str
    common: tuple[str, ...]
    features: tuple[str, ...]
    values: bytes


def write_weights(weights: Weights, path: Path = WEIGHTS) -> None:
    """One line of JSON, the features a line each, and the bytes behind them, compressed."""
    head = {
        "intents": weights.intents,
        "bias": [round(bias, 5) for bias in weights.bias],
        "scale": weights.scale,
        "sure": weights.sure,
        "phrases": weights.phrases,
        "common": weights.common,
        "features": len(weights.features),
    }
    names = "\n".join([json.dumps(head), *weights.features, ""]).encode()
    path.write_bytes(zlib.compress(names + weights.values, 9))


def read_weights(path: Path = WEIGHTS) -> Weights:
    """Raises FileNotFoundError; ValueError where the file is not whole."""
    try:
        blob = zlib.decompress(path.read_bytes())
    except zlib.error as trouble:
        raise ValueError(f"{path.name} is not whole") from trouble
    line, _, body = blob.partition(b"\n")
    head = json.loads(line)
    size = head["features"] * len(head["intents"])
    names = body[: len(body) - size].decode().split("\n")[:-1]
    if len(names) != head["features"]:
        raise ValueError(f"{path.name} is not whole")
    return Weights(
        tuple(head["intents"]),
        tuple(head["bias"]),
        head["scale"],
        (head["sure"][0], head["sure"][1], head["sure"][2]),
        head["phrases"],
        tuple(head["common"]),
        tuple(names),
        body[len(body) - size :],
    )


class Classifier:
    """Same features, same answer. `intents` are all that it knows, «ingen» among them; `common` are
    words that tell nothing of what a line is about.

    The weights of a feature are kept as one whole number with two bytes for each intent, so that the
    weights of a line are added up for all intents at once.
    """

    def __init__(self, weights: Weights) -> None:
        self.intents = weights.intents
        self.common = frozenset(weights.common)
        self._bias = weights.bias
        self._scale = weights.scale
        self._sure = weights.sure
        self._size = _LANE * len(weights.intents)
        self._lanes = f"<{len(weights.intents)}H"
        wide = bytearray(_LANE * len(weights.values))
        wide[::_LANE] = weights.values
        self._wide = bytes(wide)
        self._place = dict(zip(weights.features, range(0, len(wide), self._size), strict=True))
        self._made: dict[str, int] = {}

    def scores(self, groups: Sequence[Sequence[str]]) -> list[float]:
        """How much the line is like each of `intents`: above 0 for one that it is."""
        scores = list(self._bias)
        for group in groups:
            weight = self._scale / math.sqrt(len(group) or 1)
            for at, total in enumerate(self._sums(group)):
                scores[at] += weight * total
        return scores

    def confidence(self, score: float, lead: float) -> float:
        """The likelihood, from 0 to 1, that an intent with this score is the right one; `lead` is how
        far it is ahead of the next.
        """
        of_score, of_lead, start = self._sure
        return 1 / (1 + math.exp(-(of_score * score + of_lead * lead + start)))

    def _sums(self, group: Sequence[str]) -> list[int]:
        sums = [0] * len(self.intents)
        made, place = self._made, self._place
        known = [made.get(name) or self._make(name) for name in group if name in place]
        for at in range(0, len(known), _AT_ONCE):
            part = known[at : at + _AT_ONCE]
            lanes = struct.unpack(self._lanes, sum(part).to_bytes(self._size, "little"))
            sums = [total + lane - _ZERO * len(part) for total, lane in zip(sums, lanes, strict=True)]
        return sums

    def _make(self, feature: str) -> int:
        """Its weights as one number; most features are never asked for."""
        at = self._place[feature]
        number = int.from_bytes(self._wide[at : at + self._size], "little")
        self._made[feature] = number
        return number
