"""What is unntatt offentlighet in a møtebok: a sak, a point, and what belongs to such a vedtak."""

from bot.domain.bokstand import Bokstand, Punkt


def hjemmel(stand: Bokstand, punkt: Punkt) -> str | None:
    """Its own, else that of the vedtak it fills or is the votes over; that of its sak is not looked at."""
    if punkt.hjemmel or punkt.til_vedtak is None:
        return punkt.hjemmel
    vedtak = stand.punkter.get(punkt.til_vedtak)
    return vedtak.hjemmel if vedtak else None


def unntatt(stand: Bokstand, punkt: Punkt) -> bool:
    return bool(hjemmel(stand, punkt) or stand.sak(punkt.sak).hjemmel)


def rettelse_unntatt(stand: Bokstand, nr: int | None) -> bool:
    """Of a rettelse of that point. One that names none may be about any: where something is unntatt, it may
    be about that.
    """
    if nr is None:
        return any(s.hjemmel for s in stand.saker) or any(p.hjemmel for p in stand.punkter.values())
    punkt = stand.punkter.get(nr)
    return punkt is not None and unntatt(stand, punkt)
