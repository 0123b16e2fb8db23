"""The sekretariat says whether a user of Teams is the member so called: «Stemmer», «Stemmer ikke»."""

from collections.abc import Collection
from functools import partial

from bot.cards.element import overskrift, tekstblokk
from bot.cards.identitet import er_det_samme, som
from bot.cards.melding import kort, setning, skriveknapp
from bot.cards.ord import Tall, organnavn, stor
from bot.domain.conversation import Button
from bot.domain.identitet import (
    AnnenBruker,
    IkkeLike,
    avkreftet,
    bare_ved_navn,
    bekreftet,
    organer_til,
    personnavn,
    roller_til,
)
from bot.domain.identitet import gjenstaar as gjenstaar_for
from bot.domain.organ import Rolle
from bot.domain.rettigheter import IkkeLov, Rett, krev_privat
from bot.domain.teamsbruker import Teamsbruker
from bot.domain.utboks import Varselslag
from bot.turn import Dialog, Meaning, Message, Norsk, Reply, Turn
from bot.varsling import Varsel
from dialogs.rett import kan, krev, krev_et_sted
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si, si_paa_kortet, si_setning
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

STEMMER, STEMMER_IKKE, VENTER = "tilknytning.stemmer", "tilknytning.stemmer_ikke", "tilknytning.venter"
MAKS = 5
"""So many are asked about at a time."""


async def spoer_sekretariatet(turn: Turn, tjenester: Tjenester, avslag: IkkeLov) -> bool:
    """Asks the sekretariat of the bodies who the speaker is, once for each user and member; whether
    anybody has been asked.
    """
    if turn.bruker is None:
        return False
    organer = [o for o in avslag.organ_ids if o in turn.aktoer.roller]
    return await _spoer(turn, tjenester, turn.bruker, turn.aktoer.hvem.person_id or 0, organer)


async def spoer_om_navnebroedre(turn: Turn, tjenester: Tjenester, medlem: int) -> bool:
    """Asks the sekretariat about each of those who have that member's name; whether anybody is asked."""
    dag = turn.incoming.at.date()
    organer = organer_til(turn.register, medlem, dag)
    noekler = (turn.aktoer.key, *turn.aktoer.navnebroedre)
    brukere = [b for b in [await turn.uow.brukere.hent(n) for n in noekler] if b]
    like = bare_ved_navn(turn.register, brukere, organer, dag)
    return any([await _spoer(turn, tjenester, b, medlem, organer) for b, _ in like])


async def _spoer(
    turn: Turn, tjenester: Tjenester, bruker: Teamsbruker, medlem: int, organer: Collection[int]
) -> bool:
    noekkel = f"tilknytning:{bruker.key}:{medlem}"
    ordlegg = partial(_spoersmaalet, turn, tjenester, bruker, medlem)
    varsel = Varsel(noekkel, Varselslag.TILKNYTNING, ordlegg)
    naadde = await varsler(turn, tjenester).til_roller(organer, [Rolle.SEKRETARIAT], varsel)
    turn.writes = True
    return any(naadd.vet for naadd in naadde)


def _spoersmaalet(
    turn: Turn, tjenester: Tjenester, bruker: Teamsbruker, medlem: int, norsk: Norsk
) -> Message:
    data = {"bruker": bruker.key, "medlem": medlem}
    knapper = [
        skriveknapp(norsk.tekst("knapp.stemmer"), STEMMER, tjenester.ny_id(), **data),
        skriveknapp(norsk.tekst("knapp.stemmer_ikke"), STEMMER_IKKE, tjenester.ny_id(), **data),
    ]
    dag = turn.incoming.at.date()
    roller = som(norsk, turn.register, roller_til(turn.register, medlem, dag), dag)
    return er_det_samme(norsk, bruker, personnavn(turn.register, medlem, dag), roller, knapper)


class Tilknytning:
    intents = frozenset({STEMMER, STEMMER_IKKE, VENTER})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.intent == VENTER:
            return await self._venter(turn)
        noekkel, medlem = ord_(meaning.slots, "bruker"), tall(meaning.slots, "medlem")
        if not noekkel or medlem is None:
            raise UgyldigKnapp
        organer = organer_til(turn.register, medlem, turn.incoming.at.date())
        krev(turn, Rett.GI_ROLLE, organer)
        if organer:
            # Two who say yes for a body each, at once, are to hear of each other.
            await turn.uow.saker.laas(min(organer))
        bruker = await turn.uow.brukere.hent(noekkel)
        if bruker is None or not organer:
            return si_paa_kortet(turn, turn.norsk.tekst("tilknytning.borte"))
        return await self._svart(turn, bruker, medlem, stemmer=meaning.intent == STEMMER)

    async def _svart(self, turn: Turn, bruker: Teamsbruker, medlem: int, *, stemmer: bool) -> list[Reply]:
        dag, svar = turn.incoming.at.date(), "ja" if stemmer else "nei"
        navn = {"navn": bruker.navn, "medlem": personnavn(turn.register, medlem, dag)}
        try:
            ny = self._bekreftet(turn, bruker, medlem) if stemmer else avkreftet(bruker, medlem)
        except IkkeLike:
            return si_paa_kortet(turn, turn.norsk.tekst("tilknytning.borte"))
        except AnnenBruker:
            return si_paa_kortet(turn, turn.norsk.tekst("tilknytning.annen_bruker", **navn))
        gjenstaar = gjenstaar_for(turn.register, ny, medlem, dag) if stemmer else ()
        if ny != bruker:
            await turn.uow.brukere.lagre(ny)
            turn.writes = True
            if not gjenstaar:
                await self._fortell(turn, ny, medlem, svar)
        linje = turn.norsk.tekst(f"tilknytning.{svar}", **navn)
        if gjenstaar:
            linje = await self._delvis(turn, ny, medlem, gjenstaar)
        angre = self._angre(turn, bruker, medlem, stemmer=stemmer)
        return si(turn, kort(linje, [tekstblokk(linje)], [angre]))

    def _bekreftet(self, turn: Turn, bruker: Teamsbruker, medlem: int) -> Teamsbruker:
        """For the bodies of theirs where the speaker may say so."""
        dag = turn.incoming.at.date()
        organer = organer_til(turn.register, medlem, dag)
        egne = [o for o in organer if kan(turn, Rett.GI_ROLLE, [o])]
        return bekreftet(turn.register, bruker, medlem, egne, dag)

    async def _delvis(self, turn: Turn, bruker: Teamsbruker, medlem: int, andre: Collection[int]) -> str:
        """The sekretariat of the others is asked too; what is said of that."""
        spurt = await _spoer(turn, self._tjenester, bruker, medlem, andre)
        dag = turn.incoming.at.date()
        return turn.norsk.tekst(
            "tilknytning.delvis_spurt" if spurt else "tilknytning.delvis",
            navn=bruker.navn,
            medlem=personnavn(turn.register, medlem, dag),
            organ=organnavn(turn.register, list(andre), dag),
        )

    def _angre(self, turn: Turn, bruker: Teamsbruker, medlem: int, *, stemmer: bool) -> Button:
        """The other answer, for a slip of the finger."""
        label, verb = ("knapp.stemmer_ikke", STEMMER_IKKE) if stemmer else ("knapp.stemmer", STEMMER)
        op = self._tjenester.ny_id()
        return skriveknapp(turn.norsk.tekst(label), verb, op, bruker=bruker.key, medlem=medlem)

    async def _fortell(self, turn: Turn, bruker: Teamsbruker, medlem: int, svar: str) -> None:
        """Told to the user themself. The operation is part of the key: what was said may be changed."""
        navn = personnavn(turn.register, medlem, turn.incoming.at.date())

        def ordlegg(norsk: Norsk) -> Message:
            return setning(norsk.tekst(f"tilknytning.du_{svar}", navn=navn))

        noekkel = f"tilknytning:{self._tjenester.ny_id()}"
        varsel = Varsel(noekkel, Varselslag.TILKNYTNING, ordlegg)
        await varsler(turn, self._tjenester).til_key(bruker.key, varsel)

    async def _venter(self, turn: Turn) -> list[Reply]:
        """Those who are known by name alone in the bodies whose sekretariat asks."""
        krev_privat(turn.conversation.kind)
        krev_et_sted(turn, Rett.GI_ROLLE)
        egne = [o.id for o in turn.register.organer if o.id and kan(turn, Rett.GI_ROLLE, [o.id])]
        brukere = await turn.uow.brukere.alle()
        venter = bare_ved_navn(turn.register, brukere, egne, turn.incoming.at.date())
        if not venter:
            return si_setning(turn, turn.norsk.tekst("tilknytning.ingen_venter"))
        foerst = stor(turn.norsk.tekst("tilknytning.venter", antall=Tall(len(venter))))
        spurt = [
            _spoersmaalet(turn, self._tjenester, b, a.hvem.person_id or 0, turn.norsk)
            for b, a in venter[:MAKS]
        ]
        return [
            Reply(kort(foerst, [overskrift(foerst)]), in_place=turn.incoming.wants_body),
            *map(Reply, spurt),
        ]


def lag(tjenester: Tjenester) -> Dialog:
    return Tilknytning(tjenester)
