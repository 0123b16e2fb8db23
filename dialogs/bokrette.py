"""A point is edited, moved, struck or brought back; all revisions are kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain import bokpunkt, bokrette
from bot.domain.bokfeil import FristIFortiden
from bot.domain.bokpunktfeil import EndretAvAnnen
from bot.domain.boksaker import finn_sak
from bot.domain.fritekst import Feil, Felt, UgyldigTekst
from bot.domain.moetebok import Foering, Punktslag
from bot.language.punktnumre import flere_punkter, skal_strykes
from bot.turn import Dialog, Meaning, Reply, SakRef, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import i_boken, kvitter, si_fra
from dialogs.bokbekreft import forhaandsvis
from dialogs.bokfoer import Bok, foer
from dialogs.bokfolk import finn_folk
from dialogs.bokkonflikt import vis_konflikt
from dialogs.bokkvittering import merket, si_rettet
from dialogs.boklinjer import skrevet
from dialogs.bokrevisjoner import vis_revisjoner
from dialogs.bokvern import vern
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import linjen
from dialogs.tjenester import Tjenester

RETT = "referat.rett"
SISTE = -1
SLAGORD = {
    "orienteringssak": Punktslag.ORIENTERING,
    "oppfølging": Punktslag.OPPFOELGING,
    "oppgave": Punktslag.OPPFOELGING,
    "oppfølgingspunkt": Punktslag.OPPFOELGING,
    "protokolltilførsel": Punktslag.PROTOKOLLTILFOERSEL,
    "merknad": Punktslag.NOTAT,
    **{slag.value: slag for slag in Punktslag},
}
Linjer = Sequence[Foering]


class BokRette:
    intents = frozenset({RETT})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: rett(turn, meaning, self._tjenester))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        return await forhaandsvis(turn, meaning)


async def rett(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    meaning = _som_ny_tekst(turn, meaning)
    hva = ord_(meaning.slots, "hva") or "endre"
    if hva == "revisjoner":
        return await vis_revisjoner(turn, meaning)
    nre = () if turn.incoming.button else flere_punkter(linjen(turn))
    if nre and skal_strykes(linjen(turn)):
        return await _stryk_flere(turn, nre)
    if nre and not meaning.strict:
        return si_fra(turn, turn.norsk.tekst("foering.ett_om_gangen"))
    if tall(meaning.slots, "punkt") is None:
        return si_fra(turn, turn.norsk.tekst("foering.hvilket_punkt"))
    if hva not in _GJOER:
        raise UgyldigKnapp
    stoppet = vern(turn, meaning, _ny_tekst(meaning), tjenester)
    if stoppet:
        return stoppet
    return await _gjoer(turn, meaning, hva, tjenester)


def _som_ny_tekst(turn: Turn, meaning: Meaning) -> Meaning:
    """«Gjer om punkt 1 til Vert utsett.»: what is no kind of point is its new text."""
    extra = meaning.slots.extra
    if turn.incoming.button or extra.get("hva") != "slag" or _slaget(meaning):
        return meaning
    ny = {**extra, "hva": "endre", "tekst": ord_(meaning.slots, "ny") or ""}
    return replace(meaning, slots=replace(meaning.slots, extra=ny))


async def _stryk_flere(turn: Turn, nre: Sequence[int]) -> list[Reply]:
    """All of them or none; undone together."""
    foert = await foer(turn, lambda bok: bokrette.stryk(bok.stand, bok.akt, nre))
    tekst = turn.norsk.tekst
    linjer = [
        tekst(
            "foering.rettet_stryk", punkt=merket(foert.etter, nr, turn), tekst=foert.etter.punkter[nr].tekst
        )
        for nr in nre
    ]
    return kvitter(turn, "\n".join(linjer))


async def _gjoer(turn: Turn, meaning: Meaning, hva: str, tjenester: Tjenester) -> list[Reply]:
    rettet: list[int] = []

    def handling(bok: Bok) -> Linjer:
        rettet.append(nummeret(bok, meaning))
        return _GJOER[hva](turn, meaning, bok, rettet[0])

    try:
        foert = await foer(turn, handling)
    except EndretAvAnnen as feil:
        punkt = feil.punkt
        await foer(turn, lambda bok: bokrette.har_sett(bok.stand, bok.akt, punkt.nr))
        return vis_konflikt(turn, meaning, punkt, tjenester)
    except FristIFortiden as feil:
        return si_fra(turn, turn.norsk.tekst("foering.frist_passert", frist=turn.norsk.dato(feil.frist)))
    return si_rettet(turn, foert.etter, hva, rettet[0])


def nummeret(bok: Bok, meaning: Meaning) -> int:
    """Which point; -1 is the speaker's own last, of the kind that is named («siste konklusjon»). Raises
    what the rules raise.
    """
    nr = tall(meaning.slots, "punkt")
    if nr is None or nr == SISTE:
        slag = ord_(meaning.slots, "av_slag")
        return bokpunkt.siste_av(bok.stand, bok.akt.av, SLAGORD.get(slag or "")).nr
    return bokpunkt.punkt(bok.stand, nr).nr


def _ny_tekst(meaning: Meaning) -> str:
    return " ".join(ord_(meaning.slots, navn) or "" for navn in ("tekst", "ny"))


def _endre(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    tekst = ord_(meaning.slots, "tekst") or ""
    if not tekst.strip():
        raise UgyldigTekst(Felt.PUNKT, Feil.TOM)
    return bokrette.rett(bok.stand, bok.akt, nr, skrevet(turn, tekst), sett=tall(meaning.slots, "sett"))


def _bytt(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    gammel, ny = ord_(meaning.slots, "gammel") or "", ord_(meaning.slots, "ny") or ""
    return bokrette.bytt(bok.stand, bok.akt, nr, gammel, ny)


def _frist(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    period = meaning.slots.period
    return bokrette.sett_frist(bok.stand, bok.akt, nr, period.fra if period else None)


def _uten_frist(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    return bokrette.sett_frist(bok.stand, bok.akt, nr, None)


def _stryk(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    return bokrette.stryk(bok.stand, bok.akt, [nr])


def _hent(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    return bokrette.hent(bok.stand, bok.akt, nr)


def _flytt(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    sak = finn_sak(bok.stand, meaning.slots.sak or SakRef(), bok.hode.dato.year)
    return bokrette.flytt(bok.stand, bok.akt, nr, sak.key)


def _slag(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    slag = _slaget(meaning)
    if slag is None:
        raise UgyldigKnapp
    return bokrette.endre_slag(bok.stand, bok.akt, nr, slag)


def _slaget(meaning: Meaning) -> Punktslag | None:
    skrevet_slag = (ord_(meaning.slots, "ny") or "").strip(" .").lower()
    return next((s for ord__, s in SLAGORD.items() if skrevet_slag.startswith(ord__)), None)


def _hvem(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    navn = [n for n in (meaning.slots.person, ord_(meaning.slots, "annen")) if n]
    return bokrette.sett_hvem(bok.stand, bok.akt, nr, finn_folk(turn, bok, navn))


def _fyll(turn: Turn, meaning: Meaning, bok: Bok, nr: int) -> Linjer:
    """That innspill fills the open place of that vedtak; behind a button."""
    return bokrette.fyll(bok.stand, bok.akt, nr, tall(meaning.slots, "vedtak"))


_GJOER: dict[str, Callable[[Turn, Meaning, Bok, int], Linjer]] = {
    "endre": _endre,
    "bytt": _bytt,
    "frist": _frist,
    "stryk": _stryk,
    "hent": _hent,
    "flytt": _flytt,
    "slag": _slag,
    "ansvarlig": _hvem,
    "uten_frist": _uten_frist,
    "fyll": _fyll,
}


def lag(tjenester: Tjenester) -> Dialog:
    return BokRette(tjenester)
