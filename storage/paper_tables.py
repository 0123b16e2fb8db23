"""The tables of a møte's papers. Every row is keyed by the møte, the places of the rows it stands
under (`fremlegg_plass`, …) and its own `plass`, and goes when they go.

Columns are named as the fields of the dataclass they keep (storage/papers.py relies on it).
"""

from typing import Any

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Table, Text

from bot.domain.innkalling import Agendatype, Hendelsesstatus, Hendelsestype
from storage.columns import dag, flagg, metadata, noekkel, ordvalg, start_slutt, tall, tekst, tekster
from storage.tables import moete


def _papir(name: str, *columns: Column[Any]) -> Table:
    """What an innkalling and a referat both say at the top."""
    return Table(
        name,
        metadata,
        Column("moete_id", ForeignKey("moete.id", ondelete="CASCADE"), primary_key=True),
        tekst("utvalg"),
        tekst("moetested"),
        tekst("arkivsak"),
        dag("dato"),
        *start_slutt(),
        *columns,
    )


def _rad(name: str, under: Table, plasser: tuple[str, ...], *columns: Column[Any]) -> Table:
    """Rows in a list under a row of another table; `plasser` say which row."""
    parent = [f"{under.name}.{column.name}" for column in under.primary_key]
    return Table(
        name,
        metadata,
        *noekkel("moete_id", *plasser, "plass"),
        *columns,
        ForeignKeyConstraint(["moete_id", *plasser], parent, ondelete="CASCADE"),
    )


innkalling = _papir("innkalling")

agendapunkt = _rad(
    "agendapunkt",
    innkalling,
    (),
    ordvalg("type", Agendatype),
    tekst("tittel", required=True),
    tekst("saksnr"),
    *start_slutt(),
    tall("minutter"),
    tekster("punkter"),
)

ansvarlig = _rad(
    "ansvarlig",
    agendapunkt,
    ("agenda_plass",),
    tekst("navn", required=True),
    tekst("tilknytning"),
    tekst("rolle"),
)

saksfremlegg = _rad(
    "saksfremlegg",
    innkalling,
    (),
    tekst("saksnr", required=True),
    tekst("tittel", required=True),
    tekst("utvalg"),
    dag("dato"),
    tekster("saksansvarlig"),
    tekster("saksbehandler"),
)

forslag = _rad(
    "forslag",
    saksfremlegg,
    ("fremlegg_plass",),
    tekst("tekst", required=True),
    tall("nr"),
    flagg("aapent_for_innspill"),
)

underpunkt = _rad(
    "underpunkt",
    forslag,
    ("fremlegg_plass", "forslag_plass"),
    tekst("bokstav", required=True),
    tekst("tekst", required=True),
)

vedlegg = _rad("vedlegg", saksfremlegg, ("fremlegg_plass",), tekst("tekst", required=True))

seksjon = _rad(
    "seksjon",
    saksfremlegg,
    ("fremlegg_plass",),
    tekst("overskrift", required=True),
    tekst("tekst", required=True),
)

# `kilde` is the paper that mentions it: innkalling or referat.
hendelse = Table(
    "hendelse",
    metadata,
    Column("moete_id", ForeignKey(moete.c.id, ondelete="CASCADE"), primary_key=True),
    Column("kilde", Text, primary_key=True),
    *noekkel("plass"),
    ordvalg("type", Hendelsestype),
    tekst("hva", required=True),
    dag("dato"),
    *start_slutt(),
    tekst("sted"),
    ordvalg("status", Hendelsesstatus, required=False),
    tekst("saksnr"),
    tekst("organ"),
)

referat = _papir("referat", tekst("moeteleder"), tekster("referenter"))

# `liste` is which one: tilstede or forfall.
deltaker = Table(
    "deltaker",
    metadata,
    Column("moete_id", ForeignKey(referat.c.moete_id, ondelete="CASCADE"), primary_key=True),
    Column("liste", Text, primary_key=True),
    *noekkel("plass"),
    tekst("navn", required=True),
    tekster("tilknytning"),
    tekst("rolle"),
    flagg("vara"),
    tekst("vara_for"),
)

referatdel = _rad("referatdel", referat, (), tekst("tittel"))

referatsak = _rad(
    "referatsak",
    referatdel,
    ("del_plass",),
    tekst("saksnr"),
    tekst("tittel", required=True),
    tekst("saksnr_rettet"),
    tekst("innleder"),
    tekster("innledning"),
    tekster("konklusjon"),
    tekster("punkter"),
)

oppfoelging = _rad(
    "oppfoelging",
    referat,
    (),
    tekst("sak", required=True),
    tekst("hva", required=True),
    tekst("ansvarlig"),
    dag("frist"),
    tekst("del_tittel"),
)
