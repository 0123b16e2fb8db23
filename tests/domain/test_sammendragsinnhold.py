"""What a sammendrag tells of: what was dictated and stands, and nothing that is withheld."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain import bokgodkjenning, bokloep, bokrette, bokvedtak
from bot.domain.bokforeslaatt import foreslaa
from bot.domain.bokframmoete import forfall
from bot.domain.bokpunkt import nytt
from bot.domain.bokvedtak import forslag_til
from bot.domain.moetebok import Punktslag
from bot.domain.referat import Oppfoelging, Referat, Referatdel, Referatsak
from bot.domain.sammendragsinnhold import (
    Innhold,
    Linjeslag,
    av_boken,
    av_referat,
    nylig_unntatt,
)
from bot.domain.sammendragsutvalg import bare, for_gruppe, grupper, merke, noekler, uten
from tests.domain.bokbord import ANNE, ASU, KARI, RAAD, SIRI, Bok, moetet


@pytest.fixture
def bok() -> Bok:
    bok = Bok()
    saker = bok.stand.saker
    bok.gjoer(bokloep.aapne_sak, saker[1].key)
    bok.gjoer(nytt, Punktslag.KONKLUSJON, "Saken tas til orientering.")
    bok.gjoer(nytt, Punktslag.INNSPILL, "Det haster", hvem=[SIRI])
    bok.gjoer(nytt, Punktslag.ORIENTERING, "Om vakta")
    bok.gjoer(nytt, Punktslag.OPPFOELGING, "Skriver brevet", hvem=[SIRI], frist=date(2024, 6, 3))
    return bok


def innholdet(bok: Bok) -> Innhold:
    return av_boken(bok.stand, bok.moete)


def tekstene(innhold: Innhold) -> list[str]:
    return [x.tekst for x in innhold.linjer]


def test_vedtak_konklusjoner_and_oppgaver_are_told_of_and_nothing_else(bok):
    (sak,) = innholdet(bok).saker
    assert (sak.saksnr, [(x.slag, x.tekst) for x in sak.linjer]) == (
        "10/24",
        [
            (Linjeslag.KONKLUSJON, "Saken tas til orientering."),
            (Linjeslag.OPPGAVE, "Skriver brevet"),
        ],
    )
    assert (sak.linjer[1].hvem, sak.linjer[1].frist) == (("Siri Haug",), date(2024, 6, 3))


def test_what_is_proposed_struck_or_said_of_who_came_is_not(bok):
    bok.gjoer(foreslaa, "Vi bør si nei", av=KARI)
    bok.gjoer(forfall, [ANNE])
    bok.gjoer(nytt, Punktslag.KONKLUSJON, "Feil")
    bok.gjoer(bokrette.stryk, [5])
    assert tekstene(innholdet(bok)) == ["Saken tas til orientering.", "Skriver brevet"]


def test_the_keys_hold_through_edits(bok):
    foer = [x.key for x in innholdet(bok).linjer]
    bok.gjoer(bokrette.rett, 1, "Tas til etterretning.")
    assert [x.key for x in innholdet(bok).linjer] == foer


@pytest.mark.parametrize("hva", [{"nr": 1}, {"sak": True}])
def test_what_is_unntatt_is_not_there(bok, hva):
    foer = bok.stand
    hva = {"sak": foer.saker[1].key} if "sak" in hva else hva
    bok.gjoer(bokrette.unnta, "offl. § 13", **hva)
    assert "Saken tas til orientering." not in tekstene(innholdet(bok))
    assert nylig_unntatt(foer, bok.stand)
    assert not nylig_unntatt(bok.stand, foer)


def test_an_innspill_fills_the_vedtak_and_not_where_it_is_unntatt(bok):
    key = bok.stand.saker[2].key
    bok.gjoer(bokloep.aapne_sak, key)
    bok.gjoer(bokvedtak.vedta, forslag_til(bok.moete, bok.stand.sak(key)), nr=2)
    bok.gjoer(nytt, Punktslag.INNSPILL, "Kommunene må med")
    bok.gjoer(nytt, Punktslag.INNSPILL, "Om lønna til en ansatt")
    bok.gjoer(bokrette.unnta, "offl. § 23", nr=7)
    vedtak = next(x for x in innholdet(bok).linjer if x.slag is Linjeslag.VEDTAK)
    assert vedtak.innspill == ("Kommunene må med",)


def test_a_felles_part_goes_to_the_other_body_and_nothing_else_does(bok):
    bok.gjoer(bokloep.ny_del, "Felles møte med fagrådet", [RAAD])
    bok.gjoer(bokloep.ny_sak, "Skyss", "1/24", del_nr=1)
    bok.gjoer(nytt, Punktslag.KONKLUSJON, "Skyssen ordnes.")
    alt = innholdet(bok)
    egen, deres = grupper(alt, [ASU])
    assert (egen.organ_ids, deres.organ_ids, deres.del_nr) == ((ASU,), (RAAD,), 1)
    assert tekstene(for_gruppe(alt, deres)) == ["Skyssen ordnes."]
    assert len(tekstene(for_gruppe(alt, egen))) == 3


def test_a_rettelse_of_what_is_unntatt_or_of_another_part_is_not_told(bok):
    bok.gjoer(bokloep.ny_del, "Felles", [RAAD])
    bok.gjoer(bokloep.ny_sak, "Skyss", "1/24", del_nr=1)
    bok.gjoer(nytt, Punktslag.KONKLUSJON, "Skyssen ordnes.")
    bok.gjoer(bokrette.unnta, "offl. § 13", nr=1)
    bok.gjoer(bokloep.hev)
    bok.gjoer(bokgodkjenning.godkjenn, None, usendt=True)
    for nr, tekst in ((1, "hemmelig"), (None, "hele"), (4, "Brevet er sendt"), (5, "Skyssen er ordnet")):
        bok.gjoer(bokgodkjenning.rettelse, tekst, nr)
    alt = innholdet(bok)
    assert [r.tekst for r in alt.rettelser] == ["Brevet er sendt", "Skyssen er ordnet"]
    assert [r.tekst for r in for_gruppe(alt, grupper(alt, [ASU])[1]).rettelser] == ["Skyssen er ordnet"]
    assert (alt.foreloepig, alt.godkjent) == (False, date(2024, 5, 16))


def test_lines_and_saker_are_left_out(bok):
    alt = innholdet(bok)
    assert tekstene(uten(alt, ["p1"])) == ["Skriver brevet"]
    assert uten(alt, [alt.saker[0].key]).saker == ()


def test_the_mark_moves_with_the_words_and_not_with_the_approval(bok):
    alt = innholdet(bok)
    assert merke(alt) == merke(replace(alt, foreloepig=False, godkjent=date(2024, 6, 1)))
    assert merke(alt) != merke(uten(alt, ["p1"]))
    assert merke(alt) != merke(alt, "Takk for møtet")
    bok.gjoer(bokrette.sett_frist, 4, date(2024, 7, 1))
    assert merke(alt) != merke(innholdet(bok))


def test_a_referat_from_a_paper_has_the_same():
    saker = [
        Referatsak("1/24", "Vakt", konklusjon=["Tas til orientering."], punkter=["Det haster"]),
        Referatsak(None, "Eventuelt", punkter=["Ingenting"]),
    ]
    papir = Referat(deler=[Referatdel(saker)], oppfoelging=[Oppfoelging("1/24", "Ringer", "Siri Haug")])
    alt = av_referat(replace(moetet(), referat=papir))
    assert [(x.key, x.tekst, x.hvem) for x in alt.linjer] == [
        ("k0.0.0", "Tas til orientering.", ()),
        ("o0.0.0", "Ringer", ("Siri Haug",)),
    ]
    assert not alt.foreloepig


def test_what_has_come_since_is_not_among_what_was_shown_and_what_was_is_worded_as_now(bok):
    vist = noekler(innholdet(bok))
    bok.gjoer(nytt, Punktslag.KONKLUSJON, "Noe nytt.")
    bok.gjoer(bokrette.rett, 1, "Tas til etterretning.")
    naa = innholdet(bok)
    assert tekstene(bare(naa, vist)) == ["Tas til etterretning.", "Skriver brevet"]
    assert noekler(naa) - vist == {"p5"}
    assert tekstene(bare(naa, noekler(uten(naa, ["p1"])))) == ["Skriver brevet", "Noe nytt."]


def test_an_innspill_that_has_come_since_fills_no_vedtak_yet(bok):
    key = bok.stand.saker[2].key
    bok.gjoer(bokloep.aapne_sak, key)
    bok.gjoer(bokvedtak.vedta, forslag_til(bok.moete, bok.stand.sak(key)), nr=2)
    assert next(x for x in innholdet(bok).linjer if x.slag is Linjeslag.VEDTAK).mangler
    vist = noekler(innholdet(bok))
    bok.gjoer(nytt, Punktslag.INNSPILL, "Kommunene må med")
    naa = innholdet(bok)
    vedtak = [next(x for x in alt.linjer if x.slag is Linjeslag.VEDTAK) for alt in (naa, bare(naa, vist))]
    assert [v.innspill for v in vedtak] == [("Kommunene må med",), ()]
    assert noekler(naa) - vist == {"p6"}


def test_a_line_of_a_felles_part_is_shown_there_only_if_it_was_there_when_it_was_shown(bok):
    foer = noekler(innholdet(bok))
    bok.gjoer(bokloep.ny_del, "Felles", [RAAD])
    bok.gjoer(bokloep.ny_sak, "Skyss", "1/24", del_nr=1)
    bok.gjoer(nytt, Punktslag.KONKLUSJON, "Skyssen ordnes.")
    alt = innholdet(bok)
    deres = grupper(alt, [ASU])[1]
    assert tekstene(bare(for_gruppe(alt, deres), noekler(alt), 1)) == ["Skyssen ordnes."]
    assert tekstene(bare(for_gruppe(alt, deres), foer | {"p5"}, 1)) == []
