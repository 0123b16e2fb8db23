"""A refusal in words: what it takes, who has it, and what can be done instead."""

from collections.abc import Collection, Iterable

from bot.cards.melding import setning
from bot.cards.ord import organnavn
from bot.documents.regneark import er_csv
from bot.domain.aktoer import Sikkerhet
from bot.domain.identitet import organer_til
from bot.domain.organ import Rolle
from bot.domain.rettigheter import (
    ALLE,
    REGLER,
    SEKRETARIAT,
    IkkeHer,
    IkkeLov,
    IkkePrivat,
    Mangler,
    Rett,
)
from bot.language import skriv
from bot.turn import Kind, Reply, Turn
from dialogs.tilknytning import spoer_om_navnebroedre, spoer_sekretariatet
from dialogs.tjenester import Tjenester

Avslag = IkkeLov | IkkeHer | IkkePrivat
AVSLAG = (IkkeLov, IkkeHer, IkkePrivat)
MAKS_UTVALG = 3
"""Of more bodies than this none is named."""
SER = frozenset({Rett.SE_FRAMMOETE, Rett.SE_EVENTUELT})
"""What is seen, not done."""


async def avslaa(turn: Turn, avslag: Avslag, tjenester: Tjenester) -> list[Reply]:
    """Never in the place of the card that was pressed: it may be somebody else's to press. Where only
    the name is known, the sekretariat is asked who it is.
    """
    delt = turn.aktoer.delt
    if isinstance(avslag, IkkeLov) and delt is not None:
        return [Reply(setning(await _delt_navn(turn, tjenester, delt)))]
    if isinstance(avslag, IkkeLov) and avslag.mangler is Mangler.KNYTNING:
        spurt = await spoer_sekretariatet(turn, tjenester, avslag)
        return [Reply(setning(_bare_navn(turn, avslag, spurt=spurt)))]
    return [Reply(setning(_ordlagt(turn, avslag)))]


async def _delt_navn(turn: Turn, tjenester: Tjenester, medlem: int) -> str:
    spurt = await spoer_om_navnebroedre(turn, tjenester, medlem)
    organ = _utvalg(turn, organer_til(turn.register, medlem, turn.incoming.at.date()))
    noekkel = "rett.delt_spurt" if spurt else "rett.delt_si_fra"
    return turn.norsk.tekst(noekkel, navn=turn.aktoer.hvem.navn, organ=organ)


def _ordlagt(turn: Turn, avslag: Avslag) -> str:
    if isinstance(avslag, IkkePrivat):
        fil = turn.incoming.kind is Kind.FILE
        return turn.norsk.tekst("import.ikke_privat" if fil else "rett.ikke_privat")
    if isinstance(avslag, IkkeHer):
        return turn.norsk.tekst("rett.ikke_her", organ=_utvalg(turn, avslag.organ_ids))
    return " ".join([_hva_som_kreves(turn, avslag), *_hvem_som_har(turn, avslag), *_ukjent(turn)])


def _bare_navn(turn: Turn, avslag: IkkeLov, *, spurt: bool) -> str:
    organer = [o for o in avslag.organ_ids if o in turn.aktoer.roller]
    organ, navn = _utvalg(turn, organer), turn.aktoer.hvem.navn
    if spurt:
        return " ".join(
            [turn.norsk.tekst("rett.bare_navn"), turn.norsk.tekst("rett.spurt", organ=organ, navn=navn)]
        )
    bekreft = turn.norsk.tekst("rett.bekreft", organ=organ, navn=navn)
    return " ".join([turn.norsk.tekst("rett.bare_navn"), bekreft, *_navnene(turn, organer, SEKRETARIAT)])


def _hva_som_kreves(turn: Turn, avslag: IkkeLov) -> str:
    roller, norsk = REGLER[avslag.rett].roller, turn.norsk
    if avslag.rett is Rett.IMPORTERE:
        lister = any(er_csv(fil.filename) for fil in turn.incoming.files)
        return norsk.tekst("medlemsfil.ikke_sekretariat" if lister else "import.ikke_sekretariat")
    hvem = hvem_har(turn, roller)
    se = "_se" if avslag.rett in SER else ""
    if not 0 < len(avslag.organ_ids) <= MAKS_UTVALG:
        return norsk.tekst(f"rett.bare{se}", hvem=hvem)
    return norsk.tekst(f"rett.bare{se}_i", hvem=hvem, organ=_utvalg(turn, avslag.organ_ids))


def hvem_har(turn: Turn, roller: frozenset[Rolle]) -> str:
    """«lederen, nestlederen og sekretariatet»."""
    if roller == ALLE:
        return turn.norsk.tekst("rett.alle")
    return skriv.liste([turn.norsk.tekst(f"rett.rolle_{r.value}") for r in Rolle if r in roller])


def _hvem_som_har(turn: Turn, avslag: IkkeLov) -> list[str]:
    """Where all who are in it may, those who keep the list of who is."""
    roller = REGLER[avslag.rett].roller
    if roller != ALLE:
        return _navnene(turn, avslag.organ_ids, roller) or [turn.norsk.tekst("rett.ingen_kjent")]
    return [turn.norsk.tekst("rett.medlemslisten"), *_navnene(turn, avslag.organ_ids, SEKRETARIAT)]


def _ukjent(turn: Turn) -> list[str]:
    ukjent = turn.aktoer.sikkerhet is Sikkerhet.UKJENT
    return [turn.norsk.tekst("rett.ukjent")] if ukjent else []


def _navnene(turn: Turn, organ_ids: Collection[int], roller: frozenset[Rolle]) -> list[str]:
    """«Sekretariatet i ASU er Kari Nes og Per Vik.», a sentence for each body that has any."""
    if len(organ_ids) > MAKS_UTVALG:
        navn = _av(turn, organ_ids, roller)
        return [turn.norsk.tekst("rett.det_er", navn=skriv.liste(navn))] if navn else []
    key = "rett.sekretariatet_er" if roller == SEKRETARIAT else "rett.i_organet"
    per_organ = [(o, _av(turn, [o], roller)) for o in organ_ids]
    return [
        turn.norsk.tekst(key, organ=_utvalg(turn, [o]), navn=skriv.liste(navn))
        for o, navn in per_organ
        if navn
    ]


def _av(turn: Turn, organ_ids: Iterable[int], roller: frozenset[Rolle]) -> list[str]:
    dag = turn.incoming.at.date()
    alle = [m for o in organ_ids for m in turn.register.organ(o).medlemmer]
    return list(dict.fromkeys(m.navn for m in alle if m.rolle in roller and m.gjelder(dag)))


def _utvalg(turn: Turn, organ_ids: Collection[int]) -> str:
    return organnavn(turn.register, list(organ_ids), turn.incoming.at.date())
