//! Stillwire, by its public interface alone.

use crate::sets::patch::Patched;
use crate::subject::{Format::Stillwire, Measure, Subject};
use crate::touch::{Few, Touch, glance};
use bytes::Bytes;
use std::hint::black_box;
use stillwire::{Encode, Encoded, Encoder, Limits, ToEncoded};

/// Adds the work on `owned`, and on the same as borrows.
pub fn add<M, I>(subject: &mut Subject, owned: &'static M, init: &'static I)
where
    M: Patched + Encode<M> + ToEncoded<M>,
    I: Encode<M>,
    for<'a> &'a M: Touch,
    for<'a> M::View<'a>: Touch + Few,
{
    let encoded: Encoded<M> = owned.to_encoded().expect("the set fits into a message");
    let bytes = subject.wrote(Stillwire, encoded.as_bytes().to_vec());
    // Bytes of which nobody counts the owners: what is measured is the codec.
    let shared = Bytes::from_static(bytes);
    let parse = move || {
        let bytes = black_box(&shared).clone();
        Encoded::<M>::parse_with(bytes, &Limits::TRUSTED).expect("these are its own bytes")
    };

    subject.read(Stillwire, "the view", parse().view());
    subject.read(Stillwire, "the owned value", &parse().to_message());
    let mut encoder = Encoder::new();
    let again = encoder.encode::<M>(init).expect("it fits").to_vec();
    let again = Encoded::<M>::parse_with(again, &Limits::TRUSTED).expect("these are its own bytes");
    subject.read(Stillwire, "what is encoded from borrows", again.view());

    let mut kept = Encoder::new();
    subject.case(Stillwire, Measure::Encode, move || {
        black_box(kept.encode::<M>(black_box(owned)).expect("it fits"));
    });
    subject.case(Stillwire, Measure::EncodeFresh, move || {
        ToEncoded::<M>::to_encoded(black_box(owned)).expect("it fits")
    });
    subject.case(Stillwire, Measure::EncodeInit, move || {
        black_box(encoder.encode::<M>(black_box(init)).expect("it fits"));
    });
    subject.case(Stillwire, Measure::Verify, move || {
        assert!(Encoded::<M>::verify(black_box(bytes), &Limits::TRUSTED));
    });
    subject.case(Stillwire, Measure::VerifyRead, {
        let parse = parse.clone();
        move || parse().view().few()
    });
    subject.case(Stillwire, Measure::ReadAll, {
        let parse = parse.clone();
        move || glance(parse().view())
    });
    subject.case(Stillwire, Measure::ToOwned, move || parse().to_message());
    // Bytes of its own: what others share would be copied first.
    let mut patched = encoded;
    subject.case(Stillwire, Measure::Patch, move || {
        M::patch(black_box(&mut patched)).expect("there is room for the values");
    });
}
