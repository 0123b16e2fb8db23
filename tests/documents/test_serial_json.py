"""A Reading survives the way through JSON; and the --json form has exactly the issue's keys."""

import json
from dataclasses import is_dataclass
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.serial import from_json, json_form, to_json
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

ord_ = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
kanskje_ord = st.none() | ord_
klokke = st.none() | st.times()
dag = st.none() | st.dates()
hendelser = st.builds(
    Hendelse, st.sampled_from(Hendelsestype), ord_, dag, klokke, klokke, kanskje_ord,
    st.none() | st.sampled_from(Hendelsesstatus), kanskje_ord, kanskje_ord,
)  # fmt: skip
agenda = st.builds(
    Agendapunkt, st.sampled_from(Agendatype), ord_, kanskje_ord, klokke, klokke,
    st.none() | st.integers(0, 600), st.lists(ord_, max_size=2),
    st.lists(st.builds(Ansvarlig, ord_, kanskje_ord, kanskje_ord), max_size=2),
)  # fmt: skip
forslag = st.builds(
    Forslag, ord_, st.none() | st.integers(1, 9),
    st.lists(st.builds(Underpunkt, ord_, ord_), max_size=2), st.booleans(),
)  # fmt: skip
linjer = st.lists(ord_, max_size=2)
fremlegg = st.builds(
    Saksfremlegg, ord_, ord_, kanskje_ord, dag, linjer, linjer,
    st.lists(forslag, max_size=2), linjer, st.lists(st.builds(Seksjon, ord_, ord_), max_size=2),
)  # fmt: skip
innkallinger = st.builds(
    Innkalling, kanskje_ord, kanskje_ord, kanskje_ord, dag, klokke, klokke,
    st.lists(agenda, max_size=3), st.lists(fremlegg, max_size=2), st.lists(hendelser, max_size=2),
)  # fmt: skip
deltakere = st.lists(
    st.builds(Deltaker, ord_, st.lists(ord_, max_size=2), kanskje_ord, st.booleans(), kanskje_ord),
    max_size=2,
)
saker = st.builds(Referatsak, kanskje_ord, ord_, kanskje_ord, kanskje_ord, linjer, linjer, linjer)
referater = st.builds(
    Referat, kanskje_ord, kanskje_ord, kanskje_ord, dag, klokke, klokke, kanskje_ord, linjer,
    deltakere, deltakere,
    st.lists(st.builds(Referatdel, st.lists(saker, max_size=2), kanskje_ord), max_size=2),
    st.lists(st.builds(Oppfoelging, ord_, ord_, kanskje_ord, dag, kanskje_ord), max_size=2),
    st.lists(hendelser, max_size=1),
)  # fmt: skip
merknader = st.lists(st.builds(Merknad, ord_, ord_, st.dictionaries(ord_, ord_, max_size=2)), max_size=2)
readings = st.builds(Reading, innkallinger, st.none(), merknader, linjer, kanskje_ord) | st.builds(
    Reading, st.none(), referater, merknader, linjer, kanskje_ord
)


@settings(max_examples=150, deadline=None)
@given(readings)
def test_a_reading_comes_back_equal(reading: Reading) -> None:
    back = from_json(to_json(reading))
    assert back == reading
    assert is_dataclass(back.dokument)


@settings(max_examples=50, deadline=None)
@given(readings)
def test_the_printed_form_is_plain_json_with_its_kind_first(reading: Reading) -> None:
    form = json_form(reading, str)
    assert next(iter(form)) == "doktype"
    assert form["doktype"] == ("innkalling" if reading.innkalling else "referat")
    assert [merknad["kode"] for merknad in form["merknader"]] == [m.kode for m in reading.merknader]


def test_a_draft_stored_with_the_words_of_its_merknader_is_read() -> None:
    stored = json.loads(to_json(Reading(Innkalling())))
    stored["merknader"] = [{"kode": "hull", "tekst": "Det er et hull."}]
    assert from_json(json.dumps(stored)).merknader == [Merknad("hull", tekst="Det er et hull.")]


def test_what_to_json_did_not_write_is_refused() -> None:
    with pytest.raises(ValueError, match="agenda"):
        from_json('{"innkalling": {"agenda": "ingen"}}')


def test_an_innkalling_as_printed() -> None:
    punkt = Agendapunkt(
        Agendatype.SAK, "Strandrydding", "2/24", time(13, 10), time(13, 30), 20, ["Status"],
        [Ansvarlig("Odd Fjære", tilknytning="Havna IKS"), Ansvarlig("Siv Tang")],
    )  # fmt: skip
    pause = Agendapunkt(Agendatype.PAUSE, "Pause", start=time(13, 30))
    papir = Saksfremlegg(
        "2/24", "Strandrydding", dato=date(2024, 4, 17), forslag_til_vedtak=[Forslag("Saken utsettes.", 1)]
    )
    frist = Hendelse(
        Hendelsestype.FRIST,
        "høringsfrist",
        date(2024, 6, 1),
        status=Hendelsesstatus.FORESLAATT,
        saksnr="2/24",
    )
    innkalling = Innkalling(
        "Strandnemnda", "Naustet", None, date(2024, 4, 17), time(13), None, [punkt, pause]
    )
    innkalling.saksfremlegg, innkalling.hendelser = [papir], [frist]
    form = json_form(
        Reading(innkalling, merknader=[Merknad("hull", "mellom")]), lambda m: f"Det er et {m.kode}."
    )
    assert list(form) == [
        "doktype", "utvalg", "moetested", "arkivsak", "dato", "start", "slutt",
        "agenda", "saksfremlegg", "hendelser", "merknader", "ikke_tolket",
    ]  # fmt: skip
    assert (form["dato"], form["start"], form["slutt"], form["arkivsak"]) == (
        "2024-04-17",
        "13:00",
        None,
        None,
    )
    assert form["agenda"][0] == {
        "type": "sak", "tittel": "Strandrydding", "saksnr": "2/24", "start": "13:10", "slutt": "13:30",
        "minutter": 20, "punkter": ["Status"],
        "ansvarlige": [{"navn": "Odd Fjære", "tilknytning": "Havna IKS"}, {"navn": "Siv Tang"}],
    }  # fmt: skip
    assert form["agenda"][1]["saksnr"] is None
    assert form["saksfremlegg"][0]["forslag_til_vedtak"] == [
        {"tekst": "Saken utsettes.", "nr": 1, "underpunkter": [], "aapent_for_innspill": False}
    ]
    assert form["hendelser"] == [
        {"type": "frist", "hva": "høringsfrist", "dato": "2024-06-01", "status": "foreslaatt"}
    ]
    assert form["merknader"] == [{"kode": "hull", "tekst": "Det er et hull."}]


def test_a_referat_as_printed() -> None:
    vara = Deltaker("Liv Skjær", ["Holmen"], vara=True, vara_for="Odd Fjære")
    sak = Referatsak("03/35", "Tang", saksnr_rettet="03/25", konklusjon=["Godkjent"])
    oppgave = Oppfoelging("4/25", "ringer havnesjefen", "Siv", del_tittel="Felles møte")
    referat = Referat(
        dato=date(2025, 1, 30), moeteleder="Siv Tang", tilstede=[vara, Deltaker("Siv Tang")],
        deler=[Referatdel([sak, Referatsak(None, "Eventuelt")])], oppfoelging=[oppgave],
    )  # fmt: skip
    form = json_form(Reading(referat=referat, ikke_tolket=["?"]), str)
    assert list(form) == [
        "doktype", "utvalg", "moetested", "arkivsak", "dato", "start", "slutt", "moeteleder", "referenter",
        "tilstede", "forfall", "deler", "oppfoelging", "merknader", "ikke_tolket",
    ]  # fmt: skip
    assert form["tilstede"] == [
        {"navn": "Liv Skjær", "tilknytning": ["Holmen"], "vara": True, "vara_for": "Odd Fjære"},
        {"navn": "Siv Tang", "tilknytning": []},
    ]
    assert form["deler"][0]["tittel"] is None
    assert form["deler"][0]["saker"][0]["saksnr_rettet"] == "03/25"
    assert "saksnr_rettet" not in form["deler"][0]["saker"][1]
    assert form["oppfoelging"] == [
        {"del": "Felles møte", "sak": "4/25", "hva": "ringer havnesjefen", "ansvarlig": "Siv"}
    ]


def test_a_referat_gives_the_dates_it_mentions_only_where_it_has_any() -> None:
    moete = Hendelse(Hendelsestype.MOETE, "neste møte", date(2025, 4, 29), time(9), organ="ASU")
    form = json_form(Reading(referat=Referat(hendelser=[moete])), str)
    assert form["hendelser"] == [
        {"type": "moete", "hva": "neste møte", "dato": "2025-04-29", "start": "09:00"}
    ]
