"""«Slett innlegget»: takes down what the bot has posted in a channel. It is always shown first."""

from bot.domain.conversation import ConversationKind
from bot.domain.rettigheter import Rett
from bot.domain.utboks import Operasjon, Utpost, Utposttilstand, Varselslag
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling import kanalposter, sammendragsposter
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.innleggfinn import INNLEGG, begynnelsen, de_siste, er_her, i_traaden, navn, organene, valgene
from dialogs.moetemelding import svar
from dialogs.rett import krev, krev_et_sted
from dialogs.slots import tall
from dialogs.svar import spoer
from dialogs.tjenester import Tjenester

SLETT, JA = "innlegg.slett", "ja"


class Innlegg:
    intents = frozenset({SLETT})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        post = await _finn(turn, meaning)
        if not isinstance(post, Utpost):
            return post
        krev(turn, Rett.SLETTE_INNLEGG, await organene(turn, post))
        hinder = await _hinder(turn, post)
        if hinder:
            return svar(turn, hinder)
        if meaning.slots.extra.get(JA) is not True:
            return be_om_ja(turn, await _vis(turn, post), self._tjenester.ny_id)
        return await _slett(turn, post)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """`answer` shows it first, whatever the line."""
        return None


async def _finn(turn: Turn, meaning: Meaning) -> Utpost | list[Reply]:
    nr = tall(meaning.slots, INNLEGG)
    if nr is not None:
        post = await turn.uow.utboks.hent(nr)
        egnet = post is not None and post.operasjon is Operasjon.NY and post.person_key is None
        return post if post and egnet else svar(turn, turn.norsk.tekst("innlegg.borte"))
    post = await i_traaden(turn)
    if post is not None:
        return post
    krev_et_sted(turn, Rett.SLETTE_INNLEGG)
    poster = await de_siste(turn)
    if len(poster) == 1:
        return poster[0]
    if poster:
        return spoer(turn, turn.norsk.tekst("innlegg.hvilket"), await valgene(turn, poster))
    privat = turn.conversation.kind is ConversationKind.PERSONAL
    return svar(turn, turn.norsk.tekst("innlegg.ingen" if privat else "innlegg.ingen_her"))


async def _hinder(turn: Turn, post: Utpost) -> str | None:
    """Why it cannot be taken down; None where it can."""
    if await kanalposter.er_slettet(turn.uow, post):
        return turn.norsk.tekst("innlegg.borte")
    if post.tilstand is Utposttilstand.DOED:
        return turn.norsk.tekst("innlegg.kom_ikke_ut")
    ukjent_id = post.tilstand in (Utposttilstand.SENDT, Utposttilstand.UVISS) and not post.aktivitet
    return turn.norsk.tekst("innlegg.ukjent_id") if ukjent_id else None


async def _vis(turn: Turn, post: Utpost) -> Forhaandsvisning:
    venter = post.tilstand is Utposttilstand.VENTER
    hva = await navn(turn, post)
    return Forhaandsvisning(
        spoersmaal=turn.norsk.tekst("innlegg.skal_stoppe" if venter else "innlegg.skal_fjerne", hva=hva),
        ja=turn.norsk.tekst("innlegg.ja_stopp" if venter else "innlegg.ja_fjern"),
        meaning=Meaning(SLETT, sure=True, slots=Slots(extra={INNLEGG: post.id, JA: True})),
        linjer=tuple(begynnelsen(post)),
    )


async def _slett(turn: Turn, post: Utpost) -> list[Reply]:
    turn.writes = True
    stoppet = await turn.uow.utboks.stopp(post.noekkel)
    if not stoppet:
        await kanalposter.slett_post(turn.uow, turn.incoming.at, post)
    await sammendragsposter.slettet(turn.uow, post.noekkel)
    her = "fjernet" if er_her(turn, post) else "fjernet_der"
    sagt = turn.norsk.tekst(f"innlegg.{'stoppet' if stoppet else her}")
    return svar(turn, " ".join([sagt, *_siden(turn, post)]))


def _siden(turn: Turn, post: Utpost) -> list[str]:
    """What comes no more now: of a møte's eventuelt there is one post, changed in its place."""
    if post.slag is not Varselslag.EVENTUELT:
        return []
    return [turn.norsk.tekst("innlegg.eventuelt_siden")]


def lag(tjenester: Tjenester) -> Dialog:
    return Innlegg(tjenester)
