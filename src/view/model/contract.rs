//! The outcome contract, as it is asked for and shown.

use std::collections::BTreeMap;

#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

use super::super::given::{self, Given, Refused, Value};
use super::super::shown::{Receiver, Shown};
use super::{FigureView, Kind, LimitView};

asked! {
    /// What buyer and provider agree on in an outcome contract. Kronor, per cent and net days.
    pub struct ContractSettings {
        /// What the whole investment costs; that of the case when left out.
        pub whole_cost: Option<f64>,
        /// The provider's share of it, which is its price, per cent.
        pub provider_share: Option<f64>,
        /// What it costs the provider to deliver; its price when left out.
        pub provider_cost: Option<f64>,
        /// The risk level: the share of the price that depends on the outcome, per cent.
        pub risk: Option<f64>,
        /// What the outcome payment may exceed that by, per cent of the price; nothing when left out.
        pub premium: Option<f64>,
        /// What a saved net day is worth; as in the case when left out.
        pub value_per_day: Option<f64>,
        /// The provider's part of each saved krona, per cent; by the rule when left out: the risk level of its share of the investment.
        pub split: Option<f64>,
        /// Net days saved over the contract's time, as expected; as in the case when left out. Negative: absence grows.
        pub days_saved: Option<f64>,
    }
}

word! {
    /// Whose result.
    pub enum ContractParty {
        /// Who pays, and keeps what is saved.
        Buyer,
        /// Who delivers, and is paid.
        Provider,
        /// Both together.
        Whole,
    }

    /// Whether days can make a result break even.
    pub enum ContractBreakEven {
        /// So many days do.
        At,
        /// There is no loss, however few they are.
        Always,
        /// There is a loss, however many they are.
        Never,
    }

    /// Why a point is shown.
    pub enum ContractMark {
        /// No day is saved.
        NothingSaved,
        /// The buyer breaks even.
        BuyerBreaksEven,
        /// The provider breaks even.
        ProviderBreaksEven,
        /// Both together break even.
        WholeBreaksEven,
        /// The outcome payment reaches its cap.
        Cap,
        /// The days that are expected.
        Expected,
    }
}

shown! {
    /// What the outcome contract gives each party. The values in use are `null` while they are missing.
    pub struct ContractView {
        /// Ids of settings that the investment shown has a value for.
        pub proposed: Vec<String>,
        /// Ids of settings without which nothing can be said.
        pub missing: Vec<String>,
        /// What the whole investment costs.
        pub whole_cost: Option<f64>,
        /// The provider's share of it, per cent.
        pub provider_share: Option<f64>,
        /// What it costs the provider to deliver.
        pub provider_cost: Option<f64>,
        /// The risk level, per cent.
        pub risk: Option<f64>,
        /// The premium, per cent of the price.
        pub premium: f64,
        /// What a saved net day is worth.
        pub value_per_day: Option<f64>,
        /// The provider's part of each saved krona, per cent.
        pub split: Option<f64>,
        /// Net days saved, as expected.
        pub days_saved: Option<f64>,
        /// The provider's price.
        pub price: Option<f64>,
        /// Paid whatever happens.
        pub activity_payment: Option<f64>,
        /// The most that the outcome payment can be.
        pub highest_outcome: Option<f64>,
        /// Saved days at which it is that; `null` where no number of days moves it.
        pub cap_days: Option<f64>,
        /// Buyer, provider, and both together; empty while something is missing.
        pub parties: Vec<ContractPartyView>,
        /// What it gives at the days expected.
        pub expected: Option<ContractPoint>,
        /// Results by days saved: every corner, and round numbers of days. Straight lines between them.
        pub points: Vec<ContractPoint>,
        /// The values that are accepted, by setting.
        pub limits: BTreeMap<String, LimitView>,
        /// How sure the answers are.
        pub kind: Kind,
        /// Each answer with its steps, by name (JSON of the command line only).
        #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        pub figures: Option<BTreeMap<String, FigureView>>,
        /// Ids of contract settings that were refused, with the id of the problem.
        pub problems: BTreeMap<String, String>,
    }

    /// What one party has to gain and to lose.
    pub struct ContractPartyView {
        /// Which one.
        pub party: ContractParty,
        /// Whether days can make it break even.
        pub break_even: ContractBreakEven,
        /// How many do.
        pub break_even_days: Option<f64>,
        /// Its result when no day is saved: the least that the provider can get. The others lose the value of each day by which absence
        /// grows beyond that.
        pub nothing_saved: f64,
        /// The most that it can get; `null` where each further day gives more.
        pub highest: Option<f64>,
    }

    /// What the contract gives at so many saved days.
    pub struct ContractPoint {
        /// Net days saved; negative where absence has grown.
        pub days: f64,
        /// Why it is shown; nothing for a round number of days.
        pub marks: Vec<ContractMark>,
        /// What the days are worth.
        pub saved: f64,
        /// Paid whatever happens.
        pub activity_payment: f64,
        /// Paid by the outcome.
        pub outcome_payment: f64,
        /// Both: what the provider is paid.
        pub paid: f64,
        /// The buyer's result.
        pub buyer: f64,
        /// The provider's result.
        pub provider: f64,
        /// The result of both together.
        pub whole: f64,
    }
}
