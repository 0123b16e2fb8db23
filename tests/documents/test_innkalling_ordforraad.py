"""Every word of the vocabulary does what it is there for, whatever it is combined with."""

import random
from datetime import date, time

import pytest

from bot.documents import extract, ordforraad
from bot.documents.hode import read_hode
from tests.documents.lesing import HODE, innkallingen, kort

ORD = ordforraad.load()
DATOER = ("17.04.2024", "17.04.24", "onsdag 17. april 2024", "17/4-2024", "17.april 2024", "2024-04-17")
TIDER = (
    "kl. 13.00 – 15.30",
    "13:00-15:30",
    "kl. 1300–1530",
    "13.00 til 15.30",
    "13:00 15:30",
    "kl 13-15.30",
)


def hode(tekst: str) -> tuple[object, ...]:
    lest = read_hode(extract.rows(f"MØTEINNKALLING\n{tekst}".encode()), ORD)
    return lest.utvalg, lest.moetested, lest.dato, lest.start, lest.slutt


VENTET = ("Fagråd for rus", "Rådhuset, møterom 2", date(2024, 4, 17), time(13), time(15, 30))
MALER = {
    "utvalg": "{}: Fagråd for rus\nMøtested: Rådhuset, møterom 2\nMøtedato: 17.04.2024\nTid: 13.00-15.30\n",
    "moetested": "Utvalg: Fagråd for rus\n{}: Rådhuset, møterom 2\nDato: 17.04.2024\nTid: 13.00-15.30\n",
    "dato": "Utvalg: Fagråd for rus\nMøtested: Rådhuset, møterom 2\n{}: 17.04.2024 kl. 13.00-15.30\n",
    "tid": "Utvalg: Fagråd for rus\nMøtested: Rådhuset, møterom 2\nDato: 17.04.2024\n{}: 13.00-15.30\n",
    "tid_og_sted": "Utvalg: Fagråd for rus\n{}: 17.04.2024 kl. 13.00-15.30, Rådhuset, møterom 2\n",
}


@pytest.mark.parametrize("mening", MALER)
def test_every_label_of_the_heading(mening):
    for merke in ORD.words("felt", mening):
        assert hode(MALER[mening].format(merke.capitalize())) == VENTET, merke


@pytest.mark.parametrize("dag", DATOER)
@pytest.mark.parametrize("tid", TIDER)
def test_every_date_with_every_clock(dag, tid):
    sted = "Møtested: Rådhuset, møterom 2\n"
    assert hode(f"Utvalg: Fagråd for rus\n{sted}Møtedato: {dag} {tid}\n") == VENTET
    assert hode(f"Utvalg : Fagråd for rus\n{sted}Dato : {dag}\nTid : {tid}\n") == VENTET
    assert hode(f"Innkalling til møte i Fagråd for rus {dag} {tid}\n{sted}") == VENTET


KOLONNER = {
    "tid": "12.00-12.10",
    "saksnr": "1/24",
    "sak": "Ny avtale",
    "ansvarlig": "Kari Li",
    "minutter": "10 min",
}


@pytest.mark.parametrize("mening", KOLONNER)
def test_every_heading_of_a_column(mening):
    fast = {"tid": "Kl.", "saksnr": "Saksnr.", "sak": "Sak", "ansvarlig": "Ansvarlig", "minutter": "Min"}
    for merke in ORD.words("kolonne", mening):
        hoder = [fast[other] if other != mening else merke.capitalize() for other in fast]
        if len(set(hoder)) == len(hoder):
            liste = "\t".join(hoder) + "\n" + "\t".join(KOLONNER.values()) + "\n"
            (rad,) = innkallingen(f"{HODE}\nSAKSLISTE\n{liste}").agenda
            assert kort(rad) == "12.00-12.10 1/24 Ny avtale (Kari Li) 10", merke


def paper(tilfeldig: random.Random) -> tuple[str, list[str]]:
    """A saksfremlegg with headings and labels drawn from the vocabulary; and its two section headings."""

    def heading(mening: str) -> str:
        return tilfeldig.choice(ORD.words("overskrift", mening))

    forslag, vedlegg = heading("forslag"), heading("vedlegg")
    ansvar = tilfeldig.choice(ORD.words("fremleggfelt", "saksansvarlig"))
    behandler = tilfeldig.choice(ORD.words("fremleggfelt", "saksbehandler"))
    others = set(ORD.words("overskrift", "utredning")) - set(ORD.words("overskrift", "forslag"))
    first, second = (word.capitalize() for word in tilfeldig.sample(sorted(others), 2))
    parts = [
        f"{forslag.capitalize()}:\n1. Avtalen støttes.\n2. Fagrådet gir følgende innspill:\n   o\n",
        f"{vedlegg.upper()}\n- Utkast\n- Kart\n",
        f"{first}\nDagens avtale er fra 2012.\n\n{second}:\nDen bør fornyes snart.\n",
    ]
    tilfeldig.shuffle(parts)
    labels = f"{ansvar.capitalize()}: Kari Li\n{behandler.capitalize()}: Per Moe/Siri Lie\n"
    start = tilfeldig.choice(
        ["Sak: 2/24  Legevakt\n", "Sak 2/24\nLegevakt\n", "Sak nr.: 2/24\nTittel: Legevakt\n"]
    )
    liste = "Saksliste\nSak 1/24 Godkjenning\nSak 2/24 Legevakt\n"
    return f"{HODE}\n{liste}\nSAKSFREMLEGG\n\n{start}{labels}\n" + "\n".join(parts), [first, second]


@pytest.mark.parametrize("fro", range(40))
def test_headings_and_labels_of_a_saksfremlegg_in_any_combination(fro):
    text, headings = paper(random.Random(fro))
    (lest,) = innkallingen(text).saksfremlegg
    assert (lest.saksansvarlig, lest.saksbehandler) == (["Kari Li"], ["Per Moe", "Siri Lie"])
    assert [(f.nr, f.aapent_for_innspill) for f in lest.forslag_til_vedtak] == [(1, False), (2, True)]
    assert lest.vedlegg == ["Utkast", "Kart"]
    assert [(s.overskrift, s.tekst) for s in lest.seksjoner] == list(
        zip(headings, ["Dagens avtale er fra 2012.", "Den bør fornyes snart."], strict=True)
    )
