"""The words of days and periods, bokmål and nynorsk."""


def _numbered(*groups: str, start: int = 0) -> dict[str, int]:
    return {word: number for number, group in enumerate(groups, start) for word in group.split()}


MONTHS = _numbered(
    "januar jan",
    "februar feb",
    "mars mar",
    "april apr",
    "mai",
    "juni jun",
    "juli",
    "august aug",
    "september sept sep",
    "oktober okt",
    "november nov",
    "desember des",
    start=1,
)
WEEKDAYS = _numbered(
    "mandag måndag", "tirsdag tysdag", "onsdag", "torsdag", "fredag", "lørdag laurdag", "søndag sundag"
)
SHORT_WEEKDAYS = _numbered("man", "tir tirs tys", "ons", "tor tors", "fre")
DAYS = {
    **dict.fromkeys(("i dag", "idag"), 0),
    **dict.fromkeys(
        ("i morgen", "imorgen", "i morgon", "imorgon", "i morra", "imorra", "i mårrå", "imårrå"), 1
    ),
    **dict.fromkeys(("i overmorgen", "i overmorgon", "overmorgen", "overmorgon"), 2),
    **dict.fromkeys(("i går", "igår"), -1),
    **dict.fromkeys(("i forgårs", "iforgårs"), -2),
}
SEASONS = {
    **dict.fromkeys(("vår", "våren"), (1, 7)),
    **dict.fromkeys(("sommer", "sommeren", "sommar", "sommaren"), (6, 9)),
    **dict.fromkeys(("høst", "høsten", "haust", "hausten"), (8, 13)),
}
"""First month, and the month after the last (13 is January of the next year)."""
FEASTS = {
    **dict.fromkeys(("jul", "jula", "julen"), (12, 24)),
    **dict.fromkeys(
        ("sommer", "sommeren", "sommar", "sommaren", "ferien", "sommerferien", "sommarferien"), (7, 1)
    ),
}
WEEK = frozenset(["uke", "uka", "uken", "veke", "veka"])
MONTH = frozenset(["måned", "måneden", "månad", "månaden", "mnd"])
YEAR = frozenset(["år", "året"])
SHIFT = {
    **dict.fromkeys(["denne", "dette", "inneværende"], 0),
    **dict.fromkeys(["neste", "kommende", "komande", "næste", "førstkommende", "fyrstkomande"], 1),
    **dict.fromkeys(["forrige", "førre", "siste", "sist"], -1),
}
YEARS = {
    "i år": 0,
    "dette året": 0,
    "neste år": 1,
    "til neste år": 1,
    "i fjor": -1,
    "ifjor": -1,
    "forrige år": -1,
}
FORWARD = frozenset(
    (
        *["framover", "fremover", "frametter", "heretter"],
        *("fra nå", "frå no", "fra nå av", "frå no av", "fra i dag", "i fremtiden", "i framtida"),
        *(f"i {tid} {fram}" for tid in ("tiden", "tida") for fram in ("fremover", "framover", "frametter")),
    )
)
REST = frozenset({"resten av", "ut", "utover", "utpå", "utetter"})
START = frozenset(
    phrase.split()[0]
    for table in (MONTHS, WEEKDAYS, SHORT_WEEKDAYS, DAYS, SEASONS, YEARS, FORWARD, WEEK, REST)
    for phrase in table
)
"""The words a time begins with, prepositions apart."""
