//! The command line: the only file that knows a terminal, a file system and a clock.

#[cfg(not(target_arch = "wasm32"))]
mod report;

#[cfg(not(target_arch = "wasm32"))]
mod cli {
    use std::io::Read;
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;
    use std::time::{SystemTime, UNIX_EPOCH};

    use barkraft::quantity::Date;
    use barkraft::read::Reading;
    use barkraft::view::given::Value as _;
    use barkraft::view::{
        self, BegunEarlier, CaseSettings, Detail, Employer, InvestmentSettings, Method, NoteView, OpenedSettings, ReplacementSettings,
        RuleOverride, Settings, Span, View,
    };
    use barkraft::{absence, read, sheets};
    use clap::{Args, Parser, Subcommand, ValueEnum};

    use crate::report::{self, Words};

    /// What sickness absence costs, and whether an investment in the work environment carries itself.
    #[derive(Parser)]
    #[command(name = "barkraft", version, arg_required_else_help = true)]
    struct Cli {
        #[command(subcommand)]
        command: Command,
    }

    #[derive(Subcommand)]
    enum Command {
        /// Reads absence statistics and reports what they cost.
        Report(Box<Report>),
    }

    #[derive(Args)]
    #[command(allow_negative_numbers = true)]
    struct Report {
        #[allow(clippy::doc_markdown)] // shown in the terminal as it stands
        /// Table of absence: text (tab, semicolon or comma separated), .xlsx, .xls, .ods, PAXml or HTML; or `-` for standard input. Several
        /// are read as one: other years, other units, or a table about the units.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Which sheet of a workbook, by its name. May be given again, for several sheets.
        #[arg(long = "sheet", value_name = "NAME")]
        sheets: Vec<String>,
        /// Settings as JSON, the shape `Settings` of docs/view.schema.json: several investments, contract, follow-up and production loss as
        /// well. An option beside it counts in place of what the file says; those of the investment are about the first one.
        #[arg(long, value_name = "FILE")]
        settings: Option<PathBuf>,
        /// What to print.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Language of the report and of messages.
        #[arg(long, value_enum, default_value_t = Lang::Sv)]
        lang: Lang,
        /// The day the report is as of, for example 2024-06-30.
        #[arg(long, value_name = "DATE", value_parser = iso_date)]
        as_of: Option<String>,
        /// Average monthly pay, kronor.
        #[arg(long, value_name = "KR", value_parser = number)]
        monthly_pay: Option<f64>,
        /// Weekly hours of a full post.
        #[arg(long, value_name = "HOURS", value_parser = number)]
        weekly_hours: Option<f64>,
        /// Hours of a full post from Monday to Sunday, in place of --weekly-hours, for example 8,8,8,8,8,0,0.
        #[arg(long, value_name = "HOURS,…", value_parser = schedule)]
        schedule: Option<Hours>,
        /// What kind of employer: which on-cost holds, and when the earning year of holiday begins.
        #[arg(long, value_enum)]
        employer: Option<EmployerName>,
        /// What is known of spells on the first day of the data; the effect is given as a range while left out.
        #[arg(long, value_enum, value_name = "ANSWER")]
        begun_earlier: Option<BegunName>,
        /// The stretch of months that `in_span` is about: the year to date if nothing is said.
        #[arg(long, value_enum, value_name = "SPAN")]
        span: Option<SpanName>,
        /// Only this department.
        #[arg(long, value_name = "NAME")]
        department: Option<String>,
        /// Only this unit.
        #[arg(long, value_name = "NAME")]
        unit: Option<String>,
        /// Number of employees.
        #[arg(long, value_name = "NUMBER", value_parser = number)]
        headcount: Option<f64>,
        /// Share of the absence that is short, for data that does not say, per cent.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        short_share: Option<f64>,
        /// Average net days of a sick-pay period, for monthly data.
        #[arg(long, value_name = "DAYS", value_parser = number)]
        days_per_period: Option<f64>,
        /// On-cost (employer contributions or the whole on-cost), per cent of pay.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        on_cost: Option<f64>,
        /// Holiday accrued during absence, per cent of pay.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        holiday: Option<f64>,
        /// Overhead, per cent of pay.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        overhead: Option<f64>,
        /// The agreement's top-up after the sick-pay period, per cent of pay.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        top_up: Option<f64>,
        /// Last calendar day of the top-up.
        #[arg(long, value_name = "DAY", value_parser = number)]
        top_up_last_day: Option<f64>,
        /// Top-up on the part of pay above the agreement's ceiling, per cent.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        top_up_above: Option<f64>,
        /// An own value in place of a rule of docs/rules.md, for example price_base_amount@2025-01-01=58800. May be given again.
        #[arg(long = "rule", value_name = "RULE@FROM=VALUE", value_parser = rule)]
        rules: Vec<RuleOverride>,
        /// Budget for sick pay of the calendar year, kronor.
        #[arg(long, value_name = "KR", value_parser = number)]
        budget: Option<f64>,
        /// Share of the absence that is replaced, per cent.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        replacement_share: Option<f64>,
        /// Cost of a replaced hour, per cent of the absent person's hourly pay.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        replacement_cost: Option<f64>,
        /// How the total is estimated.
        #[arg(long, value_enum)]
        method: Option<MethodName>,
        /// Own value of a short net day, kronor (with `--method own`).
        #[arg(long, value_name = "KR", value_parser = number)]
        short_day: Option<f64>,
        /// Own value of a long net day, kronor (with `--method own`).
        #[arg(long, value_name = "KR", value_parser = number)]
        long_day: Option<f64>,
        /// Cost of the investment at the start, kronor.
        #[arg(long, value_name = "KR", value_parser = number)]
        invest_start: Option<f64>,
        /// Cost of the investment each month, kronor.
        #[arg(long, value_name = "KR", value_parser = number)]
        invest_monthly: Option<f64>,
        /// Months the investment runs.
        #[arg(long, value_name = "MONTHS", value_parser = number)]
        invest_months: Option<f64>,
        /// Months within which the investment must carry itself.
        #[arg(long, value_name = "MONTHS", value_parser = number)]
        horizon: Option<f64>,
        /// Expected reduction of short absence, per cent of today's.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        effect_short: Option<f64>,
        /// Expected reduction of long absence, per cent of today's.
        #[arg(long, value_name = "PERCENT", value_parser = number)]
        effect_long: Option<f64>,
    }

    #[derive(Clone, Copy, PartialEq, ValueEnum)]
    enum Format {
        /// A readable report.
        Text,
        /// The whole view, as docs/view.schema.json describes it.
        Json,
    }

    #[derive(Clone, Copy, PartialEq, ValueEnum)]
    pub enum Lang {
        /// Swedish.
        Sv,
        /// English.
        En,
    }

    #[derive(Clone, Copy, ValueEnum)]
    enum MethodName {
        /// Försäkringskassan's model.
        Fk,
        /// 10 % of monthly pay per short day, 2.5 % per day of days 15–90.
        RuleOfThumb,
        /// Karolinska Institutet's instrument: 10 % per short day, 1 % per long.
        Ki,
        /// Own values: --short-day and --long-day.
        Own,
    }

    #[derive(Clone, Copy, ValueEnum)]
    enum EmployerName {
        /// A municipality: SKR's standard on-cost.
        Municipality,
        /// A region: SKR's standard on-cost.
        Region,
        /// Any other: employer contributions by law.
        Other,
    }

    #[derive(Clone, Copy, ValueEnum)]
    enum BegunName {
        /// They began on that day.
        StartsHere,
        /// They are past the days of sick pay.
        PastSickPay,
    }

    #[derive(Clone, Copy, ValueEnum)]
    enum SpanName {
        /// From January to the as-of date.
        YearToDate,
        /// The twelve months up to the as-of date.
        LastTwelveMonths,
        /// All months.
        Total,
    }

    /// The words of the options as those of the settings.
    macro_rules! meant {
        ($($Name:ident => $Meant:ident { $($word:ident)* })*) => {$(
            impl From<$Name> for $Meant {
                fn from(name: $Name) -> Self {
                    match name { $($Name::$word => Self::$word,)* }
                }
            }
        )*};
    }

    meant! {
        MethodName => Method { Fk RuleOfThumb Ki Own }
        EmployerName => Employer { Municipality Region Other }
        BegunName => BegunEarlier { StartsHere PastSickPay }
        SpanName => Span { YearToDate LastTwelveMonths Total }
    }

    /// Hours of the days of a week.
    #[derive(Clone)]
    struct Hours(Vec<f64>);

    fn schedule(text: &str) -> Result<Hours, String> {
        // A decimal comma would be a comma between days.
        let days = text.split([',', ';']).map(|day| day.trim().parse().ok()).collect::<Option<Vec<f64>>>();
        days.filter(|days| days.len() == 7).map(Hours).ok_or_else(|| {
            format!("'{text}' is no week; expected the hours of seven days with decimal points, such as 7.75,7.75,7.75,7.75,7,0,0")
        })
    }

    fn rule(text: &str) -> Result<RuleOverride, String> {
        let expected =
            || format!("'{text}' is no rule; expected one such as price_base_amount@2025-01-01=58800 (docs/rules.md lists them)");
        let (rule, value) = text.split_once('=').ok_or_else(expected)?;
        let (rule, from) = rule.split_once('@').ok_or_else(expected)?;
        Ok(RuleOverride { rule: rule.into(), valid_from: iso_date(from)?, value: number(value)? })
    }

    fn number(text: &str) -> Result<f64, String> {
        read::read_number(text)
            .filter(|value| value.is_finite())
            .ok_or_else(|| format!("'{text}' is no number; expected one such as 1234.5 or 1234,5"))
    }

    fn iso_date(text: &str) -> Result<String, String> {
        Date::from_iso(text).map(|date| date.to_string()).ok_or_else(|| format!("'{text}' is no date; expected one such as 2024-06-30"))
    }

    impl Report {
        /// What was asked for: each option in place of what the file of settings has.
        fn settings(&self, base: Settings) -> Settings {
            Settings {
                as_of: self.as_of.clone().or(base.as_of),
                today: today(),
                monthly_pay: self.monthly_pay.or(base.monthly_pay),
                weekly_hours: self.weekly_hours.or(base.weekly_hours),
                headcount: self.headcount.or(base.headcount),
                short_share: self.short_share.or(base.short_share),
                days_per_period: self.days_per_period.or(base.days_per_period),
                on_cost: self.on_cost.or(base.on_cost),
                holiday: self.holiday.or(base.holiday),
                overhead: self.overhead.or(base.overhead),
                method: self.method.map(Method::from).or(base.method),
                short_day: self.short_day.or(base.short_day),
                long_day: self.long_day.or(base.long_day),
                schedule: self.schedule.clone().map(|week| week.0).or(base.schedule),
                employer: self.employer.map(Employer::from).or(base.employer),
                begun_earlier: self.begun_earlier.map(BegunEarlier::from).or(base.begun_earlier),
                top_up: self.top_up.or(base.top_up),
                top_up_last_day: self.top_up_last_day.or(base.top_up_last_day),
                top_up_above: self.top_up_above.or(base.top_up_above),
                overrides: if self.rules.is_empty() { base.overrides } else { self.rules.clone() },
                span: self.span.map(Span::from).or(base.span),
                opened: OpenedSettings {
                    department: self.department.clone().or(base.opened.department),
                    unit: self.unit.clone().or(base.opened.unit),
                },
                budget: self.budget.or(base.budget),
                replacement: ReplacementSettings {
                    share: self.replacement_share.or(base.replacement.share),
                    cost: self.replacement_cost.or(base.replacement.cost),
                },
                investment: InvestmentSettings {
                    horizon: self.horizon.or(base.investment.horizon),
                    cases: self.cases(base.investment.cases),
                    ..base.investment
                },
                ..base
            }
        }

        /// The options are about the first investment.
        fn cases(&self, mut cases: Vec<CaseSettings>) -> Vec<CaseSettings> {
            if cases.is_empty() {
                cases.push(CaseSettings::default());
            }
            let first = &mut cases[0];
            first.start = self.invest_start.or(first.start);
            first.monthly = self.invest_monthly.or(first.monthly);
            first.months = self.invest_months.or(first.months);
            first.effect_short.base = self.effect_short.or(first.effect_short.base);
            first.effect_long.base = self.effect_long.or(first.effect_long.base);
            cases
        }
    }

    /// The settings of a file, or none.
    fn settings_of(file: Option<&Path>, words: &Words) -> Result<Settings, String> {
        let Some(file) = file else { return Ok(Settings::default()) };
        let name = file.display().to_string();
        let unread = |error: String| words.say("cli.settings", &[("file", &name), ("error", &error)]);
        let bytes = bytes(file).map_err(|error| report::cannot_read(words, &name, &error))?;
        let json: serde_json::Value = serde_json::from_slice(&bytes).map_err(|error| unread(error.to_string()))?;
        Settings::read(json.into()).map_err(unread)
    }

    /// Today by the computer's clock. It bounds the as-of date when none is given, and nothing else.
    fn today() -> Option<String> {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
        Some(Date::from_days(i32::try_from(seconds / 86_400).ok()?).to_string())
    }

    fn bytes(file: &Path) -> std::io::Result<Vec<u8>> {
        if file.as_os_str() == "-" {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes)?;
            return Ok(bytes);
        }
        std::fs::read(file)
    }

    /// A table as it was given: what it is called, its sheet in a workbook, and its text.
    struct Given {
        name: String,
        sheet: Option<String>,
        text: Vec<u8>,
    }

    /// The tables of a file: its bytes, or those sheets of a workbook that were asked for, or the only one. A sheet that was asked for may
    /// be of another of several files.
    fn tables_of(file: &Path, report: &Report, words: &Words) -> Result<Vec<Given>, String> {
        let name = file.display().to_string();
        let bytes = bytes(file).map_err(|error| report::cannot_read(words, &name, &error))?;
        if !sheets::looks_like_book(&bytes) {
            return Ok(vec![Given { name, sheet: None, text: bytes }]);
        }
        let book = sheets::open(&bytes).map_err(|refused| words.say(&format!("cli.sheets.{}", refused.id()), &[("file", &name)]))?;
        let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let mut asked: Vec<usize> = report.sheets.iter().filter_map(|asked| names.iter().position(|name| name == asked)).collect();
        if asked.is_empty() && names.len() == 1 && (report.sheets.is_empty() || report.files.len() > 1) {
            asked.push(0);
        }
        let quoted = |name: &str| words.say("cli.sheets.name", &[("name", name)]);
        if asked.is_empty() {
            let all = names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
            return Err(words.say("cli.sheets.choose", &[("file", &name), ("names", &all)]));
        }
        let given = |index: usize| Given {
            name: format!("{name} {}", quoted(names[index])),
            sheet: Some(names[index].into()),
            text: book.text(index).as_bytes().to_vec(),
        };
        Ok(asked.into_iter().map(given).collect())
    }

    /// All tables that were asked for.
    fn given(report: &Report, words: &Words) -> Result<Vec<Given>, String> {
        let mut given = Vec::new();
        for file in &report.files {
            given.extend(tables_of(file, report, words)?);
        }
        let lacking = report.sheets.iter().find(|asked| given.iter().all(|table: &Given| table.sheet.as_ref() != Some(asked)));
        lacking.map_or(Ok(given), |name| Err(words.say("cli.sheets.unknown", &[("name", name)])))
    }

    /// What makes the whole answer unusable: messages for standard error.
    fn refusals(view: &View, names: &[&str], words: &Words) -> Vec<String> {
        let notes =
            view.tables.iter().zip(names.iter().copied()).flat_map(|(table, name)| table.notes.iter().map(move |note| (name, note)));
        let said = |(name, note): (&str, &NoteView)| match (names, report::note(words, note)) {
            ([_], said) => said,
            (_, said) => words.say("cli.of_table", &[("file", name), ("said", &said)]),
        };
        let whole = view.notes.iter().filter(|note| note.weight == "stop").map(|note| report::note(words, note));
        let stops = notes.filter(|(_, note)| note.weight == "stop").map(said).chain(whole);
        let inputs = view.inputs.iter().filter_map(|input| Some((input.id.as_str(), input.problem.as_deref()?)));
        let refused = view::investment_problems(&view.investment);
        let investment = refused.iter().map(|(id, problem)| (id.as_str(), problem.as_str()));
        let as_of = view.as_of_problem.iter().map(|problem| ("as_of", problem.as_str()));
        let rules = view.override_problems.iter().map(|(rule, problem)| (rule.as_str(), problem.as_str()));
        let budget = view.forecast.budget_problem.iter().map(|problem| ("budget", problem.as_str()));
        let replacement = view
            .in_span
            .replacement
            .problems
            .iter()
            .map(|(id, problem)| (if id == "share" { "replacement_share" } else { "replacement_cost" }, problem.as_str()));
        let inputs = inputs.chain(rules).chain(budget).chain(replacement);
        stops.chain(inputs.chain(investment).chain(as_of).map(|(id, problem)| report::problem(view, words, id, problem))).collect()
    }

    /// Runs the command. Exit status 0, or 2 with messages on standard error.
    pub fn run() -> ExitCode {
        let Command::Report(report) = Cli::parse().command;
        let words = Words::of(report.lang == Lang::Sv);
        let asked = given(&report, &words).and_then(|given| Ok((given, report.settings(settings_of(report.settings.as_deref(), &words)?))));
        let (given, settings) = match asked {
            Ok(asked) => asked,
            Err(refusal) => {
                eprintln!("{refusal}");
                return ExitCode::from(2);
            }
        };
        let mut tables: Vec<Reading> = given.iter().map(|table| read::read(&table.text, &read::Choices::default())).collect();
        let reading = if tables.len() == 1 { tables.remove(0) } else { read::join(tables, &[]) };
        let statistics = absence::count(&reading, &view::basis(&settings));
        let view = view::view(&reading, &statistics, &settings, Detail::Steps);
        let names: Vec<&str> = given.iter().map(|table| table.name.as_str()).collect();
        let mut refusals = refusals(&view, &names, &words);
        for (asked, opened) in [(&report.department, &view.organisation.department), (&report.unit, &view.organisation.unit)] {
            if let Some(name) = asked.as_ref().filter(|_| opened.is_none()) {
                refusals.push(words.say("cli.no_such_part", &[("name", name)]));
            }
        }
        if !refusals.is_empty() {
            for refusal in refusals {
                eprintln!("{refusal}");
            }
            return ExitCode::from(2);
        }
        let text = match report.format {
            Format::Json => match serde_json::to_string_pretty(&view) {
                Ok(json) => json + "\n",
                Err(error) => {
                    eprintln!("{error}");
                    return ExitCode::from(2);
                }
            },
            Format::Text => report::text(&view, &names, &words),
        };
        // A reader that has gone away (`| head`) is no fault.
        let _ = std::io::Write::write_all(&mut std::io::stdout().lock(), text.as_bytes());
        ExitCode::SUCCESS
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
