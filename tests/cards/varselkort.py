"""What others are told of who comes, for test_golden."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards.frammoetevarsler import ordlegg
from bot.cards.varseltekst import Grunnlag
from bot.domain.flytting import flytt
from bot.domain.forfall import kommer, meld_forfall, noter_merke
from bot.domain.frammoete import Slag
from bot.domain.moete import Moete
from bot.domain.organ import Helsefellesskap
from bot.domain.register import Register
from bot.domain.utfall import Beskjed, Beskjedslag
from bot.domain.vara import avslaa, svar_ja, svar_nei
from bot.turn import Message, Norsk
from tests.dialogs import eksempel
from tests.domain.moetebord import Bord, kl

Forloep = Callable[[Bord], None]
FELLESSKAP = Helsefellesskap("Helsefellesskapet Nordre Fjordfylke", 1)


def kalt(bord: Bord) -> None:
    bord.gjoer(meld_forfall, bord["berit"], bord["berit"], bord["kari"])


def svart(bord: Bord) -> None:
    kalt(bord)
    bord.gjoer(svar_ja, "k1", bord["kari"])


def dekket(bord: Bord) -> None:
    kalt(bord)
    bord.gjoer(meld_forfall, bord["berit"], bord["berit"], bord["liv"])
    bord.gjoer(svar_ja, "k2", bord["liv"])


def svart_for(bord: Bord) -> None:
    kalt(bord)
    bord.gjoer(svar_ja, "k1", bord["ove"], paa_vegne=True)


def svart_nei_for(bord: Bord) -> None:
    kalt(bord)
    bord.gjoer(svar_nei, "k1", bord["ove"], paa_vegne=True)


def likevel(bord: Bord) -> None:
    svart(bord)
    bord.gjoer(kommer, bord["berit"], bord["berit"])


def ingen(bord: Bord) -> None:
    bord.gjoer(meld_forfall, bord["siri"], bord["siri"], bord["wenche"])
    bord.gjoer(svar_nei, "k1", bord["wenche"])


def paa_tvers(bord: Bord) -> None:
    bord.gjoer(meld_forfall, bord["berit"], bord["berit"], bord["wenche"])


def avslag(bord: Bord) -> None:
    paa_tvers(bord)
    bord.gjoer(avslaa, "k1", bord["ove"])


def stedfortreder(bord: Bord) -> None:
    bord.gjoer(meld_forfall, bord["berit"], bord["berit"], bord["Tormod"])


def sent(bord: Bord) -> None:
    bord.naa = kl("2024-05-16T07:00")
    kalt(bord)


def sent_uten_vara(bord: Bord) -> None:
    bord.gjoer(meld_forfall, bord["wenche"], bord["wenche"])
    bord.naa = kl("2024-05-16T07:00")
    bord.gjoer(meld_forfall, bord["siri"], bord["siri"])


def sen_kommer(bord: Bord) -> None:
    sent(bord)
    bord.gjoer(kommer, bord["berit"], bord["berit"])


def merke(bord: Bord) -> None:
    bord.gjoer(noter_merke, bord["siri"], bord["siri"], Slag.SENT, kl("2024-05-16T09:30").time())


def flyttet(bord: Bord) -> None:
    bord.gjoer(meld_forfall, bord["berit"], bord["berit"])
    bord.gjoer(flytt, bord["ove"])


def fortalt(
    forloep: Forloep, slag: Beskjedslag, til: str | None, om: str = ""
) -> Callable[[Norsk], Message]:
    """The last message of that kind to that person; `om` gives it another kind (told by the outbox)."""

    def bygg(norsk: Norsk) -> Message:
        bord = Bord()
        forloep(bord)
        hvem = bord[til] if til else None
        b = next(b for b in reversed(bord.alt_sagt) if b.slag is slag and b.til == hvem)
        return ordlegg(norsk, _som(b, om), grunnlag(bord, slag))

    return bygg


def _som(b: Beskjed, om: str) -> Beskjed:
    return replace(b, slag=Beskjedslag(om), til=b.melder) if om else b


def grunnlag(bord: Bord, slag: Beskjedslag) -> Grunnlag:
    papir = eksempel.innkalling(bord.hode.dato) if slag is Beskjedslag.KALT else None
    bord.hode = replace(bord.hode, sted="Storsalen")
    moete = Moete(1, [1], bord.hode.dato, innkalling=papir)
    return Grunnlag(bord.sit, Register(1, (FELLESSKAP,), bord.organer, (bord.hode,)), moete)


KORT: dict[str, Callable[[Norsk], Message]] = {
    "vara-kalt": fortalt(kalt, Beskjedslag.KALT, "kari"),
    "vara-kalt-siste-dag": fortalt(sent, Beskjedslag.KALT, "kari"),
    "vara-trukket": fortalt(likevel, Beskjedslag.TRUKKET, "kari"),
    "vara-dekket": fortalt(dekket, Beskjedslag.DEKKET, "kari"),
    "vara-notert-ja": fortalt(svart_for, Beskjedslag.NOTERT_JA, "kari"),
    "vara-notert-nei": fortalt(svart_nei_for, Beskjedslag.NOTERT_NEI, "kari"),
    "vara-kommer": fortalt(svart, Beskjedslag.VARA_KOMMER, "berit"),
    "vara-ingen": fortalt(ingen, Beskjedslag.INGEN_VARA, "siri"),
    "vara-ingen-leder": fortalt(ingen, Beskjedslag.INGEN_VARA, "anne"),
    "vara-ikke-naadd": fortalt(kalt, Beskjedslag.KALT, "kari", "ikke_naadd"),
    "vara-ikke-naadd-trukket": fortalt(likevel, Beskjedslag.TRUKKET, "kari", "ikke_naadd_trukket"),
    "vara-paa-tvers": fortalt(paa_tvers, Beskjedslag.PAA_TVERS, None),
    "vara-paa-tvers-nei": fortalt(avslag, Beskjedslag.TVERS_SVAR, "berit"),
    "stedfortreder": fortalt(stedfortreder, Beskjedslag.STEDFORTREDER, None),
    "forfall-sent": fortalt(sent, Beskjedslag.SEN_FORFALL, "anne"),
    "forfall-sent-uten-vara": fortalt(sent_uten_vara, Beskjedslag.SEN_FORFALL, "anne"),
    "forfall-likevel": fortalt(sen_kommer, Beskjedslag.LIKEVEL, "anne"),
    "forfall-gjelder": fortalt(flyttet, Beskjedslag.GJELDER, "berit"),
    "frammoete-sent": fortalt(merke, Beskjedslag.FRAMMOETE, "anne"),
}
