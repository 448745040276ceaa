//! The trace that a call belongs to: W3C Trace Context (Level 1), which travels as metadata on every transport.
//!
//! ```text
//! traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
//!              │  trace-id, 16 bytes               parent-id, 8      flags
//!              version
//! ```

use bytes::Bytes;
use std::fmt;
use stillwire_rpc_core::Metadata;

/// The key of the trace and of the span that calls.
pub(crate) const TRACEPARENT: &str = "traceparent";

/// The key of what vendors add; it may be there more than once, and its order counts.
pub(crate) const TRACESTATE: &str = "tracestate";

/// The bytes of a `traceparent` of version 00.
const LEN: usize = 55;

/// The one flag whose meaning no later version changes.
const SAMPLED: u8 = 1;

/// The members that a `tracestate` may have.
const MEMBERS: usize = 32;

/// The bytes that a key or a value of `tracestate` may have.
const MEMBER_BYTES: usize = 256;

/// A `traceparent`: which trace a call belongs to, and which span of it makes the call.
///
/// [`parse`](Self::parse) and [`Display`](fmt::Display) are inverses for version 00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TraceParent {
    trace_id: [u8; 16],
    parent_id: [u8; 8],
    flags: u8,
}

impl TraceParent {
    /// Of these ids; `None` where one is all zeros, which the specification forbids.
    #[must_use]
    pub fn new(trace_id: [u8; 16], parent_id: [u8; 8], flags: u8) -> Option<Self> {
        let valid = trace_id != [0; 16] && parent_id != [0; 8];
        valid.then_some(Self {
            trace_id,
            parent_id,
            flags,
        })
    }

    /// Reads a `traceparent` as section 3.2 of the specification has it: lower-case hexadecimal, no id of zeros, not version
    /// `ff`. Of a version that is newer than 00 the four known fields are read, whatever follows behind another dash.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (known, rest) = bytes.split_at_checked(LEN)?;
        let [version] = hex(known.get(..2)?)?;
        let ends = match version {
            0xff => false,
            0 => rest.is_empty(),
            _ => rest.first().is_none_or(|&byte| byte == b'-'),
        };
        let dashes = [2, 35, 52].iter().all(|&at| known.get(at) == Some(&b'-'));
        if !ends || !dashes {
            return None;
        }
        let [flags] = hex(known.get(53..)?)?;
        let flags = if version == 0 { flags } else { flags & SAMPLED };
        Self::new(hex(known.get(3..35)?)?, hex(known.get(36..52)?)?, flags)
    }

    /// The trace that `metadata` names, if it names one, and only one.
    #[must_use]
    pub fn of(metadata: &Metadata) -> Option<Self> {
        let mut all = metadata.get_all(TRACEPARENT);
        let first = std::str::from_utf8(all.next()?).ok()?;
        if all.next().is_some() {
            return None;
        }
        Self::parse(first)
    }

    /// The trace's id.
    #[must_use]
    pub fn trace_id(&self) -> [u8; 16] {
        self.trace_id
    }

    /// The id of the span that makes the call.
    #[must_use]
    pub fn parent_id(&self) -> [u8; 8] {
        self.parent_id
    }

    /// The flags as they came; bit 0 is `sampled`.
    #[must_use]
    pub fn flags(&self) -> u8 {
        self.flags
    }

    /// Whether the caller may have recorded the trace.
    #[must_use]
    pub fn is_sampled(&self) -> bool {
        self.flags & SAMPLED != 0
    }
}

/// As version 00.
impl fmt::Display for TraceParent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "00-{:032x}-{:016x}-{:02x}",
            u128::from_be_bytes(self.trace_id),
            u64::from_be_bytes(self.parent_id),
            self.flags
        )
    }
}

/// `N` bytes in `2 * N` lower-case hexadecimal digits.
fn hex<const N: usize>(digits: &[u8]) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if digits.len() != 2 * N {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        for &digit in pair {
            let value = match digit {
                b'0'..=b'9' => digit - b'0',
                b'a'..=b'f' => digit - b'a' + 10,
                _ => return None,
            };
            *byte = *byte << 4 | value;
        }
    }
    Some(bytes)
}

/// Puts the trace of `from` into `into`, which belongs to a call that is made on its behalf: unless that names a trace by
/// itself, or `from` names none. What is broken goes no further, and takes its `tracestate` with it (section 4.3).
pub(crate) fn propagate(from: &Metadata, into: &mut Metadata) {
    if from.get(TRACEPARENT).is_none() || into.get(TRACEPARENT).is_some() {
        return;
    }
    let Some(parent) = TraceParent::of(from) else {
        tracing::debug!("a traceparent that is broken");
        return;
    };
    // A trace is worth less than the call: where there is no room for it, it is left out.
    if into.append(TRACEPARENT, parent.to_string()).is_err() {
        return;
    }
    if !is_trace_state(from.get_all(TRACESTATE)) {
        tracing::debug!("a tracestate that is broken");
        return;
    }
    for state in from.get_all(TRACESTATE) {
        if into.append(TRACESTATE, state.clone()).is_err() {
            into.remove(TRACESTATE);
            return;
        }
    }
}

/// Whether `lines` are together a `tracestate` of section 3.3: at most 32 members `key=value`, no key twice; members may be
/// empty, with spaces and tabs around them.
fn is_trace_state<'a>(lines: impl Iterator<Item = &'a Bytes>) -> bool {
    let mut keys: Vec<&[u8]> = Vec::new();
    for member in lines.flat_map(|line| line.split(|&byte| byte == b',')) {
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t');
        let start = member.iter().position(|byte| !blank(byte));
        let Some(member) = start.and_then(|start| member.get(start..)) else {
            continue;
        };
        let mut parts = member.splitn(2, |&byte| byte == b'=');
        let (Some(key), Some(value)) = (parts.next(), parts.next()) else {
            return false;
        };
        let known = keys.contains(&key) || keys.len() == MEMBERS;
        if known || !is_key(key) || !is_value(value.trim_ascii_end()) {
            return false;
        }
        keys.push(key);
    }
    true
}

/// `vendor`, or `tenant@vendor` with at most 241 and 14 bytes; a vendor begins with a letter, a tenant with a digit or one.
fn is_key(key: &[u8]) -> bool {
    let of = |part: &[u8], most: usize, digit_first: bool| {
        let letters = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let first = |byte: &u8| byte.is_ascii_lowercase() || digit_first && byte.is_ascii_digit();
        part.len() <= most
            && part.first().is_some_and(first)
            && part
                .iter()
                .all(|byte| letters(byte) || b"_-*/".contains(byte))
    };
    match key.iter().position(|&byte| byte == b'@') {
        None => of(key, MEMBER_BYTES, false),
        Some(at) => match (key.get(..at), key.get(at + 1..)) {
            (Some(tenant), Some(vendor)) => of(tenant, 241, true) && of(vendor, 14, false),
            _ => false,
        },
    }
}

/// Printable ASCII without `,` and `=`; not empty.
fn is_value(value: &[u8]) -> bool {
    let printable = |byte: &u8| matches!(byte, b' '..=b'~') && *byte != b',' && *byte != b'=';
    (1..=MEMBER_BYTES).contains(&value.len()) && value.iter().all(printable)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    #[test]
    fn the_specifications_example_is_read_and_written_back() {
        let parent = TraceParent::parse(EXAMPLE).unwrap();
        assert_eq!(parent.trace_id()[..2], [0x4b, 0xf9]);
        assert_eq!(parent.parent_id()[6..], [0x02, 0xb7]);
        assert!(parent.is_sampled());
        assert_eq!(parent.to_string(), EXAMPLE);
    }

    #[test]
    fn every_byte_that_is_changed_to_no_digit_is_refused() {
        for at in 0..LEN {
            for byte in [b'A', b'g', b'-', b' ', 0, b'/', b':', b'`'] {
                let mut bytes = EXAMPLE.as_bytes().to_vec();
                if bytes[at] == byte {
                    continue;
                }
                bytes[at] = byte;
                let text = String::from_utf8(bytes).unwrap();
                assert_eq!(TraceParent::parse(&text), None, "{text:?}");
            }
            assert_eq!(TraceParent::parse(&EXAMPLE[..at]), None);
        }
    }

    #[test]
    fn ids_of_zeros_version_ff_and_a_longer_version_00_are_refused() {
        for text in [
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more",
            "00-4bf92f3577b34da6a3ce929d0e0e473é-00f067aa0ba902b7-01",
        ] {
            assert_eq!(TraceParent::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_newer_version_is_read_as_far_as_it_is_known() {
        for rest in ["", "-", "-what-the-future-will-be-like"] {
            let text = format!("cc{}{rest}", &EXAMPLE[2..]);
            let parent = TraceParent::parse(&text).unwrap();
            assert_eq!(
                parent.to_string(),
                EXAMPLE,
                "written as the version we know"
            );
        }
    }

    #[test]
    fn what_is_broken_or_there_twice_goes_no_further() {
        let pair = |parents: &[&str]| {
            let mut metadata = Metadata::new();
            for parent in parents {
                metadata.append(TRACEPARENT, (*parent).to_owned()).unwrap();
            }
            metadata.append(TRACESTATE, "a=1").unwrap();
            metadata
        };
        for parents in [&[][..], &["00-x"], &[EXAMPLE, EXAMPLE]] {
            let mut into = Metadata::new();
            propagate(&pair(parents), &mut into);
            assert!(into.is_empty(), "{parents:?}: {into:?}");
        }
        let mut into = Metadata::new();
        propagate(&pair(&[EXAMPLE]), &mut into);
        assert_eq!(into.len(), 2);
        // A call that names its trace keeps it.
        let own = EXAMPLE.replace("-01", "-00");
        let mut into = Metadata::new();
        into.append(TRACEPARENT, own.clone()).unwrap();
        propagate(&pair(&[EXAMPLE]), &mut into);
        assert_eq!(into.get_text(TRACEPARENT), Some(&own[..]));
        assert_eq!(into.len(), 1);
    }

    #[test]
    fn a_tracestate_is_what_its_grammar_says() {
        let long = format!("k={}", "v".repeat(MEMBER_BYTES));
        let most: Vec<_> = (0..MEMBERS).map(|at| format!("k{at}=v")).collect();
        let most = most.join(",");
        let over = format!("{most},z=1");
        let longer = format!("{long}v");
        let is = |lines: &[&str]| {
            let lines: Vec<_> = lines
                .iter()
                .map(|line| Bytes::from((*line).to_owned()))
                .collect();
            is_trace_state(lines.iter())
        };
        for good in [
            "",
            "a=1",
            "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE",
            "a=1 , b=2\t,,",
            "1t@v=x y",
            "a_-*/=~",
            &long,
            &most,
        ] {
            assert!(is(&[good]), "{good:?}");
        }
        for bad in [
            "a", "=1", "a=", "A=1", "1a=1", "a=1=2", "a=é", "a =1", "a@1b=1", "@a=1", "a@=1",
            "a@b@c=1", "a=1,a=2", &over, &longer,
        ] {
            assert!(!is(&[bad]), "{bad:?}");
        }
        assert!(
            is(&["a=1", "b=2"]) && !is(&["a=1", "a=2"]),
            "lines are one list"
        );
    }
}
