"""«Godkjent» while a referat is dictated: the PREVIOUS one is meant, under the sak where it is approved.

«Referat fra 26.11 godkjennes» says so itself, under any sak. It is asked, and on yes both are written: the
konklusjon in the open referat, and that the previous is approved, there. Where there is no such referat
it is a konklusjon of the open sak, as it was said. The møte decides and the referent writes it, so it
takes the right to keep the open referat.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot.domain import bokgodkjenning, bokpunkt
from bot.domain.bokendret import endret_etter_sending, siste_innhold
from bot.domain.boklesing import les
from bot.domain.boksaker import den_aapne
from bot.domain.bokstand import Boksak, Boksakslag, Bokstand
from bot.domain.conversation import Button
from bot.domain.moetebok import Boktilstand, Foering, Moetebok, Punktslag
from bot.domain.register import Moetehode
from bot.language.diktat import skrift
from bot.turn import Meaning, Reply, Turn
from dialogs.bok import si_fra
from dialogs.bokfoer import Bok, foer, se
from dialogs.bokkvittering import kvitter_punkter, sakmerke
from dialogs.godkjenningsbok import LUKKET
from dialogs.svar import linjen
from dialogs.tjenester import Tjenester

SVAR, FORRIGE, VALG, SETT = "referat.godkjenn_svar", "forrige", "valg", "sett"
BEGGE, KONKLUSJON, INGEN = "begge", "konklusjon", "ingen"
_KONKLUSJON = re.compile(r"\b(?:godkjennes|godkjennast|godkjent|godkjend)\b", re.IGNORECASE)
"""What is said of a referat, and not to the bot («godkjenn referatet»)."""


async def i_moetet(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply] | None:
    """The reply to somebody who dictates; None where something else is meant, so that it is looked for as
    always.
    """
    bok = await se(turn)
    if bok.stand.tilstand is not Boktilstand.AAPEN:
        return None
    alene = meaning.slots.extra.get("hva") == "alene"
    forrige = await forrige_som_venter(turn, meaning, bok.hode)
    her = _er_godkjenningssaken(bok.stand)
    if forrige and (not alene or her):
        return await spoer_forrige(turn, bok, forrige, tjenester)
    if not alene and not (her and _KONKLUSJON.search(linjen(turn))):
        return None
    foert = await foer(turn, lambda b: konklusjon(b, linjen(turn)))
    return await kvitter_punkter(turn, foert, tjenester)


async def forrige_som_venter(
    turn: Turn, meaning: Meaning, hode: Moetehode
) -> tuple[Moetebok, Moetehode] | None:
    """The last closed one of the body before this, of the day that is said."""
    boeker = await turn.uow.boeker.i_tilstand(LUKKET)
    period = meaning.slots.period
    if period and period.fra:
        boeker = [b for b in boeker if _paa(turn.register.hode(b.moete_id), period.fra, period.til)]
    return bokgodkjenning.forrige_ikke_godkjent(boeker, turn.register, hode)


def _paa(hode: Moetehode | None, fra: date, til: date | None) -> bool:
    return hode is not None and fra <= hode.dato and (til is None or hode.dato < til)


def _er_godkjenningssaken(stand: Bokstand) -> bool:
    """The open sak is the one for it: by its kind, or the first of its part."""
    if stand.aapen is None:
        return False
    sak = stand.sak(stand.aapen)
    egne = [s for s in stand.saker if s.del_nr == sak.del_nr]
    return sak.slag is Boksakslag.GODKJENNING or egne[0].key == sak.key


async def spoer_forrige(
    turn: Turn,
    bok: Bok,
    forrige: tuple[Moetebok, Moetehode],
    tjenester: Tjenester,
    foerst: str = "",
) -> list[Reply]:
    """Whoever may keep the open referat may answer, so that it can be asked in the meeting's chat."""
    norsk, op, (gammel, hode) = turn.norsk, tjenester.ny_id(), forrige
    linjer = await turn.uow.boeker.les(gammel.id or 0)
    data = {"bok": bok.id, FORRIGE: gammel.id, SETT: siste_innhold(linjer), "op": op}
    sak = bok.stand.sak(bok.stand.aapen) if bok.stand.aapen is not None else None
    knapper = [Button(norsk.tekst("godkjenning.knapp_ja_laas"), SVAR, {**data, VALG: BEGGE})]
    if sak is not None:
        bare = norsk.tekst("godkjenning.knapp_bare_konklusjon", sak=sakmerke(sak))
        knapper.append(Button(bare, SVAR, {**data, VALG: KONKLUSJON}))
    knapper.append(Button(norsk.tekst("knapp.avbryt"), SVAR, {**data, VALG: INGEN}))
    spoersmaal = norsk.tekst("godkjenning.skal_det_laases", dato=f"{hode.dato:%d.%m.%y}")
    stand = les(linjer)
    ubesvarte = bokgodkjenning.ubesvarte(stand)
    foran = [norsk.tekst("godkjenning.uten_svar", antall=len(ubesvarte))] if ubesvarte else []
    return si_fra(
        turn,
        " ".join(
            [*([foerst] if foerst else []), *forbehold(turn, stand, hode, linjer), *foran, spoersmaal]
        ),
        knapper,
    )


def forbehold(turn: Turn, stand: Bokstand, hode: Moetehode, linjer: Sequence[Foering]) -> tuple[str, ...]:
    """What whoever approves it must know: nobody has got it, or not as it is; the frist is not over; it
    takes the place of a paper.
    """
    norsk, frist = turn.norsk, stand.merknadsfrist
    usendt = stand.tilstand is Boktilstand.UTKAST
    loeper = frist is not None and turn.incoming.at.date() <= frist
    return (
        *([norsk.tekst("godkjenning.ikke_sendt_ennaa")] if usendt else []),
        *([norsk.tekst("godkjenning.endret_etter_sending")] if endret_etter_sending(linjer) else []),
        *([norsk.tekst("godkjenning.fristen_loeper", dato=norsk.dato(frist))] if loeper and frist else []),
        *([norsk.tekst("godkjenning.har_papir")] if hode.har_referat else []),
    )


def konklusjon(bok: Bok, tekst: str) -> tuple[Foering, ...]:
    """«Godkjent.» as a konklusjon of the open sak."""
    return bokpunkt.nytt(bok.stand, bok.akt, Punktslag.KONKLUSJON, skrift(tekst.strip() or "godkjent"))


def i_saken(bok: Bok) -> str:
    """«sak 01/25 i møte 30.01.25», for the referat that is approved there."""
    sak: Boksak | None = den_aapne(bok.stand) if bok.stand.aapen is not None else None
    dag = f"{bok.hode.dato:%d.%m.%y}"
    return f"sak {sak.saksnr} i møte {dag}" if sak and sak.saksnr else f"møte {dag}"
