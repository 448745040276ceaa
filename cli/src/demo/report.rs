//! What the demo found, for people and for programs.

use super::calls::Calls;
use super::check::Checked;
use serde::Serialize;
use stillwire_samples::Forms;

/// All that was found. As JSON it has these fields and no others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Report {
    /// Where the document came from.
    #[serde(skip)]
    pub(crate) source: String,
    pub(crate) input_bytes: usize,
    pub(crate) packages: usize,
    #[serde(skip)]
    pub(crate) edges: usize,
    pub(crate) sizes: Forms<usize>,
    pub(crate) encode_ns: Forms<u64>,
    pub(crate) read_ns: Forms<u64>,
    pub(crate) transports: Transports,
    /// Questions whose answers were compared.
    pub(crate) checks: usize,
    #[serde(skip)]
    pub(crate) checked: Checked,
    pub(crate) agree: bool,
}

/// Calls on each transport.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Transports {
    pub(crate) grpc: Calls,
    pub(crate) quic: Calls,
}

impl Report {
    /// As one JSON object on one line.
    pub(crate) fn json(&self) -> String {
        // Numbers, texts and flags always serialise.
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A report with figures of all lengths.
    pub(crate) fn report() -> Report {
        let calls = Calls {
            calls: 99_999_999,
            calls_per_second: 1_234_567,
            p50_us: 123,
            p99_us: 999_400,
        };
        Report {
            source: "/path".repeat(20),
            input_bytes: 863_000,
            packages: 5_000,
            edges: 1,
            sizes: Forms {
                json: 700_000,
                protobuf: 500_000,
                stillwire: 600_000,
            },
            encode_ns: Forms {
                json: 1_000_000,
                protobuf: 2_000_000,
                stillwire: 100_000,
            },
            read_ns: Forms {
                json: 9_999_999,
                protobuf: 1,
                stillwire: 1,
            },
            transports: Transports {
                grpc: calls,
                quic: calls,
            },
            checks: 1,
            checked: Checked {
                dependents: 2_000,
                ..Checked::default()
            },
            agree: true,
        }
    }

    #[test]
    fn json_is_one_object_with_the_fields_that_programs_read() {
        let value: serde_json::Value = serde_json::from_str(&report().json()).unwrap();
        let fields: Vec<&str> = value
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        let wanted = [
            "agree",
            "checks",
            "encode_ns",
            "input_bytes",
            "packages",
            "read_ns",
            "sizes",
            "transports",
        ];
        assert_eq!(fields, wanted);
        assert_eq!(value["transports"]["quic"]["p99_us"], 999_400);
        assert_eq!(value["sizes"]["protobuf"], 500_000);
    }
}
