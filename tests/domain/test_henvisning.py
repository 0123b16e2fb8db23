"""References in text: which sak, in which body's møte, and whether it is there."""

from datetime import date

import pytest

from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.referat import Referat, Referatdel, Referatsak
from bot.language.henvisninger import finn, i_moetet, manglende
from tests.fakes import FakeStore

NOVEMBER, JANUAR = date(2024, 11, 26), date(2025, 1, 30)


async def hus():
    """A fagråd with sak 13/24 on 26.11.24, and a PSU with sak 4/25 in January."""
    store = FakeStore()
    async with store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap("Vikvåg"))).id
        organer = [
            await uow.save_organ(
                Organ(fellesskap, [Organnavn(navn, Navneslag.NAVN), Organnavn(kort, Navneslag.KORT)])
            )
            for navn, kort in (("Fagråd for kystvakt", "FKV"), ("Politisk samarbeidsutvalg", "PSU"))
        ]
        for organ, dag, nr in ((organer[0], NOVEMBER, "13/24"), (organer[1], JANUAR, "4/25")):
            referat = Referat(deler=[Referatdel([Referatsak(nr, f"Sak {nr}")])])
            await uow.save_moete(Moete(fellesskap, [organ.id], dag, referat=referat))
        await uow.commit()
    return store, fellesskap, [o.id for o in organer]


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Se sak 13/24 i møte 26.11.24.", [(13, 2024, NOVEMBER, None)]),
        ("I møte 26.11.24 sak 13/24 ble det besluttet å gå videre.", [(13, 2024, NOVEMBER, None)]),
        ("Til info: sak 04/25 i PSU 04-25 - Prinsipper.pdf", [(4, 2025, None, "PSU")]),
        ("PSU-sak 4/25 og sak 13/24", [(4, 2025, None, "PSU"), (13, 2024, None, None)]),
        ("Sak 04/2025 i Politisk samarbeidsutvalg følges opp.", [(4, 2025, None, "PSU")]),
        ("Møtet er 26.11.24. Saken er ny.", []),
        ("Sak 12 tas opp igjen.", []),
        ("Vi møtes 14/5 og 50/50 er delt.", []),
        ("Frist 31.12.24 for sak 13/24", [(13, 2024, None, None)]),
        ("Sak 13/24 i møte 31.02.24", [(13, 2024, None, None)]),
    ],
)
async def test_hva_en_tekst_viser_til(tekst, ventet):
    store, _, [_, psu] = await hus()
    async with store.turn() as uow:
        funnet = finn(tekst, await uow.register(), JANUAR)
    ids = {None: (), "PSU": (psu,)}
    assert [(h.nummer, h.aar, h.dato, h.organ_ids) for h in funnet] == [
        (nr, aar, dag, ids[organ]) for nr, aar, dag, organ in ventet
    ]


async def slaatt_opp(*tekster: str):
    store, fellesskap, [fkv, _] = await hus()
    eget = Moete(
        fellesskap, [fkv], JANUAR, referat=Referat(deler=[Referatdel([Referatsak("02/25", "Status")])])
    )
    async with store.turn() as uow:
        oppslag = await i_moetet(uow, eget, tekster)
        merknader = await manglende(uow, eget, tekster)
    return [(h.sak.saksnr, h.hode.dato) for h in oppslag.finnes], [m.fakta["tekst"] for m in merknader]


async def test_det_som_finnes_blir_lenker_og_det_andre_merknader():
    finnes, mangler = await slaatt_opp(
        "Sak 13/24 i møte 26.11.24 og sak 04/25 i PSU.",
        "Sak 99/24 ble utsatt. Se sak 13/24 i møte 27.11.24.",
    )
    assert finnes == [("13/24", NOVEMBER), ("4/25", JANUAR)]
    assert mangler == ["Sak 99/24", "sak 13/24 i møte 27.11.24"]


async def test_uten_utvalg_menes_moetets_eget():
    finnes, mangler = await slaatt_opp("Sak 13/24. Sak 04/25.")
    assert finnes == [("13/24", NOVEMBER)]
    assert mangler == ["Sak 04/25"]


async def test_moetets_egne_saker_er_verken_lenker_eller_merknader():
    assert await slaatt_opp("Sak 02/25 tas opp igjen.") == ([], [])


async def test_den_samme_henvisningen_teller_en_gang():
    assert await slaatt_opp("Sak 99/24.", "Sak 99/24.") == ([], ["Sak 99/24"])
