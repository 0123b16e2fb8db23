"""Searching all that papers and referater say, within what the speaker may see."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.melding import knapp, setning
from bot.cards.ord import Tall, organnavn, sakstittel
from bot.cards.soek import soekekort, treffknapp
from bot.domain.conversation import Button, ConversationKind
from bot.domain.moeter import begynt
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.saksnummer import full_year
from bot.domain.soekbart import Soek, Soekbart
from bot.domain.soeketreff import Saktreff, etter_sak
from bot.language.soekeord import spoerredeler, spoerreord
from bot.turn import Meaning, Message, Reply, SakRef, Turn
from dialogs.her import organer_her
from dialogs.rett import kan
from dialogs.slots import UgyldigKnapp, tall, til_data
from dialogs.svar import husk, si

MAKS = 100
"""Rows that are looked through for one answer, the newest."""
VISES = 5
LISTE, SIST = "liste", "naar"


async def finn(turn: Turn, meaning: Meaning, ordene: Sequence[str]) -> tuple[Saktreff, ...]:
    """By sak, the newest first; none where there is no word to look for."""
    if not ordene:
        return ()
    rader = await turn.uow.soek.finn(innsyn(turn, avgrenset(turn, meaning, ordene)))
    return etter_sak([rad for rad in rader if turn.register.hode(rad.moete_id)])


async def med_saksnr(turn: Turn, meaning: Meaning, sak: SakRef) -> tuple[Saktreff, ...]:
    """Of the number alone where no year is written: then of this year."""
    if sak.nummer is None:
        return ()
    nummer = (sak.nummer, full_year(str(sak.aar or turn.incoming.at.year)))
    soek = replace(avgrenset(turn, meaning, ()), saksnr=nummer)
    return etter_sak(await turn.uow.soek.finn(innsyn(turn, soek)))


def avgrenset(turn: Turn, meaning: Meaning, ordene: Sequence[str]) -> Soek:
    """To the bodies and the time the line names; in a channel of a body to that, where it names none."""
    slots, period = meaning.slots, meaning.slots.period
    organ_ids = slots.organ_ids or organer_her(turn)
    fra, til = (period.fra, period.til) if period else (None, None)
    # A period ends before `til`.
    til = til.fromordinal(til.toordinal() - 1) if til else None
    return Soek(tuple(ordene), tuple(organ_ids), fra=fra, til=til, antall=MAKS)


def innsyn(turn: Turn, soek: Soek) -> Soek:
    """What is not open is found in a 1:1 conversation alone: others read along elsewhere."""
    if turn.incoming.conversation.kind is not ConversationKind.PERSONAL:
        return soek
    alle = [organ.id for organ in turn.register.organer if organ.id is not None]
    ser = frozenset(i for i in alle if kan(turn, Rett.SE_REFERAT, [i]))
    return replace(soek, ser=ser, ser_utkast=frozenset(i for i in alle if kan(turn, Rett.SE_UTKAST, [i])))


async def naermeste(turn: Turn, meaning: Meaning, emne: str) -> list[Reply]:
    """What has the parts of a compound, where the whole word is nowhere; else what has most of the
    words. Nothing, where that finds nothing.
    """
    ordene = spoerredeler(emne)
    utvalg = [ordene, *([*ordene[:at], *ordene[at + 1 :]] for at in range(len(ordene)) if len(ordene) > 1)]
    for deler in utvalg:
        treff = await finn(turn, meaning, deler)
        if treff:
            foerst = turn.norsk.tekst("soek.naermest", emne=emne)
            return si(turn, _kortet(turn, meaning, treff, deler, foerst))
    return []


def vis_treff(turn: Turn, meaning: Meaning, emne: str, treff: Sequence[Saktreff]) -> list[Reply]:
    foerst = turn.norsk.tekst("soek.treff", emne=emne, antall=Tall(len(treff)))
    return si(turn, _kortet(turn, meaning, treff, spoerreord(emne), foerst))


def _kortet(
    turn: Turn, meaning: Meaning, treff: Sequence[Saktreff], ordene: Sequence[str], foerst: str
) -> Message:
    fra = tall(meaning.slots, "fra") or 0
    if fra < 0:
        raise UgyldigKnapp
    vises = treff[fra : fra + VISES]
    if not vises:
        return setning(turn.norsk.tekst("soek.ikke_flere"))
    til = fra + len(vises)
    flere = _vis_flere(turn, meaning, til) if til < len(treff) else None
    mange = sum(len(ett.rader) for ett in treff) >= MAKS
    etterord = turn.norsk.tekst("soek.de_nyeste") if mange else ""
    return soekekort(turn.norsk, foerst, vises, ordene, turn.register, flere, etterord)


def _vis_flere(turn: Turn, meaning: Meaning, fra: int) -> Button:
    data = {**til_data(meaning.slots), "fra": fra}
    return knapp(turn.norsk.tekst("soek.flere"), meaning.intent, **data)


def ogsaa_nevnt(turn: Turn, meaning: Meaning, emne: str, antall: int) -> Reply:
    """Beside the sak that is about it: how many more there are, and a button to them."""
    data = {**til_data(meaning.slots), "hva": LISTE}
    vis = knapp(turn.norsk.tekst("soek.vis_dem"), meaning.intent, **data)
    return Reply(setning(turn.norsk.tekst("soek.nevnt", emne=emne, antall=Tall(antall)), [vis]))


def sist(turn: Turn, emne: str, treff: Sequence[Saktreff]) -> list[Reply]:
    """When it was last treated; and when it is to be."""
    at = turn.incoming.at
    hoder = [(ett, turn.register.hode(ett.foerste.moete_id)) for ett in treff]
    har_vaert = [(ett, hode) for ett, hode in hoder if hode and begynt(hode, at) and not hode.avlyst]
    kommer = [(ett, hode) for ett, hode in hoder if hode and not begynt(hode, at) and not hode.avlyst]
    if not har_vaert:
        linjer, knapper = [turn.norsk.tekst("soek.aldri", emne=emne)], []
    else:
        siste, hode = next(((e, h) for e, h in har_vaert if e.behandlet), har_vaert[0])
        husk(turn, hode, siste.foerste.saksnr)
        linjer = [_naar(turn, "soek.sist", siste.foerste, hode)]
        knapper = [treffknapp(turn.norsk, siste.foerste)]
    if kommer:
        # The rows come newest first: the nearest is the last of those to come.
        linjer.append(_naar(turn, "soek.staar_paa", kommer[-1][0].foerste, kommer[-1][1]))
    return si(turn, setning(" ".join(linjer), knapper))


def _naar(turn: Turn, noekkel: str, rad: Soekbart, hode: Moetehode) -> str:
    organ = organnavn(turn.register, hode.organ_ids, hode.dato)
    sak = sakstittel(rad.saksnr, rad.tittel)
    return turn.norsk.tekst(noekkel, dato=turn.norsk.dato(hode.dato), organ=organ, sak=sak)
