"""Which of the bot's posts a line means, what it is called, and which bodies it concerns."""

from collections.abc import Sequence

from bot.cards.melding import knapp
from bot.cards.ord import forkortet, organnavn
from bot.clock import OSLO
from bot.domain.conversation import Button, ConversationKind, channel_of
from bot.domain.kanaloensker import Kanalkobling
from bot.domain.rettigheter import Rett
from bot.domain.utboks import Utpost, Varselslag
from bot.turn import Turn
from bot.varsling import kanalposter
from dialogs.moetet import moetenavn
from dialogs.rett import kan

ANTALL = 5
INNLEGG = "innlegg"
TEGN = 160
_TRAAD = ";messageid="
_KJENTE = frozenset(
    {
        Varselslag.INNKALLING,
        Varselslag.PAAMINNELSE,
        Varselslag.REFERAT,
        Varselslag.FLYTTET,
        Varselslag.AVLYST,
        Varselslag.OPPGAVE,
        Varselslag.EVENTUELT,
        Varselslag.SAMMENDRAG,
        Varselslag.OPPDRAG,
        Varselslag.DIGEST,
    }
)
"""What is posted in channels; of what is not here no more is said than that it is a post."""


async def i_traaden(turn: Turn) -> Utpost | None:
    """The post that the thread is under, where it is the bot's own."""
    kanal, skille, rot = turn.conversation.id.partition(_TRAAD)
    return await turn.uow.utboks.ved_aktivitet(kanal, rot) if skille else None


async def de_siste(turn: Turn) -> list[Utpost]:
    """Here; in 1:1 those in the channels of the bodies whose posts the speaker may take down."""
    if turn.conversation.kind is not ConversationKind.PERSONAL:
        return await kanalposter.siste(turn.uow, [turn.conversation.id], ANTALL)
    mine = [
        o.id for o in turn.register.organer if o.id is not None and kan(turn, Rett.SLETTE_INNLEGG, [o.id])
    ]
    kanaler = [k.kanal.id for k in await turn.uow.kanaler.koblinger(mine)]
    return await kanalposter.siste(turn.uow, kanaler, ANTALL) if kanaler else []


async def organene(turn: Turn, post: Utpost) -> list[int]:
    """Those of the channel and of the møte; all there are where it is neither's any more."""
    hode = turn.register.hode(post.moete_id) if post.moete_id is not None else None
    koblet = [k.organ_id for k in await koblinger(turn, post)]
    alle = [o.id for o in turn.register.organer if o.id is not None]
    return list(dict.fromkeys([*koblet, *(hode.organ_ids if hode else [])])) or alle


async def koblinger(turn: Turn, post: Utpost) -> list[Kanalkobling]:
    return await turn.uow.kanaler.her(post.conversation_id)


def er_her(turn: Turn, post: Utpost) -> bool:
    return channel_of(turn.conversation.id) == post.conversation_id


async def valgene(turn: Turn, poster: Sequence[Utpost]) -> list[Button]:
    return [knapp(await navn(turn, p), "innlegg.slett", innlegg=p.id) for p in poster]


async def navn(turn: Turn, post: Utpost) -> str:
    """«Sammendrag, lagt ut 17. mai 2024: ASU onsdag 15. mai 2024», with its channel where that is not the
    place. What tells two of them apart stands first: a button may show no more.
    """
    hode = turn.register.hode(post.moete_id) if post.moete_id is not None else None
    dag = (post.siden or post.ikke_foer).astimezone(OSLO).date()
    lagt_ut = turn.norsk.tekst("innlegg.lagt_ut", dato=turn.norsk.dato(dag).partition(" ")[2])
    ledd = [await _hva(turn, post), lagt_ut, *await _kanalen(turn, post)]
    return ": ".join([", ".join(ledd), *([moetenavn(turn, hode)] if hode else [])])


async def _hva(turn: Turn, post: Utpost) -> str:
    """«Ukesoversikt», «Oppdrag 1 fra ASU»."""
    if post.slag is Varselslag.OPPDRAG:
        nr = post.noekkel.split(":")[1]
        o = await turn.uow.oppdrag.hent(int(nr)) if nr.isdecimal() else None
        if o is not None:
            fra = organnavn(turn.register, (o.fra_organ_id,), turn.incoming.at.date())
            return turn.norsk.tekst("innlegg.oppdrag", nr=o.nr, fra=fra)
    return turn.norsk.tekst(f"innlegg.slag.{post.slag.value if post.slag in _KJENTE else 'annet'}")


async def _kanalen(turn: Turn, post: Utpost) -> list[str]:
    if er_her(turn, post):
        return []
    kanal = next((k.kanal for k in await koblinger(turn, post)), None)
    return [turn.norsk.tekst("innlegg.i_kanalen", kanal=kanal.name)] if kanal and kanal.name else []


def begynnelsen(post: Utpost) -> list[str]:
    """Its first line, as long as what it says is kept."""
    foerst = str((post.melding or {}).get("text", "")).partition("\n")[0]
    return [f"«{forkortet(foerst, TEGN)}»"] if foerst else []
