"""A document as plain text, UTF-8."""

from bot.documents.blokker import Avsnitt, Blokk, Dokument, Felt, Merke, Overskrift, Punkt, Tabell, sammen


def skriv(dokument: Dokument) -> bytes:
    """Headings underlined, lists with hyphens, a table as one line a row with its labels."""
    deler = [
        "\n".join(f"- {punkt.tekst}" for punkt in blokk) if isinstance(blokk, list) else _blokk(blokk)
        for blokk in sammen(dokument.blokker)
    ]
    return ("\n\n".join(deler) + "\n").encode()


def _blokk(blokk: Blokk) -> str:
    match blokk:
        case Overskrift(tekst, nivaa):
            return f"{tekst}\n{('=' if nivaa == 1 else '-') * len(tekst)}" if nivaa < 4 else tekst
        case Merke(tekst):
            return f"[{tekst}]"
        case Felt(navn, verdi):
            return f"{navn}: {verdi}"
        case Avsnitt(tekst) | Punkt(tekst):
            return tekst
        case Tabell(hode, rader, _):
            return "\n\n".join(_rad(hode, rad) for rad in rader)


def _rad(hode: tuple[str, ...], rad: tuple[str, ...]) -> str:
    return "\n".join(f"{navn}: {celle}" for navn, celle in zip(hode, rad, strict=True))
