"""The labels that open a list of those present or absent, and sentences that say the same."""

import re

from bot.documents.frammoete_del import is_first_name, is_person
from bot.documents.hode_felt import label_line
from bot.documents.ordforraad import normalise
from bot.documents.referat_ord import either, load

FRAMMOETE = ("tilstede", "tilstede_vara", "forfall")
_VAR = r"(?:\s+(?:var|er|vart|ble|også|meldt|frå|fra))*\s*:?\s+"
_GRUPPE = re.compile(r"^(?P<navn>[^:()]{2,40}?)\s*:")


def labels(text: str) -> list[tuple[str, str, str]]:
    """(meaning, label, value) of a line; the meaning is the one a referat gives the word."""
    words = load()
    bare = text.rstrip().endswith(":") or bool(words.meanings("felt", text))
    if bare and (own := meaning(text)):
        return [(own, text.strip(" :"), "")]
    found = label_line(text, words)
    if found:
        comma = "," if text.rstrip().endswith(",") else ""
        *others, last = [(meaning(merke) or mening, merke, verdi) for mening, merke, verdi in found]
        return [*others, (last[0], last[1], last[2] + comma)]
    return _longer_label(text)


def meaning(label: str) -> str | None:
    """What a label means: «Ikkje møtt», but also «Følgende varamedlemmer møtte»."""
    words = load()
    meanings = words.meanings("felt", label)
    known = next((m for m in meanings if m in FRAMMOETE), meanings[0] if meanings else None)
    inside = label.rstrip().removesuffix(":")
    if known or len(label.split()) > 7 or ":" in inside or label.rstrip().endswith("."):
        return known
    if words.contains("frammoete", "ikke", label):
        return "forfall"
    if not words.contains("frammoete", "moett", label) or re.search(r"\d", label):
        return None
    return "tilstede_vara" if words.contains("frammoete", "vara", label) else "tilstede"


def sentence(text: str) -> tuple[str, str, str] | None:
    """«Til stede var Siri Li og Per Moe.» and «Forfall fra Ola.» as meaning, label and value."""
    words = load()
    for mening in (*FRAMMOETE, "referent", "moeteleder"):
        match = re.match(
            rf"({either(words.words('felt', mening))})\b{_VAR}(?=[A-ZÆØÅ])", text, re.IGNORECASE
        )
        first = re.split(r",|\(|\s+og\s+", text[match.end() :])[0].strip(" .") if match else ""
        if match and (is_person(first) or is_first_name(first)):
            return mening, match[1], text[match.end() :].rstrip(" .")
    return None


def group_label(text: str) -> str:
    """The label over some of a list («Observatører: …»), normalised; "" where the line has none."""
    match = _GRUPPE.match(text)
    return normalise(match["navn"]) if match else ""


def opens_present(label: str) -> bool:
    """Whether a group below the absent is of people who came: «Fra administrasjonen», «Gjester»."""
    return label in load().words("person", "moettgruppe")


def came_from(text: str) -> int:
    """Where in a line of the absent a group of people who came begins («Siri Li. Vara: …»); 0: nowhere."""
    for match in re.finditer(r"(?<=[.,;)]\s)[A-ZÆØÅ][\w ]{2,30}(?=:)", text):
        if opens_present(normalise(match[0])):
            return match.start()
    return 0


def of_members(label: str) -> bool:
    """«Medlemmer»: in a referat with no other label, those who met."""
    return label in load().words("person", "medlemsgruppe")


def breaks_off(line: str, following: str) -> bool:
    """Whether a list's line ends inside a bracket or a name that `following` carries on.

    «…, Siri Li (HNT), Per» over «Moe (KK)» does; «Siri Li, Arkivverket» over «Per Moe, KS» does not.
    """
    if line.endswith("-") or line.count("(") > line.count(")"):
        return True
    if following[:1].islower() or following.startswith(("(", ",", ";")):
        return True
    *others, last = [part.strip() for part in re.split(r"[,)]", line)]
    names = sum(is_person(part.split("(")[0].strip()) for part in others)
    one_word = " " not in re.split(r"[,(]", following)[0].strip()
    if is_first_name(last):
        return names > 1 or (names == 1 and one_word)
    # «…, Per Moe (HNT), Else Karin» over «Vik (KK)»: all the others have their bracket.
    bracketed = sum("(" in part for part in others)
    return (
        bracketed > 1 and is_person(last) and one_word and re.match(r"[^\s,(]+\s*\(", following) is not None
    )


def _longer_label(text: str) -> list[tuple[str, str, str]]:
    """«Til stede fra kommunene: …»: the label, with the rest of it as a group."""
    words = load()
    head, colon, rest = text.partition(":")
    if not colon or len(head) > 60 or head[-1:].isdigit():
        return []
    opened = next((m for m in FRAMMOETE if words.starts_with("felt", m, head)), None)
    found = opened or meaning(head)
    if found not in FRAMMOETE:
        return []
    word = words.starts_with("felt", opened, head) if opened else None
    group = head[len(word) :].strip() if word else ""
    return [(found, head, f"{group}: {rest.strip()}" if group else rest.strip())]
