"""An innkalling as blocks: saksliste and saksfremlegg in the committees' own form, so that what is written
reads back the same (`bot.documents.innkalling`).
"""

from collections.abc import Iterable, Iterator
from datetime import time

from bot.documents.blokker import Avsnitt, Blokk, Dokument, Felt, Overskrift, Punkt, Tabell
from bot.domain.innkalling import Agendapunkt, Ansvarlig, Forslag, Innkalling, Saksfremlegg, Seksjon
from bot.turn import Norsk

_KULE = "• "
_BREDDER = (0.16, 0.11, 0.39, 0.25, 0.09)


def dokument(innkalling: Innkalling, organ: str, norsk: Norsk) -> Dokument:
    """`organ` is the body's full name where the paper has none."""
    utvalg = innkalling.utvalg or organ
    tittel = norsk.tekst("innkallingsdokument.tittel")
    dato = f" {norsk.dato(innkalling.dato)}" if innkalling.dato else ""
    return Dokument(
        tittel=f"{tittel} {utvalg}{dato}",
        blokker=(
            Overskrift(tittel.upper(), 1),
            *_hode(innkalling, utvalg, norsk),
            *_saksliste(innkalling.agenda, norsk),
            *(blokk for fremlegg in innkalling.saksfremlegg for blokk in _fremlegg(fremlegg, norsk)),
        ),
        maalform=norsk.maalform.value,
        forfatter=utvalg,
        side=norsk.tekst("dokument.side", nr="{nr}", antall="{antall}"),
    )


def _hode(innkalling: Innkalling, utvalg: str, norsk: Norsk) -> Iterator[Blokk]:
    tid = _tidsrom(innkalling.start, innkalling.slutt)
    dato = f"{innkalling.dato:%d.%m.%Y}" if innkalling.dato else ""
    felt = (
        (norsk.tekst("dokument.utvalg"), utvalg),
        (norsk.tekst("dokument.arkivsak"), innkalling.arkivsak or ""),
        (norsk.tekst("dokument.moetested"), innkalling.moetested or ""),
        (norsk.tekst("innkallingsdokument.moetedato"), " kl. ".join(ledd for ledd in (dato, tid) if ledd)),
    )
    yield from (Felt(navn, verdi) for navn, verdi in felt if verdi)


def _tidsrom(start: time | None, slutt: time | None) -> str:
    return " – ".join(f"{klokke:%H.%M}" for klokke in (start, slutt) if klokke)


def _saksliste(agenda: list[Agendapunkt], norsk: Norsk) -> Iterator[Blokk]:
    if not agenda:
        return
    yield Overskrift(norsk.tekst("innkallingsdokument.saksliste"), 2)
    hode = ("klokke", "saksnr", "saker", "ansvarlig", "tid")
    kolonner = tuple(norsk.tekst(f"innkallingsdokument.{navn}") for navn in hode)
    yield Tabell(kolonner, tuple(_rad(punkt) for punkt in agenda), _BREDDER)


def _rad(punkt: Agendapunkt) -> tuple[str, ...]:
    return (
        "–".join(f"{klokke:%H.%M}" for klokke in (punkt.start, punkt.slutt) if klokke),
        punkt.saksnr or "",
        "\n".join([punkt.tittel, *(f"{_KULE}{under}" for under in punkt.punkter)]),
        "\n".join(map(_ansvarlig, punkt.ansvarlige)),
        "" if punkt.minutter is None else str(punkt.minutter),
    )


def _ansvarlig(ansvarlig: Ansvarlig) -> str:
    return ", ".join(ledd for ledd in (ansvarlig.navn, ansvarlig.rolle, ansvarlig.tilknytning) if ledd)


def _fremlegg(fremlegg: Saksfremlegg, norsk: Norsk) -> Iterator[Blokk]:
    yield Overskrift(norsk.tekst("innkallingsdokument.saksfremlegg"), 2)
    yield Overskrift(norsk.tekst("innkallingsdokument.sak", nr=fremlegg.saksnr, tittel=fremlegg.tittel), 3)
    felt = (
        (norsk.tekst("dokument.utvalg"), fremlegg.utvalg or ""),
        (norsk.tekst("dokument.dato"), f"{fremlegg.dato:%d.%m.%Y}" if fremlegg.dato else ""),
        (norsk.tekst("innkallingsdokument.saksansvarlig"), "/".join(fremlegg.saksansvarlig)),
        (norsk.tekst("innkallingsdokument.saksbehandler"), "/".join(fremlegg.saksbehandler)),
    )
    yield from (Felt(navn, verdi) for navn, verdi in felt if verdi)
    yield from _forslagene(fremlegg.forslag_til_vedtak, norsk)
    if fremlegg.vedlegg:
        yield Overskrift(norsk.tekst("innkallingsdokument.vedlegg"), 4)
        yield from map(Punkt, fremlegg.vedlegg)
    for seksjon in fremlegg.seksjoner:
        yield from _seksjon(seksjon)


def _forslagene(forslagene: list[Forslag], norsk: Norsk) -> Iterator[Blokk]:
    if not forslagene:
        return
    yield Overskrift(norsk.tekst("dokument.forslag"), 4)
    for forslag in forslagene:
        yield from _linjer(f"{forslag.nr}. {forslag.tekst}" if forslag.nr else forslag.tekst)
        for under in forslag.underpunkter:
            yield Avsnitt(f"{under.bokstav}) {under.tekst}") if under.bokstav else Punkt(under.tekst)
        if forslag.aapent_for_innspill:
            yield Punkt("")


def _seksjon(seksjon: Seksjon) -> Iterator[Blokk]:
    if seksjon.overskrift:
        yield Overskrift(seksjon.overskrift, 4)
    yield from _linjer(seksjon.tekst)


def _linjer(tekst: str) -> Iterable[Blokk]:
    for linje in tekst.splitlines():
        if linje.startswith(_KULE):
            yield Punkt(linje.removeprefix(_KULE))
        elif linje.strip():
            yield Avsnitt(linje)
