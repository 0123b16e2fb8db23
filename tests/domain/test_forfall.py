"""Forfall: noted once, a vara proposed or asked, and taken back."""

from datetime import date, time

import pytest

from bot.domain.forfall import bekreft_forfall, kommer, meld_forfall, noter_merke
from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.organ import Rolle
from bot.domain.situasjon import IkkeKalt, IkkeMedlem, MoeteAvlyst, MoeteOver, klokke_for
from bot.domain.stilling import Kalltilstand, Svar
from bot.domain.utfall import Beskjedslag, Varahva
from bot.domain.vara import avslaa, godkjenn, svar_ja, svar_nei
from bot.domain.varanavn import IngenForfall, kall_inn
from tests.domain.moetebord import ASU, PSU, Bord, hode, kl, medlem, organ


def meld(bord: Bord, hvem: str, vara: str | None = None, av: str | None = None):
    return bord.gjoer(meld_forfall, bord[hvem], bord[av or hvem], bord[vara] if vara else None)


def kom(bord: Bord, hvem: str, av: str | None = None):
    return bord.gjoer(kommer, bord[hvem], bord[av or hvem])


def ja(bord: Bord, hvem: str):
    return bord.gjoer(svar_ja, bord.kall(hvem).id, bord[hvem])


def nei(bord: Bord, hvem: str):
    return bord.gjoer(svar_nei, bord.kall(hvem).id, bord[hvem])


def test_without_a_named_vara_the_first_for_the_person_is_proposed_and_nobody_is_asked():
    bord = Bord()
    utfall = meld(bord, "jonas")
    assert [f.vara.navn for f in utfall.forslag] == ["Per Li"]
    assert utfall.kalt == ()
    assert bord.sagt == ()
    assert bord.sit.stilling.person(bord["jonas"]).svar is Svar.FORFALL


def test_the_personal_vara_of_another_is_not_proposed():
    utfall = meld(Bord(), "berit")
    assert [f.vara.navn for f in utfall.forslag] == ["Kari Dahl"]


def test_a_named_vara_of_the_seat_is_asked_at_once():
    bord = Bord()
    utfall = meld(bord, "berit", "liv")
    assert [v.hva for v in utfall.varasvar] == [Varahva.KALT]
    assert bord.til("liv") == [Beskjedslag.KALT]
    assert utfall.forslag == ()


def test_the_personal_vara_of_one_with_the_same_seat_may_be_named():
    bord = Bord()
    assert [v.hva for v in meld(bord, "berit", "per").varasvar] == [Varahva.KALT]


def test_a_vara_of_another_seat_waits_for_the_sekretariat():
    bord = Bord()
    utfall = meld(bord, "berit", "wenche", av="berit")
    assert [v.hva for v in utfall.varasvar] == [Varahva.PAA_TVERS]
    assert bord.til(None) == [Beskjedslag.PAA_TVERS]
    assert bord.til("wenche") == []
    assert bord.linjer(Slag.KALT) == []
    bord.gjoer(godkjenn, utfall.varasvar[0].kall.id, bord["ove"])
    assert bord.til("wenche") == [Beskjedslag.KALT]
    assert bord.til("berit") == [Beskjedslag.TVERS_SVAR]
    ja(bord, "wenche")
    assert bord.dekker("berit") == "Wenche Lund"


def test_the_sekretariat_says_no_to_a_vara_across_seats_and_the_next_is_proposed():
    bord = Bord()
    kall = meld(bord, "berit", "wenche").varasvar[0].kall
    bord.gjoer(avslaa, kall.id, bord["ove"])
    (beskjed,) = bord.sagt
    assert beskjed.til == bord["berit"]
    assert not beskjed.godkjent
    assert beskjed.neste == bord["kari"]
    assert bord.linjer(Slag.KALT) == []


def test_a_stranger_is_noted_as_stedfortreder_and_the_sekretariat_told():
    bord = Bord()
    utfall = meld(bord, "berit", "Tormod")
    assert [v.hva for v in utfall.varasvar] == [Varahva.STEDFORTREDER]
    assert bord.til(None) == [Beskjedslag.STEDFORTREDER]
    assert bord.sit.stilling.stedfortreder(ASU, bord["berit"]) == Hvem("Tormod")
    meld(bord, "berit", "Tormod")
    assert len(bord.linjer(Slag.STEDFORTREDER)) == 1


@pytest.mark.parametrize(
    ("vara", "hva"), [("jonas", Varahva.HAR_PLASS), ("berit", Varahva.SEG_SELV), ("ove", Varahva.HAR_PLASS)]
)
def test_forfall_is_noted_also_where_the_vara_cannot_be(vara, hva):
    bord = Bord()
    utfall = meld(bord, "berit", vara)
    assert [v.hva for v in utfall.varasvar] == [hva]
    assert [f.vara.navn for f in utfall.forslag] == ["Kari Dahl"]
    assert bord.sit.stilling.person(bord["berit"]).borte


def test_a_vara_already_absent_is_skipped_and_cannot_be_named():
    bord = Bord()
    meld(bord, "kari")
    assert [f.vara.navn for f in meld(bord, "berit").forslag] == ["Liv Strand"]
    assert [v.hva for v in meld(bord, "berit", "kari").varasvar] == [Varahva.BORTE]


def test_a_vara_who_has_a_place_is_skipped():
    bord = Bord()
    meld(bord, "berit", "kari")
    svar = meld(bord, "jonas", "kari").varasvar
    assert [(v.hva, v.ved) for v in svar] == [(Varahva.OPPTATT, bord["berit"])]


def test_forfall_twice_is_noted_once_and_a_vara_named_later_is_added():
    bord = Bord()
    meld(bord, "berit")
    utfall = meld(bord, "berit")
    assert utfall.allerede
    assert utfall.linjer == ()
    assert [f.vara.navn for f in utfall.forslag] == ["Kari Dahl"]
    utfall = meld(bord, "berit", "liv")
    assert utfall.allerede
    assert [v.hva for v in utfall.varasvar] == [Varahva.KALT]
    assert [v.hva for v in meld(bord, "berit", "liv").varasvar] == [Varahva.ALLEREDE_KALT]
    assert len(bord.linjer(Slag.FORFALL)) == 1
    assert len(bord.linjer(Slag.KALT)) == 1


def test_the_proposal_is_pressed():
    bord = Bord()
    meld(bord, "berit")
    utfall = bord.gjoer(kall_inn, bord["berit"], ASU, bord["kari"], bord["berit"])
    assert [k.vara.navn for k in utfall.kalt] == ["Kari Dahl"]
    assert bord.gjoer(kall_inn, bord["berit"], ASU, bord["kari"], bord["berit"]).allerede
    with pytest.raises(IngenForfall):
        bord.gjoer(kall_inn, bord["jonas"], ASU, bord["per"], bord["jonas"])


def test_somebody_reports_for_another_and_is_the_one_who_hears():
    bord = Bord()
    meld(bord, "berit", "liv", av="anne")
    stand = bord.sit.stilling.person(bord["berit"])
    assert stand.meldt_av == bord["anne"]
    ja(bord, "liv")
    assert bord.til("anne") == [Beskjedslag.VARA_KOMMER]
    assert bord.til("berit") == []


def test_kommer_likevel_undoes_it_and_tells_the_vara_who_had_said_yes():
    bord = Bord()
    meld(bord, "berit", "liv")
    ja(bord, "liv")
    kom(bord, "berit")
    assert bord.til("liv") == [Beskjedslag.TRUKKET]
    assert bord.dekker("berit") is None
    assert bord.kall("liv").tilstand is Kalltilstand.TRUKKET
    assert bord.sit.stilling.person(bord["berit"]).svar is Svar.KOMMER
    assert kom(bord, "berit").allerede


def test_a_new_forfall_after_kommer_likevel_begins_afresh():
    bord = Bord()
    meld(bord, "berit", "liv")
    kom(bord, "berit")
    utfall = meld(bord, "berit")
    assert [f.vara.navn for f in utfall.forslag] == ["Kari Dahl"]
    assert bord.linjer(Slag.KALT)[1:] == []
    assert [v.hva for v in meld(bord, "berit", "liv").varasvar] == [Varahva.KALT]


def test_a_late_report_reaches_leder_and_sekretariat_and_so_does_the_solution():
    bord = Bord(naa=kl("2024-05-15T10:00"))
    assert meld(bord, "berit", "liv").sen
    assert bord.til("anne") == [Beskjedslag.SEN_FORFALL]
    assert bord.til(None) == [Beskjedslag.SEN_FORFALL]
    ja(bord, "liv")
    assert bord.til("anne") == bord.til(None) == [Beskjedslag.VARA_KOMMER]
    kom(bord, "berit")
    assert bord.til("anne") == [Beskjedslag.LIKEVEL]


def test_the_nestleder_hears_where_the_leder_is_away():
    bord = Bord(naa=kl("2024-05-15T10:00"))
    meld(bord, "anne")
    assert bord.til("berit") == [Beskjedslag.SEN_FORFALL]
    meld(bord, "siri")
    assert bord.til("anne") == []
    assert bord.til("berit") == [Beskjedslag.SEN_FORFALL]


def test_the_leder_who_reports_for_another_is_not_told_of_it():
    bord = Bord(naa=kl("2024-05-16T08:00"))
    meld(bord, "siri", av="anne")
    assert bord.til("anne") == []
    assert bord.til("berit") == []
    assert bord.til(None) == [Beskjedslag.SEN_FORFALL]


@pytest.mark.parametrize(
    ("naa", "sen"),
    [
        ("2024-05-14T16:59", False),
        ("2024-05-15T08:59", False),
        ("2024-05-15T09:01", True),
        ("2024-05-16T06:00", True),
    ],
)
def test_late_is_less_than_a_working_day_before(naa, sen):
    assert Bord(naa=kl(naa)).sit.sen is sen


def test_before_easter_the_last_day_is_the_last_working_day():
    moete = hode(dato=date(2024, 4, 2))
    assert not Bord(moete=moete, naa=kl("2024-03-27T08:00")).sit.sen
    assert Bord(moete=moete, naa=kl("2024-03-27T10:00")).sit.sen


def test_who_is_no_member_is_refused():
    bord = Bord()
    with pytest.raises(IkkeMedlem):
        meld(bord, "Tormod")
    ute = organ(ASU, "ASU", [medlem("Anne Vik", 1, til=date(2024, 5, 1))])
    with pytest.raises(IkkeMedlem):
        meld(Bord(ute), "anne")


@pytest.mark.parametrize("regel", [meld_forfall, kommer, bekreft_forfall])
def test_nothing_is_reported_to_a_moete_that_is_over_or_avlyst(regel):
    over = Bord(naa=kl("2024-05-16T12:00"))
    with pytest.raises(MoeteOver):
        over.gjoer(regel, over["berit"], over["berit"])
    avlyst = Bord(moete=hode(avlyst=True))
    with pytest.raises(MoeteAvlyst):
        avlyst.gjoer(regel, avlyst["berit"], avlyst["berit"])


def test_forfall_while_the_moete_is_on_is_noted_and_nobody_is_proposed():
    bord = Bord(naa=kl("2024-05-16T09:30"))
    utfall = meld(bord, "berit")
    assert utfall.sen
    assert utfall.forslag == ()


def test_a_vara_nobody_has_asked_does_not_come():
    with pytest.raises(IkkeKalt):
        kom(Bord(), "kari")


def test_a_vara_takes_forfall_back_and_is_free_again():
    bord = Bord()
    meld(bord, "kari")
    kom(bord, "kari")
    assert [f.vara.navn for f in meld(bord, "berit").forslag] == ["Kari Dahl"]


@pytest.mark.parametrize("slag", [Slag.SENT, Slag.TIDLIG, Slag.TEAMS])
def test_late_early_and_teams_tell_the_leder_and_call_nobody(slag):
    bord = Bord()
    bord.gjoer(noter_merke, bord["siri"], bord["siri"], slag, time(9, 30))
    (beskjed,) = bord.sagt
    assert (beskjed.til, beskjed.slag, beskjed.merke) == (bord["anne"], Beskjedslag.FRAMMOETE, slag)
    assert bord.linjer(Slag.KALT) == []
    stand = bord.sit.stilling.person(bord["siri"])
    assert stand.svar is Svar.KOMMER
    assert [(m.slag, m.klokke) for m in stand.merker] == [(slag, time(9, 30))]
    assert bord.gjoer(noter_merke, bord["siri"], bord["siri"], slag, time(9, 30)).allerede


def test_the_leder_who_comes_late_lets_the_nestleder_know():
    bord = Bord()
    bord.gjoer(noter_merke, bord["anne"], bord["anne"], Slag.SENT, None)
    assert bord.til("berit") == [Beskjedslag.FRAMMOETE]


def test_who_had_forfall_and_comes_late_comes():
    bord = Bord()
    meld(bord, "berit", "liv")
    bord.gjoer(noter_merke, bord["berit"], bord["berit"], Slag.SENT, None)
    assert bord.til("liv") == [Beskjedslag.TRUKKET]
    assert bord.sit.stilling.person(bord["berit"]).svar is Svar.KOMMER


def test_minutes_become_a_clock():
    sit = Bord().sit
    assert klokke_for(sit, Slag.SENT, 20) == time(9, 20)
    assert klokke_for(sit, Slag.TIDLIG, 45) == time(11, 15)
    assert klokke_for(Bord(moete=hode(slutt=None)).sit, Slag.TIDLIG, 45) is None


def felles() -> Bord:
    """Siri sits in both bodies; Kari is vara for her in the ASU, Liv in the PSU, and each is vara in
    one body only.
    """
    asu = [
        medlem("Siri Haug", 4, sete="Fjord"),
        medlem("Anne Vik", 1, Rolle.LEDER, "Ledelsen"),
        medlem("Kari Dahl", 11, Rolle.VARA, "Fjord"),
    ]
    psu = [
        medlem("Siri Haug", 4, sete="Vest"),
        medlem("Jonas Moe", 3, Rolle.LEDER, "Sør"),
        medlem("Liv Strand", 12, Rolle.VARA, "Vest"),
        medlem("Anne Vik", 1, Rolle.VARA, "Vest"),
    ]
    return Bord(organ(ASU, "ASU", asu), organ(PSU, "PSU", psu))


def test_one_forfall_in_a_felles_moete_is_a_place_in_each_body():
    bord = felles()
    utfall = meld(bord, "siri")
    assert len(bord.linjer(Slag.FORFALL)) == 1
    assert [(f.plass.organ_id, f.vara.navn) for f in utfall.forslag] == [
        (ASU, "Kari Dahl"),
        (PSU, "Liv Strand"),
    ]


def test_a_vara_in_one_of_the_bodies_is_no_stedfortreder_in_the_other():
    bord = felles()
    utfall = meld(bord, "siri", "kari")
    assert [(v.plass.organ_id, v.hva) for v in utfall.varasvar] == [(ASU, Varahva.KALT)]
    assert [(f.plass.organ_id, f.vara.navn) for f in utfall.forslag] == [(PSU, "Liv Strand")]
    ja(bord, "kari")
    assert bord.dekker("siri", ASU) == "Kari Dahl"
    assert bord.dekker("siri", PSU) is None


def test_both_leders_of_a_felles_moete_hear_of_a_late_forfall_each_once():
    bord = felles()
    bord.naa = kl("2024-05-16T08:00")
    meld(bord, "siri")
    assert bord.til("anne").count(Beskjedslag.SEN_FORFALL) == 1
    assert bord.til("jonas").count(Beskjedslag.SEN_FORFALL) == 1


def test_a_member_of_one_body_may_be_vara_in_the_other():
    bord = felles()
    assert [v.hva for v in meld(bord, "siri", "anne").varasvar] == [Varahva.KALT]
    meld(bord, "anne")
    assert bord.kall("anne").tilstand is Kalltilstand.NEI


def test_member_and_vara_in_one_body_is_no_free_vara():
    begge = [
        medlem("Siri Haug", 4, sete="Fjord"),
        medlem("Anne Vik", 1, sete="Fjord"),
        medlem("Anne Vik", 1, Rolle.VARA, "Fjord", rekkefoelge=1),
        medlem("Kari Dahl", 11, Rolle.VARA, "Fjord", rekkefoelge=2),
    ]
    bord = Bord(organ(ASU, "ASU", begge))
    assert [f.vara.navn for f in meld(bord, "siri").forslag] == ["Kari Dahl"]
    meld(bord, "anne")
    assert [f.vara.navn for f in meld(bord, "siri").forslag] == ["Kari Dahl"]


def test_the_reason_has_nowhere_to_be():
    felt = set(Frammoetelinje.__dataclass_fields__)
    tekst = {f for f, x in Frammoetelinje.__annotations__.items() if "str" in str(x)}
    assert tekst == {"kall_id"}
    assert not felt & {"grunn", "begrunnelse", "tekst", "merknad"}
