"""What the text of a sak refers to: links under its card, and «Sjekk dette» when a paper is imported."""

from datetime import date

from bot.domain.reading import Reading
from bot.domain.referat import Referat, Referatdel, Referatsak
from tests.dialogs import eksempel


def et_referat(dag: date, nr: str, *punkter: str) -> Reading:
    sak = Referatsak(nr, f"Havneplanen {nr}", konklusjon=["Tas til orientering."], punkter=list(punkter))
    utvalg = "Administrativt samarbeidsutvalg"
    return Reading(referat=Referat(utvalg=utvalg, dato=dag, deler=[Referatdel([sak])]))


async def test_lenker_under_saken(tom):
    await tom.har(
        eksempel.lest_innkalling(),
        et_referat(date(2024, 3, 6), "13/24"),
        et_referat(date(2024, 4, 3), "14/24", "Bygger på sak 13/24 i møte 06.03.24 og sak 77/23."),
    )
    svar = await tom.si("anne", "vis sak 14/24")
    assert "Teksten viser til:" in svar
    knapp = svar.knapp("Sak 13/24 ASU 6. mars 2024")
    assert "Havneplanen 13/24" in await tom.trykk("anne", knapp)


async def test_sjekk_dette_ved_import(tom):
    await tom.har(eksempel.lest_innkalling(), et_referat(date(2024, 3, 6), "13/24"))
    tom.files.readings["nytt.pdf"] = et_referat(
        date(2024, 4, 3), "14/24", "Bygger på sak 13/24 i møte 06.03.24 og sak 77/23."
    )
    svar = await tom.slipp("anne", "nytt.pdf")
    assert "Teksten viser til «sak 77/23», men saken finnes ikke i papirene jeg har fått." in svar
    assert "«sak 13/24 i møte 06.03.24»" not in svar
