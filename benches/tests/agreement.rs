//! What makes a comparison fair: the same data everywhere and every time, and figures that say what they are.

use std::collections::BTreeSet;
use std::process::Command;
use stillwire_benches::run::Plan;
use stillwire_benches::sets::Set;
use stillwire_benches::subject::{Format, Measure};

/// So many times fewer elements than are measured.
const SHRINK: usize = 250;

#[test]
fn every_format_holds_the_same_values_of_every_set() {
    for set in Set::ALL {
        let subject = set.subject((set.elements() / SHRINK).max(1));
        assert_eq!(subject.agree(), Ok(()));
    }
}

#[test]
fn sets_without_elements_can_be_measured_too() {
    for set in Set::ALL {
        assert_eq!(set.subject(0).agree(), Ok(()));
    }
}

#[test]
fn a_seed_gives_the_same_values_on_every_machine() {
    let digests = Set::ALL.map(|set| (set.name(), set.subject(10).digest()));
    let known = [
        ("log", 0x0279_ac0c_7732_242a),
        ("mesh", 0xa36d_7f0e_098d_f791),
        ("save", 0x49bd_5272_a924_d556),
        ("updates", 0x867a_f287_fe89_2c44),
        ("market", 0x4b6f_9131_2786_83f5),
        ("telemetry", 0x5359_67bd_9237_33a5),
        ("tick", 0x87ae_b0f0_c7fb_ad5f),
        ("log_accents", 0xe45f_ff10_b4e2_92c9),
    ];
    assert_eq!(digests, known);
}

#[test]
fn every_format_has_every_figure_that_makes_sense_for_it() {
    let plan = Plan {
        sets: vec![Set::Market],
        formats: Format::ALL.to_vec(),
        seconds: 0.001,
        shrink: SHRINK,
    };
    let reports = plan.run(|_, _| ()).unwrap();
    for format in Format::ALL {
        for measure in [
            Measure::Encode,
            Measure::VerifyRead,
            Measure::ReadAll,
            Measure::ToOwned,
            Measure::Size,
            Measure::SizeZstd,
        ] {
            let value = reports[0].value(format, measure);
            if (format, measure) == (Format::Capnp, Measure::ToOwned) {
                // It has no owned values.
                assert_eq!(value, None);
                continue;
            }
            assert!(value.is_some_and(|value| value > 0.0), "{format} {measure}");
        }
    }
}

#[test]
fn json_has_a_row_for_each_figure() {
    let output = Command::new(env!("CARGO_BIN_EXE_compare"))
        .args(["--json", "--seconds", "0.001", "--shrink", "250"])
        .args(["--dataset", "log", "--dataset", "save", "--format", "prost"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let mut seen = BTreeSet::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let row = row.as_object().unwrap();
        let keys: Vec<&str> = row.keys().map(String::as_str).collect();
        assert_eq!(keys, ["dataset", "format", "measure", "value"]);
        assert!(row["value"].as_f64().unwrap() > 0.0, "{line}");
        let text = |key: &str| row[key].as_str().unwrap().to_owned();
        assert!(
            seen.insert((text("dataset"), text("format"), text("measure"))),
            "{line}"
        );
    }
    let has = |dataset: &str, format: &str, measure: &str| {
        seen.contains(&(dataset.into(), format.into(), measure.into()))
    };
    for dataset in ["log", "save"] {
        for measure in [
            "encode",
            "verify",
            "verify_read",
            "read_all",
            "to_owned",
            "size",
            "size_zstd",
        ] {
            assert!(has(dataset, "stillwire", measure), "{dataset} {measure}");
            // Protobuf cannot be verified without decoding it.
            assert_eq!(
                has(dataset, "prost", measure),
                measure != "verify",
                "{dataset} {measure}"
            );
        }
        assert!(has(dataset, "stillwire", "encode_fresh"));
        assert!(has(dataset, "stillwire", "encode_init"));
        assert!(has(dataset, "stillwire", "patch"));
    }
    assert!(
        seen.iter()
            .all(|(_, format, _)| format == "stillwire" || format == "prost")
    );
}
