"""What a dictated line needs to be asked about; what was said is kept while the bot asks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.cards.ord import forkortet, sakstittel
from bot.domain.bokfeil import FlereHeter
from bot.domain.bokpunktfeil import FristUklar
from bot.domain.bokstand import Boksakslag
from bot.domain.moetebok import Punktslag
from bot.domain.navnebokstaver import med_stor
from bot.language import skriv
from bot.turn import Meaning, Reply, Turn
from dialogs import bokkladd
from dialogs.bok import si_fra
from dialogs.bokavslag import avslag_ord
from dialogs.bokfoer import Bok
from dialogs.bokprivat import spoer_den_som_skrev
from dialogs.bokventeliste import venter_paa_sak
from dialogs.slots import ord_
from dialogs.tjenester import Tjenester

TEGN = 100
VALGFRIE = (
    Punktslag.NOTAT,
    Punktslag.INNSPILL,
    Punktslag.KONKLUSJON,
    Punktslag.OPPFOELGING,
    Punktslag.ORIENTERING,
)


async def _spoer(
    turn: Turn,
    meaning: Meaning,
    tekst: str,
    valg: Sequence[tuple[str, dict[str, Any]]],
    tjenester: Tjenester,
    *,
    venter: bool = False,
) -> list[Reply]:
    """Each choice is a label and what it adds to what was said. `venter`: opening a sak answers it too."""
    kladd = await bokkladd.legg(turn, tjenester, meaning)
    if venter:
        await venter_paa_sak(turn, tjenester, kladd)
    knapper = [bokkladd.valg(label, kladd, **{"bok": turn.bok_id, **data}) for label, data in valg]
    return await spoer_den_som_skrev(turn, tekst, knapper, tjenester)


async def spoer_sak(turn: Turn, meaning: Meaning, bok: Bok, tjenester: Tjenester) -> list[Reply]:
    """No sak is open."""
    if not bok.stand.saker:
        return si_fra(turn, turn.norsk.tekst("foering.ingen_saker"))
    saker = [s for s in bok.stand.saker if s.slag is not Boksakslag.AVSLUTNING]
    valg = [(sakstittel(s.saksnr, s.tittel), {"key": s.key}) for s in saker]
    hvilken = "foering.hvilken_sak_etter" if bok.stand.hevet else "foering.hvilken_sak"
    spoersmaal = turn.norsk.tekst(hvilken, tekst=_sitat(meaning))
    return await _spoer(turn, meaning, spoersmaal, valg, tjenester, venter=True)


async def spoer_frist(
    turn: Turn, meaning: Meaning, frist: date, bok: Bok, tjenester: Tjenester
) -> list[Reply]:
    """It has passed: next year's, or none."""
    dato = turn.norsk.dato
    ny = _et_aar_til(frist, turn.incoming.at.date())
    valg: list[tuple[str, dict[str, Any]]] = [
        (dato(ny).partition(" ")[2], {"frist": ny.isoformat()}),
        (turn.norsk.tekst("foering.knapp_uten_frist"), {"frist": "ingen"}),
        (turn.norsk.tekst("foering.knapp_forkast"), {"forkast": True}),
    ]
    spoersmaal = turn.norsk.tekst("foering.frist_har_vaert", frist=dato(frist), tekst=_sitat(meaning))
    return await _spoer(turn, meaning, spoersmaal, valg, tjenester)


async def spoer_ukedag(turn: Turn, meaning: Meaning, feil: FristUklar, tjenester: Tjenester) -> list[Reply]:
    """«Fredag 29. april» is a Thursday: which of the two?"""
    dato = turn.norsk.dato
    valg: list[tuple[str, dict[str, Any]]] = [(dato(d), {"frist": d.isoformat()}) for d in feil.datoer]
    valg.append((turn.norsk.tekst("foering.knapp_uten_frist"), {"frist": "ingen"}))
    return await _spoer(turn, meaning, avslag_ord(turn.norsk, feil), valg, tjenester)


def _et_aar_til(frist: date, dag: date) -> date:
    """The same day in the first year that it has not passed in; 29 February becomes the 28th."""
    for aar in (dag.year, dag.year + 1):
        try:
            ny = frist.replace(year=aar)
        except ValueError:
            ny = date(aar, 2, 28)
        if ny >= dag:
            return ny
    return ny


async def spoer_hvem_av(
    turn: Turn, meaning: Meaning, feil: FlereHeter, tjenester: Tjenester, foerst: str = ""
) -> list[Reply]:
    """`foerst` is said before the question."""
    valg: list[tuple[str, dict[str, Any]]] = [(h.navn, {"hvem": h.navn}) for h in feil.kandidater]
    navn = skriv.liste([h.navn for h in feil.kandidater])
    spoersmaal = turn.norsk.tekst("foering.hvem_av", navn=med_stor(feil.navn), kandidater=navn)
    hele = "\n".join(d for d in (foerst, spoersmaal) if d)
    return await _spoer(turn, meaning, hele, valg, tjenester)


async def spoer_slag(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    """What kind of point is it? Or none at all."""
    tekst = turn.norsk.tekst
    valg: list[tuple[str, dict[str, Any]]] = [
        (tekst(f"foering.knapp_{slag.value}"), {"hva": slag.value}) for slag in VALGFRIE
    ]
    valg.append((tekst("foering.knapp_forkast"), {"forkast": True}))
    return await _spoer(turn, meaning, tekst("foering.hva_slags", tekst=_sitat(meaning)), valg, tjenester)


def _sitat(meaning: Meaning) -> str:
    return forkortet(" ".join((ord_(meaning.slots, "tekst") or "").split()), TEGN)
