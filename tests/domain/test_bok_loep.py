"""Where the møte is: saker opened, added and found; pauses; the end; the clock."""

from dataclasses import dataclass
from datetime import time

import pytest
from bokbord import ANNE, ASU, EMIL, RAAD, Bok, kl

from bot.domain import bokfeil, fritekst
from bot.domain.bokgodkjenning import send
from bot.domain.bokloep import (
    aapne_sak,
    endre_sak,
    gaa_til_del,
    gjenaapne,
    hev,
    ny_del,
    ny_sak,
    pause,
    sett_moeteleder,
    sett_referenter,
    tilbake,
)
from bot.domain.boksaker import den_aapne, eventuelt, finn_sak, forrige, neste, saker_for
from bot.domain.bokstand import Boksakslag
from bot.domain.boktid import Saksstand, etter_planen, forventet, minutter_over
from bot.domain.moetebok import Boktilstand
from bot.turn import SakRef


@dataclass
class Funn:
    bok: Bok

    def __call__(self, ref: SakRef) -> str | None:
        return finn_sak(self.bok.stand, ref, 2024).saksnr


def test_neste_og_forrige_folger_sakslisten():
    bok = Bok()
    assert neste(bok.stand).saksnr == "09/24"
    bok.gaa("10/24")
    assert (forrige(bok.stand).saksnr, neste(bok.stand).saksnr) == ("09/24", "11/24")
    assert den_aapne(bok.stand).saksnr == "10/24"
    bok.gaa("09/24")
    with pytest.raises(bokfeil.IngenForrige):
        forrige(bok.stand)
    bok.gjoer(aapne_sak, bok.stand.saker[-1].key)
    with pytest.raises(bokfeil.IngenNeste):
        neste(bok.stand)


def test_uten_saker_er_det_ingen_aa_gaa_til():
    bok = Bok(tom=True)
    with pytest.raises(bokfeil.IngenSaker):
        neste(bok.stand)
    with pytest.raises(bokfeil.IngenSakAapen):
        den_aapne(bok.stand)
    with pytest.raises(bokfeil.IngenEventuelt):
        eventuelt(bok.stand)


def test_en_sak_som_alt_er_aapen_og_en_som_ikke_finnes():
    bok = Bok()
    bok.gaa("10/24")
    with pytest.raises(bokfeil.AlleredeAapen) as avslag:
        bok.gaa("10/24")
    assert avslag.value.sak.saksnr == "10/24"
    with pytest.raises(bokfeil.SakFinnesIkke):
        bok.gjoer(aapne_sak, 99)


def test_en_sak_finnes_ved_nummer_plass_og_emne():
    finn = Funn(Bok())
    assert finn(SakRef(nummer=12)) == "12/24"
    assert finn(SakRef(nummer=12, aar=24)) == "12/24"
    assert finn(SakRef(plass=1)) == "09/24"
    assert finn(SakRef(plass=-2)) == "13/24"
    assert finn(SakRef(emne="legevakta")) == "10/24"
    for ref in (SakRef(nummer=12, aar=23), SakRef(nummer=44), SakRef(emne="badevakt"), SakRef(plass=20)):
        with pytest.raises(bokfeil.SakFinnesIkke):
            finn(ref)


def test_flere_saker_om_det_samme_maa_skilles():
    bok = Bok()
    bok.gjoer(ny_sak, "Legevakt om natta", "14/24", aapne=False)
    with pytest.raises(bokfeil.FlereSaker) as avslag:
        Funn(bok)(SakRef(emne="legevakt"))
    assert [s.saksnr for s in avslag.value.saker] == ["10/24", "14/24"]


def test_en_ny_sak_kommer_foer_eventuelt_og_aapnes():
    bok = Bok()
    bok.gjoer(ny_sak, "Hastesak om smitte", "14/24")
    assert [s.saksnr for s in bok.stand.saker][-3:] == ["14/24", "13/24", None]
    assert den_aapne(bok.stand).saksnr == "14/24"
    bok.gaa("13/24")
    bok.gjoer(ny_sak, "Enda en", None)
    assert [s.tittel for s in bok.stand.saker][-3:] == ["Eventuelt", "Enda en", "Hvordan har møtet vært?"]


def test_hva_slags_sak_det_er_sier_tittelen():
    bok = Bok(tom=True)
    for tittel in ("Godkjenning av sakliste", "Eventuelt", "Legevakt"):
        bok.gjoer(ny_sak, tittel)
    assert [s.slag for s in bok.stand.saker] == [
        Boksakslag.GODKJENNING,
        Boksakslag.EVENTUELT,
        Boksakslag.SAK,
    ]


def test_numre_paa_saker_maa_vaere_numre_og_bare_brukes_en_gang():
    bok = Bok()
    with pytest.raises(bokfeil.UgyldigSaksnr):
        bok.gjoer(ny_sak, "Smitte", "fjorten")
    with pytest.raises(bokfeil.SaksnrBrukt) as avslag:
        bok.gjoer(ny_sak, "Smitte", "9/24")
    assert avslag.value.sak.saksnr == "09/24"
    with pytest.raises(fritekst.UgyldigTekst):
        bok.gjoer(ny_sak, "  ", "15/24")
    with pytest.raises(fritekst.UgyldigTekst):
        bok.gjoer(ny_sak, "Om 01010112345", "15/24")


def test_et_misvisende_nummer_en_tittel_og_en_innleder_rettes():
    bok = Bok()
    key = bok.sak("12/24")
    bok.gjoer(endre_sak, key, "Trygg heim", "12/25", "Mona Berg")
    sak = bok.stand.sak(key)
    assert (sak.tittel, sak.saksnr, sak.ansvarlig) == ("Trygg heim", "12/25", "Mona Berg")
    bok.gjoer(endre_sak, key, saksnr="12/24")
    with pytest.raises(bokfeil.SaksnrBrukt):
        bok.gjoer(endre_sak, key, saksnr="11/24")


def test_et_felles_moete_er_en_del_med_egne_numre():
    bok = Bok()
    bok.gaa("13/24")
    bok.gjoer(ny_del, "Felles møte med Fagråd for legevakt", [ASU, RAAD])
    with pytest.raises(bokfeil.IngenSakAapen):
        den_aapne(bok.stand)
    bok.gjoer(ny_sak, "Velkommen", "9/24")
    assert Funn(bok)(SakRef(nummer=9)) == "9/24"
    assert Funn(bok)(SakRef(nummer=10)) == "10/24"
    with pytest.raises(bokfeil.SaksnrBrukt):
        bok.gjoer(ny_sak, "Igjen", "09/24")
    with pytest.raises(bokfeil.DelFinnes):
        bok.gjoer(ny_del, "felles møte med fagråd for legevakt")
    bok.gjoer(gaa_til_del)
    assert Funn(bok)(SakRef(nummer=9)) == "09/24"
    assert bok.stand.deler[1].organ_ids == (ASU, RAAD)
    with pytest.raises(bokfeil.DelFinnesIkke):
        bok.gjoer(gaa_til_del, 4)


def test_eventuelt_er_det_i_delen_som_paagaar():
    bok = Bok()
    assert eventuelt(bok.stand).saksnr == "13/24"
    bok.gjoer(ny_del, "Felles møte")
    assert eventuelt(bok.stand).saksnr == "13/24"
    bok.gjoer(ny_sak, "Eventuelt", "4/24", slag=Boksakslag.EVENTUELT)
    assert eventuelt(bok.stand).saksnr == "4/24"


def test_i_en_ny_del_er_forrige_den_siste_sak_og_neste_ingen():
    bok = Bok()
    bok.gjoer(ny_del, "Felles møte")
    assert forrige(bok.stand).slag is Boksakslag.AVSLUTNING
    with pytest.raises(bokfeil.IngenNeste):
        neste(bok.stand)


def test_pause_og_tilbake():
    bok = Bok()
    bok.gaa("10/24", "13.10")
    bok.gjoer(pause, at="13.30")
    with pytest.raises(bokfeil.ErPause):
        bok.gjoer(pause)
    bok.gjoer(tilbake, at="13.45")
    assert [(a.fra, a.til) for a in bok.stand.loep] == [(kl("13.10"), kl("13.30")), (kl("13.45"), None)]
    with pytest.raises(bokfeil.IkkePause):
        bok.gjoer(tilbake)


def test_aa_aapne_en_sak_avslutter_pausen():
    bok = Bok()
    bok.gaa("10/24", "13.10")
    bok.gjoer(pause, at="13.30")
    bok.gaa("10/24", "13.40")
    assert bok.stand.pause is None
    assert bok.stand.aapen == bok.sak("10/24")


def test_moetet_heves_med_en_gang_og_kan_aapnes_igjen_til_det_er_sendt():
    bok = Bok()
    with pytest.raises(bokfeil.IkkeHevet):
        bok.gjoer(gjenaapne)
    bok.gaa("10/24", "13.10")
    bok.gjoer(hev, time(15, 10), at="15.20")
    assert (bok.stand.hevet, bok.stand.tilstand) == (kl("15.10"), Boktilstand.UTKAST)
    assert bok.stand.loep[-1].til == kl("15.10")
    with pytest.raises(bokfeil.AlleredeHevet):
        bok.gjoer(hev)
    with pytest.raises(bokfeil.IkkeIGang):
        bok.gjoer(pause)
    assert bok.si("konklusjon", "Tas til orientering.").sak == bok.sak("10/24")
    bok.gaa("11/24", "15.30")
    assert len(bok.stand.loep) == 1
    bok.gjoer(gjenaapne, at="15.40")
    assert bok.stand.tilstand is Boktilstand.AAPEN
    bok.gjoer(hev, at="15.50")
    bok.gjoer(send, None)
    with pytest.raises(bokfeil.AlleredeSendt):
        bok.gjoer(gjenaapne)


def test_moeteleder_og_referenter_settes():
    bok = Bok()
    bok.gjoer(sett_moeteleder, EMIL)
    bok.gjoer(sett_referenter, [ANNE, ANNE])
    assert (bok.stand.moeteleder, bok.stand.referenter) == (EMIL, (ANNE,))


def test_saken_har_gaatt_over_tiden():
    bok = Bok()
    assert minutter_over(bok.stand, kl("13.20")) is None
    bok.gaa("10/24", "13.10")
    assert minutter_over(bok.stand, kl("13.37")) == -3
    assert minutter_over(bok.stand, kl("13.48")) == 8


def test_naar_er_min_sak():
    bok = Bok()
    (sak,) = saker_for(bok.stand, "Jonas")
    assert sak.saksnr == "12/24"
    assert saker_for(bok.stand, "Jon") == ()
    assert etter_planen(bok.stand, kl("12.50")) == 0
    bok.gaa("11/24", "13.50")
    svar = forventet(bok.stand, sak.key, kl("14.42"))
    assert (svar.start, svar.etter, svar.ventet) == (time(14, 30), 12, time(14, 42))
    assert svar.staar is Saksstand.KOMMER


def test_det_som_begynte_sent_blir_sent():
    bok = Bok()
    bok.gaa("10/24", "13.22")
    assert etter_planen(bok.stand, kl("13.25")) == 12
    assert forventet(bok.stand, bok.sak("12/24"), kl("13.25")).ventet == time(14, 42)


def test_foran_planen_ventes_saken_likevel_ikke_foer_den_er_satt_opp():
    bok = Bok()
    bok.gaa("11/24", "13.20")
    svar = forventet(bok.stand, bok.sak("12/24"), kl("13.25"))
    assert (svar.etter, svar.ventet) == (-30, time(14, 30))


def test_i_pausen_er_moetet_saa_sent_som_neste_sak_er():
    bok = Bok()
    bok.gaa("10/24", "13.10")
    bok.gjoer(pause, at="13.40")
    assert etter_planen(bok.stand, kl("13.45")) == 0
    assert etter_planen(bok.stand, kl("13.57")) == 7


def test_en_sak_uten_tid_skyver_paa_den_neste():
    bok = Bok()
    bok.gaa("11/24", "13.50")
    bok.gjoer(ny_sak, "Hastesak", "14/24", at="14.20")
    assert minutter_over(bok.stand, kl("14.25")) is None
    assert etter_planen(bok.stand, kl("14.25")) == 0
    assert etter_planen(bok.stand, kl("14.34")) == 4
    assert forventet(bok.stand, bok.sak("12/24"), kl("14.34")).ventet == time(14, 34)


def test_en_sak_som_er_aapen_eller_ferdig_ventes_ikke():
    bok = Bok()
    bok.gaa("10/24", "13.10")
    bok.gaa("11/24", "13.50")
    assert forventet(bok.stand, bok.sak("10/24"), kl("14.00")).staar is Saksstand.FERDIG
    assert forventet(bok.stand, bok.sak("11/24"), kl("14.00")).staar is Saksstand.AAPEN
    bok.gjoer(hev)
    assert forventet(bok.stand, bok.sak("12/24"), kl("14.10")).staar is Saksstand.FERDIG
    assert etter_planen(bok.stand, kl("14.10")) is None
