"""What holds of a møtebok whatever is done in it, in whatever order, by whom."""

import json
from dataclasses import replace
from datetime import date

from bokbord import ANNE, EMIL, JO, JONAS, SIRI, Bok
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.bokangre import gjeldende
from bot.domain.bokframmoete import alle_til_stede, gikk, ikke_med, kom, teams_inn, til_stede
from bot.domain.boklesing import les
from bot.domain.bokloep import aapne_sak, gaa_til_del, gjenaapne, hev, ny_del, ny_sak, pause, tilbake
from bot.domain.bokpunkt import Punktutkast, nye
from bot.domain.bokrette import bytt, endre_slag, flytt, hent, rett, sett_frist, sett_hvem, stryk, unnta
from bot.domain.bokstand import Bokstand, Teller
from bot.domain.bokvedtak import forslag_til, vedta
from bot.domain.errors import Refusal
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering, Foeringsslag, Punktslag

FOLK = (EMIL, JO, ANNE)
SLAG = tuple(Punktslag)
TALL = st.integers(0, 30)
STEG = st.tuples(st.sampled_from(FOLK), st.integers(0, 23), TALL, TALL)


def gjoer(bok: Bok, hvem: Hvem, hva: int, en: int, to: int) -> None:
    """Something, if the rules allow it."""
    saker = bok.stand.saker
    sak = saker[en % len(saker)].key if saker else 1
    punkt, slag = en % (len(bok.stand.punkter) + 1) + 1, SLAG[to % len(SLAG)]
    utkast = [
        Punktutkast(slag, f"Punkt {en} av {to}.", (SIRI,) if to % 3 == 0 else ()) for _ in range(1 + to % 2)
    ]
    regler = (
        (nye, (utkast,)),
        (nye, (utkast,)),
        (nye, ([replace(utkast[0], sak=sak)],)),
        (aapne_sak, (sak,)),
        (aapne_sak, (sak,)),
        (rett, (punkt, f"Rettet {to}.")),
        (bytt, (punkt, "av", f"ved {to} av")),
        (endre_slag, (punkt, slag)),
        (flytt, (punkt, saker[to % len(saker)].key)),
        (stryk, ([punkt],)),
        (hent, (punkt,)),
        (sett_frist, (punkt, date(2024, 6, 1 + to % 28))),
        (sett_hvem, (punkt, [JONAS])),
        (unnta, ("offl. § 13",)),
        (ny_sak, (f"Ny sak {en} {to}", f"{20 + to}/24")),
        (ny_del, (f"Felles møte {to % 3}",)),
        (gaa_til_del, (to % 3,)),
        (pause, ()),
        (tilbake, ()),
        (til_stede, ([SIRI, JONAS],)),
        (kom if to % 2 else gikk, (SIRI,)),
        (teams_inn if to % 2 else ikke_med, (JONAS, None) if to % 2 else ([JONAS],)),
        (alle_til_stede, ()) if to % 2 else (vedta, (forslag_til(bok.moete, bok.stand.sak(sak)),)),
        (hev if to % 2 else gjenaapne, ()),
    )
    regel, args = regler[hva]
    mer = {"sak": sak} if regel is unnta and to % 2 else ({"nr": punkt} if regel is unnta else {})
    bok.gjoer(regel, *args, av=hvem, at=f"{13 + to % 4}.{en:02}", **mer)


@st.composite
def boeker(draw) -> Bok:
    """A møtebok in which anything was done, and some of it taken back."""
    bok = Bok()
    bok.gaa("10/24")
    for hvem, hva, en, to in draw(st.lists(STEG, max_size=40)):
        try:
            gjoer(bok, hvem, hva, en, to)
            if to % 5 == 0:
                bok.angre(hvem)
        except Refusal:
            pass
    return bok


def uten_spor(stand: Bokstand) -> Bokstand:
    """Without what also counts what was taken back."""
    return replace(stand, teller=Teller(), skrev={}, siste=0)


@settings(max_examples=150, deadline=None)
@given(boeker())
def test_det_som_er_angret_er_som_om_det_aldri_ble_gjort(bok: Bok):
    assert uten_spor(les(gjeldende(bok.linjer))) == uten_spor(bok.stand)


@settings(max_examples=150, deadline=None)
@given(boeker())
def test_numre_brukes_aldri_om_igjen(bok: Bok):
    lagt = [x for x in bok.linjer if x.slag in (Foeringsslag.PUNKT, Foeringsslag.SAK_LAGT)]
    punkter = [x.nr for x in lagt if x.slag is Foeringsslag.PUNKT]
    assert punkter == list(range(1, len(punkter) + 1))
    keys = [x.sak for x in lagt if x.slag is Foeringsslag.SAK_LAGT]
    assert len(keys) == len(set(keys))
    assert (bok.stand.teller.punkt, bok.stand.teller.sak) == (len(punkter), max(keys))


@settings(max_examples=150, deadline=None)
@given(boeker(), st.lists(st.integers(0, 120), max_size=4))
def test_lest_i_biter_er_det_samme_som_lest_under_ett(bok: Bok, kutt: list[int]):
    stand = None
    for slutt in [*sorted(k for k in kutt if k < len(bok.linjer)), len(bok.linjer)]:
        stand = les(bok.linjer[:slutt], stand)
    assert stand == bok.stand


@settings(max_examples=100, deadline=None)
@given(boeker())
def test_linjene_er_vanlig_json(bok: Bok):
    lagret = [replace(x, verdier=json.loads(json.dumps(x.verdier))) for x in bok.linjer]
    assert les(lagret) == bok.stand


@settings(max_examples=100, deadline=None)
@given(boeker())
def test_alt_henger_sammen(bok: Bok):
    stand = bok.stand
    keys, deler = {s.key for s in stand.saker}, {d.nr for d in stand.deler}
    assert stand.aapen is None or stand.aapen in keys
    assert stand.aapen_del in deler
    assert all(s.del_nr in deler and s.under in {None, *keys} for s in stand.saker)
    assert [s.del_nr for s in stand.saker] == sorted(s.del_nr for s in stand.saker)
    assert all(p.sak in keys and p.revisjoner and p.nr == nr for nr, p in stand.punkter.items())
    assert all(a.til is None or a.til >= a.fra for a in stand.loep)
    assert sum(a.til is None for a in stand.loep) <= 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([EMIL, JO]), min_size=1, max_size=60))
def test_to_referenter_om_hverandre_mister_ingenting_og_holder_rekkefoelgen(tur: list[Hvem]):
    bok = Bok()
    bok.gaa("10/24")
    sagt: dict[Hvem, list[str]] = {EMIL: [], JO: []}
    for nr, hvem in enumerate(tur):
        sagt[hvem].append(f"{hvem.navn} {nr}.")
        bok.si("innspill", sagt[hvem][-1], av=hvem)
    for hvem, tekster in sagt.items():
        punkter = bok.stand.i_sak(bok.sak("10/24"))
        assert [p.tekst for p in punkter if p.revisjoner[0].av == hvem] == tekster
    assert len(bok.stand.punkter) == len(tur)


@settings(max_examples=60, deadline=None)
@given(boeker(), TALL)
def test_stroeket_og_hentet_er_som_foer(bok: Bok, nr: int):
    staar = [p for p in bok.stand.punkter.values() if not p.stroeket]
    if not staar:
        return
    valgt = staar[nr % len(staar)]
    foer = bok.stand
    bok.gjoer(stryk, [valgt.nr])
    bok.gjoer(hent, valgt.nr)
    assert uten_spor(bok.stand) == uten_spor(foer)


def test_linjer_som_ikke_er_lagret_ennaa_kan_leses_etter_de_andre():
    bok = Bok()
    bok.gaa("10/24")
    ny = Foering(
        Foeringsslag.PUNKT, bok.linjer[-1].at, EMIL, "x", 1, bok.sak("10/24"), "Nytt.", {"slag": "notat"}
    )
    stand = les([*bok.linjer, ny], bok.stand)
    assert stand.punkter[1].tekst == "Nytt."
    assert stand.siste == bok.stand.siste
