"""Only the bot's own mention is taken off, by its entity."""

import pytest

from bot.teams.mentions import mentions_of, plain


def nevnt(tekst="<at>Helsebot</at>", id_="28:helsebot", navn="Helsebot"):
    return {"type": "mention", "mentioned": {"id": id_, "name": navn}, "text": tekst}


KARI = nevnt("<at>Kari Nes</at>", "29:kari", "Kari Nes")


@pytest.mark.parametrize(
    ("tekst", "entities", "ventet"),
    [
        ("<at>Helsebot</at> hva er Helsebot?", [nevnt()], "hva er Helsebot?"),
        ("Helsebot, <at>Helsebot</at> neste ASU", [nevnt()], "Helsebot, neste ASU"),
        ("<at>Helsebot</at>&nbsp;neste ASU\n", [nevnt()], "neste ASU"),
        ("<at>Helsebot</at>\u00a0 neste\u00a0ASU", [nevnt()], "neste ASU"),
        ('<at id="0">Helsebot</at> neste ASU', [nevnt()], "neste ASU"),
        ("<AT>Helsebot</AT> neste ASU", [nevnt()], "neste ASU"),
        ("<at>Helsebot</at> og <at>Helsebot</at> neste ASU", [nevnt(), nevnt()], "og neste ASU"),
        ("<at>Helsebot</at> <at>Kari Nes</at> har forfall", [nevnt(), KARI], "Kari Nes har forfall"),
        ("<at>Kari Nes</at> spør Helsebot", [KARI], "Kari Nes spør Helsebot"),
        ("<at>Helsebot</at>", [nevnt()], ""),
        ('<at id="0"></at> neste ASU', [nevnt("")], "neste ASU"),
        ("<at>Helsebot</at> A &amp; B &lt;3", [nevnt()], "A & B <3"),
        (
            "<at>Helsebot</at> referat:\r\n1. Godkjent\r\n2.  Utsatt",
            [nevnt()],
            "referat:\n1. Godkjent\n2. Utsatt",
        ),
        ("neste ASU", [nevnt("<at>Helsebot</at>")], "neste ASU"),
        ("Helsebot hva er Helsebot?", [nevnt("Helsebot")], "hva er Helsebot?"),
        ("neste ASU", [nevnt(None, navn=None)], "neste ASU"),
        ("<at>A (B) [C]</at> neste ASU", [nevnt("<at>x</at>", navn="A (B) [C]")], "neste ASU"),
        ("\u200bneste ASU\ufeff", [], "neste ASU"),
    ],
)
def test_what_is_left_of_a_message(tekst, entities, ventet):
    assert plain(tekst, mentions_of(entities, "28:helsebot")) == ventet


@pytest.mark.parametrize(
    "entity",
    [
        nevnt(id_="28:en-annen-helsebot"),
        {**nevnt(), "type": "clientInfo"},
        {"type": "mention", "mentioned": "28:helsebot"},
        {"type": "mention"},
        {},
    ],
)
def test_a_mention_of_somebody_else_is_not_ours(entity):
    assert mentions_of([entity], "28:helsebot") == []


def test_without_knowing_its_own_id_the_bot_is_not_mentioned():
    assert mentions_of([{"type": "mention", "mentioned": {"id": None}}], None) == []
