"""An invented helsefellesskap for `make run`: dates move along so that there is always a next møte."""

from datetime import date, timedelta
from importlib.resources import files

HELSEFELLESSKAP = "Helsefellesskapet Fjord og fjell"
WEDNESDAY = 2


def innkalling(today: date) -> bytes:
    """The invented innkalling, for a Wednesday two to three weeks ahead of `today`."""
    moete = today + timedelta(days=14 + (WEDNESDAY - today.weekday()) % 7)
    text = files(__name__).joinpath("innkalling.txt").read_text("utf-8")
    return text.format(
        dato=f"{moete:%d.%m.%Y}",
        aar=moete.year,
        aa=f"{moete:%y}",
        psu=f"{moete + timedelta(days=29):%d.%m.%y}",
        dialog=f"{moete + timedelta(days=13):%d.%m.%y}",
        frist=f"{moete + timedelta(days=44):%d.%m.%y}",
    ).encode()
