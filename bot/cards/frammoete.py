"""Who comes to a møte that is to be: present, absent, vara for whom, unanswered; for each side and seat."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.ord import organnavn
from bot.cards.tekstflyt import Linje, Utsnitt, flyt, sakens_mer
from bot.domain.conversation import Button
from bot.domain.frammoete import Slag
from bot.domain.frammoetetall import Beslutning, Frammoetetall, Rad, Tall
from bot.domain.organ import Rolle, Side
from bot.domain.register import Register
from bot.domain.situasjon import Situasjon
from bot.domain.stilling import Kalltilstand, Merke, Svar
from bot.language import skriv
from bot.turn import Message, Norsk

VARA = "vara"


MED_NAVN = 6
"""So many are named in the first line; more are counted there."""


@dataclass(frozen=True)
class Visning:
    """`ledelse`: also who said so late is shown. `quorum`: it was asked for, so it comes first, and also
    a body without one is told of. `forfall`: those who are absent were asked for, and come first.
    """

    norsk: Norsk
    register: Register
    situasjon: Situasjon
    hvor: str
    ledelse: bool = False
    quorum: bool = False
    forfall: bool = False


def frammoeteliste(
    v: Visning, tall: Sequence[Frammoetetall], knapper: Sequence[Button], utsnitt: Utsnitt
) -> Message:
    """One body after the other, as many lines as one reads on a phone, the rest a press away."""
    linjer = [linje for t in tall for linje in _organet(v, t, navngi=len(tall) > 1)]
    par = _sidepar(v.norsk, tall[0]) if len(tall) == 1 else []
    husk = {"quorum": v.quorum or None, "borte": v.forfall or None}
    mer = sakens_mer("forfall.liste", moete=v.situasjon.hode.id, **husk)
    return flyt(v.norsk, _foerst(v, tall), par, linjer, knapper, mer, utsnitt)


def forfallslinje(norsk: Norsk, situasjon: Situasjon) -> str:
    """«Forfall: 2 · vara: 1», for the card of a møte; empty where nobody has forfall."""
    stilling = situasjon.stilling
    borte = {str(p.hvem) for p in situasjon.plasser if stilling.person(p.hvem).borte}
    varaer = {str(k.vara) for k in stilling.kall if k.tilstand is Kalltilstand.JA}
    if not borte:
        return ""
    if not varaer:
        return norsk.tekst("hvemkommer.kortlinje", forfall=len(borte))
    return norsk.tekst("hvemkommer.kortlinje_vara", forfall=len(borte), vara=len(varaer))


def _foerst(v: Visning, tall: Sequence[Frammoetetall]) -> str:
    """What was asked for, in one line: who is absent, whether it is a quorum, or the numbers."""
    if v.forfall:
        return _hvem_er_borte(v, tall)
    if len(tall) != 1:
        svar = [v.norsk.tekst("hvemkommer.hvem", moete=v.hvor)]
    else:
        alle = tall[0].alle
        fakta = {"moete": v.hvor, "kommer": alle.til_stede, "plasser": alle.plasser}
        svar = [v.norsk.tekst("hvemkommer.tall", **fakta)]
    beslutninger = [b for t in tall if (b := _beslutning(v, t))]
    if v.quorum:
        return " ".join([*_ja_eller_nei(v.norsk, tall), *beslutninger, *svar])
    return " ".join([*svar, *(beslutninger if len(tall) == 1 else [])])


def _ja_eller_nei(norsk: Norsk, tall: Sequence[Frammoetetall]) -> list[str]:
    """Where it is the same for all the møte's bodies."""
    alle = {t.beslutning for t in tall}
    ord_ = {Beslutning.JA: "hvemkommer.ja", Beslutning.NEI: "hvemkommer.nei"}
    return [norsk.tekst(ord_[b]) for b in alle if len(alle) == 1 and b in ord_]


def _hvem_er_borte(v: Visning, tall: Sequence[Frammoetetall]) -> str:
    navn = list(dict.fromkeys(r.plass.hvem.navn for t in tall for r in t.rader if r.stand.borte))
    if not navn:
        return v.norsk.tekst("hvemkommer.ingen_borte", moete=v.hvor)
    if len(navn) > MED_NAVN:
        return v.norsk.tekst("hvemkommer.mange_borte", antall=len(navn), moete=v.hvor)
    return v.norsk.tekst("hvemkommer.borte", hvem=skriv.liste(navn), moete=v.hvor)


def _beslutning(v: Visning, tall: Frammoetetall) -> str:
    organ = organnavn(v.register, (tall.organ_id,), v.situasjon.hode.dato)
    match tall.beslutning:
        case Beslutning.JA:
            return v.norsk.tekst("hvemkommer.quorum_ja", organ=organ, quorum=tall.quorum)
        case Beslutning.NEI:
            return v.norsk.tekst("hvemkommer.quorum_nei", organ=organ, quorum=tall.quorum)
        case Beslutning.UAVKLART:
            return v.norsk.tekst("hvemkommer.quorum_uavklart", organ=organ, mangler=tall.mangler)
    return v.norsk.tekst("hvemkommer.quorum_ingen", organ=organ) if v.quorum else ""


def _organet(v: Visning, tall: Frammoetetall, *, navngi: bool) -> list[Linje]:
    linjer = []
    if navngi:
        navn = organnavn(v.register, (tall.organ_id,), v.situasjon.hode.dato)
        linjer.append(Linje(navn, tittel=True))
        linjer += [Linje(b) for b in [_beslutning(v, tall)] if b and not v.quorum]
        linjer += [Linje(f"{side}: {antall}") for side, antall in _sidepar(v.norsk, tall)]
    grupper = _grupper(tall)
    for noekkel, rader in [*grupper[1:3][::-1], grupper[0], grupper[3]] if v.forfall else grupper:
        tittel = v.norsk.tekst(f"hvemkommer.gruppe_{noekkel}", antall=len(rader))
        ordlegg = _vararad if noekkel == VARA else _rad
        linjer += _med_tittel(tittel, [ordlegg(v, r) for r in rader])
    return linjer + _andre(v, tall) + _seter(v.norsk, tall)


def _grupper(tall: Frammoetetall) -> list[tuple[str, list[Rad]]]:
    """Those who count."""
    rader = [r for r in tall.rader if r.plass.teller]
    return [
        ("kommer", [r for r in rader if r.stand.svar is Svar.KOMMER]),
        (VARA, [r for r in rader if r.vara]),
        ("forfall", [r for r in rader if r.stand.borte]),
        ("ubesvart", [r for r in rader if r.stand.svar is Svar.UBESVART]),
    ]


def _andre(v: Visning, tall: Frammoetetall) -> list[Linje]:
    """Observatører, referenter and the sekretariat, of whom something has been said."""
    rader = [r for r in tall.rader if not r.plass.teller and r.stand.svar is not Svar.UBESVART]
    linjer = [f"{_rad(v, r)} – {v.norsk.tekst(f'hvemkommer.svar_{r.stand.svar.value}')}" for r in rader]
    return _med_tittel(v.norsk.tekst("hvemkommer.andre"), linjer)


def _med_tittel(tittel: str, linjer: list[str]) -> list[Linje]:
    return [Linje(tittel, tittel=True), *(Linje(f"• {linje}") for linje in linjer)] if linjer else []


def _rad(v: Visning, rad: Rad) -> str:
    return f"{rad.plass.hvem.navn}{_hvor(v.norsk, rad)}{_tillegg(v, rad)}"


def _vararad(v: Visning, rad: Rad) -> str:
    """«Liv Strand, vara for Berit Nes (Nordre region): på Teams»."""
    if rad.vara is None:
        return _rad(v, rad)
    for_hvem = v.norsk.tekst("deltaker.vara_for", hvem=rad.plass.hvem.navn)
    merker = [merke(v.norsk, m) for m in v.situasjon.stilling.person(rad.vara.vara).merker]
    tillegg = f": {'; '.join(merker)}" if merker else ""
    return f"{rad.vara.vara.navn}, {for_hvem}{_hvor(v.norsk, rad)}{tillegg}"


def _hvor(norsk: Norsk, rad: Rad) -> str:
    """« (leder, Nordre region)»."""
    rolle = rad.plass.medlem.rolle
    ledd = [norsk.tekst(f"rolle.{rolle.value}")] if rolle is not Rolle.MEDLEM else []
    ledd += [rad.plass.sete] if rad.plass.sete and rad.plass.sete not in ledd else []
    return f" ({', '.join(ledd)})" if ledd else ""


def _tillegg(v: Visning, rad: Rad) -> str:
    ledd = _vara(v.norsk, rad) if rad.stand.borte else []
    ledd += [merke(v.norsk, m) for m in rad.stand.merker]
    if rad.stand.maa_bekreftes:
        ledd.append(v.norsk.tekst("hvemkommer.maa_bekreftes"))
    if v.ledelse and rad.stand.sen and rad.stand.borte:
        ledd.append(v.norsk.tekst("hvemkommer.meldt_sent"))
    return f": {'; '.join(ledd)}" if ledd else ""


def _vara(norsk: Norsk, rad: Rad) -> list[str]:
    """An observatør, a referent or the sekretariat has no vara to wait for."""
    if rad.vara:
        return []
    spurt = [norsk.tekst("hvemkommer.vara_spurt", navn=k.vara.navn) for k in rad.spurt]
    venter = [norsk.tekst("hvemkommer.vara_venter", navn=k.vara.navn) for k in rad.paa_tvers]
    steder = (
        [norsk.tekst("hvemkommer.stedfortreder", navn=rad.stedfortreder.navn)] if rad.stedfortreder else []
    )
    funnet = [*spurt, *venter, *steder]
    return funnet if funnet or not rad.plass.teller else [norsk.tekst("hvemkommer.ingen_vara")]


def merke(norsk: Norsk, m: Merke) -> str:
    """«kommer kl. 12.30», «går tidlig», «på Teams»."""
    if m.slag is Slag.TEAMS:
        return norsk.tekst("hvemkommer.teams")
    sent = m.slag is Slag.SENT
    if m.klokke is None:
        return norsk.tekst("hvemkommer.sent" if sent else "hvemkommer.tidlig")
    klokke = skriv.klokke(m.klokke)
    return norsk.tekst("hvemkommer.sent_kl" if sent else "hvemkommer.tidlig_kl", klokke=klokke)


def _sidepar(norsk: Norsk, tall: Frammoetetall) -> list[tuple[str, str]]:
    """Nothing where the sides of nobody are known."""
    if all(side is None for side, _ in tall.sider):
        return []
    return [(_side(norsk, side), _av(norsk, t)) for side, t in tall.sider]


def _side(norsk: Norsk, side: Side | None) -> str:
    return norsk.tekst(f"hvemkommer.side_{side.value}") if side else norsk.tekst("hvemkommer.side_ingen")


def _seter(norsk: Norsk, tall: Frammoetetall) -> list[Linje]:
    kjente = [(sete, t) for sete, t in tall.seter if sete]
    linjer = [f"{sete}: {_av(norsk, t)}" for sete, t in kjente]
    return _med_tittel(norsk.tekst("hvemkommer.seter"), linjer)


def _av(norsk: Norsk, t: Tall) -> str:
    return norsk.tekst("hvemkommer.av", kommer=t.til_stede, plasser=t.plasser)
