"""«Godkjenn referatet», by the møteleder or in the next møte. It is always asked first; the referat that
is being dictated is never locked by a word.
"""

from bot.cards.element import overskrift, tekstblokk
from bot.cards.melding import knapp, kort
from bot.cards.merknader import merknadshode
from bot.domain import bokgodkjenning, bokrett
from bot.domain.bokendret import siste_innhold
from bot.domain.bokstand import Referatmerknad
from bot.domain.conversation import ConversationKind
from bot.domain.moetebok import Boktilstand
from bot.domain.plasser import samme
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling.godkjenning import om_godkjent
from bot.varsling.godkjent import fullfoer
from bot.varsling.kanalreferat import er_godkjent
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.bok import bokens_navn, i_boken, si_fra
from dialogs.bokfoer import Bok, Foert, hold, noter
from dialogs.godkjenningsbok import BOK, IKKE_GODKJENT, LUKKET, den_nevnte, finn_bok, som_sak
from dialogs.godkjennoppslag import SETT, forbehold, i_moetet
from dialogs.merknadsvar import svarknapp
from dialogs.oppdragfoelger import ble_godkjent
from dialogs.referatmerknad import ingen_merknader, krev_merke
from dialogs.slots import tall
from dialogs.svar import si, si_paa_kortet
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

GODKJENN, JA, LIKEVEL = "referat.godkjenn", "ja", "uansett"


class ReferatGodkjenn:
    intents = frozenset({GODKJENN})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: self._svar(turn, meaning))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """It is always asked first."""
        return None

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.slots.extra.get(JA) is True:
            return await self._godkjenn(turn, meaning)
        if turn.foerer and BOK not in meaning.slots.extra:
            svar = await i_moetet(turn, meaning, self._tjenester)
            if svar is not None:
                return svar
        bok = await self._finn(turn, meaning)
        if not isinstance(bok, Bok):
            return bok
        if not bokrett.kan_godkjenne(turn.aktoer, bok.stand, bok.hode.organ_ids):
            return await self._uten_rett(turn, bok)
        return self._spoer(turn, meaning, bok)

    async def _finn(self, turn: Turn, meaning: Meaning) -> Bok | list[Reply]:
        """Those the speaker may approve before those they may only have no merknader to."""
        for tilstander, krav in (
            ((Boktilstand.TIL_GODKJENNING,), krev_merke),
            (LUKKET, bokrett.krev_godkjenne),
            (IKKE_GODKJENT, bokrett.krev_godkjenne),
        ):
            bok = await finn_bok(turn, meaning, tilstander, krav)
            if bok is not None:
                return bok
        return si_fra(turn, turn.norsk.tekst("godkjenning.ingen_venter"))

    async def _uten_rett(self, turn: Turn, bok: Bok) -> list[Reply]:
        """A member who approves has no merknader, unless one waits for an answer. Raises IkkeLov for
        anybody else.
        """
        if bok.stand.tilstand is not Boktilstand.TIL_GODKJENNING:
            bokrett.krev_godkjenne(turn.aktoer, bok.stand, bok.hode.organ_ids)
        if bokrett.kan_foere(turn.aktoer, bok.stand, bok.hode.organ_ids):
            return _lederen(turn, bok)
        egne = [m for m in bokgodkjenning.ubesvarte(bok.stand) if samme(m.av, turn.aktoer.hvem)]
        if egne:
            linje = turn.norsk.tekst("godkjenning.merknaden_staar", nr=egne[-1].nr, tekst=egne[-1].tekst)
            return si_fra(turn, linje)
        return await ingen_merknader(turn, bok)

    def _spoer(self, turn: Turn, meaning: Meaning, bok: Bok, foran: tuple[str, ...] = ()) -> list[Reply]:
        """What is unanswered is shown first. Raises what the rules do."""
        likevel = meaning.slots.extra.get(LIKEVEL) is True
        ubesvarte = bokgodkjenning.ubesvarte(bok.stand)
        if bok.stand.tilstand is Boktilstand.AAPEN:
            navn = bokens_navn(turn, bok.hode)
            return si_fra(turn, turn.norsk.tekst("godkjenning.ikke_hevet", moete=navn))
        bokgodkjenning.godkjenn(bok.stand, bok.akt, usendt=True, uansett=True)
        if ubesvarte and not likevel:
            return _ubesvart(turn, bok, ubesvarte)
        slots = Slots(extra={BOK: bok.id, JA: True, LIKEVEL: likevel, SETT: siste_innhold(bok.linjer)})
        dag = f"{bok.hode.dato:%d.%m.%y}"
        linjer = (*foran, *forbehold(turn, bok.stand, bok.hode, bok.linjer))
        vist = Forhaandsvisning(
            turn.norsk.tekst("godkjenning.skal_det_laases", dato=dag),
            turn.norsk.tekst("godkjenning.ja_laas"),
            Meaning(GODKJENN, True, slots),
            linjer,
        )
        return be_om_ja(turn, vist, self._tjenester.ny_id)

    async def _godkjenn(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """Decided again under the lock: a merknad may have come since it was asked, or another text."""
        await den_nevnte(turn, meaning, bokrett.krev_godkjenne)
        bok = await hold(turn, krev=bokrett.krev_godkjenne)
        likevel = meaning.slots.extra.get(LIKEVEL) is True
        ubesvarte = bokgodkjenning.ubesvarte(bok.stand)
        if ubesvarte and not likevel and bok.stand.tilstand is not Boktilstand.GODKJENT:
            return _ubesvart(turn, bok, ubesvarte)
        linjer = bokgodkjenning.godkjenn(bok.stand, bok.akt, usendt=True, uansett=likevel)
        if tall(meaning.slots, SETT) != siste_innhold(bok.linjer):
            return self._spoer(turn, meaning, bok, (turn.norsk.tekst("godkjenning.endret_siden_spurt"),))
        foert = await noter(turn, bok, linjer)
        await etter_godkjenning(turn, self._tjenester, bok, foert)
        return si_paa_kortet(
            turn, turn.norsk.tekst("godkjenning.godkjent", moete=bokens_navn(turn, bok.hode))
        )


def _lederen(turn: Turn, bok: Bok) -> list[Reply]:
    """Who keeps it hears who approves it."""
    leder = bok.stand.moeteleder
    if leder is None:
        return si_fra(turn, turn.norsk.tekst("godkjenning.leder_godkjenner_ukjent"))
    return si_fra(turn, turn.norsk.tekst("godkjenning.leder_godkjenner", navn=leder.navn))


async def etter_godkjenning(turn: Turn, tjenester: Tjenester, bok: Bok, foert: Foert) -> None:
    """What follows, in the same transaction: the møte's referat, the search, and who is told."""
    sak = som_sak(turn, bok, foert)
    await fullfoer(turn.uow, sak)
    post = varsler(turn, tjenester)
    await om_godkjent(post, sak)
    await er_godkjent(turn.uow, post, sak, turn.incoming.at)
    await ble_godkjent(turn, foert, tjenester)
    turn.register = await turn.uow.register()


def _ubesvart(turn: Turn, bok: Bok, ubesvarte: tuple[Referatmerknad, ...]) -> list[Reply]:
    norsk = turn.norsk
    foerst = norsk.tekst("godkjenning.ubesvarte", antall=len(ubesvarte), moete=bokens_navn(turn, bok.hode))
    privat = turn.incoming.conversation.kind is ConversationKind.PERSONAL
    linjer = [f"{merknadshode(norsk, m)}: {m.tekst}" for m in ubesvarte[:6]] if privat else []
    likevel = knapp(norsk.tekst("godkjenning.knapp_likevel"), GODKJENN, bok=bok.id, **{LIKEVEL: True})
    kan = bokrett.kan_foere(turn.aktoer, bok.stand, bok.hode.organ_ids)
    knapper = [*([svarknapp(turn, bok.id)] if kan else []), likevel]
    kropp = [overskrift(foerst), *map(tekstblokk, linjer)]
    turn.asks = knapper
    return si(turn, kort("\n".join([foerst, *linjer]), kropp, knapper, uttale=foerst))


def lag(tjenester: Tjenester) -> Dialog:
    return ReferatGodkjenn(tjenester)
