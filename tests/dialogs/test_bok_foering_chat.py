"""The straight way through a møte: start, saker, points, and «møtet er hevet»."""

import pytest

from bot.domain.moetebok import Boktilstand, Punktslag
from tests.dialogs.chat import Chat
from tests.dialogs.moetefolk import ANNE, BERIT, OVE, bygg
from tests.dialogs.referatfolk import START, aapnet


@pytest.fixture
async def ref():
    return await aapnet(Chat(admins=set()))


async def test_start_shows_who_leads_and_writes_who_comes_and_what_is_first():
    hus = await bygg(Chat(admins=set()))
    svar = await hus.chat.si(OVE, "start referat", at=START)
    assert svar.foerst == "Referatet fra ASU onsdag 15. mai 2024 er åpnet."
    assert "Møteleder: Anne Vik." in svar
    assert "Første sak: 01/24 Godkjenning av innkalling og saksliste." in svar
    assert "«k: …» (konklusjon)" in svar
    assert svar.labels == ["Åpne 01/24", "Bekreft frammøtet"]
    svar = await hus.chat.trykk(OVE, svar.knapp("Åpne"), at=START)
    assert svar.foerst == "Sak 01/24 Godkjenning av innkalling og saksliste"


async def test_whoever_starts_it_again_keeps_it_too(ref):
    svar = await ref.si(ANNE, "start referat")
    assert svar.foerst == "Du fører nå referatet fra ASU onsdag 15. mai 2024. Det var åpnet fra før."
    await ref.si(ANNE, "neste sak")
    assert (await ref.si(ANNE, "k: godkjent")).text == "01/24 · konklusjon 1"


async def test_a_sak_shows_its_slot_who_presents_and_what_is_proposed(ref):
    svar = await ref.si(OVE, "sak 3")
    assert svar.text.splitlines()[:3] == [
        "Sak 03/24 Felles vaktordning for øykommunene",
        "kl. 12.40–13.20 · Borgar Nesdal",
        "Forslag til vedtak:",
    ]
    assert "1. ASU gir sin tilslutning til en felles vaktordning." in svar


async def test_the_clock_against_the_slot(ref):
    await ref.chat.si(OVE, "sak 1", at="2024-05-15T12:18")
    svar = await ref.chat.si(OVE, "neste sak", at="2024-05-15T12:22")
    assert "12 min etter" in svar


@pytest.mark.parametrize(
    ("linje", "kvittering", "tekst"),
    [
        ("k: tas til orientering", "01/24 · konklusjon 1", "Tas til orientering"),
        ("sak to konklusjon tas til orientering punktum", "02/24 · konklusjon 1", "Tas til orientering."),
        ("i: vi trenger flere plasser", "01/24 · innspill 1", "Vi trenger flere plasser"),
        ("notat: Møtet ble holdt på Teams.", "01/24 · notat 1", "Møtet ble holdt på Teams."),
        ("saken utsettes", "01/24 · utsatt 1", "Saken utsettes"),
        ("Siri Haug orienterte om status", "01/24 · orientering 1", "Siri Haug orienterte om status"),
        ("7 for, 2 mot", "01/24 · votering 1", "7 for, 2 mot"),
    ],
)
async def test_a_point_gets_one_short_line(ref, linje, kvittering, tekst):
    await ref.si(OVE, "neste sak")
    svar = await ref.si(OVE, linje)
    assert svar.text.splitlines()[0] == kvittering
    assert await ref.tekster() == {1: tekst}
    assert svar.cards == []


async def test_who_and_when_of_an_oppfoelging_are_repeated(ref):
    svar = await ref.si(OVE, "neste sak", "Berit avklarer med Fagråd 3 innen 29. mai")
    assert svar.text == "01/24 · oppfølging 1 · Berit Nes · frist onsdag 29. mai 2024"
    async with ref.chat.store.turn() as uow:
        (oppgave,) = await uow.oppgaver.for_bok(ref.bok_id)
    assert [h.navn for h in oppgave.ansvarlige] == ["Berit Nes"]


async def test_a_passive_one_is_asked_about_and_may_stay_open(ref):
    svar = await ref.si(OVE, "neste sak", "det må avklares hvem som betaler")
    assert svar.text == "01/24 · oppfølging 1\nHvem?"
    assert svar.labels[-1] == "La stå åpent"
    svar = await ref.trykk(OVE, svar, "La stå åpent")
    assert svar.text == "Punkt 1 står åpent."
    assert (await ref.stand()).punkter[1].hvem == ()


@pytest.mark.parametrize("navn", ["Siri Haug", "Siri", "siri"])
async def test_who_may_be_written(ref, navn):
    await ref.si(OVE, "neste sak", "det må avklares hvem som betaler")
    svar = await ref.si(OVE, navn)
    assert svar.text == "01/24 · oppfølging 1 · Siri Haug"


async def test_a_point_after_who_is_a_point_and_no_name(ref):
    await ref.si(OVE, "neste sak", "det må avklares hvem som betaler")
    assert (await ref.si(OVE, "k: godkjent")).text == "01/24 · konklusjon 2"


async def test_vedtatt_som_foreslaatt_and_the_open_place(ref):
    svar = await ref.si(OVE, "sak 3", "vedtatt som foreslått")
    assert svar.text.splitlines() == [
        "03/24 · vedtak 1",
        "03/24 · vedtak 2",
        "03/24 · vedtak 3",
        "Punkt 3 slutter åpent: de neste innspillene i saken hører til det.",
    ]
    svar = await ref.si(OVE, "i: ordningen må evalueres")
    assert svar.text == "03/24 · innspill 4\nInnspillet hører til vedtaket i punkt 3."


async def test_a_forslag_with_a_tillegg(ref):
    svar = await ref.si(OVE, "sak 3", "forslag 1 vedtatt med tillegg om opplæring")
    assert svar.foerst == "03/24 · vedtak 1"
    assert (await ref.stand()).punkter[1].forslag == 1


async def test_a_point_without_a_sak_is_kept_while_it_is_asked_which(ref):
    svar = await ref.si(OVE, "k: tas til orientering")
    assert svar.foerst == "Ingen sak er åpen. Hvilken sak hører dette til? «tas til orientering»"
    svar = await ref.trykk(OVE, svar, "Sak 02/24")
    assert svar.text.splitlines()[0] == "02/24 · konklusjon 1"
    assert (await ref.stand()).punkter[1].slag is Punktslag.KONKLUSJON


async def test_a_name_that_several_have_is_asked_about(ref):
    await ref.si(OVE, "neste sak", "til stede: Per Moen, Per Lund")
    svar = await ref.si(OVE, "innspill fra Per: det haster")
    assert svar.foerst == "Flere heter Per: Per Moen og Per Lund. Hvem mener du?"
    svar = await ref.trykk(OVE, svar, "Per Lund")
    assert svar.text.startswith("01/24 · innspill 1")
    assert (await ref.stand()).punkter[1].hvem[0].navn == "Per Lund"


async def test_moving(ref):
    assert (await ref.si(OVE, "neste sak")).foerst.startswith("Sak 01/24")
    assert (await ref.si(OVE, "neste sak")).foerst.startswith("Sak 02/24")
    assert (await ref.si(OVE, "forrige sak")).foerst.startswith("Sak 01/24")
    assert (await ref.si(OVE, "eventuelt")).foerst.startswith("Sak 06/24")
    assert (await ref.si(OVE, "pause")).text.startswith("Pause fra kl. 12.05.")
    svar = await ref.si(OVE, "vi er tilbake")
    assert svar.text.splitlines()[:2] == ["Møtet fortsetter kl. 12.06.", "Sak 06/24 Eventuelt"]


async def test_a_new_sak_and_a_felles_moete(ref):
    svar = await ref.si(OVE, "ny sak: kollektivtransport")
    assert svar.text.startswith("Ny sak er åpnet:\nKollektivtransport")
    svar = await ref.si(OVE, "felles møte med PSU")
    assert svar.text.startswith("«Felles møte med Politisk samarbeidsutvalg» er åpnet")
    stand = await ref.stand()
    assert stand.deler[1].organ_ids == (ref.hus.asu.id, ref.hus.psu.id)


async def test_a_new_sak_with_who_presents_it(ref):
    svar = await ref.si(OVE, "ny sak 09/24: Kollektivtransport v/ Berit Nes")
    assert svar.text.startswith("Sak 09/24 Kollektivtransport\nBerit Nes")
    await ref.si(OVE, "angre")
    assert all(s.saksnr != "09/24" for s in (await ref.stand()).saker)


async def test_moetet_er_hevet_closes_at_once_and_tells_what_is_missing(ref):
    await ref.si(OVE, "sak 3", "det må avklares hvem som betaler", "sak 1", "k: godkjent")
    svar = await ref.si(OVE, "møtet er hevet")
    assert svar.foerst.startswith("Møtet er hevet kl. 12.05. Dette mangler:")
    assert "• Sak 02/24 Digital hjemmeoppfølging – status har ingen konklusjon." in svar
    assert "• Forslag 1–3 i 03/24 mangler vedtak." in svar
    assert "• 03/24 · oppfølging 1 har ingen ansvarlig: Det må avklares hvem som betaler" in svar
    assert svar.labels[-4:] == ["Vis utkastet", "Send til godkjenning", "Lag fil", "Gjenåpne"]
    assert await ref.tilstand() is Boktilstand.UTKAST


async def test_what_is_missing_is_mended_from_the_card(ref):
    hevet = await ref.si(OVE, "sak 3", "det må avklares hvem som betaler", "møtet er hevet")
    skjema = await ref.trykk(OVE, hevet, "Skriv konklusjon")
    knapp = skjema.knapp("Før inn")
    knapp.data["tekst"] = "Godkjent"
    svar = await ref.chat.trykk(OVE, knapp, at=ref.naa())
    assert svar.text == "01/24 · konklusjon 2"
    skjema = await ref.trykk(OVE, hevet, "Sett frist")
    knapp = skjema.knapp("Før inn")
    knapp.data["fra_dag"] = "2024-06-10"
    svar = await ref.chat.trykk(OVE, knapp, at=ref.naa())
    assert svar.text == "03/24 · oppfølging 1 har fått ny frist: «Det må avklares hvem som betaler»"
    assert str((await ref.stand()).punkter[1].frist) == "2024-06-10"


async def test_after_it_is_closed_points_still_go_in_and_it_can_be_opened_again(ref):
    await ref.si(OVE, "neste sak", "møtet er hevet")
    svar = await ref.si(OVE, "sak 2 k: tas til orientering")
    assert svar.text == "I referatet fra ASU onsdag 15. mai 2024:\n\n02/24 · konklusjon 1"
    assert (await ref.si(OVE, "gjenåpne referatet")).text.startswith("Møtet fortsetter")
    assert await ref.tilstand() is Boktilstand.AAPEN


async def test_the_utkast_so_far_is_for_those_who_keep_it(ref):
    await ref.si(OVE, "neste sak", "k: godkjent", "o: Berit sjekker avtalen")
    svar = await ref.si(OVE, "vis punktene")
    assert svar.text.splitlines() == [
        "2 punkter i referatet fra ASU onsdag 15. mai 2024",
        "Sak 01/24 Godkjenning av innkalling og saksliste",
        "1. konklusjon: Godkjent",
        "2. oppfølging (Berit Nes): Berit sjekker avtalen",
    ]
    svar = await ref.si(BERIT, "vis utkastet til referatet")
    assert "Godkjent" not in svar


async def test_a_point_is_said_once_however_often_it_arrives(ref):
    await ref.si(OVE, "neste sak")
    linje = ref.chat.melding(OVE, "k: godkjent", at=ref.naa())
    foerst = await ref.chat.gi(linje, sent=False)
    assert foerst.text == "01/24 · konklusjon 1"
    await ref.chat.gi(linje)
    assert await ref.tekster() == {1: "Godkjent"}


async def test_in_nynorsk(ref):
    await ref.si(OVE, "svar meg på nynorsk", "neste sak")
    assert (await ref.si(OVE, "i: vi treng fleire plassar")).text == "01/24 · innspel 1"
    assert (await ref.si(OVE, "angre")).text == "Angra: 01/24 · innspel 1."


async def test_a_long_line_is_read_by_how_it_begins(ref):
    tekst = "Dette er et langt punkt. " * 60
    svar = await ref.si(OVE, "neste sak", f"i: {tekst}")
    assert svar.text == "01/24 · innspill 1"
    assert (await ref.tekster())[1] == tekst.strip()
