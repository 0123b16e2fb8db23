"""List markers at the start of a line, as Word, LibreOffice and people write them."""

import re

# Symbol fonts have their bullets in the private use area; extraction gives the bare code.
SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "▪",
    "\uf06e": "▪",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0fc": "✓",
    "\uf06f": "o",
    "\uf02d": "-",
    "\uf0be": "–",
}
BULLETS = frozenset("•·▪■●○◦‣➢►→✓□☐*-–—o")
MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|des"
MARKER = re.compile(
    rf"""(?P<marker>
        [•·▪■●○◦‣➢►→✓□☐*\uf000-\uf0ff]
      | [-–—](?=\s|$|[^\W\d_])
      | o(?=\s|$)
      | \(?\d{{1,2}}\)(?=\s|$|[^\W\d_])
      | \d{{1,2}}\.(?=\s|$)(?!\s*(?:{MONTHS}|{SHORT_MONTHS})\b)
      | [a-zæøå]\)(?=\s|$)
      | [a-hj-l]\.(?=\s|$)(?!\s*(?:eks|\d))
      | (?:i|ii|iii|iv|vi|vii|viii|ix)[.)](?=\s|$)
      | [A-H]\)(?=\s|$)
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
CASED = re.compile(r"[A-ZÆØÅ]\.|O$|[IVX]+[.)]")


def split_marker(line: str) -> tuple[str | None, str]:
    """The marker («1.», «a)», «•», «o», «-») and the rest; None where the line has none.

    «1. juni» is a date and «A. Lie» a name, so neither gives a marker.
    """
    line = plain_symbols(line).strip()
    found = MARKER.match(line)
    if found is None or CASED.match(found["marker"]):
        return None, line
    return plain_bullet(found["marker"]), line[found.end() :]


def plain_bullet(marker: str) -> str:
    return "•" if "\uf000" <= marker <= "\uf0ff" else marker


def plain_symbols(text: str) -> str:
    """Known symbol-font glyphs as the signs they look like."""
    for symbol, sign in SYMBOLS.items():
        text = text.replace(symbol, sign)
    return text
