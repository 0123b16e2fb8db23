"""What is spoken becomes written, and what is typed stays as it is."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.diktat import er_talt, skrift

NAVN = ("Jonas Hagelund", "Kari Nordli", "Dag Moe", "ASU", "Administrativt samarbeidsutvalg", "Fagråd 1")

SPOKEN = [
    ("tas til orientering punktum", "Tas til orientering."),
    ("Tas til orientering punktum", "Tas til orientering."),
    ("eh saken utsettes punktum", "Saken utsettes."),
    ("eh altså vi tar det neste gang", "Vi tar det neste gang"),
    (
        "vi trenger tre ting kolon senger komma folk og penger",
        "Vi trenger tre ting: senger, folk og penger",
    ),
    ("første punktum andre punktum", "Første. Andre."),
    ("hvem betaler spørsmålstegn", "Hvem betaler?"),
    ("kven betaler spørsmålsteikn", "Kven betaler?"),
    ("planen sendes ut ny linje frist er 29 april punktum", "Planen sendes ut\nFrist er 29. april."),
    ("del én punktum nytt avsnitt del to", "Del én.\n\nDel to"),
    ("e bindestrek meldinger må virke", "E-meldinger må virke"),
    ("se sak 12 skråstrek 24", "Se sak 12/24"),
    ("planen parentes vedlegg to parentes vedtas", "Planen (vedlegg to) vedtas"),
    ("planen parentes start vedlegg to parentes slutt vedtas", "Planen (vedlegg to) vedtas"),
    ("kalt anførselstegn bro anførselstegn i planen", "Kalt «bro» i planen"),
    ("vi møtes kl 13 20 i morgen", "Vi møtes kl. 13.20 i morgen"),
    ("vi møtes klokka 9 05", "Vi møtes klokka 9.05"),
    ("jonas hagelund avklarer med asu innen 29 april", "Jonas Hagelund avklarer med ASU innen 29. april"),
    ("jonas avklarer med fagråd 1", "Jonas avklarer med Fagråd 1"),
    ("administrativt samarbeidsutvalg ber om mer", "Administrativt samarbeidsutvalg ber om mer"),
    ("en dag tar vi det", "En dag tar vi det"),
]
WORDS = [
    ("vi må sette punktum for saken", "Vi må sette punktum for saken"),
    ("da setter vi punktum", "Da setter vi punktum"),
    ("da setter vi punktum for den saken punktum", "Da setter vi punktum for den saken."),
    ("kreft i kolon øker", "Kreft i kolon øker"),
    ("det manglet et komma i planen", "Det manglet et komma i planen"),
    ("det åpner en ny linje mellom byene", "Det åpner en ny linje mellom byene"),
    ("AtB åpner ny linje mellom byene", "AtB åpner ny linje mellom byene"),
    ("vi setter spørsmålstegn ved tallene punktum", "Vi setter spørsmålstegn ved tallene."),
    ("det står i parentes", "Det står i parentes"),
    ("punktum", "Punktum"),
    ("en parentes her", "En parentes her"),
]
TYPED = [
    "Jonas avklarer med Fagråd 3 innen 29. april.",
    "ASU slutter seg til planen, med merknad: se vedlegg (2).",
    "Vi setter punktum her.",
    "Husk «bro» – og e-post.",
    "Møtet starter kl. 13.20. Alle møter bl.a. digitalt.",
    "Linje én.\nlinje to;  med to mellomrom",
    "Eh, altså: dette er skrevet.",
]


@pytest.mark.parametrize(("talt", "skrevet"), SPOKEN + WORDS)
def test_what_is_spoken_is_written(talt, skrevet):
    assert skrift(talt, NAVN) == skrevet


@pytest.mark.parametrize("tekst", TYPED)
def test_what_is_typed_stays_as_it_is(tekst):
    assert skrift(tekst, NAVN) == tekst
    assert skrift(tekst[:1].lower() + tekst[1:], NAVN) == tekst


def test_typed_without_capitals_gets_those_of_names_and_nothing_else():
    assert skrift("jonas ringer, og kari skriver.", NAVN) == "Jonas ringer, og Kari skriver."
    assert not er_talt("jonas ringer, og kari skriver.")


def test_who_calls_may_say_that_it_was_typed():
    assert skrift("tas til orientering punktum", NAVN, talt=False) == "Tas til orientering punktum"


NAKED_WORDS = (
    "vi planen jonas kari asu fagråd 1 29 april 13 kl sette punktum komma kolon ny linje nytt avsnitt "
    "parentes anførselstegn bindestrek skråstrek eh altså og til orientering spørsmålstegn en start slutt"
)
NAKED = st.sampled_from(NAKED_WORDS.split())
ANY = st.one_of(st.lists(NAKED, max_size=14).map(" ".join), st.text(max_size=60))
SIGN_WORDS = re.compile(
    r"punktum|komma|kolon|parentes|anførselstegn|spørsmålstegn|bindestrek|skråstrek|start|slutt"
    r"|[^\w]|^(eh|altså)+"
)


@settings(deadline=None, max_examples=400)
@given(ANY)
def test_writing_it_again_changes_nothing(tekst):
    once = skrift(tekst, NAVN)
    assert skrift(once, NAVN) == once


def _bare(words: list[str]) -> list[str]:
    return [word for word in words if not SIGN_WORDS.fullmatch(word)]


@settings(deadline=None, max_examples=400)
@given(
    st.lists(
        NAKED.filter(lambda w: w not in ("eh", "altså", "ny", "linje", "nytt", "avsnitt")), max_size=14
    )
)
def test_no_word_is_lost_or_moved(words):
    written = skrift(" ".join(words), NAVN)
    assert _bare(re.findall(r"[^\W_]+", written.lower())) == _bare(words)


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="abcdefghijklmnoprstuvæøåABCÆØÅ ,.:;()«»0123456789\n", max_size=80))
def test_typed_text_is_unchanged_but_for_its_first_letter(tekst):
    written = skrift(tekst, (), talt=False)
    assert written.lower() == tekst.strip().lower()
    assert written[1:] == tekst.strip()[1:]


@pytest.mark.parametrize(
    ("linje", "sak", "hva", "skrevet"),
    [
        ("sak to konklusjon tas til orientering punktum", 2, "konklusjon", "Tas til orientering."),
        ("eh sak tolv k kolon tas til orientering punktum", 12, "konklusjon", "Tas til orientering."),
        ("k tas til orientering punktum", None, "konklusjon", "Tas til orientering."),
        ("k: Tas til orientering.", None, "konklusjon", "Tas til orientering."),
        ("v kolon vedtatt som foreslått", None, "vedtak", "Vedtatt som foreslått"),
        ("jonas avklarer med fagråd 1 innen 29 april", None, "oppfoelging", None),
        ("notat vi setter punktum for saken punktum", None, "notat", "Vi setter punktum for saken."),
        ("utsatt til neste møte punktum", None, "utsatt", "Utsatt til neste møte."),
    ],
)
def test_a_dictated_line_is_understood_and_written(linje, sak, hva, skrevet, tolk, register, now):
    meaning = tolk.understand(linje, register=register, at=now, referat=True)
    slots = meaning.slots
    assert (meaning.intent, meaning.strict, slots.extra["hva"]) == ("referat.punkt", True, hva)
    assert (slots.sak.nummer if slots.sak else None) == sak
    if skrevet:
        assert skrift(str(slots.extra["tekst"]), NAVN) == skrevet


def test_a_colon_that_is_written_already_makes_no_typed_line():
    sagt = "orientering: møtet er utsatt punktum ny dato kommer"
    assert skrift(sagt) == "Orientering: møtet er utsatt. Ny dato kommer"
    assert skrift("frist: i dag, vi må sette punktum nå") == "Frist: i dag, vi må sette punktum nå"
