//! The measures of the field, as the page shows them.

use super::model::{
    GroupName, GroupSettings, High, Level, MeasuresView, RepeatedView, RollingView, Settings, SpellsOfPeople, SpreadView, StatutoryRow,
    StatutoryView, WatchSettings, WatchView, WatchedUnit,
};
use crate::absence::groups::{Shown, is_small, suppress};
use crate::absence::trend::{self, Cell, Grid, Watched};
use crate::absence::{GroupSums, PEOPLE_BY_SPELLS, Statistics, Sums};
use crate::order;
use crate::quantity::Month;
use crate::read::{AgeGroup, Group, Sex};
use crate::rules::{RuleId, Rules, latest};

/// The largest number of employees and of scheduled hours that a group is taken to have.
const MOST_PEOPLE: f64 = 1e6;
const MOST_HOURS: f64 = 1e10;

/// What every measure is made from.
struct Measured<'a> {
    statistics: &'a Statistics,
    units: &'a [usize],
    grid: Grid,
    settings: &'a Settings,
    headcount: Option<f64>,
    /// A group of so many or fewer is not shown.
    limit: f64,
    /// Hours of a net day.
    net_day: f64,
}

/// The measures of some units. `cell` gives what happened in a unit and month, with what the data leaves open filled in; `headcount`
/// is the number of employees of these units, the user's or the data's.
pub(super) fn measures_view(
    statistics: &Statistics,
    units: &[usize],
    cell: &dyn Fn(usize, Month) -> Sums,
    settings: &Settings,
    rules: &Rules,
    headcount: Option<f64>,
    span: Option<(Month, Month)>,
) -> MeasuresView {
    let measured = Measured {
        statistics,
        units,
        grid: grid(statistics, units, cell),
        settings,
        headcount,
        limit: rules.latest(RuleId::SmallGroup).value,
        net_day: rules.latest(RuleId::NetDay).value,
    };
    MeasuresView {
        rolling: measured.rolling(),
        repeated: measured.repeated(whole_number(rules.latest(RuleId::RepeatedSpells).value)),
        statutory: measured.statutory(span),
        watch: measured.watch(&settings.watch, rules),
        spread: measured.spread(),
    }
}

/// Where some of the units stand among them.
pub(super) fn places(units: &[usize], some: &[usize]) -> Vec<usize> {
    units.iter().enumerate().filter(|(_, unit)| some.contains(unit)).map(|(place, _)| place).collect()
}

/// The units month by month, with what is known of several together.
pub(super) fn grid(statistics: &Statistics, units: &[usize], cell: &dyn Fn(usize, Month) -> Sums) -> Grid {
    let mut cells = Vec::new();
    for unit in units {
        // Single spells leave nothing open to fill in, and need not be copied.
        let whole = |month| statistics.cell_at(*unit, month).filter(|_| statistics.spells_known).map(Cell::of);
        cells.extend(statistics.months().map(|month| whole(month).unwrap_or_else(|| Cell::of(&cell(*unit, month)))));
    }
    let beside = statistics.beside(units).into_iter().map(|(members, months)| (places(units, members), months.to_vec())).collect();
    Grid {
        first: statistics.first.unwrap_or(Month::of(0, 1)),
        known: statistics.months().map(|month| statistics.spells_known || statistics.has_data(month)).collect(),
        spells_known: statistics.spells_known,
        units: units.len(),
        cells,
        beside,
    }
}

/// A count, as a whole number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole_number(count: f64) -> u32 {
    count.round() as u32
}

impl Measured<'_> {
    fn rolling(&self) -> Vec<RollingView> {
        // The user's number holds for all months; the data's is that of each twelve months.
        let given = self.headcount.filter(|_| self.headcount == self.settings.headcount);
        let days = |hours: f64| hours / self.net_day;
        let view = |year: trend::Rolling| {
            let short_net_days = year.sum.short_hours().map(days);
            let headcount = given.or(year.headcount).or(self.headcount).filter(|heads| *heads > 0.0);
            RollingView {
                month: year.month.to_string(),
                net_days: days(year.sum.sick),
                short_net_days,
                absence_percent: year.sum.percent(),
                short_net_days_per_employee: short_net_days.zip(headcount).map(|(days, heads)| days / heads),
                change_percent: year.change,
            }
        };
        trend::rolling(&self.grid).into_iter().map(view).collect()
    }

    fn spread(&self) -> Vec<SpreadView> {
        let (spreads, percent) = trend::spread(&self.grid);
        let by = if percent { 1.0 } else { self.net_day };
        let view = |spread: trend::Spread| SpreadView {
            month: spread.month.to_string(),
            units: u32::try_from(spread.units).unwrap_or(u32::MAX),
            mean: spread.mean / by,
            p10: spread.p10 / by,
            p90: spread.p90 / by,
            percent,
        };
        spreads.into_iter().map(view).collect()
    }

    fn watch(&self, settings: &WatchSettings, rules: &Rules) -> WatchView {
        let (level, high) = (settings.level.unwrap_or(Level::Short), settings.high.unwrap_or(High::AboveWhole));
        let by = if level == Level::Percent { 1.0 } else { self.net_day };
        let watch = trend::watch(&self.grid, self.last_month(), level.into(), high_of(high, rules));
        let highest_first =
            order::by_key(watch.units.iter().map(|unit| unit.level.map_or(u32::MAX, |level| u32::MAX - trend::rank(level))));
        let units = highest_first.filter_map(|index| Some(self.watched(*self.units.get(index)?, watch.units.get(index)?, by))).collect();
        WatchView { level, high, whole: watch.whole.map(|whole| whole / by), per_employee: watch.per_employee, units }
    }

    fn watched(&self, unit: usize, watched: &Watched, by: f64) -> WatchedUnit {
        let department = self.statistics.department_of.get(unit).and_then(|index| self.statistics.departments.get(*index as usize));
        WatchedUnit {
            unit: self.statistics.units.get(unit).cloned().unwrap_or_default(),
            department: department.cloned(),
            level: watched.level.map(|level| level / by),
            before: watched.before.map(|level| level / by),
            change_percent: watched.change,
            high: watched.high,
            rising: watched.rising,
        }
    }

    fn last_month(&self) -> Month {
        self.statistics.as_of.map_or(self.grid.first, crate::quantity::Date::month)
    }

    /// Repeated short absence: people by their number of spells in twelve months, small groups hidden.
    ///
    /// Those with more spells than the rule says, and those with as many or fewer, are shown as two groups when neither is small, and
    /// the numbers of spells are then divided within each of them; else all numbers are one division, and the two are not shown.
    fn repeated(&self, limit: u32) -> RepeatedView {
        let people = self.people_of(self.units);
        let sizes = people.map(Some);
        let sum = |sizes: &[Option<f64>]| sizes.iter().flatten().sum::<f64>();
        let known = self.statistics.spells_known && self.statistics.people.is_some() && sum(&sizes) > self.limit;
        let (few, many) = sizes.split_at((limit as usize).min(PEOPLE_BY_SPELLS));
        // Two limits that were both shown would tell of those between them.
        let usual = limit == whole_number(latest(RuleId::RepeatedSpells).value);
        let told_by_limits = !usual && sizes.iter().flatten().any(|people| is_small(*people, self.limit));
        let apart = known && !told_by_limits && !is_small(sum(few), self.limit) && !is_small(sum(many), self.limit);
        // What is shown of one part of the organisation, and of the whole, must not tell of the other parts.
        let alone = self.stands_alone(&|units| {
            let classes = self.people_of(units);
            let many = classes[few.len()..].iter().sum();
            [&classes[..], &[many]].concat()
        });
        let (apart, known_classes) = (apart && alone, known && alone);
        let divide = |sizes: &[Option<f64>]| suppress(Some(sum(sizes)), sizes, 0.0, self.limit);
        let shown = if apart { [divide(few), divide(many)].concat() } else { divide(&sizes) };
        let classes = (1..).zip(people.into_iter().zip(shown)).map(|(spells, (people, shown))| SpellsOfPeople {
            spells,
            or_more: spells as usize == PEOPLE_BY_SPELLS,
            people: (known_classes && shown == Shown::Yes).then_some(whole_number(people)),
        });
        let classes: Vec<SpellsOfPeople> = classes.collect();
        let more = apart.then(|| whole_number(sum(many)));
        let headcount = self.headcount.filter(|heads| *heads > self.limit);
        RepeatedView {
            known,
            more,
            more_percent: more.zip(headcount).map(|(more, heads)| f64::from(more) / heads * 100.0),
            limit,
            hidden: known && (more.is_none() || classes.iter().any(|class| class.people.is_none())),
            people: classes,
        }
    }

    /// People of some units by their number of spells.
    fn people_of(&self, units: &[usize]) -> [f64; PEOPLE_BY_SPELLS] {
        let mut people = [0.0; PEOPLE_BY_SPELLS];
        for unit in units {
            people.iter_mut().zip(self.statistics.people_by_spells(*unit)).for_each(|(sum, people)| *sum += f64::from(people));
        }
        people
    }

    /// Whether numbers of people may be shown of the opened part when they can be shown of its sisters and of the whole as well: the
    /// units of a department, all units, and the departments are each a division, of which no small part may be told by subtraction.
    fn stands_alone(&self, people: &dyn Fn(&[usize]) -> Vec<f64>) -> bool {
        self.divisions().iter().all(|parts| {
            let numbers: Vec<Vec<f64>> = parts.iter().map(|units| people(units)).collect();
            let opened = |units: &[usize]| units.iter().any(|unit| self.units.contains(unit));
            (0..numbers.first().map_or(0, Vec::len)).all(|at| {
                let sizes: Vec<Option<f64>> = numbers.iter().map(|numbers| Some(numbers[at])).collect();
                let shown = suppress(Some(sizes.iter().flatten().sum()), &sizes, 0.0, self.limit);
                parts.iter().zip(shown).all(|(units, shown)| !opened(units) || shown == Shown::Yes)
            })
        })
    }

    /// The divisions that the opened part is a part of; none when the whole is open.
    fn divisions(&self) -> Vec<Vec<Vec<usize>>> {
        let (all, departments) = (self.statistics.units.len(), &self.statistics.department_of);
        let Some(first) = self.units.first().filter(|_| self.units.len() < all) else { return Vec::new() };
        let of = |department: u32| (0..all).filter(|unit| departments.get(*unit) == Some(&department)).collect::<Vec<usize>>();
        let mut divisions = Vec::new();
        if let Some(own) = departments.get(*first) {
            let names = u32::try_from(self.statistics.departments.len()).unwrap_or(u32::MAX);
            divisions.push((0..names).map(of).collect());
            if self.units.len() == 1 {
                divisions.push(of(*own).into_iter().map(|unit| vec![unit]).collect());
            }
        }
        if self.units.len() == 1 {
            divisions.push((0..all).map(|unit| vec![unit]).collect());
        }
        divisions
    }

    /// Lag (2018:597), 11 kap. 6 §: absence in per cent of ordinary hours, and how much of it lies in periods of 60 days or more, for
    /// everyone, by sex and by age, each in per cent of the group's own hours.
    fn statutory(&self, span: Option<(Month, Month)>) -> StatutoryView {
        let (all, heads) = span.map_or((Cell::default(), None), |span| self.grid.of_all(span));
        // What the user gave is of the whole organisation and says nothing of a part that is opened.
        let of_whole = self.units.len() == self.statistics.units.len();
        let given = |name| if of_whole { Given::of(&self.settings.groups, name) } else { Given::default() };
        let everyone = given(GroupName::All);
        let people = everyone.headcount.or(self.headcount).or(heads);
        let long_share = (all.sick_of_long_spells > 0.0).then(|| all.long_spells / all.sick_of_long_spells * 100.0);
        let whole = Row {
            name: GroupName::All,
            people,
            percent: everyone.scheduled.map(|hours| all.sick / hours * 100.0).or(all.percent()),
            long_share,
            anybody: all.months_told > 0.0,
            given: everyone.any(),
        };
        let state = if people.is_some_and(|people| is_small(people, self.limit)) { Shown::Small } else { whole.alone() };
        let mut rows = vec![whole.view(state)];
        let known = self.statistics.knows_groups();
        if let Some(span) = span.filter(|_| known) {
            let parts = self.parts(span);
            for (names, parts) in [(&SEXES[..], &parts[..=SEXES.len()]), (&AGES[..], &parts[SEXES.len() + 1..])] {
                let (parts, rest) = parts.split_at(names.len());
                let told = parts.iter().any(Part::anybody);
                let row = |(name, part): (&GroupName, &Part)| Self::row(*name, part, given(*name), &all, told);
                let division: Vec<Row> = names.iter().zip(parts).map(row).collect();
                let mut shown = self.divided(&division, rest, people);
                // The names of a division stand together among the parts.
                let from = if names == SEXES { 0 } else { SEXES.len() + 1 };
                let heads = |units: &[usize]| self.parts_of(units, span)[from..from + names.len()].iter().map(|part| part.heads).collect();
                if !self.stands_alone(&heads) {
                    for row in shown.iter_mut().filter(|row| row.state == Shown::Yes.id()) {
                        *row = StatutoryRow {
                            absence_percent: None,
                            long_share_percent: None,
                            headcount: None,
                            state: Shown::Subtraction.id().into(),
                            ..row.clone()
                        };
                    }
                }
                rows.extend(shown);
            }
        }
        let from_day_60 = !self.statistics.spells_known && all.to_90 > 0.0 && (all.long_spells - all.to_90).abs() < all.to_90 * NEARLY;
        StatutoryView { known, rows, limit: whole_number(self.limit), long_from_day_60: from_day_60 }
    }

    /// The rows of one division, as far as they may be shown. `rest` is what the data holds of people in no part.
    fn divided(&self, rows: &[Row], rest: &[Part], whole: Option<f64>) -> Vec<StatutoryRow> {
        let sizes: Vec<Option<f64>> = rows.iter().map(Row::size).collect();
        let others = whole.unwrap_or(0.0) - sizes.iter().flatten().sum::<f64>();
        let told = rest.iter().any(Part::anybody) && sizes.iter().all(Option::is_some);
        let rest = if told { others.max(rest.iter().map(|part| part.heads).sum()).max(0.0) } else { 0.0 };
        let shown = suppress(whole, &sizes, rest, self.limit);
        rows.iter().zip(shown).map(|(row, shown)| row.view(shown)).collect()
    }

    /// A group: what the user gave of its size, else what the data tells.
    fn row(name: GroupName, part: &Part, given: Given, all: &Cell, division_told: bool) -> Row {
        let nobody = division_told && all.headcount > 0.0 && !part.anybody();
        let scheduled = given.scheduled.or((part.sums.scheduled > 0.0).then_some(part.sums.scheduled));
        let told = part.sums.sick_of_long_spells;
        Row {
            name,
            people: given.headcount.or((part.heads > 0.0 || nobody).then_some(part.heads)),
            percent: scheduled.map(|scheduled| {
                (if given.scheduled.is_some() { part.sums.sick } else { part.sums.sick_of_scheduled }) / scheduled * 100.0
            }),
            long_share: (told > 0.0).then(|| part.sums.long_spells / told * 100.0),
            anybody: part.anybody(),
            given: given.any(),
        }
    }

    /// Women, men, sex unknown; then the ages, age unknown.
    fn parts(&self, span: (Month, Month)) -> [Part; PARTS] {
        self.parts_of(self.units, span)
    }

    fn parts_of(&self, units: &[usize], (first, last): (Month, Month)) -> [Part; PARTS] {
        let mut parts = [Part::default(); PARTS];
        for unit in units {
            let mut of_unit = [Part::default(); PARTS];
            for month in self.statistics.months().filter(|month| first <= *month && *month <= last) {
                self.add_month(*unit, month, &mut of_unit);
            }
            for (part, of_unit) in parts.iter_mut().zip(of_unit) {
                part.sums += of_unit.sums;
                // Of each unit the average over the months that tell.
                part.heads += if of_unit.heads > 0.0 { of_unit.sums.headcount / of_unit.heads } else { 0.0 };
            }
        }
        parts
    }

    fn add_month(&self, unit: usize, month: Month, parts: &mut [Part; PARTS]) {
        let before = parts.map(|part| part.sums.headcount);
        for (in_sex, sex) in (0..).zip([Some(Sex::Woman), Some(Sex::Man), None]) {
            for (in_age, age) in
                (SEXES.len() + 1..).zip([Some(AgeGroup::Under30), Some(AgeGroup::From30To49), Some(AgeGroup::From50), None])
            {
                let sums = self.statistics.group(unit, month, Group { sex, age });
                parts[in_sex].sums += sums;
                parts[in_age].sums += sums;
            }
        }
        for (part, before) in parts.iter_mut().zip(before) {
            part.heads += f64::from(u8::from(part.sums.headcount > before));
        }
    }
}

const SEXES: [GroupName; 2] = [GroupName::Women, GroupName::Men];
const AGES: [GroupName; 3] = [GroupName::Under30, GroupName::From30To49, GroupName::From50];

/// The parts of both divisions, with those in none.
const PARTS: usize = SEXES.len() + 1 + AGES.len() + 1;

/// Sums of the same hours by other ways differ in their last digits.
const NEARLY: f64 = 1e-6;

/// A part of a division in the data.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    sums: GroupSums,
    /// Number of employees; while a unit is added up, the months that tell of it.
    heads: f64,
}

impl Part {
    fn anybody(&self) -> bool {
        self.sums.headcount > 0.0 || self.sums.scheduled > 0.0 || self.sums.sick > 0.0
    }
}

/// What the user gave of a group.
#[derive(Debug, Clone, Copy, Default)]
struct Given {
    headcount: Option<f64>,
    scheduled: Option<f64>,
}

impl Given {
    fn of(settings: &[GroupSettings], name: GroupName) -> Self {
        let Some(group) = settings.iter().rfind(|group| group.group == Some(name)) else { return Self::default() };
        Self {
            headcount: group.headcount.filter(|heads| (0.0..=MOST_PEOPLE).contains(heads)),
            // Nothing can be in per cent of no hours.
            scheduled: group.scheduled_hours.filter(|hours| *hours > 0.0 && *hours <= MOST_HOURS),
        }
    }

    const fn any(self) -> bool {
        self.headcount.is_some() || self.scheduled.is_some()
    }
}

/// A group before it is decided whether it is shown.
struct Row {
    name: GroupName,
    people: Option<f64>,
    percent: Option<f64>,
    long_share: Option<f64>,
    /// Whether the data holds anything of it.
    anybody: bool,
    given: bool,
}

impl Row {
    /// Its size, where it can be shown at all: a group without hours of its own is unknown, and so is one of nobody with absence.
    fn size(&self) -> Option<f64> {
        let nobody = !self.anybody && self.people == Some(0.0);
        self.people.filter(|people| nobody || *people > 0.0 && self.percent.is_some())
    }

    fn alone(&self) -> Shown {
        if self.size().is_some() { Shown::Yes } else { Shown::Unknown }
    }

    fn view(&self, shown: Shown) -> StatutoryRow {
        let visible = shown == Shown::Yes;
        StatutoryRow {
            group: self.name,
            absence_percent: self.percent.filter(|_| visible),
            long_share_percent: self.long_share.filter(|_| visible),
            headcount: self.people.filter(|_| visible),
            state: shown.id().into(),
            given: self.given,
        }
    }
}

fn high_of(high: High, rules: &Rules) -> trend::High {
    match high {
        High::AboveWhole => trend::High::AboveWhole,
        High::Top => trend::High::Top(rules.latest(RuleId::HighShare).value),
    }
}
