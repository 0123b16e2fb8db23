"""A line of chat becomes title, reason, minutes and attachments."""

import pytest

from bot.domain.fritekst import Feil, UgyldigTekst
from bot.domain.saksinnhold import Gyldig, Innhold, del_opp, gyldig


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        ("Bruk av Kompetansebroen", Gyldig("Bruk av Kompetansebroen")),
        ("Bruk av tolk – 10 min", Gyldig("Bruk av tolk", minutter=10)),
        ("Bruk av tolk, 5 minutter.", Gyldig("Bruk av tolk", minutter=5)),
        ("Bruk av tolk (ca. ti min)", Gyldig("Bruk av tolk", minutter=10)),
        ("Bruk av tolk – etter kl. 10", Gyldig("Bruk av tolk – etter kl. 10")),
        ("Responstid under 10 min", Gyldig("Responstid under 10 min")),
        ("Tolk\nVi mangler avtale.\nSiden mai.", Gyldig("Tolk", "Vi mangler avtale.\nSiden mai.")),
        ("Tolk\n15 min\nVi mangler avtale.", Gyldig("Tolk", "Vi mangler avtale.", 15)),
        (
            "Parkering ved sykehuset, fordi folk får bøter, 10 minutter",
            Gyldig("Parkering ved sykehuset", "fordi folk får bøter", 10),
        ),
        (
            "Parkering, 10 min, fordi folk får bøter",
            Gyldig("Parkering", "fordi folk får bøter", 10),
        ),
        (
            "Legevakt. Begrunnelse: vi mangler leger. 15 min",
            Gyldig("Legevakt", "vi mangler leger", 15),
        ),
        ("Legevakt – av di det hastar\nNo.", Gyldig("Legevakt", "av di det hastar\nNo.")),
        ("Fordi vi kan", Gyldig("Fordi vi kan")),
        ("Skyss fordi det haster", Gyldig("Skyss fordi det haster")),
        ("Parkering, fordi", Gyldig("Parkering, fordi")),
        ("Krav om begrunnelse: nye regler", Gyldig("Krav om begrunnelse: nye regler")),
        (
            "Tolk\r\nVedlegg: a.pdf, https://x.example/b",
            Gyldig("Tolk", vedlegg=("a.pdf", "https://x.example/b")),
        ),
    ],
)
def test_what_a_line_says(skrevet, ventet):
    assert gyldig(del_opp(skrevet)) == ventet


@pytest.mark.parametrize("skrevet", ["0", "241", "9999", "mange", "-5", "1,5", "²"])
def test_minutes_that_are_none(skrevet):
    with pytest.raises(UgyldigTekst) as feil:
        gyldig(Innhold("Tolk", minutter=skrevet))
    assert feil.value.feil is Feil.IKKE_TALL


@pytest.mark.parametrize(("skrevet", "antall"), [("", None), (" 240 ", 240), ("ti", 10), ("10 min.", 10)])
def test_minutes_of_a_form(skrevet, antall):
    assert gyldig(Innhold("Tolk", minutter=skrevet)).minutter == antall
