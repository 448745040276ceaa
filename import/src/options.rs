//! Options that no schema has: told, so that nobody misses them later.

use crate::findings::{Findings, Place};
use prost_reflect::DynamicMessage;
use stillwire_compiler::Code;

/// What schemas say in their own way, or what follows.
const KEPT: [&str; 8] = [
    "deprecated",
    "idempotency_level",
    "packed",
    "map_entry",
    "allow_alias",
    "debug_redact",
    // Says how other languages are generated, and nothing of data.
    "optimize_for",
    "cc_enable_arenas",
];

/// Options of a file are for generators of other languages.
pub(crate) fn of_file(options: &DynamicMessage, place: Place<'_>, findings: &mut Findings) {
    each(options, &mut |name, custom| {
        if custom {
            lost(name, place, findings);
        } else {
            let message = "options for generators of other languages are not kept".to_owned();
            let help = "set them where those languages are generated, as buf's managed mode does";
            findings.warn(Code::ImportOption, "file", message, Some(place), help);
        }
    });
}

/// Those of a message, field, `oneof`, enum, value, service or method.
pub(crate) fn of(options: &DynamicMessage, place: Place<'_>, findings: &mut Findings) {
    each(options, &mut |name, _| lost(name, place, findings));
}

fn lost(name: &str, place: Place<'_>, findings: &mut Findings) {
    findings.warn(
        Code::ImportOption,
        name,
        format!("the option `{name}` is not kept"),
        Some(place),
        "",
    );
}

fn each(options: &DynamicMessage, f: &mut impl FnMut(&str, bool)) {
    for (field, _) in options.fields() {
        if !KEPT.contains(&field.name()) {
            f(field.name(), false);
        }
    }
    for (extension, _) in options.extensions() {
        f(&format!("({})", extension.full_name()), true);
    }
}

/// Whether an option is there and true.
pub(crate) fn is_set(options: &DynamicMessage, name: &str) -> bool {
    let value = options.get_field_by_name(name);
    value.is_some_and(|value| value.as_bool() == Some(true))
}
