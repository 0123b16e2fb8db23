"""What an import would store, shown before it is stored. For the chat and the terminal alike."""

from collections.abc import Sequence
from datetime import date, time

from bot.cards.agenda import agendalinjer, agendatabell, av_type, omfang
from bot.cards.agendatekst import agendatekst
from bot.cards.element import Element, mellomtittel, overskrift, tekstblokk, tett
from bot.cards.liste import hendelseslinje
from bot.cards.melding import kort
from bot.cards.merknad import merknadslinje
from bot.cards.moete import saa_mye_som_faar_plass
from bot.cards.ord import Tall, deltaker, naar, sakstittel, stor
from bot.domain.conversation import Button
from bot.domain.endringer import Endring, Verdi
from bot.domain.importering import Importplan, Slag
from bot.domain.innkalling import Agendapunkt, Agendatype, Innkalling, Saksfremlegg
from bot.domain.reading import Reading
from bot.domain.referat import Deltaker, Referat
from bot.language import skriv
from bot.turn import Message, Norsk

VIST = 40
"""Lines of one kind that are shown; the rest is counted."""

Avsnitt = tuple[str, list[str]]
"""A heading with its lines."""


def preview(
    norsk: Norsk, plan: Importplan, knapper: Sequence[Button] = (), etterord: Sequence[str] = ()
) -> Message:
    """The møte, what would change, «Sjekk dette», the saksliste, what was found for each sak, and
    the lines that could not be placed; at most VIST of a kind. `etterord` closes it, `knapper` are the
    answers.
    """

    def bygg(antall: int) -> Message:
        foerst, hode = _foerst(norsk, plan), _hode(norsk, plan)
        kropp: list[Element] = [
            overskrift(foerst),
            *map(_tett, hode),
            *_agenda(norsk, plan.reading, antall),
        ]
        linjer = [foerst, *hode, *_agendatekst(norsk, plan.reading, antall)]
        for tittel, alle in _avsnitt(norsk, plan):
            innhold = _avkortet(norsk, alle, antall)
            kropp += [mellomtittel(tittel), *(tett(tekstblokk(f"• {linje}")) for linje in innhold)]
            linjer += _avsnittstekst(tittel, innhold)
        spoersmaal = [*etterord, *([flyttespoersmaal(norsk, plan)] if plan.maa_avklares else [])]
        kropp += [tekstblokk(s, fet=True) for s in spoersmaal]
        return kort("\n".join([*linjer, *(f"\n{s}" for s in spoersmaal)]), kropp, knapper, uttale=foerst)

    return saa_mye_som_faar_plass(bygg, VIST)


def preview_text(norsk: Norsk, plan: Importplan, bredde: int = 80) -> str:
    """The same for a terminal of `bredde` columns: the saksliste as a table, and nothing left out."""
    agenda = _agendapunkter(plan.reading)
    linjer = [_foerst(norsk, plan), *_hode(norsk, plan)]
    linjer += ["", _omfang(norsk, agenda), "", agendatekst(norsk, agenda, bredde)] if agenda else []
    for tittel, innhold in _avsnitt(norsk, plan):
        linjer += _avsnittstekst(tittel, innhold)
    linjer += ["", flyttespoersmaal(norsk, plan)] if plan.maa_avklares else []
    return "\n".join(linjer)


def flyttespoersmaal(norsk: Norsk, plan: Importplan) -> str:
    """«Er møtet flyttet fra … til …?» Only for a plan with `flyttet_fra`."""
    fra = norsk.dato(plan.flyttet_fra.dato) if plan.flyttet_fra else ""
    return norsk.tekst("import.flyttet", fra=fra, til=norsk.dato(plan.moete.dato))


def lagret(norsk: Norsk, plan: Importplan) -> str:
    """The receipt: what was stored."""
    return norsk.tekst(f"import.lagret_{plan.slag.value}", papir=_papir(norsk, plan))


def endringslinje(norsk: Norsk, endring: Endring) -> str:
    return norsk.tekst(
        f"endring.{endring.kode}", **{navn: _verdi(norsk, verdi) for navn, verdi in endring.fakta.items()}
    )


def _tett(linje: str) -> Element:
    return tett(tekstblokk(linje))


def _verdi(norsk: Norsk, verdi: Verdi) -> str:
    if isinstance(verdi, date):
        return norsk.dato(verdi)
    if isinstance(verdi, time):
        return skriv.klokke(verdi)
    return verdi or norsk.tekst("endring.ikke_oppgitt")


def _papir(norsk: Norsk, plan: Importplan) -> str:
    """«innkalling til ASU onsdag 17. april 2024», «referat fra …»."""
    moete = f"{_organer(plan)} {naar(norsk, plan.moete)}"
    return norsk.tekst("import.innkalling" if plan.reading.innkalling else "import.referat", moete=moete)


def _foerst(norsk: Norsk, plan: Importplan) -> str:
    return stor(norsk.tekst(f"import.foerst_{plan.slag.value}", papir=_papir(norsk, plan)))


def _hode(norsk: Norsk, plan: Importplan) -> list[str]:
    m = plan.moete
    linjer = [
        norsk.tekst("import.utvalg", navn=_fulle_navn(plan), fellesskap=plan.helsefellesskap.navn),
        norsk.tekst("moete.sted", sted=m.sted) if m.sted else norsk.tekst("moete.sted_ukjent"),
    ]
    linjer += (
        [norsk.tekst("import.nytt_fellesskap", navn=plan.helsefellesskap.navn)]
        if plan.helsefellesskap.id is None
        else []
    )
    linjer += [norsk.tekst("import.nytt_organ", navn=_alle_navn(plan))] if plan.organ.id is None else []
    linjer += [
        norsk.tekst("import.nytt_navn", organ=plan.organ.kort(m.dato), navn=navn) for navn in plan.nye_navn
    ]
    if plan.slag is Slag.FLYTTET and plan.flyttet_fra:
        linjer.append(norsk.tekst("import.flyttes", fra=norsk.dato(plan.flyttet_fra.dato)))
    return linjer


def _organer(plan: Importplan) -> str:
    return skriv.liste([o.kort(plan.moete.dato) for o in (plan.organ, *plan.med)])


def _fulle_navn(plan: Importplan) -> str:
    return skriv.liste([o.navn(plan.moete.dato) for o in (plan.organ, *plan.med)])


def _alle_navn(plan: Importplan) -> str:
    return " / ".join(n.navn for n in plan.organ.navneliste)


def _avsnitt(norsk: Norsk, plan: Importplan) -> list[Avsnitt]:
    """Those that have lines, whole."""
    r = plan.reading
    alle = [
        (norsk.tekst("import.endringer"), _endringer(norsk, plan)),
        (norsk.tekst("import.sjekk_dette"), [merknadslinje(norsk, m) for m in r.merknader]),
        (norsk.tekst("import.funnet"), _funnet(norsk, r)),
        (norsk.tekst("import.hendelser"), [hendelseslinje(norsk, h) for h in r.dokument.hendelser]),
        (norsk.tekst("import.ikke_tolket"), list(r.ikke_tolket)),
    ]
    return [(tittel, linjer) for tittel, linjer in alle if linjer]


def _avsnittstekst(tittel: str, innhold: list[str]) -> list[str]:
    return ["", f"{tittel}:", *(f"• {linje}" for linje in innhold)]


def _endringer(norsk: Norsk, plan: Importplan) -> list[str]:
    if plan.slag is Slag.NYTT:
        return []
    return [endringslinje(norsk, e) for e in plan.endringer] or [norsk.tekst("import.ingen_endringer")]


def _funnet(norsk: Norsk, reading: Reading) -> list[str]:
    if reading.referat:
        return _i_referatet(norsk, reading.referat)
    innkalling = reading.innkalling or Innkalling()
    return [_i_fremlegget(norsk, f) for f in innkalling.saksfremlegg]


def _i_fremlegget(norsk: Norsk, f: Saksfremlegg) -> str:
    ledd = [
        norsk.tekst("import.antall_forslag", antall=Tall(len(f.forslag_til_vedtak))),
        norsk.tekst("import.antall_vedlegg", antall=Tall(len(f.vedlegg))),
        norsk.tekst("import.antall_seksjoner", antall=Tall(len(f.seksjoner))),
    ]
    return f"{sakstittel(f.saksnr, f.tittel)}: {skriv.liste(ledd)}"


def _i_referatet(norsk: Norsk, r: Referat) -> list[str]:
    ledere = [norsk.tekst("import.moeteleder", navn=r.moeteleder)] if r.moeteleder else []
    ledere += [_referenter(norsk, r.referenter)] if r.referenter else []
    saker = [
        ": ".join(ledd for ledd in (del_.tittel, sakstittel(s.saksnr, s.tittel)) if ledd)
        for del_ in r.deler
        for s in del_.saker
    ]
    return [
        _frammoete(norsk, norsk.tekst("referat.til_stede"), r.tilstede),
        _frammoete(norsk, norsk.tekst("referat.forfall"), r.forfall),
        *ledere,
        *saker,
        stor(norsk.tekst("import.antall_oppfoelging", antall=Tall(len(r.oppfoelging)))),
    ]


def _referenter(norsk: Norsk, navn: list[str]) -> str:
    return norsk.tekst("import.referent" if len(navn) == 1 else "import.referenter", navn=skriv.liste(navn))


def _frammoete(norsk: Norsk, tittel: str, deltakere: Sequence[Deltaker]) -> str:
    """«Til stede (2): Kari Nes (Nes kommune) og Ola Li»."""
    if not deltakere:
        return norsk.tekst("import.ingen_nevnt", hva=tittel)
    navn = skriv.liste([deltaker(norsk, d) for d in deltakere])
    return norsk.tekst("import.frammoete", hva=tittel, antall=len(deltakere), navn=navn)


def _agenda(norsk: Norsk, reading: Reading, antall: int) -> list[Element]:
    agenda = _agendapunkter(reading)
    if not agenda:
        return []
    tabellen = agendatabell(norsk, agenda[:antall], utfyllende=False)
    return [
        tekstblokk(_omfang(norsk, agenda)),
        tabellen,
        *map(tekstblokk, _flere(norsk, len(agenda) - antall)),
    ]


def _agendatekst(norsk: Norsk, reading: Reading, antall: int) -> list[str]:
    agenda = _agendapunkter(reading)
    if not agenda:
        return []
    linjer = agendalinjer(norsk, agenda[:antall], utfyllende=True)
    return [_omfang(norsk, agenda), *linjer, *_flere(norsk, len(agenda) - antall)]


def _agendapunkter(reading: Reading) -> list[Agendapunkt]:
    return reading.innkalling.agenda if reading.innkalling else []


def _omfang(norsk: Norsk, agenda: Sequence[Agendapunkt]) -> str:
    return f"{stor(omfang(norsk, agenda))}." if av_type(agenda, Agendatype.SAK) else ""


def _avkortet(norsk: Norsk, linjer: list[str], antall: int) -> list[str]:
    return [*linjer[:antall], *_flere(norsk, len(linjer) - antall)]


def _flere(norsk: Norsk, rest: int) -> list[str]:
    return [norsk.tekst("liste.flere", antall=rest)] if rest > 0 else []
