"""Who may import, and where."""

import pytest

from bot.domain.conversation import ConversationKind
from bot.domain.rettigheter import IkkePrivat, IkkeSekretariat, Rettigheter

SEKRETARIAT = Rettigheter(frozenset({"AAD-1"}))
PRIVAT = ConversationKind.PERSONAL


def test_the_sekretariat_may_in_private():
    SEKRETARIAT.krev_import("aad-1", PRIVAT)


@pytest.mark.parametrize("hvem", ["aad-2", "", None])
def test_others_may_not(hvem):
    with pytest.raises(IkkeSekretariat):
        SEKRETARIAT.krev_import(hvem, PRIVAT)


@pytest.mark.parametrize("sted", [ConversationKind.GROUP, ConversationKind.CHANNEL])
def test_nobody_may_where_others_listen(sted):
    with pytest.raises(IkkePrivat):
        SEKRETARIAT.krev_import("aad-1", sted)


def test_an_empty_setting_is_nobody():
    assert not Rettigheter(frozenset({""})).er_sekretariat("")
    assert not Rettigheter().er_sekretariat("aad-1")


def test_with_no_app_id_everybody_may():
    Rettigheter(aapen=True).krev_import(None, PRIVAT)
