"""`helsebot db`: what is said of a copy, a backup and a restore. The rest: tests/storage/test_kopi*.py."""

from storage.inuse import RUNNING
from storage.store import open_store


def test_a_copy_tells_each_table_and_answers_the_same(with_innkalling, tmp_path):
    new = f"sqlite+aiosqlite:///{tmp_path / 'ny.db'}"
    out = with_innkalling.ok("db", "copy", with_innkalling.settings.database_url, new)
    assert "        1  moete\n" in out
    assert "sammenlignet rad for rad" in out
    before = with_innkalling.ask("neste ASU")
    with_innkalling.settings = with_innkalling.settings.model_copy(update={"database_url": new})
    assert with_innkalling.ask("neste ASU") == before
    assert "mars 2026" in before


def test_what_is_wrong_with_a_copy_is_said_in_a_sentence(with_innkalling, tmp_path):
    here, new = with_innkalling.settings.database_url, f"sqlite+aiosqlite:///{tmp_path / 'ny.db'}"
    for said, fra, til in (
        ("den samme", here, here),
        ("finnes ikke", new, here),
        ("må være sqlite+aiosqlite:///fil", "helsebot.db", new),
        ("må være sqlite+aiosqlite:///fil", here, "postgres://x"),
        ("svarer ikke", here, "postgresql+asyncpg://anne:hemmelig@127.0.0.1:1/x"),
    ):
        stopped = with_innkalling.run("db", "copy", fra, til)
        assert said in stopped.said
        assert "hemmelig" not in stopped.said
    with_innkalling.ok("db", "copy", here, new)
    assert "ikke tom" in with_innkalling.run("db", "copy", here, new).said


def test_a_backup_is_put_back(with_innkalling, tmp_path):
    copy = tmp_path / "kopi.db"
    assert "kontrollert" in with_innkalling.ok("db", "backup", str(copy))
    assert "finnes fra før" in with_innkalling.run("db", "backup", str(copy)).said
    before = with_innkalling.ask("neste ASU")
    with_innkalling.database.unlink()
    assert with_innkalling.ask("neste ASU") != before

    out = with_innkalling.ok("db", "restore", str(copy))
    assert f"ligger i {with_innkalling.database}.foer-" in out
    assert with_innkalling.ask("neste ASU") == before


async def test_while_it_runs_nothing_is_put_back_or_copied(with_innkalling, tmp_path):
    copy, url = tmp_path / "kopi.db", with_innkalling.settings.database_url
    store = open_store(url)
    async with store.read() as archive:
        await archive.register()
    with_innkalling.ok("db", "backup", str(copy))
    assert with_innkalling.run("db", "restore", str(copy)).said == RUNNING
    await store.close()
