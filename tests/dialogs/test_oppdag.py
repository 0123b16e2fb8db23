"""Every intent has exactly one dialog, and every dialog only what somebody asks for."""

import pytest

from bot.turn import SAY
from dialogs.bekreft import Skriver
from dialogs.meninger import HENDELSER
from dialogs.oppdag import alle_dialoger, etter_intent
from dialogs.personvern import SLETT
from dialogs.tjenester import Tjenester
from tests.dialogs.chat import TOLK
from tests.fakes import FakeClock

UTEN_LINJE = {
    *HENDELSER.values(),
    "import.vis",
    "import.lagre",
    "import.forkast",
    "medlem.legg_til",
    "medlemsfil.lagre",
    "medlemsfil.forkast",
    "organ.kort",
    "organ.lagre",
    "kanal.lagre",
    "utboks.igjen",
    "bekreft.avbryt",
    "fil.hent",
    "fil.nei",
    "identitet.ikke_meg",
    "personvern.glem",
    "tilknytning.stemmer",
    "tilknytning.stemmer_ikke",
    "tilknytning.venter",
    "forfall.angre",
    "forfall.gjelder",
    "forfall.kommer",
    "forfall.send",
    "eventuelt.vis",
    "eventuelt.skjema",
    "eventuelt.send",
    "eventuelt.ta_opp",
    "eventuelt.skyv",
    "sak.skjema",
    "sak.send",
    "sak.sett_paa",
    "sak.avslaa",
    "sak.send_avslag",
    "vara.ja",
    "vara.nei",
    "vara.hvilket",
    "vara.la_vaere",
    "vara.kall",
    "vara.godkjenn",
    "vara.avslaa",
    "referat.opprett",
    "referat.kladd",
    "referat.forkast",
    "oppgave.angre",
    "referat.uaapnet",
    "referat.uklart",
    "referat.mangler",
    "referat.skriv_om",
    "referat.limt",
    "referat.hvem",
    "referat.fyll",
    "referat.gjenaapne",
    "referat.forslag_svar",
    "referat.ingen_merknader",
    "referat.merknader",
    "referat.ta_inn",
    "referat.ikke_ta_inn",
    "referat.rett_frammoete",
    "referat.godkjenn_svar",
    "referat.vurder",
    "ingen",
}
"""What comes from a button, a file or Teams itself, and never from a written line."""


@pytest.fixture
def dialoger():
    from tests.dialogs.chat import NAA, kl

    return etter_intent(alle_dialoger(Tjenester(FakeClock(kl(NAA)))))


def test_every_intent_of_the_tolk_has_one_dialog(dialoger):
    assert TOLK.intents - dialoger.keys() == set()


def test_no_dialog_waits_for_an_intent_that_never_comes(dialoger):
    assert dialoger.keys() - TOLK.intents - UTEN_LINJE == set()


def test_the_verb_of_a_line_is_no_intent(dialoger):
    assert SAY not in dialoger


def test_every_dialog_that_writes_shows_it_first(dialoger):
    direkte = {i for i in TOLK.writes if not isinstance(dialoger[i], Skriver)}
    assert direkte == {SLETT}, "personvern.slett always asks, also where the whole line is known"


def test_an_intent_with_two_dialogs_is_an_error(dialoger):
    en = next(iter(dialoger.values()))
    with pytest.raises(ValueError, match="two dialogs"):
        etter_intent([en, en])
