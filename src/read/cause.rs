//! Whether a cause is the person's own sickness.

use super::text::{fold, is_of_word};

/// Whose absence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// The person's own sickness.
    Sickness,
    /// Something else.
    Other,
    /// Nobody has told us.
    Unknown,
}

use Cause::{Other, Sickness};

/// Time codes of `PAXml` that stand for something else than own sickness, as whole cells: work, overtime, pay for awkward hours,
/// duty, travel, and absence for other reasons.
const OTHER_CODES: &str = "tid|arb|mer|öt1|öt2|öt3|öt4|öt5|ök1|ök2|ök3|ök4|ök5|ob1|ob2|ob3|ob4|ob5|jr1|jr2|jr3|be1|be2|be3|re1|re2|re3|\
    ski|hlg|flx|kom|utb|fac|mil|sve|när|nvp|pem|per|hav|fpe|pap|kon|atf|atk|sem|tjl|vab";

/// Words and what they mean, in Swedish and English, then in Norwegian, Danish and German; the first line that fits decides. A word
/// stands for itself, `word*` for any that begins with it, and words in a row for just that row.
#[rustfmt::skip] // a kind of absence, a line
const CAUSES: &[(Cause, &str)] = &[
    (Other, "vab|vård av|barn|sjukt barn|sick child|child|anhörig*|närstående*|relative|family"),
    (Other, "barns|børn*|pårørende*|omsorg*|kind krank*|kindkrank*|krankes kind|kindes|kinder*|angehörig*|pflegezeit"),
    (Other, "ej sjuk*|inte sjuk*|not sick|frisk*|ikke syk*|ikke syg*|nicht krank"),
    (Other, "semester*|sem|vacation|holiday*|annual leave|ledig*|tjänstledig*|tjl|leave of absence|unpaid leave"),
    (Other, "ferie*|permisjon*|orlov*|tjenestefri*|urlaub*|sonderurlaub|erholungsurlaub|bildungsurlaub|resturlaub"),
    (Other, "föräldra*|pappa*|mamma*|moderskap*|faderskap*|havandeskap*|gravid*|parental*|maternity|paternity|pregnan*"),
    (Other, "foreldre*|forældre*|barsel*|fødsel*|elternzeit|mutterschutz|schwanger*"),
    (Other, "komp|kompledig*|flex*|atf|atk|time off|compensatory|utbildning*|studie*|kurs*|training|education"),
    (Other, "avspaser*|afspadser*|utdanning*|uddannelse*|fleks*|velferd*|seniordag*|fortbildung*|weiterbildung*|gleitzeit*|überstund*|freizeitausgleich|dienstreise*"),
    (Other, "permission*|fackl*|union|militär*|plikt*|enskild*|strejk*|jury|streik*"),
    (Sickness, "sjuk|sjuka*|sjukd*|sjuke*|sjukf*|sjukl*|sjukn*|sjukp*|sjukr*|sjuks*|sjk*|karens*"),
    (Sickness, "arbetsskad*|arbetssjuk*|arbetsolyck*|olycksfall*|förebyggande sjuk*|rehab*|ask|smb|smitt*"),
    (Sickness, "sick|sick*|ill|illness|work injury|occupational injury|injury|disease"),
    (Sickness, "långtidssjuk*|korttidssjuk*|langtidssyk*|korttidssyk*|langtidssyg*|korttidssyg*|langzeitkrank*|langzeiterkrank*|kurzzeitkrank*"),
    (Sickness, "syk|syke|sykd*|sykef*|sykem*|sykel*|sykep*|sykm*|egenmeld*|legemeld*|yrkesskade*|yrkessyk*|arbeidsskade*|arbeidsulykke*"),
    (Sickness, "syg|syge|sygd*|sygef*|sygel*|sygem*|sygep*|arbejdsskade*|arbejdsulykke*"),
    (Sickness, "krank*|erkrank*|arbeitsunfähig*|au|arbeitsunfall*|wegeunfall*|berufskrank*|reha"),
];

/// What the cause is, by its words.
pub(super) fn of(text: &str) -> Cause {
    let text = fold(text);
    if OTHER_CODES.split('|').any(|code| code == text) {
        return Other;
    }
    let words: Vec<&str> = text.split(|char: char| !is_of_word(char)).filter(|word| !word.is_empty()).collect();
    let fits = |phrase: &str| {
        let length = phrase.split(' ').count();
        words.windows(length).any(|row| row.iter().zip(phrase.split(' ')).all(|(word, pattern)| is(word, pattern)))
    };
    CAUSES.iter().find(|(_, phrases)| phrases.split('|').any(fits)).map_or(Cause::Unknown, |&(cause, _)| cause)
}

fn is(word: &str, pattern: &str) -> bool {
    pattern.strip_suffix('*').map_or(word == pattern, |start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_told_apart_by_their_words() {
        for (text, expected) in [
            ("Sjuk", Sickness),
            ("SJUK", Sickness),
            ("Sjukdom", Sickness),
            ("Sjuk >14 dagar", Sickness),
            ("Sjuk med läkarintyg", Sickness),
            ("Sjuk utan läkarintyg", Sickness),
            ("sjukskriven 50 %", Sickness),
            ("Sjukskrivning", Sickness),
            ("Sjukfrånvaro, dag 15-", Sickness),
            ("Sjuklön", Sickness),
            ("Sjukpenning", Sickness),
            ("SJK", Sickness),
            ("SJK_KAR", Sickness),
            ("SJK_ERS", Sickness),
            ("SJK_PEN", Sickness),
            ("ASK", Sickness),
            ("SMB", Sickness),
            ("ÖT1", Other),
            ("NÄR", Other),
            ("fpe", Other),
            ("FR1", Cause::Unknown),
            ("Obetald tid", Cause::Unknown),
            ("SJK_LÖN", Sickness),
            ("Karensdag", Sickness),
            ("Arbetsskada", Sickness),
            ("Arbetssjukdom", Sickness),
            ("Olycksfall i arbetet", Sickness),
            ("ASK", Sickness),
            ("sick", Sickness),
            ("Sickness", Sickness),
            ("Sick leave", Sickness),
            ("Work injury", Sickness),
            ("101 Sjuk", Sickness),
            ("Sjukledighet", Sickness),
            ("Arbetsolycksfall", Sickness),
            ("Egenmelding", Sickness),
            ("Sykmeldt 100 %", Sickness),
            ("Sykemelding", Sickness),
            ("Yrkesskade", Sickness),
            ("Sygdom", Sickness),
            ("Delvis sygemeldt", Sickness),
            ("Krank mit Attest", Sickness),
            ("Arbeitsunfähig (AU)", Sickness),
            ("Krankheit", Sickness),
            ("Arbeitsunfall", Sickness),
            ("Sykt barn", Other),
            ("Barns 1. sygedag", Other),
            ("Kind krank", Other),
            ("Krankheit des Kindes", Other),
            ("Urlaub", Other),
            ("Ferie", Other),
            ("Barselsorlov", Other),
            ("Foreldrepermisjon", Other),
            ("Sykehusbesøk", Cause::Unknown),
            ("Arztbesuch", Cause::Unknown),
            ("VAB", Other),
            ("Vård av barn", Other),
            ("Vård av sjukt barn", Other),
            ("Tillf. vård av barn", Other),
            ("Sick child", Other),
            ("Semester", Other),
            ("Semesterledig", Other),
            ("Tjänstledig utan lön", Other),
            ("TJL", Other),
            ("Föräldraledig", Other),
            ("Närståendevård", Other),
            ("Vård av sjuk närstående", Other),
            ("Komp", Other),
            ("Kompledighet", Other),
            ("Utbildning", Other),
            ("Parental leave", Other),
            ("Vacation", Other),
            ("Friskvård", Other),
            ("Sjukvårdsbesök", Cause::Unknown),
            ("Läkarbesök", Cause::Unknown),
            ("Övrigt", Cause::Unknown),
            ("26", Cause::Unknown),
            ("Leave", Cause::Unknown),
            ("", Cause::Unknown),
        ] {
            assert_eq!(of(text), expected, "{text:?}");
        }
    }
}
