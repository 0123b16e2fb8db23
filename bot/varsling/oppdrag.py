"""Oppdrag: what a referat asks other bodies for is proposed to the sekretariat, and follows the referat.

Nothing is sent by itself: `send_ut` is for when somebody has pressed «Send». The caller commits.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.cards import oppdrag as kort
from bot.cards.oppdragslinjer import Oppdragsvisning
from bot.clock import OSLO
from bot.domain import oppdragsregler as regler
from bot.domain.bokstand import Bokstand
from bot.domain.kanaloensker import Kanalslag
from bot.domain.oppdrag import Oppdrag, Oppdragshendelse, Oppdragstilstand
from bot.domain.oppdragskilder import av_boka, egne_i_boka
from bot.domain.oppdragsregler import SENDTE, Innhold
from bot.domain.oppgaver import Handling
from bot.domain.organ import Rolle
from bot.domain.ports import UnitOfWork
from bot.domain.register import Moetehode, Register
from bot.domain.utboks import Varselslag
from bot.language.oppdragsord import Oppdragsord
from bot.turn import Message, Norsk
from bot.varsling import kanalposter
from bot.varsling.digestuttak import ta_ut, tilbake
from bot.varsling.varsler import Naadd, Varsel, Varsler

MOTTAR = (Rolle.LEDER, Rolle.SEKRETARIAT)
GIR = (Rolle.SEKRETARIAT, Rolle.REFERENT, Rolle.LEDER)


@dataclass(frozen=True)
class Levert:
    """`kanaler`: how many channels it was posted in; `personer`: how many were told in 1:1."""

    kanaler: int
    personer: int


async def foreslaa(
    varsler: Varsler,
    uow: UnitOfWork,
    register: Register,
    hode: Moetehode,
    bok_id: int,
    stand: Bokstand,
    h: Handling,
) -> list[Oppdrag]:
    """Proposes what the møtebok asks others for and is not proposed yet, in one message to the body's
    sekretariat; the new ones.
    """
    kilder = av_boka(stand, bok_id)
    asked = bedte(register, hode, egne_i_boka(stand, bok_id, hode.organ_ids), kilder)
    if not asked:
        return []
    finnes = {(o.kilde, o.til_organ_id) for o in await uow.oppdrag.for_kilde(kilder)}
    return await legg_fram(varsler, uow, register, hode, kilder, [a for a in asked if a not in finnes], h)


async def legg_fram(
    varsler: Varsler,
    uow: UnitOfWork,
    register: Register,
    hode: Moetehode,
    kilder: Mapping[str, Innhold],
    asked: Sequence[tuple[str, int]],
    h: Handling,
) -> list[Oppdrag]:
    """Those of source and body, as proposals in one message to the sekretariat of the møte's first body."""
    fra = hode.organ_ids[0]
    nye = [
        await uow.oppdrag.lagre(regler.nytt(fra, til, hode.id, kilde, kilder[kilde], h))
        for kilde, til in asked
    ]
    if nye:
        await varsler.til_roller([fra], [Rolle.SEKRETARIAT], _forslag(register, nye, h.at))
    return nye


def bedte(
    register: Register,
    hode: Moetehode,
    egne: Mapping[str, Sequence[int]],
    kilder: Mapping[str, Innhold],
) -> list[tuple[str, int]]:
    """Source and body. `egne`: by source the bodies that decided it, where these are not just the møte's.
    A name that may be several bodies is asked about: each is proposed.
    """
    if not kilder or not hode.organ_ids:
        return []
    ord_ = Oppdragsord(register)
    return [
        (kilde, til)
        for kilde, innhold in kilder.items()
        for nevnt in ord_.bedt(innhold.tekst, egne.get(kilde, hode.organ_ids), hode.dato)
        for til in nevnt.organ_ids
    ]


def _forslag(register: Register, nye: Sequence[Oppdrag], at: datetime) -> Varsel:
    dag = at.astimezone(OSLO).date()
    return Varsel(
        f"oppdragsforslag:{nye[0].id}",
        Varselslag.OPPDRAG,
        lambda norsk: kort.forslag(Oppdragsvisning(norsk, register, dag), nye),
    )


async def foelg(
    varsler: Varsler,
    uow: UnitOfWork,
    register: Register,
    hode: Moetehode,
    bok_id: int,
    foer: Bokstand,
    etter: Bokstand,
    h: Handling,
) -> list[Oppdrag]:
    """After an act in the møtebok: what it changed or struck is changed or withdrawn here too, and in the
    posts. Nothing is read where no point that was there before has changed.
    """
    a, b = av_boka(foer, bok_id), av_boka(etter, bok_id)
    kjente = {f"bok:{bok_id}:{nr}" for nr in foer.punkter}
    endret = [k for k in (a.keys() | b.keys()) & kjente if a.get(k) != b.get(k)]
    finnes = await uow.oppdrag.for_kilde(endret) if endret else []
    if not finnes:
        return []
    egne = egne_i_boka(etter, bok_id, hode.organ_ids)
    asked = set(bedte(register, hode, egne, {k: b[k] for k in endret if k in b}))
    fulgt = [(o, _fulgt(o, b.get(o.kilde), asked, h)) for o in finnes]
    lagret = [await uow.oppdrag.lagre(ny) for gammel, ny in fulgt if ny != gammel]
    for o in lagret:
        await si_fra_om_endring(varsler, uow, register, o, h.at)
    return lagret


def _fulgt(o: Oppdrag, innhold: Innhold | None, asked: Collection[tuple[str, int]], h: Handling) -> Oppdrag:
    if innhold is None or (o.kilde, o.til_organ_id) not in asked:
        return regler.bortfalt(o, h)
    return regler.fulgt(o, innhold, h)


async def si_fra_om_endring(
    varsler: Varsler, uow: UnitOfWork, register: Register, o: Oppdrag, at: datetime
) -> None:
    """The posts say how it stands, and who was sent it is told; nobody of what was not sent."""
    if o.sendt is None:
        return
    await rett_postene(uow, register, o, at)

    def ordlegg(norsk: Norsk) -> Message:
        return _post(norsk, register, o, at)

    varsel = Varsel(f"oppdragendret:{o.id}:{o.versjon}", Varselslag.OPPDRAG, ordlegg)
    await varsler.til_roller([o.til_organ_id], MOTTAR, varsel)


async def send_ut(varsler: Varsler, register: Register, o: Oppdrag, at: datetime) -> Levert:
    """Posts it to the body's channels, and tells its leder and sekretariat; `o` is SENDT. Where the body
    has no sekretariat the administrators are told.
    """

    def ordlegg(norsk: Norsk) -> Message:
        return _post(norsk, register, o, at)

    kanaler = await i_kanalene(varsler, register, o, at)
    naadde = await varsler.til_roller(
        [o.til_organ_id], MOTTAR, Varsel(f"oppdragtil:{o.id}", Varselslag.OPPDRAG, ordlegg)
    )
    return Levert(kanaler, sum(n.vet or n is Naadd.SELV for n in naadde))


async def i_kanalene(varsler: Varsler, register: Register, o: Oppdrag, at: datetime) -> int:
    """To those of the body's channels that have not had it; how many."""
    ordlegg = partial(_post, register=register, o=o, at=at)
    slag = Kanalslag.OPPDRAG
    varsel = Varsel(noekkel(o), Varselslag.OPPDRAG, ordlegg, kanalslag=slag, straks=True)
    return await varsler.til_kanaler([o.til_organ_id], varsel)


async def trukket(varsler: Varsler, uow: UnitOfWork, register: Register, o: Oppdrag, at: datetime) -> None:
    """Those who were sent it are told that it is withdrawn, and the posts say so."""
    await si_fra_om_endring(varsler, uow, register, o, at)


async def besvart(varsler: Varsler, uow: UnitOfWork, register: Register, o: Oppdrag, at: datetime) -> None:
    """Those who sent it are told of the answer, or that it was taken back; the posts show it."""
    await rett_postene(uow, register, o, at)
    svart = o.tilstand is Oppdragstilstand.BESVART

    def ordlegg(norsk: Norsk) -> Message:
        v = Oppdragsvisning(norsk, register, at.astimezone(OSLO).date())
        fra, til = v.organ(o.fra_organ_id), v.organ(o.til_organ_id)
        linje = norsk.tekst("oppdrag.besvart_hos" if svart else "oppdrag.gjenaapnet_hos", fra=fra, til=til)
        return kort.kvittering(v, linje, o)

    varsel = Varsel(f"oppdragsvar:{o.id}:{o.versjon}", Varselslag.OPPDRAG, ordlegg)
    await varsler.til_roller([o.fra_organ_id], GIR, varsel)


async def er_godkjent(
    uow: UnitOfWork, register: Register, bok_id: int, stand: Bokstand, at: datetime
) -> None:
    """The posts of its oppdrag are no longer «Foreløpig». `register` is as it is after the approval."""
    for o in await uow.oppdrag.for_kilde(av_boka(stand, bok_id)):
        if o.tilstand in SENDTE:
            await rett_postene(uow, register, o, at, utgave="godkjent")


async def rett_postene(
    uow: UnitOfWork, register: Register, o: Oppdrag, at: datetime, utgave: str = ""
) -> int:
    """The posts in channels say how it stands now; how many. One that is withdrawn leaves the digests."""
    await ta_ut(uow, register, tilbake(oppdrag=[o]), at)
    return await kanalposter.endre(
        uow, at, noekkel(o), utgave or f"v{o.versjon}", lambda norsk: _post(norsk, register, o, at)
    )


def noekkel(o: Oppdrag) -> str:
    """Of its posts in channels."""
    return f"oppdrag:{o.id}"


def _post(norsk: Norsk, register: Register, o: Oppdrag, at: datetime) -> Message:
    v = Oppdragsvisning(norsk, register, at.astimezone(OSLO).date())
    return kort.post(
        v, kort.Oppdragspost(o, foreloepig(register, o), _rettet(o), regler.gjelder_likevel(o))
    )


def foreloepig(register: Register, o: Oppdrag) -> bool:
    """Whether it stands in a referat that is kept here and not godkjent."""
    hode = register.hode(o.moete_id) if o.moete_id is not None else None
    return o.kilde.startswith("bok:") and hode is not None and not hode.har_referat


def _rettet(o: Oppdrag) -> bool:
    """Whether its text was changed after it was sent."""
    hendelser: Iterable[Oppdragshendelse] = (linje.hva for linje in o.logg)
    etter = list(hendelser)
    if Oppdragshendelse.SENDT not in etter:
        return False
    return Oppdragshendelse.ENDRET in etter[etter.index(Oppdragshendelse.SENDT) :]
