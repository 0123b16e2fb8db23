"""The card where the sekretariat sets what a body is called, and how it works."""

from collections.abc import Mapping
from datetime import date

from bot.cards.melding import skriveknapp
from bot.cards.organkort import FRA, KORT, MAKS_NAVN, NAVN, PREFIKS, VEDTAK, Organskjema, organkort
from bot.domain.errors import Refusal
from bot.domain.organ import Organ
from bot.domain.organendring import Navnebytte, NavnSamtidig, SammeNavn, bytt_navn, grunnlag, innstill
from bot.domain.organrad import BRYTERE, INGEN, INNSTILLINGER, les_innstilling
from bot.domain.rettigheter import Rett
from bot.domain.tabell import les_dato
from bot.turn import Dialog, Meaning, Reply, Turn
from dialogs.moetet import spoer_organ
from dialogs.rett import kan, krev
from dialogs.slots import UgyldigKnapp, ord_
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester

ORGANKORT, LAGRE = "organ.kort", "organ.lagre"


class Feilfylt(Refusal):
    """A field of the form: the sentence `organkort.<kode>`, filled in with `fakta`."""

    def __init__(self, kode: str, **fakta: object) -> None:
        super().__init__(kode, fakta)
        self.kode, self.fakta = kode, fakta


class Organkort:
    intents = frozenset({ORGANKORT, LAGRE})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        organer = meaning.slots.organ_ids
        if not organer and meaning.intent == ORGANKORT:
            return _hvilket(turn, meaning)
        if len(organer) != 1:
            raise UgyldigKnapp
        krev(turn, Rett.GI_ROLLE, organer)
        organ = turn.register.organ(organer[0])
        if meaning.intent == ORGANKORT:
            return self._vis(turn, organ, _tekst(turn, "overskrift", organ))
        return await self._lagre(turn, meaning, organ)

    async def _lagre(self, turn: Turn, meaning: Meaning, organ: Organ) -> list[Reply]:
        fylt = _fylt(meaning.slots.extra)
        if ord_(meaning.slots, "grunnlag") != grunnlag(organ):
            return self._vis(turn, organ, _tekst(turn, "endret_siden", organ))
        try:
            etter = _utfylt(organ, fylt)
        except Feilfylt as feil:
            return self._vis(turn, organ, _ordlagt(turn, feil), fylt)
        if grunnlag(etter) == grunnlag(organ):
            return self._vis(turn, organ, _tekst(turn, "ingen_endring", organ))
        lagret = await turn.uow.save_organ(etter)
        turn.writes = True
        return self._vis(turn, lagret, _tekst(turn, "lagret", lagret))

    def _vis(
        self, turn: Turn, organ: Organ, foerst: str, fylt: Mapping[str, str] | None = None
    ) -> list[Reply]:
        knappen = skriveknapp(
            turn.norsk.tekst("knapp.lagre"),
            LAGRE,
            self._tjenester.ny_id(),
            organ=organ.id,
            grunnlag=grunnlag(organ),
        )
        return si(turn, organkort(turn.norsk, Organskjema(organ, foerst, knappen, fylt or {})))


def _hvilket(turn: Turn, meaning: Meaning) -> list[Reply]:
    """Asks between those that are the speaker's. Raises IkkeLov where none are."""
    organer = tuple(o.id for o in turn.register.organer if o.id is not None)
    krev(turn, Rett.GI_ROLLE, organer)
    if not organer:
        return si_setning(turn, turn.norsk.tekst("organkort.ingen"))
    return spoer_organ(turn, meaning, tuple(o for o in organer if kan(turn, Rett.GI_ROLLE, [o])))


def _tekst(turn: Turn, kode: str, organ: Organ) -> str:
    return turn.norsk.tekst(f"organkort.{kode}", organ=organ.kort(turn.incoming.at.date()))


def _ordlagt(turn: Turn, feil: Feilfylt) -> str:
    felt = feil.fakta.get("felt")
    navn = {"felt": turn.norsk.tekst(f"felt.{felt}")} if felt else {}
    return turn.norsk.tekst(f"organkort.{feil.kode}", **{**feil.fakta, **navn})


def _fylt(data: Mapping[str, object]) -> dict[str, str]:
    """What stands in the fields; a client may send a number as one. Raises UgyldigKnapp."""
    fylt: dict[str, str] = {}
    for navn, verdi in data.items():
        if navn.startswith(PREFIKS):
            if isinstance(verdi, bool) or not isinstance(verdi, str | int | None):
                raise UgyldigKnapp
            fylt[navn] = " ".join(str("" if verdi is None else verdi).split())
    return fylt


def _utfylt(organ: Organ, fylt: Mapping[str, str]) -> Organ:
    """The body as the form says. Raises Feilfylt."""
    tallene = {felt: _tall(organ, felt, fylt) for felt in INNSTILLINGER}
    etter = innstill(organ, {**tallene, **{felt: _bryter(organ, felt, fylt) for felt in BRYTERE}})
    bytte = _bytte(fylt)
    if bytte is None:
        return etter
    try:
        return bytt_navn(etter, bytte)
    except SammeNavn as feil:
        raise Feilfylt("samme_navn", navn=feil.navn) from feil
    except NavnSamtidig as feil:
        raise Feilfylt("samtidig", en=feil.en, annen=feil.annen) from feil


def _tall(organ: Organ, felt: str, fylt: Mapping[str, str]) -> int | None:
    """A field that is not there (an older card) is as it was; an empty one is «ingen»."""
    if PREFIKS + felt not in fylt:
        verdi: int | None = getattr(organ, felt)
        return verdi
    skrevet = fylt[PREFIKS + felt]
    if not skrevet and felt in INGEN:
        return INGEN[felt]
    try:
        return les_innstilling(felt, skrevet)
    except ValueError as feil:
        minst, hoeyst = INNSTILLINGER[felt]
        raise Feilfylt("feil_tall", felt=felt, minst=minst, hoeyst=hoeyst) from feil


def _bryter(organ: Organ, felt: str, fylt: Mapping[str, str]) -> bool:
    """As it was where the field is not there (an older card). Raises UgyldigKnapp."""
    if PREFIKS + felt not in fylt:
        return bool(getattr(organ, felt))
    if fylt[PREFIKS + felt] not in ("true", "false"):
        raise UgyldigKnapp
    return fylt[PREFIKS + felt] == "true"


def _bytte(fylt: Mapping[str, str]) -> Navnebytte | None:
    navn, kort = fylt.get(NAVN, ""), fylt.get(KORT, "")
    if not navn and not kort:
        if fylt.get(FRA) or fylt.get(VEDTAK):
            raise Feilfylt("uten_navn")
        return None
    if max(len(navn), len(kort), len(fylt.get(VEDTAK, ""))) > MAKS_NAVN:
        raise Feilfylt("for_langt", tegn=MAKS_NAVN)
    fra: date | None = les_dato(fylt.get(FRA, ""))
    if fra is None:
        raise Feilfylt("uten_dato")
    return Navnebytte(navn, kort, fra, fylt.get(VEDTAK) or None)


def lag(tjenester: Tjenester) -> Dialog:
    return Organkort(tjenester)
