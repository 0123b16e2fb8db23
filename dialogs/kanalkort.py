"""The card of a channel's settings: shown, and stored as it was filled in."""

from bot.cards.kanalinnstillinger import Innstillinger, Organvalg, innstillinger, slik
from bot.cards.melding import knapp
from bot.domain.conversation import Button
from bot.domain.digesttid import i_oslo
from bot.domain.kanaloensker import Kanalkobling, Kanaloensker
from bot.domain.oenskekodek import fra_verdier, til_verdier
from bot.domain.rettigheter import Rett
from bot.language import skriv
from bot.turn import Meaning, Reply, Turn
from bot.varsling import kanalpaaminnelse
from bot.varsling.digestplan import satt
from bot.varsling.tider import natt
from dialogs.kanalfelt import utfylt
from dialogs.kanalsted import navnet
from dialogs.rett import kan, krev
from dialogs.slots import UgyldigKnapp
from dialogs.svar import si

INNSTILLINGER, LAGRE = "kanal.innstillinger", "kanal.lagre"


def vis_kortet(
    turn: Turn, kobling: Kanalkobling, foerst: str, valgt: Kanaloensker | None = None
) -> list[Reply]:
    """`foerst` heads it; `valgt` is what stands in the fields where that is not what holds."""
    endrer = kan(turn, Rett.KOBLE_KANAL, [kobling.organ_id])
    vist = Innstillinger(
        foerst=foerst,
        oensker=kobling.oensker,
        andre=_andre(turn, kobling.organ_id),
        lagre=_lagreknapp(turn, kobling) if endrer else None,
        valgt=valgt,
        endres=turn.norsk.tekst("kanal.sekretariatet_endrer", organ=navnet(turn, kobling.organ_id)),
    )
    return si(turn, innstillinger(turn.norsk, vist))


async def lagre_kortet(turn: Turn, meaning: Meaning, kobling: Kanalkobling) -> list[Reply]:
    """All of it, unless somebody has changed it since it was shown: then it is told what holds now, and
    asked again. Raises IkkeLov and UgyldigKnapp.
    """
    krev(turn, Rett.KOBLE_KANAL, [kobling.organ_id])
    extra, andre = meaning.slots.extra, _andre(turn, kobling.organ_id)
    vist = _vist_foer(extra.get("foer"))
    valgt = utfylt(extra, vist, [o.id for o in andre])
    navn = navnet(turn, kobling.organ_id)
    if valgt == kobling.oensker:
        return vis_kortet(turn, kobling, turn.norsk.tekst("kanal.uendret", organ=navn))
    if vist != kobling.oensker:
        endret = _forskjell(turn, vist, kobling.oensker, andre)
        return vis_kortet(
            turn, kobling, turn.norsk.tekst("kanal.endret_siden", organ=navn, endret=endret), valgt
        )
    if valgt.digest and natt(i_oslo(turn.incoming.at.date(), valgt.digest.klokke)):
        dag = turn.norsk.tekst(f"digest.dag.{valgt.digest.ukedag}")
        return vis_kortet(turn, kobling, turn.norsk.tekst("digest.natt", dag=dag), valgt)
    ny = await oensk(turn, kobling, valgt)
    return vis_kortet(turn, ny, turn.norsk.tekst("kanal.lagret", organ=navn))


async def oensk(turn: Turn, kobling: Kanalkobling, oensker: Kanaloensker) -> Kanalkobling:
    """Stores it; the link as it is then."""
    turn.writes = True
    await turn.uow.kanaler.oensk(kobling.kanal.id, kobling.organ_id, oensker)
    if oensker.digest != kobling.oensker.digest:
        await satt(turn.uow, kobling.kanal.id, kobling.organ_id, oensker.digest, turn.incoming.at)
    ny = Kanalkobling(kobling.kanal, kobling.organ_id, oensker)
    if oensker.paaminnelse != kobling.oensker.paaminnelse:
        await kanalpaaminnelse.satt(turn.uow, turn.register, [ny], turn.incoming.at)
    return ny


def til_innstillinger(turn: Turn, organ_id: int) -> Button:
    tittel = turn.norsk.tekst("kanal.knapp_innstillinger", organ=navnet(turn, organ_id))
    return knapp(tittel, INNSTILLINGER, organ=organ_id)


def _lagreknapp(turn: Turn, kobling: Kanalkobling) -> Button:
    """Without an operation: it sets what is filled in, and a mind that is changed is heard."""
    return knapp(
        turn.norsk.tekst("knapp.lagre"), LAGRE, organ=kobling.organ_id, foer=til_verdier(kobling.oensker)
    )


def _vist_foer(foer: object) -> Kanaloensker:
    if not isinstance(foer, dict):
        raise UgyldigKnapp
    return fra_verdier(foer)


def _forskjell(turn: Turn, foer: Kanaloensker, naa: Kanaloensker, andre: list[Organvalg]) -> str:
    """What holds now and did not then."""
    par = zip(slik(turn.norsk, foer, andre), slik(turn.norsk, naa, andre), strict=True)
    return skriv.liste([f"«{linje}»" for var, linje in par if var != linje])


def _andre(turn: Turn, organ_id: int) -> list[Organvalg]:
    """The other bodies of the helsefellesskap, by name."""
    fellesskap = turn.register.organ(organ_id).helsefellesskap_id
    andre = [
        Organvalg(navnet(turn, o.id), o.id)
        for o in turn.register.organer
        if o.id is not None and o.id != organ_id and o.helsefellesskap_id == fellesskap
    ]
    return sorted(andre, key=lambda o: o.navn.casefold())
