"""`helsebot search`: by words or by the question one would ask, and made searchable anew."""

import asyncio
import json
import shutil
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from app import Helsebot
from bot.domain.bokaapning import aapne
from bot.domain.bokakt import Akt
from bot.domain.bokgodkjenning import hode_etter
from bot.domain.boklesing import les
from bot.domain.bokloep import aapne_sak, hev
from bot.domain.bokpunkt import nytt
from bot.domain.bokrette import unnta
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Moetebok, Punktslag
from bot.domain.stilling import Stilling
from storage.migrate import downgrade
from storage.migrate import run as run_on
from tests.cli.conftest import Terminal

AT = datetime(2026, 3, 18, 11, 5, tzinfo=UTC)
REFERAT = """Referat

Møtested: Teams
Dato: 18.02.2026
Utvalg: Administrativt samarbeidsutvalg

Til stede: Kari Nes (Lia), Ola Ås (Vang)

Sak 01/26 Tema: Ambulansebåten
Konklusjon: Kvernsteinen flyttes til Lia.
"""


@pytest.fixture(scope="module")
def both_papers(tmp_path_factory, database_with_innkalling):
    """To be copied, as the one it begins with."""
    first = Terminal(tmp_path_factory.mktemp("soek"))
    shutil.copy(database_with_innkalling, first.database)
    (first.folder / "referat.txt").write_text(REFERAT, encoding="utf-8")
    first.ok("import", str(first.folder / "referat.txt"), "--yes")
    return first.database


@pytest.fixture
def imported(terminal, both_papers):
    shutil.copy(both_papers, terminal.database)
    return terminal


async def closed(program: Helsebot) -> None:
    """An utkast of the invented møte, in the log alone: as it stood before there was a search."""
    async with program.store() as store, store.turn() as uow:
        register = await uow.register()
        hode = next(hode for hode in register.moeter if hode.dato == AT.date())
        moete = await uow.load_moete(hode.id)
        akt = Akt(Hvem("Kari Nes"), AT, "a")
        lines = list(aapne(moete, register, Stilling(()), akt))
        for gjoer, verdier in (
            (aapne_sak, (les(lines).saker[0].key,)),
            (nytt, (Punktslag.KONKLUSJON, "Heksejakten tas opp igjen.")),
            (hev, ()),
        ):
            lines.extend(gjoer(les(lines), akt, *verdier))
        lines.extend(unnta(les(lines), akt, "offl. § 13", nr=1))
        bok = await uow.boeker.opprett(Moetebok(moete.id, AT))
        await uow.boeker.laas(bok.id)
        await uow.boeker.noter(bok.id, lines)
        await uow.boeker.lagre(hode_etter(bok, les(lines)))
        await uow.commit()


def test_words_are_found_with_day_body_and_sak(imported):
    out = imported.ok("search", "kvernstein")
    assert out.splitlines()[0] == "«kvernstein» er funnet i én sak:"
    assert "18. februar 2026" in out
    assert "Sak 01/26 Ambulansebåten (Konklusjon: Kvernsteinen flyttes til Lia.)" in out


@pytest.mark.parametrize(
    "line", ["hva ble bestemt om kvernsteinen", "søk etter kvernstein", "ambulansebåt"]
)
def test_it_may_be_asked_as_one_would_ask(imported, line):
    assert "Kvernsteinen flyttes" in imported.ok("search", line)


def test_none_is_said_so_and_nothing_is_asked_for(imported):
    assert "ildsjel" in imported.ok("search", "ildsjel")
    assert imported.ok("search", "ildsjel", "--json").strip() == "[]"
    assert imported.run("search").said


def test_it_can_be_narrowed_by_body_and_day(imported):
    assert "Kvernsteinen" in imported.ok("search", "kvernstein", "--organ", "ASU")
    assert "Kvernsteinen" not in imported.ok("search", "kvernstein", "--at", "2026-02-17")
    assert "Tull" in imported.run("search", "kvernstein", "--organ", "Tull").said


def test_rows_as_json(imported):
    rows = json.loads(imported.ok("search", "kvernstein", "--json"))
    [row] = [row for row in rows if row["slag"] == "konklusjon"]
    assert (row["saksnr"], row["dato"], row["aapen"]) == ("01/26", "2026-02-18", True)


def test_what_is_stored_is_made_searchable_anew_with_moeteboeker(imported):
    asyncio.run(closed(Helsebot(imported.settings)))
    url = imported.settings.database_url
    asyncio.run(run_on(url, lambda c: c.attributes["connection"].execute(sa.text("DELETE FROM soekbart"))))
    assert "Kvernsteinen" not in imported.ok("search", "kvernstein")

    assert "Møter: 2. Referater ført her: 1." in imported.ok("search", "--rebuild")
    assert "Kvernsteinen flyttes" in imported.ok("search", "kvernstein")
    [row] = json.loads(imported.ok("search", "heksejakt", "--json"))
    assert (row["utkast"], row["aapen"], row["tekst"]) == (True, False, "Heksejakten tas opp igjen.")


def test_what_was_stored_before_there_was_search_is_found_after_the_upgrade(imported):
    asyncio.run(downgrade(imported.settings.database_url, "0006"))
    assert "Ambulansebåten" in imported.ok("search", "kvernsteinen")
