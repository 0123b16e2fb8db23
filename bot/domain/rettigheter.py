"""Who may do what. For now: who is the sekretariat, and where files are taken in."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.conversation import ConversationKind
from bot.domain.errors import Refusal


class IkkeSekretariat(Refusal):
    """Only the sekretariat may do this."""


class IkkePrivat(Refusal):
    """This is done in a 1:1 conversation only."""


@dataclass(frozen=True)
class Rettigheter:
    """`admin_ids` are aad ids. `aapen`: there is no app id, so everybody is taken for sekretariat."""

    admin_ids: frozenset[str] = frozenset()
    aapen: bool = False

    def er_sekretariat(self, aad_id: str | None) -> bool:
        return self.aapen or _finnes(self.admin_ids, aad_id)

    def krev_import(self, aad_id: str | None, kind: ConversationKind) -> None:
        """Raises IkkePrivat or IkkeSekretariat."""
        if kind is not ConversationKind.PERSONAL:
            raise IkkePrivat
        if not self.er_sekretariat(aad_id):
            raise IkkeSekretariat


def _finnes(ids: Collection[str], aad_id: str | None) -> bool:
    return bool(aad_id) and (aad_id or "").casefold() in {i.casefold() for i in ids}
