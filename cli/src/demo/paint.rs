//! How text is drawn: blocks and colours on a terminal, plain ASCII elsewhere.

use std::env;
use std::io::IsTerminal;

/// What the output may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paint {
    /// Characters beyond ASCII.
    pub(crate) blocks: bool,
    /// ANSI colours.
    pub(crate) colour: bool,
}

/// What a text is, and so its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Title,
    Dim,
    First,
    Second,
    Ours,
}

impl Tone {
    fn code(self) -> &'static str {
        match self {
            Self::Title => "1",
            Self::Dim => "2",
            Self::First => "33",
            Self::Second => "34",
            Self::Ours => "1;32",
        }
    }
}

impl Paint {
    /// ASCII without colours.
    #[cfg(test)]
    pub(crate) const PLAIN: Self = Self {
        blocks: false,
        colour: false,
    };

    /// What suits standard output: blocks on a terminal, and colours unless `NO_COLOR` is set.
    pub(crate) fn of_stdout() -> Self {
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let terminal = std::io::stdout().is_terminal() && !dumb;
        Self {
            blocks: terminal,
            colour: terminal && !set("NO_COLOR"),
        }
    }

    pub(crate) fn tone(self, tone: Tone, text: &str) -> String {
        if self.colour {
            format!("\u{1b}[{}m{text}\u{1b}[0m", tone.code())
        } else {
            text.to_owned()
        }
    }

    /// `text` as it may be shown: in ASCII where nothing else is allowed.
    pub(crate) fn text(self, text: &str) -> String {
        if self.blocks {
            return text.to_owned();
        }
        let plain = |c| match c {
            '×' => 'x',
            'µ' => 'u',
            '·' => '|',
            c if c.is_ascii() => c,
            _ => '?',
        };
        text.chars().map(plain).collect()
    }

    /// A bar for `value` where `most` fills `width` columns. What is not nothing shows.
    pub(crate) fn bar(self, tone: Tone, value: u64, most: u64, width: usize) -> String {
        let share = value as f64 / most.max(1) as f64;
        let parts = if self.blocks { 8 } else { 1 };
        let filled = (share * (width * parts) as f64).round() as usize;
        let filled = filled.clamp(usize::from(value > 0), width * parts);
        let full = if self.blocks { "█" } else { "#" };
        let mut bar = full.repeat(filled / parts);
        bar.extend(PARTS.get((filled % parts).wrapping_sub(1)));
        let empty = " ".repeat(width - filled.div_ceil(parts));
        format!("{}{empty}", self.tone(tone, &bar))
    }
}

/// A block of one to seven eighths.
const PARTS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCKS: Paint = Paint {
        blocks: true,
        colour: false,
    };

    #[test]
    fn bars_are_scaled_and_of_one_width() {
        assert_eq!(Paint::PLAIN.bar(Tone::Ours, 50, 100, 4), "##  ");
        assert_eq!(Paint::PLAIN.bar(Tone::Ours, 0, 0, 4), "    ");
        assert_eq!(BLOCKS.bar(Tone::Ours, 100, 100, 2), "██");
        assert_eq!(BLOCKS.bar(Tone::Ours, 1, 1_000_000, 2), "▏ ");
        assert_eq!(BLOCKS.bar(Tone::Ours, 7, 16, 2), "▉ ");
        for value in 0..=64 {
            assert_eq!(BLOCKS.bar(Tone::Ours, value, 64, 8).chars().count(), 8);
        }
    }

    #[test]
    fn plain_text_is_ascii_and_colour_is_asked_for() {
        assert_eq!(Paint::PLAIN.text("1.5×, 3 µs · ñ"), "1.5x, 3 us | ?");
        assert_eq!(BLOCKS.tone(Tone::Ours, "x"), "x");
        assert_eq!(
            Paint {
                blocks: true,
                colour: true
            }
            .tone(Tone::Ours, "x"),
            "\u{1b}[1;32mx\u{1b}[0m"
        );
    }
}
