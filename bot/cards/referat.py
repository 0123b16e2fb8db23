"""A referat: who was there, what each sak came to, who promised what."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.melding import knapp
from bot.cards.ord import Tall, deltaker, naar, organnavn, sakstittel, stor
from bot.cards.tekstflyt import Linje, Utsnitt, avsnittslinjer, flyt, sakens_mer
from bot.domain.conversation import Button
from bot.domain.moete import Moete
from bot.domain.referat import Deltaker, Oppfoelging, Referat, Referatsak
from bot.domain.register import Register
from bot.language import skriv
from bot.turn import Message, Norsk


@dataclass(frozen=True)
class Referatvisning:
    """`status`: how far one that is kept here has come. `tillegg` stand before the saker."""

    norsk: Norsk
    moete: Moete
    referat: Referat
    register: Register
    status: str = ""
    tillegg: tuple[str, ...] = ()
    knapper: tuple[Button, ...] = ()
    del_nr: int = 0
    """That part alone."""

    @property
    def stedet(self) -> dict[str, int | None]:
        """What a button shows it by."""
        return {"moete": self.moete.id, **({"del": self.del_nr} if self.del_nr else {})}

    @property
    def hvor(self) -> str:
        """«ASU onsdag 17. april 2024 kl. 13.00–17.00»."""
        organ = organnavn(self.register, self.moete.organ_ids, self.moete.dato)
        return f"{organ} {naar(self.norsk, self.moete)}"


def referatkort(v: Referatvisning, utsnitt: Utsnitt) -> Message:
    r = v.referat
    par = [
        (v.norsk.tekst("godkjenning.status"), v.status),
        (v.norsk.tekst("referat.moeteleder"), r.moeteleder or ""),
        (
            v.norsk.tekst("referat.referent" if len(r.referenter) == 1 else "referat.referenter"),
            skriv.liste(r.referenter),
        ),
        (v.norsk.tekst("referat.til_stede"), str(len(r.tilstede) or "")),
        (v.norsk.tekst("referat.forfall"), str(len(r.forfall) or "")),
    ]
    linjer = [linje for tekst in v.tillegg for linje in avsnittslinjer(tekst)]
    linjer += [linje for del_ in r.deler for linje in _del(del_.tittel, del_.saker, alt=bool(v.status))]
    linjer += _med_tittel(
        v.norsk.tekst("referat.oppfoelging"), [Linje(f"• {oppfoelging(v.norsk, o)}") for o in r.oppfoelging]
    )
    frammoete = knapp(v.norsk.tekst("knapp.frammoete"), "referat.vis", **v.stedet, hva="frammoete")
    knapper = [*([frammoete] if r.tilstede or r.forfall else []), *v.knapper]
    foerst = v.norsk.tekst("referat.fra", moete=v.hvor)
    return flyt(v.norsk, foerst, par, linjer, knapper, sakens_mer("referat.vis", **v.stedet), utsnitt)


def frammoete(v: Referatvisning, utsnitt: Utsnitt) -> Message:
    """Who was present and who was absent, with where they come from."""
    r = v.referat
    foerst = v.norsk.tekst(
        "referat.frammoete",
        moete=v.hvor,
        til_stede=stor(v.norsk.tekst("referat.antall_til_stede", antall=Tall(len(r.tilstede)))),
        forfall=v.norsk.tekst("referat.antall_forfall", antall=Tall(len(r.forfall))),
    )
    linjer = [
        *_med_tittel(v.norsk.tekst("referat.til_stede"), _navn(v.norsk, r.tilstede)),
        *_med_tittel(v.norsk.tekst("referat.forfall"), _navn(v.norsk, r.forfall)),
    ]
    mer = sakens_mer("referat.vis", **v.stedet, hva="frammoete")
    return flyt(v.norsk, foerst, [], linjer, [], mer, utsnitt)


def oppfoelging(norsk: Norsk, o: Oppfoelging) -> str:
    """«Kari avklarer med Fagråd 3 (sak 2/25, ansvarlig: Kari, frist: mandag 3. mars 2025)»."""
    ledd = [
        norsk.tekst("oppfoelging.sak", sak=o.sak) if any(tegn.isdigit() for tegn in o.sak) else o.sak,
        norsk.tekst("oppfoelging.ansvarlig", navn=o.ansvarlig) if o.ansvarlig else "",
        norsk.tekst("oppfoelging.frist", dato=norsk.dato(o.frist)) if o.frist else "",
    ]
    return f"{o.hva} ({', '.join(d for d in ledd if d)})"


def _del(tittel: str | None, saker: Sequence[Referatsak], *, alt: bool) -> list[Linje]:
    """What each sak came to, or what is said of it. `alt`: all that is said, too, since those who read it
    are to approve it.
    """
    linjer = [Linje(tittel, tittel=True)] if tittel else []
    for sak in saker:
        linjer.append(Linje(sakstittel(sak.saksnr, sak.tittel), tittel=True))
        kort = sak.konklusjon or sak.punkter or sak.innledning
        hele = [*sak.innledning, *(f"• {p}" for p in sak.punkter), *sak.konklusjon]
        linjer += [bit for k in (hele if alt else kort) for bit in avsnittslinjer(k)]
    return linjer


def _navn(norsk: Norsk, deltakere: Sequence[Deltaker]) -> list[Linje]:
    return [Linje(f"• {deltaker(norsk, d)}") for d in deltakere]


def _med_tittel(tittel: str, linjer: list[Linje]) -> list[Linje]:
    return [Linje(tittel, tittel=True), *linjer] if linjer else []
