//! What is refused: where, what was found, what was expected.

use stillwire::codec::json::{JsonError, JsonErrorKind as Kind, JsonOptions};
use stillwire::codec::{Message, steps};
use stillwire::{Encoded, Limits};
use stillwire_tests::steps::is_linear_json;
use stillwire_tests::test::every::v1::{
    Carried, Closed, Flagged, Guarded, Lists, Maps, Optional, Plain, Record, Ruled, Tombs, Tree,
};

fn refused<M: Message>(text: &[u8]) -> JsonError {
    match Encoded::<M>::from_json(text) {
        Err(error) => error,
        Ok(_) => panic!("{} was read", String::from_utf8_lossy(text)),
    }
}

#[test]
fn texts_that_are_not_json() {
    for (text, says) in [
        (
            "",
            "found the end of the text, expected a value, at line 1, column 1",
        ),
        (
            "{",
            "found the end of the text, expected a key in quotes, at line 1, column 2",
        ),
        (
            "{\n \"a\": tru}",
            "found a letter, expected a value, at line 2, column 7",
        ),
        (
            "{\"a\":true",
            "found the end of the text, expected `,` or `}`, at line 1, column 10",
        ),
        (
            "{\"a\":true,}",
            "found `}`, expected a key in quotes, at line 1, column 11",
        ),
        (
            "{} {}",
            "found more behind the value, expected the end of the text, at line 1, column 4",
        ),
        (
            "{\"é\":01}",
            "found a number that begins with 0, expected no digit behind that, at line 1, column 6",
        ),
        (
            "{\"a\":\"\\ud800\"}",
            "found half of a surrogate pair, expected its second half behind it, at line 1, column 7",
        ),
        (
            "{\"a\":\"\\x\"}",
            "found an escape that JSON does not have, expected one that it has, at line 1, column 7",
        ),
        (
            "{\"a\":\"\t\"}",
            "found a control character, expected one written as an escape, at line 1, column 7",
        ),
        (
            "{'a':1}",
            "found a single quote, expected a key in quotes, at line 1, column 2",
        ),
        (
            "{\"a\":NaN}",
            "found a letter, expected a value, at line 1, column 6",
        ),
        (
            "\u{FEFF}{}",
            "found another character, expected a value, at line 1, column 1",
        ),
    ] {
        let error = refused::<Plain>(text.as_bytes());
        assert_eq!(error.to_string(), says, "{text}");
        assert_eq!(error.kind(), Kind::Syntax);
    }
    let error = refused::<Plain>(b"{\"v\":\"\xFF\"}");
    assert_eq!((error.kind(), error.offset()), (Kind::Utf8, 6));
    // Overlong, and a surrogate in three bytes.
    for bytes in [&b"{\"a\":\"\xC0\x80\"}"[..], b"{\"a\":\"\xED\xA0\x80\"}"] {
        assert_eq!(refused::<Plain>(bytes).kind(), Kind::Utf8);
    }
}

#[test]
fn values_that_do_not_fit() {
    for (text, says) in [
        ("[]", "found an array, expected an object"),
        ("null", "found null, expected an object"),
        (r#"{"a":1}"#, "/a: found 1, expected true or false"),
        (
            r#"{"a":"true"}"#,
            "/a: found \"true\", expected true or false",
        ),
        (
            r#"{"b":256}"#,
            "/b: found 256, expected a whole number from 0 to 255",
        ),
        (
            r#"{"b":-1}"#,
            "/b: found -1, expected a whole number from 0 to 255",
        ),
        (r#"{"b":1.5}"#, "/b: found 1.5, expected a whole number"),
        (
            r#"{"b":1e999999}"#,
            "/b: found 1e999999, expected a whole number",
        ),
        (r#"{"b":""}"#, "/b: found \"\", expected a whole number"),
        (r#"{"b":" 1"}"#, "/b: found \" 1\", expected a whole number"),
        (r#"{"b":"01"}"#, "/b: found \"01\", expected a whole number"),
        (r#"{"b":true}"#, "/b: found true, expected a whole number"),
        (
            r#"{"f":128}"#,
            "/f: found 128, expected a whole number from -128 to 127",
        ),
        (r#"{"f":-129}"#, "/f: found -129, expected"),
        (
            r#"{"e":18446744073709551616}"#,
            "/e: found 18446744073709551616, expected",
        ),
        (
            r#"{"i":"-9223372036854775809"}"#,
            "/i: found \"-9223372036854775809\", expected",
        ),
        (
            r#"{"k":1e999}"#,
            "/k: found 1e999, expected a number that 64 bits",
        ),
        (
            r#"{"j":1e39}"#,
            "/j: found 1e39, expected a number that 32 bits",
        ),
        (r#"{"k":"nan"}"#, "/k: found \"nan\", expected a number"),
        (r#"{"k":"inf"}"#, "/k: found \"inf\", expected a number"),
        (
            r#"{"m":"2026-13-01T00:00:00Z"}"#,
            "/m: found \"2026-13-01T00:00:00Z\", expected a time such as",
        ),
        (
            r#"{"m":"9999-01-01T00:00:00Z"}"#,
            "/m: found \"9999-01-01T00:00:00Z\", expected one within the range of timestamp",
        ),
        (
            r#"{"n":"1.5"}"#,
            "/n: found \"1.5\", expected a duration such as",
        ),
        (r#"{"o":"xyz"}"#, "/o: found \"xyz\", expected a UUID"),
        (
            r#"{"p":"1.00001"}"#,
            "/p: found \"1.00001\", expected no more than 4 decimal places",
        ),
        (
            r#"{"p":1.5}"#,
            "/p: found 1.5, expected a decimal number in quotes",
        ),
        (
            r#"{"q":"RED"}"#,
            "/q: found \"RED\", expected a value of test.shared.v1.Colour",
        ),
        (
            r#"{"q":256}"#,
            "/q: found 256, expected a whole number from 0 to 255",
        ),
        (r#"{"s":[1,2]}"#, "/s: found 2 elements, expected 3"),
        (
            r#"{"s":[1,2,70000]}"#,
            "/s/2: found 70000, expected a whole number from 0 to 65535",
        ),
        (
            r#"{"s":[1,2,null]}"#,
            "/s/2: found null, expected a whole number",
        ),
        (
            r#"{"t":{"z":1}}"#,
            "/t: found the key \"z\", expected a member of test.shared.v1.Point",
        ),
        (r#"{"v":"AAA"}"#, "/v: found 2 bytes, expected"),
        (
            r#"{"zz":1}"#,
            "found the key \"zz\", expected a member of test.every.v1.Plain",
        ),
        (
            r#"{"A":true}"#,
            "found the key \"A\", expected a member of test.every.v1.Plain",
        ),
        (
            r#"{"a":true,"a":true}"#,
            "/a: found the same key again, expected each key once, at line 1, column 11",
        ),
        (r#"{"a":null,"a":true}"#, "/a: found the same key again"),
        (
            r#"{"a":true,"b":1,"\u0061":true}"#,
            "/a: found the same key again, expected each key once, at line 1, column 17",
        ),
    ] {
        let error = refused::<Plain>(text.as_bytes()).to_string();
        assert!(error.starts_with(says), "{text}: {error}");
    }
}

#[test]
fn values_in_lists_maps_and_unions_are_pointed_at() {
    fn says<M: Message>(text: &str, says: &str) {
        let error = refused::<M>(text.as_bytes()).to_string();
        assert!(error.starts_with(says), "{text}: {error}");
    }
    says::<Lists>(r#"{"c":["a",1]}"#, "/c/1: found 1, expected a string");
    says::<Lists>(r#"{"c":"a"}"#, "/c: found \"a\", expected an array");
    says::<Lists>(r#"{"c":[null]}"#, "/c/0: found null, expected a string");
    says::<Lists>(
        r#"{"b":[true,[]]}"#,
        "/b/1: found an array, expected true or false",
    );
    says::<Lists>(
        r#"{"a":[1,{"x":[2,3]},4]}"#,
        "/a/1: found an object, expected a whole number",
    );
    says::<Lists>(
        r#"{"e":[{},{"left":"x"}]}"#,
        "/e/1/left: found \"x\", expected a whole number",
    );
    says::<Lists>(r#"{"h":[[1]]}"#, "/h/0: found an array, expected an object");
    says::<Lists>(
        r#"{"h":[{"items":[1,"x"]}]}"#,
        "/h/0/items/1: found \"x\", expected a whole number",
    );
    says::<Lists>(r#"{"h":[{"item":[]}]}"#, "/h/0: found the key \"item\"");
    says::<Lists>(r#"{"l":[{}]}"#, "/l/0: found nothing, expected a variant");
    says::<Lists>(
        r#"{"l":[{"nothing":{},"flag":true}]}"#,
        "/l/0: found more than one variant",
    );
    says::<Lists>(r#"{"l":[{"gone":{}}]}"#, "/l/0: found the key \"gone\"");
    says::<Lists>(
        r#"{"l":[{"nothing":1}]}"#,
        "/l/0/nothing: found 1, expected an object",
    );
    says::<Lists>(r#"{"m":[""]}"#, "/m/0: found \"\", expected a UUID");
    says::<Maps>(
        r#"{"b":{"x":{}}}"#,
        "/b/x: found \"x\", expected a whole number",
    );
    says::<Maps>(
        r#"{"b":{"1":{"left":"x"}}}"#,
        "/b/1/left: found \"x\", expected a whole number",
    );
    says::<Maps>(r#"{"a":{"x/~":1}}"#, "/a/x~1~0: found 1, expected a string");
    says::<Maps>(r#"{"a":{"x":null}}"#, "/a/x: found null, expected a string");
    says::<Maps>(
        r#"{"a":{"x":"1","y":"","\u0078":"2"}}"#,
        "/a/x: found the same key again, expected each key once, at line 1, column 22",
    );
    says::<Maps>(
        r#"{"b":{"1":{},"1.0":{}}}"#,
        "/b/1.0: found the same key again",
    );
    says::<Maps>(
        r#"{"d":{"1":true}}"#,
        "/d/1: found \"1\", expected \"true\" or \"false\"",
    );
    says::<Maps>(r#"{"a":[]}"#, "/a: found an array, expected an object");
    says::<Optional>(r#"{"o":[1]}"#, "/o: found an array, expected an object");
    says::<Optional>(r#"{"j":{}}"#, "/j: found 0 elements, expected 4");
    says::<Tombs>(
        r#"{"old":1}"#,
        "found the key \"old\", expected a member of test.every.v1.Tombs",
    );
    says::<Closed>(
        r#"{"n":{"no":{}}}"#,
        "/i: found nothing, expected a value: the field is required",
    );
    says::<Closed>(
        r#"{"a":2,"i":{"yes":{}},"n":{"no":{}}}"#,
        "/a: found 2, expected a value of test.every.v1.Door",
    );
    says::<Closed>(
        r#"{"i":{},"n":{"no":{}}}"#,
        "/i: found no variant, expected one variant of test.every.v1.Answer",
    );
    says::<Carried>(
        "{}",
        "/a: found nothing, expected a value: the field is required",
    );
    says::<Flagged>(
        r#"{"a":["read","x"]}"#,
        "/a: found \"x\", expected the name of a flag of test.every.v1.Access",
    );
    says::<Flagged>(
        r#"{"a":65536}"#,
        "/a: found 65536, expected a whole number from 0 to 65535",
    );
}

#[test]
fn a_oneof_has_one_member() {
    for (text, says) in [
        (
            "{}",
            "found nothing, expected a member of `body`, at line 1, column 1",
        ),
        (
            r#"{"nothing":null}"#,
            "found nothing, expected a member of `body`",
        ),
        (
            r#"{"more":[{}],"text":""}"#,
            "/more/0: found nothing, expected a member of `body`",
        ),
        (
            r#"{"text":"","level":1}"#,
            "/level: found another member of a `oneof`, expected no other member beside text",
        ),
        (
            r#"{"level":256}"#,
            "/level: found 256, expected a whole number",
        ),
        (
            r#"{"level":200}"#,
            "/level: found 200, expected < 200, at line 1, column 10",
        ),
        (r#"{"text":"","gone":1}"#, "found the key \"gone\""),
        (r#"{"text":"","body":1}"#, "found the key \"body\""),
        (
            r#"{"text":"","text":""}"#,
            "/text: found the same key again",
        ),
        (
            r#"{"secret":"hunter2hunter2hunter2"}"#,
            "/secret: found [redacted], expected len <= 16",
        ),
        (
            r#"{"secret":["hunter2"]}"#,
            "/secret: found [redacted], expected a string",
        ),
        (
            r#"{"text":"","inner":{"level":250}}"#,
            "/inner/level: found 250, expected < 200",
        ),
    ] {
        let error = refused::<Record>(text.as_bytes()).to_string();
        assert!(error.starts_with(says), "{text}: {error}");
    }
}

#[test]
fn conditions_are_checked_and_pointed_at() {
    let good = r#""price":"1","ticker":"A""#;
    assert!(Encoded::<Ruled>::from_json(format!("{{{good}}}")).is_ok());
    for (text, says) in [
        ("{}".to_owned(), "/price: found 0, expected > 0"),
        (
            r#"{"price":"-1"}"#.to_owned(),
            "/price: found -1, expected > 0, at line 1, column 10",
        ),
        (
            format!(r#"{{{good},"count":1001}}"#),
            "/count: found 1001, expected in 1..=1000",
        ),
        (
            format!(r#"{{{good},"prices":["1", "0"]}}"#),
            "/prices/1: found 0, expected > 0, at line 1, column 42",
        ),
        (
            format!(r#"{{{good},"byName":{{"zz":{{"items":["1","0"]}},"aa":{{"items":["1"]}}}}}}"#),
            "/byName/zz/items/1: found 0, expected > 0",
        ),
        (
            format!(r#"{{{good},"byName":{{"zz":{{}}}}}}"#),
            "/byName/zz: found len 0, expected len >= 1",
        ),
        (
            format!(r#"{{{good},"leaves":[{{"quantity":1}},{{}}]}}"#),
            "/leaves/1/quantity: found 0, expected nonzero",
        ),
        (
            format!(r#"{{{good},"cause":{{"tickers":{{"items":[""]}}}}}}"#),
            "/cause/tickers/items/0: found len 0, expected",
        ),
    ] {
        let error = refused::<Ruled>(text.as_bytes());
        assert_eq!(error.kind(), Kind::Rule);
        assert!(error.to_string().starts_with(says), "{text}: {error}");
    }
}

#[test]
fn sensitive_values_are_in_no_error() {
    const SECRET: &str = "hunter2hunter2hunter2";
    for text in [
        format!(r#"{{"password":{{"{SECRET}":1}}}}"#),
        format!(r#"{{"password":"{SECRET}"}}"#),
        format!(r#"{{"answers":["a","{SECRET}"]}}"#),
        format!(r#"{{"answers":"{SECRET}"}}"#),
        format!(r#"{{"bySite":{{"{SECRET}":1}}}}"#),
        format!(r#"{{"bySite":{{"{SECRET}":"x"}}}}"#),
        format!(r#"{{"bySite":{{"{SECRET}":"x","{SECRET}":"x"}}}}"#),
        format!(r#"{{"pin":"{SECRET}"}}"#),
        format!(r#"{{"card":{{"number":"{SECRET}"}}}}"#),
        format!(r#"{{"login":{{"token":"{SECRET}"}}}}"#),
        format!(r#"{{"login":{{"door":"{SECRET}"}}}}"#),
        format!(r#"{{"inner":{{"{SECRET}":"x"}}}}"#),
        format!(r#"{{"inner":{{"others":{{"{SECRET}":1}}}}}}"#),
        format!(r#"{{"inner":{{"name":["{SECRET}"]}}}}"#),
        format!(r#"{{"trace":"{SECRET}"}}"#),
        format!(r#"{{"door":"{SECRET}"}}"#),
        format!(r#"{{"small":"{SECRET}"}}"#),
        format!(r#"{{"price":"{SECRET}"}}"#),
        format!(r#"{{"price":{SECRET}}}"#),
        format!(r#"{{"password":"{SECRET}\x"}}"#),
    ] {
        let error = refused::<Guarded>(text.as_bytes());
        let all = format!("{error} {error:?}");
        assert!(!all.contains("hunter"), "{all}");
    }
    for (text, says) in [
        (
            r#"{"pin":12345}"#,
            "/pin: found [redacted], expected < 10000",
        ),
        (
            r#"{"small":300}"#,
            "/small: found [redacted], expected a whole number",
        ),
        (
            r#"{"card":{"number":1000}}"#,
            "/card/number: found [redacted], expected < 1000",
        ),
    ] {
        let error = refused::<Guarded>(text.as_bytes()).to_string();
        assert!(error.starts_with(says), "{error}");
        assert!(!error.contains("300"), "{error}");
    }
}

/// `n` messages, one within the other.
fn nested(n: usize) -> String {
    format!("{}{{}}{}", "{\"left\":".repeat(n), "}".repeat(n))
}

#[test]
fn depth_is_that_of_the_limit_and_no_deeper() {
    let limits = Limits::default();
    let depth = usize::try_from(limits.depth).unwrap();
    assert!(Encoded::<Tree>::from_json(nested(depth)).is_ok());
    let error = refused::<Tree>(nested(depth + 1).as_bytes());
    assert_eq!(error.kind(), Kind::Limit);
    assert_eq!(
        (error.found(), error.expected()),
        ("more", "at most 64 of depth")
    );
    // What nobody asks for nests no deeper than brackets may.
    let options = JsonOptions {
        ignore_unknown_fields: true,
        ..JsonOptions::default()
    };
    let read = |n: usize| {
        let text = format!("{{\"x\":{}{}}}", "[".repeat(n), "]".repeat(n));
        Encoded::<Tree>::from_json_with(text, &options, &limits)
    };
    let most = (depth + 1) * 8 - 1;
    assert!(read(most).is_ok());
    assert_eq!(read(most + 1).unwrap_err().kind(), Kind::Limit);
}

#[test]
fn what_is_hostile_is_refused_in_good_time() {
    for text in [
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        "[{\"a\":".repeat(100_000),
        "[]".repeat(100_000),
    ] {
        let error = refused::<Tree>(text.as_bytes());
        assert!(
            matches!(error.kind(), Kind::Limit | Kind::Syntax),
            "{error}"
        );
        assert!(error.to_string().len() < 200);
    }
    let long = "k".repeat(1_000_000);
    for text in [
        format!("{{\"{long}\":1}}"),
        format!("{{\"value\":{}}}", "9".repeat(1_000_000)),
        format!("{{\"value\":0.{}}}", "0".repeat(1_000_000) + "1"),
        format!("{{\"value\":1e{}}}", "9".repeat(1_000_000)),
        format!("{{\"byName\":{{\"{long}\":{{\"value\":-1}}}}}}"),
        format!("{{\"value\":\"{long}\"}}"),
    ] {
        let error = refused::<Tree>(text.as_bytes());
        assert!(error.to_string().len() < 300, "{}", error.to_string().len());
    }
}

#[test]
fn what_is_not_in_order_is_not_read_again_for_each_level_around() {
    let inner = format!("{{\"children\":[{}{{}}]}}", "{},".repeat(5_000));
    let sound = (0..60).fold(inner, |inner, _| {
        format!("{{\"left\":{inner},\"value\":1}}")
    });
    let wrong = sound.replacen("{}]", "{}}", 1);
    for (text, is_sound) in [(sound, true), (wrong, false)] {
        let (read, taken) = steps::counted(|| Encoded::<Tree>::from_json(&text));
        assert_eq!(read.is_ok(), is_sound);
        let made = read.map_or(0, |tree| tree.as_bytes().len());
        assert!(is_linear_json::<Tree>(taken, text.len(), made), "{taken}");
    }
}

#[test]
fn the_text_and_the_message_have_their_bounds() {
    let limits = |message_bytes, decoded_bytes| Limits {
        message_bytes,
        decoded_bytes,
        ..Limits::default()
    };
    let text = r#"{"name":"abcdefgh"}"#;
    let whole = Encoded::<Tree>::from_json(text).unwrap();
    let read =
        |limits: &Limits| Encoded::<Tree>::from_json_with(text, &JsonOptions::default(), limits);
    assert!(read(&limits(text.len(), whole.as_bytes().len())).is_ok());
    assert_eq!(
        read(&limits(text.len() - 1, 1 << 20)).unwrap_err().kind(),
        Kind::Limit
    );
    assert_eq!(
        read(&limits(1 << 20, whole.as_bytes().len() - 1))
            .unwrap_err()
            .kind(),
        Kind::Limit
    );
}
