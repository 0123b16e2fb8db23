"""A møtebok on the table: acts are noted one after another, as the storage would."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.bokaapning import aapne
from bot.domain.bokakt import Akt
from bot.domain.bokangre import ALLE, Slag, angre, hva_angres
from bot.domain.boklesing import les
from bot.domain.bokloep import aapne_sak
from bot.domain.bokpunkt import kvittering, nytt
from bot.domain.bokstand import Bokstand, Punkt
from bot.domain.frammoete import Hvem
from bot.domain.innkalling import (
    Agendapunkt,
    Agendatype,
    Ansvarlig,
    Forslag,
    Innkalling,
    Saksfremlegg,
    Underpunkt,
)
from bot.domain.meldtsak import MeldtSak
from bot.domain.moete import Moete
from bot.domain.moetebok import Foering, Punktslag
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.domain.register import Moetehode, Register
from bot.domain.stilling import Stilling

OSLO = ZoneInfo("Europe/Oslo")
ASU, RAAD = 1, 2
DAGEN = date(2024, 5, 16)
"""A Thursday."""
EMIL, JO, ANNE = Hvem("Emil Ås", 21), Hvem("Jo Li", 22), Hvem("Anne Vik", 1)
"""Two referenter, and the leder."""
SIRI, JONAS, KARI = Hvem("Siri Haug", 4), Hvem("Jonas Moe", 3), Hvem("Kari Dahl", 11)

Regel = Callable[..., tuple[Foering, ...]]


def kl(klokke: str) -> datetime:
    """That clock on the day of the møte, as UTC."""
    return datetime.combine(DAGEN, time.fromisoformat(klokke.replace(".", ":")), OSLO).astimezone(UTC)


def folk() -> list[Medlem]:
    return [
        Medlem("Anne Vik", Rolle.LEDER, "Vik sykehus", person_id=1),
        Medlem("Berit Nes", Rolle.NESTLEDER, "Nes", person_id=2),
        Medlem("Jonas Moe", Rolle.MEDLEM, "Moe", person_id=3),
        Medlem("Siri Haug", Rolle.MEDLEM, "Vik sykehus, KIR", person_id=4),
        Medlem("Mona Berg", Rolle.BRUKERREPRESENTANT, "kommunene", person_id=5),
        Medlem("Kari Dahl", Rolle.VARA, "Moe", person_id=11, rekkefoelge=1),
        Medlem("Emil Ås", Rolle.REFERENT, person_id=21),
        Medlem("Jo Li", Rolle.REFERENT, person_id=22),
        Medlem("Emil Ås", Rolle.SEKRETARIAT, "Vik sykehus", person_id=21),
    ]


def registeret() -> Register:
    asu = Organ(
        1, [Organnavn("ASU", Navneslag.KORT), Organnavn("Arbeidsutvalget", Navneslag.NAVN)], folk(), ASU
    )
    raad = Organ(1, [Organnavn("Fagråd for legevakt", Navneslag.NAVN)], [], RAAD)
    hode = Moetehode(7, 1, (ASU,), DAGEN, time(13), time(17), "Teams", True, False, 1)
    return Register(1, (Helsefellesskap("Fjordane", 1),), (asu, raad), (hode,))


def _punkt(saksnr: str | None, tittel: str, fra: str, til: str, hvem: str = "", **mer) -> Agendapunkt:
    felt = {"type": Agendatype.SAK, **mer}
    start, slutt = (time.fromisoformat(t) if t else None for t in (fra, til))
    ansvarlige = [Ansvarlig(hvem)] if hvem else []
    return Agendapunkt(
        tittel=tittel, saksnr=saksnr, start=start, slutt=slutt, ansvarlige=ansvarlige, **felt
    )


def innkallingen() -> Innkalling:
    return Innkalling(
        "Arbeidsutvalget",
        agenda=[
            _punkt("09/24", "Godkjenning av innkalling og saksliste", "13:00", "13:10"),
            _punkt("10/24", "Legevakt på tvers", "13:10", "13:40", "Siri Haug"),
            _punkt(None, "Pause", "13:40", "13:50", type=Agendatype.PAUSE),
            _punkt("11/24", "Felles avtale om utskrivning", "13:50", "14:30"),
            _punkt("12/24", "Status i prosjektet Trygg heim", "14:30", "15:00", "Jonas Moe"),
            _punkt("13/24", "Eventuelt", "15:00", "15:30"),
            _punkt(None, "Hvordan har møtet vært?", "", "", type=Agendatype.AVSLUTNING),
        ],
        saksfremlegg=[
            Saksfremlegg(
                "11/24",
                "Avtalen",
                forslag_til_vedtak=[
                    Forslag("ASU støtter avtalen.", 1),
                    Forslag("ASU gir følgende innspill:", 2, aapent_for_innspill=True),
                    Forslag("ASU ber om", 3, [Underpunkt("a", "en plan"), Underpunkt("b", "et budsjett")]),
                ],
            ),
            Saksfremlegg("12/24", "Status", forslag_til_vedtak=[Forslag("Saken tas til orientering.")]),
        ],
    )


def moetet(innkalling: Innkalling | None = None) -> Moete:
    return Moete(1, [ASU], DAGEN, time(13), time(17), "Teams", innkalling=innkalling, id=7)


class Bok:
    """`innkalling` None: a møte nobody called in, so without saker."""

    def __init__(
        self,
        innkalling: Innkalling | None = None,
        stilling: Stilling | None = None,
        meldte: Sequence[MeldtSak] = (),
        *,
        tom: bool = False,
    ) -> None:
        self.register = registeret()
        self.moete = moetet(None if tom else innkalling or innkallingen())
        self.linjer: list[Foering] = []
        self.antall = 0
        self._note(
            aapne(self.moete, self.register, stilling or Stilling(), self._akt(EMIL, "12.55"), meldte)
        )

    @property
    def stand(self) -> Bokstand:
        return les(self.linjer)

    def gjoer(
        self, regel: Regel, *args, av: Hvem | None = EMIL, at: str = "14.00", **mer
    ) -> tuple[Foering, ...]:
        return self._note(regel(self.stand, self._akt(av, at), *args, **mer))

    def angre(self, av: Hvem = EMIL, at: str = "14.00", slag: Slag = ALLE) -> tuple[Foering, ...]:
        """The lines that were taken back."""
        borte = hva_angres(self.linjer, av, slag)
        self._note(angre(self.linjer, self._akt(av, at), slag))
        return borte

    def sak(self, saksnr: str) -> int:
        """Its key."""
        return next(s.key for s in self.stand.saker if s.saksnr == saksnr)

    def gaa(self, saksnr: str, at: str = "14.00") -> None:
        self.gjoer(aapne_sak, self.sak(saksnr), at=at)

    def si(self, slag: str, tekst: str, av: Hvem = EMIL, at: str = "14.00", **mer) -> Punkt:
        """A point to the open sak."""
        (linje,) = self.gjoer(nytt, Punktslag(slag), tekst, av=av, at=at, **mer)
        return self.stand.punkter[linje.nr or 0]

    def svar(self, nr: int) -> str:
        """The receipt."""
        k = kvittering(self.stand, nr)
        return f"{k.sak.saksnr} · {k.slag.value} {k.nummer}"

    def tekster(self, saksnr: str) -> list[str]:
        return [p.tekst for p in self.stand.i_sak(self.sak(saksnr))]

    def folk(self) -> dict[str, str]:
        return {f.person.navn: f.status.value for f in self.stand.frammoete}

    def _akt(self, av: Hvem | None, at: str) -> Akt:
        self.antall += 1
        return Akt(av, kl(at), f"a{self.antall}")

    def _note(self, nye: tuple[Foering, ...]) -> tuple[Foering, ...]:
        foerste = len(self.linjer) + 1
        lagret = tuple(replace(x, id=foerste + i) for i, x in enumerate(nye))
        self.linjer += lagret
        return lagret
