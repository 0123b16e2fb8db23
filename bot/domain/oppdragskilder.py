"""What of a møtebok, or of a referat from a paper, may ask another body for something."""

from collections.abc import Mapping, Sequence

from bot.domain.bokdeler import andres
from bot.domain.bokskjerming import unntatt
from bot.domain.bokstand import Bokstand, Punkt
from bot.domain.moetebok import Punktslag
from bot.domain.oppdragsregler import Innhold
from bot.domain.referat import Referat, Referatsak

SLAG = frozenset({Punktslag.VEDTAK, Punktslag.KONKLUSJON, Punktslag.OPPFOELGING})


def av_boka(stand: Bokstand, bok_id: int) -> Mapping[str, Innhold]:
    """By `kilde`: the points that stand, are not withheld, and did not fall; with what was corrected of one
    after the referat was godkjent under it.
    """
    return {
        f"bok:{bok_id}:{nr}": _innhold(stand, p)
        for nr, p in stand.punkter.items()
        if p.slag in SLAG and not p.stroeket and not p.falt and not unntatt(stand, p)
    }


def egne_i_boka(stand: Bokstand, bok_id: int, organ_ids: Sequence[int]) -> Mapping[str, Sequence[int]]:
    """By `kilde`: the bodies that decided it, which it asks nothing of: of a felles part both."""
    return {
        f"bok:{bok_id}:{nr}": (*organ_ids, *andres(stand, organ_ids, stand.sak(p.sak).del_nr))
        for nr, p in stand.punkter.items()
        if p.slag in SLAG and not p.stroeket
    }


def _innhold(stand: Bokstand, p: Punkt) -> Innhold:
    sak = stand.sak(p.sak)
    navn = [h.navn for h in p.hvem if h.navn.split()[0].casefold() not in p.tekst.casefold()]
    hvem = f"{', '.join(navn)}: " if navn and p.slag is Punktslag.OPPFOELGING else ""
    rettet = [r.tekst for r in stand.rettelser if r.nr == p.nr]
    return Innhold("\n".join([f"{hvem}{p.tekst}", *rettet]), sak.saksnr or sak.tittel, p.frist)


def av_papiret(referat: Referat, moete_id: int) -> Mapping[str, Innhold]:
    """The same of one from a paper: konklusjoner, vedtak and oppfølginger of the møte's own part. `kilde`
    tells them by what they say, so that the same paper read twice proposes once.
    """
    funnet: dict[str, Innhold] = {}
    for del_ in referat.deler[:1]:
        for sak in del_.saker:
            funnet |= {_kilde(moete_id, i): i for i in _av_saken(sak)}
    for o in referat.oppfoelging:
        if o.del_tittel is None:
            innhold = Innhold(o.hva, o.sak or None, o.frist)
            funnet[_kilde(moete_id, innhold)] = innhold
    return funnet


def _av_saken(sak: Referatsak) -> list[Innhold]:
    return [Innhold(tekst, sak.saksnr or sak.tittel) for tekst in sak.konklusjon]


def _kilde(moete_id: int, innhold: Innhold) -> str:
    """Of its words alone: how a reader broke the lines does not count."""
    ord_ = "".join(tegn for tegn in innhold.tekst.casefold() if tegn.isalnum())
    return f"papir:{moete_id}:{ord_[:80]}"
