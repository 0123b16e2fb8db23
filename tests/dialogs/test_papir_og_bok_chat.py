"""A referat from a paper, for a møte whose referat is kept here."""

import json
from datetime import date

import pytest

from bot.documents.serial import from_json
from bot.domain.moetebok import Foeringsslag
from bot.domain.reading import Reading
from bot.domain.referat import Referat, Referatdel, Referatsak
from tests.dialogs.chat import privat
from tests.dialogs.godkjenningsfolk import ANNE, ETTER_FRISTEN, OLGA, OVE, bygg_bok

FIL = "referat.docx"
ANNET = "Noe helt annet."


def papir(konklusjon: str = ANNET) -> Reading:
    sak = Referatsak("02/24", "Digital hjemmeoppfølging – status", konklusjon=[konklusjon])
    return Reading(referat=Referat("ASU", dato=date(2024, 5, 15), deler=[Referatdel([sak])]))


async def slipp(hus):
    hus.chat.files.readings[FIL] = papir()
    return await hus.chat.slipp(OVE, FIL, at=ETTER_FRISTEN)


async def med_papir(hus) -> None:
    """As it may be where it was stored before there was a rule."""
    async with hus.chat.store.turn() as uow:
        moete = await uow.load_moete(hus.moete.id)
        moete.referat = papir().referat
        await uow.save_moete(moete)
        await uow.commit()


@pytest.mark.parametrize("send", [False, True])
async def test_it_is_refused_before_approval(send):
    hus = await bygg_bok(send=send)
    svar = await slipp(hus)
    assert svar.foerst == (
        "Referatet fra ASU onsdag 15. mai 2024 føres her, så filen er ikke lagret. "
        "Skriv «vis utkastet» for å se det som er ført, og rett det der."
    )
    assert svar.labels == []
    assert await hus.referatet() is None


async def test_it_is_refused_when_it_is_locked():
    hus = await bygg_bok(send=True)
    await hus.godkjenn()
    foer = await hus.referatet()
    svar = await slipp(hus)
    assert "er godkjent og låst, så filen er ikke lagret" in svar
    assert "Lagre" not in svar.labels
    assert await hus.referatet() == foer
    assert ANNET not in await hus.si(OLGA, "vis referatet fra ASU 15. mai")


async def test_also_where_it_is_opened_after_the_preview():
    hus = await bygg_bok()
    bok = hus.chat.store.data.boeker.pop(hus.bok_id)
    svar = await slipp(hus)
    assert "Lagre" in svar.labels
    hus.chat.store.data.boeker[hus.bok_id] = bok
    svar = await hus.chat.trykk(OVE, svar.knapp("Lagre"), at=ETTER_FRISTEN)
    assert "føres her, så filen er ikke lagret" in svar
    assert await hus.referatet() is None


async def test_what_the_moete_had_from_a_paper_is_told_of_and_kept_when_it_is_approved():
    hus = await bygg_bok(send=True)
    await med_papir(hus)
    svar = await hus.si(ANNE, "godkjenn referatet")
    assert "Møtet har også et referat fra en fil. Det blir erstattet av dette" in svar
    await hus.trykk(ANNE, svar.knapp("Ja"))
    assert (await hus.referatet()).deler[0].saker[1].konklusjon == ["Tas til orientering."]
    bok, stand, linjer = await hus.bok()
    [linje] = [x for x in linjer if x.slag is Foeringsslag.PAPIR]
    assert bok.siste == stand.siste == linje.id
    assert from_json(json.dumps({"referat": linje.verdier["referat"]})) == papir()


async def test_nynorsk():
    hus = await bygg_bok()
    await hus.chat.si(OVE, "svar på nynorsk", i=privat(OVE))
    assert "blir ført her, så fila er ikkje lagra" in await slipp(hus)


async def test_the_innkalling_is_still_read():
    hus = await bygg_bok()
    hus.chat.files.readings[FIL] = Reading((await hus.huset.moete(hus.moete.id)).innkalling)
    assert "Lagre" in (await hus.chat.slipp(OVE, FIL, at=ETTER_FRISTEN)).labels
