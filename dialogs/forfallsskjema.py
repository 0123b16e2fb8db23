"""The form for forfall, shown and sent: which møter, and a vara of one's own seat."""

from collections.abc import Sequence

from bot.cards.forfallsskjema import INGEN, MOETER, VARA, Skjema, Valg, forfallsskjema
from bot.cards.melding import skriveknapp
from bot.domain.forfall import meld_forfall
from bot.domain.frammoete import Hvem
from bot.domain.moeter import kommende
from bot.domain.plasser import hvem, samme
from bot.domain.register import Moetehode
from bot.domain.situasjon import Situasjon
from bot.domain.utfall import Utfall
from bot.domain.varaliste import oppnevnte
from bot.turn import Dialog, Meaning, Reply, Turn
from bot.varsling.frammoete import les
from dialogs.angreord import kan_avbrytes
from dialogs.forfallshvem import Gjelder, den_det_gjelder
from dialogs.forfallsmoeter import er_kalt, er_med
from dialogs.forfallsrett import krev_rett
from dialogs.forfallssvar import Regel, noter, svar_paa
from dialogs.her import organer_her
from dialogs.moetet import moetenavn
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester

SEND = "forfall.send"
FLEST = 12
"""As many møter as one can choose between on a phone."""


class Skjemaet:
    intents = frozenset({SEND})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """Raises UgyldigKnapp for what is none of the choices."""
        gjelder = den_det_gjelder(turn, Meaning(SEND, sure=True))
        if not isinstance(gjelder, Gjelder):
            return gjelder
        valgte, vara = _tallene(ord_(meaning.slots, MOETER)), _tallene(ord_(meaning.slots, VARA))
        moeter = await _moeter(turn, gjelder)
        funnet = [m for m in moeter if m.id in valgte]
        if len(funnet) < len(valgte):
            return await vis_skjema(turn, self._tjenester, "forfallsskjema.borte", funnet, vara)
        if not funnet:
            return await vis_skjema(turn, self._tjenester, "forfallsskjema.ingenting", (), vara)
        krev_rett(turn, gjelder, funnet)
        poster = [await noter(turn, self._tjenester, hode, _regel(gjelder.hvem, vara)) for hode in funnet]
        return svar_paa(turn, self._tjenester, gjelder, poster, ())


def _regel(person: Hvem, vara: Sequence[int]) -> Regel:
    """The vara who was chosen counts where they are one for that place."""

    def regel(situasjon: Situasjon) -> Utfall:
        egne = [v for v in _varaer(situasjon, person) if v.person_id in vara]
        return meld_forfall(situasjon, person, person, egne[0] if egne else None)

    return regel


async def vis_skjema(
    turn: Turn,
    tjenester: Tjenester,
    feil: str = "",
    valgte: Sequence[Moetehode] = (),
    vara: Sequence[int] = (),
) -> list[Reply]:
    """Empty, or with what was filled in and what was wrong with it. Raises IkkeLov, IkkeHer."""
    gjelder = den_det_gjelder(turn, Meaning(SEND, sure=True))
    if not isinstance(gjelder, Gjelder):
        return gjelder
    moeter = await _moeter(turn, gjelder)
    if not moeter:
        return si_setning(turn, turn.norsk.tekst("forfall.ingen_kommende_deg"))
    krev_rett(turn, gjelder, moeter)
    varaer = await _mine_varaer(turn, gjelder, moeter)
    skjema = Skjema(
        moeter=[Valg(moetenavn(turn, m), str(m.id)) for m in moeter],
        varaer=[Valg(v.navn, str(v.person_id)) for v in varaer],
        send=skriveknapp(turn.norsk.tekst("forfallsskjema.send"), SEND, tjenester.ny_id()),
        valgte=tuple(str(m.id) for m in valgte),
        vara=next((str(v.person_id) for v in varaer if v.person_id in vara), INGEN),
        feil=turn.norsk.tekst(feil) if feil else "",
    )
    kan_avbrytes(turn, tjenester)
    return si(turn, forfallsskjema(turn.norsk, skjema))


async def _moeter(turn: Turn, gjelder: Gjelder) -> list[Moetehode]:
    """Those to come that are theirs; in a body's channel that body's."""
    alle = kommende(turn.register.moeter, turn.incoming.at)
    foran = [m for m in alle if er_med(turn, gjelder, m)]
    egne = [m for m in foran if gjelder.organ_ids & set(m.organ_ids)]
    vara = [m for m in foran if m not in egne and gjelder.vara_ids & set(m.organ_ids)]
    kalt = [m for m in vara if await er_kalt(turn, gjelder, m)]
    alle = sorted([*egne, *kalt], key=foran.index)[:FLEST]
    her = set(organer_her(turn))
    return [m for m in alle if her & set(m.organ_ids)] or alle


async def _mine_varaer(turn: Turn, gjelder: Gjelder, moeter: Sequence[Moetehode]) -> list[Hvem]:
    """The oppnevnte of the person's places, each once."""
    situasjoner = [await les(turn.uow, m.id, turn.incoming.at) for m in moeter]
    alle = [v for s in situasjoner for v in _varaer(s, gjelder.hvem)]
    return list({v.person_id: v for v in alle}.values())


def _varaer(situasjon: Situasjon, person: Hvem) -> list[Hvem]:
    dag = situasjon.hode.dato
    plasser = situasjon.plasser_til(person)
    funnet = [hvem(m) for p in plasser for m in oppnevnte(situasjon.organ(p.organ_id), p, dag)]
    return [v for v in funnet if v.person_id is not None and not samme(v, person)]


def _tallene(verdi: str | None) -> list[int]:
    """«3,7», as a choice of several comes back; «ingen» is none. Raises UgyldigKnapp."""
    biter = [bit.strip() for bit in (verdi or "").split(",") if bit.strip() and bit.strip() != INGEN]
    if not all(bit.isascii() and bit.isdecimal() and len(bit) < 10 for bit in biter):
        raise UgyldigKnapp
    return list(dict.fromkeys(int(bit) for bit in biter))


def lag(tjenester: Tjenester) -> Dialog:
    return Skjemaet(tjenester)
