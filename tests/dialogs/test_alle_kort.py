"""Every answer a long conversation gives is a valid card with its text."""

import pytest

from tests.cards.kort import sjekk

LINJER = """
hjelp
neste ASU
neste møte
møte i dag?
møter i juni
møter i august
dialogmøter
saksliste
når er pausene
hvor mange saker er det
hvem innleder
hvor er det
sak 3
sak 25
tolvte sak
sak om helikopter
forslag til vedtak i sak 3
hvem har ansvar for sak 5
vedlegg til sak 3
bakgrunn for sak 3
når kommer sykepleierne opp
hva ble konklusjonen i sak 2/24
frister
når er høringsfristen
milepæler
siste referat
hvem var til stede
oppgaver
hva vedtok vi om kompetansebroen
neste PSU
neste fagråd 9
hvem sitter i ASU
meld forfall
start referat
hei
grønn kakao
snakk nynorsk
hva lagrer du om meg
"""


@pytest.mark.parametrize("linje", LINJER.strip().splitlines())
async def test_every_answer_is_a_valid_card_and_a_readable_text(chat, linje):
    svar = await chat.si("anne", linje)
    assert svar.outcome.replies
    for reply in svar.outcome.replies:
        sjekk(reply.message)
        assert "None" not in reply.message.text
        assert "!" not in reply.message.text


@pytest.mark.parametrize(
    "linje", ["neste ASU", "sak 3", "møter i juni", "siste referat", "grønn kakao", "hjelp"]
)
async def test_every_button_leads_somewhere(chat, linje):
    for knapp in (await chat.si("anne", linje)).buttons:
        svar = await chat.trykk("anne", knapp)
        assert "kan jeg ikke bruke" not in svar
        assert not svar.text.startswith("Noe gikk galt")
        for reply in svar.outcome.replies:
            sjekk(reply.message)
