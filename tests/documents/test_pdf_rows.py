"""PDF to rows, on papers set with typst: the same table with and without grid lines, over pages."""

from pathlib import Path

import pytest
import typst

from bot.documents.pdf import rows
from bot.documents.rows import Row, RowKind

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
AGENDA = """
[*Kl.*], [*Saksnr.*], [*Sak*], [*Ansvarlig*], [*Tid*],
[13.00-\\ 13.10], [09/24], [Godkjenning av innkalling og saksliste], [Odd Fjære], [10],
[13.10-\\ 13.30], [10/24], [Strandrydding \\ • Status], [Siv Tang, \\ Havna IKS], [20],
[13.30-\\ 14.20], [11/24], [Plan for fellesskapets båtplasser; hva ligger i planen, og hvem har ansvar? \\
  • Presentasjon, med påfølgende drøfting], [Liv Skjær \\ Odd Fjære], [50],
[14.20 \\ 14.30], [], [Pause], [], [10],
[14.30-\\ 15.00], [12/24], [Eventuelt], [Odd Fjære], [30],
[], [], [Hvordan har møtet vært? \\ Avslutning av møtet], [], [],
"""
RADER = [
    ("Kl.", "Saksnr.", "Sak", "Ansvarlig", "Tid"),
    ("13.00- 13.10", "09/24", "Godkjenning av innkalling og saksliste", "Odd Fjære", "10"),
    ("13.10- 13.30", "10/24", "Strandrydding • Status", "Siv Tang, Havna IKS", "20"),
    (
        "13.30- 14.20",
        "11/24",
        "Plan for fellesskapets båtplasser; hva ligger i planen, og hvem har ansvar?"
        " • Presentasjon, med påfølgende drøfting",
        "Liv Skjær Odd Fjære",
        "50",
    ),
    ("14.20 14.30", "", "Pause", "", "10"),
    ("14.30- 15.00", "12/24", "Eventuelt", "Odd Fjære", "30"),
    ("", "", "Hvordan har møtet vært? Avslutning av møtet", "", ""),
]


def les(markup: str) -> list[Row]:
    start = '#set text(lang: "nb", size: 11pt, hyphenate: false)\n#set page(margin: 2.2cm)\n'
    return rows(typst.compile((start + markup).encode(), ignore_system_fonts=True))


def celler(lest: list[Row]) -> list[tuple[str, ...]]:
    """The cells with their lines on one line, as the width of a column decides where they break."""
    return [tuple(" ".join(c.split()) for c in row.cells) for row in lest if row.kind is RowKind.TABLE]


def tabell(innhold: str, stroke: str, kolonner: str = "(1.6cm, 1.7cm, 1fr, 3.2cm, 1.2cm)") -> str:
    return f"#table(columns: {kolonner}, stroke: {stroke},\n{innhold})"


@pytest.mark.parametrize(
    "stroke",
    [
        "0.5pt",
        "none",
        "(x, y) => (bottom: 0.5pt)",
        "(x, y) => if y == 0 { (bottom: 0.5pt) }",
        "(x, y) => (left: 0.5pt, right: 0.5pt)",
    ],
    ids=["grid", "none", "horizontal", "header", "vertical"],
)
def test_the_same_table_however_it_is_drawn(stroke: str) -> None:
    assert celler(les(f"= Saksliste\n{tabell(AGENDA, stroke)}")) == RADER


@pytest.mark.parametrize("stroke", ["0.5pt", "none"])
@pytest.mark.parametrize("before", [19, 20, 21, 22])
def test_a_table_over_two_pages_is_one_table(stroke: str, before: int) -> None:
    header, _, body = AGENDA.strip().partition("\n")
    markup = f"#v({before}cm)\n{tabell(f'table.header({header})' + ',' + body, stroke)}"
    lest = les(markup)
    assert celler(lest) == RADER
    assert {row.table for row in lest if row.kind is RowKind.TABLE} == {1}
    assert max(row.page for row in lest) == 2


def test_cells_keep_their_lines_and_their_hyphens() -> None:
    row = les(tabell(AGENDA, "0.5pt"))[2]
    assert row.cells == ("13.10-\n13.30", "10/24", "Strandrydding\n• Status", "Siv Tang,\nHavna IKS", "20")


def test_rows_whose_numbers_stand_in_the_middle_of_them() -> None:
    markup = (
        "#set table(align: horizon)\n#table(columns: (2cm, 6cm, 3cm), stroke: none, row-gutter: 8pt,\n"
        "[1/24], [Et langt navn på en sak som går over to linjer], [Odd],\n"
        "[2/24], [Enda et langt navn på en sak som går over to linjer], [Siv],\n"
        "[3/24], [Kort], [Liv])"
    )
    assert [row[0] for row in celler(les(markup))] == ["1/24", "2/24", "3/24"]
    assert celler(les(markup))[0][1] == "Et langt navn på en sak som går over to linjer"


@pytest.mark.parametrize("stroke", ["0.5pt", "none"])
@pytest.mark.parametrize("width", ["1.0cm", "0.9cm"])
def test_a_number_that_sticks_out_into_the_next_column(stroke: str, width: str) -> None:
    markup = (
        f"#set text(size: 10pt)\n#table(columns: ({width}, 1.3cm, 5cm), inset: 3pt, stroke: {stroke},\n"
        "[*Nr*], [*Kl*], [*Sak*], [12/2025], [09.00–09.30], [Godkjenning],\n"
        "[13/2025], [09.30–10.15], [Tang], [], [10.15–10.30], [Pause],\n"
        "[14/2025], [10.30–11.00], [Eventuelt])"
    )
    assert celler(les(markup)) == [
        ("Nr", "Kl", "Sak"),
        ("12/2025", "09.00– 09.30", "Godkjenning"),
        ("13/2025", "09.30– 10.15", "Tang"),
        ("", "10.15– 10.30", "Pause"),
        ("14/2025", "10.30– 11.00", "Eventuelt"),
    ]


def test_a_table_of_names_without_numbers() -> None:
    markup = "#table(columns: 3, stroke: none, [*Navn*], [*Rolle*], [*Fra*], [Odd Fjære], [leder], [Havna],"
    markup += "[Siv Tang], [medlem], [Holmen], [Liv Skjær], [vara], [Sandvika])"
    assert celler(les(markup)) == [
        ("Navn", "Rolle", "Fra"),
        ("Odd Fjære", "leder", "Havna"),
        ("Siv Tang", "medlem", "Holmen"),
        ("Liv Skjær", "vara", "Sandvika"),
    ]


def test_two_tables_with_a_line_between_are_two() -> None:
    en = tabell(
        "[*Navn*], [*Rolle*], [*Fra*], [Odd], [leder], [Havna], [Siv], [medlem], [Holmen]", "none", "3"
    )
    lest = les(f"Møtte:\n{en}\nMøtte ikke:\n{en}")
    assert [row.text for row in lest if row.kind is RowKind.TEXT] == ["Møtte:", "Møtte ikke:"]
    assert [row.table for row in lest if row.kind is RowKind.TABLE] == [1, 1, 1, 2, 2, 2]


def test_labels_in_columns_are_lines_of_text() -> None:
    markup = (
        "#table(columns: (4cm, 8cm), stroke: none, inset: 2pt, [Utvalg:], [Strandnemnda], [Sted:],"
        "[Naustet ved Tangvika], [Til stede:], [Odd Fjære (Havna), Siv Tang (Holmen), Liv Skjær (Sand)])"
    )
    lest = les(markup)
    assert [row.text for row in lest[:2]] == ["Utvalg: Strandnemnda", "Sted: Naustet ved Tangvika"]
    assert lest[2].text.startswith("Til stede: Odd Fjære")
    assert lest[3].continues


def test_a_frame_around_text_is_no_table() -> None:
    lest = les("#rect(width: 100%)[Saken gjelder strender. \\ Fristen er 1. juni.]")
    assert [row.kind for row in lest] == [RowKind.TEXT, RowKind.TEXT]


PROSA = (
    "Nemnda gikk gjennom ryddingen av strendene i Sandvika og Tangvika. Det ble samlet inn åtte tonn, "
    "mest tau og plast fra oppdrettsanleggene. Båtforeningen stilte med to båter, og skolene deltok. "
    "Neste år bør innsatsen begynne før fuglene hekker, og kommunen må sette av penger til containere. "
)


def test_justified_prose_is_no_table() -> None:
    lest = les(f"#set par(justify: true)\n#block(width: 7cm)[{PROSA * 2}]")
    assert {row.kind for row in lest} == {RowKind.TEXT}
    assert [row.continues for row in lest] == [False, *[True] * (len(lest) - 1)]


def test_headings_lists_and_levels() -> None:
    lest = les(
        '#text(size: 14pt, weight: "bold")[SAKSFREMLEGG]\n\n*Utvalg:* Strandnemnda\n\n'
        "*Forslag til vedtak*\n+ Nemnda tar saken til orientering.\n+ Nemnda gir følgende innspill:\n"
        "  - Første\n  - Andre\n+ Saken utsettes.\n\nDette er vanlig tekst."
    )
    assert [(row.text, row.marker, row.indent) for row in lest if row.marker] == [
        ("Nemnda tar saken til orientering.", "1.", 0),
        ("Nemnda gir følgende innspill:", "2.", 0),
        ("Første", "•", 1),
        ("Andre", "•", 1),
        ("Saken utsettes.", "3.", 0),
    ]
    assert [row.text for row in lest if row.heading] == ["SAKSFREMLEGG", "Forslag til vedtak"]
    assert lest[-1].indent == 0


def test_running_headers_and_page_numbers_go_and_titles_stay() -> None:
    lest = les(
        "#set page(header: [Strandnemnda], footer: context [Side #counter(page).get().first() av 3])\n"
        "= INNKALLING\nSak 1/24\n#pagebreak()\n= SAKSFREMLEGG\nSak nr.: 2/24\n#pagebreak()\n"
        "= SAKSFREMLEGG\nSak nr.: 3/24"
    )
    assert [row.text for row in lest if row.kind is RowKind.TEXT] == [
        "INNKALLING", "Sak 1/24", "SAKSFREMLEGG", "Sak nr.: 2/24", "SAKSFREMLEGG", "Sak nr.: 3/24",
    ]  # fmt: skip
    assert [row.page for row in lest if row.kind is RowKind.PAGE_BREAK] == [2, 3]


def test_wrapped_lines_and_gaps() -> None:
    lest = les(f"#block(width: 9cm)[{PROSA}]\n\nOdd følger opp.")
    assert [row.continues for row in lest] == [False, *[True] * (len(lest) - 2), False]
    assert [row.text for row in lest if row.blank_before] == ["Odd følger opp."]


def test_titles_with_dots_and_page_numbers_are_lines_of_their_own() -> None:
    lest = les("Sak 1/24 Tang #box(width: 1fr, repeat[.]) 2\\ Sak 2/24 Tare #box(width: 1fr, repeat[.]) 4")
    assert [row.continues for row in lest] == [False, False]
    assert lest[0].text.startswith("Sak 1/24 Tang ....")
    assert lest[0].text.endswith(". 2")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not here")
def test_both_seed_pdfs_give_the_same_thirteen_rows() -> None:
    grid, bare = (rows(path.read_bytes()) for path in sorted(SEEDS.glob("innkalling*.pdf"), reverse=True))
    assert len(celler(grid)) == 13
    assert celler(grid) == celler(bare)
    assert [row.text for row in grid] == [row.text for row in bare]
