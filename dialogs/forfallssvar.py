"""Notes something of who comes, and words what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.cards.forfall import svarkort, varalinjer
from bot.cards.melding import knapp, skriveknapp
from bot.cards.moetetid import TID, moetetid
from bot.cards.ord import organnavn
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kall
from bot.domain.utfall import Beskjedslag, Forslag, Utfall, Varahva
from bot.turn import Reply, Turn
from bot.varsling.frammoete import Notert, utfoer
from dialogs.angreord import kan_skrives
from dialogs.forfallsavslag import AVSLAG, ordlegg
from dialogs.forfallshvem import Gjelder
from dialogs.moetet import moetenavn
from dialogs.rett import kan
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

ANGRE = "forfall.angre"
ANGRES = "linjer"
"""In the button: pairs of møte and line."""

Regel = Callable[[Situasjon], Utfall]


@dataclass(frozen=True)
class Post:
    """What came of one møte; `feil` where a rule said no, or there is no more to say than that."""

    hode: Moetehode
    notert: Notert | None = None
    feil: str = ""


async def noter(turn: Turn, tjenester: Tjenester, hode: Moetehode, regel: Regel) -> Post:
    """Writes it and queues what others are told, in this turn's transaction."""
    tale = turn.aktoer.hvem
    try:
        notert = await utfoer(turn.uow, varsler(turn, tjenester), hode.id, turn.incoming.at, regel, tale)
    except AVSLAG as avslag:
        return Post(hode, feil=ordlegg(turn, hode, avslag))
    turn.writes = turn.writes or bool(notert.linjer)
    husk(turn, hode)
    if notert.utfall.villig:
        noekkel = "varasvar.dekket_villig" if notert.utfall.dekket else "varasvar.villig"
        return Post(hode, feil=turn.norsk.tekst(noekkel))
    return Post(hode, notert)


def svar_paa(
    turn: Turn, tjenester: Tjenester, gjelder: Gjelder, poster: Sequence[Post], mer: Sequence[str]
) -> list[Reply]:
    """What was noted of a forfall, the vara, and the buttons to go on with."""
    gjort = [p for p in poster if p.notert]
    feil = [p.feil for p in poster if p.feil]
    if not gjort:
        return si_setning(turn, " ".join(feil))
    foerst = [_notert(turn, gjelder, p) for p in gjort]
    linjer = [linje for p in gjort for linje in _vara(turn, p, av_flere=len(gjort) > 1)]
    linjer += [*mer, *feil, *_sent(turn, gjort), turn.norsk.tekst("forfall.ikke_grunn")]
    knapper = _knapper(turn, tjenester, gjelder, gjort)
    forslag = [b for b in knapper if b.verb == "vara.kall"]
    angre = next((b for b in knapper if b.verb == ANGRE), None)
    kan_skrives(turn, angre, forslag[0] if len(forslag) == 1 else None)
    return si(turn, svarkort(foerst, linjer, knapper))


def _notert(turn: Turn, gjelder: Gjelder, post: Post) -> str:
    norsk, moete = turn.norsk, moetenavn(turn, post.hode)
    alt = post.notert is not None and post.notert.utfall.allerede
    if gjelder.selv:
        return norsk.tekst("forfall.alt_notert" if alt else "forfall.notert", moete=moete)
    return norsk.tekst(
        "forfall.alt_notert_for" if alt else "forfall.notert_for", moete=moete, navn=gjelder.hvem.navn
    )


def _vara(turn: Turn, post: Post, *, av_flere: bool) -> list[str]:
    """`av_flere`: other møter stand in the same answer, so each line says which it is about."""
    if post.notert is None:
        return []
    linjer = varalinjer(turn.norsk, post.notert.utfall, post.notert.ikke_naadd, post.notert.uhoert)
    linjer += uhoert(turn, post.notert)
    if not av_flere:
        return linjer
    hode = post.hode
    moetet = f"{organnavn(turn.register, hode.organ_ids, hode.dato)} {turn.norsk.dato(hode.dato)}"
    return [f"{moetet}: {linje}" for linje in linjer]


def uhoert(turn: Turn, notert: Notert) -> list[str]:
    """That leder and sekretariat are not told of the vara, where none of them can be reached."""
    if Beskjedslag.INGEN_VARA in notert.uhoert:
        return [turn.norsk.tekst("forfallvarsel.naar_ikke_ledelsen")]
    if Beskjedslag.PAA_TVERS in notert.uhoert:
        return [turn.norsk.tekst("forfallvarsel.naar_ikke_sekretariatet")]
    return []


def _sent(turn: Turn, poster: Sequence[Post]) -> list[str]:
    sene = [p.notert for p in poster if p.notert and p.notert.utfall.sen]
    ikke = any(Beskjedslag.SEN_FORFALL in notert.uhoert for notert in sene)
    noekkel = "forfallvarsel.naar_ikke_ledelsen" if ikke else "forfall.sent"
    return [turn.norsk.tekst(noekkel)] if sene else []


def _knapper(turn: Turn, tjenester: Tjenester, gjelder: Gjelder, poster: Sequence[Post]) -> list[Button]:
    knapper = [b for p in poster for b in _varaknapper(turn, tjenester, p)]
    angres = [
        [p.hode.id, p.notert.linjer[0].id]
        for p in poster
        if p.notert and p.notert.linjer and not p.notert.utfall.allerede
    ]
    if angres:
        label = turn.norsk.tekst("forfall.knapp_angre")
        knapper.insert(0, skriveknapp(label, ANGRE, tjenester.ny_id(), **{ANGRES: angres}))
    elif gjelder.selv and len(poster) == 1:
        label = turn.norsk.tekst("forfall.knapp_likevel")
        hode = poster[0].hode
        knapper.append(knapp(label, "forfall.trekk", moete=hode.id, **{TID: moetetid(hode)}))
    return knapper


def _varaknapper(turn: Turn, tjenester: Tjenester, post: Post) -> list[Button]:
    if post.notert is None:
        return []
    ny_id, utfall = tjenester.ny_id, post.notert.utfall
    naadd = [b for kall in post.notert.ikke_naadd for b in svarknapper(turn, post.hode, kall)]
    venter = [v.kall for v in utfall.varasvar if v.hva is Varahva.PAA_TVERS and v.kall]
    egne = [k for k in venter if kan(turn, Rett.VARA_PAA_TVERS, (k.organ_id,))]
    tvers = [kall_inn_knapp(turn, ny_id, post.hode, kall) for kall in egne]
    return [spoer_knapp(turn, ny_id, post.hode, f) for f in utfall.forslag] + tvers + naadd


def kall_inn_knapp(turn: Turn, ny_id: Callable[[], str], hode: Moetehode, kall: Kall) -> Button:
    """For the sekretariat that has itself named a vara of another seat."""
    label = turn.norsk.tekst("forfall.knapp_kall_inn", navn=kall.vara.navn)
    return skriveknapp(label, "vara.godkjenn", ny_id(), moete=hode.id, kall=kall.id)


def spoer_knapp(turn: Turn, ny_id: Callable[[], str], hode: Moetehode, forslag: Forslag) -> Button:
    """«Spør Kari Nes»."""
    return skriveknapp(
        turn.norsk.tekst("forfall.knapp_spoer_vara", navn=forslag.vara.navn),
        "vara.kall",
        ny_id(),
        moete=hode.id,
        person_id=forslag.plass.medlem.person_id,
        organ=forslag.plass.organ_id,
        vara_id=forslag.vara.person_id,
    )


def svarknapper(turn: Turn, hode: Moetehode, kall: Kall) -> tuple[Button, Button]:
    """What somebody else answers for a vara whom the bot cannot reach. The rules do nothing twice."""
    navn, data = fornavn(kall.vara), {"moete": hode.id, "kall": kall.id}
    ja = turn.norsk.tekst("forfall.knapp_vara_kan", navn=navn)
    nei = turn.norsk.tekst("forfall.knapp_vara_kan_ikke", navn=navn)
    return knapp(ja, "vara.ja", **data), knapp(nei, "vara.nei", **data)


def fornavn(hvem: Hvem) -> str:
    return hvem.navn.split()[0] if hvem.navn.split() else hvem.navn
