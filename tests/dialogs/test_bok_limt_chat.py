"""A pasted note of several lines: shown once, then noted as one act."""

import pytest

from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import BERIT, OVE
from tests.dialogs.referatfolk import aapnet

NOTATET = """\
k: godkjent
i: vi trenger flere plasser
o: Berit sjekker avtalen innen 1. juni
noe ingen kjenner igjen
Sak 02/24 Digital hjemmeoppfølging
- k: tas til orientering
- i: bra arbeid
Sak 03/24
1. Siri Haug orienterte om vaktene
2. i: husk øyene
3. saken utsettes"""


@pytest.fixture
async def ref():
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "neste sak")
    return ref


async def test_it_is_shown_as_it_is_understood(ref):
    svar = await ref.si(OVE, NOTATET)
    assert svar.text.splitlines() == [
        "Skal disse 9 punktene føres inn?",
        "Sak 01/24 Godkjenning av innkalling og saksliste",
        "konklusjon: Godkjent",
        "innspill: Vi trenger flere plasser",
        "oppfølging: Berit sjekker avtalen innen 1. juni",
        "notat: Noe ingen kjenner igjen (ikke gjenkjent, blir et notat)",
        "Sak 02/24 Digital hjemmeoppfølging – status",
        "konklusjon: Tas til orientering",
        "innspill: Bra arbeid",
        "Sak 03/24 Felles vaktordning for øykommunene",
        "orientering: Siri Haug orienterte om vaktene",
        "innspill: Husk øyene",
        "utsatt: Saken utsettes",
    ]
    assert svar.labels == ["Før inn alle", "Forkast"]
    assert await ref.tekster() == {}


async def test_all_are_noted_in_one_act(ref):
    svar = await ref.si(OVE, NOTATET)
    assert (await ref.trykk(OVE, svar, "Før inn alle")).text == "9 punkter er ført inn: nummer 1–9."
    assert len(await ref.tekster()) == 9
    await ref.si(OVE, "angre")
    assert await ref.tekster() == {}


async def test_pressed_twice_it_is_noted_once(ref):
    svar = await ref.si(OVE, NOTATET)
    for _ in range(2):
        await ref.trykk(OVE, svar, "Før inn alle")
    assert len(await ref.tekster()) == 9


async def test_or_none(ref):
    svar = await ref.si(OVE, NOTATET)
    assert (await ref.trykk(OVE, svar, "Forkast")).text == "Det er ikke ført inn noe."
    assert (await ref.trykk(OVE, svar, "Før inn alle")).text != "9 punkter er ført inn: nummer 1–9."
    assert await ref.tekster() == {}


async def test_the_answer_may_be_written(ref):
    svar = await ref.si(OVE, NOTATET, "før inn alle")
    assert svar.text == "9 punkter er ført inn: nummer 1–9."


async def test_a_line_of_it_that_may_not_be_kept_stops_all_of_it(ref):
    svar = await ref.si(OVE, "k: godkjent\ni: 010203 12345")
    assert svar.text.endswith("Slett også meldingen i chatten.")
    assert "12345" not in str(vars(ref.chat.store.data))


async def test_a_frist_that_has_been_is_left_out_and_told(ref):
    svar = await ref.si(OVE, "k: godkjent\no: Berit sjekker avtalen innen 1. juni 2023")
    assert "(Fristen torsdag 1. juni 2023 er passert." in svar
    await ref.trykk(OVE, svar, "Før inn alle")
    assert (await ref.stand()).punkter[2].frist is None


async def test_a_sak_that_is_not_there(ref):
    svar = await ref.si(OVE, "Sak 55/24\n- k: godkjent\n- i: noe")
    assert svar.text.startswith("Jeg finner ikke")
    assert await ref.tekster() == {}


async def test_nobody_else_notes_it(ref):
    svar = await ref.si(OVE, NOTATET)
    await ref.trykk(BERIT, svar, "Før inn alle")
    assert await ref.tekster() == {}
