"""The words of days, clocks and periods: bokmål, nynorsk, dialect, and what a hasty thumb makes."""


def _words(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(","))


def _numbered(*groups: str, start: int = 0) -> dict[str, int]:
    return {word: number for number, group in enumerate(groups, start) for word in _words(group)}


def _alike(table: dict[str, str]) -> dict[str, str]:
    return {word: one for one, spellings in table.items() for word in _words(spellings)}


MONTHS = _numbered(
    "januar, jan",
    "februar, feb, febr",
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
MONTH_NAMES = _words("mai, juni, august, april, mars, jan, jul, des, mar")
"""People are called that too, or it is another word."""
WEEKDAYS = _numbered(
    "mandag, mandagen, mandagens, mandags, måndag, måndagen, månda, manda",
    "tirsdag, tirsdagen, tirsdagens, tirsdags, tysdag, tysdagen, tirsda, tysda, tisdag",
    "onsdag, onsdagen, onsdagens, onsdags, onsda",
    "torsdag, torsdagen, torsdagens, torsdags, torsda, tosdag",
    "fredag, fredagen, fredagens, fredags, freda",
    "lørdag, lørdagen, lørdagens, lørdags, laurdag, laurdagen, lørda, laurda, lordag, loerdag",
    "søndag, søndagen, søndagens, søndags, sundag, sundagen, sønda, sunda, sondag, soendag",
)
SHORT_WEEKDAYS = _numbered(
    "man, mån, ma", "tir, tirs, tys, ti", "ons", "tor, tors", "fre", "lør, lau", "søn, sun"
)
DAYS = _numbered(
    "i forgårs, iforgårs, i førgår, iførgår, i føregår, i fyrgår, i forgår, i forigårs, i førigår, "
    "i forgars",
    "i går, igår, i gaar, i gjår, gårsdagen, gårsdagens",
    "i dag, idag, dags dato, dagen i dag",
    "i morgen, imorgen, i morgon, imorgon, i morra, imorra, i mårrå, imårrå, i mårra, imårra, "
    "morgendagen, morgendagens, morgondagen, morgondagens, i moro, imoro, i måro, imåro, "
    "i måra, imåra, i måran, i morro, imorro, i mårro, imårro, i mårgå, i morn, i mogen, "
    "i morgn, i mårgen",
    "i overmorgen, i overmorgon, overmorgen, overmorgon, i overimorgen, i overimorra, i overmorra, "
    "overimorgen, i overimorgon, overimorgon",
    start=-2,
)
PARTS = _alike(
    {
        "natt": "natt, natta, natten",
        "tidlig": "tidlig, tidleg, tidli, grytidlig",
        "morgen": "morgen, morgon, morran, morgenen, morgonen, morges, morgest, morra, morgontimane",
        "formiddag": "formiddag, formiddagen, føremiddag, føremiddagen, fm",
        "middag": "middag, middagen, middagstid, middagstider, lunsjtid, lunsjtider",
        "ettermiddag": "ettermiddag, ettermiddagen, ettermiddan, em",
        "kveld": "kveld, kvelden, kvelds, aften, aftenen, kvelda, kveldinga",
    }
)
PART_HOURS = {
    "natt": (0, 6),
    "tidlig": (4, 12),
    "morgen": (4, 12),
    "formiddag": (9, 12),
    "middag": (12, 14),
    "ettermiddag": (12, 19),
    "kveld": (18, 24),
}
TERMS = {"vår": (1, 7), "høst": (8, 13)}
"""What a committee means by them: the term. First month, and the month after the last."""
SEASON_DAYS = {
    "vår": ((3, 21), (6, 21)),
    "sommer": ((6, 21), (9, 24)),
    "høst": ((9, 24), (12, 21)),
    "vinter": ((12, 21), (3, 21)),
}
SEASONS = _alike(
    {
        "vår": "vår, våren, vårn, vårens",
        "sommer": "sommer, sommeren, sommar, sommaren, sumar, sumaren, sømmer, sømmern, sommern, "
        "sommarn, sommerens, sommarens",
        "høst": "høst, høsten, haust, hausten, høstn, høstens, haustens, hausta",
        "vinter": "vinter, vinteren, vintern, vinterens, vetter, vetteren",
    }
)
NAKED_SEASONS = _words("vår, sommer, sommar, sumar, sømmer, høst, haust, vinter, vetter")
"""Without «i», «til», «neste» or a year these are other words, or ours."""
UNITS = _alike(
    {
        "sekund": "sekund, sekunder, sekundet, sekund, sek",
        "minutt": "minutt, minutter, minuttar, minutta, minuttene, minutta, min",
        "kvarter": "kvarter, kvarteret, kvart",
        "halvtime": "halvtime, halvtimen, halvtimes",
        "time": "time, timen, timer, timar, tima, timene, timane, t",
        "dag": "dag, dagen, dager, dagar, daga, dagene, dagane, døgn, døgnet",
        "virkedag": "virkedag, virkedagen, virkedager, virkedagene, arbeidsdag, arbeidsdager, "
        "arbeidsdagar, arbeidsdagene, yrkedagar, virkedagar, kvardagar, hverdager",
        "uke": "uke, uka, uken, uker, ukene, veke, veka, veker, vekene, vekor, vikå, vike, vika, uku",
        "måned": "måned, måneden, måneder, månedene, månad, månaden, månader, månadene, mnd, mnder, "
        "måne, måna, måneda, maned, maaned",
        "kvartal": "kvartal, kvartalet, kvartaler, kvartala, kvartalene",
        "tertial": "tertial, tertialet, tertialer, tertiala",
        "halvår": "halvår, halvåret, halvårene, halvåra",
        "år": "år, året, årene, åra, aar, året",
    }
)
OWN_UNITS = _alike(
    {
        "dag": "dags, dagers, dagars",
        "uke": "ukes, ukers, vekes, vekers, uks",
        "måned": "måneds, måneders, månads, månaders",
        "år": "års",
        "time": "times, timers, timars",
        "halvtime": "halvtimes",
    }
)
"""«En ukes tid»."""
WEEK = _words("uke, uka, uken, ukene, veke, veka, veker, vekene, uker, vike, vika, uku, uge")
MONTH = _words("måned, måneden, månad, månaden, mnd, måneda, maned")
YEAR = _words("år, året")
WEEKEND = _words("helg, helga, helgen, helgi, helgene, weekend, weekenden, helja")
SHIFT = _numbered(
    "forrige, førre, siste, sist, sista, forige, forje, førrige, seneste, seinaste, foregående",
    "denne, dette, inneværende, inneverande, den her, denna, desse, denne her, den nåværende",
    "neste, kommende, komande, næste, førstkommende, førstkommande, fyrstkomande, fyrstkommande, "
    "nest, komende, nestkommende, nærmeste, påfølgende",
    start=-1,
)
NEAREST = _words(
    "førstkommende, førstkommande, fyrstkomande, fyrstkommande, kommende, komande, nærmeste, nå på, no på"
)
LAST = _words("sist, siste, sista, seneste, seinaste")
YEARS = _numbered(
    "i forfjor, iforfjor, i forifjor",
    "i fjor, ifjor, forrige år, førre år, sist år, fjoråret, fjorårets, i fjår",
    "i år, iår, dette året, dette år, inneværende år, inneverande år, det her året",
    "neste år, til neste år, næste år, kommende år, komande år",
    start=-2,
)
FORWARD = _words(
    "framover, fremover, frametter, heretter, fra nå, frå no, fra nå av, frå no av, fra i dag, "
    "i fremtiden, i framtida, i tiden fremover, i tiden framover, i tida framover, i tida fremover"
)
REST = _words("resten av, ut, utover, utpå, utetter")
BEFORE = _alike(
    {
        "før": "før, føre, innen før, før enn",
        "innen": "innen, innan, inna, senest, seinast, senest innen, seinast innan, senest før, "
        "til og med, t o m, tom, t . o . m, t . o . m ., tom ., senest på, seinast på, innen senest",
    }
)
AFTER = _alike(
    {
        "etter": "etter, ette, tidligst etter, først etter",
        "fra": "fra og med, frå og med, f o m, fom, f . o . m, f . o . m ., fom ., "
        "tidligst, tidlegast, siden, sidan",
    }
)
AFTER_SPRING = (
    {","}
    | _words(
        "takk, vær, ver, da, då, du, og, eller, på, i, for, med, til, hos, nå, no, a, er, har, kommer, blir"
    )
    | {str(year) for year in range(1990, 2100)}
)
"""What may stand behind «i vår» where it is the season."""
