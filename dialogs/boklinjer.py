"""From what was said to the lines of the log, by the kind of point."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain import bokpunkt, bokvedtak
from bot.domain.boklesing import les
from bot.domain.bokpunktfeil import FristUklar, HvilketForslag, UtenForslag
from bot.domain.boksaker import den_aapne, finn_sak
from bot.domain.bokstand import Boksak
from bot.domain.eventuelt import neste_etter
from bot.domain.frammoete import Hvem
from bot.domain.innkalling import Forslag
from bot.domain.moete import Moete
from bot.domain.moetebok import Foering, Punktslag
from bot.domain.navn import norm
from bot.language import diktat, oppfoelging, vedtakslinje, votering
from bot.turn import Meaning, Turn
from dialogs.bokfoer import Bok
from dialogs.bokfolk import finn_folk, kjent_av, krev_entydig
from dialogs.slots import UgyldigKnapp, ord_, tall

INGEN = "ingen"
Linjer = Sequence[Foering]


@dataclass(frozen=True)
class Sagt:
    """A line that is to become a point. `tekst` is in writing; `key` the sak it names (None: the open
    one).
    """

    turn: Turn
    meaning: Meaning
    bok: Bok
    forslag: tuple[Forslag, ...]
    tekst: str
    key: int | None

    @property
    def dag(self) -> date:
        return self.turn.incoming.at.date()


def punktlinjer(turn: Turn, meaning: Meaning, slag: Punktslag, bok: Bok, moete: Moete) -> Linjer:
    """Raises what the rules raise (`bot.domain.bokfeil`), and UgyldigTekst."""
    key = saken(bok, meaning)
    sak = bok.stand.sak(key) if key is not None else den_aapne(bok.stand)
    tekst = ord_(meaning.slots, "tekst") or ""
    sagt = Sagt(turn, meaning, bok, tuple(bokvedtak.forslag_til(moete, sak)), skrevet(turn, tekst), key)
    return _SLAG.get(slag, _vanlig(slag))(sagt)


def skrevet(turn: Turn, tekst: str) -> str:
    """As it is written, with the names of members and bodies."""
    return diktat.skrift(tekst, diktat.navn_i(turn.register, turn.incoming.at.date()))


def saken(bok: Bok, meaning: Meaning) -> int | None:
    """The key of the sak that is named, or was chosen."""
    key = tall(meaning.slots, "key")
    if key is not None:
        return key
    ref = meaning.slots.sak
    return finn_sak(bok.stand, ref, bok.hode.dato.year).key if ref else None


def _vanlig(slag: Punktslag) -> Callable[[Sagt], Linjer]:
    def linjer(sagt: Sagt) -> Linjer:
        return bokpunkt.nytt(sagt.bok.stand, sagt.bok.akt, slag, sagt.tekst, sak=sagt.key, hvem=_hvem(sagt))

    return linjer


def _hvem(sagt: Sagt) -> tuple[Hvem, ...]:
    valgt = ord_(sagt.meaning.slots, "hvem") or sagt.meaning.slots.person
    return finn_folk(sagt.turn, sagt.bok, [valgt]) if valgt else ()


def _innspill(sagt: Sagt) -> Linjer:
    """«Jonas: dette må vi se på» is Jonas's; of one nobody knows («Nordre region: …») all words stay."""
    hvem = _hvem(sagt)
    navn, kolon, resten = sagt.tekst.partition(": ")
    valgt = bool(ord_(sagt.meaning.slots, "hvem")) and bool(kolon)
    kjent = kjent_av(sagt.turn, sagt.bok, navn) if kolon and resten.strip() and not hvem else None
    if valgt or kjent is not None:
        sagt, hvem = replace(sagt, tekst=skrevet(sagt.turn, resten)), (kjent,) if kjent else hvem
    return bokpunkt.nytt(
        sagt.bok.stand, sagt.bok.akt, Punktslag.INNSPILL, sagt.tekst, sak=sagt.key, hvem=hvem
    )


def _oppfoelging(sagt: Sagt) -> Linjer:
    """Who and when are read from the line; a choice that was asked for counts before that."""
    funn = oppfoelging.les(sagt.tekst, sagt.turn.register, sagt.dag, sagt.bok.organ_ids)
    valgt = ord_(sagt.meaning.slots, "hvem")
    navn = _valgt_i(funn, valgt) if valgt else list(funn.hvem)
    if not valgt:
        krev_entydig(sagt.turn, sagt.bok, sagt.tekst, navn)
    if funn.tvil and ord_(sagt.meaning.slots, "frist") is None:
        raise FristUklar(funn.tvil)
    hvem = finn_folk(sagt.turn, sagt.bok, navn)
    if funn.taler and not hvem:
        hvem = (sagt.turn.aktoer.hvem,)
    frist = _frist(sagt, funn.frist or _neste_moete(sagt))
    slag = Punktslag.OPPFOELGING
    return bokpunkt.nytt(
        sagt.bok.stand,
        sagt.bok.akt,
        slag,
        skrevet(sagt.turn, funn.hva),
        sak=sagt.key,
        hvem=hvem,
        frist=frist,
    )


def _valgt_i(funn: oppfoelging.Oppfoelgingsfunn, valgt: str) -> list[str]:
    """The one that was chosen, with the others that the line names for sure."""
    tvil = [n for n in funn.hvem if n in funn.kandidater or norm(valgt).startswith(norm(n))]
    return [valgt if n in tvil[:1] else n for n in funn.hvem] if tvil else [valgt]


def _neste_moete(sagt: Sagt) -> date | None:
    """The day of the body's next møte, where that is the frist and is known."""
    hode = sagt.bok.hode
    if not oppfoelging.til_neste_moete(sagt.tekst) or len(hode.organ_ids) != 1:
        return None
    neste = neste_etter(sagt.turn.register, hode.organ_ids[0], hode.dato)
    return neste.dato if neste else None


def _frist(sagt: Sagt, lest: date | None) -> date | None:
    valgt = ord_(sagt.meaning.slots, "frist")
    if valgt is None:
        return lest
    try:
        return None if valgt == INGEN else date.fromisoformat(valgt)
    except ValueError as feil:
        raise UgyldigKnapp from feil


def _vedtak(sagt: Sagt) -> Linjer:
    linje = vedtakslinje.les(sagt.tekst)
    svarer = tall(sagt.meaning.slots, "svarer") if sagt.forslag else None
    nr = tall(sagt.meaning.slots, "punkt") or svarer or linje.forslag
    stand, akt, key = sagt.bok.stand, sagt.bok.akt, sagt.key
    if linje.utfall is None:
        nye: Linjer = bokvedtak.eget_vedtak(stand, akt, sagt.forslag, sagt.tekst, nr=nr, sak=key)
    elif linje.utfall is vedtakslinje.Vedtaksutfall.FALT:
        nye = _falt(sagt, nr)
    else:
        tillegg = skrevet(sagt.turn, linje.tillegg) if linje.tillegg else None
        nye = bokvedtak.vedta(stand, akt, sagt.forslag, nr=nr, tillegg=tillegg, sak=key)
    return nye if linje.votering is None else [*nye, *_stemt(sagt, nye, linje.votering)]


def _falt(sagt: Sagt, nr: int | None) -> Linjer:
    """The only forslag needs no number."""
    if not sagt.forslag:
        raise UtenForslag(_sak(sagt))
    eneste = sagt.forslag[0].nr or 1 if len(sagt.forslag) == 1 else None
    valgt = nr or eneste
    if valgt is None:
        raise HvilketForslag(len(sagt.forslag))
    tekst = sagt.turn.norsk.tekst("foering.forslag_falt", nr=valgt)
    return bokvedtak.falt(sagt.bok.stand, sagt.bok.akt, sagt.forslag, valgt, tekst, sak=sagt.key)


def _sak(sagt: Sagt) -> Boksak:
    return sagt.bok.stand.sak(sagt.key) if sagt.key is not None else den_aapne(sagt.bok.stand)


def _stemt(sagt: Sagt, nye: Linjer, stemt: votering.Votering) -> Linjer:
    stand = les([*sagt.bok.linjer, *nye], sagt.bok.stand)
    tekst = _stemmeord(sagt.turn, stemt) or sagt.tekst
    return bokvedtak.votering(stand, sagt.bok.akt, tekst, _stemmer(stemt), sak=sagt.key)


def _stemmeord(turn: Turn, stemt: votering.Votering) -> str:
    """The votes alone, «5 for, 2 mot»: the text of the vedtak is not said twice."""
    if stemt.enstemmig:
        return turn.norsk.tekst("foering.enstemmig")
    deler = (("for", stemt.for_), ("mot", stemt.mot), ("blanke", stemt.blanke))
    return ", ".join(turn.norsk.tekst(f"foering.stemte_{n}", antall=a) for n, a in deler if a is not None)


def _votering(sagt: Sagt) -> Linjer:
    stemt = votering.les(sagt.tekst)
    if stemt is None:
        return bokpunkt.nytt(sagt.bok.stand, sagt.bok.akt, Punktslag.VOTERING, sagt.tekst, sak=sagt.key)
    return bokvedtak.votering(sagt.bok.stand, sagt.bok.akt, sagt.tekst, _stemmer(stemt), sak=sagt.key)


def _stemmer(stemt: votering.Votering) -> tuple[int, int, int] | None:
    """None where all were for, or nobody has said how many were."""
    return None if stemt.enstemmig else stemt.stemmer


def _utsatt(sagt: Sagt) -> Linjer:
    return bokvedtak.utsett(sagt.bok.stand, sagt.bok.akt, sagt.tekst, sak=sagt.key)


def _protokoll(sagt: Sagt) -> Linjer:
    return bokvedtak.protokolltilfoersel(
        sagt.bok.stand, sagt.bok.akt, sagt.tekst, _hvem(sagt), sak=sagt.key
    )


_SLAG: dict[Punktslag, Callable[[Sagt], Linjer]] = {
    Punktslag.INNSPILL: _innspill,
    Punktslag.OPPFOELGING: _oppfoelging,
    Punktslag.VEDTAK: _vedtak,
    Punktslag.VOTERING: _votering,
    Punktslag.UTSATT: _utsatt,
    Punktslag.PROTOKOLLTILFOERSEL: _protokoll,
}
