"""Who was there: read from names, from Teams, from clocks; and who was there for which sak."""

from datetime import time

import pytest
from bokbord import ANNE, ASU, DAGEN, EMIL, JONAS, KARI, RAAD, SIRI, Bok

from bot.domain import bokfeil, boknavn
from bot.domain.bokframmoete import (
    alle_til_stede,
    bekreft,
    forfall,
    gikk,
    ikke_med,
    kom,
    liste,
    som_vara,
    teams_inn,
    teams_ut,
    til_stede,
    til_stede_i,
)
from bot.domain.bokgodkjenning import godkjenn
from bot.domain.bokloep import hev, ny_del, ny_sak
from bot.domain.boknavn import Nevnt, finn, folk, i_parentes, nevnt, ukjente
from bot.domain.bokstand import Status
from bot.domain.frammoete import Hvem

BERIT = Hvem("Berit Nes", 2)


def kjente(bok: Bok) -> tuple[Hvem, ...]:
    return folk(bok.stand, bok.register, [ASU], DAGEN)


def der(bok: Bok, hvem: Hvem, del_nr: int = 0):
    return next(f for f in bok.stand.frammoete if f.person == hvem and f.del_nr == del_nr)


def navnene(bok: Bok, saksnr: str) -> list[str]:
    return [f.person.navn.split()[0] for f in til_stede_i(bok.stand, bok.sak(saksnr))]


def test_fornavn_er_nok_naar_bare_en_heter_det():
    bok = Bok()
    assert finn(kjente(bok), "siri") == SIRI
    assert finn(kjente(bok), "Kari Dahl") == KARI
    assert finn(kjente(bok), "Per  Ukjent") == Hvem("Per Ukjent")
    assert ukjente([SIRI, Hvem("Per")]) == (Hvem("Per"),)


def test_flere_med_samme_fornavn_maa_skilles():
    bok = Bok()
    bok.gjoer(til_stede, [Hvem("Siri Moen")])
    with pytest.raises(bokfeil.FlereHeter) as avslag:
        finn(kjente(bok), "Siri")
    assert {h.navn for h in avslag.value.kandidater} == {"Siri Haug", "Siri Moen"}
    assert finn(kjente(bok), "Siri", foerst=[SIRI]) == SIRI
    assert finn(kjente(bok), "Siri Moen") == Hvem("Siri Moen")
    bok.gjoer(forfall, [SIRI])
    assert finn(kjente(bok), "Siri", foerst=boknavn.til_stede(bok.stand)) == Hvem("Siri Moen")


def test_det_som_staar_i_parentes():
    assert i_parentes(KARI, "vara HNT") == Nevnt(KARI, vara=True, vara_for="HNT")
    assert i_parentes(KARI, "vara for Jonas Moe") == Nevnt(KARI, vara=True, vara_for="Jonas Moe")
    assert i_parentes(KARI, "vara") == Nevnt(KARI, vara=True)
    assert i_parentes(KARI, "Brukerrepresentant kommunene") == Nevnt(
        KARI, "kommunene", "brukerrepresentant"
    )
    assert i_parentes(KARI, "sekretariat helsefellesskap") == Nevnt(KARI, "helsefellesskap", "sekretariat")
    assert i_parentes(KARI, "Vik, Nes") == Nevnt(KARI, "Vik, Nes")


def test_uten_parentes_sier_registeret_det():
    bok = Bok()
    assert nevnt(bok.register, [ASU], DAGEN, SIRI) == Nevnt(SIRI, "Vik sykehus, KIR")
    assert nevnt(bok.register, [ASU], DAGEN, KARI) == Nevnt(KARI, vara=True, vara_for="Moe")
    assert nevnt(bok.register, [ASU], DAGEN, Hvem("Per")) == Nevnt(Hvem("Per"))
    assert nevnt(bok.register, [ASU], DAGEN, SIRI, "Nes") == Nevnt(SIRI, "Nes")


def test_til_stede_og_forfall_sies_i_listen():
    bok = Bok()
    bok.gjoer(til_stede, [SIRI, Nevnt(Hvem("Per Gjest"), "Vik")])
    bok.gjoer(forfall, [JONAS])
    bok.gjoer(som_vara, KARI, "Jonas Moe")
    assert (der(bok, SIRI).status, der(bok, SIRI).tilknytning) == (Status.TIL_STEDE, "Vik sykehus, KIR")
    assert der(bok, Hvem("Per Gjest")).tilknytning == "Vik"
    assert der(bok, JONAS).status is Status.FORFALL
    assert (der(bok, KARI).vara, der(bok, KARI).vara_for) == (True, "Jonas Moe")


def test_alle_til_stede_unntatt_en():
    bok = Bok()
    bok.gjoer(alle_til_stede, [JONAS])
    status = bok.folk()
    assert status.pop("Jonas Moe") == "forfall"
    assert set(status.values()) == {"til_stede"}
    tom = Bok(tom=True)
    tom.gjoer(ikke_med, [f.person for f in tom.stand.frammoete])
    with pytest.raises(bokfeil.IngenIListen):
        tom.gjoer(alle_til_stede)


def test_referenten_bekrefter_de_som_er_ventet():
    bok = Bok()
    bok.gjoer(bekreft, [SIRI])
    assert der(bok, SIRI).status is Status.TIL_STEDE
    assert der(bok, JONAS).status is Status.BEKREFTES
    bok.gjoer(bekreft)
    assert set(bok.folk().values()) == {"til_stede"}
    with pytest.raises(bokfeil.IngenAaBekrefte):
        bok.gjoer(bekreft)
    with pytest.raises(bokfeil.IkkeIListen):
        bok.gjoer(bekreft, [KARI])


def test_kom_og_gikk_og_kom_igjen():
    bok = Bok()
    bok.gjoer(kom, SIRI, time(13, 20))
    bok.gjoer(gikk, SIRI, time(14, 0))
    bok.gjoer(kom, SIRI, time(14, 30))
    siri = der(bok, SIRI)
    assert (siri.kom, siri.gikk, siri.borte) == (time(13, 20), None, ((time(14), time(14, 30)),))
    bok.gjoer(kom, SIRI, time(14, 25))
    assert der(bok, SIRI).borte == ((time(14), time(14, 25)),)
    bok.gjoer(kom, SIRI, time(13, 15))
    assert der(bok, SIRI).kom == time(13, 15)
    with pytest.raises(bokfeil.GikkFoerKom):
        bok.gjoer(gikk, SIRI, time(13, 10))
    bok.gjoer(gikk, JONAS, at="15.30")
    assert der(bok, JONAS).gikk == time(15, 30)
    bok.gjoer(kom, JONAS, time(13, 5))
    assert (der(bok, JONAS).kom, der(bok, JONAS).gikk) == (time(13, 5), time(15, 30))


def test_en_med_forfall_kom_likevel():
    bok = Bok()
    bok.gjoer(forfall, [SIRI])
    bok.gjoer(kom, SIRI, at="13.20")
    assert (der(bok, SIRI).status, der(bok, SIRI).kom) == (Status.TIL_STEDE, time(13, 20))


def test_til_stede_per_sak_foelger_av_klokka():
    bok = Bok()
    bok.gjoer(ikke_med, [f.person for f in bok.stand.frammoete])
    bok.gjoer(til_stede, [ANNE, SIRI, JONAS, BERIT])
    bok.gjoer(kom, SIRI, time(13, 20))
    bok.gjoer(gikk, JONAS, time(13, 50))
    bok.gjoer(gikk, BERIT, time(13, 5))
    bok.gjoer(kom, BERIT, time(14, 0))
    bok.gaa("09/24", "13.00")
    bok.gaa("10/24", "13.10")
    bok.gaa("11/24", "13.50")
    bok.gjoer(hev, at="14.30")
    assert navnene(bok, "09/24") == ["Anne", "Jonas", "Berit"]
    assert navnene(bok, "10/24") == ["Anne", "Siri", "Jonas"]
    assert navnene(bok, "11/24") == ["Anne", "Siri", "Berit"]
    assert navnene(bok, "12/24") == ["Anne", "Siri", "Jonas", "Berit"]


def test_teams_sier_fra_men_referenten_bestemmer():
    bok = Bok()
    bok.gjoer(forfall, [JONAS])
    bok.gjoer(bekreft, [SIRI])
    for hvem, klokke in ((JONAS, time(13, 7)), (SIRI, time(13, 8)), (Hvem("Per Gjest"), None)):
        bok.gjoer(teams_inn, hvem, klokke, av=None)
    assert (der(bok, JONAS).status, der(bok, JONAS).kom, der(bok, JONAS).teams) == (
        Status.BEKREFTES,
        time(13, 7),
        True,
    )
    assert der(bok, SIRI).kom is None
    assert der(bok, Hvem("Per Gjest")).kom is None
    bok.gjoer(teams_ut, JONAS, time(14), av=None)
    bok.gjoer(teams_inn, JONAS, time(14, 10), av=None)
    bok.gjoer(bekreft, [JONAS])
    assert der(bok, JONAS).borte == ((time(14), time(14, 10)),)
    assert bok.gjoer(teams_ut, Hvem("Ingen"), time(14), av=None) == ()
    assert bok.gjoer(teams_ut, SIRI, time(14), av=None) == ()
    bok.gjoer(hev)
    assert bok.gjoer(teams_ut, BERIT, time(17), av=None) == ()


def test_en_del_kan_ha_sitt_eget_frammoete():
    bok = Bok()
    bok.gjoer(alle_til_stede)
    bok.gjoer(ny_del, "Felles møte", [ASU, RAAD])
    bok.gjoer(ny_sak, "Velkommen", "1/24")
    assert len(liste(bok.stand, 1)) == 7
    bok.gjoer(til_stede, [SIRI, Hvem("Tor Lege")], del_nr=1)
    assert navnene(bok, "1/24") == ["Siri", "Tor"]
    assert len(navnene(bok, "10/24")) == 7
    assert "Tor Lege" not in {f.person.navn for f in liste(bok.stand)}


def test_et_laast_referat_har_det_frammoetet_det_har():
    bok = Bok()
    bok.gjoer(hev)
    bok.gjoer(godkjenn, usendt=True)
    for regel, args in (
        (til_stede, ([SIRI],)),
        (forfall, ([SIRI],)),
        (alle_til_stede, ()),
        (kom, (SIRI,)),
        (gikk, (SIRI,)),
        (som_vara, (KARI, "Moe")),
        (bekreft, ()),
        (ikke_med, ([SIRI],)),
    ):
        with pytest.raises(bokfeil.Laast):
            bok.gjoer(regel, *args)
    assert bok.stand.referenter[0] == EMIL
