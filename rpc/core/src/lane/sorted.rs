//! A map for what mostly comes at the back and goes from either end.

use std::collections::VecDeque;

/// Entries in the order of their keys. Calls have ascending numbers, and deadlines mostly ascend: so to add is to push, and to remove
/// moves the few that are nearer to an end. At most as many as a lane has calls, which bounds what moves.
#[derive(Debug)]
pub(super) struct Sorted<K, V>(VecDeque<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<K: Ord + Copy, V> Sorted<K, V> {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a key is, or would be. Looks at both ends first.
    #[inline]
    fn find(&self, key: K) -> Result<usize, usize> {
        match (self.0.front(), self.0.back()) {
            (Some((first, _)), _) if *first == key => Ok(0),
            (_, Some((last, _))) if *last < key => Err(self.0.len()),
            _ => self.0.binary_search_by_key(&key, |(key, _)| *key),
        }
    }

    /// Adds an entry, in place of the one that had the key.
    #[inline]
    pub(super) fn insert(&mut self, key: K, value: V) {
        match self.find(key) {
            Err(at) if at == self.0.len() => self.0.push_back((key, value)),
            Err(at) => self.0.insert(at, (key, value)),
            Ok(at) => {
                if let Some(entry) = self.0.get_mut(at) {
                    entry.1 = value;
                }
            }
        }
    }

    #[inline]
    pub(super) fn remove(&mut self, key: K) -> Option<V> {
        let entry = match self.find(key).ok()? {
            0 => self.0.pop_front(),
            at => self.0.remove(at),
        };
        entry.map(|(_, value)| value)
    }

    pub(super) fn contains(&self, key: K) -> bool {
        self.find(key).is_ok()
    }

    #[inline]
    pub(super) fn get(&self, key: K) -> Option<&V> {
        self.0.get(self.find(key).ok()?).map(|(_, value)| value)
    }

    #[inline]
    pub(super) fn get_mut(&mut self, key: K) -> Option<&mut V> {
        let at = self.find(key).ok()?;
        self.0.get_mut(at).map(|(_, value)| value)
    }

    pub(super) fn first(&self) -> Option<K> {
        self.0.front().map(|(key, _)| *key)
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (K, &V)> {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (*key, value))
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(super) fn keys(&self) -> impl DoubleEndedIterator<Item = K> {
        self.0.iter().map(|(key, _)| *key)
    }

    /// Forgets all entries, and the memory that they took.
    pub(super) fn clear(&mut self) {
        self.0 = VecDeque::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_holds_what_an_ordered_map_holds(
            steps in prop::collection::vec((any::<bool>(), 0_u8..20, any::<u8>()), 0..60),
        ) {
            let (mut map, mut sorted) = (BTreeMap::new(), Sorted::default());
            for (adds, key, value) in steps {
                if adds {
                    map.insert(key, value);
                    sorted.insert(key, value);
                } else {
                    prop_assert_eq!(sorted.remove(key), map.remove(&key));
                }
                prop_assert_eq!(sorted.get(key), map.get(&key));
                prop_assert!(sorted.iter().eq(map.iter().map(|(key, value)| (*key, value))));
                prop_assert_eq!(sorted.first(), map.keys().next().copied());
            }
        }
    }
}
