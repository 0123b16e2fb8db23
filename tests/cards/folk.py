"""The cards about bodies and members, for test_golden and test_alle_kort."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.cards.medlemmer import Medlemsvisning, medlemskort
from bot.cards.medlemsimport import Listevisning, preview
from bot.cards.melding import knapp, skriveknapp
from bot.cards.nyemedlemmer import nye_medlemmer
from bot.cards.organkort import Organskjema, organkort
from bot.documents import regneark
from bot.domain import medlemsimport, organimport
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle, Side
from bot.domain.register import Register
from bot.turn import Message, Norsk

DAG = date(2024, 5, 15)
FELLESSKAP = Helsefellesskap("Helsefellesskapet Nordre Fjordfylke", 1)
NAVN = [
    Organnavn("Administrativt samarbeidsutvalg", Navneslag.NAVN, None, date(2024, 12, 31)),
    Organnavn("ASU", Navneslag.KORT, None, date(2024, 12, 31)),
    Organnavn("Strategisk samarbeidsutvalg", Navneslag.NAVN, date(2025, 1, 1), None, "ASU 12/24"),
    Organnavn("SSU", Navneslag.KORT, date(2025, 1, 1), None, "ASU 12/24"),
    Organnavn("Samarbeidsutvalget", Navneslag.ALIAS),
]
KOMMUNE, FORETAK = Side.KOMMUNER, Side.HELSEFORETAK
MEDLEMMER = [
    Medlem(
        "Ola Li", Rolle.MEDLEM, "Nesdal kommune", side=KOMMUNE, person_id=2, epost="ola.li@nesdal.example"
    ),
    Medlem("Kari Nes", Rolle.LEDER, "Nes kommune", side=KOMMUNE, fra=date(2024, 1, 1), person_id=1),
    Medlem("Kari Nes", Rolle.REFERENT, person_id=1),
    Medlem("Siv Moe", Rolle.VARA, "Nesdal kommune", "Ola Li", 2, side=KOMMUNE, person_id=3),
    Medlem("Jon Vik", Rolle.VARA, "Nesdal kommune", "Ola Li", 1, side=KOMMUNE, person_id=4),
    Medlem("Eva <b>Bø</b>", Rolle.MEDLEM, "Øyane", sete="Ytre region", side=FORETAK, person_id=5),
    Medlem("Per Sluttet", Rolle.MEDLEM, til=date(2023, 12, 31), person_id=6),
]
ORGAN = Organ(1, NAVN, MEDLEMMER, id=1, frist_dager=5)
REGISTER = Register(1, (FELLESSKAP,), (ORGAN,))
LISTE = """\
organ;navn;rolle;representerer;vara_for;rekkefoelge;epost;telefon
ASU;Kari Nes;leder;Ytre Nes kommune;;;kari@nes.example;1
ASU;Ola Li;medlem;Nesdal kommune;;;;
ASU;Ny Dal;vara;Nesdal kommune;Ola Li;3;;
"""
FEIL = """\
organ;navn;rolle;vara_for;epost
ASU;Kari Nes;sjef;;
PSU;Ola Li;;;
ASU;Ny Dal;vara;Ytre region;ny(at)dal
ASU;Én Til;vara;Indre region;
"""
ORGANER = """\
helsefellesskap;navn;kort;alias;fra;til;frist_dager;quorum;vedtak
;Administrativt samarbeidsutvalg;ASU;;;31.12.2024;ingen;7;
;Strategisk samarbeidsutvalg;SSU;ASU;01.01.2025;;;;ASU 12/24
;Fagråd for rus;Fagråd 2;Rusrådet;;;;;
"""


def medlemmer(norsk: Norsk) -> Message:
    visning = Medlemsvisning(norsk, REGISTER, ORGAN, DAG, med_kontakt=True)
    return medlemskort(visning, [knapp(norsk.tekst("knapp.innstillinger"), "organ.kort", organ=1)])


def mange(norsk: Norsk) -> Message:
    """Sixty members, long names, all with a vara's line."""
    alle = [
        replace(m, navn=f"{m.navn} Langerud-Fjellstad {nr}", person_id=nr * 10 + (m.person_id or 0))
        for nr in range(20)
        for m in (MEDLEMMER[0], MEDLEMMER[3], MEDLEMMER[5])
    ]
    return medlemskort(Medlemsvisning(norsk, REGISTER, replace(ORGAN, medlemmer=alle), DAG))


def _liste(norsk: Norsk, csv: str) -> Message:
    plan = medlemsimport.planlegg(REGISTER, regneark.les(csv.encode()), DAG)
    knapper = [
        skriveknapp(norsk.tekst("knapp.lagre"), "medlemsfil.lagre", "op-1", utkast="u"),
        skriveknapp(norsk.tekst("knapp.forkast"), "medlemsfil.forkast", "op-2", utkast="u"),
    ]
    return preview(Listevisning(norsk, "medlemmer.csv", plan, DAG), knapper if plan.kan_lagres else ())


def organliste(norsk: Norsk) -> Message:
    plan = organimport.planlegg(REGISTER, regneark.les(ORGANER.encode()))
    return preview(Listevisning(norsk, "organer.csv", plan, DAG))


def innstillinger(norsk: Norsk) -> Message:
    knappen = skriveknapp(norsk.tekst("knapp.lagre"), "organ.lagre", "op-1", organ=1)
    return organkort(norsk, Organskjema(ORGAN, norsk.tekst("organkort.overskrift", organ="ASU"), knappen))


def nye(norsk: Norsk) -> Message:
    alle = [Medlem("Odd Strand", Rolle.VARA, "Ytre Fjord", "Ytre region"), Medlem("Liv <b>Å</b>")]
    knapper = [
        skriveknapp(norsk.tekst("knapp.legg_til", navn=m.navn), "medlem.legg_til", f"op-{m.navn}", moete=7)
        for m in alle
    ]
    return nye_medlemmer(norsk, norsk.tekst("nyemedlemmer.foerst", organ="ASU"), alle, knapper)


KORT: dict[str, Callable[[Norsk], Message]] = {
    "medlemmer": medlemmer,
    "medlemsliste": lambda norsk: _liste(norsk, LISTE),
    "medlemsliste-feil": lambda norsk: _liste(norsk, FEIL),
    "organliste": organliste,
    "organkort": innstillinger,
    "medlemmer-nye": nye,
}
