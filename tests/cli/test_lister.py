"""`helsebot bodies` and `helsebot members`: lists on the command line."""

import csv
import io

import pytest

ORGANER = """\
helsefellesskap;navn;kort;alias;fra;til;frist_dager;quorum;vedtak
Fjord og fjell;Administrativt samarbeidsutvalg;ASU;Samarbeidsutvalget;;31.12.2025;5;;
Fjord og fjell;Strategisk samarbeidsutvalg;SSU;;01.01.2026;;;;ASU 12/25
Fjord og fjell;Fagråd for barn, unge og familie;Fagråd 1;ASU-barn|Barnerådet;;;ingen;7;
"""
# The second row belongs to the first by this name.
ORGANER = ORGANER.replace("SSU;;01", "SSU;ASU;01")
MEDLEMMER = """\
organ;navn;rolle;representerer;vara_for;rekkefoelge;epost;aad_id;side
SSU;Åse Nygård;leder;Fjordbyen;;;ase@fjordbyen.example;;kommuner
SSU;Bo Sande;sekretær;;;;;;
SSU;Siv Lund;vara;Fjordbyen;Åse Nygård;1;;;kommuner
Fagråd 1;Åse Nygård;medlem;Fjordbyen;;;;;
"""
NAA = ("--at", "2026-03-02")


def fil(terminal, navn: str, tekst: str, koding: str = "utf-8-sig") -> str:
    (terminal.folder / navn).write_bytes(tekst.encode(koding))
    return str(terminal.folder / navn)


@pytest.fixture
def lagt_inn(terminal):
    terminal.ok("bodies", "import", fil(terminal, "organer.csv", ORGANER), "--yes", *NAA)
    terminal.ok("members", "import", fil(terminal, "medlemmer.csv", MEDLEMMER), "--yes", *NAA)
    return terminal


def test_bodies_are_shown_asked_about_and_stored_and_the_same_file_again_changes_nothing(terminal):
    path = fil(terminal, "organer.csv", ORGANER, "cp1252")
    nei = terminal.ok("bodies", "import", path, *NAA, typed="n\n")
    assert nei.startswith("organer.csv har disse radene: to nye og én endret.")
    assert "• Nytt helsefellesskap: Fjord og fjell" in nei
    assert nei.endswith("Ingenting er lagret.\n")
    ja = terminal.ok("bodies", "import", path, *NAA, typed="j\ny\n")
    assert "Lagret fra organer.csv: to nye og én endret." in ja
    igjen = terminal.ok("bodies", "import", path, "--yes", *NAA)
    assert igjen == "organer.csv har disse radene: tre uendret. Det er ingenting nytt å lagre.\n"


def test_a_question_in_the_old_name_still_works(lagt_inn):
    for navn in ("ASU", "Samarbeidsutvalget", "SSU"):
        assert "Fire er med" not in lagt_inn.ask(f"hvem sitter i {navn}")
        assert lagt_inn.ask(f"hvem sitter i {navn}").startswith("Tre er med i SSU:")


def test_members_with_the_same_file_again_and_with_a_change(lagt_inn):
    path = fil(lagt_inn, "medlemmer.csv", MEDLEMMER)
    igjen = lagt_inn.ok("members", "import", path, *NAA)
    assert igjen == "medlemmer.csv har disse radene: fire uendret. Det er ingenting nytt å lagre.\n"
    ny = MEDLEMMER.replace("Siv Lund;vara;Fjordbyen;Åse Nygård;1", "Siv Lund;vara;Fjordbyen;Åse Nygård;2")
    ny = ny.replace("SSU;Bo Sande;sekretær;;;;;;\n", "")
    ut = lagt_inn.ok("members", "import", fil(lagt_inn, "ny.csv", ny), "--yes", *NAA)
    assert "• Rad 3: SSU: Siv Lund; rekkefølge: 1 → 2" in ut
    assert "Står ikke i filen, og blir stående som før:\n• SSU: Bo Sande, sekretariat" in ut
    assert "Bo Sande" in lagt_inn.ask("hvem sitter i SSU")


def test_wrong_rows_are_told_by_number_and_nothing_is_stored(lagt_inn):
    feil = "organ;navn;rolle;epost\nSSU;Kari Vik;sjef;kari\nPSU;Per Moe;;\nSSU;Ny Person;medlem;\n"
    svar = lagt_inn.run("members", "import", fil(lagt_inn, "feil.csv", feil), "--yes", *NAA)
    assert svar.exit_code == 1
    assert "én ny og to som må rettes. Ingenting blir lagret før alle radene er i orden." in svar.output
    assert "• Rad 2: Kari Vik: «sjef» er ikke en rolle jeg kjenner." in svar.output
    assert "• Rad 2: Kari Vik: «kari» er ikke en e-postadresse." in svar.output
    assert "• Rad 3: Per Moe: Jeg kjenner ikke noe utvalg som heter «PSU»." in svar.output
    assert "Ny Person" not in lagt_inn.ask("hvem sitter i SSU")


def test_what_is_exported_is_imported_as_unchanged(lagt_inn):
    ut = lagt_inn.folder / "ut.csv"
    lagt_inn.ok("members", "export", "--out", str(ut))
    assert "fire uendret" in lagt_inn.ok("members", "import", str(ut), *NAA)
    bare = lagt_inn.run("members", "export", "fagråd 1").stdout_bytes
    (rad,) = csv.DictReader(io.StringIO(bare.decode("utf-8-sig")), delimiter=";")
    assert (rad["navn"], rad["epost"], rad["rolle"]) == ("Åse Nygård", "ase@fjordbyen.example", "medlem")


def test_an_export_of_an_unknown_body(lagt_inn):
    assert "«PSU»" in lagt_inn.run("members", "export", "PSU").said


@pytest.mark.parametrize(
    ("navn", "innhold", "sagt"),
    [
        ("m.csv", b"navn;rolle\nKari;leder\n", "I første rad finner jeg ikke organ."),
        ("m.csv", b"organ;navn;NAVN\nASU;Kari;Kari\n", "Kolonnen navn står to ganger."),
        ("m.csv", b"", "Filen er tom."),
        ("m.xlsx", b"PK\x03\x04", "Regneark leser jeg bare som CSV."),
        ("m.csv", b"PK\x03\x04", "Regneark leser jeg bare som CSV."),
        ("borte.csv", None, "borte.csv"),
    ],
)
def test_a_file_that_is_no_list(terminal, navn, innhold, sagt):
    if innhold is not None:
        (terminal.folder / navn).write_bytes(innhold)
    svar = terminal.run("members", "import", str(terminal.folder / navn), *NAA)
    assert svar.exit_code == 1
    assert sagt in svar.said
