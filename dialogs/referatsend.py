"""«Send referatet til godkjenning»: shown first, with what is missing and who gets it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.cards.ord import organnavn
from bot.domain import bokgodkjenning, bokrett
from bot.domain.bokdeler import andres
from bot.domain.bokfeil import FristIFortiden, IkkeHevet, Laast
from bot.domain.bokmangler import Bokmangler, mangler
from bot.domain.bokmottakere import delmottakere, merknadsfrist, mottakere
from bot.domain.bokstand import Punkt
from bot.domain.bokvedtak import forslag_i
from bot.domain.moetebok import Boktilstand
from bot.language import skriv
from bot.language.oppfoelging import frist_i
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling import godkjenning
from bot.varsling.kanalreferat import nye_oppgaver
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.bok import bokens_navn, i_boken, si_fra
from dialogs.bokfoer import Bok, Foert, hold, noter
from dialogs.bokskjermet import unntattlinjer
from dialogs.godkjenningsbok import BOK, IKKE_GODKJENT, den_nevnte, finn_bok, som_sak
from dialogs.moetet import papirene
from dialogs.oppdragfoelger import foreslaa
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import linjen, si_paa_kortet
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

SEND, JA, FRIST, SIST = "referat.send", "ja", "frist", "sist"
VIST = 6
_PAA_NYTT = re.compile(r"\b(?:nytt|igjen|att|ny|utsett\w*|forleng\w*|flytt\w*)\b", re.IGNORECASE)
_FRISTEN = re.compile(r"\b(?:merknads?)?frist(?:en)?\b\s*(?:er|:|til|på)?\s*(?P<frist>.+)$", re.IGNORECASE)


class ReferatSend:
    intents = frozenset({SEND})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: self._svar(turn, meaning))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """It is always shown first."""
        return None

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.slots.extra.get(JA) is True:
            return await self._send(turn, meaning)
        meaning = _med_fristen(turn, meaning)
        bok = await _finn(turn, meaning)
        if not isinstance(bok, Bok):
            return bok or si_fra(turn, turn.norsk.tekst("godkjenning.ingen_aa_sende"))
        _krev_klart(bok)
        frist = _frist(turn, meaning, bok)
        if frist < turn.incoming.at.date():
            raise FristIFortiden(frist)
        return await self._vis(turn, bok, frist)

    async def _vis(self, turn: Turn, bok: Bok, frist: date) -> list[Reply]:
        moete = await papirene(turn, bok.hode)
        sendt = bok.stand.sendt
        linjer = [
            *mangellinjer(turn, mangler(bok.stand, forslag_i(moete, bok.stand))),
            *_hvem(turn, bok),
            *unntattlinjer(turn, bok.stand, ogsaa_ingen=True),
            turn.norsk.tekst("godkjenning.fristen", dato=turn.norsk.dato(frist)),
        ]
        sist = {SIST: sendt.isoformat()} if sendt else {}
        slots = Slots(extra={BOK: bok.id, FRIST: frist.isoformat(), JA: True, **sist})
        nytt = "_paa_nytt" if sendt else ""
        spoersmaal = turn.norsk.tekst(
            f"godkjenning.skal_jeg_sende{nytt}", moete=bokens_navn(turn, bok.hode)
        )
        ja = turn.norsk.tekst(f"godkjenning.ja_send{nytt}")
        vist = Forhaandsvisning(spoersmaal, ja, Meaning(SEND, True, slots), tuple(linjer))
        return be_om_ja(turn, vist, self._tjenester.ny_id)

    async def _send(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """What the button carries is checked again, under the lock. Again only after the sending that was
        shown: of two who press, one sends.
        """
        frist = _dato(ord_(meaning.slots, FRIST))
        await den_nevnte(turn, meaning, bokrett.krev_foere)
        bok = await hold(turn)
        sendt, sist = bok.stand.sendt, ord_(meaning.slots, SIST)
        paa_nytt = sendt is not None and sist == sendt.isoformat()
        foert = await noter(turn, bok, bokgodkjenning.send(bok.stand, bok.akt, frist, paa_nytt=paa_nytt))
        await foreslaa(turn, foert, self._tjenester)
        return si_paa_kortet(turn, await self._si_fra(turn, bok, foert, frist))

    async def _si_fra(self, turn: Turn, bok: Bok, foert: Foert, frist: date) -> str:
        moete = await papirene(turn, foert.hode)
        oppgaver = await turn.uow.oppgaver.for_bok(foert.bok.id or 0)
        post = varsler(turn, self._tjenester)
        sak = som_sak(turn, bok, foert)
        naadde = await godkjenning.send_ut(post, sak, moete, oppgaver)
        await nye_oppgaver(turn.uow, post, sak, turn.incoming.at)
        ikke = [m.hvem.navn for m, naadd in naadde if not naadd.vet]
        sendt = turn.norsk.tekst(
            "godkjenning.er_sendt",
            moete=bokens_navn(turn, foert.hode),
            dato=turn.norsk.dato(frist),
            antall=len(naadde) - len(ikke),
        )
        unaadde = (
            turn.norsk.tekst("moetet.unaadde", antall=len(ikke), navn=skriv.liste(ikke)) if ikke else ""
        )
        return "\n".join(d for d in (sendt, unaadde) if d)


async def _finn(turn: Turn, meaning: Meaning) -> Bok | list[Reply] | None:
    """One that is not sent, unless it is said that it is to be sent again."""
    sendt = (Boktilstand.TIL_GODKJENNING,)
    paa_nytt = bool(_PAA_NYTT.search(linjen(turn)))
    for tilstander in (sendt,) if paa_nytt else ((Boktilstand.UTKAST,), sendt):
        bok = await finn_bok(turn, meaning, tilstander, bokrett.krev_foere)
        if bok is not None:
            return bok
    return await finn_bok(turn, meaning, IKKE_GODKJENT, bokrett.krev_foere)


def _krev_klart(bok: Bok) -> None:
    """So that it is said before anything is shown; the rules say it again. Raises what they do."""
    if bok.stand.tilstand is Boktilstand.AAPEN:
        raise IkkeHevet
    if bok.stand.tilstand is Boktilstand.GODKJENT:
        raise Laast(bok.stand.godkjent)


def _med_fristen(turn: Turn, meaning: Meaning) -> Meaning:
    """«… med frist 12. desember»: that day is the frist, and says nothing of which referat."""
    sagt = _FRISTEN.search(linjen(turn))
    if sagt is None:
        return meaning
    extra = {**meaning.slots.extra, FRIST: sagt["frist"]}
    return replace(meaning, slots=replace(meaning.slots, period=None, tvil=(), extra=extra))


def _frist(turn: Turn, meaning: Meaning, bok: Bok) -> date:
    """As it was said, else so many working days as the body gives."""
    dag = turn.incoming.at.date()
    sagt = ord_(meaning.slots, FRIST)
    lest = frist_i(sagt, dag) if sagt else None
    return lest or merknadsfrist([turn.register.organ(o) for o in bok.hode.organ_ids], dag)


def _dato(skrevet: str | None) -> date:
    try:
        return date.fromisoformat(skrevet or "")
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _hvem(turn: Turn, bok: Bok) -> list[str]:
    alle = mottakere(bok.stand, turn.register, bok.hode)
    borte = [m.hvem.navn for m in alle if m.borte]
    linjer = [turn.norsk.tekst("godkjenning.mottakere", antall=len(alle))]
    linjer += _delene(turn, bok)
    if borte:
        linjer.append(turn.norsk.tekst("godkjenning.borte", navn=skriv.liste(borte)))
    return linjer


def _delene(turn: Turn, bok: Bok) -> list[str]:
    """Who gets the part alone that is theirs too."""
    numre = [nr for nr, _ in delmottakere(bok.stand, turn.register, bok.hode)]
    return [
        turn.norsk.tekst(
            "godkjenning.mottakere_del",
            antall=numre.count(nr),
            organ=organnavn(turn.register, andres(bok.stand, bok.hode.organ_ids, nr), bok.hode.dato),
        )
        for nr in dict.fromkeys(numre)
    ]


def mangellinjer(turn: Turn, m: Bokmangler) -> list[str]:
    """What it still lacks, a line for each kind. Nothing of it stops the sending."""
    norsk = turn.norsk
    saker = skriv.liste([s.saksnr or s.tittel for s in m.saker[:VIST]])
    svar = skriv.liste([f"{s.saksnr or s.tittel} ({nr})" for s, nr in m.uten_svar[:VIST]])
    folk = skriv.liste([f.person.navn for f in m.bekreftes[:VIST]])
    return [
        *([norsk.tekst("godkjenning.mangler_konklusjon", saker=saker)] if m.saker else []),
        *([norsk.tekst("godkjenning.mangler_hvem", punkter=_numre(m.uten_hvem))] if m.uten_hvem else []),
        *([norsk.tekst("godkjenning.mangler_frist", punkter=_numre(m.uten_frist))] if m.uten_frist else []),
        *([norsk.tekst("godkjenning.mangler_svar", forslag=svar)] if m.uten_svar else []),
        *(
            [norsk.tekst("godkjenning.mangler_innspill", punkter=_numre(m.aapne_plasser))]
            if m.aapne_plasser
            else []
        ),
        *([norsk.tekst("godkjenning.mangler_bekreftelse", navn=folk)] if m.bekreftes else []),
        *([norsk.tekst("godkjenning.mangler_moeteleder")] if m.moeteleder else []),
        *([norsk.tekst("godkjenning.mangler_referent")] if m.referent else []),
    ]


def _numre(punkter: Sequence[Punkt]) -> str:
    return skriv.liste([str(p.nr) for p in punkter[:VIST]])


def lag(tjenester: Tjenester) -> Dialog:
    return ReferatSend(tjenester)
