//! The outcome contract (*socialt utfallskontrakt*): a buyer and a provider share what an investment costs and what it gives.
//!
//! The provider's price is its share of the whole investment. Of the price the activity payment, `(1 − risk) × price`, is due
//! whatever happens. The outcome payment is `risk × share` of what the saved days are worth: never below 0, just `risk × price`
//! where the investment as a whole breaks even, and at most `(risk + premium) × price`. The rest of the investment is the buyer's own.

mod points;

pub use points::Mark;

use crate::figure::{Figure, Form, Kind, Ledger, Operand, Silent, Step, Steps, Unit};
use crate::quantity::{NetDays, Sek, Share};

/// What buyer and provider have agreed on.
///
/// ```
/// use barkraft::investment::contract::{BreakEven, Contract, Party};
/// use barkraft::quantity::{NetDays, Sek, Share};
///
/// // The provider delivers half of an investment of a million, and stakes 40 % of its price on days worth 2 000 kr.
/// let contract = Contract {
///     whole_cost: Sek(1_000_000.0),
///     share: Share(0.5),
///     own_cost: None,
///     risk: Share(0.4),
///     premium: Share(0.2),
///     value: Sek(2_000.0),
///     split: None,
/// };
/// // The whole breaks even at 500 days: then the provider has been paid its price.
/// let point = contract.at(NetDays(500.0));
/// assert_eq!((point.activity, point.outcome), (Sek(300_000.0), Sek(200_000.0)));
/// assert_eq!(contract.break_even(Party::Provider), BreakEven::At(NetDays(500.0)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contract {
    /// What the whole investment costs.
    pub whole_cost: Sek,
    /// The provider's share of it, which is its price.
    pub share: Share,
    /// What it costs the provider to deliver; its price where nothing else is said.
    pub own_cost: Option<Sek>,
    /// The risk level: the share of the price that depends on the outcome.
    pub risk: Share,
    /// What the outcome payment may exceed that by, as a share of the price.
    pub premium: Share,
    /// What a saved net day is worth.
    pub value: Sek,
    /// The provider's part of each saved krona; by the rule where nothing else is said.
    pub split: Option<Share>,
}

/// Whose result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// Who pays, and keeps what is saved.
    Buyer,
    /// Who delivers, and is paid.
    Provider,
    /// Both together: what passes between them is left out.
    Whole,
}

impl Party {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Buyer, Self::Provider, Self::Whole];
}

/// How many days must be saved for a result not to be a loss.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BreakEven {
    /// So many.
    At(NetDays),
    /// No loss, however few they are.
    Always,
    /// A loss, however many they are.
    Never,
}

/// What the contract gives at so many saved days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Net days saved over the contract's time; negative where absence has grown.
    pub days: NetDays,
    /// Paid whatever happens.
    pub activity: Sek,
    /// Paid by the outcome.
    pub outcome: Sek,
    /// The buyer's result.
    pub buyer: Sek,
    /// The provider's result.
    pub provider: Sek,
    /// The result of both together.
    pub whole: Sek,
}

/// An answer that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// The provider's price.
    Price,
    /// The activity payment.
    Activity,
    /// The most that the outcome payment can be.
    HighestOutcome,
    /// Saved days at which it is that.
    CapDays,
    /// Saved days at which a party breaks even.
    BreakEven(Party),
    /// The outcome payment at the days expected.
    Outcome,
    /// A party's result at the days expected.
    Result(Party),
}

impl Term {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Price,
        Self::Activity,
        Self::HighestOutcome,
        Self::CapDays,
        Self::BreakEven(Party::Buyer),
        Self::BreakEven(Party::Provider),
        Self::BreakEven(Party::Whole),
        Self::Outcome,
        Self::Result(Party::Buyer),
        Self::Result(Party::Provider),
        Self::Result(Party::Whole),
    ];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Price => "contract_price",
            Self::Activity => "contract_activity_payment",
            Self::HighestOutcome => "contract_highest_outcome",
            Self::CapDays => "contract_cap_days",
            Self::BreakEven(Party::Buyer) => "contract_buyer_break_even",
            Self::BreakEven(Party::Provider) => "contract_provider_break_even",
            Self::BreakEven(Party::Whole) => "contract_whole_break_even",
            Self::Outcome => "contract_outcome_payment",
            Self::Result(Party::Buyer) => "contract_buyer_result",
            Self::Result(Party::Provider) => "contract_provider_result",
            Self::Result(Party::Whole) => "contract_whole_result",
        }
    }

    /// What it is counted in.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::CapDays | Self::BreakEven(_) => Unit::NetDays,
            _ => Unit::Sek,
        }
    }
}

/// Amounts and days are compared with room for rounding: a billionth of them.
const ROUNDING: f64 = 1e-9;

fn kronor(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::Sek)
}

fn percent(id: &'static str, share: Share) -> Operand {
    Operand::new(id, share.as_percent(), Unit::Percent)
}

impl Contract {
    /// What it gives at so many saved days.
    #[must_use]
    pub fn at(&self, days: NetDays) -> Point {
        let result = |party| Sek(self.result(party, days, &mut Silent));
        Point {
            days,
            activity: Sek(self.activity(&mut Silent)),
            outcome: Sek(self.outcome(days, &mut Silent)),
            buyer: result(Party::Buyer),
            provider: result(Party::Provider),
            whole: result(Party::Whole),
        }
    }

    /// The provider's price.
    #[must_use]
    pub fn provider_price(&self) -> Sek {
        Sek(self.price(&mut Silent))
    }

    /// What it costs the provider to deliver.
    #[must_use]
    pub fn provider_cost(&self) -> Sek {
        self.own_cost.unwrap_or_else(|| self.provider_price())
    }

    /// The provider's part of each saved krona.
    #[must_use]
    pub fn provider_split(&self) -> Share {
        Share::percent(self.split(&mut Silent))
    }

    /// The most that the outcome payment can be.
    #[must_use]
    pub fn highest_outcome(&self) -> Sek {
        Sek(self.highest(&mut Silent))
    }

    /// Saved days at which the outcome payment reaches its cap; `None` where no number of days moves it.
    #[must_use]
    pub fn cap_days(&self) -> Option<NetDays> {
        self.days_to_cap(&mut Silent).filter(|days| days.is_finite()).map(NetDays)
    }

    /// How many days must be saved for a party not to lose by it.
    #[must_use]
    pub fn break_even(&self, party: Party) -> BreakEven {
        match self.days_to_break_even(party, &mut Silent) {
            BreakEven::At(days) if !days.0.is_finite() => BreakEven::Never,
            found => found,
        }
    }

    /// An answer with its steps; what rests on the days expected, only where they are known.
    #[must_use]
    pub fn explain(&self, term: Term, expected: Option<NetDays>) -> Figure {
        let mut steps = Steps::default();
        let found = match term {
            Term::Price => Some(self.price(&mut steps)),
            Term::Activity => Some(self.activity(&mut steps)),
            Term::HighestOutcome => Some(self.highest(&mut steps)),
            Term::CapDays => self.days_to_cap(&mut steps),
            Term::BreakEven(party) => match self.days_to_break_even(party, &mut steps) {
                BreakEven::At(days) => Some(days.0),
                BreakEven::Always | BreakEven::Never => None,
            },
            Term::Outcome => expected.map(|days| self.outcome(days, &mut steps)),
            Term::Result(party) => expected.map(|days| self.result(party, days, &mut steps)),
        };
        match found.filter(|value| value.is_finite()) {
            Some(_) => Figure::new(term.id(), term.unit(), Kind::Estimated, once(steps.0)),
            None if expected.is_none() && matches!(term, Term::Outcome | Term::Result(_)) => {
                Figure::missing(term.id(), term.unit(), Kind::Estimated, vec!["contract_days_saved"])
            }
            None => Figure::missing(term.id(), term.unit(), Kind::Estimated, Vec::new()),
        }
    }

    /// The provider's price, kronor.
    fn price(&self, ledger: &mut dyn Ledger) -> f64 {
        let whole = kronor("contract_whole_cost", self.whole_cost.0);
        ledger.product("contract_price", Unit::Sek, &[whole, percent("contract_provider_share", self.share)])
    }

    fn activity(&self, ledger: &mut dyn Ledger) -> f64 {
        let price = self.price(ledger);
        let whole = percent("contract_whole_price", Share::WHOLE);
        let safe = ledger.sum("contract_safe_share", Unit::Percent, &[whole, percent("contract_risk", self.risk).minus()]);
        let safe = Operand::new("contract_safe_share", safe, Unit::Percent);
        ledger.product("contract_activity_payment", Unit::Sek, &[kronor("contract_price", price), safe])
    }

    fn highest(&self, ledger: &mut dyn Ledger) -> f64 {
        let price = self.price(ledger);
        let parts = [percent("contract_risk", self.risk), percent("contract_premium", self.premium)];
        let share = ledger.sum("contract_highest_share", Unit::Percent, &parts);
        let share = Operand::new("contract_highest_share", share, Unit::Percent);
        ledger.product("contract_highest_outcome", Unit::Sek, &[kronor("contract_price", price), share])
    }

    /// The provider's part of each saved krona, per cent.
    fn split(&self, ledger: &mut dyn Ledger) -> f64 {
        let parts = [percent("contract_risk", self.risk), percent("contract_provider_share", self.share)];
        self.split.map_or_else(|| ledger.product("contract_split", Unit::Percent, &parts), Share::as_percent)
    }

    fn outcome(&self, days: NetDays, ledger: &mut dyn Ledger) -> f64 {
        let split = Operand::new("contract_split", self.split(ledger), Unit::Percent);
        let highest = self.highest(ledger);
        let earned = ledger.product(
            "contract_earned",
            Unit::Sek,
            &[Operand::new("contract_days_saved", days.0, Unit::NetDays), self.a_day(), split],
        );
        let parts = [kronor("contract_earned", earned), kronor("nothing", 0.0)];
        let earned = ledger.note("contract_earned_at_least", Unit::Sek, Form::Greatest, &parts);
        let parts = [kronor("contract_earned_at_least", earned), kronor("contract_highest_outcome", highest)];
        ledger.note("contract_outcome_payment", Unit::Sek, Form::Least, &parts)
    }

    fn a_day(&self) -> Operand {
        Operand::new("contract_value_per_day", self.value.0, Unit::SekPerDay)
    }

    /// What the buyer pays of the investment by itself, beside the provider's price.
    fn beside(&self, ledger: &mut dyn Ledger) -> f64 {
        let price = self.price(ledger);
        let parts = [kronor("contract_whole_cost", self.whole_cost.0), kronor("contract_price", price).minus()];
        ledger.sum("contract_beside", Unit::Sek, &parts)
    }

    fn delivery(&self) -> Operand {
        kronor("contract_provider_cost", self.provider_cost().0)
    }

    fn result(&self, party: Party, days: NetDays, ledger: &mut dyn Ledger) -> f64 {
        let mut sums = Vec::new();
        if party != Party::Provider {
            let saved = [Operand::new("contract_days_saved", days.0, Unit::NetDays), self.a_day()];
            sums.push(kronor("contract_saved", ledger.product("contract_saved", Unit::Sek, &saved)));
            sums.push(kronor("contract_beside", self.beside(ledger)).minus());
        }
        if party != Party::Whole {
            let passes = [
                kronor("contract_activity_payment", self.activity(ledger)),
                kronor("contract_outcome_payment", self.outcome(days, ledger)),
            ];
            sums.extend(passes.map(|payment| if party == Party::Buyer { payment.minus() } else { payment }));
        }
        if party != Party::Buyer {
            sums.push(self.delivery().minus());
        }
        ledger.sum(Term::Result(party).id(), Unit::Sek, &sums)
    }

    fn days_to_cap(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let split = self.split(ledger);
        if split <= 0.0 || self.value.0 <= 0.0 {
            return None;
        }
        let highest = self.highest(ledger);
        let split = Operand::new("contract_split", split, Unit::Percent).per();
        Some(ledger.product("contract_cap_days", Unit::NetDays, &[kronor("contract_highest_outcome", highest), self.a_day().per(), split]))
    }

    fn days_to_break_even(&self, party: Party, ledger: &mut dyn Ledger) -> BreakEven {
        match party {
            Party::Whole => self.whole_breaks_even(ledger),
            Party::Provider => self.provider_breaks_even(ledger),
            Party::Buyer => self.buyer_breaks_even(ledger),
        }
    }

    fn whole_breaks_even(&self, ledger: &mut dyn Ledger) -> BreakEven {
        let parts = [kronor("contract_beside", self.beside(ledger)), self.delivery()];
        let cost = ledger.sum("contract_cost_of_both", Unit::Sek, &parts);
        self.covered_by_days(Party::Whole, kronor("contract_cost_of_both", cost), None, ledger)
    }

    /// The outcome payment must cover what delivering costs beyond the activity payment: it never falls below 0, and has a cap.
    fn provider_breaks_even(&self, ledger: &mut dyn Ledger) -> BreakEven {
        let activity = self.activity(ledger);
        let parts = [self.delivery(), kronor("contract_activity_payment", activity).minus()];
        let at_stake = ledger.sum("contract_at_stake", Unit::Sek, &parts);
        let rounding = ROUNDING * (1.0 + self.provider_cost().0);
        if at_stake <= rounding {
            return BreakEven::Always;
        }
        let split = self.split(ledger);
        if split <= 0.0 || at_stake > self.highest(&mut Silent) + rounding {
            return BreakEven::Never;
        }
        let split = Operand::new("contract_split", split, Unit::Percent);
        self.covered_by_days(Party::Provider, kronor("contract_at_stake", at_stake), Some(split), ledger)
    }

    /// The buyer keeps a part of each saved krona up to the cap, and all of it beyond.
    fn buyer_breaks_even(&self, ledger: &mut dyn Ledger) -> BreakEven {
        let parts = [kronor("contract_beside", self.beside(ledger)), kronor("contract_activity_payment", self.activity(ledger))];
        let fixed = ledger.sum("contract_fixed_cost", Unit::Sek, &parts);
        let split = self.split(&mut Silent);
        let kept = Share::WHOLE.as_percent() - split;
        let kept_at_cap = self.highest_outcome().0 * kept / split;
        // Without an outcome payment, or with one that no day reaches, there is no cap to come to.
        if fixed <= 0.0 || split <= 0.0 || kept > 0.0 && fixed <= kept_at_cap {
            let split = self.split(ledger);
            let parts = [percent("contract_whole_krona", Share::WHOLE), Operand::new("contract_split", split, Unit::Percent).minus()];
            let kept = ledger.sum("contract_kept", Unit::Percent, &parts);
            let kept = Operand::new("contract_kept", kept, Unit::Percent);
            return self.covered_by_days(Party::Buyer, kronor("contract_fixed_cost", fixed), Some(kept), ledger);
        }
        let parts = [kronor("contract_fixed_cost", fixed), kronor("contract_highest_outcome", self.highest(ledger))];
        let most = ledger.sum("contract_highest_paid", Unit::Sek, &parts);
        self.covered_by_days(Party::Buyer, kronor("contract_highest_paid", most), None, ledger)
    }

    /// How many days cover a cost, where `part` of the value of each counts.
    fn covered_by_days(&self, party: Party, cost: Operand, part: Option<Operand>, ledger: &mut dyn Ledger) -> BreakEven {
        let id = Term::BreakEven(party).id();
        if self.value.0 <= 0.0 {
            return if cost.value <= 0.0 { BreakEven::Always } else { BreakEven::Never };
        }
        if cost.value <= 0.0 {
            return BreakEven::At(NetDays(ledger.sum(id, Unit::NetDays, &[])));
        }
        let mut factors = vec![cost, self.a_day().per()];
        factors.extend(part.map(Operand::per));
        BreakEven::At(NetDays(ledger.product(id, Unit::NetDays, &factors)))
    }
}

/// Each step once: several terms rest on the same price.
fn once(steps: Vec<Step>) -> Vec<Step> {
    let mut kept: Vec<Step> = Vec::new();
    for step in steps {
        if !kept.iter().any(|known| known.id == step.id) {
            kept.push(step);
        }
    }
    kept
}
