"""A choice that was asked for while a line was kept; and lines of dictation where no referat is tied to
the conversation.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.cards.melding import si_knapp
from bot.domain.conversation import ConversationKind
from bot.domain.moetebok import Moetebok
from bot.domain.register import Moetehode
from bot.domain.rettigheter import IkkePrivat
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs import bokkladd
from dialogs.bok import bokens_navn, i_boken, si_fra
from dialogs.bokangre import angre
from dialogs.bokfinn import aapne_eller_siste, finn_mitt_utvalgs
from dialogs.bokframmoete import frammoete
from dialogs.bokhvem import sett_hvem
from dialogs.boklaast import krev_ulaast
from dialogs.boklimt import noter_limt
from dialogs.boklinje import FOERES, HENSIKT, HVEM, LIMT, UAAPNET, UKLART
from dialogs.bokpunkt import dikter
from dialogs.bokrette import rett
from dialogs.boksak import flytt
from dialogs.bokspoer import spoer_slag
from dialogs.bokstopp import stopp
from dialogs.boktil import foerer_naa
from dialogs.bokutkast import vis
from dialogs.bokventer import spoer_om_neste
from dialogs.bokvern import krev_uten_nummer, vern
from dialogs.rett import vises_her
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si_paa_kortet, spoer
from dialogs.tjenester import Tjenester

Gjoer = Callable[[Turn, Meaning, Tjenester], Awaitable[list[Reply]]]
GJOER: dict[str, Gjoer] = {
    "referat.punkt": dikter,
    "referat.rett": rett,
    "referat.sak": flytt,
    "referat.frammoete": frammoete,
    "referat.angre": angre,
    "referat.stopp": stopp,
    "referat.utkast": vis,
    HVEM: sett_hvem,
    LIMT: noter_limt,
}
"""What can wait for a choice."""


class BokVelg:
    intents = frozenset({bokkladd.KLADD, bokkladd.FORKAST, UAAPNET, UKLART, "referat.skriv_om"})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        gjoer = {
            bokkladd.KLADD: self._kladd,
            UAAPNET: self._uaapnet,
            UKLART: self._uklart,
        }.get(meaning.intent, self._forkast)
        return await i_boken(turn, lambda: gjoer(turn, meaning))

    async def _kladd(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        kladd_id = meaning.slots.extra.get("kladd")
        if meaning.slots.extra.get("forkast") is True:
            return await self._forkast(turn, meaning)
        lagt = await bokkladd.hent(turn, self._tjenester, meaning.slots)
        if lagt is None:
            return si_fra(turn, turn.norsk.tekst("foering.kladd_borte"))
        if turn.incoming.conversation.kind is ConversationKind.PERSONAL and turn.bok_id is not None:
            await foerer_naa(turn, turn.bok_id)
        if lagt.intent not in GJOER:
            raise UgyldigKnapp
        svar = await GJOER[lagt.intent](turn, lagt, self._tjenester)
        if turn.writes and isinstance(kladd_id, str):
            await turn.uow.delete_import_draft(kladd_id)
            svar = [*svar, *await spoer_om_neste(turn, lagt, self._tjenester)]
        return svar

    async def _forkast(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        kladd_id = meaning.slots.extra.get("kladd")
        if isinstance(kladd_id, str) and await bokkladd.hent(turn, self._tjenester, meaning.slots):
            await turn.uow.delete_import_draft(kladd_id)
            turn.writes = True
        turn.writes = turn.writes or meaning.slots.extra.get("op") is not None
        key = "foering.behold" if meaning.slots.extra.get("behold") else "foering.forkastet"
        return si_paa_kortet(turn, turn.norsk.tekst(key))

    async def _uklart(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """Whoever dictates in 1:1 perhaps meant a point."""
        ville = replace(meaning, intent="referat.punkt")
        stoppet = vern(turn, ville, ord_(meaning.slots, "tekst") or "", self._tjenester)
        return stoppet or await spoer_slag(turn, ville, self._tjenester)

    async def _uaapnet(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hensikt = ord_(meaning.slots, HENSIKT)
        if hensikt not in FOERES:
            raise UgyldigKnapp
        slots = replace(meaning.slots, extra={n: v for n, v in meaning.slots.extra.items() if n != HENSIKT})
        ville = replace(meaning, intent=hensikt, slots=slots)
        if turn.bok_id is not None:
            return await _ikke_din(turn, ville, self._tjenester)
        mulige = await aapne_eller_siste(turn)
        if len(mulige) == 1 and hensikt in GJOER:
            return await self._i_den(turn, ville, *mulige[0])
        if mulige:
            stoppet = vern(turn, meaning, ord_(meaning.slots, "tekst") or "", self._tjenester)
            return stoppet or await self._hvilken(turn, ville, mulige)
        if await finn_mitt_utvalgs(turn):
            return await _ikke_din(turn, ville, self._tjenester)
        await krev_ulaast(turn, hensikt)
        start = si_knapp(turn.norsk.tekst("foering.linje_start"))
        return si_fra(turn, turn.norsk.tekst("foering.ingen"), [start])

    async def _i_den(self, turn: Turn, ville: Meaning, bok: Moetebok, hode: Moetehode) -> list[Reply]:
        """The only one; which it was is said, since nobody chose it."""
        turn.bok_id, turn.foerer = bok.id, True
        if not vises_her(turn, hode.organ_ids) and bok.conversation_id != turn.conversation.id:
            raise IkkePrivat
        svar = await GJOER[ville.intent](turn, ville, self._tjenester)
        if turn.incoming.conversation.kind is ConversationKind.PERSONAL:
            await foerer_naa(turn, bok.id or 0)
        sagt = turn.norsk.tekst("foering.i_referatet", moete=bokens_navn(turn, hode))
        return [*si_fra_uten_spoersmaal(turn, sagt), *svar] if svar else svar

    async def _hvilken(
        self, turn: Turn, ville: Meaning, mulige: list[tuple[Moetebok, Moetehode]]
    ) -> list[Reply]:
        kladd = await bokkladd.legg(turn, self._tjenester, ville)
        knapper = [bokkladd.valg(bokens_navn(turn, hode), kladd, bok=bok.id) for bok, hode in mulige]
        return spoer(turn, turn.norsk.tekst("foering.flere_aapne"), knapper)


def si_fra_uten_spoersmaal(turn: Turn, tekst: str) -> list[Reply]:
    """Said besides: what is asked stays asked."""
    spurt = turn.asks
    svar = si_fra(turn, tekst)
    turn.asks = spurt
    return [Reply(r.message) for r in svar]


async def _ikke_din(turn: Turn, ville: Meaning, tjenester: Tjenester) -> list[Reply]:
    """Somebody who may not dictate has: what may be is offered to the referent."""
    tekst = ord_(ville.slots, "tekst")
    if ville.intent != "referat.punkt" or not tekst:
        return await GJOER[ville.intent](turn, ville, tjenester)
    krev_uten_nummer(tekst)
    return si_fra(turn, turn.norsk.tekst("foering.bare_referenten"))


def lag(tjenester: Tjenester) -> Dialog:
    return BokVelg(tjenester)
