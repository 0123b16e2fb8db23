"""Who is there, as it is said while the referat is kept."""

import pytest

from bot.domain.bokstand import Status
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import BERIT, OVE, bygg
from tests.dialogs.referatfolk import START, aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


@pytest.mark.parametrize(
    ("linje", "svar"),
    [
        ("til stede: Anne, Berit og Siri", "Til stede: Anne Vik, Berit Nes og Siri Haug."),
        ("forfall: Berit", "Forfall: Berit Nes."),
        ("Siri kom 13.20", "Kom: Siri Haug (13.20)."),
        ("Siri gikk 14.30", "Gikk: Siri Haug (14.30)."),
        ("møteleder er Berit", "Møteleder: Berit Nes."),
        ("referent er Berit og Liv", "Referent: Berit Nes og Liv Strand."),
        ("Liv møter som vara for Berit", "Til stede: Liv Strand (vara for Berit Nes)."),
        ("alle er til stede unntatt Berit", "Forfall: Berit Nes."),
    ],
)
async def test_it_is_repeated_by_full_names(ref, linje, svar):
    assert svar in (await ref.si(OVE, linje)).text


async def test_affiliation_is_told_in_brackets_or_known(ref):
    await ref.si(OVE, "til stede: Anne, Per Utenfor (Værnes), Kari Ny (vara HNT)")
    folk = {f.person.navn: f for f in (await ref.stand()).frammoete}
    assert folk["Anne Vik"].tilknytning == "Ledelsen"
    assert folk["Per Utenfor"].tilknytning == "Værnes"
    assert (folk["Kari Ny"].vara, folk["Kari Ny"].vara_for) == (True, "HNT")


async def test_those_expected_wait_to_be_confirmed(ref):
    assert (await ref.stand()).frammoete[0].status is Status.BEKREFTES
    svar = await ref.si(OVE, "frammøtet stemmer")
    assert svar.text.startswith("Til stede: Anne Vik")
    assert (await ref.si(OVE, "bekreft frammøtet")).text.startswith("Det er ingen i frammøtet som venter")


async def test_a_forfall_that_was_reported_stands():
    chat = Chat(admins=set())
    await bygg(chat)
    await chat.si(BERIT, "jeg kan ikke møte i ASU 15. mai", at="2024-05-08T09:00")
    svar = await chat.si(OVE, "start referat", at=START)
    assert "Forfall: Berit Nes" in svar


async def test_the_list_as_it_stands(ref):
    await ref.si(OVE, "til stede: Anne, Berit", "forfall: Siri", "Liv kom 13.20")
    svar = await ref.si(OVE, "frammøte")
    assert "Til stede: Anne Vik (Ledelsen), Berit Nes (Nordre region)" in svar
    assert "Liv Strand (kom 13.20)" in svar
    assert "Forfall: Siri Haug" in svar


async def test_somebody_may_be_taken_out(ref):
    svar = await ref.si(OVE, "Berit var ikke med")
    assert svar.text == "Ikke med i frammøtet: Berit Nes."


async def test_nobody_goes_before_they_came(ref):
    svar = await ref.si(OVE, "Siri kom 13.20", "Siri gikk 13.00")
    assert svar.text.startswith("Siri Haug kan ikke gå før")


async def test_of_two_of_that_name_it_is_asked_which(ref):
    svar = await ref.si(OVE, "til stede: Per Lund, Per Moen", "møteleder er Per")
    assert svar.foerst == "Flere heter Per: Per Lund og Per Moen. Hvem mener du?"
    assert (await ref.trykk(OVE, svar, "Per Moen")).text.startswith("Møteleder: Per Moen.")


async def test_a_felles_moete_has_a_list_of_its_own(ref):
    await ref.si(OVE, "felles møte med PSU", "til stede: Olga Ness, Anne")
    stand = await ref.stand()
    assert {f.person.navn for f in stand.frammoete if f.del_nr == 1} == {"Olga Ness", "Anne Vik"}


async def test_undone_it_is_as_before(ref):
    foer = (await ref.stand()).frammoete
    await ref.si(OVE, "til stede: Anne, Berit")
    assert (await ref.si(OVE, "angre")).text == "Angret: til stede: Anne Vik, til stede: Berit Nes."
    assert (await ref.stand()).frammoete == foer


async def test_in_nynorsk(ref):
    await ref.si(OVE, "svar meg på nynorsk")
    assert (await ref.si(OVE, "til stades: Anne og Berit")).text == "Til stades: Anne Vik og Berit Nes."
