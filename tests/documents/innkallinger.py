"""Invented innkallinger, hypothesis' own, and what reading a written one gives."""

from datetime import date, time

from hypothesis import strategies as st

from bot.documents import innkalling_dokument
from bot.documents.writer import document_now
from bot.domain.innkalling import (
    Agendapunkt,
    Agendatype,
    Ansvarlig,
    Forslag,
    Innkalling,
    Saksfremlegg,
    Seksjon,
    Underpunkt,
)
from bot.domain.maalform import Maalform
from bot.domain.reading import Reading
from bot.domain.utgave import Format
from bot.language.tekster import Tekster
from tests.documents.utgaver import les

UTVALG = "Administrativt samarbeidsutvalg"


def skrevet(innkalling: Innkalling, format_: Format, maalform: Maalform = Maalform.NB) -> bytes:
    return document_now(innkalling_dokument.dokument(innkalling, UTVALG, Tekster(maalform)), format_)


def lest(innkalling: Innkalling, format_: Format, maalform: Maalform = Maalform.NB) -> Reading:
    return les(skrevet(innkalling, format_, maalform))


ORD = st.sampled_from(
    """arbeidsgruppa øyeblikkelig hjelp æresmedlem (fase) «hjem til hjem» pasientforløp, rekrutterings- og
    samhandlingstilskudd – vedlegges [utkast] 100 % a/b St. Olavs ikkje føremål; framlegg? ja nei…
    https://lia.example/plan kommunene Čáhput foretaket planen""".split()  # noqa: SIM905
)
SETNING = st.lists(ORD, min_size=3, max_size=40).map(lambda ord_: f"Det {' '.join(ord_)}.")
TITTEL = st.lists(ORD, min_size=1, max_size=14).map(lambda ord_: f"Om {' '.join(ord_)} planen")
NAVN = st.sampled_from(["Kari Nes", "Liv-Marie Bø", "Øystein Moe", "Åse Sæther", "Bjørn Ås Lid"])
STED = st.sampled_from([None, "Lia kommune", "Vang sykehus", "Øyer kommune"])


def flere(hva, mest, minst=0):
    return st.lists(hva, min_size=minst, max_size=mest, unique_by=repr)


FORSLAG = st.builds(
    lambda tekst, bokstaver: (tekst, [Underpunkt(chr(97 + n), t) for n, t in enumerate(bokstaver)]),
    SETNING,
    flere(SETNING, 3),
)
SEKSJON = st.builds(lambda linjer: "\n".join(linjer), flere(SETNING, 3, 1))


@st.composite
def innkallinger(draw) -> Innkalling:
    """A morning of saker of a quarter or more each, with a pause, and a saksfremlegg for some."""
    agenda, fremlegg, minutt = [], [], 9 * 60
    dag = draw(st.dates(date(2024, 1, 1), date(2027, 12, 31)))
    for nr in range(1, draw(st.integers(1, 6)) + 1):
        tittel, varer = draw(TITTEL), draw(st.sampled_from([15, 20, 45]))
        folk = [Ansvarlig(navn, draw(STED)) for navn in draw(flere(NAVN, 2))]
        saksnr = f"{nr:02}/{dag:%y}"
        start, minutt = minutt, minutt + varer
        agenda.append(
            Agendapunkt(
                Agendatype.SAK, tittel, saksnr, _klokke(start), _klokke(minutt), varer, ansvarlige=folk
            )
        )
        if draw(st.booleans()):
            fremlegg.append(draw(_fremlegg(saksnr, tittel, dag)))
    agenda.append(Agendapunkt(Agendatype.PAUSE, "Pause", None, _klokke(minutt), _klokke(minutt + 10), 10))
    return Innkalling(
        UTVALG, "Storsalen, Lia rådhus", "26/1234", dag, time(9), _klokke(minutt + 10), agenda, fremlegg
    )


def _klokke(minutter: int) -> time:
    return time(minutter // 60, minutter % 60)


@st.composite
def _fremlegg(draw, saksnr: str, tittel: str, dag: date) -> Saksfremlegg:
    forslag = [
        Forslag(tekst, nr, under)
        for nr, (tekst, under) in enumerate(draw(st.lists(FORSLAG, max_size=3)), start=1)
    ]
    overskrifter = ["Bakgrunn og saksopplysninger", "Vurdering og anbefaling"]
    antall = draw(st.integers(0, 2))
    return Saksfremlegg(
        saksnr,
        tittel,
        UTVALG,
        dag,
        [draw(NAVN)],
        draw(flere(NAVN, 2, 1)),
        forslag,
        seksjoner=[Seksjon(overskrift, draw(SEKSJON)) for overskrift in overskrifter[:antall]],
    )
