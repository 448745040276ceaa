//! The quickstart runs, says what it should, and is what the README shows.
use std::process::Command;

#[test]
fn it_answers_the_same_over_both_transports() {
    let output = Command::new(env!("CARGO_BIN_EXE_stillwire-quickstart"))
        .output()
        .unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    for transport in ["quic://", "grpc://"] {
        let lines: Vec<&str> = stdout
            .lines()
            .filter(|line| line.starts_with(transport))
            .collect();
        assert!(lines[0].ends_with("order 7 accepted: true"), "{stdout}");
        assert!(lines[1].contains("symbol: \"AAPL\""), "{stdout}");
        assert!(
            lines.last().unwrap().contains("order 0: quantity is 0"),
            "{stdout}"
        );
    }
}

#[test]
fn the_readme_shows_these_files() {
    let readme = include_str!("../../../README.md");
    for file in [
        include_str!("../schemas/orders.still"),
        include_str!("../build.rs"),
        include_str!("../src/main.rs"),
    ] {
        assert!(
            readme.contains(file.trim()),
            "the README does not show\n{file}"
        );
    }
}
