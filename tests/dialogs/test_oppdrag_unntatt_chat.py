"""What becomes of an oppdrag when its source is withheld, struck, brought back or read anew."""

from datetime import date

import pytest

from bot.domain.conversation import Button
from bot.domain.oppdrag import Oppdragstilstand as T
from bot.domain.reading import Reading
from bot.domain.referat import Oppfoelging, Referat, Referatdel, Referatsak
from tests.dialogs.moetefolk import OVE
from tests.dialogs.oppdragfolk import BER, GRO, RAADKANAL, bygg_oppdrag

APRIL = date(2024, 4, 10)


@pytest.fixture
async def hus():
    return await bygg_oppdrag()


async def test_the_title_of_a_sak_that_is_withheld_is_taken_out_too(hus):
    await hus.si(OVE, "ny sak: Varsling mot direktør Per Hansen", f"vedtak: {BER}", "møtet er hevet")
    svar = await hus.trykk(OVE, await hus.spurt(), "Send til Fagråd 1")
    assert svar.foerst == "Oppdraget er sendt til Fagråd 1."
    assert "Varsling" in (await hus.chat.post())[RAADKANAL.id][0].text
    await hus.si(OVE, "saken er unntatt offentlighet offl § 13")
    assert (await hus.det()).tilstand is T.TRUKKET
    post = await hus.chat.post()
    (rettet,) = [m for s, _, m in hus.chat.poster.endret if s == RAADKANAL.id]
    for melding in (rettet, post[GRO][0]):
        assert "Varsling" not in melding.text
        assert "Varsling" not in str(melding.card)
    assert "Varsling" not in await hus.si(GRO, "vis oppdrag 1")


async def test_struck_and_undone_it_is_told_that_it_stands_after_all(hus):
    await hus.sendt()
    await hus.si(OVE, "stryk punkt 1")
    assert "trukket" in (await hus.chat.post())[GRO][0].text
    await hus.si(OVE, "hent tilbake punkt 1")
    (til_gro,) = (await hus.chat.post())[GRO]
    assert "Oppdraget gjelder likevel" in til_gro.text
    assert BER in til_gro.text
    assert "Rettet" not in til_gro.text


def _referat(konklusjon: str | None, oppfoelging: str | None) -> Reading:
    saker = [Referatsak("04/24", "Opplæring", konklusjon=[konklusjon] if konklusjon else [])]
    punkter = [Oppfoelging("05/24", oppfoelging, "Berit Nes")] if oppfoelging else []
    return Reading(
        referat=Referat(
            "Administrativt samarbeidsutvalg", dato=APRIL, deler=[Referatdel(saker)], oppfoelging=punkter
        )
    )


async def _les(hus, konklusjon: str | None, oppfoelging: str | None = None):
    hus.chat.files.readings["referat.pdf"] = _referat(konklusjon, oppfoelging)
    svar = await hus.chat.slipp(OVE, "referat.pdf", at=hus.ref.naa())
    return await hus.trykk(OVE, svar, svar.labels[0])


async def test_a_paper_that_is_read_anew_changes_what_it_says_and_proposes_nothing_twice(hus):
    await _les(hus, "ASU ber fagråd 1 om en plan.", "Berit avklarer med Fagråd 3")
    await hus.trykk(OVE, await hus.spurt(), "Send til Fagråd 1")
    await hus.chat.post()
    await _les(hus, "ASU ber fagråd 1 om en plan for opplæring.")
    ett, tre = await hus.alle()
    assert (ett.tilstand, ett.tekst) == (T.SENDT, "ASU ber fagråd 1 om en plan for opplæring.")
    assert tre.tilstand is T.TRUKKET
    (rettet,) = await hus.rettet()
    assert "en plan for opplæring" in rettet.text


async def test_what_the_paper_no_longer_says_a_person_withdraws(hus):
    await _les(hus, "ASU ber fagråd 1 om en plan.")
    await hus.trykk(OVE, await hus.spurt(), "Send til Fagråd 1")
    await hus.chat.post()
    await _les(hus, "Tas til orientering.")
    assert (await hus.det()).tilstand is T.SENDT
    (spurt,) = [m for m in (await hus.chat.post())[OVE] if "lest inn på nytt" in m.text]
    svar = await hus.trykk(OVE, spurt, "Trekk oppdraget")
    await hus.trykk(OVE, svar, "Ja, trekk oppdraget")
    assert (await hus.det()).tilstand is T.TRUKKET


async def test_of_a_moete_that_is_partly_felles_each_point_is_its_parts(hus):
    """The felles part with Fagråd 1 does not make them one of those who asked in the other."""
    await hus.si(OVE, "sak 2", f"vedtak: {BER}", "felles møte med fagråd 1", "møtet er hevet")
    assert [o.til_organ_id for o in await hus.alle()] == [hus.raad.id]


async def test_forged_ids_of_posts_do_nothing(hus):
    await hus.sendt()
    svar = await hus.chat.trykk(GRO, Button("x", "oppdrag.send", {"oppdrag": 1, "hva": "x"}))
    assert svar.text
