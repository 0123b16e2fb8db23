"""`helsebot referat`: the referat of a møte as a file."""

import asyncio
import io
import json
from datetime import UTC, datetime

import docx
import pytest

from app import Helsebot
from bot.domain.bokaapning import aapne
from bot.domain.bokakt import Akt
from bot.domain.boklesing import les
from bot.domain.bokloep import aapne_sak, ny_del, ny_sak
from bot.domain.bokpunkt import nytt
from bot.domain.bokrette import unnta
from bot.domain.frammoete import Hvem
from bot.domain.moetebok import Moetebok, Punktslag
from bot.domain.organ import Navneslag, Organ, Organnavn
from bot.domain.stilling import Stilling

AT = datetime(2026, 3, 18, 11, 5, tzinfo=UTC)
KARI = Hvem("Kari Nes")
REFERAT = """Referat

Møtested: Teams
Dato: 18.02.2026
Utvalg: Administrativt samarbeidsutvalg

Til stede: Kari Nes (Lia), Ola Ås (Vang)

Sak 01/26 Tema: Status
Konklusjon: Tas til orientering.
"""


async def _dictate(program: Helsebot) -> None:
    """A møtebok of the invented møte, with a part for another body and something unntatt."""
    async with program.store() as store, store.turn() as uow:
        register = await uow.register()
        other = await uow.save_organ(
            Organ(register.organer[0].helsefellesskap_id, [Organnavn("Fagråd for leger", Navneslag.NAVN)])
        )
        register = await uow.register()
        moete = await uow.load_moete(register.moeter[0].id)
        akt = Akt(KARI, AT, "a")
        lines = list(aapne(moete, register, Stilling(()), akt))

        def act(gjoer, *values, **more):
            lines.extend(gjoer(les(lines), akt, *values, **more))

        sak = {sak.saksnr: sak.key for sak in les(lines).saker}
        act(aapne_sak, sak["02/26"])
        act(nytt, Punktslag.KONKLUSJON, "Tas til orientering.")
        act(nytt, Punktslag.INNSPILL, "Om en ansatt.")
        act(unnta, "offl. § 13", nr=2)
        act(ny_del, "Felles møte med Fagråd for leger", (other.id,))
        act(ny_sak, "Velkommen", "1/26", del_nr=1)
        bok = await uow.boeker.opprett(Moetebok(moete.id, AT))
        await uow.boeker.laas(bok.id)
        await uow.boeker.noter(bok.id, lines)
        await uow.commit()


@pytest.fixture
def dictated(with_innkalling):
    asyncio.run(_dictate(Helsebot(with_innkalling.settings)))
    return with_innkalling


@pytest.fixture
def imported(with_innkalling):
    terminal = with_innkalling
    (terminal.folder / "referat.txt").write_text(REFERAT, encoding="utf-8")
    terminal.ok("import", str(terminal.folder / "referat.txt"), "--yes")
    return terminal


def write(terminal, *words, out="ut.txt", moete="siste", at="2026-03-20"):
    return terminal.run(
        "referat", "--moete", moete, "--out", str(terminal.folder / out), "--at", at, *words
    )


def text(terminal, *words, **where) -> str:
    result = write(terminal, *words, **where)
    assert result.exit_code == 0, result.said
    return (terminal.folder / where.get("out", "ut.txt")).read_text("utf-8")


def test_a_draft_is_written_and_marked(dictated):
    result = write(dictated)

    assert "Referat fra Administrativt samarbeidsutvalg onsdag 18. mars 2026." in result.output
    assert "utkast" in result.output
    written = (dictated.folder / "ut.txt").read_text("utf-8")
    assert "[Utkast – ikke godkjent]" in written
    assert "Sak 02/26 Tema: Digital hjemmeoppfølging – status" in written
    assert "Om en ansatt." in written


def test_the_public_version_leaves_out_what_is_unntatt(dictated):
    written = text(dictated, "--offentlig")

    assert "Om en ansatt" not in written
    assert "unntatt offentlighet, jf. offl. § 13" in written


@pytest.mark.parametrize("organ", ["fagråd for leger", "Fagråd for leger"])
def test_the_other_body_has_its_own_part_alone(dictated, organ):
    written = text(dictated, "--organ", organ)

    assert "Utvalg: Fagråd for leger" in written
    assert "Sak 1/26 Tema: Velkommen" in written
    assert "02/26" not in written


def test_an_imported_referat_in_nynorsk(imported):
    written = text(imported, "--maalform", "nn")

    assert "Til stades: Kari Nes (Lia); Ola Ås (Vang)" in written
    assert "Sak 01/26 Tema: Status" in written


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "txt", "json"])
def test_every_format_by_its_name_or_by_the_files(imported, ending):
    assert write(imported, out=f"a.{ending}").exit_code == 0
    assert write(imported, "--format", ending, out="b").exit_code == 0
    assert (imported.folder / "a.json").exists() == (ending == "json")
    assert (imported.folder / "b").stat().st_size > 100


def test_what_is_written_is_imported_with_the_same_facts(imported):
    write(imported, out="a.docx")
    read = json.loads(imported.ok("import", str(imported.folder / "a.docx"), "--json"))

    assert read["utvalg"] == "Administrativt samarbeidsutvalg"
    assert [p["navn"] for p in read["tilstede"]] == ["Kari Nes", "Ola Ås"]
    assert read["deler"][0]["saker"][0]["konklusjon"] == ["Tas til orientering."]


def test_the_bodys_own_template(imported):
    template = docx.Document()
    template.add_paragraph("Brevhode")
    template.save(str(imported.folder / "mal.docx"))

    write(imported, "--mal", str(imported.folder / "mal.docx"), out="a.docx")

    made = docx.Document(io.BytesIO((imported.folder / "a.docx").read_bytes()))
    assert made.paragraphs[0].text == "Brevhode"


@pytest.mark.parametrize(
    ("words", "where", "said"),
    [
        ((), {"moete": "99"}, "Møte 99 finnes ikke."),
        ((), {"moete": "neste"}, "Skriv nummeret på møtet eller «siste», ikke «neste»."),
        (("--format", "odt"), {}, "Formatet «odt» finnes ikke. Velg docx, pdf, html, txt eller json."),
        ((), {"out": "uten"}, "Formatet «» finnes ikke."),
        ((), {"out": "finnes/ikke/a.txt"}, "finnes ikke. Lag den først"),
        (("--format", "txt"), {"out": "."}, "er en mappe. Skriv også navnet på filen."),
        (("--organ", "Fagråd 99"), {}, "Utvalget «Fagråd 99» finnes ikke."),
        (("--maalform", "se"), {}, "Målformen må være nb eller nn, ikke «se»."),
        (("--mal", "borte.docx"), {"out": "a.docx"}, "borte.docx"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(imported, words, where, said):
    result = write(imported, *words, **where)

    assert result.exit_code == 1
    assert said in result.said


def test_a_template_is_for_word_only(imported):
    (imported.folder / "mal.docx").write_bytes(b"PK")
    result = write(imported, "--mal", str(imported.folder / "mal.docx"), out="a.pdf")

    assert result.said == "Malen brukes bare når formatet er docx."


def test_a_file_that_is_no_word_file_is_no_template(imported):
    (imported.folder / "mal.docx").write_text("hei")
    result = write(imported, "--mal", str(imported.folder / "mal.docx"), out="a.docx")

    assert result.exit_code == 1
    assert "mal.docx kan ikke brukes som mal." in result.said


def test_a_møte_without_a_referat(terminal):
    terminal.ok("import", terminal.paper(), "--yes")

    assert "har ikke noe referat ennå" in write(terminal, moete="1").said
    assert write(terminal).said == "Ingen møter har noe referat ennå."
    assert "Ingen møter i" in write(terminal, "--organ", "ASU").said


def test_the_last_is_the_last_on_that_day(imported):
    assert write(imported, at="2026-02-17").said == "Ingen møter har noe referat ennå."
    assert write(imported, at="2026-02-18").exit_code == 0
