//! Bugs that a lane can be given on purpose, to see whether the [simulation](super::simulation) finds them.
//!
//! They are compiled for tests and for the simulator alone. Elsewhere [`broken!`] is what the sound lane does, and a lane has no field
//! for them.

/// One bug. Its doc says what the lane does then.
#[cfg(any(test, simulated))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// CREDIT that came is counted twice.
    CreditTwice,
    /// Credit is given back in the books, and no CREDIT is written.
    CreditKept,
    /// A message is paid for as if it were empty.
    CreditUnpaid,
    /// What SETTINGS grant is added to what was assumed, not put in its place.
    SettingsTwice,
    /// Calls that are open when SETTINGS come get none of their credit.
    SettingsLate,
    /// STATUS of a call that has ended is told again.
    StatusTwice,
    /// A client may send after its end.
    SendAfterEnd,
    /// A call that was given up stays in the server's table.
    CancelKeeps,
    /// A server ends a call at its deadline, and does not tell the handler.
    DeadlineSilent,
    /// A client says that it lost interest where its deadline passed.
    DeadlineDisguised,
    /// A deadline counts as passed some time after it.
    TimerLate,
    /// A server does not note a call's deadline.
    TimerForgotten,
    /// A server that begins to drain forgets the calls that it has.
    DrainForgets,
    /// A client takes all its calls for refused when the server drains.
    DrainRefusesAll,
    /// The number of the last call is used again when that has ended.
    NumberReused,
    /// When numbers are used up they begin anew.
    NumberWraps,
    /// A server remembers one path less than the client relies on.
    PathForgotten,
    /// The beginning of a header is dropped when the rest comes later.
    HeaderSplit,
    /// A large message is written ahead of the small frames before it.
    LargeFirst,
    /// Who waits for room is not told that there is some.
    WakeUpLost,
    /// Streams write on, however much waits to be written.
    BufferUnbounded,
    /// A client reads PINGs on, however many PONGs wait to be written.
    PongsUnbounded,
    /// A server takes more calls than it allows.
    CallsUnbounded,
    /// The end of the stream is taken for the end of each request.
    CutIsEnd,
    /// A call whose lane is lost ends well.
    CutIsSuccess,
}

#[cfg(any(test, simulated))]
impl Fault {
    /// All, with the names that the simulator takes.
    pub const ALL: [(&'static str, Self); 25] = [
        ("credit-twice", Self::CreditTwice),
        ("credit-kept", Self::CreditKept),
        ("credit-unpaid", Self::CreditUnpaid),
        ("settings-twice", Self::SettingsTwice),
        ("settings-late", Self::SettingsLate),
        ("status-twice", Self::StatusTwice),
        ("send-after-end", Self::SendAfterEnd),
        ("cancel-keeps", Self::CancelKeeps),
        ("deadline-silent", Self::DeadlineSilent),
        ("deadline-disguised", Self::DeadlineDisguised),
        ("timer-late", Self::TimerLate),
        ("timer-forgotten", Self::TimerForgotten),
        ("drain-forgets", Self::DrainForgets),
        ("drain-refuses-all", Self::DrainRefusesAll),
        ("number-reused", Self::NumberReused),
        ("number-wraps", Self::NumberWraps),
        ("path-forgotten", Self::PathForgotten),
        ("header-split", Self::HeaderSplit),
        ("large-first", Self::LargeFirst),
        ("wake-up-lost", Self::WakeUpLost),
        ("buffer-unbounded", Self::BufferUnbounded),
        ("pongs-unbounded", Self::PongsUnbounded),
        ("calls-unbounded", Self::CallsUnbounded),
        ("cut-is-end", Self::CutIsEnd),
        ("cut-is-success", Self::CutIsSuccess),
    ];
}

/// Whether this lane, or its outbox, was given that bug; or what it does if it was, and what otherwise.
#[cfg(any(test, simulated))]
macro_rules! broken {
    ($of:expr, $fault:ident) => {
        $of.fault == Some($crate::lane::fault::Fault::$fault)
    };
    ($of:expr, $fault:ident, $bug:expr, $sound:expr) => {
        if $crate::lane::fault::broken!($of, $fault) {
            $bug
        } else {
            $sound
        }
    };
}

/// Never: nothing is broken on purpose here.
#[cfg(not(any(test, simulated)))]
macro_rules! broken {
    ($of:expr, $fault:ident) => {
        false
    };
    ($of:expr, $fault:ident, $bug:expr, $sound:expr) => {
        $sound
    };
}

pub(super) use broken;
