"""Saker til eventuelt in one line: raised to the right møte, and told what one can do instead."""

import asyncio

import pytest

from bot.domain.errors import Conflict
from tests.dialogs.chat import NAA, Chat, kanal, privat, senere
from tests.dialogs.eventueltfolk import (
    ANNE,
    BERIT,
    JONAS,
    KARI,
    OVE,
    PER,
    SIRI,
    avlys,
    bygg,
    saker,
    titler,
)

MAI = "ASU onsdag 15. mai 2024 kl. 12.00–15.00"
ELLEVE = "Slett også meldingen i chatten."


@pytest.fixture
async def chat() -> Chat:
    return Chat(admins=set())


@pytest.fixture
async def hos(chat):
    """The bodies; the frist of ASU is three working days."""
    return await bygg(chat, frist=3)


async def test_a_sak_is_stored_on_the_next_moete_and_its_place_is_told(chat, hos):
    svar = await chat.si(BERIT, "meld sak til eventuelt: Bruk av Kompetansebroen")
    assert svar.foerst == (
        f"Saken er meldt til eventuelt i {MAI}: «Bruk av Kompetansebroen». Den står som nr. 1 på listen."
    )
    assert svar.labels == ["Vis hele listen", "Endre ordlyden", "Trekk saken"]
    (sak,) = await saker(chat, hos.asu)
    assert (sak.moete_id, sak.av.navn, sak.sen, sak.minutter) == (hos.mai, "Berit Nes", False, None)
    andre = await chat.si(KARI, "til eventuelt i ASU: Tolk i helgene")
    assert "Den står som nr. 2 på listen." in andre


async def test_reason_minutes_and_attachments_are_taken_with_it(chat, hos):
    svar = await chat.si(
        BERIT, "meld sak til eventuelt: Tolk – 10 min\nVi mangler avtale.\nVedlegg: notat.pdf"
    )
    assert svar.text.endswith("Ønsket tid: 10 minutter.\nBegrunnelsen er tatt med.")
    (sak,) = await saker(chat, hos.asu)
    assert (sak.tittel, sak.minutter, sak.begrunnelse, sak.vedlegg) == (
        "Tolk",
        10,
        "Vi mangler avtale.",
        ("notat.pdf",),
    )


async def test_a_long_reason_in_the_same_message_is_taken_whole(chat, hos):
    grunn = "Dette gjelder mange. " * 60
    await chat.si(BERIT, f"meld sak til eventuelt: Tolk\n{grunn}")
    (sak,) = await saker(chat, hos.asu)
    assert sak.begrunnelse == grunn.strip()


async def test_after_the_frist_it_is_taken_in_and_marked(chat, hos):
    i_tide = await chat.si(BERIT, "meld sak til eventuelt: Tolk", at="2024-05-10T23:00")
    sent = await chat.si(KARI, "meld sak til eventuelt: Skyss", at="2024-05-11T08:00")
    assert "fristen" not in i_tide.text
    merket = "Fristen var fredag 10. mai 2024, så saken er merket «meldt etter fristen»."
    assert merket in sent
    liste = await chat.si(ANNE, "hva er meldt til eventuelt", at="2024-05-12T09:00")
    assert "1. Tolk (Berit Nes, 10. mai)" in liste
    assert "2. Skyss (Kari Dahl, 11. mai, meldt etter fristen)" in liste


async def test_the_same_words_within_a_day_are_the_same_sak(chat, hos):
    await chat.si(BERIT, "meld sak til eventuelt: Tolk")
    igjen = await chat.si(BERIT, "til eventuelt: tolk.", at="2024-05-09T08:59", i=kanal("ASU"))
    assert igjen.foerst == f"Den står der allerede, som nr. 1 på listen til eventuelt i {MAI}: «Tolk»."
    await chat.si(KARI, "meld sak til eventuelt: Tolk")
    await chat.si(BERIT, "meld sak til eventuelt: Tolk", at="2024-05-09T09:01")
    assert await titler(chat, hos.asu) == ["Tolk", "Tolk", "Tolk"]


async def test_a_redelivered_line_is_the_same_sak_and_the_same_answer(chat, hos):
    melding = chat.melding(BERIT, "meld sak til eventuelt: Tolk")
    foerst = await chat.gi(melding, sent=False)
    igjen = await chat.gi(melding)
    assert igjen.text in ("", foerst.text)
    assert await titler(chat, hos.asu) == ["Tolk"]


async def test_the_same_line_in_two_places_at_once_is_one_sak(chat, hos):
    linje = "meld sak til eventuelt: Tolk"
    svar = await asyncio.gather(chat.si(BERIT, linje), chat.si(BERIT, linje, i=kanal("ASU")))
    assert sorted("allerede" in s.foerst for s in svar) == [False, True]
    assert await titler(chat, hos.asu) == ["Tolk"]


async def test_of_several_moeter_it_asks_and_the_first_button_counts(chat, hos):
    spurt = await chat.si(JONAS, "meld sak til eventuelt: Tolk")
    assert spurt.foerst == "Hvilket møte gjelder saken?"
    assert spurt.labels == [MAI, "PSU torsdag 23. mai 2024 kl. 12.00–15.00"]
    assert await titler(chat, hos.asu) == []
    valgt = await chat.trykk(JONAS, spurt.knapp("PSU"))
    assert "til eventuelt i PSU" in valgt
    igjen = await chat.trykk(JONAS, spurt.knapp("ASU"))
    assert igjen.text == valgt.text
    assert (await titler(chat, hos.asu), await titler(chat, hos.psu)) == ([], ["Tolk"])


async def test_nobody_else_raises_it_by_pressing(chat, hos):
    rom = kanal("Samhandling")
    spurt = await chat.si(JONAS, "meld sak til eventuelt: Tolk", i=rom)
    nei = await chat.trykk(OVE, spurt.knapp("PSU"), i=rom)
    assert nei.foerst.startswith("Det var en annen jeg spurte.")
    assert not nei.outcome.replies[0].in_place
    assert await titler(chat, hos.psu) == []
    await chat.trykk(JONAS, spurt.knapp("PSU"), i=rom)
    assert [s.av.navn for s in await saker(chat, hos.psu)] == ["Jonas Moe"]


async def test_the_question_may_be_answered_in_words(chat, hos):
    await chat.si(JONAS, "meld sak til eventuelt: Tolk")
    assert "til eventuelt i PSU" in await chat.si(JONAS, "PSU")


async def test_what_was_just_shown_is_meant(chat, hos):
    await chat.si(JONAS, "neste PSU")
    assert "til eventuelt i PSU" in await chat.si(JONAS, "meld sak til eventuelt: Tolk", at=senere(NAA, 2))


async def test_in_a_bodys_channel_its_moete_is_meant(chat, hos):
    assert "til eventuelt i PSU" in await chat.si(JONAS, "meld sak til eventuelt: Tolk", i=kanal("PSU"))


async def test_a_day_may_be_named(chat, hos):
    assert "19. juni" in await chat.si(BERIT, "meld sak til eventuelt i ASU 19. juni: Tolk")
    (sak,) = await saker(chat, hos.asu)
    assert sak.moete_id == hos.juni


async def test_a_name_is_enough_for_ones_own(chat, hos):
    assert "nr. 1" in await chat.si(SIRI, "meld sak til eventuelt: Tolk")


async def test_the_leader_raises_one_for_another_and_a_member_does_not(chat, hos):
    svar = await chat.si(ANNE, "meld sak til eventuelt for Kari Dahl: Tolk")
    assert svar.foerst.startswith(f"Saken er meldt for Kari Dahl til eventuelt i {MAI}")
    (sak,) = await saker(chat, hos.asu)
    assert (sak.av.navn, sak.logg[0].av.navn) == ("Kari Dahl", "Anne Vik")
    nei = await chat.si(BERIT, "meld sak til eventuelt for Kari Dahl: Skyss")
    assert "lederen, nestlederen og sekretariatet" in nei
    assert await titler(chat, hos.asu) == ["Tolk"]
    ukjent = await chat.si(ANNE, "meld sak til eventuelt for Olga Moen: Skyss")
    assert ukjent.foerst.startswith("Jeg finner ingen som heter «Olga Moen» i ASU.")


AVVIST = [
    (
        "meld sak til eventuelt i Fagråd 9: Tolk",
        "Jeg kjenner ikke til noe utvalg som heter «Fagråd 9». Du kan",
    ),
    (
        "meld sak til eventuelt i ASU 17. mai: Tolk",
        "Det er ikke noe møte i ASU fredag 17. mai 2024. Meld den",
    ),
    (
        "meld sak til eventuelt i PSU: Tolk",
        "Det kan bare medlemmene, varaene og sekretariatet i PSU gjøre.",
    ),
    ("meld sak til eventuelt:", "Saken mangler en tittel. Skriv med noen få ord hva den gjelder."),
    (
        f"meld sak til eventuelt: {'å' * 501}",
        "Tittelen er på 501 tegn, og det er plass til 500. Forkort den",
    ),
    (f"meld sak til eventuelt: {'ord ' * 400}", "Tittelen er på 1599 tegn, og det er plass til 500."),
    (f"meld sak til eventuelt: Tolk\n{'x' * 2001}", "Teksten er på 2001 tegn, og det er plass til 2000."),
    ("meld sak til eventuelt: Tolk for 01017012345", "Jeg tar ikke vare på elleve sifre etter hverandre"),
    ("meld sak til eventuelt: Tolk\nGjelder 010170-12345", "Jeg tar ikke vare på elleve sifre"),
    ("meld sak til eventuelt: Tolk – 900 min", "Skriv antall minutter som et tall fra 1 til 240"),
]


@pytest.mark.parametrize(("linje", "svaret"), AVVIST)
async def test_what_cannot_be_stored_is_answered_with_what_can_be_done(chat, hos, linje, svaret):
    svar = await chat.si(BERIT, linje)
    assert svar.foerst.startswith(svaret)
    assert await titler(chat, hos.asu) == []
    assert await titler(chat, hos.psu) == []
    assert "01017012345" not in str(chat.store.data)
    assert "010170-12345" not in str(chat.store.data)


async def test_eleven_digits_are_answered_with_what_to_do_about_the_chat(chat, hos):
    svar = await chat.si(BERIT, "meld sak til eventuelt: Tolk for 010170 12345")
    assert svar.text.endswith(ELLEVE)
    assert svar.labels == []


async def test_somebody_who_is_no_member_is_told_who_can(chat, hos):
    svar = await chat.si(PER, "meld sak til eventuelt i ASU: Tolk")
    assert "medlemmene, varaene og sekretariatet i ASU" in svar
    assert "Ove Bakk" in svar
    assert await titler(chat, hos.asu) == []


async def test_a_moete_that_is_over_takes_nothing(chat, hos):
    svar = await chat.si(BERIT, "meld sak til eventuelt i ASU 15. mai: Tolk", at="2024-05-16T09:00")
    assert svar.text == (
        f"{MAI} er over. Meld den heller til neste møte, onsdag 19. juni 2024 kl. 12.00–15.00."
    )
    assert await titler(chat, hos.asu) == []


async def test_while_it_is_on_a_sak_is_taken_in(chat, hos):
    assert "nr. 1" in await chat.si(BERIT, "meld sak til eventuelt: Tolk", at="2024-05-15T12:10")


async def test_a_moete_that_is_avlyst_takes_nothing_and_the_next_is_meant(chat, hos):
    await avlys(chat, hos.mai)
    svar = await chat.si(BERIT, "meld sak til eventuelt i ASU 15. mai: Tolk")
    assert svar.foerst.startswith(f"{MAI} er avlyst. Meld den heller til neste møte, onsdag 19. juni")
    assert "19. juni" in await chat.si(BERIT, "meld sak til eventuelt: Tolk")


async def test_without_a_moete_to_come_the_sekretariat_is_named(chat, hos):
    svar = await chat.si(BERIT, "meld sak til eventuelt: Tolk", at="2024-07-01T09:00")
    assert svar.foerst.startswith("Jeg kjenner ikke til noe kommende møte i ASU.")
    assert "sekretariatet" in svar
    assert await titler(chat, hos.asu) == []


FARLIG = "<script>alert(1)</script> **fet** [x](http://y.example) <at>Ola</at> {{z}}"


async def test_markup_is_shown_as_text_everywhere(chat, hos):
    """In the answer, on the list, on the card of the sak, of the møte, and in the saksliste."""
    meldt = await chat.si(BERIT, f"meld sak til eventuelt: {FARLIG}")
    liste = await chat.trykk(BERIT, meldt.knapp("Vis hele listen"))
    kortet = await chat.trykk(BERIT, liste.knapp("Åpne nr. 1"))
    for svar in (meldt, liste, kortet, await chat.si(BERIT, "neste ASU")):
        assert FARLIG in svar
        _som_tekst(svar.cards)
    saksliste = await chat.si(BERIT, "saksliste ASU")
    assert FARLIG in saksliste
    _som_tekst(saksliste.cards)
    (sak,) = await saker(chat, hos.asu)
    assert sak.tittel == FARLIG


def _som_tekst(kort: list[dict]) -> None:
    from tests.cards.kort import tekster

    vist = [t for k in kort for t in tekster(k) if "script" in t]
    assert vist
    for tekst in vist:
        assert "<script>" not in tekst.replace("\\<", "")
        assert "**" not in tekst.replace("\\*", "")
        assert "[x](" not in tekst
        assert "{{" not in tekst


async def test_five_hundred_characters_are_taken_whole(chat, hos):
    tittel = "Å" * 500
    svar = await chat.si(BERIT, f"meld sak til eventuelt: {tittel}")
    assert f"«{tittel}»" in svar.foerst
    assert f"1. {tittel} (" in await chat.si(BERIT, "hva er meldt til eventuelt")


async def test_twenty_at_once_are_all_there_with_numbers_of_their_own(chat, hos):
    hvem = [BERIT, KARI, ANNE, OVE, SIRI]
    svar = await asyncio.gather(
        *(
            chat.si(hvem[n % 5], f"meld sak til eventuelt i ASU: Sak om emne {n}", i=privat(f"rom{n}"))
            for n in range(20)
        )
    )
    numre = sorted(int(s.foerst.rpartition("nr. ")[2].split()[0]) for s in svar)
    assert numre == list(range(1, 21))
    assert len(await titler(chat, hos.asu)) == 20


async def test_a_conflict_runs_it_again_and_it_is_there_once(hos, chat):
    ny = Chat(admins=set(), store=chat.store, through=lambda store: OmIgjen(store))
    svar = await ny.si(BERIT, "meld sak til eventuelt: Tolk")
    assert "nr. 1" in svar.foerst
    assert await titler(chat, hos.asu) == ["Tolk"]


class OmIgjen:
    """A store whose second commit is lost to somebody else, once."""

    def __init__(self, store) -> None:
        self._store, self._ganger = store, 0

    def turn(self):
        return _Tur(self, self._store.turn())

    def read(self):
        return self._store.read()

    async def tell(self) -> None:
        self._ganger += 1
        if self._ganger == 1:
            raise Conflict


class _Tur:
    def __init__(self, om_igjen: OmIgjen, inni) -> None:
        self._om_igjen, self._inni = om_igjen, inni

    async def __aenter__(self):
        self._uow = await self._inni.__aenter__()
        commit, om_igjen = self._uow.commit, self._om_igjen

        async def foer_commit() -> None:
            await om_igjen.tell()
            await commit()

        self._uow.commit = foer_commit
        return self._uow

    async def __aexit__(self, *feil):
        return await self._inni.__aexit__(*feil)


async def test_angre_takes_back_the_sak_that_was_just_raised(chat, hos):
    await chat.si(BERIT, "meld sak til eventuelt: Bruk av Kompetansebroen")
    assert "er trukket" in await chat.si(BERIT, "angre")
    (sak,) = await saker(chat, hos.asu)
    assert sak.tilstand == "trukket"
