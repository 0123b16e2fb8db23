"""From utkast to godkjent; who may what."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from bokbord import ANNE, ASU, DAGEN, EMIL, JO, SIRI, Bok, kl

from bot.domain import bokfeil, bokpunktfeil
from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.bokakt import Akt
from bot.domain.bokforeslaatt import foreslaa, la_ligge, ta_inn, venter, vurder
from bot.domain.bokgodkjenning import (
    forrige_ikke_godkjent,
    godkjenn,
    godkjenn_ved_taushet,
    hode_etter,
    merknad,
    rettelse,
    send,
    svar_merknad,
    taushet_gjelder,
    ubesvarte,
)
from bot.domain.bokloep import hev, sett_moeteleder
from bot.domain.bokrett import (
    kan_foere,
    kan_godkjenne,
    kan_merke,
    kan_se,
    krev_foere,
    krev_godkjenne,
    krev_se,
)
from bot.domain.frammoete import Hvem
from bot.domain.fritekst import Felt, UgyldigTekst
from bot.domain.moetebok import Boktilstand, Moetebok, Punktslag
from bot.domain.organ import Rolle
from bot.domain.rettigheter import IkkeLov, Mangler, Rett

FRIST = date(2024, 5, 30)


def hevet() -> Bok:
    bok = Bok()
    bok.gaa("10/24", "13.10")
    bok.si("konklusjon", "Tas til orientering.")
    bok.gjoer(hev, at="15.00")
    return bok


def sendt() -> Bok:
    bok = hevet()
    bok.gjoer(send, FRIST, at="15.10")
    return bok


def test_et_aapent_referat_sendes_og_laases_ikke_med_et_ord():
    bok = Bok()
    for regel, args in ((send, (FRIST,)), (godkjenn, ())):
        with pytest.raises(bokfeil.IkkeHevet):
            bok.gjoer(regel, *args)


def test_sendt_til_medlemmene_med_frist():
    bok = sendt()
    assert (bok.stand.tilstand, bok.stand.merknadsfrist) == (Boktilstand.TIL_GODKJENNING, FRIST)
    assert bok.stand.sendt == kl("15.10")
    with pytest.raises(bokfeil.AlleredeSendt) as avslag:
        bok.gjoer(send, FRIST)
    assert avslag.value.frist == FRIST
    bok.gjoer(send, date(2024, 6, 6), paa_nytt=True)
    assert bok.stand.merknadsfrist == date(2024, 6, 6)
    with pytest.raises(bokfeil.FristIFortiden):
        bok.gjoer(send, date(2024, 5, 1), paa_nytt=True)


def test_merknader_tas_inn_eller_ikke_og_da_med_grunn():
    bok = hevet()
    with pytest.raises(bokfeil.IkkeSendt):
        bok.gjoer(merknad, "Jeg var til stede.", av=SIRI)
    bok.gjoer(send, FRIST)
    bok.gjoer(merknad, "Jeg var til stede, ikke fraværende.", av=SIRI)
    bok.gjoer(merknad, "Konklusjonen er for snill.", av=ANNE)
    assert [m.nr for m in ubesvarte(bok.stand)] == [1, 2]
    bok.gjoer(svar_merknad, 1, True)
    with pytest.raises(UgyldigTekst) as avslag:
        bok.gjoer(svar_merknad, 2, False, " ")
    assert avslag.value.felt is Felt.BEGRUNNELSE
    bok.gjoer(svar_merknad, 2, False, "Slik ble det sagt.")
    assert [(m.tatt_inn, m.svar) for m in bok.stand.merknader] == [
        (True, None),
        (False, "Slik ble det sagt."),
    ]
    with pytest.raises(bokfeil.MerknadFinnesIkke):
        bok.gjoer(svar_merknad, 3, True)
    for tekst in ("", "Pasienten 01010112345 var ikke nevnt"):
        with pytest.raises(UgyldigTekst) as feil:
            bok.gjoer(merknad, tekst, av=SIRI)
        assert feil.value.felt is Felt.MERKNAD


def test_godkjent_av_moeteleder_eller_i_neste_moete():
    bok = sendt()
    bok.gjoer(godkjenn, av=ANNE)
    assert (bok.stand.tilstand, bok.stand.godkjent_av, bok.stand.godkjent_i) == (
        Boktilstand.GODKJENT,
        ANNE,
        None,
    )
    neste = sendt()
    neste.gjoer(godkjenn, "sak 14/24 i møte 20.06.24")
    assert neste.stand.godkjent_i == "sak 14/24 i møte 20.06.24"
    for regel, args in ((godkjenn, ()), (send, (FRIST,)), (merknad, ("Nei.",)), (svar_merknad, (1, True))):
        with pytest.raises(bokfeil.Laast):
            bok.gjoer(regel, *args)


def test_det_som_ikke_er_sendt_eller_besvart_maa_spoerres_om():
    bok = hevet()
    with pytest.raises(bokfeil.IkkeSendt):
        bok.gjoer(godkjenn)
    bok.gjoer(send, FRIST)
    bok.gjoer(merknad, "Jeg var der.", av=SIRI)
    with pytest.raises(bokfeil.UbesvarteMerknader) as avslag:
        bok.gjoer(godkjenn)
    assert [m.nr for m in avslag.value.merknader] == [1]
    bok.gjoer(godkjenn, uansett=True)
    assert bok.stand.godkjent is not None


def test_taushet_gjelder_bare_der_organet_har_valgt_det_og_fristen_er_ute():
    bok = sendt()
    dagen_etter = FRIST + timedelta(days=1)
    assert taushet_gjelder(bok.stand, True, dagen_etter)
    assert not taushet_gjelder(bok.stand, False, dagen_etter)
    assert not taushet_gjelder(bok.stand, True, FRIST)
    assert not taushet_gjelder(hevet().stand, True, dagen_etter)
    with pytest.raises(bokfeil.IkkeVedTaushet):
        bok.gjoer(godkjenn_ved_taushet, True, av=None)
    etter = Akt(None, kl("12.00") + timedelta(days=20), "taushet")
    (linje,) = godkjenn_ved_taushet(bok.stand, etter, True)
    assert linje.av is None
    bok.gjoer(merknad, "Jeg var der.", av=SIRI)
    with pytest.raises(bokfeil.IkkeVedTaushet):
        godkjenn_ved_taushet(bok.stand, etter, True)


def test_et_laast_referat_faar_synlige_rettelser():
    bok = sendt()
    with pytest.raises(bokfeil.IkkeGodkjent):
        bok.gjoer(rettelse, "Skal være Nes.")
    bok.gjoer(godkjenn)
    bok.gjoer(rettelse, "Skal være Nes.", 1, at="16.00")
    (en,) = bok.stand.rettelser
    assert (en.tekst, en.nr, en.av, en.at) == ("Skal være Nes.", 1, EMIL, kl("16.00"))
    assert bok.tekster("10/24") == ["Tas til orientering."]
    with pytest.raises(bokpunktfeil.PunktFinnesIkke):
        bok.gjoer(rettelse, "Skal være Nes.", 8)


def test_det_forrige_referatet_er_det_siste_foer_dette_moetet():
    bok = Bok()
    (hode,) = bok.register.moeter
    moeter = [
        replace(hode, id=1, dato=DAGEN - timedelta(days=90)),
        replace(hode, id=2, dato=DAGEN - timedelta(days=60)),
        replace(hode, id=3, dato=DAGEN - timedelta(days=30)),
        replace(hode, id=4, dato=DAGEN - timedelta(days=2), organ_ids=(2,)),
        hode,
        replace(hode, id=9, dato=DAGEN + timedelta(days=30)),
    ]
    register = replace(bok.register, moeter=tuple(moeter))
    tilstander = {
        1: Boktilstand.UTKAST,
        2: Boktilstand.TIL_GODKJENNING,
        3: Boktilstand.GODKJENT,
        4: Boktilstand.UTKAST,
        7: Boktilstand.AAPEN,
        9: Boktilstand.UTKAST,
    }
    boeker = [Moetebok(moete_id, kl("13.00"), t) for moete_id, t in tilstander.items()]
    funnet = forrige_ikke_godkjent(boeker, register, hode)
    assert funnet is not None
    assert (funnet[0].moete_id, funnet[1].id) == (2, 2)
    assert forrige_ikke_godkjent([b for b in boeker if b.moete_id > 2], register, hode) is None


def test_hodet_folger_loggen():
    bok = sendt()
    bok.gjoer(godkjenn)
    hode = hode_etter(Moetebok(7, kl("12.55")), bok.stand)
    assert (hode.tilstand, hode.merknadsfrist, hode.godkjent) == (
        Boktilstand.GODKJENT,
        FRIST,
        bok.stand.godkjent,
    )


def test_et_medlems_forslag_til_referenten():
    bok = Bok()
    bok.gaa("10/24")
    bok.gjoer(foreslaa, "Det må noteres at helgene mangler.", av=SIRI)
    bok.gjoer(foreslaa, "Og ferien.", av=SIRI)
    (ett, _) = venter(bok.stand)
    assert (ett.av, ett.sak) == (SIRI, bok.sak("10/24"))
    bok.gaa("12/24")
    bok.gjoer(ta_inn, 1)
    bok.gjoer(la_ligge, 2)
    assert bok.stand.i_sak(bok.sak("10/24"))[0].hvem == (SIRI,)
    assert venter(bok.stand) == ()
    with pytest.raises(bokfeil.AlleredeBesvart):
        bok.gjoer(ta_inn, 1)
    with pytest.raises(bokfeil.ForslagetFinnesIkke):
        bok.gjoer(la_ligge, 7)
    bok.angre()
    assert [f.nr for f in venter(bok.stand)] == [2]
    bok.gjoer(foreslaa, "Mer.", av=SIRI)
    bok.gjoer(ta_inn, 3, Punktslag.NOTAT)
    assert bok.tekster("12/24") == ["Mer."]


def test_vurderingen_er_uten_navn():
    bok = Bok()
    for svar in (5, 2, 4):
        bok.gjoer(lambda _, akt, svar=svar: vurder(akt, svar), av=SIRI)
    assert bok.stand.vurderinger == (2, 4, 5)
    assert all(x.av is None for x in bok.linjer[-3:])
    for svar in (0, 6):
        with pytest.raises(bokfeil.UgyldigVurdering):
            vurder(Akt(SIRI, kl("15.00"), "v"), svar)


def aktoer(hvem: Hvem, *roller: Rolle, sikkerhet: Sikkerhet = Sikkerhet.SIKKER) -> Aktoer:
    return Aktoer(hvem, "k", sikkerhet, roller={ASU: frozenset(roller)} if roller else {})


GJEST = Hvem("Gro Gjest", 88)
"""A member of another body who is set as referent of this møte."""


def test_de_som_foerer_referatet():
    stand = Bok().stand
    for rolle in (Rolle.REFERENT, Rolle.LEDER, Rolle.SEKRETARIAT):
        assert kan_foere(aktoer(SIRI, rolle), stand, [ASU])
    for rolle in (Rolle.MEDLEM, Rolle.NESTLEDER, Rolle.VARA):
        assert not kan_foere(aktoer(SIRI, rolle), stand, [ASU])
    assert not kan_foere(aktoer(GJEST), stand, [ASU])
    assert kan_foere(aktoer(GJEST), replace(stand, referenter=(GJEST,)), [ASU])
    assert kan_foere(aktoer(GJEST), replace(stand, moeteleder=GJEST), [ASU])


def test_bare_et_navn_er_ikke_nok():
    stand = replace(Bok().stand, referenter=(GJEST,))
    ved_navn = aktoer(GJEST, sikkerhet=Sikkerhet.NAVN)
    with pytest.raises(IkkeLov) as avslag:
        krev_foere(ved_navn, stand, [ASU])
    assert (avslag.value.rett, avslag.value.mangler) == (Rett.FOERE_REFERAT, Mangler.KNYTNING)
    navnebror = aktoer(Hvem("Gro Gjest"))
    with pytest.raises(IkkeLov) as annen:
        krev_foere(navnebror, replace(stand, referenter=(Hvem("Gro Gjest"),)), [ASU])
    assert annen.value.mangler is Mangler.ROLLE


def test_lederen_og_den_som_ledet_godkjenner():
    bok = Bok()
    bok.gjoer(sett_moeteleder, SIRI)
    assert kan_godkjenne(aktoer(ANNE, Rolle.LEDER), bok.stand, [ASU])
    assert kan_godkjenne(aktoer(SIRI, Rolle.MEDLEM), bok.stand, [ASU])
    for hvem, rolle in ((JO, Rolle.REFERENT), (EMIL, Rolle.SEKRETARIAT)):
        with pytest.raises(IkkeLov):
            krev_godkjenne(aktoer(hvem, rolle), bok.stand, [ASU])


def test_hvem_som_ser_referatet_naar():
    medlem, ukjent = aktoer(SIRI, Rolle.MEDLEM), aktoer(GJEST)
    bok = hevet()
    assert kan_se(aktoer(EMIL, Rolle.REFERENT), bok.stand, [ASU])
    assert not kan_se(medlem, bok.stand, [ASU])
    with pytest.raises(IkkeLov):
        krev_se(medlem, bok.stand, [ASU])
    bok.gjoer(send, FRIST)
    assert kan_se(medlem, bok.stand, [ASU])
    assert kan_merke(medlem, [ASU])
    assert not kan_se(ukjent, bok.stand, [ASU])
    assert not kan_merke(ukjent, [ASU])
    bok.gjoer(godkjenn)
    assert kan_se(ukjent, bok.stand, [ASU])
