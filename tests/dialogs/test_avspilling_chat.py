"""The founding referat played back: dictated line by line, half of it spoken, it comes out the same, and
again the same when the DOCX and the PDF that are written are imported.

Its text and names are read from ../shared at run time; the test is skipped where that is not.
"""

from pathlib import Path

import pytest

from bot.documents.reader import Reader
from bot.documents.writer import Writer
from bot.domain.boklesing import les
from bot.domain.maalform import Maalform
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.domain.referat import Deltaker, Referat, Referatsak
from bot.domain.saksnummer import parse
from bot.domain.utgave import Format
from bot.domain.utgave_bok import fra_bok
from bot.language.tekster import tekster
from storage.store import open_store
from tests.dialogs import avspilling
from tests.dialogs.avspilling import norm, setninger
from tests.dialogs.chat import FELLESSKAP, Chat, privat

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "referat-fagraad-2025-01-30.docx"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the founding documents are not here")
FAGRAADET, DET_ANDRE = "Fagråd for pasientsamarbeid", "Fagråd for legesamarbeid"
UNDER_MOETET = "2025-01-30T12:00"
TALTE = 0.4
"""Of the lines of the saker at least so many are spoken."""


async def lest(data: bytes, navn: str) -> Referat:
    referat = (await Reader().read(data, navn)).referat
    assert referat
    return referat


@pytest.fixture
async def seed() -> Referat:
    return await lest(SEED.read_bytes(), SEED.name)


@pytest.fixture
async def chat(sqlite_url):
    store = open_store(sqlite_url)
    yield Chat(store=store, admins=set())
    await store.close()


async def bygg(chat: Chat, seed: Referat) -> str:
    """The two bodies, and everybody the referat names as a member; who keeps it."""
    referent = seed.referenter[0]
    folk = [_medlem(d, Rolle.REFERENT if d.navn == referent else Rolle.MEDLEM) for d in seed.tilstede]
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        await uow.save_organ(Organ(fellesskap, [Organnavn(FAGRAADET, Navneslag.NAVN)], folk))
        await uow.commit()
    async with chat.store.turn() as uow:
        await uow.save_organ(Organ(fellesskap, [Organnavn(DET_ANDRE, Navneslag.NAVN)]))
        await uow.commit()
    return referent


def _medlem(deltaker: Deltaker, rolle: Rolle) -> Medlem:
    tilknytning = ", ".join(deltaker.tilknytning) or None
    return Medlem(deltaker.navn, rolle, representerer=tilknytning, aad_id=f"aad-{deltaker.navn}")


async def spill_av(chat: Chat, seed: Referat) -> None:
    referent = await bygg(chat, seed)

    async def si(linje):
        return await chat.si(referent, linje, at=UNDER_MOETET, i=privat(referent))

    start = await si(f"start referat for {FAGRAADET}")
    await chat.trykk(referent, start.knapp("Opprett"), at=UNDER_MOETET, i=privat(referent))
    for linje in avspilling.linjer(seed):
        await si(linje.tekst)
    await si("møtet er hevet")


async def utgaven(chat: Chat):
    async with chat.store.turn() as uow:
        register = await uow.register()
        hode = register.moeter[-1]
        bok = await uow.boeker.for_moete(hode.id)
        stand = les(await uow.boeker.les(bok.id))
        oppgaver = await uow.oppgaver.for_bok(bok.id)
        return fra_bok(await uow.moete(hode.id), stand, register, oppgaver)


def test_half_of_the_lines_are_spoken(seed):
    saker = [
        linje
        for linje in avspilling.linjer(seed)
        if linje.tekst.startswith(("sak ", "k:", "n:", "i:", "o:"))
    ]
    talte = [linje for linje in saker if linje.talt]
    assert len(talte) > TALTE * len(saker)
    assert not any(set(".,:?") & set(linje.tekst[-1]) for linje in talte)


async def test_what_is_dictated_is_what_the_referat_says(chat, seed):
    await spill_av(chat, seed)
    utgave = await utgaven(chat)
    for form in (Format.DOCX, Format.PDF):
        data = await Writer().write(utgave, tekster(Maalform.NB), form)
        likt(await lest(data, f"referat.{form.value}"), seed)


def likt(skrevet: Referat, seed: Referat) -> None:
    """Every sak, conclusion, who was there and who took what on."""
    assert skrevet.dato == seed.dato
    assert skrevet.moeteleder == seed.moeteleder
    assert skrevet.referenter == seed.referenter
    assert [folk(d) for d in skrevet.tilstede] == [folk(d) for d in seed.tilstede]
    assert [folk(d) for d in skrevet.forfall] == [folk(d) for d in seed.forfall]
    assert [del_.tittel for del_ in skrevet.deler] == [del_.tittel for del_ in seed.deler]
    for egen, deres in zip(skrevet.deler, seed.deler, strict=True):
        assert [saksnavn(s) for s in egen.saker] == [saksnavn(s) for s in deres.saker]
        for min_sak, din_sak in zip(egen.saker, deres.saker, strict=True):
            oppgaver = avspilling.oppgavene(skrevet, egen, min_sak)
            assert sagt(din_sak) <= sagt(min_sak) | {norm(o.hva) for o in oppgaver}
            assert [norm(p) for p in din_sak.punkter] == [norm(p) for p in min_sak.punkter]
    assert {oppgave(o) for o in seed.oppfoelging} == {oppgave(o) for o in skrevet.oppfoelging}


def folk(deltaker: Deltaker):
    """A name is written with a capital, whatever the paper does."""
    navn = deltaker.navn[:1].upper() + deltaker.navn[1:]
    return navn, set(deltaker.tilknytning), deltaker.rolle, deltaker.vara, deltaker.vara_for


def saksnavn(sak: Referatsak):
    nummer = parse(sak.saksnr_rettet or sak.saksnr or "")
    return nummer and nummer.key, norm(sak.tittel), norm(sak.innleder or "")


def sagt(sak: Referatsak) -> set[str]:
    """All that is said in the sak, sentence by sentence."""
    return {norm(s) for tekst in (*sak.innledning, *sak.konklusjon) for s in setninger(tekst)}


def oppgave(o):
    return o.del_tittel, norm(o.hva), norm(o.ansvarlig or ""), o.frist
