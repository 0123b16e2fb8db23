"""The three ways a turn can go wrong: a refusal, a conflict (both below), or a fault (all else)."""


class Refusal(Exception):
    """A rule says no. Carries facts and no text: the dialog words it."""


class Conflict(Exception):
    """Somebody else wrote first. The turn is run again; nothing has been said."""


class Unreadable(Refusal):
    """A file cannot be read. `code` names why (`skannet`, `passord`, `avkortet`, …), `facts` fill
    the sentence `fil.<code>` of the text catalogue.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
