//! Values one behind the other.

use std::io::{self, Read};
use stillwire::codec::json::{
    JsonDecoder, JsonErrorKind as Kind, JsonOptions, JsonReader, JsonStreamError,
};
use stillwire::{Encoded, Limits};
use stillwire_tests::test::every::v1::Tag;

const STREAM: &str =
    "{\"key\":\"a\"}\n{\"key\":\"b{}\\\"\"}{\"key\":\"c\"}  \r\n\t{\"key\":\"\\\\\"}\n";

fn keys(read: impl Iterator<Item = Result<Encoded<Tag>, JsonStreamError>>) -> Vec<String> {
    read.map(|value| match value {
        Ok(value) => value.view().key().to_owned(),
        Err(error) => format!("! {error}"),
    })
    .collect()
}

/// Gives a few bytes at once.
struct Slow<'a>(&'a [u8], usize);

impl Read for Slow<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.1.min(self.0.len()).min(out.len());
        out[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

#[test]
fn a_stream_gives_the_same_values_however_it_is_split() {
    for step in 1..STREAM.len() {
        let read = JsonReader::<_, Tag>::new(Slow(STREAM.as_bytes(), step));
        assert_eq!(keys(read), ["a", "b{}\"", "c", "\\"], "{step}");
    }
    assert_eq!(keys(JsonReader::new(io::empty())), [""; 0]);
    assert_eq!(keys(JsonReader::new(&b" \n "[..])), [""; 0]);
}

#[test]
fn a_value_that_is_wrong_has_its_place_in_the_stream_and_those_behind_it_follow() {
    let text = "{\"key\":\"a\"}\n{\"key\":1} {\"key\":\"\"}\n{\"key\":\"b\"}\n{\"key\"";
    for step in [1, 3, 100] {
        let read = keys(JsonReader::new(Slow(text.as_bytes(), step)));
        assert_eq!(
            read,
            [
                "a",
                "! /key: found 1, expected a string, at line 2, column 8",
                "! /key: found len 0, expected len > 0, at line 2, column 18",
                "b",
                "! found the end of the stream, expected the end of a value, at line 4, column 7",
            ],
            "{step}"
        );
    }
}

#[test]
fn a_stream_of_something_else_breaks_off() {
    for text in [
        "{\"key\":\"a\"}\n[1]",
        "{\"key\":\"a\"}\n}",
        "{\"key\":\"a\"}\n\"x\" {\"key\":\"a\"}",
    ] {
        let read = keys(JsonReader::new(text.as_bytes()));
        assert_eq!(
            read,
            [
                "a",
                "! found something else, expected an object, at line 2, column 1"
            ],
            "{text}"
        );
    }
}

#[test]
fn no_more_is_held_than_a_value_may_have() {
    let limits = Limits {
        message_bytes: 32,
        ..Limits::default()
    };
    let value = |n: usize| format!("{{\"value\":\"x\",\"key\":\"{}\"}}", "k".repeat(n));
    let fits = 32 - value(0).len();
    for (n, ok) in [(fits, true), (fits + 1, false)] {
        let mut decoder = JsonDecoder::<Tag>::with(JsonOptions::default(), limits);
        for byte in value(n).bytes() {
            decoder.push(&[byte]);
            if let Ok(None) = decoder.next_value() {
                assert!(decoder.held_bytes() <= 32);
                continue;
            }
        }
        assert_eq!(
            decoder.finish().is_ok(),
            ok || decoder.held_bytes() == 0,
            "{n}"
        );
    }
    // A value that never ends.
    let mut decoder = JsonDecoder::<Tag>::with(JsonOptions::default(), limits);
    decoder.push(b"{\"key\":\"");
    let mut error = None;
    for _ in 0..100 {
        decoder.push(b"kkkkkkkk");
        error = decoder.next_value().err().or(error);
        assert!(decoder.held_bytes() <= 48);
    }
    assert_eq!(error.map(|error| error.kind()), Some(Kind::Limit));
    assert!(decoder.next_value().is_err() && decoder.finish().is_err());
}
