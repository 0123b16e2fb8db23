"""A referat on its way from utkast to godkjent: what its members get, and what they missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.element import avsnitt, overskrift, tekstblokk
from bot.cards.melding import knapp, kort, setning
from bot.cards.moetekort import moetet
from bot.cards.oppgavelinjer import kort as oppgavekort
from bot.cards.ord import forkortet, sakstittel
from bot.cards.tekstflyt import Linje, Utsnitt, flyt, sakens_mer
from bot.domain.bokstand import Rettelse
from bot.domain.conversation import Button
from bot.domain.moetebok import Boktilstand
from bot.domain.oppgave import Oppgave
from bot.domain.referat import Referat
from bot.domain.register import Moetehode, Register
from bot.turn import Message, Norsk

KONKLUSJON_TEGN = 240
"""As much of what a sak came to is shown; the rest is in the referat."""
MERKNAD, INGEN, LISTE = "referat.merknad", "referat.ingen_merknader", "referat.merknader"


@dataclass(frozen=True)
class Utsendt:
    """What is told of. `oppgaver` are the recipient's own or their seat's; `vara` met for them. `del_nr`:
    it is that part alone, of those who were together with the møte's own bodies there.
    """

    register: Register
    hode: Moetehode
    bok_id: int
    referat: Referat
    dag: date
    tilstand: Boktilstand = Boktilstand.TIL_GODKJENNING
    frist: date | None = None
    oppgaver: Sequence[Oppgave] = ()
    vara: str | None = None
    del_nr: int = 0

    @property
    def stedet(self) -> dict[str, int]:
        """What a button shows it by."""
        return {"moete": self.hode.id, **({"del": self.del_nr} if self.del_nr else {})}

    @property
    def aapen(self) -> bool:
        """Whether merknader are taken."""
        return self.tilstand is Boktilstand.TIL_GODKJENNING


def til_godkjenning(norsk: Norsk, u: Utsendt) -> Message:
    """To somebody who was there."""
    noekkel = "godkjenning.sendt_del" if u.del_nr else "godkjenning.sendt"
    foerst = norsk.tekst(noekkel, moete=moetet(norsk, u.register, u.hode))
    return _kort(norsk, u, foerst, [])


def gikk_glipp(norsk: Norsk, u: Utsendt) -> Message:
    """To somebody who was not."""
    noekkel = "godkjenning.glipp_del" if u.del_nr else "godkjenning.glipp"
    foerst = norsk.tekst(noekkel, moete=moetet(norsk, u.register, u.hode))
    vara = [Linje(norsk.tekst("godkjenning.vara_for_deg", navn=u.vara))] if u.vara else []
    return _kort(norsk, u, foerst, vara)


def _kort(norsk: Norsk, u: Utsendt, foerst: str, linjer: list[Linje]) -> Message:
    par = [(norsk.tekst("godkjenning.frist"), norsk.dato(u.frist))] if u.frist and u.aapen else []
    linjer = [*linjer, *_oppgaver(norsk, u), *_bestemt(norsk, u.referat)]
    mer = sakens_mer("referat.vis", **u.stedet)
    return flyt(norsk, foerst, par, linjer, knapper(norsk, u), mer, Utsnitt())


def knapper(norsk: Norsk, u: Utsendt) -> list[Button]:
    """Without operations: who changes their mind is heard again."""
    les = knapp(norsk.tekst("godkjenning.knapp_les"), "referat.vis", **u.stedet)
    return [les, *merknadsknapper(norsk, u.bok_id)] if u.aapen else [les]


def merknadsknapper(norsk: Norsk, bok_id: int) -> list[Button]:
    return [
        knapp(norsk.tekst("godkjenning.knapp_merknad"), MERKNAD, bok=bok_id),
        knapp(norsk.tekst("godkjenning.knapp_ingen"), INGEN, bok=bok_id),
    ]


def _oppgaver(norsk: Norsk, u: Utsendt) -> list[Linje]:
    if not u.oppgaver:
        return []
    tittel = Linje(norsk.tekst("godkjenning.dine_oppgaver"), tittel=True)
    return [tittel, *(Linje(f"• {oppgavekort(norsk, o, u.dag)}") for o in u.oppgaver)]


def _bestemt(norsk: Norsk, referat: Referat) -> list[Linje]:
    """«Sak 02/24 Digital oppfølging: Tas til orientering.»; the title of a part above its saker."""
    linjer: list[Linje] = []
    for del_ in referat.deler:
        egne = [
            Linje(f"{sakstittel(s.saksnr, s.tittel)}: {forkortet(' '.join(s.konklusjon), KONKLUSJON_TEGN)}")
            for s in del_.saker
            if s.konklusjon
        ]
        if egne and del_.tittel:
            linjer.append(Linje(del_.tittel, tittel=True))
        linjer += egne
    if not linjer:
        return [Linje(norsk.tekst("godkjenning.ingenting_bestemt"))]
    return [Linje(norsk.tekst("godkjenning.bestemt"), tittel=True), *linjer]


def sitatkort(
    foerst: str, sitat: str, knapper: Sequence[Button] = (), etter: Sequence[str] = ()
) -> Message:
    """Says something of what somebody wrote, which stands there word for word."""
    tekst = f"«{sitat}»"
    kropp = [overskrift(foerst), *avsnitt(tekst), *map(tekstblokk, etter)]
    return kort("\n".join([foerst, tekst, *etter]), kropp, knapper, uttale=foerst)


def er_godkjent(
    norsk: Norsk, register: Register, hode: Moetehode, ved_taushet: bool, *, ubesvart: bool = False
) -> Message:
    """`ubesvart`: whoever gets it had a merknad that nobody answered."""
    noekkel = "godkjenning.ved_taushet" if ved_taushet else "godkjenning.er_godkjent"
    linje = norsk.tekst(noekkel, moete=moetet(norsk, register, hode))
    mer = [norsk.tekst("godkjenning.ikke_besvart")] if ubesvart else []
    les = knapp(norsk.tekst("godkjenning.knapp_les"), "referat.vis", moete=hode.id)
    return setning(" ".join([linje, *mer]), [les])


def er_rettet(norsk: Norsk, register: Register, hode: Moetehode, rettelse: Rettelse) -> Message:
    navn = rettelse.av.navn if rettelse.av else ""
    linje = norsk.tekst("godkjenning.er_rettet", navn=navn, moete=moetet(norsk, register, hode))
    les = knapp(norsk.tekst("godkjenning.knapp_les"), "referat.vis", moete=hode.id)
    return sitatkort(linje, rettelse.tekst, [les])


def frist_ute(
    norsk: Norsk, register: Register, hode: Moetehode, bok_id: int, ubesvarte: int, *, endret: bool
) -> Message:
    """To the møteleder and those who keep it: what can be done now. Each button is checked when it is
    pressed.
    """
    linjer = [
        norsk.tekst("godkjenning.frist_ute", moete=moetet(norsk, register, hode)),
        *([norsk.tekst("godkjenning.uten_svar", antall=ubesvarte)] if ubesvarte else []),
        *([norsk.tekst("godkjenning.endret_etter_sending")] if endret else []),
        norsk.tekst("godkjenning.kan_godkjennes"),
    ]
    svar = knapp(norsk.tekst("godkjenning.knapp_svar"), LISTE, bok=bok_id)
    nytt = knapp(norsk.tekst("godkjenning.knapp_paa_nytt"), "referat.send", bok=bok_id)
    godkjenn = knapp(norsk.tekst("godkjenning.knapp_godkjenn"), "referat.godkjenn", bok=bok_id)
    return setning(
        " ".join(linjer), [godkjenn, *([svar] if ubesvarte else []), *([nytt] if endret else [])]
    )
