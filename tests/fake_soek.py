"""What can be searched, of FakeStore: every row looked at."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain import saksnummer
from bot.domain.soekbart import Soek, Soekbart, rekkefoelge
from bot.language.soekeord import indeksord
from tests.fake_data import Data
from tests.fake_session import FakeSession


class FakeSoek:
    def __init__(self, session: FakeSession) -> None:
        self._session = session

    async def legg(self, kilde: str, rader: Sequence[Soekbart]) -> None:
        await self._session.write(lambda data: legg(data, kilde, rader))

    async def finn(self, soek: Soek) -> list[Soekbart]:
        data = await self._session.read()
        rader = sorted(
            (rad for liste in data.soekbart.values() for rad in liste), key=lambda r: r[0].id or 0
        )
        return [rad for rad, ord_ in rader if _passer(rad, ord_, soek)][: max(0, soek.antall)]

    async def toem(self) -> None:
        await self._session.write(lambda data: data.soekbart.clear())


def legg(data: Data, kilde: str, rader: Sequence[Soekbart]) -> None:
    ordene = indeksord([f"{rad.tittel}\n{rad.tekst}" for rad in rader])
    data.soekbart[kilde] = tuple(
        (replace(rad, id=rekkefoelge(rad, plass)), frozenset(ord_.split()))
        for plass, (rad, ord_) in enumerate(zip(rader, ordene, strict=True))
    )


def _passer(rad: Soekbart, har: frozenset[str], soek: Soek) -> bool:
    return (
        all(har & set(ledd.split("|")) for ledd in soek.ord)
        and (not soek.organ_ids or bool(set(soek.organ_ids) & set(rad.organ_ids)))
        and (soek.fra is None or rad.dato >= soek.fra)
        and (soek.til is None or rad.dato <= soek.til)
        and (not soek.slag or rad.slag in soek.slag)
        and (soek.saksnr is None or soek.saksnr == _nummeret(rad))
        and _ses(rad, soek)
    )


def _ses(rad: Soekbart, soek: Soek) -> bool:
    if soek.alt or (rad.aapen and not rad.utkast):
        return True
    return bool(set(rad.organ_ids) & (soek.ser_utkast if rad.utkast else soek.ser))


def _nummeret(rad: Soekbart) -> tuple[int, int] | None:
    lest = saksnummer.parse(rad.saksnr, rad.dato.year) if rad.saksnr else None
    return (lest.nummer, lest.aar or rad.dato.year) if lest else None
