"""What a sammendrag of a møte tells of: its vedtak and konklusjoner by sak, its oppgaver, its rettelser.

Of a møtebok only what was dictated and stands, so nothing that is merely proposed and nobody's attendance;
and nothing that is unntatt offentlighet. A part that another body shares is that body's too, and nothing
else of the møte is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain import utgave_vedtak
from bot.domain.bokakt import OSLO
from bot.domain.bokdeler import andres
from bot.domain.bokholdt import forslag_i_boken
from bot.domain.bokskjerming import rettelse_unntatt, unntatt
from bot.domain.bokstand import Bokdel, Boksak, Bokstand, Punkt, Rettelse
from bot.domain.innkalling import Forslag
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Punktslag
from bot.domain.referat import Oppfoelging, Referatdel, Referatsak
from bot.domain.register import Moetehode, Register


class Linjeslag(StrEnum):
    VEDTAK = "vedtak"
    KONKLUSJON = "konklusjon"
    UTSATT = "utsatt"
    OPPGAVE = "oppgave"


@dataclass(frozen=True)
class Sammendragslinje:
    """`key` never changes as long as the point is there. `innspill` fill the open place of a vedtak, each
    with its key; `mangler`: it has such a place, and nothing fills it.
    """

    key: str
    slag: Linjeslag
    tekst: str
    innspill: tuple[str, ...] = ()
    hvem: tuple[str, ...] = ()
    frist: date | None = None
    innspill_keys: tuple[str, ...] = ()
    mangler: bool = False


@dataclass(frozen=True)
class Sammendragssak:
    key: str
    tittel: str
    saksnr: str | None = None
    linjer: tuple[Sammendragslinje, ...] = ()


@dataclass(frozen=True)
class Sammendragsdel:
    """`andre` are the bodies it belongs to beside the møte's own; part 0 is the møte's."""

    nr: int = 0
    tittel: str | None = None
    andre: tuple[int, ...] = ()
    saker: tuple[Sammendragssak, ...] = ()


@dataclass(frozen=True)
class Sammendragsrettelse:
    """`gjelder`: the key of the line it is about, which need not be one that is told of (None: it names no
    point). `del_nr`: the part of that (0 also where it names none).
    """

    dato: date
    tekst: str
    del_nr: int = 0
    key: str = ""
    gjelder: str | None = None


@dataclass(frozen=True)
class Innhold:
    """`foreloepig`: kept here, and not approved; `utkast`: nor sent to the members. Only saker with
    something to tell are here.
    """

    deler: tuple[Sammendragsdel, ...] = ()
    rettelser: tuple[Sammendragsrettelse, ...] = ()
    foreloepig: bool = False
    godkjent: date | None = None
    utkast: bool = False

    @property
    def saker(self) -> tuple[Sammendragssak, ...]:
        return tuple(sak for part in self.deler for sak in part.saker)

    @property
    def linjer(self) -> tuple[Sammendragslinje, ...]:
        return tuple(linje for sak in self.saker for linje in sak.linjer)


def av_boken(stand: Bokstand, moete: Moete) -> Innhold:
    return Innhold(
        tuple(_del(stand, moete, part) for part in stand.deler),
        tuple(_rettelse(stand, r) for r in stand.rettelser if not rettelse_unntatt(stand, r.nr)),
        stand.tilstand is not Boktilstand.GODKJENT,
        stand.godkjent.astimezone(OSLO).date() if stand.godkjent else None,
        stand.tilstand in (Boktilstand.AAPEN, Boktilstand.UTKAST),
    )


def av_referat(moete: Moete) -> Innhold:
    """Of one that came as a paper. Raises LookupError where the møte has none."""
    if moete.referat is None:
        raise LookupError(moete.id)
    oppgaver = moete.referat.oppfoelging
    return Innhold(tuple(_papirdel(nr, p, oppgaver) for nr, p in enumerate(moete.referat.deler)))


def nylig_unntatt(foer: Bokstand, etter: Bokstand) -> bool:
    """Whether something is unntatt now that was open."""
    return bool(_skjulte(etter) - _skjulte(foer))


def neste_moete(register: Register, hode: Moetehode) -> Moetehode | None:
    """The next one of its bodies, as the register has it."""
    egne = set(hode.organ_ids)
    kommer = (m for m in register.moeter if m.dato > hode.dato and not m.avlyst and egne & set(m.organ_ids))
    return next(kommer, None)


def _skjulte(stand: Bokstand) -> set[int]:
    return {p.nr for p in stand.punkter.values() if unntatt(stand, p)}


def _rettelse(stand: Bokstand, rettelse: Rettelse) -> Sammendragsrettelse:
    punkt = stand.punkter.get(rettelse.nr or 0)
    del_nr = stand.sak(punkt.sak).del_nr if punkt else 0
    # What fills a vedtak is part of its line.
    nr = (punkt.til_vedtak or punkt.nr) if punkt else rettelse.nr
    gjelder = f"p{nr}" if nr is not None else None
    dag, key = rettelse.at.astimezone(OSLO).date(), f"r{int(rettelse.at.timestamp() * 1000)}"
    return Sammendragsrettelse(dag, rettelse.tekst, del_nr, key, gjelder)


def _del(stand: Bokstand, moete: Moete, part: Bokdel) -> Sammendragsdel:
    egne = [s for s in stand.saker if s.del_nr == part.nr and not s.hjemmel]
    saker = (_sak(stand, sak, forslag_i_boken(moete, stand, sak)) for sak in egne)
    andre = andres(stand, moete.organ_ids, part.nr) if part.nr else ()
    return Sammendragsdel(part.nr, part.tittel, andre, tuple(s for s in saker if s.linjer))


def _sak(stand: Bokstand, sak: Boksak, forslag: Sequence[Forslag]) -> Sammendragssak:
    punkter = [p for p in stand.i_sak(sak.key) if not unntatt(stand, p)]
    linjer = (_linje(p, punkter, forslag) for p in punkter)
    return Sammendragssak(f"s{sak.key}", sak.tittel, sak.saksnr, tuple(x for x in linjer if x))


_SLAG = {
    Punktslag.VEDTAK: Linjeslag.VEDTAK,
    Punktslag.KONKLUSJON: Linjeslag.KONKLUSJON,
    Punktslag.UTSATT: Linjeslag.UTSATT,
    Punktslag.OPPFOELGING: Linjeslag.OPPGAVE,
}


def _linje(p: Punkt, punkter: Sequence[Punkt], forslag: Sequence[Forslag]) -> Sammendragslinje | None:
    slag = _SLAG.get(p.slag)
    if slag is None:
        return None
    vedtak = utgave_vedtak.er_vedtak(p, forslag)
    fyller = [i for i in punkter if i.til_vedtak == p.nr and i.slag is Punktslag.INNSPILL]
    return Sammendragslinje(
        f"p{p.nr}",
        Linjeslag.VEDTAK if vedtak else slag,
        p.tekst,
        tuple(i.tekst for i in fyller) if vedtak else (),
        tuple(h.navn for h in p.hvem) if slag is Linjeslag.OPPGAVE else (),
        p.frist,
        tuple(f"p{i.nr}" for i in fyller) if vedtak else (),
        vedtak and p.aapent and not fyller,
    )


def _papirdel(nr: int, part: Referatdel, oppgaver: Sequence[Oppfoelging]) -> Sammendragsdel:
    saker = (_papirsak(f"{nr}.{plass}", part, sak, oppgaver) for plass, sak in enumerate(part.saker))
    return Sammendragsdel(nr, part.tittel, saker=tuple(s for s in saker if s.linjer))


def _papirsak(
    sted: str, part: Referatdel, sak: Referatsak, oppgaver: Iterable[Oppfoelging]
) -> Sammendragssak:
    """Its oppgaver name the sak by its number, else its title."""
    konkludert = [
        Sammendragslinje(f"k{sted}.{n}", Linjeslag.KONKLUSJON, k) for n, k in enumerate(sak.konklusjon)
    ]
    egne = [o for o in oppgaver if (o.sak, o.del_tittel) == (sak.saksnr or sak.tittel, part.tittel)]
    loefter = [_papiroppgave(f"o{sted}.{n}", o) for n, o in enumerate(egne)]
    return Sammendragssak(f"s{sted}", sak.tittel, sak.saksnr, (*konkludert, *loefter))


def _papiroppgave(key: str, o: Oppfoelging) -> Sammendragslinje:
    hvem = (o.ansvarlig,) if o.ansvarlig else ()
    return Sammendragslinje(key, Linjeslag.OPPGAVE, o.hva, hvem=hvem, frist=o.frist)
