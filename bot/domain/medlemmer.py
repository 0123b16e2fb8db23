"""Which members are the same person, in whichever organ and role they sit."""

from collections.abc import Iterable, Iterator

from bot.domain.navn import likt
from bot.domain.organ import Medlem, Organ


def samme_person(organer: Iterable[Organ], ny: Medlem, helsefellesskap_id: int) -> int | None:
    """The `person_id` among the members of `organer` that `ny`, who is to sit in a body of that
    helsefellesskap, belongs to; None for somebody new.

    The aad object id decides, in every helsefellesskap; then the e-mail, unless the aad ids contradict
    it; then the same name within the helsefellesskap, where neither aad id nor e-mail contradicts.
    None also where several persons fit equally well: nobody is ever guessed to be another.
    """
    if ny.person_id is not None:
        return ny.person_id
    alle = [(o.helsefellesskap_id, m) for o in organer for m in o.medlemmer if m.person_id is not None]
    for funnet in (_ved_aad(alle, ny), _ved_epost(alle, ny), _ved_navn(alle, ny, helsefellesskap_id)):
        personer = set(funnet)
        if personer:
            return personer.pop() if len(personer) == 1 else None
    return None


_Alle = list[tuple[int, Medlem]]


def _ved_aad(alle: _Alle, ny: Medlem) -> Iterator[int | None]:
    return (m.person_id for _, m in alle if ny.aad_id and _lik(m.aad_id, ny.aad_id))


def _ved_epost(alle: _Alle, ny: Medlem) -> Iterator[int | None]:
    return (
        m.person_id
        for _, m in alle
        if ny.epost and _lik(m.epost, ny.epost) and not _ulik(m.aad_id, ny.aad_id)
    )


def _ved_navn(alle: _Alle, ny: Medlem, helsefellesskap_id: int) -> Iterator[int | None]:
    return (
        m.person_id
        for fellesskap, m in alle
        if fellesskap == helsefellesskap_id
        and likt(m.navn, ny.navn)
        and not _ulik(m.aad_id, ny.aad_id)
        and not _ulik(m.epost, ny.epost)
    )


def _lik(en: str | None, annen: str | None) -> bool:
    return bool(en and annen) and (en or "").casefold() == (annen or "").casefold()


def _ulik(en: str | None, annen: str | None) -> bool:
    """Both are said, and not the same."""
    return bool(en and annen) and not _lik(en, annen)
