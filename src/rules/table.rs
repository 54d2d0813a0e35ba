//! The values. To change one: one line here and one test. `docs/rules.md` is made from it (`make rules`).

use super::Status::{Assumed, Derived, Read, Recalled, Unknown};
use super::{FIRST_MONTH, LAST_MONTH, Rule, RuleId, Status};
use crate::figure::Unit;
use crate::quantity::Month;

/// The day on which the rows below were last gone through, those that were read against their sources.
const CHECKED: &str = "2026-11-22";

/// First and last month that a value holds.
type Validity = (Month, Month);

const ALWAYS: Validity = (FIRST_MONTH, LAST_MONTH);

const fn years(first: i16, last: i16) -> Validity {
    (Month::of(first, 1), Month::of(last, 12))
}

const fn year(year: i16) -> Validity {
    years(year, year)
}

const fn row(id: RuleId, (from, to): Validity, value: f64, unit: Unit, status: Status, source: &'static str) -> Rule {
    Rule { id, value, unit, from, to, source, checked_on: CHECKED, status, overridden: false }
}

use RuleId as R;
use Unit::{Count, Factor, Hours, HoursPerWeek, HoursPerYear, NetDays, Percent, Sek};

// Sources that several rows share.
const SICK_PAY_6: &str = "Lag (1991:1047) om sjuklön, 6 §";
const SICK_PAY_6_OLD: &str = "Lag (1991:1047) om sjuklön, 6 §, äldre lydelse; SFS 2018:648";
const SICK_PAY_7: &str = "Lag (1991:1047) om sjuklön, 7 §";
const AB: &str = "Allmänna bestämmelser (AB), enligt arbetsgivarguider; avtalstexten ej läst";
const CONTRIBUTIONS: &str = "Socialavgiftslagen (2000:980)";
const SKR: &str = "SKR, personalomkostnadspålägg";
const SKR_UNKNOWN: &str = "SKR, personalomkostnadspålägg; uppgiften finns inte här";
const BASE: &str = "Prisbasbelopp enligt socialförsäkringsbalken 2 kap. 7 §";
const BASE_RECALLED: &str = "Prisbasbelopp enligt socialförsäkringsbalken 2 kap. 7 §; årets belopp ur minnet";
const SFB_25: &str = "Socialförsäkringsbalken 25 kap. 5 §";
const SFB_28: &str = "Socialförsäkringsbalken 28 kap. 7 och 10 §§";
const JOHREN: &str = "Johrén, Nyckeltalsinstitutet";
const KI: &str = "Arbetshälsoekonomiskt analysverktyg, Karolinska Institutet och Mynak (Lohela Karlsson)";
const DISCLOSURE: &str = "Lag (2018:597) om kommunal bokföring och redovisning, 11 kap. 6 §";

/// Every rule and amount, grouped by rule, each rule's rows in order of time.
#[rustfmt::skip]
pub static TABLE: &[Rule] = &[
    row(R::SickPayLevel, ALWAYS, 80.0, Percent, Read, SICK_PAY_6),
    row(R::WaitingDay, years(2015, 2018), 1.0, Count, Read, SICK_PAY_6_OLD),
    row(R::WaitingDay, years(2019, 2026), 0.0, Count, Read, "Lag (1991:1047) om sjuklön, 6 §; SFS 2018:648"),
    row(R::WaitingDeduction, years(2015, 2018), 0.0, Percent, Read, SICK_PAY_6_OLD),
    row(R::WaitingDeduction, years(2019, 2026), 20.0, Percent, Read, "Lag (1991:1047) om sjuklön, 6 §; prop. 2017/18:96"),
    row(R::SickPayPeriod, ALWAYS, 14.0, Count, Read, SICK_PAY_7),
    row(R::Relapse, ALWAYS, 5.0, Count, Read, SICK_PAY_7),
    row(R::DeductionCap, ALWAYS, 10.0, Count, Read, SICK_PAY_6),
    row(R::WeeklyHours, ALWAYS, 40.0, HoursPerWeek, Assumed, "Bärkraft (antagande)"),

    row(R::TopUp, ALWAYS, 10.0, Percent, Read, AB),
    row(R::TopUpLastDay, ALWAYS, 90.0, Count, Read, AB),
    row(R::TopUpAbove, ALWAYS, 87.6, Percent, Recalled, "Allmänna bestämmelser (AB); källorna skiljer sig, somliga anger 90 %"),
    row(R::TopUpCeiling, years(2015, 2021), 10.0, Factor, Recalled, "Allmänna bestämmelser (AB), enligt arbetsgivarguider för senare år"),
    row(R::TopUpCeiling, years(2022, 2026), 10.0, Factor, Read, AB),

    row(R::EmployerContributions, years(2015, 2017), 31.42, Percent, Recalled, CONTRIBUTIONS),
    row(R::EmployerContributions, years(2018, 2026), 31.42, Percent, Read, CONTRIBUTIONS),
    row(R::ReducedContributions, years(2015, 2017), 10.21, Percent, Recalled, CONTRIBUTIONS),
    row(R::ReducedContributions, years(2018, 2026), 10.21, Percent, Read, CONTRIBUTIONS),
    row(R::ReducedAge, years(2015, 2022), 65.0, Count, Read, CONTRIBUTIONS),
    row(R::ReducedAge, years(2023, 2025), 66.0, Count, Read, CONTRIBUTIONS),
    row(R::ReducedAge, year(2026), 67.0, Count, Read, CONTRIBUTIONS),
    row(R::OnCostMunicipality, years(2015, 2018), 0.0, Percent, Unknown, SKR_UNKNOWN),
    row(R::OnCostMunicipality, year(2019), 39.15, Percent, Read, SKR),
    row(R::OnCostMunicipality, year(2020), 40.15, Percent, Derived, SKR),
    row(R::OnCostMunicipality, year(2021), 40.15, Percent, Read, SKR),
    row(R::OnCostMunicipality, year(2022), 39.25, Percent, Derived, SKR),
    row(R::OnCostMunicipality, year(2023), 44.53, Percent, Derived, SKR),
    row(R::OnCostMunicipality, year(2024), 0.0, Percent, Unknown, SKR_UNKNOWN),
    row(R::OnCostMunicipality, year(2025), 0.0, Percent, Unknown, SKR_UNKNOWN),
    row(R::OnCostMunicipality, year(2026), 0.0, Percent, Unknown, SKR_UNKNOWN),
    row(R::OnCostRegion, years(2015, 2018), 0.0, Percent, Unknown, SKR_UNKNOWN),
    row(R::OnCostRegion, year(2019), 46.45, Percent, Read, SKR),
    row(R::OnCostRegion, year(2020), 46.45, Percent, Derived, SKR),
    row(R::OnCostRegion, year(2021), 46.15, Percent, Read, SKR),
    row(R::OnCostRegion, year(2022), 45.22, Percent, Derived, SKR),
    row(R::OnCostRegion, year(2023), 52.28, Percent, Derived, SKR),
    row(R::OnCostRegion, year(2024), 0.0, Percent, Unknown, SKR_UNKNOWN),
    row(R::OnCostRegion, year(2025), 0.0, Percent, Unknown, SKR_UNKNOWN),
    row(R::OnCostRegion, year(2026), 0.0, Percent, Unknown, SKR_UNKNOWN),
    row(R::Holiday, ALWAYS, 12.0, Percent, Read, "Semesterlagen (1977:480), 16 b §; Försäkringskassans modell"),
    row(R::HolidayDays, ALWAYS, 180.0, Count, Read, "Semesterlagen (1977:480), 17 §"),
    row(R::EarningYear, ALWAYS, 4.0, Count, Recalled, "Semesterlagen (1977:480), 3 §"),
    row(R::EarningYearAgreement, ALWAYS, 1.0, Count, Recalled, AB),

    row(R::PriceBaseAmount, year(2015), 44_500.0, Sek, Read, BASE),
    row(R::PriceBaseAmount, year(2016), 44_300.0, Sek, Read, BASE),
    row(R::PriceBaseAmount, year(2017), 44_800.0, Sek, Recalled, BASE_RECALLED),
    row(R::PriceBaseAmount, year(2018), 45_500.0, Sek, Read, BASE),
    row(R::PriceBaseAmount, year(2019), 46_500.0, Sek, Read, BASE),
    row(R::PriceBaseAmount, year(2020), 47_300.0, Sek, Read, BASE),
    row(R::PriceBaseAmount, year(2021), 47_600.0, Sek, Read, BASE),
    row(R::PriceBaseAmount, year(2022), 48_300.0, Sek, Read, BASE),
    row(R::PriceBaseAmount, year(2023), 52_500.0, Sek, Read, BASE),
    row(R::PriceBaseAmount, year(2024), 57_300.0, Sek, Read, BASE),
    row(R::PriceBaseAmount, year(2025), 58_800.0, Sek, Recalled, BASE_RECALLED),
    row(R::PriceBaseAmount, year(2026), 59_200.0, Sek, Read, BASE),
    row(R::BenefitCeiling, (Month::of(2015, 1), Month::of(2018, 6)), 7.5, Factor, Read, SFB_25),
    row(R::BenefitCeiling, (Month::of(2018, 7), Month::of(2021, 12)), 8.0, Factor, Read, SFB_25),
    row(R::BenefitCeiling, years(2022, 2026), 10.0, Factor, Read, SFB_25),
    row(R::BenefitLevel, ALWAYS, 80.0, Percent, Read, SFB_28),
    row(R::BenefitFactor, ALWAYS, 97.0, Percent, Read, SFB_28),
    row(R::BenefitRounding, ALWAYS, 100.0, Sek, Read, SFB_28),
    row(R::BenefitDays, ALWAYS, 365.0, Count, Read, SFB_28),

    row(R::Overhead, ALWAYS, 20.0, Percent, Read, "Försäkringskassans modell, förifyllt värde"),
    row(R::ModelHours, ALWAYS, 1880.0, HoursPerYear, Read, "Försäkringskassans modell"),
    row(R::RuleOfThumbShort, ALWAYS, 10.0, Percent, Read, JOHREN),
    row(R::RuleOfThumbLong, ALWAYS, 2.5, Percent, Read, JOHREN),
    row(R::KiShort, ALWAYS, 10.0, Percent, Read, KI),
    row(R::KiLong, ALWAYS, 1.0, Percent, Read, KI),

    row(R::NetDay, ALWAYS, 8.0, Hours, Read, "Örnsköldsviks kommun; Region Norrbotten"),
    row(R::FullTimePost, ALWAYS, 220.0, NetDays, Read, "Region Norrbotten, pilot 2018–2019"),
    row(R::SmallGroup, ALWAYS, 10.0, Count, Read, DISCLOSURE),
    row(R::LongSpell, ALWAYS, 60.0, Count, Read, DISCLOSURE),
    row(R::RepeatedSpells, ALWAYS, 3.0, Count, Read, "Örnsköldsviks kommun"),
    row(R::HighShare, ALWAYS, 30.0, Percent, Read, "Örnsköldsviks kommun"),

    row(R::DiscountRate, ALWAYS, 3.0, Percent, Recalled, "TLV, allmänna råd om ekonomiska utvärderingar; ur minnet"),
    row(R::AssumedSpread, ALWAYS, 20.0, Percent, Assumed, "Bärkrafts antagande"),
    row(R::PostHours, ALWAYS, 1760.0, HoursPerYear, Read, KI),
];

/// First and last months in which the state paid all or part of employers' sick pay (SKR, frågor och svar 2021).
pub static PANDEMIC: &[Validity] = &[(Month::of(2020, 4), Month::of(2021, 9)), (Month::of(2021, 12), Month::of(2022, 3))];
