"""What an import would store, shown before it is stored. For the chat and the terminal alike."""

from collections.abc import Sequence
from datetime import date, time

from bot.cards.agenda import agendalinjer, agendatabell, av_type, omfang
from bot.cards.agendatekst import agendatekst
from bot.cards.element import Element, mellomtittel, overskrift, tekstblokk, tett
from bot.cards.liste import hendelseslinje
from bot.cards.melding import kort
from bot.cards.moete import saa_mye_som_faar_plass
from bot.cards.ord import Tall, deltaker, naar, sakstittel, stor
from bot.domain.conversation import Button
from bot.domain.endringer import Endring, Verdi
from bot.domain.importering import Importplan, Slag
from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling, Saksfremlegg
from bot.domain.reading import Reading
from bot.domain.referat import Deltaker, Referat
from bot.language import skriv
from bot.language.tekster import tekst
from bot.turn import Message

VIST = 40
"""Lines of one kind that are shown; the rest is counted."""

Avsnitt = tuple[str, list[str]]
"""A heading with its lines."""


def preview(plan: Importplan, knapper: Sequence[Button] = ()) -> Message:
    """The møte, what would change, «Sjekk dette», the saksliste, what was found for each sak, and
    the lines that could not be placed; at most VIST of a kind. `knapper` are the answers.
    """

    def bygg(antall: int) -> Message:
        foerst, hode = _foerst(plan), _hode(plan)
        kropp: list[Element] = [overskrift(foerst), *map(_tett, hode), *_agenda(plan.reading, antall)]
        linjer = [foerst, *hode, *_agendatekst(plan.reading, antall)]
        for tittel, alle in _avsnitt(plan):
            innhold = _avkortet(alle, antall)
            kropp += [mellomtittel(tittel), *(tett(tekstblokk(f"• {linje}")) for linje in innhold)]
            linjer += _avsnittstekst(tittel, innhold)
        spoersmaal = [flyttespoersmaal(plan)] if plan.maa_avklares else []
        kropp += [tekstblokk(s, fet=True) for s in spoersmaal]
        return kort("\n".join([*linjer, *(f"\n{s}" for s in spoersmaal)]), kropp, knapper, uttale=foerst)

    return saa_mye_som_faar_plass(bygg, VIST)


def preview_text(plan: Importplan, bredde: int = 80) -> str:
    """The same for a terminal of `bredde` columns: the saksliste as a table, and nothing left out."""
    agenda = _agendapunkter(plan.reading)
    linjer = [_foerst(plan), *_hode(plan)]
    linjer += ["", _omfang(agenda), "", agendatekst(agenda, bredde)] if agenda else []
    for tittel, innhold in _avsnitt(plan):
        linjer += _avsnittstekst(tittel, innhold)
    linjer += ["", flyttespoersmaal(plan)] if plan.maa_avklares else []
    return "\n".join(linjer)


def flyttespoersmaal(plan: Importplan) -> str:
    """«Er møtet flyttet fra … til …?» Only for a plan with `flyttet_fra`."""
    fra = skriv.dato(plan.flyttet_fra.dato) if plan.flyttet_fra else ""
    return tekst("import.flyttet", fra=fra, til=skriv.dato(plan.moete.dato))


def lagret(plan: Importplan) -> str:
    """The receipt: what was stored."""
    return tekst(f"import.lagret_{plan.slag.value}", papir=_papir(plan))


def endringslinje(endring: Endring) -> str:
    return tekst(
        f"endring.{endring.kode}", **{navn: _verdi(verdi) for navn, verdi in endring.fakta.items()}
    )


def _tett(linje: str) -> Element:
    return tett(tekstblokk(linje))


def _verdi(verdi: Verdi) -> str:
    if isinstance(verdi, date):
        return skriv.dato(verdi)
    if isinstance(verdi, time):
        return skriv.klokke(verdi)
    return verdi or tekst("endring.ikke_oppgitt")


def _papir(plan: Importplan) -> str:
    """«innkalling til ASU onsdag 17. april 2024», «referat fra …»."""
    moete = f"{plan.organ.kort(plan.moete.dato)} {naar(plan.moete)}"
    return tekst("import.innkalling" if plan.reading.innkalling else "import.referat", moete=moete)


def _foerst(plan: Importplan) -> str:
    return stor(tekst(f"import.foerst_{plan.slag.value}", papir=_papir(plan)))


def _hode(plan: Importplan) -> list[str]:
    m = plan.moete
    linjer = [
        tekst("import.utvalg", navn=plan.organ.navn(m.dato), fellesskap=plan.helsefellesskap.navn),
        tekst("moete.sted", sted=m.sted) if m.sted else tekst("moete.sted_ukjent"),
    ]
    linjer += (
        [tekst("import.nytt_fellesskap", navn=plan.helsefellesskap.navn)]
        if plan.helsefellesskap.id is None
        else []
    )
    linjer += [tekst("import.nytt_organ", navn=_alle_navn(plan))] if plan.organ.id is None else []
    linjer += [
        tekst("import.nytt_navn", organ=plan.organ.kort(m.dato), navn=navn) for navn in plan.nye_navn
    ]
    if plan.slag is Slag.FLYTTET and plan.flyttet_fra:
        linjer.append(tekst("import.flyttes", fra=skriv.dato(plan.flyttet_fra.dato)))
    return linjer


def _alle_navn(plan: Importplan) -> str:
    return " / ".join(n.navn for n in plan.organ.navneliste)


def _avsnitt(plan: Importplan) -> list[Avsnitt]:
    """Those that have lines, whole."""
    r = plan.reading
    alle = [
        (tekst("import.endringer"), _endringer(plan)),
        (tekst("import.sjekk_dette"), [m.tekst for m in r.merknader]),
        (tekst("import.funnet"), _funnet(r)),
        (tekst("import.hendelser"), [hendelseslinje(h) for h in r.dokument.hendelser]),
        (tekst("import.ikke_tolket"), list(r.ikke_tolket)),
    ]
    return [(tittel, linjer) for tittel, linjer in alle if linjer]


def _avsnittstekst(tittel: str, innhold: list[str]) -> list[str]:
    return ["", f"{tittel}:", *(f"• {linje}" for linje in innhold)]


def _endringer(plan: Importplan) -> list[str]:
    if plan.slag is Slag.NYTT:
        return []
    return [endringslinje(e) for e in plan.endringer] or [tekst("import.ingen_endringer")]


def _funnet(reading: Reading) -> list[str]:
    if reading.referat:
        return _i_referatet(reading.referat)
    innkalling = reading.innkalling or Innkalling()
    return [_i_fremlegget(f) for f in innkalling.saksfremlegg]


def _i_fremlegget(f: Saksfremlegg) -> str:
    ledd = [
        tekst("import.antall_forslag", antall=Tall(len(f.forslag_til_vedtak))),
        tekst("import.antall_vedlegg", antall=Tall(len(f.vedlegg))),
        tekst("import.antall_seksjoner", antall=Tall(len(f.seksjoner))),
    ]
    return f"{sakstittel(f.saksnr, f.tittel)}: {skriv.liste(ledd)}"


def _i_referatet(r: Referat) -> list[str]:
    ledere = [tekst("import.moeteleder", navn=r.moeteleder)] if r.moeteleder else []
    ledere += [_referenter(r.referenter)] if r.referenter else []
    saker = [
        ": ".join(ledd for ledd in (del_.tittel, sakstittel(s.saksnr, s.tittel)) if ledd)
        for del_ in r.deler
        for s in del_.saker
    ]
    return [
        _frammoete(tekst("referat.til_stede"), r.tilstede),
        _frammoete(tekst("referat.forfall"), r.forfall),
        *ledere,
        *saker,
        stor(tekst("import.antall_oppfoelging", antall=Tall(len(r.oppfoelging)))),
    ]


def _referenter(navn: list[str]) -> str:
    return tekst("import.referent" if len(navn) == 1 else "import.referenter", navn=skriv.liste(navn))


def _frammoete(tittel: str, deltakere: Sequence[Deltaker]) -> str:
    """«Til stede (2): Kari Nes (Nes kommune) og Ola Li»."""
    if not deltakere:
        return tekst("import.ingen_nevnt", hva=tittel)
    navn = skriv.liste([deltaker(d) for d in deltakere])
    return tekst("import.frammoete", hva=tittel, antall=len(deltakere), navn=navn)


def _agenda(reading: Reading, antall: int) -> list[Element]:
    agenda = _agendapunkter(reading)
    if not agenda:
        return []
    tabellen = agendatabell(agenda[:antall], utfyllende=False)
    return [tekstblokk(_omfang(agenda)), tabellen, *map(tekstblokk, _flere(len(agenda) - antall))]


def _agendatekst(reading: Reading, antall: int) -> list[str]:
    agenda = _agendapunkter(reading)
    if not agenda:
        return []
    linjer = agendalinjer(agenda[:antall], utfyllende=True)
    return [_omfang(agenda), *linjer, *_flere(len(agenda) - antall)]


def _agendapunkter(reading: Reading) -> list[Agendapunkt]:
    return reading.innkalling.agenda if reading.innkalling else []


def _omfang(agenda: Sequence[Agendapunkt]) -> str:
    return f"{stor(omfang(agenda))}." if av_type(agenda, Agendatype.SAK) else ""


def _avkortet(linjer: list[str], antall: int) -> list[str]:
    return [*linjer[:antall], *_flere(len(linjer) - antall)]


def _flere(rest: int) -> list[str]:
    return [tekst("liste.flere", antall=rest)] if rest > 0 else []
