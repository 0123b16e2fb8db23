"""How the oppgaver follow the møtebok: what an act in it comes to for the oppgave of each oppfølging.

Only what the act changed is carried over, so that a frist somebody has set on the oppgave since stands
when the referent mends a letter of the point.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.domain import oppgaver
from bot.domain.bokstand import Boksak, Bokstand, Punkt
from bot.domain.moetebok import Moetebok, Punktslag
from bot.domain.oppgave import Oppgave, Oppgavetilstand
from bot.domain.oppgaver import Handling

_BESLUTTER = frozenset({Punktslag.VEDTAK, Punktslag.KONKLUSJON})
_FALLER_BORT = re.compile(
    r"\boppg[aå]ve (?:nr\.? |nummer )?(\d{1,5})"
    r" (?:faller bort|fell bort|bortfaller|utgår|går ut|er uaktuell)\b",
    re.IGNORECASE,
)


def bortfall(foer: Bokstand, etter: Bokstand) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """Oppgaver of the body that a vedtak or a konklusjon drops since the act («oppgave 3 faller bort»), and
    those that none drops any more: the number of the oppgave, and the key of the sak.
    """
    a, b = _droppet(foer), _droppet(etter)
    return {nr: b[nr] for nr in b.keys() - a.keys()}, {nr: a[nr] for nr in a.keys() - b.keys()}


def _droppet(stand: Bokstand) -> dict[int, int]:
    besluttet = [p for p in stand.punkter.values() if p.slag in _BESLUTTER and not p.stroeket]
    return {int(nr): p.sak for p in besluttet for nr in _FALLER_BORT.findall(p.tekst)}


def beroerte(foer: Bokstand, etter: Bokstand) -> list[int]:
    """The numbers of the oppfølginger that are otherwise after the act, or whose sak is."""
    a, b = _oppfoelginger(foer), _oppfoelginger(etter)
    saker = _endrede_saker(foer, etter)
    return [nr for nr in sorted(a.keys() | b.keys()) if a.get(nr) != b.get(nr) or _i(b.get(nr), saker)]


def _i(punkt: Punkt | None, saker: frozenset[int]) -> bool:
    return punkt is not None and punkt.sak in saker


def _oppfoelginger(stand: Bokstand) -> Mapping[int, Punkt]:
    """Those that stand."""
    return {nr: p for nr, p in stand.punkter.items() if p.slag is Punktslag.OPPFOELGING and not p.stroeket}


def _endrede_saker(foer: Bokstand, etter: Bokstand) -> frozenset[int]:
    if foer.saker == etter.saker:
        return frozenset()
    gamle = {s.key: _merke(s) for s in foer.saker}
    return frozenset(s.key for s in etter.saker if s.key in gamle and gamle[s.key] != _merke(s))


def _merke(sak: Boksak) -> tuple[str | None, ...]:
    return sak.saksnr, sak.tittel, sak.hjemmel


def ny(bok: Moetebok, organ_id: int, etter: Bokstand, nr: int, h: Handling) -> Oppgave | None:
    """The oppgave of an oppfølging that has none; None where it does not stand."""
    punkt = _oppfoelginger(etter).get(nr)
    if punkt is None:
        return None
    laget = Oppgave(
        organ_id,
        bok.moete_id,
        punkt.tekst,
        ansvarlige=punkt.hvem,
        frist=punkt.frist,
        frister=punkt.frister,
        bok_id=bok.id,
        punkt=nr,
    )
    return oppgaver.laget(_i_saken(laget, etter, punkt), h)


def fulgt(oppgave: Oppgave, foer: Bokstand, etter: Bokstand, nr: int, h: Handling) -> Oppgave:
    """The oppgave as the act leaves it; itself where nothing is to be changed."""
    punkt = _oppfoelginger(etter).get(nr)
    if punkt is None:
        return oppgaver.trukket(oppgave, h)
    if oppgave.tilstand is Oppgavetilstand.TRUKKET:
        oppgave = oppgaver.gjenaapnet(oppgave, h)
    gammelt = _oppfoelginger(foer).get(nr)
    return _i_saken(_innhold(oppgave, gammelt, punkt, h), etter, punkt)


def _innhold(oppgave: Oppgave, foer: Punkt | None, punkt: Punkt, h: Handling) -> Oppgave:
    if foer is None or foer.tekst != punkt.tekst:
        oppgave = oppgaver.med_tekst(oppgave, punkt.tekst, h)
    if foer is None or foer.hvem != punkt.hvem:
        oppgave = oppgaver.med_ansvarlige(oppgave, punkt.hvem, h)
    if foer is not None and foer.frist == punkt.frist:
        return oppgave
    if foer is not None and len(punkt.frister) < len(foer.frister):
        return oppgaver.uten_siste_frist(oppgave, punkt.frist, h)
    # Brought back it has the frist it had; one set since it was struck would be in `frister`.
    if foer is None and (punkt.frist == oppgave.frist or punkt.frist in oppgave.frister):
        return oppgave
    return oppgaver.med_frist(oppgave, punkt.frist, h)


def _i_saken(oppgave: Oppgave, stand: Bokstand, punkt: Punkt) -> Oppgave:
    """Where it belongs is no history of the oppgave: the møtebok has it."""
    sak = stand.sak(punkt.sak)
    hjemmel = punkt.hjemmel or sak.hjemmel
    return replace(oppgave, sak=sak.saksnr or sak.tittel, sak_tittel=sak.tittel, hjemmel=hjemmel)
