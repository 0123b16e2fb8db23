"""The sammendrag as whoever decides sees it first, and the form in which it is changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.cards.element import Element, escape, overskrift, tekstblokk
from bot.cards.melding import knapp, kort
from bot.cards.moetekort import moetet
from bot.cards.ord import sakstittel
from bot.cards.sammendrag import Visning, med_sammendrag
from bot.cards.sammendragslinjer import kuttet, linjens_tekst
from bot.domain.conversation import Button, Conversation
from bot.domain.fritekst import INNLEDNING_MAKS
from bot.domain.sammendragsinnhold import Innhold, Sammendragssak
from bot.language import skriv
from bot.turn import Message, Norsk

POST = "sammendrag.post"
LEGG_UT, ENDRE, LAGRE, IKKE_NAA = "legg_ut", "endre", "lagre", "ikke_naa"
"""What a button of it does (`hva`)."""
INNLEDNING, LINJE = "sammendrag_innledning", "sammendrag_linje_"
"""The fields: the text on top, and (with the key of a sak behind it) the lines of it that are with."""
BRYTERE = 20
"""Of more lines than these, whole saker are chosen."""
ROM = 100
"""What is a little too long is told, and not cut."""
_TEGN, _SAKSTEGN = 110, 60

Kanal = tuple[Conversation, int]
"""With the number of the part that it gets; 0 for all."""


@dataclass(frozen=True)
class Hvor:
    """`kanaler` get it now, and in those of `staar` it stands. `foer`: it has been put out before.
    `endres`: what stands would be changed. `paa_vei`: those of `staar` that have not taken it yet.
    """

    kanaler: tuple[Kanal, ...]
    staar: tuple[Conversation, ...] = ()
    foer: bool = False
    endres: bool = False
    paa_vei: tuple[Conversation, ...] = ()


def forslagskort(norsk: Norsk, v: Visning, hvor: Hvor, merke: str, foran: Sequence[str] = ()) -> Message:
    """`merke` is what it says: of another one, «Legg ut» shows it anew. `foran`: what is said first. Where
    nothing is left in it there is nothing to put out.
    """
    noe = bool(v.innhold.linjer or v.innhold.rettelser or v.innledning)
    linjer = [*foran, *_stedene(norsk, v, hvor), *_mangler(norsk, v.innhold)]
    if not noe:
        linjer.append(norsk.tekst("sammendrag.alt_utelatt"))
    alle = knapper(norsk, v.hode.id, merke)
    return med_sammendrag(norsk, replace(v, tomt=""), linjer, alle if noe else alle[1:])


def knapper(norsk: Norsk, moete_id: int, merke: str) -> list[Button]:
    """Without operations: each is the same done twice, and a changed mind is heard."""
    return [
        knapp(norsk.tekst("sammendrag.knapp_legg_ut"), POST, moete=moete_id, hva=LEGG_UT, sett=merke),
        endre_knapp(norsk, moete_id),
        knapp(norsk.tekst("sammendrag.knapp_ikke_naa"), POST, moete=moete_id, hva=IKKE_NAA),
    ]


def endre_knapp(norsk: Norsk, moete_id: int) -> Button:
    return knapp(norsk.tekst("sammendrag.knapp_endre"), POST, moete=moete_id, hva=ENDRE)


def endrekort(
    norsk: Norsk,
    v: Visning,
    utelatt: Collection[str],
    innledning: str | None,
    feil: str = "",
    merke: str = "",
) -> Message:
    """`v` is all of it, also what is left out. The button names what could be chosen here (what is new when
    it is pressed was not), and what it said then (`merke`).
    """
    foerst = norsk.tekst("sammendrag.endre", moete=moetet(norsk, v.register, v.hode))
    ledd = [*([feil] if feil else []), norsk.tekst("sammendrag.endre_hvordan")]
    kropp = [
        overskrift(foerst),
        *(tekstblokk(linje) for linje in ledd),
        _innledningsfelt(norsk, innledning or ""),
        *_valgene(norsk, v.innhold, utelatt),
    ]
    kan = ",".join(valgbare(v.innhold))
    vis = knapp(
        norsk.tekst("sammendrag.knapp_lagre"), POST, moete=v.hode.id, hva=LAGRE, kan=kan, sett=merke
    )
    return kort("\n".join([foerst, *ledd]), kropp, [vis], uttale=feil or foerst)


def valgbare(innhold: Innhold) -> tuple[str, ...]:
    """The keys that can be left out: of the lines, else of the saker; and of rettelser of no point."""
    rettelser = [r.key for r in innhold.rettelser if r.gjelder is None]
    if len(innhold.linjer) <= BRYTERE:
        return (*(linje.key for linje in innhold.linjer), *rettelser)
    return (*(sak.key for sak in innhold.saker), *rettelser)


def _valgene(norsk: Norsk, innhold: Innhold, utelatt: Collection[str]) -> list[Element]:
    """A field for each sak; of many lines one, with a choice for each sak."""
    if len(innhold.linjer) > BRYTERE:
        saker = [(s.key, _navnet(s)) for s in innhold.saker]
        felt = [_valg("saker", norsk.tekst("sammendrag.felt_saker"), saker, utelatt)]
    else:
        felt = [
            _valg(s.key, _navnet(s), [(x.key, linjens_tekst(norsk, x)) for x in s.linjer], utelatt)
            for s in innhold.saker
        ]
    rettelser = [(r.key, r.tekst) for r in innhold.rettelser if r.gjelder is None]
    return [
        *felt,
        *([_valg("r", norsk.tekst("sammendrag.rettelser"), rettelser, utelatt)] if rettelser else []),
    ]


def _valg(key: str, navn: str, valg: Sequence[tuple[str, str]], utelatt: Collection[str]) -> dict[str, Any]:
    """The texts of choices are read as Markdown."""
    return {
        "type": "Input.ChoiceSet",
        "id": LINJE + key,
        "label": kuttet(navn, _SAKSTEGN),
        "isMultiSelect": True,
        "style": "expanded",
        "wrap": True,
        "value": ",".join(k for k, _ in valg if k not in utelatt),
        "choices": [{"title": escape(kuttet(" ".join(t.split()), _TEGN)), "value": k} for k, t in valg],
    }


def _navnet(sak: Sammendragssak) -> str:
    return sakstittel(sak.saksnr, sak.tittel)


def _innledningsfelt(norsk: Norsk, fylt: str) -> dict[str, Any]:
    return {
        "type": "Input.Text",
        "id": INNLEDNING,
        "label": norsk.tekst("sammendrag.felt_innledning", maks=INNLEDNING_MAKS),
        "isMultiline": True,
        "maxLength": INNLEDNING_MAKS + ROM,
        **({"value": fylt} if fylt else {}),
    }


def navnene(norsk: Norsk, kanaler: Sequence[Conversation]) -> str:
    """«Samarbeid og Fagråd 3»; how many, where Teams never told a name."""
    navn = [k.name for k in kanaler if k.name]
    if len(navn) == len(kanaler):
        return skriv.liste([f"«{n}»" for n in dict.fromkeys(navn)])
    return norsk.tekst("sammendrag.antall_kanaler", antall=len(kanaler))


def _stedene(norsk: Norsk, v: Visning, hvor: Hvor) -> list[str]:
    """What it is, as the heading, and where it goes and stands."""
    noekkel = "sammendrag.er_endret" if hvor.endres else "sammendrag.slik_blir"
    linjer = [norsk.tekst(noekkel, moete=moetet(norsk, v.register, v.hode))]
    if hvor.staar:
        linjer.append(norsk.tekst("sammendrag.staar_i", kanaler=navnene(norsk, hvor.staar)))
    if hvor.kanaler:
        gaar = "sammendrag.gaar_til" if hvor.foer else "sammendrag.kanalene"
        linjer.append(norsk.tekst(gaar, kanaler=navnene(norsk, [k for k, _ in hvor.kanaler])))
    delte = [k for k, nr in hvor.kanaler if nr]
    if delte:
        linjer.append(norsk.tekst("sammendrag.bare_delen", kanaler=navnene(norsk, delte)))
    return linjer


def _mangler(norsk: Norsk, innhold: Innhold) -> list[str]:
    return [
        norsk.tekst("sammendrag.mangler_innspill", sak=_navnet(sak))
        for sak in innhold.saker
        if any(linje.mangler for linje in sak.linjer)
    ]
