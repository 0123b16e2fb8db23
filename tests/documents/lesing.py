"""A paper written in a test, read as `helsebot import` would read it."""

from bot.documents import extract, innkalling
from bot.domain.innkalling import Agendapunkt, Innkalling, Saksfremlegg
from bot.domain.reading import Reading


def les(tekst: str) -> Reading:
    return innkalling.read(extract.rows(tekst.encode()))


def innkallingen(tekst: str) -> Innkalling:
    lest = les(tekst).innkalling
    assert lest is not None
    return lest


HODE = """MØTEINNKALLING
Utvalg: Fagråd for rehabilitering
Møtested: Rådhuset i Vik
Møtedato: 17.04.2024 kl. 12.00 – 15.00
"""


def sakslisten(linjer: str) -> list[Agendapunkt]:
    """The saksliste of a møte in April 2024."""
    return innkallingen(f"{HODE}\nSAKSLISTE\n{linjer}").agenda


def saken(tekst: str) -> Saksfremlegg:
    """The saksfremlegg of sak 2/24."""
    paper = f"{HODE}\nSAKSLISTE\nSak 1/24 Godkjenning\nSak 2/24 Legevakt\n\nSAKSFREMLEGG\n\n{tekst}"
    (fremlegg,) = innkallingen(paper).saksfremlegg
    return fremlegg


def kort(punkt: Agendapunkt) -> str:
    """«12.00-12.10 1/24 Tittel [punkt; punkt] (Navn, sted; Navn) 10» with what there is."""
    fra, til = (f"{t:%H.%M}" if t else "" for t in (punkt.start, punkt.slutt))
    folk = [", ".join(filter(None, (a.navn, a.rolle, a.tilknytning))) for a in punkt.ansvarlige]
    deler = (
        f"{fra}-{til}" if fra else "",
        punkt.saksnr or punkt.type.value,
        punkt.tittel,
        f"[{'; '.join(punkt.punkter)}]" if punkt.punkter else "",
        f"({'; '.join(folk)})" if folk else "",
        str(punkt.minutter) if punkt.minutter is not None else "",
    )
    return " ".join(filter(None, deler))
