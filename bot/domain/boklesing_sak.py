"""Reading the log: parts, saker, who leads and keeps it, and where in the møte it is."""

from dataclasses import replace
from datetime import datetime

from bot.domain.bokakt import OSLO, folk_av, forslag_av, hvem_av, klokke_av
from bot.domain.bokkladd import Kladd
from bot.domain.bokstand import Aapnet, Bokdel, Boksak, Boksakslag
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag


def _del_lagt(kladd: Kladd, linje: Foering) -> None:
    nr = linje.nr or 0
    kladd.deler[nr] = Bokdel(nr, linje.tekst, tuple(linje.verdier.get("organ_ids", ())))
    if linje.verdier.get("aapen"):
        _lukk(kladd, linje.at)
        kladd.aapen, kladd.aapen_del = None, nr


def _sak_lagt(kladd: Kladd, linje: Foering) -> None:
    v = linje.verdier
    sak = Boksak(
        linje.sak or 0,
        linje.tekst or "",
        v.get("saksnr"),
        Boksakslag(v.get("slag", Boksakslag.SAK)),
        v.get("del", 0),
        v.get("ansvarlig"),
        klokke_av(v.get("start")),
        klokke_av(v.get("slutt")),
        None,
        v.get("meldt"),
        v.get("under"),
    )
    kladd.saker.insert(_plass_til(kladd, sak, v.get("foer")), sak)
    kladd.keys.add(sak.key)


def _plass_til(kladd: Kladd, sak: Boksak, foer: int | None) -> int:
    """Before `foer`; else behind what lies under the same eventuelt; else last in its part."""
    plass = kladd.plass(foer) if foer is not None else None
    if plass is not None:
        return plass
    if sak.under is not None:
        egne = [i for i, s in enumerate(kladd.saker) if sak.under in (s.key, s.under)]
        if egne:
            return egne[-1] + 1
    if not kladd.saker or kladd.saker[-1].del_nr <= sak.del_nr:
        return len(kladd.saker)
    return next(i for i, s in enumerate(kladd.saker) if s.del_nr > sak.del_nr)


def _sak_endret(kladd: Kladd, linje: Foering) -> None:
    plass = kladd.plass(linje.sak)
    if plass is None:
        return
    felt = {navn: linje.verdier[navn] for navn in ("saksnr", "ansvarlig") if navn in linje.verdier}
    if linje.tekst:
        felt["tittel"] = linje.tekst
    kladd.saker[plass] = replace(kladd.saker[plass], **felt)


def _moeteleder(kladd: Kladd, linje: Foering) -> None:
    hvem = linje.verdier.get("hvem")
    kladd.moeteleder = hvem_av(hvem) if hvem else None


def _referent(kladd: Kladd, linje: Foering) -> None:
    kladd.referenter = folk_av(linje.verdier.get("hvem"))


def _moete(kladd: Kladd, linje: Foering) -> None:
    v = linje.verdier
    kladd.sted = v.get("sted", kladd.sted)
    kladd.start = klokke_av(v["start"]) if "start" in v else kladd.start
    kladd.slutt = klokke_av(v["slutt"]) if "slutt" in v else kladd.slutt


def _sak_aapnet(kladd: Kladd, linje: Foering) -> None:
    """Once the møte is closed, points still go to a sak, but its time is over."""
    plass = kladd.plass(linje.sak)
    if plass is None:
        return
    kladd.aapen, kladd.aapen_del = linje.sak, kladd.saker[plass].del_nr
    if kladd.hevet is None:
        _lukk(kladd, linje.at)
        kladd.pause = None
        _begynn(kladd, linje.at)


def _pause(kladd: Kladd, linje: Foering) -> None:
    _lukk(kladd, linje.at)
    kladd.pause = linje.at


def _tilbake(kladd: Kladd, linje: Foering) -> None:
    kladd.pause = None
    _begynn(kladd, linje.at)


def _hevet(kladd: Kladd, linje: Foering) -> None:
    klokke = klokke_av(linje.verdier.get("klokke"))
    dag = linje.at.astimezone(OSLO)
    kladd.hevet = (
        linje.at if klokke is None else datetime.combine(dag, klokke, OSLO).astimezone(linje.at.tzinfo)
    )
    _lukk(kladd, kladd.hevet)
    kladd.pause = None
    kladd.tilstand = Boktilstand.UTKAST
    hold(kladd, linje)


def _gjenaapnet(kladd: Kladd, linje: Foering) -> None:
    kladd.hevet, kladd.forslag = None, {}
    kladd.tilstand = Boktilstand.AAPEN
    _begynn(kladd, linje.at)


def hold(kladd: Kladd, linje: Foering) -> None:
    """What the papers said then (`bot.domain.bokholdt`)."""
    v = linje.verdier
    for key, alle in v.get("forslag", {}).items():
        kladd.forslag[int(key)] = tuple(forslag_av(f) for f in alle)
    if linje.slag is not Foeringsslag.HEVET:
        kladd.sted = kladd.sted or v.get("sted")
        kladd.start = kladd.start or klokke_av(v.get("start"))


def _lukk(kladd: Kladd, at: datetime) -> None:
    """The sak that is treated is so no more; a clock before it began counts as that."""
    if kladd.loep and kladd.loep[-1].til is None:
        sist = kladd.loep[-1]
        kladd.loep[-1] = replace(sist, til=max(at, sist.fra))


def _begynn(kladd: Kladd, at: datetime) -> None:
    if kladd.aapen is not None:
        _lukk(kladd, at)
        kladd.loep.append(Aapnet(kladd.aapen, at))


SAK = {
    Foeringsslag.DEL_LAGT: _del_lagt,
    Foeringsslag.SAK_LAGT: _sak_lagt,
    Foeringsslag.SAK_ENDRET: _sak_endret,
    Foeringsslag.MOETELEDER: _moeteleder,
    Foeringsslag.REFERENT: _referent,
    Foeringsslag.MOETE: _moete,
    Foeringsslag.SAK_AAPNET: _sak_aapnet,
    Foeringsslag.PAUSE: _pause,
    Foeringsslag.TILBAKE: _tilbake,
    Foeringsslag.HEVET: _hevet,
    Foeringsslag.GJENAAPNET: _gjenaapnet,
}
