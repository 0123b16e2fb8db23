"""The house of moetefolk with a referat of the ASU of 15 May that is closed, and on its way."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.domain import bokloep, bokpunkt
from bot.domain.bokaapning import aapne
from bot.domain.bokakt import Akt
from bot.domain.bokframmoete import forfall, som_vara, til_stede
from bot.domain.bokgodkjenning import hode_etter
from bot.domain.boklesing import les
from bot.domain.bokstand import Bokstand
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moetebok import Foering, Moetebok, Punktslag
from bot.domain.organ import Medlem, Rolle
from bot.domain.stilling import Stilling
from dialogs.bokoppgaver import synk
from tests.dialogs.chat import Chat, Svar, kl
from tests.dialogs.moetefolk import ANNE, ASUKANAL, BERIT, LIV, OLGA, OVE, SIRI, Huset, bygg

__all__ = [
    "ANNE",
    "ASUKANAL",
    "BERIT",
    "LIV",
    "OLGA",
    "OVE",
    "SIRI",
    "UKJENT",
    "Bokhus",
    "bygg_bok",
    "med_navnet",
]
UKJENT = "petter fremmed"
ETTER = "2024-05-15T15:30"
"""The møte is closed, on the day."""
DAGEN_ETTER = "2024-05-16T09:00"
ETTER_FRISTEN = "2024-06-04T09:00"
"""The day after the frist of ten working days (two days between are feasts)."""


class Bokhus:
    """Anne led it, Ove kept it; Berit had forfall and Liv met for her seat."""

    def __init__(self, huset: Huset, moete: Moete, bok: Moetebok) -> None:
        self.huset, self.moete, self.chat = huset, moete, huset.chat
        self.bok_id = bok.id or 0

    async def si(self, hvem: str, linje: str, at: str = DAGEN_ETTER, **mer: Any) -> Svar:
        return await self.chat.si(hvem, linje, at=at, **mer)

    async def trykk(self, hvem: str, knapp: Any, at: str = DAGEN_ETTER, **mer: Any) -> Svar:
        return await self.chat.trykk(hvem, knapp, at=at, **mer)

    async def send(self, at: str = DAGEN_ETTER) -> Svar:
        svar = await self.si(OVE, "send referatet til godkjenning", at=at)
        return await self.trykk(OVE, svar.knapp("Ja"), at=at)

    async def godkjenn(self, at: str = DAGEN_ETTER) -> Svar:
        svar = await self.si(ANNE, "godkjenn referatet", at=at)
        return await self.trykk(ANNE, svar.knapp("Ja"), at=at)

    async def bok(self) -> tuple[Moetebok, Bokstand, list[Foering]]:
        async with self.chat.store.turn() as uow:
            bok = await uow.boeker.hent(self.bok_id)
            linjer = await uow.boeker.les(self.bok_id)
        assert bok is not None
        return bok, les(linjer), linjer

    async def stand(self) -> Bokstand:
        return (await self.bok())[1]

    async def referatet(self, moete_id: int | None = None) -> Any:
        return (await self.huset.moete(moete_id or self.moete.id)).referat


async def bygg_bok(chat: Chat | None = None, *, send: bool = False, **organ: Any) -> Bokhus:
    """`organ`: how ASU works. `send`: it is to be approved, the morning after."""
    huset = await bygg(chat or Chat(admins={"aad-kontoret"}))
    if organ:
        async with huset.chat.store.turn() as uow:
            asu = (await uow.register()).organ(huset.asu.id or 0)
            for navn, verdi in organ.items():
                setattr(asu, navn, verdi)
            await uow.save_organ(asu)
            await uow.commit()
    hus = Bokhus(huset, huset.mai, await foert(huset, huset.mai))
    if send:
        await hus.send()
    return hus


async def foert(huset: Huset, moete: Moete, dag: str = "2024-05-15", *, hev: bool = True) -> Moetebok:
    """A møtebok of that møte: two saker with something in them, one oppgave each for Siri and a seat."""
    store = huset.chat.store
    async with store.turn() as uow:
        register = await uow.register()
        hvem = {
            m.navn.lower(): Hvem(m.navn, m.person_id) for m in register.organ(huset.asu.id or 0).medlemmer
        }
        at = kl(f"{dag}T12:00").astimezone(UTC)
        bok = await uow.boeker.opprett(Moetebok(moete.id or 0, at))
        linjer = _linjer(await uow.moete(moete.id or 0), register, hvem, at, hev=hev)
        lagret = await uow.boeker.noter(bok.id or 0, linjer)
        stand = les(lagret)
        hodet = hode_etter(bok, stand)
        await uow.boeker.lagre(hodet)
        hode = register.hode(moete.id or 0)
        await synk(uow, hodet, hode, les(()), stand, hvem[OVE], at)
        await uow.commit()
    return hodet


def _linjer(moete: Any, register: Any, hvem: dict[str, Hvem], at: datetime, *, hev: bool) -> list[Foering]:
    akter = iter(Akt(hvem[OVE], at, f"akt-{moete.id}-{n}") for n in range(99))
    linjer = list(aapne(moete, register, Stilling(), next(akter)))

    def gjoer(handling: Any, *hva: Any, **mer: Any) -> None:
        linjer.extend(handling(les(linjer), next(akter), *hva, **mer))

    gjoer(bokloep.sett_moeteleder, hvem[ANNE])
    gjoer(bokloep.sett_referenter, [hvem[OVE]])
    gjoer(til_stede, [hvem[ANNE], hvem[SIRI], hvem[OVE], hvem[LIV]])
    gjoer(forfall, [hvem[BERIT]])
    gjoer(som_vara, hvem[LIV], "Nordre region")
    if not les(linjer).saker:
        for nr, tittel in (("01/24", "Godkjenning av saksliste og referat"), ("02/24", "Vakt")):
            gjoer(bokloep.ny_sak, tittel, nr)
    saker = les(linjer).saker
    gjoer(bokloep.aapne_sak, saker[0].key)
    if not hev:
        return linjer
    gjoer(bokpunkt.nytt, Punktslag.KONKLUSJON, "Innkallingen er godkjent.")
    gjoer(bokloep.aapne_sak, saker[1].key)
    gjoer(bokpunkt.nytt, Punktslag.KONKLUSJON, "Tas til orientering.")
    gjoer(bokpunkt.nytt, Punktslag.OPPFOELGING, "Siri skriver brevet", hvem=[hvem[SIRI]])
    gjoer(
        bokpunkt.nytt,
        Punktslag.OPPFOELGING,
        "Nordre region finner en kontakt",
        hvem=[Hvem("Nordre region")],
    )
    gjoer(bokloep.hev)
    return linjer


async def med_navnet(hus: Bokhus, navn: str) -> str:
    """A member of ASU whom nothing but the name ties."""
    async with hus.chat.store.turn() as uow:
        asu = (await uow.register()).organ(hus.huset.asu.id or 0)
        await uow.save_organ(replace(asu, medlemmer=[*asu.medlemmer, Medlem(navn, Rolle.MEDLEM)]))
        await uow.commit()
    return navn.lower()
