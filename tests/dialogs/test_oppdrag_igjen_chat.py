"""An oppdrag that did not come out in the channel is withheld or withdrawn; then somebody tries again."""

import pytest

from bot.domain.conversation import Button
from bot.varsling.poster import NotAccepted, TryLater
from tests.dialogs.moetefolk import OVE
from tests.dialogs.oppdragfolk import BER, RAADKANAL, bygg_oppdrag

KONTORET = "kontoret"
DOED = [NotAccepted("413")]
UVISS = [TryLater("timeout", tvil=True), TryLater("502", tvil=True)]


async def _kom_ikke_ut(hvorfor):
    """The row that was not (surely) posted."""
    hus = await bygg_oppdrag()
    hus.chat.poster.trouble[RAADKANAL.id] = list(hvorfor)
    svar = await hus.trykk(OVE, await hus.hevet(BER), "Send til Fagråd 1")
    for _ in range(3):
        hus.ref.minutt += 3
        await hus.chat.post(hus.ref.naa())
    async with hus.chat.store.turn() as uow:
        (rad,) = await uow.utboks.under(f"oppdrag:{(await hus.det()).id}:")
    return hus, svar, rad


async def _i_kanalen(hus) -> str:
    hus.ref.minutt += 3
    post = await hus.chat.post(hus.ref.naa())
    endret = [m for sted, _, m in hus.chat.poster.endret if sted == RAADKANAL.id]
    return "\n".join(f"{m.text} {m.card}" for m in (*post.get(RAADKANAL.id, []), *endret))


async def _proev_igjen(hus, rad) -> str:
    knapp = Button("Prøv igjen", "utboks.igjen", {"post": rad.id})
    await hus.chat.trykk(KONTORET, knapp, at=hus.ref.naa())
    return await _i_kanalen(hus)


@pytest.mark.parametrize("hvorfor", [DOED, UVISS])
async def test_it_is_sent_as_it_stands(hvorfor):
    hus, _, rad = await _kom_ikke_ut(hvorfor)
    assert "plan for opplæring" in await _proev_igjen(hus, rad)


@pytest.mark.parametrize("hvorfor", [DOED, UVISS])
@pytest.mark.parametrize("linje", ["punkt 1 er unntatt offentlighet offl § 13", "stryk punkt 1"])
async def test_withheld_or_struck_it_is_not_sent(hvorfor, linje):
    hus, _, rad = await _kom_ikke_ut(hvorfor)
    await hus.si(OVE, linje)
    sagt = await _i_kanalen(hus) + await _proev_igjen(hus, rad)
    assert "plan for opplæring" not in sagt


@pytest.mark.parametrize("hvorfor", [DOED, UVISS])
async def test_withdrawn_it_is_not_sent(hvorfor):
    hus, svar, rad = await _kom_ikke_ut(hvorfor)
    svar = await hus.trykk(OVE, svar, "Trekk oppdraget")
    await hus.trykk(OVE, svar, "Ja, trekk oppdraget")
    sagt = await _i_kanalen(hus) + await _proev_igjen(hus, rad)
    assert "plan for opplæring" not in sagt
    assert '"Svar"' not in sagt
