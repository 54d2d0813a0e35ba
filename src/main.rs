//! The command line: the only file that knows a terminal, a file system and a clock.

#[cfg(not(target_arch = "wasm32"))]
mod report;

#[cfg(not(target_arch = "wasm32"))]
mod cli {
    use std::io::Read;
    use std::path::PathBuf;
    use std::process::ExitCode;
    use std::time::{SystemTime, UNIX_EPOCH};

    use barkraft::quantity::Date;
    use barkraft::view::{self, Detail, InvestmentSettings, Method, Settings, Span, View};
    use barkraft::{absence, read};
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
        /// Table of absence as text (tab, semicolon or comma separated), or `-` for standard input.
        file: PathBuf,
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

    fn number(text: &str) -> Result<f64, String> {
        read::read_number(text)
            .filter(|value| value.is_finite())
            .ok_or_else(|| format!("'{text}' is no number; expected one such as 1234.5 or 1234,5"))
    }

    fn iso_date(text: &str) -> Result<String, String> {
        Date::from_iso(text).map(|date| date.to_string()).ok_or_else(|| format!("'{text}' is no date; expected one such as 2024-06-30"))
    }

    impl Report {
        fn settings(&self) -> Settings {
            Settings {
                as_of: self.as_of.clone(),
                today: today(),
                monthly_pay: self.monthly_pay,
                weekly_hours: self.weekly_hours,
                headcount: self.headcount,
                short_share: self.short_share,
                days_per_period: self.days_per_period,
                on_cost: self.on_cost,
                holiday: self.holiday,
                overhead: self.overhead,
                method: self.method.map(|method| match method {
                    MethodName::Fk => Method::Fk,
                    MethodName::RuleOfThumb => Method::RuleOfThumb,
                    MethodName::Ki => Method::Ki,
                    MethodName::Own => Method::Own,
                }),
                short_day: self.short_day,
                long_day: self.long_day,
                span: Some(Span::YearToDate),
                investment: InvestmentSettings {
                    start: self.invest_start,
                    monthly: self.invest_monthly,
                    months: self.invest_months,
                    horizon: self.horizon,
                    effect_short: self.effect_short,
                    effect_long: self.effect_long,
                },
            }
        }
    }

    /// Today by the computer's clock. It bounds the as-of date when none is given, and nothing else.
    fn today() -> Option<String> {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
        Some(Date::from_days(i32::try_from(seconds / 86_400).ok()?).to_string())
    }

    fn bytes(report: &Report) -> std::io::Result<Vec<u8>> {
        if report.file.as_os_str() == "-" {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes)?;
            return Ok(bytes);
        }
        std::fs::read(&report.file)
    }

    /// What makes the whole answer unusable: messages for standard error.
    fn refusals(view: &View, words: &Words) -> Vec<String> {
        let stops = view.reading.notes.iter().filter(|note| note.weight == "stop").map(|note| report::note(words, note));
        let inputs = view.inputs.iter().filter_map(|input| Some((input.id.as_str(), input.problem.as_deref()?)));
        let investment = view.investment.problems.iter().map(|(id, problem)| (id.as_str(), problem.as_str()));
        let as_of = view.as_of_problem.iter().map(|problem| ("as_of", problem.as_str()));
        stops.chain(inputs.chain(investment).chain(as_of).map(|(id, problem)| report::problem(words, id, problem))).collect()
    }

    /// Runs the command. Exit status 0, or 2 with messages on standard error.
    pub fn run() -> ExitCode {
        let Command::Report(report) = Cli::parse().command;
        let words = Words::of(report.lang == Lang::Sv);
        let bytes = match bytes(&report) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{}", report::cannot_read(&words, &report.file.display().to_string(), &error));
                return ExitCode::from(2);
            }
        };
        let settings = report.settings();
        let reading = read::read(&bytes, &read::Choices::default());
        let statistics = absence::count(&reading, view::basis(&settings));
        let view = view::view(&reading, &statistics, &settings, Detail::Steps);
        let refusals = refusals(&view, &words);
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
            Format::Text => report::text(&view, &words),
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
