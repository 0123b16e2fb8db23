"""What the bot can do, said when it is installed and when somebody asks."""

from collections.abc import Sequence

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import knapp, kort, kort_med_valg, si_knapp
from bot.domain.conversation import Button, ConversationKind
from bot.turn import Message, Norsk

LINJER = (
    "moeter",
    "saker",
    "datoer",
    "referat",
    "oppgaver",
    "soek",
    "foering",
    "forfall",
    "eventuelt",
    "kanal",
    "rettigheter",
    "maalform",
)
DIKTAT = ("slag", "sak", "rett", "folk", "slutt", "ellers")
"""What one who dictates just now asks for."""
EKSEMPLER = ("neste", "saksliste", "frister")


def hjelpekort(norsk: Norsk, organ: str | None, kind: ConversationKind, *, sekretariat: bool) -> Message:
    """`organ` is a body to take the examples from. Importing is told of only where it can be done."""
    return _kort(norsk, norsk.tekst("hjelp.foerst"), organ, kind, sekretariat=sekretariat)


def velkomst(norsk: Norsk, organ: str | None, kind: ConversationKind, *, sekretariat: bool) -> Message:
    return _kort(norsk, norsk.tekst("velkomst.foerst"), organ, kind, sekretariat=sekretariat)


def diktathjelp(norsk: Norsk) -> Message:
    """To one who dictates: how points are written, mended and closed."""
    foerst = norsk.tekst("hjelp.diktat_foerst")
    punkter = [f"• {norsk.tekst(f'hjelp.diktat_{noekkel}')}" for noekkel in DIKTAT]
    return kort("\n".join([foerst, *punkter]), [overskrift(foerst), *map(tekstblokk, punkter)], [])


def ikke_forstaatt(norsk: Norsk, organ: str | None, forslag: Sequence[Button]) -> Message:
    """Not understood twice in a row: what one can ask, and what was perhaps meant."""
    foerst, mente = norsk.tekst("ikke_forstaatt_igjen"), norsk.tekst("ikke_forstaatt_mente")
    punkter = _punkter(norsk, organ or "ASU")
    kropp = [overskrift(foerst), *map(tekstblokk, [*punkter, mente])]
    return kort_med_valg("\n".join([foerst, *punkter, mente]), kropp, forslag)


def _punkter(norsk: Norsk, organ: str) -> list[str]:
    return [f"• {norsk.tekst(f'hjelp.{noekkel}', organ=organ)}" for noekkel in LINJER]


def _kort(
    norsk: Norsk, foerst: str, organ: str | None, kind: ConversationKind, *, sekretariat: bool
) -> Message:
    navn = organ or "ASU"
    punkter = _punkter(norsk, navn)
    if kind is not ConversationKind.PERSONAL:
        punkter.append(f"• {norsk.tekst('hjelp.nevn_meg')}")
    elif sekretariat:
        punkter.append(f"• {norsk.tekst('hjelp.sekretariat', organ=navn)}")
        punkter.append(f"• {norsk.tekst('hjelp.importer')}")
    eksempler = [norsk.tekst(f"eksempel.{noekkel}", organ=navn) for noekkel in EKSEMPLER]
    skjema = knapp(norsk.tekst("knapp.meld_sak"), "eventuelt.skjema")
    forfall = knapp(norsk.tekst("forfallsskjema.send"), "forfall.meld", hva="skjema")
    knapper = [*(si_knapp(linje) for linje in eksempler), skjema, forfall]
    kropp = [overskrift(foerst), *map(tekstblokk, punkter)]
    return kort("\n".join([foerst, *punkter]), kropp, knapper, uttale=foerst)
