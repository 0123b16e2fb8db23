"""The one card in the meeting's chat: the open sak, the clock against its slot, and the last points.

It is edited in place for as long as the møte goes on. Everybody in the chat sees it, so what is unntatt
offentlighet stands there as that alone.
"""

from collections.abc import Iterator

from bot.cards.element import Element, avsnitt, mellomtittel, overskrift, tekstblokk, tett
from bot.cards.melding import kort, skriveknapp
from bot.cards.ord import forkortet, klokkeslett, organnavn, sakstittel
from bot.domain.bokstand import Boksak, Punkt
from bot.domain.conversation import Button
from bot.domain.kortstand import Kortstand
from bot.domain.register import Moetehode, Register
from bot.language import skriv
from bot.turn import Message, Norsk

TEGN = 160
"""As much of a point as is shown."""
SAK, ANGRE, HEV = "referat.sak", "referat.angre", "referat.stopp"


def moetechatkort(
    norsk: Norsk, register: Register, hode: Moetehode, bok_id: int, vist: Kortstand
) -> Message:
    """Whoever is in the chat may press its buttons: who may is looked at then. Their operations follow
    from what the card shows; «Neste sak» names the sak, so that two who press it do not pass one by.
    """
    foerst = norsk.tekst("moetekort.tittel", moete=moetet(norsk, register, hode))
    linjer = [*_hvor(norsk, vist)]
    punkter = [punktlinje(norsk, punkt, sak) for punkt, sak in vist.punkter]
    siste = norsk.tekst("moetekort.siste")
    kropp: list[Element] = [overskrift(foerst), *_hode(linjer)]
    if punkter:
        kropp += [mellomtittel(siste), *(e for linje in punkter for e in avsnitt(linje))]
    samlet = "\n".join([foerst, *linjer, *([f"{siste}:", *punkter] if punkter else [])])
    return kort(samlet, kropp, _knapper(norsk, bok_id, vist), uttale=". ".join([foerst, *linjer[:1]]))


def moetet(norsk: Norsk, register: Register, hode: Moetehode) -> str:
    """«ASU torsdag 3. desember 2026»."""
    return f"{organnavn(register, hode.organ_ids, hode.dato)} {norsk.dato(hode.dato)}"


def punktlinje(norsk: Norsk, punkt: Punkt, sak: Boksak) -> str:
    """«7 · 12/24 · innspill: Kari mener …»."""
    hode = " · ".join([str(punkt.nr), *([sak.saksnr] if sak.saksnr else []), _slag(norsk, punkt)])
    if punkt.hjemmel or sak.hjemmel:
        return f"{hode}: {norsk.tekst('moetekort.unntatt')}"
    return f"{hode}: {forkortet(' '.join(punkt.tekst.split()), TEGN)}"


def _slag(norsk: Norsk, punkt: Punkt) -> str:
    return norsk.tekst(f"moetekort.slag_{punkt.slag.value}")


def _hode(linjer: list[str]) -> Iterator[Element]:
    """The first stands out: it is what people look for."""
    for nummer, linje in enumerate(linjer):
        yield tekstblokk(linje, fet=True) if nummer == 0 else tett(tekstblokk(linje, dempet=nummer > 1))


def _hvor(norsk: Norsk, vist: Kortstand) -> Iterator[str]:
    if vist.hevet:
        yield norsk.tekst("moetekort.hevet", klokke=skriv.klokke(vist.hevet))
        return
    if vist.pause:
        yield norsk.tekst("moetekort.pause", klokke=skriv.klokke(vist.pause))
    yield saken(norsk, vist.sak) if vist.sak else norsk.tekst("moetekort.ingen_sak")
    if klokke := _klokken(norsk, vist):
        yield klokke
    if vist.sak and vist.sak.ansvarlig and not vist.sak.hjemmel:
        yield norsk.tekst("moetekort.innleder", hvem=vist.sak.ansvarlig)
    if vist.neste:
        yield _neste(norsk, vist.neste)


def saken(norsk: Norsk, sak: Boksak) -> str:
    """«Sak 12/24 Tolk»; of one that is unntatt its number alone."""
    if not sak.hjemmel:
        return sakstittel(sak.saksnr, sak.tittel)
    return sakstittel(sak.saksnr, norsk.tekst("moetekort.unntatt"))


def _klokken(norsk: Norsk, vist: Kortstand) -> str:
    """«14.00–14.20 · 8 min over»."""
    tid = klokkeslett(vist.sak.start, vist.sak.slutt) if vist.sak else ""
    return " · ".join(ledd for ledd in (tid, _minutter(norsk, vist.over)) if ledd)


def _minutter(norsk: Norsk, over: int | None) -> str:
    if over is None:
        return ""
    if over > 0:
        return norsk.tekst("moetekort.over", minutter=over)
    return norsk.tekst("moetekort.igjen", minutter=-over)


def _neste(norsk: Norsk, sak: Boksak) -> str:
    tittel = saken(norsk, sak)
    tittel = f"s{tittel[1:]}" if sak.saksnr else tittel
    if sak.start is None:
        return norsk.tekst("moetekort.neste", sak=tittel)
    return norsk.tekst("moetekort.neste_kl", sak=tittel, klokke=skriv.klokke(sak.start))


def _knapper(norsk: Norsk, bok_id: int, vist: Kortstand) -> list[Button]:
    if vist.hevet:
        return []
    op = f"kort-{bok_id}-{vist.siste}"
    key = vist.neste.key if vist.neste else None
    videre = skriveknapp(
        norsk.tekst("moetekort.neste_sak"), SAK, f"{op}-n", bok=bok_id, kort=True, hva="gaa", key=key
    )
    angre = skriveknapp(norsk.tekst("moetekort.angre"), ANGRE, f"{op}-a", bok=bok_id, kort=True)
    hev = skriveknapp(norsk.tekst("moetekort.hev"), HEV, f"{op}-h", bok=bok_id, kort=True)
    sist = vist.sak is not None and vist.neste is None
    return [*([videre] if vist.neste else []), *([angre] if vist.punkter else []), *([hev] if sist else [])]
