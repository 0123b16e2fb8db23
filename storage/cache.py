"""What is known of the database between turns: pictures that nobody changes."""

from collections import OrderedDict

from bot.domain.moete import Moete
from bot.domain.register import Register

_MOETER = 64


class Cache:
    """One a process. Asked by version, so that another process's write is seen."""

    def __init__(self) -> None:
        self._register: Register | None = None
        self._moeter: OrderedDict[int, Moete] = OrderedDict()

    def register(self, versjon: int) -> Register | None:
        found = self._register
        return found if found is not None and found.versjon == versjon else None

    def keep_register(self, register: Register) -> None:
        self._register = register

    def moete(self, moete_id: int, versjon: int) -> Moete | None:
        found = self._moeter.get(moete_id)
        if found is None or found.versjon != versjon:
            return None
        self._moeter.move_to_end(moete_id)
        return found

    def keep_moete(self, moete: Moete) -> None:
        """The ones asked for last stay."""
        assert moete.id is not None
        self._moeter[moete.id] = moete
        self._moeter.move_to_end(moete.id)
        if len(self._moeter) > _MOETER:
            self._moeter.popitem(last=False)
