"""«Klargjør referatet for nett»: only what is approved, without what is unntatt, for those who may."""

import pytest

from bot.domain.bokakt import Akt
from bot.domain.boklesing import les
from bot.domain.conversation import Button
from bot.domain.frammoete import Hvem
from bot.domain.utgave import Utgave
from bot.turn import Filsvar, Filtilbud, Kind
from tests.dialogs.chat import kl
from tests.dialogs.godkjenningsfolk import ANNE, ASUKANAL, DAGEN_ETTER, OVE, SIRI, UKJENT, bygg_bok


async def med(hus, gjoer):
    """Adds lines to the møtebok, whatever its state."""
    from datetime import UTC

    async with hus.chat.store.turn() as uow:
        _, linjer = await uow.boeker.laas(hus.bok_id)
        akt = Akt(Hvem("Ove Moe"), kl("2024-05-15T15:00").astimezone(UTC), "nett")
        await uow.boeker.noter(hus.bok_id, gjoer(les(linjer), akt))
        await uow.commit()


async def klart(*gjoer):
    hus = await bygg_bok()
    for en in gjoer:
        await med(hus, en)
    await hus.send()
    await hus.godkjenn()
    return hus


def tilbudet(svar) -> Filtilbud | None:
    return next((r.message.fil for r in svar.outcome.replies if isinstance(r.message.fil, Filtilbud)), None)


def punkt(tekst):
    from bot.domain.bokpunkt import nytt
    from bot.domain.moetebok import Punktslag

    return lambda stand, akt: nytt(stand, akt, Punktslag.INNSPILL, tekst, sak=stand.saker[0].key)


async def test_the_public_pdf_with_what_to_look_at_first():
    from bot.domain.bokrette import unnta

    hus = await klart(
        punkt("Send innspill til post@lia.example og kari.nes@lia.example."),
        punkt(
            "Se https://lia.sharepoint.com/sites/asu, http://intranett/asu og https://lia.example/apent."
        ),
        punkt("Om en ansatt."),
        lambda stand, akt: unnta(stand, akt, "offl. § 13", nr=max(stand.punkter)),
    )

    svar = await hus.si(OVE, "klargjør referatet for nett")

    assert "Offentlig utgave av referatet fra ASU onsdag 15. mai 2024" in svar.foerst
    assert "• post@lia.example" in svar
    assert "• kari.nes@lia.example" in svar
    assert "• https://lia.sharepoint.com/sites/asu" in svar
    assert "• http://intranett/asu" in svar
    assert "lia.example/apent" not in svar
    assert "(offl. § 13)" in svar
    assert "Om en ansatt" not in svar
    assert tilbudet(svar).navn.startswith("referat-")
    assert tilbudet(svar).navn.endswith("-15.05.24.pdf")

    knapp = Button("", "fil.hent", tilbudet(svar).data)
    sted = Filsvar("https://lia-my.sharepoint.com/opp")
    ja = await hus.chat.gi(
        hus.chat.melding(OVE, "", DAGEN_ETTER, kind=Kind.PRESS, button=knapp, filsvar=sted)
    )
    utgave = ja.outcome.replies[0].message.fil.innhold
    assert isinstance(utgave, Utgave)
    assert utgave.offentlig
    assert "Om en ansatt" not in repr(utgave)


async def test_where_there_is_nothing_to_look_at_it_is_said():
    svar = await (await klart()).si(ANNE, "klargjør referatet for nett")

    assert "Jeg fant ingen e-postadresser eller interne lenker i teksten." in svar


async def test_what_is_not_approved_is_not_made_ready():
    hus = await bygg_bok(send=True)

    svar = await hus.si(OVE, "klargjør referatet for nett")

    assert "er ikke godkjent ennå. Bare godkjente referater kan klargjøres for nett." in svar
    assert tilbudet(svar) is None


@pytest.mark.parametrize("hvem", [SIRI, UKJENT])
async def test_it_is_the_sekretariats_and_the_leders(hvem):
    svar = await (await klart()).si(hvem, "klargjør referatet for nett")

    assert tilbudet(svar) is None


async def test_not_in_a_channel():
    svar = await (await klart()).si(OVE, "klargjør referatet for nett", i=ASUKANAL)

    assert "bare i en samtale med meg alene" in svar


async def test_in_nynorsk():
    hus = await klart()
    await hus.si(OVE, "svar på nynorsk")

    assert (
        "Offentleg utgåve av referatet frå ASU" in (await hus.si(OVE, "klargjør referatet for nett")).foerst
    )
