"""Tells the sekretariat of a post that did not come out in a channel, after the last try."""

from bot.cards.utboks import kom_ikke_ut
from bot.domain.organ import Rolle
from bot.domain.ports import UnitOfWork
from bot.domain.rettigheter import Rettigheter
from bot.domain.utboks import Utpost, Varselslag
from bot.varsling.varsler import Varsel, Varsler


async def si_fra(
    uow: UnitOfWork, varsler: Varsler, rettigheter: Rettigheter, post: Utpost, grunn: str, *, uviss: bool
) -> None:
    """Once for each time it was given up: that of the bodies whose channel it is, else of those the møte is
    of, else the administrators. The caller commits.
    """
    kanal = await uow.conversation(post.conversation_id)
    navn, hva = kanal.name if kanal else None, await _hva(uow, post)
    varsel = Varsel(
        f"drift:{post.id}:{post.forsoek}",
        Varselslag.DRIFT,
        lambda norsk: kom_ikke_ut(norsk, navn, hva, grunn, post.id or 0, uviss=uviss),
    )
    organer = await organene(uow, post)
    if organer:
        await varsler.til_roller(organer, [Rolle.SEKRETARIAT], varsel)
        return
    for key in sorted(rettigheter.admin_ids):
        await varsler.til_key(key, varsel)


async def organene(uow: UnitOfWork, post: Utpost) -> tuple[int, ...]:
    """Whose post it is: the bodies the channel is linked to, else those of the møte it tells of."""
    koblet = [kobling.organ_id for kobling in await uow.kanaler.her(post.conversation_id)]
    register = await uow.register()
    hode = register.hode(post.moete_id) if post.moete_id is not None else None
    return tuple(dict.fromkeys(koblet or (hode.organ_ids if hode else ())))


async def _hva(uow: UnitOfWork, post: Utpost) -> str:
    """What it says; of a deletion, what the message that was to go said."""
    poster = [post]
    if post.gjelder is not None:
        poster += [p for p in await uow.utboks.under(post.gjelder) if p.noekkel == post.gjelder]
    tekster = [str(p.melding["text"]) for p in poster if p.melding and p.melding.get("text")]
    return tekster[0] if tekster else ""
