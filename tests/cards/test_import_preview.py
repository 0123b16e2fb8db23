"""The preview of an import: a card with as much as one takes in, a terminal with all of it."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.cards.importering import lagret, preview, preview_text
from bot.domain.importering import Importplan, Slag
from bot.domain.innkalling import Agendapunkt, Agendatype, Ansvarlig, Hendelse, Hendelsestype, Innkalling
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.reading import Merknad, Reading
from bot.language.tekster import bokmaal
from tests.cards.kort import elementer, sjekk
from tests.dialogs import eksempel

NB = bokmaal()
ASU = Organ(1, [Organnavn("ASU", Navneslag.KORT)], id=1)


def plan(reading: Reading) -> Importplan:
    moete = Moete(1, [1], date(2024, 5, 15), innkalling=reading.innkalling, referat=reading.referat)
    return Importplan(reading, Helsefellesskap("Nord", 1), ASU, moete, Slag.NYTT)


def lang(antall: int) -> Importplan:
    saker = [
        Agendapunkt(Agendatype.SAK, f"Sak om nummer {n}", f"{n:02}/24", time(9), time(9, 5))
        for n in range(1, antall + 1)
    ]
    uplasserte = [f"Linje {n} uten plass" for n in range(1, antall + 1)]
    return plan(Reading(Innkalling(agenda=saker), ikke_tolket=uplasserte))


def test_the_card_says_how_many_rows_it_leaves_out():
    message = preview(NB, lang(55))
    sjekk(message)

    assert message.card is not None
    (tabell,) = [e for e in message.card["body"] if e["type"] == "Table"]
    vist = len(tabell["rows"]) - 1
    rest = f"… og {55 - vist} til"
    assert vist <= 40
    assert [e["text"] for e in elementer(message.card) if rest in e.get("text", "")] == [rest, f"• {rest}"]
    assert message.text.count(rest) == 2


def test_the_terminal_leaves_nothing_out():
    vist = preview_text(NB, lang(55))

    assert all(f"Sak om nummer {n}" in vist for n in range(1, 56))
    assert all(f"Linje {n} uten plass" in vist for n in range(1, 56))
    assert "til\n" not in vist


def test_the_saksliste_is_a_table_in_the_terminal():
    vist = preview_text(NB, plan(eksempel.lest_innkalling()), 100).split("\n")
    hode = next(n for n, linje in enumerate(vist) if linje.startswith("Kl."))

    assert vist[hode].split() == ["Kl.", "Saksnr.", "Sak", "Ansvarlig", "Min"]
    foerste = vist[hode + 2]
    assert foerste.startswith("12.00–12.10")
    assert foerste.endswith(" 10")
    kolonne = vist[hode].index("Sak ")
    assert foerste[kolonne:].startswith("Godkjenning")
    assert vist[hode].index("Saksnr.") == foerste.index("01/24")


@pytest.mark.parametrize("bredde", [20, 80, 200])
def test_a_long_cell_goes_on_and_is_never_cut(bredde):
    tittel = " ".join(f"ord{n}" for n in range(40))
    hvem = [Ansvarlig("Kari Nes", "Nes kommune", "kommunalsjef"), Ansvarlig("Ola [bold]Li[/bold]")]
    agenda = [Agendapunkt(Agendatype.SAK, tittel, "01/24", time(9), time(9, 50), 50, ["Et punkt"], hvem)]
    vist = preview_text(NB, plan(Reading(Innkalling(agenda=agenda))), bredde)

    assert all(f"ord{n}" in vist for n in range(40))
    assert all(ord_ in vist for ord_ in ("Et punkt", "kommunalsjef", "[bold]Li[/bold]"))
    assert "…" not in vist


def test_another_date_says_clock_place_and_status():
    moetet = Hendelse(Hendelsestype.MOETE, "Møte i PSU", date(2024, 6, 20), time(10), None, "Storsalen")
    uten_status = plan(Reading(Innkalling(hendelser=[moetet])))

    assert "• Torsdag 20. juni 2024 kl. 10.00: Møte i PSU (Storsalen)" in preview(NB, uten_status).text
    vist = preview_text(NB, plan(eksempel.lest_innkalling()))
    assert "• Torsdag 16. mai 2024: Møte med Indre Fjord (utsatt, sak 01/24)" in vist
    assert "• Uten dato: Møte med Fjellregionen (dato ikke fastsatt, sak 01/24)" in vist


def test_a_referat_names_who_was_there_and_who_was_not():
    papir = eksempel.referat()
    for vist in (
        preview(NB, plan(Reading(referat=papir))).text,
        preview_text(NB, plan(Reading(referat=papir))),
    ):
        assert "• Til stede (2): Gro Haug (Nesdal kommune) og Ine Vik" in vist
        assert "• Forfall (1): Odd Strand (Ytre Fjord" in vist
        assert "• Referenter: Frode Lyngmo og Ine Vik" in vist
    assert (
        "• Referent: Ine Vik"
        in preview(NB, plan(Reading(referat=replace(papir, referenter=["Ine Vik"])))).text
    )
    assert (
        "• Forfall: ingen er nevnt" in preview(NB, plan(Reading(referat=replace(papir, forfall=[])))).text
    )


def test_a_referat_is_from_a_moete_and_an_innkalling_to_one():
    referat, innkalling = plan(Reading(referat=eksempel.referat())), plan(eksempel.lest_innkalling())

    assert lagret(NB, referat) == "Lagret: referat fra ASU onsdag 15. mai 2024."
    assert lagret(NB, innkalling) == "Lagret: innkalling til ASU onsdag 15. mai 2024."
    assert preview_text(NB, referat).startswith("Referat fra ASU onsdag 15. mai 2024.")


def test_the_terminal_asks_whether_the_moete_has_moved():
    lest = Reading(Innkalling(), merknader=[Merknad("x", tekst="Minuttene går ikke opp.")])
    vist = preview_text(NB, replace(plan(lest), maa_avklares=True))

    assert "Sjekk dette:\n• Minuttene går ikke opp." in vist
    assert vist.endswith("?")
