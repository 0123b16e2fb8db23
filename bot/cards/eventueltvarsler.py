"""What others are told of a sak: the one who raised it, and the sekretariat."""

from collections.abc import Callable, Sequence

from bot.cards.eventuelt import kvittering
from bot.cards.melding import knapp, skriveknapp
from bot.cards.ord import naar, organnavn
from bot.domain.conversation import Button
from bot.domain.eventuelt import moetet
from bot.domain.meldtsak import MeldtSak, Sakslag, Sakstilstand
from bot.domain.register import Moetehode, Register
from bot.language import skriv
from bot.turn import Message, Norsk

Ordlegg = Callable[[Norsk], Message]


def hvor(norsk: Norsk, register: Register, sak: MeldtSak, hode: Moetehode | None) -> str:
    """«ASU onsdag 15. mai 2024 kl. 12.00–15.00»; the body's next møte where none is known yet; of one for
    the sekretariat that names no møte, the body.
    """
    if sak.slag is Sakslag.ORDINAER and sak.moete_id is None and sak.tilstand is not Sakstilstand.GODTATT:
        return _organ(register, sak)
    if hode is not None:
        return f"{organnavn(register, hode.organ_ids, hode.dato)} {naar(norsk, hode)}"
    return norsk.tekst("eventuelt.neste_ukjent", organ=_organ(register, sak))


def _organ(register: Register, sak: MeldtSak) -> str:
    return organnavn(register, (sak.organ_id,), sak.at.date())


def om_saken(register: Register, hva: str, navn: str, sak: MeldtSak, hode: Moetehode | None) -> Ordlegg:
    """To the one who raised it: somebody else has done `hva` with it (a Sakslinje's word)."""

    def ordlegg(norsk: Norsk) -> Message:
        sted = hvor(norsk, register, sak, hode)
        foerst = norsk.tekst(f"sakvarsel.{hva}_{sak.slag.value}", navn=navn, tittel=sak.tittel, moete=sted)
        return kvittering([foerst], [_aapne(norsk, sak)])

    return ordlegg


def avslag(register: Register, navn: str, sak: MeldtSak) -> Ordlegg:
    """To the one who raised it: it is not put on, and why where that was said."""

    def ordlegg(norsk: Norsk) -> Message:
        organ = _organ(register, sak)
        foerst = norsk.tekst("sakvarsel.avslaatt", navn=navn, tittel=sak.tittel, organ=organ)
        return kvittering([foerst], [_aapne(norsk, sak)], [sak.svar] if sak.svar else [])

    return ordlegg


def meldt(register: Register, sak: MeldtSak, op: str) -> Ordlegg:
    """To the sekretariat: an ordinary sak has come in, with all that was written. `op` is the operation
    id of its buttons.
    """

    def ordlegg(norsk: Norsk) -> Message:
        foerst = norsk.tekst(
            "sakvarsel.meldt", navn=sak.av.navn, tittel=sak.tittel, organ=_organ(register, sak)
        )
        return kvittering(
            [foerst, *_til_moetet(norsk, register, sak), *_fakta(norsk, sak)],
            avgjoer(norsk, sak, op),
            _grunn(sak),
        )

    return ordlegg


def _til_moetet(norsk: Norsk, register: Register, sak: MeldtSak) -> list[str]:
    """The møte that was named, if any."""
    hode = moetet(register, sak) if sak.moete_id is not None else None
    return [norsk.tekst("sak.oensket_moete", moete=naar(norsk, hode))] if hode else []


def avgjoer(norsk: Norsk, sak: MeldtSak, op: str, nr: int | None = None) -> list[Button]:
    """What the sekretariat may do with it. The first asks where there are several møter, the
    second why. `nr` is its number, where it stands on a list.
    """
    sett_paa, avslaa = (
        (norsk.tekst("knapp.sett_paa"), norsk.tekst("knapp.avslaa"))
        if nr is None
        else (norsk.tekst("knapp.sett_paa_nr", nr=nr), norsk.tekst("knapp.avslaa_nr", nr=nr))
    )
    return [
        skriveknapp(sett_paa, "sak.sett_paa", op, meldt=sak.id),
        knapp(avslaa, "sak.avslaa", meldt=sak.id),
    ]


def _fakta(norsk: Norsk, sak: MeldtSak) -> Sequence[str]:
    fakta = []
    if sak.minutter:
        fakta.append(norsk.tekst("eventuelt.oensket_tid", varighet=norsk.varighet(sak.minutter)))
    if sak.vedlegg:
        fakta.append(norsk.tekst("eventuelt.vedlegg", navn=skriv.liste(sak.vedlegg)))
    return fakta


def _grunn(sak: MeldtSak) -> list[str]:
    return [sak.begrunnelse] if sak.begrunnelse else []


def _aapne(norsk: Norsk, sak: MeldtSak) -> Button:
    return knapp(norsk.tekst("knapp.aapne_saken"), "eventuelt.vis", meldt=sak.id)
