//! Trees of schemas as they grow where many teams write them: made from nothing but their size, so that figures compare.
//!
//! ```text
//! 4 files a package, 10 types a file: 2 enums, a struct, a union, 6 messages of 5 to 15 fields, a `oneof` in some
//! a package imports up to 3 earlier ones; every fourth file has a service
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Types of each file.
pub(crate) const TYPES: usize = 10;
/// Files of each package.
const FILES: usize = 4;
/// Which of the types of a file are messages: the others are in the order of `file`.
const MESSAGES: std::ops::Range<usize> = 4..TYPES;

const NOUNS: [&str; 40] = [
    "Account", "Address", "Batch", "Booking", "Cart", "Charge", "Claim", "Contract", "Customer",
    "Delivery", "Device", "Discount", "Document", "Event", "Invoice", "Item", "Journal", "Ledger",
    "Limit", "Location", "Margin", "Market", "Member", "Notice", "Offer", "Order", "Parcel",
    "Payment", "Plan", "Policy", "Position", "Price", "Product", "Quote", "Refund", "Report",
    "Route", "Session", "Ticket", "Vendor",
];
const AREAS: [&str; 8] = [
    "billing", "catalog", "fleet", "identity", "ledger", "orders", "risk", "search",
];
const FIELDS: [&str; 20] = [
    "amount",
    "balance",
    "category",
    "code",
    "comment",
    "count",
    "details",
    "display_name",
    "kind",
    "label",
    "owner",
    "parent",
    "priority",
    "quantity",
    "rate",
    "reference",
    "region",
    "source",
    "status",
    "target",
];

/// The schemas of `files` files by their paths below a root.
pub(crate) fn files(files: usize) -> BTreeMap<PathBuf, String> {
    (0..files).map(|file| (path(file), text(file))).collect()
}

/// Writes them below `root`, and says where.
pub(crate) fn write(root: &Path, count: usize) -> io::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for (path, text) in files(count) {
        let path = root.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(&path, text)?;
        written.push(path);
    }
    Ok(written)
}

fn package(number: usize) -> String {
    format!("acme.{}.p{number}.v1", AREAS[number % AREAS.len()])
}

fn path(file: usize) -> PathBuf {
    let directory = package(file / FILES).replace('.', "/");
    Path::new(&directory).join(format!("part{}.still", file % FILES))
}

/// No other type of any file has this name.
fn name(file: usize, ty: usize) -> String {
    format!("{}{file}", NOUNS[(file * 7 + ty) % NOUNS.len()])
}

/// Numbers that look like chance and are the same everywhere (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound as u64).unwrap()
    }
}

/// What a file takes from files of other packages: their numbers, in the order of their packages.
fn imports(file: usize, chance: &mut Chance) -> Vec<usize> {
    let own = file / FILES;
    let mut found = BTreeMap::new();
    for _ in 0..chance.below(4).min(own) {
        let package = chance.below(own);
        found.insert(package, package * FILES + chance.below(FILES));
    }
    found.into_values().collect()
}

fn text(file: usize) -> String {
    let mut chance = Chance(file as u64);
    let others = imports(file, &mut chance);
    let mut used = BTreeSet::new();
    let body = items(file, &others, &mut used, &mut chance);
    // As the formatter has them.
    let mut uses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (other, ty) in used {
        let names = uses.entry(package(other / FILES)).or_default();
        names.push(name(other, ty));
        names.sort();
    }
    let mut out = format!("package {};\n\n", package(file / FILES));
    for (package, names) in &uses {
        match names.as_slice() {
            [name] => writeln!(out, "use {package}.{name};"),
            names => writeln!(out, "use {package}.{{{}}};", names.join(", ")),
        }
        .unwrap();
    }
    if !uses.is_empty() {
        out.push('\n');
    }
    out + body.trim_end() + "\n"
}

/// All that a file declares. What it needs of `others` comes to `used`.
fn items(
    file: usize,
    others: &[usize],
    used: &mut BTreeSet<(usize, usize)>,
    chance: &mut Chance,
) -> String {
    let mut out = String::new();
    let upper = format!("MAX_{file}");
    writeln!(
        out,
        "/// How many there may be.\nconst {upper}: u32 = 1 << {};\n",
        4 + file % 12
    )
    .unwrap();
    writeln!(
        out,
        "/// A short name.\ntype Name{file} = string where len <= 64;\n"
    )
    .unwrap();
    for ty in 0..2 {
        writeln!(
            out,
            "/// Where something of {} stands.\nenum {} : u8 {{",
            file,
            name(file, ty)
        )
        .unwrap();
        writeln!(out, "  /// Nobody said.\n  unspecified = 0;").unwrap();
        for value in 1..=3 + chance.below(5) {
            writeln!(out, "  /// The next step.\n  step_{value} = {value};").unwrap();
        }
        out.push_str("}\n\n");
    }
    let fields =
        "  /// Across.\n  x: i32;\n  /// Down.\n  y: i32;\n  /// When.\n  at: timestamp;\n";
    writeln!(
        out,
        "/// A point.\nstruct {} {{\n{fields}}}\n",
        name(file, 2)
    )
    .unwrap();
    let (first, second) = (name(file, MESSAGES.start), name(file, MESSAGES.start + 1));
    writeln!(
        out,
        "/// One or the other.\nunion {} {{\n  /// Neither.\n  @1 none;\n  /// The one.\n  @2 first: {first};\n  /// The other.\n  @3 second: {second};\n}}\n",
        name(file, 3)
    )
    .unwrap();
    for ty in MESSAGES {
        message(&mut out, file, ty, others, used, chance);
    }
    if file.is_multiple_of(4) {
        let (third, fourth) = (
            name(file, MESSAGES.start + 2),
            name(file, MESSAGES.start + 3),
        );
        writeln!(
            out,
            "/// What others ask.\nservice Desk{file} {{\n  /// One of them.\n  #[safe]\n  rpc get({first}) -> {second};\n  /// Many of them.\n  rpc watch({third}) -> stream {fourth};\n}}\n"
        )
        .unwrap();
    }
    out
}

fn message(
    out: &mut String,
    file: usize,
    ty: usize,
    others: &[usize],
    used: &mut BTreeSet<(usize, usize)>,
    chance: &mut Chance,
) {
    writeln!(
        out,
        "/// Number {ty} of this part.\nmessage {} {{",
        name(file, ty)
    )
    .unwrap();
    let start = chance.below(FIELDS.len());
    let fields = 5 + chance.below(11);
    for field in 0..fields {
        let ordinal = field + 1;
        let label = FIELDS[(start + field) % FIELDS.len()];
        let what = field_type(file, ty, others, used, chance);
        writeln!(
            out,
            "  /// What is known of the {}.",
            label.replace('_', " ")
        )
        .unwrap();
        writeln!(out, "  @{ordinal} {label}: {what};").unwrap();
    }
    if ty > MESSAGES.start && chance.below(4) == 0 {
        let members = [
            "how: string".to_owned(),
            "many: u64".to_owned(),
            format!("which: {}", name(file, MESSAGES.start)),
        ];
        out.push_str("  /// One of them, or none.\n  oneof choice? {\n");
        for (member, ordinal) in members.iter().zip(fields + 1..) {
            writeln!(out, "    /// If so.\n    @{ordinal} {member};").unwrap();
        }
        out.push_str("  }\n");
    }
    out.push_str("}\n\n");
}

/// What of the fields of a message is numbers, text, lists and types of its own is much as in the public schemas of large services.
fn field_type(
    file: usize,
    ty: usize,
    others: &[usize],
    used: &mut BTreeSet<(usize, usize)>,
    chance: &mut Chance,
) -> String {
    // Of this file, or of an imported one.
    let from = match chance.below(2) {
        1 if !others.is_empty() => others[chance.below(others.len())],
        _ => file,
    };
    let mut take = |ty| {
        if from != file {
            used.insert((from, ty));
        }
        name(from, ty)
    };
    // A sibling needs no import; only an earlier type may be required.
    let sibling = file / FILES * FILES + chance.below(file % FILES + 1);
    match chance.below(24) {
        0 | 1 => "u64".to_owned(),
        2 => "u32".to_owned(),
        3 => "i64".to_owned(),
        4 => "bool".to_owned(),
        5 => "f64".to_owned(),
        6..=8 => "string".to_owned(),
        9 => "string?".to_owned(),
        10 => "bytes".to_owned(),
        11 => "timestamp".to_owned(),
        12 => "uuid".to_owned(),
        13 => "decimal<4>".to_owned(),
        14 => format!("u32 where <= MAX_{file}"),
        15 => format!("Name{file}"),
        16 => "list<string>".to_owned(),
        17 => "map<string, u64>".to_owned(),
        18 => take(0),
        19 => format!("list<{}>", take(2)),
        20 => format!("list<{}>", take(MESSAGES.start)),
        21 => format!(
            "{}?",
            name(sibling, MESSAGES.start + chance.below(MESSAGES.len()))
        ),
        22 if ty > MESSAGES.start + 1 => name(file, 3),
        23 if ty > MESSAGES.start => name(file, MESSAGES.start),
        _ => "u16?".to_owned(),
    }
}
