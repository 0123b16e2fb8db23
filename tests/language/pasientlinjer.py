"""Lines that may be about one patient, all invented, and what a committee says all day."""

NAVN = (
    "Jonas Hagelund",
    "Kari Nordli",
    "Per Olav Dahl",
    "Malin Vestad",
    "Siri Haugen",
    "Anne Moe",
    "Tor Bull",
    "Administrativt samarbeidsutvalg",
    "Politisk samarbeidsutvalg",
    "Fagråd for pasientsamarbeid",
    "ASU",
    "PSU",
)

CAUGHT = tuple(
    """Kari Olsen 87 år ligger på gangen
Ola Nordmann (54) ligger på korridor
Pasienten Kari Olsen, f. 1937, ble feilmedisinert
Samtale med Berit Solheim, født 1952
87-åring fra Frosta ble liggende tre døgn for lenge på sykehuset etter innleggelse, har demens
87-åring fra Frosta med demens
87 åring fra frosta med demens
mann (54) fra Inderøy, rusavhengig, skrevet ut uten følge
ei jente på 12 år frå Verdal med spiseforstyrring
kvinne 78 år fra Meråker, hoftebrudd, ventet på korttidsplass
en mann på 45 fra Leka med kreft fikk ikke time
Gudrun Fjellvang har demens og trenger sykehjemsplass
Torgny Lie ble innlagt tre ganger på en uke
vi snakket om pasienten Borghild som venter på sykehjemsplass
saken gjelder Oddvar Kleppe, utskrevet uten medisinliste
en 19-åring fra Namsos med selvmordstanker ble avvist
15-åring fra Grong innlagt på tvang
ei dame på 83 frå Snåsa vart utskriven til heimesjukepleie utan beskjed
mann, 62, bosatt i Stjørdal, hjerneslag, ventet i ambulanse
barn på 4 år fra Levanger med epilepsi mangler avlastning
kvinna (91) frå Røyrvik døydde på legevakta
gutten på 16 fra Steinkjer med ADHD
54 år gammel mann fra Lierne med BPA
Solveig Brattås (72) har KOLS og får ikke hjemmesykepleie
den 30 år gamle kvinnen fra Overhalla er gravid og rusavhengig
en beboer, 88 år, fra Høylandet falt og fikk lårhalsbrudd
bruker på 41 år i Flatanger med psykisk lidelse tvangsinnlagt
Pasient 76 år fra Nærøysund, reinnlagt etter to dager
Ragnfrid Solbakk venter på langtidsplass
Jostein Myhr har BPA i kommunen og ble innlagt i går
en åttiåring fra Osen med lungebetennelse
nittiåringen fra Frosta ble utskrevet midt på natta
Innspill: 87-åring fra Frosta ble sendt hjem uten hjemmesykepleie
k: Saken om Gunnvor Aasmo og sykehjemsplassen tas til etterretning
Jonas avklarer med legevakta om mannen på 67 fra Tydal med diabetes
født 1941, fra Malvik, innlagt med sepsis
spedbarn på 2 mnd, mor 23 år fra Verdal, barnevernet koblet på etter rusproblem
mor på 34 fra Åfjord med fødselsdepresjon fikk ikke plass
Hege Strandvik fikk kreftdiagnose og ventet i ni uker
enkemann på 90 fra Indre Fosen, demens, bor alene
innbygger på 58 år i Selbu med parkinson mistet BPA
ungdom 17 år fra Meldal selvskading, sendt hjem fra poliklinikken
vi har en kvinne på 70 år fra Rindal som har stått på venteliste for operasjon
søsteren til Bjarne Hoem ringte, han er utskrevet og får ikke hjemmehjelp
ein mann på 66 år frå Oppdal med ALS
æ tænke på ho på 84 fra Frosta som hadde lårhalsbrudd
åttitreåringen fra Snåsa hadde hjerteinfarkt""".splitlines()
)

ORDINARY = tuple(
    """Avtalen gjelder i 10 år
Helse Midt-Norge 2030 år for år
Kari Nordli 50 år: gratulerer
Delavtale 3 (12) sendes ut
Norsk Helsenett (25) deltok
pasienter med demens trenger bedre overganger
eldre over 80 år i Frosta kommune får tilbud om hjemmebesøk
Helgelandssykehuset orienterte om utskrivningsklare pasienter
tas til orientering
Saken tas til orientering.
ASU ber sekretariatet utarbeide en plan for pasienter med KOLS
Jonas avklarer med Fagråd 3 innen 29. april
Kari Nordli orienterte om hjemmesykepleie i kommunene
Malin sender notat om sykehjemsplasser før påske
antall innlagte med demens øker i Namdalen
kommunene melder om mangel på sykehjemsplasser
andelen over 67 år med diabetes er høyere i Nord-Trøndelag
personer mellom 18 og 30 år med rusproblemer skal få tilbud innen ti dager
barn og unge under 18 år med angst og depresjon
barn på 0–5 år i risikogruppen for spiseforstyrrelser
Vedtatt som foreslått.
forslag 2 vedtatt med tillegg om BPA
Fagrådet støtter ny rutine for utskrivning fra St. Olavs hospital
Levanger har 12 pasienter som venter på langtidsplass
Steinkjer kommune har 30 sykehjemsplasser og 4 korttidsplasser
Helse Nord-Trøndelag legger fram tall for reinnleggelser
Demensplan 2025 følges opp
Nasjonal handlingsplan for selvmordsforebygging ligger til grunn
Innspill: husk pårørende til mennesker med demens
Siri Haugen mener at kreftkoordinatorene må med
Per Olav Dahl spør om ambulansen på Frosta
ambulansebasen på Frosta står klar i august
legevakta i Verdal flyttes til Levanger
sykehusinnleggelser fra sykehjem skal ned 10 prosent
ventetiden for rusbehandling er 42 dager
vi trenger flere senger til utskrivningsklare pasienter
pasienter over 75 år fra Frosta innlagt i 2024
pasientene fra Inderøy og Verdal har lengst ventetid på poliklinikken
eldre fra Snåsa skrives ut til hjemmesykepleie samme dag
det var 87 innleggelser fra Frosta i fjor
87 pasienter fra Frosta hadde demens
i 2024 var det 54 innlagte fra Inderøy
Kreftforeningen inviteres til neste møte
Parkinsonforeningen har sendt brev
Statsforvalteren har gjennomgått sykehjemsplassene i Namdalen
Helseplattformen gir feil i epikriser
e-meldinger om innlagt pasient kommer ikke fram
innlagt pasient-meldingen må sendes innen ett døgn
Palliativ plan innføres i alle kommuner
Regionalt senter for lindrende behandling blir samarbeidspartner
Møremodellen brukes i Molde og Kristiansund for palliative pasienter
Direktoratet vil ta Møremodellen inn som føring for kreft
Anne Moe tar kontakt med følgetjenesten for gravide
følgetjeneste for gravide i Namdalen utsettes
jordmorvakt og fødeavdeling i Namsos
svangerskapsomsorg for gravide med rusproblemer
barnevernstjenesten i Levanger deltar i forprosjektet
psykisk helse for unge 12–16 år
ungdommer mellom 13 og 19 år fra hele regionen med psykiske lidelser
brukere over 65 år i Stjørdal med BPA
tilskudd til BPA for innbyggere over 67 år
kommunene Frosta, Levanger og Verdal samarbeider om legevakt
Frosta kommune ber om at saken om sykehjem utsettes
Inderøy og Snåsa vil ha flere korttidsplasser
Kari, Jonas og Malin lager rutine for utskrivning
Oppfølging: sekretariatet kaller inn til møte om rusbehandling, frist 15. mai
FACT-team for unge med psykose etableres i Namsos
ACT og FACT følger pasienter med schizofreni
ambulante team for eldre med depresjon
Tor Bull viser til tall fra KPR om diabetes
nytt medisinskjema for pasienter i overgangen til hjemmesykepleie
medisinhåndtering ved utskrivning må bedres
operasjonskapasiteten i Levanger er redusert om sommeren
Ortopedisk klinikk orienterer om hoftebrudd
Hoftebruddpasienter skal opereres innen 24 timer
tiltak mot fall og brudd hos eldre
trykksår registreres likt i kommune og sykehus
dialyse i Namsos utvides til fem dager
Nyrepasienter fra Ytre Namdal får dialyse på Rørvik
akuttinnleggelser fra legevakt i helgene
tvangsinnleggelser i psykisk helsevern går ned
bruk av tvang evalueres i 2025
Samarbeidsavtale om innleggelse og utskrivning revideres
delavtale 5 om utskrivning vedtas
Delavtale 3 gjelder innleggelse i sykehus
Astma- og allergiforbundet er høringsinstans
LHL og Diabetesforbundet inviteres
Nord universitet forsker på demensomsorg
Arbeidsgruppa for palliasjon har ikke hatt oppstartsmøte
Kartlegge storforbrukere av tjenester
Brukerrepresentanten savner barn som pårørende i planen for kreft
innbyggere over 80 år dobles innen 2040
i aldersgruppa 80 år og eldre har 20 prosent demens
hver tredje innbygger over 90 år har demens
pasienter eldre enn 85 år innlagt mer enn tre ganger
12 av kommunene har kreftkoordinator
3 av 10 pasienter blir reinnlagt innen 30 dager
etter 30 år med samhandling om sykehjem er vi ikke i mål
for 10 år siden var det flere sykehjemsplasser i Frosta
om 5 år vil antallet med demens ha økt i Levanger
i løpet av 2 år skal alle ha palliativ plan
prosjektet varer i 3 år og gjelder KOLS-pasienter i Verdal
evalueres etter 1 år for diabetes
hjemmesykepleien i Steinkjer har 54 ansatte
sykehjem med 78 plasser i Stjørdal
Rom 12 på legevakta oppgraderes
Sak 12/25 gjelder rusbehandling i Levanger
sak 87 om demens fra Frosta kommune
Møtet 12. mai handler om selvmordsforebygging
Frist 30. april for innspill til kreftplanen
KPR-tall for KOLS hentes av Jonas
Malin Vestad og Siri Haugen følger opp hjemmetjenesten
Leder takker Kari for innsatsen med sykehjemsplassene
Nestleder mener ambulansen må styrkes
Møteleder: Kari Nordli, saken om diabetes utsettes
ansvarlig: Malin, rutine for utskrivning, frist 1. juni
Protokolltilførsel fra KS: ansvaret for døende pasienter er uklart
Ventetid for barn med autisme er for lang
utredning av ADHD hos unge
Habilitering av barn og unge med Downs syndrom
Pasient- og brukerombudet deltok og snakket om tvang
Pasient- og brukerrettighetsloven § 3 om innlagte barn
Fylkeslegen har ført tilsyn med legevakta i Namsos
pasientreiser fra Leka tar for lang tid ved dialyse
fastlegene i Grong henviser til poliklinikken
henvisninger til Namsos sykehus øker
Digital hjemmeoppfølging av pasienter med KOLS i Overhalla
telemedisin for sår og diabetes
velferdsteknologi i hjemmesykepleien
Vaksinasjon mot covid og influensa i sykehjem
covid-pasienter på intensiv
Smittevern i sykehjem
antibiotikabruk på sykehjem i Trøndelag
ernæring hos eldre på sykehjem
Kompetansebroen har kurs om delirium
Kurs om palliasjon for ansatte i kommunene
Alle kommuner skal ha kontaktperson for selvmordsforebygging
Selvmordsforebyggende enhet orienterte
Verdens dag for psykisk helse markeres i Steinkjer
Rusteamet i Levanger får ny leder
Utekontakten i Trondheim deltar i rusforum
Overdosestrategi for Trondheim og Steinkjer
Frivilligsentralen i Inderøy hjelper eldre hjem fra sykehuset
Rehabilitering etter hjerneslag: Namdal Rehabilitering tar imot slagpasienter
slagenheten på Levanger har 12 senger
Slagpasienter skal ha oppfølging i 3 måneder
Ung Namdal er et prosjekt for unge med angst
vi diskuterte rutine ved dødsfall i hjemmet
Dødsfall i hjemmet krever samarbeid med legevakt
Etikk ved livets slutt for terminale pasienter
Kort orientering ved Per Olav om innlagte fra kommunene
ø-hjelpsenger i Verdal brukes av Levanger og Frosta
KAD-senger for pasienter over 18 år
utskrivningsklare pasienter fra Meråker venter på plass
betalingsplikt ved utskrivningsklare pasienter
Kommunedirektøren i Frosta orienterte om sykehjem
kommunalsjef i Levanger stiller spørsmål om legevakt
tillitsvalgte er bekymret for ambulansen
sykemeldte i helsevesenet
sykefravær og angst blant ansatte
rekruttering av leger til sykehjem i Lierne
turnusleger på legevakta
spesialist i allmennmedisin på sykehjem""".splitlines()
)
