"""Signs that mean nothing to a reader of minutes, made plain."""

import unicodedata

SOFT_HYPHEN = "\u00ad"
PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u2011": "-",
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufeff": None,
    }
)


def clean(text: str) -> str:
    """Composed letters (å, not a and a ring), plain spaces, no zero-width signs and no control
    characters but tab and newline. A soft hyphen that ends a line is a hyphen, others are nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).translate(PLAIN)
    if text.endswith(SOFT_HYPHEN):
        text = text[:-1] + "-"
    text = text.replace(SOFT_HYPHEN, "")
    return "".join(sign for sign in text if sign in "\t\n" or unicodedata.category(sign) != "Cc")


def printable(text: str) -> str:
    """`clean`, without what no file can hold: halves of a pair, and code points that are no signs."""
    return "".join(sign for sign in clean(text) if not (_half(sign) or _none(sign)))


def _half(sign: str) -> bool:
    return "\ud800" <= sign <= "\udfff"


def _none(sign: str) -> bool:
    return (ord(sign) & 0xFFFE) == 0xFFFE or "\ufdd0" <= sign <= "\ufdef"
