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
