use proptest::prelude::*;

use super::*;

type Outcome = (Vec<Frame>, Result<(), FrameError>);

/// Decodes `bytes` cut at every length of `cuts`, over and over.
fn decode(bytes: &[u8], cuts: &[usize], limit: usize) -> Outcome {
    decode_by(bytes, cuts, limit, false)
}

/// The same by all that there is to be fast: bytes go where a frame is gathered, and frames of even kinds are taken in runs.
fn decode_by(bytes: &[u8], cuts: &[usize], limit: usize, fast: bool) -> Outcome {
    let mut decoder = FrameDecoder::new(limit);
    let (mut frames, mut rest) = (Vec::<Frame>::new(), bytes);
    let mut cuts = cuts.iter().copied().cycle();
    while !rest.is_empty() {
        let cut = cuts.next().unwrap_or(usize::MAX).clamp(1, rest.len());
        let (now, later) = rest.split_at(cut);
        rest = later;
        let filled = decoder.fill(if fast { 1 } else { usize::MAX }, |room| {
            let filled = room.remaining_mut().min(now.len());
            room.put_slice(&now[..filled]);
            filled
        });
        decoder.push(Bytes::copy_from_slice(&now[filled.unwrap_or(0)..]));
        loop {
            let run = decoder.take_run(|header, _| fast && header.kind % 2 == 0);
            if let Some(run) = run {
                let before = frames.last().map_or(0, end_of);
                let more = decode(&run, &[usize::MAX], limit).0.into_iter();
                frames.extend(more.map(|frame| Frame {
                    at: frame.at.saturating_add(before),
                    ..frame
                }));
            }
            match decoder.next_frame() {
                Ok(Some(frame)) => frames.push(frame),
                Ok(None) => break,
                Err(error) => return (frames, Err(error)),
            }
        }
    }
    let end = decoder.finish();
    (frames, end)
}

fn end_of(frame: &Frame) -> u64 {
    let checksum = if frame.header.has_checksum() {
        CHECKSUM_BYTES
    } else {
        0
    };
    let whole = [HEADER_BYTES, frame.payload.len(), checksum];
    frame.at.saturating_add(to_u64(whole.iter().sum()))
}

fn encoded(kind: u8, flags: u8, tag: u16, payload: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    encode_frame(kind, flags, tag, payload, &mut out).unwrap();
    out
}

/// Bytes that are often frames: random ones alone would nearly always fail at their first header.
fn streams() -> impl Strategy<Value = Vec<u8>> {
    let payload = prop::collection::vec(any::<u8>(), 0..40);
    let frame = (any::<u8>(), any::<u8>(), any::<u16>(), payload)
        .prop_map(|(kind, flags, tag, payload)| encoded(kind, flags & 0xF1, tag, &payload));
    let noise = prop::collection::vec(any::<u8>(), 0..12);
    let flip = prop::option::weighted(0.3, (any::<prop::sample::Index>(), 0..8_u32));
    (
        prop::collection::vec(prop_oneof![9 => frame, 1 => noise], 0..12),
        flip,
    )
        .prop_map(|(parts, flip)| {
            let mut bytes = parts.concat();
            if let Some((at, bit)) = flip.filter(|_| !bytes.is_empty()) {
                let at = at.index(bytes.len());
                bytes[at] ^= 1 << bit;
            }
            bytes
        })
}

proptest! {
    #[test]
    fn any_split_gives_the_same_frames_or_the_same_error(
        bytes in streams(),
        cuts in prop::collection::vec(1_usize..30, 1..8),
        limit in 0_usize..60,
    ) {
        let whole = decode(&bytes, &[usize::MAX], limit);
        prop_assert_eq!(&decode(&bytes, &cuts, limit), &whole);
        prop_assert_eq!(&decode(&bytes, &[1], limit), &whole);
        prop_assert_eq!(&decode_by(&bytes, &cuts, limit, true), &whole);
        prop_assert_eq!(&decode_by(&bytes, &[usize::MAX], limit, true), &whole);
    }

    #[test]
    fn what_was_encoded_comes_back(
        frames in prop::collection::vec(
            (any::<u8>(), any::<u8>(), any::<u16>(), prop::collection::vec(any::<u8>(), 0..80)), 0..10),
        cuts in prop::collection::vec(1_usize..100, 1..8),
    ) {
        let mut bytes = Vec::new();
        for (kind, flags, tag, payload) in &frames {
            encode_frame(*kind, flags & 0xF1, *tag, payload, &mut bytes).unwrap();
        }
        let (decoded, end) = decode(&bytes, &cuts, 80);
        prop_assert_eq!(end, Ok(()));
        prop_assert_eq!(decoded.len(), frames.len());
        for (got, (kind, flags, tag, payload)) in decoded.iter().zip(&frames) {
            prop_assert_eq!((got.header.kind, got.header.flags), (*kind, flags & 0xF1));
            prop_assert_eq!((got.header.tag, &got.payload[..]), (*tag, &payload[..]));
        }
    }
}

#[test]
fn the_bytes_of_a_frame_are_those_of_the_specification() {
    assert_eq!(
        encoded(7, 0x10, 0x0203, b"ab"),
        [2, 0, 0, 0, 7, 0x10, 3, 2, b'a', b'b']
    );
    let checked = encoded(0, CHECKSUM, 0, b"");
    assert_eq!(checked[..8], [0, 0, 0, 0, 0, 1, 0, 0]);
    assert_eq!(checked[8..], crc32c::crc32c(&checked[..8]).to_le_bytes());
}

#[test]
fn a_frame_inside_one_chunk_shares_its_memory() {
    let chunk = Bytes::from([encoded(1, 0, 0, b"first"), encoded(2, 0, 0, b"second")].concat());
    let mut decoder = FrameDecoder::new(100);
    decoder.push(chunk.clone());
    for range in [8..13, 21..27] {
        let frame = decoder.next_frame().unwrap().unwrap();
        assert_eq!(frame.payload.as_ptr(), chunk[range].as_ptr());
    }
}

#[test]
fn a_length_is_taken_at_the_limit_and_refused_one_past_it_with_the_header() {
    let (frames, end) = decode(&encoded(0, 0, 0, &[0; 10]), &[usize::MAX], 10);
    assert_eq!((frames.len(), end), (1, Ok(())));
    let header = FrameHeader {
        payload_len: 11,
        kind: 0,
        flags: 0,
        tag: 0,
    }
    .encode();
    let refused = FrameError::TooLarge {
        at: 18,
        len: 11,
        limit: 10,
    };
    let bytes = [&encoded(0, 0, 0, &[0; 10])[..], &header].concat();
    assert_eq!(decode(&bytes, &[usize::MAX], 10).1, Err(refused));
}

#[test]
fn a_giant_claim_costs_no_more_than_what_has_arrived() {
    let claim = 1 << 30;
    let mut decoder = FrameDecoder::new(claim);
    let header = FrameHeader {
        payload_len: 1 << 30,
        kind: 0,
        flags: 0,
        tag: 0,
    };
    decoder.push(Bytes::copy_from_slice(&header.encode()));
    assert_eq!(decoder.next_frame(), Ok(None));
    assert_eq!(decoder.reserved_bytes(), 0);
    for arrived in 1..200_usize {
        decoder.push(Bytes::from(vec![0; 1000]));
        assert_eq!(decoder.next_frame(), Ok(None));
        assert!(decoder.reserved_bytes() <= arrived * 1000 + RESERVE_AHEAD_BYTES);
    }
}

#[test]
fn a_large_frame_fed_byte_by_byte_is_whole() {
    let payload: Vec<u8> = (0..200_000_u32).map(|i| i.to_le_bytes()[0]).collect();
    let (frames, end) = decode(&encoded(3, CHECKSUM, 0, &payload), &[1], 200_000);
    assert_eq!(end, Ok(()));
    assert_eq!(frames[0].payload, payload);
}

#[test]
fn a_flipped_bit_is_seen_wherever_it_lies_in_a_checked_frame() {
    let good = encoded(7, CHECKSUM | 0x10, 9, b"payload");
    for bit in 32..good.len() * 8 {
        let mut bad = good.clone();
        bad[bit / 8] ^= 1 << (bit % 8);
        let (frames, end) = decode(&bad, &[usize::MAX], 100);
        let cleared = bit == 5 * 8; // the flag itself: then the checksum is taken for a next header
        assert!(
            end.is_err() && frames.len() == usize::from(cleared),
            "bit {bit}"
        );
    }
}

#[test]
fn reserved_flags_are_refused_by_both_sides() {
    let mut out = Vec::new();
    let refused = FrameError::ReservedFlags { at: 0, flags: 0x02 };
    assert_eq!(encode_frame(0, 0x02, 0, b"", &mut out), Err(refused));
    assert!(out.is_empty());
    assert_eq!(decode(&[0, 0, 0, 0, 0, 2, 0, 0], &[1], 10).1, Err(refused));
}

#[test]
fn an_end_inside_a_frame_tells_how_much_is_missing() {
    let bytes = encoded(0, CHECKSUM, 0, b"abc");
    for len in 1..bytes.len() {
        let missing = if len < 8 { 8 - len } else { bytes.len() - len };
        let (_, end) = decode(&bytes[..len], &[usize::MAX], 10);
        assert_eq!(
            end,
            Err(FrameError::Truncated {
                at: 0,
                missing: to_u64(missing)
            }),
            "{len}"
        );
    }
}

#[test]
fn an_error_is_final() {
    let mut decoder = FrameDecoder::new(0);
    decoder.push(Bytes::from_static(&[1, 0, 0, 0, 0, 0, 0, 0]));
    let error = decoder.next_frame().unwrap_err();
    decoder.push(Bytes::from(encoded(0, 0, 0, b"")));
    assert_eq!(decoder.next_frame(), Err(error));
    assert_eq!(decoder.finish(), Err(error));
}
