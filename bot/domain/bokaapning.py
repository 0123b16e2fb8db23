"""The first lines of a møtebok: what is known before the møte begins, of its saker and of who comes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.domain.bokakt import Akt, bare_sagt, som_klokke, som_verdi, som_verdier
from bot.domain.boknavn import ROLLER
from bot.domain.bokstand import Boksakslag
from bot.domain.frammoete import Hvem, Slag
from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling
from bot.domain.meldtsak import MeldtSak
from bot.domain.moete import Moete
from bot.domain.moetebok import Foering, Foeringsslag
from bot.domain.navn import inneholder
from bot.domain.organ import Medlem, Organ, Rolle
from bot.domain.plasser import Plass, hvem, plasser
from bot.domain.register import Moetehode, Register
from bot.domain.stilling import Personstilling, Stilling

_EVENTUELT = re.compile(r"(?:eventuelt|ymse|evt)\b", re.IGNORECASE)
_GODKJENNING = re.compile(
    r"\bgodkjen\w*\b.*\b(?:innkalling|sak(?:s)?list|dagsorden|referat|protokoll)", re.IGNORECASE
)
_FELLES = re.compile(r"felles\s?møte\b", re.IGNORECASE)


def aapne(
    moete: Moete, register: Register, stilling: Stilling, akt: Akt, meldte: Sequence[MeldtSak] = ()
) -> tuple[Foering, ...]:
    """Saker of the saksliste, with `meldte` (those raised to eventuelt of this møte) under eventuelt, who
    is expected, møteleder and referenter where they are known. A møte without an innkalling has no
    saker; `bot.domain.bokloep.ny_sak` adds them. Raises LookupError where the register has no such møte.
    """
    hode = register.hode(moete.id or 0)
    if hode is None:
        raise LookupError(moete.id)
    organer = [register.organ(i) for i in hode.organ_ids]
    saker = list(_saker(akt, moete.innkalling, register, hode)) if moete.innkalling else []
    return (
        akt.foering(Foeringsslag.AAPNET),
        akt.foering(Foeringsslag.DEL_LAGT, nr=0, organ_ids=list(hode.organ_ids)),
        *saker,
        *_meldte(akt, saker, meldte),
        *_folk(akt, organer, hode, stilling),
        *_ledelse(akt, organer, hode, stilling),
    )


def sakslag(tittel: str) -> Boksakslag:
    """EVENTUELT and GODKJENNING are known by their titles."""
    if _EVENTUELT.match(tittel.strip()):
        return Boksakslag.EVENTUELT
    return Boksakslag.GODKJENNING if _GODKJENNING.search(tittel) else Boksakslag.SAK


def _saker(akt: Akt, innkalling: Innkalling, register: Register, hode: Moetehode) -> Iterator[Foering]:
    """Pauses are no saker; a heading «Felles møte med …» begins a part."""
    del_nr = key = 0
    for punkt in innkalling.agenda:
        if punkt.saksnr is None and _FELLES.match(punkt.tittel):
            del_nr += 1
            organ_ids = _nevnte(punkt.tittel, register, hode)
            yield akt.foering(Foeringsslag.DEL_LAGT, nr=del_nr, tekst=punkt.tittel, organ_ids=organ_ids)
        elif punkt.type is not Agendatype.PAUSE:
            key += 1
            yield _sak(akt, key, punkt, del_nr)


def _nevnte(tittel: str, register: Register, hode: Moetehode) -> list[int]:
    """The møte's own bodies, and those of the same helsefellesskap that the title names."""
    andre = [
        organ.id
        for organ in register.organer
        if organ.id is not None
        and organ.id not in hode.organ_ids
        and organ.helsefellesskap_id == hode.helsefellesskap_id
        and any(n.gjelder(hode.dato) and inneholder(tittel, n.navn) for n in organ.navneliste)
    ]
    return [*hode.organ_ids, *andre]


def _sak(akt: Akt, key: int, punkt: Agendapunkt, del_nr: int) -> Foering:
    avslutning = punkt.type is Agendatype.AVSLUTNING
    slag = Boksakslag.AVSLUTNING if avslutning else sakslag(punkt.tittel)
    return akt.foering(
        Foeringsslag.SAK_LAGT,
        sak=key,
        tekst=punkt.tittel,
        **bare_sagt(
            saksnr=punkt.saksnr,
            slag=None if slag is Boksakslag.SAK else slag.value,
            ansvarlig=", ".join(a.navn for a in punkt.ansvarlige),
            start=som_klokke(punkt.start),
            slutt=som_klokke(punkt.slutt),
        ),
        **({"del": del_nr} if del_nr else {}),
    )


def _meldte(akt: Akt, saker: Sequence[Foering], meldte: Iterable[MeldtSak]) -> Iterator[Foering]:
    """Under the eventuelt of the møte's own part; where it has none they wait until there is one."""
    lagte = [s for s in saker if s.slag is Foeringsslag.SAK_LAGT]
    er_evt = (s for s in lagte if s.verdier.get("slag") == Boksakslag.EVENTUELT.value)
    eventuelt = next((s for s in er_evt if not s.verdier.get("del")), None)
    if eventuelt is None:
        return
    for key, sak in enumerate(meldte, len(lagte) + 1):
        felt = bare_sagt(meldt=sak.id, under=eventuelt.sak, ansvarlig=sak.av.navn)
        yield akt.foering(Foeringsslag.SAK_LAGT, sak=key, tekst=sak.tittel, **felt)


def _folk(akt: Akt, organer: list[Organ], hode: Moetehode, stilling: Stilling) -> Iterator[Foering]:
    """Each once, also in a felles møte: who has forfall, and the others to be confirmed; then the
    stand-ins.
    """
    sett: set[Hvem] = set()
    alle = plasser(organer, hode)
    for plass in alle:
        if plass.hvem not in sett:
            sett.add(plass.hvem)
            yield _en(akt, plass, stilling.person(plass.hvem))
    for plass in alle:
        vara = _vara(plass, stilling)
        if vara is not None and vara not in sett:
            sett.add(vara)
            yield _stand_in(akt, vara, plass, organer, hode)


def _en(akt: Akt, plass: Plass, stand: Personstilling) -> Foering:
    felt = bare_sagt(tilknytning=_fra(plass.medlem), rolle=ROLLER.get(plass.medlem.rolle))
    person = som_verdi(plass.hvem)
    if stand.borte:
        return akt.foering(Foeringsslag.FORFALL, hvem=person, **felt)
    klokker = {m.slag: som_klokke(m.klokke) for m in stand.merker}
    mer = bare_sagt(kom=klokker.get(Slag.SENT), gikk=klokker.get(Slag.TIDLIG), teams=Slag.TEAMS in klokker)
    return akt.foering(Foeringsslag.TIL_STEDE, hvem=person, bekreftes=True, **felt, **mer)


def _fra(medlem: Medlem) -> str | None:
    return medlem.representerer or medlem.sete


def _vara(plass: Plass, stilling: Stilling) -> Hvem | None:
    kall = stilling.dekket_av(plass.organ_id, plass.hvem)
    return kall.vara if kall else stilling.stedfortreder(plass.organ_id, plass.hvem)


def _stand_in(akt: Akt, vara: Hvem, plass: Plass, organer: list[Organ], hode: Moetehode) -> Foering:
    kjent = (m for o in organer for m in o.medlemmer if hvem(m) == vara and m.gjelder(hode.dato))
    medlem = next(kjent, None)
    felt = bare_sagt(tilknytning=_fra(medlem) if medlem else None, vara_for=plass.medlem.navn)
    return akt.foering(Foeringsslag.TIL_STEDE, hvem=som_verdi(vara), bekreftes=True, vara=True, **felt)


def _ledelse(akt: Akt, organer: list[Organ], hode: Moetehode, stilling: Stilling) -> Iterator[Foering]:
    """Leder of the first body; nestleder where the leder has forfall."""
    kommer = [p for p in plasser(organer, hode) if not stilling.person(p.hvem).borte]
    av_den = [p for p in kommer if p.organ_id == hode.organ_ids[0]]
    for rolle in (Rolle.LEDER, Rolle.NESTLEDER):
        leder = next((p.hvem for p in av_den if p.medlem.rolle is rolle), None)
        if leder is not None:
            yield akt.foering(Foeringsslag.MOETELEDER, hvem=som_verdi(leder))
            break
    referenter = list(dict.fromkeys(_referenter(organer, hode, stilling)))
    if referenter:
        yield akt.foering(Foeringsslag.REFERENT, hvem=som_verdier(referenter))


def _referenter(organer: list[Organ], hode: Moetehode, stilling: Stilling) -> Iterator[Hvem]:
    """A row of their own says so: somebody may be a member too."""
    for organ in organer:
        for m in organ.medlemmer:
            if m.rolle is Rolle.REFERENT and m.gjelder(hode.dato) and not stilling.person(hvem(m)).borte:
                yield hvem(m)
