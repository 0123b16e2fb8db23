"""«Gi Kari rollen sekretær i ASU», «fjern Kari som nestleder»: by the sekretariat, with from and to."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.folk import Kjent, kjente, plass_eller_navn
from bot.domain.organ import Organ, Rolle
from bot.domain.roller import HarIkkeRollen, HarRollen, Rolleutfall, Tildeling, gi, ta
from bot.language.skriv import liste
from bot.turn import Dialog, Meaning, Norsk, Period, Reply, Slots, Turn
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.rolleslots import BEKREFTET, Oenske, finn_organet, finn_personen, skal_ta, velg_rollen
from dialogs.rollevarsel import GI, angre, fortell
from dialogs.svar import si_paa_kortet, si_setning
from dialogs.tjenester import Tjenester


@dataclass(frozen=True)
class Endring:
    """What would be done, and the meaning that does it when it is pressed."""

    oenske: Oenske
    utfall: Rolleutfall
    meaning: Meaning


class Rollegiving:
    intents = frozenset({GI})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        endring = _endringen(turn, meaning)
        if not isinstance(endring, Endring):
            return endring
        if endring.utfall.uten_sekretariat and meaning.slots.extra.get(BEKREFTET) is not True:
            return be_om_ja(turn, _vist(turn, endring, strict=meaning.strict), self._tjenester.ny_id)
        await turn.uow.save_organ(endring.utfall.organ)
        turn.writes = True
        return await self._kvittering(turn, endring)

    async def _kvittering(self, turn: Turn, endring: Endring) -> list[Reply]:
        oenske, tiden = endring.oenske, endring.meaning.slots.period or Period(None, None)
        foerst = _om(turn, "tatt" if oenske.ta else "gitt", oenske)
        vet = await fortell(
            turn, self._tjenester, oenske, lambda norsk: _naar(norsk, oenske, tiden, _dag(turn))
        )
        linje = " ".join([foerst, *_merknader(turn, endring), *vet])
        if oenske.ta or endring.utfall.avsluttet:
            return si_paa_kortet(turn, linje)
        return si_setning(turn, linje, [angre(turn, self._tjenester, oenske, tiden)])

    async def forhaandsvisning(self, turn: Turn, meaning: Meaning) -> Forhaandsvisning | None:
        endring = _endringen(turn, meaning)
        if not isinstance(endring, Endring):
            return None
        return _vist(turn, endring, strict=meaning.strict)


def _endringen(turn: Turn, meaning: Meaning) -> Endring | list[Reply]:
    """Raises IkkeLov before anything is told."""
    organ = finn_organet(turn, meaning)
    if not isinstance(organ, Organ):
        return organ
    rolle = velg_rollen(turn, meaning, organ)
    if not isinstance(rolle, Rolle):
        return rolle
    tar = skal_ta(turn, meaning)
    if not isinstance(tar, bool):
        return tar
    person = finn_personen(turn, meaning, _mulige(turn, organ, tar=tar), tar=tar)
    if not isinstance(person, Kjent):
        return person
    oenske = Oenske(organ, rolle, person, tar)
    return _ta(turn, meaning, oenske) if oenske.ta else _gi(turn, meaning, oenske)


def _mulige(turn: Turn, organ: Organ, *, tar: bool) -> list[Kjent]:
    """Anybody in the helsefellesskap can be given a role; one is taken from those who are in the body."""
    alle = kjente(turn.register, organ.helsefellesskap_id, _dag(turn))
    her = {m.person_id for m in organ.medlemmer}
    return [k for k in alle if not tar or k.person_id in her]


def _gi(turn: Turn, meaning: Meaning, oenske: Oenske) -> Endring | list[Reply]:
    fra, til = _tiden(turn, meaning.slots)
    vara_for = _vara_for(turn, meaning, oenske)
    if isinstance(vara_for, list):
        return vara_for
    try:
        tildeling = Tildeling(oenske.rolle, fra, til, vara_for)
        utfall = gi(oenske.organ, oenske.person.medlem, tildeling)
    except HarRollen:
        return si_setning(turn, _om(turn, "har_alt", oenske))
    extra = {"vara_for": vara_for} if vara_for else {}
    return Endring(oenske, utfall, _ferdig(meaning, oenske, Period(fra, til and _neste(til)), extra))


def _ta(turn: Turn, meaning: Meaning, oenske: Oenske) -> Endring | list[Reply]:
    fra, _ = _tiden(turn, meaning.slots)
    try:
        utfall = ta(oenske.organ, oenske.person.person_id, oenske.rolle, fra)
    except HarIkkeRollen as feil:
        har = liste([turn.norsk.tekst(f"rolle.{r.value}") for r in feil.roller])
        if har:
            return si_setning(turn, _om(turn, "har_annen", oenske, har=har))
        return si_setning(turn, _om(turn, "har_ikke", oenske))
    return Endring(oenske, utfall, _ferdig(meaning, oenske, Period(fra, None), {"hva": "ta"}))


def _ferdig(meaning: Meaning, oenske: Oenske, tiden: Period, extra: dict[str, str]) -> Meaning:
    """The same with nothing left to find: what a yes does is what was shown."""
    alt = {
        "hva": "gi",
        "rolle": oenske.rolle.value,
        "person_id": oenske.person.person_id,
        BEKREFTET: True,
        **extra,
    }
    return replace(meaning, slots=Slots(organ_ids=(oenske.organ.id or 0,), period=tiden, extra=alt))


def _vara_for(turn: Turn, meaning: Meaning, oenske: Oenske) -> str | list[Reply] | None:
    """The member or seat, as it is stored; None where it is not said."""
    extra = meaning.slots.extra
    skrevet = extra.get("vara_for") or extra.get("annen")
    if oenske.rolle is not Rolle.VARA or not isinstance(skrevet, str):
        return None
    funnet = plass_eller_navn(oenske.organ, skrevet, _dag(turn))
    if funnet is None:
        return si_setning(turn, _om(turn, "ukjent_plass", oenske, hvem=skrevet))
    return funnet


def _tiden(turn: Turn, slots: Slots) -> tuple[date, date | None]:
    """From today where nothing is said; the last day is the period's."""
    period = slots.period or Period(None, None)
    fra = period.fra or _dag(turn)
    til = period.til - timedelta(days=1) if period.til else None
    return fra, til if til is None or til >= fra else None


def _neste(dag: date) -> date:
    return dag + timedelta(days=1)


def _dag(turn: Turn) -> date:
    return turn.incoming.at.date()


def _vist(turn: Turn, endring: Endring, *, strict: bool) -> Forhaandsvisning:
    """A line that is not a known sentence may have been about something else or more."""
    oenske, norsk = endring.oenske, turn.norsk
    kode = "ta" if oenske.ta else "gi"
    return Forhaandsvisning(
        spoersmaal=_om(turn, f"skal_{kode}", oenske),
        ja=norsk.tekst(f"rollegi.ja_{kode}"),
        meaning=endring.meaning,
        linjer=(*_merknader(turn, endring), *([] if strict else [_om(turn, "misforstaatt", oenske)])),
    )


def _merknader(turn: Turn, endring: Endring) -> list[str]:
    """When it holds, what ends with it, and what should be known."""
    norsk, utfall, oenske = turn.norsk, endring.utfall, endring.oenske
    period = endring.meaning.slots.period or Period(None, None)
    linjer = [_naar(norsk, oenske, period, _dag(turn))]
    vara_for = endring.meaning.slots.extra.get("vara_for")
    if vara_for:
        linjer.append(norsk.tekst("rollegi.vara_for", hvem=vara_for))
    if utfall.avsluttet and not oenske.ta:
        roller = liste([norsk.tekst(f"rolle.{r.value}") for r in utfall.avsluttet])
        linjer.append(norsk.tekst("rollegi.avsluttes", roller=roller))
    if utfall.ogsaa:
        linjer.append(_om(turn, "ogsaa_leder", oenske, andre=liste(list(utfall.ogsaa))))
    if utfall.uten_sekretariat:
        linjer.append(_om(turn, "uten_sekretariat", oenske))
    return linjer


def _naar(norsk: Norsk, oenske: Oenske, period: Period, dag: date) -> str:
    fra = period.fra or dag
    if oenske.ta:
        return norsk.tekst("rollegi.siste_dag", dato=norsk.dato(fra - timedelta(days=1)))
    if period.til is None:
        return norsk.tekst("rollegi.fra", dato=norsk.dato(fra))
    til = norsk.dato(period.til - timedelta(days=1))
    return norsk.tekst("rollegi.fra_til", fra=norsk.dato(fra), til=til)


def _om(turn: Turn, kode: str, oenske: Oenske, **mer: str) -> str:
    verdier = {
        "navn": oenske.person.medlem.navn,
        "rolle": turn.norsk.tekst(f"rolle.{oenske.rolle.value}"),
        "organ": oenske.organ.kort(_dag(turn)),
        **mer,
    }
    return turn.norsk.tekst(f"rollegi.{kode}", **verdier)


def lag(tjenester: Tjenester) -> Dialog:
    return Rollegiving(tjenester)
