"""Words that tell what a time is not, and where a line looks. In small letters, apart by spaces."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLOSING = _words(
    """
    og eller men at som om så på i til for fra frå med av ved hos mot er var ble vart blir blei har
    hadde kan kunne skal skulle vil ville må måtte bør går gikk gjekk går? passer passar holder held
    da då nå no takk vær ikke ikkje jeg eg vi du dere de dei han ho hun den det dette kl klokka
    klokken også òg bare berre der her hvis viss dersom før etter innen innan senest seinast mellom
    kommer kjem kom møtes møtest møttes slutter sluttar slutta starter startar begynner byrjar tar
    tek tok fikk fekk står sto stod gjelder gjeld presis sharp igjen att mer meir hva kva hvem kven
    hvor kor når fordi sammen saman uten utan bli hver kvar høver høvde funker funkar fungerer
    fungerar gjer gjør rekker rekk ønsker ønskjer møttest samles samlast sees seest treffes snakkes
    ringer ringjer reiser drar dreg venter ventar startet starta begynte byrja sluttet ferdig
    presenterer presenterte orienterer orienterte sender sendte sende skriver skriv leverer leverte
    arbeider jobber jobbar sitter sit stiller stilte deltar deltek deltok trenger treng tror trur
    forsvinner får heller helst kanskje kankje egentlig eigentleg vanligvis dessverre diverre enn
    inntil frem fram bort hjem heim ut inn opp ned enten altså jo vel tenker tenkjer tenkte foreslår
    foreslo avtalte avtalt sa seier sier bestemte vedtok itj ittj ikkj e æ æg
    """
)

NO_SLIPS = _words(
    """
    minutters senda sende klart ignen eneste
    mandat mandal mandals mandatet sønda måneda tirsdal onsdal fredal augusta augustin marsj juliet
    fredags middel ettermiddel januarer time timene ukene årene fredab minuset minus måned kveldens
    holder sommer sommere vinter aprilia vinner middager undag fyrdag handag handel formidla
    formidlar dagens dagane sekunda vintre mander sønner minner minste tider månen høste høsten
    vetter vinder torsdalen tirsdalen kommando kommende kommune kommuner septer sekunder kunder
    måneskin morgan morten kvarter kvarterer kvarten kvartett halvere halvår kvelder minutter
    arbeidsdagen virkedager overmorgenen forrige neste nesten nester middagen kvelden kvelde
    morgenen tysland lørdal helgene
    """
)

PAST = _words(
    """
    var ble vart vert blei hadde skjedde hendte vedtok vedtatt vedteke vedtatte vedteken bestemte
    bestemt besluttet beslutta besluttede sa sagt sagde snakket snakka diskuterte drøftet drøfta
    behandlet behandla tok tatt teke gikk gjekk fikk fekk sto stod møtte møttes møttest deltok
    sendte sendt skrev skreiv gjorde gjort hørte høyrde ga gav meldte lovet lova lovte leverte
    godkjente godkjende orienterte presenterte informerte konkluderte utsatte valgte kom valde
    startet starta begynte byrja sluttet slutta avsluttet endte ferdigstilte holdt heldt haldt halde
    avholdt vært vore vori vorte blitt avtalte avtalt sist spurte spurde svarte hadd vedtoks varte
    gjaldt mente meinte oppsummerte oppe
    """
)

AHEAD = _words(
    """
    skal vil må bør blir vert kommer kjem møtes møtest har kan passer passar holder setter set sett
    planlegger planlegg innen innan før senest seinast frist fristen forfall ferie borte ledig
    opptatt oppteken neste melder melde kommende komande flytt flytte flytter utsett utsettes gjer
    gjør er møter starter startar begynner byrjar slutter sluttar tar tek går
    """
)

NUMBERED_THINGS = _words(
    """
    punkt pkt versjon kap avsnitt paragraf artikkel figur tabell vedlegg rom møterom sal side nr
    nummer sak tiltak delmål mål fagråd utvalg gruppe arbeidsgruppe ps rs fs tlf telefon mob mobil
    kr nok budsjettpost post del bilag ledd linje spor modul alternativ forslag scenario bygg hus
    blokk etasje etg oppgang postboks boks postnr org orgnr id ref saksnr arkivsak doknr dok
    journalnr jnr epost kapittel kapitlet kapittelet tema trinn fase nivå klasse v ver rev utgave
    ringenr ring faks konto kontonr gate gata vei veien vegen veg plass stol bord buss linja trikk
    tog rute seksjon kolonne rad celle ark slide lysark foil spørsmål skjema rundskriv nou prop meld
    st lov forskrift faktor snitt snittet gjennomsnitt score skår karakter rate vekst andel brøk
    fakultet gnr bnr plan oppgave anbefaling prosjekt målepunkt indikator krav område satsingsområde
    delprosjekt pasient ringt
    """
)

COUNTED = _words(
    """
    prosent pst kroner kr mill millioner millionar milliarder mrd tusen stk stykk stykker personer
    medlemmer medlemer deltakere deltakarar deltagere stemmer røyster ansatte tilsette årsverk
    stillinger stillingar pasienter pasientar senger plasser plassar kommuner kommunar sider saker
    saka poeng meter km kg liter grader eksemplarer utvalg representanter vara varaer leger
    sykepleiere ganger gonger av dager dagar timer timar uker veker måneder månader år minutter
    minuttar gb mb tb innbyggere flertall stilling prosentstilling mot barn unge voksne eldre pakker
    rom punkter punkt forslag timers dagers ukers måneders års årig åring åringer mål tiltak
    """
)

ORDERED = _words(
    """
    saken saka sakene sak gang gangen gong gongen punkt punktet plass plassen møte møtet forslag
    forslaget side siden sida del delen setning setningen kandidat kandidaten nestleder nestleiar
    vara varaen person personen taler talar leder linje linja avsnitt avsnittet kapittel fase fasen
    runde runden rad raden kolonne versjon versjonen utgave parten part halvdel omgang
    """
)

DATED = _words(
    """
    den til fra frå før etter innen innan senest seinast møte møtet frist fristen samling samlinga
    samlingen forfall dato datoen dag kurs møter seminar ferie mellom mandag tirsdag onsdag torsdag
    fredag lørdag søndag måndag tysdag laurdag sundag
    """
)

BEFORE_A_MONTH = _words(
    """
    i til te fra frå før etter innen innan senest seinast siden sidan ut hele heile primo medio ultimo
    mellom og av for per pr tidlig tidleg sent seint midt neste denne forrige førre sist siste
    utover
    """
)

CHANGES = _words(
    """
    øke øker økte økt økning auke auka auking redusere redusert reduseres gikk gått gå går steg stige
    synke sank falt ned opp vokst vokse utvide utvidet utvidelse endre endret endring
    """
)
