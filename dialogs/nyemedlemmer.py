"""After a referat is stored: who is named in it and in no list, to be added by the sekretariat's press."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.melding import MAKS_KNAPPER, skriveknapp
from bot.cards.nyemedlemmer import nye_medlemmer
from bot.domain.conversation import Button
from bot.domain.navn import likt
from bot.domain.organ import Medlem, Organ
from bot.domain.referatnavn import nye_navn
from bot.domain.rettigheter import Rett
from bot.language.skriv import liste
from bot.turn import Dialog, Meaning, Message, Reply, Turn
from dialogs.rett import kan, krev
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si, si_paa_kortet
from dialogs.tjenester import Tjenester

LEGG_TIL = "medlem.legg_til"


async def tilby(turn: Turn, tjenester: Tjenester, moete_id: int, organ: Organ) -> list[Reply]:
    """The offer, as a message of its own; nothing where everybody is known, or it is not the speaker's
    to change the list.
    """
    if not kan(turn, Rett.GI_ROLLE, [organ.id or 0]):
        return []
    nye = await _nye(turn, moete_id, organ)
    if not nye:
        return []
    foerst = turn.norsk.tekst("nyemedlemmer.foerst", organ=organ.kort(turn.incoming.at.date()))
    return [Reply(_kort(turn, tjenester, foerst, nye, (moete_id, organ)))]


class NyeMedlemmer:
    intents = frozenset({LEGG_TIL})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """Who is added must be in that referat, and still be in no list. Raises UgyldigKnapp."""
        slots = meaning.slots
        if slots.moete_id is None or len(slots.organ_ids) != 1:
            raise UgyldigKnapp
        krev(turn, Rett.GI_ROLLE, slots.organ_ids)
        organ = turn.register.organ(slots.organ_ids[0])
        nye = await _nye(turn, slots.moete_id, organ)
        navn = ord_(slots, "navn")
        valgt = [m for m in nye if navn is None or likt(m.navn, navn)]
        if not valgt:
            return si_paa_kortet(turn, turn.norsk.tekst("nyemedlemmer.allerede"))
        await turn.uow.save_organ(replace(organ, medlemmer=[*organ.medlemmer, *valgt]))
        turn.writes = True
        return self._kvittering(turn, slots.moete_id, organ, valgt, [m for m in nye if m not in valgt])

    def _kvittering(
        self, turn: Turn, moete_id: int, organ: Organ, valgt: Sequence[Medlem], igjen: Sequence[Medlem]
    ) -> list[Reply]:
        navn = liste([m.navn for m in valgt])
        kort_navn = organ.kort(turn.incoming.at.date())
        foerst = turn.norsk.tekst("nyemedlemmer.lagt_til", navn=navn, organ=kort_navn)
        if not igjen:
            return si_paa_kortet(turn, foerst)
        return si(turn, _kort(turn, self._tjenester, foerst, igjen, (moete_id, organ)))


async def _nye(turn: Turn, moete_id: int, organ: Organ) -> list[Medlem]:
    moete = await turn.uow.load_moete(moete_id)
    if moete is None or organ.id not in moete.organ_ids or moete.referat is None:
        raise UgyldigKnapp
    return nye_navn(organ, moete.referat)


def _kort(
    turn: Turn, tjenester: Tjenester, foerst: str, nye: Sequence[Medlem], hvor: tuple[int, Organ]
) -> Message:
    """A button for each as far as there is room, and one for all."""
    moete_id, organ = hvor
    data = {"moete": moete_id, "organ": organ.id}

    def knappen(label: str, **mer: str) -> Button:
        return skriveknapp(label, LEGG_TIL, tjenester.ny_id(), **data, **mer)

    knapper = [knappen(turn.norsk.tekst("knapp.legg_til", navn=m.navn), navn=m.navn) for m in nye]
    if len(nye) > 1:
        knapper = knapper[: MAKS_KNAPPER - 1]
        knapper.append(knappen(turn.norsk.tekst("knapp.legg_til_alle", antall=len(nye))))
    return nye_medlemmer(turn.norsk, foerst, nye, knapper)


def lag(tjenester: Tjenester) -> Dialog:
    return NyeMedlemmer(tjenester)
