//! What goes wrong in a simulation without being anybody's bug.

/// One kind of trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trouble {
    /// Several lanes, whose bytes overtake each other.
    Lanes,
    /// Bytes take time.
    Delays,
    /// Bytes arrive in other pieces than they were written in.
    Splits,
    /// Links stand still for a while, and start in another order than they stopped in.
    Stalls,
    /// Connections, lanes and halves of lanes end at any byte.
    Cuts,
    /// Clocks jump, together or one of them, and timers are looked at late.
    Jumps,
    /// Either side drains at any time.
    Drains,
    /// Callers give up, handlers answer early, and readers do not read.
    Peers,
    /// PINGs, alone and many at once, and frames of kinds that nobody knows.
    Pings,
    /// Limits of all sizes, down to 0; numbers of calls and room for paths that are nearly used up.
    Limits,
}

impl Trouble {
    /// All, with their names.
    pub const ALL: [(&'static str, Self); 10] = [
        ("lanes", Self::Lanes),
        ("delays", Self::Delays),
        ("splits", Self::Splits),
        ("stalls", Self::Stalls),
        ("cuts", Self::Cuts),
        ("jumps", Self::Jumps),
        ("drains", Self::Drains),
        ("peers", Self::Peers),
        ("pings", Self::Pings),
        ("limits", Self::Limits),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(_, trouble)| *trouble == self);
        named.map_or("", |(name, _)| name)
    }
}

/// Some kinds of trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Troubles(Vec<Trouble>);

impl Troubles {
    /// Every kind.
    #[must_use]
    pub fn all() -> Self {
        Self(Trouble::ALL.map(|(_, trouble)| trouble).to_vec())
    }

    /// These without that one.
    #[must_use]
    pub fn without(mut self, trouble: Trouble) -> Self {
        self.0.retain(|kept| *kept != trouble);
        self
    }

    /// Whether that one is among them.
    #[must_use]
    pub fn has(&self, trouble: Trouble) -> bool {
        self.0.contains(&trouble)
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Trouble> {
        self.0.iter().copied()
    }
}
