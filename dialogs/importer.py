"""The sekretariat drops an innkalling or a referat: preview, «Lagre» or «Forkast»."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC

from bot.cards.element import overskrift, tekstblokk
from bot.cards.importering import lagret
from bot.cards.melding import knapp, kort
from bot.documents.serial import from_json, to_json
from bot.domain.conversation import Context, ImportDraft
from bot.domain.errors import Refusal
from bot.domain.foeresher import krev_ikke_foert
from bot.domain.importering import Importplan, Slag, lagre, planlegg
from bot.language.henvisninger import med_henvisninger
from bot.language.organtyper import organtype
from bot.turn import Dialog, Meaning, Message, Norsk, ReadFile, Reply, Turn
from dialogs.filer import MAKS
from dialogs.importsvar import forhaandsvisning, ordlegg
from dialogs.medlemsimport import liste_i_fil
from dialogs.meninger import FIL
from dialogs.moeteflyttet import etter_import
from dialogs.nyemedlemmer import tilby
from dialogs.oppdragfoelger import foreslaa_fra_papiret
from dialogs.organmal import legg_inn
from dialogs.rett import krev_import
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si, si_setning
from dialogs.temasaker import ogsaa_oppe, som_linjer
from dialogs.tjenester import Tjenester
from dialogs.utkast import Utkast, er_liste, hent, nytt, valg_i

VIS, LAGRE, FORKAST = "import.vis", "import.lagre", "import.forkast"


class Importer:
    intents = frozenset({FIL, VIS, LAGRE, FORKAST})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        krev_import(turn)
        if meaning.intent == FIL:
            return await self._filene(turn, meaning)
        return await self._trykket(turn, meaning)

    async def _filene(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        svar = [Reply(await self._fil(turn, meaning, fil)) for fil in turn.files]
        if len(svar) > 1:
            turn.asks = None
        if len(turn.incoming.files) > MAKS:
            svar.append(Reply(_bare(turn.norsk.tekst("import.for_mange", antall=MAKS))))
        return svar or si_setning(turn, turn.norsk.tekst("import.ingen_fil"))

    async def _fil(self, turn: Turn, meaning: Meaning, fil: ReadFile) -> Message:
        if fil.tabell is not None:
            return await liste_i_fil(turn, self._tjenester, fil.filename, fil.tabell)
        if fil.mal is not None:
            return await legg_inn(turn, self._tjenester, fil, fil.mal)
        if fil.reading is None:
            return _bare(f"{fil.filename}: {turn.norsk.tekst(f'fil.{fil.trouble}', **fil.facts)}")
        draft = nytt(turn, self._tjenester, fil.filename, to_json(fil.reading))
        valg = valg_i(meaning.slots, self._tjenester.helsefellesskap)
        message = await self._vis(turn, Utkast(draft, fil.reading, valg))
        if message.buttons:
            await turn.uow.save_import_draft(draft)
            turn.writes = True
        return message

    async def _trykket(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        utkast = await self._utkastet(turn, meaning)
        if not isinstance(utkast, Utkast):
            return utkast
        if meaning.intent == FORKAST:
            await turn.uow.delete_import_draft(utkast.draft.id)
            turn.writes = True
            return si(
                turn,
                _kvittering(turn.norsk, turn.norsk.tekst("import.forkastet", fil=utkast.draft.filename)),
            )
        if meaning.intent == LAGRE:
            return await self._lagre(turn, meaning, utkast)
        return si(turn, await self._vis(turn, utkast))

    async def _utkastet(self, turn: Turn, meaning: Meaning) -> Utkast | list[Reply]:
        draft = await hent(turn, self._tjenester, ord_(meaning.slots, "utkast"))
        if not isinstance(draft, ImportDraft):
            return draft
        if er_liste(draft):
            raise UgyldigKnapp
        valg = valg_i(meaning.slots, self._tjenester.helsefellesskap)
        return Utkast(draft, from_json(draft.reading), valg)

    async def _lagre(self, turn: Turn, meaning: Meaning, utkast: Utkast) -> list[Reply]:
        plan = await self._plan(turn, utkast)
        if isinstance(plan, Refusal) or plan.maa_avklares:
            return si(turn, await self._vis(turn, utkast))
        if plan.grunnlag != ord_(meaning.slots, "grunnlag"):
            ny = await self._vis(turn, utkast)
            return [Reply(_bare(turn.norsk.tekst("import.endret_siden"))), *si(turn, ny)]
        foer = await turn.uow.moete(plan.moete.id or 0) if plan.slag is Slag.FLYTTET else None
        moete = await lagre(turn.uow, plan, turn.incoming.at, turn.aktoer.hvem)
        await turn.uow.delete_import_draft(utkast.draft.id)
        turn.writes = True
        turn.conversation.context = Context(
            moete.organ_ids[0], moete.id, None, turn.incoming.at.astimezone(UTC)
        )
        sagt = await etter_import(turn, self._tjenester, foer, moete) if foer else []
        await foreslaa_fra_papiret(turn, moete, plan.reading.referat, self._tjenester)
        sagt = [*sagt, *som_linjer(turn, await ogsaa_oppe(turn, moete))]
        svar = si(turn, _kvittering(turn.norsk, lagret(turn.norsk, plan), moete.id, sagt))
        if plan.reading.referat is None or moete.id is None:
            return svar
        organ = replace(plan.organ, id=moete.organ_ids[0])
        return [*svar, *await tilby(turn, self._tjenester, moete.id, organ)]

    async def _vis(self, turn: Turn, utkast: Utkast) -> Message:
        plan = await self._plan(turn, utkast)
        if isinstance(plan, Refusal):
            message = ordlegg(plan, utkast, turn.norsk)
        else:
            message = forhaandsvisning(plan, utkast, self._tjenester.ny_id, turn.norsk)
        turn.asks = message.buttons or None
        return message

    async def _plan(self, turn: Turn, utkast: Utkast) -> Importplan | Refusal:
        try:
            plan = await planlegg(turn.uow, utkast.reading, utkast.valg, organtype)
            await krev_ikke_foert(turn.uow, plan.reading, plan.organ, plan.moete)
            return await med_henvisninger(turn.uow, plan)
        except Refusal as avslag:
            return avslag


def _bare(setning: str) -> Message:
    return Message(setning)


def _kvittering(norsk: Norsk, linje: str, moete_id: int | None = None, mer: Sequence[str] = ()) -> Message:
    """A card, so that it takes the place of the preview with its buttons."""
    knapper = [knapp(norsk.tekst("knapp.saksliste"), "moete.saksliste", moete=moete_id)] if moete_id else []
    return kort("\n".join([linje, *mer]), [overskrift(linje), *map(tekstblokk, mer)], knapper)


def lag(tjenester: Tjenester) -> Dialog:
    return Importer(tjenester)
