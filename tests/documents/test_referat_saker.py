"""Saker of a referat: where they begin, what is said, decided and pointed out in each."""

import pytest

from bot.documents import referat_sakhode, text
from bot.documents.referat import read
from bot.documents.rows import Row, RowKind
from bot.domain.referat import Referat, Referatsak

HODE = "Referat fra møte i Fagråd for rehabilitering\n\nDato: 30.01.2025\nTil stede: Siri Li, Per Moe\n\n"


def parsed(body: str) -> Referat:
    referat = read(text.rows((HODE + body + "\n").encode())).referat
    assert referat is not None
    return referat


def saker(body: str) -> list[Referatsak]:
    return [sak for part in parsed(body).deler for sak in part.saker]


def sak(body: str) -> Referatsak:
    (only,) = saker(body)
    return only


@pytest.mark.parametrize(
    ("line", "saksnr", "tittel", "innleder"),
    [
        ("Sak 01/25 Tema: Valg av leder", "01/25", "Valg av leder", None),
        (
            "Sak 3/25 Tema: Prosjektet «Hjem»  v/ Siri Li Fagdirektør i Helse Fjell.",
            "3/25",
            "Prosjektet «Hjem»",
            "Siri Li Fagdirektør i Helse Fjell",
        ),
        ("SAK 5/24 – Status (Siri Li)", "5/24", "Status", "Siri Li"),
        ("Sak 5/24 Status (forsterket)", "5/24", "Status (forsterket)", None),
        ("PS 1/19 Godkjenning", "PS 1/19", "Godkjenning", None),
        ("Styresak 12/24: Valg", "12/24", "Valg", None),
        ("Pkt. 3 Eventuelt", "3", "Eventuelt", None),
        ("Sak 23/11 og 24/11 Felles behandling", "23/11 og 24/11", "Felles behandling", None),
        ("07 – 2025 Godkjenning", "07 – 2025", "Godkjenning", None),
        ("21/25 Venteliste ....... 4", "21/25", "Venteliste", None),
    ],
)
def test_sakens_overskrift(line: str, saksnr: str, tittel: str, innleder: str | None) -> None:
    hode = referat_sakhode.read(line, 2025)
    assert hode is not None
    assert (hode.saksnr, hode.tittel, hode.innleder) == (saksnr, tittel, innleder)


@pytest.mark.parametrize(
    "line",
    [
        "sak 13/24 ble utsatt",
        "Sak 13/24 ble trukket",
        "Sak 04/25 i PSU",
        "22/4 møttes vi",
        "30.01.2025",
        "Saksnr.: 1/24 – 4/24",
    ],
)
def test_ikke_en_overskrift(line: str) -> None:
    assert referat_sakhode.read(line, 2025) is None


def test_tekst_konklusjon_og_punkter_hver_for_seg() -> None:
    lest = sak("""Sak 02/25 Tema: Fire nye ruter
Det vises til sak 31/24 fra møtet i november.

Konklusjon/oppfølging

Nattbuss – Prøves ut fra mai.

Andre innspill:
- Viktig med fremdrift.
- Sekretariatet bør være med.""")
    assert lest.innledning == ["Det vises til sak 31/24 fra møtet i november."]
    assert lest.konklusjon == ["Nattbuss – Prøves ut fra mai."]
    assert lest.punkter == ["Viktig med fremdrift.", "Sekretariatet bør være med."]


@pytest.mark.parametrize(
    ("body", "konklusjon"),
    [
        ("Vedtak: Godkjent.", ["Godkjent."]),
        ("VEDTAK\nTatt til orientering", ["Tatt til orientering"]),
        ("Samrøystes vedteke:\nLista er godkjend.", ["Lista er godkjend."]),
        ("Et enstemmig utvalg vedtok:\nPlanen vedtas.", ["Planen vedtas."]),
        ("Styret fattet følgende enstemmige vedtak\nPlanen vedtas.", ["Planen vedtas."]),
        (
            "Vedtak:\n1. Planen vedtas.\n2. Saken oversendes PSU.",
            ["1. Planen vedtas.", "2. Saken oversendes PSU."],
        ),
        ("Konklusjon:\n- Rådet anbefaler modell B.", ["Rådet anbefaler modell B."]),
        ("Det ble drøftet. Konklusjon: Saken utsettes.", ["Saken utsettes."]),
    ],
)
def test_det_som_ble_bestemt(body: str, konklusjon: list[str]) -> None:
    assert sak(f"Sak 1/25 Plan\n{body}").konklusjon == konklusjon


def test_forslag_og_votering_er_ikke_vedtaket() -> None:
    lest = sak("""Sak 2/25 Plan
Framlegg til vedtak:
Planen blir lagd ut.
Røysting: Framlegget vart vedteke med 3 mot 1 røyst.
Vedtak:
Planen blir lagd ut på høyring.""")
    assert lest.innledning == [
        "Framlegg til vedtak: Planen blir lagd ut.",
        "Røysting: Framlegget vart vedteke med 3 mot 1 røyst.",
    ]
    assert lest.konklusjon == ["Planen blir lagd ut på høyring."]


def test_et_annet_utvalgs_vedtak_er_sitert_og_beholder_numrene() -> None:
    lest = sak("""Sak 3/25 Prosjektet
PSU gjorde 22.01.2025 slikt vedtak:
1. Det opprettes to utvalg.
2. Utvalgene velger leder.
Siri Li viste planen.""")
    assert lest.konklusjon == []
    assert lest.innledning[1:] == [
        "1. Det opprettes to utvalg.",
        "2. Utvalgene velger leder.",
        "Siri Li viste planen.",
    ]


def test_tekst_mellom_to_kulepunkter_hoerer_til_det_foerste() -> None:
    lest = sak(
        "Sak 1/25 Plan\nInnspill:\n- Viktig at alle følger opp.\nGruppene har ansvaret.\n- Flere møter."
    )
    assert lest.punkter == ["Viktig at alle følger opp. Gruppene har ansvaret.", "Flere møter."]


@pytest.mark.parametrize(
    ("numre", "rettet"),
    [
        (["01/25", "02/25", "03/35", "4/25"], "03/25"),
        (["12/25", "31/25", "14/25"], "13/25"),
        (["01/25", "12/23", "02/25"], None),
        (["01/25", "02/25", "05/25"], None),
        (["07 – 2025", "08 – 2052", "09 – 2025"], "08 – 2025"),
    ],
)
def test_feilskrevet_saksnummer(numre: list[str], rettet: str | None) -> None:
    lest = saker("\n\n".join(f"Sak {nr} Tema: Sak nummer {i}\nTekst." for i, nr in enumerate(numre)))
    assert [s.saksnr for s in lest] == numre
    assert [s.saksnr_rettet for s in lest if s.saksnr_rettet] == ([rettet] if rettet else [])


def test_felles_moete_er_en_del_med_egen_nummerering() -> None:
    referat = parsed(
        "Sak 4/25 Eventuelt\nIntet.\n\nFelles møte med Fagråd for hjerte\n\nSak 1/25 Velkommen\nHei."
    )
    assert [(part.tittel, [s.saksnr for s in part.saker]) for part in referat.deler] == [
        (None, ["4/25"]),
        ("Felles møte med Fagråd for hjerte", ["1/25"]),
    ]


def test_sakslisten_foran_blir_ikke_saker_en_gang_til() -> None:
    lest = saker(
        """Saksliste:
Sak 1/25 Valg
Sak 2/25 Mandat

Sak 1/25 Valg
Siri velges.

Sak 2/25 Mandat
Utsatt."""
    )
    assert [(s.saksnr, s.innledning) for s in lest] == [("1/25", ["Siri velges."]), ("2/25", ["Utsatt."])]


def test_nummererte_punkter_uten_aar() -> None:
    lest = saker(
        "1. Godkjenning\n\nGodkjent.\n\n2. Kurs v/ Siri Li\n\n- Kurset er fullt\n\n3. Eventuelt\n\nIntet."
    )
    assert [(s.saksnr, s.tittel, s.innleder) for s in lest] == [
        ("1", "Godkjenning", None),
        ("2", "Kurs", "Siri Li"),
        ("3", "Eventuelt", None),
    ]


def test_en_e_post_med_tittel_og_tekst_paa_samme_linje() -> None:
    lest = saker("1. Venteliste: Siri orienterte. Per sender tall.\n2. Årsplan: Vi følger planen.")
    assert [(s.tittel, s.innledning) for s in lest] == [
        ("Venteliste", ["Siri orienterte. Per sender tall."]),
        ("Årsplan", ["Vi følger planen."]),
    ]


def test_tema_uten_nummer_og_eventuelt_uten_nummer() -> None:
    assert [(s.saksnr, s.tittel) for s in saker("Tema: Vakt\n- Ny plan\n\nTema: Kurs\n- Fullt")] == [
        (None, "Vakt"),
        (None, "Kurs"),
    ]
    assert [(s.saksnr, s.tittel) for s in saker("Sak 1/25 Plan\nGodkjent.\n\nYmse\nIngen ting.")] == [
        ("1/25", "Plan"),
        (None, "Ymse"),
    ]


def test_tittelen_paa_linjen_under_nummeret() -> None:
    lest = sak("Sak 1/25\nForberedelse av høstens møter\n\nListen ble gjennomgått.")
    assert (lest.tittel, lest.innledning) == ("Forberedelse av høstens møter", ["Listen ble gjennomgått."])


def test_saker_i_tabell_med_ansvarlig_og_frist() -> None:
    rows = text.rows(HODE.encode())
    cells = [
        ("Sak", "Referat", "Ansvarlig", "Frist"),
        (
            "21/25",
            "Venteliste for samtaler\nSiri la fram tall.\nSiri sender tallene til alle.",
            "Siri Li",
            "20.02.2025",
        ),
        ("22/25", "Eventuelt\nIngen saker.", "", ""),
    ]
    referat = read([*rows, *(Row(row, RowKind.TABLE, table=1) for row in cells)]).referat
    assert referat is not None
    (part,) = referat.deler
    assert [(s.saksnr, s.tittel) for s in part.saker] == [
        ("21/25", "Venteliste for samtaler"),
        ("22/25", "Eventuelt"),
    ]
    assert part.saker[0].innledning == ["Siri la fram tall.", "Siri sender tallene til alle."]
    (task,) = referat.oppfoelging
    assert (task.sak, task.ansvarlig, task.hva, str(task.frist)) == (
        "21/25",
        "Siri Li",
        "Siri sender tallene til alle",
        "2025-02-20",
    )
