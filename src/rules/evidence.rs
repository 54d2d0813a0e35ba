//! What others have found, to start from: each with its source, its interval where one was published, and also where nothing was found.
//! All of them are derived from what was published: nobody prints the effect as it is asked for here.

/// What a value may be: the one that is taken, and what it may be at the lowest and highest. `None` where nobody has said.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Estimate {
    /// The lowest.
    pub low: Option<f64>,
    /// The one that is taken.
    pub base: Option<f64>,
    /// The highest.
    pub high: Option<f64>,
}

const fn only(base: f64) -> Estimate {
    Estimate { low: None, base: Some(base), high: None }
}

/// A published finding as an effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Card {
    /// Its name; who it was about and what to bear in mind stand under `card.` in the catalogue.
    pub id: &'static str,
    /// Where it was published.
    pub source: &'static str,
    /// On short absence: by how many per cent of today's, or net days per employee and year, it falls.
    pub short: Estimate,
    /// On long absence.
    pub long: Estimate,
    /// Whether the effects are net days per employee and year.
    pub in_days: bool,
    /// Whether low and high bound a published 95 % interval.
    pub interval: bool,
    /// Whether an effect was found that would be one to count on.
    pub found: bool,
}

/// Region Norrbotten's pilot had 2.2 fewer net days, 13.6 %; the report does not print them by short and long. Outside its target groups
/// 0.6 fewer net days cost 1 100 kr more, as long absence fell and short rose. By Försäkringskassan's model with the pilot's inputs (a test
/// works it out) that is 1.05 short days more and 1.65 long ones fewer.
const OUTSIDE: (f64, f64) = (-1.05, 1.65);

/// Örnsköldsvik saved 0.82 short days per employee in sixteen months: so many a year.
const A_YEAR: f64 = 0.82 / 16.0 * 12.0;

/// The odds ratio of not being on sick leave, 0.73 (0.28–1.91), as a change of the share that is on sick leave, which was 8 of 56 in the
/// group that it is compared with: the odds of sick leave are its inverse, and with the odds goes the share.
const REKO: [f64; 3] = [share_less(1.0 / 0.28), share_less(1.0 / 0.73), share_less(1.0 / 1.91)];

/// By how many per cent a share of 8 of 56 becomes less when its odds are multiplied.
const fn share_less(odds_ratio: f64) -> f64 {
    let share = 8.0 / 56.0;
    (1.0 - odds_ratio / (1.0 - share + share * odds_ratio)) * 100.0
}

/// All cards.
pub static CARDS: [Card; 4] = [
    Card {
        id: "ornskoldsvik",
        source: "Örnsköldsviks kommun, utvärdering 2018–2021",
        short: only(A_YEAR),
        long: Estimate { low: None, base: None, high: None },
        in_days: true,
        interval: false,
        found: true,
    },
    Card {
        id: "norrbotten",
        source: "Region Norrbotten, pilot 2018–2019",
        short: only(13.6),
        long: only(13.6),
        in_days: false,
        interval: false,
        found: true,
    },
    Card {
        id: "norrbotten_outside",
        source: "Region Norrbotten, pilot 2018–2019",
        short: only(OUTSIDE.0),
        long: only(OUTSIDE.1),
        in_days: true,
        interval: false,
        found: false,
    },
    Card {
        id: "reko",
        source: "REKO, Uppsala, randomiserad studie (n = 157)",
        short: Estimate { low: None, base: None, high: None },
        long: Estimate { low: Some(REKO[0]), base: Some(REKO[1]), high: Some(REKO[2]) },
        in_days: false,
        interval: true,
        found: false,
    },
];
