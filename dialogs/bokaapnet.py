"""What the referent is told when the referat is opened, or is theirs to keep from now on."""

from collections.abc import Sequence

from bot.cards.bok import Linjer, linjekort
from bot.cards.melding import skriveknapp
from bot.cards.ord import sakstittel
from bot.domain import boksaker
from bot.domain.bokfeil import Bokfeil
from bot.domain.boklesing import les
from bot.domain.bokstand import Boksak, Bokstand, Status
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Moetebok
from bot.domain.navn import likt
from bot.domain.register import Moetehode
from bot.language import skriv
from bot.turn import Message, Reply, Turn
from dialogs.bok import bokens_navn, kvitter_kort
from dialogs.bokfoer import Foert
from dialogs.bokoppgaver import uten_sak
from dialogs.bokutsatt import utsatte
from dialogs.tjenester import Tjenester

VIST = 3


async def aapnet_kort(turn: Turn, foert: Foert, tjenester: Tjenester) -> Message:
    foerst = turn.norsk.tekst("foering.aapnet", moete=bokens_navn(turn, foert.hode))
    fra_foer = await _fra_foer(turn, foert)
    return _kort(turn, foerst, foert.bok, foert.etter, tjenester, fra_foer)


async def _fra_foer(turn: Turn, foert: Foert) -> list[str]:
    """What was put off at the last møte and is no sak here, and how much is open under no sak."""
    linjer, stand = list[str](), foert.etter
    forrige = (await utsatte(turn.uow, turn.register, foert.hode)).saker
    borte = [
        u.tittel
        for u in forrige
        if not u.hjemmel and not any(likt(u.tittel, s.tittel) for s in stand.saker)
    ]
    if borte:
        linjer.append(turn.norsk.tekst("foering.utsatt_sist", saker=skriv.liste(borte[:VIST])))
    aapne = await uten_sak(turn.uow, foert.hode, stand.saker)
    if aapne:
        linjer.append(turn.norsk.tekst("foering.uten_sak", antall=len(aapne)))
    return linjer


async def du_foerer(turn: Turn, bok: Moetebok, hode: Moetehode, tjenester: Tjenester) -> list[Reply]:
    """Somebody had opened it: the speaker keeps it too."""
    stand = les(await turn.uow.boeker.les(bok.id or 0))
    foerst = turn.norsk.tekst("foering.du_foerer", moete=bokens_navn(turn, hode))
    return kvitter_kort(turn, _kort(turn, foerst, bok, stand, tjenester))


def _kort(
    turn: Turn,
    foerst: str,
    bok: Moetebok,
    stand: Bokstand,
    tjenester: Tjenester,
    fra_foer: Sequence[str] = (),
) -> Message:
    linjer = [*_folk(turn, stand), *_sak(turn, stand), *fra_foer, turn.norsk.tekst("foering.slik")]
    knapper = _knapper(turn, bok, stand, tjenester)
    return linjekort(Linjer(foerst, tuple(linjer)), knapper)


def _folk(turn: Turn, stand: Bokstand) -> list[str]:
    norsk = turn.norsk
    leder = stand.moeteleder.navn if stand.moeteleder else norsk.tekst("foering.ikke_satt")
    referent = _navn(stand.referenter) or norsk.tekst("foering.ikke_satt")
    linjer = [
        norsk.tekst("foering.moeteleder", navn=leder),
        norsk.tekst("foering.referent", navn=referent),
    ]
    forfall = [f.person for f in stand.frammoete if f.status is Status.FORFALL]
    bekreftes = [f.person for f in stand.frammoete if f.status is Status.BEKREFTES]
    til_stede = [f.person for f in stand.frammoete if f.status is Status.TIL_STEDE]
    for key, folk in (("til_stede", til_stede), ("forfall", forfall), ("bekreftes", bekreftes)):
        if folk:
            linjer.append(norsk.tekst(f"foering.linje_{key}", navn=_navn(folk)))
    return linjer


def _navn(folk: Sequence[Hvem]) -> str:
    return skriv.liste([h.navn for h in folk])


def _sak(turn: Turn, stand: Bokstand) -> list[str]:
    """Which sak is open, or comes first."""
    if stand.aapen is not None:
        sak = stand.sak(stand.aapen)
        return [turn.norsk.tekst("foering.aapen_sak", sak=_uten_ordet(sak))]
    foerste = _neste(stand)
    if foerste is None:
        return [turn.norsk.tekst("foering.uten_saker")]
    return [turn.norsk.tekst("foering.foerste_sak", sak=_uten_ordet(foerste))]


def _uten_ordet(sak: Boksak) -> str:
    """«03/24 Tolk»: «sak» stands before it already."""
    return sakstittel(sak.saksnr, sak.tittel).removeprefix("Sak ")


def _neste(stand: Bokstand) -> Boksak | None:
    try:
        return boksaker.neste(stand)
    except Bokfeil:
        return None


def _knapper(turn: Turn, bok: Moetebok, stand: Bokstand, tjenester: Tjenester) -> list[Button]:
    tekst, op, knapper = turn.norsk.tekst, tjenester.ny_id, list[Button]()
    foerste = _neste(stand) if stand.aapen is None else None
    if foerste is not None:
        navn = foerste.saksnr or foerste.tittel
        knapper.append(
            skriveknapp(
                tekst("foering.knapp_aapne", sak=navn),
                "referat.sak",
                op(),
                bok=bok.id,
                hva="gaa",
                key=foerste.key,
            )
        )
    if any(f.status is Status.BEKREFTES for f in stand.frammoete):
        knapper.append(
            skriveknapp(
                tekst("foering.knapp_bekreft"), "referat.frammoete", op(), bok=bok.id, hva="bekreft"
            )
        )
    return knapper
