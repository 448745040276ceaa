//! What the command says, and how it exits.

use std::process::{Command, Output};

fn simulate(arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_simulate"))
        .args(arguments.split_whitespace())
        .output()
        .expect("the command is built")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("it is text")
}

#[test]
fn seeds_that_pass_exit_with_0_and_tell_what_they_met() {
    let output = simulate("--from 1000 --seeds 4");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(
        said.starts_with("4 seeds from 1000: every invariant held"),
        "{said}"
    );
    assert!(said.contains("calls that ended well"), "{said}");
}

#[test]
fn a_failure_exits_with_1_and_its_last_line_is_the_command_that_repeats_it() {
    let first = simulate("--seeds 50 --break drain-forgets --without stalls --jobs 2");
    assert_eq!(first.status.code(), Some(1));
    let said = text(&first.stderr);
    assert!(
        said.contains("the invariant `once` does not hold"),
        "{said}"
    );
    let (_, again) = said
        .trim_end()
        .rsplit_once("step by step: simulate ")
        .expect("there is a command");
    let second = simulate(again);
    assert_eq!(second.status.code(), Some(1));
    assert_eq!(text(&second.stderr), said);
    let trace = text(&second.stdout);
    assert!(
        trace.contains(" drains") && trace.contains("SETTINGS"),
        "{trace}"
    );
}

#[test]
fn one_seed_gives_the_same_trace_each_time() {
    let (first, second) = (
        simulate("--seed 3 --steps 200"),
        simulate("--seed 3 --steps 200"),
    );
    assert!(first.status.success());
    assert_eq!(text(&first.stdout), text(&second.stdout));
    let quiet = text(&simulate("--seed 3 --steps 200 --quiet").stdout);
    assert_eq!(text(&first.stdout).lines().last(), quiet.lines().last());
    assert_eq!(quiet.lines().count(), 1);
}

#[test]
fn what_is_no_trouble_and_no_fault_is_refused_with_their_names() {
    for (arguments, name) in [("--without rain", "stalls"), ("--break it", "cancel-keeps")] {
        let output = simulate(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(name));
    }
}
