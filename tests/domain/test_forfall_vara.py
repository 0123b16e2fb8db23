"""The chain of varaer: yes, no, no answer, two at once, nobody left."""

import pytest

from bot.domain.angre import angre
from bot.domain.forfall import kommer, meld_forfall, noter_merke
from bot.domain.frammoete import Slag
from bot.domain.organ import Rolle
from bot.domain.situasjon import (
    IkkeDittKall,
    IkkeKalt,
    KallTrukket,
    KallUkjent,
    OpptattAnnetSted,
    PlassenDekket,
)
from bot.domain.stilling import Kalltilstand
from bot.domain.utfall import Beskjedslag
from bot.domain.vara import VaraKanIkke, avslaa, godkjenn, svar_ja, svar_nei, utloep
from tests.domain.moetebord import ASU, OSLO, Bord, kl, medlem, organ
from tests.domain.test_forfall import ja, kom, meld, nei


def frist(bord: Bord, hvem: str) -> str:
    return bord.kall(hvem).frist.astimezone(OSLO).isoformat(timespec="minutes")[:16]


def test_no_leads_to_the_next_and_the_next_yes_takes_the_place():
    bord = Bord()
    meld(bord, "berit", "kari")
    nei(bord, "kari")
    assert bord.til("liv") == [Beskjedslag.KALT]
    assert bord.til("berit") == []
    ja(bord, "liv")
    assert bord.dekker("berit") == "Liv Strand"
    assert bord.til("berit") == [Beskjedslag.VARA_KOMMER]


def test_when_nobody_can_the_reporter_the_leder_and_the_sekretariat_are_told_once():
    bord = Bord()
    meld(bord, "berit", "liv")
    nei(bord, "liv")
    nei(bord, "kari")
    for hvem in ("berit", "anne", None):
        assert bord.til(hvem) == [Beskjedslag.INGEN_VARA]
    assert bord.gjoer(utloep).linjer == ()
    assert nei(bord, "kari").allerede


def test_no_vara_of_another_seat_is_asked_in_the_chain():
    bord = Bord()
    meld(bord, "siri", "wenche")
    nei(bord, "wenche")
    assert bord.spurt("siri") == []
    assert bord.til("anne") == [Beskjedslag.INGEN_VARA]


def test_a_place_with_varaer_of_whom_none_is_free_is_told_at_once():
    bord = Bord()
    meld(bord, "wenche")
    utfall = meld(bord, "siri")
    assert len(utfall.uten) == 1
    assert bord.til("anne") == [Beskjedslag.INGEN_VARA]


def test_late_the_leder_hears_it_in_one_message():
    bord = Bord(naa=kl("2024-05-15T10:00"))
    meld(bord, "wenche")
    meld(bord, "siri")
    assert bord.til("anne") == [Beskjedslag.SEN_FORFALL]


def test_the_first_yes_takes_the_place_and_the_other_is_told():
    bord = Bord()
    meld(bord, "berit", "kari")
    meld(bord, "berit", "liv")
    assert bord.spurt("berit") == ["Kari Dahl", "Liv Strand"]
    ja(bord, "liv")
    assert bord.til("kari") == [Beskjedslag.DEKKET]
    with pytest.raises(PlassenDekket) as avslag:
        ja(bord, "kari")
    assert avslag.value.vara == bord["liv"]
    assert bord.dekker("berit") == "Liv Strand"


def test_yes_twice_is_said_once():
    bord = Bord()
    meld(bord, "berit", "kari")
    ja(bord, "kari")
    assert ja(bord, "kari").allerede
    assert len(bord.linjer(Slag.VARA_JA)) == 1


def test_a_yes_can_be_taken_back_and_the_next_is_asked():
    bord = Bord()
    meld(bord, "berit", "kari")
    ja(bord, "kari")
    nei(bord, "kari")
    assert bord.dekker("berit") is None
    assert bord.spurt("berit") == ["Liv Strand"]
    ja(bord, "kari")
    assert bord.dekker("berit") == "Kari Dahl"
    assert bord.til("liv") == [Beskjedslag.DEKKET]


def test_a_vara_who_said_yes_gets_ill_on_the_day():
    bord = Bord()
    meld(bord, "berit", "kari")
    ja(bord, "kari")
    bord.naa = kl("2024-05-16T07:30")
    meld(bord, "kari")
    assert bord.til("anne") == [Beskjedslag.SEN_FORFALL]
    assert bord.spurt("berit") == ["Liv Strand"]


def test_a_vara_who_is_asked_and_says_forfall_has_said_no():
    bord = Bord()
    meld(bord, "berit", "kari")
    meld(bord, "kari")
    assert bord.kall("kari").tilstand is Kalltilstand.NEI
    assert bord.spurt("berit") == ["Liv Strand"]


def test_jeg_kommer_from_a_vara_is_a_yes():
    bord = Bord()
    meld(bord, "berit", "kari")
    kom(bord, "kari")
    assert bord.dekker("berit") == "Kari Dahl"
    assert kom(bord, "kari").allerede


def test_a_vara_who_comes_late_says_yes_and_the_leder_hears_when():
    bord = Bord()
    meld(bord, "berit", "kari")
    bord.gjoer(noter_merke, bord["kari"], bord["kari"], Slag.TEAMS, None)
    assert bord.dekker("berit") == "Kari Dahl"
    assert bord.til("anne") == [Beskjedslag.FRAMMOETE]


def test_no_answer_in_time_leads_to_the_next():
    bord = Bord()
    meld(bord, "berit", "kari")
    bord.naa = kl("2024-05-08T12:59")
    assert bord.gjoer(utloep).linjer == ()
    bord.naa = kl("2024-05-08T13:00")
    bord.gjoer(utloep)
    assert bord.kall("kari").tilstand is Kalltilstand.UTLOEPT
    assert bord.spurt("berit") == ["Liv Strand"]
    assert bord.gjoer(utloep).linjer == ()


def test_a_yes_after_the_frist_counts_as_long_as_the_place_is_free():
    bord = Bord()
    meld(bord, "berit", "kari")
    bord.naa = kl("2024-05-08T13:00")
    bord.gjoer(utloep)
    ja(bord, "kari")
    assert bord.dekker("berit") == "Kari Dahl"
    assert bord.til("liv") == [Beskjedslag.DEKKET]


@pytest.mark.parametrize(
    ("naa", "svar_innen"),
    [
        ("2024-05-06T09:00", "2024-05-08T13:00"),  # 24 working hours; Thursday 9 May is a holiday
        ("2024-05-08T09:00", "2024-05-13T13:00"),  # over Ascension Day and the weekend
        ("2024-05-04T23:00", "2024-05-08T11:00"),  # a Saturday night: from Monday at 07
        ("2024-05-14T08:00", "2024-05-15T11:00"),  # no more than two hours into the last day
        ("2024-05-15T10:00", "2024-05-15T12:00"),  # two hours on the last day
        ("2024-05-15T16:00", "2024-05-16T08:00"),  # of working time
        ("2024-05-16T07:30", "2024-05-16T09:00"),  # never after the møte begins
        ("2024-05-16T02:00", "2024-05-16T09:00"),
    ],
)
def test_by_when_an_answer_is_wanted(naa, svar_innen):
    bord = Bord(naa=kl(naa))
    meld(bord, "berit", "kari")
    assert frist(bord, "kari") == svar_innen


def test_a_body_sets_its_own_varafrist():
    bord = Bord(organ(ASU, "ASU", Bord().organer[0].medlemmer, varafrist_timer=4))
    meld(bord, "berit", "kari")
    assert frist(bord, "kari") == "2024-05-06T13:00"


def test_once_the_moete_has_begun_nobody_more_is_asked():
    bord = Bord(naa=kl("2024-05-16T08:00"))
    meld(bord, "berit", "kari")
    bord.naa = kl("2024-05-16T09:00")
    bord.gjoer(utloep)
    assert bord.spurt("berit") == []
    assert bord.til("anne") == [Beskjedslag.INGEN_VARA]


def test_after_the_moete_nothing_runs_out():
    bord = Bord()
    meld(bord, "berit", "kari")
    bord.naa = kl("2024-05-16T13:00")
    assert bord.gjoer(utloep).linjer == ()


def test_a_freed_vara_is_asked_for_the_place_that_lacked_one():
    folk = [
        medlem("Berit Nes", 2, sete="Nordre"),
        medlem("Jonas Moe", 3, sete="Nordre"),
        medlem("Kari Dahl", 11, Rolle.VARA, "Nordre", rekkefoelge=1),
        medlem("Liv Strand", 12, Rolle.VARA, "Nordre", rekkefoelge=2),
    ]
    bord = Bord(organ(ASU, "ASU", folk))
    meld(bord, "berit", "kari")
    ja(bord, "kari")
    meld(bord, "jonas", "liv")
    nei(bord, "liv")
    assert bord.til("jonas") == [Beskjedslag.INGEN_VARA]
    kom(bord, "berit")
    assert bord.til("kari") == [Beskjedslag.TRUKKET, Beskjedslag.KALT]
    assert bord.spurt("jonas") == ["Kari Dahl"]


def test_who_reported_may_answer_for_the_vara_and_nobody_else_unless_they_have_the_right():
    bord = Bord()
    meld(bord, "berit", "kari")
    kall_id = bord.kall("kari").id
    with pytest.raises(IkkeDittKall):
        bord.gjoer(svar_ja, kall_id, bord["jonas"])
    with pytest.raises(IkkeDittKall):
        bord.gjoer(svar_nei, kall_id, bord["liv"])
    bord.gjoer(svar_ja, kall_id, bord["berit"])
    assert bord.dekker("berit") == "Kari Dahl"
    bord.gjoer(svar_nei, kall_id, bord["ove"], paa_vegne=True)
    assert bord.dekker("berit") is None


def test_a_call_that_is_not_there_or_is_taken_back():
    bord = Bord()
    meld(bord, "berit", "kari")
    with pytest.raises(KallUkjent):
        bord.gjoer(svar_ja, "k99", bord["kari"])
    bord.gjoer(kommer, bord["berit"], bord["berit"])
    for svar in (svar_ja, svar_nei):
        with pytest.raises(KallTrukket):
            bord.gjoer(svar, "k1", bord["kari"])


def test_a_call_of_an_earlier_forfall_does_not_answer_for_the_new_one():
    bord = Bord()
    meld(bord, "berit", "kari")
    bord.naa = kl("2024-05-08T13:00")
    bord.gjoer(utloep)
    kom(bord, "berit")
    meld(bord, "berit")
    assert bord.gjoer(svar_ja, "k1", bord["kari"]).villig
    assert bord.dekker("berit") is None
    assert bord.spurt("berit") == []


def test_a_vara_across_seats_cannot_answer_before_the_press():
    bord = Bord()
    meld(bord, "berit", "wenche")
    with pytest.raises(IkkeKalt):
        ja(bord, "wenche")
    kom(bord, "berit")
    assert bord.til("wenche") == []
    for beslutning in (godkjenn, avslaa):
        with pytest.raises(KallTrukket):
            bord.gjoer(beslutning, "k1", bord["ove"])


def test_a_vara_across_seats_who_has_got_a_place_meanwhile():
    bord = Bord()
    meld(bord, "berit", "wenche")
    meld(bord, "siri", "wenche")
    ja(bord, "wenche")
    with pytest.raises(OpptattAnnetSted) as avslag:
        bord.gjoer(godkjenn, "k1", bord["ove"])
    assert avslag.value.for_person == bord["siri"]
    nei(bord, "wenche")
    meld(bord, "wenche")
    with pytest.raises(VaraKanIkke):
        bord.gjoer(godkjenn, "k1", bord["ove"])


def test_the_press_twice_asks_once():
    bord = Bord()
    meld(bord, "berit", "wenche")
    bord.gjoer(godkjenn, "k1", bord["ove"])
    assert bord.gjoer(godkjenn, "k1", bord["ove"]).allerede
    assert len(bord.linjer(Slag.KALT)) == 1
    with pytest.raises(KallTrukket):
        bord.gjoer(avslaa, "k1", bord["ove"])


def test_an_oppnevnt_vara_goes_before_a_stedfortreder():
    bord = Bord()
    meld(bord, "berit", "Tormod")
    meld(bord, "berit", "kari")
    assert bord.sit.stilling.stedfortreder(ASU, bord["berit"]) is not None
    ja(bord, "kari")
    assert bord.sit.stilling.stedfortreder(ASU, bord["berit"]) is None


def test_each_cause_has_a_key_of_its_own():
    bord = Bord(naa=kl("2024-05-15T10:00"))
    meld(bord, "berit", "kari")
    nei(bord, "kari")
    kom(bord, "berit")
    bord.gjoer(meld_forfall, bord["berit"], bord["berit"])
    nokler = [(b.noekkel, b.til) for b in bord.alt_sagt]
    assert len(nokler) == len(set(nokler))


def test_who_could_not_but_can_too_late_is_asked_again_when_the_place_is_free():
    bord = Bord()
    meld(bord, "berit", "kari")
    nei(bord, "kari")
    ja(bord, "liv")
    assert ja(bord, "kari").villig
    assert bord.dekker("berit") == "Liv Strand"
    nei(bord, "liv")
    assert bord.spurt("berit") == ["Kari Dahl"]
    assert bord.til("anne") == []


def test_the_same_said_as_kommer():
    bord = Bord()
    meld(bord, "berit", "kari")
    nei(bord, "kari")
    ja(bord, "liv")
    assert bord.gjoer(kommer, bord["kari"], bord["kari"]).villig
    nei(bord, "liv")
    assert bord.spurt("berit") == ["Kari Dahl"]


@pytest.mark.parametrize("tilbake", ["kommer", "angre"])
def test_who_was_told_that_nobody_can_hears_that_the_member_comes_after_all(tilbake):
    bord = Bord()
    meld(bord, "berit", "liv")
    nei(bord, "liv")
    nei(bord, "kari")
    if tilbake == "kommer":
        kom(bord, "berit")
    else:
        bord.gjoer(angre, bord.linjer(Slag.FORFALL)[0].id, bord["berit"])
    assert bord.til("anne") == bord.til(None) == [Beskjedslag.LIKEVEL]
    assert bord.til("berit") == []


def test_who_reported_for_another_hears_it_too():
    bord = Bord()
    bord.gjoer(meld_forfall, bord["siri"], bord["anne"], bord["wenche"])
    nei(bord, "wenche")
    kom(bord, "siri")
    assert bord.til("anne") == bord.til(None) == [Beskjedslag.LIKEVEL]


def test_a_place_that_was_told_to_be_empty_is_told_of_until_the_end():
    bord = Bord()
    meld(bord, "wenche")
    meld(bord, "siri")
    kom(bord, "wenche")
    meld(bord, "siri", "wenche")
    ja(bord, "wenche")
    assert bord.til("anne") == bord.til(None) == [Beskjedslag.VARA_KOMMER]
    kom(bord, "siri")
    assert bord.til("anne") == bord.til(None) == [Beskjedslag.LIKEVEL]


def test_nobody_is_told_that_a_member_comes_whose_place_never_lacked_anybody():
    bord = Bord()
    meld(bord, "berit", "liv")
    nei(bord, "liv")
    ja(bord, "kari")
    kom(bord, "berit")
    assert bord.til("anne") == bord.til(None) == []


def test_the_sekretariat_hears_that_the_stedfortreder_is_not_needed():
    bord = Bord()
    meld(bord, "berit", "Tor Lie")
    kom(bord, "berit")
    assert bord.til(None) == [Beskjedslag.LIKEVEL]
    assert bord.til("anne") == []


def test_also_on_the_card_of_an_earlier_forfall():
    bord = Bord()
    meld(bord, "berit", "kari")
    nei(bord, "kari")
    bord.gjoer(kommer, bord["berit"], bord["berit"])
    meld(bord, "berit", "liv")
    ja(bord, "liv")
    assert ja(bord, "kari").villig
    nei(bord, "liv")
    assert bord.spurt("berit") == ["Kari Dahl"]


def test_and_asked_at_once_where_the_place_is_free():
    bord = Bord()
    meld(bord, "berit", "kari")
    nei(bord, "kari")
    bord.gjoer(kommer, bord["berit"], bord["berit"])
    meld(bord, "berit", "liv")
    nei(bord, "liv")
    assert ja(bord, "kari").villig
    assert bord.spurt("berit") == ["Kari Dahl"]
