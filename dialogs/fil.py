"""«Send meg referatet som Word»: asks in which format, offers the file, and makes it when it is taken.

The offer promises nothing: who takes it, and what they may see, is looked at again then.
"""

from bot.cards.melding import knapp
from bot.domain.conversation import ConversationKind
from bot.domain.organvalg import Rekkefoelge
from bot.domain.register import Moetehode
from bot.domain.utgave import Format, Utgave
from bot.turn import Dialog, Fil, Filtilbud, Meaning, Message, Reply, Turn
from dialogs.filinnhold import FORMATER, ICS, INNKALLING, NETT, REFERAT, IngenFil, innholdet, tilstanden
from dialogs.moetet import finn_moete, moetenavn
from dialogs.referatbok import synlige_boeker
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import husk, si_setning, spoer
from dialogs.tjenester import Tjenester

HENT, NEI = "fil.hent", "fil.nei"
HVA = {"referat.fil": REFERAT, "innkalling.fil": INNKALLING}
TEKST = {
    Format.DOCX.value: "filer.word",
    Format.PDF.value: "filer.pdf",
    Format.HTML.value: "filer.html",
    Format.TXT.value: "filer.txt",
    Format.JSON.value: "filer.json",
    ICS: "filer.ics",
}
SIES = {REFERAT: "filer.referat", INNKALLING: "filer.innkalling", NETT: "filer.offentlig"}


class FilDialog:
    intents = frozenset({*HVA, HENT, NEI})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.intent == NEI:
            return si_setning(turn, turn.norsk.tekst("filer.nei"))
        if meaning.intent == HENT:
            return await _hent(turn, meaning)
        return await _be_om(turn, meaning, HVA[meaning.intent])


async def _be_om(turn: Turn, meaning: Meaning, hva: str) -> list[Reply]:
    if turn.incoming.conversation.kind is not ConversationKind.PERSONAL:
        return bare_privat(turn, hva)
    hode = await _moetet(turn, meaning, hva)
    if not isinstance(hode, Moetehode):
        return hode
    husk(turn, hode)
    format_ = ord_(meaning.slots, "format")
    try:
        if format_ is None:
            await innholdet(turn, hode, hva, FORMATER[hva][0])
            return _hvilket(turn, meaning.intent, hode, hva)
        return [await tilbud(turn, hode, hva, format_)]
    except IngenFil as feil:
        return si_setning(turn, turn.norsk.tekst(feil.key, moete=moetenavn(turn, hode)))


def bare_privat(turn: Turn, hva: str) -> list[Reply]:
    """Teams takes files from a bot in a 1:1 conversation only, and twenty-five people read along here."""
    linje = turn.norsk.tekst(f"filer.linje_{hva}")
    return si_setning(turn, turn.norsk.tekst("filer.bare_privat", linje=linje))


async def tilbud(turn: Turn, hode: Moetehode, hva: str, format_: str) -> Reply:
    """Raises IngenFil, IkkeLov and UgyldigKnapp."""
    fil = await innholdet(turn, hode, hva, format_)
    slag = turn.norsk.tekst(TEKST[format_])
    linje = turn.norsk.tekst(SIES[hva], moete=moetenavn(turn, hode), format=slag)
    tilstand = tilstanden(fil.innhold) if isinstance(fil.innhold, Utgave) else None
    data = {"hva": hva, "moete": hode.id, "format": format_}
    ord_om = " ".join([linje, *([turn.norsk.tekst(tilstand)] if tilstand else [])])
    return Reply(Message(ord_om, fil=Filtilbud(fil.navn, data, _kommando(hode, hva, format_, fil.navn))))


def _kommando(hode: Moetehode, hva: str, format_: str, navn: str) -> str:
    kommando = INNKALLING if hva == INNKALLING else REFERAT
    offentlig = " --offentlig" if hva == NETT else ""
    return f"helsebot {kommando} --moete {hode.id} --format {format_}{offentlig} --out {navn}"


def _hvilket(turn: Turn, intent: str, hode: Moetehode, hva: str) -> list[Reply]:
    knapper = [knapp(turn.norsk.tekst(TEKST[f]), intent, moete=hode.id, format=f) for f in FORMATER[hva]]
    return spoer(turn, turn.norsk.tekst("filer.hvilket_format"), knapper)


async def _moetet(turn: Turn, meaning: Meaning, hva: str) -> Moetehode | list[Reply]:
    """Of a referat the one that is kept here, where nothing else is named; else the last; of an innkalling
    the nearest.
    """
    if hva == INNKALLING:
        return await finn_moete(turn, meaning, lambda hode: hode.har_innkalling)
    slots = meaning.slots
    if turn.foerer and turn.bok_id and not (slots.organ_ids or slots.organ_tekst or slots.period):
        bok = await turn.uow.boeker.hent(turn.bok_id)
        hode = turn.register.hode(bok.moete_id) if bok and slots.moete_id is None else None
        if hode is not None:
            return hode
    return await finn_referatet(turn, meaning)


async def finn_referatet(turn: Turn, meaning: Meaning) -> Moetehode | list[Reply]:
    synlige = await synlige_boeker(turn)

    def har(hode: Moetehode) -> bool:
        return hode.har_referat or hode.id in synlige

    return await finn_moete(turn, meaning, har, Rekkefoelge.SISTE)


async def _hent(turn: Turn, meaning: Meaning) -> list[Reply]:
    """The yes to an offer: never a button of a card. What it says is as good as anybody's word."""
    sted = turn.incoming.filsvar
    hva, format_ = ord_(meaning.slots, "hva"), ord_(meaning.slots, "format")
    hode = turn.register.hode(meaning.slots.moete_id or 0)
    if sted is None or hva not in FORMATER or format_ is None:
        raise UgyldigKnapp
    if hode is None:
        return si_setning(turn, turn.norsk.tekst("moete.borte"))
    try:
        fil = await innholdet(turn, hode, hva, format_)
    except IngenFil as feil:
        return si_setning(turn, turn.norsk.tekst(feil.key, moete=moetenavn(turn, hode)))
    return [Reply(Message(turn.norsk.tekst("filer.levert", navn=fil.navn), fil=_til(fil, turn)))]


def _til(fil: Fil, turn: Turn) -> Fil:
    return Fil(fil.navn, fil.innhold, fil.norsk, fil.format, fil.mal, turn.incoming.filsvar)


def lag(tjenester: Tjenester) -> Dialog:
    return FilDialog()
