"""Names while a referat is kept: words, two of the same first name, initials, and what is no name."""

from dataclasses import replace

import pytest

from bot.domain.bokstand import Status
from bot.domain.organ import Medlem
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import OVE
from tests.dialogs.referatfolk import aapnet

NYE = ("Jonas Lie", "Jonas Moe", "Dag Nilsmark", "Dag-Erik Åsmo", "Mai Sandnæs", "Åse-Marie Rødmo")


@pytest.fixture
async def ref():
    ref = await aapnet(Chat(admins=set()))
    asu = ref.hus.asu
    async with ref.chat.store.turn() as uow:
        await uow.save_organ(replace(asu, medlemmer=[*asu.medlemmer, *(Medlem(n) for n in NYE)]))
        await uow.commit()
    return ref


async def med(ref, status=Status.TIL_STEDE):
    return [f.person.navn for f in (await ref.stand()).frammoete if f.status is status]


async def test_names_that_are_words(ref):
    svar = await ref.si(OVE, "til stede: dag, mai, dag-erik åsmo")
    assert svar.text == "Til stede: Dag Nilsmark, Mai Sandnæs og Dag-Erik Åsmo."


async def test_a_stranger_s_name_is_kept_whole(ref):
    svar = await ref.si(OVE, "til stede: Anne, Dag-Arne Ukjentsen, emeli")
    assert svar.text.startswith("Til stede: Anne Vik, Dag-Arne Ukjentsen og Emeli.")


async def test_those_who_are_sure_are_noted_at_once(ref):
    svar = await ref.si(OVE, "til stede: anne, jonas, åse-marie og mai")
    assert svar.foerst.startswith("Til stede: Anne Vik, Åse-Marie Rødmo og Mai Sandnæs.")
    assert "Flere heter Jonas: Jonas Lie og Jonas Moe. Hvem mener du?" in svar.text
    assert {"Anne Vik", "Åse-Marie Rødmo", "Mai Sandnæs"} <= set(await med(ref))
    await ref.trykk(OVE, svar, "Jonas Moe")
    assert "Jonas Moe" in await med(ref)
    assert "Jonas Lie" not in await med(ref)


@pytest.mark.parametrize("svaret", ["jonas lie", "lie", "Jonas L"])
async def test_the_question_which_of_them_is_answered_in_writing(ref, svaret):
    await ref.si(OVE, "neste sak", "o: jonas avklarer med fylket innen 1. juni")
    svar = await ref.si(OVE, svaret)
    assert "Jonas Lie" in svar.text
    (punkt,) = (await ref.stand()).punkter.values()
    assert [h.navn for h in punkt.hvem] == ["Jonas Lie"]
    assert punkt.frist is not None


@pytest.mark.parametrize("svaret", ["jonas lie", "lie"])
async def test_so_is_it_of_a_list(ref, svaret):
    await ref.si(OVE, "til stede: anne, jonas (vara HNT)", svaret)
    assert {"Anne Vik", "Jonas Lie"} <= set(await med(ref))


async def test_two_names_that_several_have_are_asked_about_in_turn(ref):
    await ref.si(OVE, "til stede: Per Lund, Per Moen")
    svar = await ref.si(OVE, "forfall: jonas, per")
    svar = await ref.trykk(OVE, svar, "Jonas Lie")
    assert "Flere heter Per" in svar.text
    await ref.trykk(OVE, svar, "Per Lund")
    assert {"Jonas Lie", "Per Lund"} <= set(await med(ref, Status.FORFALL))


async def test_an_initial_tells_which(ref):
    assert "Jonas Lie (12.20)" in (await ref.si(OVE, "jonas l kom 12.20")).text
    assert "Jonas L" not in await med(ref)


async def test_what_is_no_name_is_said(ref):
    foer = await ref.stand()
    svar = await ref.si(OVE, "til stede: Navn0 Navnesen")
    assert "«Navn0 Navnesen»" in svar.text
    assert "allerede" not in svar.text
    assert await ref.stand() == foer
    svar = await ref.si(OVE, "til stede: Anne, Navn0 Navnesen")
    assert svar.text.startswith("Til stede: Anne Vik.\nDette forstod jeg ikke som navn")


@pytest.mark.parametrize(
    ("linje", "hvem"),
    [
        ("o: dag ringer fylket", ["Dag Nilsmark"]),
        ("o: mai sender ut papirer", ["Mai Sandnæs"]),
        ("o: moe leverer", ["Jonas Moe"]),
        ("o: Berit + Siri lager plan", ["Berit Nes", "Siri Haug"]),
        ("o: Berit/Siri lager plan", ["Berit Nes", "Siri Haug"]),
    ],
)
async def test_who_is_to_do_it(ref, linje, hvem):
    await ref.si(OVE, "neste sak", linje)
    (punkt,) = (await ref.stand()).punkter.values()
    assert [h.navn for h in punkt.hvem] == hvem


async def test_whoever_was_noted_is_known_by_first_name(ref):
    await ref.si(OVE, "til stede: Karina Haus Steinshylla", "neste sak")
    svar = await ref.si(OVE, "o: Karina avklarer med fylket innen 29. mai")
    assert "Karina Haus Steinshylla" in svar.text
    (punkt,) = (await ref.stand()).punkter.values()
    assert [h.navn for h in punkt.hvem] == ["Karina Haus Steinshylla"]


async def test_in_nynorsk(ref):
    await ref.si(OVE, "svar meg på nynorsk")
    svar = await ref.si(OVE, "til stades: Anne, Navn0 Navnesen")
    assert "forstod eg ikkje som namn" in svar.text


@pytest.mark.parametrize("svaret", ["lie", "Jonas Lie"])
async def test_whose_oppgaver_is_asked_where_several_have_the_name(ref, svaret):
    svar = await ref.si(OVE, "hva har jonas lovet")
    assert svar.text == "Flere heter Jonas: Jonas Lie og Jonas Moe. Hvem mener du?"
    assert "Jonas Lie" in (await ref.si(OVE, svaret)).text
