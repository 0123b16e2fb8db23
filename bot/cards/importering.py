"""What an import would store, shown before it is stored. For the chat and the terminal alike."""

from collections.abc import Sequence
from datetime import date, time

from bot.cards.agenda import agendalinjer, agendatabell, av_type, omfang
from bot.cards.element import Element, mellomtittel, overskrift, tekstblokk, tett
from bot.cards.melding import kort
from bot.cards.moete import saa_mye_som_faar_plass
from bot.cards.ord import Tall, naar, sakstittel, stor
from bot.domain.conversation import Button
from bot.domain.endringer import Endring, Verdi
from bot.domain.importering import Importplan, Slag
from bot.domain.innkalling import Agendatype, Innkalling, Saksfremlegg
from bot.domain.reading import Reading
from bot.domain.referat import Referat
from bot.language import skriv
from bot.language.tekster import tekst
from bot.turn import Message

VIST = 40
"""Lines of one kind that are shown; the rest is counted."""

Avsnitt = tuple[str, list[str]]
"""A heading with its lines."""


def preview(plan: Importplan, knapper: Sequence[Button] = ()) -> Message:
    """The møte, what would change, «Sjekk dette», the saksliste, what was found for each sak, and
    the lines that could not be placed. `knapper` are the answers; the terminal gives none.
    """

    def bygg(antall: int) -> Message:
        avsnitt = [(tittel, _avkortet(linjer, antall)) for tittel, linjer in _avsnitt(plan) if linjer]
        foerst, hode = _foerst(plan), _hode(plan)
        kropp: list[Element] = [overskrift(foerst), *map(_tett, hode), *_agenda(plan.reading, antall)]
        linjer = [foerst, *hode, *_agendatekst(plan.reading)]
        for tittel, innhold in avsnitt:
            kropp += [mellomtittel(tittel), *(tett(tekstblokk(f"• {linje}")) for linje in innhold)]
            linjer += ["", f"{tittel}:", *(f"• {linje}" for linje in innhold)]
        spoersmaal = [flyttespoersmaal(plan)] if plan.maa_avklares else []
        kropp += [tekstblokk(s, fet=True) for s in spoersmaal]
        return kort("\n".join([*linjer, *(f"\n{s}" for s in spoersmaal)]), kropp, knapper, uttale=foerst)

    return saa_mye_som_faar_plass(bygg, VIST)


def flyttespoersmaal(plan: Importplan) -> str:
    """«Er møtet flyttet fra … til …?» Only for a plan with `flyttet_fra`."""
    fra = skriv.dato(plan.flyttet_fra.dato) if plan.flyttet_fra else ""
    return tekst("import.flyttet", fra=fra, til=skriv.dato(plan.moete.dato))


def lagret(plan: Importplan) -> str:
    """The receipt: what was stored."""
    papir = tekst("import.innkalling" if plan.reading.innkalling else "import.referat")
    return tekst(f"import.lagret_{plan.slag.value}", papir=papir, moete=_moete(plan))


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


def _moete(plan: Importplan) -> str:
    return f"{plan.organ.kort(plan.moete.dato)} {naar(plan.moete)}"


def _foerst(plan: Importplan) -> str:
    papir = tekst("import.innkalling" if plan.reading.innkalling else "import.referat")
    return stor(tekst(f"import.foerst_{plan.slag.value}", papir=papir, moete=_moete(plan)))


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
    r = plan.reading
    return [
        (tekst("import.endringer"), _endringer(plan)),
        (tekst("import.sjekk_dette"), [m.tekst for m in r.merknader]),
        (tekst("import.funnet"), _funnet(r)),
        (tekst("import.hendelser"), [_hendelse(h.hva, h.dato) for h in r.dokument.hendelser]),
        (tekst("import.ikke_tolket"), list(r.ikke_tolket)),
    ]


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
    frammoete = skriv.liste(
        [
            tekst("referat.antall_til_stede", antall=Tall(len(r.tilstede))),
            tekst("referat.antall_forfall", antall=Tall(len(r.forfall))),
        ]
    )
    ledere = [tekst("import.moeteleder", navn=r.moeteleder)] if r.moeteleder else []
    ledere += [tekst("import.referenter", navn=skriv.liste(r.referenter))] if r.referenter else []
    saker = [
        ": ".join(ledd for ledd in (del_.tittel, sakstittel(s.saksnr, s.tittel)) if ledd)
        for del_ in r.deler
        for s in del_.saker
    ]
    return [
        stor(frammoete),
        *ledere,
        *saker,
        stor(tekst("import.antall_oppfoelging", antall=Tall(len(r.oppfoelging)))),
    ]


def _hendelse(hva: str, dato: date | None) -> str:
    return stor(f"{skriv.dato(dato)}: {hva}" if dato else hva)


def _agenda(reading: Reading, antall: int) -> list[Element]:
    agenda = reading.innkalling.agenda if reading.innkalling else []
    return [tekstblokk(_omfang(reading)), agendatabell(agenda[:antall], utfyllende=False)] if agenda else []


def _agendatekst(reading: Reading) -> list[str]:
    agenda = reading.innkalling.agenda if reading.innkalling else []
    return [_omfang(reading), *agendalinjer(agenda, utfyllende=True)] if agenda else []


def _omfang(reading: Reading) -> str:
    agenda = reading.innkalling.agenda if reading.innkalling else []
    return f"{stor(omfang(agenda))}." if av_type(agenda, Agendatype.SAK) else ""


def _avkortet(linjer: list[str], antall: int) -> list[str]:
    rest = len(linjer) - antall
    return [*linjer[:antall], tekst("liste.flere", antall=rest)] if rest > 0 else linjer
