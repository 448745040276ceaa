//! JSON as it is written here: objects keep the order in which they were filled, so the same schema gives the same text.

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Bool(bool),
    Int(i128),
    /// Finite.
    Float(f64),
    Text(String),
    List(Vec<Self>),
    Object(Object),
}

/// Members in the order in which they were put.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Object(Vec<(String, Json)>);

impl Object {
    /// The same with one more member.
    pub(super) fn with(mut self, key: &str, value: impl Into<Json>) -> Self {
        self.put(key, value);
        self
    }

    /// Adds a member, or replaces the one of this name where it stands.
    pub(super) fn put(&mut self, key: &str, value: impl Into<Json>) {
        let value = value.into();
        match self.0.iter_mut().find(|(known, _)| known == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    /// Adds a member at the end. The caller knows that its name is new: objects with many members are filled with this.
    pub(super) fn push(&mut self, key: String, value: impl Into<Json>) {
        self.0.push((key, value.into()));
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        let member = self.0.iter_mut().find(|(known, _)| known == key);
        member.map(|(_, value)| value)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn into_members(self) -> impl Iterator<Item = (String, Json)> {
        self.0.into_iter()
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i128> for Json {
    fn from(value: i128) -> Self {
        Self::Int(value)
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Vec<Self>> for Json {
    fn from(value: Vec<Self>) -> Self {
        Self::List(value)
    }
}

impl From<Object> for Json {
    fn from(value: Object) -> Self {
        Self::Object(value)
    }
}

/// The text: two spaces a level, a line end at the end.
pub(super) fn write(value: &Json) -> String {
    let mut out = String::new();
    put(value, 0, &mut out);
    out.push('\n');
    out
}

fn put(value: &Json, level: usize, out: &mut String) {
    match value {
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Int(value) => out.push_str(&value.to_string()),
        Json::Float(value) => out.push_str(&format!("{value:?}")),
        Json::Text(text) => quote(text, out),
        Json::List(items) => {
            let parts = items.iter().map(|item| (None, item));
            block('[', ']', parts, level, out);
        }
        Json::Object(Object(members)) => {
            let parts = members
                .iter()
                .map(|(key, value)| (Some(key.as_str()), value));
            block('{', '}', parts, level, out);
        }
    }
}

fn block<'a>(
    open: char,
    close: char,
    parts: impl Iterator<Item = (Option<&'a str>, &'a Json)>,
    level: usize,
    out: &mut String,
) {
    out.push(open);
    let mut any = false;
    for (key, value) in parts {
        out.push_str(if any { ",\n" } else { "\n" });
        any = true;
        indent(level + 1, out);
        if let Some(key) = key {
            quote(key, out);
            out.push_str(": ");
        }
        put(value, level + 1, out);
    }
    if any {
        out.push('\n');
        indent(level, out);
    }
    out.push(close);
}

fn indent(level: usize, out: &mut String) {
    for _ in 0..level {
        out.push_str("  ");
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stand_in_the_order_in_which_they_were_put() {
        let value = Object::default()
            .with("b", Json::Int(1))
            .with("a", vec![Json::Bool(true), Json::Float(0.5)])
            .with("b", Object::default());
        let text = "{\n  \"b\": {},\n  \"a\": [\n    true,\n    0.5\n  ]\n}\n";
        assert_eq!(write(&value.into()), text);
    }

    #[test]
    fn text_is_quoted_so_that_any_parser_reads_it_back() {
        let text = Json::from("a \"b\" \\ \n\t\u{7f}\u{2028}é");
        assert_eq!(
            write(&text),
            "\"a \\\"b\\\" \\\\ \\n\\u0009\\u007f\\u2028é\"\n"
        );
    }
}
