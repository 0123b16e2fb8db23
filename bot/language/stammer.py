"""The stem of a Norwegian word, remembered (a new long word costs some 40 µs)."""

from functools import lru_cache

from snowballstemmer import stemmer

_SNOWBALL = stemmer("norwegian")


@lru_cache(8192)
def stem(word: str) -> str:
    """The stem of a word in small letters; nynorsk «utval» is brought to «utvalg»."""
    stemmed = str(_SNOWBALL.stemWord(word))
    return stemmed + "g" if stemmed.endswith("utval") else stemmed
