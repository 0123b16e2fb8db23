"""What a channel's weekly digest tells of, body by body. Pure: the facts are loaded by who asks.

Of oppgaver only those that a channel may see: of a møtebok that has been sent or is godkjent, or of an
imported paper, and not unntatt offentlighet. Nothing here comes from forfall, nor from an utkast.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.digestfakta import Fakta, Tidspunkt
from bot.domain.digesttid import OSLO
from bot.domain.eventuelt import frist as innmeldingsfrist
from bot.domain.hendelser import uten_dubletter
from bot.domain.innkalling import Agendapunkt, Agendatype
from bot.domain.moeter import Tilstand, tilstand
from bot.domain.navn import norm
from bot.domain.oppdrag import Oppdrag
from bot.domain.oppdragsregler import aapne
from bot.domain.oppgave import Oppgave
from bot.domain.oppgaver import etter_frist
from bot.domain.register import Moetehode

_FASTE = ("eventuelt", "godkjenning av", "godkjenne ", "referatsaker")
"""How the titles of saker begin that are on every saksliste: they are no news."""


class Fristslag(StrEnum):
    """EVENTUELT: the last day for saker to the møte. MERKNAD: for merknader to its referat. PAPIR: what
    its papers say.
    """

    EVENTUELT = "eventuelt"
    MERKNAD = "merknad"
    PAPIR = "papir"


@dataclass(frozen=True)
class Frist:
    """`hva` are the words of the paper, of the kind PAPIR only."""

    dag: date
    slag: Fristslag
    moete: Moetehode
    hva: str = ""


@dataclass(frozen=True)
class NySak:
    moete: Moetehode
    tittel: str
    saksnr: str | None = None


@dataclass(frozen=True)
class Del:
    """One body's part. `moeter` are its own, and then those of the bodies it hears from."""

    organ_id: int
    moeter: tuple[Moetehode, ...] = ()
    frister: tuple[Frist, ...] = ()
    oppgaver: tuple[Oppgave, ...] = ()
    oppdrag: tuple[Oppdrag, ...] = ()
    saker: tuple[NySak, ...] = ()

    @property
    def tom(self) -> bool:
        return not (self.moeter or self.frister or self.oppgaver or self.oppdrag or self.saker)


@dataclass(frozen=True)
class Digest:
    """`deler`: those that have something to tell; none, and nothing is to be posted."""

    tidspunkt: Tidspunkt
    deler: tuple[Del, ...] = ()

    @property
    def tom(self) -> bool:
        return not self.deler


def lag(fakta: Fakta, tidspunkt: Tidspunkt, deler: Iterable[tuple[int, Sequence[int]]]) -> Digest:
    """`deler`: each body with those it hears from. A møte is told of once, by the first it is a møte of."""
    valgte = list(deler)
    egne = {organ_id for organ_id, _ in valgte}
    sett: set[int] = set()
    lagde = []
    for organ_id, hoerer_fra in valgte:
        andre = [o for o in hoerer_fra if o not in egne]
        moeter = [m for m in _moeter(fakta, tidspunkt, [organ_id, *andre]) if m.id not in sett]
        sett |= {m.id for m in moeter}
        lagde.append(_del(fakta, tidspunkt, organ_id, moeter))
    return Digest(tidspunkt, tuple(d for d in lagde if not d.tom))


def _del(fakta: Fakta, naar: Tidspunkt, organ_id: int, moeter: Sequence[Moetehode]) -> Del:
    return Del(
        organ_id,
        tuple(moeter),
        tuple(_frister(fakta, naar, organ_id)),
        tuple(etter_frist(o for o in fakta.oppgaver.get(organ_id, ()) if _vises(fakta, o))),
        tuple(aapne(fakta.oppdrag.get(organ_id, ()), naar.fra)),
        tuple(_nye_saker(fakta, naar, organ_id)),
    )


def _moeter(fakta: Fakta, naar: Tidspunkt, organ_ids: Sequence[int]) -> list[Moetehode]:
    """Each once: the body's own first, then those of the others by time."""
    egne, andre = organ_ids[:1], organ_ids[1:]
    alle = [*_uka(fakta, naar, egne), *_uka(fakta, naar, andre)]
    return list({m.id: m for m in alle}.values())


def _uka(fakta: Fakta, naar: Tidspunkt, organ_ids: Sequence[int]) -> list[Moetehode]:
    lokal = naar.at.astimezone(OSLO)
    uka = {
        m.id: m
        for organ_id in organ_ids
        for m in fakta.hoder.get(organ_id, ())
        if naar.fra <= m.dato < naar.til and tilstand(m, lokal) is not Tilstand.OVER
    }
    return sorted(uka.values(), key=lambda m: (m.dato, str(m.start or ""), m.id))


def _frister(fakta: Fakta, naar: Tidspunkt, organ_id: int) -> list[Frist]:
    alle = [
        *_innmelding(fakta, naar, organ_id),
        *_merknader(fakta, organ_id),
        *_i_papirene(fakta, organ_id),
    ]
    return sorted(
        (f for f in alle if naar.fra <= f.dag < naar.til), key=lambda f: (f.dag, f.slag, f.moete.id)
    )


def _innmelding(fakta: Fakta, naar: Tidspunkt, organ_id: int) -> Iterable[Frist]:
    for hode in fakta.hoder.get(organ_id, ()):
        if hode.dato >= naar.fra and not hode.avlyst:
            dag = innmeldingsfrist(fakta.register, organ_id, hode)
            if dag is not None:
                yield Frist(dag, Fristslag.EVENTUELT, hode)


def _merknader(fakta: Fakta, organ_id: int) -> Iterable[Frist]:
    hoder = {hode.id: hode for hode in fakta.hoder.get(organ_id, ())}
    for bok in fakta.hoering:
        if bok.merknadsfrist and bok.moete_id in hoder:
            yield Frist(bok.merknadsfrist, Fristslag.MERKNAD, hoder[bok.moete_id])


def _i_papirene(fakta: Fakta, organ_id: int) -> Iterable[Frist]:
    hoder = {hode.id: hode for hode in fakta.hoder.get(organ_id, ())}
    for r in uten_dubletter(fakta.hendelser.get(organ_id, ())):
        if r.hendelse.dato:
            yield Frist(r.hendelse.dato, Fristslag.PAPIR, hoder[r.moete_id], r.hendelse.hva)


def _vises(fakta: Fakta, o: Oppgave) -> bool:
    return not o.hjemmel and (o.bok_id is None or o.bok_id not in fakta.skjult)


def _nye_saker(fakta: Fakta, naar: Tidspunkt, organ_id: int) -> Iterable[NySak]:
    for hode in fakta.hoder.get(organ_id, ()):
        if hode.sendt and hode.sendt > naar.forrige and not hode.avlyst and hode.dato >= naar.fra:
            agenda = fakta.agenda.get(hode.id, ())
            yield from (NySak(hode, p.tittel, p.saksnr) for p in agenda if _er_ny(p))


def _er_ny(punkt: Agendapunkt) -> bool:
    return punkt.type is Agendatype.SAK and not norm(punkt.tittel).startswith(_FASTE)
