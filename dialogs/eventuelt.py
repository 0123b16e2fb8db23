"""«Hva er meldt til eventuelt?», and one of those saker with all that was done with it."""

from bot.domain.eventuelt import kan_meldes_til, min_egen
from bot.domain.organvalg import fersk
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.eventuelt_hvor import mine_utvalg
from dialogs.eventuelt_lager import hent
from dialogs.eventuelt_liste import eventueltliste
from dialogs.eventuelt_sak import vist_sak
from dialogs.her import organer_her
from dialogs.moetet import finn_moete
from dialogs.rett import krev, krev_her
from dialogs.slots import UgyldigKnapp, tall
from dialogs.svar import husk, si
from dialogs.tjenester import Tjenester

LISTE, VIS = "eventuelt.liste", "eventuelt.vis"


class Eventuelt:
    intents = frozenset({LISTE, VIS})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.intent == VIS:
            return await self._vis(turn, meaning)
        hode = await moetet_som_menes(turn, meaning)
        if not isinstance(hode, Moetehode):
            return hode
        krev(turn, Rett.SE_EVENTUELT, hode.organ_ids)
        krev_her(turn, hode.organ_ids)
        husk(turn, hode)
        fra = max(0, tall(meaning.slots, "fra") or 0)
        return si(turn, await eventueltliste(turn, hode, self._tjenester, fra))

    async def _vis(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        sak_id = tall(meaning.slots, "meldt")
        if sak_id is None:
            raise UgyldigKnapp
        sak = await hent(turn, sak_id)
        if not min_egen(sak, turn.aktoer):
            krev(turn, Rett.SE_EVENTUELT, (sak.organ_id,))
        krev_her(turn, (sak.organ_id,))
        return si(turn, vist_sak(turn, sak, self._tjenester))


async def moetet_som_menes(turn: Turn, meaning: Meaning) -> Moetehode | list[Reply]:
    """What is named, where it is said, or what was just shown; else the next of the speaker's bodies.
    Raises IkkeLov.
    """
    slots, at = meaning.slots, turn.incoming.at
    nevnt = slots.moete_id or slots.organ_tekst or slots.organ_ids or slots.period
    if nevnt or organer_her(turn) or fersk(turn.conversation.context, at).moete_id:
        return await finn_moete(turn, meaning)
    neste = kan_meldes_til(turn.register, mine_utvalg(turn, slots, Rett.SE_EVENTUELT), at)
    return neste[0] if neste else await finn_moete(turn, meaning)


def lag(tjenester: Tjenester) -> Dialog:
    return Eventuelt(tjenester)
