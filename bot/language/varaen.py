"""Who is named as the one who comes instead, in a line that is no known sentence."""

import re

from bot.language.lesning import Lesning
from bot.language.personfunn import Personfunn

_AFTER = re.compile(
    r"\s+(?:(?:stiller|steller|møter|møte|kommer|kjem|går|deltar|deltek|tar|tek)\b(?!\s+ikk?j?e)[^,.;]*"
    r"\b(?:vara|for (?:meg|henne|ham|han|ho|hun|hen)|i stedet|i staden|i mitt sted|plass(?:en)?)\b"
    r"|(?:kan\s+)?(?:tar|tek|tæk|ta)\s+(?:det|den|over|møtet)\b"
    r"|(?:stepper|hopper|trer|trår)\s+inn\b|overtar\b|overtek\b"
    r"|(?:stiller|steller|møter|kjem|kommer)\s*(?:[,.;]|$)"
    r"|(?:er|blir|vert)\s+(?:min\s+)?vara)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\bhar\s+(?:bedt|bede|bedd|spurt|spurd)\s+$|\bvara(?:en|a)?(?:\s+min)?(?:\s+(?:er|blir|vert))?\s*:?\s+$",
    re.IGNORECASE,
)


def named_vara(lesning: Lesning) -> Personfunn | None:
    """«…, har mye å gjøre, Liv stiller som vara»: Liv, who is not the one who is absent."""
    for funn in lesning.persons:
        before = lesning.line[: lesning.words[funn.fra].fra]
        after = lesning.line[lesning.words[funn.til - 1].til :]
        if _AFTER.match(after) or _BEFORE.search(before):
            return funn
    return None
