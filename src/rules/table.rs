//! The values. To change one: one line here and one test.

use super::Status::{Assumed, Read, Recalled};
use super::{FIRST_DAY, LAST_DAY, Rule, RuleId, Status};
use crate::figure::Unit;

/// The day on which the rows below were last held against their sources.
const CHECKED: &str = "2026-11-21";

const fn always(id: RuleId, value: f64, unit: Unit, status: Status, source: &'static str) -> Rule {
    between(FIRST_DAY, LAST_DAY, id, value, unit, status, source)
}

const fn between(
    valid_from: &'static str,
    valid_to: &'static str,
    id: RuleId,
    value: f64,
    unit: Unit,
    status: Status,
    source: &'static str,
) -> Rule {
    Rule { id, value, unit, valid_from, valid_to, source, checked_on: CHECKED, status }
}

use RuleId as R;
use Unit::{Count, Hours, HoursPerWeek, HoursPerYear, NetDays, Percent};

/// Every rule and amount, grouped by rule, each rule's rows in order of time.
#[rustfmt::skip]
pub static TABLE: &[Rule] = &[
    always(R::SickPayLevel, 80.0, Percent, Read, "Lag (1991:1047) om sjuklön, 6 §"),
    between(FIRST_DAY, "2018-12-31", R::WaitingDay, 1.0, Count, Read, "Lag (1991:1047) om sjuklön, 6 §, äldre lydelse; SFS 2018:648"),
    between("2019-01-01", LAST_DAY, R::WaitingDay, 0.0, Count, Read, "Lag (1991:1047) om sjuklön, 6 §; SFS 2018:648"),
    between(FIRST_DAY, "2018-12-31", R::WaitingDeduction, 0.0, Percent, Read, "Lag (1991:1047) om sjuklön, 6 §, äldre lydelse; SFS 2018:648"),
    between("2019-01-01", LAST_DAY, R::WaitingDeduction, 20.0, Percent, Read, "Lag (1991:1047) om sjuklön, 6 §; prop. 2017/18:96"),
    always(R::SickPayPeriod, 14.0, Count, Read, "Lag (1991:1047) om sjuklön, 7 §"),
    always(R::Relapse, 5.0, Count, Read, "Lag (1991:1047) om sjuklön, 7 §"),
    always(R::DeductionCap, 10.0, Count, Read, "Lag (1991:1047) om sjuklön, 6 §"),
    always(R::TopUp, 10.0, Percent, Read, "Allmänna bestämmelser (AB), enligt arbetsgivarguider; avtalstexten ej läst"),
    always(R::TopUpLastDay, 90.0, Count, Read, "Allmänna bestämmelser (AB), enligt arbetsgivarguider; avtalstexten ej läst"),
    between(FIRST_DAY, "2017-12-31", R::EmployerContributions, 31.42, Percent, Recalled, "Socialavgiftslagen (2000:980)"),
    between("2018-01-01", LAST_DAY, R::EmployerContributions, 31.42, Percent, Read, "Socialavgiftslagen (2000:980)"),
    always(R::Holiday, 12.0, Percent, Read, "Semesterlagen (1977:480), 16 b §; Försäkringskassans modell"),
    always(R::HolidayDays, 180.0, Count, Read, "Semesterlagen (1977:480), 17 §"),
    always(R::Overhead, 20.0, Percent, Read, "Försäkringskassans modell, förifyllt värde"),
    always(R::ModelHours, 1880.0, HoursPerYear, Read, "Försäkringskassans modell"),
    always(R::WeeklyHours, 40.0, HoursPerWeek, Assumed, "Bärkraft (antagande)"),
    always(R::RuleOfThumbShort, 10.0, Percent, Read, "Johrén, Nyckeltalsinstitutet"),
    always(R::RuleOfThumbLong, 2.5, Percent, Read, "Johrén, Nyckeltalsinstitutet"),
    always(R::KiShort, 10.0, Percent, Read, "Arbetshälsoekonomiskt analysverktyg, Karolinska Institutet och Mynak (Lohela Karlsson)"),
    always(R::KiLong, 1.0, Percent, Read, "Arbetshälsoekonomiskt analysverktyg, Karolinska Institutet och Mynak (Lohela Karlsson)"),
    always(R::NetDay, 8.0, Hours, Read, "Örnsköldsviks kommun; Region Norrbotten"),
    always(R::FullTimePost, 220.0, NetDays, Read, "Region Norrbotten, pilot 2018–2019"),
];

/// First and last days of the months in which the state paid all or part of employers' sick pay (SKR, frågor och svar 2021).
pub static PANDEMIC: &[(&str, &str)] = &[("2020-04-01", "2021-09-30"), ("2021-12-01", "2022-03-31")];
