//! Two versions of a schema, compiled: each message of `v2` is one of `v1`, changed in one way that is safe. And versions
//! that differ by one of each kind of change that the compiler knows. What holds between them is in `tests/`.
#![deny(unsafe_code, missing_docs, clippy::pedantic, rustdoc::all)]
#![allow(rustdoc::missing_crate_level_docs)]

stillwire::include_schema!();

/// The kinds of changes: each type is changed by the rule that it is named after.
pub mod rules {
    /// What was there before the version before.
    pub mod first {
        include!(concat!(env!("OUT_DIR"), "/first/stillwire.rs"));
    }
    /// The older version.
    pub mod before {
        include!(concat!(env!("OUT_DIR"), "/before/stillwire.rs"));
    }
    /// The newer version.
    pub mod after {
        include!(concat!(env!("OUT_DIR"), "/after/stillwire.rs"));
    }
    /// The version after it.
    pub mod later {
        include!(concat!(env!("OUT_DIR"), "/later/stillwire.rs"));
    }
}
