"""«Vis ukesoversikten», «vis hva du ville lagt ut»: the next digest as it would be posted, and when.

In a channel it is shown to all, as it will be; in 1:1 to the members of the bodies, those bodies' part.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.cards.digest import Digestvisning, digestkort, hele
from bot.cards.melding import knapp
from bot.cards.tekstflyt import MerKnapp, Utsnitt
from bot.clock import OSLO
from bot.domain.conversation import Button, ConversationKind
from bot.domain.digestfakta import Tidspunkt
from bot.domain.digestinnhold import Digest
from bot.domain.digestinnhold import lag as lag_digest
from bot.domain.digesttid import Uke, les_uke, uke_av
from bot.domain.kanaloensker import Digesttid, Kanalkobling
from bot.domain.rettigheter import Rett
from bot.turn import Dialog, Meaning, Message, Reply, Slots, Turn
from bot.varsling.digest import VIS
from bot.varsling.digestplan import Oppsett, foerste, legges_ut, les_fakta, oppsettene
from dialogs.digeststed import KANAL, Avslag, kanalnavn, koblingene, organene
from dialogs.rett import kan, krev
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester

NAAR = "naar"
LENGST_UNNA = timedelta(days=200)


@dataclass(frozen=True)
class Vist:
    """One post of a channel. `paa`: it is to come; otherwise it is what would come on Monday at eight."""

    oppsett: Oppsett
    koblinger: list[Kanalkobling]
    paa: bool = True


class Digestdialog:
    intents = frozenset({VIS})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """Raises IkkeLov and UgyldigKnapp."""
        slots = meaning.slots
        funnet = await koblingene(turn, meaning, lambda o: kan(turn, Rett.SE_REFERAT, [o]))
        if isinstance(funnet, Avslag):
            _krev_noe(turn, slots)
            return funnet.svar
        vist = await _foerst(turn, funnet)
        if slots.extra.get("alt") is True:
            return si(turn, await _alt(turn, vist, slots))
        uke = _bedt_om(turn, slots)
        if uke is not None and not _vises(turn, uke):
            return si_setning(turn, turn.norsk.tekst("digest.uka_over"))
        neste = await _neste(turn, vist.oppsett)
        tidspunkt = Tidspunkt(vist.oppsett.tid, uke) if uke and uke > neste.uke else neste
        if ord_(slots, "hva") == NAAR:
            return si_setning(turn, _naar(turn, vist, tidspunkt), _paa(turn, vist))
        return await _vis(turn, vist, tidspunkt)


def _bedt_om(turn: Turn, slots: Slots) -> Uke | None:
    """The week that a line names: «uke 21»."""
    tid = slots.period
    if tid is None or tid.fra is None or tid.til is None or tid.til - tid.fra > timedelta(days=7):
        return None
    return uke_av(tid.fra)


def _vises(turn: Turn, uke: Uke) -> bool:
    """Not one that is over: «uke 18» in June may be next year's."""
    dag = turn.incoming.at.date()
    return uke >= uke_av(dag) and uke.mandag - dag <= LENGST_UNNA


def _krev_noe(turn: Turn, slots: Slots) -> None:
    """In 1:1, who is in none of the bodies is told so. Raises IkkeLov."""
    if turn.conversation.kind is ConversationKind.PERSONAL:
        alle = [o.id for o in turn.register.organer if o.id is not None]
        krev(turn, Rett.SE_REFERAT, slots.organ_ids or alle)


async def _foerst(turn: Turn, koblinger: list[Kanalkobling]) -> Vist:
    """The post that comes first; of a channel that has none, all its bodies on Monday at eight."""
    alle = oppsettene(koblinger)
    if not alle:
        tid = Digesttid()
        uten = [replace(k, oensker=replace(k.oensker, digest=tid)) for k in koblinger]
        return Vist(oppsettene(uten)[0], koblinger, paa=False)
    tidene = [(legges_ut(await _neste(turn, o)), n) for n, o in enumerate(alle)]
    valgt = alle[min(tidene)[1]]
    return Vist(valgt, [k for k in koblinger if k.organ_id in valgt.organ_ids])


async def _neste(turn: Turn, oppsett: Oppsett) -> Tidspunkt:
    return await foerste(turn.uow, oppsett.kanal.id, oppsett.organ_ids, oppsett.tid, turn.incoming.at)


async def _vis(turn: Turn, vist: Vist, tidspunkt: Tidspunkt) -> list[Reply]:
    digest = await _digest(turn, vist.oppsett, tidspunkt)
    om = {"kanal": kanalnavn(turn, vist.oppsett.kanal), "naar": _tid(turn, tidspunkt)}
    if digest.tom:
        kode, organ = "ingenting" if vist.paa else "ingenting_av", organene(turn, vist.koblinger)
        linje = turn.norsk.tekst(f"digest.{kode}", organ=organ, **om)
        return si_setning(turn, " ".join([linje, *_hvem(turn, vist)]), _paa(turn, vist))
    linje = turn.norsk.tekst("digest.slik" if vist.paa else "digest.slik_av", **om)
    visning = Digestvisning(turn.norsk, turn.register, innledning=linje)
    vis_alt = _mer(turn, vist.oppsett, digest)("", Utsnitt(True))
    return si(turn, digestkort(visning, digest, vis_alt, _paa(turn, vist)))


async def _alt(turn: Turn, vist: Vist, slots: Slots) -> Message:
    """All of the digest that was shown, which may be an earlier one."""
    digest = await _digest(turn, vist.oppsett, Tidspunkt(vist.oppsett.tid, _uke(turn, slots)))
    utsnitt = Utsnitt(True, max(tall(slots, "fra") or 0, 0))
    visning = Digestvisning(turn.norsk, turn.register)
    return hele(visning, digest, _mer(turn, vist.oppsett, digest), utsnitt)


async def _digest(turn: Turn, oppsett: Oppsett, tidspunkt: Tidspunkt) -> Digest:
    fakta = await les_fakta(turn.uow, turn.register, oppsett.organ_ids, [tidspunkt])
    return lag_digest(fakta, tidspunkt, oppsett.deler)


def _mer(turn: Turn, oppsett: Oppsett, digest: Digest) -> MerKnapp:
    def lag_knapp(label: str, utsnitt: Utsnitt) -> Button:
        return knapp(
            label or turn.norsk.tekst("knapp.vis_alt"),
            VIS,
            organer=list(oppsett.organ_ids),
            uke=str(digest.tidspunkt.uke),
            alt=True,
            fra=utsnitt.fra or None,
            **_kanal(turn, oppsett),
        )

    return lag_knapp


def _kanal(turn: Turn, oppsett: Oppsett) -> dict[str, str]:
    """In 1:1 the button has to say which."""
    privat = turn.conversation.kind is ConversationKind.PERSONAL
    return {KANAL: oppsett.kanal.id} if privat else {}


def _naar(turn: Turn, vist: Vist, tidspunkt: Tidspunkt) -> str:
    organ, kanal = organene(turn, vist.koblinger), kanalnavn(turn, vist.oppsett.kanal)
    if not vist.paa:
        linje = turn.norsk.tekst("digest.naar_av", organ=organ, kanal=kanal)
        return " ".join([linje, *_hvem(turn, vist)])
    return turn.norsk.tekst("digest.naar", organ=organ, kanal=kanal, naar=_tid(turn, tidspunkt))


def _tid(turn: Turn, tidspunkt: Tidspunkt) -> str:
    lokal = legges_ut(tidspunkt).astimezone(OSLO)
    return turn.norsk.tidsrom(lokal.date(), lokal.time())


def _hvem(turn: Turn, vist: Vist) -> list[str]:
    """Where it is off: who can turn it on, to those who cannot."""
    if vist.paa or _kan_slaa_paa(turn, vist):
        return []
    return [turn.norsk.tekst("digest.paa_andre", organ=organene(turn, vist.koblinger))]


def _kan_slaa_paa(turn: Turn, vist: Vist) -> bool:
    return all(kan(turn, Rett.KOBLE_KANAL, [o]) for o in vist.oppsett.organ_ids)


def _paa(turn: Turn, vist: Vist) -> list[Button]:
    """To turn it on, for those who may."""
    organer = list(vist.oppsett.organ_ids)
    if vist.paa or not _kan_slaa_paa(turn, vist):
        return []
    label = turn.norsk.tekst("knapp.digest_paa")
    return [knapp(label, "digest.plan", organer=organer, paa=True, **_kanal(turn, vist.oppsett))]


def _uke(turn: Turn, slots: Slots) -> Uke:
    try:
        uke = les_uke(ord_(slots, "uke") or "")
    except ValueError as feil:
        raise UgyldigKnapp from feil
    if abs(uke.mandag - turn.incoming.at.date()) > LENGST_UNNA:
        raise UgyldigKnapp
    return uke


def lag(tjenester: Tjenester) -> Dialog:
    return Digestdialog()
