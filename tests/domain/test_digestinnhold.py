"""What a digest tells of: each day of the year by one of them, and never what is not for the channel."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.digestfakta import Fakta, Tidspunkt, hendelser_av, hoder_av, nylig_innkalt
from bot.domain.digestinnhold import Fristslag, lag
from bot.domain.digesttid import Uke, uke_av
from bot.domain.innkalling import Agendapunkt, Agendatype, Hendelse, Hendelsestype
from bot.domain.kanaloensker import Digesttid
from bot.domain.moetebok import Moetebok
from bot.domain.oppdrag import Oppdrag, Oppdragstilstand
from bot.domain.oppgave import Oppgave
from bot.domain.organ import Navneslag, Organ, Organnavn
from bot.domain.register import Moetehode, Register, Registrert

MANDAG = Tidspunkt(Digesttid(), Uke(2024, 19))
UKER = st.dates(date(2024, 1, 1), date(2030, 12, 1)).map(uke_av)
TIDER = st.builds(Digesttid, st.integers(0, 6), st.just(time(8)))


def hode(moete_id: int, dag: date, *organ_ids: int, **mer) -> Moetehode:
    felter = {"sted": None, "har_innkalling": True, "har_referat": False, "versjon": 1, **mer}
    return Moetehode(moete_id, 1, organ_ids or (1,), dag, time(12), time(15), **felter)


def fakta(*hoder: Moetehode, hendelser: tuple[Registrert, ...] = (), **mer) -> Fakta:
    organer = tuple(Organ(1, [Organnavn(f"Fagråd {n}", Navneslag.KORT)], [], id=n) for n in (1, 2, 3))
    register = Register(1, (), organer, hoder, hendelser)
    fra = date(2024, 1, 1)
    funnet = hendelser_av(register, fra, fra + timedelta(days=366))
    return Fakta(register, hoder=hoder_av(register), hendelser=funnet, **mer)


@given(TIDER, UKER)
def test_what_one_leaves_the_next_takes_up(tid, uke):
    assert Tidspunkt(tid, uke).til == Tidspunkt(tid, uke.neste).fra
    assert Tidspunkt(tid, uke.neste).forrige == Tidspunkt(tid, uke).at


@given(TIDER, UKER, st.integers(1, 60))
def test_every_møte_is_told_of_by_one_digest(tid, uke, dager):
    """But for one that was over before eight."""
    dag = Tidspunkt(tid, uke).fra + timedelta(days=dager)
    kjent = fakta(hode(7, dag))
    uker = [uke]
    while len(uker) < 12:
        uker.append(uker[-1].neste)
    fortalt = [u for u in uker if lag(kjent, Tidspunkt(tid, u), [(1, ())]).deler]
    assert len(fortalt) == 1


def test_nothing_is_nothing():
    assert lag(fakta(), MANDAG, [(1, (2,))]).tom


def test_what_is_over_when_it_is_due_is_not_told_of():
    sent = Tidspunkt(Digesttid(2, time(16)), Uke(2024, 19))
    assert lag(fakta(hode(7, date(2024, 5, 8))), sent, [(1, ())]).tom


def test_a_felles_møte_is_told_of_once():
    digest = lag(fakta(hode(7, date(2024, 5, 8), 1, 2)), MANDAG, [(1, (3,)), (2, ())])
    assert [(d.organ_id, [m.id for m in d.moeter]) for d in digest.deler] == [(1, [7])]


def test_a_body_that_is_heard_from_and_has_its_own_part_stands_there():
    to = [hode(7, date(2024, 5, 8), 1), hode(8, date(2024, 5, 7), 2)]
    digest = lag(fakta(*to), MANDAG, [(1, (2,)), (2, ())])
    assert [(d.organ_id, [m.id for m in d.moeter]) for d in digest.deler] == [(1, [7]), (2, [8])]


def test_ones_own_møter_come_before_those_one_hears_of():
    to = [hode(8, date(2024, 5, 7), 2), hode(7, date(2024, 5, 8), 1)]
    [delen] = lag(fakta(*to), MANDAG, [(1, (2,))]).deler
    assert [m.id for m in delen.moeter] == [7, 8]


def test_of_oppgaver_only_what_the_channel_may_see():
    alle = [
        Oppgave(1, 7, "Synlig", nr=1, id=1),
        Oppgave(1, 7, "Unntatt", nr=2, hjemmel="offl. § 13", id=2),
        Oppgave(1, 7, "I et utkast", nr=3, bok_id=9, id=3),
        Oppgave(1, 7, "Sendt", nr=4, bok_id=10, id=4),
        Oppgave(1, 7, "Sendt og unntatt", nr=5, bok_id=10, hjemmel="offl. § 13", id=5),
    ]
    [delen] = lag(fakta(oppgaver={1: alle}, skjult=frozenset({9})), MANDAG, [(1, ())]).deler
    assert [o.hva for o in delen.oppgaver] == ["Synlig", "Sendt"]


def test_only_the_bodys_own_oppgaver_and_oppdrag():
    """What it hears from has its møter told of, and nothing else."""
    kjent = fakta(oppgaver={2: [Oppgave(2, 7, "De andres", nr=1)]})
    assert lag(kjent, MANDAG, [(1, (2,))]).tom


def test_oppdrag_that_wait_for_an_answer():
    sendt = datetime(2024, 4, 22, tzinfo=UTC)

    def et(nr: int, tilstand: Oppdragstilstand) -> Oppdrag:
        return Oppdrag(2, 1, None, f"linje:{nr}", "x", sendt, nr, tilstand=tilstand, sendt=sendt)

    alle = [et(n, tilstand) for n, tilstand in enumerate(Oppdragstilstand, 1)]
    [delen] = lag(fakta(oppdrag={1: alle}), MANDAG, [(1, ())]).deler
    assert {o.tilstand for o in delen.oppdrag} == {Oppdragstilstand.SENDT}


def test_frister_of_the_papers_and_of_the_referat():
    moete = hode(7, date(2024, 4, 1))
    papir = [
        Registrert(7, Hendelse(slag, slag.value, date(2024, 5, dag)))
        for slag in Hendelsestype
        for dag in (5, 6, 12, 13)
    ]
    bok = Moetebok(7, datetime(2024, 4, 1, tzinfo=UTC), merknadsfrist=date(2024, 5, 7), id=3)
    [delen] = lag(fakta(moete, hendelser=tuple(papir), hoering=(bok,)), MANDAG, [(1, ())]).deler
    assert [(f.dag.day, f.slag, f.hva) for f in delen.frister] == [
        (6, Fristslag.PAPIR, "frist"),
        (6, Fristslag.PAPIR, "milepael"),
        (7, Fristslag.MERKNAD, ""),
        (12, Fristslag.PAPIR, "frist"),
        (12, Fristslag.PAPIR, "milepael"),
    ]


def test_new_saker_are_those_of_innkallinger_sent_since_the_last_digest():
    agenda = [
        Agendapunkt(Agendatype.SAK, tittel, f"0{n}/24")
        for n, tittel in enumerate(("Godkjenning av innkalling", "Vaktordning", "Eventuelt"), 1)
    ] + [Agendapunkt(Agendatype.PAUSE, "Pause")]
    hoder = [
        hode(moete_id, date(2024, 5, 30), sendt=sendt)
        for moete_id, sendt in (
            (7, datetime(2024, 4, 30, tzinfo=UTC)),
            (8, datetime(2024, 4, 29, 5, tzinfo=UTC)),
            (9, None),
        )
    ]
    kjent = fakta(*hoder, agenda=dict.fromkeys((7, 8, 9), agenda))
    [delen] = lag(kjent, MANDAG, [(1, ())]).deler
    assert [(s.moete.id, s.saksnr, s.tittel) for s in delen.saker] == [(7, "02/24", "Vaktordning")]
    assert nylig_innkalt(kjent.register, [1], MANDAG.forrige) == [7]
    assert nylig_innkalt(kjent.register, [2], MANDAG.forrige) == []
