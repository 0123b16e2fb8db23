"""A vara's answer to being called in, the button that asks one, and the sekretariat's press."""

from bot.cards.forfall import svarkort, varalinjer
from bot.cards.melding import knapp, setning
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem, Slag
from bot.domain.plasser import samme
from bot.domain.register import Moetehode
from bot.domain.rettigheter import Rett
from bot.domain.stilling import Kall, Kalltilstand
from bot.domain.utfall import Beskjedslag
from bot.domain.vara import avslaa, godkjenn, svar_ja, svar_nei
from bot.domain.varanavn import kall_inn
from bot.turn import Dialog, Meaning, Reply, Slots, Turn
from bot.varsling.frammoete import Notert, les
from dialogs.angreord import kan_skrives
from dialogs.bekreft import Forhaandsvisning, be_om_ja
from dialogs.forfallshvem import BEKREFTET, PERSON, hvem_er
from dialogs.forfallssvar import Post, noter, svarknapper, uhoert
from dialogs.forfallsvara import VARA_ID
from dialogs.moetet import moetenavn
from dialogs.oppslag import slaa_opp_foerst
from dialogs.rett import kan, krev, krev_her, vises_her
from dialogs.saksliste import EGEN, SAKSLISTE
from dialogs.slots import UgyldigKnapp, ord_, tall
from dialogs.svar import si, si_paa_kortet
from dialogs.tjenester import Tjenester

JA, NEI, KALL = "vara.ja", "vara.nei", "vara.kall"
GODKJENN, AVSLAA = "vara.godkjenn", "vara.avslaa"


class Vara:
    intents = frozenset({JA, NEI, KALL, GODKJENN, AVSLAA})

    def __init__(self, tjenester: Tjenester) -> None:
        self._tjenester = tjenester

    async def answer(self, turn: Turn, meaning: Meaning) -> list[Reply]:
        hode = _moetet(turn, meaning.slots)
        if meaning.intent == KALL:
            krev(turn, Rett.SE_FRAMMOETE, hode.organ_ids)
            krev_her(turn, hode.organ_ids)
            return await self._kall(turn, hode, meaning.slots)
        if meaning.intent in (GODKJENN, AVSLAA):
            krev(turn, Rett.VARA_PAA_TVERS, hode.organ_ids)
            krev_her(turn, hode.organ_ids)
        kall = await _kallet(turn, hode, meaning.slots)
        if not _faar_vite(turn, hode, kall):
            return [Reply(setning(turn.norsk.tekst("varasvar.ikke_ditt")))]
        if kall is None:
            return si_paa_kortet(turn, turn.norsk.tekst("varasvar.kall_ukjent"))
        if meaning.intent in (GODKJENN, AVSLAA):
            return await self._avgjoer(turn, hode, kall, godtas=meaning.intent == GODKJENN)
        bekreftet = meaning.slots.extra.get(BEKREFTET) is True
        return await self._svar(turn, hode, kall, ja=meaning.intent == JA, bekreftet=bekreftet)

    async def _svar(
        self, turn: Turn, hode: Moetehode, kall: Kall, *, ja: bool, bekreftet: bool
    ) -> list[Reply]:
        av, selv = turn.aktoer.hvem, _er(turn, kall.vara)
        if not selv and not await _kan_svare_for(turn, hode, kall):
            return [Reply(setning(turn.norsk.tekst("varasvar.ikke_deg", navn=kall.vara.navn)))]
        if not selv and not bekreftet and await _har_selv_svart(turn, hode, kall, ja=not ja):
            return be_om_ja(turn, _vis(turn, hode, kall, ja=ja), self._tjenester.ny_id)
        regel = svar_ja if ja else svar_nei
        post = await noter(turn, self._tjenester, hode, lambda s: regel(s, kall.id, av, paa_vegne=not selv))
        if post.notert is None:
            return si_paa_kortet(turn, post.feil)
        foerst = _sagt(turn, hode, kall, ja=ja, selv=selv)
        linjer = _videre(turn, post.notert, ja=ja, selv=selv)
        knapper = self._etterpaa(turn, hode, kall, ja=ja, selv=selv)
        kan_skrives(turn, next((b for b in knapper if b.verb in (JA, NEI)), None))
        return si(turn, svarkort([foerst], linjer, knapper))

    def _etterpaa(self, turn: Turn, hode: Moetehode, kall: Kall, *, ja: bool, selv: bool) -> list[Button]:
        """The papers, and the other answer for one who has changed their mind: without an operation id,
        as on the call, so that yes, no and yes again are each heard; the rules do nothing twice.
        """
        norsk = turn.norsk
        knapper = []
        if ja and hode.har_innkalling:
            knapper.append(knapp(norsk.tekst("knapp.saksliste"), SAKSLISTE, moete=hode.id, **{EGEN: True}))
        if selv:
            label = norsk.tekst("varasvar.knapp_ikke_likevel" if ja else "varasvar.knapp_likevel")
            knapper.append(knapp(label, NEI if ja else JA, moete=hode.id, kall=kall.id))
        return knapper

    async def _avgjoer(self, turn: Turn, hode: Moetehode, kall: Kall, *, godtas: bool) -> list[Reply]:
        """A vara of another seat: only the sekretariat may. Raises IkkeLov."""
        krev(turn, Rett.VARA_PAA_TVERS, (kall.organ_id,))
        av, regel = turn.aktoer.hvem, godkjenn if godtas else avslaa
        post = await noter(turn, self._tjenester, hode, lambda s: regel(s, kall.id, av))
        if post.notert is None:
            return si_paa_kortet(turn, post.feil)
        noekkel = "varasvar.godkjent" if godtas else "varasvar.avslaatt"
        if post.notert.ikke_naadd:
            noekkel = "varasvar.godkjent_ikke_naadd"
        foerst = turn.norsk.tekst(
            noekkel, navn=kall.vara.navn, medlem=kall.for_person.navn, moete=moetenavn(turn, hode)
        )
        naadd = post.notert.ikke_naadd
        linjer = [turn.norsk.tekst("forfall.ikke_naadd", navn=k.vara.navn) for k in naadd]
        knapper = [b for k in naadd for b in svarknapper(turn, hode, k)]
        return si(turn, svarkort([foerst], linjer, knapper))

    async def _kall(self, turn: Turn, hode: Moetehode, slots: Slots) -> list[Reply]:
        """«Spør Kari Nes»: by the one whose place it is, who reported, or the ledelse. Raises IkkeLov."""
        person, vara = _person(turn, slots, PERSON), _person(turn, slots, VARA_ID)
        organ_id = next(iter(slots.organ_ids), None)
        if organ_id not in hode.organ_ids:
            raise UgyldigKnapp
        if not await _melder(turn, hode, person):
            krev(turn, Rett.MELDE_FORFALL_ANDRE, (organ_id,))
        av = turn.aktoer.hvem
        post = await noter(turn, self._tjenester, hode, lambda s: kall_inn(s, person, organ_id, vara, av))
        if post.notert is None:
            return si_paa_kortet(turn, post.feil)
        return _spurt(turn, post)


def _spurt(turn: Turn, post: Post) -> list[Reply]:
    if post.notert is None:
        return []
    naadd = post.notert.ikke_naadd
    linjer = varalinjer(turn.norsk, post.notert.utfall, naadd, post.notert.uhoert)
    linjer += [*uhoert(turn, post.notert), turn.norsk.tekst("forfall.ikke_grunn")]
    knapper = [b for kall in naadd for b in svarknapper(turn, post.hode, kall)]
    return si(turn, svarkort([moetenavn(turn, post.hode)], linjer, knapper))


def _moetet(turn: Turn, slots: Slots) -> Moetehode:
    """Raises UgyldigKnapp."""
    hode = turn.register.hode(slots.moete_id) if slots.moete_id is not None else None
    if hode is None:
        raise UgyldigKnapp
    return hode


async def _kallet(turn: Turn, hode: Moetehode, slots: Slots) -> Kall | None:
    """Raises UgyldigKnapp where the button names none."""
    kall_id = ord_(slots, "kall")
    if not kall_id:
        raise UgyldigKnapp
    return (await les(turn.uow, hode.id, turn.incoming.at)).stilling.kall_med(kall_id)


def _faar_vite(turn: Turn, hode: Moetehode, kall: Kall | None) -> bool:
    """Whether it may be said here, to the speaker, that somebody is asked, and who."""
    if kall is not None and _er(turn, kall.vara):
        return vises_her(turn, hode.organ_ids)
    if not kan(turn, Rett.SE_FRAMMOETE, hode.organ_ids):
        slaa_opp_foerst(turn)
    return kan(turn, Rett.SE_FRAMMOETE, hode.organ_ids) and vises_her(turn, hode.organ_ids)


def _er(turn: Turn, hvem: Hvem) -> bool:
    person_id = turn.aktoer.hvem.person_id
    return person_id is not None and person_id == hvem.person_id


async def _kan_svare_for(turn: Turn, hode: Moetehode, kall: Kall) -> bool:
    """Who reported, and the ledelse, where the vara has told them."""
    if await _melder(turn, hode, kall.for_person):
        return True
    if not kan(turn, Rett.MELDE_FORFALL_ANDRE, (kall.organ_id,)):
        slaa_opp_foerst(turn)
    return kan(turn, Rett.MELDE_FORFALL_ANDRE, (kall.organ_id,))


async def _har_selv_svart(turn: Turn, hode: Moetehode, kall: Kall, *, ja: bool) -> bool:
    """Whether the vara themself has said that; nobody changes it unasked."""
    if kall.tilstand is not (Kalltilstand.JA if ja else Kalltilstand.NEI):
        return False
    slag = Slag.VARA_JA if ja else Slag.VARA_NEI
    logg = (await les(turn.uow, hode.id, turn.incoming.at)).logg
    av = next((x.av for x in reversed(logg) if x.kall_id == kall.id and x.slag is slag), None)
    return av is not None and samme(av, kall.vara)


def _vis(turn: Turn, hode: Moetehode, kall: Kall, *, ja: bool) -> Forhaandsvisning:
    norsk, navn = turn.norsk, kall.vara.navn
    slots = Slots(moete_id=hode.id, extra={"kall": kall.id, BEKREFTET: True})
    return Forhaandsvisning(
        norsk.tekst("varasvar.har_sagt_nei" if ja else "varasvar.har_sagt_ja", navn=navn),
        norsk.tekst("varasvar.ja_sett_opp" if ja else "varasvar.ja_ta_av", navn=navn),
        Meaning(JA if ja else NEI, sure=True, slots=slots),
        (_sagt(turn, hode, kall, ja=ja, selv=False), norsk.tekst("varasvar.faar_beskjed", navn=navn)),
    )


async def _melder(turn: Turn, hode: Moetehode, person: Hvem) -> bool:
    """Whether the speaker is absent themself, or reported it for that person."""
    if _er(turn, person):
        return True
    meldt_av = (await les(turn.uow, hode.id, turn.incoming.at)).stilling.person(person).meldt_av
    return meldt_av is not None and _er(turn, meldt_av)


def _person(turn: Turn, slots: Slots, navn: str) -> Hvem:
    person_id = tall(slots, navn)
    if person_id is None:
        raise UgyldigKnapp
    return hvem_er(turn.register, person_id)


def _videre(turn: Turn, notert: Notert, *, ja: bool, selv: bool) -> list[str]:
    """What follows from it: who is asked now, or that there is nobody. A vara is not told whom."""
    norsk, utfall = turn.norsk, notert.utfall
    linjer = [] if selv else varalinjer(norsk, utfall, notert.ikke_naadd)
    if selv and utfall.kalt:
        linjer = [norsk.tekst("varasvar.spoer_neste")]
    if utfall.ingen:
        ikke = Beskjedslag.INGEN_VARA in notert.uhoert
        linjer.append(norsk.tekst("forfallvarsel.ingen_flere_uhoert" if ikke else "varasvar.ingen_flere"))
    return linjer if ja or not selv else [*linjer, norsk.tekst("forfall.ikke_grunn")]


def _sagt(turn: Turn, hode: Moetehode, kall: Kall, *, ja: bool, selv: bool) -> str:
    norsk, moete, medlem = turn.norsk, moetenavn(turn, hode), kall.for_person.navn
    if selv:
        return norsk.tekst("varasvar.ja" if ja else "varasvar.nei", moete=moete, medlem=medlem)
    noekkel = "varasvar.ja_for" if ja else "varasvar.nei_for"
    return norsk.tekst(noekkel, navn=kall.vara.navn, moete=moete, medlem=medlem)


def lag(tjenester: Tjenester) -> Dialog:
    return Vara(tjenester)
