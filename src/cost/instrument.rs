//! Karolinska Institutet's instrument (Arbetshälsoekonomiskt analysverktyg): what staff cost, and what is lost at work.
//!
//! Its costs of absence are the method [`Ki`](super::Method::Ki), its three questions of break-even those of
//! [`investment`](crate::investment).

use crate::quantity::{Hours, Sek, Share};

/// The staff of a workplace.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Staff {
    /// Average monthly pay.
    pub monthly_pay: Sek,
    /// On-costs, as a share of pay.
    pub on_cost: Share,
    /// Full-time posts.
    pub posts: f64,
    /// Months.
    pub months: f64,
    /// Other costs of personnel, as a share of pay and on-costs.
    pub other: Share,
}

impl Staff {
    /// Pay and on-costs.
    #[must_use]
    pub fn pay(&self) -> Sek {
        self.monthly_pay * (1.0 + self.on_cost.0) * self.posts * self.months
    }

    /// What the staff cost in all.
    ///
    /// ```
    /// use barkraft::cost::Staff;
    /// use barkraft::quantity::{Hours, Sek, Share};
    /// let staff = Staff { monthly_pay: Sek(30_000.0), on_cost: Share(0.42), posts: 1_500.0, months: 12.0, other: Share(0.3) };
    /// assert_eq!(staff.cost().0.round(), 996_840_000.0);
    /// assert!((staff.cost_per_hour(Hours(1_760.0)).0 - 377.59).abs() < 0.005);
    /// ```
    #[must_use]
    pub fn cost(&self) -> Sek {
        self.pay() * (1.0 + self.other.0)
    }

    /// What an hour of work costs, each post working so many hours in the time.
    #[must_use]
    pub fn cost_per_hour(&self, hours_of_a_post: Hours) -> Sek {
        self.cost() / (self.posts * hours_of_a_post.0)
    }

    /// Production loss at work: share of the staff affected × how much of their work is lost × what the staff cost and earn.
    #[must_use]
    pub fn production_loss(&self, affected: Share, loss: Share, profit: Sek) -> Sek {
        (self.cost() + profit) * affected * loss
    }
}
