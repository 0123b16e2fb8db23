"""Every sentence under «Sjekk dette», in both målformer; and one that was stored with its words."""

import pytest

from bot.cards.merknad import merknadslinje
from bot.domain.maalform import Maalform
from bot.domain.reading import Merknad
from bot.language.tekster import tekster

SAK = {"saksnr": "03/24", "utdrag": "vedtatt 31.06.24"}
MELLOM = {"foer": "sak 01/24", "etter": "«Pause»"}
SKREVET = [
    (
        Merknad("arkivsak", "tom"),
        "Arkivsak står tom øverst i dokumentet. Skal arkivsaksnummeret fylles inn?",
        "Arkivsak står tom øvst i dokumentet. Skal arkivsaksnummeret fyllast inn?",
    ),
    (
        Merknad("dato", "finnes_ikke", SAK),
        "Sak 03/24: datoen i «vedtatt 31.06.24» finnes ikke. Sjekk dag og måned.",
        "Sak 03/24: datoen i «vedtatt 31.06.24» finst ikkje. Sjekk dag og månad.",
    ),
    (
        Merknad("dato", "fortid", {"utdrag": "ble holdt 20.12.24", "moetedato": "2024-04-17"}),
        "Sakslisten: «ble holdt 20.12.24» er omtalt som noe som har skjedd, men datoen er etter møtet "
        "17.04.2024. Sjekk årstallet.",
        "Sakslista: «ble holdt 20.12.24» er omtalt som noko som har skjedd, men datoen er etter møtet "
        "17.04.2024. Sjekk årstalet.",
    ),
    (
        Merknad("dato", "fremlegget", {"saksnr": "03/24", "dato": "2024-04-16", "moetedato": "2024-04-17"}),
        "Sak 03/24: saksfremlegget har dato 16.04.2024, men møtet er 17.04.2024.",
        "Sak 03/24: saksframlegget har dato 16.04.2024, men møtet er 17.04.2024.",
    ),
    (
        Merknad("dato", "ukedag", {"tittel": "Plan", "utdrag": "mandag 16. april", "dato": "2024-04-16"}),
        "«Plan»: i «mandag 16. april» er 16.04.2024 en tirsdag.",
        "«Plan»: i «mandag 16. april» er 16.04.2024 ein tysdag.",
    ),
    (
        Merknad("dato", "moetet_finnes_ikke", {"skrevet": "31. juni 2024"}),
        "Møtedatoen: datoen 31. juni 2024 finnes ikke. Sjekk dag og måned.",
        "Møtedatoen: datoen 31. juni 2024 finst ikkje. Sjekk dag og månad.",
    ),
    (
        Merknad("dato", "moetet_ukedag", {"skrevet": "tirsdag 17. april 2024", "dato": "2024-04-17"}),
        "Møtedatoen er skrevet «tirsdag 17. april 2024», men 17.04.2024 er en onsdag.",
        "Møtedatoen er skriven «tirsdag 17. april 2024», men 17.04.2024 er ein onsdag.",
    ),
    (
        Merknad("dato_mangler", "aar", {"skrevet": "17. april"}),
        "Innkallingen sier ikke hvilket år møtet er: «17. april».",
        "Innkallinga seier ikkje kva år møtet er: «17. april».",
    ),
    (
        Merknad("dato_mangler", "dag"),
        "Innkallingen sier ikke hvilken dag møtet er.",
        "Innkallinga seier ikkje kva dag møtet er.",
    ),
    (
        Merknad("hull", "mellom", {**MELLOM, "minutter": "10", "klokke": "12.10–12.20"}),
        "Mellom sak 01/24 og «Pause» er 10 minutter ikke satt av (12.10–12.20).",
        "Mellom sak 01/24 og «Pause» er 10 minutt ikkje sette av (12.10–12.20).",
    ),
    (
        Merknad("hull", "starten", {"moetet": "12.00", "hva": "sak 01/24", "start": "12.10"}),
        "Møtet starter 12.00, men sak 01/24 starter 12.10.",
        "Møtet startar 12.00, men sak 01/24 startar 12.10.",
    ),
    (
        Merknad("overlapp", "slutten", {"moetet": "15.00", "hva": "sak 09/24", "slutt": "15.30"}),
        "Møtet slutter 15.00, men sak 09/24 varer til 15.30.",
        "Møtet sluttar 15.00, men sak 09/24 varer til 15.30.",
    ),
    (
        Merknad(
            "overlapp",
            "mellom",
            {"foer": "«Pause»", "etter": "sak 02/24", "start": "12.30", "slutt": "12.40"},
        ),
        "Sak 02/24 starter 12.30, men «Pause» varer til 12.40. Sjekk klokkeslettene.",
        "Sak 02/24 startar 12.30, men «Pause» varer til 12.40. Sjekk klokkesletta.",
    ),
    (
        Merknad("minutter", "i_alt", {"sum": "90", "minutter": "120", "klokke": "12.00–14.00"}),
        "Sakslisten er på 90 minutter, men møtet varer i 120 (12.00–14.00).",
        "Sakslista er på 90 minutt, men møtet varer i 120 (12.00–14.00).",
    ),
    (
        Merknad(
            "minutter",
            "klokken",
            {"hva": "sak 01/24", "klokke": "12.00–12.10", "minutter": "10", "staar": "15"},
        ),
        "Sak 01/24: 12.00–12.10 er 10 minutter, men det står 15. Hva gjelder?",
        "Sak 01/24: 12.00–12.10 er 10 minutt, men det står 15. Kva gjeld?",
    ),
    (
        Merknad("minutter", "slutter_foer", {"hva": "sak 01/24", "klokke": "12.10–12.00"}),
        "Sak 01/24: slutter før den starter (12.10–12.00). Sjekk klokkeslettene.",
        "Sak 01/24: sluttar før ho startar (12.10–12.00). Sjekk klokkesletta.",
    ),
    (
        Merknad("navn", "to_skrivemaater", {"en": "Siri Moe", "annen": "Siri Mo"}),
        "«Siri Moe» og «Siri Mo»: er det samme person? Sjekk skrivemåten.",
        "«Siri Moe» og «Siri Mo»: er det same person? Sjekk skrivemåten.",
    ),
    (
        Merknad("saksnr", "aar", {"saksnr": "03/34", "forslag": "03/24"}),
        "Sak 03/34: mente du 03/24?",
        "Sak 03/34: meinte du 03/24?",
    ),
    (
        Merknad("saksnr", "flere_ganger", {"saksnr": "02/24", "sted": "saksliste"}),
        "Sak 02/24 står flere ganger på sakslisten. Sjekk numrene.",
        "Sak 02/24 står fleire gonger på sakslista. Sjekk numra.",
    ),
    (
        Merknad("saksnr", "mangler", {"numre": "02/24, 03/24, 04/24", "sted": "referat"}),
        "Sak 02/24, 03/24 og 04/24 mangler i referatet. Er numrene riktige?",
        "Sak 02/24, 03/24 og 04/24 manglar i referatet. Er numra rette?",
    ),
    (
        Merknad("saksnr", "mangler_mange", {"foer": "02/24", "etter": "12/24", "sted": "saksliste"}),
        "Numrene mellom 02/24 og 12/24 mangler på sakslisten. Er numrene riktige?",
        "Numra mellom 02/24 og 12/24 manglar på sakslista. Er numra rette?",
    ),
    (
        Merknad(
            "saksnr",
            "rekkefoelge",
            {"foer": "03/24", "etter": "02/24", "sted": "referat", "tittel": "Felles møte"},
        ),
        "Sak 02/24 står etter sak 03/24 under «Felles møte». Er numrene riktige?",
        "Sak 02/24 står etter sak 03/24 under «Felles møte». Er numra rette?",
    ),
    (
        Merknad(
            "tittel", "ulike", {"saksnr": "01/24", "saksliste": "Avtale", "fremlegg": "Revidert avtale"}
        ),
        "Sak 01/24 heter «Avtale» på sakslisten og «Revidert avtale» i saksfremlegget.",
        "Sak 01/24 heiter «Avtale» på sakslista og «Revidert avtale» i saksframlegget.",
    ),
    (
        Merknad("mangler_i_saksliste", "sak", {"saksnr": "02/24", "tittel": "Legevakt"}),
        "Sak 02/24 «Legevakt» har saksfremlegg, men står ikke på sakslisten.",
        "Sak 02/24 «Legevakt» har saksframlegg, men står ikkje på sakslista.",
    ),
    (
        Merknad("mangler_fremlegg", "sak", {"saksnr": "03/24", "tittel": "Ambulanse"}),
        "Sak 03/24 «Ambulanse» står på sakslisten, men har ikke saksfremlegg.",
        "Sak 03/24 «Ambulanse» står på sakslista, men har ikkje saksframlegg.",
    ),
    (
        Merknad("utvalg_mangler", "innkalling"),
        "Innkallingen sier ikke hvilket utvalg møtet gjelder.",
        "Innkallinga seier ikkje kva utval møtet gjeld.",
    ),
    (
        Merknad("utvalg_mangler", "referat"),
        "Referatet sier ikke hvilket utvalg møtet gjelder.",
        "Referatet seier ikkje kva utval møtet gjeld.",
    ),
    (Merknad("hull", tekst="Det er et hull."), "Det er et hull.", "Det er et hull."),
]


@pytest.mark.parametrize(
    ("merknad", "nb", "nn"), SKREVET, ids=lambda v: f"{v.kode}_{v.slag}" if isinstance(v, Merknad) else ""
)
def test_a_merknad_says_what_to_check_and_where(merknad, nb, nn):
    assert merknadslinje(tekster(Maalform.NB), merknad) == nb
    assert merknadslinje(tekster(Maalform.NN), merknad) == nn
