"""A møtebok as an Utgave: what stands where, what is left out for the public, one part alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.bokstand import (
    Aapnet,
    Bokdel,
    Boksak,
    Boksakslag,
    Bokstand,
    Frammoett,
    Punkt,
    Rettelse,
    Revisjon,
    Status,
)
from bot.domain.frammoete import Hvem
from bot.domain.innkalling import Forslag, Innkalling, Saksfremlegg, Underpunkt
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Punktslag
from bot.domain.oppgave import Oppgave
from bot.domain.organ import Helsefellesskap, Navneslag, Organ, Organnavn
from bot.domain.register import Register
from bot.domain.utgave import DelMangler, Utgavesak, Utgavetilstand
from bot.domain.utgave_bok import fra_bok
from bot.domain.utgave_referat import som_referat

AT = datetime(2026, 1, 29, 12, 0, tzinfo=UTC)
KARI, OLA, SIRI = Hvem("Kari Nes", 1), Hvem("Ola Ås", 2), Hvem("Siri Li")
S = Punktslag
FOERST, FRIST = date(2026, 2, 1), date(2026, 2, 17)


def organ(organ_id: int, navn: str) -> Organ:
    return Organ(1, [Organnavn(navn, Navneslag.NAVN)], id=organ_id)


REGISTER = Register(
    1, (Helsefellesskap("Lia", 1),), (organ(1, "Fagråd for overgang"), organ(2, "Fagråd for leger"))
)
FREMLEGG = Saksfremlegg(
    "02/26", "Plan", forslag_til_vedtak=[Forslag("Planen vedtas:", 1, [Underpunkt("a", "straks")], True)]
)
MOETE = Moete(
    1, [1], date(2026, 1, 29), time(13), sted="Teams", innkalling=Innkalling(saksfremlegg=[FREMLEGG]), id=7
)


def punkt(nr: int, sak: int, slag: Punktslag, tekst: str, **mer) -> Punkt:
    return Punkt(nr, sak, slag, (Revisjon(tekst, KARI, AT, nr),), **mer)


PUNKTER = (
    punkt(1, 1, S.KONKLUSJON, "Godkjent."),
    punkt(2, 2, S.VEDTAK, "Planen vedtas:", forslag=1, aapent=True),
    punkt(3, 2, S.INNSPILL, "Start med Lia.", til_vedtak=2),
    punkt(4, 2, S.INNSPILL, "Se på maler.", hvem=(SIRI,)),
    punkt(5, 2, S.OPPFOELGING, "Ola sender ut planen", hvem=(OLA,), frist=FRIST, frister=(FOERST,)),
    punkt(6, 2, S.VOTERING, "7 for, 2 mot", stemmer=(7, 2, 0), til_vedtak=2),
    punkt(7, 2, S.PROTOKOLLTILFOERSEL, "Stemte imot.", hvem=(SIRI,)),
    punkt(8, 2, S.ORIENTERING, "Portalen er i bruk."),
    punkt(9, 2, S.NOTAT, "Saken ble lagt fram."),
    punkt(10, 2, S.INNSPILL, "Struket.", stroeket=True),
    punkt(11, 2, S.INNSPILL, "Om en ansatt.", hvem=(SIRI,), hjemmel="offl. § 13"),
    punkt(12, 2, S.OPPFOELGING, "Snakke med den ansatte", hvem=(OLA,), hjemmel="offl. § 13"),
    punkt(13, 3, S.KONKLUSJON, "Ansatt.", hvem=(SIRI,)),
    punkt(14, 3, S.OPPFOELGING, "Skrive kontrakt", hvem=(SIRI,)),
    punkt(15, 5, S.NOTAT, "Velkommen."),
)  # fmt: skip
STAND = Bokstand(
    tilstand=Boktilstand.UTKAST,
    deler=(Bokdel(0), Bokdel(1, "Felles møte med Fagråd for leger", (1, 2))),
    saker=(
        Boksak(1, "Godkjenning", "01/26", Boksakslag.GODKJENNING),
        Boksak(2, "Plan", "02/26", ansvarlig="Kari Nes"),
        Boksak(3, "Ansettelse av Per", "03/26", hjemmel="offl. § 25"),
        Boksak(4, "Møtet avsluttes", slag=Boksakslag.AVSLUTNING),
        Boksak(5, "Velkommen", "1/26", del_nr=1),
    ),
    punkter={p.nr: p for p in PUNKTER},
    frammoete=(
        Frammoett(KARI, Status.TIL_STEDE, "HLI, KMR", kom=time(13, 20)),
        Frammoett(OLA, Status.FORFALL, "Lia", gikk=time(14)),
        Frammoett(SIRI, Status.BEKREFTES),
        Frammoett(SIRI, Status.TIL_STEDE, "Øyer", del_nr=1),
    ),
    moeteleder=KARI,
    referenter=(OLA, SIRI),
    hevet=datetime(2026, 1, 29, 14, 30, 12, tzinfo=UTC),
    rettelser=(
        Rettelse("Ola var til stede.", KARI, AT),
        Rettelse("Per heter Pål.", KARI, AT, nr=13),
    ),
)


def utgave(**valg):
    return fra_bok(MOETE, STAND, REGISTER, **valg)


def plan(**valg):
    return next(sak for sak in utgave(**valg).deler[0].saker if sak.saksnr == "02/26")


def test_the_heading():
    u = utgave()

    assert (u.organer, u.dato, u.start, u.slutt) == (
        ("Fagråd for overgang",),
        date(2026, 1, 29),
        time(13),
        time(15, 30),
    )
    assert (u.moeteleder, u.referenter) == ("Kari Nes", ("Ola Ås", "Siri Li"))
    assert [(d.navn, d.tilknytning, d.kom) for d in u.tilstede] == [
        ("Kari Nes", ("HLI", "KMR"), time(13, 20))
    ]
    assert [(d.navn, d.gikk) for d in u.forfall] == [("Ola Ås", None)]
    assert u.ubekreftet == ("Siri Li",)
    assert u.tilstand is Utgavetilstand.UTKAST


def test_each_kind_of_point_has_its_place():
    sak = plan()

    assert sak.tekst == ("Saken ble lagt fram.",)
    assert [y.tekst for y in sak.orientering] == ["Portalen er i bruk."]
    assert [(f.nr, f.tekst) for f in sak.forslag] == [(1, "Planen vedtas:\na) straks")]
    assert [(v.tekst, v.forslag, v.innspill) for v in sak.vedtak] == [
        ("Planen vedtas:", 1, ("Start med Lia.",))
    ]
    assert [(y.tekst, y.hvem) for y in sak.innspill] == [
        ("Se på maler.", ("Siri Li",)),
        ("Om en ansatt.", ("Siri Li",)),
    ]
    assert [v.stemmer for v in sak.voteringer] == [(7, 2, 0)]
    assert [y.hvem for y in sak.tilfoersler] == [("Siri Li",)]


def test_an_oppgave_keeps_the_frister_it_had_and_has_the_bodys_number():
    given = Oppgave(1, 7, "Ola sender ut planen", nr=31, bok_id=1, punkt=5)

    oppgave = plan(oppgaver=[given]).oppgaver[0]

    assert (oppgave.nr, oppgave.ansvarlig) == (31, "Ola Ås")
    assert (oppgave.frist, oppgave.frister) == (FRIST, (FOERST,))


def test_a_last_row_that_says_nothing_is_left_out():
    assert [sak.saksnr for sak in utgave().deler[0].saker] == ["01/26", "02/26", "03/26"]


def test_of_an_unntatt_sak_the_public_has_the_number_and_the_hjemmel():
    sak = utgave(offentlig=True).deler[0].saker[2]

    assert (sak.saksnr, sak.tittel, sak.hjemmel) == ("03/26", "", "offl. § 25")
    assert (sak.konklusjon, sak.oppgaver, sak.innleder) == ((), (), None)


def test_the_bodys_own_version_says_that_a_sak_is_unntatt_and_shows_it():
    sak = utgave().deler[0].saker[2]

    assert (sak.tittel, sak.skjermes, sak.hjemmel) == ("Ansettelse av Per", "offl. § 25", None)


def test_of_an_unntatt_point_the_public_has_neither_text_nor_name_nor_oppgave():
    sak = plan(offentlig=True)

    assert [y.tekst for y in sak.innspill] == ["Se på maler."]
    assert [o.hva for o in sak.oppgaver] == ["Ola sender ut planen"]
    assert sak.unntatt == ("offl. § 13",)
    assert plan().unntatt == ()


def test_nothing_that_is_unntatt_is_anywhere_in_the_public_version():
    shown = repr(utgave(offentlig=True))

    for secret in ("Ansettelse", "Ansatt.", "kontrakt", "Om en ansatt", "den ansatte", "Pål"):
        assert secret not in shown


def test_a_part_alone_is_under_its_own_bodies_with_its_own_people():
    u = utgave(del_nr=1)

    assert u.organer == ("Fagråd for overgang", "Fagråd for leger")
    assert [d.navn for d in u.tilstede] == ["Siri Li"]
    assert [sak.saksnr for part in u.deler for sak in part.saker] == ["1/26"]
    assert u.oppgaver == ()


def test_a_part_that_is_not_there():
    with pytest.raises(DelMangler):
        utgave(del_nr=5)


def test_approved_in_a_sak_of_the_next_møte():
    stand = replace(
        STAND, tilstand=Boktilstand.GODKJENT, godkjent=AT, godkjent_i="sak 01/26 i møte 26.02.26"
    )

    u = fra_bok(MOETE, stand, REGISTER)

    assert (u.tilstand, u.godkjent, u.godkjent_i) == (
        Utgavetilstand.GODKJENT,
        date(2026, 1, 29),
        "sak 01/26 i møte 26.02.26",
    )


def test_as_a_referat_the_conclusion_is_the_vedtak_with_what_fills_it():
    sak = som_referat(utgave()).deler[0].saker[1]

    assert sak.konklusjon == ["Planen vedtas:", "Start med Lia."]
    assert sak.innledning == ["Saken ble lagt fram.", "Portalen er i bruk."]
    assert sak.punkter[0] == "Siri Li: Se på maler."


def test_a_konklusjon_that_repeats_the_forslag_is_its_vedtak():
    stand = replace(STAND, punkter={1: punkt(1, 2, S.KONKLUSJON, "Planen vedtas: a) straks")})

    sak = fra_bok(MOETE, stand, REGISTER).deler[0].saker[1]

    assert [(v.tekst, v.forslag) for v in sak.vedtak] == [("Planen vedtas: a) straks", 1)]
    assert sak.konklusjon == ()


def test_several_forslag_without_numbers_are_told_apart_by_their_place():
    fremlegg = Saksfremlegg("02/26", "Plan", forslag_til_vedtak=[Forslag("Ja."), Forslag("Nei.")])
    moete = replace(MOETE, innkalling=Innkalling(saksfremlegg=[fremlegg]))

    sak = fra_bok(moete, STAND, REGISTER).deler[0].saker[1]

    assert [f.nr for f in sak.forslag] == [1, 2]


def uten_plan() -> Bokstand:
    """Sak 02/26 has nothing, and only 01/26 was opened."""
    punkter = {nr: p for nr, p in STAND.punkter.items() if p.sak != 2}
    return replace(STAND, punkter=punkter, loep=(Aapnet(1, AT),))


def test_a_sak_the_møte_never_came_to_has_its_title_alone():
    sak = fra_bok(MOETE, uten_plan(), REGISTER).deler[0].saker[1]

    assert sak == Utgavesak("Plan", "02/26", ubehandlet=True)


def test_until_the_møte_is_closed_it_may_still_come():
    sak = fra_bok(MOETE, replace(uten_plan(), hevet=None), REGISTER).deler[0].saker[1]

    assert (sak.ubehandlet, len(sak.forslag)) == (False, 1)


def test_a_sak_that_was_opened_was_taken_up():
    stand = replace(uten_plan(), loep=(Aapnet(2, AT),))

    assert not fra_bok(MOETE, stand, REGISTER).deler[0].saker[1].ubehandlet


def test_the_public_version_tells_of_nobody_unconfirmed_and_no_rettelse_that_may_be_about_what_is_unntatt():
    assert utgave(offentlig=True).ubekreftet == ()
    assert utgave(offentlig=True).rettelser == ()
    assert [r.tekst for r in utgave().rettelser] == ["Ola var til stede.", "Per heter Pål."]
    aapen = replace(STAND, saker=tuple(replace(s, hjemmel=None) for s in STAND.saker), punkter={})
    rettelse = replace(aapen, rettelser=STAND.rettelser[:1])
    assert len(fra_bok(MOETE, rettelse, REGISTER, offentlig=True).rettelser) == 1


def test_who_was_not_there_for_a_sak():
    loep = (Aapnet(1, AT.replace(minute=0), AT.replace(minute=10)), Aapnet(2, AT.replace(minute=30), None))
    stand = replace(STAND, loep=loep)
    saker = fra_bok(MOETE, stand, REGISTER).deler[0].saker
    assert [(s.saksnr, s.ikke_til_stede) for s in saker] == [
        ("01/26", ("Kari Nes",)),
        ("02/26", ()),
        ("03/26", ()),
    ]
