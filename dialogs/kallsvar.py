"""«Ja» and «det passer dessverre ikke», written by a vara who has been asked: the answer to that."""

from dataclasses import dataclass
from datetime import timedelta

from bot.cards.melding import knapp
from bot.domain.conversation import Button, ConversationKind, Question
from bot.domain.organ import Rolle
from bot.domain.register import Moetehode
from bot.domain.stilling import Kall, Kalltilstand
from bot.language.ja_nei import ja_eller_nei
from bot.turn import Dialog, Kind, Meaning, Reply, Slots, Turn
from bot.varsling.frammoete import les
from dialogs.angreord import LA_VAERE
from dialogs.moetet import moetenavn
from dialogs.slots import UgyldigKnapp
from dialogs.spoersmaal import AAPENT, valgt
from dialogs.svar import si_setning, spoer
from dialogs.tjenester import Tjenester

JA, NEI, HVILKET = "vara.ja", "vara.nei", "vara.hvilket"
IKKE_SPURT = frozenset({"hjelp", "forfall.angre", JA, NEI})
"""What stands open with one of these («Mente du …?», or a receipt that may be undone) asks nothing that a
yes or a no answers.
"""


@dataclass(frozen=True)
class Spurt:
    """A call that waits for the speaker."""

    hode: Moetehode
    kall: Kall


async def svar_paa_kall(turn: Turn, meaning: Meaning, question: Question | None) -> Meaning:
    """The meaning itself, but for a yes or a no (and nothing else) in the 1:1 chat with somebody who is
    asked to come as vara. A line that says no such thing costs nothing.
    """
    incoming = turn.incoming
    if incoming.kind is not Kind.MESSAGE or incoming.conversation.kind is not ConversationKind.PERSONAL:
        return meaning
    ja = ja_eller_nei(incoming.text)
    if ja is None or not _er_vara(turn) or valgt(question, incoming.text, incoming.at):
        return meaning
    spurt = await kall_til_taleren(turn, (Kalltilstand.AAPENT,))
    spurt = [s for s in spurt or await _nylig_svart(turn, ja) if not _spurt_senere(turn, question, s)]
    if len(spurt) > 1:
        return Meaning(HVILKET, sure=True, strict=True, slots=Slots(extra={"ja": ja}))
    return _svar(spurt[0], ja) if spurt else meaning


def _svar(spurt: Spurt, ja: bool) -> Meaning:
    slots = Slots(moete_id=spurt.hode.id, extra={"kall": spurt.kall.id})
    return Meaning(JA if ja else NEI, sure=True, strict=True, slots=slots)


def _er_vara(turn: Turn) -> bool:
    return any(Rolle.VARA in roller for roller in turn.aktoer.roller.values())


async def _nylig_svart(turn: Turn, ja: bool) -> list[Spurt]:
    """The call the speaker has just said the same to: said again it is confirmed, and nothing is done."""
    svart = await kall_til_taleren(turn, (Kalltilstand.JA if ja else Kalltilstand.NEI,))
    nye = [s for s in svart if turn.incoming.at - s.kall.endret <= AAPENT]
    return nye if len(nye) == 1 else []


async def kall_til_taleren(turn: Turn, tilstander: tuple[Kalltilstand, ...]) -> list[Spurt]:
    """Those of that state, the nearest møte first."""
    naa, funnet = turn.incoming.at, []
    med_kall = set(await turn.uow.frammoete.moeter_med_kall(naa.date()))
    for hode in turn.register.moeter:
        if hode.id in med_kall and not hode.avlyst:
            stilling = (await les(turn.uow, hode.id, naa)).stilling
            egne = stilling.kall_til(turn.aktoer.hvem)
            funnet += [Spurt(hode, k) for k in egne if k.tilstand in tilstander]
    return funnet


def _spurt_senere(turn: Turn, question: Question | None, spurt: Spurt) -> bool:
    """Whether something else has been asked after that call, and still waits for an answer."""
    if question is None or any(button.verb in IKKE_SPURT for button in question.buttons):
        return False
    frisk = timedelta(0) <= turn.incoming.at - question.asked <= AAPENT
    return frisk and question.asked >= spurt.kall.at


class Kallsvar:
    """Who is asked to several møter says to which the yes or the no is; who is to say whether a vara is
    to be asked says no.
    """

    intents = frozenset({HVILKET, LA_VAERE})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.intent == LA_VAERE:
            return si_setning(turn, turn.norsk.tekst("forfall.spoer_ingen"))
        ja = meaning.slots.extra.get("ja")
        if not isinstance(ja, bool):
            raise UgyldigKnapp
        spurt = await kall_til_taleren(turn, (Kalltilstand.AAPENT,))
        if not spurt:
            return si_setning(turn, turn.norsk.tekst("varasvar.ingen_kall"))
        noekkel = "varasvar.hvilket_ja" if ja else "varasvar.hvilket_nei"
        return spoer(turn, turn.norsk.tekst(noekkel), [_knapp(turn, s, ja) for s in spurt])


def _knapp(turn: Turn, spurt: Spurt, ja: bool) -> Button:
    label = turn.norsk.tekst(
        "varasvar.for_hvem", moete=moetenavn(turn, spurt.hode), medlem=spurt.kall.for_person.navn
    )
    return knapp(label, JA if ja else NEI, moete=spurt.hode.id, kall=spurt.kall.id)


def lag(tjenester: Tjenester) -> Dialog:
    return Kallsvar()
