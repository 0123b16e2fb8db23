"""Who was named to come instead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.register import Moetehode
from bot.domain.varaliste import navngitt
from bot.language.fremmednavn import er_fullt_navn
from bot.turn import Meaning, Turn
from dialogs.forfallshvem import hvem_er
from dialogs.slots import ord_, tall, videre

VARA, VARA_ID = "vara", "vara_id"


@dataclass(frozen=True)
class Varavalg:
    """`vara`: whom the line names. `mulige`: several fit. `ukjent`: nobody there is called that, and it
    is no full name that can be noted.
    """

    vara: Hvem | None = None
    mulige: tuple[Hvem, ...] = ()
    ukjent: bool = False


def den_navngitte(turn: Turn, meaning: Meaning, moeter: Sequence[Moetehode]) -> Varavalg:
    """Raises UgyldigKnapp."""
    person_id, navn = tall(meaning.slots, VARA_ID), ord_(meaning.slots, VARA)
    if person_id is not None:
        return Varavalg(hvem_er(turn.register, person_id))
    if not navn:
        return Varavalg(ukjent=meaning.slots.extra.get("vara_ukjent") is True)
    ids = dict.fromkeys(o for hode in moeter for o in hode.organ_ids)
    funnet = navngitt([turn.register.organ(o) for o in ids], moeter[0].dato, navn)
    if len(funnet) == 1:
        return Varavalg(funnet[0])
    if funnet:
        return Varavalg(mulige=funnet)
    return Varavalg(Hvem(navn)) if er_fullt_navn(navn) else Varavalg(ukjent=True)


def velg_vara(meaning: Meaning, mulige: Sequence[Hvem]) -> list[Button]:
    """A button for each whom the name fits."""
    uten = {navn: verdi for navn, verdi in meaning.slots.extra.items() if navn != VARA}
    return [
        videre(hvem.navn, meaning, replace(meaning.slots, extra={**uten, VARA_ID: hvem.person_id}))
        for hvem in mulige
    ]
