"""What is also up in other bodies, in a line or as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.liste import Post, liste
from bot.cards.ord import organnavn, sakstittel, stor
from bot.domain.fellestema import Felles, Tema
from bot.domain.register import Register
from bot.language import skriv
from bot.language.temaord import temaord
from bot.turn import Message, Norsk

VIST_ORD = 3
VIST = 2
"""Saker in one line; the rest is counted."""


@dataclass(frozen=True)
class Temavisning:
    norsk: Norsk
    register: Register
    dag: date

    def organ(self, tema: Tema) -> str:
        return organnavn(self.register, tema.organ_ids, self.dag)

    def dato(self, dag: date) -> str:
        """«12. mars», with the year where it is another than this."""
        uten_ukedag = self.norsk.dato(dag).partition(" ")[2]
        return uten_ukedag.removesuffix(f" {self.dag.year}")


def linje(v: Temavisning, treff: Sequence[Felles]) -> str:
    """«02/24 Rusbehandling er også oppe i Fagråd 1 12. mars.»; empty where nothing is."""
    if not treff:
        return ""
    deler = [_ogsaa(v, f) for f in treff[:VIST]]
    rest = len(treff) - len(deler)
    flere = [v.norsk.tekst("tema.flere", antall=rest)] if rest else []
    return " ".join([*deler, *flere])


def _ogsaa(v: Temavisning, f: Felles) -> str:
    hvor = v.norsk.tekst("tema.hvor", organ=v.organ(f.annen), dato=v.dato(f.annen.dato))
    return v.norsk.tekst("tema.ogsaa", sak=sakstittel(f.egen.saksnr, f.egen.tittel), hvor=hvor)


def par(v: Temavisning, treff: Sequence[Felles]) -> Message:
    """Each pair of saker, and at the end the two bodies that have the most in common."""
    poster = [
        Post(
            stor(v.norsk.tekst("tema.om", ord=skriv.liste(_ordene(f)))),
            f"{_i(v, f.egen)} · {_i(v, f.annen)}",
        )
        for f in treff
    ]
    return liste(
        v.norsk, v.norsk.tekst("tema.funnet", antall=len(treff)), poster, etterord=_kandidat(v, treff)
    )


def _ordene(f: Felles) -> list[str]:
    """The words they have in common, as the own title writes them: nobody reads stems."""
    ord_ = [o.strip(" .,:;–-()«»") for o in f.egen.tittel.split()]
    skrevet = (next((o for o in ord_ if stamme in temaord(o)), stamme) for stamme in f.ord)
    return list(dict.fromkeys(skrevet))[:VIST_ORD]


def _i(v: Temavisning, t: Tema) -> str:
    hvor = v.norsk.tekst("tema.hvor", organ=v.organ(t), dato=v.dato(t.dato))
    return f"{hvor}: {sakstittel(t.saksnr, t.tittel)}"


def _kandidat(v: Temavisning, treff: Sequence[Felles]) -> str:
    antall: dict[tuple[str, str], int] = {}
    for f in treff:
        to = (v.organ(f.egen), v.organ(f.annen))
        to = to if to[0] <= to[1] else (to[1], to[0])
        antall[to] = antall.get(to, 0) + 1
    flest = max(antall, key=lambda to: antall[to])
    return v.norsk.tekst("tema.kandidat", organer=skriv.liste(flest), antall=antall[flest])


def om_emnet(v: Temavisning, emne: str, saker: Sequence[Tema]) -> Message:
    """Who has it up."""
    poster = [
        Post(
            stor(v.norsk.tekst("tema.hvor", organ=v.organ(t), dato=v.dato(t.dato))),
            sakstittel(t.saksnr, t.tittel),
        )
        for t in saker
    ]
    organer = list(dict.fromkeys(v.organ(t) for t in saker))
    etterord = v.norsk.tekst("tema.kandidat_emne", organer=skriv.liste(organer)) if len(organer) > 1 else ""
    return liste(
        v.norsk, v.norsk.tekst("tema.emnet", emne=emne, antall=len(organer)), poster, etterord=etterord
    )
