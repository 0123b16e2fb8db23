"""The cards of a sammendrag. Written anew with HELSEBOT_GOLDEN=write."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from bot.cards.sammendrag import TATT_BORT, Visning, hele_kortet, sammendragskort
from bot.cards.sammendragsforslag import Hvor, endrekort, forslagskort
from bot.cards.sammendragslinjer import kuttet
from bot.cards.tekstflyt import Utsnitt
from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.maalform import Maalform
from bot.domain.register import Moetehode
from bot.domain.sammendragsinnhold import (
    Innhold,
    Linjeslag,
    Sammendragsdel,
    Sammendragslinje,
    Sammendragsrettelse,
    Sammendragssak,
)
from bot.domain.sammendragsutvalg import for_gruppe, grupper
from bot.language.tekster import tekster
from bot.turn import Message, Norsk
from tests.cards.kort import sjekk, som_foer
from tests.cards.test_golden import HODE, REGISTER

GOLDEN = Path(__file__).parent / "golden_sammendrag"
FARLIG = "<b>Tolk</b> **nå** [her](http://x.example) <at>Ola</at> _i_ `helgen` {{x}} #1"
LANG = "Utvalget støtter at tolketjenesten samles. Ordningen skal evalueres etter ett år. " * 4
KANALER = (
    (Conversation("19:a", ConversationKind.CHANNEL, "https://smba.example/", name="Samarbeid"), 0),
    (Conversation("19:b", ConversationKind.CHANNEL, "https://smba.example/", name="Fagråd 3"), 1),
)
NESTE = Moetehode(9, 1, (1,), date(2024, 6, 19), time(12), time(15), "Teams", False, False, 1)
RETTET = datetime(2024, 5, 16, 12, 5, tzinfo=UTC)


def linje(key: str, slag: Linjeslag, tekst: str, **mer: object) -> Sammendragslinje:
    return replace(Sammendragslinje(key, slag, tekst), **mer)


def innhold(antall: int = 2, tekst: str = FARLIG, **mer: object) -> Innhold:
    saker = [
        Sammendragssak(
            f"s{n}", "Tolketjenesten", f"0{n}/24", (linje(f"p{n}", Linjeslag.KONKLUSJON, tekst),)
        )
        for n in range(1, antall)
    ]
    vedtak = linje(
        "p90", Linjeslag.VEDTAK, "Avtalen godkjennes med innspill:", innspill=("Kommunene er med",)
    )
    oppgave = linje(
        "p91", Linjeslag.OPPGAVE, "Skriver brevet.", hvem=("Siri Haug", "Jonas Vik"), frist=date(2024, 6, 3)
    )
    felles = Sammendragssak("s99", "Skyss", "1/24", (vedtak, oppgave))
    deler = (Sammendragsdel(0, None, (), tuple(saker)), Sammendragsdel(1, "Felles møte", (2,), (felles,)))
    return Innhold(deler, **{"foreloepig": True, **mer})


def vist(alt: Innhold, **mer: object) -> Visning:
    return replace(Visning(REGISTER, HODE, alt, neste=NESTE), **mer)


GODKJENT = innhold(
    foreloepig=False,
    godkjent=date(2025, 1, 30),
    rettelser=(Sammendragsrettelse(date(2025, 2, 4), FARLIG),),
)
DELEN = for_gruppe(innhold(), grupper(innhold(), [1])[1])
UFYLT = Innhold(
    (
        Sammendragsdel(
            saker=(
                Sammendragssak(
                    "s1", "Skyss", "1/24", (linje("p1", Linjeslag.VEDTAK, "Med innspill:", mangler=True),)
                ),
            )
        ),
    )
)
KORT: dict[str, Callable[[Norsk], Message]] = {
    "foreloepig": lambda n: sammendragskort(n, vist(innhold(), innledning=f"Takk.\n{FARLIG}")),
    "rettet": lambda n: sammendragskort(n, vist(innhold(), rettet=RETTET)),
    "godkjent": lambda n: sammendragskort(n, vist(GODKJENT)),
    "delen": lambda n: sammendragskort(n, vist(DELEN, del_nr=1)),
    "langt": lambda n: sammendragskort(n, vist(innhold(9, LANG))),
    "for-langt": lambda n: sammendragskort(n, vist(innhold(40, LANG * 4))),
    "hele": lambda n: hele_kortet(n, vist(innhold(40, LANG * 4)), Utsnitt(True, 0)),
    "ingenting": lambda n: sammendragskort(n, vist(Innhold())),
    "forslag": lambda n: forslagskort(n, vist(innhold()), Hvor(KANALER), "merke.0"),
    "endret-siden": lambda n: forslagskort(
        n, vist(innhold()), Hvor(KANALER[:1]), "merke.0", [n.tekst("sammendrag.endret_siden")]
    ),
    "endringen": lambda n: forslagskort(
        n, vist(UFYLT), Hvor(KANALER[1:], (KANALER[0][0],), foer=True, endres=True), "merke.0"
    ),
    "alt-utelatt": lambda n: forslagskort(n, vist(Innhold()), Hvor(KANALER[:1], foer=True), "merke.0"),
    "utkast": lambda n: sammendragskort(n, vist(innhold(utkast=True))),
    "tatt-bort": lambda n: sammendragskort(n, vist(Innhold(), tomt=TATT_BORT, rettet=RETTET)),
    "endre": lambda n: endrekort(n, vist(innhold(4)), ("p2",), "Takk for møtet."),
    "endre-saker": lambda n: endrekort(n, vist(innhold(30)), ("s2",), None, "For lang."),
}


@pytest.mark.parametrize("maalform", list(Maalform))
@pytest.mark.parametrize("navn", KORT)
def test_a_card_is_as_it_was(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, f"{navn}-{maalform.value}", GOLDEN)


def test_a_moete_of_many_saker_is_short_on_a_phone_and_whole_a_press_away():
    kort = KORT["langt"](tekster(Maalform.NB)).card
    korte, alt = (e for e in kort["body"] if e["type"] == "Container")
    assert len(json.dumps(korte, ensure_ascii=False)) < 4000
    assert str(alt).count("evalueres") == 4 * 8
    assert str(korte).count("Konklusjon") == 8


def test_what_has_no_room_before_it_is_opened_is_counted():
    kort = KORT["for-langt"](tekster(Maalform.NB))
    vist = kort.text.count("Konklusjon")
    assert f"… og {41 - vist} punkter til under «Vis alt»" in kort.text


@pytest.mark.parametrize(
    ("tekst", "kort"),
    [
        ("Kort nok.", "Kort nok."),
        ("Først dette. Så mye mer enn det er plass til her.", "Først dette. …"),
        ("Bare en eneste lang setning uten noe punktum her", "Bare en eneste lang …"),
        ("Enestelangtordutennoemellomromsomiktepasser", "Enestelangtordutennoemel …"),
    ],
)
def test_a_text_is_cut_between_sentences_else_between_words(tekst, kort):
    assert kuttet(tekst, 26) == kort.replace(" …", "\u00a0…")
    assert len(kort) <= 26
