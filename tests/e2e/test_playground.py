"""`make e2e`: the program as `make run` starts it, in Microsoft's own local client, in a real browser."""

import urllib.request

import pytest

from tests.e2e.conftest import SHOTS

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def seen(watch):
    return watch("chat.js")


def test_it_greets(seen):
    assert "neste ASU" in seen["greeting"]


def test_the_next_moete_in_the_personal_chat(seen):
    assert "kl. 12.00–15.00" in seen["personal"]
    assert "Møterom Storfjorden" in seen["personal"]
    assert "Felles vaktordning for øyekommunene" in seen["personal"]


def test_the_button_puts_the_saksliste_in_the_cards_place(seen):
    assert "Pause" in seen["pressed"]
    assert "Eventuelt" in seen["pressed"]


def test_one_sak_follows_from_what_was_shown(seen):
    assert "felles vaktordning for øyekommunene" in seen["sak"]


def test_what_is_not_understood_gets_suggestions(seen):
    assert "Mente du" in seen["lost"]


def test_with_a_mention_in_a_channel(seen):
    assert "onsdag" in seen["channel"]
    assert "kl. 12.00–15.00" in seen["channel"]


def test_the_screenshots_are_there(seen):
    assert len([shot for shot in SHOTS.glob("*.png") if shot.stat().st_size > 20_000]) >= 5


def test_the_page_is_served_by_the_playground(page):
    with urllib.request.urlopen(page, timeout=5) as answer:
        assert b"Playground" in answer.read()
