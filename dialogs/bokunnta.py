"""A sak or a point that is unntatt offentlighet, with its hjemmel; or is public again."""

from collections.abc import Sequence

from bot.cards.ord import sakstittel
from bot.domain import bokrette
from bot.domain.boksaker import den_aapne, finn_sak
from bot.domain.moetebok import Foering
from bot.language import diktat
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import i_boken, kvitter
from dialogs.bokbekreft import forhaandsvis
from dialogs.bokfinn import finn_boken
from dialogs.bokfoer import Bok, foer
from dialogs.bokkvittering import merket
from dialogs.bokrette import nummeret
from dialogs.bokvern import vern
from dialogs.slots import ord_, tall
from dialogs.tjenester import Tjenester

UNNTATT = "referat.unntatt"


class BokUnnta:
    intents = frozenset({UNNTATT})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: unnta(turn, meaning, self._tjenester))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        return await forhaandsvis(turn, meaning)


async def unnta(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    skrevet = ord_(meaning.slots, "tekst") or ""
    stoppet = vern(turn, meaning, skrevet, tjenester)
    if stoppet:
        return stoppet
    opphev = ord_(meaning.slots, "hva") in ("opphev", "offentlig")
    hjemmel = None if opphev else diktat.skrift(skrevet).rstrip(".") or turn.norsk.tekst("foering.offl")
    hva: list[str] = []
    await finn_boken(turn, meaning)

    def handling(bok: Bok) -> Sequence[Foering]:
        nr, sak = _mener(bok, meaning)
        hva.append(_navnet(turn, bok, nr, sak))
        return bokrette.unnta(bok.stand, bok.akt, hjemmel, nr=nr, sak=sak)

    await foer(turn, handling)
    if hjemmel is None:
        return kvitter(turn, turn.norsk.tekst("foering.offentlig", hva=hva[0]))
    linje = turn.norsk.tekst("foering.unntatt", hva=hva[0], hjemmel=hjemmel)
    if any(tegn.isdigit() for tegn in hjemmel) or not skrevet.strip():
        return kvitter(turn, linje)
    return kvitter(turn, f"{linje}\n{turn.norsk.tekst('ettersending.hvilken_paragraf')}")


def _mener(bok: Bok, meaning: Meaning) -> tuple[int | None, int | None]:
    """A point, else a sak, else the open one."""
    if tall(meaning.slots, "punkt") is not None:
        return nummeret(bok, meaning), None
    ref = meaning.slots.sak
    sak = finn_sak(bok.stand, ref, bok.hode.dato.year) if ref else den_aapne(bok.stand)
    return None, sak.key


def _navnet(turn: Turn, bok: Bok, nr: int | None, sak: int | None) -> str:
    if nr is not None:
        return merket(bok.stand, nr, turn)
    funnet = bok.stand.sak(sak or 0)
    return sakstittel(funnet.saksnr, funnet.tittel)


def lag(tjenester: Tjenester) -> Dialog:
    return BokUnnta(tjenester)
