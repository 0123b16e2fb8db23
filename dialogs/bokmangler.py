"""What a referat lacks when the møte is closed, and the forms that mend it."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.cards.bokmangler import Mangel, datoskjema, mangelkort, navneskjema, tekstskjema
from bot.cards.melding import knapp, skriveknapp
from bot.cards.ord import forkortet, sakstittel
from bot.domain import bokpunkt
from bot.domain.bokloep import krev_ulaast
from bot.domain.bokmangler import Bokmangler, mangler
from bot.domain.bokstand import Boksak, Punkt
from bot.domain.bokvedtak import forslag_i
from bot.domain.conversation import Button
from bot.domain.moete import Moete
from bot.language import skriv
from bot.turn import Dialog, Meaning, Message, Reply, Turn
from dialogs.bok import i_boken
from dialogs.bokfoer import Bok, Foert, hold
from dialogs.bokhenvist import henviste
from dialogs.bokkvittering import HVEM, i_delen, merket, sakmerke
from dialogs.bokmangelrader import KNAPPER, forslagene, numre, samlet, uten_svar_i_saker
from dialogs.bokskjermet import unntattlinjer
from dialogs.moetet import papirene
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si
from dialogs.tjenester import Tjenester

FYLL = "referat.fyll"
TEGN = 80


async def manglerkort(turn: Turn, foert: Foert, foerst: str, tjenester: Tjenester) -> Message:
    moete = await papirene(turn, foert.hode)
    funnet = mangler(foert.etter, forslag_i(moete, foert.etter))
    etterord = "\n".join([*unntattlinjer(turn, foert.etter), turn.norsk.tekst("foering.utkast_ferdig")])
    rader = [*_rader(turn, foert, funnet), *await henviste(turn, moete, foert.etter)]
    key = "foering.mangler" if rader else "foering.mangler_ikke"
    heading = f"{foerst} {turn.norsk.tekst(key)}"
    return mangelkort(turn.norsk, heading, rader, etterord, _under(turn, foert, tjenester))


def _rader(turn: Turn, foert: Foert, funnet: Bokmangler) -> list[Mangel]:
    """What the members look for first comes first."""
    tekst, bok_id = turn.norsk.tekst, foert.bok.id

    def fyll(label: str, hva: str, **data: Any) -> Button:
        return knapp(tekst(f"foering.knapp_{label}"), FYLL, bok=bok_id, hva=hva, **data)

    def om_sak(key: str, sak: Boksak) -> str:
        return tekst(key, sak=sakstittel(sak.saksnr, sak.tittel) + i_delen(foert.etter, sak))

    def om_punkt(key: str, nr: int) -> str:
        punkt = foert.etter.punkter[nr]
        merke = merket(foert.etter, nr, turn) + i_delen(foert.etter, foert.etter.sak(punkt.sak))
        return tekst(key, punkt=merke, tekst=forkortet(punkt.tekst, TEGN))

    rader = [
        Mangel(om_sak("foering.mangler_konklusjon", s), fyll("skriv_konklusjon", "konklusjon", key=s.key))
        for s in funnet.saker
    ]
    for sak, nre in uten_svar_i_saker(funnet).items():
        merke = sakmerke(sak) + i_delen(foert.etter, sak)
        skjema = fyll("skriv_vedtak", "vedtak", key=sak.key, **({"punkt": nre[0]} if len(nre) == 1 else {}))
        rader.append(Mangel(tekst("foering.mangler_svar", sak=merke, nr=numre(nre)), skjema))

    def loefter(hva: str, key: str, alle: str, punkter: Sequence[Punkt]) -> list[Mangel]:
        """One by one where there is room for their buttons, else in one row."""
        if len(punkter) > KNAPPER - len(rader):
            return [samlet(turn, alle, punkter)] if punkter else []
        return [Mangel(om_punkt(key, p.nr), fyll(f"sett_{hva}", hva, punkt=p.nr)) for p in punkter]

    rader += loefter("hvem", "foering.mangler_hvem", "diktat.mangler_hvem", funnet.uten_hvem)
    rader += loefter("frist", "foering.mangler_frist", "diktat.mangler_frist", funnet.uten_frist)
    rader += [Mangel(om_punkt("foering.mangler_innspill", p.nr)) for p in funnet.aapne_plasser]
    return [*rader, *_folk(turn, foert, funnet)]


def _folk(turn: Turn, foert: Foert, funnet: Bokmangler) -> list[Mangel]:
    tekst, rader = turn.norsk.tekst, list[Mangel]()
    if funnet.bekreftes:
        navn = skriv.liste([f.person.navn for f in funnet.bekreftes])
        bekreft = knapp(
            tekst("foering.knapp_bekreft"), "referat.frammoete", bok=foert.bok.id, hva="bekreft"
        )
        rader.append(Mangel(tekst("foering.mangler_bekreftelse", navn=navn), bekreft))
    if funnet.moeteleder:
        rader.append(Mangel(tekst("foering.mangler_moeteleder")))
    if funnet.referent:
        rader.append(Mangel(tekst("foering.mangler_referent")))
    return rader


def _under(turn: Turn, foert: Foert, tjenester: Tjenester) -> list[Button]:
    tekst, moete, bok = turn.norsk.tekst, foert.hode.id, foert.bok.id
    return [
        knapp(tekst("foering.knapp_utkast"), "referat.utkast", bok=bok, hva="alt"),
        knapp(tekst("foering.knapp_send"), "referat.send", moete=moete, bok=bok),
        knapp(tekst("foering.knapp_fil"), "referat.fil", moete=moete, bok=bok),
        skriveknapp(tekst("foering.knapp_gjenaapne"), "referat.gjenaapne", tjenester.ny_id(), bok=bok),
    ]


class BokFyll:
    """The form behind «Skriv konklusjon», «Sett frist» … What is sent in goes the way a line does."""

    intents = frozenset({FYLL})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        return await i_boken(turn, lambda: self._vis(turn, meaning))

    async def _vis(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        """A form of its own, so that the list of what is missing stays."""
        lag_skjema = _SKJEMA.get(ord_(meaning.slots, "hva") or "")
        if lag_skjema is None:
            raise UgyldigKnapp
        bok = await hold(turn)
        krev_ulaast(bok.stand)
        message = lag_skjema(turn, meaning, bok, await papirene(turn, bok.hode), self._tjenester.ny_id())
        return [Reply(r.message) for r in si(turn, message)]


def _tekstskjema(turn: Turn, meaning: Meaning, bok: Bok, moete: Moete, op: str) -> Message:
    tekst, key, hva = turn.norsk.tekst, _key(meaning), ord_(meaning.slots, "hva")
    sak = next((s for s in bok.stand.saker if s.key == key), None)
    if sak is None:
        raise UgyldigKnapp
    nr = tall(meaning.slots, "punkt")
    send = skriveknapp(
        tekst("foering.knapp_foer_inn"), "referat.punkt", op, bok=bok.id, hva=hva, key=key, punkt=nr
    )
    etikett = tekst(f"foering.etikett_{hva}")
    verdi = tekst("foering.som_foreslaatt") if hva == "vedtak" else ""
    foerst = [sakstittel(sak.saksnr, sak.tittel)]
    if hva == "vedtak":
        foerst += forslagene(turn, bok.stand, sak, moete, nr)
    return tekstskjema("\n".join(foerst), etikett, send, verdi)


def _hvemskjema(turn: Turn, meaning: Meaning, bok: Bok, moete: Moete, op: str) -> Message:
    punkt = bokpunkt.punkt(bok.stand, tall(meaning.slots, "punkt") or 0)
    send = skriveknapp(turn.norsk.tekst("foering.knapp_foer_inn"), HVEM, op, bok=bok.id, punkt=punkt.nr)
    return navneskjema(forkortet(punkt.tekst, TEGN), turn.norsk.tekst("foering.etikett_hvem"), send)


def _fristskjema(turn: Turn, meaning: Meaning, bok: Bok, moete: Moete, op: str) -> Message:
    punkt = bokpunkt.punkt(bok.stand, tall(meaning.slots, "punkt") or 0)
    label = turn.norsk.tekst("foering.knapp_foer_inn")
    send = skriveknapp(label, "referat.rett", op, bok=bok.id, hva="frist", punkt=punkt.nr)
    return datoskjema(forkortet(punkt.tekst, TEGN), turn.norsk.tekst("foering.etikett_frist"), send)


def _key(meaning: Meaning) -> int:
    key = tall(meaning.slots, "key")
    if key is None:
        raise UgyldigKnapp
    return key


_SKJEMA: dict[str, Callable[[Turn, Meaning, Bok, Moete, str], Message]] = {
    "konklusjon": _tekstskjema,
    "vedtak": _tekstskjema,
    "hvem": _hvemskjema,
    "frist": _fristskjema,
}


def lag(tjenester: Tjenester) -> Dialog:
    return BokFyll(tjenester)
