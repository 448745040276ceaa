//! Edits of schemas: what the text becomes, what is refused, and that none of them breaks what was there before.

use std::fs;
use std::path::PathBuf;

use stillwire_compiler::breaking::{Level, Surfaces, compare};
use stillwire_compiler::edit::{Edit, EditError, Edited};
use stillwire_compiler::{Builder, check_source};

const ORDERS: &str = r#"/// Orders.
package acme.trading.v1;

use acme.common.v1.{Money as Amount, Side, Venue};

const USUAL: Side = .buy;

// What is sent.
message PlaceOrder {
  @1 id: u64;   // chosen by the client
  /// For the desk.
  #[since("1.1")]
  @2 note: string = "none";
  #[deprecated("old")] @3 side: Side = .buy;
  @4 legs: list<Leg> where len <= 4; // few
  @5 kind: Kind?;
  @6 price: Amount?;
  enum Mode { fast = 0; slow = 1; }
}
message Leg { @1 ratio: u16 where nonzero; @2 venue: Venue?; }
union Kind {
  @1 market;
  @2 limit: Amount;
}
flags Permit : u8 { read = 1; write = 1 << 1; }
struct Pair { a: u16; b: u16; }
message Empty {}
message Holder {
  // nothing yet
}
message Line {
  @1 id: u64;
  oneof body {
    @2 text: string;
    @4 raw: bytes;
  }
  @3 size: u8?;
}
service Book { rpc place(PlaceOrder) -> Leg; rpc cancel(Leg) throws CancelError; }
error CancelError {
  /// Too late.
  @1 filled: u32 => failed_precondition; // by then
  @2 halted => unavailable retryable;
}
"#;

const COMMON: &str = "package acme.common.v1;

enum Side : u8 { none = 0; buy = 1; sell = 2; reserved 7; }
message Venue { @1 side: Side where != .buy; @2 money: Money?; }
message Money { @1 amount: i64; @2 side: Side = .buy; }
";

/// Both files in a folder of the test's own.
fn schemas(name: &str) -> (PathBuf, Builder) {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("edit")
        .join(name);
    let _ = fs::remove_dir_all(&root);
    for (path, text) in [
        ("acme/trading/v1/orders.still", ORDERS),
        ("acme/common/v1/common.still", COMMON),
    ] {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let builder = Builder::new()
        .emit_rerun(false)
        .file(root.join("acme/trading/v1/orders.still"))
        .file(root.join("acme/common/v1/common.still"));
    (root, builder)
}

fn run(name: &str, edit: &Edit) -> Result<Edited, EditError> {
    let (root, builder) = schemas(name);
    let edited = builder.edit(edit)?;
    // Nothing is written, and what would be written breaks nothing on the wire.
    let orders = root.join("acme/trading/v1/orders.still");
    assert_eq!(fs::read_to_string(orders).unwrap(), ORDERS);
    let old = builder.check().unwrap();
    let after = edited.files.iter().fold(builder, |builder, (path, texts)| {
        builder.overlay(path, texts.new.as_str())
    });
    let changes = compare(&old.model, &after.check().unwrap().model);
    assert!(
        changes
            .iter()
            .all(|c| c.level(Surfaces::WIRE) < Level::Breaks),
        "{changes:?}"
    );
    Ok(edited)
}

/// Lines that go and lines that come, of all files.
fn lines(edited: &Edited) -> (Vec<&str>, Vec<&str>) {
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    for texts in edited.files.values() {
        let (old_lines, new_lines): (Vec<&str>, Vec<&str>) =
            (texts.old.lines().collect(), texts.new.lines().collect());
        gone.extend(old_lines.iter().filter(|l| !new_lines.contains(l)).copied());
        new.extend(new_lines.iter().filter(|l| !old_lines.contains(l)).copied());
    }
    (gone, new)
}

fn remove(target: &str) -> Edit {
    Edit::Remove {
        target: target.to_owned(),
    }
}

fn rename(target: &str, name: &str) -> Edit {
    Edit::Rename {
        target: target.to_owned(),
        name: name.to_owned(),
    }
}

fn deprecate(target: &str, why: &str) -> Edit {
    Edit::Deprecate {
        target: target.to_owned(),
        why: why.to_owned(),
    }
}

fn add(target: &str, member: &str) -> Edit {
    Edit::Add {
        target: target.to_owned(),
        member: member.to_owned(),
    }
}

#[test]
fn what_is_removed_leaves_its_tombstone_and_comments_stay() {
    for (target, gone, new) in [
        (
            "acme.trading.v1.PlaceOrder.id",
            vec!["  @1 id: u64;   // chosen by the client"],
            vec!["  @1 reserved u64 \"id\";   // chosen by the client"],
        ),
        // Docs and attributes go; text with a default is laid out as optional text.
        (
            "PlaceOrder.note",
            vec![
                "  /// For the desk.",
                "  #[since(\"1.1\")]",
                "  @2 note: string = \"none\";",
            ],
            vec!["  @2 reserved string? \"note\";"],
        ),
        (
            "PlaceOrder.side",
            vec!["  #[deprecated(\"old\")] @3 side: Side = .buy;"],
            vec!["  @3 reserved Side \"side\";"],
        ),
        (
            "PlaceOrder.legs",
            vec!["  @4 legs: list<Leg> where len <= 4; // few"],
            vec!["  @4 reserved list<Leg> \"legs\"; // few"],
        ),
        (
            "PlaceOrder.kind",
            vec!["  @5 kind: Kind?;"],
            vec!["  @5 reserved Kind? \"kind\";"],
        ),
        (
            "Leg.venue",
            vec!["message Leg { @1 ratio: u16 where nonzero; @2 venue: Venue?; }"],
            vec!["message Leg { @1 ratio: u16 where nonzero; @2 reserved Venue? \"venue\"; }"],
        ),
        (
            "Kind.limit",
            vec!["  @2 limit: Amount;"],
            vec!["  @2 reserved \"limit\";"],
        ),
        (
            "CancelError.filled",
            vec![
                "  /// Too late.",
                "  @1 filled: u32 => failed_precondition; // by then",
            ],
            vec!["  @1 reserved \"filled\"; // by then"],
        ),
        (
            "Line.raw",
            vec!["    @4 raw: bytes;"],
            vec!["    @4 reserved \"raw\";"],
        ),
        (
            "Side.sell",
            vec!["enum Side : u8 { none = 0; buy = 1; sell = 2; reserved 7; }"],
            vec!["enum Side : u8 { none = 0; buy = 1; reserved 2 \"sell\"; reserved 7; }"],
        ),
        (
            "Permit.write",
            vec!["flags Permit : u8 { read = 1; write = 1 << 1; }"],
            vec!["flags Permit : u8 { read = 1; }"],
        ),
    ] {
        let edited =
            run("remove", &remove(target)).unwrap_or_else(|error| panic!("{target}: {error}"));
        assert_eq!(lines(&edited), (gone, new), "{target}");
    }
}

#[test]
fn comments_within_what_is_removed_stay() {
    let (root, builder) = schemas("comments");
    let path = root.join("acme/common/v1/common.still");
    let text = "package acme.common.v1;
enum Side : u8 { none = 0; buy = 1; }
message Venue {
  // before
  @1 side: Side // why
    = .buy // and how
    ; // behind
}
message Money { @1 amount: i64; }
";
    let edited = builder
        .overlay(&path, text)
        .edit(&remove("Venue.side"))
        .unwrap();
    let expected = "
  // before
  // why
  // and how
  @1 reserved Side \"side\"; // behind
}
";
    assert!(
        edited.files[&path].new.contains(expected),
        "{}",
        edited.files[&path].new
    );
}

#[test]
fn a_type_is_renamed_wherever_it_is_named_and_nowhere_else() {
    let edited = run("rename_type", &rename("acme.common.v1.Side", "Direction")).unwrap();
    let (_, new) = lines(&edited);
    assert_eq!(
        new,
        [
            "enum Direction : u8 { none = 0; buy = 1; sell = 2; reserved 7; }",
            "message Venue { @1 side: Direction where != .buy; @2 money: Money?; }",
            "message Money { @1 amount: i64; @2 side: Direction = .buy; }",
            "use acme.common.v1.{Money as Amount, Direction, Venue};",
            "const USUAL: Direction = .buy;",
            "  #[deprecated(\"old\")] @3 side: Direction = .buy;",
        ]
    );
    // Under the name that an import gave it, it stays.
    let edited = run("rename_import", &rename("Money", "Sum")).unwrap();
    assert_eq!(
        lines(&edited).1,
        [
            "message Venue { @1 side: Side where != .buy; @2 money: Sum?; }",
            "message Sum { @1 amount: i64; @2 side: Side = .buy; }",
            "use acme.common.v1.{Sum as Amount, Side, Venue};",
        ]
    );
    let edited = run("rename_rpc", &rename("PlaceOrder", "OrderRequest")).unwrap();
    assert_eq!(
        lines(&edited).1,
        [
            "message OrderRequest {",
            "service Book { rpc place(OrderRequest) -> Leg; rpc cancel(Leg) throws CancelError; }"
        ]
    );
}

#[test]
fn a_value_is_renamed_in_defaults_constants_and_conditions() {
    let edited = run("rename_value", &rename("Side.buy", "bid")).unwrap();
    assert_eq!(
        lines(&edited).1,
        [
            "enum Side : u8 { none = 0; bid = 1; sell = 2; reserved 7; }",
            "message Venue { @1 side: Side where != .bid; @2 money: Money?; }",
            "message Money { @1 amount: i64; @2 side: Side = .bid; }",
            "const USUAL: Side = .bid;",
            "  #[deprecated(\"old\")] @3 side: Side = .bid;",
        ]
    );
    let edited = run("rename_field", &rename("PlaceOrder.note", "remark")).unwrap();
    assert_eq!(lines(&edited).1, ["  @2 remark: string = \"none\";"]);
    assert!(edited.changes.iter().any(|c| c.rule.name == "renamed"));
}

#[test]
fn what_is_deprecated_says_so_once() {
    for (target, new) in [
        (
            "PlaceOrder.id",
            vec!["  #[deprecated(\"say \\\"why\\\"\")]"],
        ),
        (
            "PlaceOrder.note",
            vec!["  #[deprecated(\"say \\\"why\\\"\")]"],
        ),
        (
            "PlaceOrder.side",
            vec!["  #[deprecated(\"say \\\"why\\\"\")] @3 side: Side = .buy;"],
        ),
        (
            "Leg.venue",
            vec![
                "message Leg { @1 ratio: u16 where nonzero; #[deprecated(\"say \\\"why\\\"\")] @2 venue: Venue?; }",
            ],
        ),
        ("Kind", vec!["#[deprecated(\"say \\\"why\\\"\")]"]),
    ] {
        let edited = run("deprecate", &deprecate(target, "say \"why\""))
            .unwrap_or_else(|error| panic!("{target}: {error}"));
        assert_eq!(lines(&edited).1, new, "{target}");
    }
}

#[test]
fn what_is_added_takes_the_next_ordinal_number_or_bit() {
    for (target, member, new) in [
        ("PlaceOrder", "account: string?", "  @7 account: string?;"),
        (
            "PlaceOrder",
            "depth: u16 = 10 where <= 20;",
            "  @7 depth: u16 = 10 where <= 20;",
        ),
        (
            "Leg",
            "size: u32",
            "message Leg { @1 ratio: u16 where nonzero; @2 venue: Venue?; @3 size: u32; }",
        ),
        ("Kind", "stop: Leg", "  @3 stop: Leg;"),
        ("Line.body", "url: string", "    @5 url: string;"),
        ("Line", "more: u16", "  @5 more: u16;"),
        (
            "Side",
            "cross",
            "enum Side : u8 { none = 0; buy = 1; sell = 2; reserved 7; cross = 8; }",
        ),
        (
            "Side",
            "cross = 5",
            "enum Side : u8 { none = 0; buy = 1; sell = 2; reserved 7; cross = 5; }",
        ),
        (
            "Permit",
            "owner",
            "flags Permit : u8 { read = 1; write = 1 << 1; owner = 1 << 2; }",
        ),
        (
            "CancelError",
            "gone => not_found",
            "  @3 gone => not_found;",
        ),
        ("Empty", "id: u8", "message Empty { @1 id: u8; }"),
        ("Holder", "id: u8", "  @1 id: u8;"),
        (
            "PlaceOrder.Mode",
            "idle",
            "  enum Mode { fast = 0; slow = 1; idle = 2; }",
        ),
    ] {
        let edited =
            run("add", &add(target, member)).unwrap_or_else(|error| panic!("{target}: {error}"));
        assert_eq!(lines(&edited).1, [new], "{target}");
    }
}

#[test]
fn what_would_break_the_wire_or_does_not_compile_is_refused_and_says_what_to_write() {
    for (edit, part) in [
        (add("PlaceOrder", "leg: Leg"), "write `@7 leg: Leg?;`"),
        (
            add("PlaceOrder", "size: u32 where nonzero"),
            "write `@7 size: u32?;`",
        ),
        (add("Pair", "c: u16"), "a struct is frozen"),
        (add("PlaceOrder", "note: u8"), "S0107"),
        (add("PlaceOrder", "x: Nothing"), "S0302"),
        (
            add("PlaceOrder.note", "x: u8"),
            "members are added to types",
        ),
        (remove("Line.body"), "removed member by member"),
        (add("Line.text", "x: u8"), "members are added to types"),
        (remove("Pair.a"), "a struct is frozen"),
        // Clients know an error by its name.
        (rename("CancelError", "Refusal"), "keep the name"),
        (remove("PlaceOrder"), "only members can be removed"),
        // A default uses it, so there is no schema without it.
        (remove("Side.buy"), "S0307"),
        (remove("Side.none"), "S0509"),
        (rename("PlaceOrder.note", "Note"), "S0106"),
        (rename("PlaceOrder.note", "id"), "S0107"),
        (remove("PlaceOrder.nota"), "did you mean `PlaceOrder.note`?"),
        (remove("side"), "may be any of acme."),
        (remove("Nobody.at_all"), "there is no `Nobody.at_all`"),
    ] {
        let error = run("refused", &edit).unwrap_err();
        assert!(error.to_string().contains(part), "{edit:?}: {error}");
    }
}

#[test]
fn broken_schemas_are_not_edited() {
    let (root, builder) = schemas("broken");
    let builder = builder.overlay(
        root.join("acme/common/v1/common.still"),
        "package acme.common.v1;\nenum {",
    );
    let error = builder.edit(&remove("PlaceOrder.id")).unwrap_err();
    assert!(matches!(error, EditError::Before(_)), "{error}");
}

#[test]
fn the_schemas_of_these_tests_are_sound() {
    assert!(check_source("common", COMMON).is_ok());
    let (_, builder) = schemas("sound");
    assert!(builder.check().is_ok());
}
