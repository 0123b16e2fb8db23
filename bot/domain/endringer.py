"""What differs between two versions of a møte's papers, as facts that can be told one by one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from bot.domain.innkalling import Agendapunkt, Agendatype, Forslag, Innkalling, Saksfremlegg
from bot.domain.moete import Moete
from bot.domain.referat import Referat
from bot.domain.saksoek import Sak, saker

Verdi = str | date | time | None


@dataclass(frozen=True)
class Endring:
    """`kode` is the sentence `endring.<kode>`, `fakta` what it is filled with (None: not said)."""

    kode: str
    fakta: dict[str, Verdi] = field(default_factory=dict)


def endringer(foer: Moete, naa: Moete) -> tuple[Endring, ...]:
    """What is new, gone or different in `naa`: the møte itself first, then saker in their order."""
    return (*_moetet(foer, naa), *_innkallingen(foer, naa), *_referatet(foer.referat, naa.referat))


def _moetet(foer: Moete, naa: Moete) -> Iterator[Endring]:
    for felt in ("dato", "start", "slutt", "sted", "arkivsak"):
        fra, til = getattr(foer, felt), getattr(naa, felt)
        if fra != til:
            yield Endring(felt, {"fra": fra, "til": til})


def _innkallingen(foer: Moete, naa: Moete) -> Iterator[Endring]:
    if naa.innkalling is None:
        return
    if foer.innkalling is None:
        yield Endring("innkalling_ny")
        return
    yield from _sakene(_saker_i(foer), _saker_i(naa))
    if _pauser(foer.innkalling) != _pauser(naa.innkalling):
        yield Endring("pauser")
    if foer.innkalling.hendelser != naa.innkalling.hendelser:
        yield Endring("hendelser")


def _saker_i(moete: Moete) -> dict[str, Sak]:
    uten_referat = Moete(moete.helsefellesskap_id, moete.organ_ids, moete.dato, innkalling=moete.innkalling)
    return {s.saksnr or s.tittel: s for s in saker(uten_referat)}


def _sakene(foer: dict[str, Sak], naa: dict[str, Sak]) -> Iterator[Endring]:
    for nr, sak in naa.items():
        if nr not in foer:
            yield Endring("sak_ny", {"sak": _navn(sak)})
        else:
            yield from _saken(_navn(foer[nr]), foer[nr], sak)
    for nr, sak in foer.items():
        if nr not in naa:
            yield Endring("sak_borte", {"sak": _navn(sak)})


def _saken(navn: str, foer: Sak, naa: Sak) -> Iterator[Endring]:
    if foer.tittel != naa.tittel:
        yield Endring("sak_tittel", {"sak": navn, "til": naa.tittel})
    for felt in ("start", "minutter"):
        fra, til = _felt(foer.punkt, felt), _felt(naa.punkt, felt)
        if fra != til:
            yield Endring(f"sak_{felt}", {"sak": navn, "fra": _ord(fra), "til": _ord(til)})
    for kode, del_av in _DELER:
        if del_av(foer) != del_av(naa):
            yield Endring(kode, {"sak": navn})


def _felt(punkt: Agendapunkt | None, felt: str) -> Any:
    return getattr(punkt, felt) if punkt else None


def _ord(verdi: Any) -> Verdi:
    return str(verdi) if isinstance(verdi, int) else verdi


def _navn(sak: Sak) -> str:
    return f"{sak.saksnr} {sak.tittel}" if sak.saksnr else sak.tittel


def _ansvarlige(sak: Sak) -> list[tuple[str, str | None, str | None]]:
    return [(a.navn, a.tilknytning, a.rolle) for a in sak.punkt.ansvarlige] if sak.punkt else []


def _punkter(sak: Sak) -> list[str]:
    return sak.punkt.punkter if sak.punkt else []


def _fremlegg(sak: Sak) -> Saksfremlegg:
    return sak.fremlegg or Saksfremlegg("", "")


def _forslag(sak: Sak) -> list[Forslag]:
    return _fremlegg(sak).forslag_til_vedtak


def _resten(sak: Sak) -> tuple[Any, ...]:
    f = _fremlegg(sak)
    return f.seksjoner, f.saksansvarlig, f.saksbehandler


_DELER: tuple[tuple[str, Callable[[Sak], Any]], ...] = (
    ("sak_ansvarlige", _ansvarlige),
    ("sak_punkter", _punkter),
    ("sak_forslag", _forslag),
    ("sak_vedlegg", lambda sak: _fremlegg(sak).vedlegg),
    ("sak_tekst", _resten),
)


def _pauser(innkalling: Innkalling) -> list[tuple[time | None, time | None]]:
    return [(p.start, p.slutt) for p in innkalling.agenda if p.type is Agendatype.PAUSE]


def _referatet(foer: Referat | None, naa: Referat | None) -> Iterator[Endring]:
    if naa is None or foer == naa:
        return
    if foer is None:
        yield Endring("referat_nytt")
        return
    for kode, felter in _REFERATET:
        if any(getattr(foer, f) != getattr(naa, f) for f in felter):
            yield Endring(kode)


_REFERATET = (
    ("referat_frammoete", ("moeteleder", "referenter", "tilstede", "forfall")),
    ("referat_saker", ("deler",)),
    ("referat_oppfoelging", ("oppfoelging",)),
    ("hendelser", ("hendelser",)),
)
