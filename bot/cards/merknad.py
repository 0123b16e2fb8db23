"""The sentences under «Sjekk dette»."""

from datetime import date

from bot.cards.ord import stor
from bot.domain.reading import Merknad
from bot.language import skriv
from bot.turn import Norsk

DAGER = ("dato", "moetedato")


def merknadslinje(norsk: Norsk, merknad: Merknad) -> str:
    """What to check, and where. One that was stored with its words keeps them."""
    if merknad.tekst:
        return merknad.tekst
    fakta = {**merknad.fakta, **_dager(norsk, merknad.fakta), "hvor": _hvor(norsk, merknad.fakta)}
    if "numre" in fakta:
        fakta["numre"] = skriv.liste(fakta["numre"].split(", "))
    return stor(norsk.tekst(f"merknad.{merknad.kode}_{merknad.slag}", **fakta))


def _dager(norsk: Norsk, fakta: dict[str, str]) -> dict[str, str]:
    """Days as the papers write them («17.04.2024»), and the weekday of `dato`."""
    dager = {navn: date.fromisoformat(fakta[navn]) for navn in DAGER if navn in fakta}
    skrevet = {navn: f"{dag:%d.%m.%Y}" for navn, dag in dager.items()}
    return skrevet | ({"ukedag": norsk.dato(dager["dato"]).partition(" ")[0]} if "dato" in dager else {})


def _hvor(norsk: Norsk, fakta: dict[str, str]) -> str:
    """«på sakslisten», «under «Felles møte»» where a list is meant; else «sak 12/24», «Sakslisten»."""
    tittel = fakta.get("tittel")
    if "sted" in fakta and tittel:
        return norsk.tekst("merknad.under", tittel=tittel)
    if "sted" in fakta:
        return norsk.tekst(f"merknad.i_{fakta['sted']}")
    if "saksnr" in fakta:
        return norsk.tekst("ingen.i_sak", saksnr=fakta["saksnr"])
    return f"«{tittel}»" if tittel else norsk.tekst("merknad.saksliste")
