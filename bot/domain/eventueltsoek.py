"""Whether a sak that was raised is the one some words mean."""

from itertools import takewhile

from bot.domain.navn import norm

SMAAORD = frozenset(
    {*("om", "i", "på", "og", "for", "til", "av", "ved", "den", "det", "en", "ei", "et")}
    | {*("sak", "saken", "saka", "punkt", "punktet", "min", "mi", "mitt")}
)
STAMME = 4
"""Shorter words are the same only where they are written the same."""
ENDING = 3
"""As many letters may an ending have that the other does not («parkeringa», «parkeringen»)."""


def handler_om(tittel: str, soek: str) -> bool:
    """Whether every word that says something is in the title, whatever its ending, or begins a longer
    one there: «ambulanse» is in «Ambulansetjenesten i helgene».
    """
    skrevet = norm(soek).split()
    ordene = [o for o in skrevet if o not in SMAAORD] or skrevet
    i_tittelen = norm(tittel).split()
    return bool(ordene) and all(any(_likt(o, annet) for annet in i_tittelen) for o in ordene)


def _likt(en: str, annen: str) -> bool:
    if en == annen:
        return True
    if min(len(en), len(annen)) < STAMME or not en.isalpha():
        return False
    felles = sum(1 for _ in takewhile(lambda par: par[0] == par[1], zip(en, annen, strict=False)))
    minst, mest = sorted((len(en) - felles, len(annen) - felles))
    return felles == len(en) or (felles >= STAMME and minst <= 1 and mest <= ENDING)
