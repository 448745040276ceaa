use super::*;

const SEEDS: u64 = 200;

/// Every bug that a lane can be given, and what is sure to find it; others may find it, too.
const FOUND_BY: [(Fault, Invariant); 25] = [
    (Fault::CreditTwice, Invariant::Credit),
    (Fault::CreditKept, Invariant::Credit),
    (Fault::CreditUnpaid, Invariant::Credit),
    (Fault::SettingsTwice, Invariant::Credit),
    (Fault::SettingsLate, Invariant::Credit),
    (Fault::StatusTwice, Invariant::Once),
    (Fault::SendAfterEnd, Invariant::Prefix),
    (Fault::CancelKeeps, Invariant::Memory),
    (Fault::DeadlineSilent, Invariant::Once),
    (Fault::DeadlineDisguised, Invariant::Rules),
    (Fault::TimerLate, Invariant::Timers),
    (Fault::TimerForgotten, Invariant::Timers),
    (Fault::DrainForgets, Invariant::Once),
    (Fault::DrainRefusesAll, Invariant::Once),
    (Fault::NumberReused, Invariant::Once),
    (Fault::NumberWraps, Invariant::Rules),
    (Fault::PathForgotten, Invariant::Prefix),
    (Fault::HeaderSplit, Invariant::Progress),
    (Fault::LargeFirst, Invariant::Rules),
    (Fault::WakeUpLost, Invariant::Progress),
    (Fault::BufferUnbounded, Invariant::Memory),
    (Fault::PongsUnbounded, Invariant::Memory),
    (Fault::CallsUnbounded, Invariant::Memory),
    (Fault::CutIsEnd, Invariant::Prefix),
    (Fault::CutIsSuccess, Invariant::Prefix),
];

/// What 200 seeds must have met, or they test little.
const MET: [&str; 20] = [
    "calls",
    "calls given up",
    "calls refused",
    "calls that ended otherwise",
    "calls that ended well",
    "calls that met their deadline",
    "calls that no handler saw",
    "cuts",
    "deadlines that passed",
    "drains",
    "handlers stopped",
    "jumps of a clock",
    "lanes",
    "lanes whose numbers are nearly used up",
    "messages",
    "messages that came",
    "pieces shorter than a header",
    "pings",
    "stalls",
    "times that a sender had to wait",
];

fn broken_by(fault: Fault) -> Options {
    Options {
        fault: Some(fault),
        ..Options::default()
    }
}

/// The first failure by that invariant.
fn find(fault: Fault, by: Invariant) -> Option<Box<Failure>> {
    let mut failures = (0..SEEDS).filter_map(|seed| run(seed, &broken_by(fault), None).err());
    failures.find(|failure| failure.invariant == by)
}

#[test]
fn conversations_keep_their_promises_whatever_the_link_does() {
    let mut tally = BTreeMap::<_, u64>::new();
    for seed in 0..SEEDS {
        let report = run(seed, &Options::default(), None).unwrap_or_else(|failure| {
            panic!("{failure}");
        });
        for (what, times) in report.tally {
            *tally.entry(what).or_default() += times;
        }
    }
    let met: Vec<_> = tally.keys().copied().collect();
    assert_eq!(met, MET);
    assert!(
        tally["calls that ended well"] * 3 > tally["calls"],
        "few calls go well, so little is tested: {tally:#?}"
    );
}

#[test]
fn every_bug_that_a_lane_is_given_is_found_in_the_seeds_that_pass_without_it() {
    for (fault, by) in FOUND_BY {
        assert!(
            find(fault, by).is_some(),
            "{fault:?} is not found by `{by}`"
        );
    }
}

#[test]
fn each_bug_has_its_name_and_is_looked_for() {
    let (named, looked_for) = (
        Fault::ALL.map(|(_, fault)| fault),
        FOUND_BY.map(|(fault, _)| fault),
    );
    assert_eq!(named, looked_for);
}

#[test]
fn each_invariant_finds_a_bug() {
    for invariant in [
        Invariant::Once,
        Invariant::Prefix,
        Invariant::Credit,
        Invariant::Memory,
        Invariant::Timers,
        Invariant::Progress,
        Invariant::Rules,
    ] {
        assert!(
            FOUND_BY.iter().any(|(_, by)| *by == invariant),
            "{invariant}"
        );
    }
}

#[test]
fn the_same_seed_gives_the_same_trace_and_another_seed_another_one() {
    let digest = |seed| run(seed, &Options::default(), None).unwrap().digest;
    let mut digests: Vec<_> = (0..20).map(digest).collect();
    assert_eq!(digests, (0..20).map(digest).collect::<Vec<_>>());
    digests.sort_unstable();
    digests.dedup();
    assert_eq!(digests.len(), 20);
}

#[test]
fn who_looks_at_a_trace_does_not_change_it() {
    let mut lines = Vec::new();
    let mut sink = |line: &str| lines.push(line.to_owned());
    let watched = run(7, &Options::default(), Some(&mut sink)).unwrap();
    assert_eq!(
        watched,
        *run(7, &Options::default(), None).as_ref().unwrap()
    );
    assert!(
        lines.iter().any(|line| line.contains("SETTINGS")),
        "{lines:?}"
    );
}

#[test]
fn a_failure_says_where_it_is_and_comes_again() {
    let failure = find(Fault::DrainForgets, Invariant::Once).unwrap();
    let place = format!(
        "seed {}, step {}: the invariant `once`",
        failure.seed, failure.step
    );
    assert!(failure.to_string().starts_with(&place), "{failure}");
    let again = run(failure.seed, &broken_by(Fault::DrainForgets), None);
    assert_eq!(again, Err(failure));
}

#[test]
fn what_a_failure_does_not_need_is_left_out() {
    let failure = find(Fault::CutIsEnd, Invariant::Prefix).unwrap();
    let needed = needed(&failure, &broken_by(Fault::CutIsEnd));
    assert!(needed.has(Trouble::Cuts));
    assert!(needed.iter().count() < Trouble::ALL.len());
    let options = |troubles| Options {
        troubles,
        ..broken_by(Fault::CutIsEnd)
    };
    assert!(run(failure.seed, &options(needed.clone()), None).is_err());
    assert!(run(failure.seed, &options(needed.without(Trouble::Cuts)), None).is_ok());
}
