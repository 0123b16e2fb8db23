"""What the sekretariat is told of a post that did not come out in a channel, and what they can do."""

from bot.cards.melding import knapp, setning
from bot.cards.ord import forkortet
from bot.domain.utboks import Aarsak
from bot.turn import Message, Norsk

IGJEN = "utboks.igjen"
MAKS_LINJE = 120

GRUNNER = {
    Aarsak.GAMMEL: "utboks.grunn_gammel",
    Aarsak.BORTE: "utboks.grunn_borte",
    Aarsak.UTEN_ID: "utboks.grunn_uten_id",
    Aarsak.DOEGN: "utboks.grunn_doegn",
}


def kom_ikke_ut(
    norsk: Norsk, kanal: str | None, hva: str, grunn: str, post_id: int, *, uviss: bool
) -> Message:
    """`kanal` is its name, where it is known; `hva` what the post said; `uviss`: it may be there."""
    hvor = norsk.tekst("utboks.kanalen", kanal=kanal) if kanal else norsk.tekst("utboks.en_kanal")
    linje = forkortet(hva.strip().partition("\n")[0], MAKS_LINJE) or norsk.tekst("utboks.et_innlegg")
    if uviss:
        tekst = norsk.tekst("utboks.uviss", kanal=hvor, hva=linje)
    else:
        tekst = norsk.tekst("utboks.ikke_ut", kanal=hvor, hva=linje, grunn=_grunn(norsk, grunn))
    return setning(tekst, [knapp(norsk.tekst("utboks.proev_igjen"), IGJEN, post=post_id)])


def _grunn(norsk: Norsk, grunn: str) -> str:
    """A status of Teams', or a word of the outbox, as one can say it."""
    for aarsak, key in GRUNNER.items():
        if grunn.startswith(aarsak):
            return norsk.tekst(key)
    return norsk.tekst("utboks.grunn_avvist", kode=grunn)
