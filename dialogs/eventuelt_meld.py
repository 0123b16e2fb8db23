"""«Meld sak til eventuelt: Bruk av Kompetansebroen – 10 min»."""

from dataclasses import replace

from bot.domain.fritekst import UgyldigTekst
from bot.domain.saksinnhold import del_opp, gyldig
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bokvern import kan_vaere_pasient, spoer_om_pasient
from dialogs.eventuelt_hvor import Hvor, finn_hvor
from dialogs.eventuelt_notert import meld
from dialogs.eventuelt_skjema import uten_tittel, vis_skjema
from dialogs.fritekstsvar import krev_egne_ord, med_ren_tekst, mine_ord, ordlegg
from dialogs.moetet import moetenavn
from dialogs.slots import ord_
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester

MELD = "eventuelt.meld"


class EventueltMeld:
    """What was not said in so many words is shown first: in a question, or in the form."""

    intents = frozenset({MELD})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        krev_egne_ord(turn, meaning)
        meaning = med_ren_tekst(meaning)
        skrevet = ord_(meaning.slots, "tekst")
        if skrevet is None:
            uten = turn.norsk.tekst("fritekst.tom") if uten_tittel(turn, meaning) else ""
            return vis_skjema(turn, meaning, self._tjenester, feil=uten)
        try:
            innhold = gyldig(del_opp(skrevet))
        except UgyldigTekst as avslag:
            return si_setning(turn, ordlegg(turn, avslag))
        spurt = spoer_om_pasient(turn, meaning, skrevet, self._tjenester, **mine_ord(turn))
        if spurt:
            return spurt
        hvor = finn_hvor(turn, meaning, self._tjenester.ny_id)
        if not isinstance(hvor, Hvor):
            return hvor
        return await meld(turn, meaning, hvor, innhold, self._tjenester)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        krev_egne_ord(turn, meaning)
        meaning = med_ren_tekst(meaning)
        skrevet = ord_(meaning.slots, "tekst")
        if skrevet is None:
            return None
        try:
            innhold = gyldig(del_opp(skrevet))
        except UgyldigTekst:
            return None
        if kan_vaere_pasient(turn, skrevet):
            return None
        hvor = finn_hvor(turn, meaning, self._tjenester.ny_id)
        if not isinstance(hvor, Hvor):
            return None
        slots = Slots(moete_id=hvor.hode.id, person=meaning.slots.person, extra={"tekst": skrevet})
        return Forhaandsvisning(
            spoersmaal=turn.norsk.tekst("eventuelt.skal_melde", moete=moetenavn(turn, hvor.hode)),
            ja=turn.norsk.tekst("eventuelt.skal_melde_ja"),
            meaning=replace(meaning, slots=slots),
            linjer=(f"«{innhold.tittel}»",),
        )


def lag(tjenester: Tjenester) -> Dialog:
    return EventueltMeld(tjenester)
