"""Every right, without it, by name alone and with it; and what a refusal says and leaves behind."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.conversation import Button, Question
from bot.domain.organ import Helsefellesskap, Medlem, Organ, Rolle
from bot.domain.rettigheter import ALLE, REGLER, IkkeHer, IkkeLov, Mangler, Rett, Rettigheter
from bot.turn import Kind, Turn
from dialogs.begynn import begynn
from dialogs.rett import kan, krev, krev_her
from dialogs.rettsvar import avslaa
from dialogs.tjenester import Tjenester
from tests.dialogs.chat import FELLESSKAP, NAA, Chat, kanal, kl, privat
from tests.dialogs.test_identitet_chat import organ

ANNE, KARI, LIV, OLE, GJEST = "anne vik", "kari nes", "liv bråten", "ole moe", "gjest hansen"
ROT = Path(__file__).parents[2]


def sikker(navn: str, rolle: Rolle) -> Medlem:
    return Medlem(navn.title(), rolle, aad_id=f"aad-{navn}")


@pytest.fixture
async def chat() -> Chat:
    """In ASU Anne leads, Kari is the sekretariat and Ole a member; Liv has every role, by name alone. Ole
    is the sekretariat of a PSU that has no leader.
    """
    chat = Chat(admins={"aad-drift"})
    async with chat.store.turn() as uow:
        fellesskap = (await uow.add_helsefellesskap(Helsefellesskap(FELLESSKAP))).id or 0
        folk = [sikker(ANNE, Rolle.LEDER), sikker(KARI, Rolle.SEKRETARIAT), sikker(OLE, Rolle.MEDLEM)]
        liv = [Medlem("Liv Bråten", rolle) for rolle in Rolle]
        await uow.save_organ(organ(fellesskap, "ASU", *folk, *liv))
        await uow.save_organ(organ(fellesskap, "PSU", sikker(OLE, Rolle.SEKRETARIAT)))
        await uow.commit()
    return chat


async def tur(chat: Chat, hvem: str, i=None, admins: frozenset[str] = frozenset({"aad-drift"})) -> Turn:
    incoming = chat.melding(hvem, "hei", i=i)
    async with chat.store.turn() as uow:
        start = await uow.begin_turn(incoming.conversation.id, "29:x", ["akt"], incoming.person.key)
        return await begynn(uow, incoming, start, Rettigheter(admins))


async def avslag(turn: Turn, rett: Rett, *organ_ids: int) -> IkkeLov:
    with pytest.raises(IkkeLov) as grunn:
        krev(turn, rett, organ_ids)
    assert not kan(turn, rett, organ_ids)
    return grunn.value


async def sagt(chat: Chat, turn: Turn, grunn: IkkeLov) -> str:
    [svar] = await avslaa(turn, grunn, Tjenester(chat.clock))
    assert not svar.in_place
    return svar.message.text


async def organ_id(chat: Chat, kort: str = "ASU") -> int:
    async with chat.store.read() as uow:
        organer: tuple[Organ, ...] = (await uow.register()).organer
    return next(o.id for o in organer if o.kort(kl(NAA).date()) == kort) or 0


@pytest.mark.parametrize("rett", Rett)
async def test_who_is_nobody_there_has_no_right_and_is_told_who_has(chat, rett):
    asu, turn = await organ_id(chat), await tur(chat, GJEST)
    grunn = await avslag(turn, rett, asu)
    assert grunn.mangler is Mangler.ROLLE
    svar = await sagt(chat, turn, grunn)
    assert ("Kari Nes" in svar) == (Rolle.SEKRETARIAT in REGLER[rett].roller)
    assert ("Anne Vik" in svar) == (Rolle.LEDER in REGLER[rett].roller != ALLE)
    assert "sekretariatet" in svar


@pytest.mark.parametrize("rett", Rett)
async def test_who_has_it_in_another_body_has_it_not_here(chat, rett):
    psu, turn = await organ_id(chat, "PSU"), await tur(chat, KARI)
    assert (await avslag(turn, rett, psu)).mangler is Mangler.ROLLE


@pytest.mark.parametrize("rett", Rett)
async def test_a_name_alone_is_asked_about_where_it_is_not_enough(chat, rett):
    asu, turn = await organ_id(chat), await tur(chat, LIV)
    if REGLER[rett].ved_navn:
        krev(turn, rett, [asu])
        assert turn.ved_navn
        return
    grunn = await avslag(turn, rett, asu)
    assert grunn.mangler is Mangler.KNYTNING
    assert "bare på navnet" in await sagt(chat, turn, grunn)
    assert not turn.ved_navn


@pytest.mark.parametrize("rett", Rett)
async def test_who_has_it_has_it(chat, rett):
    asu = await organ_id(chat)
    hvem = KARI if Rolle.SEKRETARIAT in REGLER[rett].roller else ANNE
    for navn in (hvem, "drift"):
        turn = await tur(chat, navn)
        krev(turn, rett, [asu])
        assert kan(turn, rett, [asu])
        assert not turn.ved_navn


def test_every_right_is_asked_for():
    filer = [*(ROT / "dialogs").glob("*.py"), *(ROT / "bot" / "domain").glob("bok*.py")]
    kode = "".join(p.read_text("utf-8") for p in filer)
    brukt = {Rett[navn] for navn in re.findall(r"\bRett\.([A-Z_]+)", kode)}
    assert brukt == set(Rett)


async def test_the_refusal_of_the_sekretariats_right(chat):
    asu, psu = await organ_id(chat), await organ_id(chat, "PSU")
    turn = await tur(chat, ANNE)
    assert await sagt(chat, turn, IkkeLov(Rett.FLYTTE_MOETE, [asu], Mangler.ROLLE)) == (
        "Det kan bare sekretariatet i ASU gjøre. Sekretariatet i ASU er Kari Nes og Liv Bråten."
    )
    assert await sagt(chat, turn, IkkeLov(Rett.FLYTTE_MOETE, [asu, psu], Mangler.ROLLE)) == (
        "Det kan bare sekretariatet i ASU og PSU gjøre. "
        "Sekretariatet i ASU er Kari Nes og Liv Bråten. Sekretariatet i PSU er Ole Moe."
    )


async def test_the_refusal_of_the_leaders_right_and_of_the_members(chat):
    psu, turn = await organ_id(chat, "PSU"), await tur(chat, ANNE)
    assert await sagt(chat, turn, IkkeLov(Rett.MELDE_FORFALL_ANDRE, [psu], Mangler.ROLLE)) == (
        "Det kan bare lederen, nestlederen og sekretariatet i PSU gjøre. I PSU er det Ole Moe."
    )
    assert await sagt(chat, turn, IkkeLov(Rett.MELDE_FORFALL, [psu], Mangler.ROLLE)) == (
        "Det kan bare medlemmene, varaene og sekretariatet i PSU gjøre. "
        "Er du med, kan sekretariatet føre deg opp i medlemslisten. Sekretariatet i PSU er Ole Moe."
    )


@pytest.mark.parametrize(
    ("maalform", "svart"),
    [
        ("bokmål", "Det kan bare medlemmene, varaene og sekretariatet i PSU se."),
        ("nynorsk", "Det kan berre medlemmene, varaene og sekretariatet i PSU sjå."),
    ],
)
async def test_a_question_is_refused_as_one(chat, maalform, svart):
    await chat.si(ANNE, f"skriv {maalform}")
    psu, turn = await organ_id(chat, "PSU"), await tur(chat, ANNE)
    assert (await sagt(chat, turn, IkkeLov(Rett.SE_FRAMMOETE, [psu], Mangler.ROLLE))).startswith(svart)


async def test_a_body_without_anybody_is_said_to_be(chat):
    async with chat.store.turn() as uow:
        fellesskap = (await uow.register()).helsefellesskap[0].id or 0
        await uow.save_organ(organ(fellesskap, "Fagråd 1"))
        await uow.commit()
    turn = await tur(chat, ANNE)
    svar = await sagt(chat, turn, IkkeLov(Rett.GI_ROLLE, [await organ_id(chat, "Fagråd 1")], Mangler.ROLLE))
    assert "Jeg har ikke fått vite hvem det er." in svar


async def test_what_others_should_not_read_is_for_their_own_channel(chat):
    asu, psu = await organ_id(chat), await organ_id(chat, "PSU")
    krev_her(await tur(chat, KARI), [asu])
    krev_her(await tur(chat, KARI, kanal("ASU Fjorden")), [asu])
    krev_her(await tur(chat, KARI, kanal("ASU Fjorden")), [asu, psu])
    for sted in (kanal("PSU"), kanal("Generelt")):
        turn = await tur(chat, KARI, sted)
        with pytest.raises(IkkeHer) as grunn:
            krev_her(turn, [asu])
        [svar] = await avslaa(turn, grunn.value, Tjenester(chat.clock))
        assert svar.message.text.endswith("Skriv det til meg alene.")


async def test_a_linked_channel_is_the_bodys_whatever_its_name(chat):
    asu, sted = await organ_id(chat), kanal("Samarbeid")
    await chat.si(KARI, "hei", i=sted)
    async with chat.store.turn() as uow:
        await uow.kanaler.koble(sted.id, asu)
        await uow.commit()
    krev_her(await tur(chat, KARI, sted), [asu])


async def test_a_refusal_closes_the_open_question_and_stores_nothing(chat):
    async with chat.store.turn() as uow:
        await uow.begin_turn(privat(GJEST).id, f"29:{GJEST}", ["x"])
        ja = Button("Ja", "tilknytning.venter", {"op": "1"})
        await uow.set_question(privat(GJEST).id, f"29:{GJEST}", Question([ja], kl(NAA)))
        await uow.commit()
    assert "Det kan bare sekretariatet" in await chat.si(GJEST, "ja")
    assert chat.store.data.questions == {}
    assert chat.store.data.utboks == {}


async def test_a_refusal_is_said_again_where_it_did_not_arrive(chat):
    incoming = chat.melding(LIV, "")
    trykk = Button("", "tilknytning.venter", {"op": "1"})
    incoming = replace(incoming, kind=Kind.PRESS, button=trykk, wants_body=True)
    foerst = await chat.gi(incoming, sent=False)
    assert "bare på navnet" in foerst
    assert (await chat.gi(incoming)).text in ("", foerst.text)


async def test_the_roster_turns_a_refusal_into_an_answer(chat):
    async with chat.store.turn() as uow:
        register = await uow.register()
        asu = register.organer[0]
        asu.medlemmer.append(Medlem("Siri By", Rolle.SEKRETARIAT, epost="siri@nes.no"))
        await uow.save_organ(asu)
        await uow.commit()
    venter = Button("", "tilknytning.venter")
    assert "bare på navnet" in await chat.trykk("siri by", venter)
    chat.roster.epost_til["siri by"] = "Siri@Nes.no"
    assert "bare på navnet" in await chat.trykk("siri by", venter, at="2024-05-08T09:09")
    assert "bare på navnet" not in await chat.trykk("siri by", venter, at="2024-05-08T09:11")
    assert chat.roster.spurt == ["siri by", "siri by"]
