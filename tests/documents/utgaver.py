"""Invented referater as Utgaver: one with everything in it, and hypothesis' own."""

from dataclasses import replace
from datetime import date, time

from hypothesis import strategies as st

from bot.documents.child import answer
from bot.documents.serial import from_json
from bot.documents.writer import write_now
from bot.domain.bokstand import Boksakslag
from bot.domain.maalform import Maalform
from bot.domain.reading import Reading
from bot.domain.referat import Referat
from bot.domain.utgave import (
    Format,
    Forslagslinje,
    Utgave,
    Utgavedel,
    Utgavedeltaker,
    Utgaveoppgave,
    Utgaverettelse,
    Utgavesak,
    Utgavetilstand,
    Utgavevedtak,
    Utgavevotering,
    Ytring,
)
from bot.domain.utgave_referat import som_referat
from bot.language.tekster import Tekster

OPPGAVE = Utgaveoppgave(
    "02/26",
    "Ola avklarer med Fagråd 9 og gir en tilbakemelding",
    "Ola Ås og Liv-Marie Bø",
    date(2026, 2, 17),
    (date(2025, 12, 4),),
    3,
)
STATUS = Utgavesak(
    "Status for arbeidsgruppene «Trygg overgang» (fase 2)",
    "02/26",
    innleder="Kari Nes",
    tekst=("I møtet 26.11.25 ble det besluttet å opprette grupper.", "1. Gruppen ble satt ned."),
    orientering=(Ytring("portalen er tatt i bruk.", ("Ola Ås",)),),
    forslag=(
        Forslagslinje("Planen vedtas med følgende innspill:\na) fra kommunene\nb) fra foretaket", 1),
        Forslagslinje("Saken følges opp i neste møte.", 2),
    ),
    vedtak=(Utgavevedtak("Planen vedtas med følgende innspill:", 1, ("Tidlig varsel.", "Felles maler.")),),
    konklusjon=("Digital samhandling – har hatt oppstartsmøte.",),
    utsatt=("Resten er utsatt til neste møte.",),
    oppgaver=(OPPGAVE,),
    innspill=(
        Ytring("Viktig å koble på fastlegen tidlig"),
        Ytring("Se på Lia- og Øyermodellen", ("Siri Li",)),
    ),
    voteringer=(Utgavevotering("", (7, 2, 1)),),
    tilfoersler=(Ytring("Stemte imot.", ("Ola Ås",)),),
)
FULL = Utgave(
    organer=("Fagråd for trygg overgang",),
    dato=date(2026, 1, 29),
    start=time(13),
    slutt=time(15, 30),
    sted="Storsalen, Lia rådhus",
    arkivsak="26/1234",
    moeteleder="Kari Nes",
    referenter=("Ola Ås", "Liv-Marie Bø"),
    tilstede=(
        Utgavedeltaker("Kari Nes", ("HLI", "KMR"), "leder"),
        Utgavedeltaker("Ola Ås", ("Øyer kommune (helse, omsorg)",)),
        Utgavedeltaker("Liv-Marie Bø", vara=True, vara_for="HLI", kom=time(13, 20)),
        Utgavedeltaker("Siri Li", ("Lia",), borte=((time(14), time(14, 10)),), gikk=time(15)),
    ),
    forfall=(Utgavedeltaker("Jon Lid", ("Vang", "Øyer")),),
    deler=(
        Utgavedel(
            None,
            (
                Utgavesak(
                    "Godkjenning av saksliste", "01/26", Boksakslag.GODKJENNING, konklusjon=("Godkjent.",)
                ),
                STATUS,
                Utgavesak("Eventuelt", slag=Boksakslag.EVENTUELT, tekst=("Ingen saker.",)),
            ),
        ),
        Utgavedel(
            "Felles møte med Fagråd for leger",
            (
                Utgavesak(
                    "Velkommen",
                    "1/26",
                    tekst=("Kari ønsket velkommen.",),
                    oppgaver=(Utgaveoppgave("1/26", "Sekretariatet sender ut planen", del_nr=1, nr=4),),
                ),
            ),
            (Utgavedeltaker("Per Moe", ("HLI",)),),
            nr=1,
        ),
    ),
    tilstand=Utgavetilstand.UTKAST,
    rettelser=(Utgaverettelse(date(2026, 3, 1), "Jon Lid var til stede."),),
    moete_id=7,
)
"""All of it is invented."""


def lest(utgave: Utgave, format_: Format, maalform: Maalform = Maalform.NB) -> Reading:
    """What reading the written file gives."""
    return les(write_now(utgave, Tekster(maalform), format_))


def les(data: bytes) -> Reading:
    import json

    answered = json.loads(answer(data))
    assert "trouble" not in answered, answered
    return from_json(json.dumps(answered["reading"]))


def fakta(referat: Referat | None) -> Referat:
    """Without what is reckoned from the texts: other dates, and numbers that look misprinted."""
    assert referat is not None
    for part in referat.deler:
        for sak in part.saker:
            sak.saksnr_rettet = None
    return replace(referat, hendelser=[])


def ventet(utgave: Utgave) -> Referat:
    return som_referat(utgave)


ORD = st.sampled_from(
    """
    arbeidsgruppa øyeblikkelig hjelp æresmedlem (fase 2) «hjem til hjem» pasientforløp, rekrutterings- og
    samhandlingstilskudd – se sak 04/25 i PSU: § 13 [vedlegg] 100 % #1 a/b St. Olavs 17. februar kl. 13.00
    ikkje føremål; framlegg? ja! nei… https://lia.example/plan/2026-1 e-post@lia.example Møre- *og*
    _Romsdal_ Vedtak: Innspill Konklusjon Frist: 2. juni Ansvarlig: Čáhput Konklusjon/oppfølging Sak
    9/26 Tema: x
    """.split()  # noqa: SIM905
)
TEKST = st.lists(ORD, min_size=1, max_size=60).map(" ".join).map(lambda t: f"Det {t}")
TITTEL = st.lists(ORD, min_size=1, max_size=30).map(" ".join).map(lambda t: f"Om {t}")
NAVN = st.builds(
    "{} {}".format,
    st.sampled_from(["Åse", "Ola", "Liv-Marie", "Øystein", "Kari Anne", "Bjørn"]),
    st.sampled_from(["Nes", "Ås", "Bø Lid", "Sæther", "Moe", "Åsmundsen-Vik"]),
)
STEDER = st.lists(
    st.sampled_from(["HLI", "Lia", "Øyer kommune", "Indre Dal (helse, omsorg)", "Klinikk for æ/ø/å"]),
    max_size=3,
    unique=True,
).map(tuple)
KLOKKE = st.times().map(lambda t: t.replace(second=0, microsecond=0))
DAG = st.dates(date(2024, 1, 1), date(2027, 12, 31))
DELTAKER = st.builds(
    Utgavedeltaker,
    NAVN,
    STEDER,
    st.sampled_from([None, "leder", "observatør", "brukerrepresentant", "sekretariat"]),
    vara_for=st.sampled_from([None, "HLI", "Siri Li", "Lia (helse)"]),
    kom=st.none() | KLOKKE,
    gikk=st.none() | KLOKKE,
).map(lambda d: replace(d, vara=d.vara_for is not None))
YTRING = st.builds(Ytring, TEKST, st.lists(NAVN, max_size=2, unique=True).map(tuple))


def flere(hva, mest=4):
    return st.lists(hva, max_size=mest).map(tuple)


def sak(nr: int, del_nr: int):
    """A sak without a number is named by its title."""
    saksnr = f"{nr:02}/26" if nr % 5 else None
    return st.builds(
        Utgavesak,
        TITTEL,
        st.just(saksnr),
        innleder=st.none() | NAVN,
        tekst=flere(TEKST),
        orientering=flere(YTRING, 2),
        forslag=flere(st.builds(Forslagslinje, TEKST, st.integers(1, 9)), 2),
        vedtak=flere(st.builds(Utgavevedtak, TEKST, st.sampled_from([None, 0, 1]), flere(TEKST, 2)), 2),
        konklusjon=flere(TEKST),
        innspill=flere(YTRING, 5),
        voteringer=flere(st.builds(Utgavevotering, TEKST), 1),
        tilfoersler=flere(YTRING, 1),
        oppgaver=flere(
            st.builds(
                Utgaveoppgave,
                st.just(saksnr or ""),
                TEKST,
                st.none() | NAVN,
                st.none() | DAG,
                flere(DAG, 2),
                st.none() | st.integers(1, 999),
                st.just(del_nr),
            ),
            2,
        ),
    ).map(lambda s: replace(s, oppgaver=tuple(replace(o, sak=o.sak or s.tittel) for o in s.oppgaver)))


def del_(nr: int, tittel: str | None, mest: int):
    saker = st.integers(1, mest).flatmap(lambda n: st.tuples(*(sak(i, nr) for i in range(1, n + 1))))
    return st.builds(
        Utgavedel, st.just(tittel), saker, flere(DELTAKER, 2) if nr else st.just(()), nr=st.just(nr)
    )


def utgaver(mest: int = 6):
    felles = del_(1, "Felles møte med Fagråd for leger (del 2)", 2).map(lambda part: (part,))
    deler = st.tuples(del_(0, None, mest), st.just(()) | felles).map(lambda d: (d[0], *d[1]))
    return st.builds(
        Utgave,
        st.sampled_from([("Fagråd 9",), ("ASU", "PSU"), ("Råd for helse, omsorg og læring",)]),
        DAG,
        st.none() | KLOKKE,
        st.none() | KLOKKE,
        st.none() | TITTEL,
        st.sampled_from([None, "26/1234"]),
        st.none() | NAVN,
        st.lists(NAVN, max_size=3, unique=True).map(tuple),
        flere(DELTAKER, 25),
        flere(DELTAKER, 5),
        deler=deler,
        tilstand=st.sampled_from(Utgavetilstand),
    )
