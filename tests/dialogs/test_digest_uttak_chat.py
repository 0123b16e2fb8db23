"""What is withheld, or withdrawn, leaves the weekly digests that have been posted; nothing else does."""

from bot.domain.conversation import Conversation
from bot.turn import Message
from tests.dialogs.chat import Chat
from tests.dialogs.godkjenningsfolk import bygg_bok
from tests.dialogs.moetefolk import ASUKANAL, OVE
from tests.dialogs.oppdragfolk import BER, RAADKANAL, bygg_oppdrag
from tests.varsling.digesthus import oensker, oppgave

UKA = "2024-05-21T08:00"
SENERE = "2024-05-21T09:00"


async def ukesoversikt(chat: Chat, sted: Conversation, at: str) -> Message:
    await chat.plan(at)
    (post,) = [m for m in (await chat.post(at))[sted.id] if "Ukesoversikt" in m.text]
    return post


async def endret(chat: Chat, at: str) -> list[Message]:
    chat.poster.endret.clear()
    await chat.post(at)
    return [m for _, _, m in chat.poster.endret if "Ukesoversikt" in m.text]


async def test_an_oppgave_that_becomes_unntatt_leaves_the_posted_digest_and_the_rest_stands():
    hus = await bygg_bok(send=True)
    await oensker(hus.huset, ASUKANAL, hus.huset.asu.id)
    foer = await ukesoversikt(hus.chat, ASUKANAL, UKA)
    assert "• Oppgave 1: Siri skriver brevet" in foer.text
    await oppgave(hus.huset, "Kommer etterpå", moete_id=hus.huset.juni.id)
    nr = next(p.nr for p in (await hus.stand()).punkter.values() if p.tekst == "Siri skriver brevet")
    await hus.si(OVE, f"punkt {nr} er unntatt offentlighet offl. § 13", at=SENERE)
    [etter] = await endret(hus.chat, SENERE)
    ventet = [
        "• Oppgave 1 er tatt ut av oversikten." if "Siri skriver brevet" in linje else linje
        for linje in foer.text.split("\n")
    ]
    assert etter.text.split("\n") == ventet
    assert "Siri skriver brevet" not in str(etter.card)
    assert "Oppgave 1 er tatt ut av oversikten." in str(etter.card)
    await hus.si(OVE, f"punkt {nr} er unntatt offentlighet offl. § 14", at="2024-05-21T09:05")
    assert await endret(hus.chat, "2024-05-21T09:05") == []


async def test_one_after_the_other_both_are_gone():
    hus = await bygg_bok(send=True)
    await oensker(hus.huset, ASUKANAL, hus.huset.asu.id)
    await ukesoversikt(hus.chat, ASUKANAL, UKA)
    numre = [p.nr for p in (await hus.stand()).punkter.values() if p.slag == "oppfoelging"]
    for n, nr in enumerate(numre, start=1):
        await hus.si(OVE, f"punkt {nr} er unntatt offentlighet offl. § 13", at=f"2024-05-21T09:0{n}")
    etter = (await endret(hus.chat, "2024-05-21T09:10"))[-1]
    assert "• Oppgave 1 er tatt ut av oversikten.\n• Oppgave 2 er tatt ut av oversikten." in etter.text


async def test_a_digest_that_waits_leaves_without_it():
    hus = await bygg_bok(send=True)
    await oensker(hus.huset, ASUKANAL, hus.huset.asu.id)
    await hus.chat.plan(UKA)
    nr = next(p.nr for p in (await hus.stand()).punkter.values() if p.tekst == "Siri skriver brevet")
    await hus.si(OVE, f"punkt {nr} er unntatt offentlighet offl. § 13", at=UKA)
    (post,) = [m for m in (await hus.chat.post(SENERE))[ASUKANAL.id] if "Ukesoversikt" in m.text]
    assert "Siri skriver brevet" not in post.text + str(post.card)


async def test_what_is_done_since_stays_in_the_digest_of_that_week():
    hus = await bygg_bok(send=True)
    await oensker(hus.huset, ASUKANAL, hus.huset.asu.id)
    await ukesoversikt(hus.chat, ASUKANAL, UKA)
    await hus.si(OVE, "oppgave 1 er ferdig", at=SENERE)
    assert await endret(hus.chat, SENERE) == []


async def test_an_oppdrag_whose_point_is_withheld_leaves_the_digest():
    hus = await bygg_oppdrag()
    await hus.sendt()
    await oensker(hus.ref.hus, RAADKANAL, hus.raad.id)
    foer = await ukesoversikt(hus.chat, RAADKANAL, UKA)
    assert BER in foer.text
    await hus.chat.si(OVE, "punkt 1 er unntatt offentlighet offl. § 13", at=SENERE)
    [etter] = await endret(hus.chat, SENERE)
    assert BER not in etter.text + str(etter.card)
    assert "• Oppdrag 1 til Fagråd 1 fra ASU er tatt ut av oversikten." in etter.text
