//! What happens between two versions, seen by writing with one and reading with the other.

use std::fmt::Debug;
use stillwire::{Encoded, Limits, Message, ToEncoded};
use stillwire_compiler::breaking::Level;

/// What is seen of one rule, on the native and the protobuf surface.
#[derive(Debug)]
pub(crate) struct Proof {
    /// The rule's name.
    pub(crate) rule: &'static str,
    /// The worst that was seen: native, protobuf.
    pub(crate) seen: [Level; 2],
    /// What was seen, for whoever has to find out why.
    pub(crate) told: Vec<String>,
}

pub(crate) fn rule(rule: &'static str) -> Proof {
    Proof {
        rule,
        seen: [Level::Ok; 2],
        told: Vec::new(),
    }
}

fn protobuf<M: Message>(value: &Encoded<M>) -> Vec<u8> {
    value
        .to_protobuf()
        .expect("the sample carries nothing that is unsound")
        .to_vec()
}

fn encoded<M: Message + ToEncoded<M>>(value: &M) -> Encoded<M> {
    value
        .to_encoded()
        .expect("the sample meets its own conditions")
}

impl Proof {
    /// A value that both versions can state: either reads what the other wrote. If not, the change breaks.
    pub(crate) fn both<A, B>(self, old: A, new: B) -> Self
    where
        A: Message + ToEncoded<A> + PartialEq + Debug,
        B: Message + ToEncoded<B> + PartialEq + Debug,
    {
        self.reads(&old, Some(&new), Level::Breaks)
            .reads(&new, Some(&old), Level::Breaks)
    }

    /// A value that only its writer can state, and what of it the reader should see. If it does not see that, the change
    /// is one of behaviour.
    pub(crate) fn one<A, B>(self, written: A, expected: B) -> Self
    where
        A: Message + ToEncoded<A> + Debug,
        B: Message + PartialEq + Debug,
    {
        self.reads(&written, Some(&expected), Level::Behaviour)
    }

    /// A value of which the reader cannot say anything that is true: it is refused, or read as something else.
    pub(crate) fn lost<A, B>(self, written: A) -> Self
    where
        A: Message + ToEncoded<A> + Debug,
        B: Message + PartialEq + Debug,
    {
        self.reads::<A, B>(&written, None, Level::Behaviour)
    }

    /// A value that carries what is no message. In protobuf it cannot be written.
    pub(crate) fn garbage<A, B>(mut self, written: A) -> Self
    where
        A: Message + ToEncoded<A> + Debug,
        B: Message + Debug,
    {
        let bytes = encoded(&written);
        assert!(bytes.to_protobuf().is_err());
        let read = Encoded::<B>::parse(bytes.bytes().clone()).map(|read| read.to_message());
        self.note(
            0,
            read.is_ok(),
            Level::Behaviour,
            format!("{written:?} as {read:?}"),
        );
        self
    }

    /// A value that the reader does not know, and passes on as it came.
    pub(crate) fn kept<A, B>(mut self, written: A) -> Self
    where
        A: Message + ToEncoded<A> + Debug,
        B: Message + ToEncoded<B> + Debug,
    {
        let bytes = encoded(&written);
        let native = Encoded::<B>::parse(bytes.bytes().clone()).map(|read| {
            let again = encoded(&read.to_message());
            again.as_bytes() == bytes.as_bytes()
        });
        let proto = protobuf(&bytes);
        let read = Encoded::<B>::from_protobuf(&proto, &Limits::default());
        let proto = read.map(|read| protobuf(&encoded(&read.to_message())) == proto);
        for (surface, kept) in [native, proto].into_iter().enumerate() {
            self.note(
                surface,
                kept == Ok(true),
                Level::Behaviour,
                format!("{written:?} kept: {kept:?}"),
            );
        }
        self
    }

    /// Protobuf of somebody else, which both versions read: whether they see the same. If not, the change breaks.
    pub(crate) fn foreign<A: Message, B: Message>(
        mut self,
        bytes: &[u8],
        same: impl FnOnce(&A, &B) -> bool,
    ) -> Self {
        let old = Encoded::<A>::from_protobuf(bytes, &Limits::default()).map(|m| m.to_message());
        let new = Encoded::<B>::from_protobuf(bytes, &Limits::default()).map(|m| m.to_message());
        let same = matches!((&old, &new), (Ok(old), Ok(new)) if same(old, new));
        self.note(1, same, Level::Breaks, format!("{bytes:?} from elsewhere"));
        self
    }

    /// Something else that was seen on both surfaces.
    pub(crate) fn saw(mut self, fine: bool, otherwise: Level, what: &str) -> Self {
        for surface in 0..2 {
            self.note(surface, fine, otherwise, what.to_owned());
        }
        self
    }

    fn reads<A, B>(mut self, written: &A, expected: Option<&B>, otherwise: Level) -> Self
    where
        A: Message + ToEncoded<A> + Debug,
        B: Message + PartialEq + Debug,
    {
        let bytes = encoded(written);
        let native = Encoded::<B>::parse(bytes.bytes().clone());
        let proto = Encoded::<B>::from_protobuf(&protobuf(&bytes), &Limits::default());
        for (surface, read) in [native, proto].into_iter().enumerate() {
            let read = read.map(|read| read.to_message());
            let fine = matches!((&read, expected), (Ok(read), Some(expected)) if read == expected);
            self.note(surface, fine, otherwise, format!("{written:?} as {read:?}"));
        }
        self
    }

    fn note(&mut self, surface: usize, fine: bool, otherwise: Level, what: String) {
        let name = ["native", "proto"][surface];
        self.told.push(format!("{name}: {what}"));
        if !fine {
            self.seen[surface] = self.seen[surface].max(otherwise);
        }
    }
}
