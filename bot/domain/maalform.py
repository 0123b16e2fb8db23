"""Which of the two written forms of Norwegian an answer is in."""

from dataclasses import dataclass
from enum import StrEnum


class Maalform(StrEnum):
    """The values are the languages' own codes."""

    NB = "nb"
    NN = "nn"


@dataclass(frozen=True)
class Maalformer:
    """What is known before a line comes: what was chosen for the channel or chat (`kanal`), what the
    person chose (`valgt`), and what the person last wrote (`sist`).
    """

    kanal: Maalform | None = None
    valgt: Maalform | None = None
    sist: Maalform | None = None

    def svar(self, linjen: Maalform | None) -> Maalform:
        """The målform of the answer to a line in `linjen` (None: it does not tell).

        A choice holds whatever the line looks like; what is said in a channel is read by all in it,
        so its choice comes first.
        """
        return self.kanal or self.valgt or linjen or self.sist or Maalform.NB
