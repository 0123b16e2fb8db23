"""Nothing found, said as what it is: the bot knows only the papers it has been given."""

from collections.abc import Collection, Sequence

from bot.cards.liste import hendelsestid, henvisning, status
from bot.cards.ord import i_perioden, moeter_i, naar, organnavn
from bot.domain.hendelser import av_type, om_organ
from bot.domain.innkalling import Hendelsestype
from bot.domain.moeter import avholdte, avlyste, kommende
from bot.domain.register import Moetehode, Register, Registrert
from bot.language import skriv
from bot.language.organtyper import organtype
from bot.turn import Norsk, Period, Slots, Turn

NEVNT = 3
"""As many other dates are told with it."""


def ingen(turn: Turn, slots: Slots, organ_id: int | None) -> str:
    """No møte of the body with that id; of the one that was named, if nobody knows it; of any."""
    if organ_id is not None:
        return for_organ(turn, organ_id, slots.period)
    if slots.organ_tekst and not slots.organ_ids:
        return for_ukjent(turn, slots.organ_tekst, slots.period)
    return for_alle(turn, slots.period)


def for_organ(turn: Turn, organ_id: int, period: Period | None = None) -> str:
    """No møte of that body (in that period): then where it is mentioned, and its latest møte."""
    register, dag = turn.register, turn.incoming.at.date()
    organ = organnavn(register, (organ_id,), dag)
    setninger = [_ingen(turn.norsk, organ, period, flere=bool(register.moeter_i(organ_id)))]
    fellesskap = register.organ(organ_id).helsefellesskap_id
    setninger += _nevnt(turn, organ, organets_navn(register, organ_id), fellesskap, period)
    setninger += er_avlyst(turn, register.moeter_i(organ_id)) if period is None else []
    siste = avholdte(register.moeter_i(organ_id), turn.incoming.at)
    if siste and period is None:
        setninger.append(turn.norsk.tekst("ingen.siste", naar=naar(turn.norsk, siste[0])))
    if period:
        setninger += neste_kjente(turn, register.moeter_i(organ_id))
    return " ".join(setninger)


def for_ukjent(turn: Turn, navn: str, period: Period | None = None) -> str:
    """A body that no møte is registered for, perhaps one no paper has named."""
    type_ = organtype(navn)
    alle = {navn, *(type_.alle_navn if type_ else ())}
    vist = (type_.kort or type_.navn) if type_ else navn
    nevnt = _nevnt(turn, vist, alle, None, period)
    if nevnt or type_:
        return " ".join([_ingen(turn.norsk, vist, period, flere=False), *(nevnt or [kjenner(turn)])])
    return ukjent_organ(turn, navn)


def ukjent_organ(turn: Turn, navn: str) -> str:
    return " ".join([turn.norsk.tekst("ingen.ukjent_organ", navn=navn), kjenner(turn)])


def for_alle(turn: Turn, period: Period | None = None) -> str:
    """No møte of any body."""
    register, dag = turn.register, turn.incoming.at.date()
    if not register.moeter:
        return turn.norsk.tekst("ingen.papirer")
    if period:
        ingen = turn.norsk.tekst("ingen.moeter_i_perioden", periode=i_perioden(turn.norsk, period))
        return " ".join([ingen, *neste_kjente(turn, register.moeter)])
    nevnt = av_type(register, {Hendelsestype.MOETE}, None, dag, None)
    linjer = [
        _moete_nevnt(turn, r, r.hendelse.organ or turn.norsk.tekst("ord.et_utvalg")) for r in nevnt[:NEVNT]
    ]
    return " ".join([turn.norsk.tekst("ingen.flere_moeter"), *linjer])


def neste_kjente(turn: Turn, moeter: Sequence[Moetehode]) -> list[str]:
    """The sentence of the nearest that is not over; empty where there is none."""
    neste = kommende(moeter, turn.incoming.at)
    if not neste:
        return []
    organ = organnavn(turn.register, neste[0].organ_ids, neste[0].dato)
    return [turn.norsk.tekst("ingen.neste_kjente", moete=f"{organ} {naar(turn.norsk, neste[0])}")]


def er_avlyst(turn: Turn, moeter: Sequence[Moetehode]) -> list[str]:
    """A sentence for each of them that is avlyst and whose day has not gone by."""
    return [
        turn.norsk.tekst(
            "moetet.er_avlyst",
            organ=organnavn(turn.register, hode.organ_ids, hode.dato),
            naar=naar(turn.norsk, hode),
        )
        for hode in avlyste(moeter, turn.incoming.at)
    ]


def kjenner(turn: Turn) -> str:
    """Which bodies it has papers from."""
    register, dag = turn.register, turn.incoming.at.date()
    navn = [organnavn(register, (o.id,), dag) for o in register.organer if o.id is not None]
    return (
        turn.norsk.tekst("ingen.kjenner", organer=skriv.liste(navn))
        if navn
        else turn.norsk.tekst("ingen.papirer")
    )


def organets_navn(register: Register, organ_id: int) -> set[str]:
    """Every name of the body, with the general names of its kind."""
    egne = {n.navn for n in register.organ(organ_id).navneliste}
    typer = [organtype(navn) for navn in egne]
    return egne | {navn for type_ in typer if type_ for navn in type_.alle_navn}


def _ingen(norsk: Norsk, organ: str, period: Period | None, *, flere: bool) -> str:
    if period:
        return norsk.tekst(
            "ingen.i_perioden", moeter=moeter_i(norsk, organ), periode=i_perioden(norsk, period)
        )
    return norsk.tekst("ingen.flere" if flere else "ingen.noen", moeter=moeter_i(norsk, organ))


def _nevnt(
    turn: Turn, organ: str, navn: Collection[str], fellesskap_id: int | None, period: Period | None
) -> list[str]:
    fra = period.fra if period and period.fra else turn.incoming.at.date()
    funnet = om_organ(turn.register, navn, fellesskap_id, fra, period.til if period else None)
    return [_setning(turn, r, organ) for r in funnet[:NEVNT]]


def _setning(turn: Turn, r: Registrert, organ: str) -> str:
    norsk = turn.norsk
    if r.hendelse.type is Hendelsestype.MOETE:
        return _moete_nevnt(turn, r, organ)
    dato = norsk.dato(r.hendelse.dato).partition(" ")[2] if r.hendelse.dato else ""
    sak = (
        norsk.tekst("ingen.i_sak", saksnr=r.hendelse.saksnr)
        if r.hendelse.saksnr
        else norsk.tekst("ingen.i_papirene")
    )
    staar = status(norsk, r.hendelse)
    foerst = norsk.tekst("ingen.nevnt", hvor=sak, organ=organ, dato=dato)
    gjelder = norsk.tekst(
        "ingen.gjelder", hva=r.hendelse.hva.rstrip("."), status=f" ({staar})" if staar else ""
    )
    return f"{foerst} {gjelder}"


def _moete_nevnt(turn: Turn, r: Registrert, organ: str) -> str:
    norsk = turn.norsk
    staar = status(norsk, r.hendelse)
    return norsk.tekst(
        "ingen.moete_nevnt",
        henvisning=henvisning(norsk, r, turn.register),
        organ=organ,
        naar=hendelsestid(norsk, r.hendelse),
        status=f" ({staar})" if staar else "",
        hva=r.hendelse.hva.rstrip("."),
    )
