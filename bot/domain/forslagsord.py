"""A forslag til vedtak in words, and when a text says the same as one."""

from bot.domain.innkalling import Forslag


def hele(forslag: Forslag) -> str:
    """Its text, with its lettered points on lines of their own."""
    return "\n".join([forslag.tekst, *(f"{u.bokstav}) {u.tekst}" for u in forslag.underpunkter)])


def ordrett(tekst: str, forslag: Forslag) -> bool:
    """Whether the text repeats it word for word: lines, case and the last full stop may differ."""
    return _ord(tekst) == _ord(hele(forslag))


def _ord(tekst: str) -> list[str]:
    return tekst.casefold().strip().removesuffix(".").split()
