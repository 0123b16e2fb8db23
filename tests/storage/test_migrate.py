"""The schema goes up, down and up again, and is what the tables say, on both databases."""

import asyncio
import sqlite3
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.organ import Organ, Rolle
from bot.domain.ports import NotReady
from bot.domain.utboks import Varselslag
from storage import migrate, schema, soek_tables
from storage.columns import metadata
from storage.store import open_store
from tests.storage import samples
from tests.storage.fylling import dump, fyll


async def tables(url: str) -> set[str]:
    return await migrate.run(
        url,
        lambda config: {
            name
            for name in sa.inspect(config.attributes["connection"]).get_table_names()
            if not soek_tables.utenom(name, "table")
        },
    )


async def test_opp_ned_og_opp_igjen(empty_database_url):
    assert not await migrate.is_current(empty_database_url)
    await migrate.upgrade(empty_database_url)
    assert await migrate.is_current(empty_database_url)
    assert await tables(empty_database_url) == {*metadata.tables, "alembic_version"}

    await migrate.downgrade(empty_database_url, "0001")
    assert not await migrate.is_current(empty_database_url)
    await migrate.downgrade(empty_database_url)
    assert await tables(empty_database_url) == {"alembic_version"}

    await migrate.upgrade(empty_database_url)
    await migrate.run(empty_database_url, command.check)


async def test_en_ny_migrering_tar_vare_paa_det_som_er_der(database_url):
    store = open_store(database_url)
    hf, [asu] = await samples.fellesskap(store)
    lagret = await samples.lagre(store, samples.moete(hf, asu))
    await store.close()
    await migrate.downgrade(database_url, "0001")
    await migrate.upgrade(database_url)

    store = open_store(database_url)
    hentet = await samples.hent(store, lagret.id)
    assert (hentet.sted, hentet.ics_noekkel, hentet.innkalling) == (lagret.sted, lagret.ics_noekkel, None)
    await store.close()


async def execute(url: str, *statements: str) -> list[list[tuple]]:
    """What each gives (nothing for those that give no rows)."""

    def work(config):
        results = [config.attributes["connection"].execute(sa.text(s)) for s in statements]
        return [[tuple(row) for row in result] if result.returns_rows else [] for result in results]

    return await migrate.run(url, work)


async def til_0004(url: str) -> None:
    await migrate.upgrade(url)
    await migrate.downgrade(url, "0004")


async def test_medlemmene_som_er_der_blir_personer(empty_database_url):
    url = empty_database_url
    await til_0004(url)
    await execute(
        url,
        "INSERT INTO helsefellesskap (id, navn) VALUES (1, 'Vikvåg'), (2, 'Lia')",
        "INSERT INTO organ (id, helsefellesskap_id) VALUES (1, 1), (2, 1), (3, 2)",
        "INSERT INTO organnavn (organ_id, plass, navn, slag) VALUES (1, 0, 'ASU', 'kort')",
        "INSERT INTO medlem (organ_id, plass, navn, rolle, representerer) VALUES"
        " (1, 0, 'Kari Nes', 'leder', 'Nesdal kommune'), (1, 1, 'Odd Vik', 'medlem', NULL),"
        " (2, 0, 'kari  nes', 'vara', NULL), (3, 0, 'Kari Nes', 'medlem', 'Lia kommune')",
        "INSERT INTO moete (id, helsefellesskap_id, organnoekkel, dato, ics_noekkel, ics_sekvens, versjon)"
        " VALUES (1, 1, '1', '2024-04-17', 'k', 0, 1)",
        "INSERT INTO moete_organ (moete_id, plass, organ_id) VALUES (1, 0, 1)",
    )
    await migrate.upgrade(url)

    store = open_store(url)
    async with store.read() as archive:
        asu, psu, annet = (await archive.register()).organer
        moete = await archive.moete(1)
    kari, odd = asu.medlemmer
    assert (kari.navn, kari.rolle, kari.representerer) == ("Kari Nes", Rolle.LEDER, "Nesdal kommune")
    assert len({kari.person_id, odd.person_id, annet.medlemmer[0].person_id}) == 3
    assert [(m.person_id, m.rolle) for m in psu.medlemmer] == [(kari.person_id, Rolle.VARA)]
    assert asu == replace(Organ(1), id=1, navneliste=asu.navneliste, medlemmer=asu.medlemmer)
    assert (moete.avlyst, moete.sendt, moete.organ_ids) == (False, None, [1])
    assert (asu.navneliste[0].vedtak, asu.varafrist_timer, asu.paaminnelse_dager) == (None, 24, 3)
    await store.close()


async def test_ned_igjen_beholder_det_den_gamle_har_plass_til(database_url):
    url = database_url
    store = open_store(url)
    hf, [asu, psu] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "PSU")
    nytt = {"avlyst": True, "sendt": samples.NAA, "flyttet_fra": samples.NAA.date()}
    lagret = await samples.lagre(store, samples.moete(hf, asu, **nytt))
    async with store.turn() as uow:
        await uow.save_organ(replace(samples.organ(hf), id=asu, quorum=5, frist_dager=3))
        await uow.frammoete.noter(lagret.id, [Frammoetelinje(Slag.FORFALL, samples.NAA, Hvem("Per Skog"))])
        await uow.commit()
    await store.close()
    medlemmer = "SELECT organ_id, plass, {navn}, rolle, representerer FROM medlem {join} ORDER BY 1, 2"
    nye = medlemmer.format(navn="navn", join="JOIN person ON person.id = person_id")
    [foer] = await execute(url, nye)

    await migrate.downgrade(url, "0004")
    [etter] = await execute(url, medlemmer.format(navn="navn", join=""))
    assert etter == foer
    assert len(foer) == 4
    assert {"person", "frammoetelinje", "utboks"} & await tables(url) == set()

    await migrate.upgrade(url)
    store = open_store(url)
    assert replace(await samples.hent(store, lagret.id), **nytt) == lagret
    async with store.read() as archive:
        assert [m.navn for m in (await archive.register()).organ(psu).medlemmer] == [
            "Turid Havn",
            "Per Skog",
        ]
    await store.close()


async def test_organer_fra_foer_referatet_faar_det_som_gjelder_naar_ingen_har_valgt(database_url):
    store = open_store(database_url)
    hf, [asu] = await samples.fellesskap(store)
    async with store.turn() as uow:
        valgt = {"merknadsfrist_dager": 5, "godkjenn_ved_taushet": True, "vurderingsskjema": True}
        await uow.save_organ(replace(samples.organ(hf), id=asu, **valgt))
        await uow.commit()
    async with store.read() as archive:
        organ = (await archive.register()).organ(asu)
    assert {felt: getattr(organ, felt) for felt in valgt} == valgt
    await store.close()

    await migrate.downgrade(database_url, "0005")
    assert {"moetebok", "foering", "foerer", "oppgave", "oppgavelinje"} & await tables(
        database_url
    ) == set()
    await migrate.upgrade(database_url)

    store = open_store(database_url)
    async with store.read() as archive:
        organ = (await archive.register()).organ(asu)
    assert organ == replace(samples.organ(hf), id=asu, medlemmer=organ.medlemmer)
    await store.close()


def test_programmet_vet_hvilken_migrering_som_er_den_nyeste():
    script = ScriptDirectory(str(schema.MIGRATIONS))

    assert script.get_heads() == [schema.HEAD]
    assert all(revision.revision.isdecimal() for revision in script.walk_revisions())


UPGRADE = "import asyncio, sys; from storage import migrate; asyncio.run(migrate.upgrade(sys.argv[1]))"


async def test_flere_prosesser_kan_oppgradere_paa_en_gang(empty_database_url):
    processes = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", UPGRADE, empty_database_url)
        for _ in range(3)
    ]

    assert [await process.wait() for process in processes] == [0, 0, 0]
    assert await migrate.is_current(empty_database_url)


async def test_en_oppdatert_database_roeres_ikke(database_url):
    await migrate.upgrade(database_url)

    assert await migrate.is_current(database_url)


async def test_uten_noe_aa_gjoere_lastes_verken_alembic_eller_sqlalchemy(sqlite_url):
    script = UPGRADE + "; sys.exit('sqlalchemy' in sys.modules or 'alembic' in sys.modules)"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", script, sqlite_url)

    assert await process.wait() == 0


@pytest.mark.parametrize(("revision", "said"), [("0001", schema.OLD), ("9999", schema.NEW)])
async def test_klar_sier_om_skjemaet_er_et_annet(database_url, sql_store, revision, said):
    await sql_store.ready()
    await stamp(database_url, revision)

    with pytest.raises(NotReady, match=said):
        await sql_store.ready()


async def stamp(url: str, revision: str) -> None:
    change = sa.text("UPDATE alembic_version SET version_num = :revision")
    await migrate.run(
        url, lambda config: config.attributes["connection"].execute(change, {"revision": revision})
    )


async def test_en_nyere_database_oppgraderes_ikke(database_url):
    await stamp(database_url, "9999")

    with pytest.raises(NotReady, match=schema.NEW):
        await migrate.upgrade(database_url)


async def test_en_tom_database_er_ikke_klar(empty_database_url):
    store = open_store(empty_database_url)
    with pytest.raises(NotReady, match="helsebot db upgrade"):
        await store.ready()
    await store.close()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:////finnes/ikke/her/helsebot.db",
        "postgresql+asyncpg://anne:hemmelig@127.0.0.1:1/helsebot",
    ],
)
async def test_en_database_som_ikke_svarer_gir_en_setning_uten_hemmeligheter(url):
    store = open_store(url)
    for attempt in (store.ready, lambda: migrate.upgrade(url)):
        with pytest.raises(NotReady) as stopped:
            await attempt()
        assert str(stopped.value) == schema.SILENT
    await store.close()


async def test_en_fil_som_ikke_er_en_database_gir_samme_setning(tmp_path):
    path = tmp_path / "notat.txt"
    path.write_text("Dette er et notat og ingen database. " * 40)

    with pytest.raises(NotReady):
        await migrate.upgrade(f"sqlite+aiosqlite:///{path}")


@pytest.mark.parametrize("url", ["sqlite+aiosqlite://", "sqlite:///x.db", "mysql+aiomysql://h/x"])
def test_andre_adresser_avvises(url):
    with pytest.raises(ValueError, match="sqlite"):
        open_store(url)


def test_sqlite_skriver_til_disken_foer_den_svarer(sqlite_url):
    with sqlite3.connect(schema.sqlite_path(sqlite_url)) as conn:
        assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)


UTBOKS_FOER = (
    "INSERT INTO utboks (noekkel, conversation_id, melding, slag, ikke_foer, foerst, tilstand, forsoek)"
    " VALUES"
    " ('venter', '19:a', '{{\"text\": \"hei\"}}', 'oppgave', {naa}, {foer}, 'venter', 3),"
    " ('sender', '19:b', '{{\"text\": \"hei\"}}', 'oppgave', {naa}, {naa}, 'sender', 1),"
    " ('sendt', '19:a', NULL, 'oppgave', {naa}, {naa}, 'sendt', 1),"
    " ('doed', 'a:1kari', NULL, 'vara', {naa}, {naa}, 'doed', 9)"
)
FELTER = (
    "noekkel, conversation_id, melding, slag, ikke_foer, foerst, tilstand, forsoek, leie, grunn, ferdig"
)
DET_GAMLE = f"SELECT {FELTER} FROM utboks ORDER BY noekkel"
NYE_POSTER = "SELECT noekkel FROM utboks WHERE operasjon = 'ny'"
SLAG_FOER = {slag.value for slag in Varselslag} - {"eventuelt", "sammendrag", "oppdrag", "digest", "drift"}
KANALER = "SELECT conversation_id, organ_id FROM kanal_organ ORDER BY 1, 2"


async def test_det_som_venter_paa_aa_bli_sendt_venter_ogsaa_etter_0010(empty_database_url):
    url = empty_database_url
    await migrate.upgrade(url)
    await migrate.downgrade(url, "0009")
    naa, foer = ("'2024-04-10 07:00:00'", "'2024-04-09 07:00:00'")
    await execute(
        url,
        "INSERT INTO helsefellesskap (id, navn) VALUES (1, 'Vikvåg')",
        "INSERT INTO organ (id, helsefellesskap_id, varafrist_timer, paaminnelse_dager,"
        " merknadsfrist_dager, godkjenn_ved_taushet, vurderingsskjema)"
        " VALUES (1, 1, 24, 3, 10, false, false)",
        "INSERT INTO kanal_organ (conversation_id, organ_id) VALUES ('19:a', 1)",
        UTBOKS_FOER.format(naa=naa, foer=foer),
    )
    [gamle, kanaler] = await execute(url, DET_GAMLE, KANALER)
    assert (len(gamle), len(kanaler)) == (4, 1)

    await migrate.upgrade(url)

    [etter, nye, oensker] = await execute(
        url,
        DET_GAMLE,
        "SELECT operasjon, gjelder, aktivitet, i_tvil, siden = foerst FROM utboks",
        "SELECT oensker FROM kanal_organ",
    )
    assert etter == gamle
    assert [(*felt[:4], bool(felt[4])) for felt in nye] == [("ny", None, None, 0, True)] * 4
    assert oensker == [(None,)]
    store = open_store(url)
    async with store.turn() as uow:
        tatt = await uow.utboks.ta(samples.NAA + timedelta(minutes=1), timedelta(seconds=30), 10)
    await store.close()
    assert "venter" in [post.noekkel for post in tatt]

    await migrate.downgrade(url, "0009")
    assert await execute(url, DET_GAMLE, KANALER) == [gamle, kanaler]


def _uten_ord(rad: tuple) -> tuple:
    """Without slag and tilstand, for which the program of before has fewer words."""
    return (*rad[:3], *rad[4:6], *rad[7:])


@pytest.mark.parametrize("seed", [1, 2])
async def test_ned_fra_0010_og_opp_igjen_med_noe_i_hver_tabell(database_url, seed):
    await fyll(database_url, seed)
    foer = await dump(database_url)
    nye = {"bane", "takt", "sammendrag", "oppdrag", "oppdragslinje"}
    [gamle, kanaler, ny] = await execute(database_url, DET_GAMLE, KANALER, NYE_POSTER)
    nye_poster = {noekkel for (noekkel,) in ny}

    await migrate.downgrade(database_url, "0009")
    assert not nye & await tables(database_url)
    [etter, etter_kanaler] = await execute(database_url, DET_GAMLE, KANALER)
    assert [_uten_ord(rad) for rad in etter] == [_uten_ord(rad) for rad in gamle if rad[0] in nye_poster]
    assert {rad[3] for rad in etter} <= SLAG_FOER
    assert {rad[6] for rad in etter} <= {"venter", "sender", "sendt", "doed"}
    assert etter_kanaler == kanaler

    await migrate.upgrade(database_url)
    igjen = await dump(database_url)
    uroert = set(foer) - nye - {"utboks", "kanal_organ"}
    assert {table: igjen[table] for table in uroert} == {table: foer[table] for table in uroert}


async def test_hele_veien_ned_og_opp_igjen_med_noe_i_hver_tabell(database_url):
    await fyll(database_url, 3)
    await migrate.downgrade(database_url)
    await migrate.upgrade(database_url)
    await migrate.run(database_url, command.check)
