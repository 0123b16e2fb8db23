"""From the dictated line to the ansvarlige's own list, the reminder, and the saksliste of the next møte."""

from dataclasses import replace

import pytest

from bot.domain.oppgave import Oppgavetilstand
from tests.dialogs import eksempel
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ASUKANAL, BERIT, OVE, SIRI
from tests.dialogs.referatfolk import aapnet

LINJEN = "o: Berit Nes avklarer turnusen innen 12. juni"


@pytest.fixture
async def ref():
    """The referat of ASU's møte in May is open, and sak 3 too."""
    ref = await aapnet(Chat(admins=set()))
    await ref.si(OVE, "sak 3")
    return ref


async def alle(ref):
    async with ref.chat.store.read() as uow:
        return await uow.oppgaver.for_bok(ref.bok_id)


async def test_it_is_on_her_list_at_once(ref):
    await ref.si(OVE, LINJEN)
    svar = await ref.chat.si(BERIT, "mine oppgaver", at="2024-05-15T13:00")
    assert svar.foerst == "Du har én åpen oppgave:"
    assert "Oppgave 1 i ASU: " in svar
    assert "(sak 03/24, ansvarlig: Berit Nes, frist: onsdag 12. juni 2024)" in svar


async def test_what_is_dictated_is_seen_by_the_others_when_it_is_sent(ref):
    await ref.si(OVE, LINJEN)
    svar = await ref.chat.si(SIRI, "oppgavene i ASU", at="2024-05-15T13:00")
    assert "turnusen" not in svar


async def test_where_others_read_along_nothing_of_an_utkast_or_unntatt_is_listed(ref):
    """Whoever asks."""
    await ref.si(OVE, LINJEN)
    await ref.si(OVE, "møtet er hevet")
    i_kanalen = [
        await ref.chat.si(OVE, linje, i=ASUKANAL, at="2024-05-15T16:00")
        for linje in ("hvilke oppgaver er åpne", "hva har Berit lovet", "vis oppgave 1")
    ]
    assert all("turnusen" not in svar for svar in i_kanalen)
    assert "turnusen" in await ref.chat.si(OVE, "hvilke oppgaver er åpne i ASU", at="2024-05-15T16:01")
    async with ref.chat.store.turn() as uow:
        [oppgave] = await uow.oppgaver.for_bok(ref.bok_id)
        await uow.oppgaver.lagre(replace(oppgave, hjemmel="offl. § 13", bok_id=None))
        await uow.commit()
    svar = await ref.chat.si(BERIT, "hvilke oppgaver er åpne", i=ASUKANAL, at="2024-05-16T16:00")
    assert "turnusen" not in svar
    assert "turnusen" in await ref.chat.si(BERIT, "mine oppgaver", at="2024-05-16T16:01")


async def test_each_act_on_the_point_follows(ref):
    await ref.si(OVE, LINJEN)
    await ref.si(OVE, "endre fristen i punkt 1 til 19. juni")
    (oppgave,) = await alle(ref)
    assert (oppgave.frist.isoformat(), oppgave.frister[0].isoformat()) == ("2024-06-19", "2024-06-12")
    await ref.si(OVE, "angre")
    (oppgave,) = await alle(ref)
    assert (oppgave.frist.isoformat(), oppgave.frister) == ("2024-06-12", ())
    await ref.si(OVE, "stryk punkt 1")
    assert (await alle(ref))[0].tilstand is Oppgavetilstand.TRUKKET
    await ref.si(OVE, "hent tilbake punkt 1")
    assert (await alle(ref))[0].tilstand is Oppgavetilstand.AAPEN
    await ref.si(OVE, "endre punkt 1 til Berit avklarer turnus og lønn")
    assert "turnus og lønn" in (await alle(ref))[0].hva
    await ref.si(OVE, "flytt punkt 1 til sak 4")
    assert (await alle(ref))[0].sak == "04/24"


async def test_the_referent_may_close_it_while_the_moete_is_on(ref):
    await ref.si(OVE, LINJEN)
    svar = await ref.si(OVE, "oppgave 1 er ferdig")
    assert svar.foerst == "Oppgaven er meldt ferdig."
    assert (await alle(ref))[0].tilstand is Oppgavetilstand.FERDIG


async def test_what_is_dropped_in_a_sak_says_in_which(ref):
    await ref.si(OVE, LINJEN, "neste sak")
    svar = await ref.si(OVE, "oppgave 1 faller bort")
    assert svar.foerst == "Oppgaven er merket som bortfalt."
    igjen = await ref.si(OVE, "oppgave 1 er ferdig")
    assert igjen.text.startswith(
        "Oppgave 1 i ASU er allerede bortfalt (Ove Bakk, onsdag 15. mai 2024, sak 04/24)."
    )


async def test_it_is_reminded_of_when_the_moete_is_closed_and_on_the_next_saksliste(ref):
    await ref.si(OVE, LINJEN)
    await ref.si(OVE, "saken utsettes")
    await ref.si(OVE, "møtet er hevet")
    await ref.chat.post()
    async with ref.chat.store.turn() as uow:
        juni = next(m for m in (await uow.register()).moeter if m.dato.month == 6)
        moete = await uow.load_moete(juni.id)
        await uow.save_moete(replace(moete, innkalling=eksempel.innkalling(juni.dato)))
        await uow.commit()
    svar = await ref.chat.si(OVE, "saksliste ASU 19. juni", at="2024-06-05T09:00")
    linjer = svar.text.split("\n")
    plass = next(n for n, linje in enumerate(linjer) if "03/24 Felles vaktordning" in linje)
    assert linjer[plass + 1].startswith("   • Oppfølging fra forrige møte: ")
    assert "turnusen" in linjer[plass + 1]
    assert "Utsatt fra forrige møte:" not in linjer, "it is on the list already"
    await ref.chat.plan("2024-06-07T09:00")
    post = await ref.chat.post(at="2024-06-07T09:00")
    assert any(m.text.startswith("Fristen for en oppgave") for m in post[BERIT])
