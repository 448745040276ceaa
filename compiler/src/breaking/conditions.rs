//! Conditions, of one version against the other: which values each allows.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{Model, Rule, Step, Test, Type, TypeBody, Value};
use crate::span::Span;

/// How what the newer version allows relates to what the older one did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Same,
    Tighter,
    Looser,
    /// Both at once.
    Other,
}

/// Values that meet all conditions of one place.
#[derive(Debug, Clone, PartialEq)]
struct Allowed {
    low: i128,
    high: i128,
    not: BTreeSet<i128>,
    float_low: f64,
    float_high: f64,
    low_in: bool,
    high_in: bool,
    float_not: BTreeSet<u64>,
    nan: bool,
    len_low: u64,
    len_high: u64,
    zero: bool,
    repeated: bool,
    not_text: bool,
}

impl Allowed {
    /// Every value of a type.
    fn all(range: (i128, i128)) -> Self {
        Self {
            low: range.0,
            high: range.1,
            not: BTreeSet::new(),
            float_low: f64::NEG_INFINITY,
            float_high: f64::INFINITY,
            low_in: true,
            high_in: true,
            float_not: BTreeSet::new(),
            nan: true,
            len_low: 0,
            len_high: u64::MAX,
            zero: true,
            repeated: true,
            not_text: true,
        }
    }

    fn meet(&mut self, test: &Test) {
        match *test {
            Test::Int { low, high } => {
                self.low = self.low.max(low);
                self.high = self.high.min(high);
            }
            Test::IntNot(n) => {
                self.not.insert(n);
            }
            Test::Float {
                low,
                high,
                low_in,
                high_in,
            } => self.meet_float(low, high, low_in, high_in),
            Test::FloatNot(n) => {
                self.nan = false;
                // Both zeros are equal.
                self.float_not.insert((n + 0.0).to_bits());
            }
            Test::Finite => self.meet_float(f64::NEG_INFINITY, f64::INFINITY, false, false),
            Test::NonZero => self.zero = false,
            Test::Len { low, high } => {
                self.len_low = self.len_low.max(low);
                self.len_high = self.len_high.min(high);
            }
            Test::Unique => self.repeated = false,
            Test::Utf8 => self.not_text = false,
        }
        // What is left out at an end is an end that is nearer.
        while self.low <= self.high && self.not.remove(&self.low) {
            self.low = self.low.saturating_add(1);
        }
        while self.low <= self.high && self.not.remove(&self.high) {
            self.high = self.high.saturating_sub(1);
        }
        let (low, high) = (self.low, self.high);
        self.not.retain(|n| (low..=high).contains(n));
    }

    fn meet_float(&mut self, low: f64, high: f64, low_in: bool, high_in: bool) {
        self.nan = false;
        if low > self.float_low {
            (self.float_low, self.low_in) = (low, low_in);
        } else if low == self.float_low {
            self.low_in &= low_in;
        }
        if high < self.float_high {
            (self.float_high, self.high_in) = (high, high_in);
        } else if high == self.float_high {
            self.high_in &= high_in;
        }
    }

    /// Whether `other` allows all that this allows.
    fn within(&self, other: &Self) -> bool {
        let int = self.low > self.high
            || (other.low <= self.low
                && self.high <= other.high
                && other
                    .not
                    .iter()
                    .all(|n| self.not.contains(n) || *n < self.low || *n > self.high));
        let low = self.float_low > other.float_low
            || (self.float_low == other.float_low && (other.low_in || !self.low_in));
        let high = self.float_high < other.float_high
            || (self.float_high == other.float_high && (other.high_in || !self.high_in));
        let not = other.float_not.iter().all(|bits| {
            let n = f64::from_bits(*bits);
            self.float_not.contains(bits) || n < self.float_low || n > self.float_high
        });
        int && low
            && high
            && not
            && other.len_low <= self.len_low
            && self.len_high <= other.len_high
            && (other.nan || !self.nan)
            && (other.zero || !self.zero)
            && (other.repeated || !self.repeated)
            && (other.not_text || !self.not_text)
    }
}

/// Compares the conditions of a member whose type has not changed; `ty` is the newer version's.
pub(super) fn compare(model: &Model, ty: &Type, old: &[Rule], new: &[Rule]) -> Order {
    let (mut tighter, mut looser) = (false, false);
    let (old, new) = (places(model, ty, old), places(model, ty, new));
    let ats: BTreeSet<&Vec<u8>> = old.keys().chain(new.keys()).collect();
    for at in ats {
        let all = Allowed::all(range(model, inner(ty, at)));
        let was = old.get(at).unwrap_or(&all);
        let is = new.get(at).unwrap_or(&all);
        tighter |= !was.within(is);
        looser |= !is.within(was);
    }
    match (tighter, looser) {
        (false, false) => Order::Same,
        (true, false) => Order::Tighter,
        (false, true) => Order::Looser,
        (true, true) => Order::Other,
    }
}

fn places(model: &Model, ty: &Type, rules: &[Rule]) -> BTreeMap<Vec<u8>, Allowed> {
    let mut places = BTreeMap::new();
    for rule in rules {
        let at: Vec<u8> = rule.at.iter().map(|step| number(*step)).collect();
        let range = range(model, inner(ty, &at));
        places
            .entry(at)
            .or_insert_with(|| Allowed::all(range))
            .meet(&rule.test);
    }
    places
}

fn number(step: Step) -> u8 {
    match step {
        Step::Each => 0,
        Step::Key => 1,
        Step::Value => 2,
    }
}

/// The type at a place within `ty`.
fn inner<'t>(ty: &'t Type, at: &[u8]) -> &'t Type {
    at.iter().fold(ty, |ty, step| match (ty, step) {
        (Type::List(of) | Type::Array(of, _), 0) => of,
        (Type::Map(key, _), 1) => key,
        (Type::Map(_, value), 2) => value,
        _ => ty,
    })
}

/// The aliases of a model that have conditions, by where those stand.
#[derive(Debug, Default)]
pub(super) struct Aliases {
    by_span: HashMap<Span, String>,
    /// Full names of all aliases, and whether they have conditions.
    names: HashMap<String, bool>,
}

impl Aliases {
    pub(super) fn of(model: &Model) -> Self {
        let mut all = Self::default();
        for package in &model.packages {
            for alias in &package.aliases {
                let name = format!("{}.{}", package.name, alias.name);
                for rule in &alias.rules {
                    all.by_span.insert(rule.span, name.clone());
                }
                all.names.insert(name, !alias.rules.is_empty());
            }
        }
        all
    }

    /// Splits conditions into a member's own and the aliases that the others came from.
    fn split(&self, rules: &[Rule]) -> (Vec<Rule>, BTreeSet<&String>) {
        let mut own = Vec::new();
        let mut from = BTreeSet::new();
        for rule in rules {
            match self.by_span.get(&rule.span) {
                Some(name) => {
                    from.insert(name);
                }
                None => own.push(rule.clone()),
            }
        }
        (own, from)
    }

    /// Whether an alias of this name has no conditions, so that nobody can tell where it is used.
    fn is_bare(&self, name: &String) -> bool {
        self.names.get(name) == Some(&false)
    }
}

/// Whether conditions differ by nothing but what has changed in aliases, which is told there.
pub(super) fn only_aliases(
    model: &Model,
    ty: &Type,
    (old, olds): (&[Rule], &Aliases),
    (new, news): (&[Rule], &Aliases),
) -> bool {
    let ((own, from), (own_now, from_now)) = (olds.split(old), news.split(new));
    let same = compare(model, ty, &own, &own_now) == Order::Same;
    same && from
        .symmetric_difference(&from_now)
        .all(|name| olds.is_bare(name) || news.is_bare(name))
}

/// The whole numbers that a type can be.
fn range(model: &Model, ty: &Type) -> (i128, i128) {
    match ty {
        Type::Timestamp | Type::Duration | Type::Decimal(_) => (i64::MIN.into(), i64::MAX.into()),
        Type::Named(id) => match &model.get(*id).body {
            TypeBody::Enum(body) => body.repr.range(),
            TypeBody::Flags(body) => body.repr.range(),
            _ => (i128::MIN, i128::MAX),
        },
        other => other
            .int()
            .map_or((i128::MIN, i128::MAX), |int| int.range()),
    }
}

/// Whether an absent field of this type, which is no message or union, meets its conditions. `deep`: those of a
/// struct's own fields as well.
pub(super) fn absent_meets(
    model: &Model,
    ty: &Type,
    default: Option<&Value>,
    rules: &[Rule],
    deep: bool,
) -> bool {
    rules
        .iter()
        .all(|rule| test_absent(ty, default, &rule.at, &rule.test))
        && (!deep || zero_holds(model, ty))
}

fn test_absent(ty: &Type, default: Option<&Value>, at: &[Step], test: &Test) -> bool {
    match at {
        [] => {}
        // An array is there with all its elements; lists and maps are empty.
        [Step::Each, rest @ ..] => {
            return match ty {
                Type::Array(of, _) => test_absent(of, None, rest, test),
                _ => true,
            };
        }
        _ => return true,
    }
    let int = match default {
        Some(Value::Int(n)) => *n,
        Some(Value::Enum { number, .. }) => (*number).into(),
        Some(Value::Flags { bits, .. }) => (*bits).into(),
        Some(Value::Bool(true)) => 1,
        _ => 0,
    };
    let float = match default {
        Some(Value::Float(n)) => *n,
        _ => 0.0,
    };
    let len = match default {
        Some(Value::String(text)) => text.len() as u64,
        Some(Value::Bytes(bytes)) => bytes.len() as u64,
        _ => match ty {
            Type::Array(_, count) => (*count).into(),
            _ => 0,
        },
    };
    match test {
        Test::NonZero => false,
        Test::Unique => !matches!(ty, Type::Array(_, 2..)),
        // A default met it when it was checked.
        Test::Finite | Test::Utf8 => true,
        _ => test.allows_int(int) && test.allows_float(float) && test.allows_len(len),
    }
}

/// Whether zeros meet the conditions of the structs in a type.
fn zero_holds(model: &Model, ty: &Type) -> bool {
    match ty {
        Type::Array(of, _) => zero_holds(model, of),
        Type::Named(id) => match &model.get(*id).body {
            TypeBody::Struct(body) => body
                .fields
                .iter()
                .all(|f| absent_meets(model, &f.ty, None, &f.rules, true)),
            _ => true,
        },
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_source;

    /// How the second `where` relates to the first, for a field of this type.
    fn order(ty: &str, old: &str, new: &str) -> Order {
        let text = |rules: &str| {
            format!(
                "package a.v1; enum E : u8 {{ none = 0; one = 1; two = 2; }} message M {{ @1 x: {ty} {rules}; }}"
            )
        };
        let old = check_source("old", &text(old)).unwrap();
        let new = check_source("new", &text(new)).unwrap();
        let changes = crate::breaking::compare(&old.model, &new.model);
        let names: Vec<&str> = changes.iter().map(|c| c.rule.name).collect();
        match names.as_slice() {
            [] => Order::Same,
            ["where-tightened" | "absent-refused"] => Order::Tighter,
            ["where-relaxed"] => Order::Looser,
            ["where-tightened" | "absent-refused", "where-relaxed"] => Order::Other,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_allows_the_same_is_the_same_however_it_is_written() {
        for (ty, a, b) in [
            ("u32", "where nonzero", "where > 0"),
            ("u32", "where != 0", "where >= 1"),
            ("i8", "where in -128..=5", "where <= 5"),
            ("u8", "where > 3, != 4", "where >= 5"),
            ("f64", "where finite", "where finite"),
            ("f64", "where in 0.0..=1.0", "where >= 0.0, <= 1.0, finite"),
            (
                "list<u8>",
                "where len < 4, each > 1",
                "where each >= 2, len <= 3",
            ),
            (
                "map<u8, string>",
                "where key > 0, value len > 0",
                "where value len >= 1, key nonzero",
            ),
        ] {
            assert_eq!(order(ty, a, b), Order::Same, "{ty} {a} {b}");
            assert_eq!(order(ty, b, a), Order::Same, "{ty} {b} {a}");
        }
    }

    #[test]
    fn each_condition_tightens_and_its_removal_relaxes() {
        for (ty, rule) in [
            ("u32?", "where > 0"),
            ("u32?", "where != 7"),
            ("i64?", "where in -5..=5"),
            ("f64?", "where > 0.0"),
            ("f64?", "where != 1.5"),
            ("f64?", "where finite"),
            ("E?", "where != .one"),
            ("uuid?", "where nonzero"),
            ("bytes?", "where utf8"),
            ("string?", "where len in 1..=4"),
            ("list<u8>", "where unique"),
            ("list<u8>", "where each > 0"),
            ("map<u8, u8>", "where key > 0"),
            ("map<u8, u8>", "where value > 0"),
            ("decimal<2>?", "where > 0.01"),
            ("duration?", "where > 1s"),
            ("[u8; 4]?", "where each > 0"),
        ] {
            assert_eq!(order(ty, "", rule), Order::Tighter, "{ty} {rule}");
            assert_eq!(order(ty, rule, ""), Order::Looser, "{ty} {rule}");
        }
    }

    #[test]
    fn a_limit_that_moves_by_one_is_told() {
        assert_eq!(order("u16", "where < 10", "where < 9"), Order::Tighter);
        assert_eq!(order("u16", "where < 10", "where <= 9"), Order::Same);
        assert_eq!(order("u16", "where < 10", "where <= 10"), Order::Looser);
        assert_eq!(
            order("u16?", "where in 1..=9", "where in 2..=10"),
            Order::Other
        );
        assert_eq!(order("f32", "where < 1.0", "where <= 1.0"), Order::Looser);
        assert_eq!(
            order("string", "where len < 3", "where len < 4"),
            Order::Looser
        );
    }
}
