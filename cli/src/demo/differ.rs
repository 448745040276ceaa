//! Two answers to one question, and where they begin to differ.

use std::fmt::{self, Debug};
use stillwire_samples::limits::quote;

/// Two answers to one question.
#[derive(Debug)]
pub(crate) struct Difference {
    question: String,
    /// Who says what.
    answers: [(&'static str, String); 2],
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [(one, left), (other, right)] = &self.answers;
        write!(
            f,
            "{}: answers differ\n  {one}: {left}\n  {other}: {right}",
            self.question
        )
    }
}

impl std::error::Error for Difference {}

/// Whether two sources say the same.
pub(crate) fn same<T: PartialEq + Debug + ?Sized>(
    question: impl Fn() -> String,
    one: (&'static str, &T),
    other: (&'static str, &T),
) -> Result<(), Box<Difference>> {
    if one.1 == other.1 {
        return Ok(());
    }
    let (left, right) = where_they_differ(&format!("{:?}", one.1), &format!("{:?}", other.1));
    let answers = [(one.0, left), (other.0, right)];
    Err(Box::new(Difference {
        question: question(),
        answers,
    }))
}

/// What is told of two long texts: the part where they begin to differ.
fn where_they_differ(one: &str, other: &str) -> (String, String) {
    let at = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let from = at.saturating_sub(20);
    let part = |text: &str| {
        let part: String = text.chars().skip(from).collect();
        let before = if from > 0 { "…" } else { "" };
        format!("{before}{}", quote(&part))
    };
    (part(one), part(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_question_and_sources_and_shows_where() {
        let (one, other) = (
            format!("{}one", "x".repeat(100)),
            format!("{}other", "x".repeat(100)),
        );
        let error = same(
            || "lookup a".into(),
            ("gRPC", one.as_str()),
            ("JSON", other.as_str()),
        )
        .unwrap_err();
        let shown = format!(
            "lookup a: answers differ\n  gRPC: …{0}ne\"\n  JSON: …{0}ther\"",
            format_args!("{}o", "x".repeat(19))
        );
        assert_eq!(error.to_string(), shown);
        assert!(same(String::new, ("gRPC", &1), ("QUIC", &1)).is_ok());
    }
}
