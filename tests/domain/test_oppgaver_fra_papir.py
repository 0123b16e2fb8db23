"""The oppfølginger of an imported referat as oppgaver: once, and as the paper says now."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain import oppgaver
from bot.domain.foeresher import FoeresHer
from bot.domain.frammoete import Hvem
from bot.domain.importering import lagre, planlegg
from bot.domain.importmaal import Importvalg
from bot.domain.moetebok import Moetebok
from bot.domain.oppgave import Oppgavetilstand
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn
from bot.domain.papiroppgaver import ansvarlige
from bot.domain.reading import Reading
from bot.domain.referat import Oppfoelging, Referat, Referatdel, Referatsak
from bot.domain.register import Register
from tests.fakes import FakeStore

DAG, DES, FEB = date(2024, 11, 26), date(2024, 12, 4), date(2025, 2, 17)
NAA = datetime(2024, 12, 1, 9, tzinfo=UTC)
RINGER = Oppfoelging("12/24", "Jonas ringer kommunene", "Jonas", DES)
SKRIVER = Oppfoelging("Eventuelt", "Sekretariatet skriver brev", "sekretariatet")


def referat(*oppfoelging: Oppfoelging) -> Reading:
    saker = [Referatsak("12/24", "Vaktordning"), Referatsak(None, "Eventuelt")]
    return Reading(
        referat=Referat("ASU", dato=DAG, deler=[Referatdel(saker)], oppfoelging=list(oppfoelging))
    )


class Hus:
    def __init__(self) -> None:
        self.store = FakeStore()

    async def bygg(self) -> "Hus":
        async with self.store.turn() as uow:
            fellesskap = await uow.add_helsefellesskap(Helsefellesskap("Nord"))
            folk = [Medlem("Jonas Vik"), Medlem("Kari Nes"), Medlem("Kari Li")]
            asu = Organ(fellesskap.id or 0, [Organnavn("ASU", Navneslag.KORT)], folk)
            self.organ = await uow.save_organ(asu)
            await uow.commit()
        return self

    async def ta_inn(self, *oppfoelging: Oppfoelging):
        async with self.store.turn() as uow:
            plan = await planlegg(uow, referat(*oppfoelging), Importvalg(), lambda navn: None)
            moete = await lagre(uow, plan, NAA)
            await uow.commit()
        return moete

    async def alle(self):
        async with self.store.read() as uow:
            return await uow.oppgaver.for_organ(self.organ.id)

    async def sett(self, oppgave):
        async with self.store.turn() as uow:
            await uow.oppgaver.lagre(oppgave)
            await uow.commit()


@pytest.fixture
async def hus() -> Hus:
    return await Hus().bygg()


H = oppgaver.handling(Hvem("Jonas Vik"), NAA)


async def test_each_oppfoelging_is_an_oppgave_in_the_order_of_the_paper(hus):
    moete = await hus.ta_inn(RINGER, SKRIVER)
    a, b = await hus.alle()
    assert (a.nr, a.hva, a.sak, a.sak_tittel, a.frist) == (
        1,
        "Jonas ringer kommunene",
        "12/24",
        "Vaktordning",
        DES,
    )
    assert (b.nr, b.sak, b.ansvarlige) == (2, "Eventuelt", (Hvem("sekretariatet"),))
    assert (a.moete_id, a.bok_id, a.logg[0].at) == (moete.id, None, NAA)


async def test_the_ansvarlige_is_the_member_where_one_alone_is_called_that(hus):
    await hus.ta_inn(RINGER, replace(RINGER, hva="Kari sjekker", ansvarlig="Kari og Jonas Vik"))
    a, b = await hus.alle()
    (jonas,) = a.ansvarlige
    assert (jonas.navn, jonas.person_id is None) == ("Jonas Vik", False)
    assert b.ansvarlige == (Hvem("Kari"), jonas)


async def test_imported_again_nothing_is_changed(hus):
    await hus.ta_inn(RINGER, SKRIVER)
    foer = await hus.alle()
    await hus.ta_inn(RINGER, SKRIVER)
    assert await hus.alle() == foer


async def test_what_the_paper_says_otherwise_is_changed_and_kept(hus):
    await hus.ta_inn(RINGER)
    await hus.ta_inn(SKRIVER, replace(RINGER, hva="Jonas ringer alle kommunene", frist=FEB))
    a, b = await hus.alle()
    assert (a.nr, a.hva, a.frist, a.frister) == (1, "Jonas ringer alle kommunene", FEB, (DES,))
    assert (b.nr, b.hva) == (2, "Sekretariatet skriver brev")


async def test_what_the_paper_has_no_more_is_withdrawn_and_comes_back_with_it(hus):
    await hus.ta_inn(RINGER, SKRIVER)
    await hus.ta_inn(RINGER)
    assert (await hus.alle())[1].tilstand is Oppgavetilstand.TRUKKET
    await hus.ta_inn(RINGER, SKRIVER)
    assert [o.tilstand for o in await hus.alle()] == [Oppgavetilstand.AAPEN] * 2


async def test_what_somebody_has_said_since_stands(hus):
    await hus.ta_inn(RINGER, SKRIVER)
    ringer, skriver = await hus.alle()
    ny = oppgaver.med_ansvarlige(oppgaver.med_frist(ringer, FEB, H), [Hvem("Siri Haug")], H)
    await hus.sett(ny)
    await hus.sett(oppgaver.ferdig(skriver, H))
    foer = await hus.alle()
    await hus.ta_inn(RINGER, SKRIVER)
    assert await hus.alle() == foer


async def test_two_of_the_same_words_are_two(hus):
    await hus.ta_inn(RINGER, replace(RINGER, sak="Eventuelt"))
    await hus.ta_inn(RINGER, replace(RINGER, sak="Eventuelt"))
    assert [o.sak for o in await hus.alle()] == ["12/24", "Eventuelt"]


async def test_a_moete_with_a_moetebok_has_its_own(hus):
    moete = await hus.ta_inn()
    async with hus.store.turn() as uow:
        await uow.boeker.opprett(Moetebok(moete.id or 0, NAA))
        await uow.commit()
    with pytest.raises(FoeresHer):
        await hus.ta_inn(RINGER)
    assert await hus.alle() == []


def test_a_name_no_member_has_stands_as_it_is_written():
    assert ansvarlige(Register(1), 1, DAG, "Fagråd 3, Jonas") == (Hvem("Fagråd 3"), Hvem("Jonas"))
    assert ansvarlige(Register(1), 1, DAG, None) == ()
