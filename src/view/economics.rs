//! What of the view is about investments and their outcome: all of it rests on a [`Ground`].

use super::cases::Elsewhere;
use super::follow_up::{DayValues, explain_follow_up, follow_up_view};
use super::investment::Planned;
use super::model::{Economics, ProductionView, Question, Scope, Settings};
use super::production::{WorkKnown, explain_production, production_view};
use super::range::COST_PER_LEAVER;
use super::{Detail, FigureView};
use crate::evaluation::Chances;
use crate::investment::Ground;

/// What there is to show of investments and their outcome. `chances` keeps what takes long.
#[must_use]
pub fn economics(ground: &Ground, settings: &Settings, detail: Detail, chances: &mut Chances) -> Economics {
    let steps = detail == Detail::Steps;
    let production = production_view(work(ground), &settings.production, steps);
    Economics {
        investment: Planned::new(&settings.investment, ground, elsewhere(&production, settings)).view(steps),
        follow_up: follow_up_view(&ground.series, values(ground), &settings.follow_up, steps, chances),
        production,
    }
}

/// What was said beside the investments that they may save as well.
fn elsewhere(production: &ProductionView, settings: &Settings) -> Elsewhere {
    Elsewhere { production: production.included, value_leaver: COST_PER_LEAVER.accepted(settings.production.cost_per_leaver) }
}

/// The investments that the settings describe.
pub(super) fn planned<'a>(ground: &'a Ground, settings: &'a Settings) -> Planned<'a> {
    let production = production_view(work(ground), &settings.production, false);
    Planned::new(&settings.investment, ground, elsewhere(&production, settings))
}

fn work(ground: &Ground) -> WorkKnown {
    WorkKnown {
        hours_per_year: Some(ground.hours_of_a_year),
        employees: ground.whole.employees,
        cost_per_hour: ground.hourly_cost,
        absence: ground.whole.cost,
    }
}

fn values(ground: &Ground) -> DayValues {
    let values = ground.whole.values.first().copied().unwrap_or_default();
    DayValues { short: values.short, long: values.long }
}

/// One figure of these with every step that led to it.
#[must_use]
pub fn explain_economics(ground: &Ground, settings: &Settings, question: &Question) -> FigureView {
    let (name, key) = (question.figure.as_str(), question.key.as_str());
    let figure = match question.scope {
        Scope::Investment => planned(ground, settings).explain(name, key),
        Scope::FollowUp => explain_follow_up(&ground.series, values(ground), &settings.follow_up, name, key),
        Scope::Production => explain_production(work(ground), &settings.production, name, key),
        _ => None,
    };
    figure.map_or_else(|| FigureView::unknown(name), Into::into)
}
