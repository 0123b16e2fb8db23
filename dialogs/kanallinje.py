"""What a line means because of where it is said: in a channel, under one of the bot's posts, or in 1:1."""

from dataclasses import replace

from bot.domain.conversation import ConversationKind
from bot.domain.kanaloensker import Kanalslag
from bot.language import kanalord
from bot.turn import Meaning, Slots, Turn

INNSTILLINGER, PAAMINNELSER, SLETT = "kanal.innstillinger", "sammendrag.plan", "innlegg.slett"
STATUS, PAA, AV = "status", "paa", "av"
_TRAAD = ";messageid="


def som_sagt_her(mening: Meaning, turn: Turn, linje: str) -> Meaning:
    """The meaning of a line, or what it is where it was said: «minn oss …» in a channel is the channel's,
    «jeg vil ha påminnelser her» in 1:1 is the speaker's own, «slett» under a post is that post.
    """
    privat = turn.conversation.kind is ConversationKind.PERSONAL
    if not privat and _TRAAD in turn.conversation.id and not turn.foerer and kanalord.deletes_that(linje):
        return Meaning(SLETT, sure=True)
    if not mening.sure:
        return mening
    if not privat and mening.intent == PAAMINNELSER and _kanalens(mening, linje):
        return _bytt(mening, INNSTILLINGER, kanalord.about_the_channel(linje, ("påminn",)))
    if privat and mening.intent == INNSTILLINGER and _egen(mening, linje):
        return _bytt(mening, PAAMINNELSER, {"hva": PAA if mening.slots.extra["paa"] else AV})
    return mening


def _kanalens(mening: Meaning, linje: str) -> bool:
    """A reminder of møter for all who read there."""
    return (
        kanalord.for_all_here(linje)
        and mening.slots.extra.get("hva") in (PAA, AV)
        and kanalord.about_moeter(linje)
    )


def _egen(mening: Meaning, linje: str) -> bool:
    extra = mening.slots.extra
    return (
        extra.get("hva") == Kanalslag.PAAMINNELSE and "paa" in extra and not kanalord.names_channel(linje)
    )


def _bytt(mening: Meaning, intent: str, extra: dict[str, object]) -> Meaning:
    """Shown first: the line did not say it in so many words."""
    slots = Slots(organ_ids=mening.slots.organ_ids, extra=extra)
    return replace(mening, intent=intent, strict=False, slots=slots)
