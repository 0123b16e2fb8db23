"""«Vis sammendraget»: where it has been put out to whoever reads there, else to those who may see the
referat.
"""

from bot.cards.melding import knapp
from bot.cards.sammendrag import VIS, Visning, hele_kortet, sammendragskort
from bot.cards.tekstflyt import Utsnitt
from bot.domain import bokrett
from bot.domain.conversation import Button, ConversationKind, channel_of
from bot.domain.register import Moetehode
from bot.domain.rettigheter import IkkeLov, Rett
from bot.domain.sammendragsutvalg import Gruppe
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling.sammendragsposter import staaende
from dialogs.bok import bokens_navn
from dialogs.boksynlig import kan_se_boken, vises_boken_her
from dialogs.oppslag import slaa_opp_foerst
from dialogs.rett import kan, vises_her
from dialogs.sammendragfinn import Funnet, finn, hent
from dialogs.sammendragstatus import status
from dialogs.slots import ord_, tall
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester

STATUS = "status"


def vis_knapp(turn: Turn, hode: Moetehode) -> Button:
    return knapp(turn.norsk.tekst("sammendrag.knapp_vis"), VIS, moete=hode.id)


class SammendragVis:
    intents = frozenset({VIS})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        funnet = await _finn(turn, meaning)
        if not isinstance(funnet, Funnet):
            return funnet
        vist = await _visning(turn, funnet)
        if vist is None:
            return _ikke_her(turn, funnet)
        husk(turn, funnet.hode)
        if ord_(meaning.slots, "hva") == STATUS:
            return await status(turn, funnet, vis_knapp(turn, funnet.hode))
        if meaning.slots.extra.get("hele") is not True:
            return si(turn, sammendragskort(turn.norsk, vist))
        fra = max(0, tall(meaning.slots, "fra") or 0)
        return si(turn, hele_kortet(turn.norsk, vist, Utsnitt(True, fra)))


async def _finn(turn: Turn, meaning: Meaning) -> Funnet | list[Reply]:
    """The one a button names, else the one that fits the line."""
    if meaning.slots.moete_id is not None and turn.register.hode(meaning.slots.moete_id):
        funnet = await hent(turn, meaning.slots.moete_id)
        if funnet is not None:
            return funnet
    return await finn(turn, meaning)


async def _visning(turn: Turn, funnet: Funnet) -> Visning | None:
    """As much of it as may be shown to the speaker here."""
    kilde, s = funnet.kilde, funnet.s
    gruppe = _gruppen_her(turn, funnet)
    if funnet.ute and gruppe is not None and await _staar_her(turn, funnet):
        ute = kilde.ute(s, gruppe)
        if ute.innhold.linjer or not gruppe.del_nr:
            return ute
    if kilde.bok is None:
        return kilde.vist(s)
    her = vises_boken_her(turn, kilde.bok, funnet.hode)
    return kilde.vist(s) if her and await kan_se_boken(turn, kilde.bok, funnet.hode) else None


async def _staar_her(turn: Turn, funnet: Funnet) -> bool:
    """In a channel, or on its way there; in 1:1 in any."""
    staar = {post.conversation_id for post in await staaende(turn.uow, funnet.hode.id)}
    privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    return bool(staar) if privat else channel_of(turn.incoming.conversation.id) in staar


def _gruppen_her(turn: Turn, funnet: Funnet) -> Gruppe | None:
    """Whose post of it is read here; in 1:1, by the body the speaker is in."""
    if turn.incoming.conversation.kind is ConversationKind.PERSONAL:
        return next((g for g in funnet.kilde.grupper if kan(turn, Rett.SE_REFERAT, g.organ_ids)), None)
    koblet = set(turn.kanal_organ_ids)
    return next((g for g in funnet.kilde.grupper if set(g.organ_ids) & koblet), None)


def _ikke_her(turn: Turn, funnet: Funnet) -> list[Reply]:
    """Raises IkkeLov in 1:1, where it is the speaker's right that is missing."""
    kilde = funnet.kilde
    if turn.incoming.conversation.kind is ConversationKind.PERSONAL and kilde.stand is not None:
        try:
            bokrett.krev_se(turn.aktoer, kilde.stand, funnet.hode.organ_ids)
        except IkkeLov:
            slaa_opp_foerst(turn)
            raise
    koblet = turn.incoming.conversation.kind is ConversationKind.PERSONAL or vises_her(
        turn, funnet.hode.organ_ids
    )
    svaret = "sammendrag.ikke_her" if koblet else "sammendrag.ikke_koblet_her"
    return si_setning(turn, turn.norsk.tekst(svaret, moete=bokens_navn(turn, funnet.hode)))


def lag(tjenester: Tjenester) -> Dialog:
    return SammendragVis()
