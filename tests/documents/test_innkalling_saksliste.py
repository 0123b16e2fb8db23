"""The saksliste: tables, lists, and tables that an extract has laid out cell by cell."""

import pytest

from tests.documents.lesing import HODE, innkallingen, kort, les, sakslisten


def lest(linjer: str) -> list[str]:
    return [kort(punkt) for punkt in sakslisten(linjer)]


def test_a_table_with_times():
    assert lest(
        "Kl.\tSaksnr.\tSaker\tAnsvarlig\tTid\n"
        "12.00-12.10\t01/24\tGodkjenning av innkalling\tKari Li\t10\n"
        "12.10-13.00\t02/24\tLegevakt\tPer Moe, Vik kommune\t50\n"
        "13.00-13.15\t\tPause\t\t15\n"
        "13.15-15.00\t03/24\tEventuelt\tKari Li/Per Moe\t105\n"
    ) == [
        "12.00-12.10 01/24 Godkjenning av innkalling (Kari Li) 10",
        "12.10-13.00 02/24 Legevakt (Per Moe, Vik kommune) 50",
        "13.00-13.15 pause Pause 15",
        "13.15-15.00 03/24 Eventuelt (Kari Li; Per Moe) 105",
    ]


def test_the_columns_in_another_order_and_with_other_headings():
    assert lest(
        "Tema\tInnleiar\tNår\tNr\n"
        "Godkjenning\tKari Li\t12.00-12.10\t1/2024\n"
        "Ny avtale\tPer Moe, rådgjevar\t12.10-13.00\t2/2024\n"
    ) == [
        "12.00-12.10 1/2024 Godkjenning (Kari Li) 10",
        "12.10-13.00 2/2024 Ny avtale (Per Moe, rådgjevar) 50",
    ]


def test_tid_is_minutes_where_minutes_stand_there():
    assert lest("Saksnr\tSak\tTid\n1/24\tGodkjenning\t5 min\n2/24\tBudsjett\t1 time\n") == [
        "1/24 Godkjenning 5",
        "2/24 Budsjett 60",
    ]


def test_the_end_in_a_column_of_its_own_and_initials():
    assert lest("Start\tSlutt\tSak nr.\tTittel\tHvem\n13:00\t13:10\t5/24\tHøring: NOU 2023:4\tKL/PM\n") == [
        "13.00-13.10 5/24 Høring: NOU 2023:4 (KL; PM) 10"
    ]


def test_clock_and_minutes_in_one_column():
    assert lest("Tid\tSak\n09:00 (10 min)\tÅpning\n09:10 (50 min)\tDemensplan\n") == [
        "09.00- sak Åpning 10",
        "09.10- sak Demensplan 50",
    ]


def test_number_and_title_share_a_cell():
    assert lest("Klokkeslett\tSak\n1100-1115\tSak 1/24 Åpning\n1115-1200\tSak 2/24 Hva nå?\n") == [
        "11.00-11.15 1/24 Åpning 15",
        "11.15-12.00 2/24 Hva nå? 45",
    ]


def test_rows_that_only_divide_the_list_are_no_items():
    assert lest(
        "Saksnr.\tTittel\n\tBeslutningssaker\n19/24\tNy avtale\n"
        "\tOrienteringssaker\n20/24\tAvvik\n\tEventuelt\n"
    ) == ["19/24 Ny avtale", "20/24 Avvik", "sak Eventuelt"]


def test_ps_in_a_column_of_its_own():
    assert lest(
        "\tSaksnr\tInnhald\nPS\t1/24\tGodkjenning\nPS\t2/24\tPlan for eldre\nRS\t1/24\tStatistikk\n"
    ) == [
        "PS 1/24 Godkjenning",
        "PS 2/24 Plan for eldre",
        "RS 1/24 Statistikk",
    ]


LISTER = {
    "sak with a dash": (
        "Sak 1/24 – Godkjenning\nSak 2/24 – Ny avtale\nEventuelt",
        ["1/24 Godkjenning", "2/24 Ny avtale", "sak Eventuelt"],
    ),
    "numbers alone": ("01/24 Godkjenning\n02/24 Ny avtale", ["01/24 Godkjenning", "02/24 Ny avtale"]),
    "year first, dots and pages": (
        "2024/12  Godkjenning ............ 2\n2024/13  Ny avtale ......... 3",
        ["2024/12 Godkjenning", "2024/13 Ny avtale"],
    ),
    "dot numbers": ("1.24   Godkjenning\n2.24   Ny avtale", ["1.24 Godkjenning", "2.24 Ny avtale"]),
    "a numbered list": (
        "1) Godkjenning\n2) Ny avtale\n3) Ymse",
        ["1 Godkjenning", "2 Ny avtale", "3 Ymse"],
    ),
    "bullets": (
        "- Velkommen\n- Ny avtale\n- Eventuelt",
        ["sak Velkommen", "sak Ny avtale", "sak Eventuelt"],
    ),
    "number over title": (
        "Sak 1/24\nGodkjenning\nSak 2/24\nNy avtale",
        ["1/24 Godkjenning", "2/24 Ny avtale"],
    ),
    "two saker on a line": (
        "Sak 1/24 Godkjenning\nSak 2/24 og 3/24 Ny avtale",
        ["1/24 Godkjenning", "2/24 Ny avtale", "3/24 Ny avtale"],
    ),
    "a body's name in front": (
        "ASU-sak 1/24: Godkjenning\nASU-sak 2/24: Ny avtale",
        ["1/24 Godkjenning", "2/24 Ny avtale"],
    ),
    "times in front": (
        "12.00 – 12.10 Sak 1/24 Godkjenning\n12.10 – 12.20 Pause\n12.20 – 13.00 Sak 2/24 Ny avtale",
        ["12.00-12.10 1/24 Godkjenning 10", "12.10-12.20 pause Pause 10", "12.20-13.00 2/24 Ny avtale 40"],
    ),
    "only the beginning": (
        "Kl. 10.00 Velkommen\nKl. 10.15 Lunsj\nKl. 11.00 Eventuelt",
        ["10.00- sak Velkommen", "10.15- pause Lunsj", "11.00- sak Eventuelt"],
    ),
    "times behind": (
        "1. Godkjenning (13.00–13.10)\n2. Pause (13.10–13.20)\n3. Ny avtale, ved Kari Li (13.20–14.00)",
        [
            "13.00-13.10 1 Godkjenning 10",
            "13.10-13.20 pause Pause 10",
            "13.20-14.00 3 Ny avtale (Kari Li) 40",
        ],
    ),
    "a clock and a colon": (
        "Kl. 12.00 – 12.10: Sak 5/24 Godkjenning (Ansv.: Kari Li)\nKl. 12.10 – 12.50: Sak 6/24 Hørsel",
        ["12.00-12.10 5/24 Godkjenning (Kari Li) 10", "12.10-12.50 6/24 Hørsel 40"],
    ),
    "parts of a meeting": (
        "DEL 1 – FELLES\nSak 1/24 Åpning\nDEL 2 – FAGRÅDET\nSak 2/24 Planen",
        ["1/24 Åpning", "2/24 Planen"],
    ),
    "a presenter on a line of its own": (
        "Sak 1/24 Sengebehov\nInnledning ved fagdirektør Nils Dahl\nSak 2/24 Eventuelt",
        ["1/24 Sengebehov (Nils Dahl, fagdirektør)", "2/24 Eventuelt"],
    ),
    "points under a sak": (
        "Sak 1/24 Ny avtale\n• Status\n• Plan for våren\nSak 2/24 Eventuelt",
        ["1/24 Ny avtale [Status; Plan for våren]", "2/24 Eventuelt"],
    ),
    "labels under a sak": (
        "Sak 1/24 Ny avtale\nAnsvarlig: Kari Li\nTid: 20 min\nSak 2/24 Eventuelt",
        ["1/24 Ny avtale (Kari Li) 20", "2/24 Eventuelt"],
    ),
    "people behind v/": (
        "Sak 1/24 Ny avtale v/ Kari Li og Per Moe\nSak 2/24 Status (Ola Dahl, 20 min)",
        ["1/24 Ny avtale (Kari Li; Per Moe)", "2/24 Status (Ola Dahl) 20"],
    ),
}


@pytest.mark.parametrize(("linjer", "ventet"), LISTER.values(), ids=LISTER.keys())
def test_a_list(linjer, ventet):
    assert lest(linjer) == ventet


def test_a_table_laid_out_cell_by_cell():
    celler = (
        "Kl.", "Saksnr.", "Saker", "Ansvarlig", "Tid",
        "12.00-\n\n12.10", "01/24 Godkjenning av innkalling", " Saker til eventuelt", "Kari Li 10",
        "12.10-\n\n13.00", "02/24", "Helse – og omsorg; hva nå?", " Status", "Per Moe,\nVik kommune", "50",
        "13.00\n\n13.15", "Pause  15",
        "13.15-\n\n14.00", "03/24", "Prosjekter", "Fagråd 3", " Kreft",
        "Siri Lie,\nregional\n\nsamhandlingsleder", "45",
        "Hvordan har møtet vært?", "Avslutning av møtet",
    )  # fmt: skip
    assert lest("\n\n".join(celler)) == [
        "12.00-12.10 01/24 Godkjenning av innkalling [Saker til eventuelt] (Kari Li) 10",
        "12.10-13.00 02/24 Helse – og omsorg; hva nå? [Status] (Per Moe, Vik kommune) 50",
        "13.00-13.15 pause Pause 15",
        "13.15-14.00 03/24 Prosjekter [Fagråd 3; Kreft] (Siri Lie, regional samhandlingsleder) 45",
        "avslutning Hvordan har møtet vært? [Avslutning av møtet]",
    ]


@pytest.mark.parametrize(
    "bak",
    [
        "Vel møtt!",
        "Forfall meldes til Kari Li på tlf. 400 00 000.",
        "Vik, 02.04.2024\nKari Li\nleder",
        "O = orientering, D = drøfting",
        "Papirene til sakene blir lagt ut på Teams i god tid, og kan også hentes i resepsjonen.",
    ],
)
def test_the_list_ends_where_something_else_begins(bak):
    assert lest(f"Sak 1/24 Godkjenning\nSak 2/24 Eventuelt\n\n{bak}\n") == [
        "1/24 Godkjenning",
        "2/24 Eventuelt",
    ]


def test_what_could_not_be_placed_is_shown():
    reading = les(f"{HODE}\nHusk adgangskort.\n\nSaksliste\nSak 1/24 Godkjenning\nSak 2/24 Eventuelt\n")
    assert reading.ikke_tolket == ["Husk adgangskort."]


def test_a_date_in_a_title_is_no_clock():
    assert lest("Kl.\tSak\n12.00\tGodkjenning\n12.10\tWorkshop 04.04\n") == [
        "12.00- sak Godkjenning",
        "12.10- sak Workshop 04.04",
    ]


def test_a_saksliste_without_any_heading():
    paper = f"{HODE}\nSaksnr\tTittel\nPS 1/24\tGodkjenning\nPS 2/24\tNy avtale\n"
    assert [kort(p) for p in innkallingen(paper).agenda] == ["PS 1/24 Godkjenning", "PS 2/24 Ny avtale"]
