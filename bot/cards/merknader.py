"""Merknader to a referat: the form one is written in, what the keepers are told, and their list."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.element import Element, avsnitt, mellomtittel, overskrift, tekstblokk
from bot.cards.godkjenning import sitatkort
from bot.cards.melding import knapp, kort, skriveknapp
from bot.cards.moete import saa_mye_som_faar_plass
from bot.cards.moetekort import moetet
from bot.domain.bokstand import Referatmerknad, Rettelse
from bot.domain.conversation import Button
from bot.domain.register import Moetehode, Register
from bot.turn import Message, Norsk

FELT = "skrevet"
"""What is written in a form comes back under this."""
MED_KNAPP = 2
"""As many unanswered merknader have buttons in the list: two each, and «Godkjenn»."""
TA_INN, IKKE_TA_INN, LISTE = "referat.ta_inn", "referat.ikke_ta_inn", "referat.merknader"
RETT_FRAMMOETE = "referat.rett_frammoete"


@dataclass(frozen=True)
class Tekstskjema:
    """A field for one text. `foerst` heads it, or says what was wrong; `ellers`: how to write it."""

    foerst: str
    felt: str
    knapp: Button
    fylt: str = ""
    ellers: str = ""
    om: str = ""


def tekstskjema(skjema: Tekstskjema) -> Message:
    kropp: list[Element] = [overskrift(skjema.foerst), *(avsnitt(f"«{skjema.om}»") if skjema.om else [])]
    kropp.append(
        {
            "type": "Input.Text",
            "id": FELT,
            "label": skjema.felt,
            "isMultiline": True,
            "maxLength": 4000,
            **({"value": skjema.fylt} if skjema.fylt else {}),
        }
    )
    kropp += [tekstblokk(skjema.ellers, dempet=True, liten=True)] if skjema.ellers else []
    linjer = [skjema.foerst, *([f"«{skjema.om}»"] if skjema.om else []), skjema.ellers]
    return kort("\n".join(d for d in linjer if d), kropp, [skjema.knapp], uttale=skjema.foerst)


def ny_merknad(
    norsk: Norsk, register: Register, hode: Moetehode, bok_id: int, m: Referatmerknad, frammoete: bool
) -> Message:
    """To those who keep the referat. Its operations are one for the merknad. `frammoete`: it says that its
    writer was there.
    """
    foerst = norsk.tekst("godkjenning.ny_merknad", navn=m.av.navn, moete=moetet(norsk, register, hode))
    return sitatkort(foerst, m.tekst, svarknapper(norsk, bok_id, m, frammoete=frammoete))


def svarknapper(
    norsk: Norsk, bok_id: int, m: Referatmerknad, *, frammoete: bool = False, nummer: bool = False
) -> list[Button]:
    om = {"bok": bok_id, "nr": m.nr}
    rett = [
        skriveknapp(
            norsk.tekst("godkjenning.knapp_rett_frammoete"),
            RETT_FRAMMOETE,
            f"frammoete-{bok_id}-{m.nr}",
            **om,
        )
    ]
    hale = f" {m.nr}" if nummer else ""
    return [
        *(rett if frammoete else []),
        knapp(norsk.tekst("godkjenning.knapp_ta_inn") + hale, TA_INN, **om),
        knapp(norsk.tekst("godkjenning.knapp_ikke_ta_inn") + hale, IKKE_TA_INN, **om),
    ]


def besvart(
    norsk: Norsk, register: Register, hode: Moetehode, m: Referatmerknad, knapper: Sequence[Button] = ()
) -> Message:
    """To the one who wrote it."""
    moete = moetet(norsk, register, hode)
    noekkel = "godkjenning.tatt_inn" if m.tatt_inn else "godkjenning.ikke_tatt_inn"
    etter = [norsk.tekst("godkjenning.grunnen", grunn=m.svar)] if m.svar else []
    return sitatkort(norsk.tekst(noekkel, moete=moete), m.tekst, knapper, etter)


def merknadsliste(
    norsk: Norsk, foerst: str, bok_id: int, merknader: Sequence[Referatmerknad], knapper: Sequence[Button]
) -> Message:
    """The unanswered ones first; as many as a card takes."""
    ordnet = sorted(merknader, key=lambda m: (m.tatt_inn is not None, m.nr))
    svar = [
        k
        for m in [m for m in ordnet if m.tatt_inn is None][:MED_KNAPP]
        for k in svarknapper(norsk, bok_id, m, nummer=True)
    ]

    def bygg(antall: int) -> Message:
        kropp: list[Element] = [overskrift(foerst)]
        linjer = [foerst]
        for m in ordnet[:antall]:
            hode = merknadshode(norsk, m)
            svaret = [norsk.tekst("godkjenning.grunnen", grunn=m.svar)] if m.svar else []
            kropp += [mellomtittel(hode), *(e for t in (m.tekst, *svaret) for e in avsnitt(t))]
            linjer += [hode, m.tekst, *svaret]
        rest = len(ordnet) - antall
        slutt = [norsk.tekst("liste.flere", antall=rest)] if rest > 0 else []
        kropp += map(tekstblokk, slutt)
        return kort("\n".join([*linjer, *slutt]), kropp, [*svar, *knapper], uttale=foerst)

    return saa_mye_som_faar_plass(bygg, len(ordnet))


def merknadshode(norsk: Norsk, m: Referatmerknad) -> str:
    """«Merknad 2 fra Berit Nes, ikke besvart»."""
    stand = "ubesvart" if m.tatt_inn is None else "tatt" if m.tatt_inn else "ikke_tatt"
    return norsk.tekst(f"godkjenning.merknad_{stand}", nr=m.nr, navn=m.av.navn)


def rettelseslinje(norsk: Norsk, r: Rettelse, dag: str) -> str:
    """«Rettelse torsdag 12. desember 2024: …», of which point where one is named."""
    if r.nr is not None:
        return norsk.tekst("godkjenning.rettelse_av", dato=dag, nr=r.nr, tekst=r.tekst)
    return norsk.tekst("godkjenning.rettelse", dato=dag, tekst=r.tekst)
