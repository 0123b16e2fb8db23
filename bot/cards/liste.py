"""Lists by date: møter, dialogmøter, frister. One entry is a date, what it is, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.element import Element, overskrift, tekstblokk, tett
from bot.cards.melding import kort
from bot.cards.moete import avlyst_foerst, saa_mye_som_faar_plass
from bot.cards.ord import naar, organnavn, stor
from bot.domain.conversation import Button
from bot.domain.hendelser import kilde
from bot.domain.innkalling import Hendelse
from bot.domain.register import Moetehode, Register, Registrert
from bot.turn import Message, Norsk


@dataclass(frozen=True)
class Post:
    """One entry. `naar` is already words («dato ikke fastsatt» where there is none)."""

    naar: str
    hva: str
    under: str = ""


def liste(
    norsk: Norsk, foerst: str, poster: Sequence[Post], knapper: Sequence[Button] = (), etterord: str = ""
) -> Message:
    """`foerst` answers; then the entries, as many as a card can hold; `etterord` closes it."""

    def bygg(antall: int) -> Message:
        kropp: list[Element] = [overskrift(foerst)]
        linjer = [foerst]
        for post in poster[:antall]:
            kropp += _element(post)
            linjer.append(_linje(post))
        slutt = [norsk.tekst("liste.flere", antall=len(poster) - antall)] if antall < len(poster) else []
        slutt += [etterord] if etterord else []
        return kort("\n".join([*linjer, *slutt]), [*kropp, *map(tekstblokk, slutt)], knapper, uttale=foerst)

    return saa_mye_som_faar_plass(bygg, len(poster))


def moetepost(norsk: Norsk, hode: Moetehode, register: Register) -> Post:
    navn = organnavn(register, hode.organ_ids, hode.dato)
    return Post(stor(naar(norsk, hode)), avlyst_foerst(norsk, hode, navn), hode.sted or "")


def hendelsespost(norsk: Norsk, registrert: Registrert, register: Register) -> Post:
    h = registrert.hendelse
    return Post(
        stor(hendelsestid(norsk, h)),
        stor(h.hva),
        _under(_sted(h), status(norsk, h), henvisning(norsk, registrert, register)),
    )


def hendelseslinje(norsk: Norsk, h: Hendelse) -> str:
    """«Onsdag 12. juni 2024 kl. 09.00: Dialogmøte Ytre Fjord (Storsalen, planlagt, sak 01/24)»."""
    sak = norsk.tekst("ingen.i_sak", saksnr=h.saksnr) if h.saksnr else ""
    return _linje(Post(stor(hendelsestid(norsk, h)), stor(h.hva), _under(_sted(h), status(norsk, h), sak)))


def hendelsestid(norsk: Norsk, h: Hendelse) -> str:
    return norsk.tidsrom(h.dato, h.start, h.slutt) if h.dato else norsk.tekst("hendelse.uten_dato")


def status(norsk: Norsk, h: Hendelse) -> str:
    """«foreslått, ikke vedtatt»; nothing where the paper says nothing."""
    return norsk.tekst(f"hendelse.status_{h.status.value}") if h.status else ""


def henvisning(norsk: Norsk, registrert: Registrert, register: Register) -> str:
    """«sak 12/24 i papirene til ASU 17. april 2024»."""
    moete = kilde(register, registrert)
    organ = organnavn(register, moete.organ_ids, moete.dato)
    dato = norsk.dato(moete.dato).partition(" ")[2]
    if registrert.hendelse.saksnr:
        return norsk.tekst("hendelse.fra_sak", saksnr=registrert.hendelse.saksnr, organ=organ, dato=dato)
    return norsk.tekst("hendelse.fra_papir", organ=organ, dato=dato)


def _sted(h: Hendelse) -> str:
    return h.sted if h.sted and h.sted not in h.hva else ""


def _under(*ledd: str) -> str:
    return ", ".join(d for d in ledd if d)


def _linje(post: Post) -> str:
    return f"{post.naar}: {post.hva}" + (f" ({post.under})" if post.under else "")


def _element(post: Post) -> list[Element]:
    deler = [tekstblokk(post.naar, fet=True), tett(tekstblokk(post.hva))]
    return [*deler, tett(tekstblokk(post.under, dempet=True, liten=True))] if post.under else deler
