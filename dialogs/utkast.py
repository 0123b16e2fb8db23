"""A file that was read and waits for «Lagre»: kept as a draft, shown as a preview."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from bot.cards.element import tekstblokk
from bot.cards.melding import kort, setning
from bot.domain.conversation import ImportDraft
from bot.domain.importmaal import Importvalg
from bot.domain.reading import Reading
from bot.domain.tabell import Tabell, Tabellrad
from bot.turn import Reply, Slots, Turn
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si
from dialogs.tjenester import Tjenester

VARER = timedelta(days=1)
LISTE = "liste"
"""The key of a list among the drafts; a Reading has none such."""


@dataclass(frozen=True)
class Utkast:
    draft: ImportDraft
    reading: Reading
    valg: Importvalg


def nytt(turn: Turn, tjenester: Tjenester, filnavn: str, lest: str) -> ImportDraft:
    """`lest` is the JSON of a Reading, or of a list (`liste_til_json`)."""
    return ImportDraft(
        id=tjenester.ny_id(),
        person_id=turn.incoming.person.id,
        conversation_id=turn.incoming.conversation.id,
        filename=filnavn,
        reading=lest,
        created=tjenester.clock.now().astimezone(UTC),
    )


async def hent(turn: Turn, tjenester: Tjenester, draft_id: str | None) -> ImportDraft | list[Reply]:
    """The speaker's own draft; else what is said instead. Raises UgyldigKnapp."""
    if not draft_id:
        raise UgyldigKnapp
    draft = await turn.uow.load_import_draft(draft_id)
    if draft and draft.person_id != turn.incoming.person.id:
        return [Reply(setning(turn.norsk.tekst("import.ikke_din")))]
    if draft is None or not gjelder(draft, tjenester.clock.now()):
        borte = turn.norsk.tekst("import.borte")
        return si(turn, kort(borte, [tekstblokk(borte)]))
    return draft


def liste_til_json(tabell: Tabell) -> str:
    return json.dumps({LISTE: asdict(tabell)}, ensure_ascii=False)


def er_liste(draft: ImportDraft) -> bool:
    """Whether it is a list, and no Reading of a paper."""
    return LISTE in json.loads(draft.reading)


def liste_fra(draft: ImportDraft) -> Tabell:
    """Raises KeyError for a draft that is no list."""
    lagret = json.loads(draft.reading)[LISTE]
    rader = tuple(Tabellrad(r["nummer"], r["felt"], r["for_mange"]) for r in lagret["rader"])
    return Tabell(tuple(lagret["kolonner"]), rader, tuple(lagret["overskrifter"]))


def gjelder(draft: ImportDraft, naa: datetime) -> bool:
    """Whether it is less than a day old. `naa` is the clock's, not the turn's."""
    created = draft.created if draft.created.tzinfo else draft.created.replace(tzinfo=UTC)
    return naa - created < VARER


def valg_i(slots: Slots, helsefellesskap: str) -> Importvalg:
    """What the pressed button carries. Raises UgyldigKnapp."""
    flyttet = slots.extra.get("flyttet")
    if flyttet is not None and not isinstance(flyttet, bool):
        raise UgyldigKnapp
    return Importvalg(
        helsefellesskap=ord_(slots, "helsefellesskap") or helsefellesskap or None,
        organ=ord_(slots, "utvalg"),
        nytt_organ=slots.extra.get("nytt") is True,
        flyttet=flyttet,
    )


def som_data(draft_id: str, valg: Importvalg) -> dict[str, object]:
    """For a button; what is None or False is left out."""
    return {
        "utkast": draft_id,
        "helsefellesskap": valg.helsefellesskap,
        "utvalg": valg.organ,
        "nytt": valg.nytt_organ or None,
        "flyttet": valg.flyttet,
    }
