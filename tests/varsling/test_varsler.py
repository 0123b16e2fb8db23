"""Who is told, in what words, and how often."""

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.conversation import Conversation, ConversationKind
from bot.domain.kanaloensker import Kanaloensker, Kanalslag
from bot.domain.maalform import Maalform
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.domain.rettigheter import Rettigheter
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utboks import Varselslag
from bot.turn import Message
from bot.varsling import Naadd, Varsel, Varsler
from tests.dialogs.chat import kl
from tests.fakes import FakeStore

NAA = kl("2024-05-08T09:00")
KVELD = kl("2024-05-15T21:00")
MEDLEMMER = {
    "kari": Medlem("Kari Nes", Rolle.LEDER, aad_id="aad-kari"),
    "ola": Medlem("Ola Li", Rolle.MEDLEM, epost="ola@nes.example"),
    "liv": Medlem("Liv Moe", Rolle.MEDLEM),
    "siri": Medlem("Siri Aas", Rolle.SEKRETARIAT, aad_id="AAD-SIRI"),
    "per": Medlem("Per Dahl", Rolle.SEKRETARIAT, aad_id="aad-per", til=date(2024, 1, 1)),
}


class Hus:
    """ASU with its members, a møte at 09 on 16 May, and whoever talks to the bot."""

    def __init__(self):
        self.store = FakeStore()
        self.rettigheter = Rettigheter(frozenset({"aad-admin"}))

    async def bygges(self, *medlemmer):
        async with self.store.turn() as uow:
            felles = await uow.add_helsefellesskap(Helsefellesskap("Nordre"))
            navn = [Organnavn("ASU", Navneslag.KORT)]
            valgt = [MEDLEMMER[m] for m in medlemmer or ("kari", "ola", "liv", "siri", "per")]
            asu = await uow.save_organ(Organ(felles.id, navn, valgt))
            sted = Moete(felles.id, [asu.id], date(2024, 5, 16), start=time(9))
            self.moete, self.asu = (await uow.save_moete(sted)).id, asu.id
            self.neste = (await uow.save_moete(replace(sted, dato=date(2024, 6, 13)))).id
            self.person = {m.navn.split()[0].lower(): m.person_id for m in asu.medlemmer}
            await uow.commit()

    async def snakker(self, navn, heter=None, privat=True, **mer):
        async with self.store.turn() as uow:
            samtale = f"a:{navn}" if privat else None
            bruker = Teamsbruker(f"aad-{navn}", f"29:{navn}", heter or navn, conversation_id=samtale, **mer)
            await uow.brukere.lagre(bruker)
            await uow.commit()

    @asynccontextmanager
    async def varsler(self, at=NAA, unntatt=None):
        async with self.store.turn() as uow:
            yield Varsler(uow, await uow.register(), at, self.rettigheter, unntatt)
            await uow.commit()

    async def til(self, navn, varsel, **mer):
        async with self.varsler(**mer) as varsler:
            return await varsler.til_person(self.person[navn], varsel)

    async def lagt(self):
        """All that waits in the outbox, whenever it is due."""
        senere, alt = NAA + timedelta(days=30), []
        async with self.store.turn() as uow:
            while poster := await uow.utboks.ta(senere, timedelta(minutes=1), 99):
                alt += poster
                for post in poster:
                    await uow.utboks.sendt(post.id)
            await uow.commit()
        return alt


@pytest.fixture
async def hus():
    hus = Hus()
    await hus.bygges()
    return hus


def ordlagt(norsk):
    return Message(f"hei på {norsk.maalform}")


def varsel(noekkel="n", slag=Varselslag.SAK, moete=None, haster=False):
    return Varsel(noekkel, slag, ordlagt, moete, haster)


async def test_by_aad_id_by_email_or_by_the_sekretariats_word_but_never_by_a_name(hus):
    await hus.snakker("kari", "K. Nes")
    await hus.snakker("o", "o@gjest", epost="Ola@nes.example")
    await hus.snakker("liv", "Liv Moe")
    assert await hus.til("kari", varsel()) is Naadd.LAGT
    assert await hus.til("ola", varsel()) is Naadd.LAGT
    assert await hus.til("liv", varsel()) is Naadd.UKJENT
    await hus.snakker("liv", "Liv Moe", person_id=hus.person["liv"])
    assert await hus.til("liv", varsel()) is Naadd.LAGT
    lagt = {post.noekkel: post.conversation_id for post in await hus.lagt()}
    assert lagt == {"n:aad-kari": "a:kari", "n:aad-o": "a:o", "n:aad-liv": "a:liv"}


async def test_without_an_app_id_a_name_is_enough(hus):
    hus.rettigheter = Rettigheter(aapen=True)
    await hus.snakker("liv", "Liv Moe")
    assert await hus.til("liv", varsel()) is Naadd.LAGT


async def test_one_the_bot_has_no_conversation_with_cannot_be_told(hus):
    await hus.snakker("kari", privat=False)
    naadd = await hus.til("kari", varsel())
    assert (naadd, naadd.vet, await hus.lagt()) == (Naadd.IKKE_INSTALLERT, False, [])


async def test_of_two_accounts_the_one_that_can_be_reached(hus):
    await hus.snakker("o1", privat=False, epost="ola@nes.example")
    await hus.snakker("o2", epost="ola@nes.example")
    await hus.snakker("o3", privat=False, epost="ola@nes.example")
    assert await hus.til("ola", varsel()) is Naadd.LAGT
    assert [post.person_key for post in await hus.lagt()] == ["aad-o2"]


async def test_worded_in_the_maalform_of_the_one_who_gets_it(hus):
    await hus.snakker("kari")
    async with hus.store.turn() as uow:
        await uow.choose_person_maalform("aad-kari", Maalform.NN)
        await uow.commit()
    await hus.til("kari", varsel())
    assert [(p.melding["text"], p.melding["maalform"]) for p in await hus.lagt()] == [("hei på nn", "nn")]


async def test_the_same_key_twice_is_told_once(hus):
    await hus.snakker("kari")
    assert [await hus.til("kari", varsel()) for _ in range(2)] == [Naadd.LAGT, Naadd.LAGT_FOER]
    assert len(await hus.lagt()) == 1


async def test_who_did_it_is_not_told_but_is_called_as_vara(hus):
    await hus.snakker("kari")
    assert await hus.til("kari", varsel(), unntatt="aad-kari") is Naadd.SELV
    kall = varsel("kall", Varselslag.VARA)
    assert await hus.til("kari", kall, unntatt="aad-kari") is Naadd.LAGT


async def test_two_unasked_a_person_a_moete_then_they_give_way(hus):
    await hus.snakker("kari")
    fire = [Varselslag.INNKALLING, Varselslag.PAAMINNELSE, Varselslag.REFERAT, Varselslag.VARA]
    naadd = [await hus.til("kari", varsel(slag, slag, hus.moete)) for slag in fire]
    assert naadd == [Naadd.LAGT, Naadd.LAGT, Naadd.FOR_MANGE, Naadd.LAGT]
    assert await hus.til("kari", varsel("annet", Varselslag.REFERAT, hus.neste)) is Naadd.LAGT


async def test_a_moete_that_is_moved_or_called_off_is_always_told_of_and_counts(hus):
    await hus.snakker("kari")
    flyttet = [varsel(f"flyttet-{n}", Varselslag.FLYTTET, hus.moete) for n in range(2)]
    avlyst = varsel("avlyst", Varselslag.AVLYST, hus.moete)
    innkalling = varsel("innkalling", Varselslag.INNKALLING, hus.moete)
    naadd = [await hus.til("kari", v) for v in (*flyttet, avlyst, innkalling)]
    assert naadd == [Naadd.LAGT, Naadd.LAGT, Naadd.LAGT, Naadd.FOR_MANGE]


async def test_what_was_taken_back_does_not_count(hus):
    await hus.snakker("kari")
    for n in range(4):
        assert await hus.til("kari", varsel(f"{n}", Varselslag.PAAMINNELSE, hus.moete)) is Naadd.LAGT
        async with hus.varsler() as varsler:
            assert await varsler.trekk(f"{n}", hus.person["kari"])
            assert not await varsler.trekk(f"{n}", hus.person["kari"])
    assert await hus.lagt() == []


async def test_at_night_it_waits_unless_the_moete_is_upon_them(hus):
    await hus.snakker("kari")
    await hus.til("kari", varsel("ro", moete=hus.moete), at=KVELD)
    await hus.til("kari", varsel("haster", moete=hus.moete, haster=True), at=KVELD)
    await hus.til("kari", varsel("uten møte", haster=True), at=KVELD)
    flyttet = Varsel("flyttet", Varselslag.FLYTTET, ordlagt, haster=True, foer=kl("2024-05-16T08:00"))
    await hus.til("kari", flyttet, at=KVELD)
    foer = {post.noekkel.partition(":")[0]: post.ikke_foer for post in await hus.lagt()}
    morgen = kl("2024-05-16T07:00")
    assert foer == {"ro": morgen, "haster": KVELD, "uten møte": morgen, "flyttet": KVELD}


async def test_roles_of_several_bodies_each_once_and_only_those_that_hold(hus):
    for navn in ("kari", "siri", "per", "admin"):
        await hus.snakker(navn)
    async with hus.varsler() as varsler:
        roller = [Rolle.LEDER, Rolle.SEKRETARIAT]
        assert await varsler.til_roller([hus.asu, hus.asu], roller, varsel()) == [Naadd.LAGT] * 2
    assert {post.person_key for post in await hus.lagt()} == {"aad-kari", "aad-siri"}


async def test_a_body_without_sekretariat_has_the_administrators():
    hus = Hus()
    await hus.bygges("kari", "per")
    for navn in ("kari", "per", "admin"):
        await hus.snakker(navn)
    async with hus.varsler() as varsler:
        await varsler.til_roller([hus.asu], [Rolle.SEKRETARIAT], varsel())
    assert [post.person_key for post in await hus.lagt()] == ["aad-admin"]


async def test_an_answer_goes_to_whoever_asked_member_or_not(hus):
    await hus.snakker("gjest")
    async with hus.varsler() as varsler:
        assert await varsler.til_key("aad-gjest", varsel()) is Naadd.LAGT
        assert await varsler.til_key("aad-ukjent", varsel()) is Naadd.UKJENT


async def test_channels_each_once_in_the_channels_own_maalform(hus):
    kanal = Conversation(
        "19:asu@thread.tacv2", ConversationKind.CHANNEL, "https://smba.example/", name="ASU"
    )
    async with hus.store.turn() as uow:
        await uow.begin_turn(kanal.id, "29:x", [])
        await uow.note_turn(kanal, ["hei"], None)
        await uow.kanaler.koble(kanal.id, hus.asu)
        await uow.choose_channel_maalform(kanal.id, Maalform.NN)
        await uow.commit()
    async with hus.varsler() as varsler:
        assert await varsler.til_kanaler([hus.asu, hus.asu], varsel()) == 1
        assert await varsler.til_kanaler([hus.asu], varsel()) == 0
    [post] = await hus.lagt()
    assert (post.conversation_id, post.melding["text"], post.person_key) == (kanal.id, "hei på nn", None)


async def koble(hus, kanal_id, organ_id, oensker=None, navn="ASU"):
    kanal = Conversation(kanal_id, ConversationKind.CHANNEL, "https://smba.example/", name=navn)
    async with hus.store.turn() as uow:
        await uow.begin_turn(kanal.id, "29:x", [])
        await uow.note_turn(kanal, [f"hei {kanal_id} {organ_id}"], None)
        await uow.kanaler.koble(kanal.id, organ_id)
        if oensker:
            await uow.kanaler.oensk(kanal.id, organ_id, oensker)
        await uow.commit()


async def test_only_the_channels_that_want_it_get_it(hus):
    """None of what it is wanted as: to all of them."""
    await koble(hus, "19:a", hus.asu, Kanaloensker(eventuelt=True))
    await koble(hus, "19:b", hus.asu)
    om = replace(varsel(), kanalslag=Kanalslag.EVENTUELT)
    async with hus.varsler() as varsler:
        assert await varsler.til_kanaler([hus.asu], om) == 1
        assert await varsler.til_kanaler([hus.asu], replace(varsel(), noekkel="x")) == 2
    assert sorted(p.conversation_id for p in await hus.lagt()) == ["19:a", "19:a", "19:b"]


async def test_a_channel_of_two_bodies_gets_it_once_if_either_link_says_so(hus):
    async with hus.store.turn() as uow:
        felles = (await uow.register()).organ(hus.asu).helsefellesskap_id
        psu = await uow.save_organ(Organ(felles, [Organnavn("PSU", Navneslag.KORT)]))
        await uow.commit()
    await koble(hus, "19:a", hus.asu, Kanaloensker(oppgaver=False))
    await koble(hus, "19:a", psu.id, Kanaloensker(oppgaver=True))
    async with hus.varsler() as varsler:
        om = replace(varsel(), kanalslag=Kanalslag.OPPGAVER)
        assert await varsler.til_kanaler([hus.asu, psu.id], om) == 1
        assert await varsler.til_kanaler([hus.asu], replace(om, noekkel="x")) == 0


async def test_what_somebody_pressed_for_does_not_wait_for_morning(hus):
    await koble(hus, "19:a", hus.asu)
    async with hus.varsler(KVELD) as varsler:
        await varsler.til_kanaler([hus.asu], varsel())
        await varsler.til_kanaler([hus.asu], replace(varsel(), noekkel="x", straks=True))
    naar = {p.noekkel: p.ikke_foer for p in await hus.lagt()}
    assert naar == {f"{varsel().noekkel}:19:a": kl("2024-05-16T07:00"), "x:19:a": KVELD}
