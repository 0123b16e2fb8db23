"""Cards and their texts as they look. Written anew with HELSEBOT_GOLDEN=write, and read then."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.cards import hjelp, importering, liste, medlemmer, moete, referat, sak, valg
from bot.cards.melding import knapp, si_knapp, skriveknapp
from bot.cards.tekstflyt import Utsnitt
from bot.domain.conversation import ConversationKind
from bot.domain.endringer import endringer
from bot.domain.importering import Importplan, Slag
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.domain.reading import Reading
from bot.domain.register import Moetehode, Register, Registrert
from bot.domain.saksoek import saker
from bot.turn import Aspect, Message
from tests.cards.kort import sjekk
from tests.dialogs import eksempel

GOLDEN = Path(__file__).parent / "golden"
NAVN = [Organnavn("Administrativt samarbeidsutvalg", Navneslag.NAVN), Organnavn("ASU", Navneslag.KORT)]
MEDLEMMER = [Medlem("Ola Li", representerer="Nesdal kommune"), Medlem("Kari Nes", Rolle.LEDER)]
ASU = Organ(1, NAVN, MEDLEMMER, id=1)
FELLESSKAP = Helsefellesskap("Helsefellesskapet Nordre Fjordfylke", 1)
HODE = Moetehode(7, 1, (1,), eksempel.DAGEN, None, None, "Møterom Storfjorden", True, False, 1)
REGISTER = Register(
    1, (FELLESSKAP,), (ASU,), (HODE,), tuple(Registrert(7, h) for h in eksempel.hendelser())
)
RAMME = moete.Ramme(REGISTER, "https://bot.example")


def lagret(**mer) -> Moete:
    papir = eksempel.innkalling()
    felter = {
        "start": papir.start,
        "slutt": papir.slutt,
        "sted": papir.moetested,
        "innkalling": papir,
        **mer,
    }
    return Moete(1, [1], eksempel.DAGEN, ics_noekkel="noekkel", id=7, **felter)


def saken(aspect: Aspect) -> Message:
    m = lagret()
    return sak.sakskort(sak.Saksvisning(saker(m)[2], m, REGISTER), aspect, Utsnitt())


def referatet() -> referat.Referatvisning:
    papir = eksempel.referat()
    return referat.Referatvisning(lagret(innkalling=None, referat=papir), papir, REGISTER)


def oppdatering() -> Message:
    ny = eksempel.innkalling()
    ny.moetested = "Teams"
    ny.agenda[1].tittel = "Digital hjemmeoppfølging"
    lest = replace(eksempel.lest_innkalling(), innkalling=ny)
    etter = lagret(innkalling=ny, sted="Teams")
    forskjell = endringer(lagret(), etter)
    plan = Importplan(
        lest, FELLESSKAP, ASU, etter, Slag.OPPDATERT, forskjell, nye_navn=("Samarbeidsutvalget",)
    )
    return importering.preview(plan, [skriveknapp("Lagre", "import.lagre", "op-1"), knapp("Forkast", "x")])


def flytting() -> Message:
    ny = Moete(1, [1], date(2024, 5, 22), innkalling=eksempel.innkalling(date(2024, 5, 22)))
    plan = Importplan(
        Reading(ny.innkalling), FELLESSKAP, ASU, ny, Slag.NYTT, flyttet_fra=HODE, maa_avklares=True
    )
    return importering.preview(plan)


def nytt_referat() -> Message:
    papir = eksempel.referat()
    nytt = Organ(0, [Organnavn("Fagråd for pasientsamarbeid", Navneslag.NAVN)])
    moetet = Moete(0, [0], date(2024, 4, 23), referat=papir)
    return importering.preview(
        Importplan(Reading(referat=papir), Helsefellesskap("Nytt"), nytt, moetet, Slag.NYTT)
    )


LINJE = "Neste møte i ASU er onsdag 15. mai 2024 kl. 12.00–15.00."
KORT: dict[str, Callable[[], Message]] = {
    "moete": lambda: moete.moetekort(LINJE, lagret(), RAMME, "Møtet etter det er onsdag 19. juni 2024."),
    "moete-uten-papirer": lambda: moete.moetekort(
        LINJE, lagret(innkalling=None, sted=None), moete.Ramme(REGISTER)
    ),
    "saksliste": lambda: moete.saksliste("Saksliste for ASU", lagret(), RAMME),
    **{f"sak-{a.value}": lambda a=a: saken(a) for a in Aspect},
    "hendelser": lambda: liste.liste(
        "Jeg kjenner til seks datoer.", [liste.hendelsespost(r, REGISTER) for r in REGISTER.hendelser]
    ),
    "medlemmer": lambda: medlemmer.medlemskort(REGISTER, ASU, eksempel.DAGEN),
    "referat": lambda: referat.referatkort(referatet(), Utsnitt()),
    "frammoete": lambda: referat.frammoete(referatet(), Utsnitt()),
    "import-oppdatering": oppdatering,
    "import-flytting": flytting,
    "import-referat": nytt_referat,
    "hjelp": lambda: hjelp.hjelpekort("ASU", ConversationKind.PERSONAL, sekretariat=True),
    "velkomst": lambda: hjelp.velkomst(None, ConversationKind.CHANNEL, sekretariat=False),
    "spoersmaal": lambda: valg.spoersmaal(
        "Hvilket utvalg?", [si_knapp(f"Fagråd {n}") for n in range(1, 9)]
    ),
}


@pytest.mark.parametrize("navn", KORT)
def test_a_card_and_its_text_look_as_they_did(navn):
    message = KORT[navn]()
    sjekk(message)
    naa = {
        f"{navn}.json": json.dumps(message.card, ensure_ascii=False, indent=1) + "\n",
        f"{navn}.txt": message.text + "\n",
    }
    if os.environ.get("HELSEBOT_GOLDEN") == "write":
        for fil, innhold in naa.items():
            (GOLDEN / fil).write_text(innhold, "utf-8")
    assert {fil: (GOLDEN / fil).read_text("utf-8") for fil in naa} == naa


def test_no_golden_file_is_left_behind():
    assert {fil.stem for fil in GOLDEN.iterdir()} == set(KORT)
