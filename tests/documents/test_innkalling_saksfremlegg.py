"""One saksfremlegg: heading, proposals, vedlegg, sections."""

from datetime import date

import pytest

from tests.documents.lesing import HODE, innkallingen, saken

HODET = """Sak: 2/24  Legevakt
_______________________
Utvalg: Fagråd for rehabilitering.
Dato: 17.04.2024.
Saksansvarlig: Kari Li/Per Moe
Saksbehandler: Ola Dahl, Siri Lie og Anne Vik
"""


def forslag(tekst):
    return [
        (f.nr, f.tekst, [(u.bokstav, u.tekst) for u in f.underpunkter], f.aapent_for_innspill)
        for f in saken(f"{HODET}\n{tekst}").forslag_til_vedtak
    ]


def seksjoner(tekst):
    return [(s.overskrift, s.tekst) for s in saken(f"{HODET}\n{tekst}").seksjoner]


def test_the_labels():
    lest = saken(HODET)
    assert (lest.saksnr, lest.tittel) == ("2/24", "Legevakt")
    assert (lest.utvalg, lest.dato) == ("Fagråd for rehabilitering", date(2024, 4, 17))
    assert lest.saksansvarlig == ["Kari Li", "Per Moe"]
    assert lest.saksbehandler == ["Ola Dahl", "Siri Lie", "Anne Vik"]


def test_number_and_title_as_labels():
    lest = saken("Sak nr.: 2/24\nSakstittel: Legevakt\nMøtedato: 17.04.24\n\nInnstilling\n1. Godkjennes.\n")
    assert (lest.saksnr, lest.tittel, lest.dato) == ("2/24", "Legevakt", date(2024, 4, 17))


@pytest.mark.parametrize(
    "overskrift",
    ["Forslag til vedtak", "Framlegg til vedtak:", "Innstilling", "Tilråding:", "RÅDMANNENS INNSTILLING:"],
)
def test_proposals_by_any_heading(overskrift):
    assert forslag(f"{overskrift}\n1. Saken tas til orientering.\n2. Planen vedtas.\n") == [
        (1, "Saken tas til orientering.", [], False),
        (2, "Planen vedtas.", [], False),
    ]


def test_a_proposal_without_a_number_behind_its_heading():
    assert forslag("Forslag til vedtak: Saken tas til orientering.\n") == [
        (None, "Saken tas til orientering.", [], False)
    ]


def test_letters_belong_to_their_number():
    assert forslag(
        "Forslag til vedtak\n1. Fagrådet vedtar:\n   a) To leger på vakt.\n   b) Bakvakt hjemme.\n"
        "2. Planen vedtas.\n"
    ) == [
        (1, "Fagrådet vedtar:", [("a", "To leger på vakt."), ("b", "Bakvakt hjemme.")], False),
        (2, "Planen vedtas.", [], False),
    ]


@pytest.mark.parametrize("plass", ["   o\n", "   •\n", ""])
def test_an_open_place_for_what_the_meeting_says(plass):
    assert forslag(f"Forslag til vedtak\n1. Planen vedtas, med følgende innspill:\n{plass}2. Takk.\n") == [
        (1, "Planen vedtas, med følgende innspill:", [], True),
        (2, "Takk.", [], False),
    ]


def test_a_proposal_may_be_several_paragraphs():
    assert forslag(
        "Forslag til vedtak\n\n1. Planen vedtas.\n\nFagrådet gir disse innspillene:\n\no\n\n"
        "2. Saken er ferdig.\n"
    ) == [
        (1, "Planen vedtas.\nFagrådet gir disse innspillene:", [], True),
        (2, "Saken er ferdig.", [], False),
    ]


def test_text_behind_the_last_proposal_stands_by_itself():
    tekst = "Forslag til vedtak\n\n1. Saken tas til orientering.\n\nDet gis en orientering om legevakten.\n"
    assert forslag(tekst) == [(1, "Saken tas til orientering.", [], False)]
    assert seksjoner(tekst) == [("", "Det gis en orientering om legevakten.")]


def test_every_section_keeps_its_heading_and_text():
    assert seksjoner(
        "Forslag til vedtak\n1. Saken tas til orientering.\n\n"
        "Bakgrunn og saksopplysninger\nLegevakten er fra 2010.\n\nDer er det to:\n- lege\n- sykepleier\n\n"
        "Vurdering:\nOrdningen er god.\n\n"
        "Saker til eventuelt\n"
    ) == [
        (
            "Bakgrunn og saksopplysninger",
            "Legevakten er fra 2010.\nDer er det to:\n• lege\n• sykepleier",
        ),
        ("Vurdering", "Ordningen er god."),
        ("Saker til eventuelt", ""),
    ]


def test_a_heading_that_no_list_of_headings_knows():
    assert seksjoner(
        "Bakgrunn\nLegevakten er fra 2010.\n\nTurnus i helgene\nDet er to på vakt hver helg, en hjemme.\n"
    ) == [
        ("Bakgrunn", "Legevakten er fra 2010."),
        ("Turnus i helgene", "Det er to på vakt hver helg, en hjemme."),
    ]


def test_a_word_that_ends_a_sentence_is_no_heading():
    ((_, tekst),) = seksjoner("Bakgrunn\nGruppa arbeider etter sitt eget\nmandat.\n")
    assert tekst.split() == ["Gruppa", "arbeider", "etter", "sitt", "eget", "mandat."]


def test_vedlegg_one_by_one():
    lest = saken(f"{HODET}\nVedlegg:\n1. Utkast til plan\n2. Talgrunnlag\n\nBakgrunn\nKort.\n")
    assert lest.vedlegg == ["Utkast til plan", "Talgrunnlag"]


def test_a_case_number_inside_the_text_begins_no_new_sak():
    lest = saken(
        f"{HODET}\nBakgrunn\nDet vises til sak\n1/24 med omtale av planen, og til sak 31/23 i styret.\n"
    )
    assert [s.overskrift for s in lest.seksjoner] == ["Bakgrunn"]


INNE = f"""{HODE}
Saker:

Sak 1/24 Godkjenning
Forslag til vedtak: Innkallingen godkjennes.

Sak 2/24 Legevakt
Saksbehandler: Kari Li
Bakgrunn: Legevakten er fra 2010.

Sak 3/24 Eventuelt
"""


def test_saker_with_their_papers_right_under_them_are_the_saksliste_too():
    lest = innkallingen(INNE)
    assert [(p.saksnr, p.tittel) for p in lest.agenda] == [
        ("1/24", "Godkjenning"),
        ("2/24", "Legevakt"),
        ("3/24", "Eventuelt"),
    ]
    assert [f.saksnr for f in lest.saksfremlegg] == ["1/24", "2/24"]
    assert lest.saksfremlegg[1].seksjoner[0].tekst == "Legevakten er fra 2010."


TITTEL_FOERST = f"""{HODE}
SAKSLISTE
Saksnr.\tArkivsaksnr.\tTittel
1/24\t24/234\tHØRING AV AREALPLAN
2/24\t24/301\tEVENTUELT

\fHØRING AV AREALPLAN

Saksbehandler: Kari Li    Arkiv: 033

Saksnr.: Utvalg Møtedato
1/24 Eldrerådet 17.04.2024

INNSTILLING:
Rådet støtter planen.

SAKSUTREDNING:
Planen ligger ute.
"""


def test_a_paper_that_opens_with_the_title_and_has_its_number_in_a_table():
    (lest,) = innkallingen(TITTEL_FOERST).saksfremlegg
    assert (lest.saksnr, lest.utvalg, lest.dato) == ("1/24", "Eldrerådet", date(2024, 4, 17))
    assert lest.saksbehandler == ["Kari Li"]
    assert [f.tekst for f in lest.forslag_til_vedtak] == ["Rådet støtter planen."]
    assert [(s.overskrift, s.tekst) for s in lest.seksjoner] == [("SAKSUTREDNING", "Planen ligger ute.")]


def test_a_paper_that_is_a_form():
    lest = saken(
        "Sak\t2/24 Legevakt\nSaksansvarlig\tKari Li\nBakgrunn\tLegevakten er fra 2010.\n"
        "Forslag til vedtak\tOrdningen føres videre.\nVedlegg\tRapport; Kart\n"
    )
    assert (lest.tittel, lest.saksansvarlig, lest.vedlegg) == ("Legevakt", ["Kari Li"], ["Rapport", "Kart"])
    assert [f.tekst for f in lest.forslag_til_vedtak] == ["Ordningen føres videre."]
    assert [(s.overskrift, s.tekst) for s in lest.seksjoner] == [("Bakgrunn", "Legevakten er fra 2010.")]


def test_a_list_behind_the_proposals_is_no_proposal():
    tekst = "Forslag til vedtak\n1. Tas til orientering.\n\nFølgende møter er planlagt:\n• Vik\n• Nes\n"
    assert forslag(tekst) == [(1, "Tas til orientering.", [], False)]
    assert seksjoner(tekst) == [("", "Følgende møter er planlagt:\n• Vik\n• Nes")]


def test_an_old_protokoll_between_the_saksliste_and_the_papers():
    lest = innkallingen(
        f"{HODE}\nSaksliste\nSak 1/24 Godkjenning\nSak 2/24 Legevakt\n"
        "\fPROTOKOLL FRA MØTET 01.02.2024\nSak 9/23 Budsjett. Vedtak: Godkjent.\n"
        "\fSak 2/24 Legevakt\nForslag til vedtak\nOrdningen føres videre.\n"
    )
    assert [p.saksnr for p in lest.agenda] == ["1/24", "2/24"]
    assert [f.saksnr for f in lest.saksfremlegg] == ["2/24"]


def test_last_meeting_s_protokoll_behind_the_papers_is_left_out():
    lest = innkallingen(
        f"{INNE}\fMØTEPROTOKOLL\nDato: 01.02.2024\n\nSak 9/23 Budsjett\nVedtak: Godkjent.\n"
    )
    assert [p.saksnr for p in lest.agenda] == ["1/24", "2/24", "3/24"]
