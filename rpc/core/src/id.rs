//! Names of calls and of methods.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use sha2::{Digest, Sha256};

use crate::limits::METHOD_PATH_BYTES;

/// A call on one lane. The client counts them up from 1; a number is never used twice on a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallId(pub u32);

impl CallId {
    /// The call that follows this one, until the numbers are used up.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match self.0.checked_add(1) {
            Some(next) => Some(Self(next)),
            None => None,
        }
    }
}

impl From<CallId> for u64 {
    fn from(call: CallId) -> Self {
        Self::from(call.0)
    }
}

impl std::fmt::Display for CallId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "call {}", self.0)
    }
}

/// Hashes for maps by numbers that are spread already, as those of methods, or of which there are so few that it does not matter how a
/// peer chooses them, as calls of a lane: one multiplication, where the standard library's hash takes a hundred instructions.
#[derive(Debug, Default, Clone, Copy)]
pub struct IdHasher(u64);

/// A map by numbers: see [`IdHasher`].
pub type ById<K, V> = HashMap<K, V, BuildHasherDefault<IdHasher>>;

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes
            .iter()
            .for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        /// 2⁶⁴ over the golden ratio: the high bits of a product depend on all bits.
        const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
        let product = (self.0 ^ number).wrapping_mul(SPREAD);
        self.0 = product ^ product.rotate_left(32);
    }
}

/// A method: the first eight bytes of SHA-256 of its path, `package.Service/Method`.
///
/// ```
/// use stillwire_rpc_core::MethodId;
///
/// let place = MethodId::of("acme.trading.v1.OrderBook/Place");
/// assert_eq!(MethodId::from_bytes(place.to_bytes()), place);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MethodId([u8; 8]);

impl MethodId {
    /// The method with this path.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let digest = Sha256::digest(path.as_bytes());
        let mut id = [0; 8];
        for (to, from) in id.iter_mut().zip(digest.iter()) {
            *to = *from;
        }
        Self(id)
    }

    /// The method with these bytes on the wire.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }

    /// The bytes on the wire.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 8] {
        self.0
    }

    /// The bytes as one little-endian number: a key for tables.
    #[must_use]
    pub const fn to_u64(self) -> u64 {
        u64::from_le_bytes(self.0)
    }
}

impl std::fmt::Display for MethodId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Whether this is a path that can travel: letters, digits, `_`, `.` and one `/` inside, at most [`METHOD_PATH_BYTES`].
#[must_use]
pub fn is_method_path(path: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'/');
    path.len() <= METHOD_PATH_BYTES
        && path.bytes().all(allowed)
        && path.split_once('/').is_some_and(|(service, method)| {
            !service.is_empty() && !method.is_empty() && !method.contains('/')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_is_the_start_of_the_hash_of_its_path() {
        // printf 'p.S/M' | sha256sum
        assert_eq!(MethodId::of("p.S/M").to_string(), "aa792fdaab24839c");
    }

    #[test]
    fn a_path_has_one_slash_and_plain_letters() {
        for good in ["p.S/M", "S/M", "a_b.C9/D"] {
            assert!(is_method_path(good), "{good}");
        }
        let long = format!("p.S/{}", "M".repeat(METHOD_PATH_BYTES));
        for bad in ["", "/", "S", "S/", "/M", "S/M/N", "S /M", "é/M", &long] {
            assert!(!is_method_path(bad), "{bad}");
        }
    }

    #[test]
    fn calls_count_up_until_the_numbers_end() {
        assert_eq!(CallId(1).next(), Some(CallId(2)));
        assert_eq!(CallId(u32::MAX).next(), None);
    }
}
