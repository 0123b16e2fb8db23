"""Searching what 200 bodies said in ten years, beside LIKE on the same rows: `python -m bench.soek`.

100 000 points in 10 000 møter, invented; the words are drawn so that a few are everywhere and most are
rare, as in a language. Each question is asked as a dialog asks it, through a unit of work. It takes some
forty seconds of processor beside PostgreSQL's own (four minutes on a machine that does six things besides):
the stems of a word are made once, many rows are stored at a time, and the index is made when all are there.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from itertools import accumulate, groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa

from bench.load import _percentile as percentile
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.ports import Store
from bot.domain.soekbart import Soek, Soekbart, Soekeslag
from bot.language.soekeord import indeksord, spoerreord
from bot.language.stammer import grunnord
from storage import soek
from storage.migrate import run as run_on
from storage.migrate import upgrade
from storage.soek_tables import FTS, VEKTOR, soekbart
from storage.store import open_store
from storage.tables import moete as moete_table

BODIES, MOETER, POINTS = 200, 50, 10
QUESTIONS = 200
SHOWN = 100
"""Rows that a question in the chat asks for."""
PEER_QUESTIONS = 10
"""The peer takes so long that it is asked fewer times."""
APART = ("heksejakt", "kvernstein")
"""Each in every second møte, and never in one: an index that thinks of words one by one expects many."""
LIKE = (
    f"SELECT * FROM soekbart WHERE {{ordene}} ORDER BY dato DESC, id LIMIT {SHOWN}",
    "lower(tittel || ' ' || tekst) LIKE '%{ord}%'",
)

Asks = Callable[[str], Awaitable[int]]


def run() -> None:
    """A table: milliseconds a question, for one, two and three words, on each database."""
    print(f"\nto search {BODIES * MOETER * POINTS} points of {BODIES} bodies{'':7} p50 ms   p99 ms    hits")
    with TemporaryDirectory() as folder:
        asyncio.run(_measured("SQLite", f"sqlite+aiosqlite:///{Path(folder) / 'soek.db'}"))
    # The servers and databases of the tests, which mypy does not look into.
    servers, databases = import_module("tests.postgres_server"), import_module("tests.databases")
    with (
        suppress(LookupError),
        servers.postgres_server() as address,
        databases.postgres_databases(address) as made,
    ):
        asyncio.run(_measured("PostgreSQL", made.empty()))


async def _measured(name: str, url: str) -> None:
    await upgrade(url)
    store = open_store(url)
    began = time.perf_counter()
    ids = await _fill(store, url)
    await run_on(url, lambda config: config.attributes["connection"].execute(sa.text("ANALYZE")))
    print(f"  {name}: filled in {time.perf_counter() - began:.0f} s")
    for label, questions in _questions().items():
        await _show(f"{name}, {label}", questions, lambda q: _search(store, q, ()))
    one = _questions()["the commonest word"]
    await _show(f"{name}, the commonest, one body", one, lambda q: _search(store, q, (ids[7],)))
    for label in ("1 word", "2 words"):
        few = _questions()[label][:PEER_QUESTIONS]
        await _show(f"  LIKE, {label}", few, lambda q: _like(url, q))
    await store.close()


async def _show(label: str, questions: Sequence[str], asks: Asks) -> None:
    await asks(questions[0])
    took, hits = list[float](), 0
    for question in questions:
        began = time.perf_counter()
        hits += await asks(question)
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    p50, p99 = percentile(took, 50), percentile(took, 99)
    print(f"  {label:48} {p50:7.2f} {p99:8.2f} {hits / len(questions):7.1f}", flush=True)


async def _search(store: Store, question: str, organ_ids: tuple[int, ...]) -> int:
    async with store.turn() as uow:
        return len(await uow.soek.finn(Soek(spoerreord(question), organ_ids, frozenset({1}), antall=SHOWN)))


async def _like(url: str, question: str) -> int:
    where = " AND ".join(LIKE[1].format(ord=word) for word in question.split())
    statement = sa.text(LIKE[0].format(ordene=where))
    return len(await run_on(url, lambda c: c.attributes["connection"].execute(statement).all()))


def _words() -> tuple[list[str], list[float]]:
    """The words of the leksikon and compounds of them, and how often each is said (after Zipf)."""
    chance = random.Random(7)
    simple = sorted(word for word in grunnord() if len(word) > 2)
    chance.shuffle(simple)
    made = [chance.choice(simple) + chance.choice(simple) for _ in range(8000)]
    words = [*simple[:200], *made[:3000], *simple[200:], *made[3000:]]
    return words, [1 / (at + 3) for at in range(len(words))]


def _questions() -> dict[str, list[str]]:
    chance, (words, _) = random.Random(3), _words()
    rare, common = words[300:3000], words[:60]

    def drawn(count: int) -> list[str]:
        return [
            " ".join(chance.choice(common if chance.random() < 0.5 else rare) for _ in range(count))
            for _ in range(QUESTIONS)
        ]

    two = [f"{chance.choice(common)} {chance.choice(common)}" for _ in range(QUESTIONS)]
    return {
        "1 word": drawn(1),
        "2 words": drawn(2),
        "3 words": drawn(3),
        "2 common words": two,
        "the commonest word": [words[0]] * QUESTIONS,
        "2 common words, never together": [" ".join(APART)] * QUESTIONS,
        "no such word": [f"ildsjel{n}" for n in range(QUESTIONS)],
    }


async def _fill(store: Store, url: str) -> list[int]:
    async with store.turn() as uow:
        fellesskap = await uow.add_helsefellesskap(Helsefellesskap("Benken"))
        organer = [
            await uow.save_organ(Organ(fellesskap.id or 0, [Organnavn(f"Utvalg {n}", Navneslag.NAVN)]))
            for n in range(BODIES)
        ]
        await uow.commit()
    ids = [organ.id or 0 for organ in organer]
    await run_on(url, lambda config: _insert(config.attributes["connection"], fellesskap.id or 0, ids))
    return ids


def _insert(conn: sa.Connection, fellesskap_id: int, organ_ids: Sequence[int]) -> None:
    """As they are stored by turns it takes minutes."""
    index = _without_index(conn)
    for moeter, values in _content(fellesskap_id, tuple(organ_ids)):
        conn.execute(sa.insert(moete_table), moeter)
        conn.execute(sa.insert(soekbart), values)
    for statement in index:
        conn.execute(sa.text(statement))


def _without_index(conn: sa.Connection) -> list[str]:
    """Takes off what keeps the index as rows come; what makes it anew, as the migration made it."""
    if conn.dialect.name == "sqlite":
        found = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'soekbart'"
        kind, after = "TRIGGER", [f"INSERT INTO {FTS}({FTS}) VALUES ('rebuild')"]
    else:
        found = f"SELECT indexname, indexdef FROM pg_indexes WHERE indexname = 'ix_soekbart_{VEKTOR}'"
        kind, after = "INDEX", []
    made = conn.execute(sa.text(found)).all()
    for name, _ in made:
        conn.execute(sa.text(f"DROP {kind} {name}"))
    return [*(sql for _, sql in made), *after]


@cache
def _content(fellesskap_id: int, organ_ids: tuple[int, ...]) -> list[tuple[list[Any], list[Any]]]:
    """The rows of the møter of each body, and of what was said in them: the same for both databases."""
    chance, (words, weights) = random.Random(1), _words()
    cumulated, content, moete_id = list(accumulate(weights)), list[tuple[list[Any], list[Any]]](), 0
    for organ_id in organ_ids:
        moeter, rader = list[Any](), list[Soekbart]()
        for number in range(MOETER):
            moete_id += 1
            day = date(2015, 1, 5) + timedelta(days=73 * number + organ_id % 60)
            moete = Moete(fellesskap_id, [organ_id], day, id=moete_id)
            moeter.append(_moete(moete))
            rader += _rader(moete, lambda n: chance.choices(words, cum_weights=cumulated, k=n), chance)
        content.append((moeter, _values(rader)))
    return content


def _values(rader: Sequence[Soekbart]) -> list[dict[str, Any]]:
    """`soek.values` numbers what is one møte's."""
    made = list[dict[str, Any]]()
    for _, of_one in groupby(rader, key=lambda rad: rad.moete_id):
        its = list(of_one)
        made += soek.values(its, [_indexed(f"{rad.tittel} {rad.tekst}") for rad in its])
    return made


def _indexed(text: str) -> str:
    return " ".join(dict.fromkeys(stem for word in text.split() for stem in _stems(word)))


@cache
def _stems(word: str) -> list[str]:
    return indeksord([word])[0].split()


def _moete(moete: Moete) -> dict[str, object]:
    plain = {"helsefellesskap_id": moete.helsefellesskap_id, "dato": moete.dato, "versjon": 1}
    key = {"id": moete.id, "organnoekkel": str(moete.organ_ids[0]), "ics_noekkel": f"m{moete.id}"}
    return {**plain, **key, "ics_sekvens": 0, "avlyst": False}


def _rader(moete: Moete, ordene: Callable[[int], list[str]], chance: random.Random) -> list[Soekbart]:
    slag = [Soekeslag.SAK, Soekeslag.KONKLUSJON, *[Soekeslag.PUNKT] * (POINTS - 2)]
    tittel = " ".join(ordene(4))
    return [
        Soekbart(
            f"papir:{moete.id}",
            hva,
            moete.id or 0,
            tuple(moete.organ_ids),
            moete.dato,
            tittel,
            " ".join([APART[moete.dato.toordinal() % 2], *ordene(chance.randint(8, 30))]),
            f"{1 + at // 5}/{moete.dato.year % 100}",
        )
        for at, hva in enumerate(slag)
    ]


if __name__ == "__main__":
    run()
