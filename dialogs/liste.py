"""«Møter i mai?», «hvilke dialogmøter er planlagt?»."""

from datetime import date

from bot.cards.liste import hendelsespost, liste, moetepost
from bot.cards.melding import knapp
from bot.cards.ord import Tall, organnavn
from bot.cards.ord import i_perioden as i_tiden
from bot.domain.conversation import Button
from bot.domain.hendelser import av_type, om_organ
from bot.domain.innkalling import Hendelsestype
from bot.domain.moeter import Tilstand, i_perioden, tilstand
from bot.domain.register import Moetehode, Register, Registrert
from bot.language.emne import med_alt
from bot.turn import Dialog, Meaning, Norsk, Period, Reply, Turn
from dialogs import ingen_moeter
from dialogs.moetet import moetenavn
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester
from dialogs.utvalgt import Utvalgt, dager, finn_utvalgt

DIALOGMOETE = "dialogmoete"
KNAPPER = 4


class Liste:
    intents = frozenset({"moete.liste"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        utvalgt = finn_utvalgt(turn, meaning)
        if not isinstance(utvalgt, Utvalgt):
            return utvalgt
        if meaning.slots.extra.get("hva") == DIALOGMOETE:
            return _dialogmoeter(turn, utvalgt, meaning.slots.emne)
        return _moeter(turn, utvalgt)


def _moeter(turn: Turn, utvalgt: Utvalgt) -> list[Reply]:
    moeter, nevnt = _egne(turn, utvalgt), _nevnte(turn, utvalgt)
    antall = len(moeter) + len(nevnt)
    if not antall:
        return si_setning(turn, _ingen(turn, utvalgt))
    poster = [(m.dato, moetepost(turn.norsk, m, turn.register)) for m in moeter]
    poster += [(r.hendelse.dato or date.max, hendelsespost(turn.norsk, r, turn.register)) for r in nevnt]
    poster.sort(key=lambda par: par[0])
    etterord = turn.norsk.tekst("liste.bare_kjente") if utvalgt.period is None else ""
    knapper = [_knapp(turn, m) for m in moeter[:KNAPPER]]
    return si(
        turn,
        liste(
            turn.norsk,
            _linje(turn.norsk, utvalgt.period, _antall(turn, utvalgt, antall)),
            [p for _, p in poster],
            knapper,
            etterord,
        ),
    )


def _knapp(turn: Turn, hode: Moetehode) -> Button:
    return knapp(moetenavn(turn, hode).partition(" kl.")[0], "moete.neste", moete=hode.id)


def _egne(turn: Turn, utvalgt: Utvalgt) -> list[Moetehode]:
    alle = [
        m
        for m in turn.register.moeter
        if m.helsefellesskap_id == utvalgt.fellesskap_id and utvalgt.organ_id in (None, *m.organ_ids)
    ]
    if utvalgt.period:
        return i_perioden(alle, utvalgt.period.fra, utvalgt.period.til)
    return [m for m in alle if tilstand(m, turn.incoming.at) is not Tilstand.OVER]


def _nevnte(turn: Turn, utvalgt: Utvalgt) -> list[Registrert]:
    """Meetings that only other papers mention."""
    fra, til = dager(turn, utvalgt.period)
    if utvalgt.organ_id is None:
        typer = {Hendelsestype.MOETE, Hendelsestype.DIALOGMOETE}
        return av_type(turn.register, typer, utvalgt.fellesskap_id, fra, til)
    navn = ingen_moeter.organets_navn(turn.register, utvalgt.organ_id)
    return om_organ(turn.register, navn, utvalgt.fellesskap_id, fra or date.min, til)


def _antall(turn: Turn, utvalgt: Utvalgt, antall: int) -> str:
    """«to møter», «ett møte i ASU»."""
    if utvalgt.organ_id is None:
        return turn.norsk.tekst("ord.moeter", antall=Tall(antall))
    organ = organnavn(turn.register, (utvalgt.organ_id,), turn.incoming.at.date())
    return turn.norsk.tekst("ord.moeter_i", antall=Tall(antall), organ=organ)


def _linje(norsk: Norsk, period: Period | None, moeter: str) -> str:
    if period is None:
        return norsk.tekst("liste.framover", moeter=moeter)
    return norsk.tekst("liste.i_perioden", moeter=moeter, periode=i_tiden(norsk, period))


def _ingen(turn: Turn, utvalgt: Utvalgt) -> str:
    if utvalgt.organ_id is None:
        return ingen_moeter.for_alle(turn, utvalgt.period)
    return ingen_moeter.for_organ(turn, utvalgt.organ_id, utvalgt.period)


def dialogmoeter_om(register: Register, emne: str, fellesskap_id: int | None = None) -> list[Registrert]:
    """Those with a place or region that the topic means, also such as are over or without a date."""
    alle = av_type(register, {Hendelsestype.DIALOGMOETE}, fellesskap_id, None, None, ogsaa_uten_dato=True)
    return [alle[plass] for plass in med_alt(emne, [[r.hendelse.hva] for r in alle])]


def _dialogmoeter(turn: Turn, utvalgt: Utvalgt, emne: str | None) -> list[Reply]:
    period, typer = utvalgt.period, {Hendelsestype.DIALOGMOETE}
    fra, til = dager(turn, period)
    alle = av_type(turn.register, typer, utvalgt.fellesskap_id, fra, til, ogsaa_uten_dato=period is None)
    funnet = dialogmoeter_om(turn.register, emne, utvalgt.fellesskap_id) if emne else []
    if not (alle or funnet):
        return si_setning(turn, _ingen_dialogmoeter(turn.norsk, period))
    linje = (
        _om_dialogmoetet(turn.norsk, emne, len(funnet))
        if emne
        else _linje(turn.norsk, period, _antall_dialogmoeter(turn.norsk, len(alle)))
    )
    return si(
        turn,
        liste(turn.norsk, linje, [hendelsespost(turn.norsk, r, turn.register) for r in funnet or alle]),
    )


def _antall_dialogmoeter(norsk: Norsk, antall: int) -> str:
    return norsk.tekst("ord.dialogmoeter", antall=Tall(antall))


def _om_dialogmoetet(norsk: Norsk, emne: str, antall: int) -> str:
    if not antall:
        return norsk.tekst("dialogmoete.ingen_om", emne=emne)
    return norsk.tekst("dialogmoete.om", emne=emne, dialogmoeter=_antall_dialogmoeter(norsk, antall))


def _ingen_dialogmoeter(norsk: Norsk, period: Period | None) -> str:
    if period is None:
        return norsk.tekst("ingen.dialogmoeter")
    return norsk.tekst("ingen.dialogmoeter_i_perioden", periode=i_tiden(norsk, period))


def lag(tjenester: Tjenester) -> Dialog:
    return Liste()
