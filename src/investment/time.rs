//! When an investment takes effect, and what a krona of a later year is worth today.

/// How an effect comes and goes, in months. Before it begins it is nothing; then it grows evenly, lasts, and fades evenly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Profile {
    /// Until it begins.
    pub delay: f64,
    /// From its beginning until it is full.
    pub ramp: f64,
    /// How long it is full; infinite when it lasts.
    pub duration: f64,
    /// From then on until nothing is left of it.
    pub fading: f64,
}

impl Default for Profile {
    /// Full from the first day, and for good.
    fn default() -> Self {
        Self { delay: 0.0, ramp: 0.0, duration: f64::INFINITY, fading: 0.0 }
    }
}

impl Profile {
    /// Months of full effect that have come so many months after the start: the area beneath the profile.
    ///
    /// ```
    /// use barkraft::investment::Profile;
    /// let profile = Profile { delay: 2.0, ramp: 4.0, duration: 6.0, fading: 2.0 };
    /// assert_eq!(profile.reached(2.0), 0.0);
    /// assert_eq!(profile.reached(6.0), 2.0); // half of the four months in which it grew
    /// assert_eq!(profile.reached(12.0), 8.0);
    /// assert_eq!(profile.reached(99.0), 9.0); // and half of the two in which it faded
    /// ```
    #[must_use]
    pub fn reached(&self, month: f64) -> f64 {
        let since = (month - self.delay).max(0.0);
        let growing = since.min(self.ramp);
        let grown = if self.ramp > 0.0 { growing * growing / (2.0 * self.ramp) } else { 0.0 };
        let full = (since - self.ramp).max(0.0).min(self.duration);
        let fading = (since - self.ramp - self.duration).max(0.0).min(self.fading);
        let faded = if self.fading > 0.0 { fading - fading * fading / (2.0 * self.fading) } else { 0.0 };
        grown + full + faded
    }

    /// Whether the effect is full from the start and lasts so long.
    #[must_use]
    pub fn is_full(&self, months: f64) -> bool {
        self.delay <= 0.0 && self.ramp <= 0.0 && self.duration >= months
    }
}

/// The months that are looked at, and the discount rate. Money of the first year counts in full, that of the second is discounted by a
/// year, and so on: within a year nothing is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clock {
    /// Months within which the investment must carry itself; whole, and above 0.
    pub horizon: f64,
    /// Discount rate a year, as a share.
    pub discount: f64,
}

/// A year of the time that is looked at, counted from the start of the investment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Year {
    /// 1, 2, 3 …
    pub number: i16,
    /// Months after the start at which it begins.
    pub from: f64,
    /// Months after the start at which it ends, or the horizon.
    pub to: f64,
    /// What a krona of it is worth today.
    pub factor: f64,
}

/// Months of a year.
pub(super) const YEAR: f64 = 12.0;

impl Clock {
    /// The years up to the horizon.
    ///
    /// ```
    /// let clock = barkraft::investment::Clock { horizon: 18.0, discount: 0.25 };
    /// let factors: Vec<(f64, f64)> = clock.years().map(|year| (year.to, year.factor)).collect();
    /// assert_eq!(factors, [(12.0, 1.0), (18.0, 0.8)]);
    /// ```
    pub fn years(self) -> impl Iterator<Item = Year> {
        let mut next = Year { number: 1, from: 0.0, to: YEAR.min(self.horizon), factor: 1.0 };
        std::iter::from_fn(move || {
            let year = next;
            next = Year {
                number: year.number.saturating_add(1),
                from: year.from + YEAR,
                to: (year.from + 2.0 * YEAR).min(self.horizon),
                factor: year.factor / (1.0 + self.discount),
            };
            (year.from < self.horizon).then_some(year)
        })
    }

    /// Whether every krona counts in full.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.discount == 0.0 || self.horizon <= YEAR
    }

    /// Months at full effect up to the horizon, each worth what its year is worth today.
    #[must_use]
    pub fn months_of_effect(&self, profile: &Profile) -> f64 {
        self.years().map(|year| (profile.reached(year.to) - profile.reached(year.from)) * year.factor).fold(0.0, |sum, part| sum + part)
    }
}
