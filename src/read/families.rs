//! The headings we know, as data: one line per family. Whoever meets a new heading adds it here.

use super::Meaning;
use Meaning::{
    ActualPay, Age, Cause, Date, Days, Employee, Employment, Extent, From, Headcount, Hours, Ignore, Measure, Month, MonthOfYear,
    MonthlyPay, Protection, Rate, Replacement, ScheduledHours, Sex, ShortDays, SickPay, SixtyShare, SpellCount, SpellStart, To, Unit,
    Values, Year,
};

/// Whole headings, the better family of a meaning first. Case, blanks and signs other than `%` do not count: `fr.o.m.` is `From`
/// is `FR O M`. An `Ignore` is known to be of no use here.
#[rustfmt::skip] // a family, a line
pub(super) const WHOLE: &[(Meaning, &str)] = &[
    (From, "fr.o.m.|fom|from|från|från och med|frånvaro fr|frånvaro from|sjuk from|sjukfrånvaro from|sjukledig fr.o.m.|datum from|from datum|från datum|datum från"),
    (From, "startdatum|frånvarostart|första dag|första frånvarodag|första sjukdag|start|start date|from date|date from|first day|begin"),
    (SpellStart, "sjukfallets start|sjukfallets startdag|sjukfallets startdatum|sjukfallets första dag|sjukfallets första sjukdag|sjukfall start|sjukfall startdatum"),
    (SpellStart, "sjuk sedan|sjukskriven sedan|ursprunglig startdag|ursprungligt startdatum|ursprungligt fr.o.m.|insjuknad|insjuknandedag|insjuknandedatum"),
    (SpellStart, "insjukningsdag|insjukningsdatum|första dag i sjukfallet|first day of spell|first day of the spell|spell start|spell start date|original start date|sick since"),
    (To, "t.o.m.|till|till och med|frånvaro till|frånvaro tom|sjuk tom|sjukfrånvaro tom|datum tom|tom datum|till datum|datum till"),
    (To, "slutdatum|frånvaroslut|sista dag|sista frånvarodag|sista sjukdag|sjukfall slut|slut|end|end date|to|to date|date to|last day|until"),
    (Date, "datum|frånvarodatum|sjukdatum|frånvarodag|date|absence date"),
    (Extent, "omfattning|omfattning i %|omfattning %|omf|omf %|frånvaro omfattning|sjukskrivningsgrad|frånvarograd|frånvarograd %|extent|extent %"),
    (Extent, "grad|procent|%|frånvaroprocent|percent|percentage|fte"),
    (Employment, "sysselsättningsgrad|sysselsättningsgrad %|syss.grad|syss.grad %|sysselsgrad|sysselsgrad %|ssg|ssg %|tjänstgöringsgrad|tjänstgöringsgrad %|tjg.grad"),
    (Employment, "anställningsgrad|anställningsgrad %|anst.grad|employment rate|employment rate %|employment degree|degree of employment|employment percentage"),
    (Cause, "orsak|frånvaroslag|frånvaroorsak|frånvaroorsak text|frånvarotyp|frånvaroart|frånvarotext|typ av frånvaro|reason|absence reason|absence type|leave type|cause"),
    (Cause, "frånvarokod|orsakskod|tidkod|art|löneart|lönearttext|typ|type|code"),
    (MonthlyPay, "månadslön|månadslön kr|lön|lön per månad|grundlön|fast lön|heltidslön|medellön|genomsnittlig månadslön|monthly pay|monthly salary|salary|pay"),
    (SickPay, "sjuklön|sjuklön kr|sjuklönekostnad|sjuklönekostnader|sjuklönekostnad kr|utbetald sjuklön|kostnad sjuklön|sick pay|sick pay cost"),
    (ActualPay, "faktisk lön|faktisk månadslön|utgående lön|utgående månadslön|överenskommen lön|överenskommen månadslön|aktuell lön för tjänsten|lön för tjänsten"),
    (ActualPay, "lön efter sysselsättningsgrad|månadslön efter sysselsättningsgrad|actual salary|actual pay|actual monthly salary|actual monthly pay"),
    (SickPay, "belopp|belopp kr|amount"),
    (Replacement, "vikariekostnad|vikariekostnader|vikariekostnad kr|ersättarkostnad|ersättarkostnader|ersättarkostnad kr|kostnad vikarie|kostnad vikarier|kostnad ersättare"),
    (Replacement, "vikarielön|bokförd vikariekostnad|vikarier kr|replacement cost|replacement costs|cost of replacement|substitute cost|temp cost"),
    (Month, "månad|mån|period|år-månad|årmånad|år mån|år och månad|år/månad|månad/år|avser månad|kalendermånad|month|year month|yearmonth"),
    (Year, "år|kalenderår|year"),
    (MonthOfYear, "månadsnr|månadsnummer|mån nr|månad nr|månadsnamn|month number|month no|month name"),
    (Hours, "timmar|antal timmar|tim|sjuktimmar|sjuktim|sjuktid|antal sjuktimmar|sjukfrånvarotimmar|frånvarotimmar|frånvarotid|hours|sick hours|absence hours"),
    (ShortDays, "sjuklönedagar"),
    (Days, "nettodagar|sjukdagar|antal sjukdagar|antal dagar|dagar|net days|sick days|days"),
    (Days, "arbetsdagar|frånvarodagar|arb.dgr|working days|absence days|days lost|working days lost"),
    (Ignore, "kalenderdagar|kal.dgr|kaldagar|antal kalenderdagar|calendar days"),
    (ScheduledHours, "ordinarie arbetstid|ord arb tid|ord arbetstid|ordinarie tid|ordinarie timmar|schematid|schemalagd tid|schemalagda timmar"),
    (ScheduledHours, "arbetstid|avtalad tid|planerad tid|scheduled hours|contracted hours|ordinary hours|planned hours"),
    (Headcount, "antal anställda|antal anställningar|anställda|antal medarbetare|antal personer|antal pers|medarbetare|headcount|employees|number of employees"),
    (Headcount, "åa|antal åa|årsarbetare|antal årsarbetare|årsarbetskrafter|staff"),
    (SpellCount, "antal sjukfall|sjukfall|antal tillfällen|antal sjuktillfällen|tillfällen|frånvarotillfällen|sjukfrånvarotillfällen|spells|number of spells"),
    (Employee, "anst.nr|anstnr|anställningsnummer|anställningsnr|anstid|anställningsid|anställnings id|medarbetarid|medarbetarnummer|person id"),
    (Employee, "employee id|employee number|employee no|emp id|emp no|staff id|personnummer|personnr|pers.nr|pnr|persnr|id"),
    (Employee, "namn|medarbetarens namn|anställd|den anställde|person|employee|employee name|full name|name"),
    (Employee, "efternamn|last name|surname"),
    (Employee, "förnamn|tilltalsnamn|first name|given name"),
    (Sex, "kön|k/m|m/k|man/kvinna|kvinna/man|kvinnor/män|sex|gender"),
    (Age, "ålder|åldersgrupp|åldersgrupper|åldersklass|åldersintervall|födelseår|födelsedatum|födelsedag|född|född år|age|age group|age band|birth year|year of birth"),
    (Age, "date of birth|birth date|birthdate|dob"),
    (Protection, "särskilt högriskskydd|särsk. högriskskydd|högriskskydd|särskilt högkostnadsskydd|högriskskydd (särskilt)|särskilt högriskskydd (ja/nej)"),
    (Protection, "special high-risk protection|high-risk protection|high risk protection|special protection"),
    (Unit, "enhet|enhetsnamn|enhet namn|enhetens namn|arbetsplats|arbetsställe|sektion|grupp|team|unit|unit name|workplace|A5_Id_Description"),
    (Unit, "avdelning|avd|avdelningsnamn|verksamhet|department"),
    (Unit, "organisationsenhet|org.enhet|kostnadsställe|kst|ansvar|cost centre|cost center"),
    (Unit, "förvaltning|förvaltningsnamn|organisation|område|verksamhetsområde|bolag|division|nämnd|sektor|direktion|affärsområde|organisation name|organization"),
    (Unit, "organisationsnivå|nivå 1|nivå 2|nivå 3|organisationsnivå 1|organisationsnivå 2|organisationsnivå 3|organisation nivå 1|organisation nivå 2|organisation nivå 3"),
    (Rate, "sjukfrånvaro %|sjukfrånvaro i %|frånvaro %|frånvaro i %|sjuk %|total %|totalt %|sjuktal|sick rate|absence rate|absence %|sickness %"),
    (SixtyShare, "andel långtidssjukfrånvaro|andel långtidssjukfrånvaro %|andel långtidsfrånvaro|andel långtidsfrånvaro %|långtidssjukfrånvaro av total|share of long-term absence"),
    (SixtyShare, "andel 60 dagar eller mer|andel 60 dagar eller mer %|andel av sjukfrånvaron 60-|andel av sjukfrånvaron 60- %|share 60 days or more|share 60 days or more %"),
    (Ignore, "A5_id|enhetskod|enhetsnr|befattning|befattningskod|BefattningskodText|yrke|yrkesgrupp|titel|anställningsform"),
    (Ignore, "kommentar|anmärkning|notering|comment|note|rad|radnr|veckodag|weekday|utskriftsdatum|anställningsdatum|läkarintyg"),
    (Measure, "mått|nyckeltal|mätetal|mätvärde|variabel|indikator|measure|metric|kpi|nøkkeltall|nøgletal|måltall|kennzahl"),
    (Values, "värde|utfall|resultat|value|verdi|værdi|wert|utfall period"),
    (Month, "kvartal|quarter|år-kvartal|quartal|tertial|år-tertial"),
    // the Swedish of Finland, where it has words of its own
    (From, "begynnelsedatum|begynnelsedag|börjar"),
    (To, "upphör|slutar"),
    (Employee, "arbetstagare|personbeteckning|arbetstagarnummer"),
    (Unit, "verksamhetsställe|resultatenhet|verksamhetsenhet"),
    (Headcount, "årsverken|antal årsverken"),
    // Norwegian and Danish
    (From, "fra|fra og med|fra dato|dato fra|fravær fra|startdato|første dag|første fraværsdag|første sykedag|første sygedag|første sygefraværsdag"),
    (To, "til|til og med|til dato|dato til|fravær til|sluttdato|slutdato|siste dag|siste fraværsdag|sidste dag|sidste fraværsdag|sidste sygedag"),
    (Date, "dato|fraværsdato|fraværsdag"),
    (Extent, "sykmeldingsgrad|sykemeldingsgrad|sygemeldingsgrad|fraværsgrad|gradering|omfang|prosent"),
    (Employment, "stillingsprosent|stillingsandel|stillingsstørrelse|stilling %|beskæftigelsesgrad|ansættelsesgrad"),
    (Cause, "årsak|fraværsårsak|fraværstype|fraværskode|årsag|fraværsårsag|fraværsart|type fravær|type"),
    (MonthlyPay, "månedslønn|lønn|grunnlønn|fastlønn|månedsløn|løn|grundløn"),
    (SickPay, "sykelønn|sykelønnskostnad|sygeløn|beløp|beløb"),
    (Month, "måned|år og måned|år/måned|periode|kalendermåned"),
    (MonthOfYear, "månedsnavn|månedsnummer"),
    (Hours, "timer|antall timer|antal timer|fraværstimer|sykefraværstimer|sygefraværstimer|sygetimer|syketimer"),
    (Days, "dagsverk|tapte dagsverk|sykefraværsdagsverk|fraværsdagsverk|dager|antall dager|fraværsdager|sykedager|sykefraværsdager"),
    (Days, "dage|antal dage|fraværsdage|sygedage|sygefraværsdage|arbejdsdage"),
    (Ignore, "kalenderdager|kalenderdage"),
    (ScheduledHours, "avtalt arbeidstid|avtalte timer|mulige timer|planlagte timer|arbeidstid|arbejdstid|mulige arbejdstimer|normtimer|planlagt arbejdstid"),
    (Headcount, "antall ansatte|ansatte|antal ansatte|antal medarbejdere|medarbejdere|årsverk|antall årsverk|årsværk|antal årsværk"),
    (SpellCount, "antall tilfeller|fraværstilfeller|sykefraværstilfeller|antal tilfælde|fraværstilfælde|sygefraværstilfælde"),
    (Employee, "ansattnummer|ansattnr|ansatt nr|ansatt-id|medarbejdernummer|medarbejdernr|medarbejder nr|lønnr|lønnummer"),
    (Employee, "fødselsnummer|personnummer|cpr|cpr nr|cpr nummer|ansatt|medarbejder|navn"),
    (Employee, "etternavn"),
    (Employee, "fornavn"),
    (Sex, "kjønn|køn"),
    (Age, "alder|aldersgruppe|fødselsår|fødselsdato|født"),
    (Unit, "enhetsnavn|enhed|enhedsnavn|arbeidssted|arbejdssted|arbejdsplads|seksjon|gruppe"),
    (Unit, "avdeling|avdelingsnavn|afdeling|afdelingsnavn"),
    (Unit, "organisasjonsenhet|kostnadssted|omkostningssted"),
    (Unit, "forvaltning|organisasjon|virksomhet|virksomhed|selskap|direktorat"),
    (Rate, "sykefravær %|sykefravær i %|sykefraværsprosent|sygefravær %|sygefravær i %|sygefraværsprocent|fravær %|fraværsprosent|fraværsprocent"),
    (Ignore, "stilling|stillingstype|stillingsbetegnelse|stillingskode|merknad|bemærkning|ukedag|ugedag|ansettelsesdato|ansættelsesdato"),
    // German
    (From, "von|von datum|datum von|vom|beginn|beginndatum|erster tag|erster fehltag|krank von|krank ab|krank seit|au von|au beginn|fehlzeit von"),
    (To, "bis|bis datum|datum bis|ende|enddatum|letzter tag|letzter fehltag|krank bis|au bis|au ende|fehlzeit bis"),
    (Date, "tag|fehltag am"),
    (Extent, "umfang|umfang %|au grad|prozent"),
    (Employment, "beschäftigungsgrad|beschäftigungsgrad %|teilzeitgrad|stellenumfang|stellenanteil|bg %"),
    (Cause, "abwesenheitsart|abwesenheitsgrund|abwesenheitstyp|fehlzeitart|fehlzeitenart|fehlzeitgrund|fehlgrund|grund|lohnart"),
    (MonthlyPay, "gehalt|monatsgehalt|grundgehalt|bruttogehalt|monatslohn|bruttolohn|lohn"),
    (SickPay, "lohnfortzahlung|entgeltfortzahlung|betrag"),
    (Month, "monat|jahr/monat|jahr und monat|kalendermonat|abrechnungsmonat|zeitraum"),
    (Year, "jahr|kalenderjahr"),
    (MonthOfYear, "monatsname|monatsnummer"),
    (Hours, "stunden|std|anzahl stunden|fehlstunden|krankenstunden|krankstunden|krankheitsstunden|abwesenheitsstunden|ausfallstunden"),
    (Days, "arbeitstage|fehltage|krankheitstage|krankentage|kranktage|au tage|tage|anzahl tage|ausfalltage|abwesenheitstage"),
    (Ignore, "kalendertage"),
    (ScheduledHours, "sollstunden|soll stunden|sollarbeitszeit|sollzeit|soll std|arbeitszeit|planstunden|vertragliche arbeitszeit"),
    (Headcount, "mitarbeiterzahl|anzahl mitarbeiter|mitarbeiteranzahl|beschäftigte|anzahl beschäftigte|mitarbeiter|vollzeitäquivalente|vzä"),
    (SpellCount, "krankheitsfälle|anzahl krankheitsfälle|au fälle|anzahl fälle|fälle"),
    (Employee, "personalnummer|personalnr|personal nr|pers nr|mitarbeiternummer|mitarbeiternr|mitarbeiter nr|mitarbeiter id"),
    (Employee, "mitarbeitername|name des mitarbeiters|sozialversicherungsnummer"),
    (Employee, "nachname|familienname"),
    (Employee, "vorname"),
    (Sex, "geschlecht|m/w|w/m|m/w/d"),
    (Age, "alter|altersgruppe|geburtsjahr|geburtsdatum"),
    (Unit, "einheit|orgeinheit|organisationseinheit"),
    (Unit, "abteilung|abteilungsname|bereich"),
    (Unit, "kostenstelle"),
    (Unit, "geschäftsbereich|standort|werk|gesellschaft|dezernat|amt"),
    (Rate, "krankenstand %|krankenstand in %|krankenquote|krankenquote %|krankenstandsquote|krankheitsquote|fehlzeitenquote|fehlzeitenquote %|fehlzeitquote"),
    (Ignore, "position|funktion|beruf|tätigkeit|bemerkung|anmerkung|wochentag|eintrittsdatum|attest"),
];

/// Words inside a longer heading; the first line that fits decides. `^` is the beginning and `$` the end of the heading, a bare
/// word or phrase stands between other words, `~` may also be a part of one.
#[rustfmt::skip] // a family, a line
pub(super) const INSIDE: &[(Meaning, &str)] = &[
    (Ignore, "eur|euro|nok|dkk|chf|usd|gbp"),
    (Ignore, "~frisk|~healthy|~anställningsdatum|~medelålder|~genomsnittsålder|~genomsnittlig ålder|average age|~yrke|~befattning|~veckoarbetstid|per vecka|weekly hours|hours per week"),
    (Ignore, "~ackum|ack|ytd|~hittills|hittil|~akkumul|~kumul|~rullande|rolling|~föregående|fg år"),
    (Employment, "~sysselsättningsgrad|~syssgrad|syss grad|ssg|~tjänstgöringsgrad|~anställningsgrad|employment rate"),
    (Age, "^ålder|åldersgrupp|åldersintervall|~födelseår|~födelsedatum|age|age group|~year of birth|~date of birth"),
    (Ignore, "~födelse|~ålder"),
    (Sex, "^kön|gender"),
    (Protection, "~högriskskydd|high risk protection"),
    (SpellStart, "~insjuknandedatum|~insjuknandedag|sjukfallets start|sjukfallets första dag|sjukfallets startdatum|first day of spell|spell start"),
    (SixtyShare, "~andel långtidssjuk|~andel av sjukfrånvaron 60|~andel 60|~andel dag 60|~varav 60|~varav dag 60|~varav långtidssjuk"),
    (From, "^from|from$|from datum|from dag|from date|startdatum|första dag|första frånvarodag|start date|first day"),
    (To, "tom|slutdatum|sista dag|sista frånvarodag|end date|last day"),
    (ScheduledHours, "~ordinarie|ord arb tid|ord arbetstid|~schema|~scheduled|~contracted"),
    (ActualPay, "~utgående lön|~utgående månadslön|~faktisk lön|~faktisk månadslön|~överenskommen lön|~överenskommen månadslön|actual salary|actual pay"),
    (MonthlyPay, "~månadslön|~grundlön|~medellön|monthly pay|monthly salary"),
    (Ignore, "~genomsnitt|~medelvärde|per anställd|per medarbetare|per person|per åa|per årsarbetare|per employee|varav|~andel av|average|mean|~kvinnor|~män$|women|men"),
    (Ignore, "~sjuklöneperiod|~kalenderdag|kal dgr|~calendar"),
    (Replacement, "~vikariekostnad|~ersättarkostnad|kostnad för vikarie|kostnad för vikarier|kostnader för vikarier|replacement cost"),
    (SickPay, "~sjuklön|sick pay"),
    (Cause, "~orsak|~frånvarotyp|~frånvarokod|~tidkod|reason|absence type|leave type"),
    (SpellCount, "~tillfällen|~sjukfall|number of spells"),
    (Headcount, "~antal anställ|~antal medarbetare|~headcount|number of employees|~årsarbetare"),
    (Employee, "~personnummer|~personnr|~anställningsn|anst nr|~anstnr|pnr|employee id|employee number|~employeeid"),
    (Extent, "~omfattning|~frånvarograd|~sjukskrivningsgrad|^grad|extent"),
    (Unit, "enhet|~enhetsnamn|avdelning|~arbetsplats|unit|department|~id description"),
    (Employee, "~namn$|name$|^namn|^name"),
    // Norwegian, Danish, German
    (Employee, "~ansattnummer|~ansattnr|~medarbejdernummer|~medarbejdernr|~fødselsnummer|cpr|~personalnummer|~personalnr|~personbeteckning|~navn$"),
    (Employment, "~stillingsprosent|~stillingsandel|~stillingsstørrelse|~beskæftigelsesgrad|~ansættelsesgrad|~beschäftigungsgrad|~teilzeitgrad"),
    (Age, "~aldersgruppe|~fødselsår|~fødselsdato|~altersgruppe|~geburtsjahr|~geburtsdatum"),
    (Ignore, "~egenmeldt|~legemeldt|~lægemeldt|~gjennomsnitt|~gennemsnit|~durchschnitt|per ansatt|pr ansatt|pr medarbejder|je mitarbeiter"),
    (Ignore, "~kvinner|~kvinder|~menn$|~mænd$|~frauen|~männer|~vorjahr|forrige år|~kalenderdager|~kalenderdage|~kalendertage"),
    (From, "fra dato|startdato|første dag|første fraværsdag|første sykedag|første sygedag|^von|von$|beginn$"),
    (To, "til dato|sluttdato|slutdato|siste dag|siste sykedag|sidste dag|sidste sygedag|^bis|bis$|ende$|enddatum"),
    (ScheduledHours, "~avtalt|~avtalte|~planlagt|~sollstunden|~sollarbeitszeit|~sollzeit"),
    (MonthlyPay, "~månedslønn|~månedsløn|~monatsgehalt|~monatslohn"),
    (SickPay, "~sykelønn|~sygeløn|~lohnfortzahlung|~entgeltfortzahlung"),
    (Cause, "~fraværstype|~fraværsårsak|~fraværsårsag|~fraværskode|~abwesenheitsart|~abwesenheitsgrund|~fehlzeitart|~fehlzeitgrund"),
    (SpellCount, "~tilfeller|~tilfælde|~krankheitsfälle"),
    (Headcount, "~antall ansatte|~antal ansatte|~antal medarbejdere|~årsverk|~årsværk|~anzahl mitarbeiter|~anzahl beschäftigte"),
    (Extent, "~sykmeldingsgrad|~sykemeldingsgrad|~sygemeldingsgrad|~fraværsgrad"),
    (Unit, "~avdeling|~afdeling|~abteilung|enhed|~orgeinheit"),
];

/// What makes absence short, long, or all of it, where ranges of days (`dag 1-14`, `15–90`) do not say so.
pub(super) const SHORT: &str = "~kort|~short|~kurz";
pub(super) const LONG: &str = "~lång|~long|langtid|~langtids|~langzeit";
pub(super) const TOTAL: &str =
    "~total|~sjukfrånvaro|~frånvaro|~sjuk|sick|~sickness|~absen|~summa|~fravær|~krank|~fehlzeit|~abwesen|~gesamt";

/// How many calendar days a row has.
pub(super) const CALENDAR_DAYS: &str = "~kalenderdag|kal dgr|kaldagar|~calendar days|~kalendertage";

/// What a text is about when it is about absence.
pub(super) const OF_ABSENCE: &str = "~sjuk|~frånvaro|~sick|~absen|~fravær|~krank|~fehl|~abwesen";

/// What it is measured in.
pub(super) const IN_RATE: &str = "%|~procent|~andel|rate|percent|pct|~prosent|prozent|~quote";
pub(super) const IN_HOURS: &str = "tim|~timmar|~timme|h|~hours|hrs|timer|~fraværstimer|std|~stunden";
pub(super) const IN_DAYS: &str = "~dagar|dgr|~days|~nettodag|~dager|~dage|~dagsverk|tage|~fehltage|~krankheitstage";

/// Units of measure that stand alone below a heading.
pub(super) const UNITS_OF_MEASURE: &str = "%|tim|timmar|h|hours|dagar|dgr|days|kr|tkr|mnkr|sek|antal|st|procent|datum|timer|dager|dage|prosent|antall|dato|std|stunden|tage|prozent|anzahl";

/// Months inside a longer heading, once it is no measure.
pub(super) const IN_MONTH: &str = "månad|~årmånad|month|måned|monat";

/// Headings of what is longer than a month.
pub(super) const QUARTERS: &str = "^kvartal$|^quarter$|^quartal$|^årkvartal$";
pub(super) const TERTIALS: &str = "^tertial$|^årtertial$";

/// What is meant for each month.
pub(super) const A_MONTH: &str = "per månad|per month|per måned|pr måned|pro monat";

/// Money in thousands or millions.
pub(super) const THOUSANDS: &str = "tkr|kkr|tsek|ksek|1000 kr|1000 tal kr|tusen kr|tusental kr|tusental kronor";
pub(super) const MILLIONS: &str = "mnkr|mkr|msek|miljoner kr|miljoner kronor|mio kr";

/// Per cent.
pub(super) const PER_CENT: &str = "%|~procent|percent|pct|~prosent|prozent";

/// The levels of an organisation, the lowest first: what the heading of a unit says of its level. A cost centre says nothing: it
/// may stand for any of them.
pub(super) const LEVELS: [&str; 3] = [
    "~enhet|~arbetsplats|arbetsställe|sektion|grupp|team|unit|unit name|workplace|~id description|~enhed|seksjon|gruppe|arbeidssted|arbejdssted|arbejdsplads|~einheit",
    "avdelning|~avdelningsnamn|verksamhet|department|~avdeling|~afdeling|~abteilung|bereich",
    "~förvaltning|organisation|organization|organisation name|område|verksamhetsområde|bolag|division|nämnd|sektor|direktion|affärsområde|~forvaltning|virksomhet|virksomhed|geschäftsbereich|standort",
];
/// Codes, which never stand in for the name of a unit.
pub(super) const CODES: &str = "kostnadsställe|kst|ansvar|kostnadssted|omkostningssted|kostenstelle|cost centre|cost center";

/// Words that make a heading one of birth, and of the day of it.
pub(super) const OF_BIRTH: &str = "~født|~fødsel|~geburt|~född|~födelse|~birth|dob";
pub(super) const DAY_OF_BIRTH: &str = "~fødselsdato|~geburtsdatum|~födelsedatum|~födelsedag|~date of birth|~birth date|~birthdate|dob";
