//! Lines with the indentation that their brackets ask for: all the layout that code needs which a compiler reads, and
//! people see only where they follow a name into it.

/// Spaces a level.
const STEP: usize = 4;

/// `text` without empty lines, each of its lines indented by the brackets that are open before it.
///
/// Brackets in comments and in literals count for nothing.
pub(super) fn indented(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    let mut depth: usize = 0;
    let mut inside = false;
    for line in text.split('\n') {
        // What a literal of several lines says must stay as it is.
        let line = if inside { line } else { line.trim() };
        if line.is_empty() && !inside {
            continue;
        }
        if !inside {
            let closing = line.bytes().take_while(|b| is_closing(*b)).count();
            let level = depth.saturating_sub(closing);
            out.extend(std::iter::repeat_n(' ', STEP * level));
        }
        out.push_str(line);
        out.push('\n');
        scan(line, &mut depth, &mut inside);
    }
    out
}

fn is_closing(byte: u8) -> bool {
    matches!(byte, b')' | b']' | b'}')
}

/// Counts the brackets of a line. `inside`: whether it begins, and then whether it ends, within a text literal.
fn scan(line: &str, depth: &mut usize, inside: &mut bool) {
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = &bytes[at..];
        at += match byte {
            b'\\' if *inside => 2,
            b'"' => {
                *inside = !*inside;
                1
            }
            _ if *inside => 1,
            b'/' if rest.starts_with(b"//") => return,
            // A character, not a lifetime.
            b'\'' if rest.get(1) == Some(&b'\\') => 4,
            b'\'' if rest.get(2) == Some(&b'\'') => 3,
            b'(' | b'[' | b'{' => {
                *depth += 1;
                1
            }
            byte if is_closing(*byte) => {
                *depth = depth.saturating_sub(1);
                1
            }
            _ => 1,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_indented_by_brackets_and_nothing_else_changes() {
        let text = "pub mod a {\n/// An open { and \"\n  pub fn f() {\n g(\n\"}\\\"{\", '{', '\\'', b'\"',\n)\n}\n\n}\n";
        let expected = "pub mod a {\n    /// An open { and \"\n    pub fn f() {\n        g(\n            \"}\\\"{\", '{', '\\'', b'\"',\n        )\n    }\n}\n";
        assert_eq!(indented(text), expected);
    }

    #[test]
    fn a_literal_of_several_lines_stays_as_it_is() {
        let text = "a(\n\"one {\n   two\n\n\", b)\nc\n";
        assert_eq!(indented(text), "a(\n    \"one {\n   two\n\n\", b)\nc\n");
    }
}
