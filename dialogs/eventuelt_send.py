"""The form for eventuelt, opened by a button and sent in."""

from dataclasses import replace

from bot.cards.eventueltskjema import MOETE
from bot.domain.fritekst import UgyldigTekst
from bot.domain.saksinnhold import Gyldig, gyldig
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs.bokvern import spoer_om_pasient
from dialogs.eventuelt_hvor import Hvor, finn_hvor
from dialogs.eventuelt_notert import meld
from dialogs.eventuelt_skjema import SEND, fylt_ut, til_retting, vis_skjema
from dialogs.fritekstsvar import ordlegg
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.tjenester import Tjenester

SKJEMA = "eventuelt.skjema"


class EventueltSend:
    intents = frozenset({SKJEMA, SEND})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.intent == SKJEMA:
            return vis_skjema(turn, meaning, self._tjenester)
        innhold = self._lest(turn, meaning)
        if not isinstance(innhold, Gyldig):
            return innhold
        skrevet = " ".join([innhold.tittel, innhold.begrunnelse or ""])
        spurt = spoer_om_pasient(turn, meaning, skrevet, self._tjenester)
        if spurt:
            return [replace(reply, in_place=False) for reply in spurt]
        til = Meaning(
            "eventuelt.meld", sure=True, slots=Slots(moete_id=moete_i(meaning.slots)), strict=True
        )
        hvor = finn_hvor(turn, til, self._tjenester.ny_id)
        if not isinstance(hvor, Hvor):
            # The form stays, with what was filled in.
            return [replace(reply, in_place=False) for reply in hvor]
        return await meld(turn, til, hvor, innhold, self._tjenester)

    def _lest(self, turn: Turn, meaning: Meaning) -> Gyldig | list[Reply]:
        """Else the form again, with what was filled in and what is wrong with it."""
        fylt = fylt_ut(meaning.slots)
        try:
            return gyldig(fylt)
        except UgyldigTekst as avslag:
            feil, valgt = ordlegg(turn, avslag), ord_(meaning.slots, MOETE) or ""
            uten = Meaning(meaning.intent, sure=True, strict=True)
            return vis_skjema(turn, uten, self._tjenester, til_retting(fylt), feil=feil, valgt=valgt)


def moete_i(slots: Slots) -> int:
    """What was chosen in the form. Raises UgyldigKnapp."""
    valgt = ord_(slots, MOETE) or ""
    if not valgt.isascii() or not valgt.isdecimal() or len(valgt) > 9:
        raise UgyldigKnapp
    return int(valgt)


def lag(tjenester: Tjenester) -> Dialog:
    return EventueltSend(tjenester)
