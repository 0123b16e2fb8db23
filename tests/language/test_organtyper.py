"""What a committee is called in general."""

import pytest

from bot.language.organtyper import organtype, organtyper


@pytest.mark.parametrize(
    "navn",
    [
        "ASU",
        "asu",
        "Administrativt samarbeidsutvalg",
        "Administrativt samarbeidsutvalg.",
        "Administrativt samarbeidsutval",
        "administrativt  samarbeidsutvalg (ASU)",
        "Det administrative samarbeidsutvalget",
    ],
)
def test_an_asu_is_an_asu_however_it_is_written(navn):
    funnet = organtype(navn)
    assert funnet is not None
    assert (funnet.navn, funnet.kort) == ("Administrativt samarbeidsutvalg", "ASU")


@pytest.mark.parametrize(
    "navn", ["Fagråd 1", "Fagråd for pasientsamarbeid", "Formannskapet", "", "ASU og PSU"]
)
def test_a_body_with_a_name_of_its_own_is_no_kind(navn):
    assert organtype(navn) is None


def test_no_name_stands_for_two_kinds():
    navn = [n.casefold() for t in organtyper() for n in t.alle_navn]
    assert len(navn) == len(set(navn))
