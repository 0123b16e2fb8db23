"""Oppdrag: what is proposed to the sekretariat, what the body that gets one is shown, and its answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.element import Element, avsnitt, mellomtittel, overskrift, tekstblokk, tett
from bot.cards.melding import knapp, kort, utfoer
from bot.cards.oppdragslinjer import Oppdragsvisning, frist, kilde, navn_i_setning, oppdragslinje
from bot.cards.oppdragtvil import kan_vaere
from bot.cards.ord import forkortet
from bot.cards.tekstflyt import Linje, MerKnapp, Utsnitt, flyt
from bot.domain.conversation import Button
from bot.domain.fritekst import OPPDRAG_MAKS
from bot.domain.oppdrag import Oppdrag, Oppdragshendelse, Oppdragstilstand
from bot.domain.oppdragsregler import sist, svar_til_annet
from bot.turn import Message

SEND, SVAR, LISTE = "oppdrag.send", "oppdrag.svar", "oppdrag.liste"
OPPDRAG, HVA, SVARFELT = "oppdrag", "hva", "oppdrag_svar"
"""In a button: the oppdrag's id, what is to be done with it, and what was written in the field."""
IKKE, TREKK, GJENAAPNE, SEND_SVAR, FORSLAG = "ikke", "trekk", "gjenaapne", "send_svar", "forslag"
TREKK_JA, LEGG_UT = "trekk_ja", "legg_ut"
RADER, RADER_MED_FLERE = 3, 2
"""With two buttons each, and one for the rest, no more fit in the six of a card."""
TEKST = 400


@dataclass(frozen=True)
class Oppdragspost:
    """What the body that gets it is shown. `foreloepig`: the referat it stands in is not godkjent.
    `rettet`: the text is not the one that was sent. `likevel`: it had been withdrawn, and stands again.
    """

    oppdrag: Oppdrag
    foreloepig: bool = False
    rettet: bool = False
    likevel: bool = False


def forslag(v: Oppdragsvisning, alle: Sequence[Oppdrag], foerst: str = "") -> Message:
    """To the sekretariat: each with «Send» and «Ikke send»; what there is no room for, behind a button.
    `foerst` is what was just done. The order is that in which they came, before and after each press.
    """
    alle = sorted(alle, key=lambda o: o.id or 0)
    vist = alle[: RADER if len(alle) <= RADER else RADER_MED_FLERE]
    rest = len(alle) - len(vist)
    tittel = v.norsk.tekst("oppdrag.forslag", antall=len(alle)) if alle else ""
    kropp: list[Element] = [
        overskrift(foerst or tittel),
        *([tekstblokk(tittel)] if foerst and tittel else []),
    ]
    linjer = [d for d in (foerst, tittel) if d]
    knapper: list[Button] = []
    for o in vist:
        par = _send_eller_ikke(v, o)
        kropp += [*_forslagsrad(v, o), {"type": "ActionSet", "actions": [utfoer(k) for k in par]}]
        linjer.append(f"• {_forslagslinje(v, o)}")
        knapper += par
    flere = [_flere(v, alle[0], rest)] if rest else []
    kropp += [{"type": "ActionSet", "actions": [utfoer(k) for k in flere]}] if flere else []
    linjer += [f"{k.label}." for k in flere]
    message = kort("\n".join(linjer), kropp, uttale=" ".join(d for d in (foerst, tittel) if d))
    return Message(message.text, message.card, (*knapper, *flere))


def trekknapp(v: Oppdragsvisning, o: Oppdrag) -> Button:
    """It asks before it does anything."""
    return knapp(v.norsk.tekst("oppdrag.knapp_trekk"), SEND, oppdrag=o.id, hva=TREKK)


def gjenaapneknapp(v: Oppdragsvisning, o: Oppdrag) -> Button:
    """No operation id: answered, taken back, answered again must be heard."""
    return knapp(v.norsk.tekst("oppdrag.knapp_gjenaapne"), SVAR, oppdrag=o.id, hva=GJENAAPNE)


def _send_eller_ikke(v: Oppdragsvisning, o: Oppdrag) -> list[Button]:
    """No operation id: the rule sends once, and who said no may change their mind."""
    til = v.organ(o.til_organ_id)
    return [
        knapp(v.norsk.tekst("oppdrag.knapp_send", til=til), SEND, oppdrag=o.id),
        knapp(v.norsk.tekst("oppdrag.knapp_ikke_send"), SEND, oppdrag=o.id, hva=IKKE),
    ]


def _flere(v: Oppdragsvisning, o: Oppdrag, antall: int) -> Button:
    return knapp(
        v.norsk.tekst("oppdrag.knapp_flere", antall=antall), LISTE, hva=FORSLAG, fra=[o.fra_organ_id]
    )


def _forslagsrad(v: Oppdragsvisning, o: Oppdrag) -> list[Element]:
    under = ", ".join(d for d in (kilde(v, o), frist(v, o)) if d)
    return [
        mellomtittel(_sende(v, o)),
        *avsnitt(forkortet(o.tekst, TEKST)),
        *([tett(tekstblokk(under, dempet=True, liten=True))] if under else []),
    ]


def _forslagslinje(v: Oppdragsvisning, o: Oppdrag) -> str:
    under = ", ".join(d for d in (kilde(v, o), frist(v, o)) if d)
    return f"{forkortet(' '.join(o.tekst.split()), TEKST)}{f' ({under})' if under else ''} {_sende(v, o)}"


def _sende(v: Oppdragsvisning, o: Oppdrag) -> str:
    """What is asked; where what is written may be several bodies, that this is one of them."""
    spoer = v.norsk.tekst("oppdrag.send_til", til=v.organ(o.til_organ_id))
    tvil = kan_vaere(v, o)
    return f"{tvil} {spoer}" if tvil else spoer


def post(v: Oppdragsvisning, p: Oppdragspost) -> Message:
    """In the body's channel, and to those who lead it. Changed in its place, and answered there."""
    o = p.oppdrag
    trukket = o.tilstand is Oppdragstilstand.TRUKKET
    foerst = v.norsk.tekst(
        "oppdrag.post", nr=o.nr, fra=v.organ(o.fra_organ_id), til=v.organ(o.til_organ_id)
    )
    merker = _merker(v, p)
    fakta = [] if trukket else [d[:1].upper() + d[1:] for d in (frist(v, o), kilde(v, o)) if d]
    svar = _svaret(v, o)
    kropp = [
        overskrift(foerst),
        *(tekstblokk(m, fet=True) for m in merker),
        *([] if trukket else avsnitt(o.tekst)),
        *(tekstblokk(d, dempet=n > 0 or not o.frist) for n, d in enumerate(fakta)),
        *([mellomtittel(svar[0]), *avsnitt(svar[1])] if svar else []),
    ]
    linjer = [foerst, *merker, *([] if trukket else [o.tekst]), *fakta, *(svar or ())]
    return kort("\n".join(d for d in linjer if d), kropp, _svarknapper(v, o), uttale=foerst)


def _merker(v: Oppdragsvisning, p: Oppdragspost) -> list[str]:
    if p.oppdrag.tilstand is Oppdragstilstand.TRUKKET:
        return [v.norsk.tekst("oppdrag.er_trukket", fra=v.organ(p.oppdrag.fra_organ_id))]
    foreloepig = [v.norsk.tekst("oppdrag.foreloepig")] if p.foreloepig else []
    likevel = [v.norsk.tekst("oppdrag.likevel")] if p.likevel else []
    rettet = "oppdrag.rettet_etter_svar" if svar_til_annet(p.oppdrag) else "oppdrag.rettet"
    return [*likevel, *foreloepig, *([v.norsk.tekst(rettet)] if p.rettet else [])]


def _svaret(v: Oppdragsvisning, o: Oppdrag) -> tuple[str, str] | None:
    if o.tilstand is not Oppdragstilstand.BESVART or o.svar is None:
        return None
    linje = sist(o, Oppdragshendelse.BESVART)
    hvem = linje.av.navn if linje and linje.av else ""
    return (
        v.norsk.tekst("oppdrag.svar_fra", navn=hvem) if hvem else v.norsk.tekst("oppdrag.svaret")
    ), o.svar


def _svarknapper(v: Oppdragsvisning, o: Oppdrag) -> list[Button]:
    """Also to take back an answer to what is no longer what was asked."""
    if svar_til_annet(o):
        return [gjenaapneknapp(v, o)]
    if o.tilstand is not Oppdragstilstand.SENDT:
        return []
    return [knapp(v.norsk.tekst("oppdrag.knapp_svar"), SVAR, oppdrag=o.id)]


def skjema(v: Oppdragsvisning, o: Oppdrag, send: Button, svar: str = "", feil: str = "") -> Message:
    """To write the answer in. What is in the field comes back in the button's data."""
    foerst = v.norsk.tekst("oppdrag.skjema", oppdrag=navn_i_setning(v, o))
    felt: Element = {
        "type": "Input.Text",
        "id": SVARFELT,
        "label": v.norsk.tekst("oppdrag.skjema_felt", maks=OPPDRAG_MAKS),
        "isMultiline": True,
        "maxLength": OPPDRAG_MAKS + 200,
        **({"value": svar} if svar else {}),
    }
    linjer = [*([feil] if feil else []), foerst, o.tekst, v.norsk.tekst("oppdrag.skjema_ellers", nr=o.nr)]
    kropp = [
        overskrift(foerst),
        *([tekstblokk(feil, fet=True)] if feil else []),
        *avsnitt(forkortet(o.tekst, TEKST)),
        felt,
    ]
    return kort("\n".join(linjer), kropp, [send], uttale=feil or foerst)


def kvittering(
    v: Oppdragsvisning, linje: str, o: Oppdrag, knapper: Sequence[Button] = (), mer: Sequence[str] = ()
) -> Message:
    """What was done, and the oppdrag as it stands after it."""
    hele = oppdragslinje(v, o, hele=True)
    svar = _svaret(v, o)
    kropp = [overskrift(linje), tekstblokk(hele), *(tekstblokk(m, dempet=True) for m in mer)]
    kropp += [mellomtittel(svar[0]), *avsnitt(svar[1])] if svar else []
    return kort("\n".join([linje, hele, *(svar or ()), *mer]), kropp, knapper)


def liste(
    v: Oppdragsvisning,
    foerst: str,
    alle: Sequence[Oppdrag],
    mer: MerKnapp,
    utsnitt: Utsnitt,
    knapper: Sequence[Button] = (),
) -> Message:
    """A line for each, and its answer under it."""
    linjer: list[Linje] = []
    for o in alle:
        linjer.append(Linje(f"• {oppdragslinje(v, o)}"))
        svar = _svaret(v, o)
        linjer += [Linje(f"{svar[0]} {' '.join(svar[1].split())}", innrykk=True)] if svar else []
    return flyt(v.norsk, foerst, [], linjer, knapper, mer, utsnitt)
