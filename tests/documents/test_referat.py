"""Whole referater: the heading, who came, what ended up nowhere, and the seed in three formats."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.documents import extract, text
from bot.documents.referat import read
from bot.domain.reading import Reading
from bot.domain.referat import Referat

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SEED = SEEDS / "referat-fagraad-2025-01-30.txt"


def parsed(paper: str) -> tuple[Referat, Reading]:
    reading = read(text.rows(paper.encode()))
    assert reading.referat is not None
    return reading.referat, reading


def test_moetebok_paa_nynorsk() -> None:
    referat, reading = parsed("""MØTEBOK
Utval: Samhandlingsrådet i Nordfjella
Møtestad: Heradshuset
Møtedato: 14.02.2023
Tid: 10.00 – 12.30
Møteleiar: Aslaug Bø
Skrivar: Tor Lid

Desse møtte: Aslaug Bø, Ingrid Hove, Sjur Dale (vara for Oddvar Li) og Marit Nes
Ikkje møtt: Oddvar Li

Sak 1/23 Godkjenning av innkalling
Vedtak: Samrøystes godkjend.

Sak 2/23 Ymse
Ingen saker.

Møtet slutt kl. 12.20
""")
    assert (referat.utvalg, referat.moetested) == ("Samhandlingsrådet i Nordfjella", "Heradshuset")
    assert (referat.dato, referat.start, referat.slutt) == (date(2023, 2, 14), time(10), time(12, 20))
    assert (referat.moeteleder, referat.referenter) == ("Aslaug Bø", ["Tor Lid"])
    assert [p.navn for p in referat.tilstede] == ["Aslaug Bø", "Ingrid Hove", "Sjur Dale", "Marit Nes"]
    assert [p.navn for p in referat.forfall] == ["Oddvar Li"]
    assert [s.konklusjon for s in referat.deler[0].saker] == [["Samrøystes godkjend."], []]
    assert reading.ikke_tolket == []


def test_e_post_paa_ti_linjer() -> None:
    referat, reading = parsed("""Hei alle

Kort referat fra møtet i fagrådet for hjerte tirsdag 4. mars 2025 kl 12-13 på Teams.
Til stede var Kari, Ola, Per og Anne. Forfall fra Lise.

1. Venteliste: Kari orienterte. Ola sender tall innen fredag 14. mars.
2. Eventuelt: Ingenting.

Neste møte 8. april kl 12.

Mvh
Kari
""")
    assert (referat.dato, referat.start, referat.slutt) == (date(2025, 3, 4), time(12), time(13))
    assert [p.navn for p in referat.tilstede] == ["Kari", "Ola", "Per", "Anne"]
    assert [p.navn for p in referat.forfall] == ["Lise"]
    assert [(o.ansvarlig, o.frist) for o in referat.oppfoelging] == [("Ola", date(2025, 3, 14))]
    assert [(h.dato, h.start) for h in referat.hendelser] == [(date(2025, 4, 8), time(12))]
    assert referat.deler[0].saker[-1].innledning == ["Ingenting."]
    assert reading.ikke_tolket == ["Kari"]


def test_grupper_under_forfall_som_moette_likevel() -> None:
    referat, _ = parsed("""PROTOKOLL
Møtedato: 20.06.2024

Medlemmer:
Ordfører Tove Hus, Lia kommune
Forfall:
Ordfører Liv Aune, Nes kommune
Varamedlem:
Varaordfører Geir Moe, Nes kommune
Sekretariat: Pia Holt

Sak 1/24 Godkjenning
Godkjent.
""")
    assert [(p.navn, p.vara) for p in referat.tilstede] == [
        ("Tove Hus", False),
        ("Geir Moe", True),
        ("Pia Holt", False),
    ]
    assert [p.navn for p in referat.forfall] == ["Liv Aune"]


def test_navn_brutt_over_to_linjer_og_parentes_brutt_over_to() -> None:
    referat, _ = parsed("""Referat

Tid: 28.08.2025

Til stede:
Medlemmer: Anna Lise Berg (Sørregionen), Liv Dahl-Ås (Nes, Vik, Lund), Ella
Strand (HNT, KMR),   Vera Lund (vara HNT), Mona Lie (Brukerrepresentant
HNT), Jo Sand (sekretariat), Lill-
Merete By (Midtre Dal) Sol Klev (Inn-Dal)
Møteleder: Ella Strand Referent: Jo Sand og Mona Lie

Sak 01/25 Tema: Godkjenning
Godkjent
""")
    names = [
        "Anna Lise Berg",
        "Liv Dahl-Ås",
        "Ella Strand",
        "Vera Lund",
        "Mona Lie",
        "Jo Sand",
        "Lill-Merete By",
        "Sol Klev",
    ]
    assert [p.navn for p in referat.tilstede] == names
    assert referat.tilstede[4].tilknytning == ["HNT"]
    assert (referat.moeteleder, referat.referenter) == ("Ella Strand", ["Jo Sand", "Mona Lie"])


def test_forfall_ingen_og_referenten_nederst() -> None:
    referat, reading = parsed("""Møtereferat

Dato: 12.05.2024 kl. 13.00
Deltakere: Siri Li (leder), Per Moe
Forfall: Ingen

Sak 1/24 Kurs
Kurset er fullt.

Per Moe
referent
""")
    assert referat.forfall == []
    assert referat.referenter == ["Per Moe"]
    assert referat.deler[0].saker[0].innledning == ["Kurset er fullt."]
    assert reading.ikke_tolket == []


def test_uten_utvalg_sies_det_og_teksten_gir_et_forslag() -> None:
    referat, reading = parsed("""Referat

Tid: 28.08.2025

Sak 1/25 Status
Usikkert om dette ligger under fagråd for rehabilitering. Fagråd for rehabilitering har plan.

Felles møte med Fagråd for hjerte

Sak 1/25 Velkommen
Fagråd for hjerte viste sin plan.
""")
    assert referat.utvalg is None
    assert reading.utvalg_forslag == "Fagråd for rehabilitering"
    assert "utvalg_mangler" in [m.kode for m in reading.merknader]


def test_alt_som_staar_der_havner_et_sted() -> None:
    _, reading = parsed("""Referat

Dato: 01.02.2025
Til stede: Siri Li, Per Moe (fra kl. 11)
Dette møtet ble tatt opp på bånd.

Sak 1/25 Status
Alt vel.
""")
    assert reading.ikke_tolket == ["Per Moe: fra kl. 11", "Dette møtet ble tatt opp på bånd."]


needs_seed = pytest.mark.skipif(not SEED.exists(), reason="the seeds are not here")


def seed(kind: str) -> Referat:
    referat = read(extract.rows(SEED.with_suffix(kind).read_bytes())).referat
    assert referat is not None
    return referat


@needs_seed
@pytest.mark.parametrize("kind", [".docx", ".pdf"])
def test_froeet_er_det_samme_i_tre_formater(kind: str) -> None:
    assert seed(kind) == seed(".txt")


@needs_seed
def test_froeet_har_alt_som_staar_der() -> None:
    paper = " ".join(SEED.read_text(encoding="utf-8").split())
    referat = seed(".txt")
    numbers = [
        (part.tittel is None, s.saksnr, s.saksnr_rettet) for part in referat.deler for s in part.saker
    ]
    assert numbers == [
        (True, "01/25", None), (True, "02/25", None), (True, "03/35", "03/25"), (True, "4/25", None),
        (False, "1/25", None), (False, "2/25", None), (False, "3/25", None), (False, "4/25", None),
    ]  # fmt: skip
    lists = paper[paper.index("Til stede:") : paper.index("Møteleder:")]
    assert len(referat.tilstede) + len(referat.forfall) == lists.count("(")
    leads = paper[paper.index("Møteleder:") : paper.index("Sak 01/25")]
    assert referat.moeteleder is not None
    assert referat.moeteleder in leads
    assert len(referat.referenter) == 2
    assert all(name in leads for name in referat.referenter)
    innledere = [s.innleder for part in referat.deler for s in part.saker if s.innleder]
    assert len(innledere) == paper.count(" v/ ")


@needs_seed
def test_froeets_oppfoelginger() -> None:
    """Who promises is taken from the paper: a first name there is a full name among those present."""
    paper = " ".join(SEED.read_text(encoding="utf-8").split())
    referat = seed(".txt")
    assert all(o.hva in paper for o in referat.oppfoelging)
    owners = [o.ansvarlig for o in referat.oppfoelging]
    assert [owner is None for owner in owners] == [True, False, False, False, True]
    (person,) = (p.navn for p in referat.tilstede if p.navn in owners)
    assert referat.oppfoelging[1].hva.startswith(f"{person.split()[0]} ")
    assert [owner and owner.split()[0] for owner in owners[2:4]] == ["Fagrådet", "Sekretariatet"]
    (frist,) = (o.frist for o in referat.oppfoelging if o.frist)
    assert f"{frist.day}. februar" in paper
    assert frist.year == 2025
    assert [o.del_tittel is None for o in referat.oppfoelging] == [True, True, True, False, False]


def test_etiketter_uten_kolon() -> None:
    referat, _ = parsed("""MØTEREFERAT
Dato 05.09.2023
Tid 14.00–15.30
Sted Teams
Møteleder Siri Li Referent Per Moe

Til stede: Siri Li, Per Moe

Sak 1/23 Fagdag
Bakgrunn Det er tre år siden sist.
Vedtak Fagdagen holdes i mars.
Ansvarlig Siri Li
""")
    assert (referat.dato, referat.start, referat.moetested) == (date(2023, 9, 5), time(14), "Teams")
    assert (referat.moeteleder, referat.referenter) == ("Siri Li", ["Per Moe"])
    (sak,) = referat.deler[0].saker
    assert (sak.innledning, sak.konklusjon) == (["Det er tre år siden sist."], ["Fagdagen holdes i mars."])
    assert [o.ansvarlig for o in referat.oppfoelging] == ["Siri Li"]


def test_naar_kryssene_har_mistet_kolonnene_gjettes_det_ikke() -> None:
    referat, reading = parsed("""Referat

Dato: 05.09.2023

Navn
Kommune
Til stede
Forfall

Siri Li
Nes
X

Per Moe
Vik
X

Sak 1/23 Fagdag
Fagdagen holdes i mars.
""")
    assert (referat.tilstede, referat.forfall) == ([], [])
    assert {"Siri Li", "Per Moe"} <= set(reading.ikke_tolket)


def test_titler_uten_nummer_og_neste_moete_under_egen_overskrift() -> None:
    referat, _ = parsed("""Referat

Dato: 14.03.2024
Deltakere: Siri Li, Per Moe

Bemanning i ferien
Kommunene melder om utfordringer.
- Siri lager vaktplan

Øvelse
Det planlegges en øvelse.

Neste møte
16. mai 2024 kl. 12.00
""")
    assert [s.tittel for s in referat.deler[0].saker] == ["Bemanning i ferien", "Øvelse"]
    assert [(h.dato, h.start) for h in referat.hendelser] == [(date(2024, 5, 16), time(12))]


def test_varaen_i_en_flat_tabell_kjennes_paa_den_som_er_borte() -> None:
    referat, _ = parsed("""Møteprotokoll
Dato: 06.02.2020

Følgende faste medlemmer møtte:
Navn Funksjon Representerer
Siri Li Leder AP

Følgende medlemmer hadde meldt forfall:
Navn Funksjon Representerer
Per Moe Medlem SV

Følgende varamedlemmer møtte:
Navn Møtte for Representerer
Ola Anton Vik Per Moe SV

PS 1/20 Godkjenning
Vedtak
Enstemmig vedtatt.
""")
    assert [(p.navn, p.tilknytning, p.vara_for) for p in referat.tilstede] == [
        ("Siri Li", ["AP"], None),
        ("Ola Anton Vik", ["SV"], "Per Moe"),
    ]
    assert [p.navn for p in referat.forfall] == ["Per Moe"]
    assert referat.deler[0].saker[0].konklusjon == ["Enstemmig vedtatt."]
