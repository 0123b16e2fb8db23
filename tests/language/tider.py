"""What the property tests of times share: dates, words, spellings."""

from datetime import date, datetime, time

from hypothesis import settings
from hypothesis import strategies as st

from bot.language.tid import Kind, Tid, find

relaxed = settings(deadline=None)
"""The first line of a run builds the tables."""


def words(text: str) -> list[str]:
    return text.split()


MONTHS = words("januar februar mars april mai juni juli august september oktober november desember")
WEEKDAYS = {
    "nb": words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
    "nn": words("måndag tysdag onsdag torsdag fredag laurdag søndag"),
}
ORDINALS = {
    "nb": words(
        "første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte "
        "trettende fjortende femtende sekstende syttende attende nittende tjuende tjueførste tjueandre "
        "tjuetredje tjuefjerde tjuefemte tjuesjette tjuesjuende tjueåttende tjueniende trettiende "
        "trettiførste"
    ),
    "nn": words(
        "fyrste andre tredje fjerde femte sjette sjuande åttande niande tiande ellevte tolvte "
        "trettande fjortande femtande sekstande syttande attande nittande tjuande einogtjuande toogtjuande "
        "treogtjuande fireogtjuande femogtjuande seksogtjuande sjuogtjuande åtteogtjuande niogtjuande "
        "trettiande einogtrettiande"
    ),
}
NUMBERS = words("én to tre fire fem seks sju åtte ni ti elleve tolv")
UNITS = [
    ("dager", "dagar", 1),
    ("uker", "veker", 7),
]

days = st.dates(date(1990, 1, 1), date(2049, 12, 31))
moments = st.datetimes(datetime(2001, 1, 1), datetime(2048, 12, 31)).map(
    lambda at: at.replace(microsecond=0)
)
office = st.builds(
    datetime.combine, st.dates(date(2001, 1, 1), date(2048, 12, 31)), st.times(time(7), time(16))
)
languages = st.sampled_from(["nb", "nn"])
weekdays = st.integers(0, 6)
around = st.sampled_from(
    [
        "{}",
        "møtet er {}",
        "kan vi ta det {}?",
        "eg kjem ikkje {}",
        "Hei, passer {} for deg",
        "({})",
        "frist {}.",
    ]
)


def one(line: str, at: datetime) -> Tid:
    found = find(line, at)
    assert len(found) == 1, (line, found)
    return found[0]


def point(line: str, at: datetime) -> date:
    tid = one(line, at)
    assert tid.kind is Kind.POINT, (line, tid)
    assert tid.value is not None
    return tid.value.date()


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def spellings(day: date, maal: str) -> list[str]:
    month, year = MONTHS[day.month - 1], day.year
    named, ordinal = WEEKDAYS[maal][day.weekday()], ORDINALS[maal][day.day - 1]
    return [
        f"{day.day}.{day.month}.{year}",
        f"{day:%d.%m.%Y}",
        f"{day.day}/{day.month}-{year}",
        f"{day:%d-%m-%Y}",
        f"{day:%Y-%m-%d}",
        f"{day.day}. {month} {year}",
        f"{day.day} {month} {year}",
        f"den {day.day}. {month} {year}",
        f"{named} {day.day}. {month} {year}",
        f"{named} den {day.day}. {month} {year}",
        f"{named}, {day.day}. {month} {year}",
        f"{named} {day:%d.%m.%Y}",
        f"{ordinal} {month} {year}",
        f"den {ordinal} {month} {year}",
        f"{named} den {ordinal} {month} {year}",
        f"{day.day}.{month} {year}",
        f"{day.day}{month} {year}",
    ]
