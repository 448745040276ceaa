//! How tables become bytes: numbers are LEB128, text and bytes follow their lengths and lists their counts.

use crate::layout::Bit;

/// Bytes to which more are added.
#[derive(Debug)]
pub(super) struct Pack(pub(super) Vec<u8>);

/// Bits of a member, that say what follows it.
pub(super) mod bits {
    use crate::model::Rule;
    use crate::proto::Called;

    const RESERVED: u8 = 1;
    const SENSITIVE: u8 = 2;
    const RULES: u8 = 4;
    const MAPPING: u8 = 8;
    pub(in super::super) const DEFAULT: u8 = 16;
    pub(in super::super) const PRESET: u8 = 32;
    const EXPANDED: u8 = 64;

    /// `bit`, if `is` so.
    pub(in super::super) fn when(is: bool, bit: u8) -> u8 {
        if is { bit } else { 0 }
    }

    /// Those that all sorts of members have.
    pub(in super::super) fn of(
        reserved: bool,
        sensitive: bool,
        rules: &[Rule],
        called: Option<&Called<'_>>,
    ) -> u8 {
        let mapped = called.filter(|called| !called.follows());
        when(reserved, RESERVED)
            | when(sensitive, SENSITIVE)
            | when(!rules.is_empty(), RULES)
            | when(mapped.is_some(), MAPPING)
            | when(mapped.is_some_and(|called| called.is_expanded()), EXPANDED)
    }
}

impl Pack {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    #[expect(clippy::cast_possible_truncation, reason = "cut to seven bits")]
    pub(super) fn number(&mut self, mut number: u128) {
        while number >= 0x80 {
            self.byte(number as u8 | 0x80);
            number >>= 7;
        }
        self.byte(number as u8);
    }

    /// Zero, -1, 1, -2, and so on.
    pub(super) fn signed(&mut self, number: i128) {
        self.number(((number << 1) ^ (number >> 127)).cast_unsigned());
    }

    /// A byte that says what comes, and numbers.
    pub(super) fn tagged(&mut self, tag: u8, numbers: &[u128]) {
        self.byte(tag);
        numbers.iter().for_each(|number| self.number(*number));
    }

    /// Where a bit is, with its byte as a number and itself as a mask.
    pub(super) fn bit(&mut self, tag: u8, bit: &Bit) {
        self.tagged(tag, &[bit.byte.into()]);
        self.byte(bit.mask());
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u128);
        self.0.extend(bytes);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(super) fn list<T>(&mut self, items: &[T], item: impl Fn(&mut Self, &T)) {
        self.number(items.len() as u128);
        items.iter().for_each(|one| item(self, one));
    }
}
