"""«Slett innlegget»: what the bot has posted in a channel is taken down."""

from dataclasses import replace

import pytest

from bot.domain.conversation import Conversation
from bot.domain.kanaloensker import Kanaloensker
from bot.domain.organ import Medlem, Rolle
from tests.dialogs.chat import Chat, kanal
from tests.dialogs.godkjenningsfolk import bygg_bok
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, OLGA, OVE, Huset, bygg, forfalsket
from tests.dialogs.oppdragfolk import GRO, RAADKANAL, bygg_oppdrag

LINJE = "slett innlegget"
SENERE = "2024-05-08T10:00"


def traad(rot: str) -> Conversation:
    return Conversation(
        f"{ASUKANAL.id};messageid={rot}", ASUKANAL.kind, ASUKANAL.service_url, name=ASUKANAL.name
    )


@pytest.fixture
async def huset() -> Huset:
    huset = await bygg(Chat(admins=set()))
    await huset.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    return huset


async def legg_ut(huset: Huset) -> Conversation:
    """The innkalling is posted; the thread under it."""
    await huset.ja(OVE, "send innkallingen til ASU")
    await huset.chat.post()
    async with huset.chat.store.turn() as uow:
        [post] = await uow.utboks.siste([ASUKANAL.id], 5)
    return traad(post.aktivitet or "")


async def test_in_its_thread_that_post_is_meant(huset):
    under = await legg_ut(huset)
    svar = await huset.chat.si(ANNE, LINJE, i=under, at=SENERE)
    assert svar.text == (
        "Skal jeg fjerne dette innlegget? Innkalling, fra 8. mai 2024: "
        "ASU onsdag 15. mai 2024 kl. 12.00–15.00\n"
        "«Innkalling til møte i ASU onsdag 15. mai 2024 kl. 12.00–15.00.»"
    )
    gjort = await huset.chat.trykk(ANNE, svar.knapp("Ja, fjern det"), i=under, at=SENERE)
    assert gjort.text == "Jeg fjerner innlegget herfra nå."
    await huset.chat.post(SENERE)
    assert huset.chat.poster.slettet == [(ASUKANAL.id, under.id.partition("=")[2])]

    igjen = await huset.chat.si(ANNE, LINJE, i=under, at=SENERE)
    assert igjen.text == "Innlegget er allerede fjernet."
    await huset.chat.post(SENERE)
    assert len(huset.chat.poster.slettet) == 1


async def test_a_no_leaves_it(huset):
    under = await legg_ut(huset)
    svar = await huset.chat.si(OVE, LINJE, i=under)
    await huset.chat.trykk(OVE, svar.knapp("Avbryt"), i=under)
    await huset.chat.post()
    assert huset.chat.poster.slettet == []


async def test_elsewhere_in_the_channel_it_asks_which(huset):
    await legg_ut(huset)
    await huset.ja(OVE, "flytt ASU 15. mai til 16. mai")
    await huset.chat.post()
    for sted in (ASUKANAL, traad("4711")):
        svar = await huset.chat.si(OVE, LINJE, i=sted)
        assert svar.foerst == "Hvilket innlegg skal jeg fjerne?"
        assert svar.labels == [
            "Flyttet møte, fra 8. mai 2024: ASU torsdag 16. mai 2024 kl. 12.00–15.00",
            "Innkalling, fra 8. mai 2024: ASU torsdag 16. mai 2024 kl. 12.00–15.00",
        ]
        vist = await huset.chat.trykk(OVE, svar.buttons[0], i=sted)
        assert vist.foerst.startswith("Skal jeg fjerne dette innlegget?")


async def test_in_private_it_lists_those_of_ones_own_bodies(huset):
    await legg_ut(huset)
    svar = await huset.chat.si(ANNE, LINJE)
    assert svar.foerst == (
        "Skal jeg fjerne dette innlegget? Innkalling, fra 8. mai 2024, i kanalen Samarbeid: "
        "ASU onsdag 15. mai 2024 kl. 12.00–15.00"
    )
    gjort = await huset.chat.trykk(ANNE, svar.knapp("Ja"))
    assert gjort.text == "Jeg fjerner innlegget fra kanalen nå."
    await huset.chat.post()
    assert len(huset.chat.poster.slettet) == 1
    assert (await huset.chat.si(ANNE, LINJE)).text == (
        "Jeg finner ikke noe jeg har lagt ut i kanalene til utvalgene dine."
    )
    assert (await huset.chat.si(OLGA, LINJE)).text == (
        "Jeg finner ikke noe jeg har lagt ut i kanalene til utvalgene dine."
    )


async def test_what_only_waits_is_not_posted(huset):
    await huset.ja(OVE, "send innkallingen til ASU", at="2024-05-08T21:00")
    svar = await huset.chat.si(OVE, LINJE, i=ASUKANAL, at="2024-05-08T21:05")
    vist = svar
    assert vist.foerst.startswith("Dette innlegget er ikke lagt ut ennå. Skal jeg la være å legge det ut?")
    gjort = await huset.chat.trykk(OVE, vist.knapp("Ja, la være"), i=ASUKANAL, at="2024-05-08T21:05")
    assert gjort.text == "Innlegget blir ikke lagt ut."
    assert ASUKANAL.id not in await huset.chat.post("2024-05-09T07:10")


async def test_it_left_between_the_question_and_the_yes(huset):
    await huset.ja(OVE, "send innkallingen til ASU", at="2024-05-08T21:00")
    svar = await huset.chat.si(OVE, LINJE, i=ASUKANAL, at="2024-05-08T21:05")
    vist = svar
    await huset.chat.post("2024-05-09T07:10")
    gjort = await huset.chat.trykk(OVE, vist.knapp("Ja, la være"), i=ASUKANAL, at="2024-05-09T07:11")
    assert gjort.text == "Jeg fjerner innlegget herfra nå."
    await huset.chat.post("2024-05-09T07:12")
    assert len(huset.chat.poster.slettet) == 1


async def test_two_who_say_yes_at_once_take_it_down_once(huset):
    under = await legg_ut(huset)
    en, to = [await huset.chat.si(hvem, LINJE, i=under) for hvem in (ANNE, OVE)]
    await huset.chat.trykk(ANNE, en.knapp("Ja"), i=under)
    svar = await huset.chat.trykk(OVE, to.knapp("Ja"), i=under)
    assert svar.text == "Innlegget er allerede fjernet."
    await huset.chat.post()
    assert len(huset.chat.poster.slettet) == 1


async def test_an_innkalling_can_be_taken_down_after_the_moete_too(huset):
    under = await legg_ut(huset)
    senere = "2024-05-20T10:00"
    svar = await huset.chat.si(OVE, LINJE, i=under, at=senere)
    await huset.chat.trykk(OVE, svar.knapp("Ja"), i=under, at=senere)
    await huset.chat.post(senere)
    assert len(huset.chat.poster.slettet) == 1


@pytest.mark.parametrize("hvem", [BERIT, OLGA, "ukjent"])
async def test_it_takes_the_right(huset, hvem):
    under = await legg_ut(huset)
    spurt = await huset.chat.si(OVE, LINJE, i=under)
    svar = await huset.chat.si(hvem, LINJE, i=under)
    assert svar.text.startswith(
        "Det kan bare lederen, nestlederen, referenten og sekretariatet i ASU gjøre."
    )
    falsk = forfalsket(spurt.knapp("Ja"), hvem=f"29:{hvem}")
    assert (await huset.chat.trykk(hvem, falsk, i=under)).text.startswith("Det kan bare")
    await huset.chat.post()
    assert huset.chat.poster.slettet == []


async def test_the_referent_may(huset):
    async with huset.chat.store.turn() as uow:
        nytt = [*huset.asu.medlemmer, Medlem("Rut Referent", Rolle.REFERENT, aad_id="aad-rut referent")]
        await uow.save_organ(replace(huset.asu, medlemmer=nytt))
        await uow.commit()
    under = await legg_ut(huset)
    svar = await huset.chat.si("rut referent", LINJE, i=under)
    assert svar.foerst.startswith("Skal jeg fjerne dette innlegget?")


async def test_where_nothing_was_posted(huset):
    svar = await huset.chat.si(OVE, LINJE, i=kanal("Fagdag"))
    assert svar.text == (
        "Jeg har ikke lagt ut noe her som jeg kan fjerne. Det jeg har svart i en tråd, blir stående."
    )


async def test_a_button_for_somebody_elses_message(huset):
    """Only posts to channels are taken down, whatever number a button carries."""
    under = await legg_ut(huset)
    svar = await huset.chat.si(OVE, LINJE, i=under)
    async with huset.chat.store.turn() as uow:
        personlig = [p for p in await uow.utboks.under("innkalling:") if p.person_key]
    assert personlig
    for innlegg in (personlig[0].id, 4711):
        slots = {"innlegg": innlegg, "ja": True}
        falsk = forfalsket(svar.knapp("Ja"), slots=slots, op=f"op-{innlegg}")
        assert (await huset.chat.trykk(OVE, falsk, i=under)).text == "Innlegget er allerede fjernet."


async def test_in_nynorsk(huset):
    under = await legg_ut(huset)
    await huset.chat.si(OVE, "snakk nynorsk i denne kanalen", i=ASUKANAL)
    svar = await huset.chat.si(OVE, "slett innlegget", i=under)
    assert svar.foerst.startswith("Skal eg fjerne dette innlegget? Innkalling, frå 8. mai 2024: ASU")
    gjort = await huset.chat.trykk(OVE, svar.knapp("Ja"), i=under)
    assert gjort.text == "Eg fjernar innlegget herifrå no."


async def test_what_is_stopped_while_it_waits_stays_so(huset):
    """The oppgaver of a referat that is sent and then approved; what is raised twice to one møte."""
    natt, senere = "2024-05-08T21:00", "2024-05-09T08:00"
    async with huset.chat.store.turn() as uow:
        vil = replace(Kanaloensker(), eventuelt=True)
        await uow.kanaler.oensk(ASUKANAL.id, huset.asu.id or 0, vil)
        await uow.commit()
    await huset.chat.si(BERIT, "meld til eventuelt: Parkering", at=natt)
    svar = await huset.chat.si(OVE, LINJE, i=ASUKANAL, at=natt)
    gjort = await huset.chat.trykk(OVE, svar.knapp("Ja, la være"), i=ASUKANAL, at=natt)
    assert gjort.text == (
        "Innlegget blir ikke lagt ut. "
        "Melder noen flere saker til eventuelt i det møtet, legger jeg dem ikke ut her."
    )
    await huset.chat.si(BERIT, "meld til eventuelt: Felles kalender", at=senere)
    assert ASUKANAL.id not in await huset.chat.post(senere)


async def test_stopped_oppgaver_do_not_come_with_the_approval():
    hus = await bygg_bok()
    await hus.chat.si(OVE, "koble denne kanalen til ASU", i=ASUKANAL)
    async with hus.chat.store.turn() as uow:
        vil = Kanaloensker(innkalling=False, sammendrag=False, godkjent=False, oppgaver=True)
        await uow.kanaler.oensk(ASUKANAL.id, hus.huset.asu.id or 0, vil)
        await uow.commit()
    await hus.send()
    svar = await hus.si(OVE, LINJE, i=ASUKANAL)
    assert svar.foerst.startswith("Dette innlegget er ikke lagt ut ennå.")
    await hus.trykk(OVE, svar.knapp("Ja, la være"), i=ASUKANAL)
    await hus.godkjenn()
    assert ASUKANAL.id not in await hus.chat.post("2024-05-16T10:00")


async def test_oppdrag_are_told_apart_by_their_numbers():
    hus = await bygg_oppdrag()
    await hus.sendt()
    svar = await hus.chat.si(GRO, LINJE, i=RAADKANAL, at="2024-05-16T09:00")
    assert svar.foerst.startswith("Skal jeg fjerne dette innlegget? Oppdrag 1 fra ASU, fra 15. mai 2024")
