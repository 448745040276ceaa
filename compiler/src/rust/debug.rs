//! `Debug` of types with a sensitive member, which a derived one would show.

use super::plain::fill_all;
use super::template::fill;

/// What stands in a derive for types that have nothing to hide.
pub(super) fn derived(sensitive: bool) -> &'static str {
    if sensitive { "" } else { ", Debug" }
}

const IMPL: &str = "
impl $core::fmt::Debug for $ty {
    #[inline]
    fn fmt(&self, f: &mut $core::fmt::Formatter<'_>) -> $core::fmt::Result { $body }
}
";

/// A field as `Debug` shows it: how it is read, unless it is sensitive.
pub(super) fn shown(name: &str, read: &str, sensitive: bool) -> String {
    let value = if sensitive {
        fill("$codec::error::Redacted", &[])
    } else {
        read.to_owned()
    };
    format!(".field({name:?}, &{value})")
}

/// `Debug` of a struct. Fields have their name in the schema, their name in Rust, and whether they are sensitive.
pub(super) fn of_struct<'a>(
    ty: &str,
    name: &str,
    fields: impl Iterator<Item = (&'a str, String, bool)>,
) -> String {
    let all: String = fields
        .map(|(field, rust, sensitive)| shown(field, &format!("self.{rust}"), sensitive))
        .collect();
    let body = format!("f.debug_struct({name:?}){all}.finish()");
    fill_all(IMPL, &[("ty", ty.to_owned()), ("body", body)])
}

/// `Debug` of an enum. Variants have their name in Rust, whether they hold something, and whether that is sensitive.
pub(super) fn of_enum(
    ty: &str,
    variants: impl Iterator<Item = (String, bool, bool)>,
    open: bool,
) -> String {
    let arm = |(name, holds, sensitive): (String, bool, bool)| match (holds, sensitive) {
        (false, _) => format!("Self::{name} => f.write_str({name:?}),\n"),
        (true, true) => fill(
            "Self::$name(_) => f.debug_tuple($quoted).field(&$codec::error::Redacted).finish(),\n",
            &[("name", &name), ("quoted", &format!("{name:?}"))],
        ),
        (true, false) => {
            format!("Self::{name}(payload) => f.debug_tuple({name:?}).field(payload).finish(),\n")
        }
    };
    let unknown = open.then(|| ("Unknown".to_owned(), true, false));
    let arms: String = variants.chain(unknown).map(arm).collect();
    let body = format!("match self {{ {arms} }}");
    fill_all(IMPL, &[("ty", ty.to_owned()), ("body", body)])
}
