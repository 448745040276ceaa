//! How names are written and re-cased. Ground floor: imports nothing of ours.
//!
//! Schemas have one case for each kind of name and targets re-case: `order_id` becomes `orderId` in
//! JSON, `OrderId` as a Rust variant, `ORDER_ID` in a protobuf enum. That is safe because names are
//! unique in their [`canonical`] form, in which all of these are `orderid`.

/// The form in which names must differ: lower case, no `_`.
#[must_use]
pub fn canonical(name: &str) -> String {
    name.chars()
        .filter(|c| *c != '_')
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// `order_id` to `OrderId`.
#[must_use]
pub fn pascal(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split('_') {
        let mut chars = word.chars();
        if let Some(first) = chars.next() {
            out.push(first.to_ascii_uppercase());
            out.push_str(chars.as_str());
        }
    }
    out
}

/// `order_id` to `orderId`: the JSON key, by the rule of protobuf (drop `_`, raise the next letter).
#[must_use]
pub fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut raise = false;
    for c in name.chars() {
        match c {
            '_' => raise = true,
            _ if raise => {
                out.push(c.to_ascii_uppercase());
                raise = false;
            }
            _ => out.push(c),
        }
    }
    out
}

/// `OrderId` or `HTTPCode` to `order_id`, `http_code`. Names already in snake case stay.
#[must_use]
pub fn snake(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len() + 4);
    for (i, c) in chars.iter().enumerate() {
        if c.is_ascii_uppercase() && i > 0 && chars[i - 1] != '_' {
            let after_small = !chars[i - 1].is_ascii_uppercase();
            let before_small = chars.get(i + 1).is_some_and(char::is_ascii_lowercase);
            if after_small || before_small {
                out.push('_');
            }
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// `OrderId` or `order_id` to `ORDER_ID`.
#[must_use]
pub fn screaming(name: &str) -> String {
    snake(name).to_ascii_uppercase()
}

/// The cases that the language asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Types and services: `OrderBook`.
    Pascal,
    /// Members, methods and package segments: `order_id`.
    Snake,
    /// Constants: `MAX_BATCH`.
    Screaming,
}

impl Case {
    /// As people call it.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Pascal => "PascalCase",
            Self::Snake => "snake_case",
            Self::Screaming => "SCREAMING_SNAKE_CASE",
        }
    }

    /// True if `name` is written so.
    #[must_use]
    pub fn fits(self, name: &str) -> bool {
        match self {
            Self::Pascal => {
                name.starts_with(|c: char| c.is_ascii_uppercase())
                    && name.chars().all(|c| c.is_ascii_alphanumeric())
            }
            Self::Snake => words(name, |c| c.is_ascii_lowercase()),
            Self::Screaming => words(name, |c| c.is_ascii_uppercase()),
        }
    }

    /// `name` written so, as far as that can be done.
    #[must_use]
    pub fn convert(self, name: &str) -> String {
        let snaked: Vec<String> = snake(name)
            .split('_')
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect();
        let snaked = snaked.join("_");
        match self {
            Self::Pascal => pascal(&snaked),
            Self::Snake => snaked,
            Self::Screaming => snaked.to_ascii_uppercase(),
        }
    }
}

/// Words of letters and digits joined by single `_`, the first begun by a letter.
fn words(name: &str, letter: fn(char) -> bool) -> bool {
    name.starts_with(letter)
        && name
            .split('_')
            .all(|w| !w.is_empty() && w.chars().all(|c| letter(c) || c.is_ascii_digit()))
}

/// The candidate that `name` was probably meant to be, if one is near enough.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    /// Longer names are not compared: the comparison takes the product of the lengths.
    const LONGEST: usize = 64;
    /// More candidates are not looked at, for the same reason.
    const MOST: usize = 2_000;
    if name.len() > LONGEST {
        return None;
    }
    let folded = canonical(name);
    let allowed = (folded.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .take(MOST)
        .filter(|c| c.len() <= LONGEST && *c != name)
        .filter(|c| canonical(c).len().abs_diff(folded.len()) <= allowed)
        .map(|c| (distance(&folded, &canonical(c)), c))
        .filter(|(d, _)| *d <= allowed)
        .min_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(b.1)))
        .map(|(_, c)| c)
}

/// Edits (insert, delete, replace, swap of neighbours) between two words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replace = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replace.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// Flags as a schema writes them: `.post_only | .hidden`, or `0`.
pub(crate) fn flags_text(names: &[String]) -> String {
    if names.is_empty() {
        return "0".to_owned();
    }
    let names: Vec<String> = names.iter().map(|name| format!(".{name}")).collect();
    names.join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_recognised_and_converted() {
        assert!(
            Case::Snake.fits("order_id2")
                && Case::Pascal.fits("HTTPCode")
                && Case::Screaming.fits("MAX_1")
        );
        for bad in ["", "_a", "a_", "a__b", "A", "1a", "é"] {
            assert!(!Case::Snake.fits(bad), "{bad}");
        }
        assert_eq!(Case::Snake.convert("midPrice"), "mid_price");
        assert_eq!(Case::Pascal.convert("order_book"), "OrderBook");
        assert_eq!(Case::Screaming.convert("maxBatch"), "MAX_BATCH");
    }

    #[test]
    fn recasing_follows_protobuf() {
        assert_eq!(camel("order_id_2"), "orderId2");
        assert_eq!(screaming("HTTPCode"), "HTTP_CODE");
        assert_eq!(screaming("TimeInForce"), "TIME_IN_FORCE");
        assert_eq!(pascal("place_order"), "PlaceOrder");
    }

    #[test]
    fn a_swap_of_letters_is_one_edit() {
        assert_eq!(distance("sybmol", "symbol"), 1);
        assert_eq!(nearest("Sybmol", ["Side", "Symbol"]), Some("Symbol"));
        assert_eq!(nearest("Zebra", ["Side", "Symbol"]), None);
    }
}
