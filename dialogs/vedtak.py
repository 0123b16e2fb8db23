"""«Hva vedtok vi om …?», «når behandlet vi … sist?»: what the papers and the referater say, and no more."""

from dataclasses import replace

from bot.cards.sak import KONKLUSJON
from bot.domain.saksoek import Sak, med_saksnr, saker
from bot.domain.soeketreff import Saktreff
from bot.language.soekeord import indeksord, spoerreord
from bot.turn import Dialog, Meaning, Reply, SakRef, Turn
from dialogs import soek
from dialogs.boksynlig import papirene_med_boken
from dialogs.referat import ReferatDialog
from dialogs.sak import SakDialog, ett_eller_spoer, vis_sak
from dialogs.sakfinner import Treff, lett_i, med_nummeret, om_emnet
from dialogs.svar import si_setning
from dialogs.tjenester import Tjenester


class Vedtak:
    intents = frozenset({"vedtak.soek"})

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        sak = meaning.slots.sak
        if sak and sak.emne is None:
            return await _i_saken(turn, meaning, sak)
        emne = sak.emne if sak else meaning.slots.emne
        if not emne:
            return await ReferatDialog().answer(turn, replace(meaning, intent="referat.vis"))
        return await _om(turn, meaning, emne)


async def _i_saken(turn: Turn, meaning: Meaning, sak: SakRef) -> list[Reply]:
    """The sak of that number in the papers; of one they do not have, what can be searched of it."""
    som_sak = _som_sak(meaning)
    if sak.nummer is not None and not await med_nummeret(turn, som_sak, sak):
        treff = await soek.med_saksnr(turn, meaning, sak)
        if treff:
            return soek.vis_treff(turn, meaning, sak.tekst, treff)
    return await SakDialog().answer(turn, som_sak)


async def _om(turn: Turn, meaning: Meaning, emne: str) -> list[Reply]:
    """The sak that is about it; beside it, or where there are several, all that mention it."""
    treff = await soek.finn(turn, meaning, spoerreord(emne))
    hva = meaning.slots.extra.get("hva")
    if hva == soek.SIST and treff:
        return soek.sist(turn, emne, treff)
    treff = tuple(ett for ett in treff if ett.behandlet) or treff
    if hva == soek.LISTE or "fra" in meaning.slots.extra:
        return soek.vis_treff(turn, meaning, emne, treff)
    om_den = [ett for ett in treff if _heter(ett, emne)] if len(treff) > 1 else list(treff)
    vist = await _saken(turn, meaning, om_den[0]) if len(om_den) == 1 else []
    if vist:
        andre = len(treff) - 1
        return [*vist, soek.ogsaa_nevnt(turn, meaning, emne, andre)] if andre else vist
    return soek.vis_treff(turn, meaning, emne, treff) if treff else await _uten_treff(turn, meaning, emne)


def _heter(treff: Saktreff, emne: str) -> bool:
    """Whether all of it is in the title of the sak."""
    har = set(indeksord([treff.foerste.tittel])[0].split())
    return all(har & set(ledd.split("|")) for ledd in spoerreord(emne))


async def _saken(turn: Turn, meaning: Meaning, treff: Saktreff) -> list[Reply]:
    """Its card; nothing where the papers do not have it."""
    rad, hode = treff.foerste, turn.register.hode(treff.foerste.moete_id)
    moete, status = await papirene_med_boken(turn, hode) if hode else (None, "")
    sak = med_saksnr(saker(moete), rad.saksnr, rad.tittel, rad.del_tittel) if moete else None
    if hode is None or moete is None or sak is None:
        return []
    return vis_sak(turn, _som_sak(meaning), Treff(hode, moete, sak, status))


async def _uten_treff(turn: Turn, meaning: Meaning, emne: str) -> list[Reply]:
    """As it may be spelled otherwise; else what is nearest."""
    som_sak = _som_sak(meaning)
    treff = await om_emnet(turn, som_sak, emne)
    behandlet = [en for en in treff if _behandlet(en.sak)]
    if treff:
        return await ett_eller_spoer(turn, som_sak, behandlet or treff)
    ingen = si_setning(
        turn, " ".join([turn.norsk.tekst("vedtak.ingen", emne=emne), *lett_i(turn, som_sak)])
    )
    return await soek.naermeste(turn, meaning, emne) or ingen


def _som_sak(meaning: Meaning) -> Meaning:
    slots = replace(meaning.slots, extra={**meaning.slots.extra, "hva": KONKLUSJON})
    return replace(meaning, intent="sak.vis", slots=slots)


def _behandlet(sak: Sak) -> bool:
    return sak.referatsak is not None


def lag(tjenester: Tjenester) -> Dialog:
    return Vedtak()
