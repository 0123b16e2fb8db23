"""The referat is opened: what is known before the first word is dictated."""

from dataclasses import replace
from datetime import time

import pytest
from bokbord import ANNE, ASU, DAGEN, EMIL, JO, RAAD, Bok, innkallingen, kl

from bot.domain.bokaapning import aapne, sakslag
from bot.domain.bokakt import Akt
from bot.domain.boklesing import les
from bot.domain.bokloep import gaa_til_del, ny_del, ny_sak
from bot.domain.bokstand import Boksakslag, Status
from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.innkalling import Agendapunkt, Agendatype
from bot.domain.logglesing import les_stilling
from bot.domain.meldtsak import MeldtSak, Sakslag
from bot.domain.moetebok import Boktilstand, Foeringsslag
from bot.domain.stilling import Stilling

JONAS, KARI, SIRI = Hvem("Jonas Moe", 3), Hvem("Kari Dahl", 11), Hvem("Siri Haug", 4)


def test_sakene_paa_sakslisten_uten_pausene():
    saker = Bok().stand.saker
    assert [s.saksnr for s in saker] == ["09/24", "10/24", "11/24", "12/24", "13/24", None]
    assert [s.slag for s in saker][::5] == [Boksakslag.GODKJENNING, Boksakslag.AVSLUTNING]
    assert saker[4].slag is Boksakslag.EVENTUELT
    assert (saker[1].ansvarlig, saker[1].start, saker[1].slutt) == ("Siri Haug", time(13, 10), time(13, 40))


def test_titler_som_forteller_hva_saken_er():
    for tittel in ("Eventuelt", "EVENTUELT – meldte saker", "Ymse", "Evt."):
        assert sakslag(tittel) is Boksakslag.EVENTUELT
    for tittel in (
        "Godkjenning av sakliste og referat fra møte 1.2.24",
        "Godkjenning av innkalling og saksliste.",
        "Godkjent dagsorden",
        "Godkjenning av protokoll",
    ):
        assert sakslag(tittel) is Boksakslag.GODKJENNING
    for tittel in ("Godkjenning av ny avtale", "Referat fra PSU", "Eventuelle tiltak"):
        assert sakslag(tittel) is Boksakslag.SAK


def test_et_moete_uten_innkalling_har_ingen_saker():
    stand = Bok(tom=True).stand
    assert stand.saker == ()
    assert stand.tilstand is Boktilstand.AAPEN
    assert stand.deler[0].organ_ids == (ASU,)


def test_meldte_saker_ligger_under_eventuelt():
    meldte = [
        MeldtSak(ASU, tittel, Sakslag.EVENTUELT, SIRI, "k", kl("08.00"), id=nr)
        for nr, tittel in ((31, "Parkering ved legevakta"), (32, "Nye kontaktlister"))
    ]
    saker = Bok(meldte=meldte).stand.saker
    evt = next(s for s in saker if s.slag is Boksakslag.EVENTUELT)
    assert [s.tittel for s in saker][-4:] == [
        "Eventuelt",
        "Parkering ved legevakta",
        "Nye kontaktlister",
        "Hvordan har møtet vært?",
    ]
    assert [(s.meldt, s.under, s.ansvarlig) for s in saker if s.meldt] == [
        (31, evt.key, "Siri Haug"),
        (32, evt.key, "Siri Haug"),
    ]


def test_uten_eventuelt_venter_de_meldte():
    innkalling = innkallingen()
    del innkalling.agenda[5]
    meldt = MeldtSak(ASU, "Parkering", Sakslag.EVENTUELT, SIRI, "k", kl("08.00"), id=31)
    assert not any(s.meldt for s in Bok(innkalling, meldte=[meldt]).stand.saker)


def _stilling():
    at = kl("08.00")
    linjer = [
        Frammoetelinje(Slag.FORFALL, at, JONAS, id=1),
        Frammoetelinje(Slag.KALT, at, KARI, organ_id=ASU, for_person=JONAS, kall_id="x", id=2),
        Frammoetelinje(Slag.VARA_JA, at, KARI, organ_id=ASU, for_person=JONAS, kall_id="x", id=3),
        Frammoetelinje(Slag.SENT, at, SIRI, klokke=time(13, 20), id=4),
        Frammoetelinje(Slag.FORFALL, at, ANNE, id=5),
    ]
    return les_stilling(linjer)


def test_frammoetet_fylles_fra_forfall_og_vara_og_bekreftes_av_referenten():
    stand = Bok(stilling=_stilling()).stand
    der = {f.person.navn: f for f in stand.frammoete}
    assert der["Jonas Moe"].status is Status.FORFALL
    assert der["Kari Dahl"].status is Status.BEKREFTES
    assert (der["Kari Dahl"].vara, der["Kari Dahl"].vara_for) == (True, "Jonas Moe")
    assert (der["Siri Haug"].kom, der["Siri Haug"].status) == (time(13, 20), Status.BEKREFTES)
    assert (der["Mona Berg"].rolle, der["Mona Berg"].tilknytning) == ("brukerrepresentant", "kommunene")


def test_lederen_leder_og_nestlederen_naar_lederen_har_forfall():
    assert Bok().stand.moeteleder == ANNE
    assert Bok(stilling=_stilling()).stand.moeteleder == Hvem("Berit Nes", 2)
    assert Bok().stand.referenter == (EMIL, JO)


def test_en_felles_del_paa_sakslisten_har_egen_nummerering():
    innkalling = innkallingen()
    innkalling.agenda += [
        Agendapunkt(Agendatype.AVSLUTNING, "Felles møte med Fagråd for legevakt"),
        Agendapunkt(Agendatype.SAK, "Velkommen", "1/24"),
    ]
    stand = Bok(innkalling).stand
    assert [(d.nr, d.tittel, d.organ_ids) for d in stand.deler][1:] == [
        (1, "Felles møte med Fagråd for legevakt", (ASU, RAAD))
    ]
    assert [(s.saksnr, s.del_nr) for s in stand.saker][-1] == ("1/24", 1)
    assert DAGEN.year == 2024


def test_et_moete_registeret_ikke_kjenner():
    bok = Bok()
    with pytest.raises(LookupError):
        aapne(replace(bok.moete, id=99), bok.register, Stilling(), Akt(EMIL, kl("12.55"), "a"))


def test_linjer_om_det_som_ikke_er_der_hoppes_over():
    bok = Bok()
    akt = Akt(EMIL, kl("14.00"), "x")
    om = (
        akt.foering(Foeringsslag.PUNKT, nr=1, sak=88, tekst="Hvor?", slag="notat"),
        akt.foering(Foeringsslag.ENDRET, nr=7, tekst="Hva?"),
        akt.foering(Foeringsslag.STROEKET, nr=7),
        akt.foering(Foeringsslag.FLYTTET, nr=7, sak=88),
        akt.foering(Foeringsslag.UNNTATT, sak=88, hjemmel="offl. § 13"),
        akt.foering(Foeringsslag.SAK_AAPNET, sak=88),
        akt.foering(Foeringsslag.SAK_ENDRET, sak=88, tekst="Ny"),
        akt.foering(Foeringsslag.MERKNAD_SVART, nr=3, tatt_inn=True),
        akt.foering(Foeringsslag.FORESLAATT_SVART, nr=3, tatt_inn=True),
        akt.foering(Foeringsslag.IKKE_MED, hvem={"navn": "Ingen", "id": None}),
    )
    stand = les([*bok.linjer, *om])
    assert replace(stand, teller=bok.stand.teller) == bok.stand


def test_en_ny_sak_i_moetets_egen_del_kommer_foer_den_felles_delen():
    bok = Bok()
    bok.gjoer(ny_del, "Felles møte")
    bok.gjoer(ny_sak, "Velkommen", "1/24")
    bok.gjoer(gaa_til_del)
    bok.gjoer(ny_sak, "Avslutningsvis", "14/24", slag=Boksakslag.AVSLUTNING)
    assert [s.saksnr for s in bok.stand.saker][-3:] == ["14/24", None, "1/24"]
