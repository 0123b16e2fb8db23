"""The møtebok as the Referat that all else reads."""

from datetime import date, time

from bokbord import JONAS, KARI, RAAD, SIRI, Bok

from bot.domain.bokframmoete import alle_til_stede, som_vara
from bot.domain.bokloep import hev, ny_del, ny_sak
from bot.domain.bokreferat import til_referat
from bot.domain.bokrette import stryk, unnta
from bot.domain.bokvedtak import forslag_til, vedta, votering
from bot.domain.referat import Oppfoelging


def skrevet() -> Bok:
    bok = Bok()
    bok.gjoer(alle_til_stede, [JONAS])
    bok.gjoer(som_vara, KARI, "Jonas Moe")
    bok.gaa("10/24", "13.10")
    bok.si("notat", "Vaktene er delt.")
    bok.si("konklusjon", "Tas til orientering.")
    bok.si("innspill", "Husk helgene.", hvem=[SIRI])
    bok.si("oppfoelging", "Kari sjekker tallene", hvem=[KARI], frist=date(2024, 6, 12))
    bok.si("innspill", "Strykes.")
    bok.gjoer(stryk, [5])
    bok.gaa("11/24", "13.50")
    bok.gjoer(vedta, forslag_til(bok.moete, bok.stand.sak(bok.sak("11/24"))), nr=2)
    bok.si("innspill", "Ta med barna.")
    bok.gjoer(hev, at="15.10")
    return bok


def test_referatet_har_det_som_ble_sagt():
    bok = skrevet()
    referat = til_referat(bok.stand, bok.moete, bok.register)
    assert (referat.dato, referat.start, referat.slutt) == (date(2024, 5, 16), time(13), time(15, 10))
    assert (referat.moeteleder, referat.referenter) == ("Anne Vik", ["Emil Ås", "Jo Li"])
    assert [d.navn for d in referat.forfall] == ["Jonas Moe"]
    kari = next(d for d in referat.tilstede if d.navn == "Kari Dahl")
    assert (kari.vara, kari.vara_for) == (True, "Jonas Moe")
    assert next(d for d in referat.tilstede if d.navn == "Siri Haug").tilknytning == ["Vik sykehus", "KIR"]
    ti, elleve = (next(s for s in referat.deler[0].saker if s.saksnr == nr) for nr in ("10/24", "11/24"))
    assert (ti.innledning, ti.konklusjon) == (["Vaktene er delt."], ["Tas til orientering."])
    assert ti.punkter == ["Siri Haug: Husk helgene."]
    assert elleve.konklusjon == ["ASU gir følgende innspill:", "Ta med barna."]
    assert referat.oppfoelging == [
        Oppfoelging("10/24", "Kari sjekker tallene", "Kari Dahl", date(2024, 6, 12))
    ]


def test_stemmene_er_ikke_en_del_av_vedtaket():
    bok = skrevet()
    bok.gjoer(votering, "7 for, 2 mot", (7, 2, 0))
    (_, elleve) = (s for s in til_referat(bok.stand, bok.moete, bok.register).deler[0].saker[1:3])
    assert elleve.konklusjon == ["ASU gir følgende innspill:", "Ta med barna."]


def test_det_som_er_unntatt_staar_ikke_i_det_offentlige():
    bok = skrevet()
    bok.gjoer(unnta, "offl. § 13", nr=1)
    bok.gjoer(unnta, "offl. § 14", sak=bok.sak("11/24"))
    aapent = til_referat(bok.stand, bok.moete, bok.register, offentlig=True)
    ti, elleve = (next(s for s in aapent.deler[0].saker if s.saksnr == nr) for nr in ("10/24", "11/24"))
    assert ti.innledning == []
    assert (elleve.tittel, elleve.konklusjon) == ("", [])


def test_bare_delen_gaar_til_det_andre_organet():
    bok = skrevet()
    bok.gjoer(ny_del, "Felles møte med Fagråd for legevakt", [RAAD])
    bok.gjoer(ny_sak, "Velkommen", "1/24")
    bok.si("notat", "Alle ble ønsket velkommen.")
    delen = til_referat(bok.stand, bok.moete, bok.register, del_nr=1)
    assert delen.utvalg == "Fagråd for legevakt"
    assert [[s.saksnr for s in d.saker] for d in delen.deler] == [["1/24"]]
    hele = til_referat(bok.stand, bok.moete, bok.register)
    assert [d.tittel for d in hele.deler] == [None, "Felles møte med Fagråd for legevakt"]
