//! Kinds and flags of a lane's frames.

use super::Role;

/// Flags of a lane's frames: the high four bits of the frame header's flags.
pub mod flags {
    /// OPEN, MESSAGE: the sender sends no more messages of this call.
    pub const END: u8 = 0x10;
    /// OPEN, STATUS: a message follows, up to the end of the frame.
    pub const MESSAGE: u8 = 0x20;
    /// OPEN: the method's path is there. STATUS: text and details are there.
    pub const MORE: u8 = 0x40;
    /// STATUS: no handler has seen the call, so it may be sent again.
    pub const REFUSED: u8 = 0x80;
}

/// The kinds of frames, with their numbers. Numbers from 128 on are for extensions, and are skipped by who does not know
/// them; the others are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum FrameKind {
    /// A call begins (client), or its leading metadata (server).
    Open = 1,
    /// A message of a stream.
    Message = 2,
    /// The client's messages have ended.
    End = 3,
    /// The call has ended.
    Status = 4,
    /// The client gives the call up.
    Cancel = 5,
    /// More bytes of this call's messages may be sent.
    Credit = 6,
    /// A question for a sign of life.
    Ping = 7,
    /// Its answer.
    Pong = 8,
    /// What the sender accepts.
    Settings = 9,
    /// The sender takes no more calls.
    Goaway = 10,
}

impl FrameKind {
    /// The kind with this number.
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        Some(match number {
            1 => Self::Open,
            2 => Self::Message,
            3 => Self::End,
            4 => Self::Status,
            5 => Self::Cancel,
            6 => Self::Credit,
            7 => Self::Ping,
            8 => Self::Pong,
            9 => Self::Settings,
            10 => Self::Goaway,
            _ => return None,
        })
    }

    /// The number on the wire.
    #[must_use]
    #[allow(
        clippy::as_conversions,
        reason = "a field-less enum of `repr(u8)` has no other conversion"
    )]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Whether a receiver that does not know this number skips the frame.
    #[must_use]
    pub const fn is_skippable(number: u8) -> bool {
        number >= 128
    }

    /// The flags that a frame of this kind may have when `from` sent it; `None` if that side may not send it.
    pub(super) const fn allowed_flags(self, from: Role) -> Option<u8> {
        Some(match (self, from) {
            (Self::Open, Role::Client) => flags::END | flags::MESSAGE | flags::MORE,
            (Self::Message, Role::Client) => flags::END,
            (Self::Status, Role::Server) => flags::MESSAGE | flags::MORE | flags::REFUSED,
            (Self::End | Self::Cancel, Role::Server) | (Self::Status, Role::Client) => return None,
            _ => 0,
        })
    }

    /// Whether the header's tag means something.
    pub(super) const fn has_tag(self) -> bool {
        matches!(self, Self::Open | Self::Status | Self::Cancel)
    }
}
