"""What the bot can do, said when it is installed and when somebody asks."""

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import kort, si_knapp
from bot.domain.conversation import ConversationKind
from bot.turn import Message, Norsk

LINJER = ("moeter", "saker", "datoer", "referat", "maalform")
EKSEMPLER = ("neste", "saksliste", "frister")


def hjelpekort(norsk: Norsk, organ: str | None, kind: ConversationKind, *, sekretariat: bool) -> Message:
    """`organ` is a body to take the examples from. Importing is told of only where it can be done."""
    return _kort(norsk, norsk.tekst("hjelp.foerst"), organ, kind, sekretariat=sekretariat)


def velkomst(norsk: Norsk, organ: str | None, kind: ConversationKind, *, sekretariat: bool) -> Message:
    return _kort(norsk, norsk.tekst("velkomst.foerst"), organ, kind, sekretariat=sekretariat)


def _kort(
    norsk: Norsk, foerst: str, organ: str | None, kind: ConversationKind, *, sekretariat: bool
) -> Message:
    navn = organ or "ASU"
    linjer = [norsk.tekst(f"hjelp.{noekkel}", organ=navn) for noekkel in LINJER]
    if kind is not ConversationKind.PERSONAL:
        linjer.append(norsk.tekst("hjelp.nevn_meg"))
    elif sekretariat:
        linjer.append(norsk.tekst("hjelp.importer"))
    eksempler = [norsk.tekst(f"eksempel.{noekkel}", organ=navn) for noekkel in EKSEMPLER]
    punkter = [f"• {linje}" for linje in linjer]
    knapper = [si_knapp(linje) for linje in eksempler]
    kropp = [overskrift(foerst), *map(tekstblokk, punkter)]
    return kort("\n".join([foerst, *punkter]), kropp, knapper, uttale=foerst)
