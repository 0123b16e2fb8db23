"""Whatever people write is shown as text: on the cards, in the texts, and in what others are told."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards import eventueltvarsler
from bot.cards.element import escape
from bot.cards.eventuelt import Liste, Rad, listekort, sakskort
from bot.cards.eventueltmoete import Moetestatus
from bot.cards.moete import moetekort, saksliste
from bot.domain.fritekst import UgyldigTekst, begrunnelse, tittel
from bot.domain.maalform import Maalform
from bot.domain.meldtsak import Sakslag
from bot.language.tekster import tekster
from bot.turn import Message
from tests.cards.kort import elementer, sjekk
from tests.cards.test_golden import REGISTER, lagret, ramme
from tests.cards.test_golden_eventuelt import sak

NB = tekster(Maalform.NB)
BITER = st.sampled_from(
    [
        "<at>Ola</at>",
        "<script>x</script>",
        "**",
        "[x](http://y)",
        "{{a}}",
        "\n# ",
        "\n1. ",
        "`",
        "~~",
        "_",
        "|",
        "å",
    ]
)
SKREVET = st.lists(st.one_of(BITER, st.text(max_size=8)), min_size=1, max_size=12).map("".join)
MARKDOWN = re.compile(r"(?<!\\)[`*_\[\]<>~|]|^\s*(?:[#+\-=]|\d+[.)])|\{\{", re.MULTILINE)
"""What an Adaptive Card's TextBlock would read as markup, where nothing is before it."""
BOTENS = frozenset({"• ", "   • "})


def alle(skrevet: str, grunn: str) -> list[Message]:
    en = sak(tittel=skrevet, begrunnelse=grunn or None)
    ordinaer = replace(en, slag=Sakslag.ORDINAER)
    status = Moetestatus(eventuelt=(skrevet,), saker=(skrevet,))
    return [
        listekort(NB, Liste("Liste", [Rad(1, en)])),
        sakskort(NB, en, "ASU"),
        eventueltvarsler.meldt(REGISTER, ordinaer, "op")(NB),
        eventueltvarsler.om_saken(REGISTER, "trukket", "Anne", en, None)(NB),
        moetekort("ASU", lagret(), ramme(NB), status=status),
        saksliste("ASU", lagret(), ramme(NB), status=status),
    ]


@settings(max_examples=60, deadline=None)
@given(SKREVET, SKREVET)
def test_nothing_of_it_is_read_as_markup(skrevet, grunn):
    try:
        ren, ren_grunn = tittel(skrevet), begrunnelse(grunn) or ""
    except UgyldigTekst:
        return
    for melding in alle(ren, ren_grunn):
        sjekk(melding)
        for element in elementer(melding.card):
            if element["type"] == "TextBlock" and escape(ren) in element["text"]:
                foran, _, bak = element["text"].partition(escape(ren))
                assert not MARKDOWN.search(f"x{escape(ren)}x")
                assert "<" not in (foran + bak).replace("\\<", "")


@pytest.mark.parametrize("skrevet", ["<at>Ola</at>", "**fet**", "[x](http://y)", "<script>x</script>"])
def test_the_text_of_a_message_has_it_word_for_word(skrevet):
    for melding in alle(skrevet, skrevet):
        assert skrevet in melding.text
        assert "<" not in melding.card["speak"]
