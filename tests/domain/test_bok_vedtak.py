"""Forslag and vedtak, votes, protokolltilførsel, and what is put off; what is missing at the end."""

import pytest
from bokbord import SIRI, Bok

from bot.domain import bokpunktfeil
from bot.domain.bokloep import ny_del, ny_sak
from bot.domain.bokmangler import mangler
from bot.domain.bokpunkt import Punktutkast, nye
from bot.domain.bokrette import endre_slag, flytt, fyll, stryk
from bot.domain.bokvedtak import (
    eget_vedtak,
    falt,
    forslag_i,
    forslag_til,
    protokolltilfoersel,
    side_om_side,
    ubesvarte,
    utsatte,
    utsett,
    vedta,
    votering,
)
from bot.domain.innkalling import Forslag
from bot.domain.moetebok import Punktslag


class Saken(Bok):
    """Sak 11/24 is open; it has three forslag, the second with an open place."""

    def __init__(self) -> None:
        super().__init__()
        self.gaa("11/24", "13.50")

    @property
    def forslag(self) -> tuple[Forslag, ...]:
        return forslag_til(self.moete, self.stand.sak(self.sak("11/24")))

    @property
    def svarene(self) -> list[tuple[int, str | None]]:
        svar = side_om_side(self.stand, self.sak("11/24"), self.forslag)
        return [(s.nr, s.vedtak.tekst if s.vedtak else None) for s in svar]


def test_vedtatt_som_foreslaatt_svarer_paa_alle():
    bok = Saken()
    bok.gjoer(vedta, bok.forslag)
    assert bok.tekster("11/24") == [
        "ASU støtter avtalen.",
        "ASU gir følgende innspill:",
        "ASU ber om\na) en plan\nb) et budsjett",
    ]
    assert [p.forslag for p in bok.stand.i_sak(bok.sak("11/24"))] == [1, 2, 3]
    with pytest.raises(bokpunktfeil.AlleredeSvart) as avslag:
        bok.gjoer(vedta, bok.forslag)
    assert avslag.value.punkt.forslag == 1


def test_ett_forslag_vedtatt_med_tillegg_og_ett_falt():
    bok = Saken()
    bok.gjoer(vedta, bok.forslag, nr=1, tillegg="Avtalen prøves i ett år.")
    bok.gjoer(falt, bok.forslag, 3, "Forslag 3 falt.")
    assert bok.svarene == [
        (1, "ASU støtter avtalen.\nAvtalen prøves i ett år."),
        (2, None),
        (3, "Forslag 3 falt."),
    ]
    assert bok.stand.punkter[2].falt
    assert ubesvarte(bok.stand, bok.sak("11/24"), bok.forslag) == (2,)
    bok.gjoer(vedta, bok.forslag, tillegg="Med frist i juni.")
    assert bok.svarene[1] == (2, "ASU gir følgende innspill:\nMed frist i juni.")


def test_hvilket_forslag_maa_sies_og_maa_finnes():
    bok = Saken()
    with pytest.raises(bokpunktfeil.HvilketForslag) as avslag:
        bok.gjoer(vedta, bok.forslag, tillegg="Med frist i juni.")
    assert avslag.value.antall == 3
    with pytest.raises(bokpunktfeil.ForslagFinnesIkke) as borte:
        bok.gjoer(vedta, bok.forslag, nr=4)
    assert (borte.value.nr, borte.value.antall) == (4, 3)
    bok.gaa("10/24")
    with pytest.raises(bokpunktfeil.UtenForslag) as uten:
        bok.gjoer(vedta, ())
    assert uten.value.sak.saksnr == "10/24"


def test_et_vedtak_med_egne_ord():
    bok = Saken()
    bok.gjoer(eget_vedtak, bok.forslag, "ASU støtter avtalen fra høsten.", nr=1)
    with pytest.raises(bokpunktfeil.AlleredeSvart):
        bok.gjoer(eget_vedtak, bok.forslag, "Noe annet.", nr=1)
    bok.gjoer(eget_vedtak, bok.forslag, "Saken sendes tilbake.")
    assert bok.stand.punkter[2].forslag == 0
    assert [tekst for _, tekst in bok.svarene] == [
        "ASU støtter avtalen fra høsten.",
        *["Saken sendes tilbake."] * 2,
    ]
    assert ubesvarte(bok.stand, bok.sak("11/24"), bok.forslag) == ()
    bok.gaa("12/24")
    bok.gjoer(eget_vedtak, forslag_i(bok.moete, bok.stand)[bok.sak("12/24")], "Tas til etterretning.")
    assert bok.stand.punkter[3].forslag == 1
    bok.gaa("10/24")
    bok.gjoer(eget_vedtak, (), "Alle tar kontakt.")
    assert bok.stand.punkter[4].forslag is None


def test_den_aapne_plassen_fylles_av_de_neste_innspillene():
    bok = Saken()
    bok.si("innspill", "For tidlig ute.")
    bok.gjoer(vedta, bok.forslag)
    bok.si("innspill", "Ta med barna.")
    bok.si("konklusjon", "Noe annet.")
    bok.si("innspill", "Og de eldre.")
    _, to, _ = side_om_side(bok.stand, bok.sak("11/24"), bok.forslag)
    assert to.vedtak is not None
    assert to.vedtak.aapent
    assert [p.tekst for p in to.innspill] == ["Ta med barna.", "Og de eldre."]


def test_vedtak_og_innspill_limt_inn_sammen():
    bok = Saken()
    linjer = [
        Punktutkast(Punktslag.VEDTAK, "Med følgende innspill:", aapent=True),
        Punktutkast(Punktslag.INNSPILL, "Ta med barna."),
    ]
    bok.gjoer(nye, linjer)
    assert bok.stand.punkter[2].til_vedtak == 1


def test_et_vedtak_som_slutter_med_kolon_venter_paa_innspill():
    bok = Saken()
    bok.si("vedtak", "ASU støtter avtalen med følgende innspill:")
    bok.si("konklusjon", "Dette gjelder:")
    bok.si("innspill", "Ta med barna.")
    assert [(p.aapent, p.til_vedtak) for p in bok.stand.punkter.values()] == [
        (True, None),
        (False, None),
        (False, 1),
    ]


def test_et_innspill_kan_flyttes_til_og_fra_en_aapen_plass():
    bok = Saken()
    bok.si("innspill", "Ta med barna.")
    bok.gjoer(vedta, bok.forslag)
    bok.gjoer(fyll, 1, 3)
    assert bok.stand.punkter[1].til_vedtak == 3
    for nr, vedtak in ((1, 2), (2, 3)):
        with pytest.raises(bokpunktfeil.IkkeAapent):
            bok.gjoer(fyll, nr, vedtak)
    bok.gjoer(fyll, 1, None)
    assert bok.stand.punkter[1].til_vedtak is None
    bok.gjoer(endre_slag, 1, Punktslag.NOTAT)
    bok.gjoer(endre_slag, 1, Punktslag.INNSPILL)
    assert bok.stand.punkter[1].til_vedtak == 3
    bok.gjoer(flytt, 1, bok.sak("10/24"))
    assert bok.stand.punkter[1].til_vedtak is None


def test_naar_vedtaket_strykes_er_plassen_borte():
    bok = Saken()
    bok.gjoer(vedta, bok.forslag, nr=2)
    bok.gjoer(stryk, [1])
    assert bok.si("innspill", "Ta med barna.").til_vedtak is None


def test_stemmer():
    bok = Saken()
    bok.gjoer(vedta, bok.forslag, nr=1)
    bok.gjoer(votering, "7 for, 2 mot", (7, 2, 0))
    bok.gjoer(votering, "Enstemmig", None, sak=bok.sak("12/24"))
    assert (bok.stand.punkter[2].stemmer, bok.stand.punkter[2].til_vedtak) == ((7, 2, 0), 1)
    assert (bok.stand.punkter[3].stemmer, bok.stand.punkter[3].til_vedtak) == (None, None)
    for stemmer in ((0, 0, 0), (-1, 4, 0), (1000, 1, 0)):
        with pytest.raises(bokpunktfeil.UgyldigeStemmer):
            bok.gjoer(votering, "Feil", stemmer)


def test_protokolltilfoersel_har_et_navn():
    bok = Saken()
    bok.gjoer(protokolltilfoersel, "Dette er for dyrt.", [SIRI])
    assert bok.stand.punkter[1].hvem == (SIRI,)
    assert bok.svar(1) == "11/24 · protokolltilfoersel 1"


def test_det_som_utsettes_skal_paa_neste_saksliste():
    bok = Saken()
    bok.gjoer(utsett, "Saken utsettes.")
    assert [s.saksnr for s in utsatte(bok.stand)] == ["11/24"]
    bok.gjoer(stryk, [1])
    assert utsatte(bok.stand) == ()


def test_en_annen_dels_sak_har_ikke_vaare_forslag():
    bok = Saken()
    bok.gjoer(ny_del, "Felles møte")
    bok.gjoer(ny_sak, "Velkommen", "11/24")
    assert list(forslag_i(bok.moete, bok.stand)) == [bok.sak("11/24"), bok.sak("12/24")]


def test_naar_moetet_heves_mangler_det_meste():
    bok = Saken()
    funn = mangler(bok.stand, forslag_i(bok.moete, bok.stand))
    assert [s.saksnr for s in funn.saker] == ["09/24", "10/24", "11/24", "12/24"]
    assert [(s.saksnr, nr) for s, nr in funn.uten_svar] == [
        ("11/24", 1),
        ("11/24", 2),
        ("11/24", 3),
        ("12/24", 1),
    ]
    assert len(funn.bekreftes) == 7
    assert (funn.moeteleder, funn.referent, funn.noe) == (False, False, True)
    assert mangler(Bok(tom=True).stand, {}).saker == ()


def test_det_som_er_gjort_mangler_ikke():
    bok = Saken()
    bok.gjoer(vedta, bok.forslag)
    bok.si("oppfoelging", "Avklare.")
    bok.gjoer(utsett, "Utsettes.", sak=bok.sak("12/24"))
    funn = mangler(bok.stand, forslag_i(bok.moete, bok.stand))
    assert [s.saksnr for s in funn.saker] == ["09/24", "10/24"]
    assert [p.nr for p in funn.aapne_plasser] == [2]
    assert ([p.nr for p in funn.uten_hvem], [p.nr for p in funn.uten_frist]) == ([4], [4])
    assert funn.uten_svar == ()
    bok.si("innspill", "Ta med barna.")
    assert mangler(bok.stand, {}).aapne_plasser == ()


def test_en_konklusjon_som_gjentar_et_forslag_svarer_paa_det():
    bok = Saken()
    bok.si("konklusjon", "ASU støtter avtalen")
    assert ubesvarte(bok.stand, bok.sak("11/24"), bok.forslag) == (2, 3)
    assert bok.svarene[0] == (1, "ASU støtter avtalen")
    bok.si("konklusjon", "ASU ber om a) en plan b) et budsjett.")
    assert ubesvarte(bok.stand, bok.sak("11/24"), bok.forslag) == (2,)
    with pytest.raises(bokpunktfeil.AlleredeSvart) as avslag:
        bok.gjoer(vedta, bok.forslag, nr=1)
    assert avslag.value.punkt.tekst == "ASU støtter avtalen"


def test_en_annen_konklusjon_svarer_ikke_paa_noe_forslag():
    bok = Saken()
    bok.si("konklusjon", "ASU støtter avtalen delvis.")
    assert ubesvarte(bok.stand, bok.sak("11/24"), bok.forslag) == (1, 2, 3)
