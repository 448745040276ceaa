//! Default values of proto2 as a schema writes them.

use prost_reflect::{FieldDescriptor, Kind, Value};

/// The default that a field names, if it is another one than zero; `Err` where no schema can write it.
pub(crate) fn default_of(
    field: &FieldDescriptor,
    value_name: impl Fn(i32) -> Option<String>,
) -> Result<Option<String>, &'static str> {
    if field.field_descriptor_proto().default_value.is_none() {
        return Ok(None);
    }
    let float = |value: f64| match value {
        value if !value.is_finite() => Err("a default that is not finite"),
        0.0 => Ok(None),
        value => Ok(Some(format!("{value:?}"))),
    };
    match field.default_value() {
        Value::Bool(value) => Ok(value.then(|| "true".to_owned())),
        Value::I32(value) => Ok((value != 0).then(|| value.to_string())),
        Value::I64(value) => Ok((value != 0).then(|| value.to_string())),
        Value::U32(value) => Ok((value != 0).then(|| value.to_string())),
        Value::U64(value) => Ok((value != 0).then(|| value.to_string())),
        Value::F32(value) => float(value.into()),
        Value::F64(value) => float(value),
        Value::String(text) => Ok((!text.is_empty()).then(|| quoted(&text))),
        Value::Bytes(bytes) => Ok((!bytes.is_empty()).then(|| {
            let escaped: String = bytes.iter().map(|b| format!("\\x{b:02x}")).collect();
            format!("b\"{escaped}\"")
        })),
        Value::EnumNumber(0) => Ok(None),
        Value::EnumNumber(number) => match (field.kind(), value_name(number)) {
            (Kind::Enum(_), Some(name)) => Ok(Some(format!(".{name}"))),
            _ => Err("a default without a name"),
        },
        _ => Err("a default of this type"),
    }
}

/// Text as a schema writes it, whatever is in it.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || !c.is_ascii() => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(c)))
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
