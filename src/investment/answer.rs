//! The answers, and what each is counted in.

use super::effects::Stream;
use crate::figure::Unit;

/// An answer that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Cost over the horizon.
    Cost,
    /// Fewer short net days needed over the horizon.
    NeededShortNetDays,
    /// The same a year at full effect, in per cent of today's.
    NeededPercent,
    /// The same in full-time posts.
    NeededPosts,
    /// About how many spells that is.
    NeededSpells,
    /// Fewer long net days needed over the horizon, if only these fall.
    NeededLongNetDays,
    /// The same a year at full effect, in per cent of today's.
    NeededLongPercent,
    /// By how much both must fall, in per cent of today's, if they fall alike.
    NeededBothPercent,
    /// What the horizon would save if all short absence disappeared.
    SavingOfAllShort,
    /// Saving each month at the full entered effect.
    SavingPerMonth,
    /// The most the investment may cost at that effect.
    HighestCost,
    /// Months until it is paid back.
    Payback,
    /// What is left at the horizon.
    Result,
    /// The same in per cent of the cost.
    Return,
    /// Saving per krona of cost.
    BenefitCost,
    /// What is lost by beginning a year later, within the same months.
    Waiting,
}

impl Answer {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Cost,
        Self::NeededShortNetDays,
        Self::NeededPercent,
        Self::NeededPosts,
        Self::NeededSpells,
        Self::NeededLongNetDays,
        Self::NeededLongPercent,
        Self::NeededBothPercent,
        Self::SavingOfAllShort,
        Self::SavingPerMonth,
        Self::HighestCost,
        Self::Payback,
        Self::Result,
        Self::Return,
        Self::BenefitCost,
        Self::Waiting,
    ];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cost => "cost",
            Self::NeededShortNetDays => "needed_short_net_days",
            Self::NeededPercent => "needed_percent",
            Self::NeededPosts => "needed_full_time_equivalents",
            Self::NeededSpells => "needed_spells",
            Self::NeededLongNetDays => "needed_long_net_days",
            Self::NeededLongPercent => "needed_long_percent",
            Self::NeededBothPercent => "needed_both_percent",
            Self::SavingOfAllShort => "saving_of_all_short",
            Self::SavingPerMonth => "saving_per_month",
            Self::HighestCost => "highest_cost",
            Self::Payback => "payback_months",
            Self::Result => "result_at_horizon",
            Self::Return => "return_percent",
            Self::BenefitCost => "benefit_cost",
            Self::Waiting => "cost_of_waiting",
        }
    }

    pub(super) const fn unit(self) -> Unit {
        match self {
            Self::Cost | Self::SavingOfAllShort | Self::HighestCost | Self::Result | Self::Waiting => Unit::Sek,
            Self::NeededShortNetDays | Self::NeededLongNetDays => Unit::NetDays,
            Self::NeededPercent | Self::NeededLongPercent | Self::NeededBothPercent | Self::Return => Unit::Percent,
            Self::NeededPosts => Unit::Posts,
            Self::NeededSpells => Unit::Count,
            Self::SavingPerMonth => Unit::SekPerMonth,
            Self::Payback => Unit::Months,
            Self::BenefitCost => Unit::Factor,
        }
    }

    /// Whether it needs an effect.
    pub(super) const fn of_effect(self) -> bool {
        matches!(
            self,
            Self::SavingPerMonth | Self::HighestCost | Self::Payback | Self::Result | Self::Return | Self::BenefitCost | Self::Waiting
        )
    }

    /// The absence whose days it asks about.
    pub(super) const fn streams(self) -> &'static [Stream] {
        match self {
            Self::NeededShortNetDays | Self::NeededPercent | Self::NeededPosts | Self::NeededSpells | Self::SavingOfAllShort => {
                &[Stream::Short]
            }
            Self::NeededLongNetDays | Self::NeededLongPercent => &[Stream::Long],
            Self::NeededBothPercent => &[Stream::Short, Stream::Long],
            _ => &[],
        }
    }

    /// Whether it asks how much of that there is today.
    pub(super) const fn of_today(self) -> bool {
        matches!(self, Self::NeededPercent | Self::NeededLongPercent | Self::NeededBothPercent | Self::SavingOfAllShort)
    }
}
