"""Reading the log: who is there, who is not, who came and went."""

from dataclasses import replace
from datetime import time
from typing import Any

from bot.domain.bokakt import hvem_av, klokke_av
from bot.domain.bokkladd import Kladd
from bot.domain.bokstand import Frammoett, Status
from bot.domain.moetebok import Foering, Foeringsslag
from bot.domain.plasser import ident

_SAGT = ("tilknytning", "rolle", "vara_for", "vara", "teams")


def _den(kladd: Kladd, linje: Foering) -> tuple[tuple[int, int | str], Frammoett | None]:
    del_nr = linje.verdier.get("del", 0)
    key = (del_nr, ident(hvem_av(linje.verdier["hvem"])))
    return key, kladd.frammoete.get(key)


def _ny(linje: Foering, status: Status) -> Frammoett:
    return Frammoett(hvem_av(linje.verdier["hvem"]), status, del_nr=linje.verdier.get("del", 0))


def _sagt(linje: Foering) -> dict[str, Any]:
    felt = {navn: linje.verdier[navn] for navn in _SAGT if navn in linje.verdier}
    klokker = {navn: klokke_av(linje.verdier[navn]) for navn in ("kom", "gikk") if navn in linje.verdier}
    return felt | klokker


def _til_stede(kladd: Kladd, linje: Foering) -> None:
    key, foer = _den(kladd, linje)
    status = Status.BEKREFTES if linje.verdier.get("bekreftes") else Status.TIL_STEDE
    kladd.frammoete[key] = replace(foer or _ny(linje, status), status=status, **_sagt(linje))


def _forfall(kladd: Kladd, linje: Foering) -> None:
    key, foer = _den(kladd, linje)
    borte = replace(foer or _ny(linje, Status.FORFALL), **_sagt(linje))
    kladd.frammoete[key] = replace(borte, status=Status.FORFALL, kom=None, gikk=None, borte=(), teams=False)


def _kom(kladd: Kladd, linje: Foering) -> None:
    key, foer = _den(kladd, linje)
    klokke = klokke_av(linje.verdier.get("klokke"))
    kladd.frammoete[key] = replace(
        _inne(foer or _ny(linje, Status.TIL_STEDE), klokke), status=Status.TIL_STEDE
    )


def _inne(person: Frammoett, klokke: time | None) -> Frammoett:
    """Who comes again was away in between; a clock before they went is when they first came."""
    if klokke is None or person.status is Status.FORFALL:
        return replace(person, kom=klokke)
    if person.gikk is not None and klokke >= person.gikk:
        return replace(person, gikk=None, borte=(*person.borte, (person.gikk, klokke)))
    if person.borte and klokke >= person.borte[-1][0]:
        return replace(person, borte=(*person.borte[:-1], (person.borte[-1][0], klokke)))
    return replace(person, kom=klokke)


def _gikk(kladd: Kladd, linje: Foering) -> None:
    key, foer = _den(kladd, linje)
    person = foer or _ny(linje, Status.TIL_STEDE)
    gikk = klokke_av(linje.verdier.get("klokke"))
    kladd.frammoete[key] = replace(person, status=Status.TIL_STEDE, gikk=gikk)


def _teams(kladd: Kladd, linje: Foering) -> None:
    """What Teams tells holds for nothing until it is confirmed, and nothing against what a person said."""
    key, foer = _den(kladd, linje)
    if foer is not None and foer.status is Status.TIL_STEDE:
        return
    person = replace(foer or _ny(linje, Status.BEKREFTES), teams=True)
    klokke = klokke_av(linje.verdier.get("klokke"))
    if not linje.verdier.get("inn"):
        person = replace(person, gikk=klokke)
    elif person.gikk is not None or klokke is not None:
        person = _inne(person, klokke)
    kladd.frammoete[key] = replace(person, status=Status.BEKREFTES)


def _ikke_med(kladd: Kladd, linje: Foering) -> None:
    kladd.frammoete.pop(_den(kladd, linje)[0], None)


FOLK = {
    Foeringsslag.TIL_STEDE: _til_stede,
    Foeringsslag.FORFALL: _forfall,
    Foeringsslag.KOM: _kom,
    Foeringsslag.GIKK: _gikk,
    Foeringsslag.TEAMS: _teams,
    Foeringsslag.IKKE_MED: _ikke_med,
}
