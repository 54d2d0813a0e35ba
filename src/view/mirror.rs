//! The words of the domain in their serialised form. The domain itself knows nothing of serialisation.

use super::model;
use crate::investment::contract;
use crate::{absence, cost, evaluation, figure, investment, productivity, rules};

macro_rules! mirror {
    ($($domain:ty => $shown:ty { $($word:ident)* })*) => {$(
        impl From<$domain> for $shown {
            fn from(word: $domain) -> Self {
                match word {
                    $(<$domain>::$word => Self::$word,)*
                }
            }
        }
    )*};
}

mirror! {
    figure::Kind => model::Kind { Booked Calculated PartlyBooked Estimated }
    figure::Unit => model::Unit { Sek SekPerHour SekPerDay SekPerMonth Hours HoursPerWeek HoursPerYear NetDays NetDaysPerEmployee Percent Months Posts Count Factor }
    figure::Form => model::Form { Product Sum Least Greatest RoundDown Round }
    rules::Status => model::Status { Read Derived Recalled Assumed Unknown }
    rules::Area => model::Area { SickPay Agreement OnCost State Method Measure }
    absence::forecast::Basis => model::ForecastBasis { Season Rough Complete }
    model::Level => absence::trend::Level { Short All Percent }
    model::BegunEarlier => absence::BegunEarlier { StartsHere PastSickPay }
    cost::Method => model::Method { Fk RuleOfThumb Ki Own }
    model::Method => cost::Method { Fk RuleOfThumb Ki Own }
    model::FollowUpMeasure => evaluation::Measure { Short Long All }
    productivity::Taken => model::ProductionTaken { Health Environment Sum Capped }
    contract::Party => model::ContractParty { Buyer Provider Whole }
    contract::Mark => model::ContractMark { NothingSaved BuyerBreaksEven ProviderBreaksEven WholeBreaksEven Cap Expected }
    investment::Verdict => model::Verdict { NoCost NoValue NoTime Needs NeedsMoreThanAll Carries CarriesNot NoSaving PaysNothing }
    investment::Perspective => model::Perspective { Employer State Employee Society }
    model::Perspective => investment::Perspective { Employer State Employee Society }
    investment::Shape => model::Shape { Triangle Normal }
    model::Shape => investment::Shape { Triangle Normal }
}

macro_rules! inputs {
    ($($shown:ident = $input:expr;)*) => {
        impl From<investment::Input> for model::UncertainInput {
            fn from(input: investment::Input) -> Self {
                [$((Self::$shown, $input)),*].into_iter().find(|(_, known)| *known == input).map_or(Self::Cost, |(shown, _)| shown)
            }
        }

        impl From<model::UncertainInput> for investment::Input {
            fn from(shown: model::UncertainInput) -> Self {
                match shown {
                    $(model::UncertainInput::$shown => $input,)*
                }
            }
        }
    };
}

use investment::{Input, Stream};

inputs! {
    EffectShort = Input::Effect(Stream::Short);
    EffectLong = Input::Effect(Stream::Long);
    EffectSpells = Input::Effect(Stream::Spells);
    EffectReplacement = Input::Effect(Stream::Replacement);
    EffectProduction = Input::Effect(Stream::Production);
    EffectLeavers = Input::Effect(Stream::Leavers);
    Cost = Input::Cost;
    Value = Input::Value;
    Days = Input::Days;
    Delay = Input::Delay;
    Duration = Input::Duration;
    Discount = Input::Discount;
}

impl From<figure::Figure> for model::FigureView {
    fn from(figure: figure::Figure) -> Self {
        Self {
            id: figure.id.into(),
            value: figure.value(),
            unit: figure.unit.into(),
            kind: figure.kind.into(),
            missing: figure.missing.iter().map(ToString::to_string).collect(),
            caveats: figure.caveats.iter().map(ToString::to_string).collect(),
            steps: figure.steps.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<figure::Step> for model::StepView {
    fn from(step: figure::Step) -> Self {
        Self {
            id: step.id.into(),
            year: step.year,
            form: step.form.into(),
            operands: step.operands.into_iter().map(Into::into).collect(),
            result: step.result,
            unit: step.unit.into(),
        }
    }
}

impl From<figure::Operand> for model::OperandView {
    fn from(operand: figure::Operand) -> Self {
        Self {
            id: operand.id.into(),
            year: operand.year,
            value: operand.value,
            unit: operand.unit.into(),
            per: operand.per,
            rule: operand.rule.map(|rule| rule.id().into()),
            given: operand.given,
        }
    }
}
