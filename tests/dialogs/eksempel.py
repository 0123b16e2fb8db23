"""An invented helsefellesskap: an ASU with an innkalling, and a fagråd with a referat."""

from datetime import date, time

from bot.domain.innkalling import (
    Agendapunkt,
    Agendatype,
    Ansvarlig,
    Forslag,
    Hendelse,
    Hendelsesstatus,
    Hendelsestype,
    Innkalling,
    Saksfremlegg,
    Seksjon,
    Underpunkt,
)
from bot.domain.reading import Merknad, Reading
from bot.domain.referat import Deltaker, Oppfoelging, Referat, Referatdel, Referatsak

DAGEN = date(2024, 5, 15)
"""A Wednesday."""


def _punkt(fra: str, til: str, nr: str | None, tittel: str, *hvem: Ansvarlig, punkter=()) -> Agendapunkt:
    start, slutt = time.fromisoformat(fra), time.fromisoformat(til)
    minutter = (slutt.hour - start.hour) * 60 + slutt.minute - start.minute
    type_ = Agendatype.SAK if nr else Agendatype.PAUSE
    return Agendapunkt(type_, tittel, nr, start, slutt, minutter, list(punkter), list(hvem))


ASTRID = Ansvarlig("Astrid Fjellvang")
CECILIE = Ansvarlig("Cecilie Holmvik", "Fjordbyen sykehus")
BORGAR = Ansvarlig("Borgar Nesdal", "Nesdal kommune", "kommunaldirektør")


def agenda() -> list[Agendapunkt]:
    """Six saker and a pause: seven slots, 180 minutes."""
    return [
        _punkt("12:00", "12:10", "01/24", "Godkjenning av innkalling og saksliste.", ASTRID),
        _punkt(
            "12:10", "12:40", "02/24", "Digital hjemmeoppfølging – status", CECILIE, punkter=["Erfaringer"]
        ),
        _punkt("12:40", "13:20", "03/24", "Felles vaktordning for øykommunene", BORGAR),
        _punkt("13:20", "13:35", None, "Pause"),
        _punkt("13:35", "14:15", "04/24", "Rekruttering av sykepleiere", Ansvarlig("Eldbjørg Sandvær")),
        _punkt("14:15", "14:45", "05/24", "Tiltaksplan for utskrivningsklare pasienter", CECILIE, BORGAR),
        _punkt("14:45", "15:00", "06/24", "Eventuelt", ASTRID),
        Agendapunkt(Agendatype.AVSLUTNING, "Hvordan har møtet vært?"),
    ]


def saksfremlegg() -> list[Saksfremlegg]:
    return [
        Saksfremlegg(
            "03/24",
            "Vaktordning for øykommunene",
            saksansvarlig=["Astrid Fjellvang"],
            saksbehandler=["Frode Lyngmo", "Gro Haug"],
            forslag_til_vedtak=[
                Forslag("ASU gir sin tilslutning til en felles vaktordning.", 1),
                Forslag(
                    "ASU ber Fagråd 1 om å følge opp ordningen:",
                    2,
                    [Underpunkt("a", "med en plan for opplæring"), Underpunkt("b", "med en evaluering")],
                ),
                Forslag("ASU gir følgende innspill:", 3, aapent_for_innspill=True),
            ],
            vedlegg=["Utkast til avtale", "Kostnadsoverslag"],
            seksjoner=[
                Seksjon(
                    "Bakgrunn", "Øykommunene har i dag fire vaktordninger.\n* To av dem har få vakter."
                ),
                Seksjon("Vurdering", "Arbeidsgruppen anbefaler en høringsrunde."),
            ],
        ),
        Saksfremlegg(
            "04/24", "Rekruttering av sykepleiere", forslag_til_vedtak=[Forslag("Til orientering.", 1)]
        ),
    ]


def hendelser() -> list[Hendelse]:
    t, s = Hendelsestype, Hendelsesstatus
    planlagt, foreslaatt = s.PLANLAGT, s.FORESLAATT
    psu = "Det er innkalt til møte i Politisk samarbeidsutvalg 20.06.24"
    return [
        Hendelse(t.MOETE, psu, date(2024, 6, 20), time(10), time(12), None, planlagt, "01/24", "PSU"),
        Hendelse(
            t.DIALOGMOETE,
            "Dialogmøte Ytre Fjord",
            date(2024, 6, 12),
            time(9),
            None,
            None,
            planlagt,
            "01/24",
        ),
        Hendelse(t.DIALOGMOETE, "Møte med Indre Fjord", date(2024, 5, 16), status=s.UTSATT, saksnr="01/24"),
        Hendelse(t.DIALOGMOETE, "Møte med Fjellregionen", status=s.IKKE_FASTSATT, saksnr="01/24"),
        Hendelse(t.FRIST, "høringsfrist 03.06.24", date(2024, 6, 3), status=foreslaatt, saksnr="03/24"),
        Hendelse(
            t.MILEPAEL,
            "vaktordningen sluttbehandles i ASU 19.06.24",
            date(2024, 6, 19),
            status=foreslaatt,
            saksnr="03/24",
            organ="ASU",
        ),
    ]


def innkalling(dato: date = DAGEN) -> Innkalling:
    return Innkalling(
        utvalg="Administrativt samarbeidsutvalg",
        moetested="Møterom Storfjorden",
        dato=dato,
        start=time(12),
        slutt=time(15),
        agenda=agenda(),
        saksfremlegg=saksfremlegg(),
        hendelser=hendelser(),
    )


def lest_innkalling(dato: date = DAGEN) -> Reading:
    merknad = Merknad(
        "tittel", "ulike", {"saksnr": "03/24", "saksliste": "Felles vaktordning", "fremlegg": "Vaktordning"}
    )
    return Reading(innkalling(dato), merknader=[merknad], ikke_tolket=["Ta med badetøy"])


def referat() -> Referat:
    return Referat(
        utvalg="Fagråd for pasientsamarbeid",
        moetested="Teams",
        dato=date(2024, 4, 23),
        moeteleder="Gro Haug",
        referenter=["Frode Lyngmo", "Ine Vik"],
        tilstede=[
            Deltaker("Gro Haug", ["Nesdal kommune"]),
            Deltaker("Ine Vik", ["Fjordbyen"], "sekretariat"),
        ],
        forfall=[Deltaker("Odd Strand", ["Ytre Fjord"], vara=True, vara_for="Ytre Fjord")],
        deler=[
            Referatdel(
                [
                    Referatsak("01/24", "Godkjenning", konklusjon=["Godkjent"]),
                    Referatsak(
                        "02/24", "Kompetansebroen", punkter=["Bør tas i bruk"], konklusjon=["Tas opp i ASU"]
                    ),
                ]
            ),
            Referatdel(
                [Referatsak("2/24", "Palliativ plan", konklusjon=["Følges opp"])], "Felles møte med legene"
            ),
        ],
        oppfoelging=[Oppfoelging("02/24", "Ine avklarer med ASU", "Ine Vik", date(2024, 5, 31))],
    )
