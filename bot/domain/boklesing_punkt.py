"""Reading the log: the points, their texts, and what is unntatt offentlighet."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.domain.bokakt import dato_av, folk_av
from bot.domain.bokkladd import Kladd
from bot.domain.bokstand import Punkt, Revisjon
from bot.domain.moetebok import Foering, Foeringsslag, Punktslag

_SLAG = {slag.value: slag for slag in Punktslag}


def _stemmer(verdi: list[int] | None) -> tuple[int, int, int] | None:
    return None if verdi is None else (verdi[0], verdi[1], verdi[2])


_FELT: Mapping[str, Callable[[Any], Any]] = {
    "slag": _SLAG.__getitem__,
    "hvem": folk_av,
    "frist": dato_av,
    "stemmer": _stemmer,
    "forslag": lambda verdi: verdi,
    "aapent": bool,
    "falt": bool,
    "til_vedtak": lambda verdi: verdi,
    "hjemmel": lambda verdi: verdi,
}


def _felt(verdier: Mapping[str, Any]) -> dict[str, Any]:
    return {navn: _FELT[navn](verdi) for navn, verdi in verdier.items() if navn in _FELT}


def _punkt(kladd: Kladd, linje: Foering) -> None:
    if linje.nr is not None and linje.sak in kladd.keys:
        revisjon = Revisjon(linje.tekst or "", linje.av, linje.at, linje.id or kladd.siste + 1)
        felt = _felt(linje.verdier)
        kladd.punkter[linje.nr] = Punkt(linje.nr, linje.sak or 0, revisjoner=(revisjon,), **felt)


def _endret(kladd: Kladd, linje: Foering) -> None:
    punkt = kladd.punkter.get(linje.nr or 0)
    if punkt is None:
        return
    felt = _felt(linje.verdier)
    if linje.tekst is not None:
        revisjon = Revisjon(linje.tekst, linje.av, linje.at, linje.id or kladd.siste + 1)
        felt["revisjoner"] = (*punkt.revisjoner, revisjon)
    if "frist" in felt and punkt.frist is not None and felt["frist"] != punkt.frist:
        felt["frister"] = (*punkt.frister, punkt.frist)
    kladd.punkter[punkt.nr] = replace(punkt, **felt)


def _flyttet(kladd: Kladd, linje: Foering) -> None:
    """What filled a vedtak of the sak it was in, or of the one it comes to, is told by the line."""
    if linje.sak in kladd.keys:
        _sett(kladd, linje, sak=linje.sak, til_vedtak=linje.verdier.get("til_vedtak"))


def _stroeket(kladd: Kladd, linje: Foering) -> None:
    _sett(kladd, linje, stroeket=True)


def _hentet(kladd: Kladd, linje: Foering) -> None:
    _sett(kladd, linje, stroeket=False)


def _unntatt(kladd: Kladd, linje: Foering) -> None:
    hjemmel = linje.verdier.get("hjemmel")
    if linje.nr is not None:
        _sett(kladd, linje, hjemmel=hjemmel)
        return
    plass = kladd.plass(linje.sak)
    if plass is not None:
        kladd.saker[plass] = replace(kladd.saker[plass], hjemmel=hjemmel)


def _sett(kladd: Kladd, linje: Foering, **felt: Any) -> None:
    punkt = kladd.punkter.get(linje.nr or 0)
    if punkt is not None:
        kladd.punkter[punkt.nr] = replace(punkt, **felt)


PUNKT = {
    Foeringsslag.PUNKT: _punkt,
    Foeringsslag.ENDRET: _endret,
    Foeringsslag.FLYTTET: _flyttet,
    Foeringsslag.STROEKET: _stroeket,
    Foeringsslag.HENTET: _hentet,
    Foeringsslag.UNNTATT: _unntatt,
}
