//! Stillwire beside its peers, in one table for each data set.
//!
//! ```text
//! cargo run --release -p stillwire-benches --bin compare
//! cargo run --release -p stillwire-benches --bin compare -- --targets
//! ```
#![forbid(unsafe_code)]

use clap::{Parser, ValueEnum as _};
use indicatif::{ProgressBar, ProgressStyle};
use std::error::Error;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;
use stillwire_benches::report::{Report, aligned};
use stillwire_benches::run::Plan;
use stillwire_benches::sets::Set;
use stillwire_benches::subject::Format;
use stillwire_benches::{chart, docs, targets};

/// Seconds for each measurement, without and with `--quick`.
const SECONDS: f64 = 0.25;
const QUICK_SECONDS: f64 = 0.03;
/// Where the document and charts go.
const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/benchmarks.md");
const CHARTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/compare");

/// Compares Stillwire with its peers: the same data and the same work, in one run.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Only this data set; may be given more than once.
    #[arg(long, value_name = "NAME")]
    dataset: Vec<Set>,
    /// Only this format beside Stillwire; may be given more than once.
    #[arg(long, value_name = "NAME")]
    format: Vec<Format>,
    /// Seconds for each measurement [default: 0.25].
    #[arg(long, value_name = "N", value_parser = seconds)]
    seconds: Option<f64>,
    /// A fast look, less exact.
    #[arg(long, conflicts_with = "seconds")]
    quick: bool,
    /// Sets of so many times fewer elements.
    #[arg(
        long,
        value_name = "N",
        default_value = "1",
        conflicts_with = "targets"
    )]
    shrink: NonZeroUsize,
    /// Prints one JSON object for each figure: {dataset, format, measure, value}, in ns and bytes.
    #[arg(long)]
    json: bool,
    /// Prints the ratios that Stillwire promises beside those measured; fails if one is missed.
    #[arg(long, conflicts_with_all = ["dataset", "format", "json", "write_docs"])]
    targets: bool,
    /// Writes docs/benchmarks.md from what is measured.
    #[arg(long, conflicts_with_all = ["dataset", "format", "quick"])]
    write_docs: bool,
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(seconds) if (0.001..=60.0).contains(&seconds) => Ok(seconds),
        _ => Err("a number from 0.001 to 60".to_owned()),
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let options = Options::parse();
    let plan = options.plan();
    let bar = ProgressBar::new(1000).with_style(ProgressStyle::with_template(
        "{msg:>12} {bar:40} {percent:>3}%  {elapsed}",
    )?);
    let reports = plan.run(|set, part| {
        bar.set_message(set.name());
        bar.set_position((part * 1000.0) as u64);
    })?;
    bar.finish_and_clear();

    if options.targets {
        print!("{}", targets::table(&reports));
        return Ok(match targets::missed(&reports) {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        });
    }
    let charts = chart::write(Path::new(CHARTS), &reports)?;
    if options.json {
        for row in reports.iter().flat_map(Report::rows) {
            println!("{}", serde_json::to_string(&row)?);
        }
    } else {
        for report in &reports {
            println!("{}", report.set.description());
            println!("{}{}\n", aligned(&report.table()), report.own());
        }
        println!(
            "Time is that of the fastest sample; in brackets, how many times Stillwire's figure."
        );
        println!("Charts: {}", charts.display());
    }
    if options.write_docs {
        std::fs::write(DOCS, docs::document(&reports, plan.seconds))?;
        eprintln!("Wrote docs/benchmarks.md");
    }
    Ok(ExitCode::SUCCESS)
}

impl Options {
    fn plan(&self) -> Plan {
        let pick = |chosen: &[Set], all: &[Set]| {
            if chosen.is_empty() {
                all.to_vec()
            } else {
                chosen.to_vec()
            }
        };
        Plan {
            sets: if self.targets {
                targets::sets()
            } else {
                pick(&self.dataset, &Set::ALL)
            },
            formats: if self.targets {
                targets::formats()
            } else if self.format.is_empty() {
                Format::value_variants().to_vec()
            } else {
                self.format.clone()
            },
            seconds: match (self.seconds, self.quick) {
                (Some(seconds), _) => seconds,
                (None, true) => QUICK_SECONDS,
                (None, false) => SECONDS,
            },
            shrink: self.shrink.get(),
        }
    }
}
