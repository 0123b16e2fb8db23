"""Other dates that an innkalling speaks of."""

from datetime import date, time

import pytest

from bot.domain.innkalling import Hendelse, Hendelsesstatus, Hendelsestype
from tests.documents.lesing import HODE, innkallingen


def hendelser(tekst: str, overskrift: str = "Vurdering") -> list[Hendelse]:
    sak = f"SAKSFREMLEGG\n\nSak 1/24 Godkjenning\n\n{overskrift}\n{tekst}\n"
    return innkallingen(f"{HODE}\nSAKSLISTE\nSak 1/24 Godkjenning\n\n{sak}").hendelser


def test_a_meeting_of_another_body():
    (en,) = hendelser(
        "• Det er innkalt til møte i Politisk samarbeidsutvalg 20.06.24 kl. 13.00 – 15.00.",
        "Orienteringer:",
    )
    assert (en.type, en.dato, en.start, en.slutt) == (
        Hendelsestype.MOETE,
        date(2024, 6, 20),
        time(13),
        time(15),
    )
    assert (en.organ, en.status, en.saksnr) == (
        "Politisk samarbeidsutvalg",
        Hendelsesstatus.PLANLAGT,
        "1/24",
    )


def test_dialogmoeter_planned_postponed_and_not_fixed():
    liste = hendelser(
        "• Disse dialogmøtene er planlagt:\n"
        "o 12.06.24 kl. 09.00 – 11.00, Ytre Vik (Vika)\n"
        "o Møte med Østre Vik 18.05.24 er utsatt, ny dato kommer\n"
        "o Møte med Fjellbygdene er ikke fastsatt\n",
        "Orienteringer:",
    )
    assert [(h.status, h.dato, h.sted) for h in liste] == [
        (Hendelsesstatus.PLANLAGT, date(2024, 6, 12), "Ytre Vik (Vika)"),
        (Hendelsesstatus.UTSATT, date(2024, 5, 18), None),
        (Hendelsesstatus.IKKE_FASTSATT, None, None),
    ]
    assert {h.type for h in liste} == {Hendelsestype.DIALOGMOETE}
    assert "Fjellbygdene" in liste[2].hva


def test_dialogmoeter_in_a_table_and_one_called_off():
    liste = hendelser(
        "Disse dialogmøtene er planlagt:\n"
        "Dato\tTid\tSted\n12.09.24\tkl. 09.00–11.00\tNordre Vik\n19.09.24\tkl. 10.00–12.00\tSøndre Vik\n"
        "Dialogmøtet med Øyane 26.09.24 er avlyst.\n"
    )
    assert [(h.dato, h.sted) for h in liste] == [
        (date(2024, 9, 12), "Nordre Vik"),
        (date(2024, 9, 19), "Søndre Vik"),
    ]


def test_the_next_meeting_in_the_heading():
    (en,) = innkallingen(f"{HODE}Neste møte: 12. juni 2024 kl. 09–11\n\nSaker\nSak 1/24 Åpning\n").hendelser
    assert (en.type, en.dato, en.start, en.slutt) == (
        Hendelsestype.MOETE,
        date(2024, 6, 12),
        time(9),
        time(11),
    )


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("Saken sendes på høring, med høringsfrist 01.06.24.", date(2024, 6, 1)),
        ("Høringsfristen settes til 01.06.2024.", date(2024, 6, 1)),
        ("Kommunene bes svare før 1. juni 2024.", date(2024, 6, 1)),
        ("Det vises til brev av 12.03.2024 med svarfrist 30.04.2024.", date(2024, 4, 30)),
        ("Det anbefales at fristen for innspill settes til 3. mai.", date(2024, 5, 3)),
        ("Kommunene får svarfrist til 14.05.24 med å melde inn merknader.", date(2024, 5, 14)),
        ("Kommunane får høyringsfrist 1. juni 2024.", date(2024, 6, 1)),
    ],
)
def test_a_deadline_in_an_untreated_sak_is_only_proposed(tekst, dag):
    (en,) = hendelser(tekst)
    assert (en.type, en.dato, en.status) == (Hendelsestype.FRIST, dag, Hendelsesstatus.FORESLAATT)


def test_a_milestone_names_the_body_that_decides():
    (en,) = hendelser(
        "AU anbefaler en justering, herunder at ny struktur sluttbehandles i ASU 19.06.24. Deretter høring."
    )
    assert (en.type, en.dato, en.organ) == (Hendelsestype.MILEPAEL, date(2024, 6, 19), "ASU")
    assert en.hva == "ny struktur sluttbehandles i ASU 19.06.24"


@pytest.mark.parametrize(
    ("tekst", "organ"),
    [
        ("Rapporten legges frem for PSU 19. juni 2024.", "PSU"),
        ("Saken ble behandlet i PSU 12.03.2024, og kommer tilbake til ASU 19.06.2024.", "ASU"),
        ("Endeleg handsaming i ASU 19.06.2024.", "ASU"),
        ("Avtalen trer i kraft 19.06.2024.", None),
    ],
)
def test_milestones_in_other_words(tekst, organ):
    (en,) = hendelser(tekst)
    assert (en.type, en.dato, en.organ) == (Hendelsestype.MILEPAEL, date(2024, 6, 19), organ)


@pytest.mark.parametrize(
    "tekst",
    [
        "Neste møte i ASU er 19. juni 2024.",
        "ASU møtes neste gang 19. juni 2024.",
        "Neste ASU-møte: 19.06.24",
    ],
)
def test_the_next_meeting(tekst):
    (en,) = hendelser(tekst)
    assert (en.type, en.dato, en.status) == (
        Hendelsestype.MOETE,
        date(2024, 6, 19),
        Hendelsesstatus.PLANLAGT,
    )


def test_a_dialogmoete_that_is_moved_has_an_old_day_and_a_new_one():
    liste = hendelser("Dialogmøtet i Vik er flyttet fra 23.05.24 til 30.05.24.")
    assert [(h.dato, h.status) for h in liste] == [
        (date(2024, 5, 23), Hendelsesstatus.UTSATT),
        (date(2024, 5, 30), Hendelsesstatus.PLANLAGT),
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        "Planen ble presentert av statsråden 01.03.24.",
        "Fagrådet hadde møte 06.03.24 og 04.04.24.",
        "Det gis en presentasjon i ASU 17.04.24.",
        "Prosjektet settes i gang i september.",
        "Fristen for å svare var 01.02.24.",
        "Vedtatt av kommunestyret 18.06.2018 i sak 44/18.",
    ],
)
def test_what_has_been_is_no_hendelse(tekst):
    assert hendelser(tekst) == []


def test_a_deadline_of_the_meeting_itself_has_no_status():
    liste = "Saksliste\nSak 1/24 Godkjenning\nSak 2/24 Eventuelt\n"
    (en,) = innkallingen(f"{HODE}\n{liste}\nSaker til eventuelt sendes innen 10.04.2024.\n").hendelser
    assert (en.type, en.dato, en.status, en.saksnr) == (Hendelsestype.FRIST, date(2024, 4, 10), None, None)
