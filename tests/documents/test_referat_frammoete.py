"""Those present and absent, in the many ways committees write them. All names are invented."""

import pytest

from bot.documents import frammoete, frammoete_tabell
from bot.documents.rows import Row, RowKind
from bot.domain.referat import Deltaker


def people(*lines: str) -> list[tuple[object, ...]]:
    return [short(person) for person in frammoete.read(lines).deltakere]


def short(person: Deltaker) -> tuple[object, ...]:
    """Name, affiliations, then what else is said, without what is not."""
    vara = ("vara", person.vara_for) if person.vara_for else ("vara",) if person.vara else ()
    return (person.navn, *person.tilknytning, *([f"rolle={person.rolle}"] if person.rolle else []), *vara)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Siri Li (Nes kommune), Per Moe (HNT, KK)",
            [("Siri Li", "Nes kommune"), ("Per Moe", "HNT", "KK")],
        ),
        (
            "Siri Li (Nes, Vik, Lund),  , Per Moe (KPR)",
            [("Siri Li", "Nes", "Vik", "Lund"), ("Per Moe", "KPR")],
        ),
        ("Siri Li (HNT, KK) Per Moe (Indre Dal)", [("Siri Li", "HNT", "KK"), ("Per Moe", "Indre Dal")]),
        ("Siri Li (HNT) er Moe Vik (KPR)", [("Siri Li", "HNT"), ("er Moe Vik", "KPR")]),
        ("Siri Li (vara HNT)", [("Siri Li", "vara", "HNT")]),
        ("Siri Li (for Per Moe, Nes kommune)", [("Siri Li", "Nes kommune", "vara", "Per Moe")]),
        ("Siri Li (varamedlem for Per Moe)", [("Siri Li", "vara", "Per Moe")]),
        ("vara Siri Li (Nes kommune), Per Moe", [("Siri Li", "Nes kommune", "vara"), ("Per Moe",)]),
        ("Siri Li møtte for Per Moe", [("Siri Li", "vara", "Per Moe")]),
        (
            "Siri Li pva Per Moe, Direktoratet for havet",
            [("Siri Li", "Direktoratet for havet", "vara", "Per Moe")],
        ),
        ("Siri Li (vara)", [("Siri Li", "vara")]),
        ("Siri Li, Nes kommune (vara ikke meldt)", [("Siri Li", "Nes kommune")]),
        ("Siri Li (Brukerrepresentant HNT)", [("Siri Li", "HNT", "rolle=brukerrepresentant")]),
        (
            "Siri Li (sekretariat helsefellesskapet, HNT)",
            [("Siri Li", "helsefellesskapet", "HNT", "rolle=sekretariat")],
        ),
        (
            "Siri Li (leder), Per Moe (nestleder)",
            [("Siri Li", "rolle=leder"), ("Per Moe", "rolle=nestleder")],
        ),
        ("rådgiver Siri Li (referent)", [("Siri Li", "rolle=rådgiver, referent")]),
        ("Ordfører Siri Li, Nes kommune", [("Siri Li", "Nes kommune", "rolle=ordfører")]),
        ("Siri Li, kommuneoverlege i Nes", [("Siri Li", "Nes", "rolle=kommuneoverlege")]),
        ("Siri Li – Nes kommune", [("Siri Li", "Nes kommune")]),
        ("Nes kommune v/ Siri Li", [("Siri Li", "Nes kommune")]),
        ("Siri Li, Per Moe og Ola Vik", [("Siri Li",), ("Per Moe",), ("Ola Vik",)]),
        ("Siri, Per, Ola og Anne", [("Siri",), ("Per",), ("Ola",), ("Anne",)]),
        (
            "Siri Li, Nes kommune; Per Moe, leder, Vik kommune",
            [("Siri Li", "Nes kommune"), ("Per Moe", "Vik kommune", "rolle=leder")],
        ),
        ("Anne-Lise Bø Dahl (Helse og mestring)", [("Anne-Lise Bø Dahl", "Helse og mestring")]),
        ("Ingen", []),
        ("-", []),
        ("12 av 15", []),
    ],
)
def test_en_linje_gir_disse_personene(line: str, expected: list[tuple[str, ...]]) -> None:
    assert people(line) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Siri Li, leder", "Per Moe, Nes kommune", "Ola Vik, Indre Dal"],
            [("Siri Li", "rolle=leder"), ("Per Moe", "Nes kommune"), ("Ola Vik", "Indre Dal")],
        ),
        (
            ["Fra kommunene: Siri Li (Nes), Per Moe", "Observatører: Ola Vik"],
            [("Siri Li", "Nes"), ("Per Moe", "kommunene"), ("Ola Vik", "rolle=observatør")],
        ),
        (
            ["Medlemmer: Siri Li (Nes)", "Varamedlemmer: Per Moe (Vik) Sekretariat: Ola Dal"],
            [("Siri Li", "Nes"), ("Per Moe", "Vik", "vara"), ("Ola Dal", "rolle=sekretariat")],
        ),
        (
            ["Frå helseføretaket", "Siri Li, fagdirektør"],
            [("Siri Li", "helseføretaket", "rolle=fagdirektør")],
        ),
        (
            ["Navn", "Virksomhet", "Siri Li", "Nes kommune", "Per Moe", "Brukerrepresentant"],
            [("Siri Li", "Nes kommune"), ("Per Moe", "rolle=brukerrepresentant")],
        ),
        (["Siri Li Leiar Pensjonistlaget"], [("Siri Li", "Pensjonistlaget", "rolle=leiar")]),
    ],
)
def test_grupper_og_lister_nedover(lines: list[str], expected: list[tuple[str, ...]]) -> None:
    assert people(*lines) == expected


def test_deler_av_moetet_er_en_linje_for_seg_og_ikke_en_tilknytning() -> None:
    lest = frammoete.read(["Siri Li (Helse Fjell HF) (forlot møtet etter sak 34/09), Per Moe (fra kl. 11)"])
    assert [short(p) for p in lest.deltakere] == [("Siri Li", "Helse Fjell HF"), ("Per Moe",)]
    assert lest.rest == ["Siri Li: forlot møtet etter sak 34/09", "Per Moe: fra kl. 11"]


def test_grunnen_til_forfallet_blir_ikke_med() -> None:
    lest = frammoete.read(["Siri Li (syk), Per Moe (permisjon)"])
    assert [short(p) for p in lest.deltakere] == [("Siri Li",), ("Per Moe",)]
    assert lest.rest == []


def test_en_setning_er_ingen_person() -> None:
    lest = frammoete.read(["Møtet var vedtaksført."])
    assert lest.deltakere == []
    assert lest.rest == ["Møtet var vedtaksført."]


def table(*rows: tuple[str, ...]) -> list[Row]:
    return [Row(cells, RowKind.TABLE, table=1) for cells in rows]


def test_tabell_med_funksjon_og_hvem_en_moeter_for() -> None:
    lest = frammoete_tabell.read_table(
        table(
            ("Navn", "Funksjon", "Representerer"),
            ("Siri Li", "Leder", "Nes kommune"),
            ("Per Moe", "Vara for Ola Vik", "Vik kommune"),
        )
    )
    assert [short(p) for p in lest.tilstede] == [
        ("Siri Li", "Nes kommune", "rolle=leder"),
        ("Per Moe", "Vik kommune", "vara", "Ola Vik"),
    ]


def test_kryss_for_til_stede_og_forfall() -> None:
    lest = frammoete_tabell.read_table(
        table(
            ("Navn", "Kommune", "Til stede", "Forfall"),
            ("Siri Li", "Nes", "X", ""),
            ("Per Moe", "Vik", "", "X"),
        )
    )
    assert [short(p) for p in lest.tilstede] == [("Siri Li", "Nes")]
    assert [short(p) for p in lest.forfall] == [("Per Moe", "Vik")]


def test_rad_med_bare_forfall_deler_tabellen() -> None:
    lest = frammoete_tabell.read_table(
        table(("Navn", "Virksomhet"), ("Siri Li", "Nes"), ("Forfall", ""), ("Per Moe", "Vik"))
    )
    assert [p.navn for p in lest.tilstede] == ["Siri Li"]
    assert [p.navn for p in lest.forfall] == ["Per Moe"]


def test_tabell_av_folk_kjennes_paa_overskrift_eller_navn() -> None:
    assert frammoete_tabell.is_attendance(table(("Navn", "Virksomhet"), ("Siri Li", "Nes")))
    assert frammoete_tabell.is_attendance(table(("Siri Li", "Nes"), ("Per Moe", "Vik")))
    assert not frammoete_tabell.is_attendance(table(("Sak", "Referat"), ("1/25", "Godkjent")))
