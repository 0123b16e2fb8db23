"""The other dates the papers mention: meetings of bodies, dialogmøter, frister and milepæler."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date

from bot.domain.innkalling import Hendelsestype
from bot.domain.moeter import innenfor
from bot.domain.navn import norm
from bot.domain.register import Moetehode, Register, Registrert


def uten_dubletter(registrerte: Iterable[Registrert]) -> list[Registrert]:
    """In order of date (those without one last), each said once though several papers say it."""
    sett: dict[tuple[object, ...], Registrert] = {}
    for r in registrerte:
        h = replace(r.hendelse, saksnr=None)
        sett[h.type, norm(h.hva), h.dato, h.start, h.slutt, h.sted, h.status] = r
    return sorted(sett.values(), key=lambda r: (r.hendelse.dato or date.max, r.moete_id))


def av_type(
    register: Register,
    typer: Collection[Hendelsestype],
    fellesskap_id: int | None,
    fra: date | None,
    til: date | None,
    *,
    ogsaa_uten_dato: bool = False,
    krav: Callable[[Registrert], bool] = lambda registrert: True,
) -> list[Registrert]:
    """Those of the given kinds in [fra, til), in the papers of one helsefellesskap (None: of all);
    on request also those for which no date is fixed. A møte that is registered itself is left out.
    `krav` is asked before what several papers say is put together.
    """
    return uten_dubletter(
        r
        for r in register.hendelser
        if r.hendelse.type in typer
        and _i_fellesskapet(register, r, fellesskap_id)
        and (innenfor(r.hendelse.dato, fra, til) if r.hendelse.dato else ogsaa_uten_dato)
        and not _er_registrert(register, r)
        and krav(r)
    )


def om_organ(
    register: Register, navn: Collection[str], fellesskap_id: int | None, fra: date, til: date | None = None
) -> list[Registrert]:
    """Those that name the body by one of `navn`, on days when no møte of it is registered, or was
    until it was moved.

    `fellesskap_id` (None: any) keeps to the papers of one helsefellesskap: ASU is another body
    in the next one.
    """
    kjente = {norm(n) for n in navn}
    return uten_dubletter(
        r
        for r in register.hendelser
        if r.hendelse.organ
        and norm(r.hendelse.organ) in kjente
        and r.hendelse.dato
        and innenfor(r.hendelse.dato, fra, til)
        and _i_fellesskapet(register, r, fellesskap_id)
        and not _har_moete(register, kjente, r)
    )


def kilde(register: Register, registrert: Registrert) -> Moetehode:
    """The møte whose paper mentions it."""
    return next(m for m in register.moeter if m.id == registrert.moete_id)


def _i_fellesskapet(register: Register, registrert: Registrert, fellesskap_id: int | None) -> bool:
    return fellesskap_id in (None, kilde(register, registrert).helsefellesskap_id)


def _er_registrert(register: Register, registrert: Registrert) -> bool:
    h = registrert.hendelse
    er_moete = h.type is Hendelsestype.MOETE and h.organ is not None
    return er_moete and _har_moete(register, {norm(h.organ or "")}, registrert)


def _har_moete(register: Register, kjente: set[str], registrert: Registrert) -> bool:
    fellesskap_id = kilde(register, registrert).helsefellesskap_id
    return any(
        registrert.hendelse.dato in (m.dato, m.flyttet_fra)
        and m.helsefellesskap_id == fellesskap_id
        and any(norm(n.navn) in kjente for o in m.organ_ids for n in register.organ(o).navneliste)
        for m in register.moeter
    )
