"""The oppfølginger of a referat: who promised what, and by when."""

import re
from collections.abc import Iterator, Sequence

from bot.documents.oppfoelging_frist import find_frist, read_frist
from bot.documents.oppfoelging_setning import Loefte, Loefteleser, sentences
from bot.documents.ordforraad import normalise
from bot.documents.referat_avsnitt import Aksjon
from bot.documents.referat_blokk import Blokk, Del, Delutkast, Sakutkast
from bot.documents.referat_ord import load
from bot.domain import saksnummer
from bot.domain.referat import Oppfoelging, Referat

_FORKORTELSE = re.compile(r"\b[A-ZÆØÅ]{2,6}\b")


def find_oppfoelging(
    deler: Sequence[Delutkast], aksjoner: Sequence[Aksjon], referat: Referat
) -> list[Oppfoelging]:
    """Every promise in the paper's order. Quoted decisions and proposals promise nothing here.

    What the action list repeats from a sak is one oppfølging, as the list has it.
    """
    leser = _Leser(deler, referat)
    listed = [leser.listed(aksjon) for aksjon in aksjoner]
    found = [one for part in deler for sak in part.saker for one in leser.sak(sak, part.tittel)]
    return [one for one in found if not any(_same(one, other) for other in listed)] + listed


def _same(one: Oppfoelging, other: Oppfoelging) -> bool:
    """Whether they are the same task: no other sak or owner, and most words in common."""
    owners = {one.ansvarlig, other.ansvarlig} - {None}
    if len(owners) > 1 or (other.sak and one.sak != other.sak):
        return False
    mine, theirs = (set(re.findall(r"\w{4,}", o.hva.lower())) for o in (one, other))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))


class _Leser:
    def __init__(self, deler: Sequence[Delutkast], referat: Referat) -> None:
        self._referat = referat
        self._concludes = False
        innledere = [sak.innleder for part in deler for sak in part.saker if sak.innleder]
        self._people = [p.navn for p in [*referat.tilstede, *referat.forfall]]
        self._people += [navn for navn in [referat.moeteleder, *referat.referenter] if navn]
        self._people += [name for text in innledere if (name := _name_in_front(text))]
        own = _FORKORTELSE.findall(referat.utvalg or "")
        self._leser = Loefteleser(self._people, own)

    def sak(self, sak: Sakutkast, del_tittel: str | None) -> Iterator[Oppfoelging]:
        name = sak.hode.saksnr or sak.hode.tittel
        self._concludes = any(blokk.del_ is Del.KONKLUSJON for blokk in sak.blokker)
        for blokk in sak.blokker:
            if not blokk.sitat and blokk.del_ is not Del.FORSLAG:
                for loefte in self._in_block(blokk):
                    yield self._oppfoelging(name, loefte, blokk, del_tittel)

    def listed(self, aksjon: Aksjon) -> Oppfoelging:
        """A line of the action list, with the sak it points to as that sak's number is written."""
        aar = self._referat.dato.year if self._referat.dato else None
        known = [
            (part.tittel, sak.saksnr) for part in self._referat.deler for sak in part.saker if sak.saksnr
        ]
        hits = [(tittel, nr) for tittel, nr in known if aksjon.sak and saksnummer.same(nr, aksjon.sak, aar)]
        tittel, nr = hits[0] if hits else (None, aksjon.sak or "")
        blokk = Blokk(aksjon.hva, Del.OPPFOELGING, ansvarlig=aksjon.ansvarlig, frist=aksjon.frist)
        loefte = next(iter(self._in_block(blokk)), Loefte(aksjon.hva))
        return self._oppfoelging(nr, loefte, blokk, tittel)

    def _in_block(self, blokk: Blokk) -> list[Loefte]:
        if blokk.ansvarlig or blokk.frist:
            return [Loefte(self._told(blokk), blokk.ansvarlig or self._promiser(blokk))]
        if blokk.del_ is Del.OPPFOELGING:
            return self._under_heading(blokk)
        decided = blokk.del_ is Del.KONKLUSJON
        opinion = (blokk.loes and blokk.er_punkt) or (not decided and self._concludes)
        read = (self._leser.read(one, opinion, decided) for one in sentences(blokk.tekst))
        return [loefte for loefte in read if loefte]

    def _under_heading(self, blokk: Blokk) -> list[Loefte]:
        """Under «Oppfølging» every item is one, whether somebody is named or not."""
        if normalise(blokk.tekst) in load().words("person", "ingen") or blokk.tekst.endswith(":"):
            return []
        found = self._leser.owner_first(blokk.tekst)
        if found:
            return [found]
        read = [self._leser.read(one, False, True) for one in sentences(blokk.tekst)]
        return [loefte for loefte in read if loefte] or [Loefte(blokk.tekst.strip(" ."))]

    def _promiser(self, blokk: Blokk) -> str | None:
        """Who promises in a text with only a deadline beside it, where one of its sentences does."""
        read = [self._leser.read(one, False, True) for one in sentences(blokk.tekst)]
        found = [loefte for loefte in read if loefte]
        return found[0].hvem if len(found) == 1 else None

    def _told(self, blokk: Blokk) -> str:
        """The sentence that makes the promise, where the owner stands beside a longer text."""
        parts = sentences(blokk.tekst)
        promising = [one for one in parts if self._leser.read(one, False, True)]
        return (promising[0] if len(parts) > 1 and len(promising) == 1 else blokk.tekst).strip(" .")

    def _oppfoelging(self, sak: str, loefte: Loefte, blokk: Blokk, del_tittel: str | None) -> Oppfoelging:
        dato = self._referat.dato
        frist = (
            read_frist(blokk.frist, dato)
            if blokk.frist
            else find_frist(loefte.med_frist or loefte.hva, dato)
        )
        hva = f"{loefte.hva} (frist: {blokk.frist})" if blokk.frist and frist is None else loefte.hva
        ansvarlig = self._resolved(loefte.hvem) if loefte.hvem else None
        return Oppfoelging(sak, hva, ansvarlig, frist, del_tittel)

    def _resolved(self, who: str) -> str:
        """First names as full names, where exactly one of those present is called that."""
        parts = re.split(r"(\s+og\s+|,\s*|/)", who)
        return "".join(
            part if index % 2 else self._full_name(part) for index, part in enumerate(parts)
        ).strip()

    def _full_name(self, name: str) -> str:
        present = [p.navn for p in self._referat.tilstede]
        for people in (present, self._people):
            hits = {full for full in people if f"{full} ".startswith(f"{name} ")}
            if len(hits) == 1:
                return hits.pop()
            if hits:
                return name
        return name


def _name_in_front(text: str) -> str | None:
    """The name an innleder string begins with: two or three capitalised words."""
    match = re.match(r"[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+){1,2}", text)
    return match[0] if match else None
