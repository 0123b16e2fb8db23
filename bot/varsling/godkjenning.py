"""A referat on its way from utkast to godkjent: whom to tell of what."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.cards import godkjenning, merknader
from bot.cards.godkjenning import Utsendt
from bot.domain.bokmottakere import Mottaker, delmottakere, mottakere, oppgavene, varaen
from bot.domain.bokreferat import til_referat
from bot.domain.bokstand import Bokstand, Referatmerknad
from bot.domain.frammoete import Hvem
from bot.domain.moete import Moete
from bot.domain.moetebok import Foering, Foeringsslag, Moetebok
from bot.domain.oppgave import Oppgave
from bot.domain.organ import Rolle
from bot.domain.register import Moetehode, Register
from bot.domain.utboks import Varselslag
from bot.turn import Message, Norsk
from bot.varsling.varsler import Naadd, Varsel, Varsler


@dataclass(frozen=True)
class Sak:
    """A møtebok with what every message about it is worded from."""

    register: Register
    hode: Moetehode
    bok: Moetebok
    stand: Bokstand
    linjer: Sequence[Foering] = ()

    @property
    def id(self) -> int:
        return self.bok.id or 0


def utsendt(
    sak: Sak, moete: Moete, oppgaver: Iterable[Oppgave], til: Mottaker, *, offentlig: bool = False
) -> Utsendt:
    """What of it is told to that person."""
    vara = varaen(sak.stand, til)
    return Utsendt(
        sak.register,
        sak.hode,
        sak.id,
        til_referat(sak.stand, moete, sak.register, offentlig=offentlig),
        sak.hode.dato,
        sak.stand.tilstand,
        sak.stand.merknadsfrist,
        oppgavene(oppgaver, til),
        vara.person.navn if vara else None,
    )


async def send_ut(
    varsler: Varsler, sak: Sak, moete: Moete, oppgaver: Sequence[Oppgave]
) -> list[tuple[Mottaker, Naadd]]:
    """To its members and to whoever met; to those with forfall what they missed. A part that is another
    body's too goes to that body's. What became of each.
    """
    felles = utsendt(sak, moete, (), Mottaker(Hvem("")))
    naadde = [
        (m, await _til(varsler, sak, m, _deres(felles, sak, oppgaver, m)))
        for m in mottakere(sak.stand, sak.register, sak.hode)
    ]
    for nr, m in delmottakere(sak.stand, sak.register, sak.hode):
        delen = til_referat(sak.stand, moete, sak.register, del_nr=nr)
        u = replace(_deres(felles, sak, oppgaver, m), referat=delen, del_nr=nr)
        naadde.append((m, await _til(varsler, sak, m, u)))
    return naadde


def _deres(felles: Utsendt, sak: Sak, oppgaver: Sequence[Oppgave], til: Mottaker) -> Utsendt:
    vara = varaen(sak.stand, til)
    navn = vara.person.navn if vara else None
    return replace(felles, oppgaver=oppgavene(oppgaver, til), vara=navn)


async def _til(varsler: Varsler, sak: Sak, m: Mottaker, u: Utsendt) -> Naadd:
    kortet = godkjenning.gikk_glipp if m.borte else godkjenning.til_godkjenning
    gang = sak.stand.sendt.isoformat() if sak.stand.sendt else ""
    delen = f":{u.del_nr}" if u.del_nr else ""
    varsel = _varsel(sak, f"referat:{sak.id}:{gang}{delen}", lambda norsk: kortet(norsk, u))
    if m.hvem.person_id is None:
        return Naadd.UKJENT
    return await varsler.til_person(m.hvem.person_id, varsel)


async def om_merknad(varsler: Varsler, sak: Sak, m: Referatmerknad, *, frammoete: bool) -> bool:
    """Tells those who keep the referat of it; whether any of them will know."""

    def ordlegg(norsk: Norsk) -> Message:
        return merknader.ny_merknad(norsk, sak.register, sak.hode, sak.id, m, frammoete)

    return await til_foererne(varsler, sak, _varsel(sak, f"merknad:{sak.id}:{m.nr}", ordlegg))


async def svart_paa(varsler: Varsler, sak: Sak, m: Referatmerknad, gang: str) -> Naadd:
    """Tells the one who wrote it what became of it; `gang` is the act, since an answer may be changed."""

    def ordlegg(norsk: Norsk) -> Message:
        return merknader.besvart(norsk, sak.register, sak.hode, m)

    if m.av.person_id is None:
        return Naadd.UKJENT
    return await varsler.til_person(
        m.av.person_id, _varsel(sak, f"merknadsvar:{sak.id}:{m.nr}:{gang}", ordlegg)
    )


async def om_godkjent(varsler: Varsler, sak: Sak, *, ved_taushet: bool = False) -> None:
    """Quietly: those who had merknader, and who keeps it where nobody said it but the clock."""

    def ordlegg(norsk: Norsk) -> Message:
        return godkjenning.er_godkjent(norsk, sak.register, sak.hode, ved_taushet)

    def uten_svar(norsk: Norsk) -> Message:
        return godkjenning.er_godkjent(norsk, sak.register, sak.hode, ved_taushet, ubesvart=True)

    noekkel = f"godkjent:{sak.id}"
    varsel = _varsel(sak, noekkel, ordlegg)
    ubesvart = _personer(m.av for m in sak.stand.merknader if m.tatt_inn is None)
    await varsler.til_personer(ubesvart, _varsel(sak, noekkel, uten_svar))
    svart = [p for p in _personer(m.av for m in sak.stand.merknader) if p not in ubesvart]
    await varsler.til_personer(svart, varsel)
    if ved_taushet:
        await til_foererne(varsler, sak, varsel)
        await varsler.til_personer(_personer([sak.stand.moeteleder]), varsel)


async def om_rettelse(varsler: Varsler, sak: Sak, gang: str) -> None:
    """To those who keep it and to the møteleder."""
    rettelse = sak.stand.rettelser[-1]

    def ordlegg(norsk: Norsk) -> Message:
        return godkjenning.er_rettet(norsk, sak.register, sak.hode, rettelse)

    varsel = _varsel(sak, f"rettelse:{sak.id}:{gang}", ordlegg)
    await til_foererne(varsler, sak, varsel)
    await varsler.til_personer(_personer([sak.stand.moeteleder]), varsel)


async def til_foererne(varsler: Varsler, sak: Sak, varsel: Varsel) -> bool:
    """The referenter; where none of them can be told, who opened it; else the sekretariat."""
    for folk in (sak.stand.referenter, _aapnet_av(sak.linjer)):
        naadde = await varsler.til_personer(_personer(folk), varsel)
        if any(n.vet for n in naadde):
            return True
    naadde = await varsler.til_roller(sak.hode.organ_ids, [Rolle.SEKRETARIAT], varsel)
    return any(n.vet for n in naadde)


def _varsel(sak: Sak, noekkel: str, ordlegg: Callable[[Norsk], Message]) -> Varsel:
    return Varsel(noekkel, Varselslag.GODKJENNING, ordlegg, sak.hode.id)


def _personer(folk: Iterable[Hvem | None]) -> list[int]:
    return [h.person_id for h in folk if h is not None and h.person_id is not None]


def _aapnet_av(linjer: Iterable[Foering]) -> list[Hvem]:
    return [x.av for x in linjer if x.slag is Foeringsslag.AAPNET and x.av]
