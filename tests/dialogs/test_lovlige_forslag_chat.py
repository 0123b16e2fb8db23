"""«Mente du noe av dette?» offers nobody what they have no right to."""

from bot.domain.rettigheter import HENSIKTER
from bot.turn import Meaning, Slots, Suggestion
from dialogs.oppdag import alle_dialoger
from dialogs.tjenester import Tjenester
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, BERIT, OLGA, OVE, bygg
from tests.dialogs.tolker import Innvidd, gjettet

AVLYS, FORFALL = Suggestion("moete.avlys", "Avlys møtet i ASU"), Suggestion("forfall.meld", "Meld forfall")
REFERAT = Suggestion("referat.start", "Start referatet")
MINUTTER = Suggestion("referat.vis", "Vis referatet")


def uklar(*forslag: Suggestion) -> Chat:
    mening = Meaning("forfall.meld", sure=False, suggestions=forslag)
    return Chat(admins={"aad-drift"}, tolk=Innvidd(grøt=mening, begge=gjettet("hjelp", also=[AVLYS])))


async def test_a_member_is_not_offered_to_call_the_møte_off():
    chat = uklar(FORFALL, AVLYS, REFERAT)
    await bygg(chat)
    assert (await chat.si(BERIT, "grøt")).labels == ["Meld forfall", "Hjelp"]
    assert (await chat.si(ANNE, "grøt")).labels == ["Meld forfall", "Start referatet", "Hjelp"]
    assert (await chat.si(OVE, "grøt")).labels == [
        "Meld forfall",
        "Avlys møtet i ASU",
        "Start referatet",
        "Hjelp",
    ]
    assert "Avlys møtet i ASU" in (await chat.si("drift", "grøt")).labels


async def test_where_nothing_is_left_there_are_the_examples():
    chat = uklar(AVLYS, REFERAT)
    await bygg(chat)
    svar = await chat.si(BERIT, "grøt")
    assert "Avlys møtet i ASU" not in svar.labels
    assert "Hjelp" in svar.labels
    assert len(svar.labels) > 1


async def test_what_else_was_asked_for_likewise():
    chat = uklar(AVLYS)
    await bygg(chat)
    assert "Avlys møtet i ASU" not in (await chat.si(BERIT, "begge")).labels
    assert "Avlys møtet i ASU" in (await chat.si(OVE, "begge")).labels


async def test_the_right_in_the_body_that_the_line_names_counts():
    forslag = Suggestion("referat.start", "Start referatet i ASU")
    chat = Chat(admins={"aad-drift"})
    hus = await bygg(chat)
    asu = Meaning("ingen", False, Slots(organ_ids=(hus.asu.id or 0,)), (forslag, MINUTTER))
    chat = Chat(admins={"aad-drift"}, store=chat.store, tolk=Innvidd(grøt=asu))
    assert (await chat.si(OLGA, "grøt")).labels == ["Vis referatet", "Hjelp"]
    assert (await chat.si(ANNE, "grøt")).labels == ["Start referatet i ASU", "Vis referatet", "Hjelp"]


async def test_every_intent_of_the_table_has_a_dialog():
    kjente = {i for d in alle_dialoger(Tjenester(Chat().clock)) for i in d.intents}
    assert kjente >= HENSIKTER.keys()
