"""A member's merknad to a referat that is to be approved, and that somebody has none."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.cards.godkjenning import sitatkort
from bot.cards.melding import setning, skriveknapp
from bot.cards.merknader import FELT, Tekstskjema, tekstskjema
from bot.domain import bokgodkjenning
from bot.domain.aktoer import Aktoer
from bot.domain.bokdeler import alles
from bot.domain.bokfeil import IkkeSendt
from bot.domain.bokmottakere import hadde_forfall
from bot.domain.bokstand import Bokstand, Referatmerknad
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag
from bot.domain.plasser import ident
from bot.domain.rettigheter import Rett, krev
from bot.turn import Dialog, Meaning, Message, Reply, Turn
from bot.varsling import godkjenning
from dialogs.angreord import kan_avbrytes
from dialogs.bekreft import Forhaandsvisning
from dialogs.bok import bokens_navn, i_boken, si_fra
from dialogs.bokfoer import Bok, hold, noter
from dialogs.bokvern import krev_uten_nummer, vern
from dialogs.godkjenningsbok import BOK, LUKKET, finn_bok, som_sak
from dialogs.merknadslinje import venteknapp
from dialogs.slots import fra_data, ord_, til_data
from dialogs.svar import si, si_paa_kortet
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

MERKNAD, INGEN = "referat.merknad", "referat.ingen_merknader"
_VAR_DER = re.compile(
    r"\b(?:jeg|eg|æ|e)\s+var\s+(?:da\s+|jo\s+|faktisk\s+)?(?:til\s*ste?de|til\s*stades|med|der|på\s+møtet)\b"
    r"|\bikk?j?e\s+(?:var\s+)?(?:fraværende|fråverande|forfall)\b",
    re.IGNORECASE,
)


def krev_merke(aktoer: Aktoer, stand: Bokstand, organ_ids: Collection[int]) -> None:
    """Merknader are taken from the bodies' own, and from those of a part that is another body's too. Raises
    IkkeLov.
    """
    krev(aktoer, Rett.MERKNAD_REFERAT, alles(stand, organ_ids))


class Referatmerknaden:
    intents = frozenset({MERKNAD, INGEN})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: self._svar(turn, meaning))

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        """One that is guessed is asked for in the form, where nothing is stored before «Send»."""
        return None

    async def _svar(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        bok = await finn_bok(turn, meaning, (Boktilstand.TIL_GODKJENNING,), krev_merke, delen=True)
        if not isinstance(bok, Bok):
            return bok or await self._ingen(turn, meaning)
        if meaning.intent == INGEN:
            return await ingen_merknader(turn, bok)
        tekst = ord_(meaning.slots, FELT) or ord_(meaning.slots, "tekst") or ""
        krev_uten_nummer(tekst)
        if bok.stand.tilstand is not Boktilstand.TIL_GODKJENNING:
            return _feil_tid(turn, bok, tekst)
        if not tekst.strip() or not meaning.strict:
            return self._skjema(turn, bok, tekst)
        return await self._noter(turn, meaning, bok, tekst)

    async def _ingen(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """None waits for merknader: perhaps one is not sent yet."""
        bok = await finn_bok(turn, meaning, LUKKET, krev_merke)
        if isinstance(bok, Bok):
            raise IkkeSendt
        return bok or si_fra(turn, turn.norsk.tekst("godkjenning.ingen_venter"))

    def _skjema(self, turn: Turn, bok: Bok, fylt: str = "") -> list[Reply]:
        norsk = turn.norsk
        send = skriveknapp(
            norsk.tekst("godkjenning.knapp_send"), MERKNAD, self._tjenester.ny_id(), bok=bok.id
        )
        kan_avbrytes(turn, self._tjenester)
        turn.asks = (*(turn.asks or ()), venteknapp(send.label, bok.id))
        foerst = norsk.tekst("godkjenning.hva_er_merknaden", moete=bokens_navn(turn, bok.hode))
        felt, ellers = norsk.tekst("godkjenning.felt_merknad"), norsk.tekst("godkjenning.merknad_ellers")
        return si(turn, tekstskjema(Tekstskjema(foerst, felt, send, fylt, ellers)))

    async def _noter(self, turn: Turn, meaning: Meaning, bok: Bok, tekst: str) -> list[Reply]:
        slots = fra_data({**til_data(meaning.slots), BOK: bok.id, "tekst": tekst})
        slots.extra.pop(FELT, None)
        stoppet = vern(turn, replace(meaning, slots=slots), tekst, self._tjenester)
        if stoppet:
            return stoppet
        holdt = await hold(turn, krev=krev_merke)
        foert = await noter(turn, holdt, bokgodkjenning.merknad(holdt.stand, holdt.akt, tekst))
        sak, ny = som_sak(turn, holdt, foert), foert.etter.merknader[-1]
        post = varsler(turn, self._tjenester)
        vet = await godkjenning.om_merknad(post, sak, ny, frammoete=om_frammoetet(foert.etter, ny))
        return si(turn, _kvittering(turn, holdt, ny, vet))


def om_frammoetet(stand: Bokstand, m: Referatmerknad) -> bool:
    """It says that its writer was there, and the referat says otherwise."""
    staar = {ident(f.person) for f in stand.frammoete}
    return bool(_VAR_DER.search(m.tekst)) and (hadde_forfall(stand, m.av) or ident(m.av) not in staar)


def _kvittering(turn: Turn, bok: Bok, m: Referatmerknad, vet: bool) -> Message:
    frist, dag = bok.stand.merknadsfrist, turn.incoming.at.date()
    sent = frist is not None and dag > frist
    norsk = turn.norsk
    etter = [
        *([norsk.tekst("godkjenning.etter_fristen", dato=norsk.dato(frist))] if sent and frist else []),
        norsk.tekst("godkjenning.far_svar" if vet else "godkjenning.ingen_naadd"),
    ]
    return sitatkort(
        norsk.tekst("godkjenning.merknad_notert", moete=bokens_navn(turn, bok.hode)), m.tekst, (), etter
    )


def _feil_tid(turn: Turn, bok: Bok, tekst: str) -> list[Reply]:
    """Not sent yet, or approved already. What was written is shown back, so that it is not lost."""
    godkjent = bok.stand.tilstand is Boktilstand.GODKJENT
    linje = turn.norsk.tekst(
        "godkjenning.merknad_laast" if godkjent else "godkjenning.merknad_for_tidlig",
        moete=bokens_navn(turn, bok.hode),
    )
    return si(turn, sitatkort(linje, tekst) if tekst.strip() else setning(linje))


async def ingen_merknader(turn: Turn, bok: Bok) -> list[Reply]:
    """Noted quietly: nobody is told, and said twice it stands once."""
    holdt = await hold(turn, krev=krev_merke)
    if holdt.stand.tilstand is not Boktilstand.TIL_GODKJENNING:
        return _feil_tid(turn, holdt, "")
    if ident(turn.aktoer.hvem) not in uten_merknader(holdt.linjer):
        await noter(turn, holdt, (holdt.akt.foering(Foeringsslag.INGEN_MERKNADER),))
    return si_paa_kortet(
        turn, turn.norsk.tekst("godkjenning.ingen_notert", moete=bokens_navn(turn, bok.hode))
    )


def uten_merknader(linjer: Iterable[Foering]) -> set[int | str]:
    """Who has said that they have none, and has not had one since."""
    sagt: set[int | str] = set()
    for linje in linjer:
        if linje.av is not None and linje.slag is Foeringsslag.INGEN_MERKNADER:
            sagt.add(ident(linje.av))
        elif linje.av is not None and linje.slag is Foeringsslag.MERKNAD:
            sagt.discard(ident(linje.av))
    return sagt


def lag(tjenester: Tjenester) -> Dialog:
    return Referatmerknaden(tjenester)
