"""When two titles are one sak, and what is brought up at the next møte under it."""

import pytest

from bot.language.overfoering import samme_sak, samme_tittel


@pytest.mark.parametrize(
    ("en", "annen"),
    [
        ("Helseplattformen", "Helseplattformen"),
        ("Status for Helseplattformen", "Helseplattformen – orientering"),
        ("Rekruttering av sykepleiere", "Rekruttering av sykepleiere i distriktet"),
        ("Vaktordninga", "Vaktordningen"),
        ("Tiltaksplan for utskrivningsklare pasienter", "Tiltaksplanen, utskrivningsklare pasienter"),
    ],
)
def test_one_sak(en, annen):
    assert samme_tittel(en, annen)
    assert samme_tittel(annen, en)


@pytest.mark.parametrize(
    ("en", "annen"),
    [
        ("Eventuelt", "Eventuelt"),
        ("Godkjenning av innkalling", "Godkjenning av innkalling og saksliste"),
        ("Orienteringer", "Orienteringer"),
        ("Status", "Status"),
        ("Rekruttering", "Rekruttering av sykepleiere"),
        ("Vaktordning for leger", "Vaktordning for sykepleiere"),
        ("", ""),
    ],
)
def test_two(en, annen):
    assert not samme_tittel(en, annen)


@pytest.mark.parametrize(
    ("en", "annen", "samme"),
    [
        (("12/24", "Vakt"), ("12/24", "Økonomi"), True),
        (("12/24", "Vakt"), ("12/2024", "Økonomi"), True),
        (("12/24", "Vakt"), ("12/25", "Økonomi"), False),
        (("3", "Vakt"), ("3", "Økonomi"), False),
        ((None, "Vakt"), ("3", "Vakt"), True),
    ],
)
def test_by_number_where_it_has_a_year(en, annen, samme):
    assert samme_sak(en, annen, 2024) is samme
