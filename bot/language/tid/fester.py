"""Feasts and holidays by name, and the days they fall on in a year."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from bot.domain.helligdager import easter
from bot.language.tid.kalender import Rom, days, one_day

Feast = Callable[[int], Rom]


def _fixed(month: int, day: int, length: int = 1) -> Feast:
    def rom(year: int) -> Rom:
        start = date(year, month, day)
        return days(start, start + timedelta(days=length))

    return rom


def _easter(after: int, length: int = 1, grain: str = "day") -> Feast:
    def rom(year: int) -> Rom:
        start = easter(year) + timedelta(days=after)
        return days(start, start + timedelta(days=length), grain)

    return rom


def _sunday(month: int, nth: int) -> Feast:
    def rom(year: int) -> Rom:
        start = date(year, month, 1)
        return one_day(start + timedelta(days=(6 - start.weekday()) % 7 + 7 * (nth - 1)))

    return rom


def _advent(nth: int) -> Feast:
    def rom(year: int) -> Rom:
        fourth = date(year, 12, 24) - timedelta(days=(date(year, 12, 24).weekday() + 1) % 7)
        return one_day(fourth - timedelta(weeks=4 - nth))

    return rom


_FEASTS: dict[str, Feast] = {
    "nyttår, nyår, nyttårsdag, nyttårsdagen, første nyttårsdag, årsskiftet, årsskifte": _fixed(1, 1),
    "trettende juledag, trettendedag jul, trettandedag jul, helligtrekongersdag": _fixed(1, 6),
    "samefolkets dag, samanes nasjonaldag, samenes nasjonaldag, samedagen": _fixed(2, 6),
    "morsdag, morsdagen": _sunday(2, 2),
    "valentinsdag, valentinsdagen, valentines day, valentines, alle hjerters dag": _fixed(2, 14),
    "kvinnedagen, kvinnedag, den internasjonale kvinnedagen": _fixed(3, 8),
    "fastelavn, fastelavnssøndag, fastelavenssøndag": _easter(-49),
    "feitetirsdag, fetetirsdag, feitetysdag": _easter(-47),
    "askeonsdag": _easter(-46),
    "palmesøndag, palmesundag": _easter(-7),
    "påskeuka, påskeuken, påskeveka, påskevika, den stille uke, stilleuka": _easter(-6, 7, "week"),
    "påske, påska, påsken, påskeferien, påskeferie, påskefri, påskehelga, påskehelgen": _easter(-7, 9),
    "skjærtorsdag, skjertorsdag, skirtorsdag, skjær torsdag": _easter(-3),
    "langfredag, lang fredag": _easter(-2),
    "påskeaften, påskeaftan, påskekvelden": _easter(-1),
    "første påskedag, påskedag, påskedagen, påskesøndag": _easter(0),
    "andre påskedag, påskemandag": _easter(1),
    "arbeidernes dag, arbeidernes internasjonale kampdag": _fixed(5, 1),
    "frigjøringsdagen, frigjeringsdagen": _fixed(5, 8),
    "grunnlovsdagen, grunnlovsdag, nasjonaldagen, nasjonaldag, syttende mai": _fixed(5, 17),
    "kristi himmelfart, kristi himmelfartsdag, kr himmelfartsdag, kr himmelfart, "
    "himmelfartsdagen, himmelfartsdag, kristi himmelferdsdag, kristi himmelferd": _easter(39),
    "pinseaften, pinseaftan": _easter(48),
    "første pinsedag, pinsedag, pinsedagen, pinse, pinsa, pinsen, pinsesøndag": _easter(49),
    "andre pinsedag, pinsemandag": _easter(50),
    "pinsehelga, pinsehelgen": _easter(48, 3),
    "sankthans, sankthansaften, sankthansaftan, sankt hans, sankt hans aften, sankthanskvelden, st hans, "
    "st hansaften, st hans aften, st . hans, sanktans, jonsokaften, jonsokeftan": _fixed(6, 23),
    "sankthansdagen, jonsok": _fixed(6, 24),
    "olsok": _fixed(7, 29),
    "sommerferien, sommarferien, sommerferie, sommarferie, fellesferien, fellesferie, ferien": _fixed(
        7, 1, 31
    ),
    "førsteferiedag": _fixed(7, 1),
    "allehelgensdag, helgemesse, alle helgeners dag": _sunday(11, 1),
    "fn dagen, fn - dagen": _fixed(10, 24),
    "halloween, allehelgensaften": _fixed(10, 31),
    "farsdag, farsdagen": _sunday(11, 2),
    "lucia, luciadagen, luciadag": _fixed(12, 13),
    "første søndag i advent, første advent, første sundag i advent": _advent(1),
    "andre søndag i advent, andre advent, andre sundag i advent": _advent(2),
    "tredje søndag i advent, tredje advent, tredje sundag i advent": _advent(3),
    "fjerde søndag i advent, fjerde advent, fjerde sundag i advent": _advent(4),
    "lillejulaften, lille julaften, litle julaftan, veslejulaftan, vesle julaftan": _fixed(12, 23),
    "julaften, julaftan, jolaftan, jolafta, joleftan, julekvelden, julaftenen, julkvelden": _fixed(12, 24),
    "jul, jula, julen, juleferien, juleferie, julehelga, julehøytiden, jol, jola, joleferien": _fixed(
        12, 24, 3
    ),
    "første juledag, juledag, juledagen": _fixed(12, 25),
    "andre juledag": _fixed(12, 26),
    "tredje juledag": _fixed(12, 27),
    "fjerde juledag": _fixed(12, 28),
    "romjula, romjulen, romjul, romjola, romjulshelga": _fixed(12, 24, 7),
    "nyttårsaften, nyttårsaftan, nyttårskvelden, nyttårsafta, nyårsaftan, nyårsafta": _fixed(12, 31),
}
_ORDINALS = {
    "første": ("fyrste", "1", "1 .", "fyste"),
    "andre": ("annen", "anna", "annan", "2", "2 ."),
    "tredje": ("3", "3 ."),
    "fjerde": ("4", "4 ."),
    "trettende": ("trettande", "13", "13 ."),
}


HOLIDAYS = frozenset({"ferien", "sommerferien", "sommarferien", "fellesferien"})
FIRST_HOLIDAY = "førsteferiedag"
"""Where only days are read, the summer holidays are the day they begin."""


@cache
def feasts() -> dict[str, Feast]:
    """By every spelling of the name, with a space between words and signs."""
    table = {name.strip(): feast for names, feast in _FEASTS.items() for name in names.split(",")}
    for name, feast in list(table.items()):
        head, _, rest = name.partition(" ")
        for other in _ORDINALS.get(head, ()) if rest else ():
            table[f"{other} {rest}"] = feast
    for name, feast in list(table.items()):
        table.setdefault(name.replace("å", "a").replace("ø", "o").replace("æ", "ae"), feast)
    return table
