"""How the referat that is being kept stands: all of it, a sak, or one point with its revisions."""

from collections.abc import Sequence

from bot.cards.bok import Punktgruppe, punktkort
from bot.cards.ord import sakstittel
from bot.domain import bokpunkt
from bot.domain.bokrett import krev_se
from bot.domain.boksaker import den_aapne, finn_sak
from bot.domain.bokstand import Boksak, Punkt
from bot.domain.conversation import Button
from bot.domain.moete import Moete
from bot.language import skriv
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.bok import bokens_navn, i_boken, si_fra
from dialogs.bokfinn import finn_boken
from dialogs.bokfoer import Bok, se
from dialogs.bokforslag import forslagene
from dialogs.bokmoettsak import vis_moett
from dialogs.bokrevisjoner import revisjonskort
from dialogs.boksted import krev_vist_her
from dialogs.moetet import papirene
from dialogs.slots import ord_, tall, til_data
from dialogs.svar import si
from dialogs.tjenester import Tjenester

UTKAST = "referat.utkast"


class BokUtkast:
    intents = frozenset({UTKAST})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await vis_utkast(turn, meaning)


async def vis_utkast(turn: Turn, meaning: Meaning) -> list[Reply]:
    """What is asked for in words of its own, and by whoever asks for a referat that is not there yet."""
    return await i_boken(turn, lambda: vis(turn, meaning))


async def vis(turn: Turn, meaning: Meaning, tjenester: Tjenester | None = None) -> list[Reply]:
    await finn_boken(turn, meaning)
    bok = await se(turn)
    krev_se(turn.aktoer, bok.stand, bok.hode.organ_ids)
    krev_vist_her(turn, bok)
    nr = tall(meaning.slots, "punkt")
    if nr is not None:
        siste = nr < 0
        punkt = bokpunkt.siste_av(bok.stand, bok.akt.av) if siste else bokpunkt.punkt(bok.stand, nr)
        return si(turn, revisjonskort(turn, bok, punkt))
    saker = _saker(bok, meaning)
    if ord_(meaning.slots, "hva") == "moett":
        return vis_moett(turn, bok, saker[0])
    return _vis(turn, meaning, bok, saker, await papirene(turn, bok.hode))


def _saker(bok: Bok, meaning: Meaning) -> Sequence[Boksak]:
    if meaning.slots.sak is not None:
        return [finn_sak(bok.stand, meaning.slots.sak, bok.hode.dato.year)]
    if ord_(meaning.slots, "hva") in ("sak", "moett"):
        return [den_aapne(bok.stand)]
    return bok.stand.saker


def _vis(turn: Turn, meaning: Meaning, bok: Bok, saker: Sequence[Boksak], moete: Moete) -> list[Reply]:
    """Never in the place of the card that was pressed, which tells what is missing."""
    alle = [(s, p) for s in saker for p in bok.stand.i_sak(s.key)]
    if not alle:
        return si_fra(turn, turn.norsk.tekst("foering.ingen_punkter"))
    fra = max(tall(meaning.slots, "fra") or 0, 0)
    grupper = [
        Punktgruppe(
            sakstittel(s.saksnr, s.tittel),
            (" ".join([_linje(turn, p), *forslagene(turn, bok.stand, moete, [p])]),),
        )
        for s, p in alle[fra:]
    ]
    foerst = turn.norsk.tekst("foering.punktene", antall=len(alle), moete=bokens_navn(turn, bok.hode))

    def flere(antall: int) -> Button:
        data = {**til_data(meaning.slots), "bok": bok.id, "fra": fra + antall}
        return Button(turn.norsk.tekst("foering.knapp_flere"), UTKAST, data)

    return [Reply(punktkort(turn.norsk, foerst, grupper, flere=flere))]


def _linje(turn: Turn, punkt: Punkt) -> str:
    """«4. innspill (Jonas Vik): …»."""
    slag = turn.norsk.tekst(f"foering.slag_{punkt.slag.value}")
    navn = skriv.liste([h.navn for h in punkt.hvem])
    frist = turn.norsk.tekst("foering.frist", dato=turn.norsk.dato(punkt.frist)) if punkt.frist else ""
    hvem = ", ".join(d for d in (navn, frist) if d)
    return f"{punkt.nr}. {slag}{f' ({hvem})' if hvem else ''}: {punkt.tekst}"


def lag(tjenester: Tjenester) -> Dialog:
    return BokUtkast(tjenester)
