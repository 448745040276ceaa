//! The ratios that Stillwire promises.

use crate::report::{Report, aligned};
use crate::sets::Set;
use crate::subject::{Format, Measure};

/// One promise: a figure of Stillwire over another, and the most that it may be.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// What is compared.
    pub what: &'static str,
    /// Stillwire's figure.
    pub ours: (Set, Measure),
    /// What it is divided by.
    pub peer: (Set, Format, Measure),
    /// The most that it may be.
    pub most: f64,
}

/// The sets that there are promises for, in the order of their limits below.
const SETS: [Set; 4] = [Set::Log, Set::Updates, Set::Save, Set::Mesh];
/// Time that does not grow with the data, in nanoseconds.
pub const CONSTANT: f64 = 1000.0;

/// All of them, but that the verification of a mesh takes less than [`CONSTANT`].
pub fn all() -> Vec<Target> {
    use Format::{Prost, Rkyv, SerdeJson, Stillwire};
    use Measure::{Encode, EncodeFresh, ReadAll, Size, ToOwned, Verify};
    let mut targets = Vec::new();
    let mut over = |what, ours, format, peer, most: &[f64]| {
        for (set, most) in SETS.into_iter().zip(most) {
            targets.push(Target {
                what,
                ours: (set, ours),
                peer: (set, format, peer),
                most: *most,
            });
        }
    };
    over(
        "encode / rkyv's",
        Encode,
        Rkyv,
        Encode,
        &[0.6, 0.65, 0.65, 1.1],
    );
    over(
        "encode / prost's",
        Encode,
        Prost,
        Encode,
        &[0.13, 0.1, 0.15, 0.05],
    );
    over(
        "verify / rkyv's checked access",
        Verify,
        Rkyv,
        Verify,
        &[0.1, 0.42, 0.2],
    );
    over(
        "verify and read all / rkyv's",
        ReadAll,
        Rkyv,
        ReadAll,
        &[0.25, 0.8, 0.5, 1.1],
    );
    over(
        "size / protobuf's",
        Size,
        Prost,
        Size,
        &[0.92, 0.65, 0.65, 0.7],
    );
    over(
        "encode / serde_json's",
        Encode,
        SerdeJson,
        Encode,
        &[0.05, 0.04, 0.06, 0.02],
    );
    let json = "verify and read all / serde_json's decode";
    over(json, ReadAll, SerdeJson, ToOwned, &[0.03, 0.02, 0.03, 0.02]);
    let owned = "to owned, verified / prost's decode";
    over(owned, ToOwned, Prost, ToOwned, &[0.5, 0.35, 0.5, 0.1]);
    let fresh = "encode into a fresh buffer / into a kept one";
    over(fresh, EncodeFresh, Stillwire, Encode, &[1.3; 4]);
    let mut one = |what, ours, peer, most| {
        targets.push(Target {
            what,
            ours,
            peer,
            most,
        });
    };
    let tick = |measure| (Set::Tick, measure);
    one(
        "encode / prost's",
        tick(Encode),
        (Set::Tick, Prost, Encode),
        0.2,
    );
    one(
        "verify and read all / prost's",
        tick(ReadAll),
        (Set::Tick, Prost, ReadAll),
        0.1,
    );
    let accents = (Set::LogAccents, Verify);
    one(
        "verify / that of text all ASCII",
        accents,
        (Set::Log, Stillwire, Verify),
        1.5,
    );
    targets
}

/// The sets that they speak of.
pub fn sets() -> Vec<Set> {
    let mut sets: Vec<Set> = all().iter().map(|target| target.ours.0).collect();
    sets.sort();
    sets.dedup();
    sets
}

/// The formats that they speak of.
pub fn formats() -> Vec<Format> {
    let mut formats: Vec<Format> = all().iter().map(|target| target.peer.1).collect();
    formats.sort();
    formats.dedup();
    formats
}

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// The ratio that was measured.
    pub ratio: f64,
    /// Whether it is as promised.
    pub kept: bool,
}

impl Target {
    /// What `reports` say of it; `None` where they do not say.
    pub fn outcome(&self, reports: &[Report]) -> Option<Outcome> {
        let of = |set, format, measure| {
            let report = reports.iter().find(|report| report.set == set)?;
            report.value(format, measure)
        };
        let ours = of(self.ours.0, Format::Stillwire, self.ours.1)?;
        let peer = of(self.peer.0, self.peer.1, self.peer.2)?;
        let ratio = ours / peer;
        Some(Outcome {
            ratio,
            kept: ratio <= self.most,
        })
    }
}

/// What the verification of a mesh takes, in nanoseconds.
fn constant(reports: &[Report]) -> Option<f64> {
    let mesh = reports.iter().find(|report| report.set == Set::Mesh)?;
    mesh.value(Format::Stillwire, Measure::Verify)
}

/// How many promises are not kept. One that `reports` say nothing of is not.
pub fn missed(reports: &[Report]) -> usize {
    let is_kept = |target: &Target| target.outcome(reports).is_some_and(|outcome| outcome.kept);
    let ratios = all().iter().filter(|target| !is_kept(target)).count();
    ratios + usize::from(constant(reports).is_none_or(|ns| ns > CONSTANT))
}

/// Promised and measured, side by side.
pub fn rows(reports: &[Report]) -> Vec<Vec<String>> {
    let line = |cells: [&str; 5]| cells.map(str::to_owned).to_vec();
    let mut table = vec![line([
        "the ratios that Stillwire promises",
        "set",
        "at most",
        "measured",
        "",
    ])];
    for target in all() {
        let most = target.most.to_string();
        let (measured, said) = match target.outcome(reports) {
            Some(Outcome { ratio, kept }) => (format!("{ratio:.3}"), word(kept)),
            None => ("-".to_owned(), word(false)),
        };
        table.push(line([
            target.what,
            target.ours.0.name(),
            &most,
            &measured,
            said,
        ]));
    }
    let ns = constant(reports);
    table.push(line([
        "verify, whatever the size",
        Set::Mesh.name(),
        &Measure::Verify.show(CONSTANT),
        &ns.map_or_else(|| "-".to_owned(), |ns| Measure::Verify.show(ns)),
        word(ns.is_some_and(|ns| ns <= CONSTANT)),
    ]));
    table
}

fn word(kept: bool) -> &'static str {
    if kept { "kept" } else { "MISSED" }
}

/// [`rows`] as text, with how many are missed.
pub fn table(reports: &[Report]) -> String {
    let missed = missed(reports);
    let all = all().len() + 1;
    format!(
        "{}{} of {all} kept\n",
        aligned(&rows(reports)),
        all - missed
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Figure;

    /// Reports in which every promise is at its limit, times `worse`.
    fn reports(worse: f64) -> Vec<Report> {
        let mut reports: Vec<Report> = Vec::new();
        let mut put = |set, format, measure, value| {
            let figure = Figure {
                format,
                measure,
                value,
            };
            match reports.iter_mut().find(|report| report.set == set) {
                Some(report) if report.value(format, measure).is_some() => {}
                Some(report) => report.figures.push(figure),
                None => reports.push(Report {
                    set,
                    figures: vec![figure],
                }),
            }
        };
        for target in all() {
            put(
                target.ours.0,
                Format::Stillwire,
                target.ours.1,
                100.0 * worse,
            );
            put(target.peer.0, target.peer.1, target.peer.2, 10_000.0);
        }
        reports
    }

    #[test]
    fn nothing_measured_is_nothing_kept() {
        assert_eq!(missed(&[]), all().len() + 1);
    }

    #[test]
    fn a_promise_is_kept_at_its_limit_and_not_past_it() {
        let target = all()[0];
        let report = |ours| Report {
            set: target.ours.0,
            figures: vec![
                Figure {
                    format: Format::Stillwire,
                    measure: target.ours.1,
                    value: ours,
                },
                Figure {
                    format: target.peer.1,
                    measure: target.peer.2,
                    value: 1000.0,
                },
            ],
        };
        let kept = |ours| target.outcome(&[report(ours)]).unwrap().kept;
        assert!(kept(target.most * 1000.0));
        assert!(!kept(target.most * 1000.0 + 1.0));
    }

    #[test]
    fn the_table_says_what_is_missed() {
        let text = table(&reports(1.0));
        assert!(text.contains("verify, whatever the size"));
        assert!(text.contains("kept"));
        assert!(table(&reports(1e4)).contains("MISSED"));
    }
}
