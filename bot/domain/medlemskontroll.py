"""What is wrong with the rows of a list of members when they are seen together, body by body."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.domain.medlemsplan import Medlemsrad
from bot.domain.navn import norm
from bot.domain.organ import Medlem, Rolle
from bot.domain.tabell import Radfeil, Radstatus

NEVNES = 6
"""Seats that are named where a vara is for none of them."""


def kontroller(rader: Sequence[Medlemsrad], medlemmer: Mapping[int, Sequence[Medlem]]) -> None:
    """Adds what is wrong to the rows. `medlemmer` are those of each body, as they will be. A row that
    changes nothing is not asked more of than when it was stored.
    """
    _to_ganger(rader)
    for rad in rader:
        if rad.organ and rad.medlem and rad.status is not Radstatus.UENDRET:
            andre = medlemmer[rad.organ.id or 0]
            rad.feil += [
                *_tiden(rad.medlem),
                *_rekkefoelge(rad.medlem, andre),
                *_vara_for(rad.medlem, andre),
            ]


def _tiden(medlem: Medlem) -> Iterator[Radfeil]:
    if medlem.fra and medlem.til and medlem.fra > medlem.til:
        yield Radfeil("fra_etter_til", {})


def _to_ganger(rader: Sequence[Medlemsrad]) -> None:
    sett: defaultdict[tuple[object, ...], list[Medlemsrad]] = defaultdict(list)
    for rad in rader:
        m = rad.medlem
        if rad.organ is None or m is None:
            continue
        noekkel = (rad.organ.id, m.person_id, m.rolle, norm(m.vara_for or ""))
        foer = next((r for r in sett[noekkel] if r.medlem and _samtidig(r.medlem, m)), None)
        if foer:
            rad.feil.append(Radfeil("to_ganger", {"rad": str(foer.nummer)}))
        sett[noekkel].append(rad)


def _rekkefoelge(vara: Medlem, medlemmer: Sequence[Medlem]) -> Iterator[Radfeil]:
    andre = [m for m in medlemmer if vara.rekkefoelge is not None and _staar_i_veien(m, vara)]
    if vara.rolle is Rolle.VARA and andre:
        yield Radfeil("samme_rekkefoelge", {"tall": str(vara.rekkefoelge), "navn": andre[0].navn})


def _staar_i_veien(annen: Medlem, medlem: Medlem) -> bool:
    return (
        annen.rolle is Rolle.VARA
        and annen.person_id != medlem.person_id
        and annen.rekkefoelge == medlem.rekkefoelge
        and _plass(annen) == _plass(medlem)
        and _samtidig(annen, medlem)
    )


def _plass(vara: Medlem) -> str:
    return norm(vara.vara_for or vara.plass or "")


def _vara_for(vara: Medlem, medlemmer: Sequence[Medlem]) -> Iterator[Radfeil]:
    """A vara is for a person or a seat of the body; who has left held it as well as anybody."""
    if vara.rolle is not Rolle.VARA or not vara.vara_for:
        return
    andre = [m for m in medlemmer if m.rolle is not Rolle.VARA]
    plasser = [m.plass for m in andre if m.plass]
    kjente = {norm(navn) for navn in (*(m.navn for m in andre), *plasser)}
    if norm(vara.vara_for) not in kjente:
        plassene = ", ".join(list(dict.fromkeys(plasser))[:NEVNES])
        kode = "vara_for" if plassene else "vara_for_ingen"
        fakta = {"skrevet": vara.vara_for, **({"plasser": plassene} if plassene else {})}
        yield Radfeil(kode, fakta)


def _samtidig(en: Medlem, annen: Medlem) -> bool:
    return (en.til is None or annen.fra is None or annen.fra <= en.til) and (
        annen.til is None or en.fra is None or en.fra <= annen.til
    )
