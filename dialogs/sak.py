"""«Sak 12», «når kommer Helseplattformen opp», «forslag til vedtak i sak 14», «hvem legger fram …»."""

from collections.abc import Sequence

from bot.cards.melding import knapp
from bot.cards.ord import Tall, organnavn, sakstittel
from bot.cards.sak import Saksvisning, saksdata, saksknapp, sakskort
from bot.cards.tekstflyt import Utsnitt
from bot.domain.conversation import Button
from bot.domain.register import Moetehode
from bot.domain.saksoek import Sak, med_nummer, med_saksnr, paa_plass, saker
from bot.turn import Aspect, Dialog, Meaning, Norsk, Reply, SakRef, Turn
from dialogs import ingen_moeter
from dialogs.boknaar import naar_i_moetet
from dialogs.boksynlig import papirene_med_boken
from dialogs.eventuelt_saken import meldt_under
from dialogs.henvisninger import henviser_til
from dialogs.moetet import finn_moete, moetenavn
from dialogs.sakfinner import Treff, hos_person, kontekst, lett_i, med_nummeret, om_emnet, tydelige
from dialogs.slots import ord_, tall
from dialogs.svar import husk, si, si_setning, spoer
from dialogs.tjenester import Tjenester


class SakDialog:
    intents = frozenset({"sak.vis"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        slots = meaning.slots
        if slots.organ_tekst and not slots.organ_ids:
            return si_setning(turn, ingen_moeter.for_ukjent(turn, slots.organ_tekst, slots.period))
        if slots.moete_id is not None and (ord_(slots, "saksnr") or ord_(slots, "tittel")):
            return await _pekt_paa(turn, meaning, slots.moete_id)
        if slots.sak and slots.aspect is Aspect.TID:
            i_moetet = await naar_i_moetet(turn, meaning)
            if i_moetet is not None:
                return i_moetet
        if slots.sak and slots.sak.nummer is not None:
            treff = await med_nummeret(turn, meaning, slots.sak)
            return await ett_eller_spoer(turn, meaning, treff) or await _uten_nummer(
                turn, meaning, slots.sak
            )
        if slots.sak and slots.sak.plass is not None:
            return await _paa_plassen(turn, meaning, slots.sak.plass)
        emne = (slots.sak.emne if slots.sak else None) or slots.emne
        if emne:
            return await _om_emnet(turn, meaning, emne)
        return await _uten_sak(turn, meaning)


async def _pekt_paa(turn: Turn, meaning: Meaning, moete_id: int) -> list[Reply]:
    hode = turn.register.hode(moete_id)
    if hode is None:
        return si_setning(turn, turn.norsk.tekst("moete.borte"))
    moete, status = await papirene_med_boken(turn, hode)
    slots = meaning.slots
    sak = med_saksnr(saker(moete), ord_(slots, "saksnr"), ord_(slots, "tittel"), ord_(slots, "del"))
    if sak is None:
        return si_setning(turn, turn.norsk.tekst("sak.borte", moete=moetenavn(turn, hode)))
    return vis_sak(turn, meaning, Treff(hode, moete, sak, status))


def vis_sak(turn: Turn, meaning: Meaning, treff: Treff) -> list[Reply]:
    husk(turn, treff.hode, treff.sak.saksnr)
    utsnitt = Utsnitt(meaning.slots.extra.get("alt") is True, max(0, tall(meaning.slots, "fra") or 0))
    visning = Saksvisning(turn.norsk, treff.sak, treff.moete, turn.register, treff.status)
    return si(turn, sakskort(visning, meaning.slots.aspect, utsnitt, ord_(meaning.slots, "hva")))


async def ett_eller_spoer(turn: Turn, meaning: Meaning, treff: Sequence[Treff]) -> list[Reply]:
    if not treff:
        return []
    if len(treff) == 1:
        return vis_sak(turn, meaning, treff[0])
    knapper = [_treffknapp(turn, meaning, en, flere=_flere_moeter(treff)) for en in treff]
    return spoer(turn, turn.norsk.tekst("spoer.sak"), knapper)


def _flere_moeter(treff: Sequence[Treff]) -> bool:
    return len({en.hode.id for en in treff}) > 1


def _treffknapp(turn: Turn, meaning: Meaning, treff: Treff, *, flere: bool) -> Button:
    navn = sakstittel(treff.sak.saksnr, treff.sak.tittel)
    hvor = [treff.sak.del_tittel] if treff.sak.del_tittel else []
    if flere:
        organ = organnavn(turn.register, treff.hode.organ_ids, treff.hode.dato)
        hvor.append(f"{organ} {turn.norsk.dato(treff.hode.dato).partition(' ')[2]}")
    label = f"{navn} ({', '.join(hvor)})" if hvor else navn
    hva = ord_(meaning.slots, "hva")
    return knapp(label, "sak.vis", **saksdata(treff.sak, treff.hode.id, meaning.slots.aspect), hva=hva)


async def _uten_nummer(turn: Turn, meaning: Meaning, ref: SakRef) -> list[Reply]:
    """No such number: then which numbers the likeliest saksliste has."""
    nr = f"{ref.nummer}/{ref.aar % 100:02}" if ref.aar else str(ref.nummer)
    hode = await finn_moete(turn, meaning)
    if not isinstance(hode, Moetehode):
        return hode
    moete, _ = await papirene_med_boken(turn, hode)
    liste = [s for s in saker(moete) if s.saksnr and s.del_tittel is None]
    if not liste:
        return si_setning(turn, turn.norsk.tekst("sak.finnes_ikke", nr=nr, moete=moetenavn(turn, hode)))
    linje = " ".join(
        [
            turn.norsk.tekst("sak.finnes_ikke", nr=nr, moete=moetenavn(turn, hode)),
            _numrene(turn.norsk, liste),
        ]
    )
    return si_setning(
        turn, linje, [knapp(turn.norsk.tekst("knapp.saksliste"), "moete.saksliste", moete=hode.id)]
    )


def _numrene(norsk: Norsk, liste: Sequence[Sak]) -> str:
    if len(liste) == 1:
        return norsk.tekst("sak.eneste", nr=liste[0].saksnr)
    return norsk.tekst("sak.fra_til", fra=liste[0].saksnr, til=liste[-1].saksnr)


async def _paa_plassen(turn: Turn, meaning: Meaning, plass: int) -> list[Reply]:
    """«Tolvte sak» is number twelve on the list, or sak 12; where both are there, which one is asked."""
    hode = await finn_moete(turn, meaning)
    if not isinstance(hode, Moetehode):
        return hode
    moete, status = await papirene_med_boken(turn, hode)
    liste = saker(moete)
    mulige = [paa_plass(liste, plass), *_med_nummer(liste, plass, hode)]
    treff = list({id(sak): Treff(hode, moete, sak, status) for sak in mulige if sak}.values())
    if treff:
        return await ett_eller_spoer(turn, meaning, treff)
    antall = len([s for s in liste if s.del_tittel is None])
    return si_setning(
        turn, turn.norsk.tekst("sak.ingen_plass", moete=moetenavn(turn, hode), antall=Tall(antall))
    )


def _med_nummer(liste: Sequence[Sak], nummer: int, hode: Moetehode) -> list[Sak]:
    egne = [s for s in liste if s.del_tittel is None]
    return med_nummer(egne, nummer, None, hode.dato.year) if nummer > 0 else []


async def _om_emnet(turn: Turn, meaning: Meaning, emne: str) -> list[Reply]:
    treff = await om_emnet(turn, meaning, emne)
    if treff:
        return await ett_eller_spoer(turn, meaning, treff)
    hvor = lett_i(turn, meaning) or [ingen_moeter.kjenner(turn)]
    return si_setning(turn, " ".join([turn.norsk.tekst("sak.ingen_om", emne=emne), *hvor]))


async def _uten_sak(turn: Turn, meaning: Meaning) -> list[Reply]:
    """«Hvem har ansvaret?»: the sak that was just shown; else a person's saker; else asked."""
    if meaning.slots.person:
        return await _personens(turn, meaning, meaning.slots.person)
    vist = kontekst(turn)
    if vist.moete_id is not None and vist.saksnr:
        hode = turn.register.hode(vist.moete_id)
        moete, status = await papirene_med_boken(turn, hode) if hode else (None, "")
        sak = med_saksnr(saker(moete), vist.saksnr, None, None) if moete else None
        if hode and moete and sak:
            return vis_sak(turn, meaning, Treff(hode, moete, sak, status))
    return await _spoer_hvilken(turn, meaning)


async def _personens(turn: Turn, meaning: Meaning, navn: str) -> list[Reply]:
    """Whose saker; «hvilket nummer har Forskning» is no person, but a topic."""
    treff = await hos_person(turn, meaning, navn) or await tydelige(turn, meaning, navn)
    if not treff:
        ingen = turn.norsk.tekst("sak.ingen_hos", navn=navn)
        return si_setning(turn, " ".join([ingen, *lett_i(turn, meaning)]))
    return await ett_eller_spoer(turn, meaning, treff)


async def _spoer_hvilken(turn: Turn, meaning: Meaning) -> list[Reply]:
    hode = await finn_moete(turn, meaning)
    if not isinstance(hode, Moetehode):
        return hode
    husk(turn, hode)
    moete, _ = await papirene_med_boken(turn, hode)
    knapper = [_valgknapp(s, hode.id, meaning.slots.aspect) for s in saker(moete)]
    return spoer(turn, turn.norsk.tekst("spoer.sak_i", moete=moetenavn(turn, hode)), knapper)


def _valgknapp(sak: Sak, moete_id: int, aspect: Aspect) -> Button:
    return saksknapp(sak, moete_id, sakstittel(sak.saksnr, sak.tittel), aspect)


class SakMedMeldte:
    """The same, and under Eventuelt what has been raised."""

    intents = SakDialog.intents

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        svar = await SakDialog().answer(turn, meaning)
        return [*svar, *await meldt_under(turn, self._tjenester), *await henviser_til(turn)]


def lag(tjenester: Tjenester) -> Dialog:
    return SakMedMeldte(tjenester)
