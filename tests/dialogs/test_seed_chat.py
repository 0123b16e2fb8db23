"""The founding innkalling, read for real and asked about as of 10 April 2024. What it says is taken
from the file at run time; none of it stands here.
"""

from pathlib import Path

import pytest

from bot.documents.reader import Reader
from bot.domain.innkalling import Agendatype
from tests.cards.kort import sjekk
from tests.dialogs.chat import Chat

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
AT = "2024-04-10T09:00"
DAGEN = "onsdag 17. april 2024 kl. 13.00–17.00"


@pytest.fixture(scope="module")
def filer() -> dict[str, bytes]:
    if not SEEDS.is_dir():
        pytest.skip("the seed documents are not here")
    return {f.name: f.read_bytes() for f in SEEDS.iterdir()}


async def lest(filer, navn: str, husket: dict = {}):  # noqa: B006
    """Read once: it takes a process."""
    if navn not in husket:
        husket[navn] = await Reader().read(filer[navn], navn)
    return husket[navn]


@pytest.fixture
async def innkalling(filer):
    return (await lest(filer, "innkalling-asu-2024-04-17.docx")).innkalling


@pytest.fixture
async def seed(filer) -> Chat:
    """Imported as the sekretariat does it: dropped, looked over, saved."""
    chat = Chat(public_url="https://bot.example")
    navn = "innkalling-asu-2024-04-17.docx"
    chat.files.readings[navn] = await lest(filer, navn)
    forhaandsvisning = await chat.slipp("anne", navn, at=AT)
    for reply in forhaandsvisning.outcome.replies:
        sjekk(reply.message)
    assert "Sjekk dette" in forhaandsvisning
    await chat.trykk("anne", forhaandsvisning.knapp("Lagre"), at=AT)
    return chat


async def test_twenty_questions(seed, innkalling):
    saker = [p for p in innkalling.agenda if p.type is Agendatype.SAK]
    ti, tolv, fjorten = saker[1], saker[3], saker[5]
    spoersmaal = {
        "neste ASU": [DAGEN, innkalling.moetested],
        "når er neste møte?": ["Neste møte i ASU er", DAGEN],
        "hvor er møtet?": [innkalling.moetested],
        "saksliste": [saker[0].saksnr, saker[-1].saksnr, "240 minutter", *(p.tittel[:20] for p in saker)],
        "når er pausene?": ["to pauser", "kl. 14.20–14.30", "kl. 15.40–15.50"],
        "hvor mange saker er det på ASU?": ["ni saker", "elleve poster", "240 minutter"],
        "sak tolv": [f"Sak {tolv.saksnr}", "kl. 14.30–15.20", "[åpent for innspill]"],
        "fjerde sak": [f"Sak {tolv.saksnr}"],
        "siste sak": [f"Sak {saker[-1].saksnr}"],
        "når kommer Helseplattformen opp": [f"Sak {ti.saksnr}", "kl. 13.10–13.30"],
        "hvem har ansvar for sak 10/24": [
            ti.ansvarlige[0].navn,
            ti.ansvarlige[0].tilknytning,
            "Saksansvarlig",
        ],
        "forslag til vedtak i sak 14": [
            f.tekst for f in innkalling.fremlegg(fjorten.saksnr).forslag_til_vedtak
        ],
        "hvor lang tid er satt av til forskning": ["25 minutter", fjorten.saksnr],
        "vedlegg til sak 16": innkalling.fremlegg(saker[7].saksnr).vedlegg,
        "bakgrunn for sak 15": [innkalling.fremlegg(saker[6].saksnr).seksjoner[0].overskrift],
        "dialogmøter": ["fem dialogmøter", "12. juni 2024", "utsatt", "dato ikke fastsatt"],
        "neste PSU": ["torsdag 20. juni 2024 kl. 13.00–15.00", "sak 09/24", "planlagt"],
        "når er høringsfristen": ["lørdag 1. juni 2024", "foreslått, ikke vedtatt", "sak 12/24"],
        "hvilke frister har vi": ["onsdag 19. juni 2024".capitalize(), "foreslått, ikke vedtatt"],
        "møter i juni": ["fire møter i juni 2024"],
        "sak om dashbordet": [f"Sak {fjorten.saksnr}"],
        "sak 25": ["Sakslisten går fra 09/24 til 17/24."],
    }
    feil = []
    for linje, ventet in spoersmaal.items():
        svar = await seed.si("berit", linje, at=AT)
        for reply in svar.outcome.replies:
            sjekk(reply.message)
        feil += [(linje, ord_, svar.text) for ord_ in ventet if ord_ not in svar]
    assert feil == []


async def test_after_it_has_ended(seed):
    svar = await seed.si("berit", "neste ASU", at="2024-04-17T17:00")
    assert svar.text.startswith(
        "Jeg har ikke fått innkalling til flere ASU-møter. I sak 12/24 er ASU 19. juni 2024 nevnt."
    )


async def test_the_referat_of_another_body_and_its_two_saker_with_one_number(seed, filer):
    navn = "referat-fagraad-2025-01-30.docx"
    referat = await lest(filer, navn)
    seed.files.readings[navn] = referat
    svar = await seed.slipp("anne", navn)
    assert "Stemmer det?" in svar
    svar = await seed.si("anne", "ja")
    await seed.trykk("anne", svar.knapp("Lagre"))
    svar = await seed.si("anne", "hvem var til stede 30. januar 2025?", at="2025-02-10T09:00")
    assert all(d.navn in svar for d in [*referat.referat.tilstede, *referat.referat.forfall])
    firere = await seed.si("anne", "sak 4/25", at="2025-02-10T09:00")
    assert len(firere.labels) == 2
