"""«Angre»: takes back one's own last act, whatever it was, as often as it is said."""

from collections.abc import Sequence

from bot.cards.ord import sakstittel
from bot.domain import bokangre
from bot.domain.bokakt import folk_av, hvem_av
from bot.domain.bokfeil import Bokfeil
from bot.domain.bokstand import Bokstand
from bot.domain.moetebok import Foering
from bot.language import skriv
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import i_boken, kvitter
from dialogs.bokbekreft import forhaandsvis
from dialogs.bokfoer import Bok, hold, noter
from dialogs.bokkvittering import merket
from dialogs.slots import ord_, tall
from dialogs.tjenester import Tjenester

ANGRE = "referat.angre"
_SLAG = {"punkt": bokangre.OM_PUNKT, "siste": bokangre.UTEN_GANGEN}
"""«Fjern siste punkt»; «fjern siste», which takes back no change of sak."""
MAKS = 20
VIST = 5


class BokAngre:
    intents = frozenset({ANGRE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: angre(turn, meaning, self._tjenester))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        return await forhaandsvis(turn, meaning)


async def angre(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    ganger = min(max(tall(meaning.slots, "tall") or 1, 1), MAKS)
    bok = await hold(turn)
    angret, nye = _ganger(bok, ganger, _SLAG.get(ord_(meaning.slots, "hva") or "", bokangre.ALLE))
    await noter(turn, bok, nye)
    linjer = [turn.norsk.tekst("foering.angret", hva=hva_var_det(turn, bok.stand, act)) for act in angret]
    return kvitter(turn, "\n".join(linjer))


def _ganger(bok: Bok, ganger: int, slag: bokangre.Slag) -> tuple[list[tuple[Foering, ...]], list[Foering]]:
    """The acts that are taken back and the lines that say so. Fewer where there are no more; raises what
    the first of them raises.
    """
    angret: list[tuple[Foering, ...]] = []
    nye: list[Foering] = []
    for nr in range(ganger):
        try:
            hva = bokangre.hva_angres([*bok.linjer, *nye], bok.akt.av, slag)
            linjer = bokangre.angre([*bok.linjer, *nye], bok.akt, slag)
        except Bokfeil:
            if nr == 0:
                raise
            break
        angret.append(hva)
        nye += linjer
    return angret, nye


def hva_var_det(turn: Turn, stand: Bokstand, linjer: Sequence[Foering]) -> str:
    """«12/24 · innspill 3 «Tas med videre»», «Siri Haug kom»."""
    deler = list(dict.fromkeys(_linje(turn, stand, linje) for linje in linjer))
    flere = [turn.norsk.tekst("liste.flere", antall=len(deler) - VIST)] if len(deler) > VIST else []
    return ", ".join([*deler[:VIST], *flere])


def _linje(turn: Turn, stand: Bokstand, linje: Foering) -> str:
    noekkel = f"foering.hendelse_{linje.slag.value}"
    if noekkel not in HENDELSER:
        noekkel = "foering.hendelse_annet"
    return turn.norsk.tekst(noekkel, hva=_hva(turn, stand, linje))


def _hva(turn: Turn, stand: Bokstand, linje: Foering) -> str:
    if linje.nr in stand.punkter and linje.sak != 0:
        return merket(stand, linje.nr or 0, turn)
    if linje.sak is not None:
        sak = next((s for s in stand.saker if s.key == linje.sak), None)
        return sakstittel(sak.saksnr, sak.tittel) if sak else linje.tekst or ""
    return _navn(linje) or linje.tekst or _moetet(linje)


def _moetet(linje: Foering) -> str:
    """Where or when: «Teams», «13:00»."""
    verdi = next((v for n in ("sted", "start", "slutt") if (v := linje.verdier.get(n))), "")
    return str(verdi).replace(":", ".") if "sted" not in linje.verdier else str(verdi)


def _navn(linje: Foering) -> str:
    hvem = linje.verdier.get("hvem")
    if isinstance(hvem, list):
        return skriv.liste([h.navn for h in folk_av(hvem)])
    return hvem_av(hvem).navn if isinstance(hvem, dict) else ""


HENDELSER = frozenset(
    {
        "foering.hendelse_sak_lagt",
        "foering.hendelse_del_lagt",
        "foering.hendelse_moeteleder",
        "foering.hendelse_referent",
        "foering.hendelse_moete",
        "foering.hendelse_sak_aapnet",
        "foering.hendelse_pause",
        "foering.hendelse_tilbake",
        "foering.hendelse_hevet",
        "foering.hendelse_gjenaapnet",
        "foering.hendelse_punkt",
        "foering.hendelse_endret",
        "foering.hendelse_flyttet",
        "foering.hendelse_stroeket",
        "foering.hendelse_hentet",
        "foering.hendelse_unntatt",
        "foering.hendelse_sak_endret",
        "foering.hendelse_til_stede",
        "foering.hendelse_forfall",
        "foering.hendelse_kom",
        "foering.hendelse_gikk",
        "foering.hendelse_ikke_med",
    }
)


def lag(tjenester: Tjenester) -> Dialog:
    return BokAngre(tjenester)
