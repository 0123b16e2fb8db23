"""What a channel wants, as plain values and back: for the store, and for the buttons of its card."""

from collections.abc import Mapping
from datetime import time
from typing import Any, TypeGuard

from bot.domain.kanaloensker import Digesttid, Kanaloensker

MAKS_DAGER = 14
_FLAGG = ("innkalling", "eventuelt", "sammendrag", "godkjent", "oppgaver")


def til_verdier(oensker: Kanaloensker) -> dict[str, Any]:
    """JSON values only, all of them, so that a later default changes nothing that was chosen."""
    digest = oensker.digest
    return {
        **{navn: getattr(oensker, navn) for navn in _FLAGG},
        "paaminnelse": oensker.paaminnelse,
        "digest": {"ukedag": digest.ukedag, "klokke": f"{digest.klokke:%H:%M}"} if digest else None,
        "hoerer_fra": list(oensker.hoerer_fra),
    }


def fra_verdier(verdier: Mapping[str, Any]) -> Kanaloensker:
    """What is unknown is passed over, and what is missing or no longer makes sense is as in a new
    channel: another version of the bot may have written it.
    """
    nye = Kanaloensker()
    flagg = {n: verdier[n] for n in _FLAGG if isinstance(verdier.get(n), bool)}
    return Kanaloensker(
        **flagg,
        paaminnelse=_dager(verdier.get("paaminnelse"), nye.paaminnelse),
        digest=_digest(verdier.get("digest")),
        hoerer_fra=_organer(verdier.get("hoerer_fra")),
    )


def _dager(verdi: object, ellers: int | None) -> int | None:
    return verdi if _tall(verdi) and 1 <= verdi <= MAKS_DAGER else ellers


def _digest(verdi: object) -> Digesttid | None:
    if not isinstance(verdi, Mapping):
        return None
    ukedag, klokke = verdi.get("ukedag"), verdi.get("klokke")
    try:
        tid = time.fromisoformat(klokke) if isinstance(klokke, str) else Digesttid().klokke
    except ValueError:
        tid = Digesttid().klokke
    return Digesttid(ukedag if isinstance(ukedag, int) and 0 <= ukedag <= 6 else 0, tid)


def _organer(verdi: object) -> tuple[int, ...]:
    return tuple(o for o in verdi if _tall(o)) if isinstance(verdi, list) else ()


def _tall(verdi: object) -> TypeGuard[int]:
    return isinstance(verdi, int) and not isinstance(verdi, bool)
