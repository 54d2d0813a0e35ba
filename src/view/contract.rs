//! The outcome contract, as the page shows it.

use super::model::{ContractBreakEven, ContractPartyView, ContractPoint, ContractSettings, ContractView, FigureView, Kind};
use super::range::{
    CONTRACT_COST, CONTRACT_DAYS, CONTRACT_PREMIUM, CONTRACT_PROVIDER_COST, CONTRACT_RISK, CONTRACT_SHARE, CONTRACT_SPLIT, CONTRACT_VALUE,
    Range,
};
use crate::figure::Figure;
use crate::investment::contract::{BreakEven, Contract, Mark, Party, Point, Term};
use crate::order;
use crate::quantity::{NetDays, Sek, Share};

/// What the case says of the contract where the user has not.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ContractDefaults {
    /// What the investment costs within its horizon.
    pub whole_cost: Option<f64>,
    /// What a saved net day is worth.
    pub value_per_day: Option<f64>,
    /// Net days saved within the horizon.
    pub days_saved: Option<f64>,
}

/// The contract that the settings describe.
pub(super) struct Agreed {
    contract: Option<Contract>,
    expected: Option<NetDays>,
    missing: Vec<&'static str>,
    given: Vec<&'static str>,
}

/// Each setting with its range and the name of its operand.
const fn asked(settings: &ContractSettings) -> [(&'static Range, &'static str, Option<f64>); 8] {
    [
        (&CONTRACT_COST, "contract_whole_cost", settings.whole_cost),
        (&CONTRACT_SHARE, "contract_provider_share", settings.provider_share),
        (&CONTRACT_PROVIDER_COST, "contract_provider_cost", settings.provider_cost),
        (&CONTRACT_RISK, "contract_risk", settings.risk),
        (&CONTRACT_PREMIUM, "contract_premium", settings.premium),
        (&CONTRACT_VALUE, "contract_value_per_day", settings.value_per_day),
        (&CONTRACT_SPLIT, "contract_split", settings.split),
        (&CONTRACT_DAYS, "contract_days_saved", settings.days_saved),
    ]
}

impl Agreed {
    pub fn new(settings: &ContractSettings, defaults: ContractDefaults) -> Self {
        let [cost, share, own_cost, risk, premium, value, split, days] = asked(settings).map(|(range, _, given)| range.accepted(given));
        let needed = [cost.or(defaults.whole_cost), share, risk, value.or(defaults.value_per_day)];
        let names = [&CONTRACT_COST, &CONTRACT_SHARE, &CONTRACT_RISK, &CONTRACT_VALUE];
        let missing = names.into_iter().zip(needed).filter(|(_, value)| value.is_none()).map(|(range, _)| range.id).collect();
        let contract = match needed {
            [Some(cost), Some(share), Some(risk), Some(value)] => Some(Contract {
                whole_cost: Sek(cost),
                share: Share::percent(share),
                own_cost: own_cost.map(Sek),
                risk: Share::percent(risk),
                premium: Share::percent(premium.unwrap_or(0.0)),
                value: Sek(value),
                split: split.map(Share::percent),
            }),
            _ => None,
        };
        let given = asked(settings).into_iter().filter(|(range, _, given)| range.accepted(*given).is_some()).map(|(_, id, _)| id).collect();
        Self { contract, expected: days.or(defaults.days_saved).map(NetDays), missing, given }
    }

    /// An answer with its steps; `None` for a name that is none of ours.
    pub fn explain(&self, name: &str) -> Option<Figure> {
        let term = Term::ALL.into_iter().find(|term| term.id() == name)?;
        let Some(contract) = &self.contract else {
            return Some(Figure::missing(term.id(), term.unit(), crate::figure::Kind::Estimated, self.missing_inputs()));
        };
        let mut figure = contract.explain(term, self.expected);
        for operand in figure.steps.iter_mut().flat_map(|step| &mut step.operands) {
            operand.given = self.given.contains(&operand.id);
        }
        Some(figure)
    }

    fn missing_inputs(&self) -> Vec<&'static str> {
        let operands = asked(&ContractSettings::default());
        operands.into_iter().filter(|(range, _, _)| self.missing.contains(&range.id)).map(|(_, id, _)| id).collect()
    }

    fn parties(&self) -> Vec<ContractPartyView> {
        let Some(contract) = &self.contract else { return Vec::new() };
        let nothing = contract.at(NetDays::ZERO);
        let cap = contract.cap_days().map(|days| contract.at(days).provider.0);
        let view = |party: Party| {
            let (break_even, break_even_days) = match contract.break_even(party) {
                BreakEven::At(days) => (ContractBreakEven::At, Some(days.0)),
                BreakEven::Always => (ContractBreakEven::Always, None),
                BreakEven::Never => (ContractBreakEven::Never, None),
            };
            let nothing_saved = match party {
                Party::Buyer => nothing.buyer,
                Party::Provider => nothing.provider,
                Party::Whole => nothing.whole,
            };
            // Without value a further day gives nobody more.
            let bound = party == Party::Provider || contract.value.0 <= 0.0;
            let highest = bound.then(|| cap.filter(|_| party == Party::Provider).unwrap_or(nothing_saved.0));
            ContractPartyView { party: party.into(), break_even, break_even_days, nothing_saved: nothing_saved.0, highest }
        };
        Party::ALL.map(view).into()
    }
}

/// What there is to show of it.
pub(super) fn contract_view(settings: &ContractSettings, defaults: ContractDefaults, steps: bool) -> ContractView {
    let agreed = Agreed::new(settings, defaults);
    let Agreed { contract, expected, missing, .. } = &agreed;
    let contract = contract.as_ref();
    let value = |range: &Range, given: Option<f64>, default: Option<f64>| range.accepted(given).or(default);
    let points = contract.map(|contract| contract.points(*expected)).unwrap_or_default();
    let ContractDefaults { whole_cost, value_per_day, days_saved } = defaults;
    let proposed = [(&CONTRACT_COST, whole_cost), (&CONTRACT_VALUE, value_per_day), (&CONTRACT_DAYS, days_saved)];
    ContractView {
        proposed: proposed.into_iter().filter(|(_, value)| value.is_some()).map(|(range, _)| range.id.into()).collect(),
        missing: missing.iter().map(ToString::to_string).collect(),
        whole_cost: value(&CONTRACT_COST, settings.whole_cost, whole_cost),
        provider_share: value(&CONTRACT_SHARE, settings.provider_share, None),
        provider_cost: value(&CONTRACT_PROVIDER_COST, settings.provider_cost, contract.map(|contract| contract.provider_cost().0)),
        risk: value(&CONTRACT_RISK, settings.risk, None),
        premium: CONTRACT_PREMIUM.accepted(settings.premium).unwrap_or(0.0),
        value_per_day: value(&CONTRACT_VALUE, settings.value_per_day, value_per_day),
        split: value(&CONTRACT_SPLIT, settings.split, contract.map(|contract| contract.provider_split().as_percent())),
        days_saved: expected.map(|days| days.0),
        price: contract.map(|contract| contract.provider_price().0),
        activity_payment: contract.map(|contract| contract.at(NetDays::ZERO).activity.0),
        highest_outcome: contract.map(|contract| contract.highest_outcome().0),
        cap_days: contract.and_then(Contract::cap_days).map(|days| days.0),
        parties: agreed.parties(),
        expected: contract.zip(*expected).map(|(contract, days)| point_view(contract, contract.at(days), &[Mark::Expected])),
        points: contract.into_iter().flat_map(|contract| points.iter().map(|(point, marks)| point_view(contract, *point, marks))).collect(),
        limits: order::by_name(asked(settings).into_iter().map(|(range, ..)| range.limit())),
        kind: Kind::Estimated,
        figures: steps.then(|| {
            order::by_name(Term::ALL.iter().filter_map(|term| Some((term.id().to_string(), FigureView::from(agreed.explain(term.id())?)))))
        }),
        problems: order::by_name(
            asked(settings).into_iter().filter_map(|(range, _, given)| Some((range.id.to_string(), range.problem(given)?.to_string()))),
        ),
    }
}

fn point_view(contract: &Contract, point: Point, marks: &[Mark]) -> ContractPoint {
    ContractPoint {
        days: point.days.0,
        marks: marks.iter().map(|mark| (*mark).into()).collect(),
        saved: (contract.value * point.days.0).0,
        activity_payment: point.activity.0,
        outcome_payment: point.outcome.0,
        paid: (point.activity + point.outcome).0,
        buyer: point.buyer.0,
        provider: point.provider.0,
        whole: point.whole.0,
    }
}
