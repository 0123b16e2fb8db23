"""Who finds what of a referat that is kept here, over the real databases, until it is locked and after.

A sak and a point are unntatt offentlighet: no outsider is to find or be shown either, in any way.
"""

import pytest

from bot.domain.bokakt import Akt
from bot.domain.boklesing import les
from bot.domain.bokpunkt import nytt
from bot.domain.bokreferat import til_referat
from bot.domain.bokrette import unnta
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Punktslag
from storage.store import open_store
from tests.dialogs.chat import Chat, kl
from tests.dialogs.godkjenningsfolk import ANNE, DAGEN_ETTER, ETTER, OVE, SIRI, UKJENT, Bokhus, bygg_bok

OPPE, PUNKT, SAK = "Kvernsteinen flyttes.", "Heksejakten avsluttes.", "Ildsjelen sies opp."
SPURT = {OPPE: "kvernsteinen", PUNKT: "heksejakten", SAK: "ildsjelen"}


@pytest.fixture
async def hus(database_url):
    store = open_store(database_url)
    hus = await bygg_bok(Chat(admins={"aad-kontoret"}, store=store))
    await skriv_inn(hus)
    yield hus
    await store.close()


async def skriv_inn(hus: Bokhus) -> None:
    async with hus.chat.store.turn() as uow:
        _, linjer = await uow.boeker.laas(hus.bok_id)
        saker = [sak.key for sak in les(linjer).saker]
        akt = Akt(Hvem("Ove Bakk"), kl(ETTER), "skrevet")
        nye: list = []
        for sak, tekst in ((saker[0], OPPE), (saker[0], PUNKT), (saker[3], SAK)):
            nye += nytt(les([*linjer, *nye]), akt, Punktslag.KONKLUSJON, tekst, sak=sak)
        stand = les([*linjer, *nye])
        punkt = next(p.nr for p in stand.punkter.values() if p.tekst == PUNKT)
        nye += unnta(stand, akt, "offl. § 13", nr=punkt)
        nye += unnta(les([*linjer, *nye]), akt, "offl. § 23", sak=saker[3])
        await uow.boeker.noter(hus.bok_id, nye)
        await uow.commit()


async def ser(hus: Bokhus, hvem: str) -> set[str]:
    """Which of the three are found or shown, however it is asked."""
    svarene = [
        (await hus.si(hvem, linje)).text
        for linje in (
            *(f"søk etter {ordet}" for ordet in SPURT.values()),
            *(f"hva ble bestemt om {ordet}" for ordet in SPURT.values()),
            "vis referatet fra ASU 15. mai",
            "hva vedtok ASU i sak 01/24",
            "hva ble konklusjonen i sak 04/24",
            "sak 04/24",
        )
    ]
    return {tekst for tekst in SPURT if any(tekst in svar for svar in svarene)}


async def test_before_it_is_sent_only_who_keeps_it(hus):
    assert await ser(hus, UKJENT) == set()
    assert await ser(hus, SIRI) == set()


async def test_sent_the_bodys_own_find_it(hus):
    await hus.send()
    assert await ser(hus, UKJENT) == set()
    assert await ser(hus, SIRI) == {OPPE, PUNKT, SAK}
    assert await ser(hus, OVE) == {OPPE, PUNKT, SAK}


async def test_locked_anybody_finds_what_is_not_unntatt(hus):
    await hus.send()
    await hus.godkjenn()
    assert await ser(hus, UKJENT) == {OPPE}
    assert await ser(hus, SIRI) == {OPPE, PUNKT, SAK}
    assert await ser(hus, ANNE) == {OPPE, PUNKT, SAK}


async def test_what_is_saved_on_the_moete_has_none_of_it(hus):
    await hus.send()
    await hus.godkjenn()
    lagret = str(await hus.referatet())
    assert OPPE in lagret
    assert PUNKT not in lagret
    assert SAK not in lagret
    moete = await hus.huset.moete(hus.moete.id)
    async with hus.chat.store.turn() as uow:
        hele = str(til_referat(await hus.stand(), moete, await uow.register()))
    assert PUNKT in hele
    assert SAK in hele


async def test_it_is_sent_and_asked_by_number_as_not_approved_yet(hus):
    await hus.send()
    svar = await hus.si(SIRI, "hva vedtok ASU i sak 02/24", at=DAGEN_ETTER)
    assert "Tas til orientering." in svar
    assert "Til godkjenning" in svar
    svar = await hus.si(SIRI, "hva ble bestemt om kvernsteinen", at=DAGEN_ETTER)
    assert OPPE in svar
    assert "ikke fått noe referat" not in svar
