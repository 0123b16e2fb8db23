"""Who is told of a møte, in numbers, and by name who cannot be."""

from dataclasses import dataclass

from bot.language import skriv
from bot.turn import Norsk


@dataclass(frozen=True)
class Utsending:
    """How many persons and channels are told; by name those who cannot be (`unaadde`), and those who
    have had their messages about the møte already (`mette`). `trukket`: innkallinger that were waiting to
    be sent, and were taken back.
    """

    personer: int = 0
    kanaler: int = 0
    unaadde: tuple[str, ...] = ()
    mette: tuple[str, ...] = ()
    trukket: int = 0

    @property
    def noen(self) -> bool:
        return self.personer + self.kanaler > 0


def mottakere(norsk: Norsk, ut: Utsending, personer: str = "moetet.personer") -> str:
    """«14 personer og 1 kanal»."""
    ledd = [norsk.tekst(personer, antall=ut.personer)] if ut.personer else []
    ledd += [norsk.tekst("moetet.kanaler", antall=ut.kanaler)] if ut.kanaler else []
    return skriv.liste(ledd)


def sier_fra(norsk: Norsk, ut: Utsending, *, sagt: bool) -> list[str]:
    """Who is told, or has been, and by name who cannot be."""
    trukket = [norsk.tekst("moetet.innkalling_trukket")] if ut.trukket else []
    if not ut.noen:
        return [norsk.tekst("moetet.ingen_aa_si_fra_til"), *ikke_naadd(norsk, ut), *trukket]
    key = "moetet.sagt_fra" if sagt else "moetet.sier_fra"
    return [norsk.tekst(key, mottakere=mottakere(norsk, ut)), *ikke_naadd(norsk, ut), *trukket]


def ikke_naadd(norsk: Norsk, ut: Utsending) -> list[str]:
    linjer = list[str]()
    if ut.unaadde:
        navn = skriv.liste(list(ut.unaadde))
        linjer.append(norsk.tekst("moetet.unaadde", antall=len(ut.unaadde), navn=navn))
    if ut.mette:
        linjer.append(norsk.tekst("moetet.mette", antall=len(ut.mette), navn=skriv.liste(list(ut.mette))))
    return linjer
