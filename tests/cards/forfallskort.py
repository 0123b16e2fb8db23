"""What was noted of a forfall, who comes, and the form, for test_golden."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards.forfall import svarkort, varalinjer
from bot.cards.forfallsskjema import Skjema, Valg, forfallsskjema
from bot.cards.frammoete import Visning, frammoeteliste
from bot.cards.melding import skriveknapp
from bot.cards.ord import naar
from bot.cards.tekstflyt import Utsnitt
from bot.domain.forfall import kommer, meld_forfall, noter_merke
from bot.domain.frammoete import Hvem, Slag
from bot.domain.frammoetetall import frammoetetall
from bot.domain.organ import Helsefellesskap
from bot.domain.register import Register
from bot.domain.vara import svar_ja
from bot.turn import Message, Norsk
from tests.domain.moetebord import ASU, PSU, Bord, folk, kl, organ

FELLESSKAP = Helsefellesskap("Helsefellesskapet Nordre Fjordfylke", 1)


def bordet(*organer) -> Bord:
    """Anne comes, Siri late; Kari comes for Berit; Jonas is absent with a stand-in whose name is markup."""
    bord = Bord(*organer)
    bord.gjoer(kommer, bord["anne"], bord["anne"])
    bord.gjoer(noter_merke, bord["siri"], bord["siri"], Slag.SENT, kl("2024-05-16T09:30").time())
    bord.gjoer(meld_forfall, bord["berit"], bord["berit"], bord["kari"])
    bord.gjoer(svar_ja, "k1", bord["kari"])
    bord.naa = kl("2024-05-16T07:00")
    bord.gjoer(meld_forfall, bord["jonas"], bord["jonas"], Hvem("Ola **Li** <at>alle</at>"))
    return bord


def hvem_kommer(norsk: Norsk, bord: Bord, **mer: bool) -> Message:
    register = Register(1, (FELLESSKAP,), bord.organer, (bord.hode,))
    visning = Visning(norsk, register, bord.sit, f"ASU {naar(norsk, bord.hode)}", **mer)
    alle = [frammoetetall(bord.sit, o) for o in bord.hode.organ_ids]
    return frammoeteliste(visning, alle, [], Utsnitt(alt=True))


def quorum(norsk: Norsk) -> Message:
    return hvem_kommer(norsk, bordet(organ(ASU, "ASU", folk(), quorum=3)), ledelse=True)


def felles(norsk: Norsk) -> Message:
    return hvem_kommer(norsk, bordet(organ(ASU, "ASU", folk()), organ(PSU, "PSU", folk()[:3], quorum=2)))


def uten_quorum(norsk: Norsk) -> Message:
    return hvem_kommer(norsk, bordet(), quorum=True)


def notert(norsk: Norsk) -> Message:
    """With a vara of another seat, and one to propose."""
    bord = Bord()
    utfall = bord.gjoer(meld_forfall, bord["berit"], bord["berit"], bord["wenche"])
    forslag = bord.gjoer(meld_forfall, bord["jonas"], bord["jonas"])
    moete = f"ASU {naar(norsk, bord.hode)}"
    foerst = norsk.tekst("forfall.notert", moete=moete)
    linjer = [*varalinjer(norsk, replace(utfall, forslag=forslag.forslag), ())]
    knapper = [
        skriveknapp(norsk.tekst("forfall.knapp_angre"), "forfall.angre", "op-1", linjer=[[7, 1]]),
        skriveknapp(norsk.tekst("forfall.knapp_spoer_vara", navn="Per Li"), "vara.kall", "op-2", moete=7),
    ]
    return svarkort([foerst], [*linjer, norsk.tekst("forfall.ikke_grunn")], knapper)


def skjemaet(norsk: Norsk) -> Message:
    send = skriveknapp(norsk.tekst("forfallsskjema.send"), "forfall.send", "op-1")
    moeter = [
        Valg(f"ASU {norsk.dato(kl(dag).date())}", nr)
        for nr, dag in (("7", "2024-05-16"), ("8", "2024-06-20"))
    ]
    varaer = [Valg("Kari Dahl", "11"), Valg("Liv Strand", "12")]
    feil = norsk.tekst("forfallsskjema.ingenting")
    return forfallsskjema(norsk, Skjema(moeter, varaer, send, ("8",), "12", feil))


KORT: dict[str, Callable[[Norsk], Message]] = {
    "forfall-notert": notert,
    "forfallsskjema": skjemaet,
    "hvem-kommer": quorum,
    "hvem-kommer-felles": felles,
    "hvem-kommer-uten-quorum": uten_quorum,
}
