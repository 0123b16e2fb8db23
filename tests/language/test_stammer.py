"""What a word is found by: forms, compounds, both målformer. The pairs are read off as one figure too."""

import pytest

from bot.language.sammensatt import deler
from bot.language.soekeord import indeksord, spoerredeler, spoerreord

FINNES = [
    ("dashboard", "Samhandlingsdashboardet vises i mai."),
    ("samhandling", "Samhandlingsdashboardet vises i mai."),
    ("samhandlingsdashboard", "Samhandlings-dashboardet vises i mai."),
    ("samhandlings-dashboard", "Samhandlingsdashboard for alle"),
    ("samhandlings dashboard", "Samhandlingsdashboard for alle"),
    ("dashbord", "Samhandlingsdashboardet vises i mai."),
    ("vedtak", "Vedtaka gjeld frå i dag."),
    ("vedtaket", "Vedtakene følges opp."),
    ("vedtakene", "Vedtaket står ved lag."),
    ("vedtaka", "Vedtaket står ved lag."),
    ("sykehus", "Sjukehusa melder om lengre køar."),
    ("sjukehuset", "Sykehusene varsler kommunen."),
    ("tjenester", "Tenestene skal vere likeverdige."),
    ("hjemmetjenesten", "Heimetenesta er med i piloten."),
    ("heimeteneste", "Hjemmetjenestene fikk lesetilgang."),
    ("Helseplattformen", "Helseplattforma kjem til hausten."),
    ("helseplattforma", "Innføring av Helseplattformen"),
    ("plattform", "Innføring av Helseplattformen"),
    ("mulighet", "Moglegheitene er mange."),
    ("moglegheit", "Mulighetene ble drøftet."),
    ("kvalitet", "Kvaliteten må måles."),
    ("kvalitetsarbeid", "Arbeidsgruppa tar kvalitetsarbeidet videre."),
    ("kvalitet", "Kvalitetsarbeid i fagrådene"),
    ("fastlege", "Fastlegane får brev."),
    ("fastlegeordning", "Fastlegeordninga vert styrkt."),
    ("fastlege", "Fastlegeordningen er under press."),
    ("ungdom", "Ungdommene svarte på undersøkelsen."),
    ("ungdom", "Ungdomshelsetjenesten er flyttet."),
    ("brukerutvalg", "Brukarutvalet ønskjer møte."),
    ("utvalget", "Brukerutvalget ønsker møte."),
    ("arbeidsgruppe", "Arbeidsgruppene har hatt oppstart."),
    ("gruppe", "Arbeidsgruppene har hatt oppstart."),
    ("rekruttering", "Rekrutteringstilskuddet fordeles."),
    ("tilskot", "Rekrutteringstilskuddet fordeles."),
    ("tilskudd", "Rekrutteringstilskota skal delast."),
    ("ventetid", "Ventetidene går ned."),
    ("ventetider", "Ventetidsgaranti for barn"),
    ("midler", "Helsefellesskapsmidlene lyses ut."),
    ("helsefellesskap", "Helsefellesskapsmidlene lyses ut."),
    ("senter", "Sentrene i regionen"),
    ("barnehage", "Barnehagane er representerte."),
    ("hage", "Barnehagene er representert."),
    ("palliativ plan", "Palliative planar for alle"),
    ("e-meldinger", "Emeldingene feiler."),
    ("e-melding", "E-meldinger feiler."),
    ("utskrivningsklare", "Utskrivingsklare pasienter"),
    ("pasient", "Utskrivingsklare pasientar"),
    ("Åse", "ÅSE orienterer"),
    ("öresund", "Samarbeid i Øresund"),
    ("kafe", "Kaféen åpner"),
    ("kommunedirektør", "Kommunedirektørene møtes."),
    ("direktør", "Kommunedirektørene møtes."),
    ("legesamarbeid", "Fagråd for legesamarbeidet"),
    ("lege", "Fagråd for legesamarbeid"),
    ("forskningssaken", "Forsking i kommunane"),
    ("KPR-saken", "Data frå KPR"),
    ("saksbehandling", "Sakshandsaminga tek tid."),
    ("økonomi", "Økonomien i helsefellesskapet"),
    ("fødselsomsorg", "Fødselsomsorga i regionen"),
    ("omsorg", "Fødselsomsorga i regionen"),
    ("spesialisthelsetjeneste", "Spesialisthelsetenesta tek del."),
    ("helsetjeneste", "Spesialisthelsetjenesten deltar."),
    ("fosen", "Fosenregionen vil være med."),
    ("kompetansebro", "Kompetansebroen ble vist fram."),
    ("demens", "Demensteamene i kommunene"),
    ("orkdalsmodellen", "Orkdalsmodellen innføres."),
]
FINNES_IKKE = [
    ("sak", "Årsaken er kjent."),
    ("år", "Årsaken er kjent."),
    ("tak", "Vedtaket om tiltak"),
    ("tak", "Mistaket ble rettet."),
    ("valg", "Utvalget møtes."),
    ("slag", "Forslaget ble vedtatt."),
    ("ost", "Kostnadene øker."),
    ("lag", "Anlegget og anslaget"),
    ("het", "Virksomheten vokser."),
    ("virksom", "Virksomheten vokser."),
    ("mul", "Muligheten er der."),
    ("rett", "Opprette en gruppe"),
    ("gang", "Utgangspunktet er klart."),
    ("stilling", "Sammenstilling av tall"),
    ("legging", "Tilrettelegging for alle"),
    ("dag", "Oppdage feil tidlig"),
    ("hjelm", "Wilhelmsens hus"),
    ("bruk", "Brukeren svarte."),
    ("lege", "Personlige forhold"),
    ("fast", "Fastlegen svarte."),
    ("helse", "Hilsen fra styret"),
    ("plan", "Plankene er lagt."),
    ("møte", "Møbler i rommet"),
    ("tilskudd", "Tilskuere på møtet"),
    ("barn", "Barometeret viser uro."),
    ("pasient", "Kommunene og sykehuset"),
    ("ambulanse", "Ambulerende team"),
    ("region", "Religion og livssyn"),
    ("kommune", "Kommunisere tydelig"),
    ("tid", "Samtidig og tidlig"),
    ("ting", "Stortinget vedtok loven."),
    ("nord", "Ordningen er ny."),
    ("arbeid", "Bearbeidet utkast"),
    ("menn", "Mennesker og miljø"),
    ("ring", "Justering og revidering"),
    ("lag", "Planlagte møter vektlegges og er vektlagt."),
    ("middel", "Dette videreformidles."),
    ("organ", "Dårlig organisert"),
]


def finner(spoersmaal: str, tekst: str) -> bool:
    [ord_] = indeksord([tekst])
    har = set(ord_.split())
    return all(har & set(ledd.split("|")) for ledd in spoerreord(spoersmaal))


@pytest.mark.parametrize(("spoersmaal", "tekst"), FINNES)
def test_finnes(spoersmaal, tekst):
    assert spoerreord(spoersmaal)
    assert finner(spoersmaal, tekst)


@pytest.mark.parametrize(("spoersmaal", "tekst"), FINNES_IKKE)
def test_finnes_ikke(spoersmaal, tekst):
    assert not finner(spoersmaal, tekst)


def test_hele_settet_er_stort_nok_til_aa_si_noe():
    assert len(FINNES) + len(FINNES_IKKE) >= 60


def test_et_ord_som_staar_alene_et_sted_kjennes_i_sammensetningen_ved_siden_av():
    tittel, punkt = indeksord(["Kvernvikplanen", "Om Kvernvik"])
    assert "kvernvik" in tittel.split()
    assert "plan" in tittel.split()
    assert punkt == "kvernvik"


def test_deler_av_et_langt_ord():
    assert deler("spesialisthelsetjenesten") == ("spesialist", "helse", "tjeneste")
    assert deler("vedtakene") == ()
    assert deler("x" * 500) == ()


def test_naermeste_soeker_i_delene():
    assert spoerredeler("samhandlingsdashboardet") == ("samhandling", "dashboard")


@pytest.mark.parametrize("tekst", ["", "  ", "?!", "«»–", "\x00", "-", "- - -", "𝔘𝔫𝔦", "ﬁ"])
def test_rare_tegn(tekst):
    assert len(indeksord([tekst])) == 1
    spoerreord(tekst)


def test_ordene_har_ingen_skilletegn():
    [ord_] = indeksord(["«Å/Ö»: (e-post) 10.000 kr, _under_ 24/25 – § 13 İ ß Ⅷ ² naïve"])
    assert all(ledd.isalnum() for ledd in ord_.split())
