"""Cards and their texts as they look. Written anew with HELSEBOT_GOLDEN=write, and read then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.cards import hjelp, importering, liste, moete, referat, sak, valg
from bot.cards.bekreftelse import bekreftelse as bekreft
from bot.cards.melding import knapp, si_knapp, skriveknapp
from bot.cards.ord import Tall, naar
from bot.cards.tekstflyt import Utsnitt
from bot.domain.conversation import Button, ConversationKind
from bot.domain.endringer import endringer
from bot.domain.importering import Importplan, Slag
from bot.domain.maalform import Maalform
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.domain.reading import Reading
from bot.domain.register import Moetehode, Register, Registrert
from bot.domain.saksoek import saker
from bot.language.maalform import in_maalform
from bot.language.tekster import tekster
from bot.turn import Aspect, Message, Norsk
from dialogs.bekreft import AVBRYT, JA
from dialogs.tvil import spoersmaalet
from tests.cards import folk, forfallskort, moetekort, rettskort, varselkort
from tests.cards.kort import sjekk, som_foer
from tests.dialogs import eksempel

GOLDEN = Path(__file__).parent / "golden"
MAALFORMER = list(Maalform)
NAVN = [Organnavn("Administrativt samarbeidsutvalg", Navneslag.NAVN), Organnavn("ASU", Navneslag.KORT)]
MEDLEMMER = [Medlem("Ola Li", representerer="Nesdal kommune"), Medlem("Kari Nes", Rolle.LEDER)]
ASU = Organ(1, NAVN, MEDLEMMER, id=1)
FELLESSKAP = Helsefellesskap("Helsefellesskapet Nordre Fjordfylke", 1)
HODE = Moetehode(7, 1, (1,), eksempel.DAGEN, None, None, "Møterom Storfjorden", True, False, 1)
REGISTER = Register(
    1, (FELLESSKAP,), (ASU,), (HODE,), tuple(Registrert(7, h) for h in eksempel.hendelser())
)


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


def ramme(norsk: Norsk) -> moete.Ramme:
    return moete.Ramme(norsk, REGISTER, "https://bot.example")


def saken(norsk: Norsk, aspect: Aspect) -> Message:
    m = lagret()
    return sak.sakskort(sak.Saksvisning(norsk, saker(m)[2], m, REGISTER), aspect, Utsnitt())


def referatet(norsk: Norsk) -> referat.Referatvisning:
    papir = eksempel.referat()
    return referat.Referatvisning(norsk, lagret(innkalling=None, referat=papir), papir, REGISTER)


def oppdatering(norsk: Norsk) -> Message:
    ny = eksempel.innkalling()
    ny.moetested = "Teams"
    ny.agenda[1].tittel = "Digital hjemmeoppfølging"
    lest = replace(eksempel.lest_innkalling(), innkalling=ny)
    etter = lagret(innkalling=ny, sted="Teams")
    forskjell = endringer(lagret(), etter)
    plan = Importplan(
        lest, FELLESSKAP, ASU, etter, Slag.OPPDATERT, forskjell, nye_navn=("Samarbeidsutvalget",)
    )
    return importering.preview(
        norsk,
        plan,
        [
            skriveknapp(norsk.tekst("knapp.lagre"), "import.lagre", "op-1"),
            knapp(norsk.tekst("knapp.forkast"), "x"),
        ],
    )


def flytting(norsk: Norsk) -> Message:
    ny = Moete(1, [1], date(2024, 5, 22), innkalling=eksempel.innkalling(date(2024, 5, 22)))
    plan = Importplan(
        Reading(ny.innkalling), FELLESSKAP, ASU, ny, Slag.NYTT, flyttet_fra=HODE, maa_avklares=True
    )
    return importering.preview(norsk, plan)


def nytt_referat(norsk: Norsk) -> Message:
    papir = eksempel.referat()
    nytt = Organ(0, [Organnavn("Fagråd for pasientsamarbeid", Navneslag.NAVN)])
    moetet = Moete(0, [0], date(2024, 4, 23), referat=papir)
    return importering.preview(
        norsk, Importplan(Reading(referat=papir), Helsefellesskap("Nytt"), nytt, moetet, Slag.NYTT)
    )


def linje(norsk: Norsk) -> str:
    return norsk.tekst("neste.er", organ="ASU", naar=naar(norsk, lagret()))


def deretter(norsk: Norsk) -> str:
    return norsk.tekst("neste.deretter", naar=norsk.dato(date(2024, 6, 19)))


def hendelser(norsk: Norsk) -> Message:
    foerst = norsk.tekst("liste.framover", moeter=norsk.tekst("ord.moeter", antall=Tall(6)))
    poster = [liste.hendelsespost(norsk, r, REGISTER) for r in REGISTER.hendelser]
    return liste.liste(norsk, foerst, poster, etterord=norsk.tekst("liste.bare_kjente"))


def bekreftelse(norsk: Norsk) -> Message:
    spurt = {"hvem": "29:anne", "spurt": "2024-05-08T09:00:00+02:00"}
    hva = norsk.tekst("maalform.ja", maalform="nynorsk")
    ja = {"hensikt": "maalform.velg", "slots": {"maalform": "nn"}}
    return bekreft(
        norsk.tekst("maalform.skal_kanal", maalform="nynorsk"),
        [],
        skriveknapp(norsk.tekst("knapp.ja_gjoer", hva=hva), JA, "op-1", **spurt, **ja),
        skriveknapp(norsk.tekst("knapp.avbryt"), AVBRYT, "op-1", **spurt),
    )


def om_dagen(norsk: Norsk) -> Message:
    dager = date(2024, 4, 17), date(2024, 4, 18)
    return valg.spoersmaal(
        norsk,
        spoersmaalet(norsk, *dager),
        [knapp(norsk.dato(d), "moete.neste", fra_dag=d.isoformat()) for d in dager],
    )


def egen_sak(norsk: Norsk) -> Message:
    tekst = "kan vi ta opp Parkering ved *nye* Storfjord – også for ansatte i kommunene?"
    return valg.om_teksten(
        norsk.tekst("spoer.sak_eller_eventuelt"),
        tekst,
        [
            knapp(norsk.tekst("knapp.egen_sak"), "sak.meld", tekst=tekst),
            knapp(norsk.tekst("knapp.til_eventuelt"), "eventuelt.meld", tekst=tekst),
        ],
    )


def forslag(norsk: Norsk) -> list[Button]:
    linjer = ("Når er neste møte?", "Saksliste for ASU", "Hvilke frister har vi?")
    return [si_knapp(in_maalform(norsk.maalform, linje)) for linje in linjer]


KORT: dict[str, Callable[[Norsk], Message]] = {
    "moete": lambda n: moete.moetekort(linje(n), lagret(), ramme(n), deretter(n)),
    "moete-uten-papirer": lambda n: moete.moetekort(
        linje(n), lagret(innkalling=None, sted=None), moete.Ramme(n, REGISTER)
    ),
    "saksliste": lambda n: moete.saksliste(
        n.tekst("saksliste.for", moete=f"ASU {naar(n, lagret())}"), lagret(), ramme(n)
    ),
    **{f"sak-{a.value}": lambda n, a=a: saken(n, a) for a in Aspect},
    "hendelser": hendelser,
    **folk.KORT,
    **forfallskort.KORT,
    **rettskort.KORT,
    **varselkort.KORT,
    **moetekort.KORT,
    "referat": lambda n: referat.referatkort(referatet(n), Utsnitt()),
    "frammoete": lambda n: referat.frammoete(referatet(n), Utsnitt()),
    "import-oppdatering": oppdatering,
    "import-flytting": flytting,
    "import-referat": nytt_referat,
    "hjelp": lambda n: hjelp.hjelpekort(n, "ASU", ConversationKind.PERSONAL, sekretariat=True),
    "velkomst": lambda n: hjelp.velkomst(n, None, ConversationKind.CHANNEL, sekretariat=False),
    "bekreftelse": bekreftelse,
    "om-dagen": om_dagen,
    "egen-sak-eller-eventuelt": egen_sak,
    "ogsaa": lambda n: valg.ogsaa_spurt(n.tekst("ogsaa"), forslag(n)[:2]),
    "ikke-forstaatt-igjen": lambda n: hjelp.ikke_forstaatt(n, "ASU", forslag(n)),
    "spoersmaal": lambda n: valg.spoersmaal(
        n, n.tekst("spoer.organ"), [si_knapp(f"Fagråd {n}") for n in range(1, 9)]
    ),
}


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("navn", KORT)
def test_a_card_and_its_text_look_as_they_did(navn, maalform):
    message = KORT[navn](tekster(maalform))
    sjekk(message)
    som_foer(message, navn, GOLDEN / maalform)


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_no_golden_file_is_left_behind(maalform):
    assert {fil.stem for fil in (GOLDEN / maalform).iterdir()} == set(KORT)
