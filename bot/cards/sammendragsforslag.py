"""The sammendrag as whoever decides sees it first, and the form in which it is changed."""

from collections.abc import Collection, Sequence
from typing import Any

from bot.cards.element import Element, overskrift, tekstblokk
from bot.cards.melding import knapp, kort
from bot.cards.moetekort import moetet
from bot.cards.ord import sakstittel
from bot.cards.sammendrag import Visning, med_sammendrag
from bot.cards.sammendragslinjer import kuttet, linjens_tekst
from bot.domain.conversation import Button, Conversation
from bot.domain.fritekst import INNLEDNING_MAKS
from bot.domain.sammendragsinnhold import Innhold
from bot.language import skriv
from bot.turn import Message, Norsk

POST = "sammendrag.post"
LEGG_UT, ENDRE, LAGRE, IKKE_NAA = "legg_ut", "endre", "lagre", "ikke_naa"
"""What a button of it does (`hva`)."""
INNLEDNING, LINJE = "sammendrag_innledning", "sammendrag_linje_"
"""The fields: the text on top, and (with the key behind it) whether a line is with."""
BRYTERE = 20
"""Of more lines than these, whole saker are chosen."""
ROM = 100
"""What is a little too long is told, and not cut."""
_TEGN, _SAKSTEGN = 110, 60

Kanal = tuple[Conversation, int]
"""With the number of the part that it gets; 0 for all."""


def forslagskort(
    norsk: Norsk, v: Visning, kanaler: Sequence[Kanal], merke: str, foran: Sequence[str] = ()
) -> Message:
    """`merke` is what it says: of another one, «Legg ut» shows it anew. `foran`: what is said first."""
    deler = [_delene(norsk, kanaler)] if any(del_nr for _, del_nr in kanaler) else []
    foerst = [*foran, norsk.tekst("sammendrag.slik_blir", moete=moetet(norsk, v.register, v.hode))]
    hvor = norsk.tekst("sammendrag.kanalene", kanaler=_navn(norsk, [k for k, _ in kanaler]))
    return med_sammendrag(norsk, v, [*foerst, hvor, *deler], knapper(norsk, v.hode.id, merke))


def knapper(norsk: Norsk, moete_id: int, merke: str) -> list[Button]:
    """Without operations: each is the same done twice, and a changed mind is heard."""
    return [
        knapp(norsk.tekst("sammendrag.knapp_legg_ut"), POST, moete=moete_id, hva=LEGG_UT, sett=merke),
        knapp(norsk.tekst("sammendrag.knapp_endre"), POST, moete=moete_id, hva=ENDRE),
        knapp(norsk.tekst("sammendrag.knapp_ikke_naa"), POST, moete=moete_id, hva=IKKE_NAA),
    ]


def endrekort(
    norsk: Norsk, v: Visning, utelatt: Collection[str], innledning: str | None, feil: str = ""
) -> Message:
    """`v` is all of it, also what is left out."""
    foerst = norsk.tekst("sammendrag.endre", moete=moetet(norsk, v.register, v.hode))
    ledd = [*([feil] if feil else []), norsk.tekst("sammendrag.endre_hvordan")]
    kropp = [
        overskrift(foerst),
        *(tekstblokk(linje) for linje in ledd),
        _innledningsfelt(norsk, innledning or ""),
        *_brytere(norsk, v.innhold, utelatt),
    ]
    vis = knapp(norsk.tekst("sammendrag.knapp_lagre"), POST, moete=v.hode.id, hva=LAGRE)
    return kort("\n".join([foerst, *ledd]), kropp, [vis], uttale=feil or foerst)


def valgbare(innhold: Innhold) -> tuple[str, ...]:
    """The keys that can be left out: of the lines, else of the saker."""
    if len(innhold.linjer) <= BRYTERE:
        return tuple(linje.key for linje in innhold.linjer)
    return tuple(sak.key for sak in innhold.saker)


def _brytere(norsk: Norsk, innhold: Innhold, utelatt: Collection[str]) -> list[Element]:
    if len(innhold.linjer) > BRYTERE:
        return [_bryter(s.key, s.saksnr or "–", s.tittel, utelatt) for s in innhold.saker]
    return [
        _bryter(x.key, sakstittel(s.saksnr, s.tittel), linjens_tekst(norsk, x), utelatt)
        for s in innhold.saker
        for x in s.linjer
    ]


def _bryter(key: str, navn: str, tekst: str, utelatt: Collection[str]) -> dict[str, Any]:
    """An input shows its texts as they are."""
    return {
        "type": "Input.Toggle",
        "id": LINJE + key,
        "label": kuttet(navn, _SAKSTEGN),
        "title": kuttet(" ".join(tekst.split()), _TEGN),
        "value": "false" if key in utelatt else "true",
        "wrap": True,
    }


def _innledningsfelt(norsk: Norsk, fylt: str) -> dict[str, Any]:
    return {
        "type": "Input.Text",
        "id": INNLEDNING,
        "label": norsk.tekst("sammendrag.felt_innledning", maks=INNLEDNING_MAKS),
        "isMultiline": True,
        "maxLength": INNLEDNING_MAKS + ROM,
        **({"value": fylt} if fylt else {}),
    }


def _navn(norsk: Norsk, kanaler: Sequence[Conversation]) -> str:
    """«Samarbeid og Fagråd 3»; how many, where Teams never told a name."""
    navn = [k.name for k in kanaler if k.name]
    if len(navn) == len(kanaler):
        return skriv.liste([f"«{n}»" for n in dict.fromkeys(navn)])
    return norsk.tekst("sammendrag.antall_kanaler", antall=len(kanaler))


def _delene(norsk: Norsk, kanaler: Sequence[Kanal]) -> str:
    return norsk.tekst("sammendrag.bare_delen", kanaler=_navn(norsk, [k for k, nr in kanaler if nr]))
