"""A part of a møte that is another body's: filed under that body when the referat is approved."""

from dataclasses import replace

import pytest

from bot.domain import bokloep, bokpunkt
from bot.domain.bokakt import Akt
from bot.domain.bokframmoete import til_stede
from bot.domain.boklesing import les
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moetebok import Punktslag
from bot.domain.referat import Referat
from tests.dialogs.godkjenningsfolk import OLGA, OVE, SIRI, bygg_bok


@pytest.fixture
async def hus():
    """ASU's møte has a part with PSU; it is closed again after that."""
    hus = await bygg_bok()
    async with hus.chat.store.turn() as uow:
        bok, linjer = await uow.boeker.laas(hus.bok_id)
        nye = []

        def gjoer(handling, *hva, **mer):
            akt = Akt(Hvem("Ove Bakk"), bok.aapnet, f"del-{len(nye)}")
            nye.extend(handling(les([*linjer, *nye]), akt, *hva, **mer))

        gjoer(bokloep.gjenaapne)
        gjoer(bokloep.ny_del, "Felles møte med PSU", [hus.huset.psu.id])
        gjoer(bokloep.ny_sak, "Skyss", "01/24", del_nr=1)
        gjoer(bokpunkt.nytt, Punktslag.KONKLUSJON, "Skyssen ordnes.")
        gjoer(bokloep.hev)
        lagret = await uow.boeker.noter(hus.bok_id, nye)
        stand = les([*linjer, *lagret])
        await uow.boeker.lagre(replace(bok, tilstand=stand.tilstand, siste=stand.siste))
        await uow.commit()
    return hus


async def _psu(hus):
    async with hus.chat.store.read() as arkiv:
        register = await arkiv.register()
        hoder = [h for h in register.moeter if h.dato == hus.moete.dato and hus.huset.psu.id in h.organ_ids]
        return [await arkiv.moete(h.id) for h in hoder]


async def test_only_that_part_is_filed_there(hus):
    await hus.send()
    assert await _psu(hus) == []
    await hus.godkjenn()
    [moete] = await _psu(hus)
    assert [s.tittel for d in moete.referat.deler for s in d.saker] == ["Skyss"]
    vist = await hus.si(OLGA, "vis referatet fra PSU 15. mai")
    assert "Skyssen ordnes." in vist
    assert "Tas til orientering." not in vist
    eget = await hus.referatet()
    assert len(eget.deler) == 2


@pytest.mark.parametrize("med_referat", [True, False])
async def test_a_møte_they_have_by_themselves_that_day_is_left_alone(hus, med_referat):
    async with hus.chat.store.turn() as uow:
        eget = Moete(hus.huset.psu.helsefellesskap_id, [hus.huset.psu.id], hus.moete.dato)
        if med_referat:
            eget.referat = Referat("PSU", moeteleder="Olga Ness", dato=hus.moete.dato)
        eget = await uow.save_moete(eget)
        await uow.commit()
    await hus.send()
    await hus.godkjenn()
    urort, ny = sorted(await _psu(hus), key=lambda m: m.id != eget.id)
    assert urort.referat == eget.referat
    assert [s.tittel for d in ny.referat.deler for s in d.saker] == ["Skyss"]


async def test_who_was_only_there_is_not_sent_the_rest(hus):
    async with hus.chat.store.turn() as uow:
        register = await uow.register()
        olga = next(m for m in register.organ(hus.huset.psu.id).medlemmer if m.navn == "Olga Ness")
        _, linjer = await uow.boeker.laas(hus.bok_id)
        akt = Akt(Hvem("Ove Bakk"), linjer[0].at, "olga")
        nye = til_stede(les(linjer), akt, [Hvem(olga.navn, olga.person_id)], del_nr=1)
        await uow.boeker.noter(hus.bok_id, nye)
        await uow.commit()
    await hus.send()
    assert not [m for m in (await hus.chat.post())[OLGA] if "Tas til orientering" in m.text]


async def test_the_other_body_gets_that_part_and_may_remark_on_it(hus):
    svar = await hus.si(OVE, "send referatet til godkjenning")
    assert "Den felles delen går også til 1 person i PSU." in svar
    await hus.trykk(OVE, svar.knapp("Ja"))
    [sendt] = [m for m in (await hus.chat.post())[OLGA] if "Skyss" in m.text]
    assert "Skyssen ordnes." in sendt.text
    assert "Tas til orientering." not in sendt.text
    les = next(k for k in sendt.buttons if k.label.startswith("Les"))
    vist = await hus.trykk(OLGA, les)
    assert "Skyssen ordnes." in vist
    assert "Tas til orientering." not in vist
    await hus.si(OLGA, "merknad til referatet: Skyssen var Søndres forslag")
    [merknad] = (await hus.stand()).merknader
    assert merknad.av.navn == "Olga Ness"
    ingen = next(k for k in sendt.buttons if k.label.startswith("Ingen"))
    assert "merknader" in await hus.trykk(OLGA, ingen)


async def test_the_whole_of_it_is_not_the_other_body_s(hus):
    await hus.send()
    [sendt] = [m for m in (await hus.chat.post())[OLGA] if "Skyss" in m.text]
    les = next(k for k in sendt.buttons if k.label.startswith("Les"))
    for data in ({**les.data, "del": 0}, {"moete": les.data["moete"]}, {**les.data, "del": 7}):
        assert "Tas til orientering." not in await hus.trykk(OLGA, replace(les, data=data))
    siri = await hus.trykk(SIRI, les)
    assert "Skyssen ordnes." not in siri


async def test_a_search_shows_the_felles_sak_once(hus):
    await hus.send()
    await hus.godkjenn()
    svar = await hus.si(OVE, "søk etter skyss")
    assert svar.text.count("Skyssen ordnes.") == 1
