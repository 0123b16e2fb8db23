"""Which body and which møte is meant."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.conversation import Context, Conversation, ConversationKind
from bot.domain.moeter import Tilstand, avholdte, i_perioden, kommende, tilstand
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.organvalg import Oenske, Rekkefoelge, fersk, organer_i_navnet, velg_moete, velg_organ
from bot.domain.register import Moetehode, Register

OSLO = ZoneInfo("Europe/Oslo")
AT = datetime(2024, 5, 8, 9, tzinfo=OSLO)
ASU, FAGRAAD, ASU_SOER = 1, 2, 3


def organ(organ_id: int, fellesskap: int, *navn: str) -> Organ:
    return Organ(fellesskap, [Organnavn(n, Navneslag.ALIAS) for n in navn], id=organ_id)


def moete(
    moete_id: int, organ_id: int, dag: str, fra: str | None = "12:00", til: str | None = "15:00", **mer
):
    klokke = [time.fromisoformat(k) if k else None for k in (fra, til)]
    har = {"har_innkalling": True, "har_referat": False, **mer}
    fellesskap = 2 if organ_id == ASU_SOER else 1
    return Moetehode(
        moete_id, fellesskap, (organ_id,), date.fromisoformat(dag), *klokke, None, versjon=1, **har
    )


EN = Register(
    1,
    (Helsefellesskap("Nord", 1),),
    (organ(ASU, 1, "ASU"), organ(FAGRAAD, 1, "Fagråd 1", "Fagråd 1 barn")),
    (
        moete(1, ASU, "2024-03-06"),
        moete(2, FAGRAAD, "2024-05-10"),
        moete(3, ASU, "2024-05-15"),
        moete(4, ASU, "2024-06-19"),
    ),
)
TO = Register(
    1,
    (*EN.helsefellesskap, Helsefellesskap("Sør", 2)),
    (*EN.organer, organ(ASU_SOER, 2, "ASU")),
    (*EN.moeter, moete(5, ASU_SOER, "2024-05-09")),
)


def valgt(register: Register, oenske: Oenske, context: Context | None = None, i_navnet=()) -> int | None:
    valg = velg_moete(register, oenske, i_navnet, context or Context(), AT)
    return valg.moete.id if valg.moete else None


@pytest.mark.parametrize(
    ("klokka", "fra", "til", "forventet"),
    [
        ("11:59", "12:00", "15:00", Tilstand.KOMMER),
        ("12:00", "12:00", "15:00", Tilstand.PAAGAAR),
        ("14:59", "12:00", "15:00", Tilstand.PAAGAAR),
        ("15:00", "12:00", "15:00", Tilstand.OVER),
        ("23:00", "12:00", None, Tilstand.I_DAG),
        ("11:00", "12:00", None, Tilstand.KOMMER),
        ("09:00", None, None, Tilstand.I_DAG),
    ],
)
def test_where_a_meeting_stands_on_its_day(klokka, fra, til, forventet):
    at = datetime.combine(date(2024, 5, 15), time.fromisoformat(klokka), OSLO)
    assert tilstand(moete(1, ASU, "2024-05-15", fra, til), at) is forventet


def test_coming_and_over_and_within():
    assert [m.id for m in kommende(EN.moeter, AT)] == [2, 3, 4]
    assert [m.id for m in avholdte(EN.moeter, AT)] == [1]
    assert [m.id for m in i_perioden(EN.moeter, date(2024, 5, 10), date(2024, 5, 15))] == [2]


def test_what_was_shown_is_fresh_for_ten_minutes_and_never_from_the_future():
    shown = Context(1, 1, None, AT.astimezone(UTC))
    assert fersk(shown, AT + timedelta(minutes=10)) == shown
    assert fersk(shown, AT + timedelta(minutes=10, seconds=1)) == Context()
    assert fersk(shown, AT - timedelta(seconds=1)) == Context()


@pytest.mark.parametrize(
    ("navn", "organer"),
    [
        ("ASU", (ASU,)),
        ("Arbeidsrom for fagråd 1", (FAGRAAD,)),
        ("Fagråd 1 barn", (FAGRAAD,)),
        ("Fagråd 12", ()),
        ("Generelt", ()),
        (None, ()),
    ],
)
def test_a_channel_is_a_bodys_by_its_name(navn, organer):
    samtale = Conversation("c", ConversationKind.CHANNEL, "", name=navn)
    assert organer_i_navnet(EN, samtale) == organer


@pytest.mark.parametrize(
    ("nevnte", "i_navnet", "vist", "valgt"),
    [
        ((ASU,), (), None, (ASU,)),
        ((ASU, ASU_SOER), (), None, (ASU, ASU_SOER)),
        ((ASU, ASU_SOER), (ASU_SOER,), ASU, (ASU_SOER,)),
        ((ASU, ASU_SOER), (FAGRAAD,), ASU, (ASU,)),
        ((), (FAGRAAD,), None, (FAGRAAD,)),
        ((), (), ASU, ()),
    ],
)
def test_a_named_body_is_narrowed_by_place_and_by_what_was_shown(nevnte, i_navnet, vist, valgt):
    assert velg_organ(TO, nevnte, i_navnet, vist) == valgt


def test_the_only_body_there_is():
    alene = Register(1, EN.helsefellesskap, EN.organer[:1], EN.moeter[:1])
    assert velg_organ(alene, (), (), None) == (ASU,)


def test_next_of_any_body_is_the_nearest():
    assert valgt(EN, Oenske(rekkefoelge=Rekkefoelge.NESTE)) == 2


def test_a_named_body_gets_its_next_and_where_none_comes_its_latest():
    assert valgt(EN, Oenske((ASU,))) == 3
    assert valgt(EN, Oenske((ASU,), rekkefoelge=Rekkefoelge.SISTE)) == 1


def test_next_never_points_back():
    i_mars = Register(1, EN.helsefellesskap, EN.organer, EN.moeter[:1])
    assert valgt(i_mars, Oenske((ASU,), rekkefoelge=Rekkefoelge.NESTE)) is None
    vist = Context(ASU, 4, None, AT)
    assert valgt(EN, Oenske(rekkefoelge=Rekkefoelge.NESTE, peker_tilbake=False), vist) == 2


@pytest.mark.parametrize(
    ("oenske", "moete_id"), [(Oenske(), 4), (Oenske((ASU,)), 4), (Oenske((FAGRAAD,)), 2)]
)
def test_what_was_shown_is_meant_unless_another_body_is_named(oenske, moete_id):
    assert valgt(EN, oenske, Context(ASU, 4, None, AT)) == moete_id


def test_what_was_shown_must_have_what_is_asked_for():
    oenske = Oenske(krav=lambda hode: hode.id != 4)
    assert valgt(EN, oenske, Context(ASU, 4, None, AT)) == 2


def test_two_bodies_or_two_helsefellesskap_are_asked_about():
    assert velg_moete(TO, Oenske((ASU, ASU_SOER)), (), Context(), AT).organer == (ASU, ASU_SOER)
    assert velg_moete(TO, Oenske(), (), Context(), AT).fellesskap == (1, 2)
    assert valgt(TO, Oenske(fellesskap_id=2)) == 5


def test_a_period_with_several_is_asked_about_but_next_takes_the_first():
    mai = Oenske(fra=date(2024, 5, 1), til=date(2024, 6, 1))
    assert [m.id for m in velg_moete(EN, mai, (), Context(), AT).moeter] == [2, 3]
    neste = Oenske(fra=mai.fra, til=mai.til, rekkefoelge=Rekkefoelge.NESTE)
    assert valgt(EN, neste) == 2


def test_two_at_the_same_hour_are_asked_about():
    samtidig = Register(1, EN.helsefellesskap, EN.organer, (EN.moeter[1], moete(9, ASU, "2024-05-10")))
    assert len(velg_moete(samtidig, Oenske(), (), Context(), AT).moeter) == 2
