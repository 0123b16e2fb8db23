"""«Legg ut sammendraget»: shown to those who keep the referat first, changed, and put out in channels."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.cards.melding import setning
from bot.cards.sammendragsforslag import (
    ENDRE,
    IKKE_NAA,
    LAGRE,
    LEGG_UT,
    POST,
    endre_knapp,
    endrekort,
    forslagskort,
    navnene,
)
from bot.domain.conversation import ConversationKind
from bot.domain.fritekst import Feil, UgyldigTekst
from bot.domain.rettigheter import krev_privat
from bot.domain.sammendrag import Sammendrag, Sammendragstilstand
from bot.domain.sammendragsutvalg import uten
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling import Varsler
from bot.varsling.sammendragsforslag import hvor, til_en
from bot.varsling.sammendragskilde import kanalene
from bot.varsling.sammendragsposter import legg_ut, staaende
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import bokens_navn
from dialogs.bokvern import vern
from dialogs.fritekstsvar import ordlegg
from dialogs.sammendragfinn import Funnet, den_nevnte, finn, krev_foere, laas_boken
from dialogs.sammendragskjema import innledningen, med_skjemaet, skrevet
from dialogs.sammendragvis import vis_knapp
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import husk, si, si_paa_kortet, si_setning
from dialogs.tjenester import Tjenester

Handling = Callable[[Turn, Meaning, Funnet, Tjenester], Awaitable[list[Reply]]]


class SammendragPost:
    intents = frozenset({POST})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hva = ord_(meaning.slots, "hva")
        if hva is None:
            return await _foreslaa(turn, meaning, self._tjenester)
        if hva not in _HANDLINGER:
            raise UgyldigKnapp
        krev_privat(turn.incoming.conversation.kind)
        if hva in (LEGG_UT, LAGRE):
            await laas_boken(turn, meaning)
        funnet = await den_nevnte(turn, meaning)
        krev_foere(turn, funnet.kilde)
        hindret = await _hindret(turn, funnet)
        return hindret or await _HANDLINGER[hva](turn, meaning, funnet, self._tjenester)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """What is shown first is the sammendrag itself."""
        return None


async def _foreslaa(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    """In 1:1: where others read along nothing of it stands before it is put out."""
    funnet = await finn(turn, meaning)
    if not isinstance(funnet, Funnet):
        return funnet
    krev_foere(turn, funnet.kilde)
    husk(turn, funnet.hode)
    privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    hindret, sagt = await _hindret(turn, funnet), _SAGT.get(ord_(meaning.slots, "vil") or "")
    if sagt and privat and not hindret:
        return await _HANDLINGER[sagt](turn, meaning, funnet, tjenester)
    hindret = hindret or await _er_ute(turn, funnet)
    if hindret:
        return hindret
    if privat:
        return await _vis(turn, funnet)
    return await _vis_i_privat(turn, funnet, tjenester)


async def _vis_i_privat(turn: Turn, funnet: Funnet, tjenester: Tjenester) -> list[Reply]:
    """To whoever asked: the answer where others read along only says so."""
    varsler = Varsler(turn.uow, turn.register, turn.incoming.at, tjenester.rettigheter)
    key, gang = turn.incoming.person.key, turn.incoming.activity_id
    naadd = await til_en(turn.uow, varsler, funnet.kilde, funnet.s, key, gang)
    turn.writes = naadd.vet
    svaret = "sammendrag.vist_i_privat" if naadd.vet else "sammendrag.skriv_i_privat"
    return si_setning(turn, turn.norsk.tekst(svaret, moete=bokens_navn(turn, funnet.hode)))


async def _hindret(turn: Turn, funnet: Funnet) -> list[Reply]:
    """Why it cannot be put out now, and what can be done; empty where it can."""
    moete, kilde = bokens_navn(turn, funnet.hode), funnet.kilde
    if kilde.aapen:
        return si_setning(turn, turn.norsk.tekst("sammendrag.ikke_hevet", moete=moete))
    if await staaende(turn.uow, kilde.hode.id):
        return []
    if not kilde.innhold.linjer:
        return si_setning(turn, turn.norsk.tekst("sammendrag.tomt", moete=moete))
    if not await kanalene(turn.uow, kilde):
        return si_setning(turn, turn.norsk.tekst("sammendrag.ingen_kanal", moete=moete))
    return []


async def _er_ute(turn: Turn, funnet: Funnet) -> list[Reply]:
    """Where it stands, if that is as it is to be and in all channels that want it; else empty."""
    stedene = await hvor(turn.uow, funnet.kilde, funnet.s)
    if not stedene.staar or stedene.kanaler or stedene.endres:
        return []
    moete, kanaler = bokens_navn(turn, funnet.hode), navnene(turn.norsk, stedene.staar)
    linje = turn.norsk.tekst("sammendrag.er_ute", moete=moete, kanaler=kanaler)
    if stedene.paa_vei:
        venter = navnene(turn.norsk, stedene.paa_vei)
        linje = turn.norsk.tekst("sammendrag.paa_vei", moete=moete, kanaler=kanaler, venter=venter)
    privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    endre = [endre_knapp(turn.norsk, funnet.hode.id)] if privat else []
    return si(turn, setning(linje, [vis_knapp(turn, funnet.hode), *endre]))


async def _vis(turn: Turn, funnet: Funnet, foran: Sequence[str] = ()) -> list[Reply]:
    """The sammendrag as it will be, with what can be done with it."""
    kilde, s = funnet.kilde, funnet.s
    stedene = await hvor(turn.uow, kilde, s)
    return si(turn, forslagskort(turn.norsk, kilde.vist(s), stedene, kilde.sett(s), foran))


async def _legg_ut(turn: Turn, meaning: Meaning, funnet: Funnet, tjenester: Tjenester) -> list[Reply]:
    """Only what was seen is put out: what has changed since is shown again."""
    kilde, s = funnet.kilde, funnet.s
    er_ute = await _er_ute(turn, funnet)
    if er_ute:
        return er_ute
    if ord_(meaning.slots, "sett") != kilde.sett(s):
        return await _vis(turn, funnet, [turn.norsk.tekst("sammendrag.endret_siden")])
    igjen = uten(kilde.innhold, s.utelatt)
    if not igjen.linjer and not igjen.rettelser and not s.innledning:
        return await _vis(turn, funnet)
    turn.writes = True
    varsler = Varsler(turn.uow, turn.register, turn.incoming.at, tjenester.rettigheter)
    antall = await legg_ut(turn.uow, varsler, kilde, s, turn.incoming.at, turn.aktoer.hvem)
    noekkel = "sammendrag.lagt_ut" if antall else "sammendrag.endret_i_kanalen"
    linje = turn.norsk.tekst(noekkel, moete=bokens_navn(turn, funnet.hode), antall=antall)
    return si(turn, setning(linje, [vis_knapp(turn, funnet.hode)]))


async def _endre(turn: Turn, meaning: Meaning, funnet: Funnet, tjenester: Tjenester) -> list[Reply]:
    return _skjema(turn, funnet, funnet.s)


async def _lagre(turn: Turn, meaning: Meaning, funnet: Funnet, tjenester: Tjenester) -> list[Reply]:
    """The sammendrag as it is then, to be put out; what stands in channels stands until it is."""
    endret = med_skjemaet(meaning, funnet.kilde.innhold, funnet.s)
    try:
        endret = replace(endret, innledning=innledningen(meaning))
        stoppet = vern(turn, meaning, endret.innledning or "", tjenester)
    except UgyldigTekst as feil:
        fylt = funnet.s.innledning if feil.feil is Feil.ELLEVE_SIFFER else skrevet(meaning)
        return _skjema(turn, funnet, replace(endret, innledning=fylt), ordlegg(turn, feil))
    if ord_(meaning.slots, "sett") != funnet.kilde.sett(funnet.s):
        fylt = endret.innledning or funnet.s.innledning
        siden = turn.norsk.tekst("sammendrag.endret_siden")
        return _skjema(turn, funnet, replace(funnet.s, innledning=fylt), siden)
    if stoppet:
        return stoppet
    turn.writes = True
    lagret = await (turn.uow.sammendrag.opprett if endret.id is None else turn.uow.sammendrag.lagre)(endret)
    endret_funn = replace(funnet, s=lagret)
    return await _er_ute(turn, endret_funn) or await _vis(turn, endret_funn)


async def _ikke_naa(turn: Turn, meaning: Meaning, funnet: Funnet, tjenester: Tjenester) -> list[Reply]:
    er_ute, moete = await _er_ute(turn, funnet), bokens_navn(turn, funnet.hode)
    if er_ute:
        return er_ute
    if funnet.ute:
        return si_paa_kortet(turn, turn.norsk.tekst("sammendrag.staar_som_foer", moete=moete))
    s = replace(funnet.s, tilstand=Sammendragstilstand.IKKE_NAA)
    turn.writes = True
    await (turn.uow.sammendrag.opprett if s.id is None else turn.uow.sammendrag.lagre)(s)
    return si_paa_kortet(turn, turn.norsk.tekst("sammendrag.ikke_naa", moete=moete))


_SAGT = {"endre": ENDRE, "ikke": IKKE_NAA}
"""What a line says that it wants; what the buttons are for."""
_HANDLINGER: dict[str, Handling] = {LEGG_UT: _legg_ut, ENDRE: _endre, LAGRE: _lagre, IKKE_NAA: _ikke_naa}


def _skjema(turn: Turn, funnet: Funnet, s: Sammendrag, feil: str = "") -> list[Reply]:
    alt = funnet.kilde.vist(replace(funnet.s, utelatt=()))
    merke = funnet.kilde.sett(funnet.s)
    return si(turn, endrekort(turn.norsk, alt, s.utelatt, s.innledning, feil, merke))


def lag(tjenester: Tjenester) -> Dialog:
    return SammendragPost(tjenester)
