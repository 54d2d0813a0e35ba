//! Small groups: what of a division of people may be shown (lag 2018:597, 11 kap. 6 §: a group of at most ten is not shown, nor one
//! that can be told by subtraction).

/// Whether a part may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// It is.
    Yes,
    /// Too few people.
    Small,
    /// With it a small group could be told by subtraction.
    Subtraction,
    /// Its size is not known.
    Unknown,
}

impl Shown {
    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "shown",
            Self::Small => "small",
            Self::Subtraction => "subtraction",
            Self::Unknown => "unknown",
        }
    }
}

/// Fewer people than this are nobody: head counts that are averages over months are no whole numbers.
const NOBODY: f64 = 1e-6;

/// Whether there are so few people that they may not be shown, but some.
#[must_use]
pub fn is_small(people: f64, limit: f64) -> bool {
    people > NOBODY && people <= limit
}

/// Which parts of a division may be shown, the whole being public.
///
/// A part of at most `limit` people is hidden; one of nobody is nothing to hide. Whoever subtracts what is shown from the whole learns
/// of everyone hidden as one group: while that is a small group, or holds a small part and no other one that is known, the smallest of
/// the parts still shown is hidden as well. A part of unknown size is never shown and protects none; `rest` are the people known to
/// belong to no part, who are never shown and protect. Without a size of the whole, those of unknown size are not counted on.
///
/// Two divisions of the same whole, by sex and by age, are each judged by itself: they share nothing but the whole, so no difference
/// of the one gives a part of the other.
#[must_use]
pub fn suppress(whole: Option<f64>, parts: &[Option<f64>], rest: f64, limit: f64) -> Vec<Shown> {
    if whole.is_some_and(|whole| is_small(whole, limit)) {
        return parts.iter().map(|size| if size.is_some() { Shown::Small } else { Shown::Unknown }).collect();
    }
    let alone = |size: &Option<f64>| match size {
        Some(size) if is_small(*size, limit) => Shown::Small,
        Some(_) => Shown::Yes,
        None => Shown::Unknown,
    };
    let mut shown: Vec<Shown> = parts.iter().map(alone).collect();
    while could_be_told(whole, parts, rest, limit, &shown) {
        let Some(smallest) = smallest_shown(parts, &shown) else { break };
        shown[smallest] = Shown::Subtraction;
    }
    shown
}

/// Whether subtraction tells of a small group.
fn could_be_told(whole: Option<f64>, parts: &[Option<f64>], rest: f64, limit: f64, shown: &[Shown]) -> bool {
    let (mut hidden, mut hidden_parts, mut shown_people) = (rest, u32::from(rest > NOBODY), 0.0);
    let (mut any_small, mut any_unknown) = (is_small(rest, limit), false);
    for (size, shown) in parts.iter().zip(shown) {
        match size {
            Some(size) if *shown == Shown::Yes => shown_people += size,
            Some(size) => {
                hidden += size;
                hidden_parts += u32::from(*size > NOBODY);
                any_small |= *shown == Shown::Small;
            }
            None => any_unknown = true,
        }
    }
    // Of unknown parts the whole tells; where they are known, so do they, unless the whole holds still others.
    let left = whole.map_or(0.0, |whole| whole - shown_people);
    let hidden = if any_unknown || hidden <= NOBODY { left.max(hidden) } else { hidden };
    (any_unknown || hidden > NOBODY) && (hidden <= limit || any_small && hidden_parts < 2)
}

fn smallest_shown(parts: &[Option<f64>], shown: &[Shown]) -> Option<usize> {
    let mut smallest: Option<(usize, f64)> = None;
    for (index, (size, shown)) in parts.iter().zip(shown).enumerate() {
        let Some(size) = size.filter(|size| *shown == Shown::Yes && *size > NOBODY) else { continue };
        if smallest.is_none_or(|(_, least)| size < least) {
            smallest = Some((index, size));
        }
    }
    smallest.map(|(index, _)| index)
}
