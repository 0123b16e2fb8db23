"""What a referat still lacks when the møte is closed. Nothing of it stops anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.bokstand import Boksak, Boksakslag, Bokstand, Frammoett, Punkt, Status
from bot.domain.bokvedtak import ubesvarte
from bot.domain.innkalling import Forslag
from bot.domain.moetebok import Punktslag

_KONKLUDERER = frozenset({Punktslag.KONKLUSJON, Punktslag.VEDTAK, Punktslag.UTSATT})
_UTEN_KRAV = frozenset({Boksakslag.EVENTUELT, Boksakslag.AVSLUTNING})


@dataclass(frozen=True)
class Bokmangler:
    """`saker` have neither konklusjon, vedtak nor utsatt; `uten_svar` are forslag (sak and number) without
    an answer, `aapne_plasser` vedtak whose open place nobody filled. `moeteleder` and `referent`: nobody
    is set.
    """

    saker: tuple[Boksak, ...] = ()
    uten_hvem: tuple[Punkt, ...] = ()
    uten_frist: tuple[Punkt, ...] = ()
    uten_svar: tuple[tuple[Boksak, int], ...] = ()
    aapne_plasser: tuple[Punkt, ...] = ()
    bekreftes: tuple[Frammoett, ...] = ()
    moeteleder: bool = False
    referent: bool = False

    @property
    def noe(self) -> bool:
        return self != Bokmangler()


def mangler(stand: Bokstand, forslag: Mapping[int, Sequence[Forslag]]) -> Bokmangler:
    """`forslag` by the key of the sak (`bokvedtak.forslag_i`). A sak that is utsatt owes no answers."""
    staar = [p for _, p in sorted(stand.punkter.items()) if not p.stroeket]
    loefter = [p for p in staar if p.slag is Punktslag.OPPFOELGING]
    return Bokmangler(
        saker=tuple(s for s in stand.saker if _uten_konklusjon(stand, s)),
        uten_hvem=tuple(p for p in loefter if not p.hvem),
        uten_frist=tuple(p for p in loefter if p.frist is None),
        uten_svar=tuple(_uten_svar(stand, forslag)),
        aapne_plasser=tuple(p for p in staar if _tom_plass(p, staar)),
        bekreftes=tuple(f for f in stand.frammoete if f.status is Status.BEKREFTES),
        moeteleder=stand.moeteleder is None,
        referent=not stand.referenter,
    )


def _uten_konklusjon(stand: Bokstand, sak: Boksak) -> bool:
    if sak.slag in _UTEN_KRAV or sak.under is not None:
        return False
    return not any(p.slag in _KONKLUDERER for p in stand.i_sak(sak.key))


def _uten_svar(stand: Bokstand, forslag: Mapping[int, Sequence[Forslag]]) -> list[tuple[Boksak, int]]:
    utsatt = {p.sak for p in stand.punkter.values() if p.slag is Punktslag.UTSATT and not p.stroeket}
    saker = [s for s in stand.saker if s.key in forslag and s.key not in utsatt]
    return [(sak, nr) for sak in saker for nr in ubesvarte(stand, sak.key, forslag[sak.key])]


def _tom_plass(punkt: Punkt, staar: Sequence[Punkt]) -> bool:
    fylt = any(p.til_vedtak == punkt.nr and p.slag is Punktslag.INNSPILL for p in staar)
    return punkt.slag is Punktslag.VEDTAK and punkt.aapent and not fylt
