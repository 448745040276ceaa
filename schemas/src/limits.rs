//! Bounds on what a refusal shows, and what each of them stops.

/// How much of a foreign text a message shows, in characters. Stops a name of megabytes from filling a terminal.
pub const MAX_QUOTE_CHARS: usize = 80;

/// `text`, fit for a message: on one line, without what steers a terminal, and not long.
pub fn quote(text: &str) -> String {
    let mut shown: String = text.chars().take(MAX_QUOTE_CHARS).collect();
    let cut = shown.len() < text.len();
    if shown.chars().any(steers) {
        shown = shown.escape_debug().to_string();
    }
    if cut {
        shown.push('…');
    }
    shown
}

/// Whether a character moves or hides what a terminal shows: controls, and marks that turn the direction of text.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_short_and_cannot_steer_a_terminal() {
        assert_eq!(quote("naïve"), "naïve");
        assert_eq!(quote("a\u{1b}[31m\n"), r"a\u{1b}[31m\n");
        assert_eq!(quote("a\u{202e}b"), r"a\u{202e}b");
        assert_eq!(
            quote(&"x".repeat(MAX_QUOTE_CHARS)).chars().count(),
            MAX_QUOTE_CHARS
        );
        assert_eq!(
            quote(&"x".repeat(MAX_QUOTE_CHARS + 1)).chars().last(),
            Some('…')
        );
    }
}
