//! Who may connect: what every accept loop needs.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use stillwire_rpc_core::Limits;

/// How many connections there are, in all and by address. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Places(Arc<Mutex<Taken>>);

#[derive(Debug, Default)]
struct Taken {
    all: usize,
    by_address: HashMap<IpAddr, usize>,
}

impl Places {
    /// A place for a connection from `address`, if the limits leave one. Without an address only the connections in all
    /// are bounded.
    #[must_use]
    pub fn take(&self, address: Option<IpAddr>, limits: &Limits) -> Option<Place> {
        let mut taken = self.lock();
        if taken.all >= limits.connections {
            return None;
        }
        if let Some(address) = address {
            let here = taken.by_address.entry(address).or_default();
            if *here >= limits.connections_per_address {
                return None;
            }
            *here += 1;
        }
        taken.all += 1;
        Some(Place {
            places: self.clone(),
            address,
        })
    }

    fn lock(&self) -> MutexGuard<'_, Taken> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection's place, until this is dropped.
#[derive(Debug)]
pub struct Place {
    places: Places,
    address: Option<IpAddr>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.lock();
        taken.all -= 1;
        let Some(address) = self.address else { return };
        if let Some(here) = taken.by_address.get_mut(&address) {
            *here -= 1;
            if *here == 0 {
                taken.by_address.remove(&address);
            }
        }
    }
}

/// Pauses of a loop that fails: so that it neither spins nor stops.
#[derive(Debug)]
pub struct Backoff {
    least: Duration,
    most: Duration,
    now: Duration,
}

impl Backoff {
    /// Begins at the limits' shortest pause.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let least = limits.accept_backoff_min;
        Self {
            least,
            most: limits.accept_backoff_max,
            now: least,
        }
    }

    /// It went well: the next pause is the shortest again.
    pub fn reset(&mut self) {
        self.now = self.least;
    }

    /// The next pause.
    #[must_use]
    pub fn pause(&mut self) -> Duration {
        let pause = self.now;
        self.now = (pause * 2).min(self.most);
        pause
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_end_at_their_limits_and_come_back() {
        let limits = Limits {
            connections: 3,
            connections_per_address: 2,
            ..Limits::default()
        };
        let (a, b): (IpAddr, IpAddr) = ([127, 0, 0, 1].into(), [127, 0, 0, 2].into());
        let places = Places::default();
        let first = places.take(Some(a), &limits).unwrap();
        let _second = places.take(Some(a), &limits).unwrap();
        assert!(places.take(Some(a), &limits).is_none());
        let _third = places.take(Some(b), &limits).unwrap();
        assert!(places.take(Some(b), &limits).is_none());
        assert!(places.take(None, &limits).is_none());
        drop(first);
        let fourth = places.take(Some(b), &limits).unwrap();
        assert_eq!(places.lock().by_address.len(), 2);
        drop(fourth);
        let _without = places.take(None, &limits).unwrap();
        assert!(places.take(Some(a), &limits).is_none());
    }

    #[test]
    fn pauses_double_up_to_their_limit() {
        let mut backoff = Backoff::new(&Limits::default());
        let pauses = std::iter::repeat_with(|| backoff.pause().as_millis())
            .take(10)
            .collect::<Vec<_>>();
        assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 1000, 1000]);
        backoff.reset();
        assert_eq!(backoff.pause().as_millis(), 5);
    }
}
