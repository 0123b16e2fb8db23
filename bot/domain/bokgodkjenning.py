"""From utkast to godkjent: sent to the members, their merknader, the approval, and rettelser after it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.domain import fritekst
from bot.domain.bokakt import Akt, bare_sagt, som_dato
from bot.domain.bokfeil import (
    AlleredeSendt,
    IkkeGodkjent,
    IkkeHevet,
    IkkeSendt,
    IkkeVedTaushet,
    MerknadFinnesIkke,
    UbesvarteMerknader,
)
from bot.domain.bokloep import krev_ulaast
from bot.domain.bokpunkt import krev_frist, punkt
from bot.domain.bokstand import Bokstand, Referatmerknad
from bot.domain.fritekst import Feil, Felt, UgyldigTekst
from bot.domain.moetebok import Boktilstand, Foering, Foeringsslag, Moetebok
from bot.domain.register import Moetehode, Register


def send(stand: Bokstand, akt: Akt, frist: date | None, *, paa_nytt: bool = False) -> tuple[Foering, ...]:
    """The members get it, with a merknadsfrist (the last day, or none). Again, with a new frist, only where
    `paa_nytt`. Raises IkkeHevet, AlleredeSendt, FristIFortiden, Laast.
    """
    _krev_hevet(stand)
    if stand.sendt is not None and not paa_nytt:
        raise AlleredeSendt(stand.merknadsfrist)
    krev_frist(akt, frist)
    return (akt.foering(Foeringsslag.SENDT, **bare_sagt(frist=som_dato(frist))),)


def merknad(stand: Bokstand, akt: Akt, tekst: str) -> tuple[Foering, ...]:
    """Also after the frist, as long as it is not approved. Raises IkkeSendt, UgyldigTekst, Laast."""
    _krev_sendt(stand)
    ren = fritekst.merknad(tekst)
    return (akt.foering(Foeringsslag.MERKNAD, nr=stand.teller.merknad + 1, tekst=ren),)


def svar_merknad(
    stand: Bokstand, akt: Akt, nr: int, tatt_inn: bool, svar: str | None = None
) -> tuple[Foering, ...]:
    """Taken in or not; a no has a reason, and a decision may be made again. What is taken in is edited in
    the referat like anything else. Raises MerknadFinnesIkke, UgyldigTekst, Laast.
    """
    krev_ulaast(stand)
    if not any(m.nr == nr for m in stand.merknader):
        raise MerknadFinnesIkke(nr)
    ren = fritekst.begrunnelse(svar)
    if not tatt_inn and ren is None:
        raise UgyldigTekst(Felt.BEGRUNNELSE, Feil.TOM)
    return (akt.foering(Foeringsslag.MERKNAD_SVART, nr=nr, tekst=ren, tatt_inn=tatt_inn),)


def ubesvarte(stand: Bokstand) -> tuple[Referatmerknad, ...]:
    return tuple(m for m in stand.merknader if m.tatt_inn is None)


def godkjenn(
    stand: Bokstand, akt: Akt, i: str | None = None, *, usendt: bool = False, uansett: bool = False
) -> tuple[Foering, ...]:
    """Locked for good. `i` is where, of one that is approved in a later møte («sak 01/25 i møte
    30.01.25»). `usendt`: although the members have not got it from here; `uansett`: although merknader
    are unanswered. Raises IkkeHevet, IkkeSendt, UbesvarteMerknader, Laast.
    """
    _krev_hevet(stand)
    if stand.sendt is None and not usendt:
        raise IkkeSendt
    if ubesvarte(stand) and not uansett:
        raise UbesvarteMerknader(ubesvarte(stand))
    return (akt.foering(Foeringsslag.GODKJENT, **bare_sagt(i=i)),)


def taushet_gjelder(stand: Bokstand, ved_taushet: bool, dag: date) -> bool:
    """Whether silence has approved it: the body has chosen so, the day is after the frist, and no merknad
    is unanswered.
    """
    sendt = stand.tilstand is Boktilstand.TIL_GODKJENNING
    frist = stand.merknadsfrist
    return ved_taushet and sendt and frist is not None and dag > frist and not ubesvarte(stand)


def godkjenn_ved_taushet(stand: Bokstand, akt: Akt, ved_taushet: bool) -> tuple[Foering, ...]:
    """Raises IkkeVedTaushet, Laast."""
    krev_ulaast(stand)
    if not taushet_gjelder(stand, ved_taushet, akt.dag):
        raise IkkeVedTaushet
    return (akt.foering(Foeringsslag.GODKJENT),)


def rettelse(stand: Bokstand, akt: Akt, tekst: str, nr: int | None = None) -> tuple[Foering, ...]:
    """A visible, dated correction of an approved referat, of a point or of the whole. Raises IkkeGodkjent,
    PunktFinnesIkke, UgyldigTekst.
    """
    if stand.tilstand is not Boktilstand.GODKJENT:
        raise IkkeGodkjent
    om = None if nr is None else punkt(stand, nr).nr
    return (akt.foering(Foeringsslag.RETTELSE, nr=om, tekst=fritekst.punkt(tekst)),)


def forrige_ikke_godkjent(
    boeker: Iterable[Moetebok], register: Register, hode: Moetehode
) -> tuple[Moetebok, Moetehode] | None:
    """Which referat is meant where one is approved in the møte `hode`: that of the last møte of a body of
    its before it, among those that are closed and not approved. Never its own.
    """
    venter = [
        (bok, sitt)
        for bok in boeker
        if bok.tilstand in (Boktilstand.UTKAST, Boktilstand.TIL_GODKJENNING)
        and (sitt := register.hode(bok.moete_id)) is not None
        and set(sitt.organ_ids) & set(hode.organ_ids)
        and _naar(sitt) < _naar(hode)
    ]
    return max(venter, key=lambda par: _naar(par[1]), default=None)


def hode_etter(bok: Moetebok, stand: Bokstand) -> Moetebok:
    """The head as it is to be stored beside that log."""
    return replace(bok, tilstand=stand.tilstand, merknadsfrist=stand.merknadsfrist, godkjent=stand.godkjent)


def _naar(hode: Moetehode) -> tuple[str, str, int]:
    return hode.dato.isoformat(), f"{hode.start:%H:%M}" if hode.start else "", hode.id


def _krev_hevet(stand: Bokstand) -> None:
    krev_ulaast(stand)
    if stand.tilstand is Boktilstand.AAPEN:
        raise IkkeHevet


def _krev_sendt(stand: Bokstand) -> None:
    krev_ulaast(stand)
    if stand.tilstand is not Boktilstand.TIL_GODKJENNING:
        raise IkkeSendt
