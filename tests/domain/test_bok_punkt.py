"""Points: dictated, edited, moved, struck and brought back; every refusal."""

from datetime import date

import pytest
from bokbord import EMIL, JO, JONAS, SIRI, Bok

from bot.domain import bokfeil, bokpunktfeil
from bot.domain.bokgodkjenning import godkjenn
from bot.domain.bokloep import hev
from bot.domain.bokpunkt import Punktutkast, nye, nytt, punkt, siste_av
from bot.domain.bokrette import (
    bytt,
    endre_slag,
    flytt,
    har_sett,
    hent,
    rett,
    sett_frist,
    sett_hvem,
    stryk,
    unnta,
)
from bot.domain.fritekst import Feil, Felt, UgyldigTekst
from bot.domain.moetebok import Punktslag


def boka() -> Bok:
    bok = Bok()
    bok.gaa("10/24", "13.10")
    return bok


def test_et_punkt_gaar_til_den_aapne_saken_og_kvitteringen_gjentar_sak_og_slag():
    bok = boka()
    bok.si("innspill", "Husk helgene.")
    bok.si("konklusjon", "Tas til orientering.")
    tredje = bok.si("innspill", "Husk ferien.", hvem=[SIRI])
    assert bok.svar(tredje.nr) == "10/24 · innspill 2"
    assert (tredje.hvem, tredje.sak) == ((SIRI,), bok.sak("10/24"))
    assert bok.si("notat", "Til sak 12.", sak=bok.sak("12/24")).sak == bok.sak("12/24")


def test_uten_aapen_sak_gaar_ingenting_tapt_for_det_sies_fra():
    with pytest.raises(bokfeil.IngenSakAapen):
        Bok().si("konklusjon", "Tas til orientering.")
    with pytest.raises(bokfeil.SakFinnesIkke):
        boka().si("konklusjon", "Tas til orientering.", sak=88)


@pytest.mark.parametrize(
    ("tekst", "feil"),
    [
        ("", Feil.TOM),
        (" … ", Feil.TOM),
        ("x" * 10_000, Feil.FOR_LANG),
        ("Gjelder 01010112345", Feil.ELLEVE_SIFFER),
        ("Gjelder 010101 12345", Feil.ELLEVE_SIFFER),
    ],
)
def test_tekst_som_ikke_tas(tekst: str, feil: Feil):
    bok = boka()
    with pytest.raises(UgyldigTekst) as avslag:
        bok.si("konklusjon", tekst)
    assert (avslag.value.felt, avslag.value.feil) == (Felt.PUNKT, feil)
    assert bok.stand.punkter == {}


def test_fire_tusen_tegn_og_linjeskift_beholdes():
    bok = boka()
    assert len(bok.si("notat", "x" * 4000).tekst) == 4000
    assert bok.si("notat", "En linje.\nOg en til.").tekst == "En linje.\nOg en til."


def test_et_limt_notat_blir_ti_punkter_eller_ingen():
    bok = boka()
    linjer = [Punktutkast(Punktslag.INNSPILL, f"Innspill {n}.") for n in range(1, 11)]
    assert len(bok.gjoer(nye, linjer)) == 10
    assert list(bok.stand.punkter) == list(range(1, 11))
    with pytest.raises(UgyldigTekst):
        bok.gjoer(nye, [*linjer, Punktutkast(Punktslag.INNSPILL, "")])
    assert len(bok.stand.punkter) == 10
    assert len(bok.angre()) == 10
    assert bok.stand.punkter == {}


def test_ethvert_punkt_kan_rettes_og_alle_tekstene_beholdes():
    bok = boka()
    for nr in range(1, 6):
        bok.si("innspill", f"Innspill {nr}.")
    bok.gjoer(rett, 2, "Noe helt annet.", at="13.30")
    bok.gjoer(rett, 2, "Og enda en.", av=JO, at="13.31", sett=2)
    to = bok.stand.punkter[2]
    assert [(r.tekst, r.av) for r in to.revisjoner] == [
        ("Innspill 2.", EMIL),
        ("Noe helt annet.", EMIL),
        ("Og enda en.", JO),
    ]
    assert bok.tekster("10/24")[1] == "Og enda en."
    with pytest.raises(bokpunktfeil.UtenEndring):
        bok.gjoer(rett, 2, "Og enda en.", av=JO)
    with pytest.raises(bokpunktfeil.PunktFinnesIkke):
        bok.gjoer(rett, 9, "Ingen har dette nummeret.")


def test_to_som_retter_det_samme_punktet_skriver_ikke_over_hverandre():
    bok = boka()
    bok.si("konklusjon", "Tas til orientering.")
    bok.gjoer(rett, 1, "Tas til etterretning.", av=EMIL)
    with pytest.raises(bokpunktfeil.EndretAvAnnen) as avslag:
        bok.gjoer(rett, 1, "Saken utsettes.", av=JO)
    assert avslag.value.punkt.tekst == "Tas til etterretning."
    with pytest.raises(bokpunktfeil.EndretAvAnnen):
        bok.gjoer(rett, 1, "Saken utsettes.", av=JO, sett=1)
    bok.gjoer(rett, 1, "Saken utsettes.", av=JO, uansett=True)
    assert bok.tekster("10/24") == ["Saken utsettes."]


def test_at_jeg_skrev_noe_annet_betyr_ikke_at_jeg_har_sett_det():
    bok = boka()
    bok.si("konklusjon", "Tas til orientering.")
    bok.gjoer(rett, 1, "Tas til etterretning.", av=EMIL)
    bok.si("notat", "Jeg er med.", av=JO)
    with pytest.raises(bokpunktfeil.EndretAvAnnen):
        bok.gjoer(rett, 1, "Saken utsettes.", av=JO)


def test_det_jeg_er_vist_har_jeg_sett():
    bok = boka()
    bok.si("konklusjon", "Tas til orientering.")
    bok.gjoer(rett, 1, "Tas til etterretning.", av=EMIL)
    bok.gjoer(har_sett, 1, av=JO)
    bok.gjoer(rett, 1, "Saken utsettes.", av=JO)
    assert bok.stand.punkter[1].tekst == "Saken utsettes."


def test_mine_egne_rettelser_hindrer_meg_ikke():
    bok = boka()
    bok.si("konklusjon", "Tas til orientering.")
    bok.gjoer(rett, 1, "En.")
    bok.gjoer(rett, 1, "To.", sett=1)
    assert bok.stand.punkter[1].tekst == "To."
    with pytest.raises(bokpunktfeil.EndretAvAnnen):
        bok.gjoer(rett, 1, "Tre.", sett=9)


def test_ord_byttes_ut_ett_sted():
    bok = boka()
    bok.si("innspill", "Malvik og Selbu tar dette med Malvikskolen.")
    bok.gjoer(bytt, 1, "Malvik", "Melhus")
    assert bok.stand.punkter[1].tekst == "Melhus og Selbu tar dette med Malvikskolen."
    bok.gjoer(bytt, 1, "melhus", "røros")
    assert bok.stand.punkter[1].tekst == "Røros og Selbu tar dette med Malvikskolen."
    bok.gjoer(bytt, 1, "skolen", "sykehuset")
    assert bok.stand.punkter[1].tekst.endswith("Malviksykehuset.")
    bok.gjoer(bytt, 1, "med Malviksykehuset", "")
    assert bok.stand.punkter[1].tekst == "Røros og Selbu tar dette."


def test_ord_som_ikke_er_der_eller_er_der_flere_ganger():
    bok = boka()
    bok.si("innspill", "En og en og En.")
    with pytest.raises(bokpunktfeil.IkkeFunnet) as borte:
        bok.gjoer(bytt, 1, "to", "tre")
    assert borte.value.punkt.nr == 1
    with pytest.raises(bokpunktfeil.FlereTreff) as flere:
        bok.gjoer(bytt, 1, "En", "To")
    assert flere.value.antall == 2
    with pytest.raises(bokpunktfeil.IkkeFunnet):
        bok.gjoer(bytt, 1, " ", "tre")


def test_aa_bytte_et_ord_i_det_en_annen_nettopp_skrev_overskriver_ingen():
    bok = boka()
    bok.si("innspill", "Malvik tar dette.")
    bok.gjoer(rett, 1, "Malvik tar dette i juni.", av=EMIL)
    bok.gjoer(bytt, 1, "Malvik", "Melhus", av=JO)
    assert bok.stand.punkter[1].tekst == "Melhus tar dette i juni."


def test_slaget_og_saken_kan_endres():
    bok = boka()
    bok.si("innspill", "Jonas avklarer.")
    bok.gjoer(endre_slag, 1, Punktslag.OPPFOELGING)
    assert bok.svar(1) == "10/24 · oppfoelging 1"
    with pytest.raises(bokpunktfeil.UtenEndring):
        bok.gjoer(endre_slag, 1, Punktslag.OPPFOELGING)
    bok.gjoer(flytt, 1, bok.sak("12/24"))
    assert bok.svar(1) == "12/24 · oppfoelging 1"
    with pytest.raises(bokpunktfeil.UtenEndring):
        bok.gjoer(flytt, 1, bok.sak("12/24"))
    with pytest.raises(bokfeil.SakFinnesIkke):
        bok.gjoer(flytt, 1, 77)


def test_strøket_og_hentet_tilbake():
    bok = boka()
    bok.si("innspill", "En.")
    bok.si("innspill", "To.")
    bok.gjoer(stryk, [1, 1])
    assert bok.tekster("10/24") == ["To."]
    for regel, args in ((stryk, ([1],)), (rett, (1, "Ny.")), (flytt, (1, bok.sak("12/24")))):
        with pytest.raises(bokpunktfeil.ErStroeket):
            bok.gjoer(regel, *args)
    bok.gjoer(hent, 1)
    assert bok.tekster("10/24") == ["En.", "To."]
    with pytest.raises(bokpunktfeil.IkkeStroeket):
        bok.gjoer(hent, 1)


def test_siste_er_mitt_eget_siste_som_staar():
    bok = boka()
    with pytest.raises(bokpunktfeil.IngenPunkter):
        siste_av(bok.stand, EMIL)
    bok.si("innspill", "En.", av=EMIL)
    bok.si("innspill", "To.", av=JO)
    assert siste_av(bok.stand, EMIL).tekst == "En."
    assert siste_av(bok.stand, SIRI).tekst == "To."
    bok.gjoer(stryk, [2], av=JO)
    assert siste_av(bok.stand, JO).tekst == "En."


def test_frist_og_hvem_paa_en_oppfoelging():
    bok = boka()
    bok.si("oppfoelging", "Avklare med fagrådet.", hvem=[JONAS], frist=date(2024, 5, 29))
    bok.gjoer(sett_frist, 1, date(2024, 6, 12))
    bok.gjoer(sett_frist, 1, None)
    ett = bok.stand.punkter[1]
    assert (ett.frist, ett.frister) == (None, (date(2024, 5, 29), date(2024, 6, 12)))
    bok.gjoer(sett_hvem, 1, [SIRI, JONAS])
    assert bok.stand.punkter[1].hvem == (SIRI, JONAS)
    for regel, args in ((sett_hvem, (1, [SIRI, JONAS])), (sett_frist, (1, None))):
        with pytest.raises(bokpunktfeil.UtenEndring):
            bok.gjoer(regel, *args)


def test_en_frist_i_fortiden_og_en_frist_paa_noe_annet():
    bok = boka()
    with pytest.raises(bokfeil.FristIFortiden) as avslag:
        bok.si("oppfoelging", "Avklare.", frist=date(2024, 5, 15))
    assert avslag.value.frist == date(2024, 5, 15)
    bok.si("oppfoelging", "Avklare i dag.", frist=date(2024, 5, 16))
    bok.si("innspill", "Husk.")
    with pytest.raises(bokfeil.FristIFortiden):
        bok.gjoer(sett_frist, 1, date(2023, 5, 16))
    with pytest.raises(bokpunktfeil.IkkeOppfoelging):
        bok.gjoer(sett_frist, 2, date(2024, 6, 1))


def test_unntatt_offentlighet_paa_punkt_og_sak():
    bok = boka()
    bok.si("notat", "Om en ansatt.")
    bok.gjoer(unnta, "offl. § 13", nr=1)
    bok.gjoer(unnta, "offl. § 14", sak=bok.sak("12/24"))
    assert bok.stand.punkter[1].hjemmel == "offl. § 13"
    assert bok.stand.sak(bok.sak("12/24")).hjemmel == "offl. § 14"
    bok.gjoer(unnta, None, nr=1)
    bok.gjoer(unnta, None, sak=bok.sak("12/24"))
    assert punkt(bok.stand, 1).hjemmel is None
    assert bok.stand.sak(bok.sak("12/24")).hjemmel is None
    with pytest.raises(bokfeil.SakFinnesIkke):
        bok.gjoer(unnta, "offl. § 13", sak=55)


def test_et_laast_referat_tar_ingenting():
    bok = boka()
    bok.si("oppfoelging", "Avklare.")
    bok.si("innspill", "Husk.")
    bok.gjoer(stryk, [2])
    bok.gjoer(hev)
    bok.gjoer(godkjenn, usendt=True)
    foer = len(bok.linjer)
    for regel, args in (
        (nytt, (Punktslag.NOTAT, "Mer.")),
        (rett, (1, "Ny.")),
        (bytt, (1, "Avklare", "Ta")),
        (endre_slag, (1, Punktslag.NOTAT)),
        (flytt, (1, bok.sak("12/24"))),
        (stryk, ([1],)),
        (hent, (2,)),
        (sett_frist, (1, None)),
        (sett_hvem, (1, [SIRI])),
        (unnta, ("offl. § 13",)),
    ):
        with pytest.raises(bokfeil.Laast) as avslag:
            bok.gjoer(regel, *args)
        assert avslag.value.godkjent == bok.stand.godkjent
    assert len(bok.linjer) == foer
