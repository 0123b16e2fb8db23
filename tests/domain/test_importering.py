"""Importing: whose the paper is, which møte, what changes. Rules and storing, with FakeStore."""

from dataclasses import dataclass
from datetime import date, time

import pytest

from bot.domain.errors import Conflict
from bot.domain.importering import Importplan, Slag, lagre, planlegg
from bot.domain.importmaal import (
    Importvalg,
    NestenFellesskap,
    NestenOrgan,
    UkjentFellesskap,
    UkjentOrgan,
    UtenDato,
)
from bot.domain.innkalling import Agendapunkt, Agendatype, Ansvarlig, Innkalling, Saksfremlegg
from bot.domain.moete import Moete
from bot.domain.reading import Reading
from bot.domain.referat import Deltaker, Referat
from tests.fakes import FakeStore

DAG = date(2024, 5, 15)
NORD, SOER = "Helsefellesskapet Nordre Fjordfylke", "Helsefellesskapet Søndre Fjordfylke"


@dataclass(frozen=True)
class Type:
    navn: str
    kort: str | None


def organtype(navn: str) -> Type | None:
    kjent = Type("Administrativt samarbeidsutvalg", "ASU")
    return kjent if navn in (kjent.navn, kjent.kort) else None


def sak(nr: str, tittel: str, **mer) -> Agendapunkt:
    return Agendapunkt(Agendatype.SAK, tittel, nr, **mer)


def innkalling(
    utvalg: str | None = "Administrativt samarbeidsutvalg", dato: date | None = DAG, **mer
) -> Reading:
    felter = {"start": time(12), "slutt": time(15), "moetested": "Møterom 1", **mer}
    felter.setdefault("agenda", [sak("01/24", "Godkjenning"), sak("02/24", "Vaktordning")])
    return Reading(Innkalling(utvalg=utvalg, dato=dato, **felter))


def referat(dato: date = DAG, **mer) -> Reading:
    return Reading(referat=Referat(utvalg="ASU", dato=dato, tilstede=[Deltaker("Kari Nes")], **mer))


class Arkiv:
    """A database with what has been imported so far."""

    def __init__(self) -> None:
        self.store = FakeStore()

    async def plan(self, reading: Reading, **valg) -> Importplan:
        async with self.store.read() as arkiv:
            return await planlegg(arkiv, reading, Importvalg(**valg), organtype)

    async def ta_inn(self, reading: Reading, **valg) -> Moete:
        plan = await self.plan(reading, **valg)
        async with self.store.turn() as uow:
            moete = await lagre(uow, plan)
            await uow.commit()
        return moete


@pytest.fixture
def arkiv() -> Arkiv:
    return Arkiv()


def linjer(plan: Importplan) -> list[tuple]:
    return [(e.kode, *e.fakta.values()) for e in plan.endringer]


async def test_the_first_paper_makes_helsefellesskap_body_and_meeting(arkiv):
    plan = await arkiv.plan(innkalling())
    assert (plan.slag, plan.helsefellesskap.id, plan.organ.id, plan.moete.id) == (
        Slag.NYTT,
        None,
        None,
        None,
    )
    assert [n.navn for n in plan.organ.navneliste] == ["Administrativt samarbeidsutvalg", "ASU"]
    moete = await arkiv.ta_inn(innkalling())
    assert (moete.dato, moete.start, moete.sted, moete.ics_sekvens) == (DAG, time(12), "Møterom 1", 0)
    assert [h.navn for h in arkiv.store.data.helsefellesskap.values()] == ["Helsefellesskapet"]


async def test_a_body_written_short_gets_its_full_name(arkiv):
    plan = await arkiv.plan(innkalling("ASU"))
    assert [n.navn for n in plan.organ.navneliste] == ["Administrativt samarbeidsutvalg", "ASU"]


async def test_a_body_is_known_by_any_of_its_names(arkiv):
    await arkiv.ta_inn(innkalling("Administrativt samarbeidsutvalg."))
    assert (await arkiv.plan(innkalling("ASU"))).slag is Slag.OPPDATERT
    assert (await arkiv.plan(innkalling("administrativt  samarbeidsutvalg"))).slag is Slag.OPPDATERT
    assert len(arkiv.store.data.organer) == 1


async def test_whose_it_is_named_or_the_only_one(arkiv):
    await arkiv.ta_inn(innkalling(), helsefellesskap=NORD)
    assert (await arkiv.plan(innkalling())).helsefellesskap.navn == NORD
    assert (await arkiv.plan(innkalling(), helsefellesskap=SOER)).helsefellesskap.id is None


async def test_several_helsefellesskap_must_be_told_apart(arkiv):
    await arkiv.ta_inn(innkalling(), helsefellesskap=NORD)
    await arkiv.ta_inn(innkalling(), helsefellesskap=SOER)
    with pytest.raises(UkjentFellesskap) as avslag:
        await arkiv.plan(innkalling())
    assert avslag.value.navn == (NORD, SOER)


async def test_the_same_body_and_day_in_two_helsefellesskap_are_two_meetings(arkiv):
    nord = await arkiv.ta_inn(innkalling(), helsefellesskap=NORD)
    soer = await arkiv.ta_inn(innkalling(), helsefellesskap=SOER)
    assert nord.id != soer.id
    assert nord.organ_ids != soer.organ_ids


async def test_a_misspelt_helsefellesskap_is_turned_down(arkiv):
    await arkiv.ta_inn(innkalling(), helsefellesskap=NORD)
    with pytest.raises(NestenFellesskap) as avslag:
        await arkiv.plan(innkalling(), helsefellesskap="Helsefelleskapet Nordre Fjordfylke")
    assert avslag.value.finnes == NORD


async def test_a_misspelt_body_is_asked_about_and_may_be_a_new_one(arkiv):
    await arkiv.ta_inn(innkalling())
    feil = innkalling("Administrativt samarbeidsutvlag")
    with pytest.raises(NestenOrgan) as avslag:
        await arkiv.plan(feil)
    assert avslag.value.finnes == "Administrativt samarbeidsutvalg"
    som_det = await arkiv.plan(feil, organ="Administrativt samarbeidsutvalg")
    assert (som_det.slag, som_det.nye_navn) == (Slag.OPPDATERT, ())
    assert (await arkiv.plan(feil, nytt_organ=True)).organ.id is None


async def test_a_paper_that_names_no_body(arkiv):
    with pytest.raises(UkjentOrgan) as avslag:
        await arkiv.plan(Reading(Innkalling(dato=DAG), utvalg_forslag="Fagråd 1"))
    assert (avslag.value.forslag, avslag.value.organer) == ("Fagråd 1", ())
    assert (await arkiv.plan(innkalling(None), organ="Fagråd 1")).organ.navn(DAG) == "Fagråd 1"


async def test_a_body_named_otherwise_in_the_paper_is_known_by_that_name_too(arkiv):
    await arkiv.ta_inn(innkalling("Fagråd 1"))
    plan = await arkiv.plan(innkalling("Fagråd for pasientsamarbeid"), organ="Fagråd 1")
    assert plan.nye_navn == ("Fagråd for pasientsamarbeid",)
    await arkiv.ta_inn(innkalling("Fagråd for pasientsamarbeid"), organ="Fagråd 1")
    igjen = await arkiv.plan(innkalling("Fagråd for pasientsamarbeid"))
    assert (igjen.organ.navn(DAG), igjen.slag) == ("Fagråd 1", Slag.OPPDATERT)


async def test_a_paper_without_a_date(arkiv):
    with pytest.raises(UtenDato):
        await arkiv.plan(innkalling(dato=None))


async def test_the_same_paper_again_changes_nothing(arkiv):
    foer = await arkiv.ta_inn(innkalling())
    plan = await arkiv.plan(innkalling())
    assert (plan.slag, plan.endringer, plan.moete.id) == (Slag.OPPDATERT, (), foer.id)
    etter = await arkiv.ta_inn(innkalling())
    assert (etter.id, etter.ics_noekkel, etter.ics_sekvens) == (foer.id, foer.ics_noekkel, 0)


async def test_planning_changes_nothing_that_is_stored(arkiv):
    await arkiv.ta_inn(innkalling())
    (lagret,) = arkiv.store.data.moeter.values()
    await arkiv.plan(innkalling(moetested="Teams", start=time(9)))
    assert (lagret.sted, lagret.start) == ("Møterom 1", time(12))


async def test_what_changed_is_told_one_by_one(arkiv):
    foer = innkalling(
        agenda=[
            sak("01/24", "Godkjenning", start=time(12), minutter=10),
            sak("02/24", "Vaktordning", ansvarlige=[Ansvarlig("Kari Nes")]),
            sak("03/24", "Bortfalt"),
        ],
        saksfremlegg=[Saksfremlegg("02/24", "Vaktordning", vedlegg=["Avtale"])],
    )
    naa = innkalling(
        moetested="Teams",
        slutt=time(16),
        agenda=[
            sak("01/24", "Godkjenning av saksliste", start=time(12, 5), minutter=15),
            sak("02/24", "Vaktordning", ansvarlige=[Ansvarlig("Ola Li")]),
            sak("04/24", "Ny sak"),
        ],
        saksfremlegg=[Saksfremlegg("02/24", "Vaktordning", vedlegg=["Avtale", "Kostnader"])],
    )
    await arkiv.ta_inn(foer)
    assert linjer(await arkiv.plan(naa)) == [
        ("slutt", time(15), time(16)),
        ("sted", "Møterom 1", "Teams"),
        ("sak_tittel", "01/24 Godkjenning", "Godkjenning av saksliste"),
        ("sak_start", "01/24 Godkjenning", time(12), time(12, 5)),
        ("sak_minutter", "01/24 Godkjenning", "10", "15"),
        ("sak_ansvarlige", "02/24 Vaktordning"),
        ("sak_vedlegg", "02/24 Vaktordning"),
        ("sak_ny", "04/24 Ny sak"),
        ("sak_borte", "03/24 Bortfalt"),
    ]
    assert (await arkiv.ta_inn(naa)).ics_sekvens == 1


async def test_what_a_new_paper_does_not_say_still_holds(arkiv):
    await arkiv.ta_inn(innkalling())
    plan = await arkiv.plan(innkalling(moetested=None, start=None))
    assert (plan.moete.sted, plan.moete.start, linjer(plan)) == ("Møterom 1", time(12), [])


async def test_the_same_saker_on_another_day_must_be_answered(arkiv):
    foer = await arkiv.ta_inn(innkalling())
    senere = innkalling(dato=date(2024, 5, 22))
    plan = await arkiv.plan(senere)
    assert plan.maa_avklares
    assert plan.flyttet_fra.id == foer.id
    async with arkiv.store.turn() as uow:
        with pytest.raises(ValueError, match="answered"):
            await lagre(uow, plan)


async def test_moved_it_is_the_same_meeting(arkiv):
    foer = await arkiv.ta_inn(innkalling())
    etter = await arkiv.ta_inn(innkalling(dato=date(2024, 5, 22)), flyttet=True)
    assert (etter.id, etter.dato, etter.ics_sekvens) == (foer.id, date(2024, 5, 22), 1)
    assert etter.ics_noekkel == foer.ics_noekkel


async def test_not_moved_it_is_another(arkiv):
    await arkiv.ta_inn(innkalling())
    await arkiv.ta_inn(innkalling(dato=date(2024, 5, 22)), flyttet=False)
    assert len(arkiv.store.data.moeter) == 2


@pytest.mark.parametrize(
    ("agenda", "dato"),
    [
        ([sak("03/24", "Ny"), sak("04/24", "Nyere")], date(2024, 5, 22)),
        ([sak("01/24", "Godkjenning"), sak("02/24", "Vaktordning")], date(2025, 5, 15)),
        ([], date(2024, 5, 22)),
    ],
)
async def test_other_saker_or_another_year_is_no_moved_meeting(arkiv, agenda, dato):
    await arkiv.ta_inn(innkalling())
    assert not (await arkiv.plan(innkalling(agenda=agenda, dato=dato))).maa_avklares


async def test_moved_and_one_sak_more(arkiv):
    await arkiv.ta_inn(innkalling())
    agenda = [sak("01/24", "Godkjenning"), sak("2/2024", "Vaktordning"), sak("03/24", "Ny")]
    assert (await arkiv.plan(innkalling(agenda=agenda, dato=date(2024, 5, 22)))).maa_avklares


async def test_a_meeting_that_has_its_referat_is_not_moved(arkiv):
    await arkiv.ta_inn(innkalling())
    await arkiv.ta_inn(referat())
    assert not (await arkiv.plan(innkalling(dato=date(2024, 5, 22)))).maa_avklares


async def test_a_referat_goes_to_its_meeting_and_changes_neither_time_nor_place(arkiv):
    foer = await arkiv.ta_inn(innkalling())
    plan = await arkiv.plan(referat(moetested="Teams", start=time(13)))
    assert linjer(plan) == [("referat_nytt",)]
    etter = await arkiv.ta_inn(referat(moetested="Teams", start=time(13)))
    assert (etter.id, etter.sted, etter.start, etter.ics_sekvens) == (foer.id, "Møterom 1", time(12), 0)
    assert etter.innkalling is not None
    assert etter.referat is not None


async def test_a_referat_of_an_unknown_meeting_makes_it(arkiv):
    moete = await arkiv.ta_inn(referat(moetested="Teams"))
    assert (moete.sted, moete.innkalling) == ("Teams", None)
    assert linjer(await arkiv.plan(innkalling()))[-1] == ("innkalling_ny",)


async def test_a_new_version_of_a_referat(arkiv):
    await arkiv.ta_inn(referat())
    ny = referat(moeteleder="Kari Nes")
    assert linjer(await arkiv.plan(ny)) == [("referat_frammoete",)]


async def test_a_plan_made_on_an_older_meeting_is_a_conflict(arkiv):
    await arkiv.ta_inn(innkalling())
    gammel = await arkiv.plan(innkalling(moetested="Teams"))
    await arkiv.ta_inn(innkalling(moetested="Storsalen"))
    assert gammel.grunnlag != (await arkiv.plan(innkalling())).grunnlag
    async with arkiv.store.turn() as uow:
        with pytest.raises(Conflict):
            await lagre(uow, gammel)


@pytest.mark.parametrize(
    "skrevet", ["ASU og Fagråd 1", "Fagråd 1 / administrativt samarbeidsutvalg", "ASU, fagråd 1"]
)
async def test_two_known_bodies_in_one_paper_are_a_felles_moete(arkiv, skrevet):
    asu = await arkiv.ta_inn(innkalling("ASU", date(2024, 4, 2)), flyttet=False)
    fagraad = await arkiv.ta_inn(innkalling("Fagråd 1", date(2024, 4, 3)), flyttet=False)
    alene = await arkiv.ta_inn(innkalling("ASU"), flyttet=False)
    felles = await arkiv.ta_inn(innkalling(skrevet), flyttet=False)
    assert set(felles.organ_ids) == {*asu.organ_ids, *fagraad.organ_ids}
    assert felles.id != alene.id
    assert (await arkiv.plan(innkalling(skrevet))).slag is Slag.OPPDATERT
    assert len(arkiv.store.data.organer) == 2


async def test_a_body_whose_name_has_an_og_is_one_body(arkiv):
    await arkiv.ta_inn(innkalling("ASU", date(2024, 4, 2)), flyttet=False)
    await arkiv.ta_inn(innkalling("Fagråd for rus og ASU", date(2024, 4, 3)), flyttet=False)
    plan = await arkiv.plan(innkalling("Fagråd for rus og ASU"), flyttet=False)
    assert (len(plan.moete.organ_ids), plan.med, plan.organ.id is not None) == (1, (), True)
