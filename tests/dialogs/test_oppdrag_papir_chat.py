"""A referat from a paper that asks another body for something; and the whole of it in nynorsk."""

from datetime import date

import pytest

from bot.domain.reading import Reading
from bot.domain.referat import Oppfoelging, Referat, Referatdel, Referatsak
from tests.dialogs.moetefolk import OVE
from tests.dialogs.oppdragfolk import BER, GRO, RAADKANAL, bygg_oppdrag


@pytest.fixture
async def hus():
    return await bygg_oppdrag()


def _referat(dag: date) -> Reading:
    sak = Referatsak("04/24", "Opplæring", konklusjon=["ASU ber fagråd 1 om en plan."])
    oppfoelging = [Oppfoelging("04/24", "Berit avklarer med Fagråd 3", "Berit Nes")]
    return Reading(
        referat=Referat(
            "Administrativt samarbeidsutvalg", dato=dag, deler=[Referatdel([sak])], oppfoelging=oppfoelging
        )
    )


async def _importer(hus, dag: date):
    hus.chat.files.readings["referat.pdf"] = _referat(dag)
    svar = await hus.chat.slipp(OVE, "referat.pdf", at=hus.ref.naa())
    return await hus.trykk(OVE, svar, "Lagre")


async def test_it_is_proposed_when_the_referat_is_imported(hus):
    await _importer(hus, date(2024, 4, 10))
    spurt = await hus.spurt()
    assert "på 2 steder" in spurt.text
    svar = await hus.trykk(OVE, spurt, "Send til Fagråd 1")
    assert svar.foerst == "Oppdraget er sendt til Fagråd 1."
    post = (await hus.chat.post())[RAADKANAL.id][0].text
    assert "Foreløpig" not in post
    assert "Sak 04/24 i møtet onsdag 10. april 2024" in post


async def test_not_of_an_old_paper(hus):
    await _importer(hus, date(2024, 3, 1))
    assert await hus.alle() == []


async def test_anyone_may_see_what_stands_in_a_referat_that_is_godkjent(hus):
    await _importer(hus, date(2024, 4, 10))
    await hus.trykk(OVE, await hus.spurt(), "Send til Fagråd 1")
    assert "en plan" in await hus.si("petter fremmed", "hvilke oppdrag har fagråd 1 fra ASU?")


async def test_in_nynorsk(hus):
    for hvem in (OVE, GRO):
        await hus.si(hvem, "svar meg på nynorsk")
    await hus.si(OVE, "sak 2", f"vedtak: {BER}", "møtet er hevet")
    (spurt,) = [m for m in (await hus.chat.post())[OVE] if "Ikkje send" in str(m.card)]
    assert spurt.text.startswith("Referatet bed eit anna utval om noko.")
    svar = await hus.trykk(OVE, spurt, "Send til Fagråd 1")
    assert svar.foerst == "Oppdraget er sendt til Fagråd 1."
    til_gro = (await hus.chat.post())[GRO][0].text
    assert "Førebels – referatet er ikkje godkjent" in til_gro
    svar = await hus.si(GRO, "svar på oppdrag 1: Planen er klar.")
    assert svar.foerst == "Svaret er sendt til ASU."
    assert "svart på" in await hus.si(OVE, "kva har vi bedt fagråd 1 om?")
