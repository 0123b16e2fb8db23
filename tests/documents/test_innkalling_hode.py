"""The heading of an innkalling in its many dresses."""

from datetime import date, time

import pytest

from bot.documents import doktype, extract
from tests.documents.lesing import innkallingen, les

VANLIG = ("Fagråd for rus", "Rådhuset, møterom 2", date(2024, 4, 17), time(13), time(15, 30))

HODER = {
    "labels": """MØTEINNKALLING
Utvalg: Fagråd for rus.
Møtested: Rådhuset, møterom 2
Møtedato: 17.04.2024 kl. 13.00 – 15.30""",
    "nynorsk, blanks before the colon": """INNKALLING
Utval : Fagråd for rus
Møtestad : Rådhuset, møterom 2
Dato : 17. april 2024
Tid : 1300-1530""",
    "no blank after the colon": """Møteinnkalling
Organ:Fagråd for rus
Sted:Rådhuset, møterom 2
Dato:onsdag 17/4-24
Kl:13.00-15.30""",
    "labels first, values after": """MØTEINNKALLING
Utvalg/styre/råd:
Møtested:
Møtedato/tid:
Arkivsak:

Fagråd for rus
Rådhuset, møterom 2
17.04.24  1300-1530""",
    "labels and values take turns": """Møteinnkalling
Utvalg
Fagråd for rus
Møtested
Rådhuset, møterom 2
Dato/tid
17.04.2024 13:00 15:30""",
    "a table of labels": """Møteinnkalling
Utvalg\tFagråd for rus
Møtested\tRådhuset, møterom 2
Dato\tOnsdag 17. april 2024 kl. 13:00-15:30""",
    "two labels on a line": """Innkalling til møte i Fagråd for rus
Dato: 17.04.2024   Tid: 13.00–15.30   Sted: Rådhuset, møterom 2""",
    "time and place in one": """Møteinnkalling – Fagråd for rus
Tid og sted: onsdag 17. april 2024 kl. 13–15.30, Rådhuset, møterom 2""",
    "a separate end": """Møteinnkalling
Utvalg: Fagråd for rus
Sted: Rådhuset, møterom 2
Dato: 17.04.2024
Tidspunkt: 13:00
Slutt: 15:30""",
    "lines without labels": """INNKALLING TIL MØTE I FAGRÅD FOR RUS
Onsdag 17. april 2024
Kl. 13.00 – 15.30
Rådhuset, møterom 2""".replace("FAGRÅD FOR RUS", "Fagråd for rus"),
    "a letter with a date of its own": """Vik kommune
Dato: 02.04.2024   Vår ref.: 24/112   Deres ref.:
Innkalling til møte onsdag 17. april 2024
Fagråd for rus innkalles til møte onsdag 17. april 2024 kl. 13.00–15.30.
Møtet holdes i Rådhuset, møterom 2.""",
    "a forwarded e-mail": """From: Kari Li
Sent: 2. april 2024 09:05
To: Medlemmer av Fagråd for rus
Subject: Møte 17. april
Da er det klart for møte onsdag 17. april 2024 kl. 13.00 - 15.30. Vi møtes i Rådhuset, møterom 2.""",
    "sentences": """Innkalling
Det kalles inn til møte i Fagråd for rus onsdag 17. april 2024 kl. 13.00–15.30.
Møtet holdes på Rådhuset, møterom 2.""",
}


@pytest.mark.parametrize("hode", HODER.values(), ids=HODER.keys())
def test_body_place_and_time(hode):
    lest = innkallingen(f"{hode}\n\nSaksliste:\nSak 1/24 Godkjenning\nSak 2/24 Eventuelt\n")
    assert (lest.utvalg, lest.moetested, lest.dato, lest.start, lest.slutt) == VANLIG


@pytest.mark.parametrize(
    ("linje", "arkivsak"),
    [
        ("Arkivsak: 24/1476", "24/1476"),
        ("Arkivsaksnr.: 2024/3310-2", "2024/3310-2"),
        ("Journalnr: 18/00214-2", "18/00214-2"),
        ("Vår ref.: 2023/441-3", "2023/441-3"),
        ("Saksmappe : 25/01178", "25/01178"),
    ],
)
def test_the_archive_s_own_number(linje, arkivsak):
    lest = innkallingen(f"MØTEINNKALLING\nUtvalg: Fagråd for rus\n{linje}\nMøtedato: 17.04.2024\n")
    assert lest.arkivsak == arkivsak


def test_an_empty_arkivsak_is_none_and_said():
    reading = les(
        "MØTEINNKALLING\nUtvalg: Fagråd for rus\nArkivsak:\nMøtested: Vik\nMøtedato: 17.04.2024\n"
    )
    assert reading.innkalling.arkivsak is None
    assert reading.innkalling.moetested == "Vik"
    assert "arkivsak" in [m.kode for m in reading.merknader]


def test_a_room_number_is_a_place_and_no_clock():
    lest = innkallingen("MØTEINNKALLING\nUtvalg: ASU\nMøtested: 1930, 30M11\nMøtedato: 17.04.2024\n")
    assert (lest.moetested, lest.start) == ("1930, 30M11", None)


@pytest.mark.parametrize(
    ("tittel", "utvalg"),
    [
        ("Innkalling til møte i Fagråd 2 – rehabilitering", "Fagråd 2 – rehabilitering"),
        ("MØTEINNKALLING – BRUKERUTVALGET", "BRUKERUTVALGET"),
        ("INNKALLING TIL ASU-MØTE", "ASU"),
        ("Til medlemmene i Fagråd 3", "Fagråd 3"),
        ("Fagnettverk for velferd møtes onsdag 17. april 2024", "Fagnettverk for velferd"),
    ],
)
def test_the_body_is_only_in_the_title(tittel, utvalg):
    paper = f"INNKALLING\n{tittel}\nTid: 17. april 2024 kl. 13\nSted: Vik\nSaker:\nSak 1/24 Godkjenning\n"
    assert innkallingen(paper).utvalg == utvalg


def test_an_email_of_a_few_lines():
    lest = innkallingen(
        "Hei alle!\n"
        "Det blir møte i fagrådet onsdag 5. juni kl 12-14 på Teams. "
        "Saker: 1. Godkjenning 2. Pasientforløp v/ Kari Li 3. Eventuelt\n"
        "Svar på høringen innen 20. juni 2024.\n"
        "Hilsen Per\n"
    )
    assert (lest.utvalg, lest.moetested) == ("fagrådet", "Teams")
    assert (lest.dato, lest.start, lest.slutt) == (date(2024, 6, 5), time(12), time(14))
    assert [(p.saksnr, p.tittel) for p in lest.agenda] == [
        ("1", "Godkjenning"),
        ("2", "Pasientforløp"),
        ("3", "Eventuelt"),
    ]


def test_an_email_with_its_saker_in_a_sentence():
    lest = innkallingen(
        "Hei!\nMøte i arbeidsgruppa for e-helse torsdag 14. november 2024 kl. 10-11 på Teams.\n"
        "Agenda: velkommen, status fra kommunene og eventuelt.\n"
    )
    assert [p.tittel for p in lest.agenda] == ["velkommen", "status fra kommunene", "eventuelt"]


def test_a_date_without_a_year_is_left_open_where_nothing_tells_the_year():
    reading = les(
        "Hei!\nDet blir møte i fagrådet 5. juni kl 12-14.\nSaker:\n1. Godkjenning\n2. Eventuelt\n"
    )
    assert reading.innkalling.dato is None
    assert "dato_mangler" in [m.kode for m in reading.merknader]


@pytest.mark.parametrize(
    ("tekst", "slag"),
    [
        ("MØTEINNKALLING\nUtvalg: ASU\n", "innkalling"),
        ("Sakliste\n1. Godkjenning av referat\n", "innkalling"),
        ("Referat\nMøtested: Teams\n", "referat"),
        ("Fagråd for rus\nMØTEPROTOKOLL 17.04.2024\n", "referat"),
        (
            "Hei alle!\nDet blir møte i fagrådet onsdag 5. juni. Saker: 1. Godkjenning 2. Ymse\n",
            "innkalling",
        ),
        ("Desse møtte: Kari Li\nSak 1/24: Budsjett. Vedtak: Samrøystes vedteke.\n", "referat"),
        ("Oppskrift på vafler\nTre egg og fem desiliter melk.\n", None),
    ],
)
def test_which_kind_of_paper(tekst, slag):
    assert doktype.classify(extract.rows(tekst.encode())) == slag
