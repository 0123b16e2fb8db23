"""Whose vara somebody is, and whom a name can mean."""

from datetime import date

from bot.domain.organ import Rolle, Side
from bot.domain.plasser import plasser
from bot.domain.varaliste import navngitt, oppnevnte, samme_sete
from tests.domain.moetebord import ASU, DAGEN, Bord, H, K, hode, medlem, organ


def varaer_til(navn: str, *folk) -> list[str]:
    o = organ(ASU, "ASU", list(folk))
    plass = next(p for p in plasser([o], hode()) if p.medlem.navn == navn)
    return [m.navn for m in oppnevnte(o, plass, DAGEN)]


def test_first_the_persons_own_then_the_seats_in_their_order():
    folk = (
        medlem("Jonas Moe", 1, sete="Nordre"),
        medlem("Uten Nummer", 2, Rolle.VARA, "nordre"),
        medlem("Andre Vara", 3, Rolle.VARA, "Nordre", rekkefoelge=2),
        medlem("Første Vara", 4, Rolle.VARA, vara_for="Nordre", rekkefoelge=1),
        medlem("Egen Vara", 5, Rolle.VARA, "Nordre", vara_for="jonas moe", rekkefoelge=9),
    )
    assert varaer_til("Jonas Moe", *folk) == ["Egen Vara", "Første Vara", "Andre Vara", "Uten Nummer"]


def test_whoever_is_vara_no_longer_or_of_another_seat_or_side_is_none():
    folk = (
        medlem("Jonas Moe", 1, sete="Nordre", side=K),
        medlem("Ferdig Vara", 2, Rolle.VARA, "Nordre", til=date(2024, 1, 1)),
        medlem("Søndre Vara", 3, Rolle.VARA, "Søndre"),
        medlem("Annen Side", 4, Rolle.VARA, "Nordre", side=H),
        medlem("For Siri", 5, Rolle.VARA, "Nordre", vara_for="Siri Haug"),
        medlem("Siri Haug", 6, sete="Nordre"),
    )
    assert varaer_til("Jonas Moe", *folk) == []


def test_a_body_without_seats_has_one_list_and_the_sekretariat_none():
    folk = (
        medlem("Jonas Moe", 1),
        medlem("Ove Bakk", 2, Rolle.SEKRETARIAT),
        medlem("Kari Dahl", 3, Rolle.VARA),
    )
    assert varaer_til("Jonas Moe", *folk) == ["Kari Dahl"]
    assert varaer_til("Ove Bakk", *folk) == []


def test_what_they_represent_is_the_seat_where_there_is_no_other():
    folk = (
        medlem("Jonas Moe", 1, representerer="Nes kommune", side=Side.KOMMUNER),
        medlem("Kari Dahl", 2, Rolle.VARA, representerer="Nes kommune"),
    )
    assert varaer_til("Jonas Moe", *folk) == ["Kari Dahl"]


def test_vara_for_another_with_the_same_seat_keeps_the_parity():
    o = Bord().organer[0]
    berit = next(p for p in plasser([o], hode()) if p.medlem.navn == "Berit Nes")
    per = next(m for m in o.medlemmer if m.navn == "Per Li")
    wenche = next(m for m in o.medlemmer if m.navn == "Wenche Lund")
    assert samme_sete(o, per, berit)
    assert not samme_sete(o, wenche, berit)


def test_a_name_means_the_whole_name_first_then_varaer():
    folk = [
        medlem("Liv Moe", 1),
        medlem("Liv Strand", 2, Rolle.VARA),
        medlem("Kari Dahl", 3, Rolle.VARA),
        medlem("Kari Dahl Berg", 4, Rolle.VARA),
    ]
    o = organ(ASU, "ASU", folk)
    assert [h.navn for h in navngitt([o], DAGEN, "liv")] == ["Liv Strand"]
    assert [h.navn for h in navngitt([o], DAGEN, "Liv Moe")] == ["Liv Moe"]
    assert [h.navn for h in navngitt([o], DAGEN, "kari dahl")] == ["Kari Dahl"]
    assert [h.navn for h in navngitt([o], DAGEN, "Kari")] == ["Kari Dahl", "Kari Dahl Berg"]
    assert navngitt([o], DAGEN, "Tormod") == ()
