"""One sak, seen from the side that was asked for. What the papers say is given word for word."""

from dataclasses import dataclass

from bot.cards.agenda import minutter
from bot.cards.melding import knapp
from bot.cards.moete import avlyst_foerst
from bot.cards.ord import Tall, ansvarlige, klokkeslett, naar, organnavn, sakstittel, stor
from bot.cards.tekstflyt import Linje, Utsnitt, avsnittslinjer, flyt, sakens_mer
from bot.domain.conversation import Button
from bot.domain.innkalling import Forslag, Saksfremlegg
from bot.domain.moete import Moete
from bot.domain.register import Register
from bot.domain.saksoek import Sak, innledere
from bot.language import skriv
from bot.turn import Aspect, Message, Norsk


@dataclass(frozen=True)
class Saksvisning:
    """The sak with the møte it belongs to, and the words to say it in. `status`: how far a referat that is
    kept here, and not approved, has come.
    """

    norsk: Norsk
    sak: Sak
    moete: Moete
    register: Register
    status: str = ""

    @property
    def navn(self) -> str:
        return sakstittel(self.sak.saksnr, self.sak.tittel)

    @property
    def i_setning(self) -> str:
        """«sak 12/24 …», «saken «Eventuelt»»."""
        return (
            f"s{self.navn[1:]}" if self.sak.saksnr else self.norsk.tekst("sak.uten_nummer", navn=self.navn)
        )

    @property
    def organ(self) -> str:
        return organnavn(self.register, self.moete.organ_ids, self.moete.dato)

    @property
    def fremlegg(self) -> Saksfremlegg:
        return self.sak.fremlegg or Saksfremlegg("", "")


KONKLUSJON, SAKSANSVARLIG = "konklusjon", "saksansvarlig"
"""Sides of a sak that a line asks for by `hva`, beside the aspects."""


def sakskort(v: Saksvisning, aspect: Aspect, utsnitt: Utsnitt, hva: str | None = None) -> Message:
    """The side of the sak that was asked for. `hva` is one of the two above, or None."""
    foerst, linjer = _SAERLIGE.get(hva or "", _SIDER[aspect])(v)
    foerst = avlyst_foerst(v.norsk, v.moete, foerst)
    par = _fakta(v) if aspect in (Aspect.ALT, Aspect.ANSVARLIG) and hva != KONKLUSJON else []
    if v.sak.referatsak:
        par = [(v.norsk.tekst("godkjenning.status"), v.status), *par]
    data = {**saksdata(v.sak, v.moete.id, aspect), "hva": hva}
    return flyt(
        v.norsk, foerst, par, linjer, _andre_sider(v, aspect), sakens_mer("sak.vis", **data), utsnitt
    )


def saksdata(sak: Sak, moete_id: int | None, aspect: Aspect = Aspect.ALT) -> dict[str, object]:
    """What a button needs to point at the sak, whatever happens to the list around it."""
    return {
        "moete": moete_id,
        "saksnr": sak.saksnr,
        "tittel": None if sak.saksnr else sak.tittel,
        "del": sak.del_tittel,
        "aspect": None if aspect is Aspect.ALT else aspect.value,
    }


def saksknapp(sak: Sak, moete_id: int | None, label: str, aspect: Aspect = Aspect.ALT) -> Button:
    return knapp(label, "sak.vis", **saksdata(sak, moete_id, aspect))


def _andre_sider(v: Saksvisning, vist: Aspect) -> list[Button]:
    finnes = {
        Aspect.ALT: True,
        Aspect.FORSLAG: bool(v.fremlegg.forslag_til_vedtak),
        Aspect.BAKGRUNN: bool(v.fremlegg.seksjoner),
    }
    i_kortet = {vist, Aspect.FORSLAG} if vist is Aspect.ALT else {vist}
    return [
        saksknapp(v.sak, v.moete.id, v.norsk.tekst(f"knapp.sak_{side.value}"), side)
        for side, har in finnes.items()
        if har and side not in i_kortet
    ]


def _fakta(v: Saksvisning) -> list[tuple[str, str]]:
    punkt = v.sak.punkt
    return [
        (v.norsk.tekst("sak.ansvarlig"), ansvarlige(punkt) if punkt else skriv.liste(innledere(v.sak))),
        (v.norsk.tekst("sak.saksansvarlig"), skriv.liste(v.fremlegg.saksansvarlig)),
        (v.norsk.tekst("sak.saksbehandler"), skriv.liste(v.fremlegg.saksbehandler)),
        (v.norsk.tekst("sak.tid"), _tid(v)),
    ]


def _tid(v: Saksvisning) -> str:
    punkt = v.sak.punkt
    if punkt is None:
        return ""
    klokke, m = klokkeslett(punkt.start, punkt.slutt), minutter(punkt)
    if klokke and m:
        return v.norsk.tekst("sak.klokke_og_minutter", klokke=klokke, varighet=v.norsk.varighet(m))
    return v.norsk.tekst("sak.klokke", klokke=klokke) if klokke else (v.norsk.varighet(m) if m else "")


def _uten_innkalling(v: Saksvisning) -> str:
    """That the innkalling has not come, so that nobody takes the bot to have read it."""
    if v.moete.innkalling:
        return ""
    return v.norsk.tekst("uten.innkalling", moete=f"{v.organ} {v.norsk.dato(v.moete.dato)}")


def _uten_fremlegg(v: Saksvisning) -> str:
    """That neither, or only the innkalling without this saksfremlegg, has come."""
    if v.sak.fremlegg:
        return ""
    return _uten_innkalling(v) or v.norsk.tekst("uten.saksfremlegg", sak=v.i_setning)


Side = tuple[str, list[Linje]]


def _alt(v: Saksvisning) -> Side:
    hvor = f"{v.organ} ({v.sak.del_tittel})" if v.sak.del_tittel else v.organ
    foerst = v.norsk.tekst("sak.alt", sak=v.navn, organ=hvor, naar=v.norsk.dato(v.moete.dato))
    punkter = [Linje(f"• {p}") for p in (v.sak.punkt.punkter if v.sak.punkt else [])]
    forslag = _med_tittel(
        v.norsk.tekst("sak.forslag_tittel"), forslagslinjer(v.norsk, v.fremlegg.forslag_til_vedtak)
    )
    vedlegg = _med_tittel(
        v.norsk.tekst("sak.vedlegg_tittel"), [Linje(f"• {navn}") for navn in v.fremlegg.vedlegg]
    )
    return foerst, [*punkter, *forslag, *vedlegg, *referatlinjer(v.norsk, v.sak)]


def _forslag(v: Saksvisning) -> Side:
    linjer = forslagslinjer(v.norsk, v.fremlegg.forslag_til_vedtak)
    mangler = _uten_fremlegg(v) or v.norsk.tekst("sak.forslag_mangler", sak=v.i_setning)
    foerst = v.norsk.tekst("sak.forslag", sak=v.i_setning) if linjer else mangler
    return foerst, [*linjer, *referatlinjer(v.norsk, v.sak)]


def _ansvarlig(v: Saksvisning) -> Side:
    hvem = ansvarlige(v.sak.punkt) if v.sak.punkt else skriv.liste(innledere(v.sak))
    if not hvem:
        return _uten_innkalling(v) or v.norsk.tekst("sak.ansvarlig_mangler", sak=v.i_setning), []
    return v.norsk.tekst("sak.ansvarlig_er", sak=v.i_setning, hvem=hvem), []


def _saksbehandler(v: Saksvisning) -> Side:
    hvem = skriv.liste(v.fremlegg.saksbehandler)
    if not hvem:
        return _uten_fremlegg(v) or v.norsk.tekst("sak.saksbehandler_mangler", sak=v.i_setning), []
    return v.norsk.tekst("sak.saksbehandler_er", sak=v.i_setning, hvem=hvem), []


def _tidspunkt(v: Saksvisning) -> Side:
    tid = _tid(v)
    if v.sak.punkt is None or v.sak.punkt.start is None:
        bare = v.norsk.tekst("sak.bare_minutter", varighet=tid) if tid else ""
        foerst = v.norsk.tekst(
            "sak.tid_mangler", sak=v.i_setning, organ=v.organ, naar=naar(v.norsk, v.moete), bare=bare
        )
        return _uten_innkalling(v) or foerst, []
    return v.norsk.tekst(
        "sak.tid_er", sak=v.navn, tid=tid, organ=v.organ, dato=v.norsk.dato(v.moete.dato)
    ), []


def _varighet(v: Saksvisning) -> Side:
    m = minutter(v.sak.punkt) if v.sak.punkt else None
    if v.sak.punkt is None or not m:
        return _uten_innkalling(v) or v.norsk.tekst("sak.varighet_mangler", sak=v.i_setning), []
    klokke = klokkeslett(v.sak.punkt.start, v.sak.punkt.slutt)
    naar_ = f"{v.norsk.dato(v.moete.dato)} kl. {klokke}" if klokke else v.norsk.dato(v.moete.dato)
    return v.norsk.tekst("sak.varighet_er", varighet=v.norsk.varighet(m), sak=v.i_setning, naar=naar_), []


def _vedlegg(v: Saksvisning) -> Side:
    navn = v.fremlegg.vedlegg
    if not navn:
        return _uten_fremlegg(v) or v.norsk.tekst("sak.vedlegg_mangler", sak=v.i_setning), []
    foerst = stor(v.norsk.tekst("sak.vedlegg_er", sak=v.i_setning, antall=Tall(len(navn))))
    return foerst, [*(Linje(f"• {n}") for n in navn), Linje(v.norsk.tekst("sak.bare_navnene"))]


def _bakgrunn(v: Saksvisning) -> Side:
    linjer = [
        linje for s in v.fremlegg.seksjoner for linje in _med_tittel(s.overskrift, avsnittslinjer(s.tekst))
    ]
    mangler = _uten_fremlegg(v) or v.norsk.tekst("sak.bakgrunn_mangler", sak=v.i_setning)
    foerst = v.norsk.tekst("sak.bakgrunn", sak=v.i_setning) if linjer else mangler
    return foerst, [*linjer, *referatlinjer(v.norsk, v.sak)]


def _konklusjon(v: Saksvisning) -> Side:
    """Where there is none, the forslag is what one can have instead."""
    if v.sak.referatsak is None:
        forslag = _med_tittel(
            v.norsk.tekst("sak.forslag_tittel"), forslagslinjer(v.norsk, v.fremlegg.forslag_til_vedtak)
        )
        return v.norsk.tekst("sak.ikke_behandlet", sak=v.i_setning), forslag
    har = v.sak.referatsak.konklusjon
    foerst = v.norsk.tekst("sak.konklusjon_er" if har else "sak.konklusjon_mangler", sak=v.i_setning)
    linjer = [bit for k in har for bit in avsnittslinjer(k)] or referatlinjer(v.norsk, v.sak)
    stand = f"{v.norsk.tekst('godkjenning.status')}: {v.status}"
    return foerst, [*linjer, Linje(stand)] if v.status else linjer


def _saksansvarlig(v: Saksvisning) -> Side:
    hvem = skriv.liste(v.fremlegg.saksansvarlig)
    if not hvem:
        return _uten_fremlegg(v) or v.norsk.tekst("sak.saksansvarlig_mangler", sak=v.i_setning), []
    return v.norsk.tekst("sak.saksansvarlig_er", sak=v.i_setning, hvem=hvem), []


_SAERLIGE = {KONKLUSJON: _konklusjon, SAKSANSVARLIG: _saksansvarlig}
_SIDER = {
    Aspect.ALT: _alt,
    Aspect.FORSLAG: _forslag,
    Aspect.ANSVARLIG: _ansvarlig,
    Aspect.SAKSBEHANDLER: _saksbehandler,
    Aspect.TID: _tidspunkt,
    Aspect.VARIGHET: _varighet,
    Aspect.VEDLEGG: _vedlegg,
    Aspect.BAKGRUNN: _bakgrunn,
}


def forslagslinjer(norsk: Norsk, forslag: list[Forslag]) -> list[Linje]:
    """As in the paper: «1. …», «a. …», and a mark where a place is left open."""
    linjer = []
    for f in forslag:
        linjer += avsnittslinjer(f"{f.nr}. {f.tekst}" if f.nr is not None else f.tekst)
        linjer += [
            bit for u in f.underpunkter for bit in avsnittslinjer(f"{u.bokstav}. {u.tekst}", innrykk=True)
        ]
        linjer += [Linje(norsk.tekst("sak.aapent"), innrykk=True)] if f.aapent_for_innspill else []
    return linjer


def referatlinjer(norsk: Norsk, sak: Sak) -> list[Linje]:
    """What the referat says of the sak: the conclusion first."""
    if sak.referatsak is None:
        return []
    r = sak.referatsak
    konklusjon = [bit for k in r.konklusjon for bit in avsnittslinjer(k)]
    resten = [
        bit for tekst in (*r.innledning, *(f"• {p}" for p in r.punkter)) for bit in avsnittslinjer(tekst)
    ]
    return [
        *_med_tittel(norsk.tekst("sak.konklusjon_tittel"), konklusjon),
        *_med_tittel(norsk.tekst("sak.referat_tittel"), resten),
    ]


def _med_tittel(tittel: str, linjer: list[Linje]) -> list[Linje]:
    return [Linje(tittel, tittel=True), *linjer] if linjer else []
