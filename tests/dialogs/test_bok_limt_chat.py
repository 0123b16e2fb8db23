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
    svar = await ref.si(OVE, "- k: godkjent\nSak 55/24: Tull og tøys\n- i: noe")
    assert svar.text.startswith("Sak 55/24 i notatet finner jeg ikke på sakslisten. Hvilken sak")
    assert await ref.tekster() == {}
    svar = await ref.trykk(OVE, svar, "Sak 03/24 Felles vaktordning for øykommunene")
    assert svar.text.splitlines()[3:] == [
        "Sak 03/24 Felles vaktordning for øykommunene",
        "notat: Tull og tøys (ikke gjenkjent, blir et notat)",
        "innspill: Noe",
    ]
    await ref.trykk(OVE, svar, "Før inn alle")
    assert [p.sak for p in (await ref.stand()).punkter.values()] == [1, 3, 3]


async def test_two_that_are_not_there_are_asked_about_one_by_one(ref):
    svar = await ref.si(OVE, "Sak 77\n- k: godkjent\nSak 78\n- i: noe")
    svar = await ref.trykk(OVE, svar, "Sak 03/24 Felles vaktordning for øykommunene")
    assert svar.text.startswith("Sak 78 i notatet")
    svar = await ref.trykk(OVE, svar, "Sak 02/24 Digital hjemmeoppfølging – status")
    await ref.trykk(OVE, svar, "Før inn alle")
    assert [p.sak for p in (await ref.stand()).punkter.values()] == [3, 2]


async def test_where_no_sak_is_open_the_note_is_kept_too():
    ref = await aapnet(Chat(admins=set()))
    svar = await ref.si(OVE, "k: godkjent\ni: noe\nsak 2\ni: bra")
    assert svar.text.startswith("Ingen sak er åpen. Hvilken sak hører linjene i notatet til?")
    svar = await ref.trykk(OVE, svar, "Sak 03/24 Felles vaktordning for øykommunene")
    await ref.trykk(OVE, svar, "Før inn alle")
    assert [p.sak for p in (await ref.stand()).punkter.values()] == [3, 3, 2]


@pytest.mark.parametrize(
    ("linje", "ord_"),
    [
        ("sak 3 i: siste", "innspill: Siste"),
        ("sak 3 innspill: siste", "innspill: Siste"),
        ("Sak 3: vi drøftet vakt", "notat: Vi drøftet vakt"),
        ("Sak 3: vi skal drøfte vakt", "notat: Vi skal drøfte vakt"),
        ("sak 3 vi drøftet", "notat: Vi drøftet"),
        ("Sak 03/24 – tre er enige", "notat: Tre er enige"),
        ("sak nr 3: ja", "notat: Ja"),
        ("Sak 03/24 Felles vaktordning: k: utsettes", "notat: Felles vaktordning: k: utsettes"),
    ],
)
async def test_what_stands_behind_a_sak_is_a_point_of_it(ref, linje, ord_):
    svar = await ref.si(OVE, f"i: to\n{linje}")
    assert "Sak 03/24 Felles vaktordning for øykommunene\n" + ord_ in svar.text
    assert svar.text.startswith("Skal disse 2 punktene")


@pytest.mark.parametrize(
    "linje",
    ["sak 3", "Sak 3:", "Sak 03/24 Felles vaktordning", "Sak 3: felles vaktordning for øykommunene."],
)
async def test_but_its_title_is_none(ref, linje):
    svar = await ref.si(OVE, f"i: to\n{linje}\nk: utsettes")
    assert svar.text.splitlines()[3:] == [
        "Sak 03/24 Felles vaktordning for øykommunene",
        "konklusjon: Utsettes",
    ]


async def test_nobody_else_notes_it(ref):
    svar = await ref.si(OVE, NOTATET)
    await ref.trykk(BERIT, svar, "Før inn alle")
    assert await ref.tekster() == {}


async def test_one_point_is_not_called_all(ref):
    svar = await ref.si(OVE, "Sak 3:\ni: bra arbeid")
    assert svar.labels == ["Før inn", "Forkast"]
    await ref.trykk(OVE, svar, "Før inn")
    assert list(await ref.tekster()) != []
