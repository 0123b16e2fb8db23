"""A list cut at its commas, semicolons and closing brackets."""

import re
from dataclasses import dataclass, replace

from bot.documents.frammoete_del import is_first_name, is_person

KANT = " \t\n,;.:&–—-|*"
_TOKEN = re.compile(r"\([^()]*\)?|[,;]|[^,;()]+")
_OG = re.compile(r"\s+(?:og|samt|&)\s+|\s*/\s*")


@dataclass(frozen=True)
class Bit:
    """A part between commas, with the brackets behind it. `ny`: a semicolon or a new line is in front."""

    text: str
    parenteser: tuple[str, ...] = ()
    ny: bool = False


def bits(text: str) -> list[Bit]:
    """The parts of a list; a closing bracket ends one as surely as a comma does."""
    out: list[Bit] = []
    current, hard = "", True
    for piece in _TOKEN.findall(text):
        if piece[0] == "(":
            inside = piece.strip("() ")
            if current.strip(KANT):
                out.append(Bit(current.strip(KANT), (inside,), hard))
            elif out:
                out[-1] = replace(out[-1], parenteser=(*out[-1].parenteser, inside))
            current, hard = "", False
        elif piece in ",;":
            if current.strip(KANT):
                out.append(Bit(current.strip(KANT), (), hard))
                hard = False
            current, hard = "", hard or piece == ";"
        else:
            current += piece
    return [*out, Bit(current.strip(KANT), (), hard)] if current.strip(KANT) else out


def split_og(bit: Bit) -> list[Bit]:
    """«Siri Li og Per Moe» → two; «helse og mestring» stays one."""
    text = re.sub(r"^(?:og|samt)\s+", "", bit.text)
    parts = [part for part in _OG.split(text) if part]
    names = all(is_person(part) or is_first_name(part) for part in parts)
    if len(parts) < 2 or not names:
        return [replace(bit, text=text)]
    return [*(Bit(part, (), bit.ny) for part in parts[:-1]), replace(bit, text=parts[-1])]
