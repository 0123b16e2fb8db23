"""What a rule about who comes says no to, in one sentence with what can be done instead."""

from bot.cards.ord import naar, organnavn
from bot.domain.errors import Refusal
from bot.domain.register import Moetehode
from bot.domain.situasjon import (
    ForSentAaAngre,
    IkkeDittKall,
    IkkeKalt,
    IkkeMedlem,
    IngenLinje,
    KallTrukket,
    KallUkjent,
    MoeteAvlyst,
    MoeteOver,
    MoeteUkjent,
    OpptattAnnetSted,
    PlassenDekket,
)
from bot.domain.utfall import Varahva
from bot.domain.vara import VaraKanIkke
from bot.domain.varanavn import IngenForfall
from bot.turn import Turn

ENKLE: dict[type[Refusal], str] = {
    MoeteUkjent: "moete.borte",
    KallUkjent: "varasvar.kall_ukjent",
    KallTrukket: "varasvar.trukket",
    IngenLinje: "forfall.ingen_linje",
    ForSentAaAngre: "forfall.for_sent_aa_angre",
    IkkeDittKall: "varasvar.ikke_ditt",
    IkkeKalt: "varasvar.ikke_kalt",
    IngenForfall: "varasvar.ikke_lenger",
}
"""Those that need no names."""
AVSLAG: tuple[type[Refusal], ...] = (
    *ENKLE,
    MoeteOver,
    MoeteAvlyst,
    IkkeMedlem,
    PlassenDekket,
    OpptattAnnetSted,
    VaraKanIkke,
)
KAN_IKKE = {
    Varahva.BORTE: "forfall.vara_borte",
    Varahva.HAR_PLASS: "forfall.vara_har_plass",
}


def ordlegg(turn: Turn, hode: Moetehode, avslag: Refusal) -> str:
    """`avslag` is one of AVSLAG."""
    organ = organnavn(turn.register, hode.organ_ids, hode.dato)
    moete = f"{organ} {naar(turn.norsk, hode)}"
    match avslag:
        case MoeteOver():
            return turn.norsk.tekst("forfall.over", moete=moete)
        case MoeteAvlyst():
            return turn.norsk.tekst("forfall.avlyst", moete=moete)
        case IkkeMedlem(hvem=hvem):
            return turn.norsk.tekst("forfall.ukjent_i", navn=hvem.navn, organ=organ)
        case PlassenDekket():
            return turn.norsk.tekst("varasvar.dekket")
        case OpptattAnnetSted(for_person=hvem):
            return turn.norsk.tekst("varasvar.opptatt", navn=hvem.navn)
        case VaraKanIkke(vara=vara, hva=hva):
            noekkel = KAN_IKKE.get(hva)
            return (
                turn.norsk.tekst(noekkel, navn=vara.navn)
                if noekkel
                else turn.norsk.tekst("forfall.vara_seg_selv")
            )
    return turn.norsk.tekst(ENKLE[type(avslag)])
