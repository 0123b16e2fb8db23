"""Which channel, and which of its bodies, a line about the weekly digest is about."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.cards.ord import organnavn
from bot.domain.conversation import Conversation, ConversationKind, channel_of
from bot.domain.kanaloensker import Kanalkobling
from bot.domain.rettigheter import Rett
from bot.turn import Meaning, Reply, Slots, Turn
from dialogs import ingen_moeter
from dialogs.hjelp import eksempelorgan
from dialogs.moetemelding import svar
from dialogs.rett import kan
from dialogs.slots import UgyldigKnapp, ord_, videre
from dialogs.svar import spoer

KANAL = "kanal"
"""In a button's data: the channel that was chosen in 1:1. Whether the speaker may is asked again."""


@dataclass(frozen=True)
class Avslag:
    """There is no such channel, or it has to be chosen: what is said instead."""

    svar: list[Reply]


Faar = Callable[[int], bool]
"""Whether the speaker may, of a body."""


async def koblingene(turn: Turn, meaning: Meaning, faar: Faar) -> list[Kanalkobling] | Avslag:
    """The links of one channel: those of the bodies that are named, else all of it. In 1:1 only of bodies
    for which `faar`; where several channels are linked to them, it asks. Avslag says why not.
    """
    slots = meaning.slots
    ukjente = slots.ukjente_organer or ((slots.organ_tekst,) if slots.organ_tekst else ())
    if ukjente and not slots.organ_ids:
        return Avslag(svar(turn, ingen_moeter.ukjent_organ(turn, ukjente[0])))
    if turn.conversation.kind is not ConversationKind.PERSONAL:
        return _her(turn, slots, await turn.uow.kanaler.her(turn.conversation.id))
    alle = [o.id for o in turn.register.organer if o.id is not None]
    organer = [o for o in slots.organ_ids or alle if faar(o)]
    funnet = await turn.uow.kanaler.koblinger(organer)
    return _valgt(turn, meaning, funnet) if funnet else _ingen(turn, organer)


def _her(turn: Turn, slots: Slots, alle: list[Kanalkobling]) -> list[Kanalkobling] | Avslag:
    nevnte = [k for k in alle if not slots.organ_ids or k.organ_id in slots.organ_ids]
    if nevnte:
        return nevnte
    kode = "ikke_koblet_til" if alle and slots.organ_ids else "ikke_koblet"
    organ, slag = _navn(turn, slots.organ_ids) or _eksempel(turn), turn.conversation.kind.value
    stedet = turn.norsk.tekst(f"kanal.sted.{slag}")
    linje = turn.norsk.tekst(f"digest.{kode}", stedet=stedet, organ=organ)
    return Avslag(svar(turn, f"{linje} {_hvordan(turn, slots.organ_ids, organ)}"))


def _hvordan(turn: Turn, organ_ids: Sequence[int], organ: str) -> str:
    """What one who may link can write; to others, who that is."""
    kind = turn.conversation.kind
    privat = kind is ConversationKind.PERSONAL
    alle = [o.id for o in turn.register.organer if o.id is not None]
    if any(kan(turn, Rett.KOBLE_KANAL, [o]) for o in organ_ids or alle):
        if privat:
            return turn.norsk.tekst("digest.koble_i_kanalen", organ=organ)
        den = turn.norsk.tekst(f"kanal.denne.{kind.value}")
        return turn.norsk.tekst("digest.koble_selv", den=den, organ=organ)
    return turn.norsk.tekst("digest.koble_en" if privat else "digest.koble_andre", organ=organ)


def _valgt(turn: Turn, meaning: Meaning, koblinger: list[Kanalkobling]) -> list[Kanalkobling] | Avslag:
    kanal_id = ord_(meaning.slots, KANAL)
    kanaler = {k.kanal.id: k.kanal for k in koblinger if kanal_id in (None, k.kanal.id)}
    if not kanaler:
        raise UgyldigKnapp
    if len(kanaler) == 1:
        return [k for k in koblinger if k.kanal.id in kanaler]
    knapper = [
        videre(_label(turn, kanal, koblinger), meaning, i_kanalen(meaning.slots, kanal.id))
        for kanal in kanaler.values()
    ]
    return Avslag(spoer(turn, turn.norsk.tekst("digest.hvilken_kanal"), knapper))


def _ingen(turn: Turn, organer: Sequence[int]) -> Avslag:
    """Those the speaker may: what they may not, they are told by who calls."""
    organ = _navn(turn, organer[:1]) or _eksempel(turn)
    linje = turn.norsk.tekst("digest.ingen_kanal", organ=organ)
    return Avslag(svar(turn, f"{linje} {_hvordan(turn, organer[:1], organ)}"))


def i_kanalen(slots: Slots, kanal_id: str) -> Slots:
    return replace(slots, extra={**slots.extra, KANAL: kanal_id})


def _label(turn: Turn, kanal: Conversation, koblinger: Iterable[Kanalkobling]) -> str:
    """«Samarbeid (ASU)»."""
    organer = _navn(turn, [k.organ_id for k in koblinger if k.kanal.id == kanal.id])
    return f"{kanal.name} ({organer})" if kanal.name else organer


def kanalnavn(turn: Turn, kanal: Conversation) -> str:
    """«her», «i kanalen Samarbeid», «i kanalen» where it has no name; of a chat that it is one."""
    if channel_of(turn.conversation.id) == kanal.id:
        return turn.norsk.tekst("digest.her")
    sted = "chatten" if kanal.kind is ConversationKind.GROUP else "kanalen"
    if not kanal.name:
        return turn.norsk.tekst(f"digest.i_{sted}_uten_navn")
    return turn.norsk.tekst(f"digest.i_{sted}", navn=kanal.name)


def organene(turn: Turn, koblinger: Iterable[Kanalkobling]) -> str:
    return _navn(turn, [k.organ_id for k in koblinger])


def _navn(turn: Turn, organer: Iterable[int]) -> str:
    return organnavn(turn.register, tuple(organer), turn.incoming.at.date())


def _eksempel(turn: Turn) -> str:
    return eksempelorgan(turn) or "ASU"
