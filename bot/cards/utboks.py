"""What the sekretariat is told of a post that did not come out in a channel, and what they can do."""

from bot.cards.melding import knapp, setning
from bot.cards.ord import forkortet
from bot.turn import Message, Norsk

IGJEN = "utboks.igjen"
MAKS_LINJE = 120

GRUNNER = {
    "out of date": "utboks.grunn_gammel",
    "no conversation": "utboks.grunn_borte",
    "no id": "utboks.grunn_uten_id",
}
GAVE_UP = "gave up"


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
    """A status or a word of the outbox, as one can say it."""
    if grunn in GRUNNER:
        return norsk.tekst(GRUNNER[grunn])
    if grunn.startswith(GAVE_UP):
        return norsk.tekst("utboks.grunn_doegn")
    return norsk.tekst("utboks.grunn_avvist", kode=grunn)
