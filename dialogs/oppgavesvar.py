"""What is answered when an oppgave is changed, or cannot be; and what its ansvarlige are told of it."""

from collections.abc import Mapping
from datetime import date

from bot.cards.melding import knapp, skriveknapp
from bot.cards.oppgavelinjer import Oppgavevisning, navn
from bot.cards.oppgaver import kvittering
from bot.cards.ord import forkortet, organnavn
from bot.clock import OSLO
from bot.domain import oppgaver
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.oppgave import Oppgave, Oppgavehendelse, Oppgavetilstand
from bot.domain.plasser import ident, samme
from bot.domain.utboks import Varselslag
from bot.language import skriv
from bot.turn import Message, Norsk, Reply, Turn
from bot.varsling import Varsel
from dialogs.angreord import kan_skrives
from dialogs.oppgavefinner import OPPGAVE
from dialogs.oppgavefolk import Ukjent
from dialogs.svar import si, si_setning
from dialogs.tjenester import Tjenester
from dialogs.varsle import varsler

Avslag = (
    oppgaver.OppgaveUkjent
    | oppgaver.AlleredeLukket
    | oppgaver.AlleredeAapen
    | oppgaver.IkkeDin
    | oppgaver.FristIFortid
    | oppgaver.EndretSiden
    | Ukjent
)
AVSLAG = (
    oppgaver.OppgaveUkjent,
    oppgaver.AlleredeLukket,
    oppgaver.AlleredeAapen,
    oppgaver.IkkeDin,
    oppgaver.FristIFortid,
    oppgaver.EndretSiden,
    Ukjent,
)
ANGRE = "oppgave.angre"
SPOERSMAAL = {"oppgave.frist": "frist", "oppgave.bortfall": "bortfall", "oppgave.ansvarlig": "ansvarlig"}


def visning(turn: Turn) -> Oppgavevisning:
    return Oppgavevisning(turn.norsk, turn.register, turn.incoming.at.date(), organ=True)


def hva_skal_gjoeres(turn: Turn, intent: str, o: Oppgave, extra: Mapping[str, object]) -> tuple[str, str]:
    """The question of the preview, and what stands on the button behind «Ja, »."""
    hva = SPOERSMAAL.get(intent) or ("gjenaapne" if extra.get("hva") == "gjenaapne" else "ferdig")
    verdier: dict[str, object] = {"oppgave": navn(visning(turn), o), "tekst": forkortet(o.hva, 160)}
    if hva == "frist":
        verdier["dato"] = turn.norsk.dato(date.fromisoformat(str(extra["ny_frist"])))
    if hva == "ansvarlig":
        verdier["navn"] = _navnet(turn, extra.get("til"))
    return turn.norsk.tekst(f"oppgave.skal_{hva}", **verdier), turn.norsk.tekst(f"oppgave.ja_{hva}")


def _navnet(turn: Turn, person_id: object) -> str:
    alle = (m for organ in turn.register.organer for m in organ.medlemmer)
    return next((m.navn for m in alle if m.person_id == person_id), "")


async def kvittert(
    turn: Turn, tjenester: Tjenester, intent: str, foer: Oppgave, etter: Oppgave
) -> list[Reply]:
    """The receipt with «Angre», and a message to the ansvarlige that it was not who did it."""
    if etter.versjon == foer.versjon:
        return si(turn, kvittering(turn.norsk.tekst("oppgave.samme"), visning(turn), etter))
    await _si_fra(turn, tjenester, foer, etter)
    angre = None if intent == ANGRE else _angre(turn, tjenester, etter)
    mine = knapp(turn.norsk.tekst("knapp.mine_oppgaver"), "oppgave.liste", hva="mine")
    kan_skrives(turn, angre)
    knapper = [k for k in (angre, mine) if k]
    linje = _linje(turn.norsk, etter) if angre else turn.norsk.tekst("oppgave.angret")
    return si(turn, kvittering(linje, visning(turn), etter, knapper))


def _angre(turn: Turn, tjenester: Tjenester, etter: Oppgave) -> Button:
    return skriveknapp(
        turn.norsk.tekst("forfall.knapp_angre"),
        ANGRE,
        tjenester.ny_id(),
        **{OPPGAVE: etter.id, "versjon": etter.versjon},
    )


def _linje(norsk: Norsk, o: Oppgave) -> str:
    """What was done last."""
    linje = oppgaver.sist(o)
    hva = linje.hva if linje else Oppgavehendelse.LAGET
    if hva is Oppgavehendelse.FRIST and o.frist:
        return norsk.tekst("oppgave.gjort_frist", dato=norsk.dato(o.frist))
    if hva is Oppgavehendelse.ANSVARLIG:
        return norsk.tekst("oppgave.gjort_ansvarlig", navn=skriv.liste([a.navn for a in o.ansvarlige]))
    return norsk.tekst(f"oppgave.gjort_{hva.value}")


async def _si_fra(turn: Turn, tjenester: Tjenester, foer: Oppgave, etter: Oppgave) -> None:
    """One message each, and none to who did it."""
    selv = turn.aktoer.hvem
    alle = {ident(h): h for h in (*foer.ansvarlige, *etter.ansvarlige)}
    andre = [h.person_id for h in alle.values() if h.person_id is not None and not samme(h, selv)]
    varsel = Varsel(
        f"oppgave:{etter.id}:{len(etter.logg)}",
        Varselslag.OPPGAVE_ENDRET,
        lambda norsk: _beskjed(turn, norsk, selv, etter),
    )
    await varsler(turn, tjenester).til_personer(andre, varsel)


def _beskjed(turn: Turn, norsk: Norsk, av: Hvem, o: Oppgave) -> Message:
    v = Oppgavevisning(norsk, turn.register, turn.incoming.at.date(), organ=True)
    linje = norsk.tekst("oppgave.beskjed", navn=av.navn, hva=_linje(norsk, o))
    mine = knapp(norsk.tekst("knapp.mine_oppgaver"), "oppgave.liste", hva="mine")
    return kvittering(linje, v, o, [mine])


def avslag(turn: Turn, nei: Avslag) -> list[Reply]:
    return si_setning(turn, _ordlagt(turn, nei))


def _ordlagt(turn: Turn, nei: Avslag) -> str:
    norsk, dag = turn.norsk, turn.incoming.at.date()
    match nei:
        case Ukjent():
            noekkel = "oppgave.flere_heter" if nei.flere else "oppgave.ukjent_person"
            return norsk.tekst(
                noekkel, navn=nei.navn, **({"flere": skriv.liste(nei.flere)} if nei.flere else {})
            )
        case oppgaver.OppgaveUkjent():
            hvor = organnavn(turn.register, nei.organ_ids, dag) if 0 < len(nei.organ_ids) <= 3 else ""
            i_organ = norsk.tekst("oppgave.i_organ", organ=hvor) if hvor else ""
            return norsk.tekst("oppgave.finnes_ikke", nr=nei.nr, i_organ=i_organ)
        case oppgaver.FristIFortid():
            return norsk.tekst("oppgave.frist_i_fortid", dato=norsk.dato(nei.frist))
    return _om_oppgaven(turn, nei)


def _om_oppgaven(
    turn: Turn,
    nei: oppgaver.AlleredeLukket | oppgaver.AlleredeAapen | oppgaver.IkkeDin | oppgaver.EndretSiden,
) -> str:
    o, norsk = nei.oppgave, turn.norsk
    hva = navn(visning(turn), o)
    match nei:
        case oppgaver.AlleredeLukket():
            return norsk.tekst(f"oppgave.allerede_{o.tilstand.value}", oppgave=hva, naar=_naar(norsk, o))
        case oppgaver.AlleredeAapen():
            return norsk.tekst("oppgave.allerede_aapen", oppgave=hva)
        case oppgaver.EndretSiden():
            return norsk.tekst("oppgave.endret_siden", oppgave=hva)
    organ = organnavn(turn.register, (o.organ_id,), turn.incoming.at.date())
    hos = skriv.liste([a.navn for a in o.ansvarlige])
    noekkel = "oppgave.ikke_din" if hos else "oppgave.ikke_din_ingen"
    return norsk.tekst(noekkel, oppgave=hva, organ=organ, **({"navn": hos} if hos else {}))


def _naar(norsk: Norsk, o: Oppgave) -> str:
    linje = oppgaver.sist(o)
    if linje is None or o.tilstand is Oppgavetilstand.AAPEN:
        return ""
    dag = norsk.dato(linje.at.astimezone(OSLO).date())
    naar = norsk.tekst("oppgave.av_naar", navn=linje.av.navn, dato=dag) if linje.av else dag
    return f"{naar}, {linje.etter}" if linje.etter else naar
