"""An invented helsefellesskap with everything an innkalling and a referat can say."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.domain.conversation import Conversation, ConversationKind
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
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap, Medlem, Navneslag, Organ, Organnavn, Rolle
from bot.domain.referat import Deltaker, Oppfoelging, Referat, Referatdel, Referatsak

NAA = datetime(2024, 4, 10, 7, 0, tzinfo=UTC)


def samtale(id_: str = "19:allmennheten@thread.tacv2", **changed) -> Conversation:
    plain = Conversation(id_, ConversationKind.CHANNEL, "http://127.0.0.1:3979", tenant_id="t", name="ASU")
    return replace(plain, **changed)


def organ(fellesskap_id: int, kort: str = "ASU") -> Organ:
    return Organ(
        fellesskap_id,
        [
            Organnavn("Administrativt samarbeidsutvalg", Navneslag.NAVN, til=date(2024, 12, 31)),
            Organnavn("Strategisk samarbeidsutvalg", Navneslag.NAVN, fra=date(2025, 1, 1)),
            Organnavn(kort, Navneslag.KORT),
        ],
        [Medlem("Turid Havn", Rolle.LEDER, "Vikvåg kommune"), Medlem("Per Skog")],
    )


def innkalling() -> Innkalling:
    return Innkalling(
        utvalg="Administrativt samarbeidsutvalg (ASU)",
        moetested="Fjordrommet, Vikvåg",
        arkivsak="24/00123-4",
        dato=date(2024, 4, 17),
        start=time(13, 0),
        slutt=time(15, 0),
        agenda=_agenda(),
        saksfremlegg=[_fremlegg(), Saksfremlegg("11/24", "Eventuelt")],
        hendelser=[
            Hendelse(
                Hendelsestype.FRIST,
                "Frist for innspill til høringen",
                date(2024, 6, 1),
                status=Hendelsesstatus.FORESLAATT,
                saksnr="10/24",
            ),
            Hendelse(Hendelsestype.DIALOGMOETE, "Dialogmøte i øyregionen", organ="PSU"),
        ],
    )


def _agenda() -> list[Agendapunkt]:
    return [
        Agendapunkt(
            Agendatype.SAK,
            "Felles plan for høst og vår",
            "10/24",
            time(13, 0),
            time(13, 30),
            30,
            ["Status", "Veien videre – «hva nå?»"],
            [Ansvarlig("Åse Ørbekk", "Vikvåg kommune", "leder"), Ansvarlig("Odd Æsvik")],
        ),
        Agendapunkt(Agendatype.PAUSE, "Pause", None, time(13, 30), time(13, 45), 15),
        Agendapunkt(Agendatype.SAK, "Eventuelt", "11/24"),
        Agendapunkt(Agendatype.AVSLUTNING, "Hvordan har møtet vært?"),
    ]


def _fremlegg() -> Saksfremlegg:
    return Saksfremlegg(
        "10/24",
        "Felles plan",
        "ASU",
        date(2024, 4, 17),
        ["Åse Ørbekk", "Odd Æsvik"],
        ["Unni Sjåvik"],
        [
            Forslag(
                "Planen sendes på høring.",
                1,
                [Underpunkt("a", "til kommunene"), Underpunkt("b", "til PSU")],
            ),
            Forslag("ASU gir følgende innspill:", 2, aapent_for_innspill=True),
            Forslag("Saken tas til orientering."),
        ],
        ["Utkast til plan", "Høringsbrev"],
        [Seksjon("Bakgrunn", "Første avsnitt.\nAndre avsnitt."), Seksjon("Vurdering", "")],
    )


def referat() -> Referat:
    return Referat(
        utvalg="ASU",
        moetested="Teams",
        dato=date(2024, 4, 17),
        start=time(13, 0),
        slutt=time(14, 55),
        moeteleder="Åse Ørbekk",
        referenter=["Unni Sjåvik", "Pål Lie"],
        tilstede=[
            Deltaker("Åse Ørbekk", ["Vikvåg kommune", "KS"], "leder"),
            Deltaker("Per Tveit", ["Fjord HF"], vara=True, vara_for="Odd Æsvik"),
        ],
        forfall=[Deltaker("Odd Æsvik")],
        deler=[
            Referatdel(
                [
                    Referatsak(
                        "10/24",
                        "Felles plan",
                        None,
                        "Åse Ørbekk",
                        ["Kort om saken"],
                        ["Sendes ut"],
                        ["a", "b"],
                    ),
                    Referatsak("11/42", "Eventuelt", saksnr_rettet="11/24"),
                ]
            ),
            Referatdel(
                [Referatsak("1/24", "Åpning"), Referatsak(None, "Eventuelt")], "Felles møte med PSU"
            ),
        ],
        oppfoelging=[
            Oppfoelging("10/24", "Avklarer tidsplanen", "Per Tveit", date(2024, 5, 2)),
            Oppfoelging("1/24", "Sender lysarkene", del_tittel="Felles møte med PSU"),
        ],
        hendelser=[
            Hendelse(
                Hendelsestype.MOETE, "Neste møte", date(2024, 6, 19), time(9, 0), time(12, 0), "Vikvåg"
            )
        ],
    )


def moete(fellesskap_id: int, *organ_ids: int, dato: date = date(2024, 4, 17), **changed) -> Moete:
    plain = Moete(
        fellesskap_id,
        list(organ_ids),
        dato,
        time(13, 0),
        time(15, 0),
        "Fjordrommet, Vikvåg",
        "24/00123-4",
        innkalling(),
    )
    return replace(plain, **changed)


async def fellesskap(store, navn: str = "Vikvåg helsefellesskap", *kort: str) -> tuple[int, list[int]]:
    """Stores a helsefellesskap with one organ for each short name; their ids."""
    async with store.turn() as uow:
        ny = await uow.add_helsefellesskap(Helsefellesskap(navn))
        organer = [await uow.save_organ(organ(ny.id, navn)) for navn in kort or ("ASU",)]
        await uow.commit()
    return ny.id, [o.id for o in organer]


async def lagre(store, ny: Moete) -> Moete:
    async with store.turn() as uow:
        lagret = await uow.save_moete(ny)
        await uow.commit()
    return lagret


async def hent(store, moete_id: int) -> Moete | None:
    async with store.read() as archive:
        return await archive.moete(moete_id)
