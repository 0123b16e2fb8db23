"""«Det er ikke meg» after something was written in a member's name: the sekretariat is told what it was."""

from collections.abc import Sequence

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import kort
from bot.domain.frammoete import Slag
from bot.domain.identitet import organer_til, personnavn
from bot.domain.moeter import kommende
from bot.domain.organ import Rolle
from bot.domain.register import Moetehode
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk, Turn
from bot.varsling import Varsel
from dialogs.moetet import moetenavn_paa
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

MELDT = frozenset(
    {Slag.FORFALL, Slag.KOMMER, Slag.SENT, Slag.TIDLIG, Slag.TEAMS, Slag.VARA_JA, Slag.VARA_NEI}
)


async def fortell_sekretariatet(turn: Turn, tjenester: Tjenester, medlem: int) -> bool:
    """Of the member's bodies, where the speaker has written in that name; whether anybody is told. The
    member may have said some of it: the log cannot tell, so they are to be asked.
    """
    if turn.bruker is None or turn.bruker.tatt_for != medlem:
        return False
    dag = turn.incoming.at.date()
    organer = organer_til(turn.register, medlem, dag)
    moeter, saker = await _meldt(turn, medlem, organer), await _saker(turn, medlem, organer)
    if not moeter and not saker:
        return False
    navn = personnavn(turn.register, medlem, dag)

    def ordlegg(norsk: Norsk) -> Message:
        foerst = norsk.tekst("rett.ikke_meg_skrev", navn=navn)
        punkter = [
            f"• {moetenavn_paa(norsk, turn.register, hode)}: {norsk.tekst(f'rett.meldt_{slag.value}')}"
            for hode, slag in moeter
        ]
        punkter += [f"• {norsk.tekst('rett.ikke_meg_sak', tittel=tittel)}" for tittel in saker]
        linjer = [*punkter, norsk.tekst("rett.ikke_meg_rett", navn=navn)]
        return kort("\n".join([foerst, *linjer]), [overskrift(foerst), *map(tekstblokk, linjer)])

    varsel = Varsel(f"ikke_meg:{turn.bruker.key}:{medlem}", Varselslag.TILKNYTNING, ordlegg)
    naadde = await varsler(turn, tjenester).til_roller(organer, [Rolle.SEKRETARIAT], varsel)
    return any(naadd.vet for naadd in naadde)


async def _meldt(turn: Turn, medlem: int, organer: Sequence[int]) -> list[tuple[Moetehode, Slag]]:
    """What was last reported to each of the møter to come in the member's name."""
    funnet = []
    for hode in kommende(turn.register.moeter, turn.incoming.at):
        logg = await turn.uow.frammoete.les(hode.id) if set(organer) & set(hode.organ_ids) else []
        egne = [linje.slag for linje in logg if linje.av and linje.av.person_id == medlem]
        funnet += [(hode, slag) for slag in [s for s in egne if s in MELDT][-1:]]
    return funnet


async def _saker(turn: Turn, medlem: int, organer: Sequence[int]) -> list[str]:
    alle = [sak for o in organer for sak in await turn.uow.saker.for_organ(o)]
    key = turn.bruker.key if turn.bruker else ""
    return [sak.tittel for sak in alle if sak.av_key == key and sak.av.person_id == medlem]
