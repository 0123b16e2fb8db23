"""The stem of a Norwegian word, remembered (a new long word costs some 40 µs), and words made alike:
one spelling of æ, ø and å, and the words of the leksikon in all their forms.
"""

import re
import unicodedata
from functools import cache, lru_cache

from snowballstemmer import stemmer

from bot.language.ord import FOLDER, read_yaml

_SNOWBALL = stemmer("norwegian")
_WORD = re.compile(r"[^\W_]+")
_KEPT = str.maketrans({"ä": "æ", "ö": "ø"})
_UNSTEMMED = re.compile(
    r"(.{2,}?(?:leg(?=e|ar|an)|het(?=$|en|er|s)|heit(?=$|a|er|s)|itet(?=$|en|er|ar|s)|klar(?=$|e|t)))"
    r"(?:e|a|er|ar|en|ene|ane|t)?s?"
)
"""«fastlege», «mulighet», «kvalitet»: what the stemmer takes for an ending and is none."""
_ENDINGS = ("", "e", "a", "en", "et", "er", "ar", "ene", "ane")
_AFTER_E = ("", "n", "t", "r", "ne", "te")


@lru_cache(8192)
def stem(word: str) -> str:
    """The stem of a word in small letters; nynorsk «utval» is brought to «utvalg»."""
    stemmed = str(_SNOWBALL.stemWord(word))
    return stemmed + "g" if stemmed.endswith("utval") else stemmed


def ordene(tekst: str) -> list[str]:
    """The words of a text as they are compared: small letters, no accents, «ö» as «ø»."""
    plain = unicodedata.normalize("NFKC", tekst).casefold().translate(_KEPT)
    return _WORD.findall("".join(map(_without_mark, plain)))


@lru_cache(16384)
def soekestamme(word: str) -> str:
    """What a word of `ordene` is searched by: the word of the leksikon it is a form of, else its stem."""
    known = former().get(word)
    if known is not None:
        return known
    kept = _UNSTEMMED.fullmatch(word)
    return kept[1] if kept else stem(word)


@cache
def grunnord() -> dict[str, str]:
    """The words of the leksikon as they are looked up, and the spelling each is kept under."""
    entries = (entry.split() for entry in str(_leksikon()["ord"]).split(","))
    return {word: entry[0] for entry in entries for word in entry}


@cache
def former() -> dict[str, str]:
    """Every form of the words of the leksikon, and the word it is a form of."""
    found: dict[str, str] = {}
    for base, kept in grunnord().items():
        for form in _forms(base):
            found.setdefault(form, kept)
    return found | grunnord()


@cache
def ikke_delt() -> frozenset[str]:
    """Words that are one though they look like two."""
    return frozenset(former()) | frozenset(str(_leksikon()["ikke_delt"]).replace(",", " ").split())


@cache
def uten_vekt() -> frozenset[str]:
    """Words that nothing is found by."""
    return frozenset(str(_leksikon()["uten_vekt"]).split())


@cache
def _leksikon() -> dict[str, str]:
    return dict(read_yaml(FOLDER / "leksikon.yaml"))


def _without_mark(letter: str) -> str:
    if letter < "\x80" or letter in "æøå":
        return letter
    return "".join(
        part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)
    )


def _forms(base: str) -> set[str]:
    if base.endswith("e"):
        forms = {base + ending for ending in _AFTER_E} | {
            base[:-1] + ending for ending in ("a", "ar", "ane")
        }
    else:
        forms = {base + ending for ending in _ENDINGS}
    if base.endswith("m"):
        forms |= {f"{base}m{ending}" for ending in _ENDINGS if ending}
    if re.fullmatch(r".{2,}[^aeiouyæøå]e[lr]", base):
        # «middel, midler», «senter, sentre», «bruker, brukere, brukerne»
        short = re.sub(r"(.)\1$", r"\1", base[:-2]) + base[-1]
        after = ("er", "ene", "ar", "ane", "a") if base.endswith("l") else ("e", "et", "ene", "a", "ane")
        forms |= {short + ending for ending in after} | {f"{base}ne"}
    if base.endswith("ar"):
        forms |= {f"{base[:-2]}{ending}" for ending in ("arane", "arar")}
    return forms | {f"{form}s" for form in forms}
