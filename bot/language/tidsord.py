"""The words of days and periods, bokmål and nynorsk."""


def _words(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(","))


def _numbered(*groups: str, start: int = 0) -> dict[str, int]:
    return {word: number for number, group in enumerate(groups, start) for word in _words(group)}


MONTHS = _numbered(
    "januar, jan",
    "februar, feb",
    "mars, mar",
    "april, apr",
    "mai",
    "juni, jun",
    "juli",
    "august, aug",
    "september, sept, sep",
    "oktober, okt",
    "november, nov",
    "desember, des",
    start=1,
)
WEEKDAYS = _numbered(
    "mandag, mandagens, måndag, månda, manda",
    "tirsdag, tirsdagens, tysdag, tirsda, tysda",
    "onsdag, onsdagens, onsda",
    "torsdag, torsdagens, torsda",
    "fredag, fredagens, freda",
    "lørdag, lørdagens, laurdag, lørda, laurda",
    "søndag, søndagens, sundag, sønda, sunda",
)
SHORT_WEEKDAYS = _numbered("man", "tir, tirs, tys", "ons", "tor, tors", "fre")
DAYS = _numbered(
    "i forgårs, iforgårs",
    "i går, igår",
    "i dag, idag",
    "i morgen, imorgen, i morgon, imorgon, i morra, imorra, i mårrå, imårrå",
    "i overmorgen, i overmorgon, overmorgen, overmorgon",
    start=-2,
)
SEASONS = {
    **dict.fromkeys(_words("vår, våren, vårn, vårens"), (1, 7)),
    **dict.fromkeys(
        _words("sommer, sommeren, sommar, sommaren, sommern, sommarn, sommerens, sommarens"), (6, 9)
    ),
    **dict.fromkeys(_words("høst, høsten, haust, hausten, høstn, høstens, haustens"), (8, 13)),
}
"""First month, and the month after the last (13 is January of the next year)."""
FEASTS = {
    **dict.fromkeys(_words("jul, jula, julen"), (12, 24)),
    **dict.fromkeys(
        _words("sommer, sommeren, sommar, sommaren, sommern, sommarn, ferien, sommerferien, sommarferien"),
        (7, 1),
    ),
}
WEEK = _words("uke, uka, uken, veke, veka")
MONTH = _words("måned, måneden, månad, månaden, mnd")
YEAR = _words("år, året")
SHIFT = _numbered(
    "forrige, førre, siste, sist",
    "denne, dette, inneværende",
    "neste, kommende, komande, næste, førstkommende, fyrstkomande",
    start=-1,
)
YEARS = _numbered("i fjor, ifjor, forrige år", "i år, dette året", "neste år, til neste år", start=-1)
FORWARD = _words(
    "framover, fremover, frametter, heretter, fra nå, frå no, fra nå av, frå no av, fra i dag, "
    "i fremtiden, i framtida, i tiden fremover, i tiden framover, i tida framover, i tida fremover"
)
REST = _words("resten av, ut, utover, utpå, utetter")
AFTER_SPRING = _words(
    ", takk, vær, ver, da, då, du, og, eller, på, i, for, med, til, hos, nå, no, a, er, har, kommer, blir"
) | {str(year) for year in range(1990, 2100)}
"""What may stand behind «i vår» where it is the season."""
_TABLES = (MONTHS, WEEKDAYS, SHORT_WEEKDAYS, DAYS, SEASONS, FEASTS, YEARS, FORWARD, WEEK, MONTH, YEAR)
TELLING = frozenset(phrase.split()[-1] for table in _TABLES for phrase in table) | {"den"}
"""One of these, or a digit, is in every line that names a time."""
START = frozenset(phrase.split()[0] for table in (*_TABLES, REST, SHIFT) for phrase in table) | _words(
    "i, den, til, mellom, etter, fra, frå, før, innen, innan, senest, seinast"
)
"""A time begins with one of these, a digit or an ordinal."""
