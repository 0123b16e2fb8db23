"""«Det må noteres at …» by somebody who does not dictate: offered to the referent."""

from collections.abc import Collection
from dataclasses import replace

from bot.cards.melding import skriveknapp
from bot.cards.valg import om_teksten
from bot.domain import bokforeslaatt
from bot.domain.aktoer import Aktoer
from bot.domain.bokfeil import Laast
from bot.domain.bokrett import kan_foere
from bot.domain.bokstand import Bokstand, Foreslaatt
from bot.domain.conversation import Button
from bot.domain.moetebok import Boktilstand, Moetebok, Punktslag
from bot.domain.register import Moetehode
from bot.domain.rettigheter import SEKRETARIAT, Rett, krev
from bot.domain.utboks import Varselslag
from bot.turn import Dialog, Meaning, Message, Norsk, Reply, Turn
from bot.varsling.varsler import Varsel
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import bokens_navn, i_boken, kvitter, si_fra
from dialogs.bokbekreft import forhaandsvis
from dialogs.bokfoer import Foert, foer
from dialogs.bokkvittering import merket
from dialogs.boklinjer import skrevet
from dialogs.bokpunkt import dikter
from dialogs.bokvern import vern
from dialogs.referatmerknad import MERKNAD, Referatmerknaden
from dialogs.rett import kan
from dialogs.slots import UgyldigKnapp, ord_, tall, til_data
from dialogs.svar import linjen, spoer
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

FORESLAA, SVAR = "referat.foreslaa", "referat.forslag_svar"
TA_INN = "ta_inn"


class BokForeslaa:
    intents = frozenset({FORESLAA, SVAR})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        gjoer = self._foreslaa if meaning.intent == FORESLAA else self._svar
        return await i_boken(turn, lambda: gjoer(turn, meaning))

    async def _foreslaa(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        tekst = ord_(meaning.slots, "tekst") or linjen(turn)
        stoppet = vern(turn, meaning, tekst, self._tjenester)
        if stoppet:
            return stoppet
        bok = await _den_aapne(turn, meaning)
        if bok is None:
            return await self._merknad(turn, meaning, tekst)
        if not isinstance(bok, Moetebok):
            return bok
        turn.bok_id = bok.id
        if turn.foerer:
            extra = {**meaning.slots.extra, "hva": Punktslag.NOTAT.value, "tekst": tekst}
            som_punkt = replace(meaning, slots=replace(meaning.slots, extra=extra))
            return await dikter(turn, som_punkt, self._tjenester)
        foert = await foer(
            turn,
            lambda b: bokforeslaatt.foreslaa(b.stand, b.akt, skrevet(turn, tekst), sak=b.stand.aapen),
            krev=_krev_medlem,
        )
        await self._tilby(turn, foert)
        return kvitter(turn, turn.norsk.tekst("foering.foreslaatt"))

    async def _merknad(self, turn: Turn, meaning: Meaning, tekst: str) -> list[Reply]:
        """No møte is on: it is a merknad to the referat that waits for them, and is called so."""
        slots = replace(meaning.slots, extra={**meaning.slots.extra, "tekst": tekst})
        return await Referatmerknaden(self._tjenester).answer(
            turn, Meaning(MERKNAD, True, slots, strict=True)
        )

    async def _tilby(self, turn: Turn, foert: Foert) -> None:
        """To those who write; where nobody is set, to the sekretariat."""
        nytt = foert.etter.foreslaatt[-1]
        varsel = Varsel(
            noekkel=f"bok:{foert.bok.id}:foreslaatt:{nytt.nr}",
            slag=Varselslag.SAK,
            ordlegg=lambda norsk: self._tilbud(norsk, foert, nytt),
            moete_id=foert.hode.id,
            haster=True,
        )
        skrivere = [h.person_id for h in foert.etter.referenter if h.person_id]
        til = varsler(turn, self._tjenester)
        if skrivere:
            await til.til_personer(skrivere, varsel)
        else:
            await til.til_roller(foert.hode.organ_ids, SEKRETARIAT, varsel)

    def _tilbud(self, norsk: Norsk, foert: Foert, nytt: Foreslaatt) -> Message:
        felles = {"bok": foert.bok.id, "nr": nytt.nr}
        op = self._tjenester.ny_id()
        inn = skriveknapp(norsk.tekst("foering.knapp_ta_inn"), SVAR, op, **felles, ta_inn=True)
        ikke = skriveknapp(norsk.tekst("foering.knapp_ikke_ta_inn"), SVAR, op, **felles, ta_inn=False)
        return om_teksten(norsk.tekst("foering.noen_foreslaar", navn=nytt.av.navn), nytt.tekst, [inn, ikke])

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        nr, inn = tall(meaning.slots, "nr"), meaning.slots.extra.get(TA_INN)
        if nr is None or not isinstance(inn, bool):
            raise UgyldigKnapp
        if inn:
            foert = await foer(turn, lambda b: bokforeslaatt.ta_inn(b.stand, b.akt, nr))
        else:
            foert = await foer(turn, lambda b: bokforeslaatt.la_ligge(b.stand, b.akt, nr))
        await self._si_fra(turn, foert, nr, inn=inn)
        if not inn:
            return kvitter(turn, turn.norsk.tekst("foering.lot_ligge"))
        return kvitter(turn, merket(foert.etter, foert.nye_punkter[-1], turn))

    async def _si_fra(self, turn: Turn, foert: Foert, nr: int, *, inn: bool) -> None:
        """Whoever suggested it is told."""
        foreslaatt = next(f for f in foert.etter.foreslaatt if f.nr == nr)
        key = "foering.ditt_tatt_inn" if inn else "foering.ditt_ikke_tatt_inn"
        varsel = Varsel(
            noekkel=f"bok:{foert.bok.id}:foreslaatt_svar:{nr}",
            slag=Varselslag.SAK,
            ordlegg=lambda norsk: Message(norsk.tekst(key, tekst=foreslaatt.tekst)),
            moete_id=foert.hode.id,
        )
        if foreslaatt.av.person_id:
            await varsler(turn, self._tjenester).til_person(foreslaatt.av.person_id, varsel)

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        return await forhaandsvis(turn, meaning)


def _krev_medlem(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> None:
    """Any member may suggest. Raises IkkeLov."""
    if not kan_foere(aktoer, stand, organ_ids):
        krev(aktoer, Rett.SE_EVENTUELT, organ_ids)


async def _den_aapne(turn: Turn, meaning: Meaning) -> Moetebok | list[Reply] | None:
    """The open referat here, else the only one of the speaker's bodies; of several it is asked which. None
    where none is, and one waits for merknader.
    """
    if turn.bok_id is not None:
        bok = await turn.uow.boeker.hent(turn.bok_id)
        if bok is not None:
            return bok if turn.foerer else _etter_hvor_langt(turn, bok)
    aapne = await turn.uow.boeker.i_tilstand((Boktilstand.AAPEN,))
    mine = [(b, h) for b in aapne if (h := turn.register.hode(b.moete_id)) and _mitt(turn, h)]
    if len(mine) == 1:
        return mine[0][0]
    sendte = await turn.uow.boeker.i_tilstand((Boktilstand.TIL_GODKJENNING,))
    if not mine and any((h := turn.register.hode(b.moete_id)) and _mitt(turn, h) for b in sendte):
        return None
    if not mine:
        return si_fra(turn, turn.norsk.tekst("foering.ingen_aapen_for_deg"))
    return _spoer(turn, meaning, mine)


def _etter_hvor_langt(turn: Turn, bok: Moetebok) -> Moetebok | list[Reply] | None:
    """A suggestion is for the møte that is on: what was sent takes merknader, what is locked a rettelse.
    Who may not suggest at all is refused where it is noted.
    """
    hode = turn.register.hode(bok.moete_id)
    if bok.tilstand is Boktilstand.AAPEN or hode is None or not _mitt(turn, hode):
        return bok
    if bok.tilstand is Boktilstand.TIL_GODKJENNING:
        return None
    if bok.tilstand is Boktilstand.GODKJENT:
        raise Laast(bok.godkjent)
    return si_fra(turn, turn.norsk.tekst("foering.ingen_aapen_for_deg"))


def _mitt(turn: Turn, hode: Moetehode) -> bool:
    return kan(turn, Rett.SE_EVENTUELT, hode.organ_ids)


def _spoer(turn: Turn, meaning: Meaning, mine: list[tuple[Moetebok, Moetehode]]) -> list[Reply]:
    data = til_data(meaning.slots)
    knapper = [Button(bokens_navn(turn, h), FORESLAA, {**data, "bok": b.id}) for b, h in mine]
    return spoer(turn, turn.norsk.tekst("foering.hvilket_moete"), knapper)


def lag(tjenester: Tjenester) -> Dialog:
    return BokForeslaa(tjenester)
