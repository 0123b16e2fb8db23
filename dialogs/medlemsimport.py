"""The sekretariat drops a list of members or of bodies: preview, «Lagre» or «Forkast»."""

from bot.cards.element import overskrift
from bot.cards.medlemsimport import Listevisning, Plan, lagret, preview
from bot.cards.melding import kort, setning, skriveknapp
from bot.domain import medlemsimport, organimport
from bot.domain.conversation import ImportDraft
from bot.domain.medlemsplan import Medlemsplan
from bot.domain.organimport import Organplan
from bot.domain.rettigheter import Rett
from bot.domain.rettigheter import krev as krev_ren
from bot.domain.tabell import DobbelKolonne, ManglerKolonner, Tabell
from bot.language.skriv import liste
from bot.turn import Dialog, Meaning, Message, Reply, Turn
from dialogs.rett import krev, krev_import
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si, si_paa_kortet
from dialogs.tjenester import Tjenester
from dialogs.utkast import er_liste, hent, liste_fra, liste_til_json, nytt

LAGRE, FORKAST = "medlemsfil.lagre", "medlemsfil.forkast"
ORGANKOLONNER = frozenset({"helsefellesskap", "kort", "alias"})
"""What tells a list of bodies: one of these, and no column for the body."""


async def liste_i_fil(turn: Turn, tjenester: Tjenester, filnavn: str, tabell: Tabell) -> Message:
    """The preview of a dropped list; it waits as a draft where it can be stored. Raises IkkeLov where
    a body in it is not the speaker's to change.
    """
    plan = _plan(turn, tjenester, filnavn, tabell)
    if isinstance(plan, str):
        return setning(plan)
    _krev(turn, plan)
    if not plan.kan_lagres:
        return preview(_visning(turn, filnavn, plan))
    draft = nytt(turn, tjenester, filnavn, liste_til_json(tabell))
    await turn.uow.save_import_draft(draft)
    turn.writes = True
    return _vis(turn, tjenester, draft, plan)


class Medlemsimport:
    intents = frozenset({LAGRE, FORKAST})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        krev_import(turn)
        draft = await hent(turn, self._tjenester, ord_(meaning.slots, "utkast"))
        if not isinstance(draft, ImportDraft):
            return draft
        if not er_liste(draft):
            raise UgyldigKnapp
        if meaning.intent == LAGRE:
            return await self._lagre(turn, draft, ord_(meaning.slots, "grunnlag"))
        await turn.uow.delete_import_draft(draft.id)
        turn.writes = True
        return si_paa_kortet(turn, turn.norsk.tekst("medlemsfil.forkastet", fil=draft.filename))

    async def _lagre(self, turn: Turn, draft: ImportDraft, sett: str | None) -> list[Reply]:
        plan = _plan(turn, self._tjenester, draft.filename, liste_fra(draft))
        if isinstance(plan, str):
            return si_paa_kortet(turn, plan)
        _krev(turn, plan)
        if plan.grunnlag != sett or not plan.kan_lagres:
            siden = turn.norsk.tekst("medlemsfil.endret_siden")
            return [Reply(setning(siden)), *si(turn, _vis(turn, self._tjenester, draft, plan))]
        await _lagre(turn, plan)
        await turn.uow.delete_import_draft(draft.id)
        turn.writes = True
        linje = lagret(_visning(turn, draft.filename, plan))
        return si(turn, kort(linje, [overskrift(linje)]))


def _plan(turn: Turn, tjenester: Tjenester, filnavn: str, tabell: Tabell) -> Plan | str:
    """What the list comes to; else the sentence that says what is wrong with all of it."""
    dag, fellesskap = turn.incoming.at.date(), tjenester.helsefellesskap
    try:
        if "organ" not in tabell.kolonner and ORGANKOLONNER & set(tabell.kolonner):
            return organimport.planlegg(turn.register, tabell, fellesskap)
        return medlemsimport.planlegg(turn.register, tabell, dag, fellesskap)
    except ManglerKolonner as feil:
        kolonner = liste(list(feil.kolonner))
        return turn.norsk.tekst("medlemsfil.mangler_kolonner", fil=filnavn, kolonner=kolonner)
    except DobbelKolonne as feil:
        return turn.norsk.tekst("medlemsfil.dobbel_kolonne", fil=filnavn, kolonne=feil.kolonne)


async def _lagre(turn: Turn, plan: Plan) -> None:
    if isinstance(plan, Medlemsplan):
        await medlemsimport.lagre(turn.uow, plan)
    else:
        await organimport.lagre(turn.uow, plan)


def _krev(turn: Turn, plan: Plan) -> None:
    """Each body is its own sekretariat's; a new one is made by any of the helsefellesskap's, and a new
    helsefellesskap by the administrators.
    """
    if isinstance(plan, Medlemsplan):
        for organ_id in plan.organ_ids:
            krev(turn, Rett.GI_ROLLE, [organ_id])
        return
    for organ_ids in _organene(turn, plan):
        if organ_ids:
            krev(turn, Rett.GI_ROLLE, organ_ids)
        else:
            krev_ren(turn.aktoer, Rett.GI_ROLLE, [])


def _organene(turn: Turn, plan: Organplan) -> list[list[int]]:
    """For each body of the plan those whose sekretariat may store it."""
    return [[u.foer.id or 0] if u.foer else _i_fellesskapet(turn, u.fellesskap) for u in plan.utvalg]


def _i_fellesskapet(turn: Turn, navn: str) -> list[int]:
    ider = {h.id for h in turn.register.helsefellesskap if h.navn == navn}
    return [o.id for o in turn.register.organer if o.id is not None and o.helsefellesskap_id in ider]


def _vis(turn: Turn, tjenester: Tjenester, draft: ImportDraft, plan: Plan) -> Message:
    norsk, op = turn.norsk, tjenester.ny_id()
    forkast = skriveknapp(norsk.tekst("knapp.forkast"), FORKAST, op, utkast=draft.id)
    data = {"utkast": draft.id, "grunnlag": plan.grunnlag}
    lagre = skriveknapp(norsk.tekst("knapp.lagre"), LAGRE, tjenester.ny_id(), **data)
    knapper = [lagre, forkast] if plan.kan_lagres else [forkast]
    message = preview(_visning(turn, draft.filename, plan), knapper)
    turn.asks = message.buttons
    return message


def _visning(turn: Turn, filnavn: str, plan: Plan) -> Listevisning:
    return Listevisning(turn.norsk, filnavn, plan, turn.incoming.at.date())


def lag(tjenester: Tjenester) -> Dialog:
    return Medlemsimport(tjenester)
