"""What a search found, put together by sak."""

from datetime import date

from bot.domain.soekbart import Soekbart, Soekeslag
from bot.domain.soeketreff import etter_sak

NY, GAMMEL = date(2024, 5, 2), date(2023, 5, 2)


def rad(slag: Soekeslag, saksnr: str | None = "01/24", moete: int = 1, **mer) -> Soekbart:
    felter = {"dato": NY, "tittel": "Legevakt", "tekst": "Flyttes.", "kilde": f"papir:{moete}", **mer}
    return Soekbart(slag=slag, moete_id=moete, organ_ids=(1,), saksnr=saksnr, **felter)


def test_rows_of_one_sak_are_one_and_the_order_is_kept():
    rader = [rad(Soekeslag.SAK), rad(Soekeslag.SAK, "02/24"), rad(Soekeslag.PUNKT, kilde="bok:3")]
    rader.append(rad(Soekeslag.SAK, moete=2, dato=GAMMEL))
    treff = etter_sak(rader)
    assert [(ett.foerste.saksnr, ett.dato, len(ett.rader)) for ett in treff] == [
        ("01/24", NY, 2),
        ("02/24", NY, 1),
        ("01/24", GAMMEL, 1),
    ]


def test_the_same_number_in_a_felles_part_is_another_sak():
    assert len(etter_sak([rad(Soekeslag.SAK), rad(Soekeslag.SAK, del_tittel="Felles møte med PSU")])) == 2


def test_without_a_number_the_title_tells():
    assert len(etter_sak([rad(Soekeslag.SAK, None), rad(Soekeslag.SAK, None, tittel="Annet")])) == 2


def test_what_tells_most_is_the_vedtak_and_never_an_empty_row():
    [treff] = etter_sak([rad(Soekeslag.SAK), rad(Soekeslag.PUNKT), rad(Soekeslag.VEDTAK)])
    assert treff.beste.slag is Soekeslag.VEDTAK
    [treff] = etter_sak([rad(Soekeslag.SAK), rad(Soekeslag.VEDTAK, tekst=" ")])
    assert treff.beste.slag is Soekeslag.SAK
    assert treff.behandlet
    assert not etter_sak([rad(Soekeslag.SAK)])[0].behandlet


def test_a_felles_sak_that_is_filed_under_two_bodies_is_there_once():
    felles = {"del_tittel": "Felles møte med PSU"}
    rader = [rad(Soekeslag.SAK, **felles), rad(Soekeslag.VEDTAK, **felles)]
    rader += [rad(Soekeslag.SAK, moete=2), rad(Soekeslag.VEDTAK, moete=2)]
    assert [ett.foerste.moete_id for ett in etter_sak(rader)] == [1]
    rader.append(rad(Soekeslag.PUNKT, moete=2, tekst="Bare hos oss."))
    assert len(etter_sak(rader)) == 2


def test_two_bodies_with_the_same_sak_the_same_day_are_two_without_a_felles_part():
    assert len(etter_sak([rad(Soekeslag.SAK), rad(Soekeslag.SAK, moete=2)])) == 2
