//! A table by numbers that are handed out one after another, as those of calls.
//!
//! ```text
//!  elders            │ places
//!  3, 17 (by a hash) │ 40  –  –  43  44  –  46
//!                      ▲ first
//! ```
//!
//! To find a number is to subtract. What stays for long, as a stream does while thousands of calls come and go behind it, moves to a table of its
//! own, so that the places are never more than [`PLACES`].

use std::collections::VecDeque;

use stillwire_rpc_core::id::ById;

/// Numbers that the places span: as many as a connection has calls by default.
const PLACES: u64 = 1024;

/// See the [module](self).
#[derive(Debug)]
pub(crate) struct Window<V> {
    /// The number of the first place, which is taken unless there are none.
    first: u64,
    places: VecDeque<Option<V>>,
    elders: ById<u64, V>,
    len: usize,
}

impl<V> Default for Window<V> {
    fn default() -> Self {
        Self {
            first: 0,
            places: VecDeque::new(),
            elders: ById::default(),
            len: 0,
        }
    }
}

impl<V> Window<V> {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds what has a number that is not there.
    #[inline]
    pub(crate) fn insert(&mut self, number: u64, value: V) {
        self.len += 1;
        if self.places.is_empty() {
            // All elders stay below it: numbers do not come in order where threads race.
            self.first = self.first.max(number);
        }
        while number.saturating_sub(self.first) >= PLACES {
            match self.places.pop_front() {
                Some(Some(elder)) => _ = self.elders.insert(self.first, elder),
                Some(None) => {}
                None => self.first = number - 1,
            }
            self.first += 1;
        }
        let Some(at) = self.at(number) else {
            self.elders.insert(number, value);
            return;
        };
        while self.places.len() <= at {
            self.places.push_back(None);
        }
        self.places[at] = Some(value);
    }

    #[inline]
    pub(crate) fn get(&self, number: u64) -> Option<&V> {
        match self.at(number) {
            Some(at) => self.places.get(at)?.as_ref(),
            None => self.elders.get(&number),
        }
    }

    #[inline]
    pub(crate) fn get_mut(&mut self, number: u64) -> Option<&mut V> {
        match self.at(number) {
            Some(at) => self.places.get_mut(at)?.as_mut(),
            None => self.elders.get_mut(&number),
        }
    }

    #[inline]
    pub(crate) fn remove(&mut self, number: u64) -> Option<V> {
        let value = match self.at(number) {
            Some(at) => self.places.get_mut(at)?.take()?,
            None => self.elders.remove(&number)?,
        };
        self.len -= 1;
        while let Some(None) = self.places.front() {
            self.places.pop_front();
            self.first += 1;
        }
        Some(value)
    }

    /// What is there, with its number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, &V)> {
        let places = (self.first..).zip(&self.places);
        let elders = self.elders.iter().map(|(number, elder)| (*number, elder));
        elders.chain(places.filter_map(|(number, place)| Some((number, place.as_ref()?))))
    }

    /// The place of a number, unless it is an elder's.
    #[inline]
    fn at(&self, number: u64) -> Option<usize> {
        let at = number.checked_sub(self.first)?;
        Some(usize::try_from(at).unwrap_or(usize::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn elders_are_found_after_a_lower_number_came_last() {
        let mut window = Window::default();
        window.insert(11, 'a');
        window.insert(10, 'b');
        assert_eq!(window.remove(11), Some('a'));
        window.insert(9, 'c');
        assert_eq!((window.get(10), window.get(9)), (Some(&'b'), Some(&'c')));
        assert_eq!(
            (window.remove(10), window.remove(9)),
            (Some('b'), Some('c'))
        );
        assert!(window.is_empty() && window.elders.is_empty());
    }
    use std::collections::btree_map::Entry;

    /// Numbers that look chosen at random, the same each time.
    fn numbers() -> impl FnMut(u64) -> u64 {
        let mut state = 1_u64;
        move |below| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % below
        }
    }

    #[test]
    fn it_holds_what_a_map_holds_and_spans_no_more_than_its_places() {
        let (mut map, mut window, mut random) = (BTreeMap::new(), Window::default(), numbers());
        let mut last = 0;
        for step in 0..100_000_u64 {
            // Mostly ascending, now and then late, and seldom far ahead.
            last += if random(1_000) == 0 { 3_000 } else { random(3) };
            let number = last.saturating_sub(random(4));
            if let Entry::Vacant(place) = map.entry(number) {
                place.insert(step);
                window.insert(number, step);
            }
            while map.len() as u64 > random(100) + 20 {
                // Mostly the oldest but a few, which stay.
                let at = random(8) as usize + 4;
                let number = *map.keys().nth(at).unwrap();
                assert_eq!(window.remove(number), map.remove(&number));
            }
            let number = last.saturating_sub(random(2_000));
            assert_eq!(window.get(number), map.get(&number));
            assert_eq!(window.get_mut(number), map.get_mut(&number));
            assert_eq!(window.len(), map.len());
            assert!(window.places.len() as u64 <= PLACES);
        }
        assert!(!window.elders.is_empty());
        let mut all: Vec<_> = window.iter().map(|(at, step)| (at, *step)).collect();
        all.sort_unstable();
        assert!(all.into_iter().eq(map.clone()));
        for (number, value) in map {
            assert_eq!(window.remove(number), Some(value));
            assert_eq!(window.remove(number), None);
        }
        assert!(window.is_empty() && window.places.is_empty() && window.elders.is_empty());
    }
}
