"""What a written referat says, as text, HTML and JSON."""

import asyncio
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from bot.documents import referat_eget_ord, skriv_json
from bot.documents.utgave_blokker import dokument
from bot.documents.writer import Writer, document_now, write_now
from bot.domain.maalform import Maalform
from bot.domain.utgave import Format, Utgave, Utgavedel, Utgavesak, Utgavetilstand
from bot.language.tekster import Tekster
from tests.documents.utgaver import FULL

NB, NN = Tekster(Maalform.NB), Tekster(Maalform.NN)


def skrevet(utgave: Utgave, format_: Format, norsk=NB, mal=None) -> bytes:
    return write_now(utgave, norsk, format_, mal)


def med(**endret) -> Utgave:
    return replace(FULL, **endret)


def tekst(utgave: Utgave, norsk=NB) -> str:
    return skrevet(utgave, Format.TXT, norsk).decode()


@pytest.mark.parametrize(
    ("utgave", "staar"),
    [
        (med(), "[Utkast – ikke godkjent]"),
        (med(tilstand=Utgavetilstand.TIL_GODKJENNING), "[Til godkjenning]"),
        (
            med(tilstand=Utgavetilstand.TIL_GODKJENNING, merknadsfrist=date(2026, 2, 6)),
            "[Til godkjenning, merknadsfrist fredag 6. februar 2026]",
        ),
        (
            med(tilstand=Utgavetilstand.GODKJENT, godkjent=date(2026, 2, 6), godkjent_av="Kari Nes"),
            "[Godkjent fredag 6. februar 2026 av Kari Nes]",
        ),
        (
            med(tilstand=Utgavetilstand.GODKJENT, godkjent=date(2026, 2, 6), godkjent_i="sak 01/26"),
            "[Godkjent fredag 6. februar 2026, sak 01/26]",
        ),
        (med(offentlig=True), "[Offentlig versjon]"),
    ],
)  # fmt: skip
def test_the_state_stands_first(utgave, staar):
    assert staar in tekst(utgave)[:250]


def test_an_imported_referat_says_nothing_of_its_state():
    assert "[" not in tekst(med(tilstand=Utgavetilstand.IMPORTERT))[:200]


def test_who_came_late_went_early_and_was_away():
    assert "Liv-Marie Bø (vara for HLI; kom kl. 13.20)" in tekst(FULL)
    assert "Siri Li (Lia; ute kl. 14.00–14.10; gikk kl. 15.00)" in tekst(FULL)


def test_the_frist_that_slipped_stands_in_front_of_the_one_that_holds():
    assert "Frist: 4. des. 2025 → 17. feb. 2026" in tekst(FULL)


def test_an_unntatt_sak_has_its_number_and_why_and_no_more():
    sak = Utgavesak("", "03/26", hjemmel="offl. § 13")

    shown = tekst(med(deler=(Utgavedel(None, (sak,)),), offentlig=True))

    assert "Sak 03/26\n---------\n\nUnntatt offentlighet, jf. offl. § 13" in shown


def test_nynorsk_has_its_own_labels():
    shown = tekst(FULL, NN)

    for words in (
        "Møtestad: ",
        "Til stades: ",
        "Møteleiar: ",
        "Framlegg til vedtak",
        "Innspel",
        "Oppgåver",
        "Rettingar",
    ):
        assert words in shown


def test_the_reader_knows_every_word_that_is_written():
    nb_nn = [{key: norsk.tekst(f"dokument.{key}") for key in keys()} for norsk in (NB, NN)]

    for words in nb_nn:
        for known in (referat_eget_ord.FELT, referat_eget_ord.INNE, referat_eget_ord.KOLONNER):
            for key, forms in known.items():
                assert words[{"sak": "sak_kort", "unntatt": "unntatt_tittel"}.get(key, key)] in forms
        assert words["oppgaver"] in referat_eget_ord.OPPGAVER
        assert words["ubehandlet"] in referat_eget_ord.UBEHANDLET
        for state in ("utkast", "til_godkjenning", "godkjent", "offentlig"):
            assert words[state].startswith(referat_eget_ord.TILSTAND)


def keys() -> list[str]:
    known = {**referat_eget_ord.FELT, **referat_eget_ord.INNE, **referat_eget_ord.KOLONNER}
    own = {"sak": "sak_kort", "unntatt": "unntatt_tittel"}
    return [
        *(own.get(key, key) for key in known),
        *("oppgaver", "ubehandlet", "utkast", "til_godkjenning", "godkjent", "offentlig"),
    ]


def test_html_runs_nothing_and_fetches_nothing():
    bad = '<script src="https://evil.example/x.js"></script>'
    page = skrevet(med(sted=bad), Format.HTML).decode()

    assert "<script" not in page
    assert "&lt;script" in page
    for outside in ("src=", "href=", "@import", "url("):
        assert outside not in page.replace("src=&#34;", "")


def test_html_has_a_language_one_first_heading_and_labelled_columns():
    page = skrevet(FULL, Format.HTML, NN).decode()

    assert '<html lang="nn">' in page
    assert page.count("<h1>") == 1
    assert page.count('<th scope="col">') == 2 + 5 + 5 + 2
    assert "@media print" in page


TEKST = {"type": "string", "minLength": 1}
PERSON = {"type": "object", "required": ["moetedeltakerNavn"], "properties": {"moetedeltakerNavn": TEKST}}
SKJEMA = {
    "type": "object",
    "required": ["entity", "moetenummer", "utvalg", "moetedato", "moetesak", "moetedokument"],
    "properties": {
        "entity": {"const": "Moetemappe"},
        "moetedato": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?$"},
        "moetested": TEKST,
        "moetedeltaker": {"type": "array", "items": PERSON},
        "forfall": {"type": "array", "items": PERSON},
        "moetesak": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["entity", "moetesakstype"],
                "properties": {
                    "entity": {"const": "Moetesak"},
                    "moetesaksaar": {"type": "integer", "minimum": 1990},
                    "moetesakssekvensnummer": {"type": "integer", "minimum": 1},
                    "moetesakstype": {
                        "enum": ["moete", "politisk", "delegert", "interpellasjon", "godkjenning", "annet"]
                    },
                    "offentligTittel": TEKST,
                    "vedtak": {
                        "type": "object",
                        "required": ["entity", "dato"],
                        "properties": {
                            "vedtakstekst": TEKST,
                            "votering": {
                                "type": "array",
                                "items": {
                                    "properties": {
                                        "antall": {
                                            "type": "object",
                                            "propertyNames": {"enum": ["Ja", "Nei", "Blankt"]},
                                            "additionalProperties": {"type": "integer", "minimum": 0},
                                        }
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
        "moetedokument": {
            "type": "array",
            "minItems": 1,
            "items": {"properties": {"moetedokumenttype": TEKST, "offentlig": {"type": "boolean"}}},
        },
    },
}  # fmt: skip


def test_json_has_the_shape_of_einnsyn():
    form = json.loads(skrevet(FULL, Format.JSON))

    jsonschema.validate(form, SKJEMA)
    sak = form["moetesak"][1]
    assert (sak["moetesaksaar"], sak["moetesakssekvensnummer"]) == (2026, 2)
    assert sak["vedtak"]["votering"][0]["antall"] == {"Ja": 7, "Nei": 2, "Blankt": 1}
    assert form["moetedeltaker"][0]["moetedeltakerFunksjon"] == "Møteleder, leder"
    assert form["oppfoelging"][0]["tidligereFrister"] == ["2025-12-04"]


def test_of_an_unntatt_sak_json_has_noark_5s_two_fields():
    utgave = med(deler=(Utgavedel(None, (Utgavesak("", "03/26", hjemmel="offl. § 13"),)),))
    sak = json.loads(skriv_json.skriv(utgave))["moetesak"][0]

    assert sak["tilgangsrestriksjon"] == "Unntatt offentlighet"
    assert sak["skjermingshjemmel"] == "offl. § 13"
    assert "offentligTittel" not in sak


async def test_the_writer_leaves_the_loop_free():
    writer, ticks = Writer(), 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    ticking = asyncio.create_task(tick())
    files = await asyncio.gather(*(writer.write(FULL, NB, format_) for format_ in Format))
    ticking.cancel()

    assert all(files)
    assert ticks > 100


def test_a_document_of_blocks_is_written_like_a_referat():
    assert document_now(dokument(FULL, NB), Format.TXT) == skrevet(FULL, Format.TXT)
    with pytest.raises(ValueError, match="json"):
        document_now(dokument(FULL, NB), Format.JSON)


def test_the_templates_are_shipped():
    folder = Path(skriv_json.__file__).with_name("maler")
    shipped = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")

    assert {path.suffix for path in folder.iterdir()} == {".typ", ".j2"}
    assert '"*.typ"' in shipped
    assert '"*.j2"' in shipped


@pytest.mark.parametrize(
    ("norsk", "staar"),
    [(NB, "Saken ble ikke behandlet i møtet."), (NN, "Saka vart ikkje behandla i møtet.")],
)
def test_of_a_sak_the_møte_never_came_to_one_line_says_so(norsk, staar):
    utgave = med(deler=(Utgavedel(None, (Utgavesak("Ny plan", "04/26", ubehandlet=True),)),))

    shown = tekst(utgave, norsk)
    assert shown.split("Tema: Ny plan\n")[1].split("\n\n")[1].strip() == staar
    for format_ in (Format.HTML, Format.DOCX):
        assert skrevet(utgave, format_, norsk)
    assert "moeteregistreringsstatus" not in skrevet(utgave, Format.JSON, norsk).decode()
