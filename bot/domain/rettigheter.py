"""Who may do what: one table. «hva kan jeg gjøre» shows it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.aktoer import Aktoer, Sikkerhet
from bot.domain.conversation import ConversationKind
from bot.domain.errors import Refusal
from bot.domain.organ import Rolle


class IkkePrivat(Refusal):
    """This is done in a 1:1 conversation only."""


class IkkeHer(Refusal):
    """Not shown where others than those of `organ_ids` read along."""

    def __init__(self, organ_ids: Collection[int]) -> None:
        super().__init__(organ_ids)
        self.organ_ids = tuple(organ_ids)


class Rett(StrEnum):
    """What somebody may do in a body. What is not here anyone in the allowed tenants may: ask about
    innkallinger and godkjente referater.
    """

    SE_FRAMMOETE = "se_frammoete"
    SE_EVENTUELT = "se_eventuelt"
    MELDE_FORFALL = "melde_forfall"
    MELDE_FORFALL_ANDRE = "melde_forfall_andre"
    MELDE_EVENTUELT = "melde_eventuelt"
    MELDE_SAK = "melde_sak"
    ENDRE_ANDRES_SAK = "endre_andres_sak"
    LEDE_EVENTUELT = "lede_eventuelt"
    AVGJOERE_SAK = "avgjoere_sak"
    SE_UTKAST = "se_utkast"
    SE_REFERAT = "se_referat"
    FOERE_REFERAT = "foere_referat"
    GODKJENNE_REFERAT = "godkjenne_referat"
    MERKNAD_REFERAT = "merknad_referat"
    VARA_PAA_TVERS = "vara_paa_tvers"
    SENDE_INNKALLING = "sende_innkalling"
    FLYTTE_MOETE = "flytte_moete"
    IMPORTERE = "importere"
    KOBLE_KANAL = "koble_kanal"
    SLETTE_INNLEGG = "slette_innlegg"
    GI_ROLLE = "gi_rolle"
    SENDE_OPPDRAG = "sende_oppdrag"
    SVARE_OPPDRAG = "svare_oppdrag"
    SE_OPPDRAG = "se_oppdrag"


class Mangler(StrEnum):
    """Why not. KNYTNING: only the name fits, and this needs more. ROLLE: not in that body, or not in
    the role it takes.
    """

    KNYTNING = "knytning"
    ROLLE = "rolle"


class IkkeLov(Refusal):
    """`rett` is not the speaker's in any of `organ_ids`."""

    def __init__(self, rett: Rett, organ_ids: Collection[int], mangler: Mangler) -> None:
        super().__init__(rett, organ_ids, mangler)
        self.rett = rett
        self.organ_ids = tuple(organ_ids)
        self.mangler = mangler


@dataclass(frozen=True)
class Regel:
    """Who has the right: these roles, of the body it is about. `ved_navn`: a name alone is enough."""

    roller: frozenset[Rolle]
    ved_navn: bool = False


ALLE = frozenset(Rolle)
LEDELSE = frozenset({Rolle.LEDER, Rolle.NESTLEDER, Rolle.SEKRETARIAT})
SEKRETARIAT = frozenset({Rolle.SEKRETARIAT})
FOERER = frozenset({Rolle.REFERENT, Rolle.LEDER, Rolle.SEKRETARIAT})
"""Who keeps the referat. Whoever is set as referent or møteleder of one møte may too, of that
(`bot.domain.bokrett`).
"""

REGLER: dict[Rett, Regel] = {
    Rett.SE_FRAMMOETE: Regel(ALLE, ved_navn=True),
    Rett.SE_EVENTUELT: Regel(ALLE, ved_navn=True),
    Rett.MELDE_FORFALL: Regel(ALLE, ved_navn=True),
    Rett.MELDE_EVENTUELT: Regel(ALLE, ved_navn=True),
    Rett.MELDE_SAK: Regel(ALLE),
    Rett.MELDE_FORFALL_ANDRE: Regel(LEDELSE),
    Rett.ENDRE_ANDRES_SAK: Regel(LEDELSE),
    Rett.LEDE_EVENTUELT: Regel(LEDELSE),
    Rett.SE_REFERAT: Regel(ALLE),
    Rett.MERKNAD_REFERAT: Regel(ALLE),
    Rett.SE_UTKAST: Regel(FOERER),
    Rett.FOERE_REFERAT: Regel(FOERER),
    Rett.GODKJENNE_REFERAT: Regel(frozenset({Rolle.LEDER})),
    Rett.AVGJOERE_SAK: Regel(SEKRETARIAT),
    Rett.VARA_PAA_TVERS: Regel(SEKRETARIAT),
    Rett.SENDE_INNKALLING: Regel(SEKRETARIAT),
    Rett.FLYTTE_MOETE: Regel(SEKRETARIAT),
    Rett.IMPORTERE: Regel(SEKRETARIAT),
    Rett.KOBLE_KANAL: Regel(SEKRETARIAT),
    Rett.GI_ROLLE: Regel(SEKRETARIAT),
    Rett.SLETTE_INNLEGG: Regel(LEDELSE | {Rolle.REFERENT}),
    Rett.SENDE_OPPDRAG: Regel(SEKRETARIAT),
    Rett.SVARE_OPPDRAG: Regel(FOERER),
    Rett.SE_OPPDRAG: Regel(ALLE),
}

TIL_MOETET = frozenset({Rett.MELDE_FORFALL})
"""Also of who is in the body from a later day on: what does it sees to it that they are on the møte's."""

HENSIKTER: dict[str, Rett] = {
    "moete.avlys": Rett.FLYTTE_MOETE,
    "moete.flytt": Rett.FLYTTE_MOETE,
    "innkalling.send": Rett.SENDE_INNKALLING,
    "kanal.koble": Rett.KOBLE_KANAL,
    "kanal.koble_fra": Rett.KOBLE_KANAL,
    "innlegg.slett": Rett.SLETTE_INNLEGG,
    "rolle.gi": Rett.GI_ROLLE,
    "organ.kort": Rett.GI_ROLLE,
    "oppdrag.send": Rett.SENDE_OPPDRAG,
    "oppdrag.svar": Rett.SVARE_OPPDRAG,
    "sammendrag.post": Rett.FOERE_REFERAT,
    **{
        f"referat.{gjoer}": Rett.FOERE_REFERAT
        for gjoer in ("start", "stopp", "sak", "punkt", "angre", "rett", "frammoete", "send", "godkjenn")
    },
}
"""The right that an intent takes, so that it is suggested to those alone who have it. What any member may
do is not here: a refusal tells a stranger how to become one.
"""


def har(aktoer: Aktoer, rett: Rett, organ_ids: Iterable[int]) -> bool:
    """Whether it is theirs in one of the bodies."""
    return _mangler(aktoer, rett, organ_ids) is None


def krev(aktoer: Aktoer, rett: Rett, organ_ids: Collection[int]) -> None:
    """Raises IkkeLov."""
    mangler = _mangler(aktoer, rett, organ_ids)
    if mangler is not None:
        raise IkkeLov(rett, organ_ids, mangler)


def krev_privat(kind: ConversationKind) -> None:
    """Raises IkkePrivat."""
    if kind is not ConversationKind.PERSONAL:
        raise IkkePrivat


def _mangler(aktoer: Aktoer, rett: Rett, organ_ids: Iterable[int]) -> Mangler | None:
    regel = REGLER[rett]
    if aktoer.admin:
        return None
    if not any(_rollene(aktoer, rett, organ_id) & regel.roller for organ_id in organ_ids):
        return Mangler.ROLLE
    if aktoer.sikkerhet is Sikkerhet.NAVN and not regel.ved_navn:
        return Mangler.KNYTNING
    return None


def _rollene(aktoer: Aktoer, rett: Rett, organ_id: int) -> frozenset[Rolle]:
    ingen: frozenset[Rolle] = frozenset()
    senere = aktoer.senere.get(organ_id, ingen) if rett in TIL_MOETET else ingen
    return aktoer.roller.get(organ_id, ingen) | senere


@dataclass(frozen=True)
class Rettigheter:
    """`admin_ids` are aad ids. `aapen`: there is neither an app id nor an administrator, so everybody
    is one, and is whom their name says.
    """

    admin_ids: frozenset[str] = frozenset()
    aapen: bool = False

    def er_admin(self, aad_id: str | None) -> bool:
        return self.aapen or _finnes(self.admin_ids, aad_id)


def _finnes(ids: Collection[str], aad_id: str | None) -> bool:
    return bool(aad_id) and (aad_id or "").casefold() in {i.casefold() for i in ids}
