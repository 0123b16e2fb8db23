"""What a search found: date, body and sak, the sentence it was found by, and a button to each."""

from collections.abc import Sequence

from bot.cards.liste import Post, liste
from bot.cards.melding import knapp
from bot.cards.ord import organnavn, sakstittel, stor
from bot.domain.conversation import Button
from bot.domain.register import Register
from bot.domain.soekbart import Soekbart
from bot.domain.soeketreff import Saktreff
from bot.language.utdrag import utdrag
from bot.turn import Message, Norsk


def soekekort(
    norsk: Norsk,
    foerst: str,
    treff: Sequence[Saktreff],
    ordene: Sequence[str],
    register: Register,
    flere: Button | None,
    etterord: str = "",
) -> Message:
    """`treff` are the ones that are shown; those whose papers tell more get a button."""
    poster = [_post(norsk, register, ett, ordene) for ett in treff]
    knapper = [treffknapp(norsk, ett.foerste) for ett in treff if fra_papir(ett)]
    return liste(norsk, foerst, poster, [*knapper, *([flere] if flere else [])], etterord)


def fra_papir(treff: Saktreff) -> bool:
    """Whether it can be opened as a sak of the papers."""
    return any(rad.kilde.startswith("papir:") for rad in treff.rader)


def treffknapp(norsk: Norsk, rad: Soekbart) -> Button:
    sak = norsk.tekst("soek.sak", saksnr=rad.saksnr) if rad.saksnr else rad.tittel
    label = norsk.tekst("soek.aapne", sak=sak, dato=norsk.dato(rad.dato).partition(" ")[2])
    return knapp(
        label,
        "sak.vis",
        moete=rad.moete_id,
        saksnr=rad.saksnr,
        tittel=None if rad.saksnr else rad.tittel,
        **{"del": rad.del_tittel},
    )


def _post(norsk: Norsk, register: Register, treff: Saktreff, ordene: Sequence[str]) -> Post:
    rad = treff.beste
    organ = organnavn(register, rad.organ_ids, rad.dato)
    naar = f"{stor(norsk.dato(rad.dato))} · {organ}"
    tittel = sakstittel(rad.saksnr, rad.tittel)
    hvor = f"{tittel} ({rad.del_tittel})" if rad.del_tittel else tittel
    return Post(naar, hvor, _sagt(norsk, rad, ordene))


def _sagt(norsk: Norsk, rad: Soekbart, ordene: Sequence[str]) -> str:
    sagt = utdrag(rad.tekst, ordene)
    slag = norsk.tekst(f"soek.slag_{rad.slag.value}")
    stand = norsk.tekst("soek.utkast") if rad.utkast else "" if rad.aapen else norsk.tekst("soek.lukket")
    foran = f"{slag} ({stand})" if stand else slag
    return f"{foran}: {sagt}" if sagt else stand
