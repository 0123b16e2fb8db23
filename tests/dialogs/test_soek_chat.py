"""«Hva ble bestemt om …?», over all that papers and referater say, by whoever may see it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.bokstand import Boksak, Bokstand, Punkt, Revisjon
from bot.domain.indeks import indekser_bok
from bot.domain.moete import Moete
from bot.domain.moetebok import Boktilstand, Moetebok, Punktslag
from bot.domain.organ import Medlem, Rolle
from bot.domain.referat import Referat, Referatdel, Referatsak
from tests.dialogs import eksempel, folk
from tests.dialogs.chat import Chat, kanal, kl

NAA = "2024-05-20T09:00"


def en_sak(nr: str, tittel: str, konklusjon: str, *punkter: str) -> Referatsak:
    return Referatsak(nr, tittel, konklusjon=[konklusjon], punkter=list(punkter))


async def legg_inn(chat: Chat, kort: str, dag: date, *saker: Referatsak, **mer) -> int:
    async with chat.store.turn() as uow:
        organ = next(o for o in (await uow.register()).organer if o.kort(dag) == kort)
        moete = Moete(
            organ.helsefellesskap_id, [organ.id], dag, referat=Referat(deler=[Referatdel(list(saker))])
        )
        lagret = await uow.save_moete(replace(moete, **mer))
        await uow.commit()
    return lagret.id


@pytest.fixture
async def chat():
    chat = Chat(admins={"aad-sjef"})
    await folk.legg_inn(chat)
    for aar in range(2018, 2024):
        await legg_inn(
            chat,
            "ASU" if aar % 2 else "PSU",
            date(aar, 2, 5),
            en_sak(
                "03/" + str(aar)[2:],
                f"Tiltak {aar}",
                f"Samhandlingsdashboardet innføres trinn {aar}. Annet.",
            ),
            en_sak("04/" + str(aar)[2:], "Eventuelt", "Ingen saker."),
        )
    await legg_inn(chat, "ASU", date(2024, 3, 6), en_sak("07/24", "Kvernsteinplanen", "Planen vedtas."))
    return chat


async def test_de_nyeste_foerst_med_utvalg_dato_sak_og_setningen(chat):
    svar = await chat.si("petter", "hva ble bestemt om samhandlingsdashboard", at=NAA)
    assert svar.foerst == "«samhandlingsdashboard» er funnet i seks saker, de nyeste først:"
    assert (
        "Søndag 5. februar 2023 · ASU: Sak 03/23 Tiltak 2023"
        " (Konklusjon: Samhandlingsdashboardet innføres trinn 2023.)" in svar
    )
    assert svar.text.index("trinn 2023") < svar.text.index("trinn 2022") < svar.text.index("trinn 2019")
    assert "trinn 2018" not in svar
    assert svar.labels[0] == "Sak 03/23 5. februar 2023"
    assert svar.labels[-1] == "Vis flere"


async def test_vis_flere_og_aapne_saken(chat):
    svar = await chat.si("petter", "hva ble bestemt om dashboard", at=NAA)
    assert "konklusjon" in (await chat.trykk("petter", svar.buttons[0], at=NAA)).text.lower()
    flere = await chat.trykk("petter", svar.knapp("Vis flere"), at=NAA)
    assert "trinn 2018" in flere
    assert "trinn 2019" not in flere
    assert flere.labels == ["Sak 03/18 5. februar 2018"]


@pytest.mark.parametrize("fra", ["fem", -1, True, None, 2**40])
async def test_en_forfalsket_knapp(chat, fra):
    svar = await chat.si("petter", "hva ble bestemt om dashboard", at=NAA)
    knapp = svar.knapp("Vis flere")
    svar = await chat.trykk("petter", replace(knapp, data={**knapp.data, "fra": fra}), at=NAA)
    assert svar.text


async def test_bare_det_utvalget(chat):
    svar = await chat.si("petter", "hva har PSU bestemt om dashboard", at=NAA)
    assert "trinn 2022" in svar
    assert "ASU" not in svar


async def test_bare_det_aaret(chat):
    svar = await chat.si("petter", "hva ble bestemt om dashboard i 2021", at=NAA)
    assert "trinn 2021" in svar
    assert "trinn 2022" not in svar
    assert "trinn 2020" not in svar


async def test_saken_som_heter_det_vises_selv(chat):
    svar = await chat.si("petter", "hva ble bestemt om Kvernsteinplanen", at=NAA)
    assert svar.text == "Konklusjon i sak 07/24 Kvernsteinplanen:\nPlanen vedtas."


async def test_og_hvor_den_ellers_er_nevnt(chat):
    await legg_inn(
        chat,
        "PSU",
        date(2024, 4, 3),
        en_sak("02/24", "Status", "Tas til orientering.", "Kvernsteinplanen er forsinket."),
    )
    svar = await chat.si("petter", "hva ble bestemt om Kvernsteinplanen", at=NAA)
    assert svar.foerst == "Konklusjon i sak 07/24 Kvernsteinplanen:"
    assert "«Kvernsteinplanen» er også nevnt i én annen sak." in svar
    alle = await chat.trykk("petter", svar.knapp("Vis alle"), at=NAA)
    assert "Fra referatet: Kvernsteinplanen er forsinket." in alle


async def test_naar_sist(chat):
    svar = await chat.si("petter", "når behandlet vi dashboard sist", at=NAA)
    assert svar.text == "Sist behandlet: søndag 5. februar 2023 i ASU, Sak 03/23 Tiltak 2023."
    assert svar.labels == ["Sak 03/23 5. februar 2023"]
    svar = await chat.si("petter", "når behandla vi sykkelparkering sist", at=NAA)
    assert "Eg finn" in svar or "Jeg finner" in svar


async def test_naar_sist_og_neste_gang(chat):
    await chat.har(eksempel.lest_innkalling(date(2024, 6, 5)))
    await legg_inn(
        chat,
        "ASU",
        date(2023, 6, 5),
        en_sak("09/23", "Rekruttering av sykepleiere", "Tatt til orientering."),
    )
    svar = await chat.si("petter", "når behandlet vi rekruttering sist", at=NAA)
    assert "mandag 5. juni 2023 i ASU, Sak 09/23 Rekruttering av sykepleiere." in svar
    assert "Står på sakslisten onsdag 5. juni 2024 i ASU." in svar


async def test_i_saken_med_nummer(chat):
    svar = await chat.si("petter", "hva vedtok ASU i sak 7/24", at=NAA)
    assert "Planen vedtas." in svar


async def test_ingenting_og_det_som_ligner(chat):
    svar = await chat.si("petter", "hva ble bestemt om dashboardstrategi", at=NAA)
    assert svar.foerst == "Jeg finner ikke noe om «dashboardstrategi». Det som ligner mest:"
    svar = await chat.si("petter", "hva ble bestemt om sykkelparkering", at=NAA)
    assert svar.text.startswith("Jeg finner ikke noe vedtak om «sykkelparkering»")


async def test_nynorsk(chat):
    svar = await chat.si("petter", "kva vart vedteke om samhandlingsdashbordet", at=NAA)
    assert "trinn 2023" in svar
    assert "dei nyaste først" in svar


def stand(tekst: str, hjemmel: str | None = None) -> Bokstand:
    punkt = Punkt(1, 1, Punktslag.KONKLUSJON, (Revisjon(tekst, None, kl(NAA), 1),), hjemmel=hjemmel)
    return Bokstand(saker=(Boksak(1, "Fiskebåten", "08/24"),), punkter={1: punkt})


async def en_bok(chat: Chat, tilstand: Boktilstand, hjemmel: str | None = None) -> None:
    moete_id = await legg_inn(chat, "ASU", date(2024, 5, 2), referat=None)
    async with chat.store.turn() as uow:
        bok = await uow.boeker.opprett(Moetebok(moete_id, kl(NAA)))
        moete = await uow.load_moete(moete_id)
        await indekser_bok(
            uow, replace(bok, tilstand=tilstand), stand("Fiskebåten selges.", hjemmel), moete
        )
        await uow.commit()


async def ser(chat: Chat, hvem: str, **mer) -> bool:
    return "selges" in await chat.si(hvem, "hva ble bestemt om fiskebåten", at=NAA, **mer)


async def som(chat: Chat, *hvem: str) -> None:
    """They are members of ASU, tied for sure by what they are called in Teams."""
    async with chat.store.turn() as uow:
        asu = next(o for o in (await uow.register()).organer if o.kort(folk.DAG) == "ASU")
        nye = [
            Medlem(navn, Rolle(rolle), aad_id=f"aad-{navn.lower()}")
            for navn, rolle in (h.split(":") for h in hvem)
        ]
        await uow.save_organ(replace(asu, medlemmer=[*asu.medlemmer, *nye]))
        await uow.commit()


async def test_et_utkast_finnes_bare_av_de_som_foerer(chat):
    await som(chat, "Rita:referent", "Mona:medlem")
    await en_bok(chat, Boktilstand.UTKAST)
    assert await ser(chat, "rita")
    assert not await ser(chat, "mona")
    assert not await ser(chat, "petter")


async def test_det_som_er_sendt_finnes_av_utvalgets_egne(chat):
    await som(chat, "Rita:referent", "Mona:medlem")
    await en_bok(chat, Boktilstand.TIL_GODKJENNING)
    assert await ser(chat, "rita")
    assert await ser(chat, "mona")
    assert not await ser(chat, "petter")
    assert not await ser(chat, "mona", i=kanal("ASU"))


async def test_et_godkjent_referat_har_bare_det_unntatte_for_egne(chat):
    await som(chat, "Mona:medlem")
    await en_bok(chat, Boktilstand.GODKJENT, hjemmel="offl. § 13")
    assert await ser(chat, "mona")
    assert not await ser(chat, "petter")


async def test_et_aapent_referat_finnes_ikke(chat):
    await som(chat, "Rita:referent")
    await en_bok(chat, Boktilstand.AAPEN)
    assert not await ser(chat, "rita")
