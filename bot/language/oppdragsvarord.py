"""Whether a line says that an oppdrag is done: «oppdrag 3 er utført», not «… er nesten ferdig»."""

from functools import cache

from bot.language.ord import FOLDER, clean, composed, read_yaml, tokens


def er_i_tvil(linje: str) -> bool:
    """Whether it says no, not yet, perhaps or when, or asks."""
    return "?" in linje or any(t.text in _tvil() for t in tokens(clean(composed(linje))))


@cache
def _tvil() -> frozenset[str]:
    return frozenset(str(read_yaml(FOLDER / "oppdragsord.yaml")["tvil"]).split())
