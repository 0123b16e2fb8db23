"""The preview of an import with its buttons, and what is asked where the paper does not settle it."""

from collections.abc import Callable
from dataclasses import replace
from functools import singledispatch

from bot.cards.importering import preview
from bot.cards.melding import knapp, setning, skriveknapp
from bot.cards.valg import spoersmaal
from bot.domain.conversation import Button
from bot.domain.errors import Refusal
from bot.domain.foeresher import FoeresHer
from bot.domain.importering import Importplan, Slag
from bot.domain.importmaal import NestenFellesskap, NestenOrgan, UkjentFellesskap, UkjentOrgan, UtenDato
from bot.turn import Message, Norsk
from dialogs.utkast import Utkast, som_data


def forhaandsvisning(plan: Importplan, utkast: Utkast, ny_id: Callable[[], str], norsk: Norsk) -> Message:
    data = som_data(utkast.draft.id, utkast.valg)
    forkast = skriveknapp(norsk.tekst("knapp.forkast"), "import.forkast", ny_id(), utkast=utkast.draft.id)
    if plan.maa_avklares:
        valg = [
            _vis(norsk.tekst("knapp.er_flyttet"), utkast, flyttet=True),
            _vis(norsk.tekst("knapp.er_nytt"), utkast, flyttet=False),
        ]
        return preview(norsk, plan, [*valg, forkast])
    lagre = skriveknapp(norsk.tekst("knapp.lagre"), "import.lagre", ny_id(), grunnlag=plan.grunnlag, **data)
    flyttet = [norsk.tekst("moetet.import_flyttet")] if plan.slag is Slag.FLYTTET else []
    return preview(norsk, plan, [lagre, forkast], flyttet)


def _vis(label: str, utkast: Utkast, **valgt: object) -> Button:
    """The preview again, with one more thing settled."""
    return knapp(label, "import.vis", **som_data(utkast.draft.id, replace(utkast.valg, **valgt)))  # type: ignore[arg-type]


@singledispatch
def ordlegg(avslag: Refusal, utkast: Utkast, norsk: Norsk) -> Message:
    """Says what must be said first, with the answers as buttons where there are any."""
    raise avslag


@ordlegg.register
def _(avslag: UtenDato, utkast: Utkast, norsk: Norsk) -> Message:
    return setning(norsk.tekst("import.uten_dato"))


@ordlegg.register
def _(avslag: UkjentFellesskap, utkast: Utkast, norsk: Norsk) -> Message:
    knapper = [_vis(navn, utkast, helsefellesskap=navn) for navn in avslag.navn]
    return spoersmaal(norsk, norsk.tekst("import.hvilket_fellesskap", fil=utkast.draft.filename), knapper)


@ordlegg.register
def _(avslag: NestenFellesskap, utkast: Utkast, norsk: Norsk) -> Message:
    ja = _vis(norsk.tekst("knapp.ja_navn", navn=avslag.finnes), utkast, helsefellesskap=avslag.finnes)
    return spoersmaal(
        norsk,
        norsk.tekst("import.nesten_fellesskap", skrevet=avslag.skrevet, finnes=avslag.finnes),
        [ja],
    )


@ordlegg.register
def _(avslag: UkjentOrgan, utkast: Utkast, norsk: Norsk) -> Message:
    andre = [navn for navn in avslag.organer if navn != avslag.forslag]
    knapper = [_vis(navn, utkast, organ=navn) for navn in andre]
    if avslag.forslag:
        ja = _vis(norsk.tekst("knapp.ja_navn", navn=avslag.forslag), utkast, organ=avslag.forslag)
        return spoersmaal(norsk, norsk.tekst("import.bekreft_utvalg", navn=avslag.forslag), [ja, *knapper])
    if knapper:
        return spoersmaal(norsk, norsk.tekst("import.hvilket_utvalg"), knapper)
    return setning(norsk.tekst("import.uten_utvalg"))


@ordlegg.register
def _(avslag: NestenOrgan, utkast: Utkast, norsk: Norsk) -> Message:
    ja = _vis(norsk.tekst("knapp.ja_navn", navn=avslag.finnes), utkast, organ=avslag.finnes)
    nei = _vis(
        norsk.tekst("knapp.nei_navn", navn=avslag.skrevet),
        utkast,
        organ=avslag.skrevet,
        nytt_organ=True,
    )
    return spoersmaal(
        norsk,
        norsk.tekst("import.nesten_utvalg", skrevet=avslag.skrevet, finnes=avslag.finnes),
        [ja, nei],
    )


@ordlegg.register
def _(avslag: FoeresHer, utkast: Utkast, norsk: Norsk) -> Message:
    moete = f"{avslag.organ.kort(avslag.dato)} {norsk.dato(avslag.dato)}"
    return setning(norsk.tekst(avslag.noekkel, moete=moete))
