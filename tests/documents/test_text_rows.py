"""Plain text to rows: encodings, tables made of signs, page ends, wrapped lines."""

import pytest

from bot.documents.rows import Row, RowKind
from bot.documents.text import rows


def les(text: str) -> list[Row]:
    return rows(text.encode())


def celler(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in les(text) if row.kind is RowKind.TABLE]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_norwegian_letters_in_every_encoding(encoding: str) -> None:
    assert rows("Møteplan for Åsøya – «høst»".encode(encoding))[0].cells == ("Møteplan for Åsøya – «høst»",)


def test_decomposed_letters_and_strange_spaces_are_made_plain() -> None:
    assert les("M\u00a0a\u030aling\u200b 3\u2011delt")[0].cells == ("M åling 3-delt",)


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("1. Saken utsettes.", "1.", "Saken utsettes."),
        ("2) Referatsaker", "2)", "Referatsaker"),
        ("a. første ledd", "a.", "første ledd"),
        ("b) andre ledd", "b)", "andre ledd"),
        ("\uf0b7 Status", "•", "Status"),
        ("\uf0a7 Status", "▪", "Status"),
        ("o Notat", "o", "Notat"),
        ("- Notat", "-", "Notat"),
        ("-Notat", "-", "Notat"),
        ("o ", "o", ""),
        ("1. juni er fristen", None, "1. juni er fristen"),
        ("16. desember 2024", None, "16. desember 2024"),
        ("13.00 Velkommen", None, "13.00 Velkommen"),
        ("A. Lie møtte", None, "A. Lie møtte"),
        ("o.l. regnes ikke med", None, "o.l. regnes ikke med"),
        ("-5 grader", None, "-5 grader"),
    ],
)
def test_markers(line: str, marker: str | None, text: str) -> None:
    row = les(f"Innledning\n{line}")[1]
    assert (row.marker, row.cells) == (marker, (text,))


def test_columns_of_spaces_are_a_table_and_their_wrapped_cells_stay_in_their_row() -> None:
    tabell = (
        "Kl.            Saksnr.   Sak                                Ansvarlig\n"
        "09.00-09.10    1/24      Godkjenning av innkalling          Odd Fjære\n"
        "09.10-         2/24      Rydding av strender                Siv Tang,\n"
        "09.30                    - Status etter stormen             Havna IKS\n"
        "09.30-09.45              Pause\n"
        "09.45-10.30    3/24      Båtplasser                         Liv Skjær\n"
    )
    assert celler(tabell) == [
        ("Kl.", "Saksnr.", "Sak", "Ansvarlig"),
        ("09.00-09.10", "1/24", "Godkjenning av innkalling", "Odd Fjære"),
        ("09.10-\n09.30", "2/24", "Rydding av strender\n- Status etter stormen", "Siv Tang,\nHavna IKS"),
        ("09.30-09.45", "", "Pause", ""),
        ("09.45-10.30", "3/24", "Båtplasser", "Liv Skjær"),
    ]


def test_tabs_keep_empty_cells_and_long_cells() -> None:
    tabell = (
        "Kl\tTema\tInnleder\n"
        "09.00\tÅpning\tOdd Fjære\n"
        "09.10\tTang\n• Status\n• Plan\tSiv Tang\n"
        "10.00\tPause\t\n"
    )
    assert celler(tabell) == [
        ("Kl", "Tema", "Innleder"),
        ("09.00", "Åpning", "Odd Fjære"),
        ("09.10", "Tang\n• Status\n• Plan", "Siv Tang"),
        ("10.00", "Pause", ""),
    ]


def test_text_below_a_tabbed_table_is_text() -> None:
    last = les("Kl\tTema\tInnleder\n09.00\tÅpning\tOdd\n10.00\tSlutt\tAlle\n\nVel møtt!")[-1]
    assert (last.kind, last.cells) == (RowKind.TEXT, ("Vel møtt!",))


def test_upright_bars_with_and_without_rules_between_the_rows() -> None:
    enkel = "| Sak | Tittel |\n|-----|--------|\n| 1/24 | Tang |\n| 2/24 | Tare |"
    med_linjer = (
        "+----+-----+\n| 1/24 | Tang |\n|  | og tare |\n+----+-----+\n| 2/24 | Sand |\n+----+-----+\n"
    )
    assert celler(enkel) == [("Sak", "Tittel"), ("1/24", "Tang"), ("2/24", "Tare")]
    assert celler(med_linjer) == [("1/24", "Tang\nog tare"), ("2/24", "Sand")]


def test_labels_in_columns_are_lines_and_so_are_titles_with_page_numbers() -> None:
    assert [row.cells[0] for row in les("Utvalg:\tNemnda\nSted:\tNaustet\nDato:\t17.04.2024")] == [
        "Utvalg: Nemnda",
        "Sted: Naustet",
        "Dato: 17.04.2024",
    ]
    titler = les("Sak 1/24 Tang\t2\nSak 2/24 Tare\t4\nSak 3/24 Sand\t4")
    assert titler[1].cells == ("Sak 2/24 Tare ..... 4",)


def test_lines_that_are_only_links_are_not_part_of_the_paper() -> None:
    text = "Referat\nhttps://eksempel.no/a\nmailto:ola@eksempel.no https://eksempel.no/b\nSe https://eksempel.no/c"
    assert [row.text for row in les(text)] == ["Referat", "Se https://eksempel.no/c"]


def test_form_feed_begins_a_page_and_its_running_header_goes() -> None:
    sider = "\f".join(f"Strandnemnda\nSak {n}/24 Tang\nTekst {n}\nSide {n} av 3\n" for n in (1, 2, 3))
    lest = les(sider)
    assert [row.text for row in lest if row.kind is RowKind.TEXT][:2] == ["Sak 1/24 Tang", "Tekst 1"]
    assert [row.page for row in lest if row.kind is RowKind.PAGE_BREAK] == [2, 3]


def test_a_title_over_most_papers_is_no_running_header() -> None:
    sider = "\f".join(["INNKALLING\nSak 1/24", *(f"SAKSFREMLEGG\nSak {n}/24" for n in (1, 2, 3))])
    assert [row.text for row in les(sider)].count("SAKSFREMLEGG") == 3


def test_footers_that_count_pages_tell_where_the_pages_end() -> None:
    lest = les("Tang\nInnkalling Nemnda   Side 1 av 2\nTare\nInnkalling Nemnda   Side 2 av 2\n")
    assert [(row.kind.value, row.text) for row in lest] == [
        ("text", "Tang"),
        ("page_break", ""),
        ("text", "Tare"),
    ]


def test_wrapped_lines_carry_on_and_new_sentences_with_room_above_do_not() -> None:
    lest = les(
        "Nemnda ba om at strendene i Sandvika, Tangvika og på\n"
        "Holmen ryddes før sommeren, og at båtfolket får vite\n"
        "om det i god tid.\n"
        "Siv følger opp.\n"
        "Saksansvarlig: Odd\n"
    )
    assert [row.continues for row in lest] == [False, True, True, False, False]


def test_hyphens_at_line_ends_are_left_alone() -> None:
    assert [row.cells[0] for row in les("13.00-\n13.10\nLill-\nMerete")] == [
        "13.00-",
        "13.10",
        "Lill-",
        "Merete",
    ]


def test_an_empty_line_after_every_line_is_no_gap_but_two_are() -> None:
    lest = les("Til stede\n\nOdd Fjære\n\nSiv Tang\n\nLiv Skjær\n\n\nForfall\n\nIngen\n\n")
    assert [row.text for row in lest if row.blank_before] == ["Forfall"]


def test_levels_follow_the_indent_or_else_the_kind_of_marker() -> None:
    innrykk = les("- en\n   - to\n   - tre\n- fire")
    uten = les("a. en\n- to\n- tre\nb. fire")
    assert [row.indent for row in innrykk] == [0, 1, 1, 0]
    assert [row.indent for row in uten] == [0, 1, 1, 0]
