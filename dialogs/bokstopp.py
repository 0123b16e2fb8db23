"""«Møtet er hevet»: closed at once; what is missing follows, each with what mends it."""

from datetime import time

from bot.clock import OSLO
from bot.domain import bokloep
from bot.domain.conversation import Button
from bot.domain.utboks import Varselslag
from bot.language import frammoetelinje, skriv
from bot.turn import Dialog, Meaning, Message, Reply, Turn
from bot.varsling import Varsler
from bot.varsling.sammendragsforslag import trekk
from bot.varsling.varsler import Varsel
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import i_boken, kvitter, stille
from dialogs.bokbekreft import forhaandsvis
from dialogs.bokfinn import finn_boken
from dialogs.bokfoer import Bok, Foert, foer, hold, noter
from dialogs.bokmangler import manglerkort
from dialogs.boktil import foerer_naa
from dialogs.bokvern import LIKEVEL
from dialogs.oppdragfoelger import foreslaa
from dialogs.sammendragboken import ved_heving
from dialogs.slots import ord_
from dialogs.svar import si, spoer
from dialogs.tjenester import Tjenester

STOPP, GJENAAPNE = "referat.stopp", "referat.gjenaapne"


class BokStopp:
    intents = frozenset({STOPP, GJENAAPNE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        gjoer = stopp if meaning.intent == STOPP else gjenaapne
        return await i_boken(turn, lambda: gjoer(turn, meaning, self._tjenester))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        return await forhaandsvis(turn, meaning)


async def stopp(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    klokke = _klokken(turn, meaning)
    bok = await hold(turn)
    if bok.hode.dato > turn.incoming.at.date() and meaning.slots.extra.get(LIKEVEL) is not True:
        return _for_tidlig(turn, bok, tjenester)
    foert = await noter(turn, bok, bokloep.hev(bok.stand, bok.akt, klokke))
    await ved_heving(turn, bok, foert, tjenester)
    await foreslaa(turn, foert, tjenester)
    message = await manglerkort(turn, foert, _hevet(turn, foert), tjenester)
    if stille(turn):
        await _i_privat(turn, foert, message, tjenester)
        return []
    return si(turn, message)


def _for_tidlig(turn: Turn, bok: Bok, tjenester: Tjenester) -> list[Reply]:
    """The day of the møte has not come."""
    data = {"bok": bok.id, LIKEVEL: True, "op": tjenester.ny_id()}
    knapper = [
        Button(turn.norsk.tekst("foering.knapp_hev"), STOPP, data),
        Button(turn.norsk.tekst("foering.knapp_behold"), "referat.skriv_om", {"behold": True}),
    ]
    return spoer(
        turn, turn.norsk.tekst("foering.hev_for_tidlig", dato=turn.norsk.dato(bok.hode.dato)), knapper
    )


def _klokken(turn: Turn, meaning: Meaning) -> time | None:
    sagt = ord_(meaning.slots, "klokke")
    return frammoetelinje.klokken(sagt, turn.incoming.at.date()) if sagt else None


def _hevet(turn: Turn, foert: Foert) -> str:
    hevet = foert.etter.hevet or turn.incoming.at
    return turn.norsk.tekst("foering.hevet", klokke=skriv.klokke(hevet.astimezone(OSLO).time()))


async def _i_privat(turn: Turn, foert: Foert, message: Message, tjenester: Tjenester) -> None:
    """Twenty-five people need not read what is missing: whoever closed it gets it in 1:1."""
    varsel = Varsel(
        noekkel=f"bok:{foert.bok.id}:hevet:{foert.linjer[-1].id}",
        slag=Varselslag.SAK,
        ordlegg=lambda norsk: message,
        moete_id=foert.hode.id,
        haster=True,
    )
    til = Varsler(turn.uow, turn.register, turn.incoming.at, tjenester.rettigheter)
    await til.til_key(turn.incoming.person.key, varsel)


async def gjenaapne(turn: Turn, meaning: Meaning, tjenester: Tjenester) -> list[Reply]:
    await finn_boken(turn, meaning)
    foert = await foer(turn, lambda bok: bokloep.gjenaapne(bok.stand, bok.akt))
    await trekk(turn.uow, foert.hode.id)
    await foerer_naa(turn, foert.bok.id or 0)
    return kvitter(turn, turn.norsk.tekst("foering.gjenaapnet"))


def lag(tjenester: Tjenester) -> Dialog:
    return BokStopp(tjenester)
