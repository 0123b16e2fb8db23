"""Oppdrag: numbered by the body that has them, one for a source and a body, changed by one at a time."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.errors import Conflict
from bot.domain.oppdrag import Oppdrag, Oppdragshendelse, Oppdragslinje, Oppdragstilstand
from storage.store import open_store
from tests.storage import samples
from tests.storage.boeker import ANNE, BO
from tests.storage.test_samtidig import igjen

FORESLAATT = Oppdragslinje(Oppdragshendelse.FORESLAATT, samples.NAA, None)


async def to_organer(store) -> tuple[int, int, int]:
    hf, [asu, raad] = await samples.fellesskap(store, "Vikvåg helsefellesskap", "ASU", "Fagråd 1")
    return asu, raad, (await samples.lagre(store, samples.moete(hf, asu))).id


def oppdrag(fra: int, til: int, moete_id: int | None, kilde: str = "bok:1:1", **felt) -> Oppdrag:
    nytt = Oppdrag(fra, til, moete_id, kilde, "Fagrådet lager en plan.", samples.NAA, logg=(FORESLAATT,))
    return replace(nytt, **felt)


async def lagre(store, nytt: Oppdrag) -> Oppdrag:
    async with store.turn() as uow:
        lagret = await uow.oppdrag.lagre(nytt)
        await uow.commit()
    return lagret


async def hent(store, oppdrag_id: int) -> Oppdrag | None:
    async with store.turn() as uow:
        return await uow.oppdrag.hent(oppdrag_id)


async def test_et_oppdrag_kommer_tilbake_som_det_var(store):
    asu, raad, moete_id = await to_organer(store)
    fullt = oppdrag(
        asu,
        raad,
        moete_id,
        tekst="<b>Lager</b> «planen»\n@alle",
        sak="12/24",
        frist=date(2024, 6, 1),
        tilstand=Oppdragstilstand.BESVART,
        sendt=samples.NAA,
        svar="Den er laget.",
        besvart=samples.NAA,
        logg=(FORESLAATT, Oppdragslinje(Oppdragshendelse.SENDT, samples.NAA, ANNE, "før")),
    )
    lagret = await lagre(store, fullt)
    assert await hent(store, lagret.id) == lagret == replace(fullt, id=lagret.id, nr=1, versjon=1)
    uten_moete = await lagre(store, oppdrag(asu, raad, None, "linje:akt-1"))
    assert (await hent(store, uten_moete.id)).moete_id is None
    assert await hent(store, 4711) is None


async def test_listene_gaar_etter_organ_og_nummer(store):
    asu, raad, moete_id = await to_organer(store)
    b = await lagre(store, oppdrag(asu, raad, moete_id, "bok:1:2"))
    a = await lagre(store, oppdrag(asu, raad, moete_id, "bok:1:1"))
    c = await lagre(store, oppdrag(raad, asu, moete_id, "bok:2:1"))
    async with store.turn() as uow:
        assert await uow.oppdrag.til_organ([raad, asu, 4711]) == [c, b, a]
        assert await uow.oppdrag.til_organ([]) == []
        assert await uow.oppdrag.fra_organ([asu]) == [b, a]
        assert await uow.oppdrag.for_kilde(["bok:1:1", "bok:2:1"]) == [c, a]
        assert await uow.oppdrag.for_kilde([]) == []
    assert (a.nr, b.nr, c.nr) == (2, 1, 1)


async def test_en_kilde_gir_ett_oppdrag_til_hvert_organ(store):
    asu, raad, moete_id = await to_organer(store)
    await lagre(store, oppdrag(asu, raad, moete_id))
    with pytest.raises(Conflict):
        await lagre(store, oppdrag(asu, raad, moete_id))
    assert (await lagre(store, oppdrag(asu, asu, moete_id))).nr == 1


async def test_to_som_lager_det_samme_paa_en_gang_lager_ett(store):
    asu, raad, moete_id = await to_organer(store)
    utfall = await asyncio.gather(
        *(lagre(store, oppdrag(asu, raad, moete_id)) for _ in range(2)), return_exceptions=True
    )
    assert sorted(type(u).__name__ for u in utfall) == ["Conflict", "Oppdrag"]


async def test_flere_prosesser_gir_ikke_samme_nummer(database_url):
    stores = [open_store(database_url) for _ in range(3)]
    asu, raad, moete_id = await to_organer(stores[0])
    alle = await asyncio.gather(
        *(
            igjen(lambda n=n: lagre(stores[n % 3], oppdrag(asu, raad, moete_id, f"bok:1:{n}")))
            for n in range(12)
        )
    )
    assert sorted(o.nr for o in alle) == list(range(1, 13))
    for store in stores:
        await store.close()


async def test_en_endring_legger_til_loggen_og_rorer_ikke_hvor_det_kom_fra(store):
    asu, raad, moete_id = await to_organer(store)
    foerst = await lagre(store, oppdrag(asu, raad, moete_id))
    sendt = Oppdragslinje(Oppdragshendelse.SENDT, samples.NAA, BO)
    await lagre(
        store,
        replace(
            foerst,
            tilstand=Oppdragstilstand.SENDT,
            kilde="bok:9:9",
            nr=99,
            logg=(replace(FORESLAATT, tekst="annet"), sendt),
        ),
    )
    lest = await hent(store, foerst.id)
    assert lest.tilstand is Oppdragstilstand.SENDT
    assert (lest.kilde, lest.nr, lest.logg, lest.versjon) == ("bok:1:1", 1, (FORESLAATT, sendt), 2)


async def test_to_som_endrer_det_samme_gir_en_konflikt(store):
    asu, raad, moete_id = await to_organer(store)
    foerst = await lagre(store, oppdrag(asu, raad, moete_id))
    utfall = await asyncio.gather(
        *(lagre(store, replace(foerst, tekst=t)) for t in ("En ting", "En annen")), return_exceptions=True
    )
    assert sorted(type(u).__name__ for u in utfall) == ["Conflict", "Oppdrag"]
    with pytest.raises(Conflict):
        await lagre(store, replace(foerst, id=4711))
