"""«Start referat»: of the møte that is on, of the one that is named, or of one that is made now."""

from bot.domain.bokaapning import aapne
from bot.domain.boklesing import les
from bot.domain.conversation import Button, ConversationKind
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Moetebok
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling import frammoete
from dialogs.bok import bokens_navn, i_boken, kvitter_kort, si_fra
from dialogs.bokaapnet import aapnet_kort, du_foerer
from dialogs.bokfoer import Bok, Foert, akten, noter
from dialogs.bokhvilket import finn_moetet
from dialogs.bokrett import kan_foere_boken
from dialogs.boktil import foerer_naa
from dialogs.eventuelt_lager import til_eventuelt
from dialogs.moetet import papirene
from dialogs.rett import krev
from dialogs.slots import UgyldigKnapp
from dialogs.svar import husk
from dialogs.teamsmoete import innsett, knytt, samtalen_til
from dialogs.tjenester import Tjenester

START, OPPRETT = "referat.start", "referat.opprett"


class BokStart:
    intents = frozenset({START, OPPRETT})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: self._start(turn, meaning))

    async def _start(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        opprett = meaning.intent == OPPRETT
        hode = (
            await _opprett(turn, meaning) if opprett else await finn_moetet(turn, meaning, self._tjenester)
        )
        if not isinstance(hode, Moetehode):
            return hode
        finnes = await turn.uow.boeker.for_moete(hode.id)
        if finnes is not None:
            return await self._finnes(turn, hode, finnes)
        krev(turn, Rett.FOERE_REFERAT, hode.organ_ids)
        if hode.har_referat:
            return si_fra(
                turn,
                turn.norsk.tekst("foering.har_referat", moete=bokens_navn(turn, hode)),
                _vis(turn, hode),
            )
        if hode.avlyst:
            return si_fra(turn, turn.norsk.tekst("foering.er_avlyst", moete=bokens_navn(turn, hode)))
        foert = await start_boken(turn, hode)
        husk(turn, hode)
        return kvitter_kort(turn, await aapnet_kort(turn, foert, self._tjenester))

    async def _finnes(self, turn: Turn, hode: Moetehode, bok: Moetebok) -> list[Reply]:
        if not await kan_foere_boken(turn, bok.id or 0):
            krev(turn, Rett.FOERE_REFERAT, hode.organ_ids)
        if bok.tilstand is not Boktilstand.AAPEN:
            sagt = turn.norsk.tekst(f"foering.er_{bok.tilstand.value}", moete=bokens_navn(turn, hode))
            return si_fra(turn, sagt, _vis(turn, hode))
        await foerer_naa(turn, bok.id or 0)
        if turn.conversation.kind is ConversationKind.GROUP:
            await knytt(turn, bok.id or 0, turn.conversation.id)
        turn.writes = True
        return await du_foerer(turn, bok, hode, self._tjenester)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> None:
        """It is asked for in so many words, or by a button."""
        return


async def start_boken(turn: Turn, hode: Moetehode) -> Foert:
    """Opens it: its first lines are the saksliste, those who are to come, and who leads and writes."""
    moete = await papirene(turn, hode)
    sit = await frammoete.les(turn.uow, hode.id, turn.incoming.at)
    meldte = await til_eventuelt(turn, hode)
    akt = akten(turn)
    ny = Moetebok(hode.id, akt.at, conversation_id=await _samtalen(turn, hode))
    bok = await turn.uow.boeker.opprett(ny)
    linjer = aapne(moete, turn.register, sit.stilling, akt, meldte)
    foert = await noter(turn, Bok(bok, hode, (), les(()), akt), linjer)
    await innsett(turn, foert.bok)
    await foerer_naa(turn, bok.id or 0)
    return foert


async def _samtalen(turn: Turn, hode: Moetehode) -> str | None:
    """The meeting's chat: this one, or what Teams has told of."""
    if turn.conversation.kind is ConversationKind.GROUP:
        return turn.conversation.id
    return await samtalen_til(turn, hode.id)


async def _opprett(turn: Turn, meaning: Meaning) -> Moetehode | list[Reply]:
    """A møte today, of a body that had none; what the button carries is checked again."""
    if len(meaning.slots.organ_ids) != 1:
        raise UgyldigKnapp
    organ_id, dag = meaning.slots.organ_ids[0], turn.incoming.at.date()
    krev(turn, Rett.FOERE_REFERAT, (organ_id,))
    der = [m for m in turn.register.moeter_i(organ_id) if m.dato == dag]
    if der:
        return der[0]
    organ = turn.register.organ(organ_id)
    moete = await turn.uow.save_moete(Moete(organ.helsefellesskap_id, [organ_id], dag))
    turn.register = await turn.uow.register()
    turn.writes = True
    hode = turn.register.hode(moete.id or 0)
    if hode is None:
        raise LookupError(moete.id)
    return hode


def _vis(turn: Turn, hode: Moetehode) -> list[Button]:
    return [Button(turn.norsk.tekst("knapp.referat"), "referat.vis", {"moete": hode.id})]


def lag(tjenester: Tjenester) -> Dialog:
    return BokStart(tjenester)
