//! The headings we know, as data: one line per family. Whoever meets a new heading adds it here.

use super::Meaning;
use Meaning::{
    ActualPay, Age, Cause, Date, Days, Employee, Employment, Extent, From, Headcount, Hours, Ignore, Month, MonthOfYear, MonthlyPay,
    Protection, Rate, Replacement, ScheduledHours, Sex, ShortDays, SickPay, SixtyShare, SpellCount, SpellStart, To, Unit, Year,
};

/// Whole headings, the better family of a meaning first. Case, blanks and signs other than `%` do not count: `fr.o.m.` is `From`
/// is `FR O M`. An `Ignore` is known to be of no use here.
#[rustfmt::skip] // a family, a line
pub(super) const WHOLE: &[(Meaning, &str)] = &[
    (From, "fr.o.m.|from|från|från och med|frånvaro fr|frånvaro from|sjuk from|sjukfrånvaro from|datum from|from datum|från datum|datum från"),
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
    (Cause, "orsak|frånvaroorsak|frånvaroorsak text|frånvarotyp|frånvaroart|frånvarotext|typ av frånvaro|reason|absence reason|absence type|leave type|cause"),
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
    (Hours, "timmar|antal timmar|tim|sjuktimmar|sjuktim|antal sjuktimmar|sjukfrånvarotimmar|frånvarotimmar|frånvarotid|hours|sick hours|absence hours"),
    (ShortDays, "sjuklönedagar"),
    (Days, "nettodagar|sjukdagar|antal sjukdagar|antal dagar|dagar|net days|sick days|days"),
    (Days, "arbetsdagar|frånvarodagar|arb.dgr|working days|absence days"),
    (Ignore, "kalenderdagar|kal.dgr|kaldagar|antal kalenderdagar|calendar days"),
    (ScheduledHours, "ordinarie arbetstid|ord arb tid|ord arbetstid|ordinarie tid|ordinarie timmar|schematid|schemalagd tid|schemalagda timmar"),
    (ScheduledHours, "arbetstid|avtalad tid|planerad tid|scheduled hours|contracted hours|ordinary hours|planned hours"),
    (Headcount, "antal anställda|antal anställningar|anställda|antal medarbetare|antal personer|medarbetare|headcount|employees|number of employees"),
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
    (Unit, "avdelning|avdelningsnamn|verksamhet|department"),
    (Unit, "organisationsenhet|org.enhet|kostnadsställe|kst|ansvar|cost centre|cost center"),
    (Unit, "förvaltning|förvaltningsnamn|organisation|område|verksamhetsområde|bolag|division|nämnd|sektor|direktion|affärsområde|organisation name|organization"),
    (Unit, "organisationsnivå|nivå 1|nivå 2|nivå 3|organisationsnivå 1|organisationsnivå 2|organisationsnivå 3|organisation nivå 1|organisation nivå 2|organisation nivå 3"),
    (Rate, "sjukfrånvaro %|sjukfrånvaro i %|frånvaro %|frånvaro i %|sjuk %|total %|totalt %|sjuktal|sick rate|absence rate|absence %|sickness %"),
    (SixtyShare, "andel långtidssjukfrånvaro|andel långtidssjukfrånvaro %|andel långtidsfrånvaro|andel långtidsfrånvaro %|långtidssjukfrånvaro av total|share of long-term absence"),
    (SixtyShare, "andel 60 dagar eller mer|andel 60 dagar eller mer %|andel av sjukfrånvaron 60-|andel av sjukfrånvaron 60- %|share 60 days or more|share 60 days or more %"),
    (Ignore, "A5_id|enhetskod|enhetsnr|befattning|befattningskod|BefattningskodText|yrke|yrkesgrupp|titel|anställningsform"),
    (Ignore, "kommentar|anmärkning|notering|comment|note|rad|radnr|veckodag|weekday|utskriftsdatum|anställningsdatum|läkarintyg"),
];

/// Words inside a longer heading; the first line that fits decides. `^` is the beginning and `$` the end of the heading, a bare
/// word or phrase stands between other words, `~` may also be a part of one.
#[rustfmt::skip] // a family, a line
pub(super) const INSIDE: &[(Meaning, &str)] = &[
    (Ignore, "~frisk|~healthy|~anställningsdatum|~medelålder|~genomsnittsålder|~genomsnittlig ålder|average age|~yrke|~befattning|~veckoarbetstid|per vecka|weekly hours|hours per week"),
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
    (Ignore, "~genomsnitt|~medelvärde|per anställd|per medarbetare|per person|per åa|per årsarbetare|per employee|varav|~ackum|ack|ytd|~hittills|~rullande|rolling|~föregående|fg år|~andel av|average|mean|~kvinnor|~män$|women|men"),
    (Ignore, "~sjuklöneperiod|~kalenderdag|kal dgr|~calendar"),
    (Replacement, "~vikariekostnad|~ersättarkostnad|kostnad för vikarie|kostnad för vikarier|kostnader för vikarier|replacement cost"),
    (SickPay, "~sjuklön|sick pay"),
    (Cause, "~orsak|~frånvarotyp|~frånvarokod|~tidkod|reason|absence type|leave type"),
    (SpellCount, "~tillfällen|~sjukfall|number of spells"),
    (Headcount, "~antal anställ|~antal medarbetare|~headcount|number of employees|~årsarbetare"),
    (Employee, "~personnummer|~personnr|~anställningsn|anst nr|~anstnr|pnr|employee id|employee number|~employeeid"),
    (Extent, "~omfattning|~frånvarograd|~sjukskrivningsgrad|extent"),
    (Unit, "enhet|~enhetsnamn|avdelning|~arbetsplats|unit|department|~id description"),
    (Employee, "~namn$|name$|^namn|^name"),
];

/// What makes absence short, long, or all of it, where ranges of days (`dag 1-14`, `15–90`) do not say so.
pub(super) const SHORT: &str = "~kort|~short";
pub(super) const LONG: &str = "~lång|~long";
pub(super) const TOTAL: &str = "~total|~sjukfrånvaro|~frånvaro|~sjuk|sick|~sickness|~absen|~summa";

/// What it is measured in.
pub(super) const IN_RATE: &str = "%|~procent|~andel|rate|percent|pct";
pub(super) const IN_HOURS: &str = "tim|~timmar|~timme|h|~hours|hrs";
pub(super) const IN_DAYS: &str = "~dagar|dgr|~days|~nettodag";

/// Months inside a longer heading, once it is no measure.
pub(super) const IN_MONTH: &str = "månad|~årmånad|month";

/// Money in thousands or millions.
pub(super) const THOUSANDS: &str = "tkr|kkr";
pub(super) const MILLIONS: &str = "mnkr|mkr";

/// The levels of an organisation, the lowest first: what the heading of a unit says of its level. A cost centre says nothing: it
/// may stand for any of them.
pub(super) const LEVELS: [&str; 3] = [
    "~enhet|~arbetsplats|arbetsställe|sektion|grupp|team|unit|unit name|workplace|~id description",
    "avdelning|~avdelningsnamn|verksamhet|department",
    "~förvaltning|organisation|organization|organisation name|område|verksamhetsområde|bolag|division|nämnd|sektor|direktion|affärsområde",
];
/// Codes, which never stand in for the name of a unit.
pub(super) const CODES: &str = "kostnadsställe|kst|ansvar|cost centre|cost center";

/// Words that make a heading one of birth, and of the day of it.
pub(super) const OF_BIRTH: &str = "~född|~födelse|~birth|dob";
pub(super) const DAY_OF_BIRTH: &str = "~födelsedatum|~födelsedag|~date of birth|~birth date|~birthdate|dob";
