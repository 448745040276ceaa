use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// The fingerprint of the type `name` of a schema without its package line.
fn of(schema: &str, name: &str) -> u64 {
    let text = format!("package a.v1;\n{schema}");
    let model = crate::check_source("a.still", &text)
        .unwrap_or_else(|error| panic!("{error} in {text}"))
        .model;
    let at = model.types.iter().position(|def| def.name == name);
    fingerprints(&model)[at.unwrap()]
}

#[test]
fn it_is_of_the_text_that_the_document_specifies() {
    // printf 'message{}' | sha256sum, and so on.
    let schema = "message M {} message N { @1 m: M?; @2 x: i8 = -1; @3 reserved u16 \"y\"; }";
    assert_eq!(of(schema, "M"), number("message{}"));
    assert_eq!(of(schema, "M"), 0x649e_1519_947c_777c);
    let text = format!("message{{#{:016x}?,i8=ff,-u16}}", number("message{}"));
    assert_eq!(of(schema, "N"), number(&text));
    let circle = "message A { @1 b: B?; @2 a: list<A>; } message B { @1 a: A?; @2 b: map<u8, B>; }";
    assert_eq!(
        of(circle, "A"),
        number("message{^1?,list<^0>};message{^0?,map<u8,^1>}")
    );
    assert_eq!(
        of(circle, "B"),
        number("message{^1?,map<u8,^0>};message{^0?,list<^1>}")
    );
}

/// What edits are made to.
const WHOLE: &str = "
enum Side : u8 { unspecified = 0; buy = 1; }
closed enum Door : i8 { shut = 0; open = 1; }
flags Mode : u8 { low = 1; high = 2; }
struct Level { price: decimal<2>; sizes: [u16; 3]; side: Side; }
union Kind { @1 market; @2 limit: Leg; @3 reserved; @4 text: string; }
closed union Answer { @1 yes; @2 no: bytes; }
message Leg { @1 ratio: u16 = 7; @2 order: Order?; @3 reserved u32 \"old\"; }
message Order {
  @1 id: u32;
  @2 live: bool = true;
  @3 side: Side = .buy;
  @4 door: Door;
  @5 mode: Mode = .high;
  @6 share: f64 = 0.5;
  @7 name: string?;
  @8 levels: list<Level>;
  @9 kind: Kind?;
  @10 by_name: map<string, Leg>;
  @11 carried: encoded<Leg>?;
  @12 answer: Answer?;
  @13 at: timestamp;
}
message Unrelated { @1 x: u8; }
";

#[test]
fn every_edit_of_the_layout_changes_it_wherever_it_is_made() {
    let edits = [
        ("@1 id: u32;", "@1 id: i32;"),
        ("@1 id: u32;", "@1 id: u32?;"),
        ("@1 id: u32;", "@1 id: u32 = 1;"),
        ("@1 id: u32;", "@1 reserved u32 \"id\";"),
        ("bool = true", "bool"),
        ("Side = .buy", "Side"),
        ("@3 side: Side = .buy", "@3 side: u8 = 1"),
        ("Mode = .high", "Mode = .low"),
        ("f64 = 0.5", "f64 = -0.5"),
        ("f64 = 0.5", "f64 = -0.0"),
        ("@7 name: string?", "@7 name: string"),
        ("@7 name: string?", "@7 name: bytes?"),
        ("@7 name: string?", "@7 name: string = \"a\""),
        ("@7 name: string?", "@7 name: string = \"b\""),
        ("@7 name: string?", "@7 name: bytes = b\"a\""),
        ("list<Level>", "list<list<Level>>"),
        ("@9 kind: Kind?", "@9 kind: Kind"),
        ("map<string, Leg>", "map<u32, Leg>"),
        ("map<string, Leg>", "map<string, Order>"),
        ("encoded<Leg>?", "Leg?"),
        ("encoded<Leg>?", "encoded<Order>?"),
        ("encoded<Leg>?", "bytes?"),
        ("@13 at: timestamp", "@13 at: i64"),
        ("@13 at: timestamp", "@13 at: duration"),
        ("@13 at: timestamp;", "@13 at: timestamp; @14 more: u8;"),
        ("enum Side : u8", "enum Side : u16"),
        ("\nenum Side", "\nclosed enum Side"),
        ("closed enum", "enum"),
        ("open = 1; }", "open = 1; ajar = 2; }"),
        ("open = 1; }", "open = -1; }"),
        ("flags Mode : u8", "flags Mode : u32"),
        ("decimal<2>", "decimal<3>"),
        ("[u16; 3]", "[u16; 4]"),
        ("[u16; 3]", "[i16; 3]"),
        ("side: Side; }", "side: Side; more: u8; }"),
        (
            "price: decimal<2>; sizes: [u16; 3];",
            "sizes: [u16; 3]; price: decimal<2>;",
        ),
        ("@1 market", "@1 market: u8"),
        ("@2 limit: Leg", "@2 limit: encoded<Leg>"),
        ("@3 reserved;", "@3 back;"),
        ("@4 text: string", "@4 text: bytes"),
        ("@4 text: string;", "@4 text: string; @5 more;"),
        ("closed union", "union"),
        ("@2 no: bytes", "@2 no: string"),
        ("u16 = 7", "u16 = 8"),
        ("@2 order: Order?", "@2 order: Leg?"),
        ("@2 order: Order?", "@2 order: list<Order>"),
        ("@3 reserved u32 \"old\"", "@3 reserved u64 \"old\""),
        ("@3 reserved u32 \"old\"", "@3 reserved u32? \"old\""),
        ("@3 reserved u32 \"old\"", "@3 old: u32"),
    ];
    let mut seen = vec![of(WHOLE, "Order")];
    for (from, to) in edits {
        assert!(WHOLE.contains(from), "{from}");
        let edited = WHOLE.replacen(from, to, 1);
        let found = of(&edited, "Order");
        assert!(!seen.contains(&found), "{from} became {to}");
        seen.push(found);
        // `Leg` holds an `Order`, so all that an `Order` holds is in a `Leg`.
        let leg = of(&edited, "Leg");
        assert!(
            leg != of(WHOLE, "Leg") && leg != found,
            "{from} became {to}"
        );
        assert_eq!(of(&edited, "Unrelated"), of(WHOLE, "Unrelated"));
    }
}

#[test]
fn what_does_not_move_a_byte_changes_nothing() {
    let edits = [
        (
            "@1 id: u32;",
            "/// Docs.\n #[deprecated(\"no\")] @1 id: u32;",
        ),
        ("@1 id: u32;", "@1 id: u32 where >= 0, <= 9;"),
        ("u32 \"old\"", "u32 \"older\""),
        ("@1 id: u32;", "@1 id: Alias;"),
        ("@1 id: u32;", "@1 id: Id;"),
        ("Side = .buy", "Turned = .buy"),
        ("[u16; 3]", "[u16; 1 + 2]"),
        ("@1 id: u32;", "@1 id: u32 = 0;"),
        ("buy = 1; }", "buy = 1; sell = 2; }"),
        (
            "{ low = 1; high = 2; }",
            "{ low = 1; high = 2; top = 0x80; }",
        ),
        ("shut = 0; open = 1;", "open = 1; shut = 0;"),
        ("message Unrelated", "message Other {} message Unrelated"),
    ];
    let with_alias = |text: &str| {
        format!("type Alias = u32; #[newtype] type Id = u32; #[newtype] type Turned = Side; {text}")
    };
    for (from, to) in edits {
        assert!(WHOLE.contains(from), "{from}");
        let edited = with_alias(&WHOLE.replacen(from, to, 1));
        for name in ["Order", "Leg", "Unrelated"] {
            assert_eq!(of(&edited, name), of(WHOLE, name), "{from} became {to}");
        }
    }
}

/// The declarations of [`WHOLE`].
fn declarations() -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in WHOLE.lines().filter(|line| !line.is_empty()) {
        match out.last_mut() {
            Some(last) if line.starts_with([' ', '}']) => {
                last.push('\n');
                last.push_str(line);
            }
            _ => out.push(line.to_owned()),
        }
    }
    out
}

proptest! {
    #[test]
    fn neither_names_nor_the_order_of_lines_count(
        order in Just(declarations()).prop_shuffle(),
        lines in Just((1..=13).collect::<Vec<usize>>()).prop_shuffle(),
        suffix in "[A-Z][a-z]{1,4}",
    ) {
        let mut text = order.join("\n");
        // The fields of `Order`, in another order and with other names.
        let (head, body) = text.split_once("message Order {\n").unwrap();
        let (body, tail) = body.split_once("\n}").unwrap();
        let fields: Vec<&str> = body.lines().collect();
        let fields: Vec<String> = lines.iter().map(|i| fields[i - 1].replacen(": ", &format!("_{}: ", suffix.to_lowercase()), 1)).collect();
        text = format!("{head}message Order {{\n{}\n}}{tail}", fields.join("\n"));
        let expected = ["Order", "Leg"].map(|name| of(WHOLE, name));
        for name in ["Side", "Door", "Mode", "Level", "Kind", "Answer", "Leg", "Order"] {
            text = text.replace(name, &format!("{name}X{suffix}"));
        }
        let found = ["Order", "Leg"].map(|name| of(&text, &format!("{name}X{suffix}")));
        prop_assert_eq!(found, expected, "{}", text);
    }
}

/// How long it takes for a schema, once it is checked.
fn time(schema: &str) -> Duration {
    let text = format!("package a.v1;\n{schema}");
    let model = crate::check_source("a.still", &text).unwrap().model;
    let start = Instant::now();
    let found = fingerprints(&model);
    let took = start.elapsed();
    let mut unique = found.clone();
    unique.sort_unstable();
    unique.dedup();
    assert!(unique.len() > 1);
    took
}

#[test]
fn ten_thousand_types_in_one_chain_and_a_thousand_in_one_circle_take_no_time_to_speak_of() {
    let chain: String = (0..10_000)
        .map(|i| format!("message M{i} {{ @1 next: M{}?; @2 x: u32; }}\n", i + 1))
        .chain(["message M10000 {}".to_owned()])
        .collect();
    assert!(time(&chain) < Duration::from_secs(5), "{:?}", time(&chain));
    let circle: String = (0..1_000)
        .map(|i| {
            format!(
                "message M{i} {{ @1 next: M{}?; @2 x: list<M{}>; @{} y: string; }}\n",
                (i + 1) % 1_000,
                i * 7 % 1_000,
                3
            )
        })
        .chain(["message Other {}".to_owned()])
        .collect();
    assert!(
        time(&circle) < Duration::from_secs(10),
        "{:?}",
        time(&circle)
    );
}
