"""The weekly digest as it stands in a channel: what there is of each kind, and the first of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.cards.element import Element, mellomtittel, overskrift, tekstblokk
from bot.cards.kanaloppgave import uten_gjentak
from bot.cards.melding import kort
from bot.cards.moete import saa_mye_som_faar_plass
from bot.cards.oppdragslinjer import Oppdragsvisning, oppdragslinje
from bot.cards.oppgavelinjer import Oppgavevisning, oppgavelinje
from bot.cards.ord import forkortet, naar, organnavn, sakstittel, stor
from bot.cards.tekstflyt import Linje, MerKnapp, Utsnitt, flyt
from bot.clock import OSLO
from bot.domain.conversation import Button
from bot.domain.digestinnhold import Del, Digest, Frist, Fristslag, NySak
from bot.domain.oppgaver import forfalt
from bot.domain.register import Moetehode, Register
from bot.language import skriv
from bot.turn import Message, Norsk

FLEST = 5
"""As many of each kind stand in the channel; the rest is a press away."""
TEGN = 110


@dataclass(frozen=True)
class Digestvisning:
    """What a digest is worded from. `forsinket`: it is posted so late that it says so. `innledning` stands
    above one that is only shown.
    """

    norsk: Norsk
    register: Register
    forsinket: bool = False
    innledning: str = ""


@dataclass(frozen=True)
class Avsnitt:
    """A heading, and all its lines."""

    tittel: str
    linjer: tuple[str, ...]


def digestkort(
    v: Digestvisning, digest: Digest, vis_alt: Button, knapper: Sequence[Button] = ()
) -> Message:
    """As it is posted. `vis_alt` stands under it where there is more than is shown, `knapper` always. Where
    many bodies have much, there is less of each, so that a card can hold it.
    """
    alle = _avsnitt(v, digest, TEGN)

    def bygg(flest: int) -> Message:
        return _kort(v, digest, alle, flest, vis_alt, knapper)

    return saa_mye_som_faar_plass(bygg, FLEST)


def _kort(
    v: Digestvisning,
    digest: Digest,
    alle: Sequence[Avsnitt],
    flest: int,
    vis_alt: Button,
    knapper: Sequence[Button],
) -> Message:
    foerst, under = tittel(v, digest), [*_forsinket(v, digest), antall(v, digest)]
    over = [v.innledning] if v.innledning else []
    kropp: list[Element] = [*map(tekstblokk, over), overskrift(foerst)]
    kropp += [tekstblokk(linje, dempet=True) for linje in under]
    samlet = [*over, foerst, *under]
    for avsnitt in alle:
        linjer, rest = avsnitt.linjer[:flest], len(avsnitt.linjer) - flest
        flere = [v.norsk.tekst("digest.flere", antall=rest)] if rest > 0 else []
        kropp += [mellomtittel(avsnitt.tittel), *map(tekstblokk, linjer)]
        kropp += [tekstblokk(linje, dempet=True) for linje in flere]
        samlet += [f"\n{avsnitt.tittel}", *linjer, *flere]
    mer = [vis_alt] if any(len(a.linjer) > flest for a in alle) else []
    return kort("\n".join(samlet), kropp, [*mer, *knapper], uttale=(over or [foerst])[0])


def hele(v: Digestvisning, digest: Digest, mer: MerKnapp, utsnitt: Utsnitt) -> Message:
    """All of it, as much as a card can hold at a time."""
    linjer = [Linje(antall(v, digest))]
    for avsnitt in _avsnitt(v, digest, None):
        linjer += [Linje(avsnitt.tittel, tittel=True), *map(Linje, avsnitt.linjer)]
    return flyt(v.norsk, tittel(v, digest), [], linjer, [], mer, utsnitt)


def tittel(v: Digestvisning, digest: Digest) -> str:
    """«Ukesoversikt for ASU, 6.–12. mai 2024»."""
    t = digest.tidspunkt
    organ = organnavn(v.register, [d.organ_id for d in digest.deler], t.fra)
    return v.norsk.tekst("digest.tittel", organ=organ, periode=_periode(v.norsk, t.fra, t.til))


def _periode(norsk: Norsk, fra: date, til: date) -> str:
    """«6.–12. mai 2024»: the month once, where it is one."""
    siste = til - timedelta(days=1)
    if fra == siste or fra.month != siste.month:
        return norsk.periode(fra, til)
    return f"{fra.day}.–{norsk.dato(siste).partition(' ')[2]}"


def antall(v: Digestvisning, digest: Digest) -> str:
    """«2 møter, 1 frist, 7 åpne oppgaver (2 over fristen) og 3 nye saker»."""
    deler, dag = digest.deler, digest.tidspunkt.fra
    oppgaver = [o for d in deler for o in d.oppgaver]
    over = sum(forfalt(o, dag) for o in oppgaver)
    tall = (
        ("digest.antall_moeter", sum(len(d.moeter) for d in deler), ""),
        ("digest.antall_frister", sum(len(d.frister) for d in deler), ""),
        (
            "digest.antall_oppgaver",
            len(oppgaver),
            v.norsk.tekst("digest.over", antall=over) if over else "",
        ),
        ("digest.antall_oppdrag", sum(len(d.oppdrag) for d in deler), ""),
        ("digest.antall_saker", sum(len(d.saker) for d in deler), ""),
    )
    return stor(skriv.liste([v.norsk.tekst(key, antall=n) + mer for key, n, mer in tall if n]))


def tidspunktet(norsk: Norsk, digest: Digest) -> str:
    """When it is due: «mandag 6. mai 2024 kl. 08.00»."""
    lokal = digest.tidspunkt.at.astimezone(OSLO)
    return norsk.tidsrom(lokal.date(), lokal.time())


def _forsinket(v: Digestvisning, digest: Digest) -> list[str]:
    if not v.forsinket:
        return []
    return [v.norsk.tekst("digest.forsinket", naar=tidspunktet(v.norsk, digest))]


def _avsnitt(v: Digestvisning, digest: Digest, tegn: int | None) -> list[Avsnitt]:
    flere = len(digest.deler) > 1
    return [a for d in digest.deler for a in _delen(v, d, digest.tidspunkt.fra, tegn, flere=flere)]


def _delen(v: Digestvisning, d: Del, dag: date, tegn: int | None, *, flere: bool) -> Iterable[Avsnitt]:
    hva: tuple[tuple[str, Sequence[str]], ...] = (
        ("digest.moeter", [_moete(v, m) for m in d.moeter]),
        ("digest.frister", [_frist(v, f, tegn) for f in d.frister]),
        ("digest.oppgaver", _oppgaver(v, d, dag, tegn)),
        ("digest.oppdrag", _oppdrag(v, d, dag, tegn)),
        ("digest.saker", [_sak(v, s, tegn) for s in d.saker]),
    )
    organ = organnavn(v.register, (d.organ_id,), dag) if flere else ""
    for key, linjer in hva:
        if linjer:
            navn = v.norsk.tekst(key)
            med_organ = f"{organ}: {navn[:1].lower()}{navn[1:]}"
            yield Avsnitt(med_organ if flere else navn, tuple(f"• {linje}" for linje in linjer))


def _moete(v: Digestvisning, hode: Moetehode) -> str:
    sted = f" ({hode.sted})" if hode.sted else ""
    organ = organnavn(v.register, hode.organ_ids, hode.dato)
    if hode.avlyst:
        return f"{stor(v.norsk.dato(hode.dato))}: {v.norsk.tekst('digest.avlyst', organ=organ)}"
    return f"{stor(naar(v.norsk, hode))}: {organ}{sted}"


def _frist(v: Digestvisning, frist: Frist, tegn: int | None) -> str:
    organ = organnavn(v.register, frist.moete.organ_ids, frist.dag)
    dato = v.norsk.dato(frist.moete.dato)
    hva = (
        stor(_kortet(frist.hva, tegn))
        if frist.slag is Fristslag.PAPIR
        else v.norsk.tekst(f"digest.frist_{frist.slag}", organ=organ, dato=dato)
    )
    return f"{stor(v.norsk.dato(frist.dag))}: {hva}"


def _oppgaver(v: Digestvisning, d: Del, dag: date, tegn: int | None) -> list[str]:
    visning = Oppgavevisning(v.norsk, v.register, dag)
    egne = [uten_gjentak(v.norsk, o, dag) for o in d.oppgaver]
    return [oppgavelinje(visning, replace(o, hva=_kortet(o.hva, tegn))) for o in egne]


def _oppdrag(v: Digestvisning, d: Del, dag: date, tegn: int | None) -> list[str]:
    visning = Oppdragsvisning(v.norsk, v.register, dag)
    return [oppdragslinje(visning, replace(o, tekst=_kortet(o.tekst, tegn)), hele=True) for o in d.oppdrag]


def _sak(v: Digestvisning, sak: NySak, tegn: int | None) -> str:
    organ = organnavn(v.register, sak.moete.organ_ids, sak.moete.dato)
    hva = sakstittel(sak.saksnr, _kortet(sak.tittel, tegn))
    return f"{hva} ({organ} {v.norsk.dato(sak.moete.dato)})"


def _kortet(tekst: str, tegn: int | None) -> str:
    linje = " ".join(tekst.split())
    return forkortet(linje, tegn) if tegn else linje
