"""Who promised what, and by when. The meetings and the people are invented."""

from datetime import date

import pytest

from bot.documents import text
from bot.documents.oppfoelging_frist import find_frist, read_frist
from bot.documents.referat import read
from bot.domain.referat import Oppfoelging

MOETE = date(2025, 1, 30)
HODE = """Referat fra møte i Fagråd for rehabilitering

Dato: 30. januar 2025
Til stede: Siri Li (Nes kommune), Ole Martin Vik (HNT), Per Moe (KPR), Per Dal (USHT)
Forfall: Gro Lund (Vik kommune)

"""


def promises(sak: str) -> list[tuple[str | None, str, date | None]]:
    return [(o.ansvarlig, o.hva, o.frist) for o in whole(sak)]


def whole(sak: str) -> list[Oppfoelging]:
    referat = read(text.rows((HODE + sak + "\n").encode())).referat
    assert referat is not None
    return referat.oppfoelging


@pytest.mark.parametrize(
    ("sentence", "owner", "what"),
    [
        (
            "Siri sjekker dette med klinikken og gir svar.",
            "Siri Li",
            "Siri sjekker dette med klinikken og gir svar",
        ),
        ("Ole Martin purrer på de to.", "Ole Martin Vik", "Ole Martin purrer på de to"),
        ("Per lager et utkast.", "Per", "Per lager et utkast"),
        (
            "Siri og Ole Martin lager en plan.",
            "Siri Li og Ole Martin Vik",
            "Siri og Ole Martin lager en plan",
        ),
        ("Listen er gammel, og Siri sender en ny.", "Siri Li", "Siri sender en ny"),
        ("Gro kontakter kommunene.", "Gro Lund", "Gro kontakter kommunene"),
        (
            "Fagrådet må levere en oversikt til sommeren.",
            "Fagrådet",
            "Fagrådet må levere en oversikt til sommeren",
        ),
        (
            "Sekretariatet og lederne i utvalgene lager en felles plan.",
            "Sekretariatet og lederne i utvalgene",
            "Sekretariatet og lederne i utvalgene lager en felles plan",
        ),
        ("Møteleder kaller inn til nytt møte.", "Møteleder", "Møteleder kaller inn til nytt møte"),
        ("Siri tek det opp med fylket.", "Siri Li", "Siri tek det opp med fylket"),
        ("Det må avklares hvem som eier planen.", None, "Det må avklares hvem som eier planen"),
        ("Tilbud hentes inn (ansvarlig: Siri).", "Siri Li", "Tilbud hentes inn"),
    ],
)
def test_et_loefte(sentence: str, owner: str | None, what: str) -> None:
    assert promises(f"Sak 1/25 Plan\n{sentence}") == [(owner, what, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Siri åpnet møtet og fortalte om dagen.",
        "Siri orienterer om saken.",
        "Siri gir en god oversikt.",
        "Fagrådet tar saken til orientering.",
        "Ønskelig at styringsgruppa lager en plan.",
        "PSU skal til høsten velge ny leder.",
        "Direktoratet vil ta modellen inn i veilederen.",
        "Kommunene skal ha like rutiner.",
        "Arbeidsgruppen har hatt to møter.",
        "Saken tas opp igjen på neste møte.",
    ],
)
def test_ikke_noe_loefte(sentence: str) -> None:
    assert promises(f"Sak 1/25 Plan\n{sentence}") == []


@pytest.mark.parametrize(
    ("text", "frist"),
    [
        ("Siri sender listen innen 15.05.26", date(2026, 5, 15)),
        ("Siri sender listen senest fredag 14. mars", date(2025, 3, 14)),
        ("evalueringen blir gjort 11. februar", date(2025, 2, 11)),
        ("Siri lager saksfremlegg til 3. januar", date(2026, 1, 3)),
        ("Siri sender invitasjon til møtet 12. mars", None),
        ("Siri svarer på brev datert 03.12.24", None),
        ("Siri sender listen", None),
    ],
)
def test_frist_bare_der_datoen_er_loeftets_egen(text: str, frist: date | None) -> None:
    assert find_frist(text, MOETE) == frist


def test_frist_i_egen_rute() -> None:
    assert read_frist("01.10.2023", MOETE) == date(2023, 10, 1)
    assert read_frist("15/3", MOETE) == date(2025, 3, 15)
    assert read_frist("15/3", None) is None
    assert read_frist("neste møte", MOETE) is None


def test_ansvarlig_og_frist_paa_egne_linjer() -> None:
    sak = """Sak 1/25 Plan
Ole Martin viste tallene.
Per Moe sender tallene til alle.
Ansvarlig: Per Moe
Frist: 1. mars"""
    assert promises(sak) == [("Per Moe", "Per Moe sender tallene til alle", date(2025, 3, 1))]


def test_frist_som_ikke_er_en_dato_blir_staaende_i_teksten() -> None:
    sak = "Sak 1/25 Plan\n- Sende ut ny liste\nAnsvarlig: Siri Li\nFrist: neste møte"
    assert promises(sak) == [("Siri Li", "Sende ut ny liste (frist: neste møte)", None)]


def test_alt_under_oppfoelging_er_oppfoelginger() -> None:
    sak = """Sak 1/25 Plan
Vedtak: Godkjent.
Oppfølging:
- Siri: bestiller lokale
- Lage ny oversikt (Per Dal)
- Rydde i rutinene"""
    assert promises(sak) == [
        ("Siri Li", "bestiller lokale", None),
        ("Per Dal", "Lage ny oversikt", None),
        (None, "Rydde i rutinene", None),
    ]


def test_et_sitert_vedtak_lover_ingenting_men_setningen_etter_gjoer() -> None:
    sak = """Sak 3/25 Prosjektet
PSU ga oppgaven i møtet 3. oktober, med dette vedtaket:
1. PSU er enig i planen.
2. PSU ber styringsgruppa om å lage et budsjett. Styringsgruppa legger fram budsjettet 9. desember.
Budsjettet er forsinket, og framleggingen i PSU blir gjort 11. februar."""
    assert promises(sak) == [(None, "framleggingen i PSU blir gjort 11. februar", date(2025, 2, 11))]


def test_et_innspill_er_ingen_oppgave_for_en_gruppe() -> None:
    sak = """Sak 1/25 Plan
Andre innspill:
- Det må vurderes om vi skal ha et seminar.
- Arbeidsgruppene skal lage en liste.
- Siri sjekker dette."""
    assert promises(sak) == [("Siri Li", "Siri sjekker dette", None)]


def test_del_og_sak_foelger_med() -> None:
    sak = """Sak 4/25 Eventuelt
Ingen saker.

Felles møte med Fagråd for hjerte

Sak 4/25 Veien videre
Siri sender referatet."""
    assert whole(sak) == [
        Oppfoelging("4/25", "Siri sender referatet", "Siri Li", None, "Felles møte med Fagråd for hjerte")
    ]


AKSJONER = """Sak 1/25 Venteliste
Siri sender tallene til alle.

Sak 2/25 Rutine
Per Moe viste utkast.

Aksjonsliste
"""


def test_aksjonslisten_gjelder_hele_moetet_og_teller_ikke_dobbelt() -> None:
    punkter = """- Siri sender tallene til alle innen 15. februar (sak 1/25)
- 2/25 Ferdigstille rutinen, Per Moe, 01.03.2025"""
    assert whole(AKSJONER + punkter) == [
        Oppfoelging("1/25", "Siri sender tallene til alle innen 15. februar", "Siri Li", date(2025, 2, 15)),
        Oppfoelging("2/25", "Ferdigstille rutinen", "Per Moe", date(2025, 3, 1)),
    ]


def test_aksjonslisten_som_tabell() -> None:
    tabell = """| Sak  | Hva                    | Ansvarlig | Frist      | Status |
|------|------------------------|-----------|------------|--------|
| 1/25 | Sende tallene til alle | Siri Li   | 15.02.2025 | Ny     |
| 2/25 | Ferdigstille rutinen   | Per Moe   | neste møte | Ny     |"""
    assert whole(AKSJONER + tabell) == [
        Oppfoelging("1/25", "Sende tallene til alle", "Siri Li", date(2025, 2, 15)),
        Oppfoelging("2/25", "Ferdigstille rutinen (frist: neste møte)", "Per Moe"),
    ]
