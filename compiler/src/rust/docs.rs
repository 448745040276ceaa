//! A schema's words in generated code: rustdoc and deprecation.

/// `#[doc]` lines for `docs`, and for the version that something came with.
///
/// Code in them is the schema's language or any other, never a test of the user's crate: fences say `text`, and lines
/// that rustdoc would take for indented code are moved to the left.
pub(super) fn docs(docs: &[String], since: Option<&str>) -> String {
    let mut out = String::new();
    let mut fence: Option<String> = None;
    for line in docs {
        let text = line.trim_start();
        let ticks: String = text
            .chars()
            .take_while(|c| *c == '`' || *c == '~')
            .collect();
        let line = match &fence {
            Some(open) if ticks.starts_with(open.as_str()) && text == ticks => {
                fence = None;
                line.clone()
            }
            Some(_) => line.clone(),
            None if ticks.len() >= 3 && !text[ticks.len()..].contains('`') => {
                let opened = format!("{ticks}text");
                fence = Some(ticks);
                opened
            }
            None if line.len() - text.len() > 3 || line.contains('\t') => format!("   {text}"),
            None => line.clone(),
        };
        push(&mut out, &line);
    }
    if let Some(open) = fence {
        push(&mut out, &open);
    }
    if let Some(since) = since {
        if !docs.is_empty() {
            push(&mut out, "");
        }
        push(&mut out, &format!("Since {since}."));
    }
    out
}

fn push(out: &mut String, line: &str) {
    let line = line.trim();
    let line = if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    };
    out.push_str(&format!("#[doc = {line:?}]\n"));
}

/// The same with a first line of the generator's own.
pub(super) fn docs_after(first: &str, rest: &[String]) -> String {
    let mut out = String::new();
    push(&mut out, first);
    if !rest.is_empty() {
        push(&mut out, "");
        out.push_str(&docs(rest, None));
    }
    out
}

/// `#[deprecated]`, where the schema says so.
pub(super) fn deprecated(note: Option<&str>) -> String {
    match note {
        None => String::new(),
        Some("") => "#[deprecated]\n".to_owned(),
        Some(note) => format!("#[deprecated(note = {note:?})]\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_in_docs_is_no_test() {
        let lines = [
            "Say:",
            "```",
            "let x = 1;",
            "```",
            "    indented",
            "```rust",
        ]
        .map(str::to_owned);
        let out = docs(&lines, Some("1.3"));
        let expected = [
            "Say:",
            "```text",
            "let x = 1;",
            "```",
            "indented",
            "```text",
            "```",
            "",
            "Since 1.3.",
        ];
        let expected = expected.map(|l| {
            if l.is_empty() {
                "#[doc = \"\"]\n".to_owned()
            } else {
                format!("#[doc = \" {l}\"]\n")
            }
        });
        assert_eq!(out, expected.concat());
    }
}
