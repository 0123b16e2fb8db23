"""Whatever is said in whatever order: what always holds of forfall and vara."""

from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.angre import angre
from bot.domain.errors import Refusal
from bot.domain.flytting import flytt
from bot.domain.forfall import bekreft_forfall, kommer, meld_forfall, noter_merke
from bot.domain.frammoete import Frammoetelinje, Hvem, Slag
from bot.domain.frammoetetall import frammoetetall
from bot.domain.kjede import er_i_gang
from bot.domain.ledig import ledig
from bot.domain.logglesing import les_stilling
from bot.domain.organ import Rolle
from bot.domain.plasser import ident, samme
from bot.domain.stilling import Kalltilstand
from bot.domain.utfall import Beskjedslag
from bot.domain.vara import avslaa, godkjenn, svar_ja, svar_nei, utloep
from bot.domain.varaliste import samme_sete, varaer
from bot.domain.varanavn import kall_inn
from tests.domain.moetebord import ASU, PSU, Bord, medlem, organ

NORDRE, FJORD = "Nordre", "Fjord"


def asu() -> list:
    """Dag is vara, and a member of the PSU; Eva is member and vara in the same body."""
    return [
        medlem("Anne A", 1, Rolle.LEDER, NORDRE),
        medlem("Bo B", 2, Rolle.NESTLEDER, NORDRE),
        medlem("Cato C", 3, sete=FJORD),
        medlem("Eva E", 5, sete=FJORD),
        medlem("Eva E", 5, Rolle.VARA, FJORD, rekkefoelge=1),
        medlem("Dag D", 4, Rolle.VARA, NORDRE, rekkefoelge=1),
        medlem("Fia F", 6, Rolle.VARA, NORDRE, rekkefoelge=2),
        medlem("Gro G", 7, Rolle.VARA, FJORD, rekkefoelge=2),
        medlem("Hans H", 8, Rolle.VARA, NORDRE, vara_for="Bo B"),
    ]


def psu() -> list:
    return [
        medlem("Dag D", 4, Rolle.LEDER, NORDRE),
        medlem("Cato C", 3, sete=NORDRE),
        medlem("Fia F", 6, Rolle.VARA, NORDRE),
        medlem("Bo B", 2, Rolle.VARA, NORDRE),
    ]


FORNAVN = st.sampled_from(["anne", "bo", "cato", "dag", "eva", "fia", "gro", "hans"])
VARA = st.sampled_from([None, None, "dag", "fia", "gro", "hans", "eva", "bo", "Ukjent"])
KALL = st.integers(1, 12).map(lambda n: f"k{n}")


class Frammoete(RuleBasedStateMachine):
    """People say things, presses arrive, time goes; a refusal writes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.bord = Bord(organ(ASU, "ASU", asu(), quorum=3), organ(PSU, "PSU", psu()))
        self.godkjent: set[str] = set()

    def proev(self, regel, *args, **mer):
        foer = list(self.bord.logg)
        try:
            utfall = self.bord.gjoer(regel, *args, **mer)
        except Refusal:
            assert self.bord.logg == foer
            return None
        igjen = Bord(*self.bord.organer, moete=self.bord.hode, naa=self.bord.naa)
        igjen.logg = foer
        assert igjen.gjoer(regel, *args, **mer) == utfall
        return utfall

    @rule(hvem=FORNAVN, vara=VARA, av=st.sampled_from([None, "anne"]))
    def forfall(self, hvem, vara, av):
        bord = self.bord
        args = (bord[hvem], bord[av or hvem], bord[vara] if vara else None)
        if self.proev(meld_forfall, *args) is None:
            return
        stilling = bord.sit.stilling
        assert stilling.person(bord[hvem]).borte
        assert bord.gjoer(meld_forfall, *args).linjer == ()
        assert bord.sit.stilling == stilling

    @rule(hvem=FORNAVN)
    def kommer(self, hvem):
        bord = self.bord
        if self.proev(kommer, bord[hvem], bord[hvem]) is not None:
            assert not bord.sit.stilling.person(bord[hvem]).borte
            stilling = bord.sit.stilling
            bord.gjoer(kommer, bord[hvem], bord[hvem])
            assert bord.sit.stilling == stilling

    @rule(hvem=FORNAVN, slag=st.sampled_from([Slag.SENT, Slag.TEAMS]))
    def merke(self, hvem, slag):
        self.proev(noter_merke, self.bord[hvem], self.bord[hvem], slag, None)

    @rule(kall_id=KALL)
    def ja(self, kall_id):
        kall = self.bord.sit.stilling.kall_med(kall_id)
        if kall is not None and self.proev(svar_ja, kall_id, kall.vara) is not None:
            dekket = self.bord.sit.stilling.dekket_av(kall.organ_id, kall.for_person)
            assert dekket is not None
            assert dekket.id == kall_id
            assert self.bord.gjoer(svar_ja, kall_id, kall.vara).linjer == ()

    @rule(kall_id=KALL)
    def nei(self, kall_id):
        kall = self.bord.sit.stilling.kall_med(kall_id)
        if kall is not None:
            self.proev(svar_nei, kall_id, kall.vara)

    @rule(kall_id=KALL, ja=st.booleans())
    def sekretariatet(self, kall_id, ja):
        if self.proev(godkjenn if ja else avslaa, kall_id, Hvem("Ove Bakk", 99)) and ja:
            self.godkjent.add(kall_id)

    @rule(hvem=FORNAVN, vara=FORNAVN, organ_id=st.sampled_from([ASU, PSU]))
    def forslag(self, hvem, vara, organ_id):
        self.proev(kall_inn, self.bord[hvem], organ_id, self.bord[vara], self.bord[hvem])

    @rule(tilbake=st.integers(1, 6))
    def angre(self, tilbake):
        if len(self.bord.logg) >= tilbake:
            linje = self.bord.logg[-tilbake]
            self.proev(angre, linje.id, linje.av or linje.person)

    @rule(hvem=FORNAVN)
    def bekreft(self, hvem):
        self.proev(bekreft_forfall, self.bord[hvem], self.bord[hvem])

    @rule(timer=st.integers(1, 40))
    def tiden_gaar(self, timer):
        self.bord.naa += timedelta(hours=timer)
        self.proev(utloep)
        assert self.bord.gjoer(utloep).linjer == ()

    @rule(dager=st.integers(1, 5))
    def flyttes(self, dager):
        dato = max(self.bord.hode.dato, self.bord.naa.date()) + timedelta(days=dager)
        if dato < date(2024, 12, 1):
            self.bord.hode = replace(self.bord.hode, dato=dato)
            self.proev(flytt, Hvem("Ove Bakk", 99))

    @invariant()
    def one_place_one_vara(self):
        ja = [k for k in self.bord.sit.stilling.kall if k.tilstand is Kalltilstand.JA]
        plasser = [(k.organ_id, ident(k.for_person)) for k in ja]
        assert len(plasser) == len(set(plasser))

    @invariant()
    def one_vara_one_place_a_body(self):
        levende = (Kalltilstand.JA, Kalltilstand.AAPENT)
        kall = [k for k in self.bord.sit.stilling.kall if k.tilstand in levende]
        assert len({(k.organ_id, ident(k.vara)) for k in kall}) == len(kall)

    @invariant()
    def nobody_takes_the_place_of_one_who_comes_or_while_they_are_away(self):
        stilling = self.bord.sit.stilling
        for kall in stilling.kall:
            if kall.lever:
                assert stilling.person(kall.for_person).borte
            if kall.tilstand in (Kalltilstand.JA, Kalltilstand.AAPENT):
                assert not stilling.person(kall.vara).borte
                assert self.bord.sit.plass(kall.organ_id, kall.vara) is None

    @invariant()
    def never_across_seats_without_a_press(self):
        sit = self.bord.sit
        for linje in self.bord.linjer(Slag.KALT):
            organ_ = sit.organ(linje.organ_id)
            rader = [m for m in varaer(organ_, sit.hode.dato) if m.person_id == linje.person.person_id]
            plass = sit.plass(linje.organ_id, linje.for_person)
            if not any(samme_sete(organ_, m, plass) for m in rader):
                assert linje.kall_id in self.godkjent or self._ny_etter_flytting(linje)

    def _ny_etter_flytting(self, linje: Frammoetelinje) -> bool:
        """The same vara was let through for the same place before."""
        return any(
            x.kall_id in self.godkjent and samme(x.person, linje.person) and x.organ_id == linje.organ_id
            for x in self.bord.linjer(Slag.KALT)
        )

    @invariant()
    def a_chain_that_is_begun_is_asking_covered_or_told(self):
        sit = self.bord.sit
        for plass in sit.plasser:
            kall = sit.stilling.kall_for(plass.organ_id, plass.hvem)
            borte = sit.stilling.person(plass.hvem).borte
            if borte and any(k.kalt for k in kall) and not er_i_gang(sit, plass):
                assert ledig(sit, plass) is None
                assert any(
                    b.slag is Beskjedslag.INGEN_VARA and samme(b.person, plass.hvem)
                    for b in self.bord.alt_sagt
                )

    @invariant()
    def the_log_is_read_alike_however_often(self):
        logg = self.bord.logg
        assert les_stilling(logg) == les_stilling([x for linje in logg for x in (linje, linje)])
        assert les_stilling(logg) == les_stilling([*logg, *logg])

    @invariant()
    def the_numbers_add_up(self):
        for organ_id in (ASU, PSU):
            tall = frammoetetall(self.bord.sit, organ_id)
            teller = sum(r.plass.teller for r in tall.rader)
            assert tall.alle.plasser == teller
            assert sum(t.plasser for _, t in tall.sider) == teller
            assert sum(t.plasser for _, t in tall.seter) == teller

    @invariant()
    def nothing_in_the_log_is_free_text(self):
        navn = {m.navn for o in self.bord.organer for m in o.medlemmer} | {"Ukjent", "Ove Bakk"}
        for linje in self.bord.logg:
            for felt in fields(linje):
                verdi = getattr(linje, felt.name)
                if isinstance(verdi, Hvem):
                    assert verdi.navn in navn
                elif isinstance(verdi, str) and felt.name != "slag":
                    assert felt.name == "kall_id"
                    assert verdi[1:].isdigit()

    @invariant()
    def each_cause_is_told_once(self):
        """A call that an Angre opens again has the message the vara has got already."""
        andre = [b for b in self.bord.alt_sagt if b.slag is not Beskjedslag.KALT]
        nokler = [(b.noekkel, b.til and ident(b.til), b.organ_id) for b in andre]
        assert len(nokler) == len(set(nokler))


TestFrammoete = Frammoete.TestCase
# Not shrunk: that takes minutes, and the steps of the run tell enough.
TestFrammoete.settings = settings(
    max_examples=60, stateful_step_count=20, deadline=None, phases=(Phase.explicit, Phase.generate)
)
