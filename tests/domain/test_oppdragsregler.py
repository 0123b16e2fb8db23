"""What may be done with an oppdrag, in which order."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import oppdragsregler as regler
from bot.domain.frammoete import Hvem
from bot.domain.oppdrag import Oppdragstilstand as T
from bot.domain.oppdragskilder import av_papiret
from bot.domain.oppdragsregler import Innhold
from bot.domain.oppgaver import handling
from bot.domain.referat import Oppfoelging, Referat, Referatdel, Referatsak

NAA = datetime(2024, 5, 15, 12, tzinfo=UTC)
H = handling(Hvem("Ove", 1), NAA)
NYTT = regler.nytt(1, 2, 7, "bok:1:1", Innhold("Lag en plan.", "02/24"), H)
SENDT = regler.sendt(NYTT, H)
SVART = regler.besvart(SENDT, "Laget.", H)


def test_it_is_sent_answered_and_opened_again():
    assert [o.tilstand for o in (NYTT, SENDT, SVART)] == [T.FORESLAATT, T.SENDT, T.BESVART]
    igjen = regler.gjenaapnet(SVART, H)
    assert (igjen.tilstand, igjen.svar, igjen.besvart) == (T.SENDT, None, None)
    assert igjen.logg[-1].tekst == "Laget."
    assert len(igjen.logg) == 4


def test_who_said_no_may_change_their_mind():
    assert regler.sendt(regler.avslaatt(NYTT, H), H).tilstand is T.SENDT


@pytest.mark.parametrize(
    ("regel", "oppdrag"),
    [
        (regler.sendt, SENDT),
        (regler.sendt, SVART),
        (regler.avslaatt, SENDT),
        (regler.trukket, NYTT),
        (regler.trukket, regler.trukket(SENDT, H)),
        (lambda o, h: regler.besvart(o, "x", h), NYTT),
        (lambda o, h: regler.besvart(o, "x", h), regler.trukket(SENDT, H)),
    ],
)
def test_what_is_decided_is_not_decided_again(regel, oppdrag):
    with pytest.raises(regler.AlleredeAvgjort):
        regel(oppdrag, H)


def test_one_answer():
    with pytest.raises(regler.AlleredeBesvart):
        regler.besvart(SVART, "Nei.", H)
    with pytest.raises(regler.IkkeBesvart):
        regler.gjenaapnet(SENDT, H)


@pytest.mark.parametrize("oppdrag", [NYTT, SENDT, SVART])
def test_what_falls_away_with_its_source_comes_back_with_it(oppdrag):
    borte = regler.bortfalt(oppdrag, H)
    assert borte.tilstand is T.TRUKKET
    assert regler.fulgt(borte, Innhold(oppdrag.tekst, oppdrag.sak), H).tilstand is oppdrag.tilstand


def test_what_somebody_withdrew_or_said_no_to_stays_so():
    trukket = regler.trukket(SENDT, H)
    assert regler.fulgt(trukket, Innhold("Annet."), H).tilstand is T.TRUKKET
    nei = regler.avslaatt(NYTT, H)
    assert regler.bortfalt(nei, H) is nei
    assert regler.fulgt(nei, Innhold("Annet."), H).tilstand is T.AVSLAATT


def test_nothing_changed_is_no_change():
    assert regler.fulgt(SENDT, Innhold(SENDT.tekst, SENDT.sak, SENDT.frist), H) is SENDT
    endret = regler.fulgt(SENDT, Innhold("Lag to."), H)
    assert (endret.tekst, endret.logg[-1].tekst) == ("Lag to.", "Lag en plan.")


def test_the_open_ones_by_frist_and_age():
    def ett(nr: int, frist: date | None, dager: int):
        h = handling(None, NAA + timedelta(dager))
        return regler.sendt(regler.nytt(1, 2, 7, f"bok:1:{nr}", Innhold(str(nr), frist=frist), h), h)

    sen, uten, snart = ett(1, date(2024, 7, 1), 0), ett(2, None, 1), ett(3, date(2024, 6, 1), 2)
    alle = [uten, sen, snart, SVART, NYTT]
    assert regler.aapne(alle, date(2024, 6, 2)) == [snart, sen, uten]
    assert regler.aapne(alle, date(2024, 5, 14)) == []
    assert [regler.forfalt(o, date(2024, 6, 2)) for o in (snart, sen, uten)] == [True, False, False]


def test_of_a_paper_the_own_part_alone_and_the_same_twice_is_one():
    sak = Referatsak("02/24", "Plan", konklusjon=["ASU ber fagråd 1\nom tall."])
    annen = Referatsak("1/24", "Annet", konklusjon=["Deres."])
    oppfoelging = [Oppfoelging("02/24", "Ine avklarer med ASU", "Ine", date(2024, 5, 31))]
    referat = Referat(
        "ASU", deler=[Referatdel([sak]), Referatdel([annen], "Felles")], oppfoelging=oppfoelging
    )
    kilder = av_papiret(referat, 7)
    assert [i.tekst for i in kilder.values()] == ["ASU ber fagråd 1\nom tall.", "Ine avklarer med ASU"]
    sak.konklusjon = ["ASU ber fagråd 1 om tall."]
    assert list(av_papiret(referat, 7)) == list(kilder)
