"""Tells those who keep a referat what concerns them alone, in 1:1: the meeting's chat stays quiet."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.cards import moeteslutt
from bot.domain.boklesing import les
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Foering, Foeringsslag, Moetebok
from bot.domain.register import Moetehode, Register
from bot.domain.utboks import Varselslag
from bot.varsling.varsler import Varsel, Varsler


async def spoer_om_aa_heve(
    varsler: Varsler, register: Register, hode: Moetehode, bok: Moetebok, linjer: Sequence[Foering]
) -> None:
    """«Skal jeg heve møtet?», once a møtebok."""
    bok_id = bok.id or 0
    varsel = Varsel(
        f"moeteslutt:{bok_id}",
        Varselslag.MOETEKORT,
        lambda norsk: moeteslutt.skal_det_heves(norsk, register, hode, bok_id),
        hode.id,
    )
    await _til_referentene(varsler, linjer, varsel)


async def kortet_feiler(
    varsler: Varsler,
    register: Register,
    hode: Moetehode,
    bok: Moetebok,
    linjer: Sequence[Foering],
    naa: datetime,
) -> None:
    """Once a chat, and at any hour: the møte is on at `naa`."""
    varsel = Varsel(
        f"moetekort:{bok.id}:{bok.conversation_id}",
        Varselslag.MOETEKORT,
        lambda norsk: moeteslutt.kortet_feiler(norsk, register, hode),
        hode.id,
        haster=True,
        foer=naa,
    )
    await _til_referentene(varsler, linjer, varsel)


async def _til_referentene(varsler: Varsler, linjer: Sequence[Foering], varsel: Varsel) -> None:
    naadde = await varsler.til_personer(_personer(les(linjer).referenter), varsel)
    if not any(naadd.vet for naadd in naadde):
        await varsler.til_personer(_personer(_aapnet_av(linjer)), varsel)


def _personer(folk: Iterable[Hvem]) -> list[int]:
    return [hvem.person_id for hvem in folk if hvem.person_id is not None]


def _aapnet_av(linjer: Sequence[Foering]) -> list[Hvem]:
    return [linje.av for linje in linjer if linje.slag is Foeringsslag.AAPNET and linje.av]
