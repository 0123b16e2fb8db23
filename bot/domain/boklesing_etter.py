"""Reading the log: merknader, approval, rettelser, and what was suggested or asked for."""

from dataclasses import replace

from bot.domain.bokakt import dato_av
from bot.domain.bokkladd import Kladd
from bot.domain.boklesing_sak import hold
from bot.domain.bokstand import Foreslaatt, Referatmerknad, Rettelse
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag


def _sendt(kladd: Kladd, linje: Foering) -> None:
    kladd.sendt = linje.at
    kladd.merknadsfrist = dato_av(linje.verdier.get("frist"))
    kladd.tilstand = Boktilstand.TIL_GODKJENNING
    hold(kladd, linje)


def _merknad(kladd: Kladd, linje: Foering) -> None:
    if linje.nr is not None and linje.av is not None:
        kladd.merknader[linje.nr] = Referatmerknad(linje.nr, linje.tekst or "", linje.av, linje.at)


def _merknad_svart(kladd: Kladd, linje: Foering) -> None:
    foer = kladd.merknader.get(linje.nr or 0)
    if foer is not None:
        tatt_inn = bool(linje.verdier.get("tatt_inn"))
        kladd.merknader[foer.nr] = replace(foer, tatt_inn=tatt_inn, svar=linje.tekst)


def _godkjent(kladd: Kladd, linje: Foering) -> None:
    kladd.godkjent, kladd.godkjent_av = linje.at, linje.av
    kladd.godkjent_i = linje.verdier.get("i")
    kladd.tilstand = Boktilstand.GODKJENT
    hold(kladd, linje)


def _rettelse(kladd: Kladd, linje: Foering) -> None:
    kladd.rettelser.append(Rettelse(linje.tekst or "", linje.av, linje.at, linje.nr))


def _foreslaatt(kladd: Kladd, linje: Foering) -> None:
    if linje.nr is not None and linje.av is not None:
        kladd.foreslaatt[linje.nr] = Foreslaatt(linje.nr, linje.tekst or "", linje.av, linje.sak)


def _foreslaatt_svart(kladd: Kladd, linje: Foering) -> None:
    foer = kladd.foreslaatt.get(linje.nr or 0)
    if foer is not None:
        kladd.foreslaatt[foer.nr] = replace(foer, tatt_inn=bool(linje.verdier.get("tatt_inn")))


def _vurdering(kladd: Kladd, linje: Foering) -> None:
    """Sorted, so that nobody is known by the order."""
    kladd.vurderinger = sorted([*kladd.vurderinger, int(linje.verdier["svar"])])


ETTER = {
    Foeringsslag.SENDT: _sendt,
    Foeringsslag.MERKNAD: _merknad,
    Foeringsslag.MERKNAD_SVART: _merknad_svart,
    Foeringsslag.GODKJENT: _godkjent,
    Foeringsslag.RETTELSE: _rettelse,
    Foeringsslag.FORESLAATT: _foreslaatt,
    Foeringsslag.FORESLAATT_SVART: _foreslaatt_svart,
    Foeringsslag.VURDERING: _vurdering,
}
