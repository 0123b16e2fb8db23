"""Whom the bot takes somebody for, how surely, and what they may do in each body."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.cards.element import Element, mellomtittel, overskrift, tekstblokk
from bot.cards.melding import kort, kort_med_valg
from bot.cards.ord import organnavn, stor
from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.conversation import Button
from bot.domain.organ import Rolle
from bot.domain.register import Register
from bot.domain.rettigheter import REGLER, Rett
from bot.domain.teamsbruker import Teamsbruker
from bot.language import skriv
from bot.turn import Message, Norsk


def som(norsk: Norsk, register: Register, roller: Mapping[int, frozenset[Rolle]], dag: date) -> str:
    """«vara i ASU og leder i PSU»."""
    ledd = [
        norsk.tekst("rett.rolle_i", rolle=_rollene(norsk, egne), organ=organnavn(register, [organ_id], dag))
        for organ_id, egne in sorted(roller.items())
    ]
    return skriv.liste(ledd)


def _rollene(norsk: Norsk, roller: frozenset[Rolle]) -> str:
    return skriv.liste([norsk.tekst(f"rolle.{r.value}") for r in Rolle if r in roller])


def tatt_for(norsk: Norsk, register: Register, aktoer: Aktoer, dag: date) -> str:
    """«Jeg tar deg for Liv Bråten, vara i ASU.»"""
    alle = aktoer.roller or aktoer.senere
    if not alle:
        return norsk.tekst("rett.kjenner_ikke")
    roller = som(norsk, register, alle, dag)
    return norsk.tekst("rett.tar_deg_for", navn=aktoer.hvem.navn, roller=roller)


def rettighetskort(
    norsk: Norsk, register: Register, aktoer: Aktoer, dag: date, knapper: Sequence[Button]
) -> Message:
    """Whom the speaker is taken for, what anyone may, and then what this one may in each body."""
    foerst = tatt_for(norsk, register, aktoer, dag)
    linjer = [_tilliten(norsk, aktoer), norsk.tekst("rett.alle_kan")]
    kropp = [overskrift(foerst), *map(tekstblokk, linjer)]
    for tittel, kan in _avsnitt(norsk, register, aktoer, dag):
        punkter = [f"• {punkt}" for punkt in kan]
        kropp += [mellomtittel(tittel), *map(tekstblokk, punkter)]
        linjer += [f"\n{tittel}", *punkter]
    return kort("\n".join([foerst, *linjer]), kropp, knapper, uttale=foerst)


def _tilliten(norsk: Norsk, aktoer: Aktoer) -> str:
    if aktoer.admin:
        return norsk.tekst("rett.er_admin")
    return norsk.tekst(f"rett.er_{aktoer.sikkerhet.value}")


def _avsnitt(
    norsk: Norsk, register: Register, aktoer: Aktoer, dag: date
) -> Iterable[tuple[str, list[str]]]:
    """A heading with what can be done under it."""
    if aktoer.admin:
        yield norsk.tekst("rett.i_alle"), _punkter(norsk, Rett)
        return
    for organ_id, roller in sorted(aktoer.roller.items()):
        navn = organnavn(register, [organ_id], dag)
        egne = [r for r in Rett if REGLER[r].roller & roller]
        naa = [r for r in egne if aktoer.sikkerhet is Sikkerhet.SIKKER or REGLER[r].ved_navn]
        yield norsk.tekst("rett.i_utvalget", organ=navn), _punkter(norsk, naa)
        rest = _punkter(norsk, [r for r in egne if r not in naa])
        if rest:
            yield norsk.tekst("rett.naar_bekreftet", organ=navn), rest


def _punkter(norsk: Norsk, retter: Iterable[Rett]) -> list[str]:
    return [stor(norsk.tekst(f"rett.kan_{r.value}")) for r in retter]


def er_det_samme(
    norsk: Norsk, bruker: Teamsbruker, medlem: str, roller: str, knapper: Sequence[Button]
) -> Message:
    """Asks the sekretariat whether a user of Teams is the member of the same name. What is known of the
    user beside the name says more than that does.
    """
    spoersmaal = norsk.tekst("rett.er_det_samme", navn=bruker.navn, medlem=medlem, roller=roller)
    epost = (
        norsk.tekst("rett.epost_er", epost=bruker.epost)
        if bruker.epost
        else norsk.tekst("rett.epost_ukjent")
    )
    kropp: list[Element] = [overskrift(spoersmaal), tekstblokk(epost)]
    return kort_med_valg(f"{spoersmaal}\n{epost}", kropp, knapper)
