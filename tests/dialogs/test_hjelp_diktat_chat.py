"""«Hjelp» while one dictates, and every line it tells of."""

import re

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import BERIT, OVE
from tests.dialogs.referatfolk import aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


async def test_who_dictates_is_told_how(ref):
    svar = await ref.si(OVE, "hjelp")
    assert svar.foerst == "Du fører referat. Dette kan du skrive eller si:"
    assert "«k: …» (konklusjon)" in svar
    assert "«angre»" in svar
    assert "«møtet er hevet»" in svar


async def test_others_are_told_of_it_among_the_rest(ref):
    svar = await ref.si(BERIT, "hjelp")
    assert svar.foerst == "Dette kan du skrive til meg:"
    assert "«start referat»" in svar
    assert "«søk etter legevakt»" in svar
    assert "«mine oppgaver»" in svar


@pytest.mark.parametrize("maalform", ["snakk bokmål", "snakk nynorsk"])
async def test_what_it_tells_of_is_understood(ref, maalform):
    svar = await ref.si(OVE, maalform, "hjelp")
    await ref.si(OVE, "sak 3", "k: Malvik", "k: Malvik", "k: Malvik", "k: Malvik", "k: Malvik")
    for linje in re.findall(r"«([^»]+)»", svar.text):
        sagt = linje.replace("…", "Parkering ved inngangen").replace("sak 12", "sak 2")
        svaret = await ref.si(OVE, sagt)
        assert "forst" not in svaret.text, (sagt, svaret.text)
        assert "Skal jeg føre" not in svaret.text, sagt
        await ref.si(OVE, "gjenåpne referatet", "sak 3")
