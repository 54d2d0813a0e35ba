//! The headings we know, as data: one line per family. Whoever meets a new heading adds it here.

use super::Meaning;
use Meaning::{
    Cause, Date, Days, Employee, Extent, From, Headcount, Hours, Ignore, Month, MonthOfYear, MonthlyPay, Rate, ScheduledHours, ShortDays,
    SickPay, SpellCount, To, Unit, Year,
};

/// Whole headings, the better family of a meaning first. Case, blanks and signs other than `%` do not count: `fr.o.m.` is `From`
/// is `FR O M`. An `Ignore` is known to be of no use here.
#[rustfmt::skip] // a family, a line
pub(super) const WHOLE: &[(Meaning, &str)] = &[
    (From, "fr.o.m.|from|från|från och med|frånvaro fr|frånvaro from|sjuk from|sjukfrånvaro from|datum from|from datum|från datum|datum från"),
    (From, "startdatum|frånvarostart|första dag|första frånvarodag|första sjukdag|sjukfall start|start|start date|from date|date from|first day|begin"),
    (To, "t.o.m.|till|till och med|frånvaro till|frånvaro tom|sjuk tom|sjukfrånvaro tom|datum tom|tom datum|till datum|datum till"),
    (To, "slutdatum|frånvaroslut|sista dag|sista frånvarodag|sista sjukdag|sjukfall slut|slut|end|end date|to|to date|date to|last day|until"),
    (Date, "datum|frånvarodatum|sjukdatum|frånvarodag|date|absence date"),
    (Extent, "omfattning|omfattning i %|omfattning %|omf|omf %|frånvaro omfattning|sjukskrivningsgrad|frånvarograd|frånvarograd %|extent|extent %"),
    (Extent, "grad|procent|%|frånvaroprocent|percent|percentage|fte"),
    (Cause, "orsak|frånvaroorsak|frånvaroorsak text|frånvarotyp|frånvaroart|frånvarotext|typ av frånvaro|reason|absence reason|absence type|leave type|cause"),
    (Cause, "frånvarokod|orsakskod|tidkod|art|löneart|lönearttext|typ|type|code"),
    (MonthlyPay, "månadslön|månadslön kr|lön|lön per månad|grundlön|fast lön|heltidslön|medellön|genomsnittlig månadslön|monthly pay|monthly salary|salary|pay"),
    (SickPay, "sjuklön|sjuklön kr|sjuklönekostnad|sjuklönekostnader|sjuklönekostnad kr|utbetald sjuklön|kostnad sjuklön|sick pay|sick pay cost"),
    (SickPay, "belopp|belopp kr|amount"),
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
    (Unit, "enhet|enhetsnamn|enhet namn|enhetens namn|arbetsplats|arbetsställe|sektion|grupp|team|unit|unit name|workplace|A5_Id_Description"),
    (Unit, "avdelning|avdelningsnamn|verksamhet|department|division"),
    (Unit, "förvaltning|organisation|organisationsenhet|org.enhet|kostnadsställe|kst|ansvar|område|verksamhetsområde|bolag|organisation name|organization|cost centre"),
    (Rate, "sjukfrånvaro %|sjukfrånvaro i %|frånvaro %|frånvaro i %|sjuk %|total %|totalt %|sjuktal|sick rate|absence rate|absence %|sickness %"),
    (Ignore, "kön|k/m|man/kvinna|sex|gender|ålder|åldersgrupp|åldersintervall|födelseår|födelsedatum|age|age group|birth year|A5_id|enhetskod|enhetsnr"),
    (Ignore, "befattning|befattningskod|BefattningskodText|yrke|yrkesgrupp|titel|anställningsform|sysselsättningsgrad|syss.grad|tjänstgöringsgrad"),
    (Ignore, "kommentar|anmärkning|notering|comment|note|rad|radnr|veckodag|weekday|utskriftsdatum|anställningsdatum|läkarintyg"),
];

/// Words inside a longer heading; the first line that fits decides. `^` is the beginning and `$` the end of the heading, a bare
/// word or phrase stands between other words, `~` may also be a part of one.
#[rustfmt::skip] // a family, a line
pub(super) const INSIDE: &[(Meaning, &str)] = &[
    (Ignore, "~frisk|~healthy|~sysselsättningsgrad|~tjänstgöringsgrad|~anställningsdatum|~födelse|~ålder|age|^kön|~yrke|~befattning"),
    (From, "^from|from$|from datum|from dag|from date|startdatum|första dag|första frånvarodag|start date|first day"),
    (To, "tom|slutdatum|sista dag|sista frånvarodag|end date|last day"),
    (ScheduledHours, "~ordinarie|ord arb tid|ord arbetstid|~schema|~scheduled|~contracted"),
    (MonthlyPay, "~månadslön|~grundlön|~medellön|monthly pay|monthly salary"),
    (Ignore, "~genomsnitt|~medelvärde|per anställd|per medarbetare|per person|per åa|per årsarbetare|per employee|varav|~ackum|ack|ytd|~hittills|~rullande|rolling|~föregående|fg år|~andel av|average|mean|~kvinnor|~män$|women|men"),
    (Ignore, "~sjuklöneperiod|~kalenderdag|kal dgr|~calendar"),
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
