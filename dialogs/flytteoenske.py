"""Where a møte is to be moved to, from the line or from the button that stands for it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.moete import Moete
from bot.domain.moeteendring import Flytting
from bot.language.flytting import Oensket, les_flytting
from bot.turn import Meaning, Period, Slots, Turn
from dialogs.moetekrav import aktuelle
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import linjen

DAG, START, SLUTT, STED, SKYV, VERSJON = "ny_dag", "ny_start", "ny_slutt", "nytt_sted", "skyv", "versjon"
UKEDAG, FRAM = "ukedag", "fram"
"""Names in a button's data. `VERSJON` is the møte's when its preview was shown: a yes was given."""
LENGST = timedelta(days=400)
"""How far a møte is moved by a length of time."""
MAKS_STED = 200
"""Letters of a place; what is longer is none."""
_KLOKKE = "klokke"
_EN_DAG = timedelta(days=1)
SOM_FOER = Flytting()


@dataclass(frozen=True)
class Flytteoenske:
    """`til` is what is wanted, `skyv` by how much instead; `omtrent`: a time that is no single day.
    `ukedag`: its day was named by the weekday alone, and so may be that of the week of the møte. `fram`:
    by so much, but perhaps earlier («en uke fram»).
    `versjon` is set where the preview was said yes to.
    """

    til: Flytting = SOM_FOER
    skyv: timedelta | None = None
    omtrent: Period | None = None
    versjon: int | None = None
    ukedag: bool = False
    fram: timedelta | None = None

    def dager(self, moete: Moete, dag: date) -> list[date]:
        """The days that may be meant, seen from `dag`: one that comes, and is not the day it is on."""
        if self.til.dato and self.ukedag:
            mulige = {self.til.dato, i_samme_uke(moete.dato, self.til.dato)}
        elif self.fram and self.fram % _EN_DAG == timedelta(0):
            mulige = {moete.dato - self.fram, moete.dato + self.fram}
        else:
            return []
        return sorted(d for d in mulige if d >= dag and d != moete.dato)

    def paa(self, dag: date) -> "Flytteoenske":
        """The same, with that day chosen."""
        return replace(self, til=replace(self.til, dato=dag), ukedag=False, fram=None)

    def for_moetet(self, moete: Moete) -> Flytting:
        """What is to hold of that møte."""
        if self.skyv is None:
            return self.til
        if self.skyv % _EN_DAG == timedelta(0):
            return replace(self.til, dato=moete.dato + self.skyv)
        if moete.start is None:
            return self.til
        ny = datetime.combine(moete.dato, moete.start) + self.skyv
        return replace(self.til, dato=ny.date(), start=ny.time())


def les_oenske(turn: Turn, meaning: Meaning) -> tuple[Flytteoenske, Meaning]:
    """What is wanted, and the meaning that finds the møte: its period is the day of that møte, and all
    that is wanted stands in its slots, so that a button can go on with it. Raises UgyldigKnapp.
    """
    slots = meaning.slots
    if any(navn in slots.extra for navn in (DAG, START, SLUTT, STED, SKYV, FRAM)):
        return fra_data(slots), meaning
    lest = _lest(turn, slots)
    fra, dag = _dagene(turn, slots, lest)
    sted = lest.sted if lest.sted and len(lest.sted) <= MAKS_STED else None
    ukedag = lest.ukedag and dag == lest.dag
    if ukedag and fra and dag:
        # Who names the day the møte is on means that week, however far off it is.
        i_uka = i_samme_uke(fra, dag)
        dag = i_uka if i_uka != fra and i_uka >= turn.incoming.at.date() else dag
        ukedag = False
    til = Flytting(dag, lest.start, lest.slutt, sted)
    oenske = Flytteoenske(til, lest.skyv, lest.omtrent, ukedag=ukedag, fram=lest.fram)
    period = Period(fra, fra + _EN_DAG) if fra else None
    if slots.moete_id is not None:
        period = None
    return oenske, replace(meaning, slots=replace(slots, period=period, tvil=(), extra=til_data(oenske)))


def i_samme_uke(dag: date, ukedag: date) -> date:
    """The day of the week of `dag` that is called as `ukedag` is."""
    return dag + timedelta(days=ukedag.weekday() - dag.weekday())


def _lest(turn: Turn, slots: Slots) -> Oensket:
    """A button that only chose the møte, the body or the day leaves what the slots keep."""
    navn = [n.navn for o in turn.register.organer for n in o.navneliste]
    lest = les_flytting(linjen(turn), turn.incoming.at, navn) if slots.moete_id is None else Oensket()
    klokke = ord_(slots, _KLOKKE)
    if lest.start is None and klokke:
        av_klokka = les_flytting(klokke, turn.incoming.at)
        lest = replace(lest, start=av_klokka.start, slutt=av_klokka.slutt)
    return lest


def _dagene(turn: Turn, slots: Slots, lest: Oensket) -> tuple[date | None, date | None]:
    """The day of the møte that is meant, and the new one. A day that may be either is that of the møte
    where the body has one then.
    """
    uviss = lest.uviss
    if uviss is None and lest.dag is None and lest.fra is None and lest.omtrent is None:
        uviss = _en_dag(slots.period)
    if uviss and any(hode.dato == uviss for hode in aktuelle(turn, slots)):
        return uviss, lest.dag
    return lest.fra, lest.dag or uviss


def _en_dag(period: Period | None) -> date | None:
    if period is None or period.fra is None or period.til != period.fra + _EN_DAG:
        return None
    return period.fra


def til_data(oenske: Flytteoenske) -> dict[str, object]:
    til = oenske.til
    data = {
        DAG: til.dato.isoformat() if til.dato else None,
        START: til.start.isoformat("minutes") if til.start else None,
        SLUTT: til.slutt.isoformat("minutes") if til.slutt else None,
        STED: til.sted,
        SKYV: int(oenske.skyv.total_seconds()) // 60 if oenske.skyv else None,
        VERSJON: oenske.versjon,
        UKEDAG: oenske.ukedag or None,
        FRAM: oenske.fram.days if oenske.fram and not oenske.fram % _EN_DAG else None,
    }
    return {navn: verdi for navn, verdi in data.items() if verdi is not None}


def fra_data(slots: Slots) -> Flytteoenske:
    """Raises UgyldigKnapp."""
    dag, start, slutt = ord_(slots, DAG), ord_(slots, START), ord_(slots, SLUTT)
    skyv = timedelta(minutes=tall(slots, SKYV) or 0)
    fram = tall(slots, FRAM) or 0
    if abs(skyv) > LENGST or abs(fram) > LENGST.days:
        raise UgyldigKnapp
    try:
        til = Flytting(
            date.fromisoformat(dag) if dag else None,
            time.fromisoformat(start).replace(tzinfo=None) if start else None,
            time.fromisoformat(slutt).replace(tzinfo=None) if slutt else None,
            _sted(ord_(slots, STED)),
        )
        ukedag = slots.extra.get(UKEDAG) is True
        return Flytteoenske(til, skyv or None, None, tall(slots, VERSJON), ukedag, timedelta(fram) or None)
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _sted(sted: str | None) -> str | None:
    if sted is not None and not 0 < len(sted.strip()) <= MAKS_STED:
        raise UgyldigKnapp
    return " ".join(sted.split()) if sted else None
