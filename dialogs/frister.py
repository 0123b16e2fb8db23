"""«Hvilke frister har vi?», «når er høringsfristen?», «frister i sak 3», milepæler."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.cards.liste import hendelsespost, hendelsestid, liste, status
from bot.cards.ord import Tall, i_perioden, organnavn
from bot.domain import saksnummer
from bot.domain.hendelser import av_type, kilde
from bot.domain.innkalling import Hendelsestype
from bot.domain.register import Moetehode, Registrert
from bot.domain.saksoek import Sak, med_nummer, med_saksnr, paa_plass, saker
from bot.turn import Dialog, Meaning, Period, Reply, SakRef, Turn
from dialogs.emne import passer
from dialogs.moetet import finn_moete, papirene
from dialogs.sak import SakDialog
from dialogs.slots import ord_
from dialogs.svar import si
from dialogs.tjenester import Tjenester
from dialogs.utvalgt import Utvalgt, finn_utvalgt

ALLE, FRIST, HOERING, MILEPAEL = "alle", "frist", "hoeringsfrist", "milepael"
TYPER = {
    ALLE: frozenset({Hendelsestype.FRIST, Hendelsestype.MILEPAEL}),
    HOERING: frozenset({Hendelsestype.FRIST}),
    MILEPAEL: frozenset({Hendelsestype.MILEPAEL}),
}


@dataclass(frozen=True)
class Spurt:
    """What is asked for: `hva` is a key of TYPER, the rest narrows it down."""

    utvalgt: Utvalgt
    hva: str = ALLE
    emne: str | None = None
    sak: SakRef | None = None

    @property
    def bestemt(self) -> bool:
        """One frist is meant rather than what lies ahead: it may well be over."""
        return self.utvalgt.period is None and bool(self.hva == HOERING or self.emne or self.sak)


class Frister:
    intents = frozenset({"frist.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        utvalgt = finn_utvalgt(turn, meaning)
        if not isinstance(utvalgt, Utvalgt):
            return utvalgt
        sak = meaning.slots.sak
        if sak and sak.plass is not None:
            sak = await _paa_plassen(turn, meaning, sak.plass)
            if sak is None:
                return await SakDialog().answer(turn, replace(meaning, intent="sak.vis"))
        hva = ord_(meaning.slots, "hva")
        return await _svar(turn, Spurt(utvalgt, hva if hva in TYPER else ALLE, meaning.slots.emne, sak))


async def _paa_plassen(turn: Turn, meaning: Meaning, plass: int) -> SakRef | None:
    """The sak by its number; None where the place has none, or the møte has to be asked for."""
    hode = await finn_moete(turn, meaning)
    if not isinstance(hode, Moetehode):
        return None
    sak = paa_plass(saker(await papirene(turn, hode)), plass)
    lest = saksnummer.parse(sak.saksnr, hode.dato.year) if sak and sak.saksnr else None
    return SakRef(lest.nummer, lest.aar) if lest else None


async def _svar(turn: Turn, spurt: Spurt) -> list[Reply]:
    i_dag = turn.incoming.at.date()
    framover = _kjente(turn, spurt, spurt.utvalgt.period or Period(i_dag, None))
    treff = [r for r in framover if await _passer(turn, spurt, r)]
    if not treff and spurt.bestemt:
        treff = [r for r in _kjente(turn, spurt, Period(None, i_dag)) if await _passer(turn, spurt, r)]
    if treff:
        return _vis(turn, _funnet(turn, spurt, treff), treff)
    linje = turn.norsk.tekst(f"frist.ingen_{spurt.hva}", hvor=_hvor(turn, spurt), naar=_naar(turn, spurt))
    return _vis(turn, " ".join([linje, *([turn.norsk.tekst("frist.andre")] if framover else [])]), framover)


def _kjente(turn: Turn, spurt: Spurt, period: Period) -> list[Registrert]:
    """Those of the body and the sak that were named."""
    organ_id, sak = spurt.utvalgt.organ_id, spurt.sak

    def krav(r: Registrert) -> bool:
        hode = kilde(turn.register, r)
        return organ_id in (None, *hode.organ_ids) and (sak is None or _i_saken(sak, r, hode))

    fellesskap_id = spurt.utvalgt.fellesskap_id
    return av_type(turn.register, TYPER[spurt.hva], fellesskap_id, period.fra, period.til, krav=krav)


def _i_saken(sak: SakRef, r: Registrert, hode: Moetehode) -> bool:
    staar = Sak(r.hendelse.hva, r.hendelse.saksnr)
    return bool(med_nummer([staar], sak.nummer or 0, sak.aar, hode.dato.year))


async def _passer(turn: Turn, spurt: Spurt, r: Registrert) -> bool:
    """The kind and the topic: in the words of the frist, or in the title of the sak it stands under."""
    if spurt.hva == HOERING and "høring" not in r.hendelse.hva.casefold():
        return False
    if spurt.emne is None or passer(spurt.emne, r.hendelse.hva):
        return True
    moete = await papirene(turn, kilde(turn.register, r))
    sak = med_saksnr(saker(moete), r.hendelse.saksnr, None, None)
    return bool(sak and passer(spurt.emne, sak.tittel))


def _vis(turn: Turn, linje: str, funnet: Sequence[Registrert]) -> list[Reply]:
    return si(turn, liste(turn.norsk, linje, [hendelsespost(turn.norsk, r, turn.register) for r in funnet]))


def _funnet(turn: Turn, spurt: Spurt, treff: Sequence[Registrert]) -> str:
    slag, hvor = _slag(spurt, treff), _hvor(turn, spurt)
    over = all(r.hendelse.dato and r.hendelse.dato < turn.incoming.at.date() for r in treff)
    if spurt.bestemt and len(treff) == 1:
        hendelse = treff[0].hendelse
        staar = f" ({status(turn.norsk, hendelse)})" if hendelse.status else ""
        naar = f"{hendelsestid(turn.norsk, hendelse)}{staar}"
        foerst = turn.norsk.tekst(f"frist.den_{slag}")
        return turn.norsk.tekst("frist.var" if over else "frist.er", frist=foerst, hvor=hvor, naar=naar)
    antall = turn.norsk.tekst(f"frist.antall_{slag}", antall=Tall(len(treff)))
    if spurt.bestemt and over:
        return turn.norsk.tekst("frist.passert", frister=antall, hvor=hvor)
    return turn.norsk.tekst("frist.funnet", frister=antall, hvor=hvor, naar=_naar(turn, spurt))


def _slag(spurt: Spurt, treff: Sequence[Registrert]) -> str:
    """What to call them: frister, milepæler, or both where there are both."""
    typer = {r.hendelse.type for r in treff}
    if spurt.hva != ALLE or len(typer) > 1:
        return spurt.hva
    return FRIST if typer == {Hendelsestype.FRIST} else MILEPAEL


def _hvor(turn: Turn, spurt: Spurt) -> str:
    """« for «vaktordning» i sak 3/24 i papirene til ASU», as much of it as was named."""
    organ_id, sak, i_dag = spurt.utvalgt.organ_id, spurt.sak, turn.incoming.at.date()
    organ = organnavn(turn.register, (organ_id,), i_dag) if organ_id is not None else None
    aar = f"/{sak.aar % 100:02}" if sak and sak.aar else ""
    ledd = [
        turn.norsk.tekst("frist.for_emnet", emne=spurt.emne) if spurt.emne else "",
        turn.norsk.tekst("frist.i_sak", nr=f"{sak.nummer}{aar}") if sak else "",
        turn.norsk.tekst("frist.hos_organ", organ=organ) if organ else "",
    ]
    return "".join(f" {ett}" for ett in ledd if ett)


def _naar(turn: Turn, spurt: Spurt) -> str:
    if spurt.bestemt:
        return ""
    period = spurt.utvalgt.period
    return f" {i_perioden(turn.norsk, period) if period else turn.norsk.tekst('frist.framover')}"


def lag(tjenester: Tjenester) -> Dialog:
    return Frister()
