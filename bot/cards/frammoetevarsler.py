"""What others are told of who comes to a møte: the vara who is called, who reported, the ledelse."""

from collections.abc import Callable

from bot.cards.agenda import agendalinjer, agendatabell
from bot.cards.element import Element, overskrift, tekstblokk, tett
from bot.cards.melding import kort, setning
from bot.cards.moete import RADER, saa_mye_som_faar_plass
from bot.cards.moetetid import TID, moetetid
from bot.cards.varseltekst import Grunnlag, Varseltekst
from bot.domain.frammoete import Slag
from bot.domain.ledig import ledig
from bot.domain.plasser import Plass
from bot.domain.utfall import Beskjed, Beskjedslag
from bot.language import skriv
from bot.turn import Message, Norsk


def ordlegg(norsk: Norsk, b: Beskjed, g: Grunnlag) -> Message:
    return _ORDLEGG[b.slag](Varseltekst(norsk, b, g))


def _kalt(v: Varseltekst) -> Message:
    """The call: when, where, by when, and what is on the saksliste."""
    linje = v.si("forfallvarsel.kalt")
    linjer = [*_flyttet(v), *_sted(v), _sete(v), _frist(v)]
    knapper = [
        v.knapp(v.norsk.tekst("forfallvarsel.jeg_kan"), "vara.ja", kall=v.b.kall_id),
        v.knapp(v.norsk.tekst("forfallvarsel.jeg_kan_ikke"), "vara.nei", kall=v.b.kall_id),
    ]
    agenda = v.g.moete.innkalling.agenda if v.g.moete and v.g.moete.innkalling else []

    def bygg(antall: int) -> Message:
        vist = agenda[:antall]
        kropp: list[Element] = [overskrift(linje), *(tett(tekstblokk(x)) for x in linjer)]
        kropp += [agendatabell(v.norsk, vist, utfyllende=False)] if vist else []
        samlet = [linje, *linjer, *agendalinjer(v.norsk, vist, utfyllende=False)]
        return kort("\n".join(samlet), kropp, knapper)

    return saa_mye_som_faar_plass(bygg, min(len(agenda), RADER))


def _flyttet(v: Varseltekst) -> list[str]:
    """To a vara who was asked about the day the møte had before, and perhaps said yes to it."""
    foer = v.b.vara and any(k.foer_flytting for k in v.g.sit.stilling.kall_til(v.b.vara))
    return [v.norsk.tekst("forfallvarsel.kalt_flyttet")] if foer else []


def _sted(v: Varseltekst) -> list[str]:
    sted = v.g.sit.hode.sted
    return [v.norsk.tekst("forfallvarsel.sted", sted=sted)] if sted else []


def _sete(v: Varseltekst) -> str:
    plass = v.g.sit.plass(v.b.organ_id, v.b.person)
    if plass is None or plass.sete is None:
        return v.norsk.tekst("forfallvarsel.det_er_uten_sete")
    return v.norsk.tekst("forfallvarsel.det_er_sete", sete=plass.sete)


def _frist(v: Varseltekst) -> str:
    """Who must answer before the møte begins, has nobody after them."""
    ved_start = v.b.frist is not None and v.b.frist >= v.g.sit.start
    return v.norsk.tekst("forfallvarsel.frist_start" if ved_start else "forfallvarsel.frist", frist=v.frist)


def _trukket(v: Varseltekst) -> Message:
    return setning(v.si("forfallvarsel.trukket"))


def _notert_for_vara(v: Varseltekst) -> Message:
    """Somebody else has answered for the vara, who can put it right."""
    ja = v.b.slag is Beskjedslag.NOTERT_JA
    linje = v.si("forfallvarsel.notert_ja" if ja else "forfallvarsel.notert_nei", av=v.av)
    label = v.norsk.tekst("forfallvarsel.jeg_kan_ikke" if ja else "forfallvarsel.jeg_kan")
    return setning(linje, [v.knapp(label, "vara.nei" if ja else "vara.ja", kall=v.b.kall_id)])


def _dekket(v: Varseltekst) -> Message:
    return setning(v.si("forfallvarsel.dekket"))


def _vara_kommer(v: Varseltekst) -> Message:
    if v.til_den_det_gjelder:
        om = {k: x for k, x in v.om_moetet.items() if k != "person"}
        return setning(v.norsk.tekst("forfallvarsel.vara_kommer_deg", vara=v.vara, **om))
    return setning(v.si("forfallvarsel.vara_kommer", vara=v.vara))


def _ingen(v: Varseltekst) -> Message:
    if v.til_den_det_gjelder:
        om = {k: x for k, x in v.om_moetet.items() if k != "person"}
        noekkel = "forfallvarsel.ingen_deg_uhoert" if v.g.uhoert else "forfallvarsel.ingen_deg"
        return setning(v.norsk.tekst(noekkel, **om))
    return setning(v.si("forfallvarsel.ingen"))


def _tvers_svar(v: Varseltekst) -> Message:
    if v.b.godkjent:
        return setning(v.si("forfallvarsel.tvers_ja", vara=v.vara))
    linje = v.si("forfallvarsel.tvers_nei", vara=v.vara)
    if v.b.neste is None or v.b.neste.person_id is None or v.b.person.person_id is None:
        return setning(linje)
    neste = v.norsk.tekst("forfallvarsel.tvers_neste", neste=v.b.neste.navn)
    data = {
        "person_id": v.b.person.person_id,
        "organ": v.b.organ_id,
        "vara_id": v.b.neste.person_id,
    }
    spoer = v.norsk.tekst("forfallvarsel.godta", vara=v.b.neste.navn)
    return setning(f"{linje} {neste}", [v.knapp(spoer, "vara.kall", **data)])


def _ikke_naadd(v: Varseltekst) -> Message:
    """To who reported, who can ask the vara and answer for them."""
    knapper = [
        v.knapp(v.norsk.tekst("forfallvarsel.kan", vara=v.vara), "vara.ja", kall=v.b.kall_id),
        v.knapp(v.norsk.tekst("forfallvarsel.kan_ikke", vara=v.vara), "vara.nei", kall=v.b.kall_id),
    ]
    return setning(v.si("forfallvarsel.ikke_naadd", vara=v.vara, frist=v.frist), knapper)


def _ikke_naadd_trukket(v: Varseltekst) -> Message:
    return setning(v.si("forfallvarsel.ikke_naadd_trukket", vara=v.vara))


def _frammoete(v: Varseltekst) -> Message:
    if v.b.angret:
        return setning(v.si("forfallvarsel.merke_angret"))
    if v.b.merke is Slag.TEAMS:
        return setning(v.si("forfallvarsel.merke_teams"))
    sent = v.b.merke is Slag.SENT
    if v.b.klokke is None:
        return setning(v.si("forfallvarsel.merke_sent" if sent else "forfallvarsel.merke_tidlig"))
    klokke = skriv.klokke(v.b.klokke)
    if sent:
        return setning(v.si("forfallvarsel.merke_sent_klokke", klokke=klokke))
    return setning(v.si("forfallvarsel.merke_tidlig_klokke", klokke=klokke))


def _sen(v: Varseltekst) -> Message:
    """With who has been asked, so that the leder need not ask."""
    if v.b.vara is not None:
        return setning(v.si("forfallvarsel.sen_vara", hvem=v.b.vara.navn))
    linje, plass = v.si("forfallvarsel.sen"), v.g.sit.plass(v.b.organ_id, v.b.person)
    return setning(f"{linje} {_i_stedet(v, plass)}" if plass else linje)


def _i_stedet(v: Varseltekst, plass: Plass) -> str:
    stilling = v.g.sit.stilling
    dekket = stilling.dekket_av(v.b.organ_id, v.b.person)
    spurt = stilling.spurt(v.b.organ_id, v.b.person)
    if dekket is not None:
        return v.norsk.tekst("forfallvarsel.sen_dekket", vara=dekket.vara.navn)
    if spurt:
        varaer = skriv.liste([k.vara.navn for k in spurt])
        return v.norsk.tekst("forfallvarsel.sen_spurt", varaer=varaer)
    kan_spoerres = ledig(v.g.sit, plass) is not None
    return v.norsk.tekst("forfallvarsel.sen_ingen" if kan_spoerres else "forfallvarsel.sen_ingen_ledig")


def _likevel(v: Varseltekst) -> Message:
    return setning(v.si("forfallvarsel.likevel"))


def _stedfortreder(v: Varseltekst) -> Message:
    return setning(v.si("forfallvarsel.stedfortreder", vara=v.vara))


def _paa_tvers(v: Varseltekst) -> Message:
    knapper = [
        v.knapp(v.norsk.tekst("forfallvarsel.godta", vara=v.vara), "vara.godkjenn", kall=v.b.kall_id),
        v.knapp(v.norsk.tekst("forfallvarsel.avslaa"), "vara.avslaa", kall=v.b.kall_id),
    ]
    return setning(v.si("forfallvarsel.paa_tvers", vara=v.vara), knapper)


def _gjelder(v: Varseltekst) -> Message:
    """To the one who has forfall, or (where the bot cannot reach them) who reported it."""
    om = {k: x for k, x in v.om_moetet.items() if k != "person"}
    egen = v.til_den_det_gjelder
    linje = v.norsk.tekst("forfallvarsel.gjelder", **om) if egen else v.si("forfallvarsel.gjelder_annen")
    kommer = (
        v.norsk.tekst("forfallvarsel.jeg_kommer")
        if egen
        else v.norsk.tekst("forfallvarsel.kommer", person=v.b.person.navn)
    )
    om_hvem = {"person_id": v.b.person.person_id, TID: moetetid(v.g.sit.hode)}
    knapper = [
        v.knapp(v.norsk.tekst("forfallvarsel.gjelder_ja"), "forfall.gjelder", **om_hvem),
        v.knapp(kommer, "forfall.kommer", **om_hvem),
    ]
    return setning(linje, knapper)


_ORDLEGG: dict[Beskjedslag, Callable[[Varseltekst], Message]] = {
    Beskjedslag.KALT: _kalt,
    Beskjedslag.TRUKKET: _trukket,
    Beskjedslag.DEKKET: _dekket,
    Beskjedslag.NOTERT_JA: _notert_for_vara,
    Beskjedslag.NOTERT_NEI: _notert_for_vara,
    Beskjedslag.VARA_KOMMER: _vara_kommer,
    Beskjedslag.INGEN_VARA: _ingen,
    Beskjedslag.TVERS_SVAR: _tvers_svar,
    Beskjedslag.IKKE_NAADD: _ikke_naadd,
    Beskjedslag.IKKE_NAADD_TRUKKET: _ikke_naadd_trukket,
    Beskjedslag.FRAMMOETE: _frammoete,
    Beskjedslag.SEN_FORFALL: _sen,
    Beskjedslag.LIKEVEL: _likevel,
    Beskjedslag.STEDFORTREDER: _stedfortreder,
    Beskjedslag.PAA_TVERS: _paa_tvers,
    Beskjedslag.GJELDER: _gjelder,
}
