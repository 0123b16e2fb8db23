"""What was noted of a forfall, and how it stands with the vara."""

from collections.abc import Collection, Iterable, Sequence

from bot.cards.element import Element, overskrift, tekstblokk, tett
from bot.cards.melding import kort
from bot.domain.conversation import Button
from bot.domain.plasser import Plass
from bot.domain.stilling import Kall
from bot.domain.utfall import Beskjedslag, Forslag, Utfall, Varahva, Varasvar
from bot.turn import Message, Norsk


def svarkort(foerst: Sequence[str], linjer: Sequence[str], knapper: Sequence[Button]) -> Message:
    """`foerst` is what was noted, a line a møte; the rest close under it."""
    kropp: list[Element] = [overskrift(foerst[0]), *(tett(tekstblokk(linje)) for linje in foerst[1:])]
    kropp += [tekstblokk(linje) for linje in linjer]
    return kort("\n".join([*foerst, *linjer]), kropp, knapper, uttale=foerst[0])


def varalinjer(
    norsk: Norsk, utfall: Utfall, ikke_naadd: Iterable[Kall], uhoert: Collection[Beskjedslag] = ()
) -> list[str]:
    """Who is asked, who is proposed, and where there is nobody; each as a sentence. Of one whom the bot
    cannot reach it is not said that they are asked.
    """
    ikke_naadd = list(ikke_naadd)
    ikke = {kall.id for kall in ikke_naadd}
    svar = [s for s in utfall.varasvar if not (s.hva is Varahva.KALT and s.kall and s.kall.id in ikke)]
    nevnt = ikke | {s.kall.id for s in svar if s.kall}
    linjer = [_varasvar(norsk, s, uhoert) for s in svar]
    linjer += [spurt(norsk, kall) for kall in utfall.kalt if kall.id not in nevnt]
    linjer += [norsk.tekst("forfall.ikke_naadd", navn=kall.vara.navn) for kall in ikke_naadd]
    linjer += [_forslag(norsk, forslag) for forslag in utfall.forslag]
    return linjer + [_ingen(norsk, plass) for plass in utfall.uten if plass.teller]


def trukketlinjer(norsk: Norsk, utfall: Utfall, ikke_trukket: Iterable[Kall]) -> list[str]:
    """The varaer who are told that they are not needed, and those somebody else has to tell."""
    ikke = {kall.id for kall in ikke_trukket}
    varslet = [k for k in utfall.trukket if k.kalt and k.id not in ikke]
    return [norsk.tekst("forfall.vara_varslet", navn=k.vara.navn) for k in varslet] + [
        norsk.tekst("forfall.ikke_trukket", navn=k.vara.navn) for k in ikke_trukket
    ]


def spurt(norsk: Norsk, kall: Kall) -> str:
    return norsk.tekst("forfall.vara_spurt", navn=kall.vara.navn)


def _forslag(norsk: Norsk, forslag: Forslag) -> str:
    if forslag.plass.sete:
        return norsk.tekst("forfall.vara_forslag", navn=forslag.vara.navn, sete=forslag.plass.sete)
    return norsk.tekst("forfall.vara_forslag_uten_sete", navn=forslag.vara.navn)


def _ingen(norsk: Norsk, plass: Plass) -> str:
    if plass.sete:
        return norsk.tekst("forfall.vara_ingen", sete=plass.sete)
    return norsk.tekst("forfall.vara_ingen_uten_sete")


def _paa_tvers(norsk: Norsk, navn: str, plass: Plass) -> str:
    if plass.sete:
        return norsk.tekst("forfall.vara_paa_tvers", navn=navn, sete=plass.sete)
    return norsk.tekst("forfall.vara_paa_tvers_uten_sete", navn=navn)


def _varasvar(norsk: Norsk, svar: Varasvar, uhoert: Collection[Beskjedslag]) -> str:
    navn = svar.vara.navn
    match svar.hva:
        case Varahva.KALT:
            return norsk.tekst("forfall.vara_spurt", navn=navn)
        case Varahva.ALLEREDE_KALT:
            return norsk.tekst("forfall.vara_alt_spurt", navn=navn)
        case Varahva.PAA_TVERS:
            return _paa_tvers(norsk, navn, svar.plass)
        case Varahva.STEDFORTREDER:
            if Beskjedslag.STEDFORTREDER in uhoert:
                return norsk.tekst("forfallvarsel.stedfortreder_uhoert", navn=navn)
            return norsk.tekst("forfall.vara_stedfortreder", navn=navn)
        case Varahva.DEKKET:
            return norsk.tekst("forfall.vara_dekket", navn=(svar.ved or svar.vara).navn)
        case Varahva.HAR_PLASS:
            return norsk.tekst("forfall.vara_har_plass", navn=navn)
        case Varahva.BORTE:
            return norsk.tekst("forfall.vara_borte", navn=navn)
        case Varahva.OPPTATT:
            return norsk.tekst("forfall.vara_opptatt", navn=navn)
        case Varahva.SEG_SELV:
            return norsk.tekst("forfall.vara_seg_selv")
