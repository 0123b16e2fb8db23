"""Which oppgaver a line asks for, by its words."""

import re

_FORFALT = re.compile(
    r"\b(?:over frist\w*|forsink\w*|forfal\w*|på overtid|for sein\w*|for sent)\b", re.IGNORECASE
)


def om_forfalte(linje: str) -> bool:
    """«Oppgaver over fristen»: only those whose frist is past."""
    return bool(_FORFALT.search(linje))
