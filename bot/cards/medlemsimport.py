"""What a list of members or of bodies would change, shown before it is stored. Chat and terminal alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.element import Element, mellomtittel, overskrift, tekstblokk, tett
from bot.cards.medlemslinje import medlemslinje
from bot.cards.melding import kort
from bot.cards.moete import saa_mye_som_faar_plass
from bot.cards.ord import Tall
from bot.domain.conversation import Button
from bot.domain.medlemsplan import Medlemsplan, Medlemsrad
from bot.domain.organ import Rolle, Side
from bot.domain.organimport import Organplan, Organrad
from bot.domain.tabell import Feltendring, Radfeil, Radstatus
from bot.language import skriv
from bot.turn import Message, Norsk

VIST = 60
"""Lines of one kind that are shown on a card; the rest is counted."""

Plan = Medlemsplan | Organplan
Avsnitt = tuple[str, list[str]]


@dataclass(frozen=True)
class Listevisning:
    """What is shown of a plan, on the day `dag`."""

    norsk: Norsk
    fil: str
    plan: Plan
    dag: date


def preview(visning: Listevisning, knapper: Sequence[Button] = ()) -> Message:
    """How many rows of each kind, then what is wrong, new and changed, and who is not in the file."""
    norsk, foerst = visning.norsk, _foerst(visning)

    def bygg(antall: int) -> Message:
        kropp: list[Element] = [overskrift(foerst)]
        linjer = [foerst]
        for tittel, alle in _avsnitt(visning):
            rest = len(alle) - antall
            vist = [*alle[:antall], *([norsk.tekst("liste.flere", antall=rest)] if rest > 0 else [])]
            kropp += [mellomtittel(tittel), *(tett(tekstblokk(f"• {linje}")) for linje in vist)]
            linjer += _avsnittstekst(tittel, vist)
        return kort("\n".join(linjer), kropp, knapper, uttale=foerst)

    return saa_mye_som_faar_plass(bygg, VIST)


def preview_text(visning: Listevisning) -> str:
    """The same for a terminal, with nothing left out."""
    linjer = [_foerst(visning)]
    for tittel, alle in _avsnitt(visning):
        linjer += _avsnittstekst(tittel, alle)
    return "\n".join(linjer)


def lagret(visning: Listevisning) -> str:
    """The receipt."""
    return visning.norsk.tekst("medlemsfil.lagret", fil=visning.fil, omfang=_omfang(visning))


def _foerst(visning: Listevisning) -> str:
    norsk, plan = visning.norsk, visning.plan
    if not plan.rader:
        return norsk.tekst("medlemsfil.tom", fil=visning.fil)
    foerst = norsk.tekst("medlemsfil.foerst", fil=visning.fil, omfang=_omfang(visning))
    if plan.med(Radstatus.FEIL):
        return f"{foerst} {norsk.tekst('medlemsfil.ikke_lagret')}"
    return foerst if plan.kan_lagres else f"{foerst} {norsk.tekst('medlemsfil.ingenting')}"


def _omfang(visning: Listevisning) -> str:
    antall = [(status, len(visning.plan.med(status))) for status in Radstatus]
    return skriv.liste(
        [visning.norsk.tekst(f"medlemsfil.antall_{s.value}", antall=Tall(n)) for s, n in antall if n]
    )


def _avsnitt(visning: Listevisning) -> Iterator[Avsnitt]:
    """Those that have lines."""
    norsk, plan = visning.norsk, visning.plan
    alle = (
        ("medlemsfil.rettes", list(_feillinjer(norsk, plan))),
        ("medlemsfil.nye", _linjer(visning, Radstatus.NY, _ny)),
        ("medlemsfil.endres", _linjer(visning, Radstatus.ENDRET, _endret)),
        ("medlemsfil.sjekk", list(_sjekk(norsk, plan))),
        ("medlemsfil.uteblitt", list(_uteblitt(visning))),
    )
    for key, linjer in alle:
        if linjer:
            yield norsk.tekst(key), linjer


def _avsnittstekst(tittel: str, linjer: Iterable[str]) -> list[str]:
    return ["", f"{tittel}:", *(f"• {linje}" for linje in linjer)]


def _linjer(
    visning: Listevisning,
    status: Radstatus,
    linje: Callable[[Listevisning, Medlemsrad | Organrad], str],
) -> list[str]:
    return [
        visning.norsk.tekst("medlemsfil.rad", rad=rad.nummer, hva=linje(visning, rad))
        for rad in visning.plan.med(status)
    ]


def _feillinjer(norsk: Norsk, plan: Plan) -> Iterator[str]:
    for rad in plan.med(Radstatus.FEIL):
        hva = f"{rad.navn}: " if rad.navn else ""
        for feil in rad.feil:
            yield norsk.tekst("medlemsfil.rad", rad=rad.nummer, hva=f"{hva}{feilsetning(norsk, feil)}")


def feilsetning(norsk: Norsk, feil: Radfeil) -> str:
    return norsk.tekst(f"radfeil.{feil.kode}", **feil.fakta)


def _ny(visning: Listevisning, rad: Medlemsrad | Organrad) -> str:
    if isinstance(rad, Organrad):
        return "; ".join([rad.navn, *_endringer(visning.norsk, rad.endringer[1:])])
    if rad.medlem is None or rad.organ is None:
        return rad.navn
    linje = medlemslinje(visning.norsk, rad.medlem, med_kontakt=True)
    return f"{rad.organ.kort(visning.dag)}: {linje}"


def _endret(visning: Listevisning, rad: Medlemsrad | Organrad) -> str:
    hvor = f"{rad.organ.kort(visning.dag)}: " if isinstance(rad, Medlemsrad) and rad.organ else ""
    return f"{hvor}{rad.navn}; {'; '.join(_endringer(visning.norsk, rad.endringer))}"


def _endringer(norsk: Norsk, endringer: Sequence[Feltendring]) -> list[str]:
    return [_endring(norsk, e) for e in endringer]


def _endring(norsk: Norsk, e: Feltendring) -> str:
    felt, til = norsk.tekst(f"felt.{e.felt}"), _verdi(norsk, e.til)
    return f"{felt}: {til}" if e.fra is None else f"{felt}: {_verdi(norsk, e.fra)} → {til}"


def _verdi(norsk: Norsk, verdi: object) -> str:
    if isinstance(verdi, date):
        return f"{verdi:%d.%m.%Y}"
    if isinstance(verdi, Rolle):
        return norsk.tekst(f"rolle.{verdi.value}")
    if isinstance(verdi, Side):
        return norsk.tekst(f"side.{verdi.value}")
    if isinstance(verdi, bool):
        return norsk.tekst("felt.true" if verdi else "felt.false")
    return norsk.tekst("felt.tom") if verdi is None else str(verdi)


def _sjekk(norsk: Norsk, plan: Plan) -> Iterator[str]:
    if isinstance(plan, Organplan):
        for navn in plan.nye_fellesskap:
            yield norsk.tekst("medlemsfil.nytt_fellesskap", navn=navn)
        for rad in plan.rader:
            if rad.ligner:
                yield norsk.tekst("medlemsfil.ligner", rad=rad.nummer, navn=rad.navn, annet=rad.ligner)
    if plan.ukjente:
        yield norsk.tekst("medlemsfil.ukjente", kolonner=skriv.liste(list(plan.ukjente)))


def _uteblitt(visning: Listevisning) -> Iterator[str]:
    plan = visning.plan
    if isinstance(plan, Organplan):
        yield from plan.uteblitt
        return
    for u in plan.uteblitt:
        yield f"{u.organ.kort(visning.dag)}: {medlemslinje(visning.norsk, u.medlem)}"
