"""`helsebot innkalling`: the innkalling of a møte as a file. `helsebot template`: a body's own."""

import io
import json

import docx
import pytest


@pytest.fixture
def imported(with_innkalling):
    return with_innkalling


def write(terminal, *words, out="ut.docx", moete="neste", at="2026-03-02"):
    out = str(terminal.folder / out)
    return terminal.run("innkalling", "--moete", moete, "--out", out, "--at", at, *words)


def facts(terminal, path) -> dict:
    return json.loads(terminal.ok("import", str(path), "--json"))


@pytest.mark.parametrize("ending", ["docx", "pdf"])
@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_what_is_written_is_read_again_with_the_same_facts(imported, ending, maalform):
    result = write(imported, "--maalform", maalform, out=f"a.{ending}")

    assert "Innkalling til Administrativt samarbeidsutvalg onsdag 18. mars 2026." in result.output
    assert facts(imported, imported.folder / f"a.{ending}") == facts(imported, imported.paper())


def test_the_calendar_file_of_the_møte(imported):
    assert write(imported, out="moetet.ics", moete="1").exit_code == 0

    written = (imported.folder / "moetet.ics").read_text("utf-8")
    assert "BEGIN:VEVENT" in written
    assert "DTSTART;TZID=Europe/Oslo:20260318T120000" in written


def test_the_next_of_one_body(imported):
    assert write(imported, "--organ", "ASU").exit_code == 0
    assert write(imported, at="2026-03-19").said == "Ingen kommende møter har noen innkalling ennå."
    said = write(imported, "--organ", "ASU", at="2026-03-19").said
    assert said == "Ingen kommende møter i Administrativt samarbeidsutvalg har noen innkalling ennå."


@pytest.mark.parametrize(
    ("words", "where", "said"),
    [
        ((), {"moete": "99"}, "Møte 99 finnes ikke. «--moete neste» tar"),
        ((), {"moete": "siste"}, "Skriv nummeret på møtet eller «neste», ikke «siste»."),
        (("--format", "html"), {}, "Formatet «html» finnes ikke. Velg docx, pdf eller ics."),
        ((), {"out": "uten"}, "Formatet «» finnes ikke."),
        ((), {"out": "finnes/ikke/a.pdf"}, "finnes ikke. Lag den først"),
        (("--format", "pdf"), {"out": "."}, "er en mappe. Skriv også navnet på filen."),
        (("--organ", "Fagråd 99"), {}, "Utvalget «Fagråd 99» finnes ikke."),
        (("--maalform", "se"), {}, "Målformen må være nb eller nn, ikke «se»."),
        (("--mal", "borte.docx"), {}, "borte.docx"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(imported, words, where, said):
    result = write(imported, *words, **where)

    assert result.exit_code == 1
    assert said in result.said


def test_a_møte_that_has_only_a_referat(terminal):
    text = "Referat\n\nMøtested: Teams\nDato: 18.02.2026\nUtvalg: Administrativt samarbeidsutvalg\n\n"
    (terminal.folder / "r.txt").write_text(
        f"{text}Sak 01/26 Tema: Status\nKonklusjon: Godkjent.\n", "utf-8"
    )
    terminal.ok("import", str(terminal.folder / "r.txt"), "--yes", "--helsefellesskap", "Fjord")

    assert "har ingen innkalling ennå" in write(terminal, moete="1").said


def template(terminal, *words):
    return terminal.run("template", "--organ", "ASU", *words)


def mal(terminal, text="Brevhode") -> str:
    word = docx.Document()
    word.add_paragraph(text)
    word.save(str(terminal.folder / "mal.docx"))
    return str(terminal.folder / "mal.docx")


def first_line(path) -> str:
    return docx.Document(io.BytesIO(path.read_bytes())).paragraphs[0].text


def test_the_bodys_own_template_is_kept_and_used(imported):
    assert "mal.docx er malen til" in template(imported, "--file", mal(imported)).output
    write(imported)
    assert first_line(imported.folder / "ut.docx") == "Brevhode"

    assert "er slettet" in template(imported, "--delete").output
    write(imported)
    assert first_line(imported.folder / "ut.docx") != "Brevhode"
    assert "har ingen egen mal" in template(imported, "--delete").output


def test_a_template_that_cannot_be_used_is_not_kept(imported):
    (imported.folder / "mal.docx").write_text("hei")
    result = template(imported, "--file", str(imported.folder / "mal.docx"))

    assert "mal.docx kan ikke brukes som mal." in result.said
    assert "har ingen egen mal" in template(imported, "--delete").output


@pytest.mark.parametrize("words", [(), ("--file", "a.docx", "--delete")])
def test_either_a_template_or_none(imported, words):
    assert template(imported, *words).said == "Skriv enten «--file MAL.docx» eller «--delete»."
