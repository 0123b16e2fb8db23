"""«Referatet fra forrige møte», «hvem var til stede?», «konklusjonen i sak 2/25»."""

from bot.cards.ord import i_perioden, organnavn
from bot.cards.referat import Referatvisning, frammoete, referatkort
from bot.cards.tekstflyt import Utsnitt
from bot.domain.moeter import avholdte
from bot.domain.organvalg import Rekkefoelge
from bot.domain.register import Moetehode
from bot.language.skriv import liste
from bot.turn import Dialog, Meaning, Norsk, Reply, Slots, Turn
from dialogs.bokutkast import vis_utkast
from dialogs.moetechatreferat import referatet_vises_ikke
from dialogs.moetet import finn_moete, moetenavn
from dialogs.referatbok import delvisning, synlige_boeker, visning
from dialogs.sak import SakDialog
from dialogs.slots import UgyldigKnapp, tall
from dialogs.svar import husk, si, si_setning
from dialogs.tjenester import Tjenester

MOETELEDER = "moeteleder"
DEL = "del"
"""The number of a part of a møte, in a button."""


class ReferatDialog:
    intents = frozenset({"referat.vis"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        if meaning.slots.extra.get("hva") == "utkast":
            return await vis_utkast(turn, meaning)
        if meaning.slots.sak:
            return await SakDialog().answer(turn, meaning)
        if tall(meaning.slots, DEL):
            return await _vis_del(turn, meaning)
        siste, synlige = Rekkefoelge.SISTE, await synlige_boeker(turn)

        def kan_vises(hode: Moetehode) -> bool:
            return hode.har_referat or hode.id in synlige

        ikke_her = await referatet_vises_ikke(turn, meaning)
        if ikke_her:
            return ikke_her
        hode = await finn_moete(turn, meaning, kan_vises, siste, ingen=_ingen_referat)
        if not isinstance(hode, Moetehode):
            return hode
        husk(turn, hode)
        vist = await visning(turn, hode)
        if vist is None:
            return si_setning(turn, turn.norsk.tekst("referat.mangler", moete=moetenavn(turn, hode)))
        return _vis(turn, meaning, vist)


async def _vis_del(turn: Turn, meaning: Meaning) -> list[Reply]:
    """Raises UgyldigKnapp where it is not the speaker's."""
    hode = turn.register.hode(meaning.slots.moete_id or 0)
    vist = await delvisning(turn, hode, tall(meaning.slots, DEL) or 0) if hode else None
    if vist is None:
        raise UgyldigKnapp
    return _vis(turn, meaning, vist)


def _har_referat(hode: Moetehode) -> bool:
    return hode.har_referat


def _ingen_referat(turn: Turn, slots: Slots, organ_id: int | None) -> str:
    """None of that body or period; then which is the latest there is."""
    alle = avholdte(filter(_har_referat, turn.register.moeter), turn.incoming.at)
    if not alle:
        return turn.norsk.tekst("referat.ingen")
    hvem = organnavn(turn.register, (organ_id,), turn.incoming.at.date()) if organ_id else slots.organ_tekst
    fra = turn.norsk.tekst("referat.fra_organ", organ=hvem) if hvem else ""
    naar = f" {i_perioden(turn.norsk, slots.period)}" if slots.period else ""
    ikke = turn.norsk.tekst("referat.ikke_fra", fra=f"{fra}{naar}")
    return " ".join([ikke, turn.norsk.tekst("referat.siste", moete=moetenavn(turn, alle[0]))])


def _vis(turn: Turn, meaning: Meaning, visning: Referatvisning) -> list[Reply]:
    slots = meaning.slots
    utsnitt = Utsnitt(slots.extra.get("alt") is True, max(0, tall(slots, "fra") or 0))
    if slots.extra.get("hva") == "frammoete":
        return si(turn, frammoete(visning, utsnitt))
    if slots.extra.get("hva") == MOETELEDER:
        return moeteleder(turn, visning)
    return si(turn, referatkort(visning, utsnitt))


def moeteleder(turn: Turn, visning: Referatvisning) -> list[Reply]:
    """Who led the møte and who took the referat, as the referat says."""
    r = visning.referat
    leder = turn.norsk.tekst("moeteleder.leder", navn=r.moeteleder) if r.moeteleder else ""
    referenter = _referenter(turn.norsk, r.referenter) if r.referenter else ""
    if not (leder or referenter):
        return si_setning(turn, turn.norsk.tekst("moeteleder.ukjent", moete=visning.hvor))
    fra = turn.norsk.tekst("referat.fra", moete=visning.hvor)
    return si_setning(turn, " ".join(ledd for ledd in (f"{fra}.", leder, referenter) if ledd))


def _referenter(norsk: Norsk, navn: list[str]) -> str:
    return norsk.tekst(
        "moeteleder.referent" if len(navn) == 1 else "moeteleder.referenter", navn=liste(navn)
    )


def lag(tjenester: Tjenester) -> Dialog:
    return ReferatDialog()
