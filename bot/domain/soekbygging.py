"""Everything that can be searched, made anew from what is stored."""

from bot.domain.boklesing import les
from bot.domain.indeks import indekser_bok, papirkilde, rader_av_papir
from bot.domain.moetebok import Boktilstand
from bot.domain.ports import UnitOfWork


async def bygg_soek(uow: UnitOfWork) -> tuple[int, int]:
    """How many møter and møtebøker. In the caller's transaction: until its commit, searches find what was
    there.
    """
    await uow.soek.toem()
    moeter = [hode.id for hode in (await uow.register()).moeter]
    for moete_id in moeter:
        moete = await uow.load_moete(moete_id)
        if moete is not None:
            await uow.soek.legg(papirkilde(moete_id), rader_av_papir(moete))
    return len(moeter), await _boeker(uow)


async def _boeker(uow: UnitOfWork) -> int:
    heads = await uow.boeker.i_tilstand([t for t in Boktilstand if t is not Boktilstand.AAPEN])
    for bok in heads:
        moete = await uow.load_moete(bok.moete_id)
        if moete is not None and bok.id is not None:
            await indekser_bok(uow, bok, les(await uow.boeker.les(bok.id)), moete)
    return len(heads)
