"""«Angre»: one's own last act that stands, several times; never what another did, or what is sent."""

import pytest
from bokbord import ANNE, EMIL, JO, JONAS, SIRI, Bok, kl

from bot.domain import bokfeil, bokpunktfeil
from bot.domain.bokakt import Akt
from bot.domain.bokangre import OM_PUNKT, UTEN_GANGEN, angre
from bot.domain.bokframmoete import til_stede
from bot.domain.bokgodkjenning import godkjenn, merknad, send
from bot.domain.bokloep import hev, ny_del, ny_sak
from bot.domain.bokpunkt import nytt
from bot.domain.bokrette import flytt, hent, rett, stryk, unnta
from bot.domain.moetebok import Boktilstand, Foeringsslag, Punktslag


def boka() -> Bok:
    bok = Bok()
    bok.gaa("10/24", "13.10")
    return bok


def test_det_siste_tas_tilbake_hva_det_enn_var_og_flere_ganger():
    bok = boka()
    bok.si("innspill", "En.")
    bok.gjoer(rett, 1, "To.")
    bok.gjoer(til_stede, [SIRI, JONAS])
    bok.gjoer(stryk, [1])
    assert [x.slag for x in bok.angre()] == [Foeringsslag.STROEKET]
    assert [x.slag for x in bok.angre()] == [Foeringsslag.TIL_STEDE] * 2
    assert bok.folk()["Siri Haug"] == "bekreftes"
    bok.angre()
    assert bok.tekster("10/24") == ["En."]
    bok.angre()
    assert bok.tekster("10/24") == []
    assert [x.slag for x in bok.angre()] == [Foeringsslag.SAK_AAPNET]
    assert bok.stand.aapen is None
    with pytest.raises(bokfeil.KanIkkeAngres) as avslag:
        bok.angre()
    assert avslag.value.linje.slag is Foeringsslag.AAPNET


def test_et_nummer_brukes_aldri_igjen():
    bok = boka()
    bok.si("innspill", "En.")
    bok.angre()
    assert bok.si("innspill", "To.").nr == 2
    bok.gjoer(ny_sak, "Smitte", "14/24")
    key = bok.stand.aapen
    bok.angre()
    bok.gjoer(ny_sak, "Smitte", "14/24")
    assert bok.stand.aapen != key


def test_bare_mitt_eget_tas_tilbake():
    bok = boka()
    bok.si("innspill", "Emils.", av=EMIL)
    bok.si("innspill", "Jos.", av=JO)
    bok.angre(EMIL)
    assert bok.tekster("10/24") == ["Jos."]
    with pytest.raises(bokfeil.IngenAaAngre):
        bok.angre(ANNE)


def test_det_en_annen_har_bygd_paa_blir_staaende():
    bok = boka()
    bok.si("innspill", "Emils.", av=EMIL)
    bok.gjoer(rett, 1, "Rettet av Jo.", av=JO)
    with pytest.raises(bokpunktfeil.EndretAvAnnen) as avslag:
        bok.angre(EMIL)
    assert avslag.value.punkt.tekst == "Rettet av Jo."
    bok.angre(JO)
    bok.angre(EMIL)
    assert bok.tekster("10/24") == []


@pytest.mark.parametrize("egen", ["sak", "del"])
def test_en_sak_noen_har_diktert_til_tas_ikke_tilbake(egen: str):
    bok = boka()
    if egen == "sak":
        bok.gjoer(ny_sak, "Smitte", "14/24", aapne=False)
    else:
        bok.gjoer(ny_del, "Felles møte")
        bok.gjoer(ny_sak, "Smitte", "14/24", av=JO)
    bok.gjoer(nytt, Punktslag.NOTAT, "Noe.", sak=bok.sak("14/24"), av=JO)
    with pytest.raises(bokfeil.SakHarPunkter) as avslag:
        bok.angre(EMIL)
    assert avslag.value.sak.saksnr == "14/24"
    bok.angre(JO)
    if egen == "del":
        bok.angre(JO)
    bok.angre(EMIL)
    assert all(s.saksnr != "14/24" for s in bok.stand.saker)


def test_flytting_henting_og_hjemmel_tas_tilbake():
    bok = boka()
    bok.si("innspill", "En.")
    bok.gjoer(flytt, 1, bok.sak("12/24"))
    bok.angre()
    assert bok.stand.punkter[1].sak == bok.sak("10/24")
    bok.gjoer(unnta, "offl. § 13", sak=bok.sak("10/24"))
    bok.angre()
    assert bok.stand.sak(bok.sak("10/24")).hjemmel is None
    bok.gjoer(stryk, [1])
    bok.gjoer(hent, 1)
    bok.angre()
    assert bok.stand.punkter[1].stroeket


def test_at_moetet_er_hevet_kan_angres_til_det_er_sendt():
    bok = boka()
    bok.gjoer(hev)
    bok.angre()
    assert bok.stand.tilstand is Boktilstand.AAPEN
    bok.gjoer(hev)
    bok.gjoer(send, None, av=JO)
    for hvem, slag in ((JO, Foeringsslag.SENDT), (EMIL, Foeringsslag.HEVET)):
        with pytest.raises(bokfeil.KanIkkeAngres) as avslag:
            bok.angre(hvem)
        assert avslag.value.linje.slag is slag


def test_det_som_skrives_etter_sending_kan_angres():
    bok = boka()
    bok.si("innspill", "En.")
    bok.gjoer(hev)
    bok.gjoer(send, None)
    bok.gjoer(rett, 1, "To.")
    bok.gjoer(merknad, "Jeg var der.", av=SIRI)
    bok.angre(EMIL)
    bok.angre(SIRI)
    assert bok.tekster("10/24") == ["En."]
    assert bok.stand.merknader == ()


def test_et_godkjent_referat_angres_ikke():
    bok = boka()
    bok.si("innspill", "En.")
    bok.gjoer(hev)
    bok.gjoer(godkjenn, usendt=True)
    with pytest.raises(bokfeil.Laast):
        angre(bok.linjer, Akt(EMIL, kl("15.00"), "x"))


def test_det_siste_punktet_tas_tilbake_ogsaa_etter_et_skifte_av_sak():
    bok = boka()
    bok.si("innspill", "En.")
    bok.si("innspill", "To.")
    bok.gaa("11/24", "13.20")
    bok.gjoer(til_stede, [SIRI])
    assert [x.slag for x in bok.angre(slag=OM_PUNKT)] == [Foeringsslag.PUNKT]
    assert [x.slag for x in bok.angre(slag=UTEN_GANGEN)] == [Foeringsslag.TIL_STEDE]
    assert [x.slag for x in bok.angre(slag=UTEN_GANGEN)] == [Foeringsslag.PUNKT]
    assert bok.tekster("10/24") == []
    assert bok.stand.sak(bok.stand.aapen or 0).saksnr == "11/24"
